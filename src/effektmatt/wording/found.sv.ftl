## Det som ligger i en mapp: kolumnerna i filerna, och vad en ny plan gissar.

describe-title = { $name }: { $rows ->
    [one] en rad
   *[other] { $rows } rader
}, { $columns ->
    [one] en kolumn
   *[other] { $columns } kolumner
}
describe-frame = Tabellen
describe-sheet = { $file }, bladet { $sheet }
describe-nothing = Här finns inga datafiler.
describe-column = Kolumn
describe-holds = Innehåll
describe-filled = Ifyllda
describe-missing = Tomma
describe-different = Olika
describe-values = Värden
describe-named = { $name } ({ $label })
describe-value = { $value }: { $n }
describe-from-to = { $low } till { $high }
describe-more = och { $n } till
describe-no-answers = inget svar: { $values }
describe-not-shown = visas inte
describe-kind-empty = tom
describe-kind-code = kod eller nyckel
describe-kind-date = datum
describe-kind-period = år eller period
describe-kind-number = tal
describe-kind-answers = svar på en skala
describe-kind-group = grupp
describe-kind-text = fritext
describe-kind-personal-number = personnummer
describe-kind-mail = e-postadresser
describe-kind-telephone = telefonnummer
describe-kind-names = namn på personer
describe-personal = { $columns }: personuppgifter. De visas inte här, och bör inte ligga i filerna när de inte behövs.
describe-personal-number = { $columns }: personnummer. effektmatt läser ingen fil med personnummer. Byt ut dem mot egna koder.
describe-guessed-order = { $columns }: svarens ordning går inte att se på orden.

## Ny plan efter filerna i en mapp

found-guess = gissat: { $why }
found-target = ändra till projektets mål
found-target-guessed = gissat åt vilket håll; ändra till projektets mål
found-wave-before = Före
found-wave-after = Efter
found-wave-followup = Uppföljning
found-wave-number = Mätning { $number }
found-scale = { $n ->
    [2] Frågorna ’{ $first }’ och ’{ $last }’
   *[other] Frågorna ’{ $first }’ till ’{ $last }’
}
found-copy = { $file }: samma svar som i { $of }, som planen läser i stället.
found-unknown = { $file }: det går inte att se vad en rad är. Lägg till filen under [sources] om den ska med.
found-done = Planen i { $plan } är skriven efter filerna i mappen.
found-read = { $source }: { $what } ({ $files })
found-unused = { $n ->
    [one] En fil läses inte. Varför står i planen.
   *[other] { $n } filer läses inte. Varför står i planen.
}
found-wave-question = Säger kolumnen { $column } vilken mätning raden hör till? Ta då bort # här och skriv mätningarna under [waves]. Nu räknas alla rader som en enda mätning.
found-unsettled = { $source }: kolumnen { $column } kan vara mätningen. Nu räknas alla rader som en enda mätning; svara på frågan i planen.
found-unread = Kolumner som planen inte nämner: { $columns }. Frågor skrivs under [scales] med svaren i ordning, grupper under groups, tal under types. effektmatt describe visar vad som står i dem.
found-next = Läs raderna som är märkta ”gissat”. Kör sedan: effektmatt check { $folder }

found-remark-repeat = Upprepad grupp i ett formulär: flera rader kan höra till samma svar. Raderna räknas som poster, inte som personer som svarat.

guess-groups = resultaten delas upp på dessa kolumner
guess-kind-register = ett register, en rad är en person eller en sak
guess-kind-survey = en enkät, en rad är ett ifyllt formulär
guess-kind-measurements = uppmätta tal, en rad är en person, en enhet eller ett tillfälle
guess-kind-cases = ärenden, en rad är ett ärende
guess-kind-visits = besök eller granskningar, en rad är vad en person bedömde
guess-kind-log = en logg, en rad är en användning
guess-kind-series = en serie, en rad är ett tal för en period
guess-kind-activities = aktiviteter, en rad är en aktivitet eller att någon var med på en
guess-kind-ledger = ekonomi, en rad är en post
guess-kind-index = publicerade värden, en rad är ett värde för en enhet och en mätning
guess-scale-label = skriv hellre vad det handlar om
guess-order = svarens ordning går inte att se på orden, skriv dem från lägst till högst
guess-answers-unseen = något av svaren har ingen gett, eller så finns det fler
guess-order-of-codes = ordningen är den som koderna i filen har; vänd på den om 1 är högst
guess-better-lower = låga svar ser ut att vara bra; ta bort raden om det är tvärtom
guess-multiple = flera svar får väljas; de som besvarade frågan räknas
guess-day-for-none = dagen står för att inget har hänt ännu; cellen räknas som tom
guess-skip-rows = ser ut att vara en summa, ett medelvärde eller en anmärkning; skriv keep_rows i stället om raden ska räknas
guess-not-an-answer = räknas inte som svar
guess-reversed = svaren går tvärtemot de andra frågornas
guess-reversed-words = orden säger att låga svar är bra här; ta bort # om svaren ska vändas
guess-code = ser ut som en kod för personen, men få koder återkommer
guess-number = filen har flera tal, välj det som ska följas
guess-of = de som kunde ha svarat eller varit med, ta bort # om det stämmer
guess-unit = det som besöks eller bedöms
guess-measured = sista dagen i filen, det som inte avslutats då räknas som öppet
guess-only = bara de här raderna, av det som tabellen också är uppdelad på; ändra om ni vill följa något annat
guess-everybody = ta bort # om filen har en rad för alla som finns, till exempel en lista ur personalsystemet; då räknas resultatet i stället för att skattas
guess-possible = det lägsta och det högsta tal som är möjligt; ta bort # om det stämmer, det hjälper mest när underlaget är litet
guess-rows-of-no-wave = raderna säger inte vilken mätning de hör till; fyll i kolumnen i filen om de ska räknas
guess-halves = tiden i filen delad på mitten
guess-signs = tecknen ”-”, ”.” och ”..” står för värden som saknas
guess-baseline = första halvan av perioderna, som resten jämförs med
guess-waves = filnamnen säger inte vilken mätning som är vilken
guess-wave = kolumnen som säger vilken mätning raden hör till
guess-waves-again = samma personer återkommer; kontrollera vilken mätning som är först
guess-waves-gap = samma personer har svarat igen, vid en senare tid
guess-panel-numbers = kolumnerna skiljer sig bara på siffran; kontrollera att den är mätningen
guess-panel-unmarked = kolumnerna utan ord för mätningen är tagna för den första
guess-wave-order = filnamnen säger en annan ordning än datumen
guess-wave-year = årtalet i ett filnamn har fått samma mätning som filer med datum från det året

example-register-share = Andel där ”{ $column }” är ”{ $answer }” ({ $source })
example-register-count = Antal efter { $column } ({ $source })
example-survey-improved = Andel som har förbättrat sig: { $scale }
example-survey-score = { $way ->
    [lower] Lägre
   *[higher] Högre
} medelvärde: { $scale }
example-survey-change = { $way ->
    [lower] Färre
   *[higher] Fler
} som svarar högt: { $scale }
example-survey-share = Andel som svarar högt: { $scale }
example-survey-chose = Andel som valde ”{ $column }”
example-measurements-change = { $way ->
    [lower] Lägre
   *[higher] Högre
} medelvärde: { $column }
example-cases-time = Kortare handläggningstid ({ $source })
example-visits-score = Bättre resultat i { $source }
example-activities-held = Genomförda: { $activity }
example-activities-dose = Andel som fått alla timmar ({ $source })
example-log-weekly = Användare per vecka ({ $source })
example-ledger-used = Använda medel ({ $source })
example-index-change = { $way ->
    [lower] Lägre värden i { $source }{ $of }
   *[higher] Högre värden i { $source }{ $of }
}
example-series-change = { $way ->
    [lower] Lägre nivå i { $source }
   *[higher] Högre nivå i { $source }
}
