"""What `speed.py` compares: the same work done by effektmatt and by a peer."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from effektmatt.core import DurationCounts, PairedCounts
from effektmatt.stats import (
    mean,
    ordinal_paired,
    paired_ratio,
    paired_shares,
    reliability,
    signed_rank,
)
from effektmatt.stats.log_rank import log_rank
from effektmatt.stats.restricted_mean import restricted_mean_difference
from effektmatt.stats.survival import kaplan_meier
from effektmatt.surveys.scores import paired_values

LEVELS = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """Two ways to the same number; `agree` raises if they do not give it."""

    ours: Callable[[], Any]
    peer: Callable[[], Any]
    agree: Callable[[Any, Any], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is compared, and what is demanded: times quicker than the peer, or times the peer's cost."""

    work: str
    peer: str
    start: Callable[[float], AbstractContextManager[Race]]
    quicker: float | None = None
    at_most: float | None = None
    needs: str | None = None


def answers(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return answers of 1 to 5 before and after; as many rise as fall, so that p-values are not all nought."""
    generator = np.random.default_rng(20110919)
    before = generator.choice(5, n, p=[0.1, 0.25, 0.35, 0.2, 0.1]) + 1
    after = np.clip(before + generator.choice([-1, 0, 1], n, p=[0.25, 0.5, 0.25]), 1, 5)
    return before, after


@contextmanager
def wilcoxon(size: float) -> Iterator[Race]:
    from scipy import stats

    before, after = (column.astype(float) for column in answers(int(1e6 * size)))

    def agree(ours: Any, peer: Any) -> None:
        np.testing.assert_allclose(ours.p_value, peer.pvalue, rtol=1e-9)

    yield Race(
        ours=lambda: signed_rank.signed_rank(paired_values(before, after), "drop"),
        peer=lambda: stats.wilcoxon(after, before),
        agree=agree,
    )


@contextmanager
def any_number_of_rows(_: float) -> Iterator[Race]:
    thousand = PairedCounts(
        levels=[*LEVELS],
        table=[
            [40, 30, 10, 0, 0],
            [20, 120, 80, 20, 0],
            [10, 50, 200, 90, 20],
            [0, 10, 50, 110, 40],
            [0, 0, 10, 30, 60],
        ],
    )
    ten_million = PairedCounts(levels=thousand.levels, table=thousand.table * 10_000 + np.eye(5, dtype=int))

    def agree(ours: Any, peer: Any) -> None:
        assert len(ours) == len(peer) == len(PAIRED)

    yield Race(ours=lambda: every_paired(ten_million), peer=lambda: every_paired(thousand), agree=agree)


def _square(pairs: PairedCounts) -> tuple[int, int, int, int]:
    """Return who answered 4 or 5 both times, only after, only before and never."""
    high = pairs.levels >= 4
    return tuple(int(pairs.table[np.ix_(rows, columns)].sum()) for columns in (high, ~high) for rows in (high, ~high))


PAIRED: tuple[Callable[[PairedCounts], Any], ...] = (
    ordinal_paired.improvement,
    lambda pairs: ordinal_paired.net_share(ordinal_paired.improvement(pairs)),
    ordinal_paired.probability_higher_paired,
    ordinal_paired.sign_test,
    signed_rank.signed_rank,
    lambda pairs: signed_rank.signed_rank(pairs, "drop"),
    mean.paired_mean_difference,
    mean.hedges_g_av,
    lambda pairs: reliability.reliable_change_threshold(mean.moments(pairs.before)[2] ** 0.5, 0.8),
    lambda pairs: paired_shares.tango(*_square(pairs)),
    lambda pairs: paired_ratio.paired_ratio(*_square(pairs)),
)


def every_paired(pairs: PairedCounts) -> list[Any]:
    return [statistic(pairs) for statistic in PAIRED]


def cases(size: float) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Return the days and the status of cases before and after; what is open after 400 days is open when seen."""
    generator = np.random.default_rng(20130919)
    days, closed = [], []
    for average in (62, 60):
        took = generator.exponential(average, int(5e5 * size))
        seen = np.minimum(400, generator.uniform(0, 800, took.size))
        days.append(np.minimum(took, seen).astype(np.int64))
        closed.append(took <= seen)
    return days, closed


def our_survival(days: list[np.ndarray], closed: list[np.ndarray]) -> tuple[float, float, float]:
    before, after = (DurationCounts.from_times(one, other) for one, other in zip(days, closed, strict=True))
    difference = restricted_mean_difference(kaplan_meier(after), kaplan_meier(before), 365)
    return difference.value, difference.std_error, float(log_rank([before, after]).statistic or 0)


@contextmanager
def survival_statsmodels(size: float) -> Iterator[Race]:
    from statsmodels.duration.survfunc import SurvfuncRight, survdiff

    days, closed = cases(size)
    status = [one.astype(int) for one in closed]
    together, together_status = np.concatenate(days), np.concatenate(status)
    wave = np.repeat([0, 1], days[0].size)

    def area(curve: Any) -> float:
        at = curve.surv_times <= 365
        steps = np.diff(np.concatenate([[0], curve.surv_times[at], [365]]))
        return float(steps @ np.concatenate([[1], curve.surv_prob[at]]))

    def peer() -> tuple[float, float]:
        before, after = (SurvfuncRight(one, other) for one, other in zip(days, status, strict=True))
        return area(after) - area(before), survdiff(together, together_status, wave)[0]

    def agree(ours: Any, peer: Any) -> None:
        np.testing.assert_allclose([ours[0], ours[2]], peer, rtol=1e-6)

    yield Race(ours=lambda: our_survival(days, closed), peer=peer, agree=agree)


@contextmanager
def survival_lifelines(size: float, *, with_variance: bool = True) -> Iterator[Race]:
    from lifelines import KaplanMeierFitter
    from lifelines.statistics import logrank_test
    from lifelines.utils import restricted_mean_survival_time

    days, closed = cases(size)

    def restricted(curve: Any) -> float:
        found = restricted_mean_survival_time(curve, t=365, return_variance=with_variance)
        return found[0] if with_variance else found

    def peer() -> tuple[float, float]:
        before, after = (
            restricted(KaplanMeierFitter().fit(one, other)) for one, other in zip(days, closed, strict=True)
        )
        return after - before, logrank_test(days[0], days[1], closed[0], closed[1]).test_statistic

    def agree(ours: Any, peer: Any) -> None:
        np.testing.assert_allclose([ours[0], ours[2]], peer, rtol=1e-6)

    yield Race(ours=lambda: our_survival(days, closed), peer=peer, agree=agree)


@contextmanager
def survival_lifelines_bare(size: float) -> Iterator[Race]:
    with survival_lifelines(size, with_variance=False) as race:
        yield race


ROWS: dict[str, Row] = {
    "wilcoxon": Row(
        work="Wilcoxon's signed-rank test, 1e6 pairs of scores: counting and test",
        peer="scipy `wilcoxon`",
        start=wilcoxon,
    ),
    "rows": Row(
        work=f"{len(PAIRED)} paired statistics from the counts of 1e7 people",
        peer="the same from the counts of 1e3",
        start=any_number_of_rows,
        at_most=20,
    ),
    "survival-statsmodels": Row(
        work="Kaplan-Meier, restricted means and log-rank of 1e6 cases: counting and statistics",
        peer="statsmodels `SurvfuncRight`, `survdiff`",
        start=survival_statsmodels,
        quicker=10,
    ),
    "survival-lifelines": Row(
        work="the same",
        peer="lifelines, restricted means with `return_variance`",
        start=survival_lifelines,
        quicker=300,
        needs="lifelines",
    ),
    "survival-lifelines-bare": Row(
        work="the same",
        peer="lifelines, restricted means without any measure of their error",
        start=survival_lifelines_bare,
        needs="lifelines",
    ),
}
