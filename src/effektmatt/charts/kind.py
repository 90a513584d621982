"""Which charts a kind of evidence has: what every file of `charts/kinds/` says as its `KIND`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from effektmatt.charts.base import Chart
from effektmatt.charts.counts import UnitCount
from effektmatt.charts.frame import Frame
from effektmatt.core import Detail
from effektmatt.core.kinds import of_every_kind
from effektmatt.findings import GoalFinding

D = TypeVar("D", bound=Detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailCharts(Generic[D]):
    """The charts of one type of result of an evidence room.

    Parameters
    ----------
    of
        The type of result.
    of_goal
        Draws the charts that a goal with this result gets, the most telling first, before those of its groups.
    alone
        Draws the chart that shows the result best by itself (None: none does).
    together
        Draws this result of all parts of a goal in one chart; the parts then get none of their own.
    counts
        Returns how many there are in every unit, where the result has that itself (None: its groups have it).
    before_after
        Whether before and after by group is a chart.
    """

    of: type[D]
    of_goal: Callable[[D, GoalFinding, Frame], Iterable[Chart | None]]
    alone: Callable[[D, Frame], Chart | None] | None = None
    together: Callable[[Sequence[D], Frame], Chart | None] | None = None
    counts: Callable[[D], Sequence[UnitCount] | None] | None = None
    before_after: bool = True


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
