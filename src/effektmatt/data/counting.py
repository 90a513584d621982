"""One grouped counting pass from rows to counts, in whatever engine holds the data.

Any frame that narwhals can make lazy will do: pandas, Polars, PyArrow, DuckDB, Dask, Spark. After that pass, cost
does not depend on how many rows there were.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar, overload

import narwhals as nw
import numpy as np
from narwhals.typing import IntoFrame

from effektmatt.core import AnswerCounts, DurationCounts, PairedCounts

Group = tuple[str | None, ...]
_Counts = TypeVar("_Counts")


class _Cell(NamedTuple):
    """How many rows of a group have the same values."""

    group: Group
    values: tuple[Any, ...]
    rows: int


@overload
def count_pairs(
    frame: IntoFrame, before: str, after: str, levels: Sequence[float] | None = None, by: None = None
) -> PairedCounts: ...
@overload
def count_pairs(
    frame: IntoFrame, before: str, after: str, levels: Sequence[float] | None, by: Sequence[str]
) -> dict[Group, PairedCounts]: ...
def count_pairs(
    frame: IntoFrame,
    before: str,
    after: str,
    levels: Sequence[float] | None = None,
    by: Sequence[str] | None = None,
) -> PairedCounts | dict[Group, PairedCounts]:
    """Count how many went from each answer before to each answer after.

    Rows where either answer is missing (null or NaN) are no pairs and are not counted.

    Parameters
    ----------
    frame
        One row per person, numeric columns `before` and `after`. Any frame that narwhals takes.
    levels
        The answers that can be given, ascending. None: those that occur (for a score), in all groups together.
    by
        Columns whose values make groups.

    Returns
    -------
    PairedCounts, or dict of PairedCounts
        With `by`, one per group, keyed by the tuple of its values as text (None: missing), in sorted order.

    Raises
    ------
    ValueError
        If a value is none of the levels.

    >>> import pandas as pd
    >>> answers = pd.DataFrame({"fore": [1, 2, 2, None], "efter": [2, 2, 3, 3], "kon": ["k", "m", "k", "m"]})
    >>> count_pairs(answers, "fore", "efter", [1, 2, 3]).table.tolist()
    [[0, 1, 0], [0, 1, 1], [0, 0, 0]]
    >>> {group: counts.n for group, counts in count_pairs(answers, "fore", "efter", [1, 2, 3], by=["kon"]).items()}
    {('k',): 2, ('m',): 1}
    """
    numbers = [nw.col(before).cast(nw.Float64), nw.col(after).cast(nw.Float64)]
    cells = [cell for cell in _counted(frame, numbers, by or ()) if not _any_missing(cell)]
    places = _places(levels, cells)

    def build(group: Iterable[_Cell]) -> PairedCounts:
        table = np.zeros((len(places), len(places)), dtype=np.int64)
        for cell in group:
            table[places[cell.values[0]], places[cell.values[1]]] += cell.rows
        return PairedCounts(levels=np.array(list(places)), table=table)

    return build(cells) if by is None else _per_group(cells, build)


@overload
def count_answers(
    frame: IntoFrame, answer: str, levels: Sequence[float] | None = None, by: None = None
) -> AnswerCounts: ...
@overload
def count_answers(
    frame: IntoFrame, answer: str, levels: Sequence[float] | None, by: Sequence[str]
) -> dict[Group, AnswerCounts]: ...
def count_answers(
    frame: IntoFrame, answer: str, levels: Sequence[float] | None = None, by: Sequence[str] | None = None
) -> AnswerCounts | dict[Group, AnswerCounts]:
    """Count how many gave each answer; missing answers are not counted.

    Parameters and errors as for `count_pairs`.

    >>> import pandas as pd
    >>> count_answers(pd.DataFrame({"v1": [1, 3, 3, None]}), "v1", [1, 2, 3]).counts.tolist()
    [1, 0, 2]
    """
    cells = [cell for cell in _counted(frame, [nw.col(answer).cast(nw.Float64)], by or ()) if not _any_missing(cell)]
    places = _places(levels, cells)

    def build(group: Iterable[_Cell]) -> AnswerCounts:
        counts = np.zeros(len(places), dtype=np.int64)
        for cell in group:
            counts[places[cell.values[0]]] += cell.rows
        return AnswerCounts(levels=np.array(list(places)), counts=counts)

    return build(cells) if by is None else _per_group(cells, build)


@overload
def count_durations(frame: IntoFrame, days: str, closed: str, by: None = None) -> DurationCounts: ...
@overload
def count_durations(frame: IntoFrame, days: str, closed: str, by: Sequence[str]) -> dict[Group, DurationCounts]: ...
def count_durations(
    frame: IntoFrame, days: str, closed: str, by: Sequence[str] | None = None
) -> DurationCounts | dict[Group, DurationCounts]:
    """Count cases by time in whole days, closed apart from still open.

    Parameters
    ----------
    frame
        One row per case. Any frame that narwhals takes.
    days
        Column of whole days from opened to closed, or to the day it was last seen open.
    closed
        Column of booleans: True for closed.
    by
        Columns whose values make groups; the result is then a dict as for `count_pairs`.

    Raises
    ------
    ValueError
        If a time or a status is missing: such cases must have been left out, and accounted for, before.

    >>> import pandas as pd
    >>> cases = pd.DataFrame({"dagar": [3, 5, 3], "avslutad": [True, False, True]})
    >>> counts = count_durations(cases, "dagar", "avslutad")
    >>> counts.days.tolist(), counts.events.tolist(), counts.censored.tolist()
    ([3, 5], [2, 0], [0, 1])
    """
    values = [nw.col(days).cast(nw.Float64), nw.col(closed).cast(nw.Float64)]
    cells = _counted(frame, values, by or ())
    missing = sum(cell.rows for cell in cells if _any_missing(cell))
    if missing:
        raise ValueError(f"{missing} rows have no value of {days} or {closed}: leave them out, with a reason, first")

    def build(group: Iterable[_Cell]) -> DurationCounts:
        rows: defaultdict[float, list[int]] = defaultdict(lambda: [0, 0])
        for cell in group:
            rows[cell.values[0]][int(cell.values[1])] += cell.rows
        times = sorted(rows)
        counts = np.array([rows[time] for time in times], dtype=np.int64).reshape(len(times), 2)
        return DurationCounts(days=np.array(times), events=counts[:, 1], censored=counts[:, 0])

    return build(cells) if by is None else _per_group(cells, build)


def _counted(frame: IntoFrame, values: Sequence[nw.Expr], by: Sequence[str]) -> list[_Cell]:
    """Return how many rows have each combination of values and groups: the one pass over the data.

    Groups are counted as text, since categories cannot be grouped everywhere. Row order is arbitrary, missing
    comes back as None or NaN depending on the engine: both are settled here, on the small table.
    """
    keys = [f"value {place}" for place in range(len(values))] + [f"group {place}" for place in range(len(by))]
    columns = [*values, *(nw.col(name).cast(nw.String) for name in by)]
    counted = (
        nw.from_native(frame)
        .lazy()
        .select(*(column.alias(key) for column, key in zip(columns, keys, strict=True)))
        .group_by(keys)
        .agg(nw.len().alias("rows"))
        .collect()
    )
    settled = [_settled(counted[key]) for key in keys]
    cells = []
    for *row, rows in zip(*settled, counted["rows"].to_list(), strict=True):
        groups = tuple(None if group is None else str(group) for group in row[len(values) :])
        cells.append(_Cell(groups, tuple(row[: len(values)]), int(rows)))
    return cells


def _settled(column: nw.Series[Any]) -> list[Any]:
    """Return the values of a column with None for null and for NaN, whatever the engine calls them."""
    gone = column.is_null().to_list()
    return [
        None if missing or (isinstance(value, float) and math.isnan(value)) else value
        for value, missing in zip(column.to_list(), gone, strict=True)
    ]


def _any_missing(cell: _Cell) -> bool:
    return None in cell.values


def _places(levels: Sequence[float] | None, cells: Iterable[_Cell]) -> dict[float, int]:
    """Return the place of each level, after making sure that every value is one."""
    found = {float(value) for cell in cells for value in cell.values}
    ordered = sorted(found) if levels is None else [float(level) for level in levels]
    outside = sorted(found.difference(ordered))
    if outside:
        raise ValueError(f"values outside the levels {ordered}: {outside[:5]}")
    return {level: place for place, level in enumerate(ordered)}


def _per_group(cells: Iterable[_Cell], build: Callable[[Iterable[_Cell]], _Counts]) -> dict[Group, _Counts]:
    groups: defaultdict[Group, list[_Cell]] = defaultdict(list)
    for cell in cells:
        groups[cell.group].append(cell)
    ordered = sorted(groups, key=lambda group: [(value is None, value or "") for value in group])
    return {group: build(groups[group]) for group in ordered}
