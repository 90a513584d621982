"""Numbers as people write them: decimal comma or point, thousands with a space, a point or a comma."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from effektmatt.core.counts import SMALLEST

Mark = Literal[",", "."]

_SPACES = " \u00a0\u202f\u2009"
_SIGN = r"(?P<sign>[-+\u2212]?)"
_EXPONENT = r"(?P<exponent>[eE][-+]?\d+)?"

#: Nothing that an evaluation counts or measures is larger; somewhat beyond it floats do not hold every whole number.
TOO_LARGE = 1e15
#: Nothing but nought is nearer nought: its square is none to a computer.
TOO_SMALL = SMALLEST


def _pattern(mark: str, grouping: str) -> re.Pattern[str]:
    """Return what a number looks like with a decimal mark and possible marks between thousands."""
    groups = rf"[1-9]\d{{0,2}}(?P<between>[{_SPACES}{grouping}])\d{{3}}(?:(?P=between)\d{{3}})*"
    return re.compile(rf"{_SIGN}(?P<whole>{groups}|\d+)(?:{re.escape(mark)}(?P<fraction>\d+))?{_EXPONENT}", re.ASCII)


_PATTERNS = {",": _pattern(",", r".'"), ".": _pattern(".", r",'")}
_MARKS: tuple[tuple[Mark, Mark], ...] = ((",", "."), (".", ","))
_DECIMALS_OF_PERCENT = 10  # what is beyond them is how 0.07 is stored
#: "1.234" and "12,500" are whole thousands to some and three decimals to others.
_EITHER = re.compile(rf"{_SIGN}[1-9]\d{{0,2}}[.,]\d{{3}}", re.ASCII)


def is_ambiguous(text: str) -> bool:
    """Return whether a number could be thousands or have three decimals, when nothing else tells.

    >>> is_ambiguous("1.234"), is_ambiguous("0,234"), is_ambiguous("1234,5"), is_ambiguous("1 234")
    (True, False, False, False)
    """
    return _EITHER.fullmatch(text) is not None


def plain_number(text: str, mark: Mark | None) -> str | None:
    """Return a number as Python writes it, or None if `text` is no number in a file with this decimal mark.

    Parameters
    ----------
    text
        A cell without surrounding white space.
    mark
        The file's decimal mark. None (no cell showed any): either is understood, but not `is_ambiguous` cells.

    >>> plain_number("166 954,96", ","), plain_number("1.234", ","), plain_number("1,234.5", ".")
    ('166954.96', '1234', '1234.5')
    >>> plain_number("12 kr", ","), plain_number("3,5", "."), plain_number("1.234", None), plain_number("0.250", None)
    (None, None, None, '0.250')
    """
    if mark is None:
        if is_ambiguous(text):
            return None
        readings = {plain_number(text, ","), plain_number(text, ".")} - {None}
        return readings.pop() if len(readings) == 1 else None
    found = _PATTERNS[mark].fullmatch(text)
    if found is None:
        return None
    whole = "".join(digit for digit in found["whole"] if digit.isdigit())
    sign = "-" if found["sign"] in {"-", "\u2212"} else ""
    fraction = f".{found['fraction']}" if found["fraction"] else ""
    return f"{sign}{whole}{fraction}{found['exponent'] or ''}"


def as_percent(number: float, mark: Mark | None) -> str:
    """Return a number as a sheet shows it in per cent.

    >>> as_percent(0.07, None), as_percent(0.615, ",")
    ('7 %', '61,5 %')
    """
    shown = round(float(number) * 100, _DECIMALS_OF_PERCENT)
    return f"{int(shown) if shown.is_integer() else shown} %".replace(".", mark or ".")


def without_percent(text: str) -> str:
    """Return a number without the sign of per cent behind it.

    >>> without_percent("61,5 %"), without_percent("61,5"), without_percent("100%")
    ('61,5', '61,5', '100')
    """
    return text[:-1].rstrip() if text.endswith("%") else text


def find_mark(columns: Iterable[Iterable[str]]) -> Mark | None:
    """Return the decimal mark of a file, or None if no cell tells.

    A column has a say if at least half of its cells are numbers with one of the marks; each of its cells that is
    a number with that mark only is one vote.

    Parameters
    ----------
    columns
        For each column, its different cells, without missing ones.

    >>> find_mark([["1", "2,5"], ["3.0", "x", "y"]]), find_mark([["1.234", "5"]])
    (',', None)
    """
    votes: dict[Mark, int] = {",": 0, ".": 0}
    for cells in columns:
        different = list(cells)
        together = "\n".join(different)  # to look once is quicker than in each cell
        if "," not in together and "." not in together:
            continue
        column = [without_percent(cell) for cell in different]
        telling = [cell for cell in column if "," in cell or "." in cell]
        for mark, other in _MARKS:
            numbers = sum(plain_number(cell, mark) is not None for cell in column)
            if 2 * numbers >= len(column):
                votes[mark] += sum(
                    plain_number(c, mark) is not None and plain_number(c, other) is None for c in telling
                )
    if votes[","] == votes["."]:
        return None if votes[","] == 0 else ","
    return "," if votes[","] > votes["."] else "."
