"""Two shares of the same people, from the four cells of a paired table.

Cells: `both` (yes, yes), `first_only` (yes, no), `second_only` (no, yes), `neither` (no, no). The estimand is
p1 - p2 = (first_only - second_only) / n; after minus before means that the first answer is the one after.
"""

from __future__ import annotations

import math

from scipy.special import ndtri

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level, check_table
from effektmatt.stats.roots import sign_change


def tango(both: int, first_only: int, second_only: int, neither: int, level: float = 0.95) -> Interval:
    """Return Tango's score interval for the difference of two paired shares.

    Source: Tango 1998, Stat Med 17:891-908.

    >>> interval = tango(1, 1, 7, 12)
    >>> round(interval.low, 3), round(interval.high, 3)
    (-0.517, -0.026)
    """
    _, first_only, second_only, _, n = check_table(both, first_only, second_only, neither)
    z = float(ndtri((1 + check_level(level)) / 2))
    observed = (first_only - second_only) / n

    def score(difference: float) -> float:
        return tango_score(first_only, second_only, n, difference)

    low = -1.0 if observed <= -1 else sign_change(lambda d: score(d) < z, -1.0, observed)
    high = 1.0 if observed >= 1 else sign_change(lambda d: score(d) < -z, observed, 1.0)
    return Interval(low=low, high=high, level=level, method="tango")


def tango_score(first_only: float, second_only: float, n: float, difference: float) -> float:
    """Return Tango's statistic of p1 - p2 = `difference`: standard normal if it is, falling as `difference` grows."""
    linear = (2 * n - first_only + second_only) * difference - first_only - second_only
    constant = -second_only * difference * (1 - difference)
    root = math.sqrt(max(0.0, linear * linear - 8 * n * constant))
    # the positive root of 2 n q**2 + linear q + constant, written so that nothing cancels
    second = (root - linear) / (4 * n) if linear <= 0 else -2 * constant / (linear + root)
    variance = n * (2 * second + difference * (1 - difference))
    deviation = first_only - second_only - n * difference
    if variance <= 0:
        return math.copysign(math.inf, deviation) if deviation else 0.0
    return deviation / math.sqrt(variance)


def phi(both: int, first_only: int, second_only: int, neither: int, *, corrected: bool) -> float:
    """Return the phi coefficient, nought where either answer is everybody's or nobody's.

    Corrected for continuity, its numerator is moved n / 2 towards nought when positive.

    >>> phi(3, 1, 1, 3, corrected=False)
    0.5
    """
    n = both + first_only + second_only + neither
    product = (both + first_only) * (second_only + neither) * (both + second_only) * (first_only + neither)
    if product == 0:
        return 0.0
    numerator = both * neither - first_only * second_only
    if corrected and numerator > 0:
        return max(0.0, numerator - n / 2) / math.sqrt(product)
    return numerator / math.sqrt(product)


def agresti_min_error(first_only: int, second_only: int, n: int) -> float:
    """Return Agresti and Min's standard error (2005, Stat Med 24:729-740); unlike Wald's it is never nought."""
    n += 2
    return math.sqrt(first_only + second_only + 1 - (first_only - second_only) ** 2 / n) / n
