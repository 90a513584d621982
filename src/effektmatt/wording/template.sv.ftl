# Mallen för redovisning av medel: rubrikerna är mallens egna.

template-redovisning-av-medel = Redovisning av medel
template-redovisning-av-medel-board = Vid vilken nämnd har utvecklingsarbetet bedrivits?
template-redovisning-av-medel-name = Utvecklingsarbetets namn
template-redovisning-av-medel-fulfilment = Utvecklingsarbetets måluppfyllelse
template-redovisning-av-medel-anchoring = Hur har utvecklingsarbetet förankrats i den aktuella nämnden/bolaget/föreningen?
template-redovisning-av-medel-earlier-experience = På vilket sätt har tidigare erfarenheter […] använts i utvecklingsarbetet?
template-redovisning-av-medel-future-use = Hur kommer nämnden att tillvarata de erfarenheter som gjorts?
template-redovisning-av-medel-budget = Vilket är resultatet i förhållande till utvecklingsarbetets budget?
template-redovisning-av-medel-signature = Underskrift ansvarig chef

template-missing = Svar saknas
template-missing-answer = Skriv svaret i planen under [{ $table }], nyckeln { $key }.
    .gap = Här saknas projektets svar.
template-missing-reason = Skälet till att utfallet avviker från budgeten saknas: skriv det i planen under [{ $table }], nyckeln { $key }.
    .gap = Skälet till att utfallet avviker från budgeten saknas.
template-missing-ledger = Planen har inget mål som läser en ekonomiredovisning (kind ledger, under [{ $table }]).
    .gap = Det finns inga räkenskaper att redovisa.
template-signed = Underskrift
template-printed = Namnförtydligande
template-place-date = Ort och datum
