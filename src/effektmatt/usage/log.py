"""A log of uses: who used something on which day, and the share of those who could that did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.core import UNPRINTED, About, Detail, Estimate, GroupOutcome, Hide, Note, Outcome, Unit
from effektmatt.data.by_group import members_of, outcomes_by_group
from effektmatt.data.columns import coded, group_labels, in_memory, missing_column
from effektmatt.data.values import key as key_of
from effektmatt.errors import InputFaults
from effektmatt.stats.estimates import counted_estimate

Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Uses:
    """Uses one by one: person `users[i]` (the place of a name in `names`) on `days[i]` (days since 1970-01-01).

    `without_user` uses told nobody's name; they are not among the others.
    """

    users: Integers
    days: Integers
    names: tuple[str, ...]
    without_user: int = 0

    @classmethod
    def none(cls) -> Uses:
        """Return a log of nothing."""
        return cls(users=np.zeros(0, dtype=np.int64), days=np.zeros(0, dtype=np.int64), names=())

    def between(self, first: date | None, last: date | None) -> Uses:
        """Return the uses from a first to a last day, both included (None: no limit)."""
        inside = np.ones(self.days.size, dtype=bool)
        if first is not None:
            inside &= self.days >= day_number(first)
        if last is not None:
            inside &= self.days <= day_number(last)
        return Uses(users=self.users[inside], days=self.days[inside], names=self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveShare(Detail):
    """The counts behind an active share: `active` of the `people` in the register used it at least `times` times.

    `users` is how many different people stand in the log in the period, `outside` how many of them in no register.
    How often they used it all in all (`uses`) no report tells: where few did it would be theirs.
    """

    active: int
    people: int
    times: int
    users: int = field(metadata=UNPRINTED)
    outside: int
    uses: int = field(metadata=UNPRINTED)
    first: date | None = None
    last: date | None = None


def day_number(day: date) -> int:
    """Return how many days lie between 1970-01-01 and a day."""
    return day.toordinal() - date(1970, 1, 1).toordinal()


def names_of(cells: Any) -> tuple[Integers, list[str]]:
    """Return one whole number per row and the names that the numbers stand for, compared as codes are (`values.key`).

    Parameters
    ----------
    cells
        A narwhals series. A missing or empty cell is -1.

    >>> import narwhals as nw, pandas as pd
    >>> numbers, names = names_of(nw.from_native(pd.Series(["A1", "b2", None, "a1 "]), series_only=True))
    >>> numbers.tolist(), names
    ([0, 1, -1, 0], ['a1', 'b2'])
    """
    codes, different = coded(cells)
    places: dict[str, int] = {}
    compared = map(key_of, different)
    numbers = np.array([places.setdefault(name, len(places)) if name else -1 for name in compared] + [-1])
    return numbers.astype(np.int64)[codes], list(places)


def distinct(numbers: Integers) -> Integers:
    """Return the different numbers in ascending order; by sorting, which for millions is far faster than hashing.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(numbers)
    first = np.ones(ordered.size, dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]


def uses_of(frame: Any, *, user: str, at: str, file: str | None = None) -> Uses:
    """Read a log, one row per use.

    Parameters
    ----------
    frame
        Any dataframe that narwhals takes.
    user, at
        Its columns of who (a code or name) and when (a date or a time).
    file
        The file's name, for the faults.

    Raises
    ------
    InputFaults
        "column-missing".
    """
    cells = in_memory(frame, [user, at])
    faults = [missing_column(column, cells.columns, file) for column in (user, at) if column not in cells.columns]
    if faults:
        raise InputFaults(faults)
    users, names = names_of(cells[user])
    days = np.asarray(cells[at].to_numpy()).astype("datetime64[D]")
    dated, named = ~np.isnat(days), users >= 0
    used = dated & named
    return Uses(
        users=users[used],
        days=days[used].astype(np.int64),
        names=tuple(names),
        without_user=int((~named).sum()),
    )


def active_share(
    uses: Uses,
    people: Any,
    about: About,
    *,
    key: str,
    times: int = 1,
    first: date | None = None,
    last: date | None = None,
    by: Sequence[str] = (),
    concerned: Booleans | None = None,
) -> Outcome:
    """Return the share of those who could use something who did, at least so many times.

    Estimand: people in the register with at least `times` uses from `first` to `last`, of all in the register. A
    census: everybody who could be a user is looked up in the log. Users who stand in no register are not counted,
    and told.

    Parameters
    ----------
    uses
        The log.
    people
        Those who could be users: any dataframe, one row each.
    about
        Groups with fewer people than `hide.means` are hidden.
    key
        Its column of the name or code that the log uses.
    times
        The fewest uses that count as active.
    first, last
        The days between which uses count, both included.
    by
        Columns of `people` to give the same share for, per group.
    concerned
        Which of `people` it is about; None: all. The others stand in the register all the same.

    Examples
    --------
    >>> import pandas as pd
    >>> log = pd.DataFrame({"vem": ["a", "a", "b", "x"], "dag": pd.to_datetime(["2018-01-01"] * 4)})
    >>> people = pd.DataFrame({"id": ["A", "B", "C"]})
    >>> found = active_share(uses_of(log, user="vem", at="dag"), people, About(), key="id")
    >>> found.estimate.hits, found.estimate.n, found.detail.outside
    (2, 3, 1)
    """
    cells = in_memory(people, [key, *by])
    counted = uses.between(first, last)
    keys, names = names_of(cells[key])
    whom = np.ones(keys.size, dtype=bool) if concerned is None else concerned
    active = _active(counted, keys, names, times)[whom]
    in_log, outside = distinct(counted.users).size, users_outside(counted, people, key)
    detail = ActiveShare(
        active=int(active.sum()),
        people=active.size,
        times=times,
        users=in_log,
        outside=outside,
        uses=counted.users.size,
        first=first,
        last=last,
    )
    notes = [Note(code="users-not-in-register", values={"n": outside})] if outside else []
    groups = shares_by_group("active-share", active, cells[np.flatnonzero(whom)], by, about.hide)
    return Outcome(estimate=counted_share("active-share", active), groups=groups, detail=detail, notes=tuple(notes))


def users_outside(uses: Uses, people: Any, key: str) -> int:
    """Return how many different users stand in no register.

    >>> import pandas as pd
    >>> log = pd.DataFrame({"vem": ["a", "x", "x"], "dag": pd.to_datetime(["2018-01-01"] * 3)})
    >>> users_outside(uses_of(log, user="vem", at="dag"), pd.DataFrame({"id": ["A", "B"]}), "id")
    1
    """
    _, names = names_of(in_memory(people, [key])[key])
    return len({uses.names[user] for user in distinct(uses.users).tolist()} - set(names))


def who_was_active(
    uses: Uses, people: Any, *, key: str, times: int = 1, first: date | None = None, last: date | None = None
) -> Booleans:
    """Return which people have at least so many uses between two days; parameters as for `active_share`.

    >>> import pandas as pd
    >>> log = pd.DataFrame({"vem": ["a", "a", "b"], "dag": pd.to_datetime(["2018-01-01"] * 3)})
    >>> who_was_active(uses_of(log, user="vem", at="dag"), pd.DataFrame({"id": ["A", "B", "C"]}), key="id").tolist()
    [True, True, False]
    """
    return _active(uses.between(first, last), *names_of(in_memory(people, [key])[key]), times)


def _active(counted: Uses, keys: Integers, names: Sequence[str], times: int) -> Booleans:
    per_person = _uses_per_name(counted, names)
    active: Booleans = np.append(per_person, 0)[keys] >= times  # the last stands for -1: no name to look up
    return active


def _uses_per_name(uses: Uses, names: Sequence[str]) -> Integers:
    """Return how many uses each of the names has."""
    times = np.bincount(uses.users, minlength=len(uses.names))
    by_name = dict(zip(uses.names, times.tolist(), strict=True))
    return np.array([by_name.get(name, 0) for name in names], dtype=np.int64)


def counted_share(measure: str, holds: Booleans) -> Estimate:
    """Return the share for whom something holds, everybody counted; nobody at all has no share."""
    n, hits = int(holds.size), int(holds.sum())
    if n == 0:
        return counted_estimate(measure, Unit.SHARE, None, 0, notes=(Note(code="no-rows"),))
    return counted_estimate(measure, Unit.SHARE, hits / n, n, population=n, hits=hits)


def shares_by_group(
    measure: str, holds: Booleans, people: nw.DataFrame[Any], by: Sequence[str], hide: Hide
) -> tuple[GroupOutcome, ...]:
    """Return the same share for each group of every column, groups with too few people hidden."""
    return outcomes_by_group(
        {column: members_of(group_labels(people[column])) for column in by},
        lambda inside: [int(inside.sum())],
        hide.means,
        lambda _, inside: (counted_share(measure, holds[inside]), None),
        by_itself=hide.by_itself,
    )
