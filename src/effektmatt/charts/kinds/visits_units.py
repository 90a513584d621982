"""Every unit that was visited, before and after, ordered by how it changed: one axis for all, at most a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from effektmatt.charts import marks, palette
from effektmatt.charts.axis import Axis, axis_number, round_ends, ticks
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import WIDTH, Canvas
from effektmatt.charts.claims import moves
from effektmatt.charts.dots import ENDS, MOST_ROWS, draw_dots, ends_named
from effektmatt.charts.fonts import SEMIBOLD
from effektmatt.charts.frame import Frame
from effektmatt.charts.phrases import WaveNames
from effektmatt.charts.wrapping import shortened
from effektmatt.core import Unit
from effektmatt.visits.change import UnitChange, VisitChange
from effektmatt.wording import HIDDEN, MISSING, Words
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import Column, TextTable

#: More units than these would not be read on one page: then as many from either end are named, and the others are dots.

# Columns in millimetres: the unit's name, the axis, both values and the change, each to its right edge.
_LABEL, _START, _END, _VALUES, _CHANGE = 58.0, 62.0, 130.0, 150.0, WIDTH
_ROW = 4.3


def visit_units_chart(change: VisitChange, frame: Frame) -> Chart | None:
    """Return every unit before and after, by change, the most positive first; None without any to compare."""
    say, names = frame.say, frame.waves
    differences = [(unit.unit, unit.difference) for unit in change.units if unit.difference is not None]
    if not differences:
        return None
    units = sorted(change.units, key=_order)
    title = {
        "title": frame.title or change.label,
        "claims": moves(differences, "unit", say, hidden=len(change.units) - len(differences)),
    }
    shown, between = _ends(units)
    told = [_sentence(unit, names, say) for unit in shown]
    if between:
        told.insert(ENDS, say.say("chart-visit-units-between", n=len(between)))
    return frame.chart(
        "visit-units",
        title=say.say("chart-claims-title", **title, **names.given),
        alt=[say.say("chart-visit-units-alt", **names.given), *told],
        table=_units_table(change, frame),
        drawing=UnitsDrawing(units=units, key=say.say("chart-visit-units-key", **names.given), say=say),
    )


def _order(unit: UnitChange) -> tuple[bool, float, object]:
    """Order units by change, the most positive first, those without a difference last."""
    value = None if unit.difference is None else unit.difference.value
    return value is None, -(value or 0.0), swedish_order(unit.unit)


def _ends(units: Sequence[UnitChange]) -> tuple[list[UnitChange], list[UnitChange]]:
    """Return the units that are named, in order, and those between them that are not."""
    if len(units) <= MOST_ROWS:
        return list(units), []
    return ends_named([unit for unit in units if unit.difference is not None])


def _sentence(unit: UnitChange, names: WaveNames, say: Words) -> str:
    before, after = unit.before.score, unit.after.score
    if before is None or after is None:
        return say.say("chart-visit-units-alt-hidden", unit=unit.unit)
    values = {"unit": unit.unit, "before": say.value(before), "after": say.value(after)}
    return say.say("chart-visit-units-alt-row", **values, **names.given)


# ---- the table, which has every area as well --------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """One unit in one area: shares before and after, None where there is none; `hidden` where too few judged."""

    before: float | None
    after: float | None
    hidden: bool = False

    def text(self, value: float | None, say: Words) -> str:
        """Return a share, or what is written where there is none."""
        if value is not None:
            return say.percent(value, 0)
        return HIDDEN if self.hidden else MISSING


def _cells(unit: UnitChange, width: int) -> list[_Cell]:
    """Return the cells of one unit: everything, then area by area."""
    hidden = unit.before.hidden or unit.after.hidden
    values = []
    for wave in (unit.before, unit.after):
        own = [None if wave.score is None else wave.score.value, *wave.areas]
        values.append([*own, *[None] * (width - len(own))])
    return [_Cell(before=one, after=two, hidden=hidden) for one, two in zip(*values, strict=True)]


def _units_table(change: VisitChange, frame: Frame) -> TextTable:
    say, waves = frame.say, (frame.waves.before, frame.waves.after)
    areas = [say.say("chart-visit-all"), *(area.label for area in change.areas)]
    units = sorted(change.units, key=lambda unit: swedish_order(unit.unit))
    rows = [(unit.unit, _cells(unit, len(areas))) for unit in units]
    hidden = any(cell.hidden for _, row in rows for cell in row)
    return frame.table(
        rows,
        Column("visit-unit", lambda row: row[0]),
        *(
            Column(area, partial(_share, say, place, wave), name=f"{area}, {decapitalised(waves[wave])}")
            for place, area in enumerate(areas)
            for wave in (0, 1)
        ),
        notes=[say.say("table-visit-units-hidden")] if hidden else [],
    )


def _share(say: Words, place: int, wave: int, row: tuple[str, list[_Cell]]) -> str:
    cell = row[1][place]
    return cell.text((cell.before, cell.after)[wave], say)


# ---- the drawing ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsDrawing:
    """Rows of units on one axis; `key` says what ring and dot are.

    Of more than fit on a page the ends are named, and above them every unit is a dot where its change lies.
    """

    units: Sequence[UnitChange]
    key: str
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        shown, between = _ends(self.units)
        top = self._draw_all(canvas, 2.0) if between else 2.0
        self._draw_heads(canvas, top)
        axis = self._axis(shown)
        first, rows = top + 4.5, len(shown) + bool(between)
        for tick in ticks(axis.low, axis.high, 5):
            x = axis.at(tick)
            canvas.line([(x, first - 1.5), (x, first + rows * _ROW)], colour=palette.GRID, width=0.2)
            canvas.text(x, top, axis_number(tick, Unit.SHARE, self.say), colour=palette.MUTED, align="center")
        y = first
        for place, unit in enumerate(shown):
            if between and place == ENDS:
                words = self.say.say("chart-visit-units-between", n=len(between))
                canvas.text(0.0, y + _ROW / 2, words, colour=palette.MUTED)
                y += _ROW
            self._draw_unit(canvas, axis, y + _ROW / 2, unit)
            y += _ROW
        y = canvas.note(y + 3.0, self.key)
        if any(unit.before.hidden or unit.after.hidden for unit in self.units):
            canvas.note(y + 0.5, self.say.say("table-visit-units-hidden"))
        return canvas

    def _axis(self, shown: Sequence[UnitChange]) -> Axis:
        """Return an axis that all named units share; its numbers say where it begins and ends."""
        scores = [wave.score for unit in shown for wave in (unit.before, unit.after)]
        low, high = round_ends([one.value for one in scores if one is not None and one.value is not None], 5)
        return Axis(low=max(0.0, low), high=min(1.0, high), start=_START, end=_END)

    def _draw_heads(self, canvas: Canvas, top: float) -> None:
        canvas.text(0.0, top, self.say.say("column-visit-unit"), colour=palette.MUTED)
        canvas.text(_CHANGE, top, self.say.say("column-difference"), colour=palette.MUTED, align="right")

    def _draw_unit(self, canvas: Canvas, axis: Axis, y: float, unit: UnitChange) -> None:
        canvas.text(0.0, y, shortened(unit.unit, _LABEL))
        before, after = (None if wave.score is None else wave.score.value for wave in (unit.before, unit.after))
        if before is None or after is None or unit.difference is None:
            nothing = HIDDEN if unit.before.hidden or unit.after.hidden else MISSING
            canvas.text(_CHANGE, y, nothing, colour=palette.MUTED, align="right")
            return
        canvas.line([(axis.at(before), y), (axis.at(after), y)], colour=palette.TRACK, width=0.6)
        # the ring stands out where the dot covers it nearly
        marks.point(canvas, axis.at(after), y)
        marks.hollow_point(canvas, axis.at(before), y)
        both = f"{self.say.number(before * 100, 0)} → {self.say.number(after * 100, 0)}"
        canvas.text(_VALUES, y, both, colour=palette.MUTED, align="right")
        value = self.say.bare(unit.difference.value or 0.0, unit.difference.unit, signed=True)
        canvas.text(_CHANGE, y, value, weight=SEMIBOLD, align="right")

    def _draw_all(self, canvas: Canvas, top: float) -> float:
        """Draw every unit as a dot where its change lies, and return how far down that reaches."""
        values = [unit.difference.value for unit in self.units if unit.difference is not None]
        known, title = [value for value in values if value is not None], self.say.say("chart-visit-units-all")
        return draw_dots(canvas, top, known, Unit.POINTS, title, self.say)
