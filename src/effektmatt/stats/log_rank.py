"""The log-rank test: whether groups of cases, some still open, close at the same rate."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc

from effektmatt.core import DurationCounts
from effektmatt.stats.results import HypothesisTest


def log_rank(groups: Sequence[DurationCounts]) -> HypothesisTest:
    """Test that the groups share one survival curve.

    A group that never had a case at risk on a day of closing says nothing and takes no degree of freedom.
    The test is weak against curves that cross.

    Source: Mantel 1966, Cancer Chemotherapy Reports 50:163-170; Peto & Peto 1972, JRSS A 135:185-207; the
    hypergeometric variance, as R's `survdiff`.

    Raises
    ------
    ValueError
        With fewer than two groups, or when no case in any of them was closed.

    >>> fast = DurationCounts.from_times([1, 2, 3, 4], [True, True, True, True])
    >>> slow = DurationCounts.from_times([3, 5, 6, 9], [True, True, False, False])
    >>> round(log_rank([fast, slow]).statistic, 3)
    4.473
    """
    if len(groups) < 2:
        raise ValueError(f"a log-rank test needs at least two groups; got {len(groups)}")
    days = np.unique(np.concatenate([group.days[group.events > 0] for group in groups]))
    if days.size == 0:
        raise ValueError("a log-rank test needs at least one closed case; got none")
    closed = np.stack([_closed_on(group, days) for group in groups]).astype(np.float64)
    at_risk = np.stack([_at_risk_on(group, days) for group in groups]).astype(np.float64)
    total_closed, total_risk = closed.sum(axis=0), at_risk.sum(axis=0)
    share = at_risk / total_risk
    gap = (closed - share * total_closed).sum(axis=1)
    spread = total_closed * (total_risk - total_closed) / np.maximum(total_risk - 1, 1)
    covariance = np.diag((share * spread).sum(axis=1)) - (share * spread) @ share.T
    informative = at_risk.sum(axis=1) > 0
    gap, covariance = gap[informative], covariance[np.ix_(informative, informative)]
    degrees = gap.size - 1
    if degrees < 1:
        raise ValueError("a log-rank test needs cases at risk in at least two groups")
    # the gaps sum to nought, so one group is redundant; lstsq also bears groups that were never at risk together
    solution = np.linalg.lstsq(covariance[:-1, :-1], gap[:-1])[0]
    statistic = float(gap[:-1] @ solution)
    return HypothesisTest(
        statistic=statistic, degrees=degrees, p_value=float(chdtrc(degrees, statistic)), method="log-rank"
    )


def _closed_on(group: DurationCounts, days: NDArray[np.int64]) -> NDArray[np.int64]:
    closed = np.zeros(days.size, dtype=np.int64)
    has_event = group.events > 0
    closed[np.searchsorted(days, group.days[has_event])] = group.events[has_event]
    return closed


def _at_risk_on(group: DurationCounts, days: NDArray[np.int64]) -> NDArray[np.int64]:
    leaving = np.concatenate([[0], np.cumsum(group.events + group.censored)])
    return group.n - leaving[np.searchsorted(group.days, days, side="left")]
