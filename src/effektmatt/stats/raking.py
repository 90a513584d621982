"""Weights with which those who answered have the margins that are known of the population."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def raked_weights(
    columns: Sequence[Any], margins: Sequence[dict[Any, float]], start: Any = None
) -> tuple[Floats, Floats]:
    """Return weights with which people have the population's margins, and the columns that `Design.known` takes.

    Parameters
    ----------
    columns
        The category of each person, one row per variable.
    margins
        How many there are in the population of each category, per variable, all with the same sum. Two waves that are
        raked to the same margins can be compared.
    start
        The weights before; None: all alike.

    Source: Deming & Stephan 1940, Ann Math Stat 11:427-444.

    Raises
    ------
    ValueError
        When a category has people but no answer or answers but no people, the sums differ, or no weights exist.

    >>> weights, known = raked_weights([["k", "k", "m"]], [{"k": 10, "m": 20}])
    >>> weights.tolist(), known.shape
    ([5.0, 5.0, 20.0], (3, 2))
    """
    places, sizes = _categories(columns, margins)
    weights = np.ones(places[0].size) if start is None else np.array(start, dtype=np.float64)
    for _ in range(1_000):
        worst = 0.0
        for place, size in zip(places, sizes, strict=True):
            factor = size / np.bincount(place, weights, minlength=size.size)
            weights = weights * factor[place]
            worst = max(worst, float(np.abs(factor - 1).max()))
        if worst < 1e-10:
            known = [place[:, None] == np.arange(size.size) for place, size in zip(places, sizes, strict=True)]
            return weights, np.hstack(known).astype(np.float64)
    raise ValueError("no weights give these margins; the empty cells of the table contradict them")


def _categories(columns: Sequence[Any], margins: Sequence[dict[Any, float]]) -> tuple[list[Integers], list[Floats]]:
    places, sizes = [], []
    for column, margin in zip(columns, margins, strict=True):
        if set(column) != {name for name, size in margin.items() if size > 0}:
            raise ValueError(f"each category needs both people and answers; got {sorted(set(column) ^ set(margin))}")
        names = {name: place for place, name in enumerate(name for name in margin if margin[name] > 0)}
        places.append(np.array([names[one] for one in column], dtype=np.int64))
        sizes.append(np.array([margin[name] for name in names], dtype=np.float64))
    if not np.allclose([size.sum() for size in sizes], sizes[0].sum(), rtol=1e-9):
        raise ValueError("all margins must have the same sum")
    return places, sizes
