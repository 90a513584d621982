"""Which charts a kind of evidence has: what every file of `charts/kinds/` says as its `KIND`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from effektmatt.charts.base import Chart
from effektmatt.charts.counts import UnitCount
from effektmatt.charts.frame import Frame
from effektmatt.core import Detail
from effektmatt.core.kinds import of_every_kind

D = TypeVar("D", bound=Detail)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DetailCharts(Generic[D]):
    """The charts of one type of result of an evidence room.

    Parameters
    ----------
    of
        The type of result.
    charts
        What draws each chart, the most telling first, by what its name ends with among a goal's charts. The first also
        shows the result by itself.
    titled
        Whether the titles of these begin with the goal's.
    several
        Draws further charts, as many as there are scales or waves.
    together
        Draws this result of all parts of a goal together, each told with the part's title, instead of part by part.
    counts
        Returns how many there are in every unit, where the result has that itself (None: its groups have it).
    before_after
        Whether before and after by group is a chart.
    """

    of: type[D]
    charts: Mapping[str, Callable[[D, Frame], Chart | None]] = field(default_factory=dict)
    titled: bool = False
    several: Callable[[D, Frame], Iterable[Chart | None]] | None = None
    together: Callable[[Sequence[tuple[str, D]], Frame], Iterable[Chart | None]] | None = None
    counts: Callable[[D], Sequence[UnitCount] | None] | None = None
    before_after: bool = True

    def alone(self, detail: D, frame: Frame) -> Chart | None:
        """Return the chart that shows the result best by itself."""
        return next((draw(detail, frame) for draw in self.charts.values()), None)

    def of_goal(self, detail: D, frame: Frame) -> Iterator[Chart | None]:
        """Yield the charts that a goal with this result gets, before those of its groups."""
        for name, draw in self.charts.items():
            yield draw(detail, frame.of(name, titled=self.titled))
        if self.several is not None:
            yield from self.several(detail, frame)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartKind:
    """The charts of a kind's results; `follows_people`: linked people are counted in every wave, answered or not."""

    details: tuple[DetailCharts[Any], ...] = ()
    follows_people: bool = False


@cache
def kinds() -> dict[str, ChartKind]:
    """Return the charts of every kind."""
    return of_every_kind("charts", ChartKind)


def charts_of(detail: Detail | None) -> DetailCharts[Any] | None:
    """Return the charts of a result by its type, the only place where that is asked for; None when it has none."""
    known = (one for kind in kinds().values() for one in kind.details)
    return next((one for one in known if isinstance(detail, one.of)), None)
