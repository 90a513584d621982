"""Whether a line that was there already, or the season, explains a step in a series: the step counted without them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from effektmatt.core import Estimate, Interval, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import BREAK_IN_SERIES, MEAN, STEP_IN_SERIES
from effektmatt.stats.estimates import inferred_estimate, process_estimate
from effektmatt.stats.question import Layout
from effektmatt.stats.results import Inference
from effektmatt.stats.series import two_lines

JUMP, SEASON = "weekly-users-jump", "weekly-users-season"

#: Weeks on each side that a line can be told from a step with, and weeks that have a week of the year before.
FEWEST_WEEKS = 12
YEAR = 52

#: A line, or a season, is one explanation of two: what the step itself assumes may fail in other ways still.
_ASSUMED = STEP_IN_SERIES.assumed(Layout.SERIES)

#: Decimals that are kept of what has no error at all; the rest is rounding.
_EXACT = 9


def rivals_of(weeks: Floats, place: int, level: float) -> Iterator[Estimate]:
    """Yield a step at `place` as a jump from the line before, and as a change from the same weeks of the year before.

    Each only where there are weeks enough to tell.

    >>> rising = np.arange(40.0) + np.tile([0.0, 1.0], 20)
    >>> [(rival.measure, round(rival.value, 2)) for rival in rivals_of(rising, 20, 0.95)]
    [('weekly-users-jump', -0.0)]
    """
    if min(place, weeks.size - place) >= FEWEST_WEEKS:
        yield _jump(weeks, place, level)
    after = np.arange(max(place, YEAR), min(weeks.size, place + YEAR))
    if after.size >= FEWEST_WEEKS:
        yield _season(weeks[after] - weeks[after - YEAR], level)


def _jump(weeks: Floats, place: int, level: float) -> Estimate:
    try:
        found = BREAK_IN_SERIES.kernel(Layout.SERIES)(weeks, place, level)
    except ValueError:  # the weeks lie on the lines exactly
        values, design = two_lines(weeks, place)
        return _exact(JUMP, float(np.linalg.lstsq(design, values)[0][2]), weeks.size, level)
    return _inferred(JUMP, found.level_change, weeks.size)


def _season(differences: Floats, level: float) -> Estimate:
    found = MEAN.kernel(Layout.SERIES)(differences, level)
    if not found.varied:
        return _exact(SEASON, found.value, differences.size, level)
    return _inferred(SEASON, found, differences.size)


def _inferred(measure: str, found: Inference, n: int) -> Estimate:
    return inferred_estimate(measure, Unit.PER_WEEK, found, n, role=Role.DIFFERENCE, assumptions=_ASSUMED)


def _exact(measure: str, value: float, n: int, level: float) -> Estimate:
    """Return what has no error: nothing varies but what it is counted without."""
    value = round(value, _EXACT)
    interval = Interval(low=value, high=value, level=level, method="ar1")
    return process_estimate(
        measure, Unit.PER_WEEK, value, n, interval=interval, role=Role.DIFFERENCE, assumptions=_ASSUMED
    )
