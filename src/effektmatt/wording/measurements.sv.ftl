## Uppmätta tal: vad som hittades, hur det är mätt, och vad som är fel.

found-mean = Medelvärdet av { $number } är { $value } ({ $n } mätta){ $whom }
found-mean-change = Medelvärdet av { $number }{ $whom } { $way ->
    [up] { WAY($way, "steg") } från { $span }{ $unit }, en { WAY($way, "ökning") } med { $amount }{ $by_unit }
    [down] { WAY($way, "sjönk") } från { $span }{ $unit }, en { WAY($way, "minskning") } med { $amount }{ $by_unit }
    [about] var i stort sett oförändrat ({ $both })
    [same] var { $after }{ $unit } båda gångerna
   *[unsure] var { $both }, en skillnad på { $amount }{ $by_unit }{ $unsure }
}
found-share-within = { $hits } av { $n } ({ $value }) har { $number } { $limits }{ $whom }
in-unit = { " " }{ $unit }
among-whom = { " " }bland { $whom }
how-mean = Mätt i { $source }: medelvärdet av { $number }.
how-mean-change = Mätt i { $source }: medelvärdet av { $number }, före och efter.
how-share-within = Mätt i { $source }: andelen vars { $number } ligger inom gränserna.
how-measured-all = Också de som mätts bara den ena gången räknas.
numbers-over = över { $low }
numbers-to = högst { $high }
numbers-over-to = över { $low } till { $high }
numbers-all = alla tal
numbers-measured = { $label }: { $n } mätta.
table-numbers = Hur talen fördelar sig
column-numbers = Tal
column-share = Andel
left-without-number = utan tal
chart-numbers-title = { $label }: hur talen fördelar sig{ $waves ->
    [two] { " " }båda gångerna
   *[one] { "" }
}
chart-numbers-alt = { $waves ->
    [two] Liggande staplar, två för varje klass av tal: hur stor andel som hade ett tal i klassen första och andra gången.
   *[one] Liggande staplar, en för varje klass av tal: hur stor andel som hade ett tal i klassen.
}
chart-numbers-alt-row = { $label }: { $waves ->
    [two] { $before } första gången och { $after } andra gången.
   *[one] { $after }.
}
fault-number-not-possible = Här står { $got }, men talet ska ligga mellan { $lowest } och { $highest }.
    .mend = Rätta talet, eller ändra possible i planen om det är rätt.
fault-plan-of-or-everybody = Källan säger både vilka som kunde ha mätts (of) och att alla är mätta (everybody).
    .mend = Ta bort den ena nyckeln.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-measurements = Uppmätta tal: sjukdagar, timmar, provresultat
    .unknown = Det finns ingen källa med uppmätta tal som heter ”{ $got }” bland källorna.
