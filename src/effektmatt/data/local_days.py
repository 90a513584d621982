"""Times of day, and those that tell how far from Greenwich they were written: when it then was where the project is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

#: Where times without a zone were written, and where days are counted.
SWEDISH = "Europe/Stockholm"
#: A time of day after a date; five groups: hour, minute, second, half of the day and zone.
TIME = (
    r"(?:(?:T|[,\s]\s*)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?|[fe]m)?"
    r"\s*(Z|(?:UTC|GMT)?[-+]\d{1,2}(?::?\d{2})?|UTC|GMT|CEST|CET)?)?"
)
#: Hours ahead of Greenwich of the names that Swedish exports use.
_NAMED = {"Z": 0, "UTC": 0, "GMT": 0, "CET": 1, "CEST": 2}
_OFFSET = re.compile(r"(?:UTC|GMT)?([-+])(\d{1,2}):?(\d{2})?")
_QUARTER, _DAY = 15, dt.timedelta(days=1)
_ENDED = re.compile(r"-(\d{1,2}):\d{2}")
_AFTERNOON = frozenset({"pm", "em"})


def local_moment(midnight: dt.datetime, time: Sequence[str], zone: str) -> dt.datetime | None:
    """Return when a time was in a zone; one that tells no zone of its own was written there.

    Parameters
    ----------
    midnight
        When the day began that is written.
    time
        What `TIME` found after it, "" for what is not there.
    zone
        Where it is asked for.

    Returns
    -------
    moment
        Without a zone; None where the time and its zone are none that there is. A time that is none and has no zone
        is taken for midnight: the day is right.

    >>> local_moment(dt.datetime(2025, 6, 1), ("22", "30", "", "", "Z"), "Europe/Stockholm")
    datetime.datetime(2025, 6, 2, 0, 30)
    >>> local_moment(dt.datetime(2022, 11, 30), ("11", "39", "05", "PM", "GMT-5"), "Europe/Stockholm")
    datetime.datetime(2022, 12, 1, 5, 39, 5)
    >>> local_moment(dt.datetime(2024, 7, 1), ("10", "00", "", "", "-12:00"), "Europe/Stockholm")
    datetime.datetime(2024, 7, 1, 10, 0)
    """
    hour, minute, second, half, written_in = time
    if not hour:
        return midnight
    at = int(hour)
    if half:
        at = at % 12 + (12 if half.replace(".", "").casefold() in _AFTERNOON else 0)
    try:
        then = midnight.replace(hour=at, minute=int(minute), second=int(second or 0))
        if not written_in or _is_interval(at, second, written_in):
            return then
        there = then - _offset(written_in)
        return there + _ahead(there.replace(minute=there.minute - there.minute % _QUARTER, second=0), zone)
    except (ValueError, OverflowError):
        return None if written_in else midnight


def _is_interval(hour: int, second: str, written_in: str) -> bool:
    """Whether what could be a zone is when something ended: "10:00-12:00" is two hours, not ten o'clock in Alaska."""
    ended = None if second else _ENDED.fullmatch(written_in)
    return ended is not None and int(ended.group(1)) >= hour


@lru_cache(maxsize=200_000)
def _ahead(quarter: dt.datetime, zone: str) -> dt.timedelta:
    """Return how far ahead of Greenwich a zone is in a quarter of an hour there: no clock is changed within one."""
    local = quarter.replace(tzinfo=dt.UTC).astimezone(zone_named(zone) or ZoneInfo(SWEDISH))
    return local.replace(tzinfo=None) - quarter


@cache
def _offset(written: str) -> dt.timedelta:
    if written in _NAMED:
        return dt.timedelta(hours=_NAMED[written])
    found = _OFFSET.fullmatch(written)
    assert found is not None  # TIME lets nothing else through
    sign, hours, minutes = found.groups()
    ahead = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
    if ahead >= _DAY:
        raise ValueError(written)
    return -ahead if sign == "-" else ahead


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
