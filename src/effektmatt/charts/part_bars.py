"""Parts of wholes: a frame as long as what was planned, filled as far as it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.charts import palette
from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.wording.text_table import TextTable

# Millimetres: where bars begin, the height of a bar, between rows, how far a part is indented.
_START, _BAR, _BETWEEN, _INDENT = 58.0, 4.4, 2.4, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBar:
    """One row: `part` of `whole` (None: not known), with the words to write beside it."""

    label: str
    whole: float
    part: float | None
    text: str
    indent: int = 0


def part_bars_chart(
    rows: Sequence[PartBar],
    frame: Frame,
    name: str,
    *,
    title: str,
    table: TextTable,
    columns: tuple[str, str],
    shows: Shows | None = None,
) -> Chart:
    """Return rows as bars; `columns` are what whole and part are called in the table."""
    say = frame.say
    whole, part = (say.say(f"column-{column}") for column in columns)
    sentences = (say.say("chart-groups-alt-row", label=row.label, value=row.text) for row in rows)
    return frame.chart(
        name,
        title=title,
        alt=[say.say(f"chart-{name}-alt"), *sentences],
        table=table,
        drawing=PartBarsDrawing(rows=rows, whole=whole, part=part),
        shows=shows,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBarsDrawing:
    """Rows, and what the frame and the filled part are called."""

    rows: Sequence[PartBar]
    whole: str
    part: str

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        self._draw_key(canvas)
        y = 8.0
        for row in self.rows:
            weight = REGULAR if row.indent else SEMIBOLD
            left = row.indent * _INDENT
            lines = wrap(row.label, _START - left - 3.0, SMALL, weight)
            height = max(_BAR, len(lines) * line_height(SMALL))
            middle = y + height / 2
            canvas.centred(left, middle, lines, weight=weight)
            self._draw_bar(canvas, middle, row)
            y += height + _BETWEEN
        return canvas

    @property
    def _scale(self) -> float:
        """Millimetres per unit: the longest bar leaves room for the longest text."""
        room = WIDTH - _START - max(text_width(row.text, SMALL) for row in self.rows) - 3.0
        most = max(max(row.whole, row.part or 0.0) for row in self.rows)
        return max(room, 20.0) / most if most > 0 else 1.0

    def _draw_bar(self, canvas: Canvas, y: float, row: PartBar) -> None:
        top, scale = y - _BAR / 2, self._scale
        whole, part = row.whole * scale, max(0.0, row.part or 0.0) * scale
        if part > 0:
            canvas.box(_START, top + 0.7, min(part, whole) if whole else part, _BAR - 1.4, fill=palette.BLUE)
        if part > whole > 0:  # more than planned: hatched, so that it is not told by colour alone
            canvas.box(_START + whole, top + 0.7, part - whole, _BAR - 1.4, fill=palette.SKY)
            canvas.hatch(_START + whole, top + 0.7, part - whole, _BAR - 1.4)
        canvas.box(_START, top, max(whole, 0.2), _BAR, fill=None, edge=palette.INK, width=0.3)
        canvas.text(_START + max(whole, part) + 2.5, y, row.text)

    def _draw_key(self, canvas: Canvas) -> None:
        canvas.box(_START, 0.6, 5.0, 2.8, fill=None, edge=palette.INK, width=0.3)
        x = canvas.key(_START + 6.5, 2.0, self.whole) + 6.0
        canvas.box(x, 1.1, 5.0, 1.8, fill=palette.BLUE)
        canvas.key(x + 6.5, 2.0, self.part)
