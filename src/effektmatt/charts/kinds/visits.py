"""What visits found: area by area, unit by unit, and how far those who judged the same agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from effektmatt.charts import marks, palette
from effektmatt.charts.axis import Axis
from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.claims import moves
from effektmatt.charts.fonts import SEMIBOLD
from effektmatt.charts.frame import Frame
from effektmatt.charts.group_rows import Row
from effektmatt.charts.groups import changes_chart
from effektmatt.charts.groups_drawing import GroupsDrawing
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.phrases import WaveNames
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.visits.agreement import VisitAgreement
from effektmatt.visits.change import UnitChange, VisitChange
from effektmatt.wording import HIDDEN, MISSING, Words
from effektmatt.wording.kinds.visits import agreement_table, parts_table
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import Column, TextTable

#: More units than these fill pages where nobody finds anything; the table has them all.
MOST_UNITS = 60

# Columns in millimetres: the unit's name, then the areas on what is left.
_LABEL, _GAP = 44.0, 4.0
_MOST_ACROSS = 6
_ROW = 7.2


def visit_parts_chart(change: VisitChange, frame: Frame) -> Chart | None:
    """Return the score of everything and of every area (or item, where there are no areas) before and after.

    None where there is nothing before or nothing after.
    """
    say, names = frame.say, frame.waves
    kinds = change.areas or change.items
    parts = [part for part in kinds if part.change.difference.value is not None]
    if not parts or change.overall.change.difference.value is None:
        return None
    kind = kinds[0].kind
    rows = [Row(label=say.say("chart-visit-all"), change=change.overall.change)]
    rows.append(Row(label=say.say(f"column-visit-{kind}"), by="part", heading=True))
    rows += [Row(label=part.label, change=part.change, by="part") for part in parts]
    return changes_chart(
        "visit-parts",
        rows,
        replace(frame, target=None),
        title=frame.title or change.label,
        noun=kind,
        alt="chart-visit-parts-alt",
        table=parts_table(change, say, (names.before, names.after)),
        shows=Shows.ITS_TABLE,
    )


def visit_units_chart(change: VisitChange, frame: Frame) -> Chart | None:
    """Return every unit by every area, before and after, in the order of the alphabet; None without any to compare.

    Also None with more than `MOST_UNITS`.
    """
    say, names = frame.say, frame.waves
    differences = [(unit.unit, unit.difference) for unit in change.units if unit.difference is not None]
    if not differences or len(change.units) > MOST_UNITS:
        return None
    areas = [say.say("chart-visit-all"), *(area.label for area in change.areas)]
    units = sorted(change.units, key=lambda unit: swedish_order(unit.unit))
    rows = [(unit.unit, _cells(unit, len(areas))) for unit in units]
    title = {"title": frame.title or change.label, "claims": moves(differences, "unit", say)}
    return frame.chart(
        "visit-units",
        title=say.say("chart-claims-title", **title, **names.given),
        alt=[say.say("chart-visit-units-alt", **names.given), *(_sentence(unit, names, say) for unit in units)],
        table=_units_table(areas, rows, frame),
        drawing=UnitsDrawing(areas=areas, rows=rows, key=say.say("chart-visit-units-key", **names.given), say=say),
    )


def _cells(unit: UnitChange, width: int) -> list[Cell]:
    """Return the cells of one unit: everything, then area by area."""
    hidden = unit.before.hidden or unit.after.hidden
    values = []
    for wave in (unit.before, unit.after):
        own = [None if wave.score is None else wave.score.value, *wave.areas]
        values.append([*own, *[None] * (width - len(own))])
    return [Cell(before=one, after=two, hidden=hidden) for one, two in zip(*values, strict=True)]


def _sentence(unit: UnitChange, names: WaveNames, say: Words) -> str:
    before, after = unit.before.score, unit.after.score
    if before is None or after is None:
        return say.say("chart-visit-units-alt-hidden", unit=unit.unit)
    values = {"unit": unit.unit, "before": say.value(before), "after": say.value(after)}
    return say.say("chart-visit-units-alt-row", **values, **names.given)


def _units_table(areas: list[str], rows: list[tuple[str, list[Cell]]], frame: Frame) -> TextTable:
    say, waves = frame.say, (frame.waves.before, frame.waves.after)
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


def _share(say: Words, place: int, wave: int, row: tuple[str, list[Cell]]) -> str:
    cell = row[1][place]
    value = (cell.before, cell.after)[wave]
    return cell.nothing if value is None else say.percent(value, 0)


def agreement_chart(agreement: VisitAgreement, frame: Frame) -> Chart | None:
    """Return how far those who judged the same agree, item by item; None where nothing could be worked out."""
    say, shown = frame.say, [item for item in agreement.items if item.alpha.value is not None]
    if not shown:
        return None
    kind = "all" if any(not item.rated for item in agreement.items) else "ratings"
    wholes = ((kind, agreement.alpha), ("ratings", agreement.ratings))
    rows = [
        Row(label=say.say(f"table-agreement-{of}"), estimate=alpha)
        for of, alpha in wholes
        if alpha is not None and alpha.value is not None
    ]
    rows.append(Row(label=say.say("column-visit-item"), by="item", heading=True))
    rows += [Row(label=item.label, estimate=item.alpha, by="item") for item in shown]
    code = "chart-agreement-title-none" if agreement.alpha.value is None else "chart-agreement-title"
    sentences = (
        say.say("chart-groups-alt-row", label=row.label, value=say.value(row.estimate))
        for row in rows
        if row.estimate is not None
    )
    return frame.chart(
        "agreement",
        title=say.say(code, label=frame.title or agreement.label, value=say.value(agreement.alpha)),
        alt=[say.say("chart-agreement-alt"), *sentences],
        table=agreement_table(agreement, say),
        drawing=GroupsDrawing(rows=rows, say=say),
        shows=Shows.ITS_TABLE,
    )


KIND = ChartKind(
    details=(
        DetailCharts(of=VisitChange, charts={"parts": visit_parts_chart, "units": visit_units_chart}, titled=True),
        DetailCharts(of=VisitAgreement, charts={"agreement": agreement_chart}),
    )
)


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One unit in one area: shares before and after, None where there is none; `hidden` where too few judged."""

    before: float | None
    after: float | None
    hidden: bool = False

    @property
    def nothing(self) -> str:
        """What is written where there is no number."""
        return HIDDEN if self.hidden else MISSING


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
        top = canvas.note(top, self.key) + 1.5
        for first in range(0, len(self.areas), _MOST_ACROSS):
            top = self._draw_block(canvas, top, first, min(first + _MOST_ACROSS, len(self.areas))) + 5.0
        if any(cell.hidden for _, row in self.rows for cell in row):
            canvas.note(top - 1.0, self.say.say("table-visit-units-hidden"))
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
            canvas.centred(0.0, y + height / 2, lines)
            for place, cell in enumerate(cells[first:last]):
                start = _LABEL + place * across
                axis = Axis(low=0.0, high=1.0, start=start + 1.2, end=start + across - _GAP)
                self._draw_cell(canvas, axis, y + (height - _ROW) / 2, cell)
            y += height
        return y

    def _draw_cell(self, canvas: Canvas, axis: Axis, top: float, cell: Cell) -> None:
        if cell.before is None and cell.after is None:
            canvas.text(axis.start, top + _ROW / 2, cell.nothing, colour=palette.MUTED)
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
        return cell.nothing if value is None else self.say.number(value * 100, 0)
