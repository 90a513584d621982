"""From a plan that is well formed to one whose names and demands agree; every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from effektmatt.errors import Fault
from effektmatt.goals import Target
from effektmatt.plan.checks import period_faults, unknown
from effektmatt.plan.colours import colour_faults
from effektmatt.plan.instruments import checklists_of, scales_of
from effektmatt.plan.own_words import with_own_words
from effektmatt.plan.project_numbers import number_faults
from effektmatt.plan.report_templates import templates_of
from effektmatt.plan.resolved import Plan, PlannedGoal, PlannedPart
from effektmatt.plan.said import Languages
from effektmatt.plan.tables import condition_of
from effektmatt.plan.targets import target_faults
from effektmatt.plan.tree import tree_faults
from effektmatt.plan.written import KINDS, Goal, Part, WrittenPlan


def resolve(
    written: WrittenPlan, *, file: Path, numbers: Sequence[int], languages: Languages | None = None
) -> tuple[Plan, list[Fault]]:
    """Check that a plan's names and demands agree.

    Parameters
    ----------
    written
        The plan, well formed.
    file
        Where it was read from.
    numbers
        The number of each goal as the user counts them, which differ from 1, 2, 3 where one was taken out.
    languages
        Those that texts were chosen in; None: the plan's own.

    Returns
    -------
    plan
        The plan without the scales and parts of goals that are at fault, so that its data can be checked too.
    faults
        Everything that is wrong; the plan may be evaluated only when this is empty.
    """
    languages = languages or Languages(written.project.language, written.project.language)
    own = with_own_words(written, file.parent, languages.elsewhere)
    written = own.written
    scales, scale_faults = scales_of(written)
    checklists, checklist_faults = checklists_of(written)
    faults = [
        *_project_faults(written),
        *_comparison_faults(written),
        *_version_faults(written),
        *colour_faults(written.report.colours),
        *(fault for name, source in written.sources.items() for fault in source.faults(f"sources.{name}", written)),
        *tree_faults(written, numbers),
        *_scale_source_faults(written),
        *scale_faults,
        *checklist_faults,
    ]
    goals: list[PlannedGoal] = []
    for place, (number, goal) in enumerate(zip(numbers, written.goals, strict=True)):
        key = f"goals[{number}]"
        if goal.id in {earlier.id for earlier in written.goals[:place]}:
            faults.append(Fault(code="plan-duplicate-id", key=f"{key}.id", got=goal.id))
        parts, part_faults = _parts(goal, key, written)
        faults.extend(part_faults)
        text = written.text.goals.get(goal.id)
        goals.append(
            PlannedGoal(
                id=goal.id,
                title=goal.title,
                quote=goal.quote,
                parts=tuple(parts),
                text=text,
                level=goal.level,
                family=goal.family,
            )
        )
    templates = templates_of(written, file.parent, languages)
    faults.extend(templates.faults)
    ids = [goal.id for goal in written.goals]
    faults.extend(unknown(f"text.goals.{name}", name, "goal", ids) for name in written.text.goals if name not in ids)
    plan = Plan(
        file=file,
        written=written,
        scales=scales,
        checklists=checklists,
        goals=tuple(goals),
        pictures=own.pictures,
        own_files={**own.files, **templates.files},
        documents=templates.documents,
        elsewhere=frozenset(languages.elsewhere),
    )
    return plan, [replace(fault, file=fault.file or file.name) for fault in (*faults, *own.faults)]


def _project_faults(written: WrittenPlan) -> Iterator[Fault]:
    project = written.project
    yield from period_faults("project.end", project.start, project.end)
    yield from number_faults(project)
    for name, wave in written.waves.items():
        yield from period_faults(f"waves.{name}.to", wave.first, wave.last)


def _comparison_faults(written: WrittenPlan) -> list[Fault]:
    """Return the fault of a design that claims a comparison group without one, or has one without claiming it."""
    analysis = written.analysis
    if (analysis.design == "before-after") == (analysis.comparison is None):
        return []
    key = "analysis.comparison" if analysis.comparison is None else "analysis.design"
    return [Fault(code="plan-comparison", key=key, got=analysis.design)]


def _version_faults(written: WrittenPlan) -> Iterator[Fault]:
    """Yield names of versions that no system takes as a part of a file's name, or that would lead out of the folder."""
    for name in written.report.versions:
        if not re.fullmatch(r'[^<>:"/\\|?*\x00-\x1f]{1,100}', name):
            yield Fault(code="plan-version-name", key=f"report.versions.{name}", got=name)


def _scale_source_faults(written: WrittenPlan) -> Iterator[Fault]:
    """Yield scales whose questions are asked in no source that has any."""
    fitting = [name for name, source in written.sources.items() if source.has_scales]
    what = next(name for name, kind in KINDS.items() if kind.source.has_scales)
    for name, scale in written.scales.items():
        if scale.source not in fitting:
            yield unknown(f"scales.{name}.source", scale.source, what, fitting)


def _parts(goal: Goal, key: str, written: WrittenPlan) -> tuple[list[PlannedPart], list[Fault]]:
    if goal.measure is None and not goal.all_of:
        return [], [Fault(code="plan-missing-key", key=f"{key}.measure")]
    if goal.measure is not None and goal.all_of:
        return [], [Fault(code="plan-measure-or-all-of", key=key)]
    if goal.measure is not None:
        only = Part(title=goal.title, measure=goal.measure, target=goal.target)
        return _part(only.model_copy(update={"among": goal.among}), key, written)
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
    faults = [*_measure_faults(part, f"{key}.measure", written), *target_faults(part, key)]
    if part.among and not part.measure.of_some:
        faults.append(Fault(code="plan-measure-among", key=f"{key}.among", got=part.measure.kind))
    if faults:
        return [], faults
    target = Target(**part.target.model_dump(), between=part.measure.between_groups()) if part.target else None
    among = condition_of(part.among)
    return [
        PlannedPart(key=key, id=f"{key}/{place}", title=title, measure=measure, target=target, among=among)
        for place, (title, measure) in enumerate(part.measure.apart(part.title, written), start=1)
    ], []


def _measure_faults(part: Part, key: str, written: WrittenPlan) -> Iterator[Fault]:
    """Yield the names of scales and sources that are not there, and what the measure itself demands."""
    measure = part.measure
    yield from (
        unknown(f"{key}.scale", name, "scale", written.scales)
        for name in measure.scale_names
        if name not in written.scales
    )
    if measure.reads is not None and measure.named_source is not None:
        fitting = [name for name, other in written.sources.items() if isinstance(other, measure.reads)]
        other = written.sources.get(measure.named_source)
        if other is not None and other.has_scales and "scale" in type(measure).model_fields:
            yield Fault(code="plan-scale-wanted", key=f"{key}.source", got=measure.named_source)
        elif measure.named_source not in fitting:
            yield unknown(f"{key}.source", measure.named_source, measure.reads.word(), fitting)
    yield from measure.faults(key, part.target, written)
