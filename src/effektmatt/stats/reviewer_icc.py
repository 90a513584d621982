"""The intraclass correlations of reviewers who all gave the same units a number: six questions, six coefficients.

ICC1, ICC2 and ICC3 tell how far one reviewer's number can be trusted, ICC1k, ICC2k and ICC3k the mean of all k. They
differ in what counts as error: in ICC1 reviewers differ from unit to unit, so that all of their differences do; in
ICC2 the same reviewers judged all units and stand for others, so that one who is stricter throughout counts too; in
ICC3 only these reviewers matter, and being stricter throughout is forgiven (consistency, not agreement).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtrc, fdtri

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level

Floats = NDArray[np.float64]

Form = Literal["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerCorrelation:
    """One intraclass correlation of reviewers, with the F test that units do not differ.

    `statistic` is infinite where no error is seen; `interval` is None where, besides, the value is 1.
    """

    form: Form
    value: float
    interval: Interval | None
    statistic: float
    degrees: tuple[int, int]
    p_value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanSquares:
    """The analysis of variance of n units by k reviewers.

    Parameters
    ----------
    n, k
        How many units, and how many reviewers of each.
    units, reviewers
        Mean squares between units and between reviewers.
    within, error
        Mean squares within units, and of what neither unit nor reviewer accounts for.
    """

    n: int
    k: int
    units: float
    reviewers: float
    within: float
    error: float


def mean_squares(ratings: Any) -> MeanSquares:
    """Return the two-way analysis of variance of units (rows) by reviewers (columns), all of whom judged all.

    Raises
    ------
    ValueError
        For fewer than two units or reviewers, or a number that is missing: leave such units out, or take
        Krippendorff's alpha, which manages without.

    >>> found = mean_squares([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
    >>> [round(value, 2) for value in (found.units, found.within, found.reviewers, found.error)]
    [11.24, 6.26, 32.49, 1.02]
    """
    table = np.asarray(ratings, dtype=np.float64)
    if table.ndim != 2 or min(table.shape) < 2:
        raise ValueError(f"ratings must be a table of two units or more by two reviewers or more; got {table.shape}")
    if not np.all(np.isfinite(table)):
        raise ValueError("every reviewer must have judged every unit; some ratings are missing or infinite")
    n, k = table.shape
    table = table - table.mean()
    unit_means, reviewer_means = table.mean(axis=1), table.mean(axis=0)
    left_of_units = table - unit_means[:, None]
    unseen = 1e-24 * _square_sum(table)  # what rounding leaves of a sum of squares that is nought

    def mean_square(sum_of_squares: float, degrees: int) -> float:
        return sum_of_squares / degrees if sum_of_squares > unseen else 0.0

    return MeanSquares(
        n=n,
        k=k,
        units=mean_square(k * _square_sum(unit_means), n - 1),
        reviewers=mean_square(n * _square_sum(reviewer_means), k - 1),
        within=mean_square(_square_sum(left_of_units), n * (k - 1)),
        error=mean_square(_square_sum(left_of_units - reviewer_means), (n - 1) * (k - 1)),
    )


def reviewer_correlations(ratings: Any, level: float = 0.95) -> dict[Form, ReviewerCorrelation]:
    """Return the six intraclass correlations of a table of units (rows) by reviewers (columns), by name.

    Parameters
    ----------
    ratings
        Numbers, one per unit and reviewer, none missing.
    level
        Confidence level of the intervals, which come from the F distribution and suppose normal errors.

    Notes
    -----
    Estimates are told as they are, also when negative; the mean of k reviewers is minus infinity where units differ
    by less than the error would make them. For ICC2 the interval is approximate (`f-satterthwaite`).

    Source: Shrout & Fleiss 1979, Psychological Bulletin 86:420-428; McGraw & Wong 1996, Psychological Methods 1:30-46,
    tables 4 and 7, where they are ICC(1), ICC(A,1) and ICC(C,1), and (k) for the mean; as R's `psych::ICC`.

    Raises
    ------
    ValueError
        As `mean_squares`, and where the units' means do not differ at all.

    >>> table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    >>> [(form, round(found.value, 2)) for form, found in reviewer_correlations(table).items()]
    [('ICC1', 0.17), ('ICC1k', 0.44), ('ICC2', 0.29), ('ICC2k', 0.62), ('ICC3', 0.71), ('ICC3k', 0.91)]
    """
    parts, tail = mean_squares(ratings), (1 + check_level(level)) / 2
    if parts.units == 0:
        raise ValueError("an intraclass correlation needs units whose means differ")
    one_way = (parts.n - 1, parts.n * (parts.k - 1))
    two_way = (parts.n - 1, (parts.n - 1) * (parts.k - 1))
    estimates: tuple[tuple[Form, Form, _Limits, float, tuple[int, int]], ...] = (
        ("ICC1", "ICC1k", _exact(parts, parts.within, one_way, tail), parts.within, one_way),
        ("ICC2", "ICC2k", _approximate(parts, tail), parts.error, two_way),
        ("ICC3", "ICC3k", _exact(parts, parts.error, two_way, tail), parts.error, two_way),
    )
    found = {}
    for single, of_the_mean, limits, error, degrees in estimates:
        statistic = parts.units / error if error else math.inf
        for form, reviewers in ((single, 1), (of_the_mean, parts.k)):
            value, low, high = (_of_the_mean(one, reviewers) for one in limits)
            method = "f-satterthwaite" if single == "ICC2" else "f-exact"
            interval = Interval(low=low, high=high, level=level, method=method) if low < 1 else None
            found[form] = ReviewerCorrelation(
                form=form,
                value=value,
                interval=interval,
                statistic=statistic,
                degrees=degrees,
                p_value=float(fdtrc(*degrees, statistic)),
            )
    return found


#: An estimate for one reviewer with its lower and upper limit.
_Limits = tuple[float, float, float]


def _exact(parts: MeanSquares, error: float, degrees: tuple[int, int], tail: float) -> _Limits:
    """ICC1 and ICC3: a function of one ratio of mean squares, whose distribution is known."""
    above, below = float(fdtri(*degrees, tail)), float(fdtri(*degrees[::-1], tail))
    value, low, high = (
        (ratio * parts.units - error) / (ratio * parts.units + (parts.k - 1) * error)
        for ratio in (1.0, 1 / above, below)
    )
    return value, low, high


def _approximate(parts: MeanSquares, tail: float) -> _Limits:
    """ICC2: reviewers and error together are given Satterthwaite's degrees of freedom.

    Never fewer than the reviewers have, as for a sum of variances; a far negative estimate would turn one into a
    difference, and the interval away from the estimate.
    """
    n, k, units, reviewers, error = parts.n, parts.k, parts.units, parts.reviewers, parts.error
    value = (units - error) / (units + (k - 1) * error + k * (reviewers - error) / n)
    if reviewers == error == 0:
        return value, value, value
    of_reviewers = k * value * reviewers
    of_error = (n * (1 - value) + k * (n - 1) * value) * error
    both = (of_reviewers + of_error) ** 2 / (of_reviewers**2 + of_error**2 / (n - 1))
    degrees = (k - 1) * max(1.0, both)
    above, below = float(fdtri(n - 1, degrees, tail)), float(fdtri(degrees, n - 1, tail))
    noise = k * reviewers + (k * n - k - n) * error
    low, high = (n * (ratio * units - error) / (noise + n * ratio * units) for ratio in (1 / above, below))
    return value, low, high


def _of_the_mean(value: float, reviewers: int) -> float:
    """Return the correlation of the mean of so many reviewers from that of one (Spearman and Brown)."""
    scale = 1 + (reviewers - 1) * value
    return reviewers * value / scale if scale > 1e-12 else -math.inf


def _square_sum(values: Floats) -> float:
    return float((values**2).sum())
