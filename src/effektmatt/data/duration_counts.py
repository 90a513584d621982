"""Cases counted by group, time in whole days and whether they are closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
from narwhals.typing import IntoFrame

from effektmatt.core import DurationCounts
from effektmatt.data.engine_pass import counted_by_engine
from effektmatt.data.groups import Batch, Group, group_codes
from effektmatt.data.places import Levels, is_missing
from effektmatt.data.tabulating import Table, tabulate

#: More cells than this are not laid out as a table of all groups by all days.
_MOST_CELLS = 1 << 24

_OPEN_OR_CLOSED = Levels([0, 1])


def duration_counts(frame: IntoFrame, days: str, closed: str, by: Sequence[str]) -> dict[Group, DurationCounts]:
    """Return the counts of each group; parameters and errors as for `effektmatt.data.counting.count_durations`."""
    taken = nw.from_native(frame)
    if isinstance(taken, nw.DataFrame):
        counted = _in_memory({name: taken.get_column(name) for name in (days, closed, *by)}, days, closed, by)
        if counted is not None:
            return counted
    return _by_engine(taken, days, closed, by)


def _in_memory(cases: Batch, days: str, closed: str, by: Sequence[str]) -> dict[Group, DurationCounts] | None:
    """Return the counts of each group; None if days times groups are too many for one table."""
    if not len(cases[days]):
        return {}
    dtype = cases[days].dtype
    times = (cases[days] if dtype.is_integer() or dtype.is_float() else cases[days].cast(nw.Float64)).to_numpy()
    status = _OPEN_OR_CLOSED.places(cases[closed])
    unknown = status == _OPEN_OR_CLOSED.missing
    is_float = times.dtype.kind == "f"
    _refuse(int(np.count_nonzero(unknown | np.isnan(times) if is_float else unknown)), days, closed)
    if is_float:
        if times.min() < 0 or times.max() >= _MOST_CELLS or np.any(times % 1):
            return None
        times = times.astype(np.int64)
    last = int(times.view(f"u{times.itemsize}").max())  # seen as unsigned a negative number is huge
    if last >= _MOST_CELLS:
        return None
    codes, groups = group_codes(cases, by) if by else (status, [()])
    size = last + 1
    if 2 * size * len(groups) > _MOST_CELLS:
        return None
    parts = [(status, 2), (times, size)]
    table = tabulate([(codes, len(groups)), *parts] if by else parts).reshape(len(groups), 2, size)
    return {group: _from_table(counts) for group, counts in zip(groups, table, strict=True) if counts.any()}


def _from_table(counts: Table) -> DurationCounts:
    """Return the counts of a table with a row for open, a row for closed and a column per day."""
    occurring = np.flatnonzero(counts.any(axis=0))
    return DurationCounts(days=occurring, events=counts[1, occurring], censored=counts[0, occurring])


def _by_engine(
    cases: nw.DataFrame[Any] | nw.LazyFrame[Any], days: str, closed: str, by: Sequence[str]
) -> dict[Group, DurationCounts]:
    cells = counted_by_engine(cases, [(days, closed)], by)
    _refuse(sum(cell.rows for cell in cells if any(is_missing(value) for value in cell.values)), days, closed)
    rows: defaultdict[Group, defaultdict[float, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for cell in cells:
        rows[cell.group][float(cell.values[0])][_OPEN_OR_CLOSED.place(cell.values[1])] += cell.rows
    counted = {}
    for group, per_day in rows.items():
        times = sorted(per_day)
        counts = np.array([per_day[time] for time in times], dtype=np.int64)
        counted[group] = DurationCounts(days=np.array(times), events=counts[:, 1], censored=counts[:, 0])
    return counted


def _refuse(missing: int, days: str, closed: str) -> None:
    if missing:
        raise ValueError(f"{missing} rows have no value of {days} or {closed}: leave them out, with a reason, first")
