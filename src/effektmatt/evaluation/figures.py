"""What results publish of whom: figures for the disclosure pass, made by each kind for its own measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Estimate, Note, Outcome
from effektmatt.data.by_group import members_of
from effektmatt.data.columns import Labels
from effektmatt.data.values import folded
from effektmatt.disclosure.figures import Cell, Figure, Members, Who
from effektmatt.evaluation.withheld import TELLS_OF_OTHERS
from effektmatt.stats.estimates import no_estimate

#: What the cell is called that tells of the project beside its comparison group; of one wave of several.
BESIDE_OTHERS, WAVE = "comparison", "wave"


#: How many times each person counts, where not everybody counts once.
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Property:
    """What is summed over people: one value for each, between the least and the most that one person can have.

    It is NaN where somebody has none.

    `who` they are, so that other runs know them again (None where rows do not say); `fewest`: how many it takes not to
    be sensitive, where that is another number than the report's. `is_answer`: whether it says anything of anybody.
    """

    name: str
    values: NDArray[np.float64]
    lowest: float = 0.0
    highest: float = 1.0
    who: Who | None = None
    fewest: int | None = None
    is_answer: bool = True

    def of(
        self,
        cell: Cell | None,
        people: Members,
        *,
        published: bool = True,
        weights: Weights | None = None,
    ) -> Figure:
        """Return the figure that a cell publishes of some people: their sum, and that of the squares.

        A mean stands with its interval nearly everywhere, and tells both; where people weigh differently only the sum.
        """
        own = self.values.compress(people)
        return Figure(
            cell=cell,
            variable=self.name,
            people=people,
            total=float(own.sum() if weights is None else own @ weights.compress(people)),
            squares=float((own**2).sum()) if weights is None else np.nan,
            weights=weights,
            lowest=self.lowest,
            highest=self.highest,
            published=published,
            fewest=self.fewest,
            is_answer=self.is_answer,
            who=self.who,
            values=self.values,
        )


def all_or_none(outcome: Outcome, cells: frozenset[Cell]) -> Outcome | None:
    """Return a result if all of its cells are shown: there is no difference between two groups to show of one."""
    return None if cells else outcome


def whole_and_groups(
    part: str,
    people: Members,
    labels: Mapping[str, Labels],
    outcome: Outcome,
    *properties: Property,
    weights: Weights | None = None,
) -> Iterator[Figure]:
    """Yield the figures of a result: of everybody it is about, of each of its groups, and of those without a group.

    Where people weigh differently the whole is published without weights too.
    """
    for one in properties:
        for own in (None,) if weights is None else (None, weights):
            yield one.of(Cell(part=part), people, published=not outcome.estimate.hidden, weights=own)
        yield from groups(part, people, labels, outcome, one, weights=weights)


def groups(
    part: str,
    people: Members,
    labels: Mapping[str, Labels],
    outcome: Outcome,
    *properties: Property,
    weights: Weights | None = None,
) -> Iterator[Figure]:
    """Yield the figures of a result's groups, the hidden ones too; who has no group is a group of nobody's name."""
    told = {(group.by, folded(group.group)): not group.hidden for group in outcome.groups}
    for by, own in labels.items():
        named = {folded(group): rows for group, rows in members_of(own).items()}
        if not any((by, name) in told for name in named):
            continue
        without = people & ~np.logical_or.reduce(list(named.values()))
        for one in properties:
            for name, rows in named.items():
                cell = Cell(part=part, by=by, group=name)
                yield one.of(cell, people & rows, published=told.get((by, name), False), weights=weights)
            yield one.of(None, without, published=False)


def without_waves(outcome: Outcome, cells: frozenset[Cell]) -> Outcome:
    """Return an outcome without the waves, of several, that the pass hides."""
    hidden = {cell.group for cell in cells if cell.by == WAVE}
    over_time = tuple((wave, hidden_estimate(one) if wave in hidden else one) for wave, one in outcome.over_time)
    return replace(outcome, over_time=over_time)


def hidden_estimate(estimate: Estimate) -> Estimate:
    """Return an estimate of which nothing is left but what was measured."""
    nothing = no_estimate(estimate.measure, estimate.unit, Note(code=TELLS_OF_OTHERS), role=estimate.role)
    return replace(nothing, hidden=True)


def shows_result(outcome: Mapping[str, Any], figure: Figure) -> bool:
    """Whether an outcome of results.json shows the result that a figure is of: the whole, or a group."""
    cell = figure.cell
    if cell is None:
        return False
    if cell.by is None:
        return not outcome["estimate"]["hidden"]
    if cell.by == BESIDE_OTHERS:
        return bool((outcome.get("compared") or {}).get("project"))
    if cell.by == WAVE:
        return any(wave == cell.group and one["value"] is not None for wave, one in outcome["over_time"])
    shown = [(one["by"], folded(one["group"])) for one in outcome["groups"] if not one["hidden"]]
    return (cell.by, cell.group) in shown


def shows_both(outcome: Mapping[str, Any], figure: Figure) -> bool:
    """Whether an outcome of results.json shows two groups beside each other, of which a figure is one."""
    detail = outcome["detail"] or {}
    named = [folded(group) for group in detail.get("groups", ())]
    return (
        bool(detail) and detail["first"]["value"] is not None and figure.cell is not None and figure.cell.group in named
    )
