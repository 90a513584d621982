"""Handling times before and after: everything that is said of them, and the counts it rests on."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from effektmatt.cases.medians_and_shares import closed_within_change, median_change
from effektmatt.cases.phases import PhasedCases
from effektmatt.cases.restricted_means import restricted_mean_changes, wave_mean
from effektmatt.cases.wave_curve import Settings, WaveCurve, waves_of
from effektmatt.core import Change, Detail, DurationCounts, Estimate, Linkage, Note, Unit
from effektmatt.speech import Shown
from effektmatt.stats.checks import check_level
from effektmatt.stats.choices import MEAN_TIME_DIFFERENCE
from effektmatt.stats.curve_differences import curves_cross
from effektmatt.stats.results import HypothesisTest
from effektmatt.stats.survival import SurvivalCurve, kaplan_meier

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WaveTimes:
    """Handling times of one wave.

    Parameters
    ----------
    wave
        Its name.
    counts
        How many cases were closed, and how many last seen open, after each number of days.
    median, mean
        The Kaplan-Meier median; and the mean, of at most tau days per case while some case of the wave is open.
    closed_within
        The share closed within each limit.
    """

    wave: str
    counts: DurationCounts
    median: Estimate
    mean: Estimate
    closed_within: Mapping[int, Estimate]

    @property
    def n(self) -> int:
        """How many cases, open and closed."""
        return self.counts.n

    @property
    def curve(self) -> SurvivalCurve | None:
        """The share still open after each day, by Kaplan and Meier; None where there are no cases."""
        return kaplan_meier(self.counts) if self.n else None

    @property
    def open(self) -> int:
        """How many cases were open when the wave was measured."""
        return int(self.counts.censored.sum())

    @property
    def follow_up(self) -> int:
        """The longest time that any case was followed, in days."""
        return self.counts.follow_up


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HandlingTimes(Detail, Shown):
    """Handling times of two waves and what changed. Every difference is after minus before.

    Parameters
    ----------
    before, after
        The two waves, the earlier first; `before` is None where there is one, and nothing then has changed.
    tau
        The restricted means count at most so many days of each case.
    whole
        Whether every case is closed, so that the means are not restricted; `tau` is then the longest that any took.
    unit
        Days or working days.
    change
        The means and their difference, for the cases as they came.
    standardised
        The same as if both waves had the case mix of both together; None where no case type was given.
    median_change
        The medians and their difference.
    closed_within
        For each limit the shares closed within so many days, and their difference.
    log_rank
        Test that cases close at the same rate in both waves; None where there is nothing to test.
    left_out
        How many cases were left out, for each reason.
    notes
        Remarks on data and method.
    """

    before: WaveTimes | None
    after: WaveTimes
    tau: int
    whole: bool
    unit: Unit
    change: Change
    standardised: Change | None
    median_change: Change
    closed_within: Mapping[int, Change]
    log_rank: HypothesisTest | None
    left_out: Mapping[str, int]
    notes: tuple[Note, ...] = ()

    @property
    def judged(self) -> Change:
        """What a target is held against: the standardised change where there is one, else the plain."""
        return self.standardised or self.change

    @property
    def waves(self) -> tuple[WaveTimes, ...]:
        """The waves that there are."""
        return (self.after,) if self.before is None else (self.before, self.after)

    def to_frame(self) -> pd.DataFrame:
        """Return every estimate as a row of the column vocabulary that all results share.

        `moment` is "before", "after" or "difference" (after minus before); `days` is the limit of a share closed in
        time, and tau of a restricted mean.
        """
        import pandas as pd

        changes: list[tuple[int | None, Change]] = [(self.tau, self.change), (None, self.median_change)]
        if self.standardised:
            changes.insert(0, (self.tau, self.standardised))
        changes.extend(self.closed_within.items())
        rows = [{**row, "days": days} for days, change in changes for row in change.to_rows()]
        return pd.DataFrame(rows).astype({"days": "Int64"})


def handling_times(
    cases: PhasedCases,
    *,
    within_days: int,
    case_type: str | None = None,
    limits: Sequence[int] = (),
    level: float = 0.95,
) -> HandlingTimes:
    """Compare the handling times of two waves, cases still open included.

    Estimand of `change`: the difference, after minus before, of the mean number of days that a case is open, of at
    most `within_days` (the restricted mean). `standardised` is the same difference within each type of case,
    weighted by the mix of both waves together, so that easier cases are not taken for faster work.

    A restricted mean cannot reach further than the wave followed for the shorter time: a longer `within_days` is
    shortened to that, and a note says so. Where every case is closed the means are of all days.

    Parameters
    ----------
    cases
        Cases assigned to one wave or two; of one its mean, median and shares are told.
    within_days
        The longest time counted of any case, in the unit of `cases`.
    case_type
        Grouping column of `cases` to standardise for.
    limits
        Numbers of days, to give the share closed within each.
    level
        Confidence level.

    Returns
    -------
    HandlingTimes
        An estimate that the cases are too few for has no value, and a note says why.
    """
    first, second = waves_of(cases)
    there = (first, second)[-len(cases.waves) :]
    settings, shortened = _settled(within_days, there, cases.unit, check_level(level))
    tau = settings.tau
    restricted = restricted_mean_changes(cases, settings, case_type=case_type)
    change, notes = restricted.plain, (*shortened, *restricted.notes)
    medians = median_change(first, second, settings)
    closed = {limit: closed_within_change(first, second, limit, settings) for limit in sorted(set(limits))}

    def times(wave: WaveCurve, of: Callable[[Change], Estimate]) -> WaveTimes:
        shares = {days: of(share) for days, share in closed.items()}
        mean = of(change) if settings.whole or not wave.all_closed else wave_mean(wave, settings)
        return WaveTimes(wave=wave.wave, counts=wave.counts, median=of(medians), mean=mean, closed_within=shares)

    if first.curve and second.curve and curves_cross(first.curve, second.curve, tau, level):
        notes += (Note(code="curves-cross", values={"days": tau}),)
    return HandlingTimes(
        before=times(first, lambda both: both.before) if len(there) > 1 else None,
        after=times(second, lambda both: both.after),
        tau=tau,
        whole=settings.whole,
        unit=cases.unit,
        change=change,
        standardised=restricted.standardised,
        median_change=medians,
        closed_within=closed,
        log_rank=_same_rate(first.counts, second.counts) if len(there) > 1 else None,
        left_out=cases.left_out,
        notes=notes,
    )


def _same_rate(before: DurationCounts, after: DurationCounts) -> HypothesisTest | None:
    """Test that both waves close cases at the same rate, where both had cases left when the first was closed."""
    closings = np.concatenate([counts.days[counts.events > 0] for counts in (before, after)])
    if not closings.size or min(before.follow_up, after.follow_up) < closings.min() or not before.n * after.n:
        return None
    return MEAN_TIME_DIFFERENCE.test(Linkage.INDEPENDENT)([before, after])


def shorter_follow_up(cases: PhasedCases) -> float:
    """Return how far restricted means can reach: to the last follow-up of the wave followed for the shorter time.

    Infinite if every case is closed in both; a wave without cases does not count.
    """
    return _longest(*waves_of(cases))


def _longest(*waves: WaveCurve) -> float:
    return min((wave.horizon for wave in waves if wave.curve), default=math.inf)


def _settled(
    within_days: int, waves: Sequence[WaveCurve], unit: Unit, level: float
) -> tuple[Settings, tuple[Note, ...]]:
    """Return how far means count: to the end where every case is closed, else to `within_days` or the follow-up."""
    if within_days < 1:
        raise ValueError(f"within_days must be at least 1; got {within_days}")
    if all(wave.all_closed for wave in waves):
        last = max(1, *(wave.counts.follow_up for wave in waves))
        return Settings(tau=last, unit=unit, level=level, whole=True), (Note(code="all-closed"),)
    longest = _longest(*waves)
    if within_days <= longest:
        return Settings(tau=within_days, unit=unit, level=level), ()
    told = {"wanted": within_days, "days": int(longest), "waves": len(waves)}
    shortened = Note(code="tau-shortened", values=told)
    return Settings(tau=int(longest), unit=unit, level=level), (shortened,)
