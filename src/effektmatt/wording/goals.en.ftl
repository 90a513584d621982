## Sentences about a goal and what was found. Messages that begin with found are clauses without a full stop.

# Small numbers are spelled out in running text.
number-word = { $n ->
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $n }
}

## Whom it concerns. A condition is either "Completed: yes" or a phrase such as "have completed the training".

whom-plain = whom the goal concerns
whom-conditions = whom the goal concerns ({ $conditions })
whom-phrase = who { $phrase }

gave-answer = gave the answer “{ $answer }”
gave-highest = gave { $top ->
    [1] the highest answer
    [2] one of the two highest answers
    [3] one of the three highest answers
   *[other] one of the { $top } highest answers
}
gave-mean = gave at least { $least } of { $highest } on average{ $scales }
gave-mean-questions = { " " }on the questions

## What was found

found-nothing = There is no result to report
found-hidden = The result is not shown

found-share-improved = Of the { $population } { $whom }, { $answered ->
    [all] all
   *[some] { $linked }
} answered both times{ $enough ->
    [no] , { $n } of them enough of the questions
   *[yes] { "" }
}, and of them { $every ->
    [yes] all
   *[no] { $hits }
} ({ $value }) { $improved ->
    [any] rate themselves { $better ->
        [lower] lower
       *[higher] higher
    } than before{ $over }
   *[other] have improved{ $over }{ $rise }
}
found-share-improved-linked = Of the { $n } who answered both times, { $hits } ({ $value }) { $improved ->
    [any] rate themselves { $better ->
        [lower] lower
       *[higher] higher
    } than before{ $over }
   *[other] have improved{ $over }{ $rise }
}
improved-rise = { $improved ->
    [reliable] , by more than the error of measurement
   *[step] , by at least one step of the answers
}
improved-by-chance = If nothing had changed about { $share } would still have rated themselves { $better ->
    [lower] lower
   *[higher] higher
}, because answers vary from time to time.
improved-turns = { $definition ->
    [reliable] If a change of more than the error of measurement is required it is { $value }, and { $then }.
    [step] If at least one whole step of the answers is required it is { $value }, and { $then }.
   *[any] If every { $better ->
        [lower] fall
       *[higher] rise
    } counts it is { $value }, and { $then }.
}
improved-turns-both = If at least one whole step of the answers is required it is { $step }, if a change of more than the error of measurement is required { $reliable }, and { $then }.
over-index = { " " }in { $labels } taken together
over-every = { " " }in each of the areas { $labels }

found-share = { $hits } of { $of } { $what } ({ $value })
found-share-answered = Of { $of }, { $n } are known, and { $hits } of them ({ $value }) { $what }
found-weighed = { $value } when the answers are weighted
found-share-survey = { $hits } of the { $n } who answered ({ $value }) { $gave }
of-plain = { $population } in { $source }
of-whom = the { $population } { $whom }
what-conditions = have { $conditions }

found-among = { $found }, among those { $whom }
found-count = The number in { $source } { $what } is { $value }{ $against }
found-count-of = { $value } of { $of } { $phrase }{ $against }
against-before = , against { $before } before
found-count-every = Counted per { $group }, { $reached } of { $units } have at least { $least }{ $whom }{ $below }{ $open }
found-count-every-below = ; fewer have { $list }
found-count-every-open = ; for { $list } data are missing
count-every-short = { $reached } of { $units }, per { $group }
found-count-every-all = Counted per { $group }, all { $units } have at least { $least }{ $whom }
who-count = { " " }who { $phrase }
found-count-smallest = The smallest number per { $group } is { $value }
some-names = { $names } and { $more ->
    [one] one more
   *[other] { $more } more
}
count-conditions = with { $conditions }
count-phrase = who { $phrase }

counted-at-least = at least { $value }
found-count-change = The number in { $source } { $way ->
    [up] { WAY($way, "rose") } from { $before } to { $after }
    [down] { WAY($way, "fell") } from { $before } to { $after }
    [about] was practically unchanged ({ $both })
    [same] was { $after } both times
   *[unsure] was { $both }, but which way it went cannot be told
}
# Why it cannot be told which way something went; goes on from "a difference of 3 percentage points".
difference-unsure = { $why ->
    [few] , but there are too few to tell what it is due to
    [incomputable] , but how certain it is cannot be computed
    [unknown] , but what is missing may reverse it
    [visitors] { " " }that may be due to who made the judgements
    [trend] { " " }that may continue the trend before it
    [season] { " " }that may be due to the time of year
    [explained] { " " }that may have another explanation
   *[chance] { " " }that may be due to chance
}
found-share-change = The share who { $gave } { $way ->
    [up] { WAY($way, "rose") } from { $span }, an { WAY($way, "increase") } of { $amount }
    [down] { WAY($way, "fell") } from { $span }, a { WAY($way, "decrease") } of { $amount }
    [about] was practically unchanged ({ $both })
    [same] was { $after } both times
   *[unsure] was { $both }, a difference of { $amount }{ $unsure }
}
found-score-change = The mean { $way ->
    [up] { WAY($way, "rose") } from { $span }, an { WAY($way, "increase") } of { $amount }
    [down] { WAY($way, "fell") } from { $span }, a { WAY($way, "decrease") } of { $amount }
    [about] was practically unchanged ({ $both })
    [same] was { $after } both times
   *[unsure] was { $both }, a difference of { $amount }{ $unsure }
}
found-handling-time = The handling time { $way ->
    [up] { WAY($way, "rose") } from an average of { $span }, { $amount } { WAY($way, "longer") }
    [down] { WAY($way, "fell") } from an average of { $span }, { $amount } { WAY($way, "shorter") }
    [about] was on average practically unchanged ({ $both })
    [same] was on average { $after } both times
   *[unsure] was on average { $both }, a difference of { $amount }{ $unsure }
}
found-handling-time-standardised = With the same mix of { $standardise } the handling time { $way ->
    [up] { WAY($way, "rose") } from an average of { $span }, { $amount } { WAY($way, "longer") }
    [down] { WAY($way, "fell") } from an average of { $span }, { $amount } { WAY($way, "shorter") }
    [about] was on average practically unchanged ({ $both })
    [same] was on average { $after } both times
   *[unsure] was on average { $both }, a difference of { $amount }{ $unsure }
}
# The restricted mean is called what it is.
of-first-days = { $before } of { $first } before and { $after } after
found-first-days = A case was on average open { $way ->
    [up] { $days }, { $amount } { WAY($way, "longer") }
    [down] { $days }, { $amount } { WAY($way, "shorter") }
    [about] practically as long both times ({ $days })
    [same] as long both times ({ $days })
   *[unsure] { $days }, a difference of { $amount }{ $unsure }
}
found-first-days-standardised = With the same mix of { $standardise } a case was on average open { $way ->
    [up] { $days }, { $amount } { WAY($way, "longer") }
    [down] { $days }, { $amount } { WAY($way, "shorter") }
    [about] practically as long both times ({ $days })
    [same] as long both times ({ $days })
   *[unsure] { $days }, a difference of { $amount }{ $unsure }
}
found-median-time = The median time { $way ->
    [up] { WAY($way, "rose") } from { $span }, { $amount } { WAY($way, "longer") }
    [down] { WAY($way, "fell") } from { $span }, { $amount } { WAY($way, "shorter") }
    [about] was practically unchanged ({ $both })
    [same] was { $after } both times
   *[unsure] was { $both }, a difference of { $amount }{ $unsure }
}
found-handling-time-level = The handling time was on average { $value }{ $against }
found-first-days-level = Of { $first } a case was on average open { $value }{ $against }
found-median-time-level = The median time was { $value }{ $against }
before-and-after = { $waves ->
    [named] { $before } ({ $first }) and { $after } ({ $last })
   *[plain] { $before } before and { $after } after
}
found-before-and-after = { $what }: { $both }
found-closed-within = The share of cases closed within { $limit } { $way ->
    [up] { WAY($way, "rose") } from { $span }, an { WAY($way, "increase") } of { $amount }
    [down] { WAY($way, "fell") } from { $span }, a { WAY($way, "decrease") } of { $amount }
    [about] was practically unchanged ({ $both })
    [same] was { $after } both times
   *[unsure] was { $both }, a difference of { $amount }{ $unsure }
}
found-closed-within-level = { $value } of the cases were closed within { $limit }{ $against }
limit-of-all = { DAYS($days, $unit) }
limit-of-each = the time that holds for each of them ({ $column })
how-closed-within = Counted in { $source }: the share of all cases that were closed within { $limit }. Cases that were still open when the time had passed count as not closed in time, and those not followed so long count as far as they were followed.{ $withdrawn ->
    [yes] { " " }Withdrawn cases are among all cases but neither closed in time nor open.
   *[no] { "" }
}
first-days = { $days ->
    [1] { $unit ->
        [working-days] the first working day
       *[other] the first day
    }
   *[other] { $unit ->
        [working-days] the first { $days } working days
       *[other] the first { $days } days
    }
}

## The goal in one sentence

goal-alone = the target
goal-with-target = the target, { $target },
goal-whole = the goal as a whole
goal-only-with-target = the only goal that is assessed
goal-only = the project’s only goal
goal-sentence = { $found }; { $judged }.
goal-sentence-none = { $found }.
goal-sentence-parts = The goal has { $total } parts. { $parts } { $whole }.
goal-sentence-described = { $total } parts are described, with no target level. { $parts }
goal-part = { $judged }: { $found }.
goal-part-described = { $title }: { $found }.
goal-of-part = { $title }. { $text }

## The goal as a card in the summary

card-outcome = { $value }; the target is { $target }
card-counted = { $hits } of { $n } ({ $value })
card-sure = How sure this is:
card-part-interval = { $between }.
card-point-part = { $title } { $found }
card-point-parts = { $parts }
card-from-to = from { $before } to { $after }{ $by ->
    [yes] { " " }({ $value })
   *[no] { "" }
}
card-measured = { $value } ({ $measure })
decided-by = { $why ->
    [missing-may-overturn] The verdict rests on what the result is if those missing differ moderately from those who answered ({ $between }), and that contains the target.
    [rare-values-may-overturn] The verdict rests on what the result is if a few very high values are lacking ({ $between }), and that contains the target.
    [beyond-horizon] The verdict rests on what the result is if cases that take longer are counted ({ $between }), and that contains the target.
    [rival-explanation] The verdict rests on the result freed from other explanations ({ $between }), and that does not give the same answer.
    [others-counted] The verdict rests on the result when those who gave no answer on the scale are counted too ({ $between }), and that does not give the same answer.
    [far-too-few] The interval does not contain the target, but there are too few to judge by it.
   *[other] The verdict rests on a more cautious interval ({ $between }), and that contains the target.
}
card-interval = { $between }{ $assuming ->
    [no] { "" }
    [more] , if { $clause } and { $n ->
        [one] one further assumption holds
       *[other] { $more } further assumptions hold
    }
   *[yes] , if { $clause }
} ({ $level } per cent confidence).
card-quoted = “{ $title }”
card-intervals = { $named ->
    [yes] { $parts ->
        [one] the interval of { $of } holds
       *[other] each of the intervals of { $of } holds
    }
   *[no] { $parts ->
        [one] the interval of the part that has one holds
       *[other] each part’s interval holds
    }
} with { $level } per cent confidence{ $assuming ->
    [no] { "" }
    [more] , if { $clause } and { $n ->
        [one] one further assumption holds
       *[other] { $more } further assumptions hold
    }
   *[yes] , if { $clause }
}.
value-of-unit = { $value } ({ $unit_name })

## How sure it is

certain-interval = { $assuming ->
    [yes] If { $assumptions }, { $what } lies { $between } ({ $level } per cent confidence).
   *[no] With { $level } per cent confidence { $what } lies { $between }.
}
certain-and-if = if { $clause }
certain-explained = The uncertainty interval is calculated so that it covers the true value in { $level } cases out of 100.
certain-probability = The probability that the target has been met is { $probability }{ $prior ->
    [jeffreys] { " " }(with Jeffreys' prior)
   *[none] { "" }
}{ $assuming }.
certain-assuming = , if { $assumptions }
certain-assuming-same = { " " }on the same assumption
certain-mean = The mean among those who answered both times was { $before } before and { $after } after.
certain-mean-of = The mean among those who answered both times was { $before } before and { $after } after, where { $highest } is the highest possible.
certain-change = { $sure ->
    [likely] The change is probably real: the whole uncertainty interval ({ $interval }) lies on the same side of zero, but that rests on assumptions that cannot be tested.
    [few] The whole uncertainty interval ({ $interval }) lies on the same side of zero, but the data are too few for the change to count as established.
    [explained] The whole uncertainty interval ({ $interval }) lies on the same side of zero, but the change may have another explanation.
    [yes] The change is statistically significant: the whole uncertainty interval ({ $interval }) lies on the same side of zero.
   *[no] The change is not statistically significant: the uncertainty interval ({ $interval }) leaves it possible that nothing has changed.
}
certain-so = { $sure ->
    [likely] The change is therefore probably real, but that rests on assumptions that cannot be tested.
    [few] The data are still too few for the change to count as established.
    [explained] The change may still have another explanation.
    [yes] The change is therefore statistically significant.
   *[no] The change is therefore not statistically significant.
}
what-share = the share
what-share-of = the share among all { $population }
what-relative = the relative change
what-difference = the change
what-number = the value

possible-range = { $missing ->
    [one] Whatever the only one who is missing would have answered, the share lies { $between }.
   *[other] Whatever the { $missing } who are missing would have answered, the share lies { $between }.
}
tipping-needed = { $missing ->
    [one] The only one who is missing
   *[other] Of the { $missing } who are missing,
}{ $all ->
    [one] { "" }
    [yes] { " " }all
   *[no] { " " }at least { $needed }
} must be counted in for the target to have been met.
    .holds = { $holds ->
        [yes] This holds if { $all ->
            [no] at least { $needed } of the { $missing } who are missing ({ $share }) count.
           *[yes] all { $missing } who are missing count.
        }
       *[no] The target has been met if { $all ->
            [no] at least { $needed } of the { $missing } who are missing ({ $share }) count.
           *[yes] all { $missing } who are missing count.
        }
    }
tipping-needed-improved = { $missing ->
    [one] The only one who has not answered both times
   *[other] Of the { $missing } who have not answered both times,
}{ $all ->
    [one] { "" }
    [yes] { " " }all
   *[no] { " " }at least { $needed }
} must have improved for the target to have been met.
    .holds = { $holds ->
        [yes] This holds if { $all ->
            [no] at least { $needed } of the { $missing } who are missing ({ $share }) have improved.
           *[yes] all { $missing } who are missing have improved.
        }
       *[no] The target has been met if { $all ->
            [no] at least { $needed } of the { $missing } who are missing ({ $share }) have improved.
           *[yes] all { $missing } who are missing have improved.
        }
    }
means-missing = { $holds ->
    [yes] This holds for all if
   *[no] The target has been met for all if
} the { $moved ->
    [yes] mean change
   *[no] mean
} among { $missing ->
    [one] the only one who is missing
   *[other] the { $missing } who are missing
} is { $way ->
    [at-least] at least
   *[at-most] at most
} { $needed }.
means-missing-settled = { $way ->
    [lowest] { $missing ->
        [one] It holds for all even if the one who is missing had answered lowest.
       *[other] It holds for all even if the { $missing } who are missing had answered lowest.
    }
   *[highest] { $missing ->
        [one] It holds for all even if the one who is missing had answered highest.
       *[other] It holds for all even if the { $missing } who are missing had answered highest.
    }
}
means-missing-lost = { $missing ->
    [one] Counted over all, the target cannot be met, whatever the one who is missing would have answered.
   *[other] Counted over all, the target cannot be met, whatever the { $missing } who are missing would have answered.
}
# How good it would have had to be for the data to suffice; $what is the share, the difference, the change or the number.
reach = With data like these { $of ->
    [part] the part
   *[goal] the target
} is shown as met four times in five only when { $what } in truth is { $way ->
    [at-least] at least
   *[at-most] at most
} { $value }.
reach-none = With so few data { $of ->
    [part] the part
   *[goal] the target
} could hardly have been shown as met, even if it is.
tipping-settled = { $missing ->
    [one] The target has been met even if the only one who is missing is not counted in.
   *[other] The target has been met even if none of the { $missing } who are missing are counted in.
}
tipping-lost = { $missing ->
    [one] The target cannot be met even if the only one who is missing is counted in.
   *[other] The target cannot be met even if all { $missing } who are missing are counted in.
}

## Other ways to measure, and other readings of the target

beside-same = The outcome becomes { $list }. The verdict stays the same.
beside-one = { $value } { $if }
beside-differs = { $if } the outcome becomes { $value }, and { $judged }.
beside-measure = counted as { $measure }
reading = Read as { $target }: { $judged }, the outcome is { $value }.{ $chosen ->
    [yes] { " " }This is the reading that the plan states.
   *[no] { "" }
}
reading-unreachable = Read as { $target }, the target cannot be assessed. { $reason }

## Groups that miss the target

missing-target = Fewer than { $least } are found in { $list }.
group-value = { $group } ({ $value })

## How the goal was measured

how-share-improved = Measured in { $source }: the share who answered { $better ->
    [lower] lower
   *[higher] higher
} after than before{ $scales }{ $of }. { $improved ->
    [step] A { $better ->
        [lower] fall
       *[higher] rise
    } of at least one step on the answer scale counts.
    [reliable] A { $better ->
        [lower] fall
       *[higher] rise
    } larger than the measurement error counts (reliable change).
   *[any] Any { $better ->
        [lower] fall
       *[higher] rise
    } counts.
}
how-scales = { $questions ->
    [one] { " " }on the question about { $labels }
   *[other] { " " }on the questions about { $labels }
}
how-combine-index = The questions are combined into one index.
how-combine-every = A { $better ->
    [lower] fall
   *[higher] rise
} in every one of the areas is required.
how-of = , of everybody { $whom }
how-share = Counted in { $source }: the share who { $what }{ $of }.
how-share-survey = Measured in { $source }: the share who { $gave }.
how-count = Counted in { $source }: the number { $what }.
how-count-change = Counted in { $source }: the number before and the number after.
how-share-change = Measured in { $source }: the share who { $gave }, in both waves.
how-score-change = Measured in { $source }: the mean{ $scales }, in both waves.
how-parts-apart = The parts are measured separately.
how-waves = The wave “{ $last }” is compared with the wave “{ $first }”.
how-answers-all = The answers of those who answered only one of the two times count too.
how-handling-time = Measured in { $source }: the time from when a case was opened until it was closed, in { $unit ->
    [working-days] working days
   *[calendar-days] calendar days
}. { $counted ->
    [median] The median time is the time within which half of the cases were closed, those still open counted.
    [whole] Every case is closed, and therefore all of the time is counted.
   *[first] The mean is taken over { $first }, so that cases that are still open are included too.
}
how-standardised = The difference is calculated with the same mix of { $standardise }.

## The whole evaluation

several-goals-by-chance = { $number } goals are judged with { $level } per cent confidence each. If all of them lay just short of their targets, at least one would still look as if met in { $times } of 100 such evaluations, by chance.
summary-one = { $judged }.
summary = Of the project’s { $total } goals, { $list }.
summary-with-target = Of the { $total } goals that can be assessed, { $list }.
summary-alike = { $verdict ->
    [met] { $every } been met
    [likely-met] { $every } probably been met
    [likely-not-met] probably, { $none } has been met
    [not-met] { $none } has been met
    [undetermined] for { $none } can it be told whether it has been met
   *[not-assessable] { $none } can be assessed
}
summary-every = { $n ->
    [2] both
   *[other] all { $number }
} { $which ->
    [assessed] goals that can be assessed have
   *[all] goals have
}
summary-none = { $n ->
    [2] neither
   *[other] none
} of the { $which ->
    [assessed] { $number } goals that can be assessed
    [with-target] { $number } goals that have a target
   *[all] project’s { $number } goals
}
summary-met = { $n ->
    [one] { $number } has been met
   *[other] { $number } have been met
}
summary-likely-met = { $n ->
    [one] { $number } has probably been met
   *[other] { $number } have probably been met
}
summary-undetermined = { $n ->
    [one] { $number } is undecided
   *[other] { $number } are undecided
}
summary-likely-not-met = { $n ->
    [one] { $number } has probably not been met
   *[other] { $number } have probably not been met
}
summary-not-met = { $n ->
    [one] { $number } has not been met
   *[other] { $number } have not been met
}
summary-not-assessable = { $n ->
    [one] One goal cannot be assessed.
   *[other] There are { $number } goals that cannot be assessed.
}
summary-nothing-judged = { $n ->
    [one] The evaluation describes one point, with no target level.
   *[other] The evaluation describes { $number } points, all with no target level.
}
summary-no-target = { $n ->
    [one] One more point is described, with no target level.
   *[other] { $number } more points are described, with no target level.
}

design-before-after = The evaluation compares before and after, with no comparison group. It shows what has changed, but not whether the project caused the change.
design-one-time = The evaluation describes the situation at one time. It compares neither with the time before nor with a comparison group, and so does not show whether it was the project that led there.
design-comparison-group = The evaluation compares the project’s participants with a comparison group. The difference between the groups can be read as an effect of the project, if the groups would otherwise have developed alike.
design-comparison-group-unlike = The evaluation compares the project’s participants with a comparison group. The difference between the groups can be read as an effect of the project only where they started alike and would otherwise have developed alike. For at least one goal they stood apart already before.
design-randomised = Who took part in the project was decided by lot. The difference between the groups can therefore be read as an effect of the project.

limits-interval = The uncertainty intervals in the report hold with { $level } per cent confidence. They account for chance alone, not for questions that were misunderstood or for respondents who differ from those who did not answer.
limits-rounded = Numbers are rounded one by one. Differences and sums therefore do not always agree in the last digit.
limits-self-rated = The survey answers are the respondents’ own views.
limits-hidden = Figures based on fewer than { $means } people are not shown, and distributions of answers are not shown for fewer than { $distributions }. They are replaced by two dots (..).
limits-hidden-in-groups = The project has chosen to show results and verdicts also for goals that rest on fewer than { $means } people. In breakdowns by group fewer than { $means } people are not shown, and distributions of answers are not shown for fewer than { $distributions }. They are replaced by two dots (..).
limits-without-group = { $sources }: { $group } is not known there, so nothing from them can be split by that.
limits-linked = Answers before and after were linked by a code. Such a code is a pseudonym. The answers must therefore be handled as personal data for as long as the code remains.

## A result by itself, as a notebook shows it

estimate-sentence = { $measure }: { $value }{ $interval }. { $n ->
    [one] Based on one.
   *[other] Based on { $of }.
}
estimate-interval = { " " }({ $interval }, { $level } per cent confidence)
estimate-missing = { $measure }: no value.
fulfilment-sentence = { $judged }: the outcome is { $value }.
fulfilment-none = No target has been set: the outcome is { $value }.
survey-answered = { $label }: { $before } answered before and { $after } after.{ $linked ->
    [no] { " " }The answers cannot be linked, so before and after are two independent measurements.
   *[yes] { " " }Of them { $analysed } have answers both times, and the results are for those.
}
mean-sentence = The mean { $way ->
    [up] { WAY($way, "rose") } from { $span }, an { WAY($way, "increase") } of { $amount } ({ $interval }).
    [down] { WAY($way, "fell") } from { $span }, a { WAY($way, "decrease") } of { $amount } ({ $interval }).
    [about] was practically unchanged ({ $both }) ({ $interval }).
    [same] was { $after } both times ({ $interval }).
   *[unsure] was { $both }, a difference of { $amount } that is not statistically significant ({ $interval }).
}
improved-sentence = { $hits } of { $n } ({ $value }) have improved.
times-left-out = { $n ->
    [one] One case does not count
   *[other] { $n } cases do not count
}: { $reasons }.
times-cases = { $wave }: { $n ->
    [0] no cases.
    [one] one case, { $open ->
        [0] closed
       *[other] still open
    } when measured.
   *[other] { $n } cases, { $open ->
        [0] all of them closed
        [one] of which one was still open
       *[other] of which { $open } were still open
    } when measured.
}
case-types = case types
times-mean = { $found } ({ $interval }).

## did the project do it?
report-cause = Was it the project?
cause-none = No goal could be compared with a comparison group.
cause-unknown = { $title }: too few answered in one of the groups for them to be compared.
cause-found = { $title }: { $moved } ({ $level }% uncertainty interval { $interval }).
cause-difference-in-differences = the { $way ->
    [up] { WAY($way, "increase") }
   *[down] { WAY($way, "decrease") }
} was { $more ->
    [same] as large as
    [more] { $amount } { $way ->
        [up] { WAY($more, "larger") } than
       *[down] { WAY($more, "smaller") } than
    }
   *[less] { $amount } { $way ->
        [up] { WAY($more, "smaller") } than
       *[down] { WAY($more, "larger") } than
    }
} in the comparison group
cause-difference-after = from the same start the project ended { $more ->
    [same] as high as
    [more] { $amount } { WAY($more, "higher") } than
   *[less] { $amount } { WAY($more, "lower") } than
} the comparison group
cause-improved-difference = the share who improved was { $more ->
    [same] as large as
    [more] { $amount } { WAY($more, "larger") } than
   *[less] { $amount } { WAY($more, "smaller") } than
} in the comparison group
cause-unlike = The project stood { $amount } { $start ->
    [low] { WAY($start, "lower") }
   *[high] { WAY($start, "higher") }
} than the comparison group already before ({ $interval }). { $nearer ->
    [yes] Groups that start apart tend to draw nearer to each other without any project (regression to the mean)
   *[no] Groups that start apart often develop differently without any project
}, so the difference cannot be read as an effect of the project.
cause-group-project = The project
cause-group-comparison = The comparison group
table-compared = The project and the comparison group, before and after
column-answers-before = Number before
column-answers-after = Number after

## Two groups at one time

found-group-difference = { $way ->
    [same] Alike: { $what } is { $first } for { $one } and { $second } for { $other }
   *[apart] The difference is { $size }: { $what } is { $first } for { $one } and { $second } for { $other }
}
group-difference-share = the share who { $gave }
group-difference-mean = the mean
how-group-difference = Measured in { $source }: { $what }{ $scales }{ $of }, for { $one } less { $other } (“{ $by }”), at one time.
table-two-groups = Each group (“{ $by }”)
what-between = the difference
certain-so-between = { $sure ->
    [likely] The difference is therefore probably real, but that rests on assumptions that cannot be tested.
    [few] The data are still too few for the difference to count as established.
    [explained] The difference may still have another explanation.
    [yes] The difference is therefore statistically significant.
   *[no] The difference is therefore not statistically significant.
}

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-register = Registers: participants, units or other things that are counted
    .unknown = There is no register called “{ $got }” among the sources.
kind-survey = Surveys: before and after, or several waves
    .unknown = There is no survey called “{ $got }” among the sources.
kind-cases = Cases: handling times
    .unknown = There is no source of cases called “{ $got }”.

## A result on the screen (print)

short-goal = { $title }: { $outcome }{ $target ->
    [none] { "" }
   *[other] { " " }(target: { $target })
}
estimate-method = Method: { $method }{ $source ->
    [none] .
   *[other] { " " }({ $source }).
}
short-more = All words: .in_words(). All numbers: .to_frame(). One goal: [id], such as { $id }.
short-rest = … and { $n } more lines: .in_words() says everything.
