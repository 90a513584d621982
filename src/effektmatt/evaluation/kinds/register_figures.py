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
    frame, people = loaded.only.frame, matched(loaded.only.frame, asked.among).hits
    labels = labelled(frame, loaded.groups)
    for condition in conditions:
        properties = _properties(loaded, condition)
        yield from whole_and_groups(part.id, people, labels, outcome, *properties)
        units = part.target.in_every if part.target and not outcome.estimate.hidden else None
        for unit, rows in members_of(labelled(frame, [units])[units]).items() if units else ():
            cell = Cell(part=part.id, by=UNITS, group=folded(unit))
            yield from (one.of(cell, people & rows) for one in properties if (people & rows).any())


def two_groups_figures(asked: Asked[GroupDifference, Prepared[Source]], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of how many meet a condition in each of two groups that are compared."""
    measure, loaded = asked.measure, asked.source.loaded
    frame, people = loaded.only.frame, matched(loaded.only.frame, asked.among).hits
    for group in measure.between_groups():
        cell = Cell(part=asked.part.id, by=measure.by, group=folded(group))
        rows = people & belonging(frame, measure.by, (group,)).hits
        for one in _properties(loaded, measure.where):
            yield one.of(cell, rows, published=outcome.estimate.value is not None)


def _properties(loaded: LoadedSource[Source], condition: Where) -> list[Property]:
    """Return who meets a condition, and of whom it is not known where there are such."""
    met = matched(loaded.only.frame, condition)
    of = f"{loaded.id}: {_named(condition_of(condition))}"
    who = who_is_in(loaded.id, loaded.only.frame, loaded.source.who)
    properties = [Property(name=of, values=met.hits.astype(np.float64), who=who)]
    if met.unknown.any():
        properties.append(Property(name=f"{of} unknown", values=met.unknown.astype(np.float64), who=who))
    return properties


def _named(condition: Condition) -> str:
    """Return a condition so that the same one is the same, however the plan writes it."""
    return repr(
        sorted(
            (column, str(wanted) if isinstance(wanted, Limits) else sorted(map(folded, wanted)))
            for column, wanted in condition.items()
        )
    )
