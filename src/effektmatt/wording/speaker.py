"""What a value says of itself: plain sentences, or a small page in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from effektmatt.core import Change, Estimate
from effektmatt.errors import Fault
from effektmatt.goals import Fulfilment
from effektmatt.wording.certainty import certain_sentences, level, possible_sentences
from effektmatt.wording.faults import fault_text
from effektmatt.wording.goal_sentences import goal_sentence, paragraphs_of, reasons_of
from effektmatt.wording.goal_tables import beside_table, goals_table, n_of, table_of_part
from effektmatt.wording.language import MISSING, NAMING, Words, words
from effektmatt.wording.notes import note_text, wave_name
from effektmatt.wording.sentences import summary_sentence
from effektmatt.wording.targets import capitalised, decimals_beside, target_text
from effektmatt.wording.text_table import TextTable
from effektmatt.wording.usage_said import money_said, weekly_use_said
from effektmatt.wording.visits import agreement_said, change_said

Said = tuple[list[str], list[TextTable]]


def speaker(value: Any, form: str, language: str) -> str:
    """Say what `value` is, as sentences ("text") or as a small page with its tables ("html").

    Raises
    ------
    TypeError
        For a value that has nothing to say.
    """
    for kind in type(value).__mro__:
        if kind.__name__ in _SPEAKERS:
            spoken = words(language)
            paragraphs, tables = _SPEAKERS[kind.__name__](value, spoken)
            return _page(paragraphs, tables, language) if form == "html" else "\n".join(paragraphs)
    raise TypeError(f"{type(value).__name__} has no words")


def _page(paragraphs: list[str], tables: list[TextTable], language: str) -> str:
    inner = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f'<div lang="{language}">{inner}{"".join(table._repr_html_() for table in tables)}</div>'


# ---- what each kind of value says --------------------------------------------------------------------------


def _fault(fault: Fault, spoken: Words) -> Said:
    return [fault_text(fault, spoken)], []


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


def _goal(goal: Any, spoken: Words) -> Said:
    paragraphs = list(paragraphs_of(goal, {}, None, spoken))
    if not goal.parts:
        beside = beside_table(goal, spoken)
        return paragraphs, [beside] if beside else []
    tables = ((part, beside_table(part, spoken)) for part in goal.parts)
    return paragraphs, [table_of_part(part, table, spoken) for part, table in tables if table is not None]


def _findings(findings: Any, spoken: Words) -> Said:
    sentences = [f"{goal.title}. {goal_sentence(goal, spoken, findings.labels)}" for goal in findings.goals]
    return [summary_sentence(findings, spoken), *sentences], [goals_table(findings, spoken)]


def _survey_change(change: Any, spoken: Words) -> Said:
    linked = change.n_linked is not None
    answered = spoken.say(
        "survey-answered",
        label=change.label or change.scale,
        before=change.n_before,
        after=change.n_after,
        linked="yes" if linked else "no",
        analysed=change.n_analysed or 0,
    )
    sentences = [answered]
    moved = change.mean.difference
    if moved.value is not None:
        sentences.append(_moved(change.mean, "mean-sentence", spoken, interval=spoken.interval(moved) or MISSING))
    improved = change.shares_improved[0] if change.shares_improved else None
    if improved is not None and improved.value is not None:
        value = spoken.value(improved)
        sentences.append(spoken.say("improved-sentence", hits=improved.hits or 0, n=improved.n, value=value))
    sentences += [note_text(note, spoken) for note in change.notes]
    changes = [change.mean, *([change.top_share] if change.top_share else [])]
    single = [*change.shares_improved, change.ordinal, *(change.all_answers.estimates if change.all_answers else ())]
    return [" ".join(sentences)], [_changes_table(changes, [one for one in single if one.value is not None], spoken)]


def _moved(change: Change, code: str, spoken: Words, **more: str) -> str:
    """Say what something was before and after, which way it went and by how much."""
    before, after, moved = change.before.value or 0.0, change.after.value or 0.0, change.difference.value or 0.0
    amount = spoken.size(moved, change.difference.unit)
    still = amount == spoken.size(0.0, change.difference.unit)
    return spoken.say(
        code,
        way="same" if still else "up" if moved > 0 else "down",
        span=spoken.span(before, after, change.after.unit),
        after=spoken.value(change.after),
        amount=amount,
        **more,
    )


def _handling_times(times: Any, spoken: Words) -> Said:
    waves = [(wave_name(wave.wave, {}, spoken), wave) for wave in (times.before, times.after)]
    sentences = [spoken.say("times-cases", wave=name, n=wave.n, open=wave.open) for name, wave in waves]
    moved = times.judged.difference
    if moved.value is not None:
        within = spoken.say("within-days", days=times.tau, unit=str(times.unit))
        code = "times-mean-same-mix" if times.standardised else "times-mean"
        interval = spoken.interval(moved) or MISSING
        sentences.append(_moved(times.judged, code, spoken, within=within, interval=interval))
    sentences += [note_text(note, spoken, times.unit) for note in times.notes]
    changes = [times.standardised] if times.standardised else []
    changes += [times.change, times.median_change, *times.closed_within.values()]
    return [" ".join(sentences)], [_changes_table(changes, [], spoken)]


def _changes_table(changes: list[Change], single: list[Estimate], spoken: Words) -> TextTable:
    """Return changes as rows: before, after, difference and its interval; and estimates that have no before."""
    rows = [
        (
            capitalised(spoken.measured(change.after)),
            spoken.value(change.before),
            spoken.value(change.after),
            spoken.value(change.difference),
            spoken.interval(change.difference) or MISSING,
        )
        for change in changes
    ]
    rows += [
        (
            capitalised(spoken.measured(one)),
            MISSING,
            MISSING,
            spoken.value(one),
            spoken.interval(one) or MISSING,
        )
        for one in single
    ]
    columns = ("measure", "before", "after", "difference", "interval")
    return TextTable(
        caption=spoken.say("table-changes"),
        header=tuple(spoken.say(f"column-{column}") for column in columns),
        rows=tuple(rows),
        numeric=(False, True, True, True, True),
    )


#: By the name of the class, so that saying an estimate does not import every room.
_SPEAKERS: dict[str, Callable[[Any, Words], Said]] = {
    "Fault": _fault,
    "Estimate": _estimate,
    "Fulfilment": _fulfilment,
    "GoalFinding": _goal,
    "Findings": _findings,
    "SurveyChange": _survey_change,
    "HandlingTimes": _handling_times,
    "WeeklyUse": weekly_use_said,
    "MoneyUsed": money_said,
    "VisitChange": change_said,
    "VisitAgreement": agreement_said,
}
