"""Registers: everybody in the project, counted."""

from __future__ import annotations

from collections.abc import Sequence

from effektmatt.core import Outcome
from effektmatt.data.schemas import Column, register_columns
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.kinds.common import (
    Data,
    Kind,
    LoadedSource,
    Prepared,
    conditions,
    grouping,
    named_by_goals,
)
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.measures import Count, CountChange, Share
from effektmatt.plan.resolved import Condition
from effektmatt.plan.sources import Register
from effektmatt.registers.conditions import matched
from effektmatt.registers.count import count_outcome
from effektmatt.registers.count_change import count_change_outcome
from effektmatt.registers.share import share_outcome


def columns(name: str, source: Register, _wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a register."""
    used = dict.fromkeys([*grouping(present, plan), *named_by_goals(name, plan)])
    return register_columns(key=source.key, groups=list(used))


def prepare(loaded: LoadedSource, plan: Plan) -> tuple[Prepared, list[Fault]]:
    """Find the conditions that no row of a register can meet: a missing column, an unknown value, a goal for nobody."""
    faults: list[Fault] = []
    file, concerned = loaded.only.reading.file, [part.among for goal in plan.goals for part in goal.parts]
    for name, condition in conditions(plan):
        if name != loaded.id:
            continue
        try:
            found = matched(loaded.only.frame, condition, file=file)
        except InputFaults as error:
            faults += error.faults
        else:
            if condition in concerned and len(found.hits) and not found.hits.any():
                faults += [_nobody(condition, file)]
    return Prepared(loaded=loaded, accounts=loaded.accounts), faults


def _nobody(among: Condition, file: str) -> Fault:
    """Return the fault of a goal that concerns nobody: a share of nobody means nothing."""
    got = ", ".join(f"{column}: {' / '.join(values)}" for column, values in among.items())
    return Fault(code="goal-for-nobody", file=file, column=", ".join(among), got=got)


def share(part: PlannedPart, data: Data) -> Outcome:
    """Return the share of a register that meets a condition."""
    asked = part.measure
    assert isinstance(asked, Share)
    loaded = data.sources[asked.source or ""].loaded
    return share_outcome(
        loaded.only.frame,
        asked.where,
        among=part.among,
        by=loaded.groups,
        hide=data.hide,
        level=data.level,
        file=loaded.only.reading.file,
    )


def count(part: PlannedPart, data: Data) -> Outcome:
    """Return how many of a register meet a condition, in all or in every unit."""
    asked = part.measure
    assert isinstance(asked, Count)
    loaded = data.sources[asked.source].loaded
    return count_outcome(
        loaded.only.frame,
        asked.where,
        before=asked.before,
        among=part.among,
        in_every=part.target.in_every if part.target else None,
        by=loaded.groups,
        hide=data.hide,
        file=loaded.only.reading.file,
    )


def count_change(part: PlannedPart, data: Data) -> Outcome:
    """Return how many more of a register meet a condition after than before."""
    asked = part.measure
    assert isinstance(asked, CountChange)
    loaded = data.sources[asked.source].loaded
    return count_change_outcome(
        loaded.only.frame,
        asked.before,
        asked.after,
        among=part.among,
        by=loaded.groups,
        hide=data.hide,
        file=loaded.only.reading.file,
    )


KIND = Kind(columns=columns, prepare=prepare, measures={Share: share, Count: count, CountChange: count_change})
