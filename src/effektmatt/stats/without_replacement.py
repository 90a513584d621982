"""How many hits are drawn when n of N are taken without replacement: the hypergeometric distribution at any size."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def hit_probabilities(n: int, count: int, population: int, around: int | None = None) -> tuple[int, Floats]:
    """Return the probabilities of k, k + 1, ... hits among n drawn when `count` of N are hits, and that first k.

    Probabilities relative to the mode's, by the ratio of neighbours, are exact to a few rounding errors at any size;
    log-gamma functions of N would lose eight digits at N = 1e7. Small probabilities are as exact as large ones: only
    what a floating-point number cannot hold (1e-308) is left away, by Hoeffding's inequality whatever lies further out
    than the root of 370 times the smallest of the four margins.

    With `around` given, only counts that matter to the tails at it: by Bernstein's inequality less than 1e-16 of a tail
    lies further out than nine standard deviations and fifty.

    Source: Hoeffding 1963, JASA 58:13-30, sections 2 and 6.

    >>> first, chances = hit_probabilities(2, 3, 5)
    >>> first, chances.round(3).tolist()
    (0, [0.1, 0.6, 0.3])
    """
    least, greatest = max(0, n + count - population), min(n, count)
    mode = min(greatest, max(least, (n + 1) * (count + 1) // (population + 2)))
    farthest = math.isqrt(370 * min(n, count, population - n, population - count)) + 2
    reach = farthest
    if around is not None:
        share = count / population
        spread = math.sqrt(max(0.0, n * share * (1 - share) * (population - n) / max(1, population - 1)))
        distance = abs(around - mode)
        reach = min(farthest, int(9 * spread) + 50 + (distance if distance <= farthest else 0))
    upward = np.arange(mode, min(greatest, mode + reach), dtype=np.float64)
    rising = (count - upward) * (n - upward) / ((upward + 1) * (population - count - n + upward + 1))
    downward = np.arange(mode, max(least, mode - reach), -1, dtype=np.float64)
    falling = downward * (population - count - n + downward) / ((count - downward + 1) * (n - downward + 1))
    weights: Floats = np.concatenate([np.cumprod(falling)[::-1], [1.0], np.cumprod(rising)])
    weights[weights < np.finfo(np.float64).tiny] = 0.0  # rounded up again and again, they would never reach nought
    return mode - falling.size, weights / weights.sum()


def tails(hits: int, n: int, count: int, population: int) -> tuple[float, float]:
    """Return P(X <= hits) and P(X >= hits) for X = hits among n drawn, when `count` of N are hits.

    >>> at_most, at_least = tails(1, 2, 3, 5)
    >>> round(at_most, 12), round(at_least, 12)
    (0.7, 0.9)
    """
    if hits < max(0, n + count - population):
        return 0.0, 1.0
    if hits > min(n, count):
        return 1.0, 0.0
    first, chances = hit_probabilities(n, count, population, around=hits)
    place = hits - first
    return float(chances[: max(0, place + 1)].sum()), float(chances[max(0, place) :].sum())
