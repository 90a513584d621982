"""The bootstrap from counts: resampling cells is the same distribution as resampling rows, and far quicker.

A statistic is a function of a table of resamples by cells; what each cell is, only the caller knows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats.checks import check_count, check_level
from effektmatt.stats.ordinal_paired import changes_with_counts

Floats = NDArray[np.float64]

#: A statistic of one or more samples: each argument is (resamples x cells), the result one value per resample.
Statistic = Callable[..., Floats]

RESAMPLES = 9_999


def bca(
    samples: Sequence[Any],
    statistic: Statistic,
    level: float = 0.95,
    *,
    resamples: int = RESAMPLES,
    seed: int = 20_110_919,
) -> Interval:
    """Return the bias-corrected and accelerated bootstrap interval of a statistic of counts.

    Parameters
    ----------
    samples
        One row of counts per independent sample, for example after and before; each is resampled by itself.
    statistic
        Takes one table (resamples x cells) per sample, returns one value per resample. NaN where a resample has none.
    level, resamples, seed
        Confidence level, number of resamples, and the seed that makes the interval the same every time.

    Notes
    -----
    The jackknife needs one value per cell, not per row: rows in a cell are alike.

    Source: Efron 1987, JASA 82:171-185; several samples: Davison & Hinkley 1997, Bootstrap
    Methods and their Application, section 5.3.

    Raises
    ------
    ValueError
        For fewer than two observations in a sample, no resamples, or a statistic that is missing in more than one of
        twenty.

    >>> levels = np.array([1.0, 2, 3, 4, 5])
    >>> interval = bca([[1, 2, 4, 8, 5]], lambda table: table @ levels / table.sum(axis=1))
    >>> round(interval.low, 1), round(interval.high, 1)
    (3.1, 4.1)
    """
    counts = [_checked(sample) for sample in samples]
    _check_resamples(resamples)
    generator = np.random.default_rng(seed)
    drawn = [
        generator.multinomial(int(one.sum()), one / one.sum(), size=resamples).astype(np.float64) for one in counts
    ]
    value = float(statistic(*(one[None, :] for one in counts))[0])
    return bca_limits(value, statistic(*drawn), _acceleration(counts, statistic), level)


def _check_resamples(resamples: int) -> None:
    if check_count(resamples, "resamples") == 0:
        raise ValueError("a bootstrap needs resamples; got 0")


def bca_limits(value: float, replicates: Floats, acceleration: float, level: float) -> Interval:
    """Return the BCa limits from the value seen, its resamples and the acceleration.

    Resamples without a value (NaN) are left out while they are at most one in twenty. Where the statistic is the same
    in all of them nothing is known of its error, and the limits are infinite.
    """
    tail = (1 - check_level(level)) / 2
    found = replicates[~np.isnan(replicates)]
    if math.isnan(value) or found.size < 0.95 * replicates.size:
        raise ValueError("the statistic has no value in more than one of twenty resamples")
    if np.ptp(found) == 0:  # nothing varied, as `results` says
        return Interval(low=-math.inf, high=math.inf, level=level, method="bca")
    # resamples equal to the value count half, or a coarse statistic would look biased
    below = (float(np.mean(found < value)) + float(np.mean(found <= value))) / 2
    below = min(max(below, 0.5 / found.size), 1 - 0.5 / found.size)
    bias = float(ndtri(below))
    shifted = bias + np.array([ndtri(tail), ndtri(1 - tail)])
    places = ndtr(bias + shifted / np.maximum(1 - acceleration * shifted, 1e-12))
    low, high = np.quantile(found, places)
    return Interval(low=float(low), high=float(high), level=level, method="bca")


def bca_mean_change(pairs: PairedCounts, level: float = 0.95, *, resamples: int = RESAMPLES) -> Interval:
    """Return the BCa interval of the mean change of linked people, after minus before.

    Source: Efron 1987, JASA 82:171-185.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> bca_mean_change(pairs).method
    'bca'
    """
    changes, counts = changes_with_counts(pairs)
    return bca([counts], lambda table: table @ changes / table.sum(axis=1), level, resamples=resamples)


def bca_mean_difference(
    first: AnswerCounts, second: AnswerCounts, level: float = 0.95, *, resamples: int = RESAMPLES
) -> Interval:
    """Return the BCa interval of the difference of two independent means, first minus second.

    Source: Efron 1987, JASA 82:171-185; several samples: Davison & Hinkley 1997, section 5.3.
    """

    def difference(ours: Floats, theirs: Floats) -> Floats:
        return np.asarray(ours @ first.levels / ours.sum(axis=1) - theirs @ second.levels / theirs.sum(axis=1))

    return bca([first.counts, second.counts], difference, level, resamples=resamples)


def cluster_bootstrap(
    sums: Any, statistic: Callable[[Floats], Floats], level: float = 0.95, *, resamples: int = RESAMPLES, seed: int = 1
) -> Interval:
    """Return the BCa interval of a statistic of sums, resampling whole units (rows of `sums`).

    Parameters
    ----------
    sums
        Units x columns: whatever adds up, such as visits and hits in each wave.
    statistic
        Takes (resamples x columns), returns one value per resample; NaN where a resample has none.
    level, resamples, seed
        As in `bca`.

    Source: Davison & Hinkley 1997, section 3.8 (resampling of clusters); BCa as in `bca`.

    >>> visits = [[4, 3, 4, 2], [4, 4, 4, 2], [2, 1, 4, 1], [4, 4, 3, 1]]
    >>> interval = cluster_bootstrap(visits, lambda s: s[:, 1] / s[:, 0] - s[:, 3] / s[:, 2])
    >>> interval.method
    'bca-units'
    """
    table = np.asarray(sums, dtype=np.float64)
    if table.ndim != 2 or table.shape[0] < 2:
        raise ValueError(f"sums must be a table of at least two units; got shape {table.shape}")
    everybody = table.sum(axis=0)
    value = float(statistic(everybody[None, :])[0])
    acceleration = unit_acceleration(statistic(everybody - table))
    replicates = statistic(resampled_sums(table, resamples, seed))
    found = bca_limits(value, replicates, acceleration, level)
    return Interval(low=found.low, high=found.high, level=level, method="bca-units")


def resampled_sums(table: Floats, resamples: int, seed: int) -> Floats:
    """Return the column sums of resampled rows, one row per resample: how often each was drawn, times the table.

    Sums of whole numbers are exact. Drawn, counted and multiplied in pieces: small ones that stay in the cache where
    the table is narrow, large ones where it is wide and a product is worth more than waking the threads that share it.
    """
    _check_resamples(resamples)
    units, columns = table.shape
    generator = np.random.default_rng(seed)
    drawn_as = np.uint16 if units <= 65_536 else np.int64  # sixteen bits are drawn twice as fast
    piece = max(1, (50_000 if columns <= 4 else 1_000_000) // units)
    starts = np.arange(0, piece * units, units)[:, None]
    sums = np.empty((resamples, columns))
    for start in range(0, resamples, piece):
        size = min(piece, resamples - start)
        drawn = generator.integers(0, units, (size, units), dtype=drawn_as)
        times = np.bincount((drawn + starts[:size]).ravel(), minlength=size * units).reshape(size, units)
        sums[start : start + size] = times.astype(np.float64) @ table
    return sums


def _acceleration(samples: list[Floats], statistic: Statistic) -> float:
    """One sixth of the skewness of the influence of each observation, from one jackknife value per cell."""
    cubes = squares = 0.0
    for place, sample in enumerate(samples):
        filled = np.flatnonzero(sample)
        left_out = np.repeat(sample[None, :], filled.size, axis=0)
        left_out[np.arange(filled.size), filled] -= 1
        others = [np.repeat(one[None, :], filled.size, axis=0) for one in samples]
        others[place] = left_out
        values, weights, n = statistic(*others), sample[filled], sample.sum()
        influence = (n - 1) * (weights @ values / n - values)
        cubes += float(weights @ influence**3) / n**3
        squares += float(weights @ influence**2) / n**2
    return cubes / (6 * squares**1.5) if squares > 0 else 0.0


def unit_acceleration(left_out: Floats) -> float:
    """Return the acceleration from the values that leave out one unit each."""
    influence = left_out.mean() - left_out
    squares = float(influence @ influence)
    return float((influence**3).sum()) / (6 * squares**1.5) if squares > 0 else 0.0


def _checked(sample: Any) -> Floats:
    counts = np.asarray(sample, dtype=np.float64)
    if counts.ndim != 1 or np.any(counts < 0) or np.any(counts != np.round(counts)):
        raise ValueError("a sample must be a row of counts")
    if counts.sum() < 2:
        raise ValueError(f"a bootstrap needs at least two observations in each sample; got {counts.sum():.0f}")
    return counts
