## Logs, activities, money and published indices: what was found, how it was measured, and what is wrong.

# In which time uses count; $period is already written.
in-period = { " " }in the period { $period }

found-active-share = { $hits } of { $of } ({ $value }) are found { $times ->
    [1] at least once
   *[other] at least { $number } times
} in { $source }{ $period }
found-weekly-users = On average { $value } different people a week are found in { $source } ({ $n ->
    [one] one week
   *[other] { $n } weeks
})
found-weekly-users-change = The number of users a week { $way ->
    [up] { WAY($way, "rose") } from an average of { $before } before { $date } to { $after } from that week on
    [down] { WAY($way, "fell") } from an average of { $before } before { $date } to { $after } from that week on
    [same] was on average { $after } both before { $date } and from that week on
   *[unsure] was on average { $before } before { $date } and { $after } from that week on, a difference{ $unsure }
}
found-weekly-users-level = From { $date } the number of users a week is on average { $after }, against { $before } before
found-held = { $held } of { $expected } { $expected ->
    [one] planned activity
   *[other] planned activities
} took place
held-kind = { " " }of the kind { $kind }
found-full-dose = { $hits } of { $of } ({ $value }) have taken part for at least { $hours } hours
found-money-used = Of the budget of { $budget }{ $post } { $used } is used ({ $share }){ $way ->
    [less] , and { $rest } is not used
    [more] , that is { $rest } { WAY($way, "more") } than the budget
   *[same] { "" }
}
found-money-without-budget = There is no budget{ $post }, and { $way ->
    [used] { $amount } has been used: { $amount } { WAY($way, "over") } the budget
    [income] { $amount } has come in
   *[same] nothing has been used
}
found-money-came-in = Of the budget of { $budget }{ $post } nothing has been used; { $amount } has come in instead
found-income = Of the budgeted income of { $budget }{ $post }, { $amount } has come in ({ $share }){ $way ->
    [less] , { $rest } { WAY($way, "less") } than budgeted
    [more] , { $rest } { WAY($way, "more") } than budgeted
   *[same] { "" }
}
found-income-cost = The budgeted income of { $budget }{ $post } has become a cost of { $amount } instead
for-post = { " " }for { $post }
found-index-change = The value{ $called } { $way ->
    [up] { WAY($way, "rose") } from { $before } ({ $first }) to { $after } ({ $last }), an { WAY($way, "increase") } of { $amount }
    [down] { WAY($way, "fell") } from { $before } ({ $first }) to { $after } ({ $last }), a { WAY($way, "decrease") } of { $amount }
   *[same] was { $after } both { $first } and { $last }
}
found-index-changes = { $named ->
    [none] { $moves }
   *[other] “{ $named }”: { $moves }
}{ $list }
for-index = { " " }of “{ $named }”
index-moves = { $way ->
    [several] of { $number }{ $compared ->
        [some] { " " }that can be compared
       *[all] { "" }
    }, { $moved }
   *[other] { $how ->
        [only] the only one
        [both] both
       *[all] all { $total }
    }{ $compared ->
        [some] { " " }that can be compared
       *[all] { "" }
    } { $how ->
        [only] has
       *[other] have
    } { $way ->
        [up] { WAY($way, "risen") }
        [down] { WAY($way, "fallen") }
       *[same] the same value as first
    }
}
index-moved = { $n ->
    [one] { $number } has
   *[other] { $number } have
} { $way ->
    [up] { WAY($way, "risen") }
    [down] { WAY($way, "fallen") }
   *[same] the same value as first
}
found-index-level = The latest value{ $called } is { $after } ({ $last }), against { $before } ({ $first })
found-index-some = Only { $known } of { $total } units have values to compare{ $list }
found-index-levels = The { $which ->
    [highest] highest
   *[lowest] lowest
} of the latest values{ $called } is { $value } ({ $unit_name })
index-deciding = { $which ->
    [highest] highest
   *[lowest] lowest
}: { $value } ({ $unit_name })
index-units = { "" }: { $list }
index-mean = ; on average it is { $value }{ $interval }
index-decided = ; { $unit_name } decides, with { $value }
index-gone = The value for { $wave_name } is missing, and what is known is earlier: { $found }
index-one-unit = { $unit_name } from { $before } to { $after }
with-unit = { $number } { $unit }

how-active-share = Counted in { $source }: everybody in the register is looked up in the log, and who is found there { $times ->
    [1] at least once
   *[other] at least { $times } times
} counts as a user.
how-weekly-users = Counted in { $source }: different people a week, Monday to Sunday. An XmR chart shows what is ordinary variation: the limits lie 2.66 times the mean distance between two weeks from the mean, and no distance is removed. The uncertainty intervals of the means allow for weeks near each other being alike.
how-held = Counted in { $source }: activities{ $kind } with a day on which they took place, against the number that the plan promised.
how-full-dose = Counted in { $source }: the hours are added up person by person and compared with { $hours } hours. Everybody in the register is counted, also those who took no part at all.
how-money-used = Counted in { $source }: the outcome divided by the budget. The amounts are exact, to the öre.
how-index-change = Taken from { $source }: the first value is compared with the last.{ $units ->
    [one] { "" }
   *[other] { $over ->
        [mean] { " " }A target is judged by the mean over the units.
       *[every] { " " }A goal is met only when every unit meets it.
    }
}

## What is measured, and methods

measure-active-share = share of users
measure-weekly-users = users a week, on average
measure-weekly-users-difference = change in users a week
measure-weekly-users-jump = jump in users a week from the line that was already there
    .if = as a jump from the line that was already there
measure-weekly-users-season = change in users a week from the same weeks of the year before
    .if = compared with the same weeks of the year before
measure-held = activities held
measure-full-dose = share who got all the hours
measure-money-used = share of the budget used
measure-index-value = published value
measure-mean-index-change = mean change over units
measure-mean-index-value = mean value over units
measure-mean-relative-change = mean relative change over units
method-published-error = published value with its stated margin of error
measure-index-change = change in published value
method-ar1 = t interval that allows for each value being like the one before it (autoregression)
method-ledger = booked amounts, exact
method-published = published values, nothing computed

## Remarks

note-users-not-in-register = { $n ->
    [one] One user in the log is not in the register and is not counted.
   *[other] { $n } users in the log are not in the register and are not counted.
}
note-users-not-in-register-counted = { $n ->
    [one] One user in the log is not in the register. All users are counted here, that one included.
   *[other] { $n } users in the log are not in the register. All users are counted here, those included.
}
note-rebase-outside-log = The day on which a new period begins, { DATE($day) }, lies outside the log. Everything is therefore counted as one period.
note-mark-outside-log = “{ $mark }”, { DATE($day) }, lies outside the weeks that are counted and is not shown in the chart.
note-uses-outside-weeks = { $n ->
    [one] One use lies outside the whole weeks that are counted.
   *[other] { $n } uses lie outside the whole weeks that are counted.
}
note-weeks-too-alike = { $of ->
    [change] The weeks are so much alike that the data cannot tell how large the change is. The interval therefore includes values that are impossible, too.
   *[level] The weeks are so much alike that the data tell little of how many use it in a week in the long run. The uncertainty is therefore large.
}
note-too-few-weeks-for-error = The weeks are too few for any uncertainty to be worked out: { $n }, and at least { $needed } are needed.
note-weeks-all-alike = All weeks are alike, so no uncertainty can be worked out.
note-weekly-course = The weeks { $since ->
    [none] { "" }
   *[other] from { DATE($since) }{ " " }
}differ, so the mean does not say everything: at most { $most } users (the week from { DATE($most_day) }{ $most_mark ->
    [none] { "" }
   *[other] , { $most_mark }
}), at least { $least } (the week from { DATE($least_day) }{ $least_mark ->
    [none] { "" }
   *[other] , { $least_mark }
}) and in the last { $weeks } weeks { NUMBER($last, decimals: 1) } on average.
note-too-few-weeks = The log has too few weeks to show what is ordinary variation: { $n }.
note-xmr-ordinary = No week departs from what is ordinary variation.
note-xmr-signals = { $n ->
    [one] One week of { $weeks } departs from what is ordinary variation, or is part of a pattern that does.
   *[other] { $n } weeks of { $weeks } depart from what is ordinary variation, or are part of a pattern that does.
}
note-no-uses = The log holds no use.
note-held-late = { $n ->
    [one] One activity took place later than planned.
   *[other] { $n } activities took place later than planned.
}
note-not-held = { $n ->
    [one] One planned activity has no day on which it took place, and counts as not held.
   *[other] { $n } planned activities have no day on which they took place, and count as not held.
}
note-attended-not-in-register = { $n ->
    [one] One person on the attendance list is not in the register and is not counted.
   *[other] { $n } people on the attendance list are not in the register and are not counted.
}
note-hours-missing = { $n ->
    [one] In one row the hours are missing. They count as none.
   *[other] In { $n } rows the hours are missing. They count as none.
}
note-mean-hours = On average everybody in the register has had { NUMBER($mean, decimals: 1) } hours. { $all ->
    [yes] At least half of them have had all { NUMBER($full) } hours.
   *[no] Half of them have had at least { NUMBER($median, decimals: 1) }.
}
note-outcome-missing = { $n ->
    [one] One post has no outcome, so it cannot be said how much is used.
   *[other] { $n } posts have no outcome, so it cannot be said how much is used.
}
note-reason-missing = { $way ->
    [more] { WAY($way, "More") } is used than the budget allows, and the reason is not given. Write it in the ledger or in the plan.
    [lower] Income was { WAY($way, "lower") } than budgeted, and the reason is not given. Write it in the ledger or in the plan.
    [higher] Income was { WAY($way, "higher") } than budgeted, and the reason is not given. Write it in the ledger or in the plan.
   *[less] That money is not used is neither good nor bad, but the reason is not given. Write it in the ledger or in the plan.
}
note-reasons-missing = Why the outcome differs from the budget is not said for { $posts }.
note-no-budget = The post has no budget to compare with.
note-no-outcome = The post has no outcome.
note-cost-per-person = The cost is { MONEY($amount) } per person ({ $people ->
    [one] one person
   *[other] { $people } people
}).
note-index-not-applicable = The index does not concern { $unit_name }, which is not counted.
note-index-unit-missing = { $unit_name } has no values to compare{ $why ->
    [dropped-out] { " " }(dropped out)
    [secret] { " " }(secret)
    [not-available] { " " }(not available)
   *[other] { "" }
}.
note-index-other-waves = { $named ->
    [no] The value for { $gone } is missing. So { $last } is compared with { $first }.
   *[yes] For { $unit_name } the value for { $gone } is missing. There { $last } is compared with { $first }.
}
note-decided-by-unit = { $which ->
    [highest] Highest
   *[lowest] Lowest
} of { $units } units is { $unit_name }, which decides whether all reach the target.
note-last-wave-missing = It is assumed that { $missing_wave }, which is missing, does not differ from { $last_wave }.
    .clause = { $missing_wave }, which is missing, does not differ from { $last_wave }
note-published-counts-all = It is assumed that the values count everybody. They are published without a margin of error, and if they come from a sample a change may be due to chance.
    .clause = the published values count everybody
note-census-given-assumptions = The values are taken as they are published, without a margin of error. It is assumed that they count everybody: if they come from a sample a change may be due to chance.
note-index-units-open = Some unit has no values, so it cannot be said whether all of them meet the goal.
note-no-index-values = There are not enough values to compare.

left-without-user = without a person’s name or code

## Tables

table-held = Planned and held
table-dose = How many hours each person has had
table-money = Budget and outcome, in kronor
table-index = Values
dose-none = No hours
dose-between = From { $low } to under { $high } hours
dose-below = More than 0 but under { $high } hours
dose-full = { $low } hours or more
money-total = Total
money-reason-missing = no reason given
money-part = { $post } (part of { $under })
sign-dropped-out = dropped out
sign-not-applicable = not applicable
sign-secret = secret
sign-not-available = not available
column-activity = Activity
column-expected = Planned
column-held = Held
column-late = Of these, later than planned
column-hours = Hours
column-post = Post
column-budget = Budget
column-outcome = Outcome
column-unused = Not used
column-share-used = Used
column-reason = Reason
column-unit = Unit
column-index = Indicator
column-change = Change
column-week = Week from
column-users = Users
column-uses = Uses
column-centre = Mean
column-limits = Ordinary variation
column-signal = Pattern
column-began = Began

## Charts

chart-held-title = { $total ->
    [one] { $kind }: { $held } of { $expected } took place
   *[other] { $how ->
        [none] None of { $total } kinds of activities took place
        [both] Both kinds of activities took place
        [all] All { $total } kinds of activities took place
       *[some] { $n } of { $total } kinds of activities took place
    } as often as planned
}
chart-retention-weeks = { $n ->
    [one] one week
   *[other] { $n } weeks
}
chart-held-alt = Chart with one row per kind of activity: a frame for what was planned, filled as far as it was held.
chart-held-of = { $held } of { $expected }{ $late ->
    [0] { "" }
   *[other] { "" }, of which { $late } later than planned
}
chart-budget-title = { $used } of { $budget } is used ({ $share })
chart-budget-title-over = { $used }, without a budget
chart-budget-title-none = The budget, post by post
chart-budget-alt = Chart with one row per post: a frame for the budget, filled as far as the outcome goes.
chart-budget-of = { $used } of { $budget } ({ $share })
chart-budget-no-outcome = budget { $budget }, no outcome
chart-budget-no-budget = { $used }, no budget
chart-retention-title = { $weeks ->
    [one] { $share } of the new users{ $shown } came back the week after
   *[other] { $share } of the new users{ $shown } came back in the next period of { $weeks } weeks
}
chart-retention-alt = Table of coloured cells: a row for those who began at the same time, a column for each later period, and in the cell how many per cent were active then.
chart-retention-alt-row = Of { $n } who began { $first } { $share } were active after { $span ->
    [one] one week
   *[other] { $span } weeks
} and { $last } after { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
}.
chart-retention-columns = Share active so many weeks later
chart-retention-note = { $weeks ->
    [one] A row is those who first used it in the week that begins on that day.
   *[other] A row is those who first used it in the { $weeks } weeks that begin on that day.
} Two points (..) mean that they are too few to show.
chart-index-title = { $title }: { $moves }
chart-index-title-one = { $title }: { $way ->
    [same] { $last } both first and last
   *[moved] from { $first } to { $last }
}
chart-index-alt = { $n ->
    [one] Line chart, wave by wave.
   *[other] Line chart with { $n } lines, wave by wave.
}
chart-index-alt-target = The target, { $target }, is a line across.
chart-weekly-title = Users a week: on average { $value }
chart-weekly-title-change = Users a week: from an average of { $before } to { $after }
chart-weekly-alt = XmR chart of { $n } weeks from { $first }: users a week with mean and limits of ordinary variation.
chart-weekly-alt-mark = Marked day: { $name }, { $day }.
chart-variation-ordinary = The last week: ordinary variation
chart-variation-up = The last week: more than ordinary variation, { WAY($way, "upwards") }
chart-variation-down = The last week: more than ordinary variation, { WAY($way, "downwards") }
chart-assurance-passes = A single week reaches the target
chart-assurance-fails = A single week does not reach the target
chart-assurance-varies = A single week reaches the target sometimes
chart-limit-high = Upper limit { $value }
chart-limit-centre = Mean { $value }
chart-limit-low = Lower limit { $value }
chart-limit-wanted = Target { $value }
chart-signal-beyond-limit = { $way ->
    [up] { WAY($way, "Above") } the upper limit: { $first } to { $last }.
   *[down] { WAY($way, "Below") } the lower limit: { $first } to { $last }.
}
chart-signal-run-one-side = { $way ->
    [up] At least seven weeks in a row { WAY($way, "above") } the mean: { $first } to { $last }.
   *[down] At least seven weeks in a row { WAY($way, "below") } the mean: { $first } to { $last }.
}
chart-signal-trend = { $way ->
    [up] At least seven weeks in a row ever { WAY($way, "higher") }: { $first } to { $last }.
   *[down] At least seven weeks in a row ever { WAY($way, "lower") }: { $first } to { $last }.
}
chart-signal-two-of-three = { $way ->
    [up] Two of three weeks near the { WAY($way, "upper") } limit: { $first } to { $last }.
   *[down] Two of three weeks near the { WAY($way, "lower") } limit: { $first } to { $last }.
}
signal-beyond-limit = outside the limits
signal-run-one-side = seven in a row on one side
signal-trend = seven in a row the same way
signal-two-of-three = two of three near a limit

## Faults

fault-date-outside-project = The day { DATE($got) } lies outside the project{ $last ->
    [none] { "" }, which begins { DATE($first) }
   *[other] { $first ->
        [none] { "" }, which ends { DATE($last) }
       *[other] { "" }, { DATE($first) } to { DATE($last) }
    }
}.
    .mend = Correct the day, or start and end of the project in the plan.
fault-activity-not-expected = The activity “{ $got }” is not in the plan. Expected are { $names }.
    .mend = Correct the name, or add the activity under expected in the plan.
fault-hours-negative = The hours are { $got }, but cannot be less than nought.
    .mend = Correct the number.
fault-money-wrong = “{ $got }” is no amount in kronor and öre.
    .mend = Write the amount as 166 954,96.
fault-post-unknown = The post that this one is part of, “{ $got }”, is not in the file.
    .mend = Correct the name, or add the post.
fault-post-in-circle = The post “{ $got }” is, through other posts, part of itself.
    .mend = Correct which post it is part of.
fault-ledger-does-not-add-up = { $whole ->
    [plan] The posts add up to { MONEY($found) }, but should by the plan be { MONEY($wanted) }
   *[post] The parts of “{ $post }” add up to { MONEY($found) }, but the post is { MONEY($wanted) }
}: { MONEY($difference) } { $way ->
    [more] too much
   *[less] too little
}.
    .mend = Correct the amounts so that the sum holds.
fault-index-repeated = The same value (“{ $got }”) stands already in row { $earlier }.
    .mend = Keep one of the rows.
fault-index-wave-unknown = The wave “{ $got }” does not stand under waves in the plan, and is no year, quarter or month.
    .mend = Correct the name.
fault-index-one-wave = The index “{ $index }” has one wave only{ $given ->
    [yes] { " " }({ $got })
   *[no] { "" }
}, so no change can be seen.
    .mend = Add another wave.
fault-plan-error-twice = The error of the published values is stated in several ways, or although they count everybody.
    .mend = Give std_error or margin, or counted = true, but only one of them.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-log = Logs: use over time
    .unknown = There is no log called “{ $got }” among the sources.
kind-activities = Activities: planned and held
    .unknown = There are no activities called “{ $got }” among the sources.
kind-ledger = Money: budget and outcome
    .unknown = There is no ledger called “{ $got }” among the sources.
kind-index = Published indices: values per unit and wave
    .unknown = There is no index called “{ $got }” in the source.
