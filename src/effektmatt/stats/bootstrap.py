"""The bootstrap over units: whole rows are resampled, and the limits allow for bias and skewness (BCa)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from effektmatt.stats.checks import check_count, check_level

Floats = NDArray[np.float64]


def _check_resamples(resamples: int) -> None:
    if check_count(resamples, "resamples") == 0:
        raise ValueError("a bootstrap needs resamples; got 0")


def bca_limits(value: float, replicates: Floats, acceleration: float, level: float) -> tuple[float, float]:
    """Return the BCa limits from the value seen, its resamples and the acceleration.

    As Efron 1987, JASA 82:171-185; units resampled: Davison & Hinkley 1997, section 3.8.

    Resamples without a value (NaN) are left out while they are at most one in twenty. Where the statistic is the same
    in all of them nothing is known of its error, and the limits are infinite.
    """
    tail = (1 - check_level(level)) / 2
    found = replicates[~np.isnan(replicates)]
    if math.isnan(value) or found.size < 0.95 * replicates.size:
        raise ValueError("the statistic has no value in more than one of twenty resamples")
    if np.ptp(found) == 0:  # nothing varied, as `results` says
        return -math.inf, math.inf
    # resamples equal to the value count half, or a coarse statistic would look biased
    below = (float(np.mean(found < value)) + float(np.mean(found <= value))) / 2
    below = min(max(below, 0.5 / found.size), 1 - 0.5 / found.size)
    bias = float(ndtri(below))
    shifted = bias + np.array([ndtri(tail), ndtri(1 - tail)])
    places = ndtr(bias + shifted / np.maximum(1 - acceleration * shifted, 1e-12))
    low, high = np.quantile(found, places)
    return float(low), float(high)


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


def unit_acceleration(left_out: Floats) -> float:
    """Return the acceleration from the values that leave out one unit each."""
    influence = left_out.mean() - left_out
    squares = float(influence @ influence)
    return float((influence**3).sum()) / (6 * squares**1.5) if squares > 0 else 0.0
