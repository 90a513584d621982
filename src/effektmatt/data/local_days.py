"""Times that tell how far from Greenwich they were written: the day that it then was where the project is."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from zoneinfo import ZoneInfo

#: Where times without a zone were written, and where days are counted.
SWEDISH = "Europe/Stockholm"
#: A time of day after a date; four groups: hour, minute, half of the day and zone.
TIME = (
    r"(?:(?:T|[,\s]\s*)(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?|[fe]m)?"
    r"\s*(Z|(?:UTC|GMT)?[-+]\d{1,2}(?::?\d{2})?|UTC|GMT|CEST|CET)?)?"
)
#: Hours ahead of Greenwich of the names that Swedish exports use.
_NAMED = {"Z": 0, "UTC": 0, "GMT": 0, "CET": 1, "CEST": 2}
_OFFSET = re.compile(r"(?:UTC|GMT)?([-+])(\d{1,2}):?(\d{2})?")
_AFTERNOON = frozenset({"pm", "em"})


def local_day(day: dt.date, time: tuple[str, str, str, str], zone: str) -> dt.date | None:
    """Return the day that a time was in a zone; without a zone of its own it is the day written, None if there is none.

    >>> local_day(dt.date(2025, 6, 1), ("22", "30", "", "Z"), "Europe/Stockholm")
    datetime.date(2025, 6, 2)
    >>> local_day(dt.date(2022, 11, 30), ("11", "39", "PM", "GMT-5"), "Europe/Stockholm")
    datetime.date(2022, 12, 1)
    """
    hour, minute, half, written_in = time
    if not written_in:
        return day
    at = int(hour)
    if half:
        at = at % 12 + (12 if half.replace(".", "").casefold() in _AFTERNOON else 0)
    try:
        then = dt.datetime(day.year, day.month, day.day, at, int(minute), tzinfo=_offset(written_in))
        return then.astimezone(zone_named(zone) or ZoneInfo(SWEDISH)).date()
    except (ValueError, OverflowError):
        return None


@cache
def _offset(written: str) -> dt.timezone:
    if written in _NAMED:
        return dt.timezone(dt.timedelta(hours=_NAMED[written]))
    found = _OFFSET.fullmatch(written)
    assert found is not None  # TIME lets nothing else through
    sign, hours, minutes = found.groups()
    ahead = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
    return dt.timezone(-ahead if sign == "-" else ahead)


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """Return a time zone; None where there is none of that name, which is a fault of the plan.

    >>> zone_named("Europe/Stokholm") is None
    True
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not there, no name of a file, or a folder of zones
        return None
