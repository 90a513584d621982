"""The answers to each question, before and after, as bars to both sides of the middle of the scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from effektmatt.charts import palette
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import WIDTH, Canvas, line_height
from effektmatt.charts.claims import Judged, moves
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.phrases import WaveNames
from effektmatt.charts.wrapping import SMALL, shortened, wrap
from effektmatt.core import AnswerCounts, Change, Linkage
from effektmatt.surveys.change import ScaleAnswers
from effektmatt.wording import HIDDEN, MISSING, Words
from effektmatt.wording.text_table import Column, TextTable

# Columns in millimetres: the question, the wave (flush right; between least and most so wide), the bars; how many
# answered stands flush right.
_LABEL, _NARROW, _BROAD, _END = 47.0, 9.0, 26.0, 156.0
_BAR, _SPACE, _BETWEEN = 4.4, 0.5, 2.6


def answers_chart(change: ScaleAnswers, frame: Frame) -> Chart | None:
    """Return the answers to each question of a scale, before and after; None when no question can be shown.

    Everybody who answered a wave is counted in it. Questions that run backwards are turned, so that higher is always
    better.
    """
    say, names, rows = frame.say, frame.waves, _rows(change, frame.say)
    if not any(bar.shares for row in rows for bar in row.bars):
        return None
    judged = [(row.label, row.high.difference) for row in rows if row.high is not None]
    label = frame.title or change.label or change.scale
    drawing = AnswersDrawing(
        rows=rows,
        answers=change.answers,
        say=say,
        names=(names.before, names.after),
        # the means beside it rest on those who answered both times: where this does not, that must be said
        notes=[say.say("chart-everybody")] if _holds_unlinked(change) else [],
    )
    return frame.chart(
        f"answers-{change.scale}",
        title=_title(label, judged, len(rows) - len(judged), names, say),
        alt=[
            say.say("chart-items-alt", **names.given),
            say.say("chart-items-alt-scale", answers=say.joined(change.answers)),
            *(_sentence(row, names, say) for row in rows),
        ],
        table=_table(drawing, frame),
        drawing=drawing,
    )


def _holds_unlinked(change: ScaleAnswers) -> bool:
    return change.linkage is Linkage.PAIRED and any(item.holds_unlinked for item in change.items)


def _title(label: str, judged: Sequence[Judged], hidden: int, names: WaveNames, say: Words) -> str:
    """Say on which questions a larger or smaller share of answers is high, as far as their intervals say it."""
    if not judged:
        return say.say("chart-items-title-none", label=label)
    return say.say(
        "chart-items-title", label=label, claims=moves(judged, "question", say, hidden=hidden), **names.given
    )


def _rows(change: ScaleAnswers, say: Words) -> list[ItemRow]:
    rows, answers = [], len(change.answers)
    for item in change.items:
        label = item.label or item.id
        rows.append(
            ItemRow(
                label=say.say("chart-items-reversed", label=label) if item.reversed else label,
                bars=(bar_of(item.before, answers), bar_of(item.after, answers)),
                high=item.high,
            )
        )
    return rows


def bar_of(counts: AnswerCounts | None, answers: int) -> AnswerBar:
    """Return the shares of one wave's answers to a question, of so many that can be given."""
    if counts is None:
        return AnswerBar(shares=(), n=None)
    if counts.n == 0 or counts.counts.size != answers:
        return AnswerBar(shares=(), n=counts.n)
    return AnswerBar(shares=tuple((counts.counts / counts.n).tolist()), n=counts.n)


def _sentence(row: ItemRow, names: WaveNames, say: Words) -> str:
    if not all(bar.shares for bar in row.bars):
        return say.say("chart-items-alt-hidden", label=row.label)
    before, after = (say.percent(bar.upper, 0) for bar in row.bars)
    said = say.say("chart-items-alt-row", label=row.label, before=before, after=after, **names.given)
    first, last = (say.joined([say.percent(share, 0) for share in bar.shares]) for bar in row.bars)
    said = f"{said} {say.say('chart-items-alt-answers', before=first, after=last)}"
    if row.high is None or row.high.difference.interval is None:
        return said
    moved, linked = row.high.difference, "yes" if row.high.linkage is Linkage.PAIRED else "no"
    interval = say.interval(moved)
    return f"{said} {say.say('chart-items-alt-moved', difference=say.value(moved), interval=interval, linked=linked)}"


def _table(shown: AnswersDrawing, frame: Frame) -> TextTable:
    say = frame.say
    return frame.table(
        [(row.label, *one) for row in shown.rows for one in zip(shown.names, row.bars, strict=True)],
        Column("question", lambda row: row[0]),
        Column("wave", lambda row: row[1], numeric=False),
        Column("n", lambda row: row[2].number(say)),
        *(Column(label, partial(share_cell, say, place), name=label) for place, label in enumerate(shown.answers)),
        notes=shown.notes,
        hidden=shown.has_hidden,
    )


def share_cell(say: Words, place: int, row: tuple[str, str, AnswerBar]) -> str:
    """Write the share of one of the answers as a cell of a table, whose rows are question, wave or part, and bar."""
    bar = row[2]
    return say.percent(bar.shares[place]) if bar.shares else HIDDEN if bar.is_hidden else MISSING


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBar:
    """The shares of one wave's answers to one question, lowest first; none where hidden or nobody answered."""

    shares: tuple[float, ...]
    n: int | None

    @property
    def is_hidden(self) -> bool:
        """Whether too few answered to show it."""
        return self.n is None

    @property
    def low(self) -> float:
        """The part to the left of the middle: the lower answers, and half of a middle one."""
        return _side(self.shares)

    @property
    def high(self) -> float:
        """The part to the right of the middle."""
        return _side(tuple(reversed(self.shares)))

    @property
    def upper(self) -> float:
        """The share of answers above the middle of the scale."""
        return sum(self.shares[(len(self.shares) + 1) // 2 :])

    def number(self, say: Words) -> str:
        """Return how many answered."""
        return HIDDEN if self.n is None else say.count(self.n)


def _side(shares: Sequence[float]) -> float:
    half = len(shares) // 2
    middle = shares[half] / 2 if len(shares) % 2 else 0.0
    return sum(shares[:half]) + middle


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One question, and a bar for every wave that is shown."""

    label: str
    bars: tuple[AnswerBar, ...]
    high: Change | None = None

    @property
    def of_bars(self) -> float:
        """How much room its bars need."""
        return len(self.bars) * (_BAR + _SPACE) - _SPACE

    @property
    def height(self) -> float:
        """How much room it needs."""
        return max(self.of_bars, len(wrap(self.label, _LABEL)) * line_height(SMALL))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersDrawing:
    """Questions, and the answers that could be given, lowest first.

    `names` are those of the waves that are shown, the last of which is what it is about, or of `parts` of a goal that
    are as important; a single one needs none. `notes` stand below.
    """

    rows: Sequence[ItemRow]
    answers: Sequence[str]
    say: Words
    names: tuple[str, ...]
    parts: bool = False
    notes: Sequence[str] = ()

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        y = self._draw_answers(canvas, 2.0)
        canvas.text(WIDTH, y, self.say.say("column-n"), colour=palette.MUTED, align="right")
        y += 3.4
        bottom = y + sum(row.height + _BETWEEN for row in self.rows) - _BETWEEN
        canvas.line([(self._middle, y - 1.5), (self._middle, bottom + 1.5)], colour=palette.INK, width=0.25)
        for row in self.rows:
            self._draw_row(canvas, y, row)
            y += row.height + _BETWEEN
        y = bottom + 4.5
        for note in (*self.notes, *([self.say.say("chart-hidden")] if self.has_hidden else [])):
            y = canvas.note(y, note)
        return canvas

    @property
    def has_hidden(self) -> bool:
        """Whether some of the answers are not shown."""
        return any(bar.is_hidden for row in self.rows for bar in row.bars)

    @property
    def _written(self) -> tuple[str, ...]:
        """The waves' names, as much of them as fits: the table has them whole."""
        return tuple(shortened(name, _BROAD, SMALL, SEMIBOLD) for name in self.names)

    @property
    def _wave(self) -> float:
        """Where the waves' names end."""
        widths = [text_width(name, SMALL, SEMIBOLD) for name in self._written if name]
        return _LABEL + (4.0 + max(_NARROW, *widths) if widths else 0.0)

    @property
    def _start(self) -> float:
        """Where the bars begin."""
        return self._wave + 3.0

    @property
    def _bars(self) -> list[AnswerBar]:
        return [bar for row in self.rows for bar in row.bars if bar.shares]

    @property
    def _scale(self) -> float:
        """Millimetres per share of 1: the longest sides just fit."""
        return (_END - self._start) / (max(bar.low for bar in self._bars) + max(bar.high for bar in self._bars))

    @property
    def _middle(self) -> float:
        return self._start + max(bar.low for bar in self._bars) * self._scale

    @property
    def _colours(self) -> tuple[str, ...]:
        return palette.diverging(len(self.answers))

    def _draw_answers(self, canvas: Canvas, y: float) -> float:
        """Name the answers in the order of the bars; return where the next line stands."""
        x = 0.0
        for place, (answer, colour) in enumerate(zip(self.answers, self._colours, strict=True)):
            lines = wrap(answer, WIDTH - 5.0)
            width = 4.6 + max(text_width(line, SMALL) for line in lines)
            if x and x + width > WIDTH:
                x, y = 0.0, y + line_height(SMALL) + 0.6
            _patch(canvas, (x, x + 3.4), (y - 1.5, y + 1.5), colour, is_low=self._is_low(place))
            y = canvas.lines(x + 4.6, y, lines) - line_height(SMALL)
            x += width + 4.5
        return y + line_height(SMALL) + 1.8

    def _is_low(self, place: int) -> bool:
        return place < len(self.answers) // 2

    def _draw_row(self, canvas: Canvas, top: float, row: ItemRow) -> None:
        centre = top + row.height / 2
        canvas.centred(0, centre, wrap(row.label, _LABEL))
        y = centre - row.of_bars / 2
        weights = (REGULAR,) * (len(row.bars) - 1) + (REGULAR if self.parts else SEMIBOLD,)
        for name, bar, weight in zip(self._written, row.bars, weights, strict=True):
            middle = y + _BAR / 2
            canvas.text(self._wave, middle, name, weight=weight, colour=palette.MUTED, align="right")
            canvas.text(WIDTH, middle, bar.number(self.say), colour=palette.MUTED, align="right")
            self._draw_bar(canvas, y, bar)
            y += _BAR + _SPACE

    def _draw_bar(self, canvas: Canvas, top: float, bar: AnswerBar) -> None:
        x, middle = self._middle - bar.low * self._scale, top + _BAR / 2
        for place, share in enumerate(bar.shares):
            if not share:
                continue
            colour, right = self._colours[place], x + share * self._scale
            _patch(canvas, (x, right), (top, top + _BAR), colour, is_low=self._is_low(place))
            canvas.line([(x, top), (x, top + _BAR)], colour=palette.PAPER, width=0.35)
            text = self.say.percent(share, 0)
            half = text_width(text, SMALL) / 2 + 0.7
            if right - x >= 2 * half + 0.6:
                inside = (x + right) / 2
                # the number stands on a plain patch, not on the hatching
                canvas.box(inside - half, top + 0.5, 2 * half, _BAR - 1.0, fill=colour)
                canvas.text(inside, middle, text, colour=palette.text_on(colour), align="center")
            x = right


def _patch(
    canvas: Canvas, across: tuple[float, float], down: tuple[float, float], colour: str, *, is_low: bool
) -> None:
    """Fill a rectangle; the lower answers are hatched, so that the sides differ without colour."""
    (x, right), (y, bottom) = across, down
    edge = palette.TRACK if colour == palette.PALE else None
    canvas.box(x, y, right - x, bottom - y, fill=colour, edge=edge, width=0.2)
    if is_low:
        canvas.hatch(x, y, right - x, bottom - y, gap=1.7)
