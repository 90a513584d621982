"""From the plan's goals to what was found and the verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from effektmatt.core import Estimate, Note, Outcome, Unit
from effektmatt.evaluation.kinds import cause, measure
from effektmatt.evaluation.kinds.common import Data
from effektmatt.findings import GoalFinding, MeasureFacts, ReadingFinding
from effektmatt.goals import Fulfilment, Reading, Target, judge, judge_all, unreachable
from effektmatt.plan import Plan, PlannedGoal, PlannedPart
from effektmatt.plan.measures import (
    ActiveShare,
    ChangeOfAnswers,
    ComparedWaves,
    FullDose,
    HandlingTime,
    Measure,
    ScoreChange,
)
from effektmatt.plan.resolved import Condition
from effektmatt.plan.sources import Visits


def goal_finding(goal: PlannedGoal, data: Data) -> GoalFinding:
    """Measure and judge one goal; one of several parts is decided by its worst part."""
    parts = tuple(_part_finding(goal, part, data) for part in goal.parts)
    if len(parts) == 1:
        return parts[0]
    whole = judge_all(tuple(part.fulfilment for part in parts))
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
    )


def _part_finding(goal: PlannedGoal, part: PlannedPart, data: Data) -> GoalFinding:
    outcome = replace(measure(part, data), wave_labels=_wave_labels(part, data))
    several = len(goal.parts) > 1
    fulfilment = judge(outcome.estimate, part.target, unreachable=_unreachable(part, part.target, outcome, data))
    return GoalFinding(
        id=goal.id,
        title=part.title,
        quote=None if several else goal.quote,
        fulfilment=fulfilment,
        outcome=outcome,
        measure=measure_facts(part, data.plan),
        readings=tuple(_readings(part, outcome, data)),
        remarks=outcome.notes,
        text=None if several else goal.text,
        level=None if several else goal.level,
        cause=cause(part, data),
    )


def _wave_labels(part: PlannedPart, data: Data) -> tuple[str, str] | None:
    """Return what two waves are called, where a goal compares others than "before" and "after"."""
    if not isinstance(part.measure, ComparedWaves):
        return None
    made = data.sources[data.plan.source_of(part)].made
    if len(made) < 2:
        return None
    first, last = part.measure.waves or (made[0], made[-1])
    if (first, last) == ("before", "after"):
        return None
    waves = data.plan.written.waves
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
    if target is None or target.reading is None:
        return
    for reading, estimate in _read(outcome):
        read = replace(target, reading=reading)
        fulfilment: Fulfilment = judge(estimate, read, unreachable=_unreachable(part, read, outcome, data))
        yield ReadingFinding(reading=reading, fulfilment=fulfilment, chosen=reading is target.reading)


def _read(outcome: Outcome) -> Iterator[tuple[Reading, Estimate]]:
    """Return the number that each reading of a change is about."""
    change = outcome.change
    if change is None:
        return
    for estimate in (outcome.estimate, *outcome.beside, *change.effects):
        if estimate.measure == "relative-change":
            yield Reading.RELATIVE, estimate
            break
    yield Reading.POINTS, change.difference
    yield Reading.LEVEL, change.after


def measure_facts(part: PlannedPart, plan: Plan) -> MeasureFacts:
    """Return how a part was measured, in the plan's words."""
    asked = part.measure
    source = plan.source_of(part)
    shown = ("improved", "combine", "top", "statistic", "within_days", "standardise", "wave", "times", "hours")
    options = {name: value for name in shown if (value := getattr(asked, name, None)) is not None}
    if "standardise" in options:
        options["standardise"] = plan.written.labels.get(str(options["standardise"]), str(options["standardise"]))
    scales = plan.scales_of(part)
    if scales:
        scale = plan.scales[scales[0]]
        options["highest"], options["questions"] = scale.highest, len(scale.items)
        if "top" in options:
            options["least"] = scale.cut(int(options["top"]))
    if isinstance(asked, HandlingTime):
        cases = plan.sources[source]
        options["unit"] = getattr(cases, "unit", "")
    if isinstance(asked, ScoreChange) and asked.dose is not None:
        options["dose"] = plan.written.labels.get(asked.dose, asked.dose)
    if isinstance(asked, ChangeOfAnswers) and asked.answers == "all" and getattr(plan.sources[source], "code", None):
        options["answers"] = asked.answers
    if isinstance(asked, ComparedWaves) and asked.waves:
        options["from"], options["to"] = (plan.written.waves[wave].label for wave in asked.waves)
    register = getattr(plan.sources[source], "of", None)
    if isinstance(asked, ActiveShare | FullDose) and register is not None:
        options["register"] = plan.sources[register].label or register
    labels = tuple(plan.scales[name].label for name in scales)
    visited = plan.sources[source]
    if isinstance(visited, Visits):
        labels, more = _of_visits(asked, visited, plan)
        options |= more
    where = getattr(asked, "where", None) or getattr(asked, "after", None) or {}
    return MeasureFacts(
        kind=asked.kind,
        source=source,
        source_kind=plan.sources[source].kind,
        source_label=plan.sources[source].label or source,
        labels=labels,
        among=tuple(conditions_of(part.among, plan)),
        where=tuple(conditions_of({column: tuple(values) for column, values in where.items()}, plan)),
        options=options,
    )


def _of_visits(asked: Measure, source: Visits, plan: Plan) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the checklist's label, what of it is measured, and what the plan calls those who are visited."""
    checklist = plan.checklists[source.checklist]
    area, item = getattr(asked, "area", None), getattr(asked, "item", None)
    named = {"area": area, "item": next((one.name for one in checklist.items if one.id == item), None)}
    options = {name: text for name, text in named.items() if text}
    called = plan.written.labels
    options["unit"] = called.get(source.unit, source.unit)
    options["judge"] = called.get(source.visitor or "", "reviewer" if source.visit == source.unit else "visitor")
    return (checklist.label,), options


def conditions_of(condition: Condition, plan: Plan) -> Iterator[tuple[str, str]]:
    """Return conditions as label and value, or as the phrase that [labels] gives for "column=value" and no value."""
    labels = plan.written.labels
    for column, values in condition.items():
        for value in values:
            phrase = labels.get(f"{column}={value}")
            yield (phrase, "") if phrase else (labels.get(column, column), value)
