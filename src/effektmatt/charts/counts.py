"""Counts per department against the number that each must have."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.charts import palette
from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.claims import rows_shown
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.core import Outcome, Unit
from effektmatt.goals import Target
from effektmatt.wording import HIDDEN, Words
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import capitalised, target_text
from effektmatt.wording.text_table import Column, TextTable

#: How many of those that miss the target the alternative text names; the table has all.
NAMED = 10

# Millimetres: the height of a row, between columns of the chart, between dots (least and most), a dot, the first row.
_ROW, _GAP, _PITCH, _WIDEST, _RADIUS = 5.4, 7.0, 2.6, 4.6, 1.15
_TOP = 5.0

# A list no longer than this stands in one column; one that is longer than a page in three.
_SHORT, _PAGE = 66.0, 215.0

#: So many departments fit on a page; of more, those are drawn that do not have enough.
_MOST = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """One department: `count` is None where it is hidden, `before` where it was not counted.

    `unknown` is how many more there may be.
    """

    name: str
    count: int | None
    before: int | None = None
    unknown: int = 0

    def is_below(self, least: int) -> bool:
        """Whether it is known to have too few."""
        return self.count is not None and self.count + self.unknown < least

    def is_open(self, least: int) -> bool:
        """Whether what is unknown decides if it has enough."""
        return self.count is not None and self.count < least <= self.count + self.unknown


def counts_of_groups(outcome: Outcome, by: str) -> list[UnitCount]:
    """Return the counts of an outcome's groups by a column."""
    return [
        UnitCount(
            name=group.group,
            count=None if group.hidden or group.estimate is None else _whole(group.estimate.value),
            before=_whole(group.change.before.value) if group.change is not None else None,
        )
        for group in outcome.groups
        if group.by == by
    ]


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def counts_chart(counts: Sequence[UnitCount], target: Target, frame: Frame) -> Chart | None:
    """Return the count in every department against the least that each must have; None when there are none.

    Departments stand in alphabetical order, never ranked. One dot is one; a ring is one that is missing. Where the
    numbers are too large for dots, bars are drawn. Of more than fit on a page those are drawn that have too few.
    """
    if not counts or target.at_least is None:
        return None
    say, counts = frame.say, sorted(counts, key=lambda one: swedish_order(one.name))
    least = math.ceil(target.at_least - 1e-9)
    known = [one for one in counts if one.count is not None]
    below, unsure = [one for one in known if one.is_below(least)], [one for one in known if one.is_open(least)]
    return frame.chart(
        "counts",
        title=say.say(
            "chart-counts-title",
            target=capitalised(target_text(target, Unit.COUNT, say, frame.labels)),
            n=len(known) - len(below) - len(unsure),
            total=len(known),
            shown=rows_shown(len(counts) - len(known), say),
            below=len(below),
            open=len(unsure),
        ),
        alt=[say.say("chart-counts-alt"), *_named(below, say)],
        table=_table(counts, least, target.in_every or "", frame),
        drawing=CountsDrawing(counts=_drawn(counts, [*below, *unsure]), of=len(counts), least=least, say=say),
        shows=Shows.UNITS,
    )


def _drawn(counts: Sequence[UnitCount], wanting: Sequence[UnitCount]) -> Sequence[UnitCount]:
    """Return what fits on a page, in the same order: all, or as many of those `wanting` as there is room for."""
    if len(counts) <= _MOST:
        return counts
    return [one for one in counts if not wanting or one in wanting][:_MOST]


def _named(below: Sequence[UnitCount], say: Words) -> list[str]:
    """Name those that have too few, the first of them where they are many."""
    if not below:
        return []
    code = "chart-counts-alt-below" if len(below) <= NAMED else "chart-counts-alt-below-some"
    return [say.say(code, list=say.joined([f"{one.name} ({say.count(one.count)})" for one in below[:NAMED]]))]


def _table(counts: Sequence[UnitCount], least: int, column: str, frame: Frame) -> TextTable:
    say, waves = frame.say, any(one.before is not None for one in counts)

    def number(one: UnitCount, count: int) -> str:
        return HIDDEN if one.count is None else say.count(count)

    before = (Column[UnitCount]("before", lambda one: say.count(one.before)),) if waves else ()
    return frame.table(
        counts,
        Column("by", lambda one: one.name, name=frame.labels.get(column, capitalised(column))),
        *before,
        Column("after" if waves else "n", lambda one: number(one, one.count or 0)),
        Column(
            "missing",
            lambda one: number(one, max(0, least - (one.count or 0))),
            name=say.say("column-missing", least=least),
        ),
        hidden=any(one.count is None for one in counts),
    )


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """Where things stand in one column of the chart, in millimetres from its left edge.

    `unit` is the width of one: the distance between dots, or the length of a bar.
    """

    columns: int
    width: float
    label: float
    before: float | None
    dots: float
    result: float
    unit: float
    as_dots: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsDrawing:
    """Departments in the order they are given, and the least that each must have; `of` how many they are some."""

    counts: Sequence[UnitCount]
    of: int
    least: int
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas, layout = Canvas(), self._layout()
        for place, shown in enumerate(self._columns(layout)):
            self._draw_column(canvas, place * (layout.width + _GAP), shown, layout)
        y = canvas.height + 3.0
        if layout.as_dots:
            y = self._draw_key(canvas, y)
        if self.of > len(self.counts):
            y = canvas.note(y, self.say.say("chart-counts-more", shown=len(self.counts), total=self.of))
        if any(one.count is None for one in self.counts):
            canvas.note(y, self.say.say("chart-hidden"))
        return canvas

    def _layout(self) -> _Layout:
        """Set a short list in one column, a longer one in two or three."""
        for columns, longest in ((1, _SHORT), (2, _PAGE)):
            layout = self._in(columns)
            if sum(_height(one, layout) for one in self.counts) <= longest * columns:
                return layout
        return self._in(3)

    def _in(self, columns: int) -> _Layout:
        """Return the layout in so many columns; before is shown where there is room for it."""
        width = (WIDTH - (columns - 1) * _GAP) / columns
        dots, result = {1: (86.0, 146.0), 2: (50.5, 69.0), 3: (28.0, 40.5)}[columns]
        waves = columns < 3 and any(one.before is not None for one in self.counts)
        before = dots - 5.0 if waves else None
        most = max([self.least, 1, *(one.count or 0 for one in self.counts)])
        room = result - dots - 1.5
        as_dots = most * _PITCH <= room
        unit = min(_WIDEST, room / most) if as_dots else room / most
        return _Layout(
            width=width,
            label=(dots if before is None else before - 6.0) - 3.0,
            before=before,
            dots=dots,
            result=dots + most * unit + 5.0 if as_dots and columns == 1 else result,
            unit=unit,
            as_dots=as_dots,
            columns=columns,
        )

    def _columns(self, layout: _Layout) -> list[list[UnitCount]]:
        """Divide the list into columns of about the same height."""
        heights = [_height(one, layout) for one in self.counts]
        each, passed = sum(heights) / layout.columns, 0.0
        columns: list[list[UnitCount]] = [[] for _ in range(layout.columns)]
        for one, height in zip(self.counts, heights, strict=True):
            columns[min(layout.columns - 1, int((passed + height / 2) / each))].append(one)
            passed += height
        return [column for column in columns if column]

    def _draw_column(self, canvas: Canvas, left: float, shown: Sequence[UnitCount], layout: _Layout) -> None:
        start, mark = left + layout.dots, left + layout.dots + self.least * layout.unit
        if layout.before is not None:
            name = self.say.say("column-before")
            canvas.text(left + layout.before, 2.0, name, colour=palette.MUTED, align="right")
        least = self.say.say("chart-at-least", least=self.least)
        canvas.text(max(mark - text_width(least, SMALL, SEMIBOLD) / 2, start), 2.0, least, weight=SEMIBOLD)
        bottom = _TOP + sum(_height(one, layout) for one in shown)
        canvas.line([(mark, _TOP - 0.6), (mark, bottom)], colour=palette.INK, width=0.35)
        top = _TOP
        for one in shown:
            height = _height(one, layout)
            self._draw_row(canvas, left, top + height / 2, one, layout)
            top += height
            canvas.line([(left, top), (left + layout.width, top)], colour=palette.GRID, width=0.15)

    def _draw_row(self, canvas: Canvas, left: float, y: float, one: UnitCount, layout: _Layout) -> None:
        weight = SEMIBOLD if one.is_below(self.least) else REGULAR
        canvas.centred(left, y, wrap(one.name, layout.label, SMALL, weight), weight=weight)
        if layout.before is not None:
            canvas.text(left + layout.before, y, self.say.count(one.before), colour=palette.MUTED, align="right")
        if one.count is None:
            canvas.text(left + layout.dots, y, HIDDEN, colour=palette.MUTED)
            return
        self._draw_count(canvas, left + layout.dots, y, one.count, layout)
        x = left + layout.result
        if one.count >= self.least:
            canvas.text(x + 3.2, y, self.say.count(one.count))
        else:
            _down_mark(canvas, x, y)
            text = self.say.say("chart-count-of", count=one.count, least=self.least)
            canvas.text(x + 3.2, y, text, weight=SEMIBOLD, colour=palette.BROWN)

    def _draw_count(self, canvas: Canvas, left: float, y: float, count: int, layout: _Layout) -> None:
        colour = palette.BROWN if count < self.least else palette.BLUE
        if not layout.as_dots:
            canvas.box(left, y - 1.4, count * layout.unit, 2.8, fill=colour)
            return
        radius = min(_RADIUS, layout.unit * 0.4)
        for place in range(max(count, self.least)):
            x = left + (place + 0.5) * layout.unit
            if place < count:
                canvas.circle(x, y, radius, fill=colour)
            else:
                _ring(canvas, x, y, radius)

    def _draw_key(self, canvas: Canvas, y: float) -> float:
        """Explain the marks in one line; return where the next line stands."""
        canvas.circle(_RADIUS, y, _RADIUS, fill=palette.BLUE)
        x = canvas.key(3.4, y, self.say.say("chart-key-one")) + 6.0
        if any(one.is_below(self.least) for one in self.counts):
            _ring(canvas, x + _RADIUS, y)
            x = canvas.key(x + 3.4, y, self.say.say("chart-key-missing")) + 6.0
            _down_mark(canvas, x, y)
            canvas.key(x + 3.4, y, self.say.say("chart-key-below"))
        return y + line_height(SMALL) + 1.0


def _height(one: UnitCount, layout: _Layout) -> float:
    return max(_ROW, len(wrap(one.name, layout.label, SMALL, SEMIBOLD)) * line_height(SMALL) + 1.6)


def _ring(canvas: Canvas, x: float, y: float, radius: float = _RADIUS) -> None:
    canvas.circle(x, y, radius - 0.15, fill=palette.PAPER, edge=palette.BROWN, width=0.3)


def _down_mark(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape([(x - 0.2, y - 1.1), (x + 2.2, y - 1.1), (x + 1.0, y + 1.1)], fill=palette.BROWN)
