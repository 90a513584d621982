"""Answers that weigh differently: design weights, strata, whole groups drawn, margins that are known.

One row per person. Everything is linearised: what a person adds to an estimate is its weighted residual, and what those
add of one drawn group (cluster) is summed before it is squared, within each stratum. As R's survey, which is the
reference; the degrees of freedom are clusters less strata, and of two samples Satterthwaite's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, stdtrit

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level
from effektmatt.stats.ratio_of_means import RatioInference, log_ratio
from effektmatt.stats.results import Inference, ShareInference, about

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """How people came to answer.

    Parameters
    ----------
    weights
        How many in the population each stands for, after any calibration.
    strata, clusters
        What each was drawn within, and together with; None: nothing, and one by one.
    population
        How many clusters (people, where there are none) each person's stratum has, for a sample without replacement.
    known, drawn
        One column per category whose size in the population the weights were calibrated to: what the margins explain is
        no error. They explain it by least squares, in which people weigh as `drawn` says (the weights before, as R's
        `postStratify`) or all alike (None, as R's `rake`).
    categories
        One column per variable whose margins the weights can be raked to (`raked`).
    """

    weights: Any
    strata: Any = None
    clusters: Any = None
    population: Any = None
    known: Any = None
    drawn: Any = None
    categories: Any = None

    @property
    def n(self) -> int:
        """How many answered."""
        return len(self.weights)

    @property
    def clustered(self) -> bool:
        """Whether people were drawn, or took part, in groups."""
        return self.clusters is not None

    @property
    def weighted(self) -> bool:
        """Whether some weigh more than others."""
        return bool(np.ptp(self.weights) > 0) if self.n else False

    @property
    def units(self) -> int:
        """How many clusters there are; people, where there are none."""
        return self.n if self.clusters is None else int(np.unique(self.clusters).size)

    @property
    def mostly_alone(self) -> bool:
        """Whether most are in no cluster with others: then nothing is known of who resembles whom.

        >>> Design([1.0] * 4, clusters=list("abcc")).mostly_alone, Design([1.0] * 4, clusters=list("abcd")).mostly_alone
        (False, True)
        """
        if self.clusters is None or not self.n:
            return False
        sizes = np.bincount(_places(self.clusters))
        return int((sizes == 1).sum()) > self.n / 2

    @property
    def worth(self) -> int:
        """How many clusters (people, where there are none) as large as each other would be as sure.

        >>> Design([1.0] * 115, clusters=[0] * 60 + [1 + one // 5 for one in range(55)]).worth
        3
        """
        sizes = np.asarray(self.weights, dtype=np.float64)
        of_clusters = sizes if self.clusters is None else np.bincount(_places(self.clusters), sizes)
        return int(effective_n(of_clusters) + _ROUNDING)

    def taken(self, rows: Any) -> Design:
        """Return the design of some people.

        Their weights are taken as they are, unless nobody with a weight is left out: only then are they known to be
        those of a whole.
        """
        named = (self.weights, self.strata, self.clusters, self.categories)
        weights, strata, clusters, categories = (None if one is None else np.asarray(one)[rows] for one in named)
        whole = [None if one is None else np.asarray(one)[rows] for one in (self.population, self.known, self.drawn)]
        if weights is None or not math.isclose(float(weights.sum()), float(np.sum(self.weights)), rel_tol=1e-12):
            whole = [None] * len(whole)
        population, known, drawn = whole
        return Design(weights, strata, clusters, population, known, drawn, categories)

    def raked(self, counted: Any, weights: Floats, known: Floats, size: float | None) -> Design:
        """Return the design with the weights of those who count, as `raked_weights` makes them; others weigh nothing.

        Parameters
        ----------
        counted
            Who counts.
        weights, known
            Those of the people who count.
        size
            How many there are in the population that they were drawn from, without replacement; None: no matter. Where
            people weigh by one margin alone, its categories are then strata, if there are two of each.
        """
        inside = np.asarray(counted)
        weighed, placed = np.zeros(self.n), np.zeros((self.n, known.shape[1]))
        weighed[inside], placed[inside] = weights, known
        single = np.asarray(self.categories).shape[1] == 1
        alone = size is not None and self.clusters is None and self.strata is None and not self.weighted
        if alone and single and known.sum(axis=0).min() > 1:
            return replace(self, weights=weighed, strata=placed.argmax(axis=1), population=placed @ (weights @ known))
        drawn = np.asarray(self.weights, dtype=np.float64) if single else None
        population = np.full(self.n, size) if alone else None
        return replace(self, weights=weighed, known=placed, drawn=drawn, population=population)


def effective_n(weights: Any) -> float:
    """Return how many answers of equal weight, or groups of equal size, would be as sure.

    Source: Kish 1965, Survey Sampling, section 11.7: the squared sum of the weights over the sum of their squares.

    >>> effective_n([1.0, 3.0, 1.0, 3.0])
    3.2
    """
    each = np.asarray(weights, dtype=np.float64)
    return float(each.sum() ** 2 / (each @ each))


def design_mean(values: Any, design: Design, level: float = 0.95) -> Inference:
    """Return a weighted mean with its design-based standard error and t interval.

    Of changes of linked people it is the weighted mean change.

    Source: Binder 1983, International Statistical Review 51:279-292; Lumley 2010, Complex Surveys, section 2.2;
    calibration: Deville & Sarndal 1992, JASA 87:376-382.

    Raises
    ------
    ValueError
        With gaps, a weight below nought, or a stratum with a single cluster.

    >>> found = design_mean([1, 2, 4, 5], Design([2.0, 1.0, 1.0, 1.0]))
    >>> round(found.value, 3), round(found.std_error, 3), found.degrees
    (2.6, 0.988, 3.0)
    """
    value, variance, degrees = _mean(values, design)
    return about(value, math.sqrt(variance), level=level, method="design-linearised", degrees=degrees)


def design_share(hits: Any, design: Design, level: float = 0.95) -> ShareInference:
    """Return a weighted share with the exact limits of as many independent answers as it is worth.

    Source: Korn & Graubard 1998, Survey Methodology 24:193-201; as R's survey, `svyciprop(method = "beta")`.

    Where none or all are hits no variance can be seen: then it is worth as many as the weights leave (Kish), and no
    more than there are clusters.

    >>> share = design_share([1, 0, 1, 1, 0, 1], Design([2.0, 1.0, 1.0, 1.0, 1.0, 1.0]))
    >>> round(share.value, 3), round(share.interval.low, 3), round(share.interval.high, 3)
    (0.714, 0.229, 0.979)
    """
    value, variance, degrees = _mean(hits, design)
    weights, tail = np.asarray(design.weights, dtype=np.float64), (1 - check_level(level)) / 2
    worth = min(effective_n(weights), degrees + 1)
    if variance > 1e-18 and 1e-12 < value < 1 - 1e-12:
        fewer = float((stdtrit(design.n - 1, tail) / stdtrit(degrees, tail)) ** 2)
        worth = fewer * value * (1 - value) / variance
    seen = value * worth
    low = float(betaincinv(seen, worth - seen + 1, tail)) if value > 1e-12 else 0.0
    high = float(betaincinv(seen + 1, worth - seen, 1 - tail)) if value < 1 - 1e-12 else 1.0
    interval = Interval(low=low, high=high, level=level, method="design-korn-graubard")
    return ShareInference(value=value, std_error=math.sqrt(variance), interval=interval, effective_n=worth)


def design_difference(
    first: tuple[Any, Design],
    second: tuple[Any, Design],
    level: float = 0.95,
    within: tuple[float, float] | None = None,
) -> Inference:
    """Return the difference of two weighted means or shares, first minus second.

    Parameters
    ----------
    first, second
        The values (noughts and ones for a share) and the design of each sample; weighed to the same margins, they are
        compared as if they had the same people. Clusters that bear the same name in both are the same, and then what
        they add to both is summed before it is squared; of linked people each is a cluster.
    level
        Confidence level.
    within
        What differences are possible: of shares (-1, 1).

    Source: Lumley 2010, Complex Surveys, section 5.2; degrees of freedom: Satterthwaite 1946, Biometrics Bulletin
    2:110-114.

    >>> early, late = Design([1.0, 2.0, 1.0]), Design([1.0, 1.0, 2.0])
    >>> round(design_difference(([3, 4, 5], late), ([1, 3, 2], early)).value, 2)
    2.0
    """
    variance, degrees = _contrast_variance((first, second), (1.0, -1.0))
    return about(
        _value(*first) - _value(*second),
        math.sqrt(variance),
        level=level,
        method="design-difference",
        degrees=degrees,
        null=0.0,
        within=within or (-math.inf, math.inf),
    )


def design_change_difference(
    project: Sequence[tuple[Any, Design]], comparison: Sequence[tuple[Any, Design]], level: float = 0.95
) -> Inference:
    """Return a weighted mean change less another: of people after and before, or of linked people's changes.

    Parameters
    ----------
    project, comparison
        In each group one sample, of changes, or two, after first.
    level
        Confidence level.

    Source: Lumley 2010, Complex Surveys, section 5.2.

    >>> each = Design([1.0, 2.0, 1.0])
    >>> round(design_change_difference([([1, 2, 0], each)], [([0, 1, 0], each)]).value, 2)
    0.75
    """
    signs = (1.0, -1.0)
    times = [*signs[: len(project)], *(-sign for sign in signs[: len(comparison)])]
    samples = [*project, *comparison]
    variance, degrees = _contrast_variance(samples, times)
    value = sum(scale * _value(*sample) for scale, sample in zip(times, samples, strict=True))
    return about(value, math.sqrt(variance), level=level, method="design-change-difference", degrees=degrees, null=0.0)


def design_ratio(first: tuple[Any, Design], second: tuple[Any, Design], level: float = 0.95) -> RatioInference:
    """Return the ratio, less 1, of two weighted means or shares, both above nought.

    Samples as in `design_difference`.

    Source: Lumley 2010, Complex Surveys, section 2.2 (delta method on the logarithm).

    >>> early, late = Design([1.0, 2.0, 1.0]), Design([1.0, 1.0, 2.0])
    >>> round(design_ratio(([3, 4, 5], late), ([1, 3, 2], early)).value, 2)
    0.89
    """
    value_1, value_2 = _value(*first), _value(*second)
    if min(value_1, value_2) <= 0:
        raise ValueError(f"a ratio needs means above nought; got {value_1:g} and {value_2:g}")
    variance, degrees = _contrast_variance((first, second), (1 / value_1, -1 / value_2))
    return log_ratio(value_1 / value_2, variance, degrees, level, "design-log-ratio")


def _mean(values: Any, design: Design) -> tuple[float, float, float]:
    """Return a weighted mean, its variance and degrees of freedom."""
    variance, degrees = _total_variance(_scores(values, design), design)
    return _value(values, design), variance, degrees


def _value(values: Any, design: Design) -> float:
    """Return a weighted mean."""
    y, weights = np.asarray(values, dtype=np.float64), np.asarray(design.weights, dtype=np.float64)
    if y.shape != weights.shape or y.ndim != 1 or not np.all(np.isfinite(y)) or not np.all(weights >= 0):
        raise ValueError("values and weights must be rows of one length, without gaps, and no weight below nought")
    if not weights.sum() > 0:
        raise ValueError("no answer has a weight above nought")
    return float(weights @ y / weights.sum())


def _scores(values: Any, design: Design) -> Floats:
    """Return what each person adds to the error of a weighted mean."""
    value, y = _value(values, design), np.asarray(values, dtype=np.float64)
    weights = np.asarray(design.weights, dtype=np.float64)
    residuals = y - value if design.known is None else _unexplained(y, design)
    scores: Floats = weights * residuals / weights.sum()
    return scores


def _contrast_variance(samples: Sequence[tuple[Any, Design]], times: Sequence[float]) -> tuple[float, float]:
    """Return the variance of a sum of means, each multiplied, and its degrees of freedom.

    Samples with clusters in common are one.
    """
    scores = [scale * _scores(*sample) for scale, sample in zip(times, samples, strict=True)]
    parts = []
    for together in _sharing_clusters([design for _, design in samples]):
        design = samples[together[0]][1]
        if len(together) > 1:
            design = _stacked([samples[place][1] for place in together])
        parts.append(_total_variance(np.concatenate([scores[place] for place in together]), design))
    return sum(variance for variance, _ in parts), _together(parts)


def _sharing_clusters(designs: Sequence[Design]) -> list[list[int]]:
    """Return which samples have clusters in common, directly or through others."""
    held = [set() if one.clusters is None else set(np.asarray(one.clusters).tolist()) for one in designs]
    groups: list[list[int]] = []
    for place, own in enumerate(held):
        joined = [group for group in groups if any(own & held[other] for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append(sorted([place, *(other for group in joined for other in group)]))
    return groups


def _stacked(designs: Sequence[Design]) -> Design:
    """Return samples of the same clusters as one."""
    strata, clusters, population = (
        None if any(part is None for part in parts) else np.concatenate(parts)
        for parts in (
            [one.strata for one in designs],
            [one.clusters for one in designs],
            [one.population for one in designs],
        )
    )
    weights = np.concatenate([one.weights for one in designs])
    return Design(weights, strata=strata, clusters=clusters, population=population)


def _unexplained(y: Floats, design: Design) -> Floats:
    """Return what the known margins do not explain of the answers."""
    known = np.asarray(design.known, dtype=np.float64)
    drawn = np.ones(y.size) if design.drawn is None else np.asarray(design.drawn, dtype=np.float64)
    root = np.sqrt(drawn)
    coefficients, *_ = np.linalg.lstsq(known * root[:, None], y * root, rcond=None)
    unexplained: Floats = y - known @ coefficients
    return unexplained


def _total_variance(scores: Floats, design: Design) -> tuple[float, float]:
    """Return the variance of a sum of scores, and clusters less strata."""
    n = scores.size
    strata = np.zeros(n, dtype=np.int64) if design.strata is None else _places(design.strata)
    clusters = np.arange(n) if design.clusters is None else _places(design.clusters)
    variance, drawn, layers = 0.0, 0, np.unique(strata)
    for stratum in layers:
        inside = strata == stratum
        totals = np.bincount(np.unique(clusters[inside], return_inverse=True)[1], scores[inside])
        m = totals.size
        drawn += m
        left = 1.0
        if design.population is not None:
            left = max(0.0, 1 - m / float(np.asarray(design.population)[inside][0]))
        if m < 2 and left > 0:
            raise ValueError("each stratum needs two clusters, or all that it has")
        variance += left * m / max(1, m - 1) * float(((totals - totals.mean()) ** 2).sum())
    return variance, float(max(1, drawn - layers.size))


def _places(names: Any) -> Integers:
    return np.asarray(np.unique(np.asarray(names), return_inverse=True)[1], dtype=np.int64)


def _together(parts: Sequence[tuple[float, float]]) -> float:
    """Return Satterthwaite's degrees of freedom of a sum of variances, each with its own."""
    if len(parts) == 1:
        return parts[0][1]
    square = sum(variance**2 / degrees for variance, degrees in parts)
    return sum(variance for variance, _ in parts) ** 2 / square if square else sum(degrees for _, degrees in parts)
