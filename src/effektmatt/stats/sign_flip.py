"""The exact sign-flip test: how often the sum would be as large had each change as well gone the other way."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtr

from effektmatt.core import PairedCounts
from effektmatt.stats.clusters import UnitSums, unit_differences
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.results import HypothesisTest
from effektmatt.stats.roots import sign_change

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


def sign_flip_pairs(pairs: PairedCounts) -> HypothesisTest:
    """Test that linked people's changes are symmetric round nought, exactly at any number of people.

    The answers must lie on a grid (whole numbers, or means of a fixed number of items). Where they do not, or the
    exact distribution would be too long, asymptotic; the method says which.

    Source: Fisher 1935, The Design of Experiments, section 21; computed as `flipped_tail` says.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> sign_flip_pairs(pairs).p_value
    0.625
    """
    changes, counts = changes_with_counts(pairs)
    total = float(changes @ counts)
    n_used = int(counts[changes != 0].sum())
    if n_used == 0:
        return HypothesisTest(statistic=0.0, p_value=1.0, method="sign-flip-exact", n_used=0)
    sizes, place = np.unique(np.abs(changes[changes != 0]), return_inverse=True)
    changed = np.bincount(place, weights=counts[changes != 0]).astype(np.int64)
    z = total / math.sqrt(float(changed @ sizes**2))
    steps = _on_grid(sizes)
    exact = None if steps is None else _two_sided(steps, changed, abs(total) / sizes[0] * steps[0])
    return HypothesisTest(
        statistic=total,
        z=z,
        p_value=2 * float(ndtr(-abs(z))) if exact is None else exact,
        method="sign-flip-asymptotic" if exact is None else "sign-flip-exact",
        n_used=n_used,
    )


def _two_sided(steps: Integers, changed: Integers, seen: float) -> float | None:
    """P(|sum of signed steps| >= seen): the sum is twice the steps upward, less all of them."""
    tail = flipped_tail(steps, changed, (int(steps @ changed) + round(seen)) // 2)
    return None if tail is None else min(1.0, 2 * tail)


def _on_grid(sizes: Floats, finest: int = 60) -> Integers | None:
    """Return the sizes as whole numbers of one step, or None; steps down to a sixtieth of the smallest are tried."""
    for parts in range(1, finest + 1):
        steps = sizes / sizes[0] * parts
        if np.allclose(steps, np.round(steps), rtol=0, atol=1e-6):
            whole: Integers = np.round(steps).astype(np.int64)
            return whole
    return None


def flipped_tail(sizes: Integers, counts: Integers, least: int) -> float | None:
    """Return P(V >= least), V the sum of those of `counts[j]` whole numbers `sizes[j]` that a fair coin picks.

    The distribution is tilted so that its mean is `least`, found from its characteristic function on a grid of about
    ten standard deviations to each side, and tilted back. Without tilting, the rounding noise of the Fourier
    transform (1e-16) drowns small probabilities; with it they are right to about twelve digits.

    Returns
    -------
    float or None
        None when the grid would need more than `LONGEST` points.

    Source: exponential tilting: Daniels 1954, Ann Math Stat 25:631-650; with a Fourier transform: Keich 2005,
    J Computational Biology 12:416-430.

    >>> round(flipped_tail(np.array([1]), np.array([10]), 10) * 2**10, 9)
    1.0
    """
    reach = int(sizes @ counts)
    if least <= 0 or least > reach:
        return 1.0 if least <= 0 else 0.0
    if least == reach:
        return float(0.5 ** int(counts.sum()))
    if 2 * least <= reach:  # below the middle: by symmetry one less the rest
        rest = flipped_tail(sizes, counts, reach - least + 1)
        return None if rest is None else 1 - rest
    tilt = sign_change(lambda theta: float((sizes * counts) @ expit(theta * sizes)) > least, 0.0, 800.0)
    picked = expit(tilt * sizes)
    spread = math.sqrt(float(counts @ (sizes**2 * picked * (1 - picked))))
    # by Bernstein's inequality less than 1e-16 lies further out, and no more than that is folded back on the grid
    half = min(reach, int(9 * spread + 25 * float(sizes.max())) + 1)
    length = 1 << (2 * half).bit_length()
    if length > LONGEST:
        return None
    frequencies = 2 * np.pi * np.arange(length // 2 + 1) / length
    transform = np.exp(-1j * frequencies * least)
    for size, count, chance in zip(sizes.tolist(), counts.tolist(), picked.tolist(), strict=True):
        transform *= (1 - chance + chance * np.exp(1j * frequencies * size)) ** count
    tilted = np.fft.irfft(np.conj(transform), length)[: half + 1]
    log_scale = float(counts @ (np.logaddexp(0.0, tilt * sizes) - math.log(2))) - tilt * least
    return math.exp(log_scale) * float(tilted @ np.exp(-tilt * np.arange(half + 1)))
