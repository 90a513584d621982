"""Checks of what a statistic is called with: a wrong call says what was expected, never a wrong number."""

from __future__ import annotations

import math
import operator
from numbers import Real
from typing import NamedTuple, SupportsIndex


def check_level(level: float) -> float:
    """Return the confidence level, refusing 95 where 0.95 is meant.

    >>> check_level(0.95)
    0.95
    >>> check_level(95)
    Traceback (most recent call last):
    ValueError: level must lie between 0 and 1, for example 0.95; got 95
    """
    if not (isinstance(level, Real) and 0 < level < 1):
        raise ValueError(f"level must lie between 0 and 1, for example 0.95; got {level!r}")
    return float(level)


def check_count(count: SupportsIndex | float, name: str) -> int:
    """Return a count as an int, refusing fractions and negative numbers.

    Arrays hand out numbers of fixed width, whose sums and products overflow without a word; a Python int cannot.

    >>> check_count(3.0, "hits")
    3
    """
    if isinstance(count, float) and count.is_integer():  # a column with gaps holds its counts as 3.0
        count = int(count)
    try:
        whole = operator.index(count)  # type: ignore[arg-type]  # a fraction is what the refusal is for
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


class PairedTable(NamedTuple):
    """The four cells of a paired table, and how many pairs they hold together."""

    both: int
    first_only: int
    second_only: int
    neither: int
    n: int


def check_table(
    both: SupportsIndex, first_only: SupportsIndex, second_only: SupportsIndex, neither: SupportsIndex
) -> PairedTable:
    """Return the cells of a paired table as ints, with their sum, refusing an empty one.

    >>> check_table(1, 1, 7, 12).n
    21
    """
    yes, gone = check_count(both, "both"), check_count(first_only, "first_only")
    new, no = check_count(second_only, "second_only"), check_count(neither, "neither")
    if yes + gone + new + no == 0:
        raise ValueError("a paired table needs at least one pair; got none")
    return PairedTable(yes, gone, new, no, yes + gone + new + no)


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
