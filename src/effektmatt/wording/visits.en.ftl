## Visits by Mystery Visitors, and reviewed texts: sentences, tables, reasons and faults.
## What is judged may be a visit or a text, so the words are those that fit both.

visit-part-all = the result on the checklist “{ $label }”
    .first = The result on the checklist “{ $label }”
visit-part-area = the result in the area “{ $label }”
    .first = The result in the area “{ $label }”
visit-part-item = the result on the item “{ $label }”
    .first = The result on the item “{ $label }”

found-visit-score = { $what } { $way ->
    [up] { WAY($way, "rose") } from { $span }, an { WAY($way, "increase") } of { $amount }
    [down] { WAY($way, "fell") } from { $span }, a { WAY($way, "decrease") } of { $amount }
    [about] was practically unchanged ({ $both })
    [same] was { $after } both times
   *[unsure] was { $both }, a difference of { $amount }{ $unsure }
}
found-visit-score-once = { $what } is { $value }
found-agreement = Those who judged the same thing agree to { $value }, where 1 is full agreement and 0 is chance (Krippendorff’s alpha)
found-agreement-alike = { $n ->
    [one] One visit or text was
   *[other] { $n } visits or texts were
} judged by at least two, and { $value } of the pairs of judgements are the same; agreement beyond chance (Krippendorff’s alpha) cannot be computed
found-agreement-none = { $why ->
    [no-visit-column] No column says which rows are about the same visit or text
    [one-visitor-only] A single person made all the judgements
   *[no-visit-judged-by-two] Nothing was judged by at least two
}
found-agreement-both = Judgements of the yes and no items agree to { $value } and ratings to { $ratings }, where 1 is full agreement and 0 is chance (Krippendorff’s alpha)

how-visit-score = Measured in { $source }: { $part }. Each judgement scores the share of what could be judged that was met. What several judged gets the mean of their scores and counts once. Ratings count from 0 for the lowest to 100% for the highest. Uncertainty is counted on how much the places or texts differ, not on the number of judgements.
how-agreement = Measured in { $source }: how well those who judged the same visit or the same text agree, beyond chance (Krippendorff’s alpha). Above 0.8 is usually called good agreement, below 0.67 too low to draw conclusions from (Krippendorff 2019).

visits-made = { $label }: { $before } judgements before and { $after } after.
visits-agreed = { $label }: { $n } visits or texts were judged by at least two.

## Tables

table-visit-parts = { $label }: area by area and item by item
table-visit-many = Every row has an interval of its own. They are not adjusted for the rows being many.
table-visit-test = Had nothing changed, as large a difference would still come about by chance with a probability of { $p } (sign-flip test over units).
table-visit-icc = Judgements of the same { $unit } resemble each other: the intraclass correlation is { $before } before and { $after } after, where 0 means that they are no more alike than others.
table-visit-units = Results per { $unit }, in alphabetical order
table-visit-units-times = Times is how often the unit was visited or reviewed. What two judged is one time, with the mean of their judgements.
table-visit-units-hidden = Two dots (..) mean that the unit was visited or reviewed only once, or that the result could otherwise be worked out. It is therefore not shown.
table-visitors = How each of them judged
table-visitors-adjusted = Allowing for some being stricter than others, the change is { $adjusted } ({ $interval }). Without that, counted on all judgements, it is { $plain }.
table-agreement = { $label }: how alike the same thing was judged, item by item
table-agreement-all = All yes and no items
table-agreement-ratings = All ratings
judge-visitor = Visitor
judge-reviewer = Reviewer
judge-number = { $judge } { $number }
column-visit-part = Area and item
column-visit-area = Area
column-visit-item = Item
column-visit-unit = Unit
column-times-before = Times before
column-times-after = Times after
column-visits-before = Judgements before
column-visits-after = Judgements after
column-double-visits = Judged by at least two
column-alike = Judged alike
column-krippendorff = Alpha
left-outside-waves = belong to no wave
left-nothing-judged = { $n ->
    [one] where nothing could be judged
   *[other] where nothing could be judged
}

## Charts

chart-visit-parts-alt = Chart with one row per area: { $waves ->
    [named] { $first } as a ring and { $last } as a filled dot
   *[plain] the value before as a ring and the value after as a filled dot
}.
chart-visit-units-alt = Chart with one row per unit, by change, the most positive first, on one axis. { $waves ->
    [named] { $first } is a ring and { $last } a filled dot.
   *[plain] The value before is a ring and the value after a filled dot.
}
chart-visit-units-alt-row = { $unit }: { $waves ->
    [named] { $before } ({ $first }) and { $after } ({ $last }).
   *[plain] { $before } before and { $after } after.
}
chart-visit-units-alt-hidden = { $unit }: not shown.
chart-visit-units-key = { $waves ->
    [named] Ring: { $first }, dot: { $last }, in per cent. Change in percentage points.
   *[plain] Ring before, dot after, in per cent. Change in percentage points.
}
chart-visit-units-between = … { $n ->
    [one] one unit in between
   *[other] { $n } units in between
}
chart-visit-units-all = The change of every unit, in percentage points
chart-visit-all = Everything
chart-agreement-title = { $label }: alpha is { $value } for what several judged
chart-agreement-title-none = { $label }: how alike the same thing was judged
chart-agreement-alt = Chart with one row per item: alpha as a dot and the interval as a line. 1 is full agreement and 0 is chance.

## Measures

measure-visit-score = share met of what could be judged
measure-visit-score-difference = change in share met
measure-visit-score-difference-adjusted = change in share met, allowing for who judged
    .if = allowing for some being stricter judges than others
measure-krippendorff-alpha = Krippendorff’s alpha
measure-krippendorff-alpha-yes-no = Krippendorff’s alpha, yes and no items
measure-krippendorff-alpha-ratings = Krippendorff’s alpha, ratings
measure-icc = intraclass correlation
measure-percent-agreement = share of pairs of judgements that agree
method-log-ratio-of-units = interval for the logarithm of the ratio, over units
method-visitor-effects-cr2 = regression with a level for every visitor, cluster-robust interval (CR2, Satterthwaite degrees of freedom)

## Reasons, assumptions and remarks

note-visits-show-what-is-usual = It is assumed that what was visited or reviewed shows how things usually are, although it was chosen and not drawn by lot.
    .clause = what was visited or reviewed shows how things usually are
note-others-judge-alike = It is assumed that others would have judged as strictly as those who judged.
    .clause = others would have judged as strictly
note-other-units-alike = It is assumed that what was judged after was as easy or hard from the start as what was judged before.
    .clause = what was judged before and what was judged after were alike from the start
note-visitors-equally-strict = It is assumed that those who judged before and those who judged after are equally strict: not all judgements were made by the same people. { AMOUNT($share, "share") } were made by people who judged both times.
    .clause = those who judged before and those who judged after are equally strict
note-visitors-judge-alike = Nobody judged both before and after. The result takes for granted that those who judged before and those who judged after are equally strict.
    .clause = those who judged before and those who judged after are equally strict
note-unknown-visitors-judge-alike = Nothing says who judged. The result takes for granted that those who judged before and those who judged after are equally strict.
    .clause = those who judged before and those who judged after are equally strict
note-wave-without-visits = The wave “{ $wave }” has no judgements yet.
note-no-visits-scored = There is no judgement where anything could be judged.
note-too-few-units = The result rests on { $units ->
    [one] a single unit
   *[other] { $units } units
}, and at least { $needed } are needed to work out any uncertainty.
note-units-alike = All units have the same result, so no uncertainty can be worked out.
note-visits-alike = The judgements are too few or all alike, so no uncertainty can be worked out.
note-units-compared = The comparison is made within { $units ->
    [one] the only unit
   *[other] the { $units } units
} judged both before and after, and every unit weighs the same.{ $left ->
    [0] { "" }
    [one] { " " }One unit judged only one of the times is left out.
   *[other] { " " }The { $left } units judged only one of the times are left out.
}
note-units-differ = { $units ->
    [0] What was judged before is not the same as what was judged after.
   *[other] Only { $units } of { $of } units were judged both before and after.
} Therefore all judgements before are compared with all after.
note-critical-failed = In the wave “{ $wave }”, { $n } of { $of } judgements failed an item that must be met. They count as 0.
note-checklist-cells-empty = In the wave “{ $wave }”, { $n ->
    [one] one cell of the checklist was not filled in. It counts
   *[other] { $n } cells of the checklist were not filled in. They count
} neither for nor against.
note-nothing-applied = In the wave “{ $wave }” there { $n ->
    [one] is one judgement where nothing could be judged. It does
   *[other] are { $n } judgements where nothing could be judged. They do
} not count.
note-one-visitor = In the wave “{ $wave }” a single person made all the judgements. What was judged cannot be told from how that person judges.
note-visitor-unknown = In the wave “{ $wave }”, { $n ->
    [one] one judgement does
   *[other] { $n } judgements do
} not say who made it.
note-visit-unknown = { $n ->
    [one] One judgement does not say which visit or text it is of, so it is not compared with anybody else’s.
   *[other] { $n } judgements do not say which visit or text they are of, so they are not compared with anybody else’s.
}
note-visits-without-group = { $n ->
    [one] One judgement does not say { $by } and stands in no group.
   *[other] { $n } judgements do not say { $by } and stand in no group.
}
note-no-visit-column = No column says which rows are of the same visit or text, so it cannot be said how well the judgements agree.
note-one-visitor-only = A single person made all the judgements, so it cannot be said how well several would agree.
note-no-visit-judged-by-two = Nothing was judged by at least two, so it cannot be said how well the judgements agree.
note-too-few-double-visits = Too few were judged by at least two: { $n }, and at least { $needed } are needed.
note-judged-on-one-level = Everything got the same judgement, so agreement cannot be told from chance.
note-agreed-throughout = The judgements vary too little for any uncertainty to be worked out.
note-judged-twice-by-the-same = { $n ->
    [one] One row repeats a judgement by the same person and does not count.
   *[other] { $n } rows repeat a judgement by the same person and do not count.
}

## Faults

fault-checklist-answer-outside = Here stands “{ $got }”, but the answer should be { $expected }.
    .mend = Correct the answer in the file, or add the spelling to the checklist in the plan.
fault-unit-unknown = The unit “{ $got }” is not among those that the plan lists: { $names }.
    .mend = Correct the name in the file, or add the unit under units in the plan.
fault-visit-without-unit = The row does not say which unit was judged.
    .mend = Fill in the unit, or remove the row.
fault-checklist-without-items = The checklist has no items.
    .mend = Add at least one under items.
fault-checklist-item-repeated = The item “{ $got }” stands twice.
    .mend = Remove one of them.
fault-checklist-item-unknown = The checklist has no item called “{ $got }”. It has { $names }.
fault-checklist-rating-too-short = A rating needs at least two steps, from the lowest to the highest. Here is only “{ $got }”.
    .mend = Add the steps.
fault-checklist-answer-repeated = “{ $got }” stands for two different answers.
    .mend = Let every answer have spellings of its own.
fault-plan-area-or-item = A measure can be of an area or of an item, not of both.
    .mend = Keep area or item.
fault-plan-visits-without-wave = A single file holds several waves, but the plan does not say which wave a row belongs to.
    .mend = Say which column tells it, with wave or date, or give one file per wave with files.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-visits = Visits or reviewed texts: Mystery Visitor, checklists
    .unknown = There is no source of visits called “{ $got }”.
