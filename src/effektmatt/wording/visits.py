"""Visits in words: what was measured, and the tables of areas, units, visitors and agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from effektmatt.core import Estimate
from effektmatt.plan.kinds.visits import AgreementFacts, VisitScoreFacts
from effektmatt.visits.agreement import VisitAgreement
from effektmatt.visits.change import UnitWave, VisitChange
from effektmatt.wording.language import HIDDEN, MISSING
from effektmatt.wording.notes import note_text
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import TextTable, tables_once

if TYPE_CHECKING:
    from effektmatt.findings import GoalFinding
    from effektmatt.wording.language import Words

Row = tuple[str, ...]


def visit_part(measure: VisitScoreFacts, words: Words, *, first: bool = False) -> str:
    """Return what of a checklist is measured: "resultatet i området ”Språk”"; `first` in its sentence, or not."""
    for kind, label in (("item", measure.item), ("area", measure.area)):
        if label is not None:
            return _part(kind, label, words, first=first)
    return _part("all", measure.labels[0] if measure.labels else measure.source_label, words, first=first)


def _part(kind: str, label: str, words: Words, *, first: bool) -> str:
    return words.say(f"visit-part-{kind}.first" if first else f"visit-part-{kind}", label=label)


def visit_tables(goal: GoalFinding, words: Words) -> tuple[TextTable, ...]:
    """Return the tables of visits of one goal and its parts, each once."""
    tables: list[TextTable] = []
    for part in goal.parts or (goal,):
        if compared := part.judged(VisitScoreFacts, VisitChange):
            unit, judge = decapitalised(compared.facts.unit), compared.facts.judge
            tables += change_tables(compared.detail, words, unit=unit, judge=judge, waves=part.outcome.wave_labels)
        if alike := part.judged(AgreementFacts, VisitAgreement):
            tables.append(agreement_table(alike.detail, words))
    return tables_once(tables)


def change_tables(
    change: VisitChange,
    words: Words,
    *,
    unit: str,
    judge: str = "visitor",
    waves: tuple[str, str] | None = None,
) -> Iterator[TextTable]:
    """Yield areas and items; units, where they are compared with themselves; those who judged, where they are known.

    `judge` is how those who judged are called: "visitor", "reviewer", or the plan's own word; `waves` are the names of
    the waves where they are others than before and after.
    """
    yield parts_table(change, words, waves, unit=unit)
    if any(one.difference is not None for one in change.units):
        yield units_table(change, words, unit=unit)
    if len(change.visitors) > 1:
        yield visitors_table(change, words, judge=judge)


def parts_table(
    change: VisitChange, words: Words, waves: tuple[str, str] | None = None, *, unit: str = ""
) -> TextTable:
    """Return the score of every area and every item, before and after.

    `waves` are the names of other two, `unit` is what was judged.
    """
    rows = [
        (
            words.say("chart-visit-all") if part.kind == "all" else part.label,
            *(words.value(one) for one in (part.change.before, part.change.after, part.change.difference)),
            words.interval(part.change.difference) or MISSING,
        )
        for part in (change.overall, *change.parts)
    ]
    table = _table(
        words.say("table-visit-parts", label=change.label),
        ("visit-part", "before", "after", "difference", "interval"),
        rows,
        words,
        note=" ".join(_about_parts(change, words, unit)),
    )
    part, *before_after, difference, interval = table.header
    return replace(table, header=(part, *(waves or before_after), difference, interval))


def _about_parts(change: VisitChange, words: Words, unit: str) -> Iterator[str]:
    """Yield what there is to know of the whole comparison: the test over units, and how alike judgements of one are."""
    if change.test is not None:
        yield words.say("table-visit-test", p=words.probability(change.test.p_value))
    before, after = change.before.icc, change.after.icc
    if before is not None and after is not None:
        called = unit or decapitalised(words.say("column-visit-unit"))
        yield words.say("table-visit-icc", unit=called, before=words.value(before), after=words.value(after))
    yield words.say("table-visit-many")


def units_table(change: VisitChange, words: Words, *, unit: str) -> TextTable:
    """Return every unit before and after, in the order of the alphabet."""
    rows = []
    for one in sorted(change.units, key=lambda found: swedish_order(found.unit)):
        waves = [cell for wave in (one.before, one.after) for cell in _wave(wave, words)]
        difference = one.difference
        none = HIDDEN if one.before.hidden or one.after.hidden else MISSING
        moved = (none, none) if difference is None else (words.value(difference), _interval(difference, words))
        rows.append((one.unit, *waves, *moved))
    hidden = any(wave.hidden for one in change.units for wave in (one.before, one.after))
    columns = ("visit-unit", "visits-before", "before", "visits-after", "after", "difference", "interval")
    note = words.say("table-visit-units-hidden") if hidden else None
    return _table(
        words.say("table-visit-units", unit=unit or decapitalised(words.say("column-visit-unit"))),
        columns,
        rows,
        words,
        note=note,
    )


def _wave(wave: UnitWave, words: Words) -> Row:
    if wave.score is None:
        return words.count(wave.visits), words.hidden(wave) if wave.hidden else MISSING
    return words.count(wave.visits), words.value(wave.score)


def _interval(estimate: Estimate, words: Words) -> str:
    return words.interval(estimate) or MISSING


def visitors_table(change: VisitChange, words: Words, *, judge: str = "visitor") -> TextTable:
    """Return how each visitor judged, by number; and what the change is when that is allowed for."""
    called = words.say(f"judge-{judge}") if judge in ("visitor", "reviewer") else judge
    rows = [
        (
            words.say("judge-number", judge=called, number=one.number),
            words.count(one.n_before),
            _mean(one.n_before, one.before, words),
            words.count(one.n_after),
            _mean(one.n_after, one.after, words),
        )
        for one in change.visitors
    ]
    note = None
    if change.adjusted is not None:
        note = words.say(
            "table-visitors-adjusted",
            adjusted=words.value(change.adjusted),
            interval=words.interval(change.adjusted),
            plain=words.value(change.overall.clustered),
        )
    columns = ("visits-before", "before", "visits-after", "after")
    return _table(words.say("table-visitors"), columns, rows, words, note=note, first=called)


def _mean(n: int, mean: float | None, words: Words) -> str:
    if mean is None:
        return HIDDEN if n else MISSING
    return words.percent(mean)


def agreement_table(agreement: VisitAgreement, words: Words) -> TextTable:
    """Return how alike the same thing was judged, item by item."""
    rows = [
        (one.label, words.count(one.n), words.value(one.percent), words.value(one.alpha), _interval(one.alpha, words))
        for one in agreement.items
    ]
    whole = [("all" if any(not item.rated for item in agreement.items) else "ratings", agreement.alpha)]
    whole += [("ratings", agreement.ratings)] if agreement.ratings is not None else []
    first = [
        (
            words.say(f"table-agreement-{kind}"),
            words.count(alpha.n),
            words.value(agreement.percent) if len(whole) == 1 else MISSING,
            words.value(alpha),
            _interval(alpha, words),
        )
        for kind, alpha in whole
    ]
    columns = ("visit-item", "double-visits", "alike", "krippendorff", "interval")
    return _table(words.say("table-agreement", label=agreement.label), columns, [*first, *rows], words)


def _table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Row],
    words: Words,
    *,
    note: str | None = None,
    first: str | None = None,
) -> TextTable:
    named = tuple(words.say(f"column-{column}") for column in columns)
    header = named if first is None else (first, *named)
    return TextTable(
        caption=caption,
        header=header,
        rows=tuple(rows),
        numeric=(False, *[True] * (len(header) - 1)),
        note=note,
    )


# ---- in a notebook -----------------------------------------------------------------------------------------


def change_said(change: Any, words: Words) -> tuple[list[str], list[TextTable]]:
    """Say what a change of visits found, with its tables."""
    overall = change.overall.change
    sentences = [
        words.say("visits-made", label=change.label, before=change.before.visits, after=change.after.visits),
    ]
    if overall.before.value is not None and overall.after.value is not None:
        moved = overall.difference.value or 0.0
        amount = words.size(moved, overall.difference.unit)
        still = amount == words.size(0.0, overall.difference.unit)
        clause = words.say(
            "found-visit-score",
            what=_part("all", change.label, words, first=True),
            way="same" if still else "up" if moved > 0 else "down",
            span=words.span(overall.before.value, overall.after.value, overall.after.unit),
            after=words.value(overall.after),
            amount=amount,
        )
        interval = words.interval(overall.difference)
        sentences.append(f"{clause} ({interval})." if interval else f"{clause}.")
    sentences += [note_text(note, words) for note in (*overall.difference.assumptions, *change.notes)]
    return [" ".join(sentences)], list(change_tables(change, words, unit=""))


def agreement_said(agreement: Any, words: Words) -> tuple[list[str], list[TextTable]]:
    """Say how far those who judged the same agree, with the table of the items."""
    sentences = [words.say("visits-agreed", label=agreement.label, n=agreement.occasions)]
    if agreement.alpha.value is not None:
        both = agreement.ratings is not None and agreement.ratings.value is not None
        ratings = words.value(agreement.ratings) if both else ""
        code = "found-agreement-both" if both else "found-agreement"
        sentences.append(words.say(code, value=words.value(agreement.alpha), ratings=ratings) + ".")
    sentences += [note_text(note, words) for note in (*agreement.alpha.notes, *agreement.notes)]
    return [" ".join(sentences)], [agreement_table(agreement, words)]
