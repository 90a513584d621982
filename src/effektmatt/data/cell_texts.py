"""Values of formats that have types (workbooks, statistics files) as the text cells that a person would write."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from effektmatt.data.characters import clean
from effektmatt.data.numbers import Mark, find_mark

_MINUTE = 60
_DIGIT = re.compile(r"\d")  # headings and signs say nothing of numbers


def cell_as_text(cell: object, mark: Mark | None = None) -> str:
    """Return a value as text, None and NaN as nothing.

    Dates become ISO text ("2013-01-31", with a time of day "2013-01-31 10:30:00"), a length of time hours that go on
    past 24, whole numbers stand without decimals, truth values are "true" and "false".

    Parameters
    ----------
    cell
        The value.
    mark
        The decimal mark that numbers are written with; a point by default.

    >>> cell_as_text(5.0), cell_as_text(0.5, ","), cell_as_text(dt.timedelta(hours=30)), cell_as_text(float("nan"))
    ('5', '0,5', '30:00:00', '')
    """
    if cell is None or cell != cell:  # noqa: PLR0124 -- NaN alone is not itself
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return format(cell, "f").replace(".", mark or ".")
    if isinstance(cell, float):
        number = str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
        return number.replace(".", mark or ".")
    if isinstance(cell, dt.datetime):
        is_day = cell.tzinfo is None and cell.time() == dt.time()
        return str(cell.date()) if is_day else cell.isoformat(sep=" ")
    if isinstance(cell, dt.timedelta):
        return _length(round(cell.total_seconds()))
    return clean(str(cell))


def shared_mark(columns: Iterable[Sequence[object]]) -> Mark | None:
    """Return the decimal mark of the text cells, else a point if any cell is a number with decimals.

    So a table has one mark, whether its numbers are texts or not.

    >>> shared_mark([["2,75", 1.5]]), shared_mark([["x", 1.5]]), shared_mark([[1.0]])
    (',', '.', None)
    """
    held = list(columns)
    in_text = find_mark(map(_with_digits, held))
    may_have = (column for column in held if {float, Decimal} & {*map(type, column)})
    has_decimals = any(isinstance(cell, float | Decimal) and cell % 1 != 0 for column in may_have for cell in column)
    return in_text or ("." if has_decimals else None)


def _with_digits(column: Sequence[object]) -> list[str]:
    """Return the texts of a column that may be numbers; none of a column in which nobody has written decimals."""
    texts = [cell for cell in column if isinstance(cell, str)]
    together = "\n".join(texts)  # to look once is quicker than in each cell
    return [cell for cell in texts if _DIGIT.search(cell)] if "," in together or "." in together else []


def _length(seconds: int) -> str:
    minutes, rest = divmod(abs(seconds), _MINUTE)
    return f"{'-' if seconds < 0 else ''}{minutes // _MINUTE}:{minutes % _MINUTE:02d}:{rest:02d}"
