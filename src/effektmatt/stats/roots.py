"""Where a monotone function changes sign: plain bisection, which never fails on a step or at a boundary."""

from __future__ import annotations

from collections.abc import Callable


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
