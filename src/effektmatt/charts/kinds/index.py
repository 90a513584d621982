"""Published values wave by wave, one line per unit with its name at the end, broken where a value is missing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.charts import palette
from effektmatt.charts.axis import Axis, axis_number, round_ends, ticks
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import WIDTH, Canvas
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.marks import point
from effektmatt.charts.wrapping import SMALL, shortened
from effektmatt.core import Role, Unit
from effektmatt.goals import Target
from effektmatt.usage.index import IndexChange, IndexValue, UnitSeries
from effektmatt.wording import MISSING, Words
from effektmatt.wording.kinds.index import decimals_of, index_moves, index_table, with_unit

# The plot in millimetres: units' names stand to the right of it. One line needs less height than several.
_LEFT, _RIGHT, _TOP = 16.0, 122.0, 8.0
_LOW, _HIGH = 18.0, 36.0
_LEADING = 4.4

#: With more units than this no values are written at the points: the table has them.
FEW = 3

# Lines differ in how they are broken, not by colour alone.
_DASHES: tuple[tuple[float, float] | None, ...] = (None, (2.4, 1.0), (0.8, 0.8))


def index_chart(index: IndexChange, frame: Frame) -> Chart | None:
    """Return the published values of every unit; None when no unit has two values.

    A target is drawn across the chart where it is one of the value itself, not of its change.
    """
    units = [unit for unit in index.units if len(unit.known) > 1]
    if not units:
        return None
    say, target = frame.say, frame.target if frame.judges is Role.LEVEL else None
    sentences = [say.say("chart-index-alt", n=len(units)), *(_sentence(unit, index, say) for unit in units)]
    if target is not None and target.amount is not None:
        sentences.append(say.say("chart-index-alt-target", target=with_unit(target.amount, index, say)))
    return frame.chart(
        "index",
        title=_title(frame.title or index.index or say.say("table-index"), index, units, say),
        alt=sentences,
        table=index_table(index, say),
        drawing=IndexDrawing(index=index, units=units, target=target, say=say),
    )


KIND = ChartKind(details=(DetailCharts(of=IndexChange, charts={"index": index_chart}, titled=True),))


def _title(label: str, index: IndexChange, units: list[UnitSeries], say: Words) -> str:
    """Say what one unit came from and to, or how many of several rose and fell."""
    if len(index.units) == 1:
        first, last = units[0].known[0].value, units[0].known[-1].value
        way, few = "same" if first == last else "moved", decimals_of(units[0])
        first_written, last_written = say.number(first, few), with_unit(last, index, say, few)
        return say.say("chart-index-title-one", title=label, way=way, first=first_written, last=last_written)
    return say.say("chart-index-title", title=label, moves=index_moves(units, say, len(index.units)))


def _sentence(unit: UnitSeries, index: IndexChange, say: Words) -> str:
    by_wave = {one.wave: one for one in unit.values}
    parts = []
    for wave in index.waves:
        value = by_wave.get(wave)
        if value is None or (value.value is None and value.sign is None):
            number = MISSING
        else:
            number = say.say(f"sign-{value.sign}") if value.value is None else say.number(value.value)
        parts.append(f"{number} ({wave})")
    return say.say(
        "chart-groups-alt-row", label=unit.unit or index.index or say.say("table-index"), value=say.joined(parts)
    )


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexDrawing:
    """Units with at least two values, in the order of the file; the target is one for the value itself."""

    index: IndexChange
    units: Sequence[UnitSeries]
    target: Target | None = None
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        if self.index.measured_in:
            canvas.text(0, 2.0, self.index.measured_in, colour=palette.MUTED)
        self._draw_axes(canvas)
        for place, unit in enumerate(self.units):
            self._draw_line(canvas, place, unit)
        self._draw_values(canvas)
        self._draw_names(canvas)
        return canvas

    # ---- scales -------------------------------------------------------------------------------------------------

    @property
    def _is_named(self) -> bool:
        """Whether units have names to write beside their lines."""
        return len(self.units) > 1 or bool(self.units[0].unit)

    @property
    def _right(self) -> float:
        """Where the plot ends: the names of units and target need room beside it."""
        return _RIGHT if self._is_named or self._wanted else WIDTH - 2.0

    @property
    def _bottom(self) -> float:
        height = _LOW if len(self.units) == 1 else _HIGH
        return _TOP + max(height, (len(self.units) + len(self._wanted)) * _LEADING)

    @property
    def _wanted(self) -> list[float]:
        """Where the target is met from (for a target "about", both ends)."""
        if self.target is None or self.target.amount is None:
            return []
        return [end for end in self.target.region if math.isfinite(end)]

    @property
    def _numbers(self) -> list[float]:
        """Every number that has a place on the axis."""
        return [*(one.value or 0.0 for unit in self.units for one in unit.known), *self._wanted]

    @property
    def _is_whole(self) -> bool:
        """Whether all values are whole, and no number between them makes sense on the axis."""
        return all(float(number).is_integer() for number in self._numbers)

    @property
    def _value(self) -> Axis:
        low, high = round_ends(self._numbers, self._steps, whole=self._is_whole)
        return Axis(low=low, high=high, start=self._bottom, end=_TOP)

    @property
    def _steps(self) -> int:
        return 2 if len(self.units) == 1 else 4

    def _x(self, wave: str) -> float:
        steps = max(1, len(self.index.waves) - 1)
        return _LEFT + 6.0 + self.index.waves.index(wave) * (self._right - _LEFT - 12.0) / steps

    # ---- marks --------------------------------------------------------------------------------------------------

    def _draw_axes(self, canvas: Canvas) -> None:
        axis = self._value
        for value in ticks(axis.low, axis.high, self._steps, whole=self._is_whole):
            y = axis.at(value)
            canvas.line([(_LEFT, y), (self._right, y)], colour=palette.GRID, width=0.2)
            text = axis_number(value, Unit.NUMBER, self.say)
            canvas.text(_LEFT - 2.0, y, text, colour=palette.MUTED, align="right")
        for wanted in self._wanted:
            y = axis.at(wanted)
            canvas.line([(_LEFT, y), (self._right, y)], colour=palette.INK, width=0.5)
        for wave in self.index.waves:
            canvas.text(self._x(wave), self._bottom + 5.0, wave, colour=palette.MUTED, align="center")

    def _draw_line(self, canvas: Canvas, place: int, unit: UnitSeries) -> None:
        """Draw a unit's points, joined where no wave between them is missing."""
        colour = palette.BLUE if place % 2 == 0 else palette.BROWN
        stretches: list[list[tuple[float, float]]] = [[]]
        for value in self._by_wave(unit):
            if value is None or value.value is None:
                stretches.append([])
            else:
                stretches[-1].append((self._x(value.wave), self._value.at(value.value)))
        for stretch in stretches:
            if len(stretch) > 1:
                canvas.line(stretch, colour=colour, width=0.6, dashes=_DASHES[place % len(_DASHES)])
        for x, y in (spot for stretch in stretches for spot in stretch):
            point(canvas, x, y, fill=colour)

    def _by_wave(self, unit: UnitSeries) -> list[IndexValue | None]:
        values = {one.wave: one for one in unit.values}
        return [values.get(wave) for wave in self.index.waves]

    # ---- numbers and names --------------------------------------------------------------------------------------

    def _draw_values(self, canvas: Canvas) -> None:
        """Write values above the points of few units, where there is room; the last of several stands with the name.

        Where a value is missing, the reason stands there.
        """
        if len(self.units) > FEW:
            return
        for place, wave in enumerate(self.index.waves):
            self._draw_reasons(canvas, place)
            if len(self.units) > 1 and wave == self.index.waves[-1]:
                continue
            free = self._bottom + _LEADING
            values = [
                one.value for unit in self.units for one in unit.known if one.wave == wave and one.value is not None
            ]
            for value in sorted(values):
                y = self._value.at(value) - 3.4
                if y <= free - _LEADING:
                    text, x = self.say.amount(value, Unit.NUMBER), self._x(wave)
                    if any(abs(y - self._value.at(wanted)) < 2.0 for wanted in self._wanted):
                        half = text_width(text, SMALL, SEMIBOLD) / 2 + 0.6  # the target's line does not strike it out
                        canvas.box(x - half, y - 1.6, 2 * half, 3.2, fill=palette.PAPER)
                    canvas.text(x, y, text, weight=SEMIBOLD, align="center")
                    free = y

    def _draw_reasons(self, canvas: Canvas, place: int) -> None:
        """Write why a wave's values are missing where they would lie, if there is room: the table has all reasons."""
        units = [self._by_wave(unit) for unit in self.units]
        taken = []
        for values in units:
            value = values[place]
            if value is not None and value.value is not None:
                y = self._value.at(value.value)
                taken += [y, y - 3.4]
        for values in units:
            value = values[place]
            if value is None or value.value is not None or value.sign is None:
                continue
            y = self._value.at(_between(values, place))
            if all(abs(y - other) >= _LEADING for other in taken):
                text = self.say.say(f"sign-{value.sign}")
                canvas.text(self._x(value.wave), y, text, colour=palette.MUTED, align="center")
                taken.append(y)

    def _draw_names(self, canvas: Canvas) -> None:
        """Write each unit's name and last value at the end of its line, and the target at its own, apart."""
        say, named, room = self.say, [], WIDTH - self._right - 2.0
        for unit in self.units if self._is_named else ():
            value = unit.known[-1].value or 0.0
            number = say.amount(value, Unit.NUMBER)
            named.append((value, f"{shortened(unit.unit, room - text_width(f' {number}', SMALL))} {number}", REGULAR))
        named += [(end, say.say("chart-limit-wanted", value=say.number(end)), SEMIBOLD) for end in self._wanted]
        ends = sorted(named, key=lambda one: self._value.at(one[0]))
        places, free = [], _TOP - _LEADING
        for value, *_ in ends:
            free = max(self._value.at(value), free + _LEADING)
            places.append(free)
        lowest = self._bottom
        for place in reversed(range(len(places))):  # those pushed below the plot push the ones above them up
            places[place] = min(places[place], lowest)
            lowest = places[place] - _LEADING
        for y, (_, text, weight) in zip(places, ends, strict=True):
            canvas.text(self._right + 2.0, y, shortened(text, room, SMALL, weight), weight=weight)


def _between(values: Sequence[IndexValue | None], place: int) -> float:
    """Return a height for what is missing: half-way between the nearest known values on both sides."""
    before = [one.value for one in values[:place] if one is not None and one.value is not None]
    after = [one.value for one in values[place:] if one is not None and one.value is not None]
    near = [*before[-1:], *after[:1]]
    return sum(near) / len(near)
