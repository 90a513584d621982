## Reasons for a verdict

note-census = Everybody has been counted, so there is no statistical uncertainty to consider.
note-whatever-the-missing = The verdict holds whatever those who are missing would have answered.
note-interval = The whole uncertainty interval lies on the same side of the target.
note-interval-given-assumptions = The whole uncertainty interval lies on the same side of the target. Even so, the answer rests on an assumption that cannot be tested here, which is why it says “probably”.
note-interval-contains-target = The target lies inside the uncertainty interval. It is therefore not possible to say whether it has been reached.
note-no-interval = The result rests on too few data for the uncertainty to be calculated (n = { $n }).
note-no-data = There are no data to judge.
note-only-a-census = A target that concerns everybody can only be shown to have been met when nobody is missing. { $missing ->
    [one] One is missing.
   *[other] { $missing } are missing.
}
note-unreachable-level = The target { AMOUNT($needed, $unit) } lies above the highest possible value, { AMOUNT($ceiling, $unit) }.
note-unreachable-above = The target is out of reach: the value was { AMOUNT($before, $unit) } before, so it would have to become { AMOUNT($needed, $unit) }, and the highest possible is { AMOUNT($ceiling, $unit) }. It could only have been reached from at most { AMOUNT($highest_start, $unit) }.
note-unreachable-below = The target is out of reach: the value was { AMOUNT($before, $unit) } before and cannot fall by that much.

## Assumptions. The attribute clause continues a sentence after "if".

note-missing-resemble-answered = The result assumes that the { $missing } who are missing resemble those who answered.
    .clause = those who did not answer resemble those who did
note-self-selected-resemble-all = The result assumes that those who chose to answer resemble those who did not.
    .clause = those who chose to answer resemble those who did not
