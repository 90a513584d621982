"""What results of a register publish of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from effektmatt.core import Limits, Outcome
from effektmatt.data.by_group import members_of
from effektmatt.data.values import folded
from effektmatt.disclosure.figures import Cell, Figure
from effektmatt.evaluation.figures import Property, whole_and_groups
from effektmatt.evaluation.kinds.common import Asked, LoadedSource, Prepared
from effektmatt.evaluation.who import who_is_in
from effektmatt.plan.kinds.register import CountChange
from effektmatt.plan.kinds.two_groups import GroupDifference
from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.resolved import Condition
from effektmatt.plan.sections import Source
from effektmatt.plan.tables import Where, condition_of
from effektmatt.registers.conditions import belonging, matched
from effektmatt.registers.people import labelled

#: What the cells of units are called that must each reach a target.
UNITS = "in_every"


def counted_figures(
    asked: Asked[MeasureTable, Prepared[Source]], outcome: Outcome, conditions: Iterable[Where]
) -> Iterator[Figure]:
    """Yield what is published of how many meet some conditions: of all, of each group, and of each unit."""
    loaded, part = asked.source.loaded, asked.part
    frame, everybody = loaded.only.frame, matched(loaded.only.frame, asked.among).hits
    labels = labelled(frame, loaded.groups)
    for condition in conditions:
        who, what = _parted(condition, asked)
        people, properties = everybody & matched(frame, who).hits, _properties(loaded, what)
        yield from whole_and_groups(part.id, people, labels, outcome, *properties)
        units = part.target.in_every if part.target and not outcome.estimate.hidden else None
        for unit, rows in members_of(labelled(frame, [units])[units]).items() if units else ():
            cell = Cell(part=part.id, by=UNITS, group=folded(unit))
            yield from (one.of(cell, people & rows) for one in properties if (people & rows).any())


def count_change_figures(asked: Asked[CountChange, Prepared[Source]], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of how many meet a condition before and after, and of who met both."""
    yield from counted_figures(asked, outcome, asked.measure.conditions)
    frame, loaded = asked.source.loaded.only.frame, asked.source.loaded
    then, now = (matched(frame, condition).hits for condition in (asked.measure.before, asked.measure.after))
    who = who_is_in(loaded.id, frame, loaded.source.who)
    name = f"{loaded.id}: {' and '.join(_named(condition_of(one)) for one in asked.measure.conditions)}"
    kept = Property(name=name, values=(then & now).astype(np.float64), who=who)
    people = matched(frame, asked.among).hits
    yield kept.of(Cell(part=asked.part.id), people, published=not outcome.estimate.hidden)


def two_groups_figures(asked: Asked[GroupDifference, Prepared[Source]], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of how many meet a condition in each of two groups that are compared."""
    measure, loaded = asked.measure, asked.source.loaded
    frame, people = loaded.only.frame, matched(loaded.only.frame, asked.among).hits
    for group in measure.between_groups():
        cell = Cell(part=asked.part.id, by=measure.by, group=folded(group))
        who, what = _parted(measure.where, asked)
        rows = people & belonging(frame, measure.by, (group,)).hits & matched(frame, who).hits
        for one in _properties(loaded, what):
            yield one.of(cell, rows, published=outcome.estimate.value is not None)


def _parted(condition: Where, asked: Asked[MeasureTable, Prepared[Source]]) -> tuple[Where, Where]:
    """Return what a condition says of who people are, and what it says that few must not be told to have.

    Who belongs to a group, or to those whom a goal concerns, others know: "women who are done" tells of women.
    """
    plan, source = asked.data.plan, asked.source.loaded
    named = {*source.groups, *(one for part in plan.parts if plan.source_of(part) == source.id for one in part.among)}
    who = {column: wanted for column, wanted in condition.items() if column in named}
    what = {column: wanted for column, wanted in condition.items() if column not in named}
    return (who, what) if what else ({}, condition)


def _properties(loaded: LoadedSource[Source], condition: Where) -> list[Property]:
    """Return who meets a condition, and of whom it is not known where there are such."""
    met = matched(loaded.only.frame, condition)
    of = f"{loaded.id}: {_named(condition_of(condition))}"
    who = who_is_in(loaded.id, loaded.only.frame, loaded.source.who)
    properties = [Property(name=of, values=met.hits.astype(np.float64), who=who)]
    if met.unknown.any():
        unknown = met.unknown.astype(np.float64)
        properties.append(Property(name=f"{of} unknown", values=unknown, who=who, is_answer=False))
    return properties


def _named(condition: Condition) -> str:
    """Return a condition so that the same one is the same, however the plan writes it."""
    return repr(
        sorted(
            (column, str(wanted) if isinstance(wanted, Limits) else sorted(map(folded, wanted)))
            for column, wanted in condition.items()
        )
    )
