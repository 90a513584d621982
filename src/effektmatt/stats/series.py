"""Weekly or monthly values over time: what is ordinary variation, and did anything change.

XmR charts need no theory of the values; segmented regression estimates a jump and a change of slope.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.stats.results import Inference, about

Floats = NDArray[np.float64]

#: 3 / d2 for two observations: mean moving range to three standard deviations.
LIMIT_FACTOR = 2.66

RUN_LENGTH = 7
TREND_LENGTH = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A run of points that ordinary variation would hardly give: `start` to `end`, both included, counted from 0.

    `rule` is "beyond-limit", "run-one-side", "trend" or "two-of-three"; `upward` says which way.
    """

    rule: str
    start: int
    end: int
    upward: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class XmrChart:
    """Values with centre line and natural process limits, one of each per value; limits change where it was rebased."""

    values: Floats
    centre: Floats
    low: Floats
    high: Floats
    rebased_at: tuple[int, ...]
    signals: tuple[Signal, ...]


def xmr(values: Any, rebase_at: Sequence[int] = ()) -> XmrChart:
    """Return an individuals (XmR) chart: mean plus and minus 2.66 times the mean moving range, and four rules.

    The moving ranges are not screened for large ones. The rules are those of NHS England: a point beyond a limit;
    seven in a row on one side of the centre; seven in a row each higher, or each lower, than the one before; two of
    three in a row beyond two thirds of the way to the same limit. Rules do not reach across a rebasing.

    Parameters
    ----------
    values
        In order of time.
    rebase_at
        Indices (from 0) at which centre and limits start anew, for example where the intervention began.

    Source: Shewhart's limits for individuals: Wheeler 2000, Understanding Variation; Provost & Murray 2011, The
    Health Care Data Guide, chapter 5; rules: NHS England, Making Data Count, and R's NHSRplotthedots.

    Raises
    ------
    ValueError
        For gaps, or a part with fewer than two values.

    >>> chart = xmr([10, 12, 11, 13, 10, 12, 30])
    >>> round(float(chart.centre[0]), 2), chart.signals[0].rule
    (14.0, 'beyond-limit')
    """
    series = _series(values)
    starts = sorted({0, *rebase_at})
    if starts[0] < 0 or starts[-1] > series.size:
        raise ValueError(f"rebase_at must be indices of values, 0 to {series.size - 1}; got {list(rebase_at)}")
    centre, reach = np.empty(series.size), np.empty(series.size)
    signals: list[Signal] = []
    for start, end in zip(starts, [*starts[1:], series.size], strict=True):
        part = series[start:end]
        if part.size < 2:
            raise ValueError(f"each part of the series needs at least two values; got {part.size} from index {start}")
        centre[start:end] = part.mean()
        reach[start:end] = LIMIT_FACTOR * np.abs(np.diff(part)).mean()
        signals.extend(_signals(part, float(centre[start]), float(reach[start]), start))
    return XmrChart(
        values=series,
        centre=centre,
        low=centre - reach,
        high=centre + reach,
        rebased_at=tuple(start for start in starts if start),
        signals=tuple(sorted(signals, key=lambda signal: (signal.start, signal.rule))),
    )


def _signals(part: Floats, centre: float, reach: float, offset: int) -> list[Signal]:
    found: list[Signal] = []
    for upward, sign in ((True, 1.0), (False, -1.0)):
        away = sign * (part - centre)
        rising = np.concatenate([[False], sign * np.diff(part) > 0])
        near = away > reach * 2 / 3
        two_of_three = _covered([i for i in range(part.size - 2) if near[i : i + 3].sum() >= 2], 3, part.size)
        rules = (
            ("beyond-limit", _stretches(away > reach), 1, 0),
            ("run-one-side", _stretches(away > 0), RUN_LENGTH, 0),
            ("trend", _stretches(rising), TREND_LENGTH - 1, 1),  # six steps join seven points
            ("two-of-three", _stretches(two_of_three), 1, 0),
        )
        for rule, stretches, least, before in rules:
            found.extend(
                Signal(rule=rule, start=offset + first - before, end=offset + last, upward=upward)
                for first, last in stretches
                if last - first + 1 >= least
            )
    return found


def _covered(starts: list[int], length: int, size: int) -> NDArray[np.bool_]:
    covered = np.zeros(size, dtype=bool)
    for start in starts:
        covered[start : start + length] = True
    return covered


def _stretches(holds: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return first and last index of every unbroken stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], holds, [False]]).astype(np.int8)))
    return [(int(first), int(last) - 1) for first, last in zip(edges[::2], edges[1::2], strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """The mean of a series before and after a point, and after minus before."""

    before: Inference
    after: Inference
    difference: Inference
    lags: int


def series_mean(values: Any, level: float = 0.95, lags: int | None = None) -> Inference:
    """Return the mean of a series whose values depend on those before, with a Newey-West t interval.

    Parameters as for `step_change`, and the same source.

    Raises
    ------
    ValueError
        With fewer than four values.

    >>> round(series_mean([4, 6, 5, 7, 6, 8]).value, 2)
    6.0
    """
    series = _series(values)
    if series.size < 4:
        raise ValueError(f"at least four values are needed; got {series.size}")
    (mean,), covariance, _ = _means(series, np.ones((series.size, 1)), lags)
    return about(
        float(mean), math.sqrt(covariance[0, 0]), level=level, method="newey-west", degrees=series.size - 1, null=0.0
    )


def step_change(values: Any, at: int, level: float = 0.95, lags: int | None = None) -> StepChange:
    """Return the means before and after a point in a series and their difference, with Newey-West t intervals.

    Estimand: the mean level of the process after `at` minus the mean level before, when values near each other in
    time may depend on each other.

    Parameters
    ----------
    values
        In order of time, equally spaced.
    at
        Index (from 0) of the first value after.
    level
        Confidence level.
    lags
        How many steps of autocorrelation the standard errors allow for; by default 4 (n / 100) ** (2 / 9).

    Source: Newey & West 1987, Econometrica 55:703-708, with the small-sample factor n / (n - 2) and t with n - 2
    degrees of freedom.

    Raises
    ------
    ValueError
        With fewer than four values on either side.

    >>> round(step_change([1, 2, 1, 2, 5, 6, 5, 6], at=4).difference.value, 2)
    4.0
    """
    series = _series(values)
    n = series.size
    if min(at, n - at) < 4:
        raise ValueError(f"at least four values are needed on each side; got {at} and {n - at}")
    after = np.arange(n) >= at
    means, covariance, used = _means(series, np.column_stack([~after, after]).astype(np.float64), lags)
    contrasts = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 1.0]])
    first, second, difference = (
        about(
            float(contrast @ means),
            math.sqrt(max(0.0, float(contrast @ covariance @ contrast))),
            level=level,
            method="newey-west",
            degrees=n - 2,
            null=0.0,
        )
        for contrast in contrasts
    )
    return StepChange(before=first, after=second, difference=difference, lags=used)


def _series(values: Any) -> Floats:
    series = np.asarray(values, dtype=np.float64)
    if series.ndim != 1 or not np.all(np.isfinite(series)):
        raise ValueError("values must be a row of finite numbers, in order of time")
    return series


def _means(series: Floats, phases: Floats, lags: int | None) -> tuple[Floats, Floats, int]:
    """Return the mean of each phase (a column of noughts and ones), their Newey-West covariance, and the lags used."""
    n, k = phases.shape
    sizes = phases.sum(axis=0)
    means = phases.T @ series / sizes
    scores = phases * (series - phases @ means)[:, None]
    used = _lags(n) if lags is None else lags
    middle = scores.T @ scores
    for lag in range(1, min(used, n - 1) + 1):
        together = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (used + 1)) * (together + together.T)
    return means, middle / np.outer(sizes, sizes) * n / (n - k), used


def _lags(n: int) -> int:
    return math.floor(4 * (n / 100) ** (2 / 9))


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentedRegression:
    """Straight lines before and after an intervention: the slope before, the jump, and the change of slope."""

    slope_before: Inference
    level_change: Inference
    slope_change: Inference
    lags: int


def segmented_regression(
    values: Any, intervention: int, level: float = 0.95, lags: int | None = None
) -> SegmentedRegression:
    """Return jump and change of slope at an intervention, with Newey-West standard errors and t intervals.

    Parameters
    ----------
    values
        In order of time, equally spaced.
    intervention
        Index (from 0) of the first value after the intervention; the jump is the difference at that point.
    level
        Confidence level.
    lags
        How many steps of autocorrelation the standard errors allow for; by default 4 (n / 100) ** (2 / 9).

    Source: Wagner et al. 2002, J Clinical Pharmacy and Therapeutics 27:299-309; Newey & West 1987, Econometrica
    55:703-708, with the small-sample factor n / (n - 4).

    Raises
    ------
    ValueError
        With fewer than four values on either side.

    >>> found = segmented_regression([1, 2, 3, 4.5, 5, 9, 10, 11, 12.5, 13], intervention=5)
    >>> round(found.level_change.value, 2), round(found.slope_change.value, 2)
    (2.75, 0.0)
    """
    import statsmodels.api as sm  # 1.7 seconds to import, and seldom needed

    series = _series(values)
    n = series.size
    if min(intervention, n - intervention) < 4:
        raise ValueError(f"at least four values are needed on each side; got {intervention} and {n - intervention}")
    used = _lags(n) if lags is None else lags
    time = np.arange(n, dtype=np.float64)
    after = (time >= intervention).astype(np.float64)
    design = np.column_stack([np.ones(n), time, after, after * (time - intervention)])
    fit = sm.OLS(series, design).fit(cov_type="HAC", cov_kwds={"maxlags": used, "use_correction": True}, use_t=True)
    slope_before, level_change, slope_change = (
        about(float(fit.params[k]), float(fit.bse[k]), level=level, method="newey-west", degrees=n - 4, null=0.0)
        for k in (1, 2, 3)
    )
    return SegmentedRegression(
        slope_before=slope_before, level_change=level_change, slope_change=slope_change, lags=used
    )
