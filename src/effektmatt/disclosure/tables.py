"""What follows from single tables of a finished report, as somebody can work out who has nothing but the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from effektmatt.disclosure.figures import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A published group: how many people, and how many of them have the property; None where it is hidden.

    `counts`: whether nobody can add more than one, or less than none, to `hits`; else it is a sum of what people have.
    """

    group: str
    n: int | None
    hits: float | None
    counts: bool = True

    def of_everybody(self, limits: Limits) -> bool:
        """Whether it says that all of many have the property, or that nobody has."""
        return self.counts and self.n is not None and self.hits in (0, self.n) and self.n >= limits.for_alike


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

    Where all had a property, or nobody, that is told of everybody; where more of them had it than there are, somebody's
    answer is another now, and nothing follows.

    >>> then, now = Row(group="k", n=31, hits=20), Row(group="k", n=30, hits=19)
    >>> list(changed(then, now, Limits())), list(changed(then, then, Limits()))
    ([Left(groups=('k',), n=1, hits=1)], [])
    """
    if older.n is None or newer.n is None or older.hits is None or newer.hits is None:
        return
    people = newer.n - older.n
    having = (newer.hits - older.hits) * (1 if people > 0 else -1)
    if not 0 < abs(people) < limits.fewest or older.of_everybody(limits):
        return
    if not newer.counts or 0 <= having <= abs(people):
        yield Left(groups=(newer.group,), n=abs(people), hits=having)
