"""A difference of two independent shares whose one-sided claims hold exactly, in samples of any size.

Newcombe's interval covers well on both sides together, but where samples are small, or one much smaller than the other,
one side errs more than its half: from two answers before and two after it would call a rise sure. Here each limit is
moved outward until it is wrong in no more than half of what the level leaves, whatever the two shares are. With more
answers Newcombe's limits are left as published; `few` says from how many on.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import betainc, gammaln, ndtri, xlog1py, xlogy

from effektmatt.core import Interval
from effektmatt.stats.checks import check_count
from effektmatt.stats.share_difference import newcombe

Floats = NDArray[np.float64]

METHOD = "newcombe-10-exact"

#: From so many answers on in the smaller group Newcombe's limits are left as they are.
FEW = 30
#: In a larger group than this some seconds would go by for each interval.
MOST = 3_000
#: How many steps of the grid of shares there are to a standard deviation of a share.
_STEPS = 4


def held_newcombe(hits_1: int, n_1: int, hits_2: int, n_2: int, level: float = 0.95, few: int = FEW) -> Interval:
    """Return Newcombe's interval for p1 - p2, each limit moved outward where its one-sided claim would not hold.

    A lower limit L claims that p1 - p2 is above L. All samples whose Newcombe limit is as high or higher would claim it
    too; L is lowered until they come up in at most (1 - level) / 2 of cases, whatever p2 is and p1 = p2 + L. The upper
    limit is that of the groups swapped.

    Parameters
    ----------
    hits_1, n_1, hits_2, n_2
        Hits and answers of each group.
    level
        Confidence level.
    few
        From so many answers on in the smaller group, or with more than `MOST` in the larger, Newcombe's own limits.

    Source: Buehler 1957, JASA 52:482-493 (the best exact limit in a given order of samples); the order: Newcombe 1998,
    Stat Med 17:873-890, method 10.

    >>> few = held_newcombe(2, 2, 0, 2)
    >>> few.low < 0, few.method
    (True, 'newcombe-10-exact')
    >>> held_newcombe(56, 70, 48, 80).method
    'newcombe-10'
    """
    plain = newcombe(hits_1, n_1, hits_2, n_2, level)
    n_1, n_2 = check_count(n_1, "n"), check_count(n_2, "n")
    if min(n_1, n_2) >= few or max(n_1, n_2) > MOST:
        return plain
    low = _held_low(n_1, n_2, level, plain.low)
    high = -_held_low(n_2, n_1, level, -plain.high)
    if (low, high) == (plain.low, plain.high):
        return plain
    return replace(plain, low=low, high=high, method=METHOD)


def _held_low(n_1: int, n_2: int, level: float, low: float) -> float:
    """Return the limit `low`, or the highest below it that as high limits claim wrongly seldom enough."""
    least = _least_hits(n_1, n_2, level, low)
    tail = (1 - level) / 2

    def excess(difference: float) -> float:
        return _most_often(least, n_1, n_2, difference) - tail

    if low <= -1 or excess(low) <= 0:
        return low
    step = 0.02
    while (below := max(-1.0, low - step)) > -1 and excess(below) > 0:
        step *= 2
    if excess(below) > 0:
        return -1.0
    return float(brentq(excess, below, low, xtol=1e-9)) - 1e-9


def _least_hits(n_1: int, n_2: int, level: float, low: float) -> Floats:
    """Return for each number of hits in the second group how few in the first have a lower limit as high as `low`."""
    first, down, _ = _wilson(n_1, level)
    second, _, up = _wilson(n_2, level)
    limits = first[:, None] - second - np.hypot((first - down)[:, None], up - second)
    least: Floats = (limits < low - 1e-12).sum(axis=0).astype(np.float64)
    return least


@lru_cache(maxsize=64)
def _wilson(n: int, level: float) -> tuple[Floats, Floats, Floats]:
    """Return every share of n with its Wilson limits."""
    share, square = np.arange(n + 1) / n, float(ndtri((1 + level) / 2)) ** 2
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = np.sqrt(square * (share * (1 - share) / n + square / (4 * n * n))) / (1 + square / n)
    low, high = centre - half, centre + half
    low[0], high[-1] = 0.0, 1.0
    return share, low, high


def _most_often(least: Floats, n_1: int, n_2: int, difference: float) -> float:
    """Return the largest probability of at least so many hits in the first group, over all p2 with p1 = p2 + d."""
    steps = math.ceil(_STEPS * math.pi * math.sqrt(max(n_1, n_2)))
    angles = np.linspace(0.0, math.pi / 2, steps + 1)
    second = max(0.0, -difference) + (1 - abs(difference)) * np.sin(angles) ** 2
    first = np.clip(second + difference, 0.0, 1.0)
    reachable = least <= n_1
    hits, fewest = np.arange(n_2 + 1)[reachable], least[reachable]
    arrangements = gammaln(n_2 + 1) - gammaln(hits + 1) - gammaln(n_2 - hits + 1)
    chances = np.exp(arrangements[:, None] + xlogy(hits[:, None], second) + xlog1py((n_2 - hits)[:, None], -second))
    needed = fewest[:, None]
    enough = np.where(needed > 0, betainc(np.maximum(needed, 1), n_1 - np.maximum(needed, 1) + 1, first), 1.0)
    return float((chances * enough).sum(axis=0).max(initial=0.0))
