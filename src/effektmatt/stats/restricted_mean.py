"""The restricted mean: how long a case stays open on average, counting at most tau days of each.

Unlike the plain mean it can be estimated while cases are open; unlike the median it weighs the long ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from effektmatt.core import DurationCounts
from effektmatt.stats.results import Inference, about
from effektmatt.stats.survival import SurvivalCurve, kaplan_meier

METHOD = "restricted-mean-greenwood"
STANDARDISED = "restricted-mean-greenwood-standardised"


def restricted_mean(curve: SurvivalCurve, tau: float, level: float = 0.95) -> Inference:
    """Return the mean number of days open, of at most `tau`, with its Greenwood-type standard error.

    The area under the curve up to tau. The variance is the sum over the days of closing of (area from that day to
    tau) squared times Greenwood's term, without the small-sample factor m / (m - 1).

    Source: Irwin 1949, Journal of Hygiene 47:188-189; Klein & Moeschberger 2003, Survival Analysis, section 4.5;
    Uno et al. 2014, J Clin Oncol 32:2380-2385 (package survRM2).

    Raises
    ------
    ValueError
        If tau is not positive, is later than open cases were followed, or if fewer than two cases were closed by
        tau: then the standard error would be nought because nothing is known, not because all is.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> counts = DurationCounts.from_times([10, 20, 30, 30], [True, True, False, True])
    >>> restricted_mean(kaplan_meier(counts), tau=25).value
    20.0
    """
    value, variance = _mean_and_variance(curve, tau)
    return about(value, math.sqrt(variance), level=level, method=METHOD)


def restricted_mean_difference(
    first: SurvivalCurve, second: SurvivalCurve, tau: float, level: float = 0.95
) -> Inference:
    """Return the difference of two restricted means, first minus second, both up to the same tau.

    Source: Royston & Parmar 2013, BMC Medical Research Methodology 13:152; Uno et al. 2014.

    Raises
    ------
    ValueError
        As `restricted_mean`, for either curve.
    """
    (mean_1, variance_1), (mean_2, variance_2) = _mean_and_variance(first, tau), _mean_and_variance(second, tau)
    return about(mean_1 - mean_2, math.sqrt(variance_1 + variance_2), level=level, method=METHOD, null=0.0)


def standardised_restricted_mean(
    by_type: Mapping[str, SurvivalCurve], weights: Mapping[str, float], tau: float, level: float = 0.95
) -> Inference:
    """Return the restricted mean that a wave would have had with a given mix of cases.

    Parameters
    ----------
    by_type
        A curve per type of case.
    weights
        The share of each type in the mix, taken as known; they sum to one.
    tau, level
        As in `restricted_mean`.

    Source: Rothman, Greenland & Lash 2008, Modern Epidemiology, chapter 15 (standardisation); Karrison 1987,
    JASA 82:1169-1176 (restricted means with covariates).

    Raises
    ------
    ValueError
        If a type has no weight or a weight no type, if the weights do not sum to one, or as `restricted_mean` for any
        type.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> permit = kaplan_meier(DurationCounts.from_times([10, 20, 30, 30], [True, True, False, True]))
    >>> advice = kaplan_meier(DurationCounts.from_times([2, 2, 4, 4], [True] * 4))
    >>> standardised_restricted_mean({"permit": permit, "advice": advice}, {"permit": 0.5, "advice": 0.5}, 25).value
    11.5
    """
    _check_mix(weights, by_type)
    mean, variance = _weighted(by_type, weights, tau)
    return about(mean, math.sqrt(variance), level=level, method=STANDARDISED)


def standardised_restricted_mean_difference(
    first_by_type: Mapping[str, SurvivalCurve],
    second_by_type: Mapping[str, SurvivalCurve],
    weights: Mapping[str, float],
    tau: float,
    level: float = 0.95,
) -> Inference:
    """Return the difference of restricted means, first minus second, as if both had the same mix of cases.

    Direct standardisation: the difference within each type of case, weighted by a mix that is taken as known.

    Parameters
    ----------
    first_by_type, second_by_type
        A curve per type of case, the same types in both.
    weights
        The share of each type in the common mix; they sum to one.
    tau, level
        As in `restricted_mean`.

    Source: Rothman, Greenland & Lash 2008, Modern Epidemiology, chapter 15 (standardisation); Karrison 1987,
    JASA 82:1169-1176 (restricted means with covariates).

    Raises
    ------
    ValueError
        If a type is missing on one side or has no weight, if the weights do not sum to one, or as
        `restricted_mean` for any type.
    """
    _check_mix(weights, first_by_type, second_by_type)
    (mean_1, variance_1), (mean_2, variance_2) = (
        _weighted(by_type, weights, tau) for by_type in (first_by_type, second_by_type)
    )
    return about(mean_1 - mean_2, math.sqrt(variance_1 + variance_2), level=level, method=STANDARDISED, null=0.0)


def type_variances(by_type: Mapping[str, SurvivalCurve], weights: Mapping[str, float], tau: float) -> dict[str, float]:
    """Return what each type of case adds to the variance of a wave's standardised restricted mean, in squared days."""
    return {kind: weight**2 * _mean_and_variance(by_type[kind], tau)[1] for kind, weight in weights.items()}


def unseen_days(curve: SurvivalCurve, tau: float) -> float:
    """Return by how many days the mean of at most `tau` can be too long if the curve is carried on at its last height.

    The share still open where the curve ends times the days that are missing; nought where none are.

    >>> from effektmatt.core import DurationCounts
    >>> from effektmatt.stats.survival import kaplan_meier
    >>> unseen_days(kaplan_meier(DurationCounts.from_times([10, 20, 30, 30], [True, True, True, False])), tau=34)
    1.0
    """
    return 0.0 if tau <= curve.horizon else curve.at(curve.horizon) * (tau - curve.horizon)


def carried_on(curve: SurvivalCurve, tau: int) -> SurvivalCurve:
    """Return a curve as if the cases that were followed the longest had last been seen open at `tau`."""
    if tau <= curve.horizon:
        return curve
    counts = curve.counts
    censored = counts.censored.copy()
    last, censored[-1] = censored[-1], 0
    return kaplan_meier(
        DurationCounts(
            days=np.append(counts.days, tau), events=np.append(counts.events, 0), censored=np.append(censored, last)
        )
    )


def _weighted(by_type: Mapping[str, SurvivalCurve], weights: Mapping[str, float], tau: float) -> tuple[float, float]:
    mean = variance = 0.0
    for kind, weight in weights.items():
        try:
            own_mean, own_variance = _mean_and_variance(by_type[kind], tau)
        except ValueError as error:
            raise ValueError(f"type {kind!r}: {error}") from error
        mean += weight * own_mean
        variance += weight * weight * own_variance
    return mean, variance


def _mean_and_variance(curve: SurvivalCurve, tau: float) -> tuple[float, float]:
    curve.check_day(tau, "tau")
    if tau <= 0:
        raise ValueError(f"tau must be positive; got {tau}")
    closed = curve.closed_by(tau)
    if closed < 2:
        raise ValueError(f"at least two cases must be closed by tau, day {tau}; got {closed}")
    steps = curve.place(tau) + 1
    survival = curve.survival[:steps]
    edges = np.concatenate([[0.0], curve.days[:steps], [float(tau)]])
    areas = np.concatenate([[1.0], survival]) * np.diff(edges)
    to_come = np.cumsum(areas[:0:-1])[::-1]
    terms = np.diff(curve.greenwood[:steps], prepend=0.0)
    return float(areas.sum()), float((to_come**2 * terms).sum())


def _check_mix(weights: Mapping[str, float], *groups: Mapping[str, SurvivalCurve]) -> None:
    for what, group in zip(("the first group", "the second group"), groups, strict=False):
        if group.keys() != weights.keys():
            lacking, extra = sorted(weights.keys() - group.keys()), sorted(group.keys() - weights.keys())
            raise ValueError(
                f"every type needs a weight, and cases in each group; {what} lacks {lacking}, adds {extra}"
            )
    if any(weight < 0 for weight in weights.values()) or not math.isclose(sum(weights.values()), 1, abs_tol=1e-9):
        raise ValueError(f"weights must be shares that sum to one; got {dict(weights)}")
