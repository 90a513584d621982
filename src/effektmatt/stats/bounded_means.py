"""Cautious limits for means: they hold however skewed the answers are, and for few, because a scale has an end.

One more person is counted who was not seen, at the end of the scale (or whose change is a quarter of it the wrong way),
and how much each weighs is drawn uniformly. For answers that are 0 or 1 the limits of a mean are Clopper and Pearson's.
Where nearly all answer at the top the t interval is too high: a verdict needs both.

Gaffke's limits (also Learned-Miller & Thomas 2020, arXiv 1905.06208) are proven to hold in some cases only; none is
known where they do not, and docs/verdicts.md tries them. The distribution is Lugannani and Rice's saddlepoint (1980,
Adv Appl Prob 12:475-490), within some thousandths of the exact one even for two people.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats.checks import check_level
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.roots import crossing
from effektmatt.stats.square_and_add import Limits, square_and_add

Floats = NDArray[np.float64]

#: The part of the scale by which the one person not seen changed the wrong way.
UNSEEN_CHANGE = 0.25
#: Halvings and steps after which a saddlepoint is taken for found.
_MOST_STEPS = 60


def bounded_mean(answers: AnswerCounts, lowest: float, highest: float, level: float = 0.95) -> Interval:
    """Return cautious limits for the mean of answers that lie between `lowest` and `highest`.

    Source: Gaffke 2005, Statistics & Decisions 23:1-29.

    >>> found = bounded_mean(AnswerCounts(levels=[0, 1], counts=[2, 18]), 0, 1)  # Clopper-Pearson: 0.683 to 0.988
    >>> round(found.low, 3), round(found.high, 3)
    (0.683, 0.988)
    """
    low, high = limits(answers.levels, answers.counts, (lowest, highest), level)
    return Interval(low=low, high=high, level=level, method="gaffke")


def bounded_mean_change(pairs: PairedCounts, lowest: float, highest: float, level: float = 0.95) -> Interval:
    """Return cautious limits for the mean change of linked people, after minus before.

    The one person not seen changed a quarter of the scale the wrong way, which is one answer of five: with all of it
    hardly anything could be said of fewer than a hundred, and with this each tail is kept (docs/verdicts.md).

    Source: Gaffke 2005, Statistics & Decisions 23:1-29.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> found = bounded_mean_change(pairs, 1, 3)
    >>> -1 < found.low < -0.2 and 0.53 < found.high < 1
    True
    """
    changes, counts = changes_with_counts(pairs)
    step = UNSEEN_CHANGE * (highest - lowest)
    low, high = change_limits(changes, counts, step, level)
    return Interval(low=low, high=high, level=level, method="gaffke-paired")


def bounded_mean_difference(
    first: AnswerCounts, second: AnswerCounts, lowest: float, highest: float, level: float = 0.95
) -> Interval:
    """Return cautious limits for the difference of two independent means: those of each, squared and added.

    Source: Gaffke 2005, Statistics & Decisions 23:1-29; Zou & Donner 2008, Stat Med 27:1693-1702.
    """
    one, other = (_with_limits(answers, lowest, highest, level) for answers in (first, second))
    low, high = square_and_add(one, other)
    return Interval(low=low, high=high, level=level, method="square-and-add-gaffke")


def bounded_mean_ratio(
    first: AnswerCounts, second: AnswerCounts, lowest: float, highest: float, level: float = 0.95
) -> Interval:
    """Return cautious limits for first / second - 1 of two independent means, both above nought.

    Source: Gaffke 2005, Statistics & Decisions 23:1-29; Zou & Donner 2008, Stat Med 27:1693-1702.
    """
    one, other = (_logarithm(_with_limits(answers, lowest, highest, level)) for answers in (first, second))
    low, high = square_and_add(one, other)
    return Interval(low=math.expm1(low), high=math.expm1(high), level=level, method="square-and-add-gaffke-log")


def bounded_paired_ratio(pairs: PairedCounts, lowest: float, highest: float, level: float = 0.95) -> Interval:
    """Return cautious limits for after / before - 1 of the means of linked people, both above nought.

    Source: Gaffke 2005, Statistics & Decisions 23:1-29.

    >>> found = bounded_paired_ratio(PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]]), 1, 3)
    >>> -0.5 < found.low < 0 < found.high < 0.5
    True
    """
    before, after = np.meshgrid(pairs.levels, pairs.levels, indexing="ij")
    low, high = ratio_limits(
        before.ravel(), after.ravel(), pairs.table.ravel(), UNSEEN_CHANGE * (highest - lowest), level
    )
    return Interval(low=low, high=high, level=level, method="gaffke-paired-ratio")


def ratio_limits(
    before: Floats, after: Floats, counts: NDArray[np.int64], unseen: float, level: float
) -> tuple[float, float]:
    """Return limits for the ratio less 1: where after less ratio times before may still be nought on average.

    `unseen`: how much the one person not seen changed the wrong way.
    """
    seen, tail = counts > 0, (1 - check_level(level)) / 2
    before, after, weights = before[seen], after[seen], np.append(counts[seen].astype(np.float64), 1.0)
    value = float(weights[:-1] @ after / (weights[:-1] @ before))

    def short(share: float, worst: float, wanted: float) -> float:
        # the ratio as share / (1 - share), so that an infinite one can be reached
        return _normal_score(_below_nought(np.append((1 - share) * after - share * before, worst), weights)) - wanted

    normal, place = float(ndtri(tail)), value / (1 + value)
    low = crossing(lambda share: short(share, -unseen * (1 - share), normal), 0.0, place)
    high = crossing(lambda share: short(share, unseen * (1 - share), -normal), place, 1.0)
    return low / (1 - low) - 1, math.inf if high >= 1 else high / (1 - high) - 1


def change_limits(changes: Floats, counts: Any, unseen: float, level: float) -> tuple[float, float]:
    """Return limits for a mean change, where the one person not seen changed by `unseen` the wrong way."""
    return limits(changes, counts, (-unseen, unseen), level)


def _with_limits(answers: AnswerCounts, lowest: float, highest: float, level: float) -> Limits:
    found = bounded_mean(answers, lowest, highest, level)
    value = float(answers.counts @ answers.levels) / answers.n
    return Limits(value, min(value, found.low), max(value, found.high))


def _logarithm(one: Limits) -> Limits:
    low = math.log(one.low) if one.low > 0 else -math.inf
    return Limits(math.log(one.value), low, math.log(one.high))


def limits(values: Floats, counts: Any, ends: tuple[float, float], level: float) -> tuple[float, float]:
    """Return both limits, each with one more observation at the end that it looks towards.

    `counts` need not be whole: of answers that weigh differently they are what each is worth.
    """
    weights = np.asarray(counts, dtype=np.float64)
    seen = weights > 0
    values, weights = values[seen], weights[seen]
    tail = (1 - check_level(level)) / 2
    low = _lower(np.append(values, min(ends[0], float(values.min()))), np.append(weights, 1.0), tail)
    high = -_lower(np.append(-values, -max(ends[1], float(values.max()))), np.append(weights, 1.0), tail)
    return low, high


def _lower(values: Floats, weights: Floats, tail: float) -> float:
    """Return the value that the randomly weighted mean falls short of with probability `tail`."""
    lowest, highest = float(values.min()), float(values.max())
    if lowest == highest:
        return lowest
    normal = float(ndtri(tail))

    def short(limit: float) -> float:
        return _normal_score(_below_nought(values - limit, weights)) - normal

    return crossing(short, lowest, highest)


def _normal_score(probability: float) -> float:
    return float(ndtri(min(max(probability, 1e-300), 1 - 1e-16)))


def _below_nought(values: Floats, weights: Floats) -> float:
    """Return the probability that a sum of values, each times its own gamma variable, is not above nought."""
    if values.min() >= 0:
        return 0.0
    if values.max() <= 0:
        return 1.0
    point = _saddlepoint(values, weights)
    factors = 1 - values * point
    exponent = float(weights @ np.log(factors))  # less the cumulant generating function
    spread = math.sqrt(float(weights @ (values / factors) ** 2))
    signed = math.copysign(math.sqrt(max(0.0, 2 * exponent)), point)
    if abs(point) * spread < 1e-4 or signed == 0:
        cubes, squares = float(weights @ values**3), float(weights @ values**2)
        return 0.5 + cubes / (3 * math.sqrt(2 * math.pi) * math.pow(squares, 1.5))
    density = math.exp(-signed * signed / 2) / math.sqrt(2 * math.pi)
    return min(1.0, max(0.0, float(ndtr(signed)) + density * (1 / signed - 1 / (point * spread))))


def _saddlepoint(values: Floats, weights: Floats) -> float:
    """Return where the cumulant generating function is flat: Newton's steps, halved where they leave the range."""
    low, high, point = 1 / float(values.min()), 1 / float(values.max()), 0.0
    for _ in range(_MOST_STEPS):
        ratios = values / (1 - values * point)
        slope, curvature = float(weights @ ratios), float(weights @ ratios**2)
        low, high = (low, point) if slope > 0 else (point, high)
        following = point - slope / curvature
        if abs(following - point) <= 1e-12 * abs(point):  # found, though it be an end of the range
            return following
        if not low < following < high:
            following = (low + high) / 2
        point = following
    return point
