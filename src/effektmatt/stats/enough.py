"""How many are enough for an interval that is only nearly right: by how skewed the error of the estimate is.

An estimate's error is nearly a sum of what each person (pair, unit) adds to it. If that sum is skewed, because answers
pile up at one end of the scale or because one group is much smaller than the other, an interval of the same length to
both sides misses more often than it says. Each function here takes what a statistic takes and returns the skewness of
its error, which falls as the square root of the size; `enough_by_skewness` says at what size it is small.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.agreement import Ratings
from effektmatt.stats.clusters import UnitSums, unit_differences
from effektmatt.stats.mean import moments
from effektmatt.stats.ordinal_independent import aligned, mid_shares
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.restricted_mean import added_by_cases, type_variances
from effektmatt.stats.survival import SurvivalCurve

Floats = NDArray[np.float64]
#: What people (or units) of one kind add to the error, and how many add so much.
Part = tuple[Floats, Floats]

#: With skewness under this a 95 per cent interval is wrong in at most about 6 per cent of samples.
SMALL = 0.2
#: Standard deviations that differ by more than this factor are not taken for one.
MOST_UNEQUAL = 1.25
#: Units on which somebody saw another than the usual level, for an interval of agreement.
FEWEST_UNUSUAL = 15


def enough_by_skewness(n: int, skewness: float) -> int:
    """Return how many the smallest group must be, all others growing alike, for an error so skewed with `n`.

    Source: Cochran 1977, Sampling Techniques, section 2.15: for one mean 25 times the squared skewness of the values.

    >>> enough_by_skewness(20, 0.4)
    80
    """
    return math.ceil(n * (skewness / SMALL) ** 2 - 1e-9)


def of_mean(answers: AnswerCounts) -> float:
    """Return the skewness of the error of a mean.

    >>> answers = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 13, 80])
    >>> enough_by_skewness(answers.n, of_mean(answers))
    201
    """
    return _skewness(_weighed(answers))


def of_difference(first: AnswerCounts, second: AnswerCounts) -> float:
    """Return the skewness of the error of a difference of two independent means.

    Two groups as large and alike cancel each other; the smaller of two groups decides.

    >>> answers = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 13, 80])
    >>> of_difference(answers, answers)
    0.0
    """
    return _skewness(_weighed(first), _weighed(second, -1.0))


def of_ratio(first: AnswerCounts, second: AnswerCounts) -> float:
    """Return the skewness of the error of the logarithm of a ratio of two independent means, both above nought."""
    means = (float(answers.counts @ answers.levels) / answers.n for answers in (first, second))
    return _skewness(_weighed(first, 1 / next(means)), _weighed(second, -1 / next(means)))


def of_change(pairs: PairedCounts) -> float:
    """Return the skewness of the error of a mean change.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[0, 0, 1], [0, 9, 0], [0, 0, 10]])
    >>> round(of_change(pairs), 2)
    0.92
    """
    changes, counts = changes_with_counts(pairs)
    return of_mean(AnswerCounts(levels=changes, counts=counts))


def of_paired_ratio(pairs: PairedCounts) -> float:
    """Return the skewness of the error of the logarithm of a ratio of two means of the same people."""
    after, before = (float(wave.counts @ pairs.levels) / pairs.n for wave in (pairs.after, pairs.before))
    return _skewness(_linked(pairs, pairs.levels / after, pairs.levels / before))


def of_placements(first: AnswerCounts, second: AnswerCounts) -> float:
    """Return the skewness of the error of the probability of a higher answer in the first of two groups."""
    ours, theirs = aligned(first, second)
    return _skewness((mid_shares(theirs) / first.n, ours), (-mid_shares(ours) / second.n, theirs))


def of_partly_linked_difference(pairs: PairedCounts, only_first: AnswerCounts, only_second: AnswerCounts) -> float:
    """Return the skewness of the error of a difference of means where some people are linked."""
    return _of_partly_linked(pairs, only_first, only_second, lambda levels, *_: (levels, levels))


def of_partly_linked_placements(pairs: PairedCounts, only_first: AnswerCounts, only_second: AnswerCounts) -> float:
    """Return the skewness of the error of the probability of a higher answer where some people are linked."""
    return _of_partly_linked(
        pairs, only_first, only_second, lambda _, after, before: (mid_shares(before), mid_shares(after))
    )


def of_unit_differences(sums: UnitSums) -> float:
    """Return the skewness of the error of the mean of units' differences."""
    differences = unit_differences(sums)
    return _skewness((differences, np.ones(differences.size)))


def of_contrast(sums: UnitSums, contrast: Any) -> float:
    """Return the skewness of the error of a weighted sum of cell means, over units.

    >>> sums = UnitSums(n=[[1, 1]] * 4, total=[[1, 0], [1, 1], [1, 1], [1, 1]])
    >>> of_contrast(sums, (1, -1)) == of_unit_differences(sums)
    True
    """
    weights = np.asarray(contrast, dtype=np.float64)
    used = weights != 0
    n, total = sums.n[:, used], sums.total[:, used]
    size = n.sum(axis=0)
    scores = (total - n * (total.sum(axis=0) / size)) @ (weights[used] / size)
    return _skewness((scores, np.ones(scores.size)), centred=True)


def of_unit_ratio(sums: UnitSums) -> float:
    """Return the skewness of the error of the logarithm of a ratio of two cell means, over units."""
    first, second = (float(mean) for mean in sums.means)
    return of_contrast(sums, (1 / first, -1 / second))


def of_change_less_change(project: PairedCounts, comparison: PairedCounts) -> float:
    """Return the skewness of the error of a mean change less another group's."""
    one, other = (
        AnswerCounts(levels=values, counts=counts) for values, counts in map(changes_with_counts, (project, comparison))
    )
    return of_difference(one, other)


def of_difference_less_difference(
    project: tuple[AnswerCounts, AnswerCounts], comparison: tuple[AnswerCounts, AnswerCounts]
) -> float:
    """Return the skewness of the error of one difference of means less another, (after, before) in each group."""
    signs = (1.0, -1.0, -1.0, 1.0)
    return _skewness(*(_weighed(one, sign) for one, sign in zip((*project, *comparison), signs, strict=True)))


def of_times(first: SurvivalCurve, second: SurvivalCurve, tau: float) -> float:
    """Return the skewness of the error of a difference of restricted means.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> few = kaplan_meier(DurationCounts.from_times([1, 2, 3, 30], [True] * 4))
    >>> of_times(few, few, 30)
    0.0
    """
    (values, counts), (others, many) = added_by_cases(first, tau), added_by_cases(second, tau)
    return _skewness((values, counts), (-others, many), centred=True)


def spreads_differ(first: AnswerCounts, second: AnswerCounts) -> bool:
    """Whether the standard deviations of two groups differ so much that what supposes one spread is approximate.

    No size mends that: Hedges' g then misses more often, and the more the more the sizes of the groups differ too.

    >>> even, ceiling = (AnswerCounts(levels=[1, 2, 3], counts=counts) for counts in ([5, 5, 5], [1, 2, 12]))
    >>> spreads_differ(even, even), spreads_differ(even, ceiling)
    (False, True)
    """
    low, high = sorted(moments(answers)[2] for answers in (first, second))
    return high > MOST_UNEQUAL**2 * low


def unusual_units(ratings: Ratings, together: Any = None) -> tuple[int, int]:
    """Return how many units two or more judged, and on how many of them somebody saw another than the usual level.

    Units that belong together (`together`, as in `agreement.krippendorff_alpha`) count as one.

    >>> unusual_units(Ratings(levels=[0, 1], counts=[[2, 0]] * 18 + [[1, 1]] * 2))
    (20, 2)
    """
    several = ratings.counts.sum(axis=1) >= 2
    counts = ratings.counts[several]
    whole = np.arange(len(counts)) if together is None else np.asarray(together)[several]
    other = counts.sum(axis=1) > counts[:, int(counts.sum(axis=0).argmax())]
    return int(np.unique(whole).size), int(np.unique(whole[other]).size)


def enough_for_agreement(ratings: Ratings, together: Any = None) -> int:
    """Return how many units it takes until somebody saw another than the usual level on `FEWEST_UNUSUAL` of them.

    >>> enough_for_agreement(Ratings(levels=[0, 1], counts=[[2, 0]] * 18 + [[1, 1]] * 2))
    150
    """
    units, unusual = unusual_units(ratings, together)
    return math.ceil(FEWEST_UNUSUAL * units / max(1, unusual))


def cases_that_count(*waves: Mapping[str, SurvivalCurve], weights: Mapping[str, float], tau: float) -> float:
    """Return from how many cases of each wave the error of a standardised mean (difference) is known.

    A rare type that weighs much decides: it adds most of the error, and its own few cases are all that says how much.

    Source: Satterthwaite 1946, Biometrics Bulletin 2:110-114, with the number of cases of a type in a wave as the
    degrees of freedom of what it adds.
    """
    parts = [
        (variance, wave[kind].n) for wave in waves for kind, variance in type_variances(wave, weights, tau).items()
    ]
    square = sum(variance**2 / n for variance, n in parts)
    return sum(variance for variance, _ in parts) ** 2 / square / len(waves) if square else 0.0


def _of_partly_linked(
    pairs: PairedCounts,
    only_first: AnswerCounts,
    only_second: AnswerCounts,
    values: Callable[[Floats, Floats, Floats], tuple[Floats, Floats]],
) -> float:
    """`values` makes the values after and before from all levels and how many answered each after and before."""
    levels = np.unique(np.concatenate([pairs.levels, only_first.levels, only_second.levels]))
    linked_after, linked_before, alone_after, alone_before = (
        _on(levels, answers) for answers in (pairs.after, pairs.before, only_first, only_second)
    )
    all_after, all_before = linked_after + alone_after, linked_before + alone_before
    after, before = values(levels, all_after, all_before)
    after = (after - all_after @ after / all_after.sum()) / all_after.sum()
    before = (before - all_before @ before / all_before.sum()) / all_before.sum()
    place = np.searchsorted(levels, pairs.levels)
    linked = _linked(pairs, after[place], before[place])
    return _skewness(linked, (after, alone_after), (-before, alone_before), centred=True)


def _on(levels: Floats, answers: AnswerCounts) -> Floats:
    counts = np.zeros(levels.size)
    counts[np.searchsorted(levels, answers.levels)] = answers.counts
    return counts


def _weighed(answers: AnswerCounts, weight: float = 1.0) -> Part:
    return answers.levels * (weight / answers.n), answers.counts.astype(np.float64)


def _linked(pairs: PairedCounts, after: Floats, before: Floats) -> Part:
    """Return what each kind of pair adds: its value after less its value before."""
    return (after[None, :] - before[:, None]).ravel(), pairs.table.ravel().astype(np.float64)


def _skewness(*parts: Part, centred: bool = False) -> float:
    """Return the skewness of a sum of independent parts, each taken from its own mean unless that is nought already."""
    squares = cubes = scale = 0.0
    for values, counts in parts:
        away = values if centred else values - counts @ values / counts.sum()
        squares += float(counts @ away**2)
        cubes += float(counts @ away**3)
        scale += float(counts @ values**2)
    return abs(cubes) / squares**1.5 if squares > 1e-18 * scale else 0.0
