## Tabeller: rubriker, kolumner och det som står i cellerna.

table-goals = Målen, utfallen och bedömningarna
table-all-parts = alla delar
table-part = { $goal }: { $part }
table-parts = Målets delar, var för sig
table-of-part = { $part }: { $table }
table-readings = Olika sätt att läsa målet, och vad de ger
table-reading-chosen = { $reading } (planens läsning)
table-beside = Andra sätt att mäta samma sak
table-groups = { $title }: alla och grupper för sig
table-group = { $label }: { $group }
table-everybody = Alla
table-hidden = Två punkter (..) betyder att gruppen har färre än { $means } personer, eller att dess siffra annars hade gått att räkna ut. Den visas därför inte.
table-hidden-units = Två punkter (..) betyder att enheten har för få personer för att antalet ska visas, eller att det annars hade gått att räkna ut. Enheten räknas ändå med i bedömningen.
table-census = alla räknade
table-n-of = { $n } av { $population }
table-counts = Antal per { $group }
table-yes = Ja
table-no = Nej
table-unknown = Går inte att säga
table-changes = Före, efter och förändring
table-times = Utfallet, mätt på flera sätt
table-project = Projektet
table-tree = Så arbetar verksamheten för målen
column-resources = Resurser
column-ways-of-working = Arbetssätt
column-activities = Aktiviteter
table-sources = Så lästes filerna
table-accounting = Vad som hände med raderna i filerna
table-accounting-linked = De som svarat bara en gång är utanför där svaren kopplas ihop, för då är det samma personer som jämförs. Diagram över svaren på varje fråga, och över varje mätning, visar ändå alla som svarade då.
table-flow = Deltagarnas väg genom { $source }
table-answer-rates = Hur många som svarade
table-scales = Frågorna och hur väl de hänger ihop
table-alpha = Cronbachs alfa visar hur väl frågorna i en skala mäter samma sak. Värdet är högst 1; över 0,7 brukar räknas som gott.
table-files = Filerna som uppföljningen bygger på
table-checksum = Kontrollsumman (HMAC-SHA-256) är gjord med projektets egen nyckel, som ligger i en fil i projektmappen. Med den kan projektet visa att det är samma filer, utan att summan avslöjar vad som står i dem.
table-no-checksum = Projektmappen gick inte att skriva i, så projektet har ingen egen nyckel och filerna har inga kontrollsummor.
table-methods = Metoderna bakom siffrorna

## Läsningar av ett mål som "öka med 70 %"

reading-relative = Läst relativt, räknat på värdet före
reading-points = Läst som { $unit ->
    [score] skalsteg
   *[share] procentenheter
}
reading-level = Läst som en nivå

## Kolumner

column-goal = Mål
column-part = Del
column-target = Målnivå
column-value = Utfall
column-interval = Osäkerhetsintervall
column-verdict = Bedömning
column-verdict-if = Bedömning med det måttet
column-reading = Läsning
column-measure = Mått
column-reference = Källa
column-method = Metod
column-group = Grupp
column-n = Antal
column-before = Före
column-after = Efter
column-count = Antal
column-people = Personer
column-reaches = Når målet
column-fact = Uppgift
column-said = Innehåll
column-file = Fil
column-source = Källa
column-wave = Mätning
column-read-as = Läst som
column-rows = Rader
column-rows-read = Lästa
column-rows-used = Använda för målen
column-rows-left-out = Utanför
column-reasons = Skäl
column-step = Steg
column-left = Föll bort
column-could-answer = Kunde svara
column-answered = Svarade
column-share-answered = Andel
column-scale = Skala
column-questions = Frågor
column-alpha = { $named ->
    [no] Alfa
   *[yes] Alfa, { $wave }
}
column-bytes = Storlek (byte)
column-sha256 = Kontrollsumma

## Projektet

project-name = Namn
project-owner = Projektägare
project-partners = Medverkande
project-funder = Finansiär
project-period = Projekttid
project-granted = Beviljat belopp
project-diary-number = Diarienummer
project-country = Land
project-organisation-number = Organisationsnummer
project-fund = Fond
project-cci = CCI-nummer
project-co-financing = Andel medfinansiering
project-programme-area = Programområde
project-specific-objective = Specifikt mål
project-region = Region
project-nuts = NUTS-kod
project-intervention-type = Interventionstyp
project-participants = Antal deltagare

## Hur en fil lästes

read-separated = { $encoding }, { $separator }
read-text = { $encoding }, en enda kolumn
read-workbook = { $format ->
    [ods] OpenDocument, bladet { $sheet }
    [xls] Excel 97–2003, bladet { $sheet }
   *[other] Excel, bladet { $sheet }
}
read-format = { $format ->
    [sav] SPSS (.sav)
    [por] SPSS (.por)
    [dta] Stata (.dta)
    [parquet] Parquet
    [px] PC-Axis (.px)
    [json-stat] JSON-stat
    [kolada] Kolada
    [sqlite] SQLite
    [duckdb] DuckDB
    [postgresql] PostgreSQL
   *[other] { $format }
}
read-export = { $form }; export från { $tool }
tool-qualtrics = Qualtrics
tool-limesurvey = LimeSurvey
tool-microsoft-forms = Microsoft Forms
tool-google-forms = Google Formulär
tool-kobotoolbox = KoboToolbox
tool-odk = ODK
encoding-utf-8 = UTF-8{ $bom ->
    [yes] { " " }med BOM
   *[no] { "" }
}
encoding-utf-16 = UTF-16{ $bom ->
    [yes] { " " }med BOM
   *[no] { "" }
}
encoding-cp1252 = Windows-1252{ $bom ->
    [yes] { " " }med BOM
   *[no] { "" }
}
encoding-cp850 = DOS (CP850)
encoding-mac-roman = Macintosh (Mac Roman)
separator-semicolon = semikolon som skiljetecken
separator-comma = komma som skiljetecken
separator-tab = tabb som skiljetecken
separator-bar = lodstreck som skiljetecken

## Rader och personer som lämnades utanför

source-and-wave = { $source }, { $wave }
wave-before = Före
wave-after = Efter
wave-linked = Båda gångerna
left-reason = { $n } { $reason }
left-repeated = { $n ->
    [one] dubbelt svar
   *[other] dubbla svar
}
left-repeated-cases = { $n ->
    [one] dubbelt ärende
   *[other] dubbla ärenden
}
left-entered-twice = { $n ->
    [one] rad som står två gånger
   *[other] rader som står två gånger
}
left-not-in-register = { $n ->
    [one] svar av någon som inte finns i registret
   *[other] svar av personer som inte finns i registret
}
left-empty-row = { $n ->
    [one] tom rad
   *[other] tomma rader
}
left-title = { $n ->
    [one] rad ovanför rubrikraden
   *[other] rader ovanför rubrikraden
}
left-further-heading = { $n ->
    [one] extra rubrikrad
   *[other] extra rubrikrader
}
left-repeated-heading = { $n ->
    [one] upprepad rubrikrad
   *[other] upprepade rubrikrader
}
left-sum = { $n ->
    [one] summarad
   *[other] summarader
}
left-footnote = { $n ->
    [one] anmärkning under tabellen
   *[other] anmärkningar under tabellen
}
left-page = { $n ->
    [one] rad med sidnummer
   *[other] rader med sidnummer
}
left-skipped = { $n ->
    [one] rad som planen hoppar över
   *[other] rader som planen hoppar över
}
left-incomplete = { $n ->
    [one] svar som inte skickats in
   *[other] svar som inte skickats in
}
left-test-answer = { $n ->
    [one] provsvar
   *[other] provsvar
}
left-not-approved = { $n ->
    [one] underkänt svar
   *[other] underkända svar
}
left-not-asked-for = inte efterfrågade i planen
left-withdrawn = borttagna av den som publicerat
left-dropped-out = bortfall
left-secret = sekretess
left-not-applicable = ej aktuellt
left-not-available = uppgift finns inte
left-without-code = utan kod
left-without-group = utan uppgift om grupp
left-only-before = svarade bara före
left-only-after = svarade bara efter
left-answered-once = svarade bara på en av mätningarna
left-measured-once = mättes bara en gång
left-side-unknown = utan uppgift om grupp att jämföra
left-side-neither = i ingen av grupperna som jämförs
left-side-moved = bytte grupp mellan mätningarna
left-no-answer = utan svar
left-not-concerned = som målen inte omfattar
left-too-few-items = svarade på för få frågor
left-withdrawn-undated = återkallade utan datum
left-opened-missing = utan datum för när ärendet öppnades
left-opened-outside-periods = öppnades utanför mätperioderna
left-opened-after-measured = öppnades efter mätdagen
left-registered-after-measured = registrerades efter mätdagen
left-closed-before-opened = avslutades före öppningsdagen

## Steg i deltagarnas väg

flow-in-register = I registret
flow-completed = Omfattas av målen
flow-answered-before = Svarade före
flow-answered-after = Svarade efter
flow-linked = Svarade båda gångerna, hopkopplade
flow-answered-wave = Svarade: { $label }
flow-linked-twice = Svarade minst två gånger, hopkopplade
flow-analysed = Ingår i analysen
table-possible = möjligt: { $between }

## Det som underlagen innehåller, när planen inte har några mål

described-summary = Planen har inga mål ännu. Här beskrivs vad som står i underlagen.
described-source = { $source }: { $rows }.
described-wave = { $rows ->
    [one] en rad
   *[other] { $rows } rader
 } ({ $wave })
rows-of = { $rows ->
    [one] en rad
   *[other] { $rows } rader
}
described-groups = { $source }: grupper
described-questions = { $source }: { $scale }
described-numbers = { $source }: tal
described-count = { $n } ({ $percent })
described-unknown = uppgift saknas
described-hidden = Två punkter (..) betyder att färre än { $means } personer finns i gruppen eller har gett svaret, att färre än { $distributions } har svarat på frågan, eller att siffran annars hade gått att räkna ut.
described-no-goals = Planen har inga mål. Rapporten beskriver då vad som står i underlagen.
column-described-answers = Svar
column-described-number = Tal
column-described-mean = Medelvärde
column-described-deviation = Standardavvikelse
column-described-low = Lägst
column-described-high = Högst
