"""From the plan's goals to what was found and the verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from effektmatt.core import Estimate, Note, Outcome, Unit
from effektmatt.evaluation.conditions import of_concerned
from effektmatt.evaluation.kinds import cause, measure
from effektmatt.evaluation.kinds.common import Data
from effektmatt.findings import GoalFinding, ReadingFinding
from effektmatt.goals import Fulfilment, Reading, Target, judge, judge_all, unreachable
from effektmatt.plan import Plan, PlannedGoal, PlannedPart
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.kinds.activities import FullDoseFacts, HeldFacts
from effektmatt.plan.kinds.cases import HandlingTimeFacts
from effektmatt.plan.kinds.index import IndexChangeFacts
from effektmatt.plan.kinds.ledger import MoneyUsedFacts
from effektmatt.plan.kinds.log import ActiveShareFacts, WeeklyUsersFacts
from effektmatt.plan.kinds.register import CountChangeFacts, CountFacts, RegisterShareFacts
from effektmatt.plan.kinds.survey import (
    ComparedLabels,
    NeedMetFacts,
    OfScale,
    ScoreChangeFacts,
    ShareChangeFacts,
    ShareImprovedFacts,
    TopShareFacts,
)
from effektmatt.plan.kinds.visits import AgreementFacts, VisitScoreFacts
from effektmatt.plan.measures import (
    ActiveShare,
    ComparedWaves,
    Count,
    CountChange,
    FullDose,
    HandlingTime,
    Held,
    IndexChange,
    Measure,
    MoneyUsed,
    NeedMet,
    ScoreChange,
    Share,
    ShareChange,
    ShareImproved,
    VisitScore,
    WeeklyUsers,
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
    outcome = of_concerned(measure(part, data), part, data)
    outcome = replace(outcome, wave_labels=_wave_labels(part, data))
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
    asked, source = part.measure, plan.source_of(part)
    where = getattr(asked, "where", None) or getattr(asked, "after", None) or {}
    shared = SharedFacts(
        kind=asked.kind,
        source=source,
        source_kind=plan.sources[source].kind,
        source_label=plan.sources[source].label or source,
        labels=tuple(plan.scales[name].label for name in plan.scales_of(part)),
        among=tuple(conditions_of(part.among, plan)),
        where=tuple(conditions_of({column: tuple(values) for column, values in where.items()}, plan)),
    )
    if plan.scales_of(part):
        return _survey_facts(part, shared, plan)
    return _other_facts(asked, shared, plan)


def _survey_facts(part: PlannedPart, shared: SharedFacts, plan: Plan) -> MeasureFacts:
    asked, scale = part.measure, plan.scales[plan.scales_of(part)[0]]
    of_scale = OfScale(**shared, highest=scale.highest, questions=len(scale.items), **_compared(asked, plan))
    linked = getattr(plan.sources[shared["source"]], "code", None)
    match asked:
        case ShareImproved():
            return ShareImprovedFacts(**of_scale, improved=asked.improved, combine=asked.combine)
        case Share():
            top = asked.top or 1
            return TopShareFacts(**of_scale, top=top, least=scale.cut(top), wave=asked.wave)
        case ShareChange():
            answers = asked.answers if asked.answers == "all" and linked else None
            return ShareChangeFacts(**of_scale, top=asked.top, least=scale.cut(asked.top), answers=answers)
        case ScoreChange():
            answers = asked.answers if asked.answers == "all" and linked else None
            dose = plan.written.labels.get(asked.dose, asked.dose) if asked.dose else None
            return ScoreChangeFacts(**of_scale, dose=dose, answers=answers)
        case NeedMet():
            return NeedMetFacts(**of_scale, wave=asked.wave)
    raise TypeError(asked.kind)


def _compared(asked: Measure, plan: Plan) -> ComparedLabels:
    if not isinstance(asked, ComparedWaves) or asked.waves is None:
        return ComparedLabels(first=None, last=None)
    first, last = (plan.written.waves[wave].label for wave in asked.waves)
    return ComparedLabels(first=first, last=last)


def _other_facts(asked: Measure, shared: SharedFacts, plan: Plan) -> MeasureFacts:
    source, labels = plan.sources[shared["source"]], plan.written.labels
    of = getattr(source, "of", None)
    register = None if of is None else plan.sources[of].label or of
    match asked:
        case HandlingTime():
            standardise = labels.get(asked.standardise, asked.standardise) if asked.standardise else None
            unit = getattr(source, "unit", "")
            return HandlingTimeFacts(
                **shared, statistic=asked.statistic, within_days=asked.within_days, standardise=standardise, unit=unit
            )
        case ActiveShare():
            return ActiveShareFacts(**shared, times=asked.times, register=register)
        case FullDose():
            return FullDoseFacts(**shared, hours=asked.hours, register=register)
    if isinstance(source, Visits):
        return _visit_facts(asked, source, shared, plan)
    return _PLAIN[type(asked)](**shared)


_PLAIN: dict[type, type[MeasureFacts]] = {
    Share: RegisterShareFacts,
    Count: CountFacts,
    CountChange: CountChangeFacts,
    WeeklyUsers: WeeklyUsersFacts,
    Held: HeldFacts,
    MoneyUsed: MoneyUsedFacts,
    IndexChange: IndexChangeFacts,
}


def _visit_facts(asked: Measure, source: Visits, shared: SharedFacts, plan: Plan) -> MeasureFacts:
    """Return the checklist's label, what of it is measured, and what the plan calls those who are visited."""
    checklist, called = plan.checklists[source.checklist], plan.written.labels
    unit = called.get(source.unit, source.unit)
    judge = called.get(source.visitor or "", "reviewer" if source.visit == source.unit else "visitor")
    shared = SharedFacts(**{**shared, "labels": (checklist.label,)})
    if not isinstance(asked, VisitScore):
        return AgreementFacts(**shared, unit=unit, judge=judge, wave=getattr(asked, "wave", None))
    item = next((one.name for one in checklist.items if one.id == asked.item), None)
    waves = _compared(asked, plan)
    return VisitScoreFacts(**shared, unit=unit, judge=judge, area=asked.area, item=item, **waves)


def conditions_of(condition: Condition, plan: Plan) -> Iterator[tuple[str, str]]:
    """Return conditions as label and value, or as the phrase that [labels] gives for "column=value" and no value."""
    labels = plan.written.labels
    for column, values in condition.items():
        for value in values:
            phrase = labels.get(f"{column}={value}")
            yield (phrase, "") if phrase else (labels.get(column, column), value)
