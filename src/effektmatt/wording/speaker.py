"""What a value says of itself: plain sentences, or a small page in a notebook."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING

from effektmatt.core import Detail, Estimate
from effektmatt.errors import Fault
from effektmatt.goals import Fulfilment
from effektmatt.wording.certainty import certain_sentences, level, possible_sentences
from effektmatt.wording.descriptions import description_remarks, description_table, description_title
from effektmatt.wording.faults import fault_text
from effektmatt.wording.goal_sentences import goal_sentence, paragraphs_of, reasons_of
from effektmatt.wording.goal_tables import beside_table, goals_table, n_of, table_of_part
from effektmatt.wording.kind import Said, detail_said
from effektmatt.wording.language import NAMING, Words, words
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import summary_sentence
from effektmatt.wording.table_one import described_summary, described_tables
from effektmatt.wording.targets import capitalised, decimals_beside, target_text
from effektmatt.wording.text_table import TextTable

if TYPE_CHECKING:
    from effektmatt.findings import Findings, GoalFinding


#: What is printed on a screen: so wide, and so many lines at most.
_WIDTH, _LINES = 100, 40
#: A line of a goal begins with its verdict, in a column so wide.
_VERDICT = 24


def speaker(value: object, form: str, language: str) -> str:
    """Say what `value` is: as sentences ("text"), the same for a screen ("short"), or as a page with tables ("html").

    Raises
    ------
    TypeError
        For a value that has nothing to say.
    """
    said = _said(value, words(language))
    if said is None:
        raise TypeError(f"{type(value).__name__} has no words")
    paragraphs, tables = said
    if form == "short":
        return _short(value, paragraphs, words(language))
    return _page(paragraphs, tables, language) if form == "html" else "\n".join(paragraphs)


def _said(value: object, spoken: Words) -> Said | None:
    match value:
        case Fault():
            return [fault_text(value, spoken)], []
        case Estimate():
            return _estimate(value, spoken)
        case Fulfilment():
            return _fulfilment(value, spoken)
        case Detail():
            return detail_said(value, spoken)
    # a fault must be said quickly, and findings bring in what reads tables
    from effektmatt.data.descriptions import Description
    from effektmatt.findings import Findings, GoalFinding

    match value:
        case GoalFinding():
            return _goal(value, spoken)
        case Findings():
            return _findings(value, spoken)
        case Description():
            return [description_title(value, spoken), *description_remarks(value, spoken)], [
                description_table(value, spoken)
            ]
    return None


def _page(paragraphs: list[str], tables: list[TextTable], language: str) -> str:
    inner = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f'<div lang="{language}">{inner}{"".join(table._repr_html_() for table in tables)}</div>'


def _short(value: object, paragraphs: list[str], spoken: Words) -> str:
    """Return what fits on a screen; where that is not all, how to get the rest."""
    from effektmatt.findings import Findings

    if isinstance(value, Findings) and value.goals:
        return _screen_of_goals(value, spoken)
    lines = [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, _WIDTH)]
    if len(lines) <= _LINES:
        return "\n".join(lines)
    kept = lines[: _LINES - 1]
    return "\n".join([*kept, spoken.say("short-rest", n=len(lines) - len(kept))])


def _screen_of_goals(findings: Findings, spoken: Words) -> str:
    """Return a line for each goal, and for each part where there is room; the verdict first."""
    goals = [(goal, "") for goal in findings.goals]
    all_of = [(one, "" if one is goal else "  ") for goal in findings.goals for one in (goal, *goal.parts)]
    first = [findings.project.name, *textwrap.wrap(summary_sentence(findings, spoken), _WIDTH), ""]
    last = ["", spoken.say("short-more", id=findings.goals[0].id)]
    room = _LINES - len(first) - len(last)
    shown = all_of if len(all_of) <= room else goals
    told = [line for one, indent in shown for line in _screen_lines(one, indent, spoken)]
    if len(told) > room:
        told = [*told[: room - 1], spoken.say("short-rest", n=len(told) - room + 1)]
    return "\n".join([*first, *told, *last])


def _screen_lines(goal: GoalFinding, indent: str, spoken: Words) -> list[str]:
    judged = goal.fulfilment
    line = f"{indent}{spoken.verdict(judged.verdict)}".ljust(_VERDICT)
    if goal.parts:
        line += goal.title
    else:
        outcome = spoken.value(judged.estimate, decimals_beside(judged.estimate, judged.target))
        target = target_text(judged.target, judged.estimate.unit, spoken, measured_in=goal.measure.measured_in)
        line += spoken.say("short-goal", title=goal.title, outcome=outcome, target=target if judged.target else "none")
    return textwrap.wrap(line, _WIDTH, subsequent_indent=" " * _VERDICT)


# ---- what each kind of value says --------------------------------------------------------------------------


def _estimate(estimate: Estimate, spoken: Words) -> Said:
    measure = capitalised(spoken.measured(estimate))
    remarks = (note for note in estimate.notes if note.code not in NAMING)
    notes = [note_text(note, spoken, estimate.unit) for note in (*estimate.assumptions, *remarks)]
    if estimate.value is None:
        return [" ".join([spoken.say("estimate-missing", measure=measure), *notes])], []
    sentence = spoken.say(
        "estimate-sentence",
        measure=measure,
        value=spoken.value(estimate),
        interval=_in_brackets(estimate, spoken),
        n=estimate.n,
        of=n_of(estimate, spoken),
    )
    return [" ".join([sentence, *notes]), *_method(estimate, spoken)], []


def _method(estimate: Estimate, spoken: Words) -> list[str]:
    """Name the method, and where it is published."""
    from effektmatt.stats.methods import SOURCES

    name = estimate.to_row()["method"]
    if name not in SOURCES:
        return [] if name == "none" else [spoken.say("estimate-method", method=spoken.method(str(name)), source="none")]
    return [spoken.say("estimate-method", method=spoken.method(str(name)), source=SOURCES[str(name)])]


def _in_brackets(estimate: Estimate, spoken: Words) -> str:
    if estimate.interval is None:
        return ""
    return spoken.say("estimate-interval", interval=spoken.interval(estimate), level=level(estimate, spoken))


def _fulfilment(fulfilment: Fulfilment, spoken: Words) -> Said:
    estimate, decimals = fulfilment.estimate, decimals_beside(fulfilment.estimate, fulfilment.target)
    value = spoken.value(estimate, decimals)
    certain = [*certain_sentences(fulfilment, spoken), *possible_sentences(fulfilment, spoken)]
    if fulfilment.target is None:
        return [" ".join([spoken.say("fulfilment-none", value=value), *certain])], []
    judged = spoken.judged(fulfilment.verdict, target_text(fulfilment.target, estimate.unit, spoken, inside=True))
    first = spoken.say("fulfilment-sentence", judged=capitalised(judged), value=value)
    return [" ".join([first, *certain, *reasons_of(fulfilment, estimate.unit, {}, spoken)])], []


def _goal(goal: GoalFinding, spoken: Words) -> Said:
    paragraphs = list(paragraphs_of(goal, {}, None, spoken))
    if not goal.parts:
        beside = beside_table(goal, spoken)
        return paragraphs, [beside] if beside else []
    tables = ((part, beside_table(part, spoken)) for part in goal.parts)
    return paragraphs, [table_of_part(part, table, spoken) for part, table in tables if table is not None]


def _findings(findings: Findings, spoken: Words) -> Said:
    if not findings.goals:
        tables = [table for source in findings.described for table in described_tables(source, findings, spoken)]
        return [*described_summary(findings, spoken)], tables
    sentences = [f"{goal.title}. {goal_sentence(goal, spoken, findings.labels)}" for goal in findings.goals]
    return [summary_sentence(findings, spoken), *sentences], [goals_table(findings, spoken)]
