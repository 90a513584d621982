"""Where a monotone function changes sign (bisection, which never fails on a step or at a boundary), or is lowest."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

#: A crossing is found when it lies in so small a part of where it was sought.
_NEAR = 1e-10


def sign_change(is_beyond: Callable[[float], bool], start: float, end: float) -> float:
    """Return where a condition that is False at `start` and True at `end` turns, to the last bit.

    Bisection on the condition alone: infinite or undefined values of the function behind it do no harm, and about
    sixty halvings reach the spacing of floating-point numbers. `start` may lie above `end`.

    >>> round(sign_change(lambda x: x * x > 2, 0.0, 2.0), 12)
    1.414213562373
    """
    for _ in range(1100):  # halving a double can take no more: 53 bits and the exponents
        middle = start + (end - start) / 2
        if middle in (start, end):
            break
        if is_beyond(middle):
            end = middle
        else:
            start = middle
    return start + (end - start) / 2


def crossing(function: Callable[[float], float], start: float, end: float) -> float:
    """Return where a smooth function crosses nought between `start` and `end`: false position, halved (Illinois).

    Some ten values of a function that is nearly straight; the nearer end where it does not cross.

    Source: Dowell & Jarratt 1971, BIT 11:168-174.

    >>> round(crossing(lambda x: x * x - 2, 0.0, 2.0), 9)
    1.414213562
    """
    first, last = function(start), function(end)
    if first == 0 or last == 0 or (first > 0) == (last > 0):
        return start if abs(first) <= abs(last) else end
    width = abs(end - start)
    for _ in range(200):
        middle = end - last * (end - start) / (last - first)
        if not min(start, end) < middle < max(start, end):
            middle = (start + end) / 2
        value = function(middle)
        if value == 0 or abs(end - start) <= _NEAR * width or abs(middle - end) <= _NEAR * width:
            return middle
        if (value > 0) == (last > 0):
            first /= 2
        else:
            start, first = end, last
        end, last = middle, value
    return end


def first_true(is_beyond: Callable[[int], bool], start: int, end: int) -> int:
    """Return the first whole number in start..end where a monotone condition holds; `end` is taken to hold.

    >>> first_true(lambda k: k * k >= 50, 0, 100)
    8
    """
    while start < end:
        middle = (start + end) // 2
        if is_beyond(middle):
            end = middle
        else:
            start = middle + 1
    return start


def lowest(function: Callable[[float], float], grid: NDArray[np.float64]) -> float:
    """Return where a function is lowest: the best of an ascending grid, then golden section round it.

    >>> round(lowest(lambda x: (x - 0.3) ** 2, np.linspace(0.0, 1.0, 5)), 6)
    0.3
    """
    place = int(np.argmin([function(float(one)) for one in grid]))
    low, high = float(grid[max(0, place - 1)]), float(grid[min(grid.size - 1, place + 1)])
    golden = (math.sqrt(5) - 1) / 2
    for _ in range(80):
        left, right = high - golden * (high - low), low + golden * (high - low)
        if function(left) <= function(right):
            high = right
        else:
            low = left
    return (low + high) / 2
