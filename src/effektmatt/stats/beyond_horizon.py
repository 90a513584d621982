"""How far a whole mean may lie from a restricted one: what cases that outlast the horizon can add."""

from __future__ import annotations

import math
from collections.abc import Mapping

from effektmatt.stats.restricted_mean import standardised_restricted_mean, standardised_restricted_mean_difference
from effektmatt.stats.square_and_add import Limits, square_and_add
from effektmatt.stats.survival import SurvivalCurve, closed_share

Curves = Mapping[str, SurvivalCurve]


def mean_range(by_type: Curves, weights: Mapping[str, float], day: float, level: float = 0.95) -> tuple[float, float]:
    """Return between which values the mean of all days may lie, if cases open after `day` take at most as long again.

    From the lower limit of the mean of at most `day` days, to its upper limit and so much more as the upper limit of
    the share still open makes it.

    Parameters
    ----------
    by_type, weights
        A curve per type of case, and the share of each in the mix (one type of weight 1 where there is no mix).
    day
        How far the cases were followed: no later than any curve's horizon.
    level
        Confidence level of the limits.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> curve = kaplan_meier(DurationCounts.from_times([*range(1, 31), 60], [True] * 30 + [False]))
    >>> [round(end) for end in mean_range({"": curve}, {"": 1.0}, 60)]
    [13, 30]
    """
    found = standardised_restricted_mean(by_type, weights, day, level).interval
    return found.low, found.high + _still_open(by_type, weights, day, level).high * day


def mean_difference_range(
    first: Curves, second: Curves, weights: Mapping[str, float], day: float, level: float = 0.95
) -> tuple[float, float]:
    """Return the same for the difference of two means, if cases open after `day` take as long again in both.

    As long in both, and at most `day`: parameters as for `mean_range`.
    """
    found = standardised_restricted_mean_difference(first, second, weights, day, level).interval
    ours, theirs = (_still_open(by_type, weights, day, level) for by_type in (first, second))
    low, high = square_and_add(ours, theirs)
    return found.low + min(0.0, low) * day, found.high + max(0.0, high) * day


def _still_open(by_type: Curves, weights: Mapping[str, float], day: float, level: float) -> Limits:
    """Return the share still open after a day with its limits; none is where every case is closed."""
    value, below, above = 0.0, 0.0, 0.0
    for kind, curve in by_type.items():
        if math.isinf(curve.horizon):
            continue
        share, weight = closed_share(curve, day, level), weights[kind]
        value += weight * (1 - share.value)
        below += (weight * (share.interval.high - share.value)) ** 2
        above += (weight * (share.value - share.interval.low)) ** 2
    return Limits(value, value - math.sqrt(below), value + math.sqrt(above))
