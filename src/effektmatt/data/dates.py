"""Dates as people write them: the one format of a column, found from all its values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from effektmatt.data.local_days import SWEDISH, TIME, local_moment

#: In what order day, month and year stand.
Order = Literal["dmy", "mdy", "ymd"]
#: A first and a last day, both included (None: no limit).
Period = tuple[dt.date | None, dt.date | None]
#: The three parts of a date, and the five of the time after it (`TIME`).
_Parts = tuple[str, ...]

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
_YEAR = r"(?:19|20)\d\d"

#: Two digits of a year: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068 (the POSIX rule).
_FIRST_OF_1900S = 69


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a date: its pattern, and the orders its parts may stand in with an example of each."""

    pattern: re.Pattern[str]
    examples: Mapping[Order, str]

    @property
    def name(self) -> str:
        """The example of its first order."""
        return next(iter(self.examples.values()))

    def orders(self, declared: Order | None) -> Sequence[Order]:
        """Return the orders to try: the one that is declared, where dates can be written so in this way."""
        return (declared,) if declared and declared in self.examples else tuple(self.examples)


def _form(pattern: str, examples: Mapping[Order, str]) -> _Form:
    return _Form(re.compile(pattern + TIME), examples)


#: The year stands first in two digits only with hyphens or nothing between, as Swedes write it.
_FORMS = (
    _form(rf"({_YEAR})-(\d\d?)-(\d\d?)", {"ymd": "2013-01-31"}),
    _form(rf"({_YEAR})(\d\d)(\d\d)", {"ymd": "20130131"}),
    _form(rf"({_YEAR})/(\d\d?)/(\d\d?)", {"ymd": "2013/01/31"}),
    _form(rf"({_YEAR})\.(\d\d?)\.(\d\d?)", {"ymd": "2013.01.31"}),
    _form(rf"(?:den\s+)?(\d\d?)[-\s.]*([^\W\d_]+)[-\s.,]*({_YEAR}|\d\d)", {"dmy": "31 jan 2013"}),
    _form(rf"(\d\d?)/(\d\d?)/({_YEAR})", {"dmy": "31/1/2013", "mdy": "1/31/2013"}),
    _form(rf"(\d\d?)-(\d\d?)-({_YEAR})", {"dmy": "31-1-2013", "mdy": "1-31-2013"}),
    _form(rf"(\d\d?)\.(\d\d?)\.({_YEAR})", {"dmy": "31.1.2013", "mdy": "1.31.2013"}),
    _form(r"(\d\d?)/(\d\d?)/(\d\d)", {"dmy": "31/1/13", "mdy": "1/31/13"}),
    _form(r"(\d\d)-(\d\d)-(\d\d)", {"ymd": "13-01-31", "dmy": "31-01-13", "mdy": "01-31-13"}),
    _form(r"(\d\d)(\d\d)(\d\d)", {"ymd": "130131", "dmy": "310113", "mdy": "013113"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HowDates:
    """What is known of a column of dates beside its cells.

    Parameters
    ----------
    order
        In what order day, month and year stand, where that is declared.
    zone
        Where days are counted: times that tell how far from Greenwich they were written are days there.
    within
        Periods that every day lies in one of; they settle an order that the column itself does not tell.
    times
        Whether the times of day are asked for, too.
    """

    order: Order | None = None
    zone: str = SWEDISH
    within: tuple[Period, ...] = ()
    times: bool = False

    def holds(self, moment: dt.datetime) -> bool:
        """Whether the day of a moment lies in one of the periods."""
        day = moment.date()
        return any((first is None or first <= day) and (last is None or day <= last) for first, last in self.within)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnDates:
    """The dates of a column.

    Parameters
    ----------
    moments
        When each text was that could be read: at midnight unless times are asked for.
    example
        31 January 2013 in the column's format ("2013-01-31", "31/1/2013"); None if no order is settled.
    unclear
        Where the column does not tell the day from the month: the texts that this concerns, with the different
        days that they may be.
    clashing
        Where the column contradicts itself: two texts that no one order can read.
    moved
        Texts whose day is another where days are counted than where they were written.
    form
        How dates are written, whatever their order; columns that one program wrote have the same.
    zone
        Where days are counted.
    order, settled
        The order, and what settled it: "form" (no other can be), "plan", "column", "either" (all give the same days),
        or "periods" (that days must lie in).
    """

    moments: Mapping[str, dt.datetime]
    example: str | None = None
    unclear: Mapping[str, tuple[dt.date, ...]] = field(default_factory=dict)
    clashing: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()
    form: str = ""
    order: Order | None = None
    settled: str = ""
    zone: str = SWEDISH

    @property
    def dates(self) -> dict[str, dt.date]:
        """The date of each text that could be read."""
        return {text: moment.date() for text, moment in self.moments.items()}


def read_dates(texts: Iterable[str], how: HowDates = HowDates()) -> ColumnDates:
    """Find the one format of a column of dates and read them.

    The format is the one that most of the different values have. A day and a month that could change places are
    told apart only by the whole column: an order is taken if it can read every value that any order can read, and
    no other order can, unless they all give the same days, or `how` settles it. A time of day after the date is left
    out, unless it tells how far from Greenwich it was written: then the day is that of `how.zone`.

    >>> read_dates(["31 Oct 2024", "3 maj 2013"]).dates["3 maj 2013"]
    datetime.date(2013, 5, 3)
    >>> read_dates(["01/02/2013", "31/01/2013"]).example, read_dates(["01/02/2013", "03/04/2013"]).example
    ('31/1/2013', None)
    >>> read_dates(["31/01/2013", "01/31/2013"]).clashing
    ('31/01/2013', '01/31/2013')
    """
    distinct = list(dict.fromkeys(texts))
    best: ColumnDates = ColumnDates(moments={})
    most = 0
    for form in _FORMS:
        if most == len(distinct):  # no other form has more
            break
        matched = [(text, match.groups("")) for text in distinct if (match := form.pattern.fullmatch(text))]
        if len(matched) > most:
            by_order = {order: _read(matched, order, how) for order in form.orders(how.order)}
            readable = len(set().union(*by_order.values()))
            if readable > most:
                found, most = _settle(form, by_order, how), readable
                best = replace(found, moved=_moved(matched, found), zone=how.zone)
    return best


def _settle(form: _Form, by_order: Mapping[Order, Mapping[str, dt.datetime]], how: HowDates) -> ColumnDates:
    """Choose the order of day, month and year, or say that the column does not tell."""
    days: dict[str, dict[Order, dt.datetime]] = {}
    for order, dates in by_order.items():
        for text, day in dates.items():
            days.setdefault(text, {})[order] = day
    leading = [order for order, dates in by_order.items() if len(dates) == len(days)]
    if not leading:
        return ColumnDates(moments={}, clashing=_clash(days))
    settled_order, settled = _order(form, {order: by_order[order] for order in leading}, how)
    if settled_order is not None:
        moments, example = by_order[settled_order], form.examples[settled_order]
        return ColumnDates(moments=moments, example=example, form=form.name, order=settled_order, settled=settled)
    several = {text: tuple(dict.fromkeys(orders[order].date() for order in leading)) for text, orders in days.items()}
    unclear = {text: dates for text, dates in several.items() if len(dates) > 1}
    return ColumnDates(moments={}, unclear=unclear, form=form.name)


def _order(form: _Form, leading: Mapping[Order, Mapping[str, dt.datetime]], how: HowDates) -> tuple[Order | None, str]:
    """Return which of the orders that can read a column is its order, and what settles that."""
    first, *others = leading
    if not others:
        return first, "form" if len(form.examples) == 1 else "plan" if first == how.order else "column"
    if all(leading[order] == leading[first] for order in others):
        return first, "either"
    fitting = [order for order in leading if all(map(how.holds, leading[order].values()))]
    return (fitting[0], "periods") if len(fitting) == 1 else (None, "")


def _clash(days: Mapping[str, Mapping[Order, dt.datetime]]) -> tuple[str, str]:
    """Return two texts that no one order can read."""
    possible = {order for orders in days.values() for order in orders}
    first = next(iter(days))
    for text, orders in days.items():
        possible &= orders.keys()
        if not possible:
            return next((earlier for earlier in days if not days[earlier].keys() & orders.keys()), first), text
    raise AssertionError("called although one order can read every text")


def _read(matched: Iterable[tuple[str, _Parts]], order: Order, how: HowDates) -> dict[str, dt.datetime]:
    moments: dict[str, dt.datetime] = {}
    days: dict[_Parts, dt.datetime | None] = {}
    for text, parts in matched:
        written = parts[:3]
        if written not in days:
            day = _date(dict(zip(order, written, strict=True)))
            days[written] = None if day is None else dt.datetime.combine(day, dt.time())
        moment = days[written]
        if moment is not None and (how.times or parts[-1]):
            moment = local_moment(moment, parts[3:], how.zone)
            moment = moment if moment is None or how.times else moment.replace(hour=0, minute=0, second=0)
        if moment is not None:
            moments[text] = moment
    return moments


def _moved(matched: Iterable[tuple[str, _Parts]], found: ColumnDates) -> frozenset[str]:
    """Return the texts that are read as another day than the one that stands in them."""
    zoned = [(text, parts[:3]) for text, parts in matched if parts[-1] and text in found.moments]
    order = found.order or ""
    written = {parts: _date(dict(zip(order, parts, strict=False))) for parts in {parts for _, parts in zoned}}
    return frozenset(text for text, parts in zoned if found.moments[text].date() != written[parts])


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
