"""Cases that can end in two ways, closed or withdrawn; and cases that each have a limit of their own."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from effektmatt.core import DurationCounts, Interval
from effektmatt.stats.checks import check_level
from effektmatt.stats.results import ShareInference
from effektmatt.stats.share import clopper_pearson
from effektmatt.stats.square_and_add import Limits, square_and_add
from effektmatt.stats.survival import closed_share, kaplan_meier

Floats = NDArray[np.float64]

METHOD = "aalen-johansen-log-log"


def cumulative_incidence(days: Any, ended: Any, day: float, level: float = 0.95) -> ShareInference:
    """Return the share of all cases that are closed by a day, when some are withdrawn and others still open.

    Parameters
    ----------
    days
        How long each case was followed.
    ended
        How it ended: 1 closed, 2 withdrawn (or otherwise never to be closed), 0 still open.
    day
        The day by which.
    level
        Confidence level.

    Notes
    -----
    To count withdrawn cases as still open (Kaplan-Meier) would say how many had been closed if none could be withdrawn.
    The variance is the sum of the squares of what each case adds (infinitesimal jackknife), as R's survival; without
    withdrawn cases it is Greenwood's, and all is as `survival.closed_share`. While none or all are closed the exact
    interval of Clopper and Pearson for the cases whose fate is known.

    Source: Aalen & Johansen 1978, Scandinavian Journal of Statistics 5:141-150; log-log limits: Kalbfleisch & Prentice
    2002, The Statistical Analysis of Failure Time Data, section 8.2.

    Raises
    ------
    ValueError
        When a case ends in another way, or the day is later than any open case was followed.

    >>> share = cumulative_incidence([5, 9, 12, 20, 30, 40], [1, 2, 1, 1, 0, 1], 21)
    >>> round(share.value, 3), round(share.interval.low, 3), round(share.interval.high, 3)
    (np.float64(0.5), 0.196, 0.889)
    """
    times, how = np.asarray(days, dtype=np.float64), np.asarray(ended)
    if times.ndim != 1 or times.shape != how.shape or not np.all(np.isin(how, (0, 1, 2))) or not times.size:
        raise ValueError(
            "days and ended must be rows of one length, and a case is open (0), closed (1) or withdrawn (2)"
        )
    if day > times.max() and np.any(how[times == times.max()] == 0):
        raise ValueError(f"day cannot be later than the last follow-up, day {times.max():g}; got {day}")
    value, added = _incidence(times, how, day)
    std_error = math.sqrt(float(added @ added))
    if std_error <= 1e-12:
        closed = int(((how == 1) & (times <= day)).sum())
        known = max(1, int((times >= day).sum()) + int(((how > 0) & (times < day)).sum()))
        exact = clopper_pearson(closed, known, level)
        return ShareInference(value=value, std_error=0.0, interval=exact, effective_n=known)
    half = float(ndtri((1 + check_level(level)) / 2)) * std_error / ((1 - value) * abs(math.log1p(-value)))
    low, high = (-math.expm1(math.log1p(-value) * math.exp(way * half)) for way in (-1, 1))
    interval = Interval(low=low, high=high, level=level, method=METHOD)
    return ShareInference(
        value=value, std_error=std_error, interval=interval, effective_n=value * (1 - value) / std_error**2
    )


def _incidence(times: Floats, how: Floats, day: float) -> tuple[float, Floats]:
    """Return the share closed by a day, and what each case adds to its error."""
    value, open_before = 0.0, 1.0
    added, of_open = np.zeros(times.size), np.zeros(times.size)  # the latter: relative to the share open before
    for moment in np.unique(times[(how > 0) & (times <= day)]):
        at_risk, now = times >= moment, times == moment
        n = float(at_risk.sum())
        closed, left = (now & (how == 1)).astype(np.float64), (now & (how > 0)).astype(np.float64)
        rate, leaving = closed.sum() / n, left.sum() / n
        added += open_before * (of_open * rate + (closed - at_risk * rate) / n)
        value += open_before * rate
        if leaving < 1:
            of_open -= (left - at_risk * leaving) / (n * (1 - leaving))
        open_before *= 1 - leaving
    return value, added


def closed_in_time(days: Any, ended: Any, day: float) -> Floats:
    """Return what each case adds to the share closed by a day, so that their mean is the share: pseudo-values.

    One or nought of a case whose fate is known, where all are. They let cases be taken in groups. Parameters as for
    `cumulative_incidence`.

    After Andersen, Klein & Rosthoj 2003, Biometrika 90:15-27; here by the infinitesimal jackknife.

    >>> closed_in_time([5, 9, 12, 20, 30, 40], [1, 1, 1, 1, 1, 1], 21).round(9).tolist()
    [1.0, 1.0, 1.0, 1.0, 0.0, 0.0]
    """
    times = np.asarray(days, dtype=np.float64)
    value, added = _incidence(times, np.asarray(ended), day)
    pseudo: Floats = value + times.size * added
    return pseudo


def own_limits(days: Any, closed: Any, limits: Any) -> tuple[DurationCounts, int]:
    """Return times in parts of each case's own limit, and the place of the limit among them.

    `survival.closed_share` of the curve of these counts, at that place, is the share closed within the limit; of two
    periods: `own_limits_difference`.

    Parameters
    ----------
    days, closed
        How long each case was followed, and whether it was closed then.
    limits
        How many days each may take.

    Source: Kaplan & Meier 1958, JASA 53:457-481, on the scale of time over limit.

    >>> from effektmatt.stats.survival import closed_share, kaplan_meier
    >>> counts, limit = own_limits([10, 25, 8, 40], [True, True, True, False], [20, 20, 5, 60])
    >>> closed_share(kaplan_meier(counts), limit).value
    0.25
    """
    followed, allowed = np.asarray(days, dtype=np.float64), np.asarray(limits, dtype=np.float64)
    if followed.shape != allowed.shape or followed.ndim != 1 or not np.all(allowed > 0):
        raise ValueError("each case needs a limit of more than no days")
    parts = followed / allowed
    places = np.unique(np.append(parts, 1.0))
    limit = int(np.searchsorted(places, 1.0))
    return DurationCounts.from_times(np.searchsorted(places, parts).tolist(), closed), limit


def own_limits_difference(first: tuple[Any, Any, Any], second: tuple[Any, Any, Any], level: float = 0.95) -> Interval:
    """Return the interval of the share closed within each case's limit in the first period less that in the second.

    Parameters
    ----------
    first, second
        Days, closed and limits of each period's cases, as in `own_limits`.
    level
        Confidence level.

    Source: Zou & Donner 2008, Stat Med 27:1693-1702, equation 3 (log-log intervals put together).

    >>> slow = ([30, 25, 8, 40], [True, True, True, False], [20, 20, 10, 60])
    >>> fast = ([10, 15, 8, 40], [True, True, True, False], [20, 20, 10, 60])
    >>> own_limits_difference(fast, slow).low < 0.5
    True
    """
    shares = []
    for days, closed, limits in (first, second):
        counts, limit = own_limits(days, closed, limits)
        shares.append(closed_share(kaplan_meier(counts), limit, level))
    one, other = (Limits(share.value, share.interval.low, share.interval.high) for share in shares)
    low, high = square_and_add(one, other)
    return Interval(low=low, high=high, level=level, method="square-and-add-log-log")
