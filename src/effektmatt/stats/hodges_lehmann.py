"""The Hodges-Lehmann shift: the typical change in points, whatever the shape of the distribution."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats.checks import check_level
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.rank_distributions import rank_sum_distribution, signed_rank_distribution

Floats = NDArray[np.float64]

#: More distinct values than this would make tens of millions of pairs of them.
MOST_DISTINCT = 4_000

#: With more answers the exact distribution of ranks is not even tried.
EXACT_UP_TO = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A typical change with its interval; `interval.method` says whether its ranks are exact or asymptotic.

    The limits are infinite where all values are alike, and where so few answered that even the widest interval, from
    the least to the largest value, would hold the truth less often than the level says: at 95 per cent five pairs, or
    three against three.
    """

    value: float
    interval: Interval


def hodges_lehmann_paired(pairs: PairedCounts, level: float = 0.95) -> Shift:
    """Return the median of the averages of all pairs of changes, after minus before, each with itself too.

    The interval inverts the signed-rank test on those averages. With ties it covers at least as often as it says.

    Source: Hodges & Lehmann 1963, Ann Math Stat 34:598-611; interval: Hollander & Wolfe 1999, section 3.3 (Tukey).

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 5, 1], [0, 1, 4], [0, 0, 1]])
    >>> shift = hodges_lehmann_paired(pairs)
    >>> shift.value, shift.interval.low, shift.interval.high
    (1.0, 0.5, 1.0)
    """
    changes, counts = changes_with_counts(pairs)
    n = pairs.n
    _check_size(n, changes.size)
    first, second = np.triu_indices(changes.size)
    averages = (changes[first] + changes[second]) / 2
    weights = np.where(first == second, counts[first] * (counts[first] + 1) // 2, counts[first] * counts[second])
    exact = None if n > EXACT_UP_TO else signed_rank_distribution(2 * np.arange(1, n + 1), np.ones(n, dtype=np.int64))
    spread = math.sqrt(n * (n + 1) * (2 * n + 1) / 24)
    return _shift(averages, weights, exact, spread, level)


def hodges_lehmann(first: AnswerCounts, second: AnswerCounts, level: float = 0.95) -> Shift:
    """Return the median of all differences between one answer in the first group and one in the second.

    The interval inverts the rank-sum test on those differences. With ties it covers at least as often as it says.

    Source: Hodges & Lehmann 1963, Ann Math Stat 34:598-611; interval: Hollander & Wolfe 1999, section 4.3 (Moses).

    >>> after = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 8, 5])
    >>> before = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[3, 6, 6, 3, 2])
    >>> shift = hodges_lehmann(after, before)
    >>> shift.value, shift.interval.low, shift.interval.high
    (1.0, 0.0, 2.0)
    """
    ours, theirs = first.counts > 0, second.counts > 0
    _check_size(min(first.n, second.n), max(int(ours.sum()), int(theirs.sum())))
    differences = np.subtract.outer(first.levels[ours], second.levels[theirs]).ravel()
    weights = np.multiply.outer(first.counts[ours], second.counts[theirs]).ravel()
    n_1, n_2 = sorted((first.n, second.n))
    exact = None
    if n_1 + n_2 <= EXACT_UP_TO:
        exact = rank_sum_distribution(2 * np.arange(1, n_1 + n_2 + 1), np.ones(n_1 + n_2, dtype=np.int64), n_1)
    # from sums of ranks to U: the smallest sum is that of the n_1 first ranks
    exact = None if exact is None else exact[n_1 * (n_1 + 1) :]
    spread = math.sqrt(n_1 * n_2 * (n_1 + n_2 + 1) / 12)
    return _shift(differences, weights, exact, spread, level)


def _shift(values: Floats, weights: NDArray[np.int64], exact: Floats | None, spread: float, level: float) -> Shift:
    """Return the weighted median, and the values as many places from the ends as the test's critical value."""
    tail = (1 - check_level(level)) / 2
    order = np.argsort(values, kind="stable")
    values, reached = values[order], np.cumsum(weights[order])
    total = int(reached[-1])
    if exact is None:
        place, method = round(total / 2 - float(ndtri(1 - tail)) * spread), "hodges-lehmann-asymptotic"
    else:
        cumulative = np.cumsum(exact[::2])
        place, method = int(np.searchsorted(cumulative, tail, side="left")), "hodges-lehmann-exact"
        if cumulative[0] == tail:
            place = 1

    def at(rank: int) -> float:
        return float(values[np.searchsorted(reached, rank, side="left")])

    median = (at((total + 1) // 2) + at(total // 2 + 1)) / 2
    known = place > 0 and values[0] < values[-1]
    low, high = (at(place), at(total + 1 - place)) if known else (-math.inf, math.inf)
    return Shift(value=median, interval=Interval(low=low, high=high, level=level, method=method))


def _check_size(n: int, distinct: int) -> None:
    if n < 1:
        raise ValueError("a Hodges-Lehmann shift needs at least one answer in each wave; got none")
    if distinct > MOST_DISTINCT:
        raise ValueError(f"at most {MOST_DISTINCT} distinct values can be compared pairwise; got {distinct}")
