"""From a plan that is well formed to one whose names and demands agree; every fault at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from effektmatt.errors import Fault, InputFaults
from effektmatt.goals import Target
from effektmatt.plan.checklists import checklists_of, visit_measure_faults
from effektmatt.plan.measures import ComparedWaves, NeedMet, ScoreChange, Share, ShareChange, ShareImproved
from effektmatt.plan.presets import PRESETS
from effektmatt.plan.project_numbers import number_faults
from effektmatt.plan.resolved import Plan, PlannedGoal, PlannedPart, scales_of
from effektmatt.plan.source_names import period_faults, source_faults, unknown, wave_faults
from effektmatt.plan.sources import AnySource, Survey
from effektmatt.plan.targets import target_faults
from effektmatt.plan.template_names import template_faults
from effektmatt.plan.tree_names import tree_faults
from effektmatt.plan.usage_names import usage_measure_faults
from effektmatt.plan.written import Goal, Part, WrittenPlan
from effektmatt.plan.written import Scale as WrittenScale
from effektmatt.surveys.scale import THEN, Item, Scale


def resolve(written: WrittenPlan, *, file: Path, numbers: Sequence[int]) -> tuple[Plan, list[Fault]]:
    """Check that a plan's names and demands agree.

    Parameters
    ----------
    written
        The plan, well formed.
    file
        Where it was read from.
    numbers
        The number of each goal as the user counts them, which differ from 1, 2, 3 where one was taken out.

    Returns
    -------
    plan
        The plan without the scales and parts of goals that are at fault, so that its data can be checked too.
    faults
        Everything that is wrong; the plan may be evaluated only when this is empty.
    """
    scales, scale_faults = _scales(written)
    checklists, checklist_faults = checklists_of(written)
    faults = [
        *_project_faults(written),
        *_comparison_faults(written),
        *source_faults(written),
        *tree_faults(written, numbers),
        *scale_faults,
    ]
    faults += checklist_faults
    goals: list[PlannedGoal] = []
    for place, (number, goal) in enumerate(zip(numbers, written.goals, strict=True)):
        key = f"goals[{number}]"
        if goal.id in {earlier.id for earlier in written.goals[:place]}:
            faults.append(Fault(code="plan-duplicate-id", key=f"{key}.id", got=goal.id))
        parts, part_faults = _parts(goal, key, written)
        faults.extend(part_faults)
        text = written.text.goals.get(goal.id)
        goals.append(
            PlannedGoal(id=goal.id, title=goal.title, quote=goal.quote, parts=tuple(parts), text=text, level=goal.level)
        )
    faults.extend(template_faults(written))
    ids = [goal.id for goal in written.goals]
    faults.extend(unknown(f"text.goals.{name}", name, "goal", ids) for name in written.text.goals if name not in ids)
    plan = Plan(file=file, written=written, scales=scales, checklists=checklists, goals=tuple(goals))
    return plan, [replace(fault, file=file.name) for fault in faults]


def _project_faults(written: WrittenPlan) -> list[Fault]:
    project = written.project
    faults = [*period_faults("project.end", project.start, project.end), *number_faults(project)]
    for name, wave in written.waves.items():
        faults += period_faults(f"waves.{name}.to", wave.first, wave.last)
    if project.granted is not None:
        try:
            Decimal(str(project.granted))
        except InvalidOperation:
            faults.append(Fault(code="plan-money", key="project.granted", got=str(project.granted)))
    return faults


def _comparison_faults(written: WrittenPlan) -> list[Fault]:
    """Return the fault of a design that claims a comparison group without one, or has one without claiming it."""
    analysis = written.analysis
    if (analysis.design == "before-after") == (analysis.comparison is None):
        return []
    key = "analysis.comparison" if analysis.comparison is None else "analysis.design"
    return [Fault(code="plan-comparison", key=key, got=analysis.design)]


def _scales(written: WrittenPlan) -> tuple[dict[str, Scale], list[Fault]]:
    scales: dict[str, Scale] = {}
    faults: list[Fault] = []
    surveys = [name for name, source in written.sources.items() if isinstance(source, Survey)]
    for name, scale in written.scales.items():
        key = f"scales.{name}"
        if scale.source not in surveys:
            faults.append(unknown(f"{key}.source", scale.source, "survey", surveys))
        for item, asked in scale.items.items():
            of_waves = [wave for wave in asked.columns if wave != THEN]
            faults += wave_faults(f"{key}.items.{item}.columns", of_waves, written)
        faults += _preset_faults(f"{key}.items", scale)
        try:
            scales[name] = _scale(name, scale, written.scales)
        except InputFaults as error:
            faults += [
                replace(fault, key=f"{key}.{fault.key}" if fault.key == "answers" else key) for fault in error.faults
            ]
    return scales, faults


def _preset_faults(key: str, scale: WrittenScale) -> list[Fault]:
    """Find a preset that has other questions than the plan has columns."""
    questions = len(PRESETS[scale.preset].questions) if scale.preset else len(scale.items)
    if len(scale.items) == questions:
        return []
    details: dict[str, str | int | float] = {"preset": scale.preset or "", "questions": questions}
    return [Fault(code="plan-preset-items", key=key, got=str(len(scale.items)), details=details)]


def _scale(name: str, scale: WrittenScale, all_scales: Mapping[str, WrittenScale]) -> Scale:
    answers: Sequence[Sequence[str]] = scale.answers
    if len(answers) == 1:  # one word: the answers of another scale
        borrowed = answers[0][0]
        if borrowed not in all_scales or len(all_scales[borrowed].answers) == 1:
            raise InputFaults([unknown("answers", borrowed, "scale", all_scales)])
        answers = all_scales[borrowed].answers
    items = (Item(id=item, label=asked.label or item, columns=asked.columns) for item, asked in scale.items.items())
    return Scale(
        id=name,
        label=scale.label,
        items=tuple(items),
        answers=tuple(tuple(spellings) for spellings in answers),
        reversed=frozenset(scale.reversed),
        not_an_answer=frozenset(scale.not_an_answer),
        score=scale.score,
        minimum_answered=scale.minimum_answered,
    )


def _parts(goal: Goal, key: str, written: WrittenPlan) -> tuple[list[PlannedPart], list[Fault]]:
    if goal.measure is None and not goal.all_of:
        return [], [Fault(code="plan-missing-key", key=f"{key}.measure")]
    if goal.measure is not None and goal.all_of:
        return [], [Fault(code="plan-measure-or-all-of", key=key)]
    if goal.measure is not None:
        only = Part(title=goal.title, measure=goal.measure, target=goal.target, among=goal.among)
        return _part(only, key, written)
    parts: list[PlannedPart] = []
    faults: list[Fault] = []
    for place, part in enumerate(goal.all_of):
        inner = part.model_copy(update={"among": {**goal.among, **part.among}})
        found, wrong = _part(inner, f"{key}.all_of[{place + 1}]", written)
        parts += found
        faults += wrong
    return parts, faults


def _part(part: Part, key: str, written: WrittenPlan) -> tuple[list[PlannedPart], list[Fault]]:
    """Resolve one part; "each" over several scales gives one part per scale."""
    faults = _measure_faults(part, f"{key}.measure", written) + target_faults(part, key)
    if part.among and not part.measure.of_some:
        faults.append(Fault(code="plan-measure-among", key=f"{key}.among", got=part.measure.kind))
    if faults:
        return [], faults
    target = Target(**part.target.model_dump()) if part.target else None
    among = {column: tuple(values) for column, values in part.among.items()}
    measures = [(part.title, part.measure)]
    if isinstance(part.measure, ShareImproved) and part.measure.combine == "each":
        measures = [
            (written.scales[name].label, part.measure.model_copy(update={"scale": name, "scales": [], "combine": None}))
            for name in part.measure.scales
        ]
    return [
        PlannedPart(key=key, title=title, measure=measure, target=target, among=among) for title, measure in measures
    ], []


def _measure_faults(part: Part, key: str, written: WrittenPlan) -> list[Fault]:
    measure = part.measure
    faults = [
        unknown(f"{key}.scale", name, "scale", written.scales)
        for name in scales_of(measure)
        if name not in written.scales
    ]
    source = getattr(measure, "source", None)
    if source is not None:
        kind = type(measure).reads
        fitting = [name for name, other in written.sources.items() if other.kind == kind]
        if source not in fitting:
            faults.append(unknown(f"{key}.source", source, kind, fitting))
    faults += usage_measure_faults(part, key, written)
    faults += visit_measure_faults(part, key, written)
    if isinstance(measure, NeedMet):
        faults += _need_faults(measure, key, written)
    if isinstance(measure, ShareImproved):
        faults += _share_improved_faults(measure, key, written)
    if isinstance(measure, Share):
        faults += _share_faults(measure, key, written)
    if isinstance(measure, ShareChange | ScoreChange) and measure.scale in written.scales:
        faults += _change_faults(measure, part, key, written)
    if isinstance(measure, Share | ShareChange) and measure.top is not None:
        faults += _top_faults(measure.scale or "", measure.top, key, written)
    if isinstance(measure, ComparedWaves) and measure.waves:
        read = source or next((written.scales[one].source for one in scales_of(measure) if one in written.scales), "")
        faults += _compared_faults(measure.waves, written.sources.get(read), key, written)
    return faults


def _change_faults(measure: ShareChange | ScoreChange, part: Part, key: str, written: WrittenPlan) -> list[Fault]:
    """Find doses of people who cannot be linked, and a relative change of all answers where some are linked."""
    read = written.scales[measure.scale].source
    survey = written.sources.get(read)
    if not isinstance(survey, Survey):
        return []
    if survey.code is None:
        doses = isinstance(measure, ScoreChange) and measure.dose is not None
        return [Fault(code="plan-missing-key", key=f"sources.{read}.code")] if doses else []
    is_relative = part.target is not None and part.target.reading == "relative"
    of_all = measure.answers == "all" and is_relative
    return [Fault(code="plan-relative-of-all", key=f"{key}.answers")] if of_all else []


def _top_faults(scale: str, top: int, key: str, written: WrittenPlan) -> list[Fault]:
    """Find a share of the highest answers that would hold all of them."""
    asked = written.scales.get(scale)
    while asked is not None and len(asked.answers) == 1 and asked is not written.scales.get(asked.answers[0][0]):
        asked = written.scales.get(asked.answers[0][0])  # the answers of another scale
    if asked is None or top < len(asked.answers):
        return []
    return [Fault(code="plan-limit", key=f"{key}.top", got=str(top), details={"limit": f"≤ {len(asked.answers) - 1}"})]


def _need_faults(measure: NeedMet, key: str, written: WrittenPlan) -> list[Fault]:
    """Find roles that need nothing, skills that the scale has no question on, and a wave that is none."""
    items = written.scales[measure.scale].items if measure.scale in written.scales else None
    faults = [
        Fault(code="plan-empty", key=f"{key}.needed.{role}") for role, levels in measure.needed.items() if not levels
    ]
    for role, levels in measure.needed.items():
        faults += [
            unknown(f"{key}.needed.{role}.{item}", item, "scale-item", items)
            for item in levels
            if items is not None and item not in items
        ]
    return faults + (wave_faults(f"{key}.wave", [measure.wave], written) if measure.wave else [])


def _share_improved_faults(measure: ShareImproved, key: str, written: WrittenPlan) -> list[Fault]:
    if bool(measure.scale) == bool(measure.scales):
        return [Fault(code="plan-scale-or-scales", key=key)]
    if len(measure.scales) > 1 and measure.combine is None:
        return [Fault(code="plan-missing-key", key=f"{key}.combine")]
    names = [name for name in scales_of(measure) if name in written.scales]
    sources = {written.scales[name].source for name in names}
    if len(sources) > 1:
        return [Fault(code="plan-scale-mismatch", key=f"{key}.scales", expected=tuple(sorted(sources)))]
    survey = written.sources.get(next(iter(sources), ""))
    if isinstance(survey, Survey) and survey.code is None:
        return [Fault(code="plan-no-code", key=key, details={"source": written.scales[names[0]].source})]
    return []


def _compared_faults(waves: Sequence[str], source: AnySource | None, key: str, written: WrittenPlan) -> list[Fault]:
    """Find what hinders a comparison of two waves: each needs a file of the source, and they are not the same."""
    if faults := wave_faults(f"{key}.waves", waves, written):
        return faults
    if source is None:
        return []
    files: Collection[str] = source.files if source.files or isinstance(source, Survey) else written.waves
    first, last = waves
    valid = [name for name in files if name != first]
    wrong = [name for name in waves if name not in files] or ([last] if first == last else [])
    return [unknown(f"{key}.waves.{name}", name, "wave", valid) for name in wrong]


def _share_faults(measure: Share, key: str, written: WrittenPlan) -> list[Fault]:
    in_register = measure.source is not None and measure.scale is None
    in_survey = measure.scale is not None and measure.source is None
    if not in_register and not in_survey:
        return [Fault(code="plan-source-or-scale", key=key)]
    if in_register and not measure.where:
        return [Fault(code="plan-missing-key", key=f"{key}.where")]
    if in_survey and measure.top is None:
        return [Fault(code="plan-missing-key", key=f"{key}.top")]
    if measure.wave is not None:
        return wave_faults(f"{key}.wave", [measure.wave], written)
    return []
