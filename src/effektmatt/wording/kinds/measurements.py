"""Measured numbers in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from effektmatt.core import Unit
from effektmatt.measurements.distribution import Distribution, NumberClass
from effektmatt.plan.kinds.measurements import MeanChangeFacts, MeanFacts, NumberFacts, ShareWithinFacts
from effektmatt.wording.conditions import limits_text
from effektmatt.wording.kind import DetailWords, KindWords, MeasureWords, Said, Told, of_detail
from effektmatt.wording.language import MISSING
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


def _mean(told: Told[MeanFacts], detail: Distribution) -> str:
    words = told.words
    value = words.with_unit(told.value, detail.measured_in)
    return words.say("found-mean", number=_called(told), value=value, n=told.estimate.n, whom=_whom(told))


def _share_within(told: Told[ShareWithinFacts]) -> str:
    words, facts = told.words, told.facts
    limits = words.with_unit(limits_text(facts.limits, words), facts.measured_in)
    return words.say("found-share-within", **told.counted, number=_called(told), limits=limits, whom=_whom(told))


def _mean_change(told: Told[MeanChangeFacts]) -> str:
    unit = told.words.say("in-unit", unit=told.facts.measured_in) if told.facts.measured_in else ""
    by_unit = "" if told.estimate.unit is Unit.RELATIVE else unit
    return told.moved("found-mean-change", number=_called(told), unit=unit, by_unit=by_unit, whom=_whom(told))


def _called(told: Told[NumberFacts]) -> str:
    return told.words.say("quoted", text=told.facts.number)


def _whom(told: Told[NumberFacts]) -> str:
    """Return whom it concerns, where that is not everybody in the source."""
    return told.words.say("among-whom", whom=told.everybody()) if told.facts.among else ""


def _further(told: Told[MeanChangeFacts]) -> Iterator[str]:
    facts, words = told.facts, told.words
    if facts.first and facts.last:
        yield words.say("how-waves", first=facts.first, last=facts.last)
    if facts.answers:
        yield words.say("how-measured-all")


def class_text(one: NumberClass, detail: Distribution, words: Words) -> str:
    """Return a class of numbers: "0", "1 till 5", "över 20"."""
    low = None if one.over is None else one.over + 1 if detail.whole else one.over
    if one.to is None:
        over = "" if one.over is None else words.number(one.over)
        return words.say("numbers-over", low=over) if over else words.say("numbers-all")
    if low is None:
        return words.say("numbers-to", high=words.number(one.to)) if one.to else words.number(one.to)
    if detail.whole:
        low_text, high = words.number(low), words.number(one.to)
        return high if low == one.to else words.say("span", low=low_text, high=high)
    return words.say("numbers-over-to", low=words.number(low), high=words.number(one.to))


def distribution_table(detail: Distribution, words: Words, caption: str) -> TextTable | None:
    """Return how many had numbers in each class, before and after; None where too few were measured."""
    if not detail.classes:
        return None

    def cell(n: int | None, of: int | None) -> str:
        if n is None or not of:
            return MISSING
        return words.say("chart-share-and-count", share=words.percent(n / of), n=words.count(n))

    waves: list[Column[NumberClass]] = []
    if detail.n_before is not None:
        waves.append(Column("before", lambda one: cell(one.before, detail.n_before)))
    after = "after" if detail.n_before is not None else "share"
    if detail.n_after is not None:
        waves.append(Column(after, lambda one: cell(one.after, detail.n_after)))
    return table_of(
        detail.classes,
        Column("numbers", lambda one: class_text(one, detail, words), name=detail.label),
        *waves,
        caption=caption,
        words=words,
    )


def _said(detail: Distribution, words: Words) -> Said:
    table = distribution_table(detail, words, words.say("table-numbers"))
    n = detail.n_after if detail.n_after is not None else detail.n_before
    return [words.say("numbers-measured", label=detail.label, n=n or 0)], [table] if table is not None else []


def _how(told: Told[NumberFacts]) -> dict[str, str | int | float]:
    return {"number": _called(told)}


KIND = KindWords(
    measures=(
        MeasureWords(of=MeanFacts, found=of_detail(Distribution, _mean), how="how-mean", given=_how),
        MeasureWords(of=MeanChangeFacts, found=_mean_change, how="how-mean-change", given=_how, more=_further),
        MeasureWords(of=ShareWithinFacts, found=_share_within, how="how-share-within", given=_how),
    ),
    details=(DetailWords(of=Distribution, said=_said),),
)
