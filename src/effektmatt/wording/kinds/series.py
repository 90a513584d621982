"""Series in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.core import Unit
from effektmatt.plan.kinds.series import PeriodChangeFacts
from effektmatt.usage.series import Period, PeriodSeries
from effektmatt.wording.kind import DetailWords, KindWords, MeasureWords, Said, Told, of_detail
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


def _found(told: Told[PeriodChangeFacts], detail: PeriodSeries) -> str | None:
    return series_clause(detail, told.words, told.facts.source_label)


def series_clause(detail: PeriodSeries, words: Words, label: str) -> str | None:
    """Say what the level was in the baseline and after it, with the periods; claims no direction."""
    if detail.baseline is None or detail.after is None:
        return None
    (start, end), (first, last) = detail.baseline, detail.after
    return words.say(
        "found-period-change",
        label=words.say("series-of-unit", label=label, name=detail.unit) if detail.unit else label,
        before=_level(detail, start, end, words),
        after=_level(detail, first, last, words),
        **{
            name: period_text(detail.periods[place], words)
            for name, place in (("start", start), ("end", end), ("first", first), ("last", last))
        },
    )


def _level(detail: PeriodSeries, start: int, end: int, words: Words) -> str:
    values = detail.values[start : end + 1]
    number = words.amount(round(sum(values) / len(values), 2), Unit.NUMBER)
    return words.with_unit(number, detail.measured_in)


def period_text(period: Period, words: Words) -> str:
    """Return a period as it is written: "jan 2023", "kvartal 1 2023", "2023"."""
    if period.per_year == 12:
        return words.month(period.first)
    if period.per_year == 4:
        return words.say("period-quarter", part=period.part, year=str(period.year))
    return str(period.year)


def series_table(detail: PeriodSeries, words: Words, caption: str) -> TextTable | None:
    """Return the numbers period by period, with the centre and the limits of the baseline; None without a chart."""
    chart = detail.chart
    if chart is None:
        return None

    def limits(place: int) -> str:
        low, high = float(chart.low[place]), float(chart.high[place])
        return words.say("span", low=words.number(low, 1), high=words.number(high, 1))

    return table_of(
        range(len(detail.periods)),
        Column("period", lambda place: period_text(detail.periods[place], words)),
        Column("value", lambda place: words.amount(detail.values[place], Unit.NUMBER)),
        Column("centre", lambda place: words.number(float(chart.centre[place]), 1)),
        Column("limits", limits),
        caption=caption,
        words=words,
    )


def _said(detail: PeriodSeries, words: Words) -> Said:
    """Say the levels, with the table."""
    clause = series_clause(detail, words, words.say("series-values"))
    table = series_table(detail, words, words.say("series-values"))
    return [f"{clause}."] if clause else [], [table] if table is not None else []


KIND = KindWords(
    measures=(
        MeasureWords(
            of=PeriodChangeFacts,
            found=of_detail(PeriodSeries, _found),
            how="how-period-change",
        ),
    ),
    details=(DetailWords(of=PeriodSeries, said=_said),),
)
