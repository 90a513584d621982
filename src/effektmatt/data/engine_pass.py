"""One grouped pass in the engine that holds the data: only the counts come back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import narwhals as nw

from effektmatt.data.groups import TEXT, Group, group_text


class Cell(NamedTuple):
    """How many rows of a group have the same values of an item."""

    item: int
    group: Group
    values: tuple[Any, ...]
    rows: int


def counted_by_engine(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any], items: Sequence[tuple[str, ...]], by: Sequence[str]
) -> list[Cell]:
    """Return how many rows have each combination of values, per item and group.

    Row order is arbitrary, and a missing value comes back as None, NaN or both, depending on the engine.

    Parameters
    ----------
    frame
        The data, in any engine.
    items
        The columns of each item, as many for all.
    by
        Columns whose values make groups.

    >>> import pandas as pd
    >>> frame = nw.from_native(pd.DataFrame({"v1": [1, 2, 2], "kon": ["k", "m", "m"]}))
    >>> sorted(counted_by_engine(frame, [("v1",)], ["kon"]))
    [Cell(item=0, group=('k',), values=(1.0,), rows=1), Cell(item=0, group=('m',), values=(2.0,), rows=2)]
    """
    schema = frame.collect_schema()
    # one type for all items, or their rows could not be put below each other
    dtype = nw.String if any(schema[name] in TEXT for item in items for name in item) else nw.Float64
    values = [f"value {place}" for place in range(len(items[0]))]
    groups = [f"group {place}" for place in range(len(by))]
    keys = [nw.col(name).cast(nw.String) if schema[name] in TEXT else nw.col(name) for name in by]
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


def _settled(column: nw.Series[Any]) -> list[Any]:
    """Return the values of a column, None for null."""
    gone = column.is_null().to_list()
    return [None if missing else value for value, missing in zip(column.to_list(), gone, strict=True)]
