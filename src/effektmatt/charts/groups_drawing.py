"""Draws the chart of groups: points with intervals; or rings before and points after, and their difference beside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from effektmatt.charts import marks, palette
from effektmatt.charts.axis import Axis, axis_number, decimals, ends_of, extent, part_of_scale, round_ends, ticks
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.dots import draw_dots
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.group_rows import Row, differences_of, unit_of, values_of
from effektmatt.charts.phrases import with_interval
from effektmatt.charts.wrapping import SMALL, shortened, wrap
from effektmatt.core import Change, Estimate, Unit
from effektmatt.goals import Target
from effektmatt.wording import HIDDEN, Words
from effektmatt.wording.language import is_difference
from effektmatt.wording.targets import target_text

# Columns in millimetres: the group (wider where names are long and there is one panel), how many, the values, what they
# come to.
_LABEL, _WIDE_LABEL, _NUMBER, _BESIDE = 38.0, 56.0, 16.0, 4.0
_END, _RESULT = 124.0, 129.0

# With before and after there are two panels: the values, and beside them the difference with its interval.
_VALUES_END, _CHANGE_START, _CHANGE_END, _CHANGE_RESULT = 97.0, 102.0, 129.0, 133.0
_TOP, _ROW, _HEADING = 4.2, 5.8, 5.8

# Where the rows begin below the top of the plot: the names of the waves or the target stand there. How wide a line of
# a wave's name is at most.
_FIRST = 4.5
_WAVE_NAME = 17.5


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsDrawing:
    """Rows on one axis; with a target, where it is met is shaded. `names`: of the two waves, where there are two.

    `remark`: what there is to say below of rows whose marks say more than can be told. Where there are too many
    groups to name them, `every` has them all, and each is a dot below the rows.
    """

    rows: Sequence[Row]
    say: Words
    every: Sequence[Row] = ()
    target: Target | None = None
    names: tuple[str, str] | None = None
    remark: str | None = None

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas, axes = Canvas(), self._axes()
        first = _TOP + self._first
        bottom = first + sum(self._height(row) for row in self.rows)
        judged = axes[-1]  # the target is for the value, or for the difference where there is one
        if self.target is not None:
            marks.zone(canvas, judged, _TOP, bottom, self.target)
        for axis, estimates in zip(axes, self._panels(), strict=True):
            self._draw_ticks(canvas, axis, bottom, estimates)
        self._draw_heads(canvas)
        if self.target is not None:
            marks.target_tick(canvas, judged, _TOP, bottom, self.target)
        if self._waves:
            self._draw_wave_names(canvas, axes[0])
        elif self.target is not None:
            self._draw_target_name(canvas, judged, self.target)
        y = first
        for row in self.rows:
            self._draw_row(canvas, axes, y, row)
            y += self._height(row)
        if self.every:
            bottom = self._draw_every(canvas, bottom + 6.0)
        remarks = self._remarks()
        if self._waves and (part := part_of_scale(axes[0], unit_of(values_of(self.rows)), self.say)):
            remarks.append(part)
        if remarks:
            canvas.note(bottom + 4.0, " ".join(remarks))
        return canvas

    @property
    def _waves(self) -> bool:
        return any(row.change is not None for row in self.rows)

    @property
    def _label(self) -> float:
        """The width of the column of names."""
        widest = max(text_width(row.label, SMALL, SEMIBOLD) for row in self.rows)
        return _LABEL if self._waves or widest <= _LABEL - 3.0 else _WIDE_LABEL

    @property
    def _number(self) -> float:
        return self._label + _NUMBER

    @property
    def _result_start(self) -> float:
        return _CHANGE_RESULT if self._waves else _RESULT

    @property
    def _wave_names(self) -> tuple[list[str], list[str]]:
        """What the waves are called, in lines that fit beside each other."""
        before, after = self.names or (self.say.say("column-before"), self.say.say("column-after"))
        # of a long name as much as two or three lines take: the table has it whole
        return (
            wrap(shortened(before, 2 * _WAVE_NAME), _WAVE_NAME),
            wrap(shortened(after, 2 * _WAVE_NAME, SMALL, SEMIBOLD), _WAVE_NAME, SMALL, SEMIBOLD),
        )

    @property
    def _first(self) -> float:
        """How far below the top of the plot the rows begin."""
        lines = max(len(name) for name in self._wave_names) if self._waves else 1
        return _FIRST + (lines - 1) * line_height(SMALL)

    def _remarks(self) -> list[str]:
        """Return what stands below the rows."""
        remarks = [] if self.remark is None else [self.remark]
        if self._waves and self.target is not None:
            unit = unit_of(differences_of(self.rows))
            remarks.append(self.say.say("chart-groups-target", target=target_text(self.target, unit, self.say)))
        if any(row.is_hidden for row in self.every or self.rows):
            remarks.append(self.say.say("chart-hidden"))
        return remarks

    # ---- scales -------------------------------------------------------------------------------------------------

    def _panels(self) -> list[list[Estimate]]:
        """Return what each panel shows: the values, and with before and after their differences."""
        values = values_of(self.rows)
        return [values, differences_of(self.rows)] if self._waves else [values]

    def _axes(self) -> list[Axis]:
        start = self._number + _BESIDE
        if not self._waves:
            (values,) = self._panels()
            return [self._axis(values, self.target, start=start + 2.0, end=_END - 2.0)]
        values, differences = self._panels()
        values = [replace(one, interval=None) for one in values]  # drawn beside, for the difference
        return [
            self._axis(values, None, start=start + 8.0, end=_VALUES_END - 8.0),
            self._axis(differences, self.target, start=_CHANGE_START, end=_CHANGE_END),
        ]

    def _axis(self, estimates: Sequence[Estimate], target: Target | None, *, start: float, end: float) -> Axis:
        shown = [replace(one, possible=None) for one in estimates]
        unit = unit_of(estimates)
        if unit is Unit.SCORE or (unit is Unit.SHARE and self._waves):
            # a mean on a scale from 1 to 5 has no natural nought, and shares before and after are compared with each
            # other; a change has
            ends = [end for one in shown for end in ends_of(one)]
            ends += [0.0] if any(is_difference(one) for one in shown) else []
            low, high = round_ends([min(ends) - 0.05, max(ends) + 0.05])
        else:
            low, high = extent(shown, target)
        return Axis(low=low, high=high, start=start, end=end)

    # ---- around the rows ----------------------------------------------------------------------------------------

    def _draw_ticks(self, canvas: Canvas, axis: Axis, bottom: float, estimates: Sequence[Estimate]) -> None:
        unit = unit_of(estimates)
        signed = all(is_difference(one) for one in estimates)
        places = ticks(axis.low, axis.high, max(3, round((axis.end - axis.start) / 13.0)))
        for tick in places:
            x = axis.at(tick)
            origin = signed and tick == 0 and self._waves
            canvas.line([(x, _TOP), (x, bottom)], colour=palette.MUTED if origin else palette.GRID, width=0.2)
            named = tick == places[-1] and unit in (Unit.DAYS, Unit.WORKING_DAYS) and not self._waves
            text = self.say.amount(tick, unit, decimals(tick, unit)) if named else axis_number(tick, unit, self.say)
            canvas.text(x, _TOP - 2.2, text, colour=palette.MUTED, align="center")

    def _draw_heads(self, canvas: Canvas) -> None:
        canvas.text(self._number, _TOP - 2.2, self.say.say("column-n"), colour=palette.MUTED, align="right")
        head = self.say.say("column-value-and-interval")
        if self._waves:
            head = self.say.say("column-change-in", unit=str(unit_of(differences_of(self.rows))))
        canvas.text(self._result_start, _TOP - 2.2, head, colour=palette.MUTED)

    def _draw_target_name(self, canvas: Canvas, axis: Axis, target: Target) -> None:
        """Write the target beside its tick, on the side where it is met if there is room."""
        text = target_text(target, unit_of(values_of(self.rows)), self.say)
        low, high = target.region
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
        first, last = self._wave_names
        widths = max(text_width(line, SMALL) for line in first), max(text_width(line, SMALL, SEMIBOLD) for line in last)
        side = 1.0 if after >= before else -1.0
        push = max(0.0, sum(widths) / 2 + 1.5 - abs(after - before)) / 2
        middles = [before - side * push, after + side * push]
        # neither name leaves the panel; one that would moves the other along
        start, end = self._number + 1.5, _VALUES_END + 2.0
        over = max(0.0, *(middle + width / 2 - end for middle, width in zip(middles, widths, strict=True)))
        under = max(0.0, *(start - middle + width / 2 for middle, width in zip(middles, widths, strict=True)))
        middles = [middle - over + under for middle in middles]
        y = _TOP + 3.2
        canvas.lines(middles[0], y, first, colour=palette.MUTED, align="center")
        canvas.lines(middles[1], y, last, weight=SEMIBOLD, colour=palette.AFTER, align="center")

    def _draw_every(self, canvas: Canvas, top: float) -> float:
        """Draw where each group lies of the columns that are not named whole; return how far down that reaches."""
        shortened_by = {row.by for row in self.rows if row.between}
        judged = [row.judged for row in self.every if row.by in shortened_by and row.judged is not None]
        shown = [one for one in judged if one.value is not None]
        title = self.say.say("chart-groups-every", what="change" if self._waves else "value")
        return draw_dots(canvas, top, [one.value or 0.0 for one in shown], unit_of(shown), title, self.say)

    # ---- the rows -----------------------------------------------------------------------------------------------

    def _draw_row(self, canvas: Canvas, axes: Sequence[Axis], top: float, row: Row) -> None:
        if row.heading:
            canvas.text(0, top + _HEADING - 2.2, row.label, weight=SEMIBOLD)
            return
        middle = top + self._height(row) / 2
        weight = SEMIBOLD if row.by is None else REGULAR
        if row.between:
            canvas.text(3.0, middle, row.label, colour=palette.MUTED)
            return
        canvas.centred(0.0 if row.by is None else 3.0, middle, self._name(row), weight=weight)
        if row.is_hidden:
            canvas.text(self._number, middle, HIDDEN, colour=palette.MUTED, align="right")
            canvas.text(self._result_start, middle, HIDDEN, colour=palette.MUTED)
            return
        canvas.text(self._number, middle, row.number(self.say), colour=palette.MUTED, align="right")
        if row.change is not None:
            self._draw_change(canvas, axes[0], middle, row.change)
        judged = row.judged
        if judged is not None:
            marks.estimate(canvas, axes[-1], middle, replace(judged, possible=None))
        canvas.centred(self._result_start, middle, self._result(row), weight=weight)

    def _result(self, row: Row) -> list[str]:
        """Return the value with its interval, the interval below it where they are too wide for one line."""
        judged = row.judged
        if judged is None:
            return []
        weight, room = SEMIBOLD if row.by is None else REGULAR, WIDTH - self._result_start
        value, interval = self._written(judged)
        together = with_interval(value, interval)
        if text_width(together, SMALL, weight) <= room:
            return [together]
        return [value, *wrap(f"({interval})", room, SMALL, weight)]

    def _written(self, judged: Estimate) -> tuple[str, str]:
        """Return a value and its interval; of a difference without the unit, which the head gives."""
        value, interval, unit = judged.value, judged.interval, judged.unit
        if not self._waves or value is None or (interval is not None and math.isinf(interval.high - interval.low)):
            return self.say.value(judged), self.say.interval(judged)
        if interval is None:
            return self.say.bare(value, unit, signed=True), ""
        low, high = (self.say.bare(end, unit, signed=True) for end in (interval.low, interval.high))
        return self.say.bare(value, unit, signed=True), self.say.say("span", low=low, high=high)

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
