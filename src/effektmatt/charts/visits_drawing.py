"""Draws units by areas: in each cell a ring before and a dot after on a line from 0 to 100 %, and both numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.charts import marks, palette
from effektmatt.charts.axis import Axis
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.fonts import SEMIBOLD
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.wording import HIDDEN, MISSING, Words

# Columns in millimetres: the unit's name, then the areas on what is left.
_LABEL, _GAP = 44.0, 4.0
_MOST_ACROSS = 6
_ROW = 7.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One unit in one area: shares before and after, None where there is none; `hidden` where too few judged."""

    before: float | None
    after: float | None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsDrawing:
    """Rows of units by columns of areas; `key` says what ring and dot are.

    More areas than fit side by side stand in a block of their own below.
    """

    areas: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    key: str
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas, top = Canvas(), 2.0
        top = canvas.lines(0.0, top, wrap(self.key, WIDTH), colour=palette.MUTED) + 1.5
        for first in range(0, len(self.areas), _MOST_ACROSS):
            top = self._draw_block(canvas, top, first, min(first + _MOST_ACROSS, len(self.areas))) + 5.0
        if any(cell.hidden for _, row in self.rows for cell in row):
            canvas.lines(0, top - 1.0, wrap(self.say.say("table-visit-units-hidden"), WIDTH), colour=palette.MUTED)
        return canvas

    def _draw_block(self, canvas: Canvas, top: float, first: int, last: int) -> float:
        across = (WIDTH - _LABEL) / min(_MOST_ACROSS, len(self.areas))
        heads = [wrap(area, across - _GAP, SMALL, SEMIBOLD) for area in self.areas[first:last]]
        for place, lines in enumerate(heads):
            canvas.lines(_LABEL + place * across, top + 1.0, lines, weight=SEMIBOLD)
        y = top + max(len(lines) for lines in heads) * line_height(SMALL) + 1.0
        for unit, cells in self.rows:
            canvas.line([(0.0, y), (WIDTH, y)], colour=palette.GRID, width=0.2)
            lines = wrap(unit, _LABEL - 2.0)
            height = max(_ROW, len(lines) * line_height(SMALL) + 2.0)
            canvas.lines(0.0, y + height / 2 - (len(lines) - 1) / 2 * line_height(SMALL), lines)
            for place, cell in enumerate(cells[first:last]):
                start = _LABEL + place * across
                axis = Axis(low=0.0, high=1.0, start=start + 1.2, end=start + across - _GAP)
                self._draw_cell(canvas, axis, y + (height - _ROW) / 2, cell)
            y += height
        return y

    def _draw_cell(self, canvas: Canvas, axis: Axis, top: float, cell: Cell) -> None:
        if cell.before is None and cell.after is None:
            canvas.text(axis.start, top + _ROW / 2, HIDDEN if cell.hidden else MISSING, colour=palette.MUTED)
            return
        y = top + 1.9
        canvas.line([(axis.start, y), (axis.end, y)], colour=palette.GRID, width=0.3)
        for end in (axis.start, axis.end):
            canvas.line([(end, y - 0.7), (end, y + 0.7)], colour=palette.TRACK, width=0.2)
        if cell.before is not None and cell.after is not None:
            canvas.line([(axis.at(cell.before), y), (axis.at(cell.after), y)], colour=palette.TRACK, width=0.6)
        if cell.before is not None:
            marks.hollow_point(canvas, axis.at(cell.before), y)
        if cell.after is not None:
            marks.point(canvas, axis.at(cell.after), y)
        canvas.text(axis.start, top + 4.9, f"{self._number(cell.before, cell)} → {self._number(cell.after, cell)}")

    def _number(self, value: float | None, cell: Cell) -> str:
        if value is None:
            return HIDDEN if cell.hidden else MISSING
        return self.say.number(value * 100, 0)
