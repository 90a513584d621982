"""What a value says of itself: plain sentences, or a small page in a notebook."""

from __future__ import annotations

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


def speaker(value: object, form: str, language: str) -> str:
    """Say what `value` is, as sentences ("text") or as a small page with its tables ("html").

    Raises
    ------
    TypeError
        For a value that has nothing to say.
    """
    said = _said(value, words(language))
    if said is None:
        raise TypeError(f"{type(value).__name__} has no words")
    paragraphs, tables = said
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
    return [" ".join([sentence, *notes])], []


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
