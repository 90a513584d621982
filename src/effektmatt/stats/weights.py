"""Means and shares of weighted answers, and what weighting costs; `weighting` makes the weights."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, stdtrit

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level
from effektmatt.stats.results import Inference, ShareInference, about, counted
from effektmatt.stats.weighting import checked, rake

Floats = NDArray[np.float64]


def effective_n(n: Any, weights: Any) -> float:
    """Return how many answers of equal weight would be as sure, from counts and weights per cell.

    Source: Kish 1965, Survey Sampling, section 11.7: the squared sum of the weights over the sum of their squares.

    >>> effective_n([10, 10], [1.0, 3.0])
    16.0
    """
    counts, each = _weighed(n, weights)
    return float((counts * each).sum() ** 2 / (counts * each**2).sum())


def weighted_mean(n: Any, total: Any, squares: Any, weights: Any, level: float = 0.95) -> Inference:
    """Return a weighted mean with its linearised standard error, taking the weights as given.

    Parameters
    ----------
    n, total, squares
        Per cell of equal weight: answers, their sum and their sum of squares.
    weights
        The weight of each answer in the cell.
    level
        Confidence level.

    Notes
    -----
    As R's survey with replacement: that weighting was fitted to known margins (`calibrated_mean`), and that the
    population is finite, would make the interval narrower; it is on the safe side. For a share use `weighted_share`,
    whose interval stays within 0 and 1.

    Source: Binder 1983, International Statistical Review 51:279-292; Lumley 2010, Complex Surveys, section 2.2.

    Raises
    ------
    ValueError
        With fewer than two answers, no weight at all, or cells that cannot be: negative counts or weights, fractions
        of answers, a sum of squares less than the sum allows, unequally many cells.

    >>> found = weighted_mean([10, 40], [25, 120], [75, 400], [5.0, 1.25])
    >>> round(found.value, 3), round(found.std_error, 4)
    (2.75, 0.2006)
    """
    return _about(_given(n, total, squares, weights), level, "weighted-linearised")


def weighted_share(n: Any, hits: Any, weights: Any, level: float = 0.95) -> ShareInference:
    """Return a weighted share with the interval of Korn and Graubard, taking the weights as given.

    The exact interval of as many independent answers as the weighted share is worth; it stays within 0 and 1.

    Parameters
    ----------
    n, hits
        Answers and hits per cell of equal weight.
    weights
        The weight of each answer in the cell.
    level
        Confidence level.

    Notes
    -----
    The share is worth its variance in answers, corrected for the degrees of freedom, and never more than there are.
    Where none or all are hits no variance can be seen: then as many as the weights leave (`effective_n`).

    Source: Korn & Graubard 1998, Survey Methodology 24:193-201; as R's survey, `svyciprop(method = "beta")`, but for
    what it is worth at most, and at nought and all.

    Raises
    ------
    ValueError
        As `weighted_mean`, or for more hits than answers.

    >>> share = weighted_share([10, 40], [2, 24], [5.0, 1.25])
    >>> round(share.value, 3), round(share.interval.low, 3), round(share.interval.high, 3)
    (0.4, 0.238, 0.579)
    >>> weighted_share([10, 40], [0, 0], [5.0, 1.25]).interval.high > 0.1
    True
    """
    found = _given(n, hits, hits, weights)
    return _share(found, level, "weighted-korn-graubard", most=float(found.counts.sum()))


def calibrated_mean(n: Any, total: Any, squares: Any, margins: Sequence[Any], level: float = 0.95) -> Inference:
    """Return the mean weighted to known margins, with a standard error that allows for their being known.

    What the margins explain of the answers is no longer error: it is the residuals that are (linearised over answers).

    Parameters
    ----------
    n, total, squares
        Answers, their sum and their sum of squares per cell, with one axis per variable (sex x municipality x ...).
    margins
        How many there are in the population per category, one row per axis. A single row is post-stratification.
    level
        Confidence level.

    Notes
    -----
    The weights are those of `rake`. As R's survey after `rake` or `postStratify`, with replacement: that the population
    is finite would make the interval narrower. The degrees of freedom are the answers less what the margins take (R
    takes one).

    Source: Deville & Sarndal 1992, JASA 87:376-382; Lumley 2010, Complex Surveys, section 7.2.

    Raises
    ------
    ValueError
        As `rake` and `weighted_mean`, or with no more answers than the margins take.

    >>> found = calibrated_mean([10, 40], [25, 120], [75, 400], [[50, 50]])
    >>> round(found.value, 3), round(found.std_error, 4)
    (2.75, 0.1956)
    """
    return _about(_calibrated(n, total, squares, margins), level, "calibrated")


def calibrated_share(n: Any, hits: Any, margins: Sequence[Any], level: float = 0.95) -> ShareInference:
    """Return a share weighted to known margins, with the interval of Korn and Graubard.

    As `weighted_share`, with the standard error of `calibrated_mean`: what the margins explain is no error.

    Source: Deville & Sarndal 1992, JASA 87:376-382; Korn & Graubard 1998, Survey Methodology 24:193-201.

    Raises
    ------
    ValueError
        As `calibrated_mean`, or for more hits than answers.

    >>> share = calibrated_share([10, 40], [2, 24], [[50, 50]])
    >>> round(share.value, 3), round(share.interval.low, 3), round(share.interval.high, 3)
    (0.4, 0.253, 0.561)
    """
    return _share(_calibrated(n, hits, hits, margins), level, "calibrated-korn-graubard")


def stratified_mean(n: Any, total: Any, squares: Any, population: Any, level: float = 0.95) -> Inference:
    """Return the mean of a population from answers in groups (strata) of known size.

    Each group's mean weighs as its size; the error is the groups' own, less for the part of the group that answered,
    nought where all did.

    Source: Cochran 1977, Sampling Techniques, chapter 5; degrees of freedom answers less groups, as R's
    survey.

    Raises
    ------
    ValueError
        When a group that did not all answer has fewer than two answers, or for cells that cannot be, as
        `weighted_mean`.

    >>> found = stratified_mean([10, 40], [25, 120], [75, 400], [50, 50])
    >>> round(found.value, 3), round(found.std_error, 4)
    (2.75, 0.1705)
    """
    found = _stratified(n, total, squares, population)
    if np.all(found.weights[found.counts > 0] == 1):  # everybody answered
        return counted(found.value, level=level, method="stratified")
    return _about(found, level, "stratified")


def stratified_share(n: Any, hits: Any, population: Any, level: float = 0.95) -> ShareInference:
    """Return the share of a population from answers in groups of known size, with the interval of Korn and Graubard.

    As `weighted_share`, with the standard error of `stratified_mean`. Where everybody answered the share is known.

    Source: Korn & Graubard 1998, Survey Methodology 24:193-201; Cochran 1977, Sampling Techniques, chapter 5.

    Raises
    ------
    ValueError
        As `stratified_mean`, or for more hits than answers.

    >>> share = stratified_share([10, 40], [2, 24], [50, 50])
    >>> round(share.value, 3), round(share.interval.low, 3), round(share.interval.high, 3)
    (0.4, 0.278, 0.532)
    """
    found, method = _stratified(n, hits, hits, population), "stratified-korn-graubard"
    if np.all(found.weights[found.counts > 0] == 1):  # everybody answered
        only = Interval(low=found.value, high=found.value, level=check_level(level), method=method)
        return ShareInference(value=found.value, std_error=0.0, interval=only, effective_n=float(found.counts.sum()))
    return _share(found, level, method)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Weighted:
    """A weighted mean, its standard error and degrees of freedom, and the counts and weights that it is made of."""

    value: float
    std_error: float
    degrees: float
    counts: Floats
    weights: Floats


def _about(found: _Weighted, level: float, method: str) -> Inference:
    return about(found.value, found.std_error, level=level, method=method, degrees=found.degrees)


def _given(n: Any, total: Any, squares: Any, weights: Any) -> _Weighted:
    counts, each = _weighed(n, weights)
    sums, sums_of_squares = _sums(counts, total, squares)
    mean = float((each * sums).sum() / (each * counts).sum())
    std_error = _linearised_error(counts, sums, sums_of_squares, each, np.full(counts.shape, mean))
    return _Weighted(value=mean, std_error=std_error, degrees=float(counts.sum()) - 1, counts=counts, weights=each)


def _calibrated(n: Any, total: Any, squares: Any, margins: Sequence[Any]) -> _Weighted:
    """Weight to the margins; the error is that of the residuals, the degrees less what the margins take."""
    counts, weights = _weighed(n, rake(n, margins))
    sums, sums_of_squares = _sums(counts, total, squares)
    taken = int(np.linalg.matrix_rank(_categories(counts)[counts.ravel() > 0]))
    if counts.sum() <= taken:
        raise ValueError(f"there must be more answers than the {taken} that the margins take; got {counts.sum():.0f}")
    return _Weighted(
        value=float((weights * sums).sum() / (weights * counts).sum()),
        std_error=_linearised_error(counts, sums, sums_of_squares, weights, _fitted(counts, sums)),
        degrees=float(counts.sum()) - taken,
        counts=counts,
        weights=weights,
    )


def _stratified(n: Any, total: Any, squares: Any, population: Any) -> _Weighted:
    counts, sizes = checked(n=n, population=population)
    if np.any(counts > sizes) or np.any((counts < 2) & (counts < sizes)):
        raise ValueError("each group needs two answers, or all of its people's, and no more than it has people")
    if not sizes.sum():
        raise ValueError("population must count somebody; it is nought")
    sums, sums_of_squares = _sums(counts, total, squares)
    share, means = sizes / sizes.sum(), _ratio(sums, counts)
    spread = np.maximum(0.0, sums_of_squares - sums * means) / np.maximum(1.0, counts - 1)
    variance = float((share**2 * (1 - _ratio(counts, sizes)) * _ratio(spread, counts)).sum())
    return _Weighted(
        value=float((share * means).sum()),
        std_error=math.sqrt(variance),
        degrees=max(1.0, float(counts.sum() - (counts > 0).sum())),
        counts=counts,
        weights=_ratio(sizes, counts),
    )


def _share(found: _Weighted, level: float, method: str, most: float = math.inf) -> ShareInference:
    """Return the exact limits of as many independent answers as a share is worth (Korn and Graubard)."""
    share, size = min(1.0, max(0.0, found.value)), float(found.counts.sum())
    tail = (1 - check_level(level)) / 2
    worth = effective_n(found.counts, found.weights)
    if 1e-12 < share < 1 - 1e-12 and found.std_error > 1e-6:  # less is rounding: no sample is so large
        fewer = float((stdtrit(size - 1, tail) / stdtrit(found.degrees, tail)) ** 2)
        worth = min(most, fewer * share * (1 - share) / found.std_error**2)
    else:
        share = float(round(share, 12))
    hits = share * worth
    low = float(betaincinv(hits, worth - hits + 1, tail)) if hits > 0 else 0.0
    high = float(betaincinv(hits + 1, worth - hits, 1 - tail)) if hits < worth else 1.0
    return ShareInference(
        value=share,
        std_error=found.std_error,
        interval=Interval(low=low, high=high, level=level, method=method),
        effective_n=worth,
    )


def _linearised_error(counts: Floats, sums: Floats, squares: Floats, weights: Floats, fitted: Floats) -> float:
    """Return the root of n / (n - 1) times the sum of (weight x residual) squared over the squared sum of weights."""
    size = float(counts.sum())
    residuals = np.maximum(0.0, squares - 2 * fitted * sums + fitted**2 * counts)
    variance = size / (size - 1) * float((weights**2 * residuals).sum()) / float((weights * counts).sum()) ** 2
    return math.sqrt(variance)


def _fitted(counts: Floats, sums: Floats) -> Floats:
    """Return what each cell's answers are by its categories: least squares, every answer counting alike."""
    categories = _categories(counts)
    root = np.sqrt(counts.ravel())
    coefficients, *_ = np.linalg.lstsq(categories * root[:, None], _ratio(sums.ravel(), root), rcond=None)
    fitted: Floats = (categories @ coefficients).reshape(counts.shape)
    return fitted


def _categories(counts: Floats) -> Floats:
    """Return for each cell (row) which category of each variable it is in."""
    places = np.indices(counts.shape).reshape(counts.ndim, -1)
    columns = [place[:, None] == np.arange(k) for place, k in zip(places, counts.shape, strict=True)]
    return np.hstack(columns).astype(np.float64)


def _weighed(n: Any, weights: Any) -> tuple[Floats, Floats]:
    """Return counts and weights, refusing what gives no weighted mean."""
    counts, each = checked(n=n, weights=weights)
    if counts.sum() < 2:
        raise ValueError(f"at least two answers are needed; got {counts.sum():.0f}")
    if not (counts * each).sum() > 0:
        raise ValueError("no answer has a weight above nought")
    return counts, each


def _sums(counts: Floats, total: Any, squares: Any) -> tuple[Floats, Floats]:
    """Return the sums of cells, refusing those that no answers have."""
    sums, sums_of_squares = (np.asarray(one, dtype=np.float64) for one in (total, squares))
    for name, values in (("total", sums), ("squares", sums_of_squares)):
        if values.shape != counts.shape:
            raise ValueError(f"{name} must have the shape of n, {counts.shape}; got {values.shape}")
        if not np.all(np.isfinite(values)):
            raise ValueError(f"{name} must be finite numbers")
    if np.any((counts == 0) & ((sums != 0) | (sums_of_squares != 0))):
        raise ValueError("a cell without answers must have the sums 0")
    if np.any(sums**2 > sums_of_squares * counts * (1 + 1e-9)):
        raise ValueError("no answers have these sums: the squared sum is more than n times the sum of squares")
    return sums, sums_of_squares


def _ratio(over: Floats, under: Floats) -> Floats:
    """Return a quotient cell by cell, nought where there is nothing to divide by."""
    return np.divide(over, under, out=np.zeros(np.shape(over)), where=under > 0)
