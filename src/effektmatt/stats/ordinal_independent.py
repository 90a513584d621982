"""Answers of two groups that cannot be linked, on a scale whose steps need not be equal.

The estimand is the probability that somebody in the first group answers higher than somebody in the second, ties
counted half; after minus before means that the first group is the one after.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from effektmatt.core import AnswerCounts, Interval
from effektmatt.stats.checks import check_level
from effektmatt.stats.rank_distributions import rank_sum_distribution
from effektmatt.stats.results import HypothesisTest, Inference, about, implied_error, satterthwaite
from effektmatt.stats.roots import sign_change

Floats = NDArray[np.float64]


def probability_higher(first: AnswerCounts, second: AnswerCounts, level: float = 0.95) -> Inference:
    """Return P(first > second), ties half, with the t interval of Brunner and Munzel.

    The p-value is their test that it is one half, which allows unequal spread. Where nothing varies (everybody in
    one group above everybody in the other, or all answers the same) that interval has no width; then Newcombe's
    fifth method is used, named in `interval.method`, and there is no p-value.

    Source: Brunner & Munzel 2000, Biometrical Journal 42:17-25; Newcombe 2006, Stat Med 25:559-573, method 5.

    Raises
    ------
    ValueError
        With fewer than two answers in either group: then nothing is known of the spread.

    >>> after = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 8, 5])
    >>> before = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[3, 6, 6, 3, 2])
    >>> found = probability_higher(after, before)
    >>> round(found.value, 4), round(found.interval.low, 4), round(found.interval.high, 4)
    (0.7212, 0.557, 0.8855)
    """
    ours, theirs = aligned(first, second)
    n_1, n_2 = int(ours.sum()), int(theirs.sum())
    if min(n_1, n_2) < 2:
        raise ValueError(f"at least two answers are needed in each group; got {n_1} and {n_2}")
    below_ours, below_theirs = mid_shares(theirs), mid_shares(ours)
    value = float(ours @ below_ours) / n_1
    part_1, part_2 = spread_of(below_ours, ours) / n_1, spread_of(below_theirs, theirs) / n_2
    if part_1 + part_2 <= 0:
        return _newcombe_5(value, n_1, n_2, level)
    degrees = satterthwaite([(part_1, n_1), (part_2, n_2)])
    found = about(value, math.sqrt(part_1 + part_2), level=level, method="brunner-munzel", degrees=degrees, null=0.5)
    within = Interval(
        low=max(0.0, found.interval.low), high=min(1.0, found.interval.high), level=level, method=found.interval.method
    )
    return Inference(
        value=value,
        std_error=found.std_error,
        interval=within,
        degrees=degrees,
        statistic=found.statistic,
        p_value=found.p_value,
    )


def _newcombe_5(value: float, n_1: int, n_2: int, level: float) -> Inference:
    """Solve (value - theta)**2 = z**2 V(theta), V by Hanley and McNeil with both group sizes at their mean."""
    z = float(ndtri((1 + check_level(level)) / 2))
    others = (n_1 + n_2) / 2 - 1

    def variance(theta: float) -> float:
        clustered = others * ((1 - theta) / (2 - theta) + theta / (1 + theta))
        return theta * (1 - theta) * (1 + clustered) / (n_1 * n_2)

    def is_outside(theta: float) -> bool:
        return (value - theta) ** 2 > z * z * variance(theta)

    low = 0.0 if value == 0 else sign_change(is_outside, value, 0.0)
    high = 1.0 if value == 1 else sign_change(is_outside, value, 1.0)
    interval = Interval(low=low, high=high, level=level, method="newcombe-2006-5")
    return Inference(value=value, std_error=implied_error(interval), interval=interval)


def mann_whitney(first: AnswerCounts, second: AnswerCounts) -> HypothesisTest:
    """Test that both groups have one distribution.

    Exact, ties included, while the distribution is small (about forty in each group): how often a random split into
    two such groups gives a U as far from its middle. Beyond that asymptotic, corrected for ties and without
    continuity correction; the method says which.

    Returns
    -------
    HypothesisTest
        `statistic` is U of the first group, the number of pairs in which it is higher, ties half; `greater` is small
        where the first group is surely higher, `less` where it is surely lower.

    Source: Mann & Whitney 1947, Ann Math Stat 18:50-60; Hollander & Wolfe 1999, section 4.1 (ties).

    >>> after = AnswerCounts(levels=[1, 2, 3], counts=[1, 2, 5])
    >>> before = AnswerCounts(levels=[1, 2, 3], counts=[4, 3, 1])
    >>> test = mann_whitney(after, before)
    >>> test.statistic, round(test.p_value, 4), test.method
    (50.5, 0.0629, 'mann-whitney-exact')
    """
    ours, theirs = aligned(first, second)
    n_1, n_2 = int(ours.sum()), int(theirs.sum())
    if min(n_1, n_2) == 0:
        raise ValueError(f"at least one answer is needed in each group; got {n_1} and {n_2}")
    pairs_won = float(ours @ (np.cumsum(theirs) - theirs / 2))  # whole and half numbers: exact
    total, tied = n_1 + n_2, ours + theirs
    variance = n_1 * n_2 / 12 * (total + 1 - float((tied**3 - tied).sum()) / (total * (total - 1)))
    if variance <= 0:
        return HypothesisTest(
            statistic=pairs_won, p_value=1.0, method="mann-whitney-exact", n_used=total, greater=1.0, less=1.0
        )
    surplus = pairs_won - n_1 * n_2 / 2
    z = surplus / math.sqrt(variance)
    exact = _exact_p_values(tied, min(n_1, n_2), surplus if n_1 <= n_2 else -surplus)
    if exact is None:
        p_value, greater, less = 2 * float(ndtr(-abs(z))), float(ndtr(-z)), float(ndtr(z))
    elif n_1 <= n_2:
        p_value, greater, less = exact
    else:
        p_value, less, greater = exact
    return HypothesisTest(
        statistic=pairs_won,
        z=z,
        p_value=p_value,
        method=f"mann-whitney-{'asymptotic' if exact is None else 'exact'}",
        n_used=total,
        greater=greater,
        less=less,
    )


def _exact_p_values(tied: Floats, chosen: int, surplus: float) -> tuple[float, float, float] | None:
    """P(the rank sum of the smaller group is as far from its mean; so large; so small), or None when too dear."""
    used = tied[tied > 0]
    ranks = np.cumsum(used) - (used - 1) / 2
    doubled = np.round(2 * ranks).astype(np.int64)
    distribution = rank_sum_distribution(doubled, used.astype(np.int64), chosen)
    if distribution is None:
        return None
    away = np.arange(distribution.size) / 2 - chosen * (tied.sum() + 1) / 2
    far, above, below = np.abs(away) >= abs(surplus) - 1e-6, away >= surplus - 1e-6, away <= surplus + 1e-6
    two_sided, greater, less = (min(1.0, float(distribution[those].sum())) for those in (far, above, below))
    return two_sided, greater, less


def aligned(first: AnswerCounts, second: AnswerCounts) -> tuple[Floats, Floats]:
    """Return the counts of both groups over all levels that either has, as floats (products do not overflow).

    >>> one, other = (AnswerCounts(levels=levels, counts=[1, 2]) for levels in ([1, 2], [2, 3]))
    >>> [counts.tolist() for counts in aligned(one, other)]
    [[1.0, 2.0, 0.0], [0.0, 1.0, 2.0]]
    """
    levels = np.union1d(first.levels, second.levels)
    aligned = []
    for answers in (first, second):
        counts = np.zeros(levels.size)
        counts[np.searchsorted(levels, answers.levels)] = answers.counts
        aligned.append(counts)
    return aligned[0], aligned[1]


def mid_shares(counts: Floats) -> Floats:
    """Return, per level, the share of these answers that lie below it, those on it counted half.

    >>> mid_shares(np.array([1.0, 2.0, 1.0])).tolist()
    [0.125, 0.5, 0.875]
    """
    shares: Floats = (np.cumsum(counts) - counts / 2) / counts.sum()
    return shares


def spread_of(values: Floats, counts: Floats) -> float:
    """Return the variance (divided by n - 1) of values with their counts, nought but for rounding as nought."""
    n = counts.sum()
    centre = counts @ values / n
    spread = float(counts @ (values - centre) ** 2)
    return spread / (n - 1) if spread > n * np.finfo(np.float64).eps ** 2 else 0.0
