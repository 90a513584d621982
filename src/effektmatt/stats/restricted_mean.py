"""The restricted mean: how long a case stays open on average, counting at most tau days of each.

Unlike the plain mean it can be estimated while cases are open; unlike the median it weighs the long ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import DurationCounts
from effektmatt.stats.results import Inference, about, satterthwaite
from effektmatt.stats.survival import SurvivalCurve, kaplan_meier

Floats = NDArray[np.float64]

METHOD = "restricted-mean-greenwood"
STANDARDISED = "restricted-mean-greenwood-standardised"


def restricted_mean(curve: SurvivalCurve, tau: float, level: float = 0.95) -> Inference:
    """Return the mean number of days open, of at most `tau`, with its Greenwood-type standard error.

    The area under the curve up to tau. The variance is the sum over the days of closing of (area from that day to
    tau) squared times Greenwood's term, without the small-sample factor m / (m - 1). The interval is Student's, with as
    many degrees of freedom as cases were closed by tau, less one, and stays within 0 and tau.

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
    degrees = curve.closed_by(tau) - 1
    return about(value, math.sqrt(variance), level=level, method=METHOD, degrees=degrees, within=(0.0, tau))


def restricted_mean_difference(
    first: SurvivalCurve, second: SurvivalCurve, tau: float, level: float = 0.95
) -> Inference:
    """Return the difference of two restricted means, first minus second, both up to the same tau.

    The interval is Welch's: how well the smaller wave's variance is known counts (degrees of freedom of Satterthwaite,
    from the cases of each that were closed by tau). Where one wave has few cases its times are often so skewed that no
    such interval is right; `effektmatt.stats.enough.of_times` says when.

    Source: Royston & Parmar 2013, BMC Medical Research Methodology 13:152; Uno et al. 2014.

    Raises
    ------
    ValueError
        As `restricted_mean`, for either curve.
    """
    (mean_1, variance_1), (mean_2, variance_2) = _mean_and_variance(first, tau), _mean_and_variance(second, tau)
    degrees = satterthwaite([(variance_1, first.closed_by(tau)), (variance_2, second.closed_by(tau))])
    return about(
        mean_1 - mean_2,
        math.sqrt(variance_1 + variance_2),
        level=level,
        method=METHOD,
        degrees=degrees,
        null=0.0,
        within=(-tau, tau),
    )


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
    mean, parts = _weighted(by_type, weights, tau)
    return about(
        mean,
        math.sqrt(sum(variance for variance, _ in parts)),
        level=level,
        method=STANDARDISED,
        degrees=satterthwaite(parts),
        within=(0.0, tau),
    )


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
    (mean_1, parts_1), (mean_2, parts_2) = (
        _weighted(by_type, weights, tau) for by_type in (first_by_type, second_by_type)
    )
    parts = [*parts_1, *parts_2]
    return about(
        mean_1 - mean_2,
        math.sqrt(sum(variance for variance, _ in parts)),
        level=level,
        method=STANDARDISED,
        degrees=satterthwaite(parts),
        null=0.0,
        within=(-tau, tau),
    )


def added_by_cases(curve: SurvivalCurve, tau: float) -> tuple[Floats, Floats]:
    """Return what cases add to the error of a restricted mean, in days over n, and how many of them add so much.

    Where all are closed it is how far each one's days are from the mean; an open case adds what is known of it.
    """
    areas, _ = _areas_to_come(curve, tau)
    days, closed, at_risk = (one[: areas.size] for one in (curve.days, curve.closed, curve.at_risk))
    each = areas / np.maximum(at_risk - closed, 1.0)  # nothing is to come once every case is closed
    ahead = np.concatenate([[0.0], np.cumsum(each * closed / at_risk)])
    known = ahead[np.searchsorted(days, curve.counts.days, side="right")]
    own = np.zeros(curve.counts.days.size)
    place = np.searchsorted(curve.counts.days, days)
    own[place] = each
    values, counts = np.concatenate([known - own, known]), np.concatenate([curve.counts.events, curve.counts.censored])
    return values, counts.astype(np.float64)


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


def _weighted(
    by_type: Mapping[str, SurvivalCurve], weights: Mapping[str, float], tau: float
) -> tuple[float, list[tuple[float, int]]]:
    """Return the weighted mean, and what each type adds to its variance with the cases that it is known from."""
    mean, parts = 0.0, []
    for kind, weight in weights.items():
        try:
            own_mean, own_variance = _mean_and_variance(by_type[kind], tau)
        except ValueError as error:
            raise ValueError(f"type {kind!r}: {error}") from error
        mean += weight * own_mean
        parts.append((weight * weight * own_variance, by_type[kind].closed_by(tau)))
    return mean, parts


def _mean_and_variance(curve: SurvivalCurve, tau: float) -> tuple[float, float]:
    curve.check_day(tau, "tau")
    if tau <= 0:
        raise ValueError(f"tau must be positive; got {tau}")
    closed = curve.closed_by(tau)
    if closed < 2:
        raise ValueError(f"at least two cases must be closed by tau, day {tau}; got {closed}")
    to_come, until_first = _areas_to_come(curve, tau)
    terms = np.diff(curve.greenwood[: to_come.size], prepend=0.0)
    return until_first + float(to_come[0]), float((to_come**2 * terms).sum())


def _areas_to_come(curve: SurvivalCurve, tau: float) -> tuple[Floats, float]:
    """Return the area under the curve from each day of closing up to tau, and the days until the first of them."""
    steps = curve.place(tau) + 1
    areas = curve.survival[:steps] * np.diff(curve.days[:steps], append=float(tau))
    return np.cumsum(areas[::-1])[::-1], float(curve.days[0])


def _check_mix(weights: Mapping[str, float], *groups: Mapping[str, SurvivalCurve]) -> None:
    for what, group in zip(("the first group", "the second group"), groups, strict=False):
        if group.keys() != weights.keys():
            lacking, extra = sorted(weights.keys() - group.keys()), sorted(group.keys() - weights.keys())
            raise ValueError(
                f"every type needs a weight, and cases in each group; {what} lacks {lacking}, adds {extra}"
            )
    if any(weight < 0 for weight in weights.values()) or not math.isclose(sum(weights.values()), 1, abs_tol=1e-9):
        raise ValueError(f"weights must be shares that sum to one; got {dict(weights)}")
