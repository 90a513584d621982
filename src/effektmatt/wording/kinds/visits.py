"""Visits in words: what was measured, and the tables of areas, units, visitors and agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from effektmatt.core import Estimate
from effektmatt.plan.kinds.visits import AgreementFacts, VisitScoreFacts
from effektmatt.visits.agreement import VisitAgreement
from effektmatt.visits.change import UnitChange, UnitWave, VisitChange
from effektmatt.wording.changes import moved_text
from effektmatt.wording.kind import DetailWords, KindWords, MeasureWords, Said, Subject, Told, of_detail
from effektmatt.wording.language import HIDDEN, MISSING
from effektmatt.wording.notes import note_text
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.wording.language import Words

# ---- what was found, and how it was measured -----------------------------------------------------------------


def _part(facts: VisitScoreFacts, words: Words, *, first: bool = False) -> str:
    """Return what of a checklist is measured: "resultatet i området ”Språk”"; `first` in its sentence, or not."""
    for kind, label in (("item", facts.item), ("area", facts.area)):
        if label is not None:
            return _named(kind, label, words, first=first)
    return _named("all", facts.labels[0] if facts.labels else facts.source_label, words, first=first)


def _named(kind: str, label: str, words: Words, *, first: bool) -> str:
    return words.say(f"visit-part-{kind}.first" if first else f"visit-part-{kind}", label=label)


def _score(told: Told[VisitScoreFacts]) -> str:
    change, part = told.goal.outcome.change, _part(told.facts, told.words, first=True)
    if change is None or change.before.value is None:
        return told.words.say("found-visit-score-once", what=part, value=told.value)
    return told.moved("found-visit-score", what=part)


def _waves(told: Told[VisitScoreFacts]) -> Iterator[str]:
    if told.facts.first and told.facts.last:
        yield told.words.say("how-waves", first=told.facts.first, last=told.facts.last)


def _agreement(told: Told[AgreementFacts]) -> str:
    ratings = [one for one in told.goal.outcome.beside if one.measure == "krippendorff-alpha-ratings"]
    if ratings:
        return told.words.say("found-agreement-both", value=told.value, ratings=told.words.value(ratings[0]))
    return told.words.say("found-agreement", value=told.value)


def _agreed(told: Told[AgreementFacts], detail: VisitAgreement) -> str:
    """Say how often judgements were the same, where agreement beyond chance has no value; or why nothing is known."""
    if detail.percent.value is None:
        why = next((note.code for note in detail.percent.notes), "unknown")
        return told.words.say("found-agreement-none", why=why)
    return told.words.say("found-agreement-alike", value=told.words.value(detail.percent), n=detail.occasions)


# ---- tables --------------------------------------------------------------------------------------------------


def _tables(told: Told[VisitScoreFacts], change: VisitChange) -> Iterator[TextTable]:
    unit, judge = decapitalised(told.facts.unit), told.facts.judge
    return change_tables(change, told.words, unit=unit, judge=judge, waves=told.goal.outcome.wave_labels)


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
    before, after = waves or (None, None)
    return table_of(
        (change.overall, *change.parts),
        Column("visit-part", lambda part: words.say("chart-visit-all") if part.kind == "all" else part.label),
        Column("before", lambda part: words.value(part.change.before), name=before),
        Column("after", lambda part: words.value(part.change.after), name=after),
        Column("difference", lambda part: words.value(part.change.difference)),
        Column("interval", lambda part: words.interval(part.change.difference) or MISSING),
        caption=words.say("table-visit-parts", label=change.label),
        words=words,
        note=" ".join(_about_parts(change, words, unit)),
    )


def _about_parts(change: VisitChange, words: Words, unit: str) -> Iterator[str]:
    """Yield what there is to know of the whole comparison: the test over units, and how alike judgements of one are."""
    if change.test is not None:
        yield words.say("table-visit-test", p=words.probability(change.test.p_value))
    before, after = change.before.icc, change.after.icc
    if before is not None and after is not None:
        values = {"before": words.value(before), "after": words.value(after)}
        yield words.say("table-visit-icc", unit=_unit(unit, words), **values)
    yield words.say("table-visit-many")


def _unit(unit: str, words: Words) -> str:
    return unit or decapitalised(words.say("column-visit-unit"))


def units_table(change: VisitChange, words: Words, *, unit: str) -> TextTable:
    """Return every unit before and after, in the order of the alphabet."""

    def score(wave: UnitWave) -> str:
        if wave.score is not None:
            return words.value(wave.score)
        return words.hidden(wave) if wave.hidden else MISSING

    def difference(one: UnitChange, text: Callable[[Estimate], str]) -> str:
        if one.difference is not None:
            return text(one.difference)
        return HIDDEN if one.before.hidden or one.after.hidden else MISSING

    notes = {
        words.say("table-visit-units-times"): True,
        words.say("table-visit-units-hidden"): any(
            wave.hidden for one in change.units for wave in (one.before, one.after)
        ),
    }
    return table_of(
        sorted(change.units, key=lambda one: swedish_order(one.unit)),
        Column("visit-unit", lambda one: one.unit),
        Column("times-before", lambda one: words.count(one.before.visits)),
        Column("before", lambda one: score(one.before)),
        Column("times-after", lambda one: words.count(one.after.visits)),
        Column("after", lambda one: score(one.after)),
        Column("difference", lambda one: difference(one, words.value)),
        Column("interval", lambda one: difference(one, lambda moved: words.interval(moved) or MISSING)),
        caption=words.say("table-visit-units", unit=_unit(unit, words)),
        words=words,
        note=" ".join(note for note, told in notes.items() if told),
    )


def visitors_table(change: VisitChange, words: Words, *, judge: str = "visitor") -> TextTable:
    """Return how each visitor judged, by number; and what the change is when that is allowed for."""
    called = words.say(f"judge-{judge}") if judge in ("visitor", "reviewer") else judge

    def mean(n: int, found: float | None) -> str:
        return HIDDEN if found is None and n else words.percent(found)

    note = None
    if change.adjusted is not None:
        note = words.say(
            "table-visitors-adjusted",
            adjusted=words.value(change.adjusted),
            interval=words.interval(change.adjusted),
            plain=words.value(change.overall.clustered),
        )
    return table_of(
        change.visitors,
        Column("judge", lambda one: words.say("judge-number", judge=called, number=one.number), name=called),
        Column("visits-before", lambda one: words.count(one.n_before)),
        Column("before", lambda one: mean(one.n_before, one.before)),
        Column("visits-after", lambda one: words.count(one.n_after)),
        Column("after", lambda one: mean(one.n_after, one.after)),
        caption=words.say("table-visitors"),
        words=words,
        note=note,
    )


def agreement_table(agreement: VisitAgreement, words: Words) -> TextTable:
    """Return how alike the same thing was judged, item by item."""
    whole = [("all" if any(not item.rated for item in agreement.items) else "ratings", agreement.alpha)]
    whole += [("ratings", agreement.ratings)] if agreement.ratings is not None else []
    percent = agreement.percent if len(whole) == 1 else None
    rows: list[tuple[str, int, Estimate | None, Estimate]] = [
        *((words.say(f"table-agreement-{kind}"), alpha.n, percent, alpha) for kind, alpha in whole),
        *((one.label, one.n, one.percent, one.alpha) for one in agreement.items),
    ]
    return table_of(
        rows,
        Column("visit-item", lambda row: row[0]),
        Column("double-visits", lambda row: words.count(row[1])),
        Column("alike", lambda row: words.value(row[2]) if row[2] is not None else MISSING),
        Column("krippendorff", lambda row: words.value(row[3])),
        Column("interval", lambda row: words.interval(row[3]) or MISSING),
        caption=words.say("table-agreement", label=agreement.label),
        words=words,
    )


# ---- in a notebook -------------------------------------------------------------------------------------------


def _change_said(change: VisitChange, words: Words) -> Said:
    """Say what a change of visits found, with its tables."""
    overall = change.overall.change
    sentences = [
        words.say("visits-made", label=change.label, before=change.before.judgements, after=change.after.judgements),
    ]
    if overall.before.value is not None and overall.after.value is not None:
        clause = moved_text(overall, "found-visit-score", words, what=_named("all", change.label, words, first=True))
        interval = words.interval(overall.difference)
        sentences.append(f"{clause} ({interval})." if interval else f"{clause}.")
    sentences += [note_text(note, words) for note in (*overall.difference.assumptions, *change.notes)]
    return [" ".join(sentences)], list(change_tables(change, words, unit=""))


def _agreement_said(agreement: VisitAgreement, words: Words) -> Said:
    """Say how far those who judged the same agree, with the table of the items."""
    sentences, ratings = [words.say("visits-agreed", label=agreement.label, n=agreement.occasions)], agreement.ratings
    if agreement.alpha.value is not None:
        both = ratings is not None and ratings.value is not None
        code = "found-agreement-both" if both else "found-agreement"
        said = words.value(ratings) if ratings is not None else ""
        sentences.append(words.say(code, value=words.value(agreement.alpha), ratings=said) + ".")
    sentences += [note_text(note, words) for note in (*agreement.alpha.notes, *agreement.notes)]
    return [" ".join(sentences)], [agreement_table(agreement, words)]


KIND = KindWords(
    measures=(
        MeasureWords(
            of=VisitScoreFacts,
            found=_score,
            how="how-visit-score",
            given=lambda told: {"part": _part(told.facts, told.words)},
            more=_waves,
            tables=of_detail(VisitChange, _tables),
        ),
        MeasureWords(
            of=AgreementFacts,
            found=_agreement,
            instead=of_detail(VisitAgreement, _agreed),
            subject=Subject.RELIABILITY,
            how="how-agreement",
            tables=of_detail(VisitAgreement, lambda told, found: [agreement_table(found, told.words)]),
            beside=False,
        ),
    ),
    details=(
        DetailWords(of=VisitChange, said=_change_said),
        DetailWords(of=VisitAgreement, said=_agreement_said),
    ),
)
