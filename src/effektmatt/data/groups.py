"""Groups of rows: their names, alike in every engine, and their numbers in one batch of columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np

from effektmatt.data.columns import coded
from effektmatt.data.places import is_missing
from effektmatt.data.tabulating import Codes
from effektmatt.data.values import cell_text

#: Columns in memory, by name.
Batch = Mapping[str, nw.Series[Any]]

#: A group: the text of each of its keys, None where a key is missing.
Group = tuple[str | None, ...]

#: Types of column that hold text; categories cannot be grouped in every engine.
TEXT = (nw.String, nw.Categorical, nw.Enum, nw.Object)


def group_codes(batch: Batch, by: Sequence[str]) -> tuple[Codes, list[Group]]:
    """Return a whole number per row, and the groups that the numbers stand for (some may have no rows).

    >>> import pandas as pd
    >>> cells = nw.from_native(pd.Series(["m", None, "k", "m"]), series_only=True)
    >>> codes, groups = group_codes({"kon": cells}, ["kon"])
    >>> [groups[code] for code in codes]
    [('m',), (None,), ('k',), ('m',)]
    """
    keys: list[list[str | None]] = []
    combined: Codes = np.zeros(1, dtype=np.int64)
    for name in by:
        codes, different = _coded_key(batch[name])
        keys.append([*(group_text(cell) for cell in different), None])  # a missing key, -1, is the last
        combined = combined * len(keys[-1]) + np.where(codes < 0, len(different), codes)
    sizes = [len(texts) for texts in keys]
    if math.prod(sizes) > combined.size:
        occurring, combined = np.unique(combined, return_inverse=True)
    else:
        occurring = np.arange(math.prod(sizes))
    places = [place.tolist() for place in np.unravel_index(occurring, sizes)]
    texts = [[names[place] for place in column] for names, column in zip(keys, places, strict=True)]
    return combined, list(zip(*texts, strict=True))


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
    """Return groups in the order of their names, those with a missing key last.

    >>> in_order([(None,), ("m",), ("k",)])
    [('k',), ('m',), (None,)]
    """
    return sorted(groups, key=lambda group: [(value is None, value or "") for value in group])


def _coded_key(cells: nw.Series[Any]) -> tuple[Codes, list[Any]]:
    """Return codes as `coded` does; a category that nobody is in may be among those that they stand for."""
    if not cells.implementation.is_pandas():
        return coded(cells.cast(nw.String) if cells.dtype in TEXT else cells)
    native = cells.to_native()
    if cells.dtype in {nw.Categorical, nw.Enum}:
        return native.cat.codes.to_numpy(), list(native.cat.categories)
    return coded(cells)
