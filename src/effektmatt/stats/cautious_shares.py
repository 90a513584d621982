"""Cautious limits for how two shares differ: each tail keeps what it promises, where Newcombe's and Tango's do nearly.

Two independent shares: the limits of each (Clopper and Pearson's) are melded. No change at all is ruled out exactly
when Fisher's one-sided test does so. The same people twice: exactly when the sign test does (`stats.bounded_means`).
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincinv

from effektmatt.core import Interval
from effektmatt.stats.bounded_means import change_limits, ratio_limits
from effektmatt.stats.checks import check_level, check_share, check_table
from effektmatt.stats.roots import crossing

Floats = NDArray[np.float64]
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(160)
#: A ratio whose inverse is less is infinite.
_NOUGHT = 1e-9
#: Places and weights of a rule for 0 to 1 that is dense at both ends, where quantiles bend.
_PLACES = (1 + np.sin(_NODES * np.pi / 2)) / 2
_MASSES = _WEIGHTS * np.cos(_NODES * np.pi / 2) * np.pi / 4


def melded_difference(hits_1: int, n_1: int, hits_2: int, n_2: int, level: float = 0.95) -> Interval:
    """Return cautious limits for the difference of two independent shares, first minus second.

    Source: Fay, Proschan & Brittain 2015, Biometrics 71:146-156.

    >>> found = melded_difference(2, 2, 0, 2)  # Fisher's test: 1 of 6
    >>> found.low < 0, round(found.high, 6)
    (True, 1.0)
    """
    first, second = check_share(hits_1, n_1), check_share(hits_2, n_2)
    low = _lower(first, second, level, lambda quantiles, limit: quantiles - limit, -1.0, 1.0)
    high = -_lower(second, first, level, lambda quantiles, limit: quantiles - limit, -1.0, 1.0)
    return Interval(low=low, high=high, level=level, method="melded")


def melded_ratio(hits_1: int, n_1: int, hits_2: int, n_2: int, level: float = 0.95) -> Interval:
    """Return cautious limits for the ratio of two independent shares, first / second, less 1.

    Source: Fay, Proschan & Brittain 2015, Biometrics 71:146-156.

    >>> found = melded_ratio(40, 50, 20, 50)
    >>> round(found.low, 1), round(found.high, 1)
    (0.4, 2.1)
    """
    first, second = check_share(hits_1, n_1), check_share(hits_2, n_2)

    def needed(quantiles: Floats, part: float) -> Floats:  # part = ratio / (1 + ratio)
        return quantiles * ((1 - part) / part) if part > 0 else np.full_like(quantiles, np.inf)

    low = _lower(first, second, level, needed, 0.0, 1.0)
    turned = _lower(second, first, level, needed, 0.0, 1.0)
    high = math.inf if turned < _NOUGHT else (1 - turned) / turned - 1
    return Interval(low=low / (1 - low) - 1, high=high, level=level, method="melded-ratio")


def bounded_paired_share_difference(
    both: int, first_only: int, second_only: int, neither: int, level: float = 0.95
) -> Interval:
    """Return cautious limits for the difference of two shares of the same people, first minus second.

    Source: Gaffke 2005, Statistics & Decisions 23:1-29.

    >>> bounded_paired_share_difference(3, 5, 0, 4).low < 0 < bounded_paired_share_difference(3, 6, 0, 4).low
    True
    """
    cells = check_table(both, first_only, second_only, neither)
    counts = np.array([cells.second_only, cells.both + cells.neither, cells.first_only])
    low, high = change_limits(np.array([-1.0, 0.0, 1.0]), counts, 1.0, level)
    return Interval(low=low, high=high, level=level, method="gaffke-paired")


def bounded_paired_share_ratio(
    both: int, first_only: int, second_only: int, neither: int, level: float = 0.95
) -> Interval:
    """Return cautious limits for the ratio of two shares of the same people, first / second, less 1.

    Source: Gaffke 2005, Statistics & Decisions 23:1-29.
    """
    cells = check_table(both, first_only, second_only, neither)
    counts = np.array([cells.both, cells.first_only, cells.second_only])
    low, high = ratio_limits(np.array([1.0, 0.0, 1.0]), np.array([1.0, 1.0, 0.0]), counts, 1.0, level)
    return Interval(low=low, high=high, level=level, method="gaffke-paired-ratio")


def _lower(
    first: tuple[int, int],
    second: tuple[int, int],
    level: float,
    needed: Callable[[Floats, float], Floats],
    start: float,
    end: float,
) -> float:
    """Return the limit that the first's lower and the second's upper distribution are beyond with all but one tail.

    `needed` makes of the first's quantiles, and a limit, what the second must be at most.
    """
    (hits_1, n_1), (hits_2, n_2) = first, second
    tail = (1 - check_level(level)) / 2
    quantiles = betaincinv(hits_1, n_1 - hits_1 + 1, _PLACES) if hits_1 else np.zeros_like(_PLACES)

    def short(limit: float) -> float:
        most = needed(quantiles, limit)
        if hits_2 == n_2:
            below = (most >= 1).astype(np.float64)
        else:
            below = betainc(hits_2 + 1, n_2 - hits_2, np.clip(most, 0.0, 1.0))
        return float(_MASSES @ below) - (1 - tail)

    return crossing(short, start, end)
