"""One measure in every wave, where there are more than two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.charts import palette
from effektmatt.charts.axis import Axis, axis_number, ends_of, part_of_scale, round_ends, ticks
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import Canvas, line_height
from effektmatt.charts.fonts import SEMIBOLD
from effektmatt.charts.frame import Frame
from effektmatt.charts.marks import BROAD, point
from effektmatt.charts.phrases import row_sentence
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.core import Estimate, Unit
from effektmatt.wording import MISSING, Words
from effektmatt.wording.text_table import Column, TextTable

# Millimetres: the numbers of the axis end, the plot begins and ends, its upper and lower edge.
_NUMBERS, _LEFT, _RIGHT, _TOP, _BOTTOM = 12.0, 15.0, 168.0, 6.0, 28.0

#: How much of the scale of shares is shown beyond the values.
_ROOM = 0.1


def waves_chart(
    over_time: Sequence[tuple[str, Estimate]], title: str, frame: Frame, *, linked: bool = False
) -> Chart | None:
    """Return a measure in each of several waves, side by side; None for fewer than three, or when all are hidden.

    `over_time` has what each wave is called and its estimate, `title` is what is measured. `linked`: elsewhere people
    are linked from wave to wave; it is then told that here also those count who answered once.
    """
    known = [(wave, estimate) for wave, estimate in over_time if estimate.value is not None]
    if len(over_time) < 3 or not known:
        return None
    say, points = frame.say, [WavePoint(label=wave, estimate=estimate) for wave, estimate in over_time]
    (start, first), (end, last) = known[0], known[-1]
    shown = {"start": start, "first": say.value(first), "end": end, "last": say.value(last)}
    return frame.chart(
        "waves",
        title=say.say("chart-waves-title", title=title, waves=len(known), **shown),
        alt=[say.say("chart-waves-alt"), *(row_sentence(one.label, one.estimate, say) for one in points)],
        table=_table(points, frame, linked=linked),
        drawing=WavesDrawing(points=points, say=say, everybody=linked),
    )


def _table(points: Sequence[WavePoint], frame: Frame, *, linked: bool) -> TextTable:
    say = frame.say
    return frame.table(
        points,
        Column("wave", lambda one: one.label),
        Column("answered", lambda one: MISSING if one.estimate.value is None else say.count(one.estimate.n)),
        Column("value", lambda one: say.value(one.estimate)),
        Column("interval", lambda one: say.interval(one.estimate)),
        notes=[say.say("chart-everybody")] if linked else [],
    )


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WavePoint:
    """One wave: what it is called, and what was found in it."""

    label: str
    estimate: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class WavesDrawing:
    """The waves in their order; `everybody`: it is told that also those are counted who answered only one."""

    points: Sequence[WavePoint]
    say: Words
    everybody: bool = False

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        axis = self._axis()
        self._draw_axis(canvas, axis)
        known = [(x, one) for x, one in zip(self._places(), self.points, strict=True) if one.estimate.value is not None]
        canvas.line([(x, axis.at(one.estimate.value or 0.0)) for x, one in known], colour=palette.TRACK, width=0.4)
        for x, one in known:
            self._draw_point(canvas, axis, x, one)
        width = (_RIGHT - _LEFT) / len(self.points) - 3.0
        for x, one in zip(self._places(), self.points, strict=True):
            self._draw_name(canvas, x, one, width)
        notes = [self.say.say("chart-everybody")] if self.everybody else []
        if part := part_of_scale(axis, self.points[0].estimate.unit, self.say):
            notes.append(part)
        if notes:
            canvas.note(canvas.height + line_height(SMALL), " ".join(notes))
        return canvas

    def _axis(self) -> Axis:
        shown = [one.estimate for one in self.points if one.estimate.value is not None]
        low, high = round_ends([end for one in shown for end in ends_of(one)])
        if shown[0].unit is Unit.SHARE:  # room around, so that a small change does not look like a large one
            low, high = max(0.0, low - _ROOM), min(1.0, high + _ROOM)
        return Axis(low=low, high=high, start=_BOTTOM, end=_TOP)

    def _places(self) -> list[float]:
        width = (_RIGHT - _LEFT) / len(self.points)
        return [_LEFT + (place + 0.5) * width for place in range(len(self.points))]

    def _draw_axis(self, canvas: Canvas, axis: Axis) -> None:
        for tick in ticks(axis.low, axis.high, 4):
            y = axis.at(tick)
            canvas.line([(_LEFT, y), (_RIGHT, y)], colour=palette.GRID, width=0.2)
            text = axis_number(tick, self.points[0].estimate.unit, self.say)
            canvas.text(_NUMBERS, y, text, colour=palette.MUTED, align="right")

    def _draw_point(self, canvas: Canvas, axis: Axis, x: float, one: WavePoint) -> None:
        found = one.estimate
        if found.interval is not None:
            ends = axis.at(found.interval.low), axis.at(found.interval.high)
            canvas.line([(x, end) for end in ends], colour=palette.SKY, width=BROAD)
        y = axis.at(found.value or 0.0)
        point(canvas, x, y)
        top = y if found.interval is None else axis.at(found.interval.high)
        canvas.text(x, min(y, top) - 3.2, self.say.value(found), weight=SEMIBOLD, align="center")

    def _draw_name(self, canvas: Canvas, x: float, one: WavePoint, width: float) -> None:
        """Write what a wave is called and how many answered, or that it is not shown."""
        lines = wrap(one.label, width, SMALL, SEMIBOLD)
        below = canvas.lines(x, _BOTTOM + 4.0, lines, weight=SEMIBOLD, align="center")
        known = one.estimate.value is not None
        text = self.say.say("chart-waves-n", n=one.estimate.n) if known else self.say.say("chart-waves-few")
        canvas.text(x, below, text, colour=palette.MUTED, align="center")
        canvas.room(below + line_height(SMALL))
