"""How many times larger one share is than another of the same people, from the four cells of a paired table."""

from __future__ import annotations

import math

from scipy.special import ndtri

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level, check_table
from effektmatt.stats.roots import sign_change


def paired_ratio(both: int, first_only: int, second_only: int, neither: int, level: float = 0.95) -> Interval:
    """Return the score interval for p1 / p2 - 1, p1 and p2 shares of the same people.

    Unlike the interval of the logarithm (Wald's) it has limits also where nobody changed or nobody is left. With no
    hit the second time the ratio has no upper limit (infinity); with none either time nothing is known, and the
    interval runs from -1 to infinity. Who is in `neither` says nothing of the ratio.

    Source: Tang, Tang & Chan 2003, Stat Med 22:1217-1233; Fagerland, Lydersen & Laake 2017, Statistical Analysis of
    Contingency Tables, chapter 8.

    >>> interval = paired_ratio(59, 6, 16, 80)
    >>> round(interval.low, 4), round(interval.high, 4)
    (-0.2524, -0.0124)
    """
    both, first_only, second_only, _, _ = check_table(both, first_only, second_only, neither)
    z = float(ndtri((1 + check_level(level)) / 2))

    def score(log_ratio: float) -> float:
        return paired_ratio_score(both, first_only, second_only, math.exp(log_ratio))

    reach = 50.0  # e**50: further than any ratio that counts can show
    low = 0.0 if both + first_only == 0 else math.exp(sign_change(lambda r: score(r) < z, -reach, reach))
    high = math.inf if both + second_only == 0 else math.exp(sign_change(lambda r: score(r) < -z, -reach, reach))
    return Interval(low=low - 1, high=high - 1, level=level, method="tang")


def paired_ratio_score(both: float, first_only: float, second_only: float, ratio: float) -> float:
    """Return Tang's statistic of p1 / p2 = `ratio`: standard normal if it is, falling as `ratio` grows."""
    seen = both + first_only + second_only
    deviation = both + first_only - ratio * (both + second_only)
    # n times the share of second_only, most likely under that ratio: the larger root of a quadratic
    square = 1 + ratio
    linear = (both + second_only) * ratio * ratio - both - first_only - 2 * second_only
    constant = second_only * (1 - ratio) * seen
    root = math.sqrt(max(0.0, linear * linear - 4 * square * constant))
    # written so that nothing cancels
    expected = (root - linear) / (2 * square) if linear <= 0 else -2 * constant / (linear + root)
    variance = square * expected + seen * (ratio - 1)
    if variance <= 0:
        return math.copysign(math.inf, deviation) if deviation else 0.0
    return deviation / math.sqrt(variance)
