"""Cases: how long they take, the open ones included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

import numpy as np
import pandas as pd

from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import HandlingTimes
from effektmatt.cases.in_time import CaseLimit
from effektmatt.cases.in_time_outcome import ClosedInTime, in_time_outcome
from effektmatt.cases.outcome import Judged, handling_time_outcome
from effektmatt.cases.phases import PhasedCases, Withdrawn, assign_phases
from effektmatt.core import Outcome, Unit
from effektmatt.data.columns import missing_column
from effektmatt.data.keys import keys
from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import Reading, Table, read_table
from effektmatt.data.repeated import resolve_repeated
from effektmatt.data.schemas import Column, cases_columns, typed
from effektmatt.disclosure.figures import Figure, Who
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.kinds.cases_figures import CasesOf, case_figures, one_by_one, who_they_are
from effektmatt.evaluation.kinds.common import (
    NO_WAVE,
    Asked,
    Kind,
    LoadedSource,
    Prepared,
    answer,
    as_source_says,
    asked_of,
    is_level,
    texts,
)
from effektmatt.plan import Plan
from effektmatt.plan.kinds.cases import Cases, ClosedWithin, HandlingTime


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaseData(Prepared[Cases]):
    """Cases with no number repeated."""

    frame: pd.DataFrame

    def left_out(self, outcomes: Iterable[Outcome]) -> Mapping[str, int]:
        """Return the cases that no goal could use."""
        details = (outcome.detail for outcome in outcomes)
        known = (detail for detail in details if isinstance(detail, HandlingTimes | ClosedInTime))
        return next((detail.left_out for detail in known), {})


def columns(name: str, source: Cases, _wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a case register."""
    own = [column for column in (source.outcome, source.cluster) if column]
    groups = [*texts(name, present, plan), *own]
    rules = cases_columns(opened=source.opened, closed=source.closed, key=source.key, groups=groups)
    limits = [one.limit_column for _, one in asked_of(name, ClosedWithin, plan) if one.limit_column]
    numbers = tuple(Column(name=limit, kind="number") for limit in dict.fromkeys(limits))
    dates = (Column(name=source.registered, kind="date"),) if source.registered else ()
    return (*rules, *dates, *numbers)


def with_closing_dates(table: Table, source: Cases, plan: Plan) -> tuple[Table, Reading | None]:
    """Add the closing dates that stand in another file, joined on the case number."""
    closed_in = source.closed_in
    if closed_in is None or source.key is None:
        return table, None
    how = HowToRead(
        sheet=closed_in.sheet,
        within=None if source.outside else plan.folder,
        header_row=closed_in.header_row,
        skip_rows=frozenset(closed_in.skip_rows),
        keep_rows=frozenset(closed_in.keep_rows),
    )
    other = read_table(plan.folder / closed_in.file, shown_as=closed_in.file, how=how)
    lacking = [
        missing_column(column, list(frame.columns), file)
        for column, frame, file in (
            (source.key, table.frame, table.reading.file),
            (closed_in.key, other.frame, closed_in.file),
            (source.closed, other.frame, closed_in.file),
        )
        if column not in frame
    ]
    if lacking:
        raise InputFaults(lacking)
    rules = [Column(name=source.closed, kind="date"), Column(name=closed_in.key)]
    days, faults, _ = typed(other, [as_source_says(rule, source, NO_WAVE, plan) for rule in rules], file=closed_in.file)
    if faults:
        raise InputFaults(faults)
    closings = days.loc[days[source.closed].notna(), [closed_in.key, source.closed]]
    resolved = resolve_repeated(
        closings,
        key=[closed_in.key],
        # a case whose closings are all left out would look open
        rule="refuse" if source.repeated == "leave-out" else source.repeated,
        order=source.closed,
        by_file=False,
        file=closed_in.file,
    )
    told = other.frame.loc[resolved.frame.index]
    told = told[told[closed_in.key].notna()]
    dates = told.set_index(keys(told[closed_in.key]))[source.closed]
    frame = table.frame.assign(**{source.closed: keys(table.frame[source.key]).map(dates)})
    return replace(table, frame=frame), other.reading


def prepare(loaded: LoadedSource[Cases], _plan: Plan) -> tuple[CaseData, list[Fault]]:
    """Resolve case numbers that stand in several rows, as the plan says."""
    source, file = loaded.source, loaded.only
    if source.key is None or source.key not in file.frame:
        return CaseData(loaded=loaded, accounts=loaded.accounts, frame=file.frame), []
    dates = [column for column in (source.registered, source.opened, source.closed) if column in file.frame]
    try:
        resolved = resolve_repeated(
            file.frame,
            key=[source.key],
            rule=source.repeated,
            order=[column for column in dates if column],
            by_file=False,
            file=file.reading.file,
        )
    except InputFaults as error:
        return CaseData(loaded=loaded, accounts=loaded.accounts, frame=file.frame), list(error.faults)
    accounts = {NO_WAVE: file.account.leave("repeated-cases", resolved.left_out)}
    return CaseData(loaded=loaded, accounts=accounts, frame=resolved.frame), []


def handling_time(asked: Asked[HandlingTime, CaseData]) -> Outcome:
    """Return how much longer or shorter cases take."""
    measure, cases, data = asked.measure, asked.source, asked.data
    return handling_time_outcome(
        cases.frame,
        data.about,
        **_source(cases, data.plan),
        cluster=cases.source.cluster,
        within_days=measure.within_days,
        standardise=measure.standardise,
        limits=tuple(measure.limits),
        judged=Judged(median=measure.statistic == "median", level=is_level(asked.target)),
    )


def closed_within(asked: Asked[ClosedWithin, CaseData]) -> Outcome:
    """Return the share of cases closed within their limits."""
    measure, cases, data = asked.measure, asked.source, asked.data
    return in_time_outcome(
        cases.frame,
        data.about,
        _limit(measure),
        **_source(cases, data.plan),
        cluster=cases.source.cluster,
        of_level=is_level(asked.target),
    )


def _time_figures(asked: Asked[HandlingTime, CaseData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of how long the cases of each wave took."""
    cases, who = _each(asked.source, asked.data.plan)
    yield from _figures(asked, outcome, CasesOf(cases=cases, had=cases.days.astype(np.float64), who=who))


def _in_time_figures(asked: Asked[ClosedWithin, CaseData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of how many cases of each wave were closed within their limits."""
    limit = _limit(asked.measure)
    cases, who = _each(asked.source, asked.data.plan, limit.column)
    limits = limit.of(cases)
    had = np.where(np.isnan(limits), np.nan, (cases.is_closed & (cases.days <= limits)).astype(np.float64))
    yield from _figures(asked, outcome, CasesOf(cases=cases, had=had, who=who))


def _figures(
    asked: Asked[HandlingTime, CaseData] | Asked[ClosedWithin, CaseData], outcome: Outcome, of: CasesOf
) -> Iterator[Figure]:
    loaded = asked.source.loaded
    yield from case_figures(of, asked.part, f"{loaded.id}: {asked.measure.kind}", outcome, loaded.groups)


def _each(source: CaseData, plan: Plan, *columns: str | None) -> tuple[PhasedCases, Who]:
    """Return the cases that results rest on one by one, and which cases they are."""
    told = _source(source, plan)
    withdrawn = told["withdrawn"]
    asked = [*told["by"], withdrawn.column if withdrawn else None, *columns]
    counted = count_cases(
        source.frame,
        opened=told["opened"],
        closed=told["closed"],
        registered=told["registered"],
        by=list(dict.fromkeys(column for column in asked if column)),
        file=told["file"],
    )
    cases = assign_phases(
        one_by_one(counted),
        periods=told["periods"],
        measured=told["measured"],
        unit=told["unit"],
        withdrawn=withdrawn,
    )
    return cases, who_they_are(cases, source.loaded.id, source.frame, source.source.key)


def _limit(measure: ClosedWithin) -> CaseLimit:
    column, of_type = next(iter(measure.limits_by.items()), (measure.limit_column, None))
    return CaseLimit(days=measure.within_days, column=column, of_type=of_type)


class OfCases(TypedDict):
    """What every measure of cases is told of its source."""

    opened: str
    closed: str
    registered: str | None
    periods: Mapping[str, tuple[date, date]]
    measured: Mapping[str, date]
    withdrawn: Withdrawn | None
    unit: Unit
    by: tuple[str, ...]
    file: str


def _source(cases: CaseData, plan: Plan) -> OfCases:
    source = cases.source
    periods = source.opened_in(plan.written)
    return OfCases(
        opened=source.opened,
        closed=source.closed,
        registered=source.registered,
        periods=periods,
        measured={wave: day for wave in periods if (day := source.measured_on(wave)) is not None},
        withdrawn=Withdrawn(column=source.outcome, values=tuple(source.withdrawn)) if source.outcome else None,
        unit=Unit.WORKING_DAYS if source.unit == "working-days" else Unit.DAYS,
        by=cases.loaded.groups,
        file=cases.loaded.only.reading.file,
    )


KIND = Kind(
    source=Cases,
    columns=columns,
    prepare=prepare,
    answers=(
        answer(HandlingTime, CaseData, handling_time, figures=_time_figures),
        answer(ClosedWithin, CaseData, closed_within, figures=_in_time_figures),
    ),
    joined=with_closing_dates,
)
