"""Goals against their targets: one row each, on a scale of its own."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from effektmatt.charts import marks, palette
from effektmatt.charts.axis import Axis, axis_number, decimals, extent
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import NORMAL, WIDTH, Canvas, line_height
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.phrases import with_interval
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.core import Estimate
from effektmatt.findings import Findings, GoalFinding
from effektmatt.goals import Fulfilment, Target, Verdict
from effektmatt.wording import Words, words
from effektmatt.wording.certainty import deciding_sentence
from effektmatt.wording.goal_cards import value_and_interval
from effektmatt.wording.goal_sentences import all_alike
from effektmatt.wording.kind import measure_words, told_of
from effektmatt.wording.targets import capitalised, target_text
from effektmatt.wording.text_table import Column, TextTable

#: How many millimetres of rows a page holds, with the heading, the chart's title and its key.
_PAGE = 222.0

# Columns in millimetres: the goal, its scale, the middle of the verdict's sign, and the verdict's words.
_LABEL, _START, _END, _SIGN, _VERDICT = 50.0, 56.0, 122.0, 128.5, 133.0
_HALF = 3.0  # from the middle of a scale to the ends of the target's tick


def goals_chart(findings: Findings, language: str | Words | None = None, *, name: str = "goals") -> Chart | None:
    """Return the goals against their targets, in the findings' language if no other; None when there is no goal.

    Each row has its own scale, since goals have different units: shares lie on 0 to 100 %, everything else on round
    numbers that enclose nought, the result with its uncertainty, and the target. The shaded ground is where the
    target is met.
    """
    if not findings.goals:
        return None
    frame = Frame(say=words(language or findings.language), name=name, labels=findings.labels)
    rows = [row for goal in _shown(findings) for row in _rows(goal, frame)]
    return _chart(rows, frame, _overview(findings, frame))


def _shown(findings: Findings) -> Sequence[GoalFinding]:
    """Return the goals that have a target, so that there is something to hold them against; all, where none has."""
    with_target = [goal for goal in findings.goals if goal.fulfilment.verdict is not Verdict.NO_TARGET]
    return with_target or findings.goals


def _overview(findings: Findings, frame: Frame) -> str:
    """Return how many of all goals and points have which verdict."""
    return _title([row for goal in findings.goals for row in _rows(goal, frame) if not row.is_part], frame.say)


def goals_charts(findings: Findings, language: str | Words | None = None) -> tuple[Chart, ...]:
    """Return all goals against their targets as charts that each fit on a page; parts stay with their goal."""
    whole = goals_chart(findings, language)
    if whole is None:
        return ()
    frame = Frame(say=words(language or findings.language), name="goals", labels=findings.labels)
    goals = [_rows(goal, frame) for goal in _shown(findings)]
    heights = [sum(map(GoalsDrawing(rows=rows, say=frame.say).height, rows)) for rows in goals]
    pages = _pages(goals, heights, _PAGE)
    if len(pages) == 1:
        return (whole,)
    # no more pages, but as even as they can be: two rows alone on the last look forgotten
    shortest = int(sum(heights) / len(pages))
    evener = (_pages(goals, heights, limit) for limit in range(shortest, int(_PAGE) + 1, 5))
    pages = next((made for made in evener if len(made) == len(pages)), pages)
    later = (frame.say.say("chart-goals-more", page=page, pages=len(pages)) for page in range(2, len(pages) + 1))
    titles = zip([whole.title, *later], pages, strict=True)
    return tuple(_chart(rows, frame.of(str(place)), title) for place, (title, rows) in enumerate(titles, start=1))


def _pages(goals: Sequence[list[GoalRow]], heights: Sequence[float], most: float) -> list[list[GoalRow]]:
    """Divide goals into pages of at most so many millimetres; the rows of one goal stay together."""
    pages: list[list[GoalRow]] = [[]]
    used = 0.0
    for rows, height in zip(goals, heights, strict=True):
        if pages[-1] and used + height > most:
            pages.append([])
            used = 0.0
        pages[-1] += rows
        used += height
    return pages


def goal_chart(goal: GoalFinding, frame: Frame) -> Chart:
    """Return one goal (and its parts) against its target."""
    rows = _rows(goal, frame)
    return _chart(rows, replace(frame, name=frame.name or f"{goal.id}-goal"), _title(rows[:1], frame.say))


def fulfilment_chart(fulfilment: Fulfilment, frame: Frame) -> Chart:
    """Return one verdict as a chart; the frame's title names the goal (default: what was measured)."""
    say = frame.say
    named = frame.title or capitalised(say.measure(fulfilment.estimate.measure))
    target = target_text(fulfilment.target, fulfilment.estimate.unit, say, frame.labels)
    row = GoalRow(title=named, fulfilment=fulfilment, target=target)
    return _chart([row], frame, _title([row], say))


def _rows(goal: GoalFinding, frame: Frame) -> list[GoalRow]:
    def row(one: GoalFinding, *, is_part: bool = False, is_whole: bool = False) -> GoalRow:
        unit, counted = one.fulfilment.estimate.unit, one.measure.measured_in
        target = target_text(one.fulfilment.target, unit, frame.say, frame.labels, measured_in=counted)
        return GoalRow(
            title=one.title,
            fulfilment=one.fulfilment,
            target=target,
            short=None if is_whole else measure_words(one).short(told_of(one, frame.say, frame.labels)),
            is_part=is_part,
            is_whole=is_whole,
        )

    if not goal.parts:
        return [row(goal)]
    return [row(goal, is_whole=True), *(row(part, is_part=True) for part in goal.parts)]


# ---- words ------------------------------------------------------------------------------------------------------


def _chart(rows: Sequence[GoalRow], frame: Frame, title: str) -> Chart:
    say = frame.say
    return frame.chart(
        "verdict",
        title=title,
        alt=[say.say("chart-goals-alt"), *(_sentence(row, say) for row in rows)],
        table=_table(rows, frame),
        drawing=GoalsDrawing(rows=rows, say=say),
    )


def _title(rows: Sequence[GoalRow], say: Words) -> str:
    if len(rows) == 1:
        verdict = say.verdict(rows[0].fulfilment.verdict)
        return say.say("chart-goal-title", title=rows[0].title, verdict=verdict[:1].lower() + verdict[1:])
    verdicts: list[Verdict] = [
        row.fulfilment.verdict for row in rows if row.fulfilment.verdict is not Verdict.NO_TARGET
    ]
    described = len(rows) - len(verdicts)
    if not described and (alike := all_alike(verdicts, say, described=False)) is not None:
        return alike
    parts = [
        say.say(f"chart-goals-{verdict}", n=n, number=say.say("number-word", n=n))
        for verdict in Verdict
        if (n := verdicts.count(verdict))
    ]
    number = say.say("number-word", n=len(verdicts) or len(rows))
    return say.say(
        "chart-goals-title",
        total=say.say("number-word", n=len(rows)),
        judged=len(verdicts),
        described=described,
        number=capitalised(number) if described else number,
        parts=say.joined(parts),
    )


def _sentence(row: GoalRow, say: Words) -> str:
    verdict = say.verdict(row.fulfilment.verdict)
    if row.is_whole:
        return say.say("chart-goals-alt-whole", title=row.title, verdict=verdict)
    if row.fulfilment.target is None:
        return say.say("chart-goals-alt-none", title=row.title, value=row.value(say), verdict=verdict)
    given = {"title": row.title, "value": row.value(say), "target": row.target, "verdict": verdict}
    possible = _possible(row.estimate, say)
    told = say.say("chart-goals-alt-row", **given, possible=possible, open="yes" if possible else "no")
    decided = deciding_sentence(row.fulfilment, say)
    return told if decided is None else f"{told} {decided}"


def _table(rows: Sequence[GoalRow], frame: Frame) -> TextTable:
    """Return a row for every goal and part; a goal of several parts has only a verdict."""
    say = frame.say
    return frame.table(
        rows,
        Column("goal", lambda row: row.title),
        Column("target", lambda row: "" if row.is_whole else row.target, numeric=False),
        Column("value", lambda row: "" if row.is_whole else row.numbers(say)[0]),
        Column("interval", lambda row: "" if row.is_whole else row.numbers(say)[1]),
        Column("possible", lambda row: "" if row.is_whole else _possible(row.estimate, say)),
        Column("verdict", lambda row: say.verdict(row.fulfilment.verdict), numeric=False),
    )


def _possible(shown: Estimate, say: Words) -> str:
    return "" if shown.possible is None else say.span(shown.possible.low, shown.possible.high, shown.unit)


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One row: a goal, a part of one, or a goal whose parts follow, each with its own scale (`is_whole`).

    `short` is what was found where the number that is judged is that of one unit.
    """

    title: str
    fulfilment: Fulfilment
    target: str
    short: str | None = None
    is_part: bool = False
    is_whole: bool = False

    @property
    def estimate(self) -> Estimate:
        """What was held against the target."""
        return self.fulfilment.estimate

    def numbers(self, say: Words) -> tuple[str, str]:
        """Return value and interval, with decimals enough not to look like a target that they do not equal."""
        return value_and_interval(self.fulfilment, self.short, say)

    def value(self, say: Words) -> str:
        """Return the value with its interval."""
        return with_interval(*self.numbers(say))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsDrawing:
    """Goals from top to bottom."""

    rows: Sequence[GoalRow]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        for x, column in ((0.0, "goal"), (_START, "result-against-target"), (_SIGN - 2.1, "verdict")):
            canvas.text(x, 2.0, self.say.say(f"column-{column}"), colour=palette.MUTED)
        y = 5.2
        for row in self.rows:
            if not row.is_part:
                canvas.line([(0, y), (WIDTH, y)], colour=palette.RULE, width=0.2)
            y = self._draw_row(canvas, y, row)
        canvas.line([(0, y), (WIDTH, y)], colour=palette.RULE, width=0.2)
        self._draw_key(canvas, y + 4.5)
        return canvas

    def height(self, row: GoalRow) -> float:
        """Return how many millimetres a row needs."""
        title, target, verdict, value = self._texts(row)
        left, right = (
            len(large) * line_height(NORMAL) + len(small) * line_height(SMALL)
            for large, small in ((title, target), (verdict, value))
        )
        return max(left, right) + 2.4 if row.is_whole else max(left, right, 8.0) + 3.6

    def _texts(self, row: GoalRow) -> tuple[list[str], list[str], list[str], list[str]]:
        """Return title, target, verdict and value of a row, in lines."""
        indent, weight = _look(row)
        return (
            wrap(row.title, _LABEL - indent, NORMAL, weight),
            # without a target the verdict says so
            [] if row.is_whole or row.fulfilment.target is None else wrap(row.target, _LABEL - indent),
            wrap(self.say.verdict(row.fulfilment.verdict), WIDTH - _VERDICT, NORMAL, SEMIBOLD),
            [] if row.is_whole else self._value_lines(row),
        )

    def _draw_row(self, canvas: Canvas, top: float, row: GoalRow) -> float:
        """Draw a row from `top` downwards; return where the next begins."""
        indent, weight = _look(row)
        title, target, verdict, value = self._texts(row)
        height = self.height(row)
        first = top + 2.2 + line_height(NORMAL) / 2
        below = canvas.lines(indent, first, title, size=NORMAL, weight=weight)
        canvas.lines(indent, below, target, colour=palette.MUTED)
        marks.badge(canvas, _SIGN, first, row.fulfilment.verdict)
        below = canvas.lines(_VERDICT, first, verdict, size=NORMAL, weight=SEMIBOLD)
        canvas.lines(_VERDICT, below, value, colour=palette.MUTED)
        if not row.is_whole:
            self._draw_scale(canvas, top + height / 2, row)
        return top + height

    def _value_lines(self, row: GoalRow) -> list[str]:
        """Return the value and its interval, on one line if there is room."""
        width, together = WIDTH - _VERDICT, row.value(self.say)
        if text_width(together, SMALL) <= width:
            return [together]
        value, interval = row.numbers(self.say)
        return [*wrap(value, width), *(wrap(f"({interval})", width) if interval else [])]

    def _draw_scale(self, canvas: Canvas, middle: float, row: GoalRow) -> None:
        shown, target = row.estimate, row.fulfilment.target
        if shown.value is None:
            lines = wrap(self.say.say("chart-no-value"), _END - _START)
            canvas.lines(_START, middle, lines, colour=palette.MUTED)
            return
        low, high = extent([shown], target)
        axis, y = Axis(low=low, high=high, start=_START, end=_END), middle - 1.4
        if target is not None:
            marks.zone(canvas, axis, y - _HALF, y + _HALF, target)
        canvas.line([(_START, y), (_END, y)], colour=palette.TRACK, width=0.2)
        if low < 0 < high:
            canvas.line([(axis.at(0), y - 1.6), (axis.at(0), y + 1.6)], colour=palette.TRACK, width=0.2)
        if target is not None:
            marks.target_tick(canvas, axis, y - _HALF, y + _HALF, target)
        marks.estimate(canvas, axis, y, shown)
        self._draw_numbers(canvas, axis, y + 5.0, row)

    def _draw_numbers(self, canvas: Canvas, axis: Axis, y: float, row: GoalRow) -> None:
        """Write the target under its tick and, where there is room, the ends of the scale and nought."""
        unit, target = row.estimate.unit, row.fulfilment.target
        wanted = [
            (axis.high, self.say.amount(axis.high, unit, decimals(axis.high, unit)), REGULAR),
            *((value, axis_number(value, unit, self.say), REGULAR) for value in (axis.low, 0.0) if axis.holds(value)),
        ]
        shown = None if target is None else _number_of(target)
        if shown is not None and axis.holds(shown):
            wanted.insert(0, (shown, axis_number(shown, unit, self.say), SEMIBOLD))
        taken: list[tuple[float, float]] = []
        for value, text, weight in wanted:
            half = text_width(text, SMALL, weight) / 2
            middle = min(max(axis.at(value), axis.start + half), axis.end - half)
            if all(middle + half + 2 < start or middle - half - 2 > end for start, end in taken):
                colour = palette.MUTED if weight == REGULAR else palette.INK
                canvas.text(middle, y, text, weight=weight, colour=colour, align="center")
                taken.append((middle - half, middle + half))

    # ---- the key ------------------------------------------------------------------------------------------------

    def _draw_key(self, canvas: Canvas, y: float) -> None:
        """Explain the marks that occur, in as many lines as that takes."""
        x = 0.0
        for width, meaning, mark in self._marks():
            if x > 0 and x + width + text_width(meaning, SMALL) > WIDTH:
                x, y = 0.0, y + 4.6
            mark(canvas, x, y)
            x = canvas.key(x + width, y, meaning) + 5.0

    def _marks(self) -> Iterator[tuple[float, str, Callable[[Canvas, float, float], None]]]:
        """Yield how wide each mark that occurs is, what it means, and what draws it."""
        shown = [row.estimate for row in self.rows if not row.is_whole and row.estimate.value is not None]
        if shown:
            yield 3.4, self.say.say("chart-key-value"), lambda canvas, x, y: marks.point(canvas, x + 1.1, y)
        levels = [one.interval.level for one in shown if one.interval is not None]
        if levels:
            yield 8.2, self.say.say("chart-key-interval", level=self.say.percent(levels[0], None)), _interval_mark
        if any(one.possible is not None for one in shown):
            yield (
                8.2,
                self.say.say("chart-key-possible"),
                lambda canvas, x, y: marks.possible(canvas, x, x + 7, y),
            )
        if any(row.fulfilment.target is not None for row in self.rows):
            yield 7.2, self.say.say("chart-key-target"), _target_mark


def _interval_mark(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x, y), (x + 7, y)], colour=palette.SKY, width=marks.BROAD)


def _target_mark(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x, y - 1.8, 6, 3.6, fill=palette.ZONE)
    canvas.line([(x, y - 1.8), (x, y + 1.8)], colour=palette.INK, width=0.5)


def _look(row: GoalRow) -> tuple[float, int]:
    """Return how far in a row's title stands, and how bold it is."""
    return (4.0, REGULAR) if row.is_part else (0.0, SEMIBOLD)


def _number_of(target: Target) -> float | None:
    """Return the number to write under the target: the one it names, where its tick or its middle stands."""
    if target.about is not None:
        return target.about
    if target.amount is None:
        return None
    return next((end for end in target.region if math.isfinite(end)), None)
