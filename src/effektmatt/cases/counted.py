"""One grouped pass over the cases, in whatever engine holds them: what is left is one row per different case.

Cases that were opened and closed on the same days, in the same groups, are counted together. The result is seldom
longer than the number of days times the number of groups, however many cases there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.data.columns import Labels, group_labels, missing_column
from effektmatt.errors import Fault, InputFaults

Days = NDArray[np.datetime64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CountedCases:
    """Different cases, and how many of each; every array has one entry per different case.

    Parameters
    ----------
    opened, closed, registered
        Days; not-a-time where missing (a case without a closing day is open). `registered` is None without such a
        column.
    rows
        How many such cases there are.
    groups
        The group of each, per grouping column; None where it is missing.
    """

    opened: Days
    closed: Days
    registered: Days | None
    rows: Integers
    groups: Mapping[str, Labels]


def count_cases(
    frame: Any,
    *,
    opened: str,
    closed: str,
    registered: str | None = None,
    by: Sequence[str] = (),
    file: str | None = None,
) -> CountedCases:
    """Count the cases that have the same days and groups.

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
    >>> sorted(counted.rows.tolist()), counted.opened.astype(str).tolist()
    ([1, 2], ['2013-05-02', '2013-05-02'])
    """
    dates = [opened, closed, *([registered] if registered else [])]
    taken = nw.from_native(frame).lazy()
    held = taken.collect_schema().names()
    faults = [missing_column(name, held, file) for name in dict.fromkeys([*dates, *by]) if name not in held]
    if faults:
        raise InputFaults(faults)
    keys = [f"date {place}" for place in range(len(dates))] + [f"group {place}" for place in range(len(by))]
    # categories cannot be grouped in every engine, so groups are counted as text
    columns = [*(nw.col(name) for name in dates), *(nw.col(name).cast(nw.String) for name in by)]
    counted = (
        taken.select(*(column.alias(key) for column, key in zip(columns, keys, strict=True)))
        .group_by(keys)
        .agg(nw.len().alias("rows"))
        .collect()
    )
    days = [_days(counted[key], name, file) for key, name in zip(keys, dates, strict=False)]
    return CountedCases(
        opened=days[0],
        closed=days[1],
        registered=days[2] if registered else None,
        rows=np.asarray(counted["rows"].to_list(), dtype=np.int64),
        groups={name: group_labels(counted[f"group {place}"]) for place, name in enumerate(by)},
    )


def _days(cells: nw.Series[Any], name: str, file: str | None) -> Days:
    """Return a column as days, however its dates are stored."""
    values = [None if gone else value for value, gone in zip(cells.to_list(), cells.is_null().to_list(), strict=True)]
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
