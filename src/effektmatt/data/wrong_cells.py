"""Faults of cells that hold none of the expected answers: the most frequent are named, the others counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw

from effektmatt.data.columns import row_numbers
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, WrongCell, nearest

#: So many different wrong cells are named per column; the last of them says how many more there are.
_MOST_NAMED = 3


def rows_with(cells: nw.DataFrame[Any], column: str, wrong: Collection[str]) -> dict[str, list[int]]:
    """Return in which rows of a column each of the wrong cells stands."""
    rows: dict[str, list[int]] = {}
    if wrong:
        for row, cell in zip(row_numbers(cells), cells[column].to_list(), strict=True):
            if (text := str(cell)) in wrong:
                rows.setdefault(text, []).append(row)
    return rows


def named_faults(
    code: str,
    rows: Mapping[str, Sequence[int]],
    *,
    file: str | None,
    column: str,
    expected: tuple[str, ...],
    spellings: Iterable[str],
) -> list[Fault]:
    """Name the most frequent of the wrong cells, and say how many more there are.

    Parameters
    ----------
    rows
        The rows of each wrong cell.
    expected, spellings
        What should stand there, and all that is read as it: the nearest of them is proposed.

    >>> faults = named_faults("answer-outside-scale", {"nja": [4, 5]}, file="fore.csv", column="hej",
    ...                       expected=("ja", "nej"), spellings=("ja", "nej"))
    >>> [(fault.got, fault.nearest, fault.rows, fault.details["where"]) for fault in faults]
    [('nja', 'ja', 2, '4–5')]
    """
    valid = tuple(spellings)
    frequent = sorted(rows, key=lambda text: -len(rows[text]))
    told, further = frequent[:_MOST_NAMED], frequent[_MOST_NAMED:]
    return [
        Fault(
            code=code,
            file=file,
            row=rows[text][0],
            column=column,
            got=shown(text),
            expected=expected,
            nearest=nearest(text, valid),
            rows=len(rows[text]),
            cells=tuple(
                WrongCell(file=file, column=column, row=row, got=shown(one))
                for one in (text, *(further if text == told[-1] else ()))
                for row in rows[one]
            ),
            details={
                "where": row_ranges(rows[text]),
                "further_values": len(further) if text == told[-1] else 0,
                "further_rows": sum(len(rows[other]) for other in further) if text == told[-1] else 0,
            },
        )
        for text in told
    ]
