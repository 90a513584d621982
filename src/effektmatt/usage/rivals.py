"""Whether a line that was there already, or the season, explains a step in a series: the step counted without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from effektmatt.core import Estimate, Interval, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import BREAK_IN_SERIES, MEAN, STEP_IN_SERIES
from effektmatt.stats.estimates import inferred_estimate, process_estimate
from effektmatt.stats.question import Layout
from effektmatt.stats.results import Inference
from effektmatt.stats.series import two_lines

#: Values on each side that a line can be told from a step with, and values that have one of the year before.
FEWEST_WEEKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a series counts: the names of its rivals, its unit, and how many values make a year."""

    jump: str
    season: str
    unit: Unit
    year: int


WEEKS = Counted(jump="weekly-users-jump", season="weekly-users-season", unit=Unit.PER_WEEK, year=52)

#: A line, or a season, is one explanation of two: what the step itself assumes may fail in other ways still.
_ASSUMED = STEP_IN_SERIES.assumed(Layout.SERIES)

#: Decimals that are kept of what has no error at all; the rest is rounding.
_EXACT = 9


def rivals_of(
    weeks: Floats,
    place: int,
    level: float,
    counted: Counted = WEEKS,
    compared: int | None = None,
    season: Floats | None = None,
) -> Iterator[Estimate]:
    """Yield a step at `place` as a jump from the line before, and as a change from the same weeks of a year before it.

    Each only where there are weeks (or months, or quarters) enough to tell. `compared` is the first that is compared
    with those before the step, where not all that follow are. `season`: which part of the year each is of, where the
    step itself is counted between the same parts of a year.

    >>> rising = np.arange(40.0) + np.tile([0.0, 1.0], 20)
    >>> [(rival.measure, round(rival.value, 2)) for rival in rivals_of(rising, 20, 0.95)]
    [('weekly-users-jump', -0.0)]
    """
    if min(place, weeks.size - place) >= FEWEST_WEEKS:
        yield _jump(weeks, place, level, counted, season)
    if season is not None:
        return
    first = place if compared is None else compared
    after = np.arange(first, min(weeks.size, first + counted.year))
    earlier = after - counted.year * -(-(after - place + 1) // counted.year)  # the nearest year before the step
    after, earlier = after[earlier >= 0], earlier[earlier >= 0]
    if after.size >= FEWEST_WEEKS:
        yield _season(weeks[after] - weeks[earlier], level, counted)


def _jump(weeks: Floats, place: int, level: float, counted: Counted, season: Floats | None) -> Estimate:
    try:
        found = BREAK_IN_SERIES.kernel(Layout.SERIES)(weeks, place, level, season)
    except ValueError:  # the weeks lie on the lines exactly
        values, design = two_lines(weeks, place)
        return _exact(counted.jump, counted.unit, float(np.linalg.lstsq(design, values)[0][2]), weeks.size, level)
    return _inferred(counted.jump, counted.unit, found.level_change, weeks.size)


def _season(differences: Floats, level: float, counted: Counted) -> Estimate:
    found = MEAN.kernel(Layout.SERIES)(differences, level)
    if not found.varied:
        return _exact(counted.season, counted.unit, found.value, differences.size, level)
    return _inferred(counted.season, counted.unit, found, differences.size)


def _inferred(measure: str, unit: Unit, found: Inference, n: int) -> Estimate:
    return inferred_estimate(measure, unit, found, n, role=Role.DIFFERENCE, assumptions=_ASSUMED)


def _exact(measure: str, unit: Unit, value: float, n: int, level: float) -> Estimate:
    """Return what has no error: nothing varies but what it is counted without."""
    value = round(value, _EXACT)
    interval = Interval(low=value, high=value, level=level, method="ar1")
    return process_estimate(measure, unit, value, n, interval=interval, role=Role.DIFFERENCE, assumptions=_ASSUMED)
