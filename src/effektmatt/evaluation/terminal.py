"""What `check` and `goals` print: tables and sentences for a terminal, readable without colour."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from effektmatt.goals import Verdict
from effektmatt.wording.certainty import deciding_sentence
from effektmatt.wording.descriptions import description_remarks, description_table
from effektmatt.wording.faults import fault_text
from effektmatt.wording.goal_sentences import reasons_of, shown_labels, unit_of_level
from effektmatt.wording.goal_tables import goals_table
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import goal_sentence, measured_parts, summary_sentence
from effektmatt.wording.source_tables import accounting_table, sources_table
from effektmatt.wording.table_one import described_summary, described_tables
from effektmatt.wording.targets import part_title

if TYPE_CHECKING:
    from pathlib import Path

    from effektmatt.core import Note
    from effektmatt.data.folders import FoundTable
    from effektmatt.findings import Findings, GoalFinding
    from effektmatt.plan.finding import DraftedPlan
    from effektmatt.wording.language import Words
    from effektmatt.wording.text_table import TextTable

#: Wide enough for five columns; narrower terminals wrap within cells.
_WIDTH = 110


def goals_text(findings: Findings, words: Words) -> str:
    """Return the goal table, and a sentence for each goal; of a plan without goals what its sources hold."""
    if not findings.goals:
        tables = (table for source in findings.described for table in described_tables(source, findings, words))
        return "\n\n".join([findings.project.name, "\n".join(described_summary(findings, words)), *map(_table, tables)])
    lines = [findings.project.name, "", _table(goals_table(findings, words)), ""]
    lines += [f"{goal.title}: {' '.join(_told(goal, findings, words))}" for goal in findings.goals]
    return "\n".join([*lines, "", summary_sentence(findings, words), *_remarked(findings, words, before=[""])])


def _told(goal: GoalFinding, findings: Findings, words: Words) -> Iterator[str]:
    """Yield what was found, why it cannot be judged, and by what it was where not by the table's interval."""
    yield goal_sentence(goal, words, findings.labels)
    if goal.fulfilment.verdict is Verdict.NOT_ASSESSABLE and not goal.parts:
        yield from reasons_of(goal.fulfilment, unit_of_level(goal), findings.labels, words)
    for one in goal.parts or (goal,):
        decided = deciding_sentence(one.fulfilment, words)
        if decided is not None:
            yield words.say("goal-of-part", title=one.title, text=decided) if goal.parts else decided


def description_text(found: FoundTable, words: Words) -> str:
    """Return what a table in a folder holds, and what keeps a plan from reading it."""
    if found.description is None:
        return "\n".join([found.called, *(f"- {fault_text(fault, words)}" for fault in found.faults)])
    # where personal identity numbers stand is said once
    told = [fault_text(fault, words) for fault in (*found.faults, *found.settled) if fault.code != "personal-number"]
    remarks = (*description_remarks(found.description, words), *told)
    return "\n".join([_table(description_table(found.description, words)), *(f"- {one}" for one in remarks)])


def drafted_text(plan: Path, drafted: DraftedPlan, folder: str, words: Words) -> str:
    """Return what a plan that was written from files reads, as what, and what to do next."""
    say = words.say
    read = [
        say(
            "found-read",
            source=one.found.name,
            what=say(f"guess-kind-{one.kind}"),
            files=words.joined(list(dict.fromkeys(table.called for table in one.found.files.values()))),
        )
        for one in drafted.sources
    ]
    left = len({table.called for table in drafted.unused} | {copy for copy, _ in drafted.copies})
    unused = [say("found-unused", n=left)] if left else []
    lines = [say("found-done", plan=str(plan)), *(f"- {one}" for one in read), *unused]
    asked = [
        say("found-unsettled", source=one.found.name, column=one.unsettled[0])
        for one in drafted.sources
        if one.unsettled
    ]
    return "\n".join([*lines, *asked, say("found-next", folder=folder)])


def check_text(findings: Findings, words: Words) -> str:
    """Return how the files were read, which rows are used, and what the plan should think of."""
    say = words.say
    files = len({file.sha256 for source in findings.sources for file in source.files})
    blocks = [
        say("command-check-ok", files=files, goals=len(findings.goals)),
        _table(sources_table(findings, words)),
        _table(accounting_table(findings, words)),
    ]
    remarks = _remarked(findings, words) or [say("command-check-no-remarks")]
    return "\n\n".join([*blocks, "\n".join(remarks)])


def _remarked(findings: Findings, words: Words, before: Iterable[str] = ()) -> list[str]:
    """Return the remarks under their heading, each once; nothing where there are none."""
    remarks = list(dict.fromkeys(_remarks(findings, words)))
    heading = words.say("command-check-remarks")
    return [*before, heading, *(f"- {remark}" for remark in remarks)] if remarks else []


#: Notes on an outcome that may mean that a file or the plan is not what it should be.
_OF_DATA = frozenset({
    "population-smaller-than-answers", "among-unknown", "rows-among-unknown", "among-otherwise",
    "value-never-occurs", "wave-without-concerned",
})  # fmt: skip


def _remarks(findings: Findings, words: Words) -> Iterator[str]:
    """Say what is not wrong, but what somebody should know before the report is written."""
    labels = shown_labels(findings)

    def say(note: Note) -> str:
        return note_text(note, words, labels=labels)

    yield from _remarks_of_goals(findings, words, say)
    for source in findings.sources:
        yield from (f"{source.label}: {say(note)}" for note in source.notes)
    told = {say(note) for part in measured_parts(findings) for note in part.remarks}
    for scale in findings.scales:
        said = {say(note): "" if "scale" in note.values else f"{scale.label}: " for note in scale.notes}
        yield from (f"{name}{text}" for text, name in said.items() if text not in told)
    yield from (say(note) for note in findings.notes)
    if not findings.goals:
        yield words.say("described-no-goals")
    from effektmatt.report.gaps import missing_texts  # light until there is something to write

    yield from missing_texts(findings)


def _remarks_of_goals(findings: Findings, words: Words, say: Callable[[Note], str]) -> Iterator[str]:
    """Say what there is to know of the goals, once for all of them that it is said of."""
    told: dict[str, dict[str, str]] = {}
    for goal in findings.goals:
        for part in goal.parts or (goal,):
            title = part_title(goal.title, part.title) if goal.parts else goal.title
            for text in _of_goal(goal, part, words, say):
                told.setdefault(text, {})[title] = goal.id
    for text, goals in told.items():
        several = len(goals) > 1
        names = words.joined(list(dict.fromkeys(goals.values()))) if several else next(iter(goals))
        yield words.say("command-check-of-goals", goals=names, text=text) if several else f"{names}: {text}"
    unknown = (
        remark
        for goal in findings.goals
        for part in goal.parts or (goal,)
        for remark in part.remarks
        if remark.code == "condition-unknown" and remark.values["empty"]
    )
    yield from (words.say("command-check-empty-is-no", columns=one.values["empty"]) for one in unknown)


def _of_goal(goal: GoalFinding, part: GoalFinding, words: Words, say: Callable[[Note], str]) -> Iterator[str]:
    """Yield what there is to know of a goal, or of a part of it."""
    for reading in goal.readings:
        unreachable = (one for one in reading.fulfilment.reasons if one.code.startswith("unreachable"))
        yield from (f"{words.reading(reading.reading)}. {say(one)}" for one in unreachable)
    reasons = part.fulfilment.reasons if not goal.readings else ()
    yield from (say(one) for one in reasons if one.code.startswith("unreachable"))
    yield from map(say, part.remarks)
    notes = (*part.outcome.notes, *part.fulfilment.estimate.notes)
    yield from (say(note) for note in notes if note.code in _OF_DATA)


def _table(table: TextTable | None) -> str:
    """Return a table as text, its cells wrapped to the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    if table is None:
        return ""
    shown = Table(title=table.caption, title_justify="left", title_style="", box=box.SIMPLE_HEAD, pad_edge=False)
    for name, numeric in zip(table.header, table.numeric, strict=True):
        shown.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in table.rows:
        shown.add_row(*row)
    text = io.StringIO()
    # what stands in a cell is text, and never markup
    Console(file=text, width=_WIDTH, no_color=True, highlight=False, markup=False, emoji=False).print(shown)
    lines = [line.rstrip() for line in text.getvalue().splitlines()]
    return "\n".join([*lines, *([table.note] if table.note else [])]).strip("\n")
