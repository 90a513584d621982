"""What results of visits publish of which visits: a single visit tells of the one employee who was met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from effektmatt.core import Linkage, Outcome
from effektmatt.core.counts import Floats
from effektmatt.data.columns import Labels
from effektmatt.data.values import folded
from effektmatt.disclosure.figures import Cell, Figure, Members
from effektmatt.evaluation.figures import Property, shows_result
from effektmatt.visits.change import UnitWave, VisitChange
from effektmatt.visits.coding import CodedVisits
from effektmatt.visits.scores import Part, parts_of, visit_scores
from effektmatt.visits.unit_results import FEWEST_VISITS

#: What the cells are called that tell of one unit in one wave, and of one visitor in one wave.
UNIT, VISITOR = "unit", "visitor"
_WAVES = ("before", "after")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VisitedWave:
    """All visits of a wave, which of its rows a goal concerns, and which wave of the comparison it is."""

    name: str
    place: str
    coded: CodedVisits
    rows: Members

    @property
    def concerned(self) -> Members:
        """Return which visits have a row that the goal concerns."""
        return self.of_rows(self.rows)

    def labelled(self, labels: Labels, label: str) -> Members:
        """Return which of them bear a label."""
        return self.of_rows(self.rows & (labels == label))

    def of_rows(self, rows: Members) -> Members:
        """Return the visits of some rows."""
        found = np.zeros(self.coded.n, dtype=bool)
        found[self.coded.visits[rows]] = True
        return found

    def scores(self, part: Part) -> Floats:
        """Return each visit's score of a part."""
        return visit_scores(self.coded, part)


def visit_figures(part: str, source: str, waves: list[VisitedWave], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of the visits of each wave: of all, of groups, of units and of visitors.

    Scores are means over units or visits and are known as they are, of whichever visits they are about.
    """
    found = outcome.detail
    if not isinstance(found, VisitChange) or outcome.estimate.hidden:
        return
    both = _in_both(waves)
    for wave in waves:
        everything, *rest = parts_of(wave.coded.checklist)
        for one in (everything, *(area for area in rest if area.kind == "area")):
            name = f"{source}: {wave.name} {one.kind} {one.id}"
            told = Property(name=name, values=np.full(wave.coded.n, np.nan), fewest=FEWEST_VISITS)
            scored = wave.concerned & ~np.isnan(wave.scores(one))
            yield told.of(Cell(part=part), scored & both[wave.place] if _paired(found) else scored)
            yield from _of_groups(part, told, wave, scored, found, both)
            yield from _of_units(part, told, wave, scored, found)
            if one is everything:
                yield from _of_visitors(part, told, waves, wave, scored, found)


def _paired(found: VisitChange) -> bool:
    return found.linkage is Linkage.PAIRED


def _in_both(waves: list[VisitedWave]) -> dict[str, Members]:
    """Return the visits to units that were visited in both waves."""
    units = [{folded(unit) for unit in wave.coded.units[wave.rows] if unit is not None} for wave in waves]
    shared = set.intersection(*units)
    found = {}
    for wave in waves:
        inside = np.array([unit is not None and folded(unit) in shared for unit in wave.coded.units], dtype=bool)
        found[wave.place] = wave.of_rows(inside)
    return found


def _of_groups(
    part: str, told: Property, wave: VisitedWave, scored: Members, found: VisitChange, both: Mapping[str, Members]
) -> Iterator[Figure]:
    for one in found.groups:
        if one.by not in wave.coded.groups:
            continue
        own = scored & wave.labelled(wave.coded.groups[one.by], one.group)
        if one.change is not None and _paired(one.change):
            own &= both[wave.place]
        yield told.of(Cell(part=part, by=one.by, group=folded(one.group)), own, published=one.change is not None)


def _of_units(part: str, told: Property, wave: VisitedWave, scored: Members, found: VisitChange) -> Iterator[Figure]:
    for one in found.units:
        unit: UnitWave = getattr(one, wave.place)
        cell = Cell(part=part, by=UNIT, group=f"{wave.place} {one.unit}")
        yield told.of(cell, scored & wave.labelled(wave.coded.units, one.unit), published=unit.score is not None)


def _of_visitors(
    part: str, told: Property, waves: list[VisitedWave], wave: VisitedWave, scored: Members, found: VisitChange
) -> Iterator[Figure]:
    """Yield the visits of each visitor, by the number that the visitor has in the report."""
    who = wave.coded.visitors
    if who is None or not found.visitors:
        return
    named = [one.coded.visitors[one.rows] for one in waves if one.coded.visitors is not None]
    names = [name for name in dict.fromkeys(np.concatenate(named)) if name is not None]
    for name, one in zip(names, found.visitors, strict=True):
        cell = Cell(part=part, by=VISITOR, group=f"{wave.place} {one.number}")
        yield told.of(cell, scored & wave.labelled(who, name), published=getattr(one, wave.place) is not None)


def without_visits(outcome: Outcome, cells: frozenset[Cell]) -> Outcome:
    """Return an outcome without the units and visitors that the pass hides."""
    detail, hidden = outcome.detail, {(cell.by, cell.group) for cell in cells}
    if not isinstance(detail, VisitChange):
        return outcome
    units = []
    for one in detail.units:
        waves = {
            place: UnitWave(visits=wave.visits, score=None, areas=(None,) * len(wave.areas), hidden=True)
            if (UNIT, f"{place} {one.unit}") in hidden
            else wave
            for place in _WAVES
            for wave in [getattr(one, place)]
        }
        shown = None if any(waves[place].score is None for place in _WAVES) else one.difference
        units.append(replace(one, before=waves["before"], after=waves["after"], difference=shown))
    visitors = tuple(
        replace(
            one,
            before=None if (VISITOR, f"before {one.number}") in hidden else one.before,
            after=None if (VISITOR, f"after {one.number}") in hidden else one.after,
        )
        for one in detail.visitors
    )
    return replace(outcome, detail=replace(detail, units=tuple(units), visitors=visitors))


def shows_visits(outcome: Mapping[str, Any], figure: Figure) -> bool:
    """Whether an outcome of results.json shows a figure of visits."""
    cell, detail = figure.cell, outcome["detail"] or {}
    if cell is None or cell.by not in {UNIT, VISITOR}:
        return shows_result(outcome, figure)
    told = [
        (UNIT, f"{place} {one['unit']}", one[place]["score"]) for one in detail.get("units", []) for place in _WAVES
    ]
    told += [(VISITOR, f"{at} {one['number']}", one[at]) for one in detail.get("visitors", []) for at in _WAVES]
    return any((by, group) == (cell.by, cell.group) and shown is not None for by, group, shown in told)
