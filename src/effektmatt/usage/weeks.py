"""Weeks of uses: Monday to Sunday, how many used something and how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from effektmatt.core import Note
from effektmatt.usage.log import Integers, Uses, day_number, distinct


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week, Monday to Sunday (ISO 8601): how many different people used something, and how many times."""

    monday: date
    users: int
    uses: int


def weeks_of(uses: Uses, first: date | None, last: date | None) -> tuple[tuple[Week, ...], tuple[Note, ...]]:
    """Return every week, and how many uses lie in weeks that are not wholly covered."""
    inside = uses.between(first, last)
    numbers = _week_numbers(inside.days)
    if numbers.size == 0 and (first is None or last is None):
        return (), ()
    start = -(-(day_number(first) + 3) // 7) if first is not None else int(numbers.min())
    end = (day_number(last) + 4) // 7 - 1 if last is not None else int(numbers.max())
    size = max(0, end - start + 1)
    whole = (numbers >= start) & (numbers <= end)
    places, users = numbers[whole] - start, inside.users[whole]
    times = np.bincount(places, minlength=size)
    pairs = distinct(places * max(1, len(uses.names)) + users) // max(1, len(uses.names))
    people = np.bincount(pairs, minlength=size)
    weeks = tuple(
        Week(monday=_monday(start + place), users=int(people[place]), uses=int(times[place])) for place in range(size)
    )
    left = int(uses.days.size - whole.sum())
    return weeks, (Note(code="uses-outside-weeks", values={"n": left}),) if left else ()


def uses_within(uses: Uses, weeks: Sequence[Week]) -> Uses:
    """Return the uses that lie in some weeks that follow each other; all of them where there are no weeks."""
    return uses.between(weeks[0].monday, weeks[-1].monday + timedelta(days=6)) if weeks else uses


def _week_numbers(days: Integers) -> Integers:
    """Return the number of each day's week; 1970-01-01 was a Thursday, and weeks begin on Mondays."""
    return (days + 3) // 7


def _monday(week: int) -> date:
    return date(1970, 1, 1) + timedelta(days=week * 7 - 3)
