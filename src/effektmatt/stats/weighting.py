"""Weights that make those who answered resemble everybody on what is known of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
        When a group with people has no answer (join it with another), more answered than there are, or the counts are
        none: negative, fractions, not as many as each other.

    >>> post_stratify([10, 40], [50, 50]).tolist()
    [5.0, 1.25]
    """
    seen, total = checked(answered=answered, population=population)
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
    (seen,) = checked(answered=answered)
    targets = [checked(margin=margin)[0] for margin in margins]
    if tuple(target.size for target in targets) != seen.shape:
        raise ValueError(f"margins must have one row per axis, as long as it; got {[t.size for t in targets]}")
    if not targets[0].sum():
        raise ValueError("margins must count somebody; they are all nought")
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


def checked(**named: Any) -> list[Floats]:
    """Return rows (or tables) of numbers, all of one shape, none empty, negative or missing; all but weights whole."""
    arrays = {name: np.asarray(values, dtype=np.float64) for name, values in named.items()}
    first = next(iter(arrays))
    for name, array in arrays.items():
        if array.ndim == 0 or array.size == 0:
            raise ValueError(f"{name} must have at least one cell")
        if array.shape != arrays[first].shape:
            raise ValueError(f"{first} and {name} must have one shape; got {arrays[first].shape} and {array.shape}")
        if not np.all(np.isfinite(array)) or np.any(array < 0):
            raise ValueError(f"{name} must be finite numbers, none negative")
        if name in {"n", "answered"} and np.any(array != np.round(array)):
            raise ValueError(f"{name} must be whole numbers")
    return list(arrays.values())
