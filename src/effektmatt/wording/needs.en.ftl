## Competence needs, and ratings in retrospect

found-need-met = { $hits } of { $n } who rated themselves reach the level that their role needs in every skill ({ $value })
how-need-met = Counted in { $source }: everybody rates their level in each skill{ $scales }, and the plan says which level a role needs. The need is the needed level minus the rated level, on average for those whose role needs the skill. A need above 0 means that the level is below what the role needs. Those who have not rated every skill that their role needs are not counted in the share.

measure-need-met = share who reach the level their role needs
measure-mean-score-then = mean before, rated in retrospect
measure-response-shift = response shift (in retrospect minus before)
measure-then-test-change = change by the rating in retrospect
measure-share-improved-then-test = share improved by the rating in retrospect
    .if = if the state before is the one rated in retrospect

note-role-unknown = { $n ->
    [one] One person has not stated a role and cannot be counted.
   *[other] { $n } people have not stated a role and cannot be counted.
}
note-response-shift = In the survey after, participants also rated how it was before, with what they know now (then-test, “{ $label }”). The { $n } who made all three ratings gave { NUMBER($before, decimals: 2) } before and { NUMBER($then, decimals: 2) } when they looked back. { $way ->
    [lower] They thus rate their earlier selves { NUMBER($shift, decimals: 2) } { WAY($way, "lower") } than they did then. That suggests that the yardstick has moved, as it often does when people learn how much there is to know. If so, the difference between the ratings after and before is smaller than what participants themselves think that they have learnt.
    [higher] They thus rate their earlier selves { NUMBER($shift, decimals: 2) } { WAY($way, "higher") } than they did then. That suggests that the yardstick has moved.
   *[none] The difference is not statistically significant: there is no clear sign that the yardstick has moved.
} From the rating in retrospect to { NUMBER($after, decimals: 2) } after, the change is { NUMBER($change, decimals: 2) }. The rating in retrospect rests on memory, so both are shown.
note-then-test = In the survey after, participants also rated how it was before, with what they know now (then-test, “{ $label }”). From that rating to the rating after, the change is { NUMBER($change, decimals: 2) } ({ $n ->
    [one] one person
   *[other] { $n } people
}). The rating in retrospect rests on memory.

table-then = Rated before, in retrospect and after: “{ $label }”
then-before = Before, rated then
then-then = Before, rated in retrospect
then-after = After
then-shift = Response shift: in retrospect minus then
then-change = Change by the rating in retrospect: after minus in retrospect
then-plain = Change by the ratings at the time: after minus before
column-rated = Rating
column-mean = Mean

table-need-roles = Levels that the roles need
column-role = Role
table-need = Need per unit, { $wave }: needed level minus rated level
table-need-note = A number above 0 means that the unit is below the needed level on average. Those above it make up for those below, so that there may be needs also at 0 and lower. “–” means that nobody in the unit has a role that needs the skill.
need-everybody = Everybody
chart-need-title = { $wave }: { $hidden ->
    [0] the need
   *[other] among the units that are shown the need
} is on average greatest in “{ $skill }” ({ $unit }, { $need })
chart-need-title-none = { $wave }: all units{ $hidden ->
    [0] { "" }
   *[other] { " " }that are shown
} are at or above the level on average
chart-need-title-hidden = { $wave }: too few have rated for the needs to be shown
chart-need-alt = A table with colour: one row per unit, one column per skill. The number is the needed level minus the rated level, on average. A darker colour means a larger need.
chart-need-alt-row = { $unit }: greatest need in “{ $skill }” ({ $need }).
chart-need-alt-none = { $unit }: at or above the level on average in every skill.
chart-need-alt-hidden = { $unit }: hidden, too few have rated.
chart-need-key = Needed level minus rated level, on average; where the average is low some may still be below the level
chart-need-step-none = at or above the level on average
chart-need-step = { $low } to { $high }
chart-need-step-over = above { $low }

fault-need-level-outside-scale = The level { $got } is not on the scale, which goes from { $lowest } to { $highest }.
    .mend = Give a level on the scale.
fault-role-without-needed = The role “{ $got }” has no levels in the plan. There are { $names }.
    .mend = Correct the role in the file, or add it under needed in the plan.
