"""Who took part in the project and who is compared with it: everybody is on one side only, or on neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.core import Note
from effektmatt.data.linking import Linked
from effektmatt.data.values import cell_text, folded, spellings
from effektmatt.data.where import shown
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import LoadedSource, SourceT
from effektmatt.plan import Plan
from effektmatt.plan.analysis import Comparison
from effektmatt.registers.conditions import belonging, checked, other_values

Rows = NDArray[np.bool_]
Sides = NDArray[np.int8]

#: A value is taken for the project, where the plan does not name it, if it is so many times as frequent as all others.
_CLEARLY = 2
_MOST_EXPECTED = 12


class Side(IntEnum):
    """On which side of a comparison a row is."""

    PROJECT = 1
    COMPARISON = 2
    UNKNOWN = 3  # an empty cell
    NEITHER = 4  # another value
    MOVED = 5  # on one side in one wave, on the other in another


#: Why rows are on neither side, as accounts and notes tell it.
WHY = {Side.UNKNOWN: "side-unknown", Side.NEITHER: "side-neither", Side.MOVED: "side-moved"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing:
    """By which values of a column a source tells who took part, and who is compared with them."""

    column: str
    project: tuple[str, ...]
    comparison: str

    def sides(self, frame: pd.DataFrame) -> Sides:
        """Say on which side every row is."""
        others, own = (belonging(frame, self.column, names) for names in ((self.comparison,), self.project))
        held = [others.unknown, own.hits, others.hits]
        chosen = np.select(held, [Side.UNKNOWN, Side.PROJECT, Side.COMPARISON], Side.NEITHER)
        return np.asarray(chosen, dtype=np.int8)


def comparing(loaded: LoadedSource[SourceT], plan: Plan) -> tuple[Comparing | None, list[Fault]]:
    """Return how a source tells the sides apart, if the plan has a comparison group and every file says who it is.

    Where the plan does not name the project it is the only other value, or the one that is much more frequent than all
    the rest together: a column that holds more is a fault.
    """
    asked = plan.written.analysis.comparison
    if asked is None or any(asked.column not in frame for frame in loaded.frames.values()):
        return None, []
    faults = list(checked(loaded.frames, {asked.column: (asked.group, *asked.project)})[0])
    others = _others(loaded, asked)
    if asked.project or len(others) < 2:
        project, unclear = tuple(asked.project) or tuple(others), []
    else:
        (first, n), *rest = others.most_common()
        clear = n >= _CLEARLY * sum(times for _, times in rest)
        project, unclear = (first,), [] if clear else [_unclear(loaded, asked, others)]
    found = Comparing(column=asked.column, project=project, comparison=asked.group)
    return found, [*faults, *unclear]


def _others(loaded: LoadedSource[SourceT], asked: Comparison) -> Counter[str]:
    """Count what stands in the column, other than the comparison group's value."""
    held = Counter(cell_text(cell) for frame in loaded.frames.values() for cell in frame[asked.column].dropna())
    spelled = spellings(held)
    others = Counter[str]()
    for text, n in held.items():
        if folded(text) not in ("", folded(asked.group)):
            others[spelled[folded(text)]] += n
    return others


def _unclear(loaded: LoadedSource[SourceT], asked: Comparison, others: Counter[str]) -> Fault:
    values = tuple(shown(text) for text, _ in others.most_common(_MOST_EXPECTED))
    return Fault(
        code="comparison-project-unclear",
        file=", ".join(loaded.frames),
        column=asked.column,
        key="analysis.comparison.project",
        got=asked.group,
        expected=values,
    )


def settled(sides: Mapping[str, Sides], links: Mapping[tuple[str, str], Linked]) -> dict[str, Sides]:
    """Return one side per person: told in one wave it holds in all, told as both it is neither."""
    result = {wave: own.copy() for wave, own in sides.items()}
    for (first, last), link in links.items():
        one, other = sides[first][link.before], sides[last][link.after]
        moved = _known(one) & _known(other) & (one != other)
        result[first][link.before[moved]] = result[last][link.after[moved]] = Side.MOVED
    for (first, last), link in links.items():
        one, other = result[first][link.before], result[last][link.after]
        either = np.where(one == Side.UNKNOWN, other, one)
        result[first][link.before] = np.where(other == Side.MOVED, other, either)
        result[last][link.after] = result[first][link.before]
    return result


def settled_in_units(sides: Mapping[str, Sides], units: Mapping[str, pd.Series]) -> dict[str, Sides]:
    """Return one side per unit: told of one visit it holds for all of them, told as both it is neither."""
    visits = pd.concat([pd.DataFrame({"unit": units[wave].to_numpy(), "side": own}) for wave, own in sides.items()])
    told = visits[_known(visits["side"].to_numpy())].groupby("unit")["side"].agg(["min", "max"])
    one = told["min"].where(told["min"] == told["max"], int(Side.MOVED))
    result = {}
    for wave, own in sides.items():
        of_unit = units[wave].map(one).to_numpy(dtype=np.float64)
        kept = np.isnan(of_unit) | (own == Side.NEITHER)
        result[wave] = np.where(kept, own, np.nan_to_num(of_unit)).astype(np.int8)
    return result


def _known(sides: Sides) -> Rows:
    return np.isin(sides, (Side.PROJECT, Side.COMPARISON))


def side_notes(
    found: Comparing,
    sides: Mapping[str, Sides],
    links: Mapping[tuple[str, str], Linked],
    frames: Mapping[str, pd.DataFrame],
) -> Iterator[Note]:
    """Yield how many people are on neither side and why; those of several waves are counted once."""
    alone = {wave: np.ones(own.size, dtype=bool) for wave, own in sides.items()}
    for (_, last), link in links.items():
        alone[last][link.after] = False
    people = Counter(int(side) for wave, own in sides.items() for side in own[alone[wave]])
    for side in (Side.UNKNOWN, Side.MOVED):
        if people[side]:
            yield Note(code=f"comparison-{WHY[side]}", values={"n": people[side], "column": found.column})
    if people[Side.NEITHER]:
        for note in other_values(frames, {found.column: (found.comparison, *found.project)}, whoever=False):
            told: dict[str, str | int | float] = dict(note.values)
            told |= {"n": people[Side.NEITHER], "project": "/".join(found.project), "comparison": found.comparison}
            yield replace(note, code=f"comparison-{note.code}", values=told)


def left(sides: Sides, rows: Rows) -> dict[str, int]:
    """Count which of some rows are on neither side, by the reason."""
    return {why: n for side, why in WHY.items() if (n := int((rows & (sides == side)).sum()))}
