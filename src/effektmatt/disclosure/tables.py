"""What follows from single tables of a finished report, as somebody can work out who has nothing but the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from effektmatt.disclosure.figures import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A published group: how many people, and how many of them have the property; None where it is hidden."""

    group: str
    n: int | None
    hits: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What the total leaves of the shown groups: of how many people, and how many of them."""

    groups: tuple[str, ...]
    n: int
    hits: float


def left_over(n: int, hits: float, rows: Iterable[Row], limits: Limits) -> Iterator[Left]:
    """Yield what total less shown groups tells of the hidden ones, where that is of few people.

    What is told of all that a result is about, all of them or none, is no secret of few.

    >>> rows = [Row(group="k", n=11, hits=5), Row(group="m", n=6, hits=3), Row(group="annat", n=None, hits=None)]
    >>> list(left_over(20, 9, rows, Limits()))
    [Left(groups=('annat',), n=3, hits=1)]
    >>> list(left_over(20, 0, [Row(group="k", n=16, hits=0)], Limits()))
    []
    """
    told = tuple(rows)
    shown = [(row.n, row.hits) for row in told if row.n is not None and row.hits is not None]
    hidden = tuple(row.group for row in told if row.n is None)
    people, having = n - sum(one for one, _ in shown), hits - sum(one for _, one in shown)
    if limits.tells_everybody(n, hits):
        return
    if 0 < people < limits.fewest or (len(hidden) == 1 and limits.tells_a_member(people, having)):
        yield Left(groups=hidden, n=people, hits=having)


def changed(older: Row, newer: Row, limits: Limits) -> Iterator[Left]:
    """Yield what a group, or the total, tells of those few who have come or gone since an older report.

    >>> then, now = Row(group="k", n=31, hits=20), Row(group="k", n=30, hits=19)
    >>> list(changed(then, now, Limits())), list(changed(then, then, Limits()))
    ([Left(groups=('k',), n=1, hits=1)], [])
    """
    if older.n is None or newer.n is None or older.hits is None or newer.hits is None:
        return
    people = newer.n - older.n
    if 0 < abs(people) < limits.fewest:
        having = newer.hits - older.hits
        yield Left(groups=(newer.group,), n=abs(people), hits=having if people > 0 else -having)
