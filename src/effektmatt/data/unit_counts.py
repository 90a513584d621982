"""Answers counted per unit: visits to libraries, pupils in schools, whatever is sampled or trained as a whole.

Clusters are rows of counts: all that cluster statistics and a bootstrap of whole units need to know of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from narwhals.typing import IntoFrame

from effektmatt.core.counts import Floats, Integers
from effektmatt.data.cell_counts import count_cells
from effektmatt.data.groups import Group, in_order
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
    counted = count_cells(frame, [(item,) for item in items], Levels(levels), [unit, *(by or ())])
    without = int(counted.tables[:, [group[0] is None for group in counted.groups]].sum())
    if without:
        raise ValueError(f"{without} answers have no value of {unit}: leave such rows out, with a reason, first")
    units = sorted({str(group[0]) for group in counted.groups})
    groups = in_order({group[1:] for group in counted.groups}) if by else [()]
    rows = {name: place for place, name in enumerate(units)}
    columns = {group: place for place, group in enumerate(groups)}
    counts = np.zeros((len(units), len(items), len(groups), counted.levels.size), dtype=np.int64)
    for group, answers in zip(counted.groups, counted.tables.swapaxes(0, 1), strict=True):
        counts[rows[str(group[0])], :, columns[group[1:]]] = answers
    return UnitCounts(
        units=tuple(units), items=tuple(items), groups=tuple(groups), levels=counted.levels, counts=counts
    )
