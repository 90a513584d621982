"""Checks of what a statistic is called with: a wrong call says what was expected, never a wrong number."""

from __future__ import annotations

import math
import operator
from typing import SupportsIndex


def check_level(level: float) -> float:
    """Return the confidence level, refusing 95 where 0.95 is meant.

    >>> check_level(0.95)
    0.95
    >>> check_level(95)
    Traceback (most recent call last):
    ValueError: level must lie between 0 and 1, for example 0.95; got 95
    """
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, for example 0.95; got {level!r}")
    return float(level)


def check_count(count: SupportsIndex, name: str) -> int:
    """Return a count as an int, refusing fractions and negative numbers."""
    try:
        whole = operator.index(count)
    except TypeError as error:
        raise ValueError(f"{name} must be a whole number; got {count!r}") from error
    if whole < 0:
        raise ValueError(f"{name} cannot be negative; got {whole}")
    return whole


def check_share(hits: SupportsIndex, n: SupportsIndex) -> tuple[int, int]:
    """Return the hits and the number they are out of, refusing none at all and more hits than n."""
    whole_hits, whole_n = check_count(hits, "hits"), check_count(n, "n")
    if whole_n == 0:
        raise ValueError("n must be at least 1; got 0")
    if whole_hits > whole_n:
        raise ValueError(f"hits cannot be more than n; got {whole_hits} of {whole_n}")
    return whole_hits, whole_n


def check_table(
    both: SupportsIndex, first_only: SupportsIndex, second_only: SupportsIndex, neither: SupportsIndex
) -> int:
    """Return how many pairs a paired table holds, refusing an empty one."""
    cells = {"both": both, "first_only": first_only, "second_only": second_only, "neither": neither}
    n = sum(check_count(cell, name) for name, cell in cells.items())
    if n == 0:
        raise ValueError("a paired table needs at least one pair; got none")
    return n


def check_population(n: int, population: SupportsIndex) -> int:
    """Return the population, refusing one that is smaller than the number who answered."""
    whole = check_count(population, "population")
    if whole < n:
        raise ValueError(f"population cannot be smaller than n; got {whole} and {n}")
    return whole


def check_finite(value: float, name: str) -> float:
    """Return a number, refusing infinities and NaN."""
    if not math.isfinite(value):
        raise ValueError(f"{name} must be a finite number; got {value!r}")
    return float(value)
