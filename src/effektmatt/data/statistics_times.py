"""Dates and times of SPSS and Stata, which are numbers with a format that says what they count, and since when."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

_SPSS_BEGINS = dt.datetime(1582, 10, 14)
_STATA_BEGINS = dt.datetime(1960, 1, 1)
_STATA = re.compile(r"%-?(?:t(?P<unit>[a-zC])|d)(?P<shown>.*)")


class Moment(StrEnum):
    """What the numbers of a column count."""

    SPSS_SECONDS = "spss"  # since the first day of the Gregorian calendar
    LENGTH_SECONDS = "length"
    LENGTH_MILLISECONDS = "length-ms"
    STATA_MILLISECONDS = "c"  # those that follow count since 1960
    STATA_DAYS = "d"
    STATA_WEEKS = "w"
    STATA_MONTHS = "m"
    STATA_QUARTERS = "q"
    STATA_HALVES = "h"

    @classmethod
    def of(cls, shown_as: str) -> Moment | None:
        """Return what a column counts by the format that it is shown in; None where that is no moment.

        >>> Moment.of("DATE11").value, Moment.of("%tdD_m_Y").value, Moment.of("%tcHH:MM").value, Moment.of("F8.2")
        ('spss', 'd', 'length-ms', None)
        """
        found = _STATA.fullmatch(shown_as)
        if found is None:
            return _SPSS.get(shown_as.rstrip("0123456789."))
        unit = (found["unit"] or "d").lower()
        if unit == "c" and re.match(r"_?H", found["shown"], re.IGNORECASE):
            return cls.LENGTH_MILLISECONDS
        return cls(unit) if unit in set(cls) else None  # %ty is the year itself


_SPSS = {
    **dict.fromkeys(("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "MOYR", "QYR", "WKYR"), Moment.SPSS_SECONDS),
    **dict.fromkeys(("DATETIME", "YMDHMS"), Moment.SPSS_SECONDS),
    **dict.fromkeys(("TIME", "DTIME", "MTIME"), Moment.LENGTH_SECONDS),
}
_PARTS_OF_YEAR = {
    Moment.STATA_WEEKS: (52, "{}w{}"),
    Moment.STATA_MONTHS: (12, "{}-{:02d}"),
    Moment.STATA_QUARTERS: (4, "{}-Q{}"),
    Moment.STATA_HALVES: (2, "{}h{}"),
}


def written_as(moment: Moment, number: float) -> object:
    """Return a number as the date, the time or the part of a year that it stands for.

    One that is too far away to be a date is left as it is.

    >>> written_as(Moment.SPSS_SECONDS, 13926076200.0), written_as(Moment.STATA_QUARTERS, 257.0)
    (datetime.datetime(2024, 1, 31, 10, 30), '2024-Q2')
    """
    if moment in _PARTS_OF_YEAR:
        parts, pattern = _PARTS_OF_YEAR[moment]
        return pattern.format(1960 + int(number) // parts, int(number) % parts + 1)
    try:
        match moment:
            case Moment.LENGTH_SECONDS:
                return dt.timedelta(seconds=number)
            case Moment.LENGTH_MILLISECONDS:
                return dt.timedelta(milliseconds=number)
            case Moment.SPSS_SECONDS:
                return _SPSS_BEGINS + dt.timedelta(seconds=number)
            case Moment.STATA_DAYS:
                return _STATA_BEGINS + dt.timedelta(days=number)
            case _:
                return _STATA_BEGINS + dt.timedelta(milliseconds=number)
    except (OverflowError, ValueError):
        return number
