"""Draws a table whose cells are the darker the larger their number is; every cell has its number in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from effektmatt.charts import palette
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.wording import HIDDEN, Words

#: The rows' names in millimetres, and the room between cells.
_LABEL, _GAP = 44.0, 0.8
_ROW, _BETWEEN = 6.4, 2.0

#: Where one colour ends and the next begins, in steps of the scale; the first colour is "no need".
LIMITS = (0.0, 0.2, 0.5, 1.0)
COLOURS = (palette.WASH, "#D3E3F1", "#9CC2E0", palette.SKY, palette.BLUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One cell: its number as text, and its value; None where it is hidden or there is none."""

    text: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatDrawing:
    """The columns' names, and rows of a name and its cells; the first row is of everybody."""

    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[HeatCell]]]
    corner: str
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        y = self._draw_header(canvas)
        for place, (label, cells) in enumerate(self.rows):
            y = self._draw_row(canvas, y, label, cells, first=place == 0)
        y = self._draw_key(canvas, y + 3.0)
        if any(cell.text == HIDDEN for _, cells in self.rows for cell in cells):
            canvas.lines(
                0, y + line_height(SMALL) + 1.4, wrap(self.say.say("chart-hidden"), WIDTH), colour=palette.MUTED
            )
        return canvas

    @property
    def _across(self) -> float:
        return (WIDTH - _LABEL - 2.0) / len(self.columns)

    def _left(self, place: int) -> float:
        return _LABEL + 2.0 + place * self._across

    def _draw_header(self, canvas: Canvas) -> float:
        wrapped = [wrap(label, self._across - 2.0) for label in self.columns]
        height = max(len(lines) for lines in wrapped) * line_height(SMALL)
        for place, lines in enumerate(wrapped):
            top = 2.0 + height - len(lines) * line_height(SMALL)
            canvas.lines(self._left(place) + self._across / 2, top, lines, colour=palette.MUTED, align="center")
        canvas.text(0, 2.0 + height - line_height(SMALL), self.corner, colour=palette.MUTED)
        return height + 2.2

    def _draw_row(self, canvas: Canvas, top: float, label: str, cells: Sequence[HeatCell], *, first: bool) -> float:
        weight = SEMIBOLD if first else REGULAR
        lines = wrap(label, _LABEL, SMALL, weight)
        height = max(_ROW, len(lines) * line_height(SMALL) + 1.6)
        middle = top + height / 2
        canvas.lines(0, middle - (len(lines) - 1) / 2 * line_height(SMALL), lines, weight=weight)
        for place, cell in enumerate(cells):
            left, across = self._left(place) + _GAP / 2, self._across - _GAP
            if cell.value is None:
                canvas.box(left, top, across, height, fill=None, edge=palette.RULE, width=0.2)
                canvas.text(left + across / 2, middle, cell.text, colour=palette.MUTED, align="center")
                continue
            ground = colour_of(cell.value)
            canvas.box(left, top, across, height, fill=ground)
            ink = palette.text_on(ground)
            canvas.text(left + across / 2, middle, cell.text, weight=weight, colour=ink, align="center")
        return top + height + (_BETWEEN if first else _GAP)

    def _draw_key(self, canvas: Canvas, y: float) -> float:
        y = canvas.lines(0, y, wrap(self.say.say("chart-need-key"), WIDTH), colour=palette.MUTED) + 0.8
        x = 0.0
        for text, colour in zip(_steps(self.say), COLOURS, strict=True):
            width = 8.0 + text_width(text, SMALL)
            if x and x + width > WIDTH:
                x, y = 0.0, y + line_height(SMALL) + 1.0
            canvas.box(x, y - 1.7, 5.6, 3.4, fill=colour, edge=palette.RULE, width=0.2)
            canvas.text(x + 7.2, y, text)
            x += width + 5.0
        return y


def colour_of(value: float) -> str:
    """Return the colour of a need as it is printed, with one decimal.

    >>> colour_of(-0.3) == colour_of(0.04) == COLOURS[0], colour_of(2.0) == COLOURS[-1]
    (True, True)
    """
    shown = round(value, 1)
    return COLOURS[sum(shown > limit for limit in LIMITS)]


def _steps(say: Words) -> list[str]:
    """Name the colours: "inget behov", "0 till 0,2" and so on."""
    numbers = [say.number(limit, None) for limit in LIMITS]
    between = [say.say("chart-need-step", low=low, high=high) for low, high in pairwise(numbers)]
    return [say.say("chart-need-step-none"), *between, say.say("chart-need-step-over", low=numbers[-1])]
