"""Every unit as a dot, where there are too many to name them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from effektmatt.charts import palette
from effektmatt.charts.axis import Axis, axis_number, round_ends, ticks
from effektmatt.charts.canvas import WIDTH, Canvas
from effektmatt.charts.fonts import SEMIBOLD
from effektmatt.core import Unit
from effektmatt.wording import Words

#: So many rows fit on a page, and of more so many at each end are named.
MOST_ROWS, ENDS = 36, 10

_DOT, _TALLEST = 1.5, 34.0

RowT = TypeVar("RowT")


def ends_named(ordered: Sequence[RowT]) -> tuple[list[RowT], list[RowT]]:
    """Return those at both ends of an order, which are named, and those between them, which are not.

    >>> named, between = ends_named(range(25))
    >>> len(named), between
    (20, [10, 11, 12, 13, 14])
    """
    if len(ordered) <= 2 * ENDS:
        return list(ordered), []
    return [*ordered[:ENDS], *ordered[-ENDS:]], list(ordered[ENDS:-ENDS])


def draw_dots(canvas: Canvas, top: float, values: Sequence[float], unit: Unit, title: str, say: Words) -> float:
    """Draw every value as a dot where it lies, equal ones on each other; return how far down that reaches."""
    low, high = round_ends([*values, 0.0], 6)
    axis = Axis(low=low, high=high, start=4.0, end=WIDTH - 4.0)
    columns = Counter(round(axis.at(value) / _DOT) for value in values)
    size = min(_DOT, _TALLEST / max(columns.values()))
    bottom = top + max(columns.values()) * size + 4.0
    canvas.text(0.0, top, title, weight=SEMIBOLD)
    for place, n in columns.items():
        for step in range(n):
            canvas.circle(place * _DOT, bottom - (step + 0.5) * size, size * 0.42, fill=palette.AFTER)
    canvas.line([(axis.start, bottom), (axis.end, bottom)], colour=palette.MUTED, width=0.2)
    canvas.line([(axis.at(0.0), bottom), (axis.at(0.0), top + 3.0)], colour=palette.MUTED, width=0.2)
    for tick in ticks(low, high, 6):
        canvas.text(axis.at(tick), bottom + 2.6, axis_number(tick, unit, say), colour=palette.MUTED, align="center")
    return bottom + 9.0
