"""The participants' way through a survey: how many remain at each step, and why the others left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from effektmatt.charts import palette
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import NORMAL, Canvas, line_height
from effektmatt.charts.fonts import SEMIBOLD
from effektmatt.charts.frame import Frame
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.findings import FlowFinding, FlowStep
from effektmatt.wording import Words, words
from effektmatt.wording.source_tables import flow_step, flow_table

# Millimetres: the boxes on the left, those who left on the right, the room inside a box.
_WIDE, _GAP, _LEFT, _LEFT_WIDTH, _PAD = 82.0, 3.4, 98.0, 72.0, 1.7

#: Steps that stand beside each other: none comes out of another.
_WAVES = ("answered-before", "completed", "answered-after", "answered-wave")


def flow_chart(flow: FlowFinding, *, name: str | None = None, language: str | Words = "sv") -> Chart | None:
    """Return the participant flow of one survey; None when it has no steps, or nobody was lost on the way."""
    if len({step.n for step in flow.steps}) < 2 and not any(n for step in flow.steps for _, n in step.left):
        return None
    say = words(language)
    first, last = flow.steps[0], flow.steps[-1]
    return Frame(say=say, name=name).chart(
        f"flow-{flow.source}",
        title=say.say("chart-flow-title", label=flow.label, first=first.n, last=last.n, end=last.code),
        alt=[say.say("chart-flow-alt"), *(_sentence(step, say) for step in flow.steps)],
        table=flow_table(flow, say),
        drawing=FlowDrawing(steps=flow.steps, say=say),
    )


def reasons_of(step: FlowStep, say: Words) -> list[str]:
    """Return how many left at a step, and why: "4 dubbla svar"."""
    return [say.say("left-reason", n=n, reason=say.reason(reason, n)) for reason, n in step.left if n]


def _sentence(step: FlowStep, say: Words) -> str:
    named, reasons = flow_step(step, say), reasons_of(step, say)
    if not reasons:
        return say.say("chart-flow-alt-step", step=named, n=step.n)
    return say.say("chart-flow-alt-left", step=named, n=step.n, reasons=say.joined(reasons))


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDrawing:
    """The steps in their order."""

    steps: Sequence[FlowStep]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas, y, above = Canvas(), 0.2, 0
        rows = list(self._rows())
        for place, row in enumerate(rows):
            if above:
                y = self._draw_way(canvas, y, above, row)
            elif reasons := self._reasons(row):
                y = self._draw_left(canvas, y, reasons)
            y = self._draw_boxes(canvas, y, row, is_last=place == len(rows) - 1)
            above = len(row)
        return canvas

    def _rows(self) -> Iterator[tuple[FlowStep, ...]]:
        """Yield the steps row by row: the waves together, every other step by itself."""
        waves = tuple(step for step in self.steps if step.code in _WAVES)
        for step in self.steps:
            if step.code not in _WAVES:
                yield (step,)
            elif step is waves[0]:
                yield waves

    def _reasons(self, row: Sequence[FlowStep]) -> list[str]:
        """Return who left on the way to a row, with the step's name where the row has two."""
        if len(row) == 1:
            return reasons_of(row[0], self.say)
        return [
            self.say.say("chart-flow-at", step=self._named(step), reason=reason)
            for step in row
            for reason in reasons_of(step, self.say)
        ]

    def _named(self, step: FlowStep) -> str:
        return flow_step(step, self.say)

    def _draw_boxes(self, canvas: Canvas, top: float, row: Sequence[FlowStep], *, is_last: bool) -> float:
        """Draw the boxes of a row, filled where the analysis rests on them; return their lower edge."""
        width, narrow = _width(len(row)), len(row) > 2  # in narrow boxes the number stands under the words
        labels = [
            wrap(self._named(step), width - (2 if narrow else 3) * _PAD - (0.0 if narrow else 9.0), NORMAL)
            for step in row
        ]
        height = (max(map(len, labels)) + narrow) * line_height(NORMAL) + 2 * _PAD - 0.8
        ink, fill = (palette.PAPER, palette.BLUE) if is_last else (palette.INK, palette.PAPER)
        edge = palette.BLUE if is_last else palette.TRACK
        for place, (step, label) in enumerate(zip(row, labels, strict=True)):
            x, middle = 0.2 + place * (width + _GAP), top + height / 2
            canvas.box(x, top, width, height, fill=fill, edge=edge)
            number = self.say.count(step.n)
            beside = top + height - _PAD - 1.4 if narrow else middle
            canvas.text(x + width - _PAD, beside, number, size=11.0, weight=SEMIBOLD, colour=ink, align="right")
            first = middle - (len(label) - 1 + narrow) / 2 * line_height(NORMAL)
            canvas.lines(x + _PAD, first, label, size=NORMAL, colour=ink)
        return top + height

    def _draw_way(self, canvas: Canvas, top: float, above: int, row: Sequence[FlowStep]) -> float:
        """Draw the way down to the next row, and out to those who left; return where the next row begins."""
        reasons = self._reasons(row)
        lines = [line for reason in reasons for line in wrap(reason, _LEFT_WIDTH - 2 * _PAD)]
        inside = len(lines) * line_height(SMALL) + 2.4 if lines else 0.0
        bottom = top + max(6.4, inside + 2.4)
        middle = (top + bottom) / 2
        starts, ends = _middles(above), _middles(len(row))
        for x in starts:
            canvas.line([(x, top), (x, middle)], colour=palette.MUTED, width=0.3)
        across = [*starts, *ends]
        if max(across) > min(across):
            canvas.line([(min(across), middle), (max(across), middle)], colour=palette.MUTED, width=0.3)
        for x in ends:
            canvas.line([(x, middle), (x, bottom - 1.4)], colour=palette.MUTED, width=0.3)
            canvas.shape([(x, bottom), (x - 0.9, bottom - 1.6), (x + 0.9, bottom - 1.6)], fill=palette.MUTED)
        if lines:
            canvas.line([(min(across), middle), (_LEFT - 1.4, middle)], colour=palette.MUTED, width=0.3)
            tip = [(_LEFT, middle), (_LEFT - 1.6, middle - 0.9), (_LEFT - 1.6, middle + 0.9)]
            canvas.shape(tip, fill=palette.MUTED)
            self._draw_lines(canvas, middle - inside / 2, lines)
        return bottom

    def _draw_left(self, canvas: Canvas, top: float, reasons: Sequence[str]) -> float:
        """Draw who left before the first box; return where that begins."""
        lines = [line for reason in reasons for line in wrap(reason, _LEFT_WIDTH - 2 * _PAD)]
        return self._draw_lines(canvas, top, lines) + 2.0

    def _draw_lines(self, canvas: Canvas, top: float, lines: Sequence[str]) -> float:
        height = len(lines) * line_height(SMALL) + 2.4
        canvas.box(_LEFT, top, _LEFT_WIDTH - 0.2, height, fill=palette.WASH)
        canvas.lines(_LEFT + _PAD, top + 1.2 + line_height(SMALL) / 2, lines)
        return top + height


def _width(boxes: int) -> float:
    return (_WIDE - (boxes - 1) * _GAP) / boxes


def _middles(boxes: int) -> list[float]:
    """Return the middles of the boxes of a row."""
    return [0.2 + place * (_width(boxes) + _GAP) + _width(boxes) / 2 for place in range(boxes)]
