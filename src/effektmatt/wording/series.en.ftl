## Series: numbers month by month, quarter by quarter or year by year.

found-period-change = { $label }: on average { $before } during { $start } to { $end } and { $after } during { $first } to { $last }
series-of-unit = { $label }, { $name }
series-values = Values over time
period-quarter = quarter { $part } of { $year }
column-period = Period
how-period-change = Counted in { $source }: the mean after the baseline is compared with the mean during it. The limits in the chart are those of the baseline and do not move. The uncertainty intervals allow for periods near each other being alike.
measure-period-level = level, on average per period
measure-period-difference = change of the level from the baseline
measure-period-jump = jump from the line that was already there
    .if = as a jump from the line that was already there
measure-period-season = change from the same period of the year before
    .if = compared with the same period of the year before
note-series-baseline-empty = No period in the file lies in the baseline.
note-series-nothing-after = No period in the file lies after the baseline.
note-series-gaps = { $n ->
    [one] One period is missing from the series.
   *[other] { $n } periods are missing from the series.
}
note-series-beyond = { $n } of { $of } periods after the baseline lie outside what was ordinary variation during it.
note-too-few-periods = The periods are too few for any uncertainty to be worked out: { $n }, and at least { $needed } are needed in the baseline and at least { $needed } after.
note-periods-too-alike = The periods are so much alike that the data cannot tell how large the change is. The interval is therefore very wide.
note-periods-all-alike = All periods are alike, so no uncertainty can be worked out.
chart-series-alt = XmR chart of { $n } periods: the values with the mean and limits of the baseline.
chart-series-beyond = { $way ->
    [up] { WAY($way, "Above") } the upper limit: { $period }.
   *[down] { WAY($way, "Below") } the lower limit: { $period }.
}
fault-series-period = “{ $got }” is no period of the same kind as those of the baseline.
    .mend = Write months as 2023-01, quarters as 2023-Q1 and years as 2023, the same kind throughout the column and in baseline.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-series = Series: numbers per month, quarter or year
    .unknown = There is no series called “{ $got }” among the sources.
