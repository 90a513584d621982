"""Logs: who used something, week by week, and how many of those who could."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from effektmatt.core import Direction, Outcome
from effektmatt.data.periods import days_outside
from effektmatt.data.schemas import Column
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import NO_WAVE, Data, Kind, LoadedSource, Prepared
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.measures import ActiveShare, WeeklyUsers
from effektmatt.plan.sources import Activities, Log, Register
from effektmatt.registers.conditions import matched
from effektmatt.usage.log import Uses, active_share, uses_of
from effektmatt.usage.weekly import weekly_use, weekly_users_outcome


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LogData(Prepared):
    """A log, read use by use."""

    uses: Uses


def columns(_name: str, source: Log, _wave: str, _present: Sequence[str], _plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a log."""
    return (Column(name=source.at, kind="date", required=True), Column(name=source.user))


def prepare(loaded: LoadedSource, plan: Plan) -> tuple[LogData, list[Fault]]:
    """Find uses outside the project, and leave out those that nobody is named for."""
    source, file = loaded.source, loaded.only
    assert isinstance(source, Log)
    project = plan.written.project
    if source.at not in file.frame or source.user not in file.frame:  # told already
        return LogData(loaded=loaded, accounts=loaded.accounts, uses=no_uses()), []
    faults = days_outside(file.frame[source.at], project.start, project.end, file.reading)
    uses = uses_of(file.frame, user=source.user, at=source.at)
    accounts = {NO_WAVE: file.account.leave("without-user", uses.without_user)}
    return LogData(loaded=loaded, accounts=accounts, uses=uses), faults


def no_uses() -> Uses:
    """Return a log of nothing."""
    import numpy as np

    nothing = np.zeros(0, dtype=np.int64)
    return Uses(users=nothing, days=nothing, names=())


def register_of(part: PlannedPart, source: Log | Activities, data: Data) -> tuple[Any, str, tuple[str, ...]]:
    """Return the people whom a goal concerns in the register that a source refers to, its key and its groups."""
    people = data.sources[source.of or ""].loaded
    register = people.source
    assert isinstance(register, Register)
    concerned = matched(people.only.frame, part.among, file=people.only.reading.file).hits
    return people.only.frame[concerned], register.key or "", people.groups


def share_active(part: PlannedPart, data: Data) -> Outcome:
    """Return the share of those who could use something who did."""
    asked = part.measure
    assert isinstance(asked, ActiveShare)
    log: LogData = data.sources[asked.source]
    source = log.loaded.source
    assert isinstance(source, Log)
    people, key, groups = register_of(part, source, data)
    return active_share(
        log.uses, people, key=key, times=asked.times, first=asked.first, last=asked.last, by=groups, hide=data.hide
    )


def users_per_week(part: PlannedPart, data: Data) -> Outcome:
    """Return how many used something each week: the change, or the level that the target is about."""
    asked, target = part.measure, part.target
    assert isinstance(asked, WeeklyUsers)
    log: LogData = data.sources[asked.source]
    source = log.loaded.source
    assert isinstance(source, Log)
    better = None
    if target is not None:
        wanted_up = target.at_least is not None or target.direction == "increase"
        better = Direction.HIGHER if wanted_up else Direction.LOWER
    found = weekly_use(
        log.uses,
        first=asked.first,
        last=asked.last,
        rebase=asked.rebase,
        marks=source.marks,
        wanted=target.amount if target is not None else None,
        better=better,
        hide=data.hide,
    )
    outcome = weekly_users_outcome(found, level=data.level)
    is_level = target is not None and target.kind in ("at-least", "at-most")
    if is_level and outcome.change is not None:
        return replace(outcome, estimate=outcome.change.after)  # "at least 50 a week" is about the time after
    return outcome


KIND = Kind(columns=columns, prepare=prepare, measures={ActiveShare: share_active, WeeklyUsers: users_per_week})
