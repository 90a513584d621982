"""Days that stand for no day: case systems write 9999-12-31 where nothing has happened yet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

#: No day that a calendar here reaches.
_NEVER = re.compile(
    r"(?:9999|2999)([-/.]?)(?:12\1(?:31|30)|0?1\1(?:0?1))(?:[T ].*)?"
    r"|(?:(?:31|30|0?1)([-/.])(?:12|0?1)|12([-/.])3[01])(?:\2|\3)(?:9999|2999)(?:,?[T ].*)?"
)
_YEARS = ("9999", "2999")
#: Days that could be real, and are none where all others lie many years away.
_LIMITS = (dt.date(2099, 12, 31), dt.date(2079, 6, 6), dt.date(1900, 1, 1), dt.date(1899, 12, 30))
_FAR = dt.timedelta(days=15 * 365)


def days_for_none(texts: Iterable[str], days: Mapping[str, dt.date]) -> tuple[str, ...]:
    """Return the texts of a column that stand for no day.

    Parameters
    ----------
    texts
        All different texts of the column.
    days
        The day of each that can be read.

    >>> opened = {"2024-05-02": dt.date(2024, 5, 2), "2099-12-31": dt.date(2099, 12, 31)}
    >>> days_for_none([*opened, "9999-12-31 00:00:00"], opened)
    ('2099-12-31', '9999-12-31 00:00:00')
    >>> days_for_none(["12/31/9999 12:00:00 AM", "31.12.2999", "12/30/2024"], {})
    ('12/31/9999 12:00:00 AM', '31.12.2999')
    """
    texts = list(texts)
    others = {*days.values()}.difference(_LIMITS)
    far = {one for one in _LIMITS if others and all(abs(one - other) > _FAR for other in others)}
    together = "\n".join(texts)  # to look once is quicker than in each cell
    if not any(year in together for year in _YEARS) and far.isdisjoint(days.values()):
        return ()
    return tuple(text for text in texts if _NEVER.fullmatch(text) or days.get(text) in far)
