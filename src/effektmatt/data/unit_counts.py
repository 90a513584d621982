"""Answers counted per unit: visits to libraries, pupils in schools, whatever is sampled or trained as a whole.

Clusters are rows of counts: all that cluster statistics and a bootstrap of whole units need to know of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from narwhals.typing import IntoFrame

from effektmatt.core.counts import Floats, Integers
from effektmatt.data.cell_counts import Group, count_cells, in_order
from effektmatt.data.places import Levels, Scale


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnitCounts:
    """How often each unit gave each answer to each item in each group.

    Parameters
    ----------
    units, items, groups
        The names along the first three dimensions. Groups are keyed as in `count_pairs`; without groups there is
        one, the empty tuple.
    levels
        The k levels of the scale, along the last dimension.
    counts
        Units x items x groups x k. Zeros where a unit gave no answer.
    """

    units: tuple[str, ...]
    items: tuple[str, ...]
    groups: tuple[Group, ...]
    levels: Floats
    counts: Integers

    @property
    def n(self) -> Integers:
        """How many answers: units x items x groups."""
        n: Integers = self.counts.sum(axis=-1)
        return n

    @property
    def total(self) -> Floats:
        """The sum of the answers: units x items x groups; on levels 0 and 1 the number of hits."""
        total: Floats = self.counts @ self.levels
        return total


def count_units(
    frame: IntoFrame, unit: str, items: Sequence[str], levels: Scale, by: Sequence[str] | None = None
) -> UnitCounts:
    """Count answers per unit, item and group in one pass; missing answers are not counted.

    Parameters
    ----------
    frame
        One row per observation: a visit, a person, a reviewed text. Any frame that narwhals takes.
    unit
        Column whose values are the units.
    items
        Columns of answers on the same scale.
    levels
        As for `effektmatt.data.counting.count_pairs`; [0, 1] for a checklist.
    by
        Columns whose values make groups, such as the wave. A unit may be in several.

    Raises
    ------
    ValueError
        If a value is none of the levels; if an answer has no unit: such rows must have been left out, and accounted
        for, before.

    >>> import pandas as pd
    >>> visits = pd.DataFrame({"enhet": ["A", "A", "B"], "vag": ["fore", "efter", "fore"], "halsade": [0, 1, 1]})
    >>> counted = count_units(visits, "enhet", ["halsade"], [0, 1], by=["vag"])
    >>> counted.units, counted.groups, counted.total[:, 0].tolist()
    (('A', 'B'), (('efter',), ('fore',)), [[1.0, 0.0], [0.0, 1.0]])
    """
    scale = Levels(levels)
    _, tables = count_cells(frame, [(item,) for item in items], scale, [unit, *(by or ())])
    found = {key for table in tables for key in table}
    without = sum(int(counts.sum()) for table in tables for (name, *_), counts in table.items() if name is None)
    if without:
        raise ValueError(f"{without} answers have no value of {unit}: leave such rows out, with a reason, first")
    units = sorted({name for name, *_ in found if name is not None})
    groups = in_order({tuple(group) for _, *group in found}) if by else [()]
    place_of_unit = {name: place for place, name in enumerate(units)}
    place_of_group = {group: place for place, group in enumerate(groups)}
    counts = np.zeros((len(units), len(items), len(groups), scale.missing), dtype=np.int64)
    for item, table in enumerate(tables):
        for (name, *group), answers in table.items():
            counts[place_of_unit[str(name)], item, place_of_group[tuple(group)]] = answers
    return UnitCounts(units=tuple(units), items=tuple(items), groups=tuple(groups), levels=scale.values, counts=counts)
