"""Running a plan: read everything, say everything that is wrong, measure, judge, and gather what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from effektmatt.core import Design, Note, Progress
from effektmatt.data.accounting import together
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.evaluation import Evaluation
from effektmatt.evaluation.goals import goal_findings
from effektmatt.evaluation.kinds import KINDS
from effektmatt.evaluation.kinds.common import NO_WAVE, Data, Prepared
from effektmatt.evaluation.manifest import manifest
from effektmatt.evaluation.sources import read_data
from effektmatt.evaluation.spoken_names import with_spoken_names
from effektmatt.evaluation.table_one import described_sources
from effektmatt.findings import (
    Findings,
    GoalFinding,
    SourceFinding,
)
from effektmatt.plan import Plan
from effektmatt.plan.colours import look_of
from effektmatt.plan.reading import draft_plan
from effektmatt.plan.sections import Source
from effektmatt.plan.tree import placed_nodes
from effektmatt.speech import told_in
from effektmatt.wording import words


def evaluate(folder: str | Path, *, language: str | None = None, progress: Progress | None = None) -> Evaluation:
    """Evaluate the project in a folder: read its plan and data, measure and judge every goal.

    Parameters
    ----------
    folder
        Holds plan.toml and the data files.
    language
        "sv" or "en"; the plan's own by default.
    progress
        Called with a few words before each step; see `effektmatt.core.Progress`.

    Returns
    -------
    Evaluation

    Raises
    ------
    InputFaults
        With every fault of the plan and of all data files.

    Examples
    --------
    >>> import effektmatt as em
    >>> evaluation = em.evaluate("data/sample/den-nya-administratoren")
    >>> len(evaluation)
    8
    """
    plan, faults = draft_plan(folder, language)
    if plan is None:
        raise InputFaults(faults, language=language)
    shown_in = language or plan.written.project.language
    say = words(shown_in).say

    def step(code: str) -> None:
        if progress is not None:
            progress(say(code))

    step("progress-reading")
    data, data_faults = read_data(plan)
    if faults or data_faults:
        located = plan.lines.located(data_faults) if plan.lines else data_faults
        raise InputFaults(_distinct([*faults, *located]), language=shown_in)
    step("progress-counting")
    found = with_spoken_names(_findings(data.plan, data, shown_in), data.plan)
    return told_in(shown_in, Evaluation(found, data.plan.folder))


def _distinct(faults: list[Fault]) -> list[Fault]:
    """Leave out a fault that two rooms found: the same code at the same place."""
    seen: dict[tuple[object, ...], Fault] = {}
    for fault in faults:
        row = None if fault.code == "column-missing" else fault.row
        seen.setdefault((fault.code, fault.file, row, fault.column, fault.key, fault.got), fault)
    return list(seen.values())


def _findings(plan: Plan, data: Data, language: str) -> Findings:
    written = plan.written
    goals = goal_findings(data)
    besides = [KINDS[prepared.source.kind].beside(name, data) for name, prepared in data.sources.items()]
    scales = {scale.id: scale for beside in besides for scale in beside.scales}
    return Findings(
        project=written.project,
        language=language,
        design=Design(written.analysis.design),
        confidence=written.analysis.confidence,
        hide=data.about.hide,
        labels=written.labels,
        waves=written.waves,
        goals=goals,
        sources=tuple(_source(prepared, goals) for prepared in data.sources.values()),
        flows=tuple(beside.flow for beside in besides if beside.flow is not None),
        answer_rates=tuple(rate for beside in besides for rate in beside.answer_rates),
        scales=tuple(scales[name] for name in plan.scales if name in scales),
        notes=tuple(_group_notes(data)),
        text=written.text,
        pictures=plan.pictures,
        manifest=manifest(plan, data),
        documents=plan.documents,
        look=look_of(written.report.colours),
        template_answers=written.report.answers,
        formats=tuple(dict.fromkeys(written.report.formats)),
        tree=placed_nodes(written),
        elsewhere=plan.elsewhere,
        described=() if plan.goals else tuple(described_sources(data)),
    )


def _source(prepared: Prepared[Source], goals: Sequence[GoalFinding]) -> SourceFinding:
    loaded = prepared.loaded
    accounts = dict(prepared.accounts)
    parts = (part for goal in goals for part in (goal.parts or (goal,)))
    outcomes = [part.outcome for part in parts if part.measure.source == loaded.id]
    for reason, rows in prepared.left_out(outcomes).items():
        accounts[NO_WAVE] = accounts[NO_WAVE].leave(reason, rows)
    files = loaded.files
    if loaded.rest is not None:  # one file of several waves has one account
        accounts = {NO_WAVE: together([*(accounts[wave] for wave in files), loaded.rest])}
        files = {NO_WAVE: next(iter(files.values()))}
    return SourceFinding(
        id=loaded.id,
        kind=loaded.source.kind,
        label=loaded.label,
        waves=tuple(wave if wave != NO_WAVE else None for wave in files),
        files=tuple(file.reading for file in files.values()),
        accounts=tuple(accounts[wave] for wave in files),
        joined=loaded.joined,
        notes=prepared.notes,
    )


def _group_notes(data: Data) -> Iterator[Note]:
    """Say which sources that goals measure people or units in cannot be split by which of the declared groups."""
    labels = data.plan.written.labels
    measured = {data.plan.source_of(part) for part in data.plan.parts}
    for name, loaded in ((name, prepared.loaded) for name, prepared in data.sources.items()):
        if name not in measured or not loaded.source.split_by_groups:
            continue
        for group in data.plan.written.analysis.groups:
            if group not in loaded.groups:
                yield Note(
                    code="source-without-group", values={"source": loaded.label, "group": labels.get(group, group)}
                )
