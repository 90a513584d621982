# Vad mallar kräver; deras rubriker står i mallarna.

template-missing = Svar saknas
template-missing-answer = Skriv svaret i planen under [{ $table }], nyckeln { $key }.
    .gap = Här saknas projektets svar.
template-missing-text = Mallen kräver en text här: skriv den i planen under [{ $table }], nyckeln { $key }.
    .gap = Här saknas utvärderarens text.
template-missing-reason = Skälet till att utfallet avviker från budgeten saknas: skriv det i planen under [{ $table }], nyckeln { $key }.
    .gap = Skälet till att utfallet avviker från budgeten saknas.
template-missing-ledger = Planen har inget mål som läser en ekonomiredovisning (kind ledger, under [{ $table }]).
    .gap = Det finns inga räkenskaper att redovisa.
template-text-unshown = Texten { $key } under [text] visas inte: ingen av rapporterna har ett avsnitt för den. Lägg till avsnittet i mallen, eller ta bort texten.
template-signed = Underskrift
template-printed = Namnförtydligande
template-place-date = Ort och datum

template-terms = konfidens, signifikan, statistisk, Krippendorff, Cronbach, standardiser, standardavvikelse, Jeffreys, bootstrap, regression, p-värde, korrelation, varians, hypotes
template-too-many-terms = Versionen ”{ $title }” ska gå att läsa utan statistik, och dess texter har { $n } { $n ->
    [one] fackord
   *[other] fackord
}: { $terms }. Mallen tål högst { $most }. Säg det med vanliga ord.
