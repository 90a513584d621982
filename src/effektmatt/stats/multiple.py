"""Several tests in one declared family: p-values adjusted so that chance alone is not taken for a result."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def holm(p_values: Sequence[float]) -> Floats:
    """Return Holm's adjusted p-values: they bound the chance of any false claim in the family.

    Source: Holm 1979, Scandinavian Journal of Statistics 6:65-70.

    >>> holm([0.01, 0.04, 0.03]).round(3).tolist()
    [0.03, 0.06, 0.06]
    """
    values = _check(p_values)
    order = np.argsort(values, kind="stable")
    steps = values[order] * np.arange(values.size, 0, -1)
    return _restore(np.minimum(1.0, np.maximum.accumulate(steps)), order)


def benjamini_hochberg(p_values: Sequence[float]) -> Floats:
    """Return Benjamini and Hochberg's adjusted p-values: they bound the expected share of false claims.

    Source: Benjamini & Hochberg 1995, JRSS B 57:289-300.

    >>> benjamini_hochberg([0.01, 0.04, 0.03]).round(3).tolist()
    [0.03, 0.04, 0.04]
    """
    values = _check(p_values)
    order = np.argsort(values, kind="stable")[::-1]
    steps = values[order] * values.size / np.arange(values.size, 0, -1)
    return _restore(np.minimum(1.0, np.minimum.accumulate(steps)), order)


def _restore(sorted_values: Floats, order: NDArray[np.int64]) -> Floats:
    values = np.empty_like(sorted_values)
    values[order] = sorted_values
    return values


def _check(p_values: Sequence[float]) -> Floats:
    values = np.asarray(p_values, dtype=np.float64)
    if values.ndim != 1 or not np.all((values >= 0) & (values <= 1)):
        raise ValueError(f"p_values must be a row of numbers between 0 and 1; got {p_values!r}")
    return values
