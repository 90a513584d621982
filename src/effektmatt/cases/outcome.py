"""The change of handling times as the outcome of a goal: all cases, and each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from effektmatt.cases.clustered import groups_note, over_groups
from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import HandlingTimes, handling_times
from effektmatt.cases.medians_and_shares import median_change
from effektmatt.cases.phases import Booleans, Measured, Periods, PhasedCases, Withdrawn, assign_phases
from effektmatt.cases.restricted_means import restricted_mean_changes, wave_mean
from effektmatt.cases.wave_curve import Settings, waves_of
from effektmatt.core import About, Change, Estimate, GroupOutcome, Hide, Note, Outcome, Unit
from effektmatt.data.by_group import group_outcomes, shown_groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a target is held against: the change of the mean, or of the `median`, or the `level` after."""

    median: bool = False
    level: bool = False


def handling_time_outcome(
    frame: Any,
    about: About,
    *,
    opened: str,
    closed: str,
    periods: Periods,
    measured: Measured,
    within_days: int,
    registered: str | None = None,
    withdrawn: Withdrawn | None = None,
    standardise: str | None = None,
    limits: Sequence[int] = (),
    judged: Judged = Judged(),
    by: Sequence[str] = (),
    cluster: str | None = None,
    unit: Unit = Unit.DAYS,
    file: str | None = None,
) -> Outcome:
    """Return how much longer or shorter the handling times became, all cases counted, the open ones too.

    Of one wave the time itself is returned, as where the level is judged.

    Parameters
    ----------
    frame
        One row per case: any dataframe that narwhals takes.
    about
        The confidence level; groups with fewer cases than `hide.means` in a wave are hidden.
    opened, closed, registered
        Columns of dates; `registered` is when a case was entered, where that may be later than it was opened.
    periods, measured
        The first and last day of each wave, one or two, and the day on which it was measured.
    withdrawn
        Which cases were withdrawn: they count as open up to then, and say nothing about after.
    within_days
        The longest time counted of any case. Where cases were not followed so long it is shortened, with a note.
    standardise
        Column of case types: the outcome is then the difference at the same case mix, and the plain one beside it.
    limits
        Numbers of days: the difference of the shares closed within each stands beside the outcome.
    judged
        What the outcome is.
    by
        Columns to give the same difference for, per group; each group is standardised to its own case mix.
    cluster
        Column of what several cases have in common (handler, office): the uncertainty of the plain mean and its change
        is reckoned over those.
    unit
        `Unit.DAYS` or `Unit.WORKING_DAYS`.
    file
        The file's name, for the faults.

    Returns
    -------
    Outcome
        `detail` is the `HandlingTimes` of all cases; its `left_out` accounts for the cases that were not used.

    Raises
    ------
    InputFaults
        "column-missing", "date-wrong".
    ValueError
        As `assign_phases`.
    """
    of_cases = (standardise, cluster, withdrawn.column if withdrawn else None)
    columns = dict.fromkeys([*by, *(one for one in of_cases if one)])
    counted = count_cases(frame, opened=opened, closed=closed, registered=registered, by=list(columns), file=file)
    cases = assign_phases(counted, periods=periods, measured=measured, unit=unit, withdrawn=withdrawn)
    times = handling_times(cases, within_days=within_days, case_type=standardise, limits=limits, level=about.level)
    one = len(cases.waves) == 1
    judged = replace(judged, level=judged.level or one)
    settings = Settings(tau=times.tau, unit=unit, level=about.level, whole=times.whole)
    told = times.notes
    if cluster is not None:
        change = over_groups(times.change, cases, cluster, settings)
        after = replace(times.after, mean=change.after)
        times, told = replace(times, change=change, after=after), (*told, *groups_note(cases, cluster))
    groups = tuple(group for one in by for group in _groups(cases, one, standardise, settings, judged, about.hide))
    change = times.median_change if judged.median else times.judged
    mean = times.standardised.after if times.standardised else times.after.mean
    level = times.after.median if judged.median else mean
    return Outcome(
        estimate=level if judged.level else change.difference,
        change=None if one else change,
        beside=_beside(times, judged, mean),
        groups=groups,
        detail=times,
        notes=(*told, *_withdrawn_note(cases)),
    )


def _withdrawn_note(cases: PhasedCases) -> tuple[Note, ...]:
    n = int(cases.rows[cases.is_withdrawn].sum())
    return (Note(code="withdrawn-as-open", values={"n": n}),) if n else ()


def _beside(times: HandlingTimes, judged: Judged, mean: Estimate) -> tuple[Estimate, ...]:
    """Return the other ways to measure the same."""
    if judged.level:
        other = mean if judged.median else times.after.median
        return (other, *times.after.closed_within.values())
    shares = tuple(change.difference for change in times.closed_within.values())
    if judged.median:
        return shares
    plain = (times.change.difference,) if times.standardised else ()
    return (*plain, times.median_change.difference, *shares)


def _groups(
    cases: PhasedCases, column: str, standardise: str | None, settings: Settings, judged: Judged, hide: Hide
) -> tuple[GroupOutcome, ...]:
    one_wave = len(cases.waves) == 1

    def found(_group: str, of: Booleans) -> tuple[Estimate, Change | None]:
        if judged.median:
            change = median_change(*waves_of(cases, of), settings)
            return change.after if judged.level else change.difference, None if one_wave else change
        changes = restricted_mean_changes(cases, settings, case_type=standardise, among=of)
        difference = changes.judged.difference
        difference = replace(difference, notes=(*difference.notes, *changes.notes))
        level = changes.standardised.after if changes.standardised else wave_mean(waves_of(cases, of)[1], settings)
        both = None if one_wave else replace(changes.judged, difference=difference)
        return level if judged.level else difference, both

    grouping = cases.groups[column]
    members = {group: grouping.members(group) for group in grouping.names}
    shown = shown_groups(members, lambda of: [cases.counts(wave, of).n for wave in range(len(cases.waves))], hide.means)
    return group_outcomes(column, shown, found)
