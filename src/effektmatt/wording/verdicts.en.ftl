## Verdicts. judged is a clause about $goal ("the target, at least 80%,"), part a clause about a part with the title $title.

verdict-met = Met
    .judged = { $goal } has been met
    .then = then { $of ->
        [part] the part
       *[goal] the target
    } is met
    .part = The part “{ $title }” has been met
    .meaning = The target has been met, with the uncertainty counted in.
verdict-likely-met = Probably met
    .judged = { $goal } has probably been met
    .then = then { $of ->
        [part] the part
       *[goal] the target
    } is probably met
    .part = The part “{ $title }” has probably been met
    .meaning = The figures clearly suggest so, but rest on an assumption that cannot be tested.
verdict-undetermined = Undecided
    .judged = whether { $goal } has been met cannot be determined
    .then = then it cannot be told whether { $of ->
        [part] the part
       *[goal] the target
    } is met
    .part = Whether the part “{ $title }” has been met cannot be determined
    .meaning = The figures are not enough to say whether the target has been met or not.
verdict-likely-not-met = Probably not met
    .judged = { $goal } has probably not been met
    .then = then { $of ->
        [part] the part
       *[goal] the target
    } is probably not met
    .part = The part “{ $title }” has probably not been met
    .meaning = The figures clearly suggest not, but rest on an assumption that cannot be tested.
verdict-not-met = Not met
    .judged = { $goal } has not been met
    .then = then { $of ->
        [part] the part
       *[goal] the target
    } is not met
    .part = The part “{ $title }” has not been met
    .meaning = The target has not been met, with the uncertainty counted in.
verdict-not-assessable = Cannot be assessed
    .judged = { $goal } cannot be assessed
    .then = then { $of ->
        [part] the part
       *[goal] the target
    } cannot be judged
    .part = The part “{ $title }” cannot be assessed
    .meaning = There is no outcome that can be held against the target, or simple arithmetic rules the target out. The reason stands with the goal.
verdict-no-target = No target set
    .judged = { $goal } has no target level
    .then = then { $of ->
        [part] the part
       *[goal] the target
    } has no target level
    .part = The part “{ $title }” has no target level
    .meaning = The project has set no level. The result is described but not judged.
