"""The change of handling times as the outcome of a goal: all cases, and each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import handling_times
from effektmatt.cases.phases import Booleans, Measured, Periods, PhasedCases, assign_phases
from effektmatt.cases.restricted_means import restricted_mean_changes
from effektmatt.cases.wave_curve import Settings
from effektmatt.core import About, Change, Estimate, GroupOutcome, Hide, Outcome, Unit
from effektmatt.data.by_group import group_outcomes, shown_groups


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
    standardise: str | None = None,
    limits: Sequence[int] = (),
    by: Sequence[str] = (),
    unit: Unit = Unit.DAYS,
    file: str | None = None,
) -> Outcome:
    """Return how much longer or shorter the handling times became, all cases counted, the open ones too.

    Parameters
    ----------
    frame
        One row per case: any dataframe that narwhals takes.
    about
        The confidence level; groups with fewer cases than `hide.means` in a wave are hidden.
    opened, closed, registered
        Columns of dates; `registered` is when a case was entered, where that may be later than it was opened.
    periods, measured
        The first and last day of each wave, and the day on which it was measured.
    within_days
        The longest time counted of any case. Where cases were not followed so long it is shortened, with a note.
    standardise
        Column of case types: the outcome is then the difference at the same case mix, and the plain one beside it.
    limits
        Numbers of days: the difference of the shares closed within each stands beside the outcome.
    by
        Columns to give the same difference for, per group; each group is standardised to its own case mix.
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
    columns = dict.fromkeys([*by, *([standardise] if standardise else [])])
    counted = count_cases(frame, opened=opened, closed=closed, registered=registered, by=list(columns), file=file)
    cases = assign_phases(counted, periods=periods, measured=measured, unit=unit)
    times = handling_times(cases, within_days=within_days, case_type=standardise, limits=limits, level=about.level)
    settings = Settings(tau=times.tau, unit=unit, level=about.level)
    groups = tuple(group for column in by for group in _groups(cases, column, standardise, settings, about.hide))
    return Outcome(
        estimate=times.judged.difference,
        change=times.judged,
        beside=times.beside,
        groups=groups,
        detail=times,
        notes=times.notes,
    )


def _groups(
    cases: PhasedCases, column: str, standardise: str | None, settings: Settings, hide: Hide
) -> tuple[GroupOutcome, ...]:
    def found(_group: str, of: Booleans) -> tuple[Estimate, Change]:
        changes = restricted_mean_changes(cases, settings, case_type=standardise, among=of)
        difference = changes.judged.difference
        difference = replace(difference, notes=(*difference.notes, *changes.notes))
        return difference, replace(changes.judged, difference=difference)

    grouping = cases.groups[column]
    members = {group: grouping.members(group) for group in grouping.names}
    shown = shown_groups(members, lambda of: [cases.counts(wave, of).n for wave in range(2)], hide.means)
    return group_outcomes(column, shown, found)
