"""What two survival curves differ by: medians, shares closed in time, and whether one is always ahead."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Interval
from effektmatt.stats.square_and_add import Limits, square_and_add
from effektmatt.stats.survival import Quantile, SurvivalCurve, closed_share, log_log_band, quantile

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

METHOD = "square-and-add-log-log"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDifference:
    """A difference of medians or of shares, first minus second; None where one of the two has no value."""

    value: float | None
    interval: Interval | None


def quantile_difference(
    first: SurvivalCurve, second: SurvivalCurve, share: float = 0.5, level: float = 0.95
) -> TimeDifference:
    """Return the difference of the days by which `share` of the cases is closed, first minus second.

    A limit is infinite where a curve never shows it.

    Source: the log-log intervals of both (Brookmeyer & Crowley 1982, Biometrics 38:29-41) put together as in Zou &
    Donner 2008, Stat Med 27:1693-1702, equation 3.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> fast, slow = (DurationCounts.from_times(range(k, k + 12), [True] * 12) for k in (1, 4))
    >>> quantile_difference(kaplan_meier(fast), kaplan_meier(slow)).value
    -3.0
    """
    return _difference(quantile(first, share, level), quantile(second, share, level), level)


def closed_share_difference(
    first: SurvivalCurve, second: SurvivalCurve, day: float, level: float = 0.95
) -> TimeDifference:
    """Return the difference of the shares of cases closed by a day, first minus second.

    Source: the log-log intervals of both (Kalbfleisch & Prentice 2002, section 1.4.1) put together as in Zou &
    Donner 2008, Stat Med 27:1693-1702, equation 3.

    Raises
    ------
    ValueError
        If `day` is later than open cases were followed.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> fast, slow = (DurationCounts.from_times(range(k, k + 12), [True] * 12) for k in (1, 4))
    >>> round(closed_share_difference(kaplan_meier(fast), kaplan_meier(slow), 6).value, 9)
    0.25
    """
    ours, theirs = (closed_share(curve, day, level) for curve in (first, second))
    return _difference(
        Quantile(value=ours.value, interval=ours.interval),
        Quantile(value=theirs.value, interval=theirs.interval),
        level,
    )


def _difference(first: Quantile, second: Quantile, level: float) -> TimeDifference:
    if first.value is None or second.value is None:
        return TimeDifference(value=None, interval=None)
    low, high = square_and_add(
        Limits(first.value, first.interval.low, first.interval.high),
        Limits(second.value, second.interval.low, second.interval.high),
    )
    return TimeDifference(
        value=first.value - second.value, interval=Interval(low=low, high=high, level=level, method=METHOD)
    )


def curves_cross(first: SurvivalCurve, second: SurvivalCurve, until: float, level: float = 0.95) -> bool:
    """Say whether the first curve is surely ahead on some day and surely behind on another, no later than `until`.

    Surely: the interval of the difference of the shares closed by that day (`closed_share_difference`) holds no nought.
    Then no single number tells the whole truth of the difference.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> even = DurationCounts.from_times(range(1, 201), [True] * 200)
    >>> split = DurationCounts.from_times([20] * 120 + [180] * 80, [True] * 200)
    >>> curves_cross(kaplan_meier(even), kaplan_meier(split), until=170)
    True
    """
    days = np.union1d(first.days, second.days)
    days = days[days <= min(until, first.horizon, second.horizon)]
    (ours, low_1, high_1), (theirs, low_2, high_2) = (_closed_limits(curve, days, level) for curve in (first, second))
    difference = ours - theirs
    ahead = difference > np.hypot(ours - low_1, high_2 - theirs)
    behind = -difference > np.hypot(high_1 - ours, theirs - low_2)
    return bool(np.any(ahead) and np.any(behind))


def _closed_limits(curve: SurvivalCurve, days: Integers, level: float) -> tuple[Floats, Floats, Floats]:
    """Return the share closed by each day with its limits, as `closed_share` gives them."""
    places = np.searchsorted(curve.days, days, side="right")
    # before the first closing, as when all are closed, the log-log scale has no limits
    low, high = (1 - np.concatenate([[np.nan], band])[places] for band in log_log_band(curve, level)[::-1])
    for day in np.flatnonzero(np.isnan(low)):
        exact = closed_share(curve, float(days[day]), level).interval
        low[day], high[day] = exact.low, exact.high
    return 1 - np.concatenate([[1.0], curve.survival])[places], low, high
