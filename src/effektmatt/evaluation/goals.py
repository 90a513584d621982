"""From the plan's goals to what was found and the verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from effektmatt.core import Note, Outcome, Unit
from effektmatt.evaluation.conditions import of_concerned
from effektmatt.evaluation.kinds import cause, measure
from effektmatt.evaluation.kinds.common import Data
from effektmatt.evaluation.protection import Measured, protected
from effektmatt.evaluation.several import composite, of_families
from effektmatt.findings import GoalFinding, ReadingFinding
from effektmatt.goals import Fulfilment, Target, judge, judge_all, unreachable
from effektmatt.plan import PlannedGoal, PlannedPart


def goal_findings(data: Data) -> tuple[GoalFinding, ...]:
    """Measure every part of every goal, hide what would tell of few people, and judge what is left."""
    measured = [Measured(part=part, outcome=of_concerned(measure(part, data), part, data)) for part in data.plan.parts]
    found = iter(protected(measured, data))
    goals = data.plan.goals
    judged = [_goal_finding(goal, [next(found) for _ in goal.parts], data) for goal in goals]
    return tuple(of_families(judged, goals, data, _judged_again))


def _judged_again(part: PlannedPart, data: Data) -> Fulfilment:
    """Measure and judge a part with other data; nothing of it is shown but which verdict stands."""
    outcome = of_concerned(measure(part, data), part, data)
    return judge(outcome.estimate, part.target, unreachable=_unreachable(part, part.target, outcome, data))


def _goal_finding(goal: PlannedGoal, found: Sequence[Measured], data: Data) -> GoalFinding:
    """Judge one goal; one of several parts is decided by its worst part."""
    parts = tuple(_part_finding(goal, one, data) for one in found)
    if len(parts) == 1:
        return parts[0]
    whole = composite(judge_all(tuple(part.fulfilment for part in parts)), goal, data, _judged_again)
    deciding = parts[whole.deciding or 0]
    return GoalFinding(
        id=goal.id,
        title=goal.title,
        quote=goal.quote,
        fulfilment=whole,
        outcome=deciding.outcome,
        measure=deciding.measure,
        parts=parts,
        text=goal.text,
        level=goal.level,
        family=goal.family,
    )


def _part_finding(goal: PlannedGoal, found: Measured, data: Data) -> GoalFinding:
    part, outcome = found.part, replace(found.outcome, wave_labels=_wave_labels(found.part, data))
    several, compared = len(goal.parts) > 1, None if outcome.estimate.hidden else cause(part, data)
    if compared is not None and not found.beside_others:
        compared = replace(compared, project=None, comparison=None, start=None)
    fulfilment = judge(outcome.estimate, part.target, unreachable=_unreachable(part, part.target, outcome, data))
    return GoalFinding(
        id=goal.id,
        title=part.title,
        quote=None if several else goal.quote,
        fulfilment=fulfilment,
        outcome=outcome,
        measure=data.plan.facts_of(part),
        readings=tuple(_readings(part, outcome, data)),
        remarks=outcome.notes,
        text=None if several else goal.text,
        level=None if several else goal.level,
        family=None if several else goal.family,
        cause=None if compared is None else compared.effect,
        compared=compared,
    )


def _wave_labels(part: PlannedPart, data: Data) -> tuple[str, str] | None:
    """Return what two waves are called, where a goal compares others than "before" and "after"."""
    compared = part.measure.compared(data.sources[data.plan.source_of(part)].made)
    if compared is None or compared == ("before", "after"):
        return None
    (first, last), waves = compared, data.plan.written.waves
    return waves[first].label, waves[last].label


def _unreachable(part: PlannedPart, target: Target | None, outcome: Outcome, data: Data) -> Note | None:
    before = outcome.change.before if outcome.change else None
    ceiling = None
    if before is not None and before.unit is Unit.SCORE:
        ceiling = float(data.plan.scales[data.plan.scales_of(part)[0]].highest)
    return unreachable(target, before, ceiling=ceiling)


def _readings(part: PlannedPart, outcome: Outcome, data: Data) -> Iterator[ReadingFinding]:
    """Judge a change by each of its readings, so that a reader sees what hangs on the choice."""
    target = part.target
    if target is None or target.reading is None or outcome.change is None:
        return
    for reading, estimate in outcome.change.readings.items():
        read = replace(target, reading=reading)
        fulfilment: Fulfilment = judge(estimate, read, unreachable=_unreachable(part, read, outcome, data))
        yield ReadingFinding(reading=reading, fulfilment=fulfilment, chosen=reading is target.reading)
