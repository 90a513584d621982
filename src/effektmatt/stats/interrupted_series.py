"""A jump and a change of slope in a short series whose values remember the one before.

Newey and West's errors suppose long series: in a hundred values their 95 per cent
interval of a jump holds the truth in 80 to 90 per cent of samples. Here the memory is estimated, without the bias
that short series have.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.stats.results import Inference, about
from effektmatt.stats.roots import lowest
from effektmatt.stats.series import two_lines

Floats = NDArray[np.float64]

METHOD = "ar1-reml"

#: Memories that are tried before the best is refined; a series with more is better taken as differences.
_GRID = np.linspace(-0.9, 0.98, 95)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptedSeries:
    """Straight lines before and after an intervention: the slope before, the jump, and the change of slope.

    `memory` is how much of what a value was off by the next one keeps, -1 to 1.
    """

    slope_before: Inference
    level_change: Inference
    slope_change: Inference
    memory: float


def interrupted_series(values: Any, intervention: int, level: float = 0.95, season: Any = None) -> InterruptedSeries:
    """Return jump and change of slope at an intervention, errors with first-order autocorrelation fitted by REML.

    Parameters
    ----------
    values
        In order of time, equally spaced.
    intervention
        Index (from 0) of the first value after the intervention; the jump is the difference at that point.
    level
        Confidence level.
    season
        Which part of the year each value is of (any names): each part then has a level of its own; None: no season.

    Notes
    -----
    Generalised least squares at the memory whose restricted likelihood is largest; t intervals, their degrees of
    freedom the number of independent values that so many with that memory are worth, n (1 - r) / (1 + r), less four.

    Source: Wagner et al. 2002, J Clinical Pharmacy and Therapeutics 27:299-309 (the model); Cheang & Reinsel 2000,
    JASA 95:1173-1184 (REML); Turner et al. 2021, BMC Medical Research Methodology 21:181 (why not others); number of
    independent values: Bayley & Hammersley 1946, Supplement to JRSS 8:184-197.

    Raises
    ------
    ValueError
        With fewer than four values on either side, or values that lie on the lines exactly.

    >>> found = interrupted_series([1, 2, 3, 4.5, 5, 9, 10, 11, 12.5, 13], intervention=5)
    >>> round(found.level_change.value, 2), round(found.slope_change.value, 2)
    (2.56, 0.02)
    """
    series, design = two_lines(values, intervention)
    lines = design.shape[1]
    if season is not None:
        design = np.column_stack([design, _parts_of_year(season)])
    n = series.size
    residuals = series - design @ np.linalg.lstsq(design, series)[0]
    if float(np.abs(residuals).max()) <= 1e-9 * max(1.0, float(np.abs(series).max())):
        raise ValueError("the values lie on the lines exactly, so they say nothing of the error")
    memory = _most_likely(design, series)
    coefficients, covariance, _ = _fitted(design, series, memory)
    spare = n - (design.shape[1] - lines)  # the levels of the parts of a year take values, whatever these are worth
    worth = spare * (1 - max(memory, 0.0)) / (1 + max(memory, 0.0))
    degrees = max(1.0, worth - lines)
    slope_before, level_change, slope_change = (
        about(
            float(coefficients[k]),
            math.sqrt(float(covariance[k, k])),
            level=level,
            method=METHOD,
            degrees=degrees,
            null=0.0,
        )
        for k in (1, 2, 3)
    )
    return InterruptedSeries(
        slope_before=slope_before, level_change=level_change, slope_change=slope_change, memory=memory
    )


def season_p_value(values: Any, intervention: int, season: Any) -> float:
    """Return how often so much would tell the parts of a year apart by chance, were there no season: an F test.

    Least squares, of levels for the parts beside the lines before and after an intervention; 1 where too few values
    are left to tell. Neighbours that resemble each other make it small more often.

    >>> months = np.arange(36) % 12
    >>> season_p_value(np.cos(months / 2) + np.arange(36) % 5 / 10, 24, months) < 0.01
    True
    """
    series, lines = two_lines(values, intervention)
    both = np.column_stack([lines, _parts_of_year(season)])
    if series.size - both.shape[1] < 1 or np.linalg.matrix_rank(both) < both.shape[1]:
        return 1.0
    import statsmodels.api as sm  # 1.3 seconds to import, and few series have seasons

    with_season, without = sm.OLS(series, both).fit(), sm.OLS(series, lines).fit()
    return float(with_season.compare_f_test(without)[1]) if with_season.ssr > 0 else 0.0


def _parts_of_year(season: Any) -> Floats:
    """Return a column for each part of a year but the first."""
    parts = np.unique(np.asarray(season), return_inverse=True)[1]
    columns: Floats = (parts[:, None] == np.arange(1, int(parts.max()) + 1)).astype(np.float64)
    return columns


def _fitted(design: Floats, series: Floats, memory: float) -> tuple[Floats, Floats, float]:
    """Return coefficients, their covariance and the restricted deviance at one memory."""
    first = math.sqrt(1 - memory**2)
    whitened, target = (
        np.concatenate([first * table[:1], table[1:] - memory * table[:-1]]) for table in (design, series)
    )
    products = whitened.T @ whitened
    coefficients = np.linalg.solve(products, whitened.T @ target)
    left = target - whitened @ coefficients
    spare = series.size - design.shape[1]
    squares = float(left @ left)
    deviance = spare * math.log(squares) - math.log(1 - memory**2) + float(np.linalg.slogdet(products)[1])
    return coefficients, squares / spare * np.linalg.inv(products), deviance


def _most_likely(design: Floats, series: Floats) -> float:
    """Return the memory with the least restricted deviance: the best of a grid, then golden section round it."""

    def deviance(memory: float) -> float:
        return _fitted(design, series, memory)[2]

    return lowest(deviance, _GRID)
