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

    misses_1, misses_2 = n_1 - hits_1, n_2 - hits_2

    def score(log_ratio: float) -> float:
        more = math.expm1(log_ratio)  # the ratio less 1
        p, q = _constrained_second_share(hits_1, misses_1, hits_2, misses_2, more)
        first, not_first = min(1.0, (1 + more) * p), min(1.0, max(0.0, (1 + more) * q - more))
        variance = first * not_first / n_1 + (1 + more) ** 2 * p * q / n_2
        # hits_1 / n_1 - ratio * hits_2 / n_2, so that shares near 1 lose no digits
        return _standardised((1 + more) * misses_2 / n_2 - misses_1 / n_1 - more, variance)

    reach = 50.0  # e**50: further than any ratio that counts can show
    low = -1.0 if hits_1 == 0 else math.expm1(sign_change(lambda r: score(r) < z, -reach, reach))
    high = math.inf if hits_2 == 0 else math.expm1(sign_change(lambda r: score(r) < -z, -reach, reach))
    return Interval(low=low, high=high, level=level, method="koopman")


def _constrained_second_share(
    hits_1: int, misses_1: int, hits_2: int, misses_2: int, more: float
) -> tuple[float, float]:
    """Maximum likelihood p2 and 1 - p2 given p1 / p2 - 1: quadratics, both solved without cancellation."""
    n_1, n_2, ratio = hits_1 + misses_1, hits_2 + misses_2, 1 + more
    square, hits = (n_1 + n_2) * ratio, hits_1 + hits_2
    linear = n_1 * ratio + hits_1 + n_2 + hits_2 * ratio
    root = math.sqrt(max(0.0, linear * linear - 4 * square * hits))
    share = min(1.0, 2 * hits / (linear + root))
    # of the misses: square * q**2 - slope * q + misses_2 * more = 0, the larger root
    slope = misses_1 + misses_2 * ratio + (n_1 + n_2) * more
    root = math.sqrt(max(0.0, slope * slope - 4 * square * misses_2 * more))
    if slope > 0:
        return share, min(1.0, (slope + root) / (2 * square))
    return share, min(1.0, max(0.0, 2 * misses_2 * more / (slope - root) if slope != root else 0.0))


def _standardised(deviation: float, variance: float) -> float:
    """Return deviation / sqrt(variance), infinite where nothing could vary."""
    if variance <= 0:
        return math.copysign(math.inf, deviation) if deviation else 0.0
    return deviation / math.sqrt(variance)
