"""Weights that make those who answered resemble everybody on what is known of everybody, and their price."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.stats.results import Inference, about, counted

Floats = NDArray[np.float64]


def post_stratify(answered: Any, population: Any) -> Floats:
    """Return the weight of each answer per group: how many in the population it stands for.

    Parameters
    ----------
    answered, population
        How many answered, and how many there are, per group (any shape, the same).

    Source: Holt & Smith 1979, JRSS A 142:33-46.

    Raises
    ------
    ValueError
        When a group with people has no answer (join it with another), or more answered than there are.

    >>> post_stratify([10, 40], [50, 50]).tolist()
    [5.0, 1.25]
    """
    seen, total = np.asarray(answered, dtype=np.float64), np.asarray(population, dtype=np.float64)
    if seen.shape != total.shape:
        raise ValueError(f"answered and population must have one shape; got {seen.shape} and {total.shape}")
    if np.any((seen == 0) & (total > 0)):
        raise ValueError("a group of the population without answers cannot be weighted up; join it with another")
    if np.any(seen > total):
        raise ValueError("more answered in a group than there are in the population")
    return np.divide(total, seen, out=np.zeros_like(total), where=seen > 0)


def rake(answered: Any, margins: Sequence[Any], tolerance: float = 1e-10, most: int = 1_000) -> Floats:
    """Return weights per cell so that the weighted answers have the population's margins.

    Parameters
    ----------
    answered
        How many answered, with one axis per variable (sex x municipality x ...).
    margins
        How many there are in the population per category, one row per axis, all with the same sum.
    tolerance, most
        Largest relative error of a margin, and the most rounds before giving up.

    Source: Deming & Stephan 1940, Ann Math Stat 11:427-444.

    Raises
    ------
    ValueError
        When margins do not fit the table or each other, a category has people but no answer, or no weights exist.

    >>> weights = rake([[10, 20], [30, 40]], [[50, 50], [40, 60]])
    >>> (weights * [[10, 20], [30, 40]]).sum(axis=1).round(6).tolist()
    [50.0, 50.0]
    """
    seen = np.asarray(answered, dtype=np.float64)
    targets = [np.asarray(margin, dtype=np.float64) for margin in margins]
    if tuple(target.size for target in targets) != seen.shape:
        raise ValueError(f"margins must have one row per axis, as long as it; got {[t.size for t in targets]}")
    if not np.allclose([target.sum() for target in targets], targets[0].sum(), rtol=1e-9):
        raise ValueError("all margins must have the same sum")
    weighted = seen.copy()
    for _ in range(most):
        worst = 0.0
        for axis, target in enumerate(targets):
            others = tuple(other for other in range(seen.ndim) if other != axis)
            current = weighted.sum(axis=others)
            if np.any((current <= 0) & (target > 0)):
                raise ValueError(f"a category on axis {axis} has people but no answers; join it with another")
            factor = np.divide(target, current, out=np.zeros_like(target), where=current > 0)
            worst = max(worst, float(np.abs(factor[target > 0] - 1).max()))
            weighted *= np.expand_dims(factor, others)
        if worst < tolerance:
            return np.divide(weighted, seen, out=np.zeros_like(seen), where=seen > 0)
    raise ValueError("no weights give these margins; the empty cells of the table contradict them")


def effective_n(n: Any, weights: Any) -> float:
    """Return how many answers of equal weight would be as sure, from counts and weights per cell.

    Source: Kish 1965, Survey Sampling, section 11.7: the squared sum of the weights over the sum of their squares.

    >>> effective_n([10, 10], [1.0, 3.0])
    16.0
    """
    counts, each = np.asarray(n, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    return float((counts * each).sum() ** 2 / (counts * each**2).sum())


def weighted_mean(n: Any, total: Any, squares: Any, weights: Any, level: float = 0.95) -> Inference:
    """Return a weighted mean with its linearised standard error, taking the weights as given.

    Parameters
    ----------
    n, total, squares
        Per cell of equal weight: answers, their sum and their sum of squares (for noughts and ones the same sum).
    weights
        The weight of each answer in the cell.
    level
        Confidence level.

    Notes
    -----
    As R's survey with replacement: that weighting was fitted to known margins, and that the population is finite,
    would make the interval narrower; it is on the safe side.

    Source: Binder 1983, International Statistical Review 51:279-292; Lumley 2010, Complex Surveys, section 2.2.

    >>> found = weighted_mean([10, 40], [2, 24], [2, 24], [5.0, 1.25])
    >>> round(found.value, 3), round(found.std_error, 4)
    (0.4, 0.083)
    """
    counts, sums, sums_of_squares, each = (
        np.asarray(one, dtype=np.float64).ravel() for one in (n, total, squares, weights)
    )
    size = float(counts.sum())
    if size < 2:
        raise ValueError(f"at least two answers are needed; got {size:.0f}")
    everybody = float(each @ counts)
    mean = float(each @ sums) / everybody
    deviations = sums_of_squares - 2 * mean * sums + mean**2 * counts
    variance = size / (size - 1) * float(each**2 @ deviations) / everybody**2
    return about(mean, math.sqrt(max(0.0, variance)), level=level, method="weighted-linearised", degrees=size - 1)


def stratified_mean(n: Any, total: Any, squares: Any, population: Any, level: float = 0.95) -> Inference:
    """Return the mean of a population from answers in groups (strata) of known size.

    Each group's mean weighs as its size; the error is the groups' own, less for the part of the group that answered,
    nought where all did.

    Source: Cochran 1977, Sampling Techniques, chapter 5; degrees of freedom answers less groups, as R's
    survey.

    Raises
    ------
    ValueError
        When a group that did not all answer has fewer than two answers.

    >>> found = stratified_mean([10, 40], [2, 24], [2, 24], [50, 50])
    >>> round(found.value, 3), round(found.std_error, 4)
    (0.4, 0.0622)
    """
    counts, sums, sums_of_squares, sizes = (
        np.asarray(one, dtype=np.float64).ravel() for one in (n, total, squares, population)
    )
    if np.any(counts > sizes) or np.any((counts < 2) & (counts < sizes)):
        raise ValueError("each group needs two answers, or all of its people's, and no more than it has people")
    kept = sizes > 0
    counts, sums, sums_of_squares, sizes = counts[kept], sums[kept], sums_of_squares[kept], sizes[kept]
    share, means = sizes / sizes.sum(), sums / counts
    if np.all(counts == sizes):
        return counted(float(share @ means), level=level, method="stratified")
    spread = np.maximum(0.0, sums_of_squares - sums * means) / np.maximum(1.0, counts - 1)
    variance = float(share**2 @ ((1 - counts / sizes) * spread / counts))
    degrees = max(1.0, float(counts.sum() - counts.size))
    return about(float(share @ means), math.sqrt(variance), level=level, method="stratified", degrees=degrees)
