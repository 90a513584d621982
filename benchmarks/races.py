"""What `speed.py` compares: the same work done by effektmatt and by a peer."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from effektmatt.core import PairedCounts
from effektmatt.data.counting import count_durations, count_pairs
from effektmatt.data.parquet import count_parquet
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

LEVELS = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """Two ways to the same number; `agree` raises if they do not give it.

    `memory` is the most that ours ever held, in gigabytes.
    """

    ours: Callable[[], Any]
    peer: Callable[[], Any]
    agree: Callable[[Any, Any], None]
    memory: Callable[[], float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is compared, and what is demanded: times quicker than the peer, or times the peer's cost."""

    work: str
    peer: str
    start: Callable[[float], AbstractContextManager[Race]]
    quicker: float | None = None
    at_most: float | None = None
    gigabytes: float | None = None
    needs: str | None = None


def answers(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return answers of 1 to 5 before and after; as many rise as fall, so that p-values are not all nought."""
    generator = np.random.default_rng(20110919)
    before = generator.choice(5, n, p=[0.1, 0.25, 0.35, 0.2, 0.1]) + 1
    after = np.clip(before + generator.choice([-1, 0, 1], n, p=[0.25, 0.5, 0.25]), 1, 5)
    return before, after


@contextmanager
def wilcoxon(size: float, dtype: type = np.int8) -> Iterator[Race]:
    from scipy import stats

    before, after = (column.astype(dtype) for column in answers(int(1e6 * size)))
    frame = pd.DataFrame({"before": before, "after": after})

    def agree(ours: Any, peer: Any) -> None:
        np.testing.assert_allclose(ours.p_value, peer.pvalue, rtol=1e-9)

    yield Race(
        ours=lambda: signed_rank.signed_rank(count_pairs(frame, "before", "after", LEVELS), "drop"),
        peer=lambda: stats.wilcoxon(after, before),
        agree=agree,
    )


@contextmanager
def wilcoxon_wide(size: float) -> Iterator[Race]:
    with wilcoxon(size, np.int64) as race:
        yield race


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


@contextmanager
def parquet(size: float) -> Iterator[Race]:
    import polars as pl

    with tempfile.TemporaryDirectory() as folder:
        file, rows = Path(folder) / "answers.parquet", int(1e7 * size)
        pairs = {f"item{number}": (f"before{number}", f"after{number}") for number in range(20)}
        columns = [column for pair in pairs.values() for column in pair]
        before, after = (pl.Series(column.astype(np.int8)) for column in answers(rows))
        shifted = {}
        for number, (first, second) in enumerate(pairs.values()):  # the same people in another order: other columns
            for name, values in ((first, before), (second, after)):
                shifted[name] = pl.concat([values[number * 1_000 :], values[: number * 1_000]])
        pl.DataFrame(shifted).write_parquet(file)
        del before, after, shifted

        def agree(ours: Any, peer: Any) -> None:
            last = count_pairs(peer, *pairs["item19"], LEVELS)
            assert signed_rank.signed_rank(last) == ours["item19"][2]

        yield Race(
            ours=lambda: item_statistics(str(file), pairs),
            peer=lambda: pl.read_parquet(file, columns=columns),
            agree=agree,
            memory=lambda: memory_of_parquet(file, pairs),
        )


def item_statistics(file: str, pairs: dict[str, tuple[str, str]]) -> dict[str, tuple[Any, ...]]:
    """Return the finished statistics of every item."""
    kernels = (
        ordinal_paired.improvement,
        ordinal_paired.probability_higher_paired,
        signed_rank.signed_rank,
        mean.paired_mean_difference,
        mean.hedges_g_av,
    )
    counted = count_parquet(file, pairs, LEVELS)
    return {item: tuple(kernel(counts) for kernel in kernels) for item, counts in counted.items()}


def memory_of_parquet(file: Path, pairs: dict[str, tuple[str, str]]) -> float:
    """Return the most memory, in GB, that a process of its own ever held while it did the work (Linux only)."""
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import races; "
        f"races.item_statistics({str(file)!r}, {pairs!r}); "
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    return int(said.split()[1]) / 1e6


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


def our_survival(frames: list[pd.DataFrame]) -> tuple[float, float, float]:
    before, after = (count_durations(frame, "days", "closed") for frame in frames)
    difference = restricted_mean_difference(kaplan_meier(after), kaplan_meier(before), 365)
    return difference.value, difference.std_error, float(log_rank([before, after]).statistic or 0)


@contextmanager
def survival_statsmodels(size: float) -> Iterator[Race]:
    from statsmodels.duration.survfunc import SurvfuncRight, survdiff

    days, closed = cases(size)
    frames = [pd.DataFrame({"days": one, "closed": other}) for one, other in zip(days, closed, strict=True)]
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

    yield Race(ours=lambda: our_survival(frames), peer=peer, agree=agree)


@contextmanager
def survival_lifelines(size: float, *, with_variance: bool = True) -> Iterator[Race]:
    from lifelines import KaplanMeierFitter
    from lifelines.statistics import logrank_test
    from lifelines.utils import restricted_mean_survival_time

    days, closed = cases(size)
    frames = [pd.DataFrame({"days": one, "closed": other}) for one, other in zip(days, closed, strict=True)]

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

    yield Race(ours=lambda: our_survival(frames), peer=peer, agree=agree)


@contextmanager
def survival_lifelines_bare(size: float) -> Iterator[Race]:
    with survival_lifelines(size, with_variance=False) as race:
        yield race


ROWS: dict[str, Row] = {
    "wilcoxon": Row(
        work="Wilcoxon's signed-rank test, 1e6 pairs of answers of one byte: counting and test",
        peer="scipy `wilcoxon`",
        start=wilcoxon,
        quicker=40,
    ),
    "wilcoxon-wide": Row(
        work="the same, answers of eight bytes",
        peer="scipy `wilcoxon`",
        start=wilcoxon_wide,
    ),
    "rows": Row(
        work=f"{len(PAIRED)} paired statistics from the counts of 1e7 people",
        peer="the same from the counts of 1e3",
        start=any_number_of_rows,
        at_most=20,
    ),
    "parquet": Row(
        work="Parquet of 1e7 people x 20 paired items: counting and five statistics of each",
        peer="Polars, merely reading the columns",
        start=parquet,
        at_most=2,
        gigabytes=2,
    ),
    "survival-statsmodels": Row(
        work="Kaplan-Meier, restricted means and log-rank of 1e6 cases: counting and statistics",
        peer="statsmodels `SurvfuncRight`, `survdiff`",
        start=survival_statsmodels,
        quicker=25,
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
