## Reasons for a verdict. $unit is the unit of the values mentioned, $side the side of the target that the result is on.

note-census = { $about ->
    [held] All activities are counted, so there is no statistical uncertainty to allow for.
    [money-used] The amounts are booked, so there is no statistical uncertainty to allow for.
    [index-change] The values count everybody, by the plan, so there is no statistical uncertainty to allow for.
    [index-value] The values count everybody, by the plan, so there is no statistical uncertainty to allow for.
   *[other] Everybody has been counted, so there is no statistical uncertainty to consider.
}
    .short = { $about ->
        [held] All activities are counted.
        [money-used] The amounts are booked.
        [index-change] Everybody is counted, by the plan.
        [index-value] Everybody is counted, by the plan.
       *[other] Everybody has been counted.
    }
note-whatever-the-unknown = The verdict holds whatever is true of those about whom nothing is known.
note-possible-contains-target = The target lies within what is possible. So it cannot be said whether it has been reached.
note-whatever-the-missing = The verdict holds whatever those who are missing would have answered.
note-interval = { $side ->
    [right] The whole uncertainty interval lies on the right side of the target.
    [wrong] The whole uncertainty interval lies on the wrong side of the target.
   *[same] The whole uncertainty interval lies on the same side of the target.
}
note-interval-given-assumptions = { $side ->
    [right] The whole uncertainty interval lies on the right side of the target.
    [wrong] The whole uncertainty interval lies on the wrong side of the target.
   *[same] The whole uncertainty interval lies on the same side of the target.
} Even so, the answer rests on something that cannot be tested here, which is why it says “probably”.
note-interval-contains-target = The target lies inside the uncertainty interval. It is therefore not possible to say whether it has been reached.
note-beyond-horizon = The mean is only of the beginning of each case. Cases that take longer than that may turn the verdict, and therefore it cannot be said whether the target is met.
note-interval-of-few = { $side ->
    [right] The whole uncertainty interval lies on the right side of the target.
    [wrong] The whole uncertainty interval lies on the wrong side of the target.
   *[same] The whole uncertainty interval lies on the same side of the target.
} Even so, the interval is approximate (the smallest group behind it is { $n }, and the method keeps what it promises only from about { $enough }), which is why it says “probably”.
note-unlike-group-may-overturn = { $side ->
    [right] The whole uncertainty interval lies on the right side of the target.
    [wrong] The whole uncertainty interval lies on the wrong side of the target.
   *[same] The whole uncertainty interval lies on the same side of the target.
} But the { $n } groups may lack one that is quite unlike them. With such a group the result could lie between { AMOUNT($low, $unit) } and { AMOUNT($high, $unit) }, and that contains the target. Therefore it says “probably”.
note-rare-values-may-overturn = The uncertainty interval does not contain the target. But there are { $n } numbers, and very high ones that only a few people or cases have may then be lacking; from about { $enough } on such numbers are usually seen. If { $waves ->
    [1] 3 in 100 had about { AMOUNT($each, "number") }
   *[other] 3 in 100 had about { AMOUNT($each, "number") } in one wave and 2 in 100 in the other
}, the result could lie between { AMOUNT($low, $unit) } and { AMOUNT($high, $unit) }, and that contains the target. It is therefore not possible to say whether the target has been reached.
note-far-too-few = The uncertainty interval does not contain the target, but it cannot be relied upon: the smallest group behind it is { $n }, and the method keeps what it promises only from about { $enough }. It is therefore not possible to say whether the target has been reached.
note-rival-explanation = { $rival ->
    [share-difference-of-all] More or fewer than before gave no answer on the scale (such as “don’t know”). Counted among all, them included, the same cannot be said. The target is therefore undecided.
    [relative-change-of-all] More or fewer than before gave no answer on the scale (such as “don’t know”). Counted among all, them included, the same cannot be said. The target is therefore undecided.
    [visit-score-difference-adjusted] Allowing for those who judge being differently strict, the same cannot be said. The target is therefore undecided.
    [weekly-users-jump] The course before is enough to explain the difference: counted as a jump from the line that was already there, the same cannot be said. The target is therefore undecided.
    [period-jump] The course before is enough to explain the difference: counted as a jump from the line that was already there, the same cannot be said. The target is therefore undecided.
    [period-season] The same periods of the year before differed in a similar way: compared with them, the same cannot be said. The target is therefore undecided.
    [weekly-users-season] The same weeks of the year before differed in a similar way: compared with them, the same cannot be said. The target is therefore undecided.
   *[other] Another explanation is enough. The target is therefore undecided.
}
note-no-answers-changed = Those who gave no answer on the scale (such as “don’t know”) are certainly more or fewer than before. The target is therefore undecided.
note-cautious-contains-target = The uncertainty interval does not contain the target. But answers are few or pile up at one end of the scale, and then the interval promises too much. A more cautious interval, between { AMOUNT($low, $unit) } and { AMOUNT($high, $unit) }, contains the target. It is therefore not possible to say whether it has been reached.
note-holds-in-family = That holds also when the { $goals } goals of “{ $family }” are judged together.
note-not-in-family = By itself the goal would have been told, but { $goals } goals of “{ $family }” are judged together. Chance then has several tries, more is demanded of each goal, and the result is not enough for that.
note-no-part-surely-not-met = One part is below its target, but { $parts } parts are tried, and chance then has several tries. No part is so far below that the whole goal can be said not to be met.
note-no-interval = The uncertainty cannot be calculated, so it is not possible to say whether the target has been reached (n = { $n }).
note-no-data = There are no data to judge.
note-only-a-census = A target that concerns everybody can only be shown to have been met when nobody is missing. { $missing ->
    [one] One is missing.
   *[other] { $missing } are missing.
}
note-unreachable-level = The target is out of reach: { AMOUNT($needed, $unit) } is more than the highest possible, { AMOUNT($ceiling, $unit) }.
note-unreachable-above = { $unit ->
    [share] The target is out of reach: the share was { AMOUNT($before, $unit) } before, so it would have to become { AMOUNT($needed, $unit) }, but at most { AMOUNT($ceiling, $unit) } is possible. The target could have been reached from at most { AMOUNT($highest_start, $unit) }.
   *[other] The target is out of reach: the value was { AMOUNT($before, $unit) } before, so it would have to become { AMOUNT($needed, $unit) }, but at most { AMOUNT($ceiling, $unit) } is possible. The target could have been reached from at most { AMOUNT($highest_start, $unit) }.
}
note-horizon-hides = The decrease cannot be shown: of the days that are counted a case was on average open only { AMOUNT($before, $unit) } before. Write a larger within_days in the plan.
note-level-passed = That level was reached already before ({ AMOUNT($before, $unit) }), so there is no rising or falling to it.
note-unreachable-below = The target is out of reach: the value was { AMOUNT($before, $unit) } before and cannot fall by that much.

## Assumptions. The attribute clause continues a sentence after "if".

note-missing-resemble-answered = The result assumes that the { $missing ->
    [one] only one
   *[other] { $missing }
} who did not answer{ $times ->
    [both] { " " }both times
   *[once] { "" }
} { $missing ->
    [one] resembles
   *[other] resemble
} those who did.
    .clause = those who did not answer resemble those who did
note-self-selected-resemble-all = The result assumes that those who chose to answer resemble everybody who could have answered.
    .clause = those who chose to answer resemble everybody who could have answered
note-missing-may-overturn = A modest difference between those who answered and { $missing ->
    [0] those who did not
    [one] the only one missing
   *[other] the { $missing } who are missing
} may already change the verdict. So it cannot be said whether the target has been reached.
note-drawn-resemble-answered = The result assumes that those who were drawn but did not answer resemble those who did.
    .clause = those who were drawn but did not answer resemble those who did
note-answers-of-concerned = It is assumed that the answers come from those whom the goal concerns: they say nothing about “{ $column_label }”.
    .clause = the answers come from those whom the goal concerns
note-answers-unsorted = The answers say nothing about “{ $column_label }”. The goal concerns { $concerned } in the register, but { $others } others may be among those who answered.
note-answered-once-resemble-twice = The result assumes that those who answered only one of the two times resemble those who answered both times.
    .clause = those who answered only one of the two times resemble those who answered both times

note-answers-independent = It is assumed that answers are independent of each other, so that not everybody in one group or at one workplace, for example, answers alike.
    .clause = answers are independent of each other
note-none-unseen-changed-far = It is assumed that there are not a few people who changed far more than the { $n } included. So few do not always show that there are any.
    .clause = no few people changed far more than those included
note-cases-independent = It is assumed that cases are independent of each other, so that not all cases of one case worker, for example, take equally long.
    .clause = cases are independent of each other
note-open-like-closed = It is assumed that cases which are still open do not take longer than others that have been open as long.
    .clause = open cases do not take longer than others that have been open as long
note-open-at-end-alike = It is assumed that cases which were not closed while they were followed take as long again in both measurements, on average no longer than they were followed.
    .clause = cases which were not closed while they were followed take as long again in both measurements
note-open-at-end-soon = It is assumed that cases which were not closed while they were followed take, on average, no longer again than that.
    .clause = cases which were not closed while they were followed take no longer again than that
note-series-steady = It is assumed that the level would have stayed without the change, so that it was not rising or falling already and does not depend on the season.
    .clause = the level would have stayed without the change
note-reviewers-independent = It is assumed that those who judged did not know each other's judgements.
    .clause = those who judged did not know each other's judgements

## Why there is no value

note-too-few-to-show = The result rests on too few people to be shown: fewer than { $limit }.
note-tells-of-too-few-others = The result is not shown, for together with the other figures of the report it would tell something about fewer than { $limit } people.
note-tells-with-earlier-report = The result is not shown, for together with a report that has been handed out already it would tell something about fewer than { $limit } people.
note-groups-all-alike = The result is not shown by { $by }, for it is the same for all and some group is too small to be shown.
note-no-rows = There are no rows to count.
note-no-answers = There are no answers.
note-no-groups = No row says anything about { $by }.
note-nobody-linked = Nobody has answered the questions both times.
note-wave-without-concerned = The wave “{ $wave }” holds none of those whom the goal concerns.
note-wave-without-answers = The wave “{ $wave }” has no answers yet.
note-no-key-no-share-improved = The answers before and after cannot be linked, so it is not possible to say what share improved.
note-interval-approximate = The interval is approximate: the smallest group behind it is { $n }, and the method keeps what it promises only from about { $enough }.
note-groups-unequal = The groups differ so much in size that { $groups } of them tell no more than about { $n } of equal size.
note-rare-values-unseen = There are { $n } numbers, and very high ones that only a few people or cases have may then be lacking; from about { $enough } on such numbers are usually seen. If { $waves ->
    [1] 3 in 100 had about { AMOUNT($each, "number") }
   *[other] 3 in 100 had about { AMOUNT($each, "number") } in one wave and 2 in 100 in the other
}, the result could lie between { AMOUNT($low, $unit) } and { AMOUNT($high, $unit) }. If the numbers have a highest possible value, write it in the plan (possible).
note-spreads-differ = The interval supposes that answers spread equally both times. They do not, so the interval is approximate.
note-nothing-varied = All answers are the same, so no uncertainty can be calculated.
note-groups-same = { $of ->
    [change] The change is the same in all groups
   *[level] All groups have the same result
}, so no uncertainty can be worked out.
note-cases-alike = All cases of one wave took equally long, so no uncertainty can be worked out.
note-too-few-answers = There are too few answers: { $n }, and at least { $needed } are needed.
note-too-few-complete = Too few have answered all questions: { $n }, and at least { $needed } are needed.
note-relative-from-zero = The value before was nought, so a relative change cannot be calculated.
note-relative-not-above-zero = The value before or after was nought or below, so a relative change cannot be calculated.
note-relative-to-zero = The value after was nought, so the relative change gets no uncertainty interval.
note-reliable-change-unknown = The measurement error of “{ $scale }” is not known, so those who improved by more than it cannot be counted.
note-too-few-cases = There are too few cases in the wave “{ $wave }”: { $n }, and at least { $needed } are needed.
note-too-few-closed = Too few cases in the wave “{ $wave }” were closed within { DAYS($days, $unit) }: { $closed }, and at least { $needed } are needed.
note-follow-up-too-short = The cases in the wave “{ $wave }” were followed for { DAYS($follow_up, $unit) }, which is not enough to say anything about { DAYS($days, $unit) }.
note-median-not-reached = Fewer than half of the cases in the wave “{ $wave }” were closed during the { DAYS($days, $unit) } that they were followed, so the median time cannot be given.
note-no-comparable-case-types = There are too few cases of the types that can be compared: { $n }, and at least { $needed } are needed in each wave.

## Remarks on answers and people

note-no-room-to-rise = { $n } of { $of } already had so { $better ->
    [lower] low a result before that it could not fall
   *[higher] high a result before that it could not rise
}.
note-at-ceiling = { $n } of { $of } already had so { $better ->
    [lower] low a result before that it could not fall
   *[higher] high a result before that it could not rise
}. They count as not improved.
note-group-differs-between-waves = { $n ->
    [one] One person gave a different { $by } before and after. What was given before holds.
   *[other] { $n } people gave a different { $by } before and after. What was given before holds.
}
note-group-unknown = { $n ->
    [one] For one person { $by } is not known; that person is in no group.
   *[other] For { $n } people { $by } is not known; they are in no group.
}
note-source-without-group = { $source }: { $group } is not known there, so nothing from it can be split by that.
note-population-smaller-than-answers = According to the register { $population } could answer, but { $n } have. The register does not seem to be complete, so the answers are treated as a sample.
note-percent-as-shown = { $file }: The numbers in the column “{ $column_label }” are written in per cent and read as they are shown ({ $example } %), not as parts of 1.
note-workbook-hides = { $file }: In a file of type { $format } it cannot be seen which cells are errors (such as #N/A) or which numbers are shown in per cent. Such errors are read as empty cells, and 72 % as 0.72. Save the workbook in the format xlsx if it has any of that.
note-declared-missing = { $file }: { $n ->
    [one] one answer is declared missing in the file
   *[other] { $n } answers are declared missing in the file
} and not counted: { $values }.
note-repeated-resolved = { $file }: { $n ->
    [one] one double submission was removed
   *[other] { $n } double submissions were removed
}. { $rule ->
    [latest] The latest answer counts.
    [earliest] The first answer counts.
   *[other] None of the double submissions counts.
}
note-date-order-settled = { $file }: the dates in “{ $column }” are read as { $example } (31 January 2013). { $by ->
    [periods] The column does not tell the day from the month, but only so do the dates lie in the periods of the plan.
   *[other] The column does not tell the day from the month, but another column that is written alike does.
}
note-days-moved = { $file }: the times in “{ $column }” have a time zone and are counted in { $zone ->
    [home] Swedish time
   *[other] the time zone { $zone }
}. { $n ->
    [one] One of them therefore belongs
   *[other] { $n } of them therefore belong
} to another day than the one in the file.
note-entered-twice = { $file }: { $n ->
    [one] { $what ->
        [visit] one visit stood twice and counts once.
       *[other] one attendance stood twice (the same person, activity and day) and counts once.
    }
   *[other] { $what ->
        [visit] { $n } rows are visits that stand in the file already, and those count once.
       *[other] { $n } rows are attendance that stands in the file already (the same person, activity and day), and it counts once.
    }
}
note-entered-twice-differs = { $file }: { $n ->
    [one] { $what ->
        [visit] one row has the same visitor and visit as another row but other answers. Both count.
       *[other] one row has the same person, activity and day as another row but other hours. Both count.
    }
   *[other] { $what ->
        [visit] { $n } rows have the same visitor and visit as another row but other answers. All count.
       *[other] { $n } rows have the same person, activity and day as another row but other hours. All count.
    }
}
note-rows-alike = { $file }: { $n ->
    [one] one row is just like another row. Both count.
   *[other] { $n } rows are just like a row further up. All count.
}
note-not-in-register = { $file }: { $n ->
    [one] one answer has a code that is not in the register, and does not count.
   *[other] { $n } answers have codes that are not in the register, and do not count.
}
note-not-linked-to-register = { $file }: { $n ->
    [one] one answer has no code, so what the register tells ({ $columns }) cannot be linked to it.
   *[other] { $n } answers have no code, so what the register tells ({ $columns }) cannot be linked to them.
}
note-survey-of-repeats = { $file } is a repeated group of a form: several rows may belong to the same answer. Here every row counts as a person who answered. If it is things that are to be counted, the plan should say that the source is a register.
note-answers-outside-wave = { $file }: { $n ->
    [one] one answer is dated outside the wave's time in the plan. It counts all the same.
   *[other] { $n } answers are dated outside the wave's time in the plan. They count all the same.
}
note-rows-left-out = { $file }: { $reason ->
    [title] { $n ->
        [one] row { $where } stands above the headings and is not read.
       *[other] rows { $where } stand above the headings and are not read.
    }
    [further-heading] { $n ->
        [one] a further row of headings from Qualtrics does not count as an answer.
       *[other] { $n } further rows of headings from Qualtrics do not count as answers.
    }
    [repeated-heading] { $n ->
        [one] the headings come again in row { $where }, which does not count.
       *[other] the headings come again in rows { $where }, which do not count.
    }
    [sum] { $n ->
        [one] row { $where } is a sum or mean of other rows and does not count. If it is a row like others, write keep_rows in the plan.
       *[other] rows { $where } are sums or means of other rows and do not count. If they are rows like others, write keep_rows in the plan.
    }
    [footnote] { $n ->
        [one] row { $where } is a remark below the table and does not count.
       *[other] rows { $where } are remarks below the table and do not count.
    }
    [page] { $n ->
        [one] row { $where } is a page number and does not count.
       *[other] rows { $where } are page numbers and do not count.
    }
    [incomplete] { $n ->
        [one] one answer was never submitted and does not count. If it should, set incomplete to keep in the plan.
       *[other] { $n } answers were never submitted and do not count. If they should, set incomplete to keep in the plan.
    }
    [test-answer] { $n ->
        [one] one test answer does not count.
       *[other] { $n } test answers do not count.
    }
    [not-approved] { $n ->
        [one] one answer was not approved by those who reviewed it and does not count.
       *[other] { $n } answers were not approved by those who reviewed them and do not count.
    }
    [withdrawn] { $n ->
        [one] one value has been withdrawn by its publisher and does not count.
       *[other] { $n } values have been withdrawn by their publisher and do not count.
    }
   *[skipped] { $n ->
        [one] row { $where } does not count, as the plan says.
       *[other] rows { $where } do not count, as the plan says.
    }
}
note-periods-as-rows = { $file }: the file has a column for each year or period. They are read as rows, one value in each.
note-repeated-left-out = { $n ->
    [one] One double submission{ $wave ->
        [none] { "" }
       *[other] { " " }in the wave “{ $wave }”
    } is not counted.
   *[other] { $n } double submissions{ $wave ->
        [none] { "" }
       *[other] { " " }in the wave “{ $wave }”
    } are not counted.
}
note-without-code = { $n ->
    [one] One answer{ $wave ->
        [none] { "" }
       *[other] { " " }in the wave “{ $wave }”
    } has no code and cannot be linked.
   *[other] { $n } answers{ $wave ->
        [none] { "" }
       *[other] { " " }in the wave “{ $wave }”
    } have no code and cannot be linked.
}
note-near-misses = { $n ->
    [one] One code differs by a single character from a code in the other wave.
   *[other] { $n } codes differ by a single character from a code in the other wave.
} { $only ->
    [0] { "" }
   *[other] For { $every ->
        [one] it
        [yes] all
       *[no] { $only } of them
    } there is only one possible match.{ " " }
}The codes have not been linked. If they belong to the same person, the code can be corrected in the file.
note-answered-once-used = All answers count: { $linked } answered both times, { $only_before } only the first time and { $only_after } only the second.
note-answered-once-not-used = { $linked ->
    [0] Nobody answered both times.
    [one] Only one person answered both times.
   *[other] Only { $linked } answered both times.
} The answers of { $n } who answered only one of the two times are not used in the judgement. They count if answers is “all” for the goal in the plan.
note-waves-not-linked = The answers before and after have no code in common. They are therefore treated as two independent measurements.
note-linked-by-row = { $file }: each row is a person with all waves, and the answers are compared row by row.
note-waves-by-column = { $file }: the column “{ $column_label }” says which wave each row is of: { $waves }.
note-rows-outside-waves = { $file }: { $n ->
    [one] one row is of no wave by the column “{ $column_label }” and is not counted.
   *[other] { $n } rows are of no wave by the column “{ $column_label }” and are not counted.
}
note-scale-incoherent = The questions in “{ $scale }” do not hang together{ $wave ->
    [none] { "" }
   *[other] { " " }in the wave “{ $wave }”
} (Cronbach’s alpha { NUMBER($alpha, decimals: 2) }). Read them one by one: their mean says little.{ $others ->
    [0] { "" }
    [one] { " " }It is the same in another wave.
   *[other] { " " }It is the same in { $others } other waves.
}
note-item-runs-backwards = The question “{ $label }”{ $item ->
    [none] { "" }
   *[other] { " " }({ $item })
} seems to run the opposite way to the others{ $wave ->
    [none] { "" }
   *[other] { " " }in the wave “{ $wave }”
}: its correlation with them is { NUMBER($correlation, decimals: 2) }. Check reversed in the plan.{ $others ->
    [0] { "" }
    [one] { " " }It is the same in another wave.
   *[other] { " " }It is the same in { $others } other waves.
}
note-items-run-apart = The questions { $first } and { $second } seem to run opposite ways{ $wave ->
    [none] { "" }
   *[other] { " " }in the wave “{ $wave }”
}: the correlation between them is { NUMBER($correlation, decimals: 2) }. Check reversed in the plan.{ $others ->
    [0] { "" }
    [one] { " " }It is the same in another wave.
   *[other] { " " }It is the same in { $others } other waves.
}

note-answer-that-is-none = “{ $answer }” stands as answer { $place } of { $of } on the scale, from lowest to highest, and counts as that. If it is no answer it belongs in not_an_answer.
note-not-an-answer = { $n } of { $of }{ $wave ->
    [none] { "" }
   *[other] { " " }in the wave “{ $wave }”
} gave no answer on the scale (such as “don’t know”) and are not in the share.
note-not-an-answer-changed = { $way ->
    [more] Those who gave no answer on the scale are certainly { WAY($way, "more") } after than before. So the share may have changed without more or fewer giving such an answer.
   *[fewer] Those who gave no answer on the scale are certainly { WAY($way, "fewer") } after than before. So the share may have changed without more or fewer giving such an answer.
}

## Remarks on registers

note-units-from-register = Counted for all { $units } groups in the column “{ $column_label }” that are in the register. A group with nobody in the register is not seen.
note-value-never-occurs = No row has the value “{ $value }” in the column “{ $column_label }”.
note-value-near-other = The column “{ $column_label }” holds both “{ $value }” and “{ $other }”. They count as different. If they are the same: correct it in the file.
note-index-name-alone = “{ $name }” has one wave only ({ $wave_name }) and counts towards no goal. If it belongs to another name: correct it in the file.
note-not-an-answer-many = { $n } of { $of } answers ({ AMOUNT($share, $unit) } of the answers) are no answer by the plan (not_an_answer) and do not count. If one of them is an answer all the same it belongs in answers.
note-other-values = { $n ->
    [one] One row has another value than “{ $expected }” in the column “{ $column_label }” and { $counts ->
        [unknown] counts as unknown
       *[no] does not count as “{ $value }”
    }: { $values }.
   *[other] { $n } rows have other values than “{ $expected }” in the column “{ $column_label }” and { $counts ->
        [unknown] count as unknown
       *[no] do not count as “{ $value }”
    }: { $values }{ $further ->
        [0] { "" }
       *[other] { " " }and { $further } more
    }.
}
note-other-values-unnamed = { $n ->
    [one] One row has another value than “{ $expected }” in the column “{ $column_label }” and { $counts ->
        [unknown] counts as unknown
       *[no] does not count as “{ $value }”
    }.
   *[other] { $n } rows have other values than “{ $expected }” in the column “{ $column_label }” and { $counts ->
        [unknown] count as unknown
       *[no] do not count as “{ $value }”
    }.
}
note-among-unknown = { $n ->
    [one] One row says nothing about “{ $column_label }”, so it is not known whether it should be counted.
   *[other] { $n } rows say nothing about “{ $column_label }”, so it is not known whether they should be counted.
}
note-among-otherwise = { $n ->
    [one] By “{ $column_label }” the goal concerns one person in one wave but not in another. Check the column if nobody has changed.
   *[other] By “{ $column_label }” the goal concerns { $n } people in one wave but not in another. Check the column if nobody has changed.
}
note-rows-among-unknown = { $n ->
    [one] One row{ $wave ->
        [none] { "" }
       *[other] { " " }in the wave “{ $wave }”
    } says nothing about “{ $column_label }”, so it is not known whether the goal concerns it. It is not counted.
   *[other] { $n } rows{ $wave ->
        [none] { "" }
       *[other] { " " }in the wave “{ $wave }”
    } say nothing about “{ $column_label }”, so it is not known whether the goal concerns them. They are not counted.
}
note-condition-unknown = { $n ->
    [one] One row says nothing about “{ $column_label }”, or neither one thing nor the other.
   *[other] { $n } rows say nothing about “{ $column_label }”, or neither one thing nor the other.
}
note-partly-known = { $unit ->
    [share] The share may be
    [count] The number may be
   *[other] The value may be
} anything from { AMOUNT($low, $unit) } to { AMOUNT($high, $unit) }, depending on { $n ->
    [one] the only one for whom this is not known
   *[other] the { $n } for whom this is not known
}.
note-nothing-known = Nothing is known about any of those whom the goal concerns.

## Remarks on cases

note-restricted-to = At most { DAYS($days, $unit) } of each case are counted.
note-closed-within = The share is of cases closed within { DAYS($days, $unit) }.
note-limit-missing = { $n ->
    [one] For one case it is not known how long it may take; it is not counted.
   *[other] For { $n } cases it is not known how long they may take; they are not counted.
}
note-cases-withdrawn = { $n ->
    [one] One case was withdrawn. It is among all cases but neither closed in time nor open.
   *[other] { $n } cases were withdrawn. They are among all cases but neither closed in time nor open.
}
note-withdrawn-as-open = { $n ->
    [one] One case was withdrawn. It counts as open until then, and says nothing of the time after.
   *[other] { $n } cases were withdrawn. They count as open until then, and say nothing of the time after.
}
note-all-closed = Every case in the measurements is closed. The mean is therefore of the whole handling time.
note-carried-on = All the old cases had been closed already, so the last days had to be estimated. The difference can therefore be wrong by at most { DAYS($at_most, $unit, decimals: 1) }.
note-tau-shortened = The plan says { DAYS($wanted, $unit) }, but the cases were followed for only { DAYS($days, $unit) }{ $waves ->
    [one] { "" }
   *[other] { " " }in one of the waves
}. At most { DAYS($days, $unit) } of each case are therefore counted.
note-curves-cross = Neither wave is faster all the way: at some time within { DAYS($days, $unit) } one is surely ahead, at another time the other. Read more than one measure, therefore.
note-case-types-left-out = Case types with too few cases to compare are left out of the comparison: { $types } ({ $cases ->
    [one] one case
   *[other] { $cases } cases
}).
note-case-type-missing = { $cases ->
    [one] One case has no case type and is left out of the comparison.
   *[other] { $cases } cases have no case type and are left out of the comparison.
}
note-groups-change-alike = The result assumes that the groups would have developed alike without the project.

## Who belongs to the project and to the comparison group

note-comparison-side-unknown = { $n ->
    [one] For one, “{ $column_label }” is not known: it belongs neither to the project nor to the comparison group.
   *[other] For { $n }, “{ $column_label }” is not known: they belong neither to the project nor to the comparison group.
}
note-comparison-side-moved = { $n ->
    [one] One changed group (“{ $column_label }”) between the waves and counts in neither.
   *[other] { $n } changed group (“{ $column_label }”) between the waves and count in neither.
}
note-comparison-other-values = { $n ->
    [one] One has another value than “{ $project }” (the project) and “{ $comparison }” (the comparison group) in the column “{ $column_label }” and belongs to neither: { $values }.
   *[other] { $n } have other values than “{ $project }” (the project) and “{ $comparison }” (the comparison group) in the column “{ $column_label }” and belong to neither: { $values }.
}
note-comparison-other-values-unnamed = { $n ->
    [one] One has another value than “{ $project }” (the project) and “{ $comparison }” (the comparison group) in the column “{ $column_label }” and belongs to neither.
   *[other] { $n } have other values than “{ $project }” (the project) and “{ $comparison }” (the comparison group) in the column “{ $column_label }” and belong to neither.
}
note-groups-differ-before = The project and the comparison group stood apart already before, so the difference in change cannot be taken as caused by the project.
note-hidden-in-sample = { $n ->
    [one] For { $n } row of the sample something is not known. The interval reaches so far that it holds whatever should have stood there.
   *[other] For { $n } rows of the sample something is not known. The interval reaches so far that it holds whatever should have stood there.
  }
note-same-periods-compared = { $per_year ->
    [12] Each month after is compared with the same month of the baseline, so that the season is no part of the change.
   *[other] Each quarter after is compared with the same quarter of the baseline, so that the season is no part of the change.
}
note-effect-without-margins = The comparison with the comparison group is made without the weighting to known margins, which are those of the project alone.

## Groups and weights

note-answered-resemble-within-groups = The answers are weighted by { $columns }. It is assumed that those who answered within each such group resemble the others in it.
    .clause = those who answered within each group that the answers are weighted by resemble the others in it
note-groups-counted = It is allowed for that { $of ->
    [cases] cases
   *[answers] answers
} within one group resemble each other. There { $groups ->
    [one] is one group
   *[other] are { $groups } groups
}.
note-groups-considered = It is allowed for that answers within one group resemble each other. There { $groups ->
    [one] is one group
   *[other] are { $groups } groups
}. The variance is { NUMBER($effect, decimals: 1) } times as large as if the answers had been independent (design effect).
note-too-few-groups = The answers come from { $n ->
    [one] a single group
   *[other] { $n } groups
}, and at least { $needed } are needed to know how much groups differ.
note-too-few-in-stratum = There is a stratum with fewer than { $needed } who answered, and then the uncertainty cannot be computed.
note-not-of-groups-or-weights = This measure does not exist for answers that are weighted or come from groups.
note-cluster-unknown = { $n ->
    [one] One row lacks a value of { $column }. It counts as a group of its own.
   *[other] { $n } rows lack a value of { $column }. They count as groups of their own.
}
note-weigh-unknown = { $n ->
    [one] One row lacks a value of { $column } and cannot be weighted. It is not counted.
   *[other] { $n } rows lack a value of { $column } and cannot be weighted. They are not counted.
}
note-weights-contradict-known = The weights and the known answers contradict each other: with the weights the share lies outside what is possible, from { AMOUNT($low, $unit) } to { AMOUNT($high, $unit) }, whatever those who did not answer would have said.
note-weights-uneven = The weights are so unequal that the { $n } answers are worth about as much as { $worth } answers that weigh alike.
note-weights-heavy = { $n ->
    [one] One answer weighs
   *[other] { $n } answers weigh
} more than five times as much as an average answer, the heaviest { $times } times as much. The result hangs on them to a large extent.
note-group-too-small = At least one of the groups has fewer than { $needed } answers. So the difference is not shown.
