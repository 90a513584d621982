"""Two waves where some people are linked and others answered only once: both kinds are used.

The estimand is the plain difference of the two waves, first minus second; the linked people's correlation makes its
error smaller than if all were strangers.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats.checks import check_count, check_level, check_share, check_table
from effektmatt.stats.mean import moments
from effektmatt.stats.ordinal_independent import aligned, mid_shares, probability_higher, spread_of
from effektmatt.stats.paired_shares import phi
from effektmatt.stats.results import Inference, about, implied_error, satterthwaite
from effektmatt.stats.share import wilson_limits
from effektmatt.stats.square_and_add import square_and_add


def partly_linked_mean_difference(
    pairs: PairedCounts, only_first: AnswerCounts, only_second: AnswerCounts, level: float = 0.95
) -> Inference:
    """Return mean after minus mean before over all who answered, with the partially overlapping samples t interval.

    Parameters
    ----------
    pairs
        Those linked: before in rows, after in columns.
    only_first, only_second
        Those who answered only after, and only before (first is after, as everywhere).
    level
        Confidence level.

    Notes
    -----
    Unequal variances. The degrees of freedom lie between those of the paired and of Welch's test, by how large a
    part is linked. With nobody unlinked it is nearly, and with nobody linked exactly, the familiar test.

    Source: Derrick, Russ, Toher & White 2017, J Modern Applied Statistical Methods 16(1):137-157, statistic T_new2.

    Raises
    ------
    ValueError
        With fewer than two linked pairs or nobody unlinked (use the paired or the independent method).

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> after, before = (AnswerCounts(levels=[1, 2, 3], counts=counts) for counts in ([2, 3, 6], [5, 3, 1]))
    >>> found = partly_linked_mean_difference(pairs, after, before)
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.443, 0.064, 0.822)
    """
    linked, alone = pairs.n, only_first.n + only_second.n
    _check_linked(linked, alone)
    n_1, mean_1, variance_1 = moments(_together(pairs.after, only_first))
    n_2, mean_2, variance_2 = moments(_together(pairs.before, only_second))
    part_1, part_2 = variance_1 / n_1, variance_2 / n_2
    shared = correlation(pairs) * math.sqrt(variance_1 * variance_2) * linked / (n_1 * n_2)
    square = max(0.0, part_1 + part_2 - 2 * shared)
    degrees = _degrees((part_1, n_1), (part_2, n_2), linked, alone)
    return about(mean_1 - mean_2, math.sqrt(square), level=level, method="t-partly-linked", degrees=degrees, null=0.0)


def partly_linked_share_difference(
    linked: tuple[int, int, int, int],
    only_first: tuple[int, int],
    only_second: tuple[int, int],
    level: float = 0.95,
) -> Inference:
    """Return the difference of two shares, first minus second, with some people linked.

    Parameters
    ----------
    linked
        Both, first only, second only, neither: the four cells of the linked people.
    only_first, only_second
        (hits, n) of those who answered only in the first, and only in the second wave.
    level
        Confidence level.

    Notes
    -----
    The test pools the two shares, as under no difference (statistic z8 of the source). The interval does not: it
    joins Wilson limits of both waves by square-and-add with the linked people's phi, so that it stays inside -1 to 1
    and has width at 0 of n and n of n. `std_error`, and with it the probability of a target, is what the interval
    implies: half its width in standard deviations.

    Raises
    ------
    ValueError
        With fewer than two linked pairs or nobody unlinked, or counts that are no counts.

    Source: Derrick, Dobson-Mckittrick, Toher & White 2015, J Applied Quantitative Methods 10(3) (test); interval:
    Newcombe 1998, Stat Med 17:2635-2650, square-and-add without continuity correction of phi. That phi is scaled by
    the overlap, linked / sqrt(n_1 n_2), is our own step; the tests simulate its coverage.

    >>> found = partly_linked_share_difference((8, 1, 3, 3), (5, 9), (6, 6))
    >>> round(found.value, 3), round(found.p_value, 3)
    (-0.226, 0.053)
    """
    if len(linked) != 4:
        raise ValueError(f"linked must be both, first only, second only and neither; got {len(linked)} numbers")
    both, first_only, second_only, neither, pairs = check_table(*linked)
    alone_1, alone_2 = _check_alone(*only_first), _check_alone(*only_second)
    _check_linked(pairs, alone_1[1] + alone_2[1])
    n_1, n_2 = pairs + alone_1[1], pairs + alone_2[1]
    hits_1, hits_2 = both + first_only + alone_1[0], both + second_only + alone_2[0]
    overlap = phi(both, first_only, second_only, neither, corrected=False) * pairs / math.sqrt(n_1 * n_2)
    pooled = (hits_1 + hits_2) / (n_1 + n_2)
    null_error = math.sqrt(pooled * (1 - pooled) * (1 / n_1 + 1 / n_2 - 2 * overlap / math.sqrt(n_1 * n_2)))
    value = hits_1 / n_1 - hits_2 / n_2
    test = about(value, null_error, level=level, method="z8", null=0.0)
    interval = _difference_interval((hits_1, n_1), (hits_2, n_2), overlap, level)
    return Inference(
        value=value,
        std_error=implied_error(interval),  # the test's own would be nought where all or none are hits
        interval=interval,
        statistic=test.statistic,
        p_value=test.p_value,
    )


def partly_linked_probability_higher(
    pairs: PairedCounts, only_first: AnswerCounts, only_second: AnswerCounts, level: float = 0.95
) -> Inference:
    """Return P(an answer after > an answer before), ties half, over all who answered, some of them linked.

    The answers are compared across all people, as in `ordinal_independent.probability_higher` and not person by
    person; the linked people make the error smaller. Nothing is assumed about the distance between answers.

    Parameters
    ----------
    pairs
        Those linked: before in rows, after in columns.
    only_first, only_second
        Those who answered only after, and only before.
    level
        Confidence level.

    Notes
    -----
    The variance is that of the placements (the share of the other wave below each answer), their covariance that of
    the linked people's; t with the degrees of freedom of Derrick et al. 2017. With nobody linked it would be Brunner
    and Munzel's. Where the placements do not vary (everybody in one wave above everybody in the other) the links add
    nothing, and the interval is that of `ordinal_independent.probability_higher`, which has width then too.

    Source: Konietschke, Harrar, Lange & Brunner 2012, Computational Statistics & Data Analysis 56:1090-1102;
    degrees of freedom: Derrick, Russ, Toher & White 2017, J Modern Applied Statistical Methods 16(1):137-157.

    Raises
    ------
    ValueError
        With fewer than two linked pairs or nobody unlinked.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> after, before = (AnswerCounts(levels=[1, 2, 3], counts=counts) for counts in ([2, 3, 6], [5, 3, 1]))
    >>> found = partly_linked_probability_higher(pairs, after, before)
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.649, 0.517, 0.781)
    """
    linked, alone = pairs.n, only_first.n + only_second.n
    _check_linked(linked, alone)
    first, second = _together(pairs.after, only_first), _together(pairs.before, only_second)
    ours, theirs = aligned(first, second)
    n_1, n_2 = first.n, second.n
    below_ours, below_theirs = mid_shares(theirs), mid_shares(ours)
    part_1, part_2 = spread_of(below_ours, ours) / n_1, spread_of(below_theirs, theirs) / n_2
    place = np.searchsorted(np.union1d(first.levels, second.levels), pairs.levels)
    after, before = (
        below[place] - marginal.counts @ below[place] / linked
        for below, marginal in ((below_ours, pairs.after), (below_theirs, pairs.before))
    )
    covariance = float(before @ pairs.table @ after) / (linked - 1)
    square = part_1 + part_2 - 2 * covariance * linked / (n_1 * n_2)
    if square <= 0:
        return probability_higher(first, second, level)
    degrees = _degrees((part_1, n_1), (part_2, n_2), linked, alone)
    value, method = float(ours @ below_ours) / n_1, "brunner-munzel-partly-linked"
    found = about(value, math.sqrt(square), level=level, method=method, degrees=degrees, null=0.5)
    within = Interval(low=max(0.0, found.interval.low), high=min(1.0, found.interval.high), level=level, method=method)
    return replace(found, interval=within)


def _degrees(first: tuple[float, int], second: tuple[float, int], linked: int, alone: int) -> float:
    """Between those of a paired test and Welch's, by how large a part is linked (Derrick et al. 2017)."""
    welch = satterthwaite([first, second])
    return linked - 1 + (welch - linked + 1) / (alone + 2 * linked) * alone


def _difference_interval(first: tuple[int, int], second: tuple[int, int], overlap: float, level: float) -> Interval:
    one, other = (wilson_limits(hits, n, check_level(level)) for hits, n in (first, second))
    low, high = square_and_add(one, other, overlap)
    return Interval(low=max(-1.0, low), high=min(1.0, high), level=level, method="newcombe-partly-linked")


def correlation(pairs: PairedCounts) -> float:
    """Return Pearson's correlation of before and after; nought when either does not vary.

    >>> correlation(PairedCounts(levels=[1, 2], table=[[3, 1], [1, 3]]))
    0.5
    """
    levels, share = pairs.levels, pairs.table / max(1, pairs.n)
    before, after = levels - share.sum(axis=1) @ levels, levels - share.sum(axis=0) @ levels
    spread = math.sqrt(float(share.sum(axis=1) @ before**2) * float(share.sum(axis=0) @ after**2))
    return float(before @ share @ after) / spread if spread > 1e-12 else 0.0


def _together(linked: AnswerCounts, alone: AnswerCounts) -> AnswerCounts:
    levels = np.union1d(linked.levels, alone.levels)
    counts = np.zeros(levels.size, dtype=np.int64)
    for answers in (linked, alone):
        counts[np.searchsorted(levels, answers.levels)] += answers.counts
    return AnswerCounts(levels=levels, counts=counts)


def _check_alone(hits: int, n: int) -> tuple[int, int]:
    """Return the hits and size of those who answered once; there may be none of them."""
    return check_share(hits, n) if n else (check_count(hits, "hits"), 0)


def _check_linked(linked: int, alone: int) -> None:
    if linked < 2 or alone < 1:
        raise ValueError(
            f"at least two linked and one unlinked are needed, else use a paired or independent method; "
            f"got {linked} and {alone}"
        )
