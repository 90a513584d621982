## Measured numbers: what was found, how it is measured, and what is wrong.

found-mean = The mean of { $number } is { $value } ({ $n } measured){ $whom }
found-mean-change = The mean of { $number }{ $whom } { $way ->
    [up] { WAY($way, "rose") } from { $span }{ $unit }, an { WAY($way, "increase") } of { $amount }{ $by_unit }
    [down] { WAY($way, "fell") } from { $span }{ $unit }, a { WAY($way, "decrease") } of { $amount }{ $by_unit }
    [about] was practically unchanged ({ $both })
    [same] was { $after }{ $unit } both times
   *[unsure] was { $both }, a difference of { $amount }{ $by_unit }{ $unsure }
}
found-share-within = { $hits } of { $n } ({ $value }) have { $number } { $limits }{ $whom }
in-unit = { " " }{ $unit }
among-whom = { " " }among { $whom }
how-mean = Measured in { $source }: the mean of { $number }.
how-mean-change = Measured in { $source }: the mean of { $number }, before and after.
how-share-within = Measured in { $source }: the share whose { $number } lies within the limits.
how-measured-all = Those who were measured only once are counted too.
numbers-over = above { $low }
numbers-to = at most { $high }
numbers-over-to = above { $low } to { $high }
numbers-all = all numbers
numbers-measured = { $label }: { $n } measured.
table-numbers = How the numbers are spread
column-numbers = Number
column-share = Share
left-without-number = without a number
chart-numbers-title = { $label }: how the numbers are spread{ $waves ->
    [two] { " " }both times
   *[one] { "" }
}
chart-numbers-alt = { $waves ->
    [two] Horizontal bars, two for each class of numbers: the share with a number in the class the first and the second time.
   *[one] Horizontal bars, one for each class of numbers: the share with a number in the class.
}
chart-numbers-alt-row = { $label }: { $waves ->
    [two] { $before } the first time and { $after } the second.
   *[one] { $after }.
}
fault-number-not-possible = This says { $got }, but the number should lie between { $lowest } and { $highest }.
    .mend = Correct the number, or change possible in the plan if it is right.
fault-plan-of-or-everybody = The source says both who could have been measured (of) and that everybody is (everybody).
    .mend = Take away one of the keys.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-measurements = Measured numbers: sick days, hours, test scores
    .unknown = There is no source of measured numbers called “{ $got }” among the sources.
