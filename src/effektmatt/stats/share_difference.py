"""Two independent shares: intervals for their difference, and for their ratio minus one.

The estimand is always first minus second (or first divided by second, minus 1); after minus before means that the
first group is the one after. All work at 0 of n and n of n, where textbook formulas break.
"""

from __future__ import annotations

import math

from scipy.special import ndtri

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level, check_share
from effektmatt.stats.roots import sign_change
from effektmatt.stats.share import wilson_limits
from effektmatt.stats.square_and_add import square_and_add


def newcombe(hits_1: int, n_1: int, hits_2: int, n_2: int, level: float = 0.95) -> Interval:
    """Return Newcombe's square-and-add interval for p1 - p2, from Wilson limits without continuity correction.

    Source: Newcombe 1998, Stat Med 17:873-890, method 10.

    >>> interval = newcombe(56, 70, 48, 80)
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.0524, 0.3339)
    """
    hits_1, n_1 = check_share(hits_1, n_1)
    hits_2, n_2 = check_share(hits_2, n_2)
    check_level(level)
    low, high = square_and_add(wilson_limits(hits_1, n_1, level), wilson_limits(hits_2, n_2, level))
    return Interval(low=max(-1.0, low), high=min(1.0, high), level=level, method="newcombe-10")


def miettinen_nurminen(hits_1: int, n_1: int, hits_2: int, n_2: int, level: float = 0.95) -> Interval:
    """Return the score interval of Miettinen and Nurminen for p1 - p2, with its factor N / (N - 1).

    Source: Miettinen & Nurminen 1985, Stat Med 4:213-226 (with the closed form of its appendix).

    >>> interval = miettinen_nurminen(5, 56, 0, 29)
    >>> round(interval.low, 4), round(interval.high, 4)
    (-0.0326, 0.1933)
    """
    hits_1, n_1 = check_share(hits_1, n_1)
    hits_2, n_2 = check_share(hits_2, n_2)
    z = float(ndtri((1 + check_level(level)) / 2))

    def score(difference: float) -> float:
        second = _constrained_second(hits_1, n_1, hits_2, n_2, difference)
        first = min(1.0, max(0.0, second + difference))
        total = n_1 + n_2
        variance = (first * (1 - first) / n_1 + second * (1 - second) / n_2) * total / (total - 1)
        return _standardised(hits_1 / n_1 - hits_2 / n_2 - difference, variance)

    observed = hits_1 / n_1 - hits_2 / n_2
    low = -1.0 if observed <= -1 else sign_change(lambda d: score(d) < z, -1.0, observed)
    high = 1.0 if observed >= 1 else sign_change(lambda d: score(d) < -z, observed, 1.0)
    return Interval(low=low, high=high, level=level, method="miettinen-nurminen")


def _constrained_second(hits_1: int, n_1: int, hits_2: int, n_2: int, difference: float) -> float:
    """Maximum likelihood p2 given p1 - p2: the root of a cubic, in trigonometric form."""
    total, hits = n_1 + n_2, hits_1 + hits_2
    square = (n_1 + 2 * n_2) * difference - total - hits
    linear = (n_2 * difference - total - 2 * hits_2) * difference + hits
    constant = hits_2 * difference * (1 - difference)
    third = square / (3 * total)
    q = third**3 - square * linear / (6 * total**2) + constant / (2 * total)
    p = math.copysign(math.sqrt(max(0.0, third**2 - linear / (3 * total))), q)
    # rounding carries q / p**3 past one exactly where a share is 0 or 1
    angle = (math.pi + math.acos(max(-1.0, min(1.0, q / p**3)))) / 3 if p else 0.0
    return min(1.0, max(0.0, 2 * p * math.cos(angle) - third))


def koopman_ratio(hits_1: int, n_1: int, hits_2: int, n_2: int, level: float = 0.95) -> Interval:
    """Return the score interval for p1 / p2 - 1.

    With no hit in the second group the ratio has no upper limit (infinity); with none in either group nothing is
    known, and the interval runs from -1 to infinity.

    Source: Koopman 1984, Biometrics 40:513-517; the same statistic as Miettinen & Nurminen 1985,
    without their factor N / (N - 1).

    >>> interval = koopman_ratio(36, 40, 16, 80)
    >>> round(interval.low, 3), round(interval.high, 3)
    (1.94, 6.152)
    """
    hits_1, n_1 = check_share(hits_1, n_1)
    hits_2, n_2 = check_share(hits_2, n_2)
    z = float(ndtri((1 + check_level(level)) / 2))

    def score(log_ratio: float) -> float:
        ratio = math.exp(log_ratio)
        first, second = _constrained_pair(hits_1, n_1, hits_2, n_2, ratio)
        variance = first * (1 - first) / n_1 + ratio * ratio * second * (1 - second) / n_2
        return _standardised(hits_1 / n_1 - ratio * hits_2 / n_2, variance)

    reach = 50.0  # e**50: further than any ratio that counts can show
    low = 0.0 if hits_1 == 0 else math.exp(sign_change(lambda r: score(r) < z, -reach, reach))
    high = math.inf if hits_2 == 0 else math.exp(sign_change(lambda r: score(r) < -z, -reach, reach))
    return Interval(low=low - 1, high=high - 1, level=level, method="koopman")


def _constrained_pair(hits_1: int, n_1: int, hits_2: int, n_2: int, ratio: float) -> tuple[float, float]:
    """Maximum likelihood p1 and p2 given p1 / p2: a quadratic, solved without cancellation."""
    square = (n_1 + n_2) * ratio
    linear = n_1 * ratio + hits_1 + n_2 + hits_2 * ratio
    hits = hits_1 + hits_2
    root = math.sqrt(max(0.0, linear * linear - 4 * square * hits))
    second = min(1.0, 2 * hits / (linear + root))
    return min(1.0, ratio * second), second


def _standardised(deviation: float, variance: float) -> float:
    """Return deviation / sqrt(variance), infinite where nothing could vary."""
    if variance <= 0:
        return math.copysign(math.inf, deviation) if deviation else 0.0
    return deviation / math.sqrt(variance)
