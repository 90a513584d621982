"""The share of cases closed in time as the outcome of a goal: all cases, and each group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from effektmatt.cases.clustered import groups_note, in_time_over_groups
from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import HandlingTimes, handling_times
from effektmatt.cases.in_time import CaseLimit, Floats, difference_in_time, followed, share_in_time
from effektmatt.cases.phases import Booleans, Measured, Periods, PhasedCases, Withdrawn, assign_phases
from effektmatt.core import About, Change, Detail, Estimate, GroupOutcome, Linkage, Note, Outcome, Unit
from effektmatt.data.by_group import group_outcomes, shown_groups
from effektmatt.speech import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveInTime:
    """Cases of one wave: how many, how many of them open and withdrawn, and the share closed within their limits."""

    wave: str
    n: int
    open: int
    withdrawn: int
    share: Estimate


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClosedInTime(Detail, Shown):
    """The share of cases closed within a limit.

    Parameters
    ----------
    waves
        One wave or two, the earlier first.
    limit
        The limit in days, where it is the same for all cases.
    unit
        Days or working days.
    change
        Both shares and their difference, where there are two waves.
    times
        The curves of waves with one limit and no case withdrawn.
    left_out
        How many cases were left out, for each reason.
    notes
        Remarks on data and method.
    """

    waves: tuple[WaveInTime, ...]
    limit: int | None
    unit: Unit
    change: Change | None
    times: HandlingTimes | None
    left_out: Mapping[str, int]
    notes: tuple[Note, ...] = ()


def in_time_outcome(
    frame: Any,
    about: About,
    limit: CaseLimit,
    *,
    opened: str,
    closed: str,
    periods: Periods,
    measured: Measured,
    registered: str | None = None,
    withdrawn: Withdrawn | None = None,
    of_level: bool = False,
    by: Sequence[str] = (),
    cluster: str | None = None,
    unit: Unit = Unit.DAYS,
    file: str | None = None,
) -> Outcome:
    """Return the share of cases closed within their limits, those still open counted too.

    Parameters
    ----------
    frame, about, opened, closed, registered, periods, measured, by, cluster, unit, file
        As for `handling_time_outcome`, of one period or two.
    limit
        How many days a case may take.
    withdrawn
        Which cases were withdrawn: not closed in time, nor open for ever.
    of_level
        Whether the share of the later wave is judged, and not the difference.

    Returns
    -------
    Outcome
        `detail` is the `ClosedInTime` of all cases.
    """
    asked = [*by, limit.column, withdrawn.column if withdrawn else None, cluster]
    columns = list(dict.fromkeys(column for column in asked if column))
    counted = count_cases(frame, opened=opened, closed=closed, registered=registered, by=columns, file=file)
    cases = assign_phases(counted, periods=periods, measured=measured, unit=unit, withdrawn=withdrawn)
    limits = limit.of(cases)
    naming = (Note(code="closed-within", values={"days": limit.days, "unit": str(unit)}),) if limit.days else ()
    asked_of = _Asked(cases=cases, limits=limits, level=about.level, naming=naming, cluster=cluster)
    shares, change = asked_of.found()
    judged = shares[-1] if change is None or of_level else change.difference
    detail = _detail(asked_of, shares, change, limit)
    groups = tuple(group for column in by for group in _groups(asked_of, column, of_level, about.hide.means))
    notes = groups_note(cases, cluster) if cluster else ()
    return Outcome(estimate=judged, change=change, groups=groups, detail=detail, notes=(*detail.notes, *notes))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Asked:
    """Cases with their limits, and what every share is told."""

    cases: PhasedCases
    limits: Floats
    level: float
    naming: tuple[Note, ...]
    cluster: str | None = None

    def found(self, among: Booleans | None = None) -> tuple[tuple[Estimate, ...], Change | None]:
        """Return the share of each wave, and the change where there are two."""
        places = range(len(self.cases.waves))
        waves = [followed(self.cases, place, self.limits, among, self.cluster) for place in places]
        plain = tuple(share_in_time(wave, self.level, self.naming) for wave in waves)
        shares = tuple(in_time_over_groups(share, [wave], self.level) for share, wave in zip(plain, waves, strict=True))
        if len(shares) == 1:
            return shares, None
        difference = difference_in_time((waves[0], waves[1]), (plain[0], plain[1]), self.level)
        difference = in_time_over_groups(difference, waves[::-1], self.level)
        change = Change(before=shares[0], after=shares[1], difference=difference, linkage=Linkage.INDEPENDENT)
        return shares, change


def _detail(asked: _Asked, shares: tuple[Estimate, ...], change: Change | None, limit: CaseLimit) -> ClosedInTime:
    cases, lacking = asked.cases, np.isnan(asked.limits)
    waves = tuple(_wave(asked, place, share) for place, share in enumerate(shares))
    without, withdrawn = int(cases.rows[lacking].sum()), sum(wave.withdrawn for wave in waves)
    notes = (
        *([Note(code="limit-missing", values={"n": without})] if without else []),
        *([Note(code="cases-withdrawn", values={"n": withdrawn})] if withdrawn else []),
    )
    times = None
    if limit.days is not None and not withdrawn:
        times = handling_times(cases, within_days=2 * limit.days, limits=[limit.days], level=asked.level)
    return ClosedInTime(
        waves=waves,
        limit=limit.days,
        unit=cases.unit,
        change=change,
        times=times,
        left_out=cases.left_out,
        notes=notes,
    )


def _wave(asked: _Asked, place: int, share: Estimate) -> WaveInTime:
    cases = asked.cases
    here = (cases.wave == place) & ~np.isnan(asked.limits)
    still_open = here & ~cases.is_closed & ~cases.is_withdrawn
    n, is_open, away = (int(cases.rows[some].sum()) for some in (here, still_open, here & cases.is_withdrawn))
    return WaveInTime(wave=cases.waves[place], n=n, open=is_open, withdrawn=away, share=share)


def _groups(asked: _Asked, column: str, of_level: bool, smallest: int) -> tuple[GroupOutcome, ...]:
    def found(_group: str, of: Booleans) -> tuple[Estimate, Change | None]:
        shares, change = asked.found(of)
        return shares[-1] if change is None or of_level else change.difference, change

    grouping = asked.cases.groups[column]
    members = {group: grouping.members(group) for group in grouping.names}
    waves = range(len(asked.cases.waves))
    shown = shown_groups(
        members, lambda of: [followed(asked.cases, one, asked.limits, of).n for one in waves], smallest
    )
    return group_outcomes(column, shown, found)
