"""How many rows have each answer, or pair of answers, in each group: counted in numpy, or in the engine of the data.

Data in memory, and Polars' lazy frames, are counted by numpy in batches: Polars decodes the next batch meanwhile.
Everything else (DuckDB, Dask, Spark) counts where the data are, in one grouped pass, and only the counts come back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import narwhals as nw
import numpy as np
from narwhals.typing import IntoFrame

from effektmatt.core.counts import Floats
from effektmatt.data.engine_pass import Cell, counted_by_engine
from effektmatt.data.groups import Batch, Group, group_codes, in_order
from effektmatt.data.places import Levels, as_number, is_missing
from effektmatt.data.tabulating import Table, tabulate

_Result = TypeVar("_Result")

#: Rows that Polars decodes at a time: many enough to be quick, few enough to leave memory for hundreds of columns.
_BATCH = 1 << 18


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CellCounts:
    """Counts of answers, or of pairs of answers.

    Parameters
    ----------
    levels
        The k levels of every item.
    groups
        The groups that answered any item, in the order of their names.
    tables
        Items x groups x k for single answers, items x groups x k x k for pairs (before, after).
    """

    levels: Floats
    groups: tuple[Group, ...]
    tables: Table


def count_cells(
    frame: IntoFrame, items: Sequence[tuple[str, ...]], levels: Levels | None, by: Sequence[str]
) -> CellCounts:
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
        Columns whose values make groups. Without any there is one group, the empty tuple, if anything is answered.

    Notes
    -----
    Rows with a missing answer are not counted.
    """
    taken = nw.from_native(frame)
    batches = None
    if levels is not None:
        batches = _in_batches(taken, list(dict.fromkeys([*(name for item in items for name in item), *by])))
    if levels is not None and batches is not None:
        return _cut(levels, *_in_memory(batches, items, levels, by))
    cells = [
        cell for cell in counted_by_engine(taken, items, by) if not any(is_missing(value) for value in cell.values)
    ]
    if levels is None:
        occurring = {as_number(value) for cell in cells for value in cell.values} - {None}
        if not occurring:
            return CellCounts(levels=np.array([]), groups=(), tables=np.zeros((len(items), 0, 0), dtype=np.int64))
        levels = Levels(sorted(value for value in occurring if value is not None))
    return _cut(levels, *_from_cells(cells, items, levels))


def _in_batches(frame: nw.DataFrame[Any] | nw.LazyFrame[Any], names: Sequence[str]) -> Iterable[Batch] | None:
    """Return the columns of a frame batch by batch; None if its engine had better count by itself."""
    if isinstance(frame, nw.DataFrame):
        return [{name: frame.get_column(name) for name in names}]
    native = frame.select(names).to_native()
    if not frame.implementation.is_polars() or not hasattr(native, "collect_batches"):
        return None
    batches: Iterator[Any] = native.collect_batches(chunk_size=_BATCH, maintain_order=False)
    framed = (nw.from_native(batch, eager_only=True) for batch in batches)
    return ({cells.name: cells for cells in batch.iter_columns()} for batch in framed)


def _in_memory(
    batches: Iterable[Batch], items: Sequence[tuple[str, ...]], levels: Levels, by: Sequence[str]
) -> tuple[dict[Group, int], Table]:
    """Return the place of each group, and the counts of every item and group, missing answers too."""
    columns = {name for item in items for name in item}
    size = levels.missing + 1
    places_of_groups: dict[Group, int] = {}
    total = np.zeros((len(items), 0, *(size,) * len(items[0])), dtype=np.int64)

    def counted(batch: Batch) -> tuple[Sequence[Group], list[Table]]:
        codes, groups = group_codes(batch, by) if by else (None, [()])
        places = {name: levels.places(batch[name]) for name in columns}
        grouping = [] if codes is None else [(codes, len(groups))]
        return groups, [tabulate([*grouping, *((places[name], size) for name in item)]) for item in items]

    for groups, found in _one_ahead(counted, batches):
        here = [places_of_groups.setdefault(group, len(places_of_groups)) for group in groups]
        grown = np.zeros((len(items), len(places_of_groups), *total.shape[2:]), dtype=np.int64)
        grown[:, : total.shape[1]] = total
        # keys of different types may have the same text, so that a group may come twice
        tables = np.stack(found).reshape(len(items), len(groups), *total.shape[2:])
        np.add.at(grown.swapaxes(0, 1), np.array(here), tables.swapaxes(0, 1))
        total = grown
    return places_of_groups, total


def _one_ahead(count: Callable[[Batch], _Result], batches: Iterable[Batch]) -> Iterator[_Result]:
    """Yield what is counted in each batch, two at a time: numpy lets another thread count while it counts itself."""
    if isinstance(batches, Sequence):
        yield from map(count, batches)
        return
    with ThreadPoolExecutor(max_workers=2) as pool:
        waiting: deque[Future[_Result]] = deque()
        for batch in batches:
            waiting.append(pool.submit(count, batch))
            if len(waiting) > 2:  # so few that no more than that is ever decoded and not yet counted
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _from_cells(
    cells: Iterable[Cell], items: Sequence[tuple[str, ...]], levels: Levels
) -> tuple[dict[Group, int], Table]:
    """Return the same as `_in_memory` from what an engine counted."""
    cells = list(cells)
    places_of_groups: dict[Group, int] = {}
    for cell in cells:
        places_of_groups.setdefault(cell.group, len(places_of_groups))
    total = np.zeros((len(items), len(places_of_groups), *(levels.missing + 1,) * len(items[0])), dtype=np.int64)
    for cell in cells:
        places = (levels.place(value) for value in cell.values)
        total[(cell.item, places_of_groups[cell.group], *places)] += cell.rows
    return places_of_groups, total


def _cut(levels: Levels, places_of_groups: dict[Group, int], total: Table) -> CellCounts:
    """Return the counts without missing answers, for the groups that have any others."""
    answered = total[(slice(None), slice(None), *(slice(levels.missing),) * (total.ndim - 2))]
    has_answers = np.asarray(answered.any(axis=(0, *range(2, total.ndim))))
    groups = [group for group in in_order(places_of_groups) if has_answers[places_of_groups[group]]]
    tables = answered[:, [places_of_groups[group] for group in groups]]
    return CellCounts(levels=levels.values, groups=tuple(groups), tables=tables)
