"""Which wave a case belongs to, how long it was seen, and how it stood when the wave was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.cases.counted import CountedCases, Grouping
from effektmatt.cases.working_days import swedish_working_days
from effektmatt.core import Day, DurationCounts, Unit, as_day
from effektmatt.data.values import folded

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]
Periods = Mapping[str, tuple[Day, Day]]
Measured = Mapping[str, Day]

#: Numbers up to so many times as many as there are rows are near enough each other to be looked up.
_NEAR = 4

#: Why a case is left out, in the order that the reasons are looked for.
LEFT_OUT = (
    "opened-missing",
    "opened-outside-periods",
    "opened-after-measured",
    "registered-after-measured",
    "closed-before-opened",
    "withdrawn-undated",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """Which cases ended without being closed: those with one of these values in a column."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhasedCases:
    """Cases assigned to one or two waves; every array has one entry per different time, status and group.

    Parameters
    ----------
    waves
        The waves by name, the earlier first.
    wave
        0 or 1: the wave in which the case was opened.
    days
        Days from opened to closed, or to the day the wave was measured, in `unit`.
    is_closed, is_withdrawn
        Whether it was closed, or withdrawn and never to be closed, by the day the wave was measured.
    rows
        How many such cases there are.
    groups
        The group of each, per grouping column.
    unit
        Days or working days.
    left_out
        How many cases were left out for each reason of `LEFT_OUT` that occurs.
    """

    waves: tuple[str, ...]
    wave: Integers
    days: Integers
    is_closed: Booleans
    is_withdrawn: Booleans
    rows: Integers
    groups: Mapping[str, Grouping]
    unit: Unit
    left_out: Mapping[str, int]

    @property
    def used(self) -> int:
        """How many cases an analysis rests on."""
        return int(self.rows.sum())

    @property
    def read(self) -> int:
        """How many cases there were, those left out included."""
        return self.used + sum(self.left_out.values())

    def counts(self, wave: int, among: Booleans | None = None) -> DurationCounts:
        """Count the days of one wave, of all its cases or of those `among`; withdrawn ones are last seen open then."""
        taken = (self.wave == wave) if among is None else (self.wave == wave) & among
        distinct, place = np.unique(self.days[taken], return_inverse=True)
        closed, rows = self.is_closed[taken], self.rows[taken]
        events, censored = np.zeros(distinct.size, dtype=np.int64), np.zeros(distinct.size, dtype=np.int64)
        np.add.at(events, place[closed], rows[closed])
        np.add.at(censored, place[~closed], rows[~closed])
        return DurationCounts(days=distinct, events=events, censored=censored)


def assign_phases(
    cases: CountedCases,
    *,
    periods: Periods,
    measured: Measured,
    unit: Unit = Unit.DAYS,
    withdrawn: Withdrawn | None = None,
) -> PhasedCases:
    """Assign each case to the wave in which it was opened, as it stood on the day that the wave was measured.

    A case closed after that day was open then, whatever the register has learnt since: otherwise the earlier wave
    would have been followed longer than the later one. A case opened and closed on the same day took 0 days.

    Parameters
    ----------
    cases
        Cases as counted by `count_cases`.
    periods
        The first and last day of one wave or of each of two: cases opened then belong to it.
    measured
        The day on which each wave was measured.
    unit
        `Unit.DAYS` (calendar days) or `Unit.WORKING_DAYS`.
    withdrawn
        Which cases were withdrawn, on the day that stands as that of closing.

    Returns
    -------
    PhasedCases
        Cases read = cases used + cases left out. Left out are cases with no opening day, opened outside both
        periods, opened or entered in the register after the wave was measured, closed before they were opened, and
        withdrawn nobody knows when.

    Raises
    ------
    ValueError
        If there are not one or two waves, if they overlap, or if one was measured before it began.
    """
    waves, first, last, seen = _settled(periods, measured)
    inside = (cases.opened[:, None] >= first) & (cases.opened[:, None] <= last)
    wave = np.argmax(inside, axis=1)
    away = _withdrawn(cases, withdrawn)
    seen_on = seen[wave]
    never = np.zeros(wave.size, dtype=bool)
    reasons = np.select(
        [
            np.isnat(cases.opened),
            ~inside.any(axis=1),
            cases.opened > seen_on,
            never if cases.registered is None else cases.registered > seen_on,
            cases.closed < cases.opened,
            away & np.isnat(cases.closed),
        ],
        range(len(LEFT_OUT)),
        default=-1,
    )
    used = reasons == -1
    left_out = {code: int(cases.rows[reasons == place].sum()) for place, code in enumerate(LEFT_OUT)}
    has_ended = cases.closed[used] <= seen_on[used]
    end = np.where(has_ended, cases.closed[used], seen_on[used])
    days = _days_between(cases.opened[used], end, unit)
    codes = [grouping.codes[used] for grouping in cases.groups.values()]
    (wave, ended, withdrew, days, *codes), rows = _together(
        [wave[used], has_ended, has_ended & away[used], days, *codes], cases.rows[used]
    )
    groups = {
        column: Grouping(codes=code, names=grouping.names)
        for (column, grouping), code in zip(cases.groups.items(), codes, strict=True)
    }
    return PhasedCases(
        waves=waves,
        wave=wave,
        days=days,
        is_closed=(ended == 1) & (withdrew == 0),
        is_withdrawn=withdrew.astype(bool),
        rows=rows,
        groups=groups,
        unit=unit,
        left_out={code: rows for code, rows in left_out.items() if rows},
    )


def _withdrawn(cases: CountedCases, withdrawn: Withdrawn | None) -> Booleans:
    """Say which cases were withdrawn at some time."""
    if withdrawn is None:
        return np.zeros(cases.opened.size, dtype=bool)
    grouping, wanted = cases.groups[withdrawn.column], {folded(value) for value in withdrawn.values}
    codes = [code for code, name in enumerate(grouping.names) if folded(name) in wanted]
    return np.isin(grouping.codes, codes)


def _together(columns: Sequence[NDArray[Any]], rows: Integers) -> tuple[list[Integers], Integers]:
    """Add up the rows that are alike in all columns, so that nothing later depends on how many cases there were."""
    whole = [column.astype(np.int64) for column in columns]
    key = np.zeros(rows.size, dtype=np.int64)
    for column in whole:  # one number per row, as digits in a mixed base
        low = int(column.min(initial=0))
        digits, base = column - low, int(column.max(initial=0)) - low + 1
        if (int(key.max(initial=0)) + 1) * base >= 2**63:  # no room: number what there is, in place of what could be
            key, digits = (np.unique(one, return_inverse=True)[1] for one in (key, column))
            base = int(digits.max(initial=0)) + 1
        key = key * base + digits
    first, place = _first_of_each(key)
    total = np.bincount(place, weights=rows, minlength=first.size).astype(np.int64)
    return [column[first] for column in whole], total


def _first_of_each(key: Integers) -> tuple[Integers, Integers]:
    """Return the first row of each number, in their order, and which of them each row has."""
    if key.max(initial=-1) >= _NEAR * key.size:
        return np.unique(key, return_index=True, return_inverse=True)[1:]
    seen = np.full(int(key.max(initial=-1)) + 1, -1, dtype=np.int64)
    seen[key[::-1]] = np.arange(key.size)[::-1]  # the last that is written stays: the first row
    numbers = np.cumsum(seen >= 0) - 1
    return seen[seen >= 0], numbers[key]


def _days_between(opened: NDArray[np.datetime64], end: NDArray[np.datetime64], unit: Unit) -> Integers:
    if unit is Unit.WORKING_DAYS:
        return swedish_working_days(opened, end)
    if unit is not Unit.DAYS:
        raise ValueError(f"cases are timed in {Unit.DAYS!s} or {Unit.WORKING_DAYS!s}; got {unit!s}")
    return (end - opened).astype(np.int64)


def _settled(
    periods: Periods, measured: Measured
) -> tuple[tuple[str, ...], NDArray[np.datetime64], NDArray[np.datetime64], NDArray[np.datetime64]]:
    """Return the waves in order of time, and their first, last and measuring days."""
    if len(periods) not in (1, 2):
        raise ValueError(f"cases are of one period or compared between two; got {len(periods)}: {', '.join(periods)}")
    lacking = [wave for wave in periods if wave not in measured]
    if lacking:
        raise ValueError(f"no day of measuring for {', '.join(lacking)}; got {', '.join(measured)}")
    days = {wave: _as_days(wave, periods[wave], measured[wave]) for wave in periods}
    waves = tuple(sorted(days, key=lambda wave: days[wave][0]))
    before, after = waves[0], waves[-1]
    for wave, (start, end, seen_on) in days.items():
        if end < start:
            raise ValueError(f"the period {wave} ends ({end}) before it begins ({start})")
        if seen_on < start:
            raise ValueError(f"the period {wave} was measured ({seen_on}) before it began ({start})")
    if before != after and days[before][1] >= days[after][0]:
        raise ValueError(f"the periods {before} and {after} overlap: {days[before][1]} is not before {days[after][0]}")
    first, last, seen = (np.array([days[wave][place] for wave in waves]) for place in range(3))
    return waves, first, last, seen


def _as_days(wave: str, period: tuple[Day, Day], measured: Day) -> list[np.datetime64]:
    if isinstance(period, str) or len(period) != 2:
        raise TypeError(f'a period is its first and its last day, ("2013-05-01", "2013-08-31"); {wave} has {period!r}')
    first, last = (as_day(f"periods[{wave!r}]", day) for day in period)
    return [np.datetime64(day, "D") for day in (first, last, as_day("as_of", measured))]
