"""From cells to judged visits: what every answer counts for, which unit was visited, who judged it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.core.counts import Floats, Integers
from effektmatt.data.columns import Labels, coded, group_labels, in_memory, missing_column, row_numbers, spelled_alike
from effektmatt.data.values import folded
from effektmatt.data.where import row_ranges
from effektmatt.data.wrong_cells import gathered, named_faults, rows_with
from effektmatt.errors import Fault
from effektmatt.visits.checklist import Checklist, ChecklistItem

#: The answers that stand for a cell that nobody filled in, as `CodedVisits.empty` counts them.
_NOTHING = ""

#: The code of cells that hold none of a checklist's answers.
OUTSIDE = "checklist-answer-outside"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CodedVisits:
    """One wave's visits.

    Parameters
    ----------
    checklist, wave
        What was looked for, and when.
    judged
        visits x items: 1 what is met, 0 what is not, between them for ratings; NaN where it did not apply or nobody
        answered. Reversed items are turned.
    empty
        visits x items: whether nobody answered.
    units, visitors, occasions
        For every row the unit, who judged it (None where not known) and, where several judged the same visit, which
        visit it was.
    visits
        For every row the number of its visit, from 0: rows of one unit that have the same visit are one.
    groups
        For each grouping column the group of every row, None where it is not known.
    """

    checklist: Checklist
    wave: str
    judged: Floats
    empty: NDArray[np.bool_]
    units: Labels
    visits: Integers
    visitors: Labels | None = None
    occasions: Labels | None = None
    groups: Mapping[str, Labels] = field(default_factory=dict)

    @property
    def judgements(self) -> int:
        """How many rows there are: a visit that two judged is two."""
        return int(self.units.size)

    @property
    def n(self) -> int:
        """How many visits there are: one that two judged is one."""
        return int(self.visits.max()) + 1 if self.visits.size else 0

    def of_visits(self, labels: Labels) -> Labels:
        """Return what the first row of every visit has."""
        return labels[np.unique(self.visits, return_index=True)[1]]

    def taken(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> CodedVisits:
        """Return some of the visits only."""
        return replace(
            self,
            judged=self.judged[rows],
            empty=self.empty[rows],
            units=self.units[rows],
            visits=np.unique(self.visits[rows], return_inverse=True)[1],
            visitors=None if self.visitors is None else self.visitors[rows],
            occasions=None if self.occasions is None else self.occasions[rows],
            groups={by: labels[rows] for by, labels in self.groups.items()},
        )


def with_one_spelling(waves: Sequence[CodedVisits]) -> list[CodedVisits]:
    """Return the waves with one spelling of every unit, visitor and group in all of them.

    They are compared by name: a unit that one wave writes in capitals is no other unit.
    """
    units = spelled_alike([{"unit": wave.units} for wave in waves])
    visitors = spelled_alike([{} if wave.visitors is None else {"visitor": wave.visitors} for wave in waves])
    groups = spelled_alike([wave.groups for wave in waves])
    return [
        replace(wave, units=unit["unit"], visitors=visitor.get("visitor"), groups=own)
        for wave, unit, visitor, own in zip(waves, units, visitors, groups, strict=True)
    ]


def code_visits(
    frame: Any,
    checklist: Checklist,
    wave: str,
    *,
    unit: str,
    visitor: str | None = None,
    visit: str | None = None,
    units: Sequence[str] = (),
    by: Sequence[str] = (),
    file: str | None = None,
) -> tuple[CodedVisits, tuple[Fault, ...]]:
    """Turn the cells of one wave into judged visits.

    Parameters
    ----------
    frame
        Any dataframe that narwhals takes: a row is one visit by one visitor, or one text judged by one reviewer.
    checklist
        What the answers mean.
    wave
        What the wave is called.
    unit, visitor, visit
        The columns of what was visited, of who judged it, and of what two rows share when two judged the same visit.
    units
        The units that there are: then a visit to any other is a fault.
    by
        Grouping columns to keep.
    file
        The file's name, for the faults.

    Returns
    -------
    visits, faults
        The visits, and every "checklist-answer-outside", "unit-unknown", "visit-without-unit" and "column-missing".

    Examples
    --------
    >>> import pandas as pd
    >>> cells = pd.DataFrame({"enhet": ["A", "B", None], "hej": ["Ja", "nja", "nej"]}, index=[2, 3, 4])
    >>> visits, faults = code_visits(cells, Checklist.of(["hej"]), "before", unit="enhet", file="fore.csv")
    >>> visits.judged[:, 0].tolist()
    [1.0, nan, 0.0]
    >>> [(fault.code, fault.row, fault.got) for fault in faults]
    [('visit-without-unit', 4, None), ('checklist-answer-outside', 3, 'nja')]
    """
    columns = [item.id for item in checklist.items]
    keys = [one for one in (unit, visitor, visit) if one is not None]
    cells = in_memory(frame, [*columns, *keys, *by])
    faults = [missing_column(one, cells.columns, file) for one in dict.fromkeys([*keys, *by, *columns])
              if one not in cells.columns]  # fmt: skip
    labels = {one: group_labels(cells[one]) for one in dict.fromkeys([*keys, *by]) if one in cells.columns}
    nobody = np.full(len(cells), None, dtype=object)
    if unit in labels:
        labels[unit], wrong = _known_units(cells, unit, labels[unit], units, file)
        faults += wrong
    values = np.full((len(cells), len(columns)), np.nan, order="F")
    empty = np.ones(values.shape, dtype=bool, order="F")
    for place, item in enumerate(checklist.items):
        if item.id in cells.columns:
            values[:, place], empty[:, place], different = _coded_column(cells[item.id], checklist, item)
            faults += _outside(cells, item, different, checklist, file)
    visited, occasions = labels.get(unit, nobody), labels.get(visit, nobody) if visit else None
    return CodedVisits(
        checklist=checklist,
        wave=wave,
        judged=values,
        empty=empty,
        units=visited,
        visits=_numbered(visited, occasions),
        visitors=labels.get(visitor, nobody) if visitor else None,
        occasions=occasions,
        groups={one: labels.get(one, nobody) for one in by},
    ), tuple(gathered(faults, OUTSIDE))


def _numbered(units: Labels, occasions: Labels | None) -> Integers:
    """Return the number of each row's visit; a row that tells no visit is one of its own."""
    if occasions is None:
        return np.arange(units.size)
    numbers: dict[tuple[object, ...], int] = {}
    keys = (
        (row,) if visit is None else (unit, visit)
        for row, (unit, visit) in enumerate(zip(units, occasions, strict=True))
    )
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def _known_units(
    cells: nw.DataFrame[Any], unit: str, labels: Labels, units: Sequence[str], file: str | None
) -> tuple[Labels, list[Fault]]:
    """Spell units as the plan lists them; find rows without a unit, and units that the plan does not know."""
    rows = row_numbers(cells)
    nowhere = [row for row, label in zip(rows, labels, strict=True) if label is None]
    faults = []
    if nowhere:
        where = {"where": row_ranges(nowhere)}
        faults.append(
            Fault(code="visit-without-unit", file=file, row=nowhere[0], column=unit, rows=len(nowhere), details=where)
        )
    if not units:
        return labels, faults
    known = {folded(one): one for one in units}
    strange: dict[str, list[int]] = {}
    for row, label in zip(rows, labels, strict=True):
        if label is not None and folded(label) not in known:
            strange.setdefault(str(label), []).append(row)
    faults += named_faults("unit-unknown", strange, file=file, column=unit, expected=tuple(units), spellings=units)
    spelled = [None if label is None else known.get(folded(label), label) for label in labels]
    return np.array(spelled, dtype=object), faults


def _coded_column(
    cells: nw.Series[Any], checklist: Checklist, item: ChecklistItem
) -> tuple[Floats, NDArray[np.bool_], set[str]]:
    """Code each different cell once; also return the cells that are no answer to the item."""
    rows, different = coded(cells)
    known = checklist.values[item.id]
    spelled = [folded(cell) for cell in different]
    values = np.array([*(known.get(one, np.nan) for one in spelled), np.nan])
    empty = np.array([*(one == _NOTHING for one in spelled), True])
    outside = {str(cell) for cell, one in zip(different, spelled, strict=True) if one != _NOTHING and one not in known}
    return values[rows], empty[rows], outside


def _outside(
    cells: nw.DataFrame[Any], item: ChecklistItem, wrong: set[str], checklist: Checklist, file: str | None
) -> list[Fault]:
    own = item.rating or (checklist.yes, checklist.no)
    spellings = [text for answer in (*own, checklist.not_applicable) for text in answer]
    return named_faults(
        OUTSIDE,
        rows_with(cells, item.id, wrong),
        file=file,
        column=item.id,
        expected=checklist.answers(item),
        spellings=spellings,
    )
