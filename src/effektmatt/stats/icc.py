"""The intraclass correlation: how much observations from one unit resemble each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntraclassCorrelation:
    """An intraclass correlation with the mean squares and mean unit size it came from; `method` names which it is."""

    value: float
    between: float
    within: float
    mean_size: float
    method: str


def icc_anova(values: Any, units: Any) -> IntraclassCorrelation:
    """Return the one-way analysis-of-variance estimate; it can be negative, and is then told as it is.

    Parameters
    ----------
    values, units
        One number per observation, and which unit it belongs to. Deviations are taken from the means before they are
        squared, so that numbers that are large and alike lose no digits.

    Source: Donner 1986, International Statistical Review 54:67-82, section 2.1 (n0 for unequal sizes).

    Raises
    ------
    ValueError
        With fewer than two units, no unit with two observations, or no variation at all.

    >>> icc = icc_anova([1, 1, 0, 0, 1, 0], ["a", "a", "b", "b", "c", "c"])
    >>> round(icc.value, 3), icc.mean_size
    (0.5, 2.0)
    """
    numbers = np.asarray(values, dtype=np.float64)
    names, place = np.unique(np.asarray(units), return_inverse=True)
    if numbers.ndim != 1 or numbers.shape != place.shape or not np.all(np.isfinite(numbers)):
        raise ValueError("values and units must be rows of one length, without gaps")
    k, size = names.size, numbers.size
    if k < 2 or size <= k:
        raise ValueError("an intraclass correlation needs two units, and a unit with two observations")
    n = np.bincount(place)
    centred = numbers - numbers.mean()
    means = np.bincount(place, centred) / n
    mean_size = float((size - (n @ n) / size) / (k - 1))
    between = float(n @ (means - centred.mean()) ** 2) / (k - 1)
    within = float(((centred - means[place]) ** 2).sum()) / (size - k)
    if between + within == 0:
        raise ValueError("an intraclass correlation needs observations that vary")
    value = (between - within) / (between + (mean_size - 1) * within)
    return IntraclassCorrelation(value=value, between=between, within=within, mean_size=mean_size, method="icc-anova")
