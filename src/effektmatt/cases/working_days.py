"""Working days as Swedish municipalities count them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.datetime64]
Integers = NDArray[np.int64]


def swedish_working_days(opened: Any, closed: Any) -> Integers:
    """Count the working days from the day a case was opened to the day it was closed.

    Monday to Friday, except public holidays (lagen 1989:253 om allmänna helgdagar) and Midsummer's Eve, Christmas
    Eve and New Year's Eve, which are days off in municipalities though not in that law. Days with shorter hours,
    such as Maundy Thursday, are working days. The day after the opening is day 1, so a case closed on the day it
    was opened took 0 days, and one closed on a Sunday as many as one closed on the Friday before.

    Parameters
    ----------
    opened, closed
        Days, equally many (or one, for all): anything that numpy takes as ``datetime64``, none of them missing.

    Returns
    -------
    array of int
        Working days in (opened, closed]; negative where a case was closed before it was opened.

    Raises
    ------
    ValueError
        If a day is missing.

    Examples
    --------
    Midsummer 2013: from Thursday 20 June to Monday 24 June is one working day.

    >>> swedish_working_days(["2013-06-20", "2013-06-20"], ["2013-06-24", "2013-06-20"]).tolist()
    [1, 0]
    """
    first, last = _days(opened, "opened"), _days(closed, "closed")
    if not first.size or not last.size:
        return np.zeros(np.broadcast_shapes(first.shape, last.shape), dtype=np.int64)
    years = np.array([min(first.min(), last.min()), max(first.max(), last.max())], dtype="datetime64[Y]").astype(int)
    one = np.timedelta64(1, "D")
    days_off = [day for year in range(years[0], years[1] + 1) for day in _days_off(1970 + year)]
    return np.busday_count(first + one, last + one, holidays=np.array(days_off, dtype="datetime64[D]"))


def _days(values: Any, name: str) -> Days:
    days = np.asarray(values).astype("datetime64[D]")
    if np.isnat(days).any():
        raise ValueError(f"{name} has {int(np.isnat(days).sum())} missing days")
    return days


@lru_cache(maxsize=256)
def _days_off(year: int) -> tuple[dt.date, ...]:
    import holidays

    midsummer_eve = next(day for day in (dt.date(year, 6, number) for number in range(19, 26)) if day.weekday() == 4)
    eves = (midsummer_eve, dt.date(year, 12, 24), dt.date(year, 12, 31))
    return (*holidays.country_holidays("SE", years=year), *eves)
