"""How wide each column of a table is on paper, from the widths of its texts in the font that they are set in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.wording.marks import plain
from effektmatt.wording.text_table import TextTable

# Kerning and rounding: so much more than measured is given.
_ROOM = 1.01


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnWidths:
    """The width of every column in millimetres, and whether words must be divided to keep within them."""

    widths: tuple[float, ...]
    divided: bool = False


def column_widths(table: TextTable, *, available: float, size: float) -> ColumnWidths:
    """Return the width of every column.

    Every column is as wide as its longest text where there is room; else as its longest cell, and names are broken.
    Where there is no room for that, none is narrower than its longest word, columns of numbers go before columns of
    text, and what is left is shared by need. Where not even the longest words have room, all columns give way alike,
    and their words must be divided.

    Parameters
    ----------
    table
        The table.
    available
        The width that all columns share, gutters not counted, in millimetres.
    size
        The font size in points.
    """
    columns = [[row[place] for row in table.rows] for place in range(len(table.header))]
    whole = [_widest(column, [name], size) for column, name in zip(columns, table.header, strict=True)]
    if sum(whole) <= available:
        return ColumnWidths(widths=tuple(whole))
    least = [_widest(_words(column), _words([name]), size) for column, name in zip(columns, table.header, strict=True)]
    # a column is wide enough when its cells stand on one line; its name may take two
    lines = [_widest(column, _words([name]), size) for column, name in zip(columns, table.header, strict=True)]
    if sum(lines) <= available:
        return ColumnWidths(widths=_shared(lines, whole, available))
    wanted = [line if numeric else low for line, low, numeric in zip(lines, least, table.numeric, strict=True)]
    if sum(wanted) > available:
        wanted = least
    if sum(wanted) > available:
        return ColumnWidths(widths=tuple(width * available / sum(least) for width in least), divided=True)
    return ColumnWidths(widths=_shared(wanted, whole, available))


#: A rem in millimetres; on a screen the letters of tables are so many points, and beside them there is so much room.
_REM, _SCREEN, _BETWEEN, _LEAST = 4.23, 11.64, 1.4 * 4.23, 8.0 * 4.23


def narrowest(table: TextTable) -> int:
    """Return how many rem a table needs on a screen at the least: in a narrower box it scrolls sideways."""
    columns = [[row[place] for row in table.rows] for place in range(len(table.header))]
    least = [
        _widest(column if numeric else _words(column), _words([name]), _SCREEN) + _BETWEEN
        for column, name, numeric in zip(columns, table.header, table.numeric, strict=True)
    ]
    width = max(least[0], _LEAST) + sum(least[1:])
    return min(WIDEST, math.ceil(width / _REM))


#: Boxes on a page are never wider than this, in rem.
WIDEST = 56


def _shared(least: Sequence[float], wanted: Sequence[float], available: float) -> tuple[float, ...]:
    """Share what is left beyond the least widths in proportion to what each column lacks."""
    lacking = [max(0.0, want - low) for want, low in zip(wanted, least, strict=True)]
    part = (available - sum(least)) / sum(lacking)
    return tuple(low + part * lack for low, lack in zip(least, lacking, strict=True))


def _words(texts: Sequence[str]) -> list[str]:
    """Return the parts that are never broken: no-break spaces hold them together."""
    return [part for text in texts for part in plain(text).split(" ")]


def _widest(cells: Sequence[str], names: Sequence[str], size: float) -> float:
    regular = max((text_width(plain(cell), size, REGULAR) for cell in cells), default=0.0)
    return _ROOM * max(regular, *(text_width(plain(name), size, SEMIBOLD) for name in names))
