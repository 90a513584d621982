"""Cases read into arrays: days and groups, whatever engine holds them.

A frame that is not in memory is counted where it is, in one grouped pass: cases opened and closed on the same days,
in the same groups, come back as one row. What comes back is then seldom longer than days times groups.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.data.columns import as_frame, coded, missing_column
from effektmatt.data.values import cell_text, folded, spellings
from effektmatt.errors import Fault, InputFaults

Days = NDArray[np.datetime64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouping:
    """Which group each case belongs to: `names[code]`, or none where the code is -1. Names are in sorted order."""

    codes: Integers
    names: tuple[str, ...]

    def members(self, name: str) -> NDArray[np.bool_]:
        """Say which cases belong to a group."""
        return np.equal(self.codes, self.names.index(name))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CountedCases:
    """Cases, and how many of each; every array has one entry per row.

    Parameters
    ----------
    opened, closed, registered
        Days; not-a-time where missing (a case without a closing day is open). `registered` is None without such a
        column.
    rows
        How many such cases there are.
    groups
        The group of each, per grouping column.
    """

    opened: Days
    closed: Days
    registered: Days | None
    rows: Integers
    groups: Mapping[str, Grouping]


def count_cases(
    frame: Any,
    *,
    opened: str,
    closed: str,
    registered: str | None = None,
    by: Sequence[str] = (),
    file: str | None = None,
) -> CountedCases:
    """Read cases into arrays, those with the same days and groups counted together if they are not in memory.

    Parameters
    ----------
    frame
        One row per case: any dataframe that narwhals takes, in memory or not.
    opened, closed, registered
        Columns of dates, of dates with a time of day (which is left out), or of ISO text such as "2013-05-31".
    by
        Grouping columns. Spellings that differ in case or white space are one group.
    file
        The file's name, for the faults.

    Raises
    ------
    InputFaults
        "column-missing" for each that is not there, "date-wrong" for text that is no date.

    >>> import pandas as pd
    >>> cases = pd.DataFrame({"inkom": ["2013-05-02"] * 3, "avslutad": ["2013-05-31", None, None]})
    >>> counted = count_cases(cases, opened="inkom", closed="avslutad")
    >>> int(counted.rows.sum()), counted.closed.astype(str).tolist()
    (3, ['2013-05-31', 'NaT', 'NaT'])
    """
    dates = [opened, closed, *([registered] if registered else [])]
    taken = as_frame(frame)
    schema = taken.collect_schema()
    faults = [missing_column(name, schema.names(), file) for name in dict.fromkeys([*dates, *by]) if name not in schema]
    if faults:
        raise InputFaults(faults)
    keys = [f"date {place}" for place in range(len(dates))] + [f"group {place}" for place in range(len(by))]
    # categories cannot be grouped in every engine
    columns = [
        nw.col(name).cast(nw.String) if schema[name] in (nw.Categorical, nw.Enum) else nw.col(name)
        for name in [*dates, *by]
    ]
    selected = taken.select(*(column.alias(key) for column, key in zip(columns, keys, strict=True)))
    if isinstance(selected, nw.LazyFrame):
        cells = selected.group_by(keys).agg(nw.len().alias("rows")).collect()
        rows = np.asarray(cells["rows"].to_list(), dtype=np.int64)
    else:
        cells = selected
        rows = np.ones(len(cells), dtype=np.int64)
    days = [_days(cells[key], name, file) for key, name in zip(keys, dates, strict=False)]
    return CountedCases(
        opened=days[0],
        closed=days[1],
        registered=days[2] if registered else None,
        rows=rows,
        groups={name: _grouping(cells[f"group {place}"]) for place, name in enumerate(by)},
    )


def _days(cells: nw.Series[Any], name: str, file: str | None) -> Days:
    """Return a column as days, however its dates are stored."""
    if cells.dtype in (nw.Date, nw.Datetime):
        zoned = isinstance(cells.dtype, nw.Datetime) and cells.dtype.time_zone is not None
        local = cells.dt.replace_time_zone(None) if zoned else cells
        return np.asarray(local.to_numpy()).astype("datetime64[D]")
    values = _values(cells)
    found = {value: _day(value) for value in set(values)}
    faults = [
        Fault(code="date-wrong", file=file, column=name, got=str(value), expected=("2013-01-31",))
        for value, day in found.items()
        if day is None and value is not None and str(value).strip()
    ]
    if faults:
        raise InputFaults(sorted(faults, key=lambda fault: str(fault.got)))
    return np.array([found[value] for value in values], dtype="datetime64[D]")


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        return None


def _grouping(cells: nw.Series[Any]) -> Grouping:
    """Return the groups of a column; the most frequent spelling of a group is its name."""
    codes, different = coded(cells)
    texts = [cell_text(cell) for cell in different]
    times = Counter[str]()
    for text, count in zip(texts, np.bincount(codes[codes >= 0], minlength=len(texts)).tolist(), strict=True):
        times[text] += count if folded(text) else 0
    shown = spellings({text: count for text, count in times.items() if count})
    names = tuple(sorted(shown.values()))
    code_of = {name: code for code, name in enumerate(names)}
    found = [code_of[shown[name]] if (name := folded(text)) else -1 for text in texts]
    return Grouping(codes=np.array([*found, -1], dtype=np.int64)[codes], names=names)  # -1, a missing cell, is the last


def _values(cells: nw.Series[Any]) -> list[Any]:
    """Return the cells of a column, None where they are empty whatever the engine calls it."""
    return [None if gone else value for value, gone in zip(cells.to_list(), cells.is_null().to_list(), strict=True)]
