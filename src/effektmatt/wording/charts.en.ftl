## Charts: titles, words in the picture and alternative texts.

chart-as-table = Show the figures as a table
chart-table = The figures of the chart
chart-everybody = Everybody who answered each wave, also those who answered only once.
chart-no-value = No value could be computed
chart-hidden = Two dots (..) mean that too few answered for the figure to be shown.
chart-share-and-count = { $share } ({ $n })

## Columns that only the charts' tables have

column-possible = Possible range
column-result-against-target = Outcome against target
column-value-and-interval = Outcome and uncertainty
column-change-in = { $unit ->
    [points] Change, percentage points
    [days] Change, days
    [working-days] Change, working days
   *[other] Change and uncertainty
}
column-by = Division
column-n-before = Number before
column-n-after = Number after
column-n-wave = Number, { $wave }
column-difference = Change
column-missing = Short of { $least }
column-day = Day
column-open-before = Open, before
column-open-after = Open, after
column-open-wave = Open, { $wave }
column-followed-wave = Cases followed, { $wave }
column-followed-before = Cases followed, before
column-followed-after = Cases followed, after
column-question = Question
column-definition = What counts

## All goals

chart-goal-title = { $title }: { $verdict }
chart-goals-title = { $described ->
    [0] Of { $number } goals { $parts }
   *[other] { $judged ->
        [0] { $number } points described without a target
        [one] One of { $total } points has a target: { $parts }
       *[other] { $number } of { $total } points have a target: { $parts }
    }
}
chart-goals-more = Outcome against target, part { $page } of { $pages }
chart-goals-met = { $number } { $n ->
    [one] is
   *[other] are
} met
chart-goals-likely-met = { $number } { $n ->
    [one] is
   *[other] are
} probably met
chart-goals-undetermined = { $number } { $n ->
    [one] is
   *[other] are
} undecided
chart-goals-likely-not-met = { $number } { $n ->
    [one] is
   *[other] are
} probably not met
chart-goals-not-met = { $number } { $n ->
    [one] is
   *[other] are
} not met
chart-goals-not-assessable = { $number } cannot be assessed
chart-goals-alt = Chart with one row per goal: the outcome as a point, the uncertainty interval as a line and the target level as a tick.
chart-goals-alt-row = { $title }: { $value }{ $open ->
    [yes] , possible { $possible } whatever those missing would have answered
   *[no] { "" }
}. Target: { $target }. Verdict: { $verdict }.
chart-goals-alt-none = { $title }: { $value }. { $verdict }.
chart-goals-alt-whole = { $title }, all parts together. Verdict: { $verdict }.
chart-key-value = outcome
chart-key-interval = uncertainty interval ({ $level })
chart-key-possible = possible, whatever the missing would have answered
chart-key-target = target reached

## Groups

chart-groups-between = … { $n ->
    [one] one group in between
   *[other] { $n } groups in between
}
chart-groups-every = { $what ->
    [change] The change of every group
   *[value] The result of every group
}
chart-groups-title = { $title }: { $value }, by group
chart-groups-title-target = { $title }: { $reached }
chart-reached-met = { $how ->
    [only] the group{ $shown } meets the target
    [both] both groups{ $shown } meet the target
    [all] all { $total } groups{ $shown } meet the target
    [named] { $n ->
        [one] { $names } meets the target
       *[other] { $names } meet the target
    }
   *[some] { $n } of { $total } groups{ $shown } meet the target
}
chart-reached-likely-met = { $how ->
    [only] the group{ $shown } probably meets the target
    [both] both groups{ $shown } probably meet the target
    [all] all { $total } groups{ $shown } probably meet the target
    [named] { $n ->
        [one] { $names } probably meets the target
       *[other] { $names } probably meet the target
    }
   *[some] { $n } of { $total } groups{ $shown } probably meet the target
}
chart-reached-not-met = { $how ->
    [only] the group{ $shown } does not meet the target
    [both] neither group{ $shown } meets the target
    [all] none of the { $total } groups{ $shown } meets the target
    [named] { $n ->
        [one] { $names } does not meet the target
       *[other] { $names } do not meet the target
    }
   *[some] { $n } of { $total } groups{ $shown } do not meet the target
}
chart-reached-likely-not-met = { $how ->
    [only] the group{ $shown } probably does not meet the target
    [both] probably neither group{ $shown } meets the target
    [all] probably none of the { $total } groups{ $shown } meets the target
    [named] { $n ->
        [one] { $names } probably does not meet the target
       *[other] { $names } probably do not meet the target
    }
   *[some] { $n } of { $total } groups{ $shown } probably do not meet the target
}
chart-reached-undetermined = { $how ->
    [only] whether the group{ $shown } meets the target cannot be told
    [both] for neither group{ $shown } can it be told whether the target is met
    [all] for none of the { $total } groups{ $shown } can it be told whether the target is met
    [named] for { $names } it cannot be told
   *[some] for { $n } of { $total } groups{ $shown } it cannot be told
}
chart-rows-shown = { " " }shown
chart-rows-compared = { " " }that can be compared
chart-claims-title = { $title }{ $waves ->
    [named] { " " }({ $first } to { $last })
   *[plain] { "" }
}: { $claims }
chart-moved = { $way ->
    [up] { $sureness ->
        [sure] significant { WAY($way, "increase") } { $where }
        [likely] probable { WAY($way, "increase") } { $where }
       *[counted] { WAY($way, "increase") } { $where }
    }
    [down] { $sureness ->
        [sure] significant { WAY($way, "decrease") } { $where }
        [likely] probable { WAY($way, "decrease") } { $where }
       *[counted] { WAY($way, "decrease") } { $where }
    }
    [same] no change { $where }
   *[unsure] { $where } it cannot be told
}
chart-moved-none = no significant change { $where }
chart-in = { $how ->
    [named] for { $names }
   *[counted] { $noun ->
        [area] { $how ->
            [only] in the area shown
            [both] in both areas{ $shown }
            [all] in all { $total } areas{ $shown }
           *[some] in { $n } of { $total } areas{ $shown }
        }
        [item] { $how ->
            [only] on the item shown
            [both] on both items{ $shown }
            [all] on all { $total } items{ $shown }
           *[some] on { $n } of { $total } items{ $shown }
        }
        [unit] { $how ->
            [only] at the unit shown
            [both] at both units{ $shown }
            [all] at all { $total } units{ $shown }
           *[some] at { $n } of { $total } units{ $shown }
        }
        [question] { $how ->
            [only] on the question
            [both] on both questions{ $shown }
            [all] on all { $total } questions{ $shown }
           *[some] on { $n } of { $total } questions{ $shown }
        }
       *[group] { $how ->
            [only] in the group shown
            [both] in both groups{ $shown }
            [all] in all { $total } groups{ $shown }
           *[some] in { $n } of { $total } groups{ $shown }
        }
    }
}
chart-in-none = { $noun ->
    [area] { $total ->
        [one] in the area shown
       *[other] in any of the { $total } areas{ $shown }
    }
    [item] { $total ->
        [one] on the item shown
       *[other] on any of the { $total } items{ $shown }
    }
    [unit] { $total ->
        [one] at the unit shown
       *[other] at any of the { $total } units{ $shown }
    }
    [question] { $total ->
        [one] on the question
       *[other] on any of the { $total } questions{ $shown }
    }
   *[group] { $total ->
        [one] in the group shown
       *[other] in any of the { $total } groups{ $shown }
    }
}
chart-groups-alt = Chart with one row per group: the value as a point and the uncertainty interval as a line.
chart-groups-alt-before-after = Chart with one row per group: { $waves ->
    [named] { $first } as a ring, { $last } as a filled point
   *[plain] the value before as a ring, the value after as a filled point
}, and beside them the change with its uncertainty interval as a line.
chart-groups-alt-row = { $label }: { $value }.
chart-groups-alt-change = { $label }: { $waves ->
    [named] { $before } ({ $first }) and { $after } ({ $last }), difference { $difference }.
   *[plain] { $before } before and { $after } after ({ $difference }).
}
chart-groups-alt-difference = { $difference }, uncertainty { $interval }
chart-overturned-missing = For { $names } the whole interval lies on one side of the target, but if those missing differ modestly from those who answered it may be the other way.
chart-overturned-few = For { $names } the whole interval lies on one side of the target, but the data are too few for a verdict.
chart-overturned-no-answers = For { $names } the whole interval lies on one side of the target, but those there who gave no answer on the scale (such as “don’t know”) are certainly more or fewer than before.
chart-groups-target = The shaded area shows where the target is met: { $target }.
chart-groups-alt-hidden = { $label }: not shown.

## Counts per department

chart-counts-title = { $target }: { $n } of { $total }{ $shown } reach it{ $below ->
    [0] { "" }
   *[other] , { $below } have fewer
}{ $open ->
    [0] { "" }
   *[other] , for { $open } data are missing
}
chart-counts-more = The chart shows { $shown } of { $total } units, those with fewer first of all. The table has all.
chart-counts-alt = Chart with one row per unit in alphabetical order: a dot for each one there is, a ring for each one missing.
chart-counts-alt-below = Fewer in { $list }.
chart-counts-alt-below-some = Fewer in, among others, { $list }.
chart-at-least = at least { $least }
chart-count-of = { $count } of { $least }
chart-key-one = one that is there
chart-key-missing = one that is missing
chart-key-below = fewer than the target

## Participants

chart-flow-title = { $label }: { $end ->
    [linked] { $last } of { $first } answered both times
    [linked-twice] { $last } of { $first } answered at least twice
   *[other] of { $first }, { $last } are in the analysis
}
chart-flow-alt = Flow chart from top to bottom, with those who left at the side.
chart-flow-alt-step = { $step }: { $n }.
chart-flow-alt-left = { $step }: { $n }. Left out: { $reasons }.
chart-flow-at = { $step }: { $reason }

## The goal tree

column-tree-title = Goal tree
column-tree-level = Level
column-tree-above = Under
chart-tree-title = { $judged ->
    [0] { "" }
    [one] one goal
   *[other] { $goals_number } goals
}{ $described ->
    [0] { "" }
   *[other] { $judged ->
        [0] { "" }
       *[other] { " " }and{ " " }
    }{ $described ->
        [one] one item without a target
       *[other] { $described_number } items without a target
    }
} under { $tops }
chart-tree-alt = Goal tree from top to bottom, with the verdict at each goal.
chart-tree-alt-top = { $level }: { $title }.
chart-tree-alt-node = { $level }: { $title }, under { $above }.
chart-tree-alt-goal = { $level }: { $title }. Verdict: { $verdict }.

## Several waves

chart-waves-title = { $title }: { $waves ->
    [one] { $first } ({ $start })
   *[other] { $first } ({ $start }) and { $last } ({ $end })
}
chart-waves-alt = One point per wave from left to right, with the uncertainty interval as a line.
chart-waves-n = { $n ->
    [one] one answer
   *[other] { $n } answers
}
chart-waves-few = not shown

## Cases still open

chart-open-title-shorter = { $counted ->
    [first] Of { $first } cases are { $sureness ->
        [likely] probably{ " " }
       *[sure] { "" }
    }open { $amount } { WAY($way, "shorter") } on average
   *[whole] Cases are { $sureness ->
        [likely] probably{ " " }
       *[sure] { "" }
    }closed { WAY($way, "sooner") }: { $amount } { WAY($way, "shorter") } on average
}{ $mix ->
    [same] { " " }with the same case mix
   *[plain] { "" }
}
chart-open-title-longer = { $counted ->
    [first] Of { $first } cases are { $sureness ->
        [likely] probably{ " " }
       *[sure] { "" }
    }open { $amount } { WAY($way, "longer") } on average
   *[whole] Cases { $sureness ->
        [likely] probably{ " " }
       *[sure] { "" }
    }take { WAY($way, "longer") }: { $amount } { WAY($way, "longer") } on average
}{ $mix ->
    [same] { " " }with the same case mix
   *[plain] { "" }
}
chart-open-title-unsure = No sure difference in time{ $counted ->
    [first] { " " }of { $first }
   *[whole] { "" }
}: { $amount } { $way ->
    [longer] { WAY($way, "longer") }
   *[shorter] { WAY($way, "shorter") }
} on average{ $mix ->
    [same] { " " }with the same case mix
   *[plain] { "" }
}
chart-open-title-same = { $counted ->
    [first] Of { $first } cases are open as long after as before
   *[whole] Cases take as long after as before
}
chart-in-time-title-one = { $share } were closed within { $limit }
chart-in-time-title = Within { $limit }, { $before } were closed before and { $after } after
chart-in-time-title-named = Within { $limit }, { $before } ({ $first }) and { $after } ({ $last }) were closed
chart-open-title-one = Half of the cases were closed within { $median }
chart-open-title-none = What share of the cases is still open, day by day?
chart-open-axis = Share of cases still open so many days after they came in
chart-open-limit = Within { $limit }
chart-open-limit-share = { $after } closed
chart-open-limit-shares = { $before } → { $after } closed
chart-open-end = { $share } open
chart-open-followed = Cases followed so long
chart-open-median-none = not reached
chart-open-reading = The area between the lines is the difference: { $amount } { $way ->
    [longer] { WAY($way, "longer") }
   *[shorter] { WAY($way, "shorter") }
} per case on average{ $counted ->
    [first] { " " }of { $first }
   *[whole] { "" }
}.
chart-open-reading-mix = At the same mix of cases it is { $amount } { $way ->
    [longer] { WAY($way, "longer") }
   *[shorter] { WAY($way, "shorter") }
}.
chart-open-alt = Step lines showing what share of the cases is still open, day by day.
chart-open-alt-wave = { $wave }: { $n } cases, { $open ->
    [0] all closed
   *[other] of which { $open } were not yet closed
}. After { $day }, { $share } are open. Median time: { $median }.
chart-open-alt-limit = Closed within { $limit }: { $waves ->
    [named] { $before } ({ $first }) and { $after } ({ $last }).
   *[plain] { $before } before and { $after } after.
}

## Who improved

chart-improved = Improved
chart-unchanged = Unchanged
chart-worse = Worse
chart-at-ceiling = No room to { $better ->
    [lower] fall
   *[higher] rise
}
chart-ceiling-of = { $n } of { $of }
chart-improved-any = Any { $better ->
    [lower] fall
   *[higher] rise
} counts
chart-improved-step = At least one answer step
chart-improved-reliable = More than measurement error
chart-improved-step-threshold = a { $better ->
    [lower] fall
   *[higher] rise
} of at least { $amount }
chart-improved-reliable-threshold = a { $better ->
    [lower] fall
   *[higher] rise
} of more than { $amount }
chart-improved-title = { $named ->
    [yes] { $title }: { $share }
   *[no] { $share }
} { $definition ->
    [step] improved by at least one answer step
    [reliable] improved by more than measurement error
   *[any] rate themselves { $better ->
        [lower] lower
       *[higher] higher
    } than before
}{ $weighed ->
    [yes] { " " }when answers are weighed ({ $counted } in the chart, unweighted)
   *[no] { "" }
}
chart-improved-alt = Bars, one per way of counting: how many improved, are unchanged and fell back.
chart-improved-alt-row = { $definition }: { $improved } improved, { $unchanged } unchanged and { $worse } worse, of { $n }.{ $ceiling ->
    [0] { "" }
   *[other] { " " }{ $ceiling } stood too { $better ->
        [lower] low
       *[higher] high
    } before to improve.
}

## The answers to each question

chart-answers-title = { $label }: { $questions ->
    [1] how the answers are distributed
   *[other] the answers to each question
}
chart-answers-of-part = { $part }. { $question }
chart-answers-alt = Bars to both sides of the middle of the answer scale, { $parts ->
    [1] one per question
   *[other] one per part and question
}. Higher answers lie to the right.
chart-answers-alt-row = { $label }: { $high } answered above the middle. The answers from lowest to highest: { $shares }.
chart-answers-unweighed = The chart counts all answers alike. The share held against the target is weighted.
chart-items-title-none = { $label }: the answers to each question
# What rose or fell is the share of answers above the middle.
chart-items-title = { $label }{ $waves ->
    [named] { " " }({ $first } to { $last })
   *[plain] { "" }
}, share of high answers: { $claims }
chart-items-alt-moved = { $linked ->
    [yes] Among those who answered both times the difference is { $difference }, uncertainty { $interval }.
   *[no] The difference is { $difference }, uncertainty { $interval }.
}
chart-items-alt = Bars to both sides of the middle of the answer scale, two per question: { $waves ->
    [named] first { $first }, then { $last }
   *[plain] the answers before and after
}. Higher answers lie to the right.
chart-items-alt-row = { $label }: { $waves ->
    [named] { $before } answered above the middle in the first wave ({ $first }) and { $after } in the second ({ $last }).
   *[plain] { $before } answered above the middle before and { $after } after.
}
chart-items-reversed = { $label } (reversed question, answers turned)
chart-items-alt-hidden = { $label }: not shown.
chart-part-of-scale = The axis shows a part of the scale, from { $low } to { $high }.
chart-items-alt-answers = The answers from lowest to highest: first { $before }, then { $after }.
chart-items-alt-scale = The answers are, from lowest to highest, { $answers }.
