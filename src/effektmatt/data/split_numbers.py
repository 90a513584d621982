"""Personal identity numbers that are split over two columns: a date of birth, and the four last digits near it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from effektmatt.data.personal import is_personal_number

if TYPE_CHECKING:
    import pandas as pd

_DATE = re.compile(r"((?:18|19|20)?\d\d)([-./]?)(\d\d)\2(\d\d)(?:[ T]00:00(?::00)?)?")
_FOUR = re.compile(r"\d{1,4}")
_CALLED = re.compile(
    r"sista|fyra|kontroll|last\s*(?:four|4)|(?<![^\W_])pnr|person\s*n(?:umme)?r|född|föd(?:else)?|birth", re.IGNORECASE
)

# A column next to the date, or with one between: nobody splits a number further apart.
_APART = 2
# The check digit of chance numbers is right in 1 of 10. Two of two by chance is 1 in 100, four of five 1 in 2 000.
_FEWEST, _PART = 2, 0.8
# So much of a column must be dates, or four digits, for it to be one of them.
_MOSTLY = 0.8


class Split(NamedTuple):
    """The two columns, and the rows that hold a number with the right check digit, with the first of them masked."""

    date: str
    last: str
    rows: list[int]
    masked: str


def split_numbers(frame: pd.DataFrame) -> Iterator[Split]:
    """Yield the pairs of columns near each other that together hold personal identity numbers.

    Four digits beside a date may be many things (a year, a time of day): nearly all must have the right check digit,
    and at least two, or the columns' names must say what they are.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"född": ["1981-12-18", "640823"], "sista": ["9876", "3234"]}, dtype="str", index=[2, 3])
    >>> list(split_numbers(frame))
    [Split(date='född', last='sista', rows=[2, 3], masked='811218-****')]
    """
    names = [str(name) for name in frame.columns]
    dates = [place for place in range(len(names)) if _mostly(frame.iloc[:, place], _DATE)]
    fours = [place for place in range(len(names)) if _mostly(frame.iloc[:, place], _FOUR)] if dates else []
    for date in dates:
        for last in fours:
            if date != last and abs(date - last) <= _APART:
                found = _found(frame.iloc[:, date], frame.iloc[:, last])
                if found is not None:
                    yield Split(names[date], names[last], *found)


def _mostly(cells: pd.Series[str], pattern: re.Pattern[str]) -> bool:
    """Say whether most of a column looks like what is searched for; the first cells tell most columns away."""
    present = cells.dropna()
    head = present.iloc[:50]
    if not len(head) or sum(pattern.fullmatch(cell) is not None for cell in head) < _MOSTLY * len(head):
        return False
    return int(present.str.fullmatch(pattern.pattern).sum()) >= _MOSTLY * len(present)


def _found(dates: pd.Series[str], lasts: pd.Series[str]) -> tuple[list[int], str] | None:
    both = dates.notna() & lasts.notna()
    joined = {
        int(row): f"{born[1][-2:]}{born[3]}{born[4]}-{last.zfill(4)}"
        for row, date, last in zip(dates.index[both], dates[both], lasts[both], strict=True)
        if (born := _DATE.fullmatch(date)) is not None and _FOUR.fullmatch(last)
    }
    valid = {number: is_personal_number(number) for number in set(joined.values())}
    right = sum(valid.values())
    called = _CALLED.search(str(lasts.name)) is not None
    if not right or not (called or (right >= _FEWEST and right >= _PART * len(valid))):
        return None
    rows = [row for row, number in joined.items() if valid[number]]
    return rows, f"{joined[rows[0]][:7]}****"
