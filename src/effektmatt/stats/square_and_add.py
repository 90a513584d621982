"""An interval for a difference, put together from the intervals of what is subtracted."""

from __future__ import annotations

import math
from typing import NamedTuple


class Limits(NamedTuple):
    """A value and the limits of its own interval; the limits may be infinite."""

    value: float
    low: float
    high: float


def square_and_add(first: Limits, second: Limits, correlation: float = 0.0) -> tuple[float, float]:
    """Return limits for first minus second: the distances from values to limits are squared and added.

    Unlike plus and minus a multiple of a standard error it keeps the skewness of both intervals, and stays within
    what a difference of shares can be.

    Parameters
    ----------
    first, second
        The two values with their limits.
    correlation
        Of the two estimates, -1 to 1; nought for independent ones.

    Source: Howe 1974, JASA 69:789-794; Newcombe 1998, Stat Med 17:873-890 and 17:2635-2650; Zou & Donner 2008,
    Stat Med 27:1693-1702, equation 3.

    >>> low, high = square_and_add(Limits(0.8, 0.7, 0.875), Limits(0.6, 0.5, 0.7))
    >>> round(low, 4), round(high, 4)
    (0.0586, 0.325)
    """
    down_1, up_1 = first.value - first.low, first.high - first.value
    down_2, up_2 = second.value - second.low, second.high - second.value
    difference = first.value - second.value
    return difference - _together(down_1, up_2, correlation), difference + _together(up_1, down_2, correlation)


def _together(one: float, other: float, correlation: float) -> float:
    if correlation == 0:  # infinite distances too
        return math.hypot(one, other)
    return math.sqrt(max(0.0, one * one - 2 * correlation * one * other + other * other))
