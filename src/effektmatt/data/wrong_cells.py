"""Faults of cells that hold none of the expected answers: the most frequent are named, the others counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import narwhals as nw

from effektmatt.data.columns import row_numbers
from effektmatt.data.near import slip_of
from effektmatt.data.values import folded
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, WrongCell, nearest

#: So many different wrong cells are named per column; the last of them says how many more there are.
_MOST_NAMED = 3
#: So many different values are named where each is told once for all columns.
_MOST_VALUES = 8


def rows_with(cells: nw.DataFrame[Any], column: str, wrong: Collection[str]) -> dict[str, list[int]]:
    """Return in which rows of a column each of the wrong cells stands."""
    rows: dict[str, list[int]] = {}
    if wrong:
        for row, cell in zip(row_numbers(cells), cells[column].to_list(), strict=True):
            if (text := str(cell)) in wrong:
                rows.setdefault(text, []).append(row)
    return rows


def value_faults(
    code: str, values: Sequence[Sequence[WrongCell]], *, expected: tuple[str, ...], spellings: Iterable[str]
) -> list[Fault]:
    """Tell of wrong values once each, wherever they stand: the first are named, and how many more there are is said.

    Parameters
    ----------
    values
        The cells of each value, the most frequent value first.
    expected, spellings
        What should stand there, and all that is read as it: one that a value is a slip of is proposed.
    """
    valid = tuple(spellings)
    told, further = values[:_MOST_VALUES], values[_MOST_VALUES:]
    last = len(told) - 1
    return [
        Fault(
            code=code,
            file=cells[0].file,
            sheet=cells[0].sheet,
            row=cells[0].row,
            column=cells[0].column,
            got=cells[0].got,
            expected=expected,
            nearest=slip_of(cells[0].got, valid),
            rows=len(cells),
            cells=tuple(cells) if place < last else tuple(chain(cells, *further)),
            details={
                "where": _places(cells),
                "further_values": len(further) if place == last else 0,
                "further_rows": sum(map(len, further)) if place == last else 0,
            },
        )
        for place, cells in enumerate(told)
    ]


def gathered(faults: Iterable[Fault], code: str) -> list[Fault]:
    """Tell of each wrong value once for all columns and files, where one code has been told of each by itself."""
    found = list(faults)
    values: dict[tuple[str, ...], dict[str, list[WrongCell]]] = {}
    for fault in found:
        for cell in fault.cells if fault.code == code else ():
            values.setdefault(fault.expected, {}).setdefault(folded(cell.got), []).append(cell)
    told: list[Fault] = []
    for expected, by_value in values.items():
        frequent = sorted(by_value.values(), key=lambda cells: -len(cells))
        told += value_faults(code, frequent, expected=expected, spellings=expected)
    first = next((place for place, fault in enumerate(found) if fault.code == code), len(found))
    return [*found[:first], *told, *(fault for fault in found[first:] if fault.code != code)]


def _places(cells: Sequence[WrongCell]) -> str:
    """Return the rows of one column, or those of every column with its name and file."""
    rows: dict[tuple[str | None, str], list[int]] = {}
    for cell in cells:
        rows.setdefault((cell.file, cell.column), []).append(cell.row)
    if len(rows) == 1:
        return row_ranges(cell.row for cell in cells)
    named = (" ".join(filter(None, (file, column))) for file, column in rows)
    return " · ".join(f"{name}: {row_ranges(of)}" for name, of in zip(named, rows.values(), strict=True))


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
