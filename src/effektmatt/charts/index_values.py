"""Published values wave by wave, one line per unit with its name at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.charts import palette
from effektmatt.charts.axis import Axis, axis_number, round_ends, ticks
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import WIDTH, Canvas
from effektmatt.charts.fonts import SEMIBOLD
from effektmatt.charts.marks import point
from effektmatt.charts.wrapping import wrap
from effektmatt.core import Unit
from effektmatt.usage.index import IndexChange, UnitSeries
from effektmatt.wording import Words, words
from effektmatt.wording.usage_tables import index_table

# The plot in millimetres; units' names stand to the right of it.
_LEFT, _RIGHT, _TOP, _HEIGHT = 16.0, 122.0, 8.0, 56.0
_LEADING = 4.4

#: With more units than this no values are written at the points: the table has them.
FEW = 3

# Lines differ in how they are broken, not by colour alone.
_DASHES: tuple[tuple[float, float] | None, ...] = (None, (2.4, 1.0), (0.8, 0.8))


def index_chart(
    index: IndexChange, *, title: str | None = None, name: str = "index", language: str = "sv"
) -> Chart | None:
    """Return the published values of every unit; None when no unit has two values.

    Parameters
    ----------
    index
        The values.
    title
        What was measured (default: the index's name).
    name
        The chart's name.
    language
        "sv" or "en".
    """
    units = [unit for unit in index.units if len(unit.known) > 1]
    if not units:
        return None
    say = words(language)
    changes = [unit.change or 0.0 for unit in units]
    up, down = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    label = title or index.index or say.say("table-index")
    heading = say.say("chart-index-title", title=label, up=up, down=down, total=len(units))
    if len(units) == 1:
        first, last = (say.number(one.value) for one in (units[0].known[0], units[0].known[-1]))
        heading = say.say("chart-index-title-one", title=label, first=first, last=last)
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-index-alt"), *(_sentence(unit, index, say) for unit in units)]),
        table=index_table(index, say),
        language=language,
        drawing=IndexDrawing(index=index, units=units, say=say).draw,
    )


def _sentence(unit: UnitSeries, index: IndexChange, say: Words) -> str:
    values = say.joined([f"{say.number(one.value)} ({one.wave})" for one in unit.known])
    return f"{unit.unit or index.index or say.say('table-index')}: {values}."


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexDrawing:
    """Units with at least two values, in the order of the file."""

    index: IndexChange
    units: Sequence[UnitSeries]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        if self.index.measured_in:
            canvas.text(0, 2.0, self.index.measured_in, colour=palette.MUTED)
        self._draw_axes(canvas)
        for place, unit in enumerate(self.units):
            colour = palette.BLUE if place % 2 == 0 else palette.BROWN
            points = [(self._x(one.wave), self._value.at(one.value or 0.0)) for one in unit.known]
            canvas.line(points, colour=colour, width=0.6, dashes=_DASHES[place % len(_DASHES)])
            for x, y in points:
                point(canvas, x, y, fill=colour)
        self._draw_values(canvas)
        if len(self.units) > 1 or self.units[0].unit:
            self._draw_names(canvas)
        return canvas

    @property
    def _bottom(self) -> float:
        return _TOP + max(_HEIGHT, len(self.units) * _LEADING)

    @property
    def _value(self) -> Axis:
        low, high = round_ends([one.value or 0.0 for unit in self.units for one in unit.known], 4)
        return Axis(low=low, high=high, start=self._bottom, end=_TOP)

    def _x(self, wave: str) -> float:
        steps = max(1, len(self.index.waves) - 1)
        return _LEFT + 6.0 + self.index.waves.index(wave) * (_RIGHT - _LEFT - 12.0) / steps

    def _draw_axes(self, canvas: Canvas) -> None:
        axis = self._value
        for value in ticks(axis.low, axis.high, 4):
            y = axis.at(value)
            canvas.line([(_LEFT, y), (_RIGHT, y)], colour=palette.GRID, width=0.2)
            text = axis_number(value, Unit.NUMBER, self.say)
            canvas.text(_LEFT - 2.0, y, text, colour=palette.MUTED, align="right")
        for wave in self.index.waves:
            canvas.text(self._x(wave), self._bottom + 5.0, wave, colour=palette.MUTED, align="center")

    def _draw_values(self, canvas: Canvas) -> None:
        """Write values above the points of few units, where there is room; the last of several stands with the name."""
        if len(self.units) > FEW:
            return
        for wave in self.index.waves if len(self.units) == 1 else self.index.waves[:-1]:
            free = self._bottom + _LEADING
            values = [
                one.value for unit in self.units for one in unit.known if one.wave == wave and one.value is not None
            ]
            for value in sorted(values):
                y = self._value.at(value) - 3.4
                if y <= free - _LEADING:
                    text = self.say.amount(value, Unit.NUMBER)
                    canvas.text(self._x(wave), y, text, weight=SEMIBOLD, align="center")
                    free = y

    def _draw_names(self, canvas: Canvas) -> None:
        """Write each unit's name and last value at the end of its line, apart from each other."""
        ends = sorted(self.units, key=lambda unit: self._value.at(unit.known[-1].value or 0.0))
        places, free = [], _TOP - _LEADING
        for unit in ends:
            free = max(self._value.at(unit.known[-1].value or 0.0), free + _LEADING)
            places.append(free)
        lowest = self._bottom
        for place in reversed(range(len(places))):  # those pushed below the plot push the ones above them up
            places[place] = min(places[place], lowest)
            lowest = places[place] - _LEADING
        for y, unit in zip(places, ends, strict=True):
            text = f"{unit.unit} {self.say.amount(unit.known[-1].value, Unit.NUMBER)}"
            canvas.text(_RIGHT + 2.0, y, wrap(text, WIDTH - _RIGHT - 2.0)[0])
