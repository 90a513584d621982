"""Cases: how long they take, the open ones included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from effektmatt.cases.outcome import handling_time_outcome
from effektmatt.core import Outcome, Unit
from effektmatt.data.repeated import resolve_repeated
from effektmatt.data.schemas import Column, cases_columns
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.kinds.common import (
    NO_WAVE,
    Asked,
    Kind,
    LoadedSource,
    Prepared,
    answer,
    grouping,
    named_by_goals,
)
from effektmatt.plan import Plan
from effektmatt.plan.kinds.cases import Cases, HandlingTime


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaseData(Prepared[Cases]):
    """Cases with no number repeated."""

    frame: pd.DataFrame


def columns(name: str, source: Cases, _wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a case register."""
    used = dict.fromkeys([*grouping(present, plan), *named_by_goals(name, plan)])
    rules = cases_columns(opened=source.opened, closed=source.closed, key=source.key, groups=list(used))
    return (*rules, Column(name=source.registered, kind="date")) if source.registered else rules


def prepare(loaded: LoadedSource[Cases], _plan: Plan) -> tuple[CaseData, list[Fault]]:
    """Resolve case numbers that stand in several rows, as the plan says."""
    source, file = loaded.source, loaded.only
    if source.key is None or source.key not in file.frame:
        return CaseData(loaded=loaded, accounts=loaded.accounts, frame=file.frame), []
    order = source.registered or source.opened
    try:
        resolved = resolve_repeated(
            file.frame,
            key=[source.key],
            rule=source.repeated,
            order=order if order in file.frame else None,
            file=file.reading.file,
        )
    except InputFaults as error:
        return CaseData(loaded=loaded, accounts=loaded.accounts, frame=file.frame), list(error.faults)
    accounts = {NO_WAVE: file.account.leave("repeated", resolved.left_out)}
    return CaseData(loaded=loaded, accounts=accounts, frame=resolved.frame), []


def handling_time(asked: Asked[HandlingTime, CaseData]) -> Outcome:
    """Return how much longer or shorter cases take."""
    measure, cases, data = asked.measure, asked.source, asked.data
    source = cases.source
    periods = source.opened_in(data.plan.written)
    outcome = handling_time_outcome(
        cases.frame,
        data.about,
        opened=source.opened,
        closed=source.closed,
        registered=source.registered,
        periods=periods,
        measured={wave: day for wave in periods if (day := source.measured_on(wave)) is not None},
        within_days=measure.within_days,
        standardise=measure.standardise,
        limits=tuple(measure.limits),
        unit=Unit.WORKING_DAYS if source.unit == "working-days" else Unit.DAYS,
        by=cases.loaded.groups,
        file=cases.loaded.only.reading.file,
    )
    target = asked.target
    if target is not None and target.kind == "at-most" and outcome.change is not None:
        return replace(outcome, estimate=outcome.change.after)  # "at most 30 days" is about the time after
    return outcome


KIND = Kind(source=Cases, columns=columns, prepare=prepare, answers=(answer(HandlingTime, CaseData, handling_time),))
