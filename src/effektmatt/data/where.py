"""How a fault points: rows as short ranges, columns as a spreadsheet letters them, cells short and masked."""

from __future__ import annotations

from collections.abc import Iterable

from effektmatt.data.personal import mask_personal_numbers

_LONGEST_CELL = 60
_MOST_RANGES = 30


def row_ranges(rows: Iterable[int], most: int = _MOST_RANGES) -> str:
    """Return row numbers in the shortest form that names them all (or the first `most` ranges, then "…").

    >>> row_ranges([2, 5, 6, 7, 19])
    '2, 5–7, 19'
    """
    ranges: list[list[int]] = []
    for row in sorted(set(rows)):
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in ranges[:most]]
    return ", ".join([*parts, "…"] if len(ranges) > most else parts)


def column_letter(place: int) -> str:
    """Return the letter that a spreadsheet shows above a column; `place` counts from 0.

    >>> column_letter(0), column_letter(25), column_letter(26), column_letter(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def shown(cell: str) -> str:
    """Return a cell as a fault may quote it: on one line, personal identity numbers masked, cut if very long."""
    text = mask_personal_numbers(" ".join(cell.split()))
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1].rstrip() + "…"
