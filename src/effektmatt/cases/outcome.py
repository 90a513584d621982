"""The change of handling times as the outcome of a goal: all cases, and each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import handling_times
from effektmatt.cases.phases import Measured, Periods, PhasedCases, assign_phases
from effektmatt.cases.restricted_means import restricted_mean_changes
from effektmatt.cases.wave_curve import Settings
from effektmatt.core import GroupOutcome, Hide, Outcome, Unit
from effektmatt.data.disclosure import hidden_groups


def handling_time_outcome(
    frame: Any,
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
    hide: Hide | None = None,
    level: float = 0.95,
    file: str | None = None,
) -> Outcome:
    """Return how much longer or shorter the handling times became, all cases counted, the open ones too.

    Parameters
    ----------
    frame
        One row per case: any dataframe that narwhals takes.
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
    hide
        Groups with fewer cases than `hide.means` in a wave are hidden.
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
    times = handling_times(cases, within_days=within_days, case_type=standardise, limits=limits, level=level)
    settings = Settings(tau=times.tau, unit=unit, level=level)
    smallest = (hide or Hide()).means
    groups = tuple(group for column in by for group in _groups(cases, column, standardise, settings, smallest))
    return Outcome(
        estimate=times.judged.difference,
        change=times.judged,
        beside=times.beside,
        groups=groups,
        detail=times,
        notes=times.notes,
    )


def _groups(
    cases: PhasedCases, column: str, standardise: str | None, settings: Settings, smallest: int
) -> list[GroupOutcome]:
    grouping = cases.groups[column]
    members = {group: grouping.members(group) for group in grouping.names}
    hidden = frozenset[str]()
    for wave in range(len(cases.waves)):
        hidden |= hidden_groups({group: cases.counts(wave, of).n for group, of in members.items()}, smallest)
    outcomes = []
    for group, of in members.items():
        if group in hidden:
            outcomes.append(GroupOutcome(by=column, group=group, estimate=None, hidden=True))
            continue
        found = restricted_mean_changes(cases, settings, case_type=standardise, among=of)
        estimate = found.judged.difference
        change = replace(found.judged, difference=replace(estimate, notes=(*estimate.notes, *found.notes)))
        outcomes.append(GroupOutcome(by=column, group=group, estimate=change.difference, change=change))
    return outcomes
