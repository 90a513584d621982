"""Draws the chart of groups: points with intervals, or rings before and points after."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from effektmatt.charts import marks, palette
from effektmatt.charts.axis import Axis, axis_number, decimals, extent, round_ends, ticks
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.group_rows import Row, unit_of, values_of
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.core import Change, Unit
from effektmatt.goals import Target
from effektmatt.wording import HIDDEN, Words
from effektmatt.wording.language import is_difference

# Columns in millimetres: the group (wider where names are long), how many, the values, what they come to.
_LABEL, _WIDE_LABEL, _NUMBER, _BESIDE = 38.0, 56.0, 16.0, 4.0
_END, _RESULT = 124.0, 129.0
_TOP, _ROW, _HEADING = 4.2, 6.4, 7.0

# Where the rows begin below the top of the plot: the names of the waves or the target stand there.
_FIRST = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsDrawing:
    """Rows on one axis; with a target, where it is met is shaded."""

    rows: Sequence[Row]
    say: Words
    target: Target | None = None

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas, axis = Canvas(), self._axis()
        bottom = _TOP + _FIRST + sum(self._height(row) for row in self.rows)
        if self.target is not None:
            marks.zone(canvas, axis, _TOP, bottom, self.target)
        self._draw_heads(canvas, axis, bottom)
        if self.target is not None:
            marks.target_tick(canvas, axis, _TOP, bottom, self.target)
            self._draw_target_name(canvas, axis)
        if self._waves:
            self._draw_wave_names(canvas, axis)
        y = _TOP + _FIRST
        for row in self.rows:
            self._draw_row(canvas, axis, y, row)
            y += self._height(row)
        if any(row.is_hidden for row in self.rows):
            canvas.lines(0, bottom + 4.0, wrap(self.say.say("chart-hidden"), WIDTH), colour=palette.MUTED)
        return canvas

    @property
    def _label(self) -> float:
        """The width of the column of names."""
        widest = max(text_width(row.label, SMALL, SEMIBOLD) for row in self.rows)
        return _LABEL if widest <= _LABEL - 3.0 else _WIDE_LABEL

    @property
    def _number(self) -> float:
        return self._label + _NUMBER

    @property
    def _waves(self) -> bool:
        return any(row.change is not None for row in self.rows)

    def _axis(self) -> Axis:
        shown = [replace(one, possible=None) for one in values_of(self.rows)]
        if self._waves:
            shown = [replace(one, interval=None) for one in shown]
        if unit_of(self.rows) is Unit.SCORE:
            # a mean on a scale from 1 to 5 has no natural nought; a change has
            ends = [end for one in shown for end in _ends(one.value, one.interval)]
            ends += [0.0] if any(is_difference(one) for one in shown) else []
            low, high = round_ends([min(ends) - 0.05, max(ends) + 0.05])
        else:
            low, high = extent(shown, self.target)
        beside = 10.0 if self._waves else 2.0
        return Axis(low=low, high=high, start=self._number + _BESIDE + beside, end=_END - beside)

    # ---- around the rows ----------------------------------------------------------------------------------------

    def _draw_heads(self, canvas: Canvas, axis: Axis, bottom: float) -> None:
        unit = unit_of(self.rows)
        places = ticks(axis.low, axis.high, round((axis.end - axis.start) / 13.0))
        for tick in places:
            x = axis.at(tick)
            canvas.line([(x, _TOP), (x, bottom)], colour=palette.GRID, width=0.2)
            named = tick == places[-1] and unit in (Unit.DAYS, Unit.WORKING_DAYS)
            text = self.say.amount(tick, unit, decimals(tick, unit)) if named else axis_number(tick, unit, self.say)
            canvas.text(x, _TOP - 2.2, text, colour=palette.MUTED, align="center")
        canvas.text(self._number, _TOP - 2.2, self.say.say("column-n"), colour=palette.MUTED, align="right")
        column = "column-difference" if self._waves else "column-value-and-interval"
        canvas.text(_RESULT, _TOP - 2.2, self.say.say(column), colour=palette.MUTED)

    def _draw_target_name(self, canvas: Canvas, axis: Axis) -> None:
        """Write the target beside its tick, on the side where it is met if there is room."""
        if self.target is None:
            return
        text = self.say.target(self.target, unit_of(self.rows))
        low, high = self.target.region
        x = axis.at(low if math.isfinite(low) else high)
        room = text_width(text, SMALL, SEMIBOLD) + 1.2
        fits = {"left": x + room < _RESULT - 2.0, "right": x - room > self._number + 2.0}
        wanted = "left" if math.isfinite(low) else "right"
        align = wanted if fits[wanted] else "right" if wanted == "left" else "left"
        canvas.text(x + (1.2 if align == "left" else -1.2), _TOP + 2.5, text, weight=SEMIBOLD, align=align)

    def _draw_wave_names(self, canvas: Canvas, axis: Axis) -> None:
        """Write before and after above the first row's two points."""
        change = next((row.change for row in self.rows if row.has_waves), None)
        if change is None or change.before.value is None or change.after.value is None:
            return
        before, after = axis.at(change.before.value), axis.at(change.after.value)
        names = self.say.say("column-before"), self.say.say("column-after")
        apart = (text_width(names[0], SMALL) + text_width(names[1], SMALL, SEMIBOLD)) / 2 + 1.5
        side = 1.0 if after >= before else -1.0
        push = max(0.0, apart - abs(after - before)) / 2
        y = _TOP + 3.2
        canvas.text(before - side * push, y, names[0], colour=palette.MUTED, align="center")
        canvas.text(after + side * push, y, names[1], weight=SEMIBOLD, colour=palette.AFTER, align="center")

    # ---- the rows -----------------------------------------------------------------------------------------------

    def _draw_row(self, canvas: Canvas, axis: Axis, top: float, row: Row) -> None:
        if row.heading:
            canvas.text(0, top + _HEADING - 2.2, row.label, weight=SEMIBOLD)
            return
        middle = top + self._height(row) / 2
        weight = SEMIBOLD if row.by is None else REGULAR
        lines = self._name(row)
        first = middle - (len(lines) - 1) / 2 * line_height(SMALL)
        canvas.lines(0.0 if row.by is None else 3.0, first, lines, weight=weight)
        if row.is_hidden:
            canvas.text(self._number, middle, HIDDEN, colour=palette.MUTED, align="right")
            canvas.text(_RESULT, middle, HIDDEN, colour=palette.MUTED)
            return
        canvas.text(self._number, middle, row.number(self.say), colour=palette.MUTED, align="right")
        if row.change is not None:
            canvas.text(_RESULT, middle, self.say.value(row.change.difference), weight=weight)
            self._draw_change(canvas, axis, middle, row.change)
        elif row.estimate is not None:
            marks.estimate(canvas, axis, middle, replace(row.estimate, possible=None))
            result = self._result(row)
            canvas.lines(_RESULT, middle - (len(result) - 1) / 2 * line_height(SMALL), result, weight=weight)

    def _result(self, row: Row) -> list[str]:
        """Return the value with its interval, the interval below it where they are too wide for one line."""
        if row.estimate is None:
            return []
        weight = SEMIBOLD if row.by is None else REGULAR
        value, interval = self.say.value(row.estimate), self.say.interval(row.estimate)
        together = f"{value} ({interval})" if interval else value
        if text_width(together, SMALL, weight) <= WIDTH - _RESULT:
            return [together]
        return [value, *wrap(f"({interval})", WIDTH - _RESULT, SMALL, weight)]

    def _name(self, row: Row) -> list[str]:
        weight = SEMIBOLD if row.by is None else REGULAR
        return wrap(row.label, self._label - (0.0 if row.by is None else 3.0), SMALL, weight)

    def _height(self, row: Row) -> float:
        if row.heading:
            return _HEADING
        return max(_ROW, max(len(self._name(row)), len(self._result(row))) * line_height(SMALL) + 2.0)

    def _draw_change(self, canvas: Canvas, axis: Axis, y: float, change: Change) -> None:
        if change.before.value is None or change.after.value is None:
            return
        before, after = axis.at(change.before.value), axis.at(change.after.value)
        canvas.line([(before, y), (after, y)], colour=palette.TRACK, width=0.6)
        marks.hollow_point(canvas, before, y)
        marks.point(canvas, after, y)
        few = None if change.after.unit is Unit.SCORE else 1
        texts = [self._point(one.value, change.after.unit, few) for one in (change.before, change.after)]
        if math.isclose(before, after):
            canvas.text(after + 2.2, y, texts[1])
            return
        side = 1.0 if after > before else -1.0
        outer, inner = ("right", "left") if side > 0 else ("left", "right")
        canvas.text(before - side * 2.2, y, texts[0], colour=palette.MUTED, align=outer)
        canvas.text(after + side * 2.2, y, texts[1], align=inner)

    def _point(self, value: float | None, unit: Unit, few: int | None) -> str:
        """Write the number beside a point; days without their name, which the axis gives."""
        if unit in (Unit.DAYS, Unit.WORKING_DAYS):
            return self.say.number(value, few)
        return self.say.amount(value, unit)


def _ends(value: float | None, interval: object) -> list[float]:
    ends = [] if value is None else [value]
    low, high = getattr(interval, "low", None), getattr(interval, "high", None)
    return [*ends, *(end for end in (low, high) if end is not None)]
