"""Competence needs as a heat map with numbers: a row per unit, a column per skill, darker where the need is larger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from effektmatt.charts import palette
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.surveys.need import Need, NeedCell, NeedWave
from effektmatt.wording import HIDDEN, Words
from effektmatt.wording.kinds.survey_need import is_hidden, need_row, need_table, need_text
from effektmatt.wording.targets import capitalised

#: The rows' names in millimetres, and the room between cells.
_LABEL, _GAP = 44.0, 0.8
_ROW, _BETWEEN = 6.4, 2.0

#: Where one colour ends and the next begins, in steps of the scale; the first colour is "no need".
LIMITS = (0.0, 0.2, 0.5, 1.0)
COLOURS = (palette.WASH, "#D3E3F1", "#9CC2E0", palette.SKY, palette.BLUE)


def need_chart(need: Need, frame: Frame, place: int | None = None) -> Chart:
    """Return the heat map of a wave (the last, where none is said), in the same colours for all of them."""
    place = place or len(need.waves)
    wave, frame = need.waves[place - 1], replace(frame, name=f"{frame.name or f'need-{need.scale}'}-{place}")
    say = frame.say
    rows = [
        (
            say.say("need-everybody") if unit is None else unit,
            [
                HeatCell(text=text, value=wave.cell(unit, item).need)
                for (item, _), text in zip(need.items, need_row(unit, need, wave, say), strict=True)
            ],
        )
        for unit in (None, *need.units)
    ]
    corner = frame.labels.get(need.by or "", need.by or say.say("column-group"))
    return frame.chart(
        "need",
        title=_title(need, wave, say),
        alt=[say.say("chart-need-alt"), *(_unit_sentence(unit, need, wave, say) for unit in need.units)],
        table=need_table(need, wave, corner, say),
        drawing=HeatDrawing(columns=[label for _, label in need.items], rows=rows, corner=corner, say=say),
    )


def _largest(cells: list[NeedCell]) -> NeedCell | None:
    """Return the cell with the largest need above 0 as it is printed, with one decimal."""
    known = [cell for cell in cells if cell.need is not None and round(cell.need, 1) > 0]
    return max(known, key=lambda cell: cell.need or 0.0, default=None)


def _title(need: Need, wave: NeedWave, say: Words) -> str:
    known, called = [cell for cell in wave.cells if cell.need is not None], capitalised(wave.wave)
    if not known:
        return say.say("chart-need-title-hidden", wave=called)
    # where every unit is hidden, or there are none, it is about everybody
    hidden = sum(cell.hidden for cell in wave.cells)
    largest = _largest([cell for cell in known if cell.unit is not None] or known)
    if largest is None:
        return say.say("chart-need-title-none", wave=called, hidden=hidden)
    skill, unit = dict(need.items)[largest.item], largest.unit or say.say("need-everybody")
    return say.say("chart-need-title", wave=called, skill=skill, unit=unit, need=need_text(largest, say), hidden=hidden)


def _unit_sentence(unit: str, need: Need, wave: NeedWave, say: Words) -> str:
    cells = [wave.cell(unit, item) for item, _ in need.items]
    largest = _largest(cells)
    if largest is not None:
        skill = dict(need.items)[largest.item]
        return say.say("chart-need-alt-row", unit=unit, skill=skill, need=need_text(largest, say))
    return say.say("chart-need-alt-hidden" if is_hidden(cells) else "chart-need-alt-none", unit=unit)


# ---- the drawing ----------------------------------------------------------------------------------------------


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
            canvas.note(y + line_height(SMALL) + 1.4, self.say.say("chart-hidden"))
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
        canvas.centred(0, middle, lines, weight=weight)
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
        y = canvas.note(y, self.say.say("chart-need-key")) + 0.8
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
