"""The exact sign-flip test: how often the sum would be as large had each change as well gone the other way."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from effektmatt.stats.clusters import UnitSums, unit_differences
from effektmatt.stats.results import HypothesisTest

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

#: With so many different changes all 2**40 sign patterns are still counted, by meeting in the middle.
EXACT_UP_TO = 40

#: The longest Fourier transform that is made; longer means that the exact distribution is not computed.
LONGEST = 2**20


def sign_flip(differences: Sequence[float] | Floats) -> HypothesisTest:
    """Test that differences, one per unit, are symmetric round nought.

    Exact for at most `EXACT_UP_TO` differences other than nought: two half sets of sums are sorted and matched.
    Beyond that asymptotic, and the method says so.

    Returns
    -------
    HypothesisTest
        `statistic` is the sum of the differences, `n_used` how many are not nought.

    Source: Fisher 1935, The Design of Experiments, section 21; the halves: Horowitz & Sahni 1974, JACM 21:277-292.

    >>> sign_flip([0.1, 0.2, 0.2, 0.4, 0.0]).p_value
    0.125
    """
    values = np.asarray(differences, dtype=np.float64)
    if values.ndim != 1 or not np.all(np.isfinite(values)):
        raise ValueError("differences must be a row of finite numbers")
    sizes = np.abs(values[values != 0])
    total = float(values.sum())
    if sizes.size == 0:
        return HypothesisTest(statistic=0.0, p_value=1.0, method="sign-flip-exact", n_used=0)
    z = total / math.sqrt(float(sizes @ sizes))
    if sizes.size > EXACT_UP_TO:
        p_value, method = 2 * float(ndtr(-abs(z))), "sign-flip-asymptotic"
    else:
        p_value, method = _by_halves(sizes, abs(total)), "sign-flip-exact"
    return HypothesisTest(statistic=total, z=z, p_value=p_value, method=method, n_used=int(sizes.size))


def sign_flip_units(sums: UnitSums) -> HypothesisTest:
    """Test that units that have both of two cells differ by nought between them; as `sign_flip` of their differences.

    Source: Fisher 1935, The Design of Experiments, section 21.

    >>> sums = UnitSums(n=[[4, 4], [4, 4], [2, 4], [4, 0]], total=[[3, 2], [4, 2], [1, 0], [4, 0]])
    >>> sign_flip_units(sums).p_value
    0.25
    """
    return sign_flip(unit_differences(sums))


def _by_halves(sizes: Floats, seen: float) -> float:
    """P(|sum| >= seen) over all signs: sums of one half sorted, those of the other looked up among them."""
    tolerance = 1e-9 * float(sizes.sum())
    if seen <= tolerance:
        return 1.0
    middle = sizes.size // 2
    first, second = _all_sums(sizes[:middle]), np.sort(_all_sums(sizes[middle:]))
    reaching = second.size - np.searchsorted(second, seen - tolerance - first, side="left")
    return min(1.0, 2 * float(reaching.sum()) / 2.0**sizes.size)


def _all_sums(sizes: Floats) -> Floats:
    sums = np.zeros(1)
    for size in sizes:
        sums = np.concatenate([sums - size, sums + size])
    return sums
