## Kommandot effektmatt: hjälptexter, vad som görs och vad som blev klart.

command-help = Följer upp ett projekts mål: läser planen och datafilerna, bedömer varje mål och skriver en rapport.
command-help-documentation = Vägledningar från fil till rapport (guide), planens nycklar (plan.md) och metoderna (methods.md) ligger i { $folder }
command-help-new = skapar en plan att börja från, eller en kopia av ett exempelprojekt
command-help-describe = visar kolumnerna i datafilerna: vad var och en innehåller, vilka värden och vad som saknas
command-help-described = mappen med datafilerna, eller en enda fil
command-help-json = skriv som JSON, för andra program
command-help-check = läser planen och alla filer, och visar alla fel på en gång
command-help-goals = visar målen och bedömningarna i terminalen
command-help-report = skriver rapporten som webbsida, pdf, Word och Excel, med diagrammen och en resultatfil
command-help-folder = projektets mapp, med plan.toml och datafilerna
command-help-from = namnet på exempelprojektet som ska kopieras
command-help-yes = fråga ingenting: skriv den plan som passar de flesta projekt
command-help-require = avsluta med felkod om inte alla mål är minst så här säkert uppnådda
command-help-output = mappen som rapporten ska skrivas i (annars mappen report i projektets mapp)
command-help-formats = formaten som rapporten skrivs i, i stället för planens: html, pdf, docx, xlsx, med komma emellan
command-help-docx-template = en Word-fil (.docx eller .dotx) vars formatmallar, sidhuvud, sidfot och marginaler Word-rapporten får
command-help-usage = användning
command-help-options = Val
command-help-help = visa den här hjälpen
command-help-version = visa versionen
command-help-commands = Kommandon
command-help-arguments = Det här kommandot tar
command-help-language = språket: sv (svenska) eller en (engelska); annars det som planen anger
command-help-debug = visa programmets egna felmeddelanden

command-new-ask = Vilka slags underlag har ni?
command-new-numbers = Skriv numren med komma emellan (bara Enter: { $usual }):
command-new-again = Skriv ett eller flera av numren 1 till { $last }.
command-new-done = Planen finns i { $plan }. Fyll i den och kör sedan: effektmatt check { $folder }
command-new-copied = En kopia av exempelprojektet finns i { $plan }. Kör: effektmatt report { $folder }
command-report-removed = Filer från den förra rapporten som inte hör till den nya har tagits bort:
command-report-changed = Filer från den förra rapporten som inte hör till den nya, men som någon har ändrat, ligger kvar:
command-report-done = Rapporten finns här:
command-faults = { $n ->
    [one] Ett fel hittades:
   *[other] { $n } fel hittades:
}
command-interrupted = Avbrutet.
command-defect = Något gick fel i programmet, och det är inte ditt fel: { $error }. Kör samma kommando igen med --debug och skicka utskriften till den som har hand om programmet.
command-check-ok = Planen och alla filer är läsbara. Inga fel hittades ({ $files ->
    [one] en fil
   *[other] { $files } filer
}, { $goals } mål).
command-check-of-goals = Målen { $goals }: { $text }
command-check-remarks = Att tänka på:
command-check-no-remarks = Det finns inget särskilt att tänka på.

## Vad som görs just nu

progress-reading = Läser planen och filerna
progress-counting = Räknar
progress-charts = Ritar diagram
progress-html = Skriver webbsidan
progress-pdf = Skriver pdf:en
progress-docx = Skriver Word-filen
progress-xlsx = Skriver Excel-filen
progress-json = Skriver resultatfilen
progress-files = Sparar
command-check-empty-is-no = Betyder en tom cell i ”{ $columns }” nej? Ange det i planen: empty_is_no under registret.
command-help-against = mappen med en äldre rapport som också är utlämnad: vad går att räkna ut av de två tillsammans?
command-help-audit = prövar en färdig rapport: vad skulle gå att räkna ut om få personer?
command-help-report-folder = rapportens mapp, med results.json
command-help-project = projektets mapp, om rapporten inte ligger i den
command-audit-done = Listan över vad rapporten lämnar ut finns här: { $path }
audit-tables = Tabellerna i results.json prövades var för sig. Ligger rapporten i projektets mapp prövas alla siffror mot varandra.
audit-equations = { $n } siffror om personer prövades mot varandra.
audit-nothing = Ingenting om få personer gick att räkna ut.
audit-earlier = Rapporter som redan har lämnats ut prövades också: { $reports }.
audit-kept-yes = Projektet minns nu rapporten som utlämnad: senare rapporter skyddas så att ingenting om få personer går att räkna ut ur två rapporter tillsammans. Lämnas den inte ut, så ta bort dess fil i mappen .effektmatt-released.
audit-kept-changed = Datafilerna har ändrats sedan rapporten gjordes, så projektet kan inte minnas den som utlämnad. Gör rapporten på nytt och granska den igen.
audit-kept-no-key = Det går inte att skriva i projektets mapp, så projektet kan inte minnas rapporten som utlämnad.
audit-recovered = Om { $n } { $n ->
    [one] person
   *[other] personer
 } går det att räkna ut: mellan { $low } och { $high }, ur { $of }.
release-title = Det som rapporten lämnar ut
release-what = Resultat, uppdelning eller diagram
release-state = Bedömning
release-by = { $title }, uppdelat på { $by }
release-fine = Kan lämnas ut
release-hidden = Dolt
release-groups = { $hidden } av { $cells } grupper är dolda
release-document = Innehåller resultaten ovan, så länge ingen har ändrat filen
release-beside = { $what ->
    [everybody] svaren från alla som svarade, utöver dem som svarade båda gångerna
    [linked] svaren från dem som svarade båda gångerna, utöver alla som svarade
    [item] svaren på varje fråga
    [wave] varje mättillfälle
    [then] skattningen i efterhand av hur det var före
    [dose] förändringen för dem med varje grad av deltagande
    [skill] behovet för varje förmåga och enhet
    [met] andelen som når behoven, tidigare mättillfällen
    [in_every] antalet i varje enhet
    [unit] varje besökt enhet
    [visitor] varje besökare
    [comparison] projektet bredvid jämförelsegruppen
   *[other] { "" }
 }
release-tables = { $hidden } av { $cells } är dolda
release-answer-rates = Hur många som svarade
release-flows = Deltagarnas väg genom undersökningen
release-scales = Hur väl frågorna i varje skala hänger ihop
release-described = Vad som står i datafilerna
release-sizes = Antal personer och rader. Det som bygger på få är dolt för sig
release-chart = Visar samma siffror som tabellerna ovan
release-reason = Få personer. Lämnas ut med skälet: { $reason }
release-no-reason = Få personer, och inget skäl är angivet
release-signed = Utvärderare: ____________________ Datum: __________
release-second = Läst av en andra person: ____________________ Datum: __________

## Kommandon som inte kan förstås: $at är var, $got vad som stod där.

command-refused-missing = Här fattas { $got }. Kör kommandot med --help för att se vad det tar.
command-refused-choice = Det finns inget ”{ $got }” här. Det kan vara { $names }.
command-refused-unknown = Kommandot tar inte emot ”{ $got }”.
command-refused-value = Efter { $at } ska det stå ett värde.
command-refused-ambiguous = ”{ $got }” kan betyda { $names }. Skriv ut hela ordet.
command-refused-no-value = Efter { $at } ska det inte stå något (”{ $got }”).
command-refused-other = Kommandot kan inte förstås ({ $message }).
command-help-rows = skriv de celler som måste rättas i den här filen, som öppnas i Excel
command-rows-none = Det finns inga rader att rätta, så ingen lista har skrivits.
command-rows-done = { $n ->
    [0] Inget av felen står i en viss rad, så listan är tom
    [one] En cell att rätta står i listan
   *[other] { $n } celler att rätta står i listan
}: { $path }{ $earlier ->
    [yes] . Den ersätter den förra listan.
   *[no] { "" }
}
rows-file = fil
rows-sheet = blad
rows-row = rad
rows-key = nyckel
rows-column = kolumn
rows-got = innehåll
rows-reason = skäl
rows-expected = väntat
command-help-quiet = säg ingenting om det som gick bra; fel visas alltid, och slutkoden säger hur det gick
command-help-goals-json = skriv målen som JSON, i tal, för andra program
command-help-goals-csv = skriv målen som CSV, i tal med decimalpunkt, för andra program
command-help-open = öppna rapporten i webbläsaren när den är klar
command-help-completion = skriver det som gör att kommandoskalet fyller i kommandon och val när du trycker på Tab
command-help-shell = kommandoskalet: bash, zsh, fish, powershell eller tcsh
command-not-opened = Rapporten är skriven, men det gick inte att öppna den här. Öppna filen själv: { $path }
command-refused-together = Välj antingen { $at } eller { $got }, inte båda.
