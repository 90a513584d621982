"""One counting pass from rows to counts, in whatever engine holds the data.

Any frame that narwhals takes will do: pandas, Polars (lazy too), PyArrow, DuckDB, Dask, Spark. Null and NaN are
missing answers everywhere, and row order never matters. After the pass, cost does not depend on how many rows there
were.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, overload

import numpy as np
from narwhals.typing import IntoFrame

from effektmatt.core import AnswerCounts, DurationCounts, PairedCounts
from effektmatt.core.counts import Floats
from effektmatt.data.cell_counts import count_cells
from effektmatt.data.duration_counts import duration_counts
from effektmatt.data.groups import Group, in_order
from effektmatt.data.places import Levels, Scale
from effektmatt.data.tabulating import Table

_Counts = TypeVar("_Counts")


@overload
def count_pairs(
    frame: IntoFrame, before: str, after: str, levels: Scale | None = None, by: None = None
) -> PairedCounts: ...
@overload
def count_pairs(
    frame: IntoFrame, before: str, after: str, levels: Scale | None, by: Sequence[str]
) -> dict[Group, PairedCounts]: ...
def count_pairs(
    frame: IntoFrame,
    before: str,
    after: str,
    levels: Scale | None = None,
    by: Sequence[str] | None = None,
) -> PairedCounts | dict[Group, PairedCounts]:
    """Count how many went from each answer before to each answer after.

    Rows where either answer is missing (null or NaN) are no pairs and are not counted.

    Parameters
    ----------
    frame
        One row per person, with columns `before` and `after`. Any frame that narwhals takes.
    levels
        The answers that can be given, ascending; or, for answers in words, the number of each (None: not counted, as
        "Vet ej"). The order is that of the numbers, whatever order a category column has. None: the levels are the
        numbers that occur (for a score), in all groups together.
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
    counted = _counted(frame, [(before, after)], levels, by, _pairs)[0]
    return counted[()] if by is None else counted


@overload
def count_items(
    frame: IntoFrame, pairs: Mapping[str, tuple[str, str]], levels: Scale | None = None, by: None = None
) -> dict[str, PairedCounts]: ...
@overload
def count_items(
    frame: IntoFrame, pairs: Mapping[str, tuple[str, str]], levels: Scale | None, by: Sequence[str]
) -> dict[str, dict[Group, PairedCounts]]: ...
def count_items(
    frame: IntoFrame,
    pairs: Mapping[str, tuple[str, str]],
    levels: Scale | None = None,
    by: Sequence[str] | None = None,
) -> dict[str, PairedCounts] | dict[str, dict[Group, PairedCounts]]:
    """Count pairs of answers to many items of one scale, in one pass over the data.

    Each item has its own pairs: an answer missing to one item leaves the person's other items counted.

    Parameters
    ----------
    frame, levels, by
        As for `count_pairs`.
    pairs
        For each item, its column before and its column after.

    >>> import pandas as pd
    >>> answers = pd.DataFrame({"v1_fore": [1, 2], "v1_efter": [2, 2], "v2_fore": [1, None], "v2_efter": [1, 2]})
    >>> pairs = {item: (f"{item}_fore", f"{item}_efter") for item in ("v1", "v2")}
    >>> {item: counts.table.tolist() for item, counts in count_items(answers, pairs, [1, 2]).items()}
    {'v1': [[0, 1], [0, 1]], 'v2': [[1, 0], [0, 0]]}
    """
    counted = dict(zip(pairs, _counted(frame, list(pairs.values()), levels, by, _pairs), strict=True))
    return {item: groups[()] for item, groups in counted.items()} if by is None else counted


@overload
def count_answers(frame: IntoFrame, answer: str, levels: Scale | None = None, by: None = None) -> AnswerCounts: ...
@overload
def count_answers(
    frame: IntoFrame, answer: str, levels: Scale | None, by: Sequence[str]
) -> dict[Group, AnswerCounts]: ...
def count_answers(
    frame: IntoFrame, answer: str, levels: Scale | None = None, by: Sequence[str] | None = None
) -> AnswerCounts | dict[Group, AnswerCounts]:
    """Count how many gave each answer; missing answers are not counted.

    Parameters and errors as for `count_pairs`.

    >>> import pandas as pd
    >>> count_answers(pd.DataFrame({"v1": [1, 3, 3, None]}), "v1", [1, 2, 3]).counts.tolist()
    [1, 0, 2]
    >>> answers = pd.DataFrame({"v1": ["Ja", "Nej", "Vet ej", "Ja"]})
    >>> count_answers(answers, "v1", {"Nej": 0, "Ja": 1, "Vet ej": None}).counts.tolist()
    [1, 2]
    """
    counted = _counted(frame, [(answer,)], levels, by, _answers)[0]
    return counted[()] if by is None else counted


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
        Column of booleans (or 0 and 1): True for closed.
    by
        Columns whose values make groups; the result is then a dict as for `count_pairs`.

    Raises
    ------
    ValueError
        If a time or a status is missing: such cases must have been left out, and accounted for, before. If a time is
        negative or not whole.

    >>> import pandas as pd
    >>> cases = pd.DataFrame({"dagar": [3, 5, 3], "avslutad": [True, False, True]})
    >>> counts = count_durations(cases, "dagar", "avslutad")
    >>> counts.days.tolist(), counts.events.tolist(), counts.censored.tolist()
    ([3, 5], [2, 0], [0, 1])
    """
    counted = duration_counts(frame, days, closed, by or ())
    if by is not None:
        return {group: counted[group] for group in in_order(counted)}
    nobody = np.array([], dtype=np.int64)
    return counted.get((), DurationCounts(days=nobody, events=nobody, censored=nobody))


def _counted(
    frame: IntoFrame,
    items: Sequence[tuple[str, ...]],
    levels: Scale | None,
    by: Sequence[str] | None,
    build: Callable[[Floats, Table], _Counts],
) -> list[dict[Group, _Counts]]:
    """Return the counts per group, for each item; without `by` those of one group, which may be empty."""
    counted = count_cells(frame, items, None if levels is None else Levels(levels), by or ())
    if by is None and not counted.groups:
        nobody = np.zeros((counted.levels.size,) * len(items[0]), dtype=np.int64)
        return [{(): build(counted.levels, nobody)} for _ in items]
    return [
        {
            group: build(counted.levels, table)
            for group, table in zip(counted.groups, tables, strict=True)
            if by is None or table.any()
        }
        for tables in counted.tables
    ]


def _pairs(levels: Floats, table: Table) -> PairedCounts:
    return PairedCounts(levels=levels, table=table)


def _answers(levels: Floats, counts: Table) -> AnswerCounts:
    return AnswerCounts(levels=levels, counts=counts)
