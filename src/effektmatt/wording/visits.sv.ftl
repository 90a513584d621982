## Besök av Mystery Visitors, och texter som granskats: meningar, tabeller, skäl och fel.
## Det som bedöms kan vara ett besök eller en text, så orden är de som passar båda.

visit-part-all = resultatet enligt checklistan ”{ $label }”
    .first = Resultatet enligt checklistan ”{ $label }”
visit-part-area = resultatet i området ”{ $label }”
    .first = Resultatet i området ”{ $label }”
visit-part-item = resultatet på punkten ”{ $label }”
    .first = Resultatet på punkten ”{ $label }”

found-visit-score = { $what } { $way ->
    [up] { WAY($way, "steg") } från { $span }, en { WAY($way, "ökning") } med { $amount }
    [down] { WAY($way, "sjönk") } från { $span }, en { WAY($way, "minskning") } med { $amount }
    [about] var i stort sett oförändrat ({ $both })
    [same] var { $after } båda gångerna
   *[unsure] var { $both }, en skillnad på { $amount }{ $unsure }
}
found-visit-score-once = { $what } är { $value }
found-agreement = De som bedömt samma sak stämmer överens till { $value }, där 1 är full överensstämmelse och 0 är slump (Krippendorffs alfa)
found-agreement-alike = { $n ->
    [one] Ett besök eller en text
   *[other] { $n } besök eller texter
} har bedömts av minst två, och { $value } av bedömningarna två och två är lika; överensstämmelsen utöver slumpen (Krippendorffs alfa) går inte att räkna ut
found-agreement-none = { $why ->
    [no-visit-column] Ingen kolumn säger vilka rader som gäller samma besök eller text
    [one-visitor-only] En enda person har gjort alla bedömningar
   *[no-visit-judged-by-two] Ingenting har bedömts av minst två
}
found-agreement-both = På ja- och nejpunkterna stämmer bedömningarna överens till { $value } och på betygen till { $ratings }, där 1 är full överensstämmelse och 0 är slump (Krippendorffs alfa)

how-visit-score = Mätt i { $source }: { $part }. Varje bedömning får som resultat hur stor andel av det som gick att bedöma som var uppfyllt. Det som flera har bedömt får medelvärdet av deras resultat och räknas en gång. Betyg räknas från 0 för det lägsta till 100 % för det högsta. Osäkerheten räknas på hur mycket det som besökts eller granskats skiljer sig åt, inte på antalet bedömningar.
how-agreement = Mätt i { $source }: hur väl de som bedömt samma besök eller samma text stämmer överens, utöver vad slumpen ger (Krippendorffs alfa). Över 0,8 brukar räknas som god överensstämmelse, under 0,67 som för låg för att dra slutsatser av (Krippendorff 2019).

visits-made = { $label }: { $before } bedömningar före och { $after } efter.
visits-agreed = { $label }: { $n } besök eller texter har bedömts av minst två.

## Tabeller

table-visit-parts = { $label }: område för område och punkt för punkt
table-visit-many = Varje rad har sitt eget osäkerhetsintervall. De är inte justerade för att raderna är många.
table-visit-test = Om ingenting hade förändrats skulle en så stor skillnad ändå uppstå av en slump med en sannolikhet på { $p } (teckenbytestest över enheterna).
table-visit-icc = Bedömningar av samma { $unit } liknar varandra: intraklasskorrelationen är { $before } före och { $after } efter, där 0 betyder att de inte liknar varandra mer än andra.
table-visit-units = Resultat per { $unit }, i bokstavsordning
table-visit-units-times = Antal är hur många gånger enheten besökts eller granskats. Det som två har bedömt är en gång, med medelvärdet av deras bedömningar.
table-visit-units-hidden = Två punkter (..) betyder att enheten bara besökts eller granskats en gång, eller att resultatet annars hade gått att räkna ut. Det visas därför inte.
table-visitors = Hur var och en har bedömt
table-visitors-adjusted = Om man tar hänsyn till att de är olika stränga är förändringen { $adjusted } ({ $interval }). Utan hänsyn till det, räknat på alla bedömningar, är den { $plain }.
table-agreement = { $label }: hur lika samma sak har bedömts, punkt för punkt
table-agreement-all = Alla ja- och nejpunkter
table-agreement-ratings = Alla betyg
judge-visitor = Besökare
judge-reviewer = Granskare
judge-number = { $judge } { $number }
column-visit-part = Område och punkt
column-visit-area = Område
column-visit-item = Punkt
column-visit-unit = Enhet
column-times-before = Antal före
column-times-after = Antal efter
column-visits-before = Bedömningar före
column-visits-after = Bedömningar efter
column-double-visits = Bedömda av minst två
column-alike = Lika bedömda
column-krippendorff = Alfa
left-outside-waves = hör inte till någon mätning
left-nothing-judged = { $n ->
    [one] där ingenting gick att bedöma
   *[other] där ingenting gick att bedöma
}

## Diagram

chart-visit-parts-alt = Diagram med en rad per område: { $waves ->
    [named] { $first } som en ring och { $last } som en fylld punkt
   *[plain] värdet före som en ring och värdet efter som en fylld punkt
}.
chart-visit-units-alt = Diagram med en rad per enhet, i ordning efter förändring, den mest positiva först, på en gemensam axel. { $waves ->
    [named] { $first } är en ring och { $last } en fylld punkt.
   *[plain] Värdet före är en ring och värdet efter en fylld punkt.
}
chart-visit-units-alt-row = { $unit }: { $waves ->
    [named] { $before } ({ $first }) och { $after } ({ $last }).
   *[plain] { $before } före och { $after } efter.
}
chart-visit-units-alt-hidden = { $unit }: visas inte.
chart-visit-units-key = { $waves ->
    [named] Ring: { $first }, punkt: { $last }, i procent. Förändring i procentenheter.
   *[plain] Ring före, punkt efter, i procent. Förändring i procentenheter.
}
chart-visit-units-between = … { $n ->
    [one] en enhet däremellan
   *[other] { $n } enheter däremellan
}
chart-visit-units-all = Alla enheters förändring, i procentenheter
chart-visit-all = Allt
chart-agreement-title = { $label }: alfa är { $value } för det som flera har bedömt
chart-agreement-title-none = { $label }: hur lika samma sak har bedömts
chart-agreement-alt = Diagram med en rad per punkt: alfa som en punkt och osäkerhetsintervallet som en linje. 1 är full överensstämmelse och 0 är slump.

## Mått

measure-visit-score = andel uppfyllt av det som gick att bedöma
measure-visit-score-difference = förändring i andel uppfyllt
measure-visit-score-difference-adjusted = förändring i andel uppfyllt, med hänsyn till vem som bedömt
    .if = med hänsyn till att de som bedömer är olika stränga
measure-krippendorff-alpha = Krippendorffs alfa
measure-krippendorff-alpha-yes-no = Krippendorffs alfa, ja- och nejpunkter
measure-krippendorff-alpha-ratings = Krippendorffs alfa, betyg
measure-icc = intraklasskorrelation
measure-percent-agreement = andel par av bedömningar som är lika
method-log-ratio-of-units = intervall för logaritmen av kvoten, över enheterna
method-visitor-effects-cr2 = regression med en nivå för varje besökare, klusterrobust intervall (CR2, Satterthwaites frihetsgrader)

## Skäl, antaganden och anmärkningar

note-visits-show-what-is-usual = Det förutsätts att det som besökts eller granskats visar hur det brukar vara, fast det har valts ut och inte lottats.
    .clause = det som besökts eller granskats visar hur det brukar vara
note-others-judge-alike = Det förutsätts att andra hade bedömt lika strängt som de som bedömde.
    .clause = andra hade bedömt lika strängt
note-other-units-alike = Det förutsätts att det som bedömdes efter var lika lätt eller svårt från början som det som bedömdes före.
    .clause = det som bedömdes före och det som bedömdes efter liknade varandra från början
note-visitors-equally-strict = Det förutsätts att de som bedömde före och de som bedömde efter är lika stränga: det är inte samma personer som gjort alla bedömningar. { AMOUNT($share, "share") } gjordes av personer som bedömde båda gångerna.
    .clause = de som bedömde före och de som bedömde efter är lika stränga
note-visitors-judge-alike = Ingen har bedömt både före och efter. Resultatet förutsätter att de som bedömde före och de som bedömde efter är lika stränga.
    .clause = de som bedömde före och de som bedömde efter är lika stränga
note-unknown-visitors-judge-alike = Det finns ingen uppgift om vem som har bedömt. Resultatet förutsätter att de som bedömde före och de som bedömde efter är lika stränga.
    .clause = de som bedömde före och de som bedömde efter är lika stränga
note-wave-without-visits = Mätningen ”{ $wave }” har inga bedömningar ännu.
note-no-visits-scored = Det finns ingen bedömning där något gick att bedöma.
note-too-few-units = Resultatet bygger på { $units ->
    [one] en enda enhet
   *[other] { $units } enheter
}, och det behövs minst { $needed } för att räkna ut någon osäkerhet.
note-units-alike = Alla enheter har samma resultat, så det går inte att räkna ut någon osäkerhet.
note-visits-alike = Bedömningarna är för få eller alla lika, så det går inte att räkna ut någon osäkerhet.
note-units-compared = Jämförelsen görs inom { $units ->
    [one] den enda enhet
   *[other] de { $units } enheter
} som bedömts både före och efter, och varje enhet väger lika.{ $left ->
    [0] { "" }
    [one] { " " }En enhet som bara bedömts den ena gången är inte med.
   *[other] { " " }De { $left } enheter som bara bedömts den ena gången är inte med.
}
note-units-differ = { $units ->
    [0] Det som bedömdes före är inte detsamma som det som bedömdes efter.
   *[other] Bara { $units } av { $of } enheter har bedömts både före och efter.
} Därför jämförs alla bedömningar före med alla efter.
note-critical-failed = I mätningen ”{ $wave }” har { $n } av { $of } bedömningar fallit på en punkt som måste vara uppfylld. De räknas som 0.
note-checklist-cells-empty = I mätningen ”{ $wave }” är { $n ->
    [one] en ruta i checklistan inte ifylld. Den räknas
   *[other] { $n } rutor i checklistan inte ifyllda. De räknas
} varken för eller emot.
note-nothing-applied = I mätningen ”{ $wave }” finns { $n ->
    [one] en bedömning
   *[other] { $n } bedömningar
} där ingenting gick att bedöma, och som inte räknas med.
note-one-visitor = I mätningen ”{ $wave }” har en enda person gjort alla bedömningar. Det går inte att skilja det som bedömts från hur just den personen bedömer.
note-visitor-unknown = I mätningen ”{ $wave }” saknar { $n ->
    [one] en bedömning
   *[other] { $n } bedömningar
} uppgift om vem som gjort den.
note-visit-unknown = { $n ->
    [one] En bedömning saknar uppgift om vilket besök eller vilken text den gäller, så den jämförs inte med någon annans.
   *[other] { $n } bedömningar saknar uppgift om vilket besök eller vilken text de gäller, så de jämförs inte med någon annans.
}
note-visits-without-group = { $n ->
    [one] En bedömning saknar uppgift om { $by } och finns inte med i någon grupp.
   *[other] { $n } bedömningar saknar uppgift om { $by } och finns inte med i någon grupp.
}
note-no-visit-column = Ingen kolumn säger vilka rader som gäller samma besök eller text, så det går inte att säga hur väl bedömningarna stämmer överens.
note-one-visitor-only = En enda person har gjort alla bedömningar, så det går inte att säga hur väl flera skulle stämma överens.
note-no-visit-judged-by-two = Ingenting har bedömts av minst två, så det går inte att säga hur väl bedömningarna stämmer överens.
note-too-few-double-visits = För få har bedömts av minst två: { $n }, och det behövs minst { $needed }.
note-judged-on-one-level = Alla har fått samma bedömning, så det går inte att skilja överensstämmelse från slump.
note-agreed-throughout = Bedömningarna varierar för lite för att det ska gå att räkna ut någon osäkerhet.
note-judged-twice-by-the-same = { $n ->
    [one] En rad upprepar en bedömning av samma person och räknas inte.
   *[other] { $n } rader upprepar en bedömning av samma person och räknas inte.
}

## Fel

fault-checklist-answer-outside = Här står ”{ $got }”, men svaret ska vara { $expected }.
    .mend = Rätta svaret i filen, eller lägg till stavningen i checklistan i planen.
fault-unit-unknown = Enheten ”{ $got }” finns inte bland dem som planen räknar upp: { $names }.
    .mend = Rätta namnet i filen, eller lägg till enheten under units i planen.
fault-visit-without-unit = Raden säger inte vilken enhet som bedömts.
    .mend = Fyll i enheten, eller ta bort raden.
fault-checklist-without-items = Checklistan har inga punkter.
    .mend = Lägg till minst en under items.
fault-checklist-item-repeated = Punkten ”{ $got }” står två gånger.
    .mend = Ta bort den ena.
fault-checklist-item-unknown = Checklistan har ingen punkt som heter ”{ $got }”. Den har { $names }.
fault-checklist-rating-too-short = Ett betyg behöver minst två steg, från det lägsta till det högsta. Här finns bara ”{ $got }”.
    .mend = Lägg till stegen.
fault-checklist-answer-repeated = ”{ $got }” står för två olika svar.
    .mend = Låt varje svar ha egna stavningar.
fault-plan-area-or-item = Ett mått kan gälla ett område eller en punkt, inte båda.
    .mend = Behåll area eller item.
fault-plan-visits-without-wave = En enda fil innehåller flera mätningar, men planen säger inte vilken mätning en rad hör till.
    .mend = Skriv vilken kolumn som säger det, med wave eller date, eller ange en fil per mätning med files.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-visits = Besök eller granskade texter: Mystery Visitor, checklistor
    .unknown = Det finns ingen besökskälla (visits) som heter ”{ $got }” bland källorna.
