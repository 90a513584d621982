"""Exact null distributions of rank sums, ties included, as tables of probabilities."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

#: How many additions an exact distribution may cost, some tens of milliseconds, before it is called too large.
DEAREST = 30_000_000


def signed_rank_distribution(doubled: Integers, counts: Integers) -> Floats | None:
    """Return P(V = v / 2) for v = 0, 1, ..., V the sum of ranks that a fair coin makes positive.

    Parameters
    ----------
    doubled, counts
        Twice each distinct mid-rank, and how many have it.

    Returns
    -------
    array or None
        None when it would cost more than `DEAREST`.

    >>> signed_rank_distribution(np.array([2, 4]), np.array([1, 1])).tolist()
    [0.25, 0.0, 0.25, 0.0, 0.25, 0.0, 0.25]
    """
    reach = int(doubled @ counts)
    if reach * int(counts.sum() + counts.size) > DEAREST:
        return None
    distribution = np.ones(1)
    for rank, count in zip(doubled.tolist(), counts.tolist(), strict=True):
        grown = np.zeros(distribution.size + rank * count)
        for times in range(count + 1):
            weight = math.comb(count, times) / 2**count
            grown[times * rank : times * rank + distribution.size] += weight * distribution
        distribution = grown
    return distribution


def rank_sum_distribution(doubled: Integers, counts: Integers, chosen: int) -> Floats | None:
    """Return P(W = w / 2) for w = 0, 1, ..., W the sum of the ranks of `chosen` drawn at random without replacement.

    Parameters
    ----------
    doubled, counts
        Twice each distinct mid-rank, and how many have it, in both groups together.
    chosen
        The size of the group whose ranks are summed.

    Returns
    -------
    array or None
        None when it would cost more than `DEAREST`.

    >>> rank_sum_distribution(np.array([2, 4, 6]), np.array([1, 1, 1]), 1).nonzero()[0].tolist()
    [2, 4, 6]
    """
    total = int(counts.sum())
    taken_above = np.minimum(np.cumsum(counts[::-1]), chosen)  # the largest sum takes the highest ranks
    reach = int(np.diff(taken_above, prepend=0) @ doubled[::-1])
    if (chosen + 1) * (reach + 1) * (total + counts.size) > DEAREST:
        return None
    ways = np.zeros((chosen + 1, reach + 1))
    ways[0, 0] = 1.0
    for rank, count in zip(doubled.tolist(), counts.tolist(), strict=True):
        grown = np.zeros_like(ways)
        for times in range(min(count, chosen) + 1):
            shift = times * rank
            if shift <= reach:
                kept = ways[: chosen + 1 - times, : reach + 1 - shift]
                grown[times:, shift:] += math.comb(count, times) * kept
        ways = grown
    distribution: Floats = ways[chosen] / math.comb(total, chosen)
    return distribution
