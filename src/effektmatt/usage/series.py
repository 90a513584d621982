"""Numbers month by month, quarter by quarter or year by year: the level of the last, and its change from a baseline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from effektmatt.core import Change, Detail, Estimate, Linkage, Note, Outcome, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.data.values import folded
from effektmatt.speech import Shown
from effektmatt.stats.choices import MEAN, ORDINARY_VARIATION, STEP_IN_SERIES
from effektmatt.stats.estimates import inferred_estimate, no_estimate, process_estimate
from effektmatt.stats.interrupted_series import season_p_value
from effektmatt.stats.question import Layout
from effektmatt.stats.results import Inference
from effektmatt.stats.series import FEWEST, Signal, XmrChart
from effektmatt.usage.alike import too_alike
from effektmatt.usage.rivals import Counted, rivals_of

LEVEL, DIFFERENCE = "period-level", "period-difference"
_ROUNDING = 1e-9
#: A season is taken out where chance alone would give so much of one more seldom than this.
_SEASON = 0.1

_YEAR, _QUARTERS, _MONTHS = 1, 4, 12
#: How a period may be written: 2023; 2023-Q1, 2023K1, Q1 2023; 2023-01, 202301, 2023M01, 2023-01-01.
_WRITTEN = (
    (re.compile(r"(?P<year>[12]\d{3})"), _YEAR),
    (re.compile(r"(?P<year>[12]\d{3})[-/ ]?[kq](?P<part>[1-4])"), _QUARTERS),
    (re.compile(r"[kq](?P<part>[1-4])[-/ ]?(?P<year>[12]\d{3})"), _QUARTERS),
    (re.compile(r"(?P<year>[12]\d{3})[-/ m]?(?P<part>0?[1-9]|1[0-2])(-01( 00:00:00)?)?"), _MONTHS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A month, a quarter or a year: the `part` (from 1) of a `year` that has `per_year` of them."""

    year: int
    part: int
    per_year: int

    @property
    def order(self) -> int:
        """Its place in time; that of the next is one more."""
        return self.year * self.per_year + self.part - 1

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.part - 1) * (12 // self.per_year) + 1, 1)


def period_of(written: str) -> Period | None:
    """Return the period that a text names; None where it names none.

    >>> [period_of(text) for text in ("2023-04", "hösten")]
    [Period(year=2023, part=4, per_year=12), None]
    >>> period_of("2023 K2").first
    datetime.date(2023, 4, 1)
    """
    text = folded(written)
    for pattern, per_year in _WRITTEN:
        found = pattern.fullmatch(text)
        if found is not None:
            part = int(found.group("part")) if per_year > 1 else 1
            return Period(year=int(found.group("year")), part=part, per_year=per_year)
    return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PeriodSeries(Detail, Shown):
    """One unit's numbers in order of time.

    Parameters
    ----------
    unit
        What they are of; "" where a file holds one series.
    periods, values
        When, and how much.
    baseline, after
        The places of the first and the last value of the baseline, and of those that are compared with it.
    chart
        Centre and limits of the baseline, carried on; None where it has fewer than two values.
    """

    unit: str
    periods: tuple[Period, ...]
    values: tuple[float, ...]
    baseline: tuple[int, int] | None
    after: tuple[int, int] | None
    chart: XmrChart | None
    measured_in: str | None = None


def period_series(
    numbers: Sequence[tuple[Period, float]],
    baseline: tuple[Period, Period],
    *,
    last: int | None = None,
    unit: str = "",
    measured_in: str | None = None,
) -> PeriodSeries:
    """Put numbers in order of time, and freeze the limits on the declared baseline.

    `last`: how many of the last are compared with it, where not all that follow are.

    >>> months = [(Period(year=2023, part=part, per_year=12), 10.0 + part % 2) for part in range(1, 13)]
    >>> found = period_series(months, (months[0][0], months[5][0]))
    >>> found.baseline, found.after
    ((0, 5), (6, 11))
    """
    ordered = sorted(numbers, key=lambda one: one[0].order)
    periods, values = tuple(one[0] for one in ordered), tuple(one[1] for one in ordered)
    start, end = (limit.order for limit in baseline)
    before = [place for place, period in enumerate(periods) if start <= period.order <= end]
    later = [place for place, period in enumerate(periods) if period.order > end]
    later = later if last is None else later[-last:]
    return PeriodSeries(
        unit=unit,
        periods=periods,
        values=values,
        baseline=(before[0], before[-1]) if before else None,
        after=(later[0], later[-1]) if later else None,
        chart=_frozen(np.array(values), before),
        measured_in=measured_in,
    )


def _frozen(values: Floats, baseline: list[int]) -> XmrChart | None:
    """Return the chart whose centre and limits are those of the baseline; values beyond them are signals."""
    if len(baseline) < 2:
        return None
    found = ORDINARY_VARIATION.kernel(Layout.SERIES)(values[baseline[0] : baseline[-1] + 1])
    centre, low, high = (np.full(values.size, float(line[0])) for line in (found.centre, found.low, found.high))
    beyond = tuple(
        Signal(rule="beyond-limit", start=place, end=place, upward=bool(values[place] > high[place]))
        for place in range(values.size)
        if not low[place] <= values[place] <= high[place]
    )
    return XmrChart(values=values, centre=centre, low=low, high=high, rebased_at=(), signals=beyond)


def series_outcome(found: PeriodSeries, *, level: float = 0.95, of_level: bool = False) -> Outcome:
    """Return how much the level after the baseline differs from it; the level after stands in the change.

    Estimand: the mean level of the process after minus that of the baseline. Neighbours may resemble each other, and
    the intervals allow for it; phases of fewer than six values have none. A line that was there already, and the same
    months or quarters of the year before, are tried as explanations (`effektmatt.usage.rivals`). Where the baseline
    holds every month (or quarter) that has been after, and a year at least, and there is a season, each is held against
    the same month there: the season is then in neither, and both levels are means over those months.

    `of_level`: the level after is what is judged. It is then the mean of all values after, also where some months
    stand there more often than others; those are not held against each other.
    """
    notes = tuple(_notes(found))
    if found.baseline is None or found.after is None:
        reason = Note(code="series-baseline-empty" if found.baseline is None else "series-nothing-after")
        return Outcome(
            estimate=no_estimate(DIFFERENCE, Unit.NUMBER, reason, role=Role.DIFFERENCE), detail=found, notes=notes
        )
    values = np.array(found.values)
    before, after = (values[start : end + 1] for start, end in (found.baseline, found.after))
    together, fewest = np.concatenate([before, after]), min(before.size, after.size)
    step = STEP_IN_SERIES.kernel(Layout.SERIES)(together, before.size, level) if fewest >= FEWEST else None
    step = step if step is not None and step.difference.varied else None
    # also what lies between: side by side, the ends of a straight line look like a step
    whole = values[found.baseline[0] : found.after[1] + 1]
    first = found.after[0] - found.baseline[0]
    parts = _parts(found)
    season = None if step is None or parts is None else parts[found.baseline[0] : found.after[1] + 1]
    unlike = season is not None and of_level and np.unique(np.unique_counts(season[first:]).counts).size > 1
    if unlike or (season is not None and season_p_value(whole, before.size, season) > _SEASON):
        season = None
    rivals = () if step is None else tuple(rivals_of(whole, before.size, level, _counted(found), first, season))
    difference = replace(_difference(after, before, None if step is None else step.difference), rivals=rivals)
    level_before = _mean(before, None if step is None else step.before, fewest)
    level_after = _mean(after, None if step is None else step.after, fewest)
    if season is not None and parts is not None:
        difference, level_before, level_after = _same_parts(
            values, parts, found, difference, (level_before, level_after), level
        )
        notes = (*notes, Note(code="same-periods-compared", values={"per_year": found.periods[0].per_year}))
    change = Change(
        before=level_before,
        after=level_after,
        difference=difference,
        linkage=Linkage.INDEPENDENT,
    )
    alike = too_alike(Note(code="periods-too-alike"), None if step is None else step.difference, together.size - 2)
    return Outcome(estimate=difference, change=change, beside=rivals, detail=found, notes=(*notes, *alike))


def _parts(found: PeriodSeries) -> Floats | None:
    """Return which part of its year each value is of, where each part after has one in the baseline to compare with.

    None where it has not, or where the baseline holds less than a year, or where values do not follow upon each other.
    """
    if found.baseline is None or found.after is None:
        return None
    per_year, orders = found.periods[0].per_year, np.array([period.order for period in found.periods])
    parts = np.array([float(period.part) for period in found.periods])
    baseline, after = (parts[start : end + 1] for start, end in (found.baseline, found.after))
    enough = baseline.size >= per_year and np.unique(after).size >= FEWEST
    return (
        parts if per_year > 1 and enough and np.isin(after, baseline).all() and np.all(np.diff(orders) == 1) else None
    )


def _same_parts(
    values: Floats,
    parts: Floats,
    found: PeriodSeries,
    plain: Estimate,
    levels: tuple[Estimate, Estimate],
    level: float,
) -> tuple[Estimate, Estimate, Estimate]:
    """Return the change between the same months (or quarters) of a year, and the levels that it lies between.

    One difference for each month that has been after: the mean of it after, less its mean in the baseline. What is
    the same every year is then in neither, and each month weighs the same.
    """
    if found.baseline is None or found.after is None:
        return plain, *levels
    (start, end), (first, last) = found.baseline, found.after
    earlier, later = (slice(start, end + 1), slice(first, last + 1))
    compared = list(dict.fromkeys(parts[later].tolist()))
    before, after = (
        np.array([values[phase][parts[phase] == one].mean() for one in compared]) for phase in (earlier, later)
    )
    inference = MEAN.kernel(Layout.SERIES)(after - before, level)
    if not inference.varied:
        return plain, *levels
    difference = inferred_estimate(
        DIFFERENCE,
        Unit.NUMBER,
        inference,
        plain.n,
        role=Role.DIFFERENCE,
        assumptions=STEP_IN_SERIES.assumed(Layout.SERIES),
        notes=STEP_IN_SERIES.approximate(Layout.SERIES, len(compared)),
    )
    first_level, last_level = (
        _of_same(float(means.mean()), own, int(np.isin(parts[phase], compared).sum()))
        for means, own, phase in zip((before, after), levels, (earlier, later), strict=True)
    )
    return replace(difference, rivals=plain.rivals), first_level, last_level


def _of_same(value: float, plain: Estimate, n: int) -> Estimate:
    """Return the level of the months that are compared; where it is that of all values it keeps its interval."""
    if abs(value - (plain.value or 0.0)) <= _ROUNDING * max(1.0, abs(value)):
        return plain
    return process_estimate(LEVEL, Unit.NUMBER, value, n)


def _counted(found: PeriodSeries) -> Counted:
    """Return how a year is counted; where values do not follow upon each other, no year is."""
    orders = np.array([period.order for period in found.periods])
    per_year = found.periods[0].per_year
    follows = bool(np.all(np.diff(orders) == 1))
    year = per_year if follows and per_year > 1 else len(found.periods)
    return Counted(jump="period-jump", season="period-season", unit=Unit.NUMBER, year=year)


def _mean(values: Floats, inference: Inference | None, fewest: int) -> Estimate:
    if inference is None:
        return process_estimate(LEVEL, Unit.NUMBER, float(values.mean()), values.size, notes=_no_error(values))
    few = STEP_IN_SERIES.approximate(Layout.SERIES, fewest)  # the error is that of both phases together
    assumptions = STEP_IN_SERIES.assumed(Layout.SERIES)
    return inferred_estimate(
        LEVEL, Unit.NUMBER, inference, values.size, notes=few, assumptions=assumptions, with_test=False
    )


def _difference(after: Floats, before: Floats, inference: Inference | None) -> Estimate:
    n, fewer = after.size + before.size, min(before, after, key=lambda phase: phase.size)
    if inference is None:
        change = float(after.mean() - before.mean())
        return process_estimate(DIFFERENCE, Unit.NUMBER, change, n, role=Role.DIFFERENCE, notes=_no_error(fewer))
    return inferred_estimate(
        DIFFERENCE,
        Unit.NUMBER,
        inference,
        n,
        role=Role.DIFFERENCE,
        assumptions=STEP_IN_SERIES.assumed(Layout.SERIES),
        notes=STEP_IN_SERIES.approximate(Layout.SERIES, fewer.size),
    )


def _no_error(values: Floats) -> tuple[Note, ...]:
    if values.size < FEWEST:
        return (Note(code="too-few-periods", values={"n": int(values.size), "needed": FEWEST}),)
    return (Note(code="periods-all-alike"),)


def _notes(found: PeriodSeries) -> list[Note]:
    """Say which periods are missing between the first and the last, and how many lie beyond the baseline's limits."""
    orders = [period.order for period in found.periods]
    missing = orders[-1] - orders[0] + 1 - len(orders) if orders else 0
    notes = [Note(code="series-gaps", values={"n": missing})] if missing else []
    if found.chart is not None and found.after is not None:
        start, end = found.after
        beyond = sum(start <= signal.start <= end for signal in found.chart.signals)
        notes.append(Note(code="series-beyond", values={"n": beyond, "of": end - start + 1}))
    return notes
