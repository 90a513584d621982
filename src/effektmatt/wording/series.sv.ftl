## Serier: tal månad för månad, kvartal för kvartal eller år för år.

found-period-change = { $label }: i genomsnitt { $before } under { $start } till { $end } och { $after } under { $first } till { $last }
series-of-unit = { $label }, { $name }
series-values = Värden över tid
period-quarter = kvartal { $part } { $year }
column-period = Period
how-period-change = Räknat i { $source }: medelvärdet efter baslinjen jämförs med medelvärdet under den. Gränserna i diagrammet är baslinjens och ändras inte. Osäkerhetsintervallen räknar med att perioder nära varandra kan likna varandra.
measure-period-level = nivå, i genomsnitt per period
measure-period-difference = förändring av nivån mot baslinjen
measure-period-jump = hopp från den linje som redan fanns
    .if = som ett hopp från den linje som redan fanns
measure-period-season = förändring mot samma period året innan
    .if = mot samma period året innan
note-series-baseline-empty = Ingen period i filen ligger i baslinjen.
note-series-nothing-after = Ingen period i filen ligger efter baslinjen.
note-series-gaps = { $n ->
    [one] En period saknas i serien.
   *[other] { $n } perioder saknas i serien.
}
note-series-beyond = { $n } av { $of } perioder efter baslinjen ligger utanför det som var vanlig variation under den.
note-too-few-periods = Det är för få perioder för att räkna ut någon osäkerhet: { $n }, och det behövs minst { $needed } under baslinjen och minst { $needed } efter.
note-periods-too-alike = Perioderna liknar varandra så mycket att uppgifterna inte kan säga hur stor förändringen är. Därför är intervallet mycket brett.
note-periods-all-alike = Alla perioder är lika, så det går inte att räkna ut någon osäkerhet.
chart-series-alt = XmR-diagram över { $n } perioder: värdena med baslinjens medelvärde och gränser.
chart-series-beyond = { $way ->
    [up] { WAY($way, "Över") } den övre gränsen: { $period }.
   *[down] { WAY($way, "Under") } den nedre gränsen: { $period }.
}
fault-series-period = ”{ $got }” är ingen period av samma slag som baslinjens.
    .mend = Skriv månader som 2023-01, kvartal som 2023-K1 och år som 2023, samma slag i hela kolumnen och i baseline.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-series = Serier: tal per månad, kvartal eller år
    .unknown = Det finns ingen serie som heter ”{ $got }” bland källorna.
