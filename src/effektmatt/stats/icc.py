"""The intraclass correlation: how much observations from one unit resemble each other.

From how many observations each unit has, their sum and their sum of squares (for noughts and ones the same sum).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: Logarithms of the ratios of variances that are tried before the best is refined.
_LOG_RATIOS = np.log(np.logspace(-8, 6, 141))


@dataclass(frozen=True, slots=True, kw_only=True)
class IntraclassCorrelation:
    """An intraclass correlation with the mean squares and mean unit size it came from; `method` names which it is."""

    value: float
    between: float
    within: float
    mean_size: float
    method: str


def icc_anova(n: Any, total: Any, squares: Any) -> IntraclassCorrelation:
    """Return the one-way analysis-of-variance estimate; it can be negative, and is then told as it is.

    Source: Donner 1986, International Statistical Review 54:67-82, section 2.1 (n0 for unequal sizes).

    Raises
    ------
    ValueError
        With fewer than two units, no unit with two observations, or no variation at all.

    >>> icc = icc_anova([2, 2, 2], [2, 0, 1], [2, 0, 1])
    >>> round(icc.value, 3), icc.mean_size
    (0.5, 2.0)
    """
    n, total, squares = _checked(n, total, squares)
    k, size = n.size, n.sum()
    mean_size = float((size - (n @ n) / size) / (k - 1))
    between = float(n @ (total / n - total.sum() / size) ** 2) / (k - 1)
    within = max(0.0, float((squares - total**2 / n).sum())) / (size - k)
    if between + within == 0:
        raise ValueError("an intraclass correlation needs observations that vary")
    value = (between - within) / (between + (mean_size - 1) * within)
    return IntraclassCorrelation(
        value=float(value), between=between, within=float(within), mean_size=mean_size, method="icc-anova"
    )


def _checked(n: Any, total: Any, squares: Any) -> tuple[Floats, Floats, Floats]:
    sizes, sums, sums_of_squares = (np.asarray(one, dtype=np.float64) for one in (n, total, squares))
    if sizes.ndim != 1 or not sizes.shape == sums.shape == sums_of_squares.shape:
        raise ValueError("n, total and squares must be rows of one length, one value per unit")
    if not all(np.all(np.isfinite(one)) for one in (sizes, sums, sums_of_squares)) or np.any(sizes < 0):
        raise ValueError("n, total and squares must be without gaps, and n not negative")
    kept = sizes > 0
    sizes, sums, sums_of_squares = sizes[kept], sums[kept], sums_of_squares[kept]
    if sizes.size < 2 or sizes.sum() <= sizes.size:
        raise ValueError("an intraclass correlation needs two units, and a unit with two observations")
    return sizes, sums, sums_of_squares
