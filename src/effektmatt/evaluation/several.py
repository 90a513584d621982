"""Goals that belong together: parts of one goal, and families of goals, judged again at a stricter level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from effektmatt.evaluation.kinds.common import Data
from effektmatt.findings import GoalFinding
from effektmatt.goals import Fulfilment, Verdict
from effektmatt.goals.several import claims, in_family, not_lost, same_way, tried
from effektmatt.plan import PlannedGoal, PlannedPart
from effektmatt.stats.choices import SEVERAL_RESULTS
from effektmatt.stats.question import Layout

#: Judges a part of a goal anew, with other data (another level).
Again = Callable[[PlannedPart, Data], Fulfilment]


def composite(whole: Fulfilment, goal: PlannedGoal, data: Data, again: Again) -> Fulfilment:
    """Return the verdict of a goal of several parts, so that a false "not met" is no likelier than for one part.

    It is not met when one part is not; with several parts chance has several tries. So one of them must be not met at
    a level divided by how many are judged by an interval. That all are met needs no such thing.
    """
    parts = sum(tried(part) for part in whole.parts)
    lost = (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET)
    places = [place for place, part in enumerate(whole.parts) if part.verdict in lost]
    if parts < 2 or whole.verdict not in lost or any(not claims(whole.parts[place]) for place in places):
        return whole
    strict = strictly(data, parts)
    if any(again(goal.parts[place], strict).verdict in lost for place in places):
        return whole
    return not_lost(whole, parts)


def of_families(
    found: Sequence[GoalFinding], goals: Sequence[PlannedGoal], data: Data, again: Again
) -> list[GoalFinding]:
    """Return the findings with the verdicts of every declared family adjusted by Holm's rule."""
    judged = list(found)
    for family in dict.fromkeys(goal.family for goal in goals if goal.family is not None):
        places = [place for place, goal in enumerate(goals) if goal.family == family]
        among = [place for place in places if tried(found[place].fulfilment)]
        claimed = [place for place in among if claims(found[place].fulfilment)]

        def holds(place: int, parts: int) -> bool:
            return _still(found[place], goals[place], strictly(data, parts), again)

        kept = SEVERAL_RESULTS.kernel(Layout.FAMILY)(claimed, len(among), holds)
        for place in claimed:
            verdict = in_family(judged[place].fulfilment, family, len(among), holds=place in kept)
            judged[place] = replace(judged[place], fulfilment=verdict)
    return judged


def strictly(data: Data, parts: int) -> Data:
    """Return the data with a confidence level at which each of several claims is false as seldom as one was."""
    if parts < 2:
        return data
    written = data.plan.written
    level = 1 - (1 - written.analysis.confidence) / parts
    analysis = written.analysis.model_copy(update={"confidence": level})
    return replace(data, plan=replace(data.plan, written=written.model_copy(update={"analysis": analysis})))


def _still(found: GoalFinding, goal: PlannedGoal, strict: Data, again: Again) -> bool:
    """Whether a verdict is the same when it is judged again."""
    whole = found.fulfilment
    if not whole.parts:
        return same_way(again(goal.parts[0], strict), whole)
    anew = [again(part, strict) for part in goal.parts]
    if whole.verdict in (Verdict.MET, Verdict.LIKELY_MET):
        return all(same_way(one, whole) for one in anew)
    return any(same_way(one, whole) for one in anew)
