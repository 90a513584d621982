"""Logs: who used something, week by week, and how many of those who could."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from effektmatt.core import Note, Outcome
from effektmatt.data.periods import days_outside
from effektmatt.data.schemas import Column
from effektmatt.disclosure.figures import Cell, Figure
from effektmatt.errors import Fault
from effektmatt.evaluation.figures import Property, whole_and_groups
from effektmatt.evaluation.kinds.common import NO_WAVE, Asked, Kind, LoadedSource, Prepared, answer, level_after
from effektmatt.evaluation.kinds.looked_up import looked_up
from effektmatt.evaluation.kinds.register import RegisterData
from effektmatt.evaluation.who import who_is_in
from effektmatt.plan import Plan
from effektmatt.plan.kinds.log import ActiveShare, Log, WeeklyUsers
from effektmatt.registers.conditions import matched
from effektmatt.registers.people import labelled
from effektmatt.usage.log import Uses, active_share, users_outside, uses_of, who_was_active
from effektmatt.usage.weekly import WeeklyUse, weekly_use, weekly_users_outcome
from effektmatt.usage.weeks import uses_within


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LogData(Prepared[Log]):
    """A log, read use by use."""

    uses: Uses


def columns(_name: str, source: Log, _wave: str, _present: Sequence[str], _plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a log."""
    return (Column(name=source.at, kind="date", required=True), Column(name=source.user))


def prepare(loaded: LoadedSource[Log], plan: Plan) -> tuple[LogData, list[Fault]]:
    """Find uses outside the project, and leave out those that nobody is named for."""
    source, file = loaded.source, loaded.only
    project = plan.written.project
    if source.at not in file.frame or source.user not in file.frame:  # told already
        return LogData(loaded=loaded, accounts=loaded.accounts, uses=Uses.none()), []
    faults = days_outside(file.frame[source.at], project.start, project.end, file.reading)
    uses = uses_of(file.frame, user=source.user, at=source.at)
    accounts = {NO_WAVE: file.account.leave("without-user", uses.without_user)}
    return LogData(loaded=loaded, accounts=accounts, uses=uses), faults


def share_active(asked: Asked[ActiveShare, LogData]) -> Outcome:
    """Return the share of those who could use something who did."""
    measure, log = asked.measure, asked.source
    people = looked_up(log.source.of, asked.among, asked.data)
    when: Mapping[str, Any] = {"times": measure.times, "first": measure.first, "last": measure.last}
    found = active_share(
        log.uses,
        people.frame,
        asked.data.about,
        key=people.key,
        by=people.groups,
        concerned=people.base.hits,
        **when,
    )
    return people.settled(found, who_was_active(log.uses, people.frame, key=people.key, **when))


def active_figures(asked: Asked[ActiveShare, LogData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of who was active: of all in the register whom the goal concerns, and of each group."""
    measure, log = asked.measure, asked.source
    register = asked.data.of(log.source.of or "", RegisterData).loaded
    frame = register.only.frame
    people, labels = matched(frame, asked.among).hits, labelled(frame, register.groups)
    who = who_is_in(register.id, frame, register.source.who)

    def active(times: int) -> Property:
        key, name = register.source.key or "", f"{register.id}: {log.loaded.id} {times} {measure.first} {measure.last}"
        used = who_was_active(log.uses, frame, key=key, times=times, first=measure.first, last=measure.last)
        return Property(name=name, values=used.astype(np.float64), who=who)

    yield from whole_and_groups(asked.part.id, people, labels, outcome, active(measure.times))
    if measure.times > 1:  # how many users are nobody of these says how many of these used it at all
        yield active(1).of(Cell(part=asked.part.id), people, published=not outcome.estimate.hidden)


def users_per_week(asked: Asked[WeeklyUsers, LogData]) -> Outcome:
    """Return how many used something each week: the change, or the level that the target is about."""
    measure, log, target = asked.measure, asked.source, asked.target
    found = weekly_use(
        log.uses,
        first=measure.first,
        last=measure.last,
        rebase=measure.rebase,
        marks=log.source.marks,
        wanted=target.amount if target is not None else None,
        better=target.better if target is not None else None,
        hide=asked.data.about.hide,
    )
    outcome = weekly_users_outcome(found, level=asked.data.about.level)
    return level_after(replace(outcome, notes=(*outcome.notes, *_not_in_register(asked, found))), target)


def _not_in_register(asked: Asked[WeeklyUsers, LogData], found: WeeklyUse) -> Iterator[Note]:
    """Yield how many of those who are counted week by week stand in no register, where the log refers to one."""
    log = asked.source
    if log.source.of is None:
        return
    people = looked_up(log.source.of, asked.among, asked.data)
    if n := users_outside(uses_within(log.uses, found.weeks), people.frame, people.key):
        yield Note(code="users-not-in-register-counted", values={"n": n})


KIND = Kind(
    source=Log,
    columns=columns,
    prepare=prepare,
    answers=(
        answer(ActiveShare, LogData, share_active, figures=active_figures),
        answer(WeeklyUsers, LogData, users_per_week),
    ),
    every_row_counts=True,
)
