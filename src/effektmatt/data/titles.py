"""Which of the first rows holds the headings, where titles stand above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from effektmatt.data.cells import is_value
from effektmatt.data.values import folded
from effektmatt.data.where import column_letter, shown
from effektmatt.errors import Fault

#: Rows that hold anything, with their numbers as a spreadsheet shows them.
Rows = Sequence[tuple[int, list[str]]]

_MOST_TITLES = 12
#: Two cells are few for headings in a table of so many columns.
_WIDE = 5
#: A column is one of numbers or dates if so large a part of its cells are.
_MOST = 0.8
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAMPLE = 200


def header_place(rows: Rows, header_row: int | None) -> tuple[int, Fault | None]:
    """Return which of the filled rows holds the headings, counted from 0, and the fault where that would be a guess.

    Titles are passed by only where the row below them can be nothing but headings: names that differ, none of which
    comes again in its own column, and below an empty row or above a column of numbers or dates.

    >>> header_place([(1, ["Deltagare 2025"]), (3, ["kod", "timmar"]), (4, ["a1", "7"])], None)
    (1, None)
    """
    if header_row is not None:
        place = next((place for place, (number, _) in enumerate(rows) if number == header_row), None)
        return (0, Fault(code="header-row-empty", row=header_row)) if place is None else (place, None)
    width = max(map(_cells, rows[:_SAMPLE]))
    place = next((place for place, row in enumerate(rows) if not _is_title(row, width)), 0)
    below = rows[place + 1 : place + 1 + _SAMPLE]
    if place > _MOST_TITLES or 2 * sum(_cells(row) > 1 for row in below) < len(below):
        return 0, None
    if place == 0:
        return 0, _two_rows(rows)
    if _are_headings(rows[place][1], below, alone=rows[place][0] - rows[place - 1][0] > 1):
        return place, None
    (number, title), (candidate, cells) = rows[0], rows[place]
    details: dict[str, str | int | float] = {"cells": sum(map(bool, cells)), "candidate": str(candidate)}
    return 0, Fault(code="title-above-header", row=number, got=_first(title), details=details)


def _cells(row: tuple[int, list[str]]) -> int:
    return sum(map(bool, row[1]))


def _is_title(row: tuple[int, list[str]], width: int) -> bool:
    """Say whether a row can be a title: one text, or a fact with its name ("Utskriven:", "2025-01-31")."""
    fact = _cells(row) == 2 < width and (width >= _WIDE or next(filter(None, row[1])).endswith(":"))
    return _cells(row) == 1 < width or fact


def _are_headings(cells: Sequence[str], below: Rows, *, alone: bool) -> bool:
    """Say whether cells can be nothing but the names of the columns below them."""
    named = {place: folded(cell) for place, cell in enumerate(cells) if cell}
    if len(set(named.values())) < len(named) or any(is_value(cell) and not _YEAR.fullmatch(cell) for cell in cells):
        return False
    columns = {
        place: [row[place] for _, row in below if place < len(row) and row[place] and row != cells] for place in named
    }
    if any(name in map(folded, columns[place]) for place, name in named.items()):
        return False
    return bool(below) and (alone or any(_are_values(column) for column in columns.values()))


def _are_values(column: Sequence[str]) -> bool:
    return bool(column) and sum(map(is_value, column)) >= _MOST * len(column)


def _two_rows(rows: Rows) -> Fault | None:
    """Return the fault of headings in two rows: merged cells above, and the names of their columns below them."""
    if len(rows) < 3:
        return None
    (number, above), (second, names) = rows[0], rows[1]
    unnamed = [place for place, name in enumerate(names) if name and not (above[place] if place < len(above) else "")]
    if not unnamed or not _are_headings(names, rows[2 : 2 + _SAMPLE], alone=False):
        return None
    details: dict[str, str | int | float] = {"letter": column_letter(unnamed[0]), "second": str(second)}
    return Fault(code="headings-in-two-rows", row=number, got=shown(names[unnamed[0]]), details=details)


def _first(cells: Sequence[str]) -> str:
    return shown(next(filter(None, cells)))
