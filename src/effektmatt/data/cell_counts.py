"""How many rows have each answer, or pair of answers, in each group: counted in numpy, or in the engine of the data.

Data in memory, and Polars' lazy frames, are counted by numpy in batches: Polars decodes the next batch meanwhile.
Everything else (DuckDB, Dask, Spark) counts where the data are, in one grouped pass, and only the counts come back.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import narwhals as nw
import numpy as np
from narwhals.typing import IntoFrame
from numpy.typing import NDArray

from effektmatt.data.columns import cell_text, coded
from effektmatt.data.places import Levels, as_number, is_missing
from effektmatt.data.tabulating import Codes, Table, tabulate

#: Columns in memory, by name.
Batch = Mapping[str, nw.Series[Any]]
#: A group: the text of each of its keys, None where a key is missing.
Group = tuple[str | None, ...]
Tables = dict[Group, Table]

_TEXT = (nw.String, nw.Categorical, nw.Enum, nw.Object)


class Cell(NamedTuple):
    """How many rows of a group have the same values of an item."""

    item: int
    group: Group
    values: tuple[Any, ...]
    rows: int


def count_cells(
    frame: IntoFrame, items: Sequence[tuple[str, ...]], levels: Levels | None, by: Sequence[str]
) -> tuple[Levels | None, list[Tables]]:
    """Count the rows per group and combination of answers, for each item in one and the same pass.

    Parameters
    ----------
    frame
        Any frame that narwhals takes.
    items
        The columns of each item, as many for all: (answer,) or (before, after).
    levels
        The levels of every item; None for the values that occur in rows without missing answers.
    by
        Columns whose values make groups.

    Returns
    -------
    levels
        Those given or found; None if none were given and nothing is answered.
    tables
        Per item and group a table with one dimension of k levels per column, in the order of the groups' names.
        Rows with a missing answer are not counted, and groups without any other are left out.
    """
    taken = nw.from_native(frame)
    names = list(dict.fromkeys([*(name for item in items for name in item), *by]))
    batches = None if levels is None else in_batches(taken, names)
    if levels is not None and batches is not None:
        found = _in_memory(batches, items, levels, by)
    else:
        cells = [
            cell for cell in counted_by_engine(taken, items, by) if not any(is_missing(value) for value in cell.values)
        ]
        if levels is None:
            occurring = {as_number(value) for cell in cells for value in cell.values}
            if not occurring:
                return None, [{} for _ in items]
            levels = Levels(sorted(value for value in occurring if value is not None))
        found = _from_cells(cells, items, levels)
    cut = (slice(levels.missing),) * len(items[0])
    return levels, [
        {group: tables[group][cut] for group in in_order(tables) if tables[group][cut].any()} for tables in found
    ]


def in_batches(frame: nw.DataFrame[Any] | nw.LazyFrame[Any], names: Sequence[str]) -> Iterable[Batch] | None:
    """Return the columns of a frame batch by batch; None if its engine had better count by itself."""
    if isinstance(frame, nw.DataFrame):
        return [{name: frame.get_column(name) for name in names}]
    native = frame.select(names).to_native()
    if not frame.implementation.is_polars() or not hasattr(native, "collect_batches"):
        return None
    batches: Iterator[Any] = native.collect_batches(maintain_order=False)
    framed = (nw.from_native(batch, eager_only=True) for batch in batches)
    return ({cells.name: cells for cells in batch.iter_columns()} for batch in framed)


def group_codes(batch: Batch, by: Sequence[str]) -> tuple[Codes, list[Group]]:
    """Return a whole number per row, and the groups that the numbers stand for."""
    keys: list[list[str | None]] = []
    combined: Codes = np.zeros(1, dtype=np.int64)
    for name in by:
        cells = batch[name]
        if cells.dtype in _TEXT and not cells.implementation.is_pandas():
            cells = cells.cast(nw.String)
        codes, different = coded(cells)
        keys.append([*(group_text(cell) for cell in different), None])  # a missing key, -1, is the last
        combined = combined * len(keys[-1]) + codes % len(keys[-1])
    sizes = [len(texts) for texts in keys]
    if math.prod(sizes) > combined.size:
        occurring, combined = np.unique(combined, return_inverse=True)
    else:
        occurring = np.arange(math.prod(sizes))
    places = np.unravel_index(occurring, sizes)
    groups = [
        tuple(texts[place[row]] for texts, place in zip(keys, places, strict=True)) for row in range(occurring.size)
    ]
    return combined, groups


def counted_by_engine(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any], items: Sequence[tuple[str, ...]], by: Sequence[str]
) -> list[Cell]:
    """Return how many rows have each combination of values, per item and group: one grouped pass.

    Row order is arbitrary, and a missing value comes back as None, NaN or both, depending on the engine.
    """
    schema = frame.collect_schema()
    # one type for all items, or their rows could not be put below each other
    dtype = nw.String if any(schema[name] in _TEXT for item in items for name in item) else nw.Float64
    values = [f"value {place}" for place in range(len(items[0]))]
    groups = [f"group {place}" for place in range(len(by))]
    # categories cannot be grouped in every engine
    keys = [nw.col(name).cast(nw.String) if schema[name] in _TEXT else nw.col(name) for name in by]
    parts = [
        frame.lazy().select(
            nw.lit(place).alias("item"),
            *(nw.col(name).cast(dtype).alias(value) for name, value in zip(item, values, strict=True)),
            *(key.alias(group) for key, group in zip(keys, groups, strict=True)),
        )
        for place, item in enumerate(items)
    ]
    rows = parts[0] if len(parts) == 1 else nw.concat(parts, how="vertical")
    counted = rows.group_by("item", *values, *groups).agg(nw.len().alias("rows")).collect()
    columns = [_settled(counted[name]) for name in ("item", *values, *groups, "rows")]
    return [
        Cell(int(item), tuple(group_text(key) for key in rest[len(values) :]), tuple(rest[: len(values)]), int(count))
        for item, *rest, count in zip(*columns, strict=True)
    ]


def group_text(cell: Any) -> str | None:
    """Return a group's key as text, the same whatever engine the cell comes from; None if it is missing.

    >>> import datetime
    >>> group_text(2.0), group_text(True), group_text(datetime.datetime(2013, 1, 31)), group_text(None)
    ('2', 'true', '2013-01-31', None)
    """
    if is_missing(cell):
        return None
    if isinstance(cell, bool | np.bool_):
        return str(bool(cell)).lower()
    return cell_text(cell).removesuffix(" 00:00:00")


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Return groups in the order of their names, those with a missing key last."""
    return sorted(groups, key=lambda group: [(value is None, value or "") for value in group])


def _in_memory(
    batches: Iterable[Batch], items: Sequence[tuple[str, ...]], levels: Levels, by: Sequence[str]
) -> list[Tables]:
    found: list[Tables] = [{} for _ in items]
    size = levels.missing + 1
    columns = {name for item in items for name in item}
    for batch in batches:
        codes, groups = group_codes(batch, by) if by else (None, [()])
        places = {name: levels.places(batch[name]) for name in columns}
        for item, tables in zip(items, found, strict=True):
            parts: list[tuple[NDArray[Any], int]] = [(places[name], size) for name in item]
            table = tabulate(parts if codes is None else [(codes, len(groups)), *parts])
            for group, counts in zip(groups, table.reshape(len(groups), *table.shape[-len(item) :]), strict=True):
                tables[group] = tables[group] + counts if group in tables else counts
    return found


def _from_cells(cells: Iterable[Cell], items: Sequence[tuple[str, ...]], levels: Levels) -> list[Tables]:
    shape = (levels.missing + 1,) * len(items[0])
    found: list[defaultdict[Group, Table]] = [defaultdict(lambda: np.zeros(shape, dtype=np.int64)) for _ in items]
    for cell in cells:
        found[cell.item][cell.group][tuple(levels.place(value) for value in cell.values)] += cell.rows
    return [dict(tables) for tables in found]


def _settled(column: nw.Series[Any]) -> list[Any]:
    """Return the values of a column, None for null."""
    gone = column.is_null().to_list()
    return [None if missing else value for value, missing in zip(column.to_list(), gone, strict=True)]
