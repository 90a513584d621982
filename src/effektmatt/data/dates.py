"""Dates as people write them: the one format of a column, found from all its values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_MONTHS = (
    "jan januari january",
    "feb februari february",
    "mar mars march",
    "apr april",
    "maj may",
    "jun juni june",
    "jul juli july",
    "aug augusti august",
    "sep sept september",
    "okt oct oktober october",
    "nov november",
    "dec december",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_TIME = r"(?:[T ]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:Z|[-+]\d{2}:?\d{2}|[AaPp][Mm])?)?"
_YEAR = r"(?:19|20)\d\d"

#: Two digits of a year: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068 (the POSIX rule).
_FIRST_OF_1900S = 69


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a date: its pattern, and the orders its parts may stand in with an example of each."""

    pattern: re.Pattern[str]
    examples: Mapping[str, str]


def _form(pattern: str, **examples: str) -> _Form:
    return _Form(re.compile(pattern + _TIME), examples)


#: The year stands first in two digits only with hyphens or nothing between, as Swedes write it.
_FORMS = (
    _form(rf"({_YEAR})-(\d\d?)-(\d\d?)", ymd="2013-01-31"),
    _form(rf"({_YEAR})(\d\d)(\d\d)", ymd="20130131"),
    _form(rf"({_YEAR})/(\d\d?)/(\d\d?)", ymd="2013/01/31"),
    _form(rf"({_YEAR})\.(\d\d?)\.(\d\d?)", ymd="2013.01.31"),
    _form(rf"(?:den\s+)?(\d\d?)[-\s.]*([^\W\d_]+)[-\s.,]*({_YEAR}|\d\d)", dmy="31 jan 2013"),
    _form(rf"(\d\d?)/(\d\d?)/({_YEAR})", dmy="31/1/2013", mdy="1/31/2013"),
    _form(rf"(\d\d?)-(\d\d?)-({_YEAR})", dmy="31-1-2013", mdy="1-31-2013"),
    _form(rf"(\d\d?)\.(\d\d?)\.({_YEAR})", dmy="31.1.2013", mdy="1.31.2013"),
    _form(r"(\d\d?)/(\d\d?)/(\d\d)", dmy="31/1/13", mdy="1/31/13"),
    _form(r"(\d\d)-(\d\d)-(\d\d)", ymd="13-01-31", dmy="31-01-13", mdy="01-31-13"),
    _form(r"(\d\d)(\d\d)(\d\d)", ymd="130131", dmy="310113", mdy="013113"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnDates:
    """The dates of a column.

    Parameters
    ----------
    dates
        The date of each text that could be read.
    example
        31 January 2013 in the column's format ("2013-01-31", "31/1/2013"); None if no order is settled.
    unclear
        Where the column does not tell the day from the month: the texts that this concerns, with the different
        days that they may be.
    clashing
        Where the column contradicts itself: two texts that no one order can read.
    """

    dates: Mapping[str, dt.date]
    example: str | None = None
    unclear: Mapping[str, tuple[dt.date, ...]] = field(default_factory=dict)
    clashing: tuple[str, ...] = ()


def read_dates(texts: Iterable[str]) -> ColumnDates:
    """Find the one format of a column of dates and read them.

    The format is the one that most of the different values have. A day and a month that could change places are
    told apart only by the whole column: an order is taken if it can read every value that any order can read, and
    no other order can, unless they all give the same days. A time of day after the date is left out.

    >>> read_dates(["31 Oct 2024", "3 maj 2013"]).dates["3 maj 2013"]
    datetime.date(2013, 5, 3)
    >>> read_dates(["01/02/2013", "31/01/2013"]).example, read_dates(["01/02/2013", "03/04/2013"]).example
    ('31/1/2013', None)
    >>> read_dates(["31/01/2013", "01/31/2013"]).clashing
    ('31/01/2013', '01/31/2013')
    """
    distinct = list(dict.fromkeys(texts))
    best: ColumnDates = ColumnDates(dates={})
    most = 0
    for form in _FORMS:
        matched = [(text, found.groups()) for text in distinct if (found := form.pattern.fullmatch(text))]
        if len(matched) > most:
            by_order = {order: _read(matched, order) for order in form.examples}
            readable = len(set().union(*by_order.values()))
            if readable > most:
                best, most = _settle(form, by_order), readable
    return best


def _settle(form: _Form, by_order: Mapping[str, Mapping[str, dt.date]]) -> ColumnDates:
    """Choose the order of day, month and year, or say that the column does not tell."""
    days: dict[str, dict[str, dt.date]] = {}
    for order, dates in by_order.items():
        for text, day in dates.items():
            days.setdefault(text, {})[order] = day
    leading = [order for order, dates in by_order.items() if len(dates) == len(days)]
    if not leading:
        return ColumnDates(dates={}, clashing=_clash(days))
    if all(by_order[order] == by_order[leading[0]] for order in leading):
        return ColumnDates(dates=by_order[leading[0]], example=form.examples[leading[0]])
    several = {text: tuple(dict.fromkeys(orders[order] for order in leading)) for text, orders in days.items()}
    return ColumnDates(dates={}, unclear={text: dates for text, dates in several.items() if len(dates) > 1})


def _clash(days: Mapping[str, Mapping[str, dt.date]]) -> tuple[str, str]:
    """Return two texts that no one order can read."""
    possible = {order for orders in days.values() for order in orders}
    first = next(iter(days))
    for text, orders in days.items():
        possible &= orders.keys()
        if not possible:
            return next((earlier for earlier in days if not days[earlier].keys() & orders.keys()), first), text
    raise AssertionError("called although one order can read every text")


def _read(matched: Iterable[tuple[str, tuple[str, ...]]], order: str) -> dict[str, dt.date]:
    dates = {}
    for text, parts in matched:
        date = _date(dict(zip(order, parts, strict=True)))
        if date is not None:
            dates[text] = date
    return dates


def _date(parts: Mapping[str, str]) -> dt.date | None:
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 1900 if year >= _FIRST_OF_1900S else 2000
    named = parts["m"].casefold()
    month = int(named) if named.isdigit() else _MONTH_NUMBERS.get(named, 0)
    try:
        return dt.date(year, month, int(parts["d"]))
    except ValueError:
        return None
