"""Between which numbers something lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Numbers from `at_least` to `at_most`, both included; None where there is no limit.

    >>> Limits(at_most=10).hold(np.array([3.0, 10.0, 10.5, np.nan])).tolist()
    [True, True, False, False]
    """

    at_least: float | None = None
    at_most: float | None = None

    def __str__(self) -> str:
        ends = (("≥", self.at_least), ("≤", self.at_most))
        return ", ".join(f"{sign} {end:g}" for sign, end in ends if end is not None)

    def hold(self, numbers: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Say which numbers lie within the limits; NaN never does."""
        inside: NDArray[np.bool_] = ~np.isnan(numbers)
        if self.at_least is not None:
            inside &= numbers >= self.at_least
        if self.at_most is not None:
            inside &= numbers <= self.at_most
        return inside
