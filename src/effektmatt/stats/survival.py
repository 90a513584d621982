"""Handling times with open cases: the Kaplan-Meier curve, its quantiles and the share closed within a limit.

A case still open when it was last seen is censored: it counts as open up to then and says nothing about after.
Leaving open cases out makes the later period look faster than it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from effektmatt.core import DurationCounts, Interval
from effektmatt.stats.checks import check_finite, check_level
from effektmatt.stats.results import ShareInference
from effektmatt.stats.share import clopper_pearson

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SurvivalCurve:
    """The Kaplan-Meier estimate of the share of cases still open after each day.

    Parameters
    ----------
    days
        The days on which at least one case was closed, ascending.
    closed, at_risk
        How many were closed on that day, and how many were open when it began.
    survival
        The share still open after that day.
    greenwood
        Greenwood's sum up to that day; `survival ** 2 * greenwood` is the variance of `survival`.
    counts
        The counts that the curve was made from.
    """

    days: Integers
    closed: Integers
    at_risk: Integers
    survival: Floats
    greenwood: Floats
    counts: DurationCounts

    @property
    def n(self) -> int:
        """How many cases, open and closed."""
        return self.counts.n

    @property
    def follow_up(self) -> int:
        """The longest time that any case was followed, in days."""
        followed = self.counts.events + self.counts.censored > 0
        return int(self.counts.days[followed][-1])

    @property
    def horizon(self) -> float:
        """The last day that the curve says anything about: infinite once every case is closed."""
        return math.inf if self.survival.size and self.survival[-1] == 0 else float(self.follow_up)

    @property
    def variance(self) -> Floats:
        """Greenwood's variance of `survival`, nought where every case is closed."""
        return self.survival**2 * self.greenwood

    def at(self, day: float) -> float:
        """Return the share still open after a day."""
        place = self.place(day)
        return float(self.survival[place]) if place >= 0 else 1.0

    def place(self, day: float) -> int:
        """Return the index of the last day in `days` not after `day`; -1 before the first."""
        return int(np.searchsorted(self.days, day, side="right")) - 1

    def closed_by(self, day: float) -> int:
        """Return how many cases were closed by a day."""
        return int(self.closed[: self.place(day) + 1].sum())

    def open_at(self, day: float) -> int:
        """Return how many cases were seen open on a day, or closed on that day itself."""
        seen = self.counts.days >= day
        return int(self.counts.events[seen].sum() + self.counts.censored[seen].sum())

    def check_day(self, day: float, name: str) -> None:
        """Refuse a negative day and one that no open case was followed to."""
        if check_finite(day, name) < 0:
            raise ValueError(f"{name} cannot be negative; got {day}")
        if day > self.horizon:
            raise ValueError(f"{name} cannot be later than the last follow-up, day {self.follow_up}; got {day}")


def kaplan_meier(counts: DurationCounts) -> SurvivalCurve:
    """Return the Kaplan-Meier curve with Greenwood's variance.

    Cases censored on a day are at risk for closing on that day.

    Source: Kaplan & Meier 1958, JASA 53:457-481.

    Raises
    ------
    ValueError
        If there are no cases.

    >>> curve = kaplan_meier(DurationCounts.from_times([6, 6, 6, 7, 10, 6], [True, True, True, True, True, False]))
    >>> curve.days.tolist(), curve.survival.round(3).tolist()
    ([6, 7, 10], [0.5, 0.25, 0.0])
    """
    if counts.n == 0:
        raise ValueError("a survival curve needs at least one case; got none")
    leaving = counts.events + counts.censored
    at_risk = counts.n - np.concatenate([[0], np.cumsum(leaving)[:-1]])
    has_event = counts.events > 0
    closed, risk = counts.events[has_event], at_risk[has_event]
    left = risk - closed
    # the last case closed ends the curve at nought; the term that would be infinite is multiplied by nought
    terms = np.where(left > 0, closed / (risk * np.maximum(left, 1.0)), 0.0)
    return SurvivalCurve(
        days=counts.days[has_event],
        closed=closed,
        at_risk=risk,
        survival=np.cumprod(left / risk),
        greenwood=np.cumsum(terms),
        counts=counts,
    )


def log_log_band(curve: SurvivalCurve, level: float) -> tuple[Floats, Floats]:
    """Return the lower and upper limits of the curve after each of its days, on the log(-log) scale.

    NaN where every case is closed: that scale has no limits there.

    Source: Kalbfleisch & Prentice 2002, The Statistical Analysis of Failure Time Data, section 1.4.1.
    """
    z = float(ndtri((1 + check_level(level)) / 2))
    open_ = curve.survival > 0
    log_survival = np.log(curve.survival[open_])
    half = z * np.sqrt(curve.greenwood[open_]) / np.abs(log_survival)
    low, high = np.full(curve.days.size, np.nan), np.full(curve.days.size, np.nan)
    low[open_], high[open_] = np.exp(log_survival * np.exp(half)), np.exp(log_survival * np.exp(-half))
    return low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantile:
    """The day by which a share of the cases is closed; None when so many never were while they were followed."""

    value: float | None
    interval: Interval


def quantile(curve: SurvivalCurve, share: float = 0.5, level: float = 0.95) -> Quantile:
    """Return the day by which `share` of the cases is closed, with a log-log interval.

    As R's `quantile.survfit`: where the curve is flat at exactly that share, the middle of the flat part (which
    gives the usual median when all are closed). A limit that the curve does not show is nought or infinity.

    Source: Kaplan & Meier 1958, JASA 53:457-481; Brookmeyer & Crowley 1982, Biometrics 38:29-41, on the log-log scale.

    >>> curve = kaplan_meier(DurationCounts.from_times([1, 2, 3, 4], [True] * 4))
    >>> quantile(curve).value
    2.5
    """
    if not 0 < share < 1:
        raise ValueError(f"share must lie between 0 and 1, for example 0.5; got {share!r}")
    low_band, high_band = log_log_band(curve, level)
    low, high = _crossing(curve, low_band, share), _crossing(curve, high_band, share)
    interval = Interval(
        low=0.0 if low is None else low,
        high=math.inf if high is None else high,
        level=level,
        method="log-log",
    )
    return Quantile(value=_crossing(curve, curve.survival, share), interval=interval)


def _crossing(curve: SurvivalCurve, still_open: Floats, share: float) -> float | None:
    """Return the first day on which a curve has fallen to 1 - share, or the middle of a flat part exactly there."""
    tolerance = math.sqrt(np.finfo(np.float64).eps)
    reached = np.flatnonzero(1 - still_open > share - tolerance)
    if reached.size == 0:
        return None
    place = int(reached[0])
    day = float(curve.days[place])
    if abs(1 - still_open[place] - share) >= tolerance:
        return day
    end = curve.days[place + 1] if place + 1 < curve.days.size else curve.follow_up
    return (day + float(end)) / 2


def closed_share(curve: SurvivalCurve, day: float, level: float = 0.95) -> ShareInference:
    """Return the share of cases closed by a day, 1 - S(day), with log-log limits.

    While none or all are closed the log-log scale has no limits: then the exact interval of Clopper and Pearson
    for the cases whose fate on that day is known.

    Source: Kaplan & Meier 1958, JASA 53:457-481; Kalbfleisch & Prentice 2002, section 1.4.1; effective sample size:
    Cutler & Ederer 1958, Journal of Chronic Diseases 8:699-712.

    Raises
    ------
    ValueError
        If `day` is later than any open case was followed.

    >>> counts = DurationCounts.from_times([5, 9, 20, 30, 40], [True, True, True, False, True])
    >>> share = closed_share(kaplan_meier(counts), 21)
    >>> round(share.value, 2), round(share.effective_n, 6)
    (0.6, 5.0)
    """
    curve.check_day(day, "day")
    place = curve.place(day)
    still_open = curve.at(day)
    if 0 < still_open < 1:
        low_band, high_band = log_log_band(curve, level)
        std_error = still_open * math.sqrt(curve.greenwood[place])
        return ShareInference(
            value=1 - still_open,
            std_error=std_error,
            interval=Interval(low=1 - high_band[place], high=1 - low_band[place], level=level, method="log-log"),
            effective_n=still_open * (1 - still_open) / std_error**2,
        )
    closed = curve.closed_by(day)
    known = closed or curve.open_at(day)
    return ShareInference(
        value=1 - still_open,
        std_error=0.0,
        interval=clopper_pearson(closed, known, level),
        effective_n=known,
    )
