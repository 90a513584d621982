"""Users week by week as an XmR chart: what is ordinary variation, and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from effektmatt.charts import palette
from effektmatt.charts.axis import Axis, round_ends, ticks
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import WIDTH, Canvas
from effektmatt.charts.fonts import SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.kinds.log_retention import retention_chart
from effektmatt.charts.wrapping import SMALL, shortened
from effektmatt.stats.series import Signal, XmrChart
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording import Words
from effektmatt.wording.kinds.log import weekly_clause, weekly_signs, weeks_table

# The plot in millimetres: names of limits stand to the right, marked days above.
_LEFT, _RIGHT, _HEIGHT, _ROW = 12.0, 140.0, 46.0, 4.2
_MOST_MONTHS = 9
_LONGEST_MARK = 60.0

# A week in several patterns points the way of the first of these.
_STRONGEST_FIRST = ("beyond-limit", "run-one-side", "two-of-three", "trend")


def weekly_users_chart(use: WeeklyUse, frame: Frame) -> Chart | None:
    """Return an XmR chart of users per week; None when there are fewer than two weeks.

    Weeks outside the limits or in a pattern that ordinary variation would hardly give are triangles, pointing the way
    they depart; the sign above says what the last week is, and (with a target) whether a single week will reach it.
    """
    say = frame.say
    table = weeks_table(say.say("chart-table"), use, say)
    if use.xmr is None or table is None:
        return None
    signs = weekly_signs(use, say)
    return frame.chart(
        "weekly-users",
        title=weekly_clause(use, say),
        alt=[
            say.say("chart-weekly-alt", n=len(use.weeks), first=say.date(use.weeks[0].monday)),
            *(f"{text}." for text in signs),
            *(_signal(signal, use, say) for signal in use.xmr.signals),
            *(say.say("chart-weekly-alt-mark", name=mark, day=say.date(day)) for mark, day in use.marks),
        ],
        table=table,
        drawing=XmrDrawing(
            days=[week.monday for week in use.weeks],
            last=use.weeks[-1].monday + timedelta(days=6),
            chart=use.xmr,
            wanted=use.wanted,
            marks=use.marks,
            valued=[week.monday for week in use.most_and_least or ()],
            shapes=[mark for mark in (use.variation, use.assurance) if mark is not None],
            signs=signs,
            say=say,
        ),
    )


KIND = ChartKind(
    details=(DetailCharts(of=WeeklyUse, charts={"weekly": weekly_users_chart, "retention": retention_chart}),)
)


def _signal(signal: Signal, use: WeeklyUse, say: Words) -> str:
    return say.say(
        f"chart-signal-{signal.rule}",
        first=say.date(use.weeks[signal.start].monday),
        last=say.date(use.weeks[signal.end].monday),
        way=say.way("up" if signal.upward else "down", signal, "upward"),
    )


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class XmrDrawing:
    """Numbers in order of time with their limits; the first days of what they are of, and `last` of all.

    Those that are `valued` have their number above them. `shapes` are drawn above, each with its words in `signs`.
    """

    days: Sequence[date]
    last: date
    chart: XmrChart
    say: Words
    wanted: float | None = None
    marks: Sequence[tuple[str, date]] = ()
    valued: Sequence[date] = ()
    shapes: Sequence[str] = ()
    signs: Sequence[str] = ()

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        self._draw_signs(canvas)
        top = self._draw_marks(canvas)
        users = Axis(low=0.0, high=self._highest, start=top + _HEIGHT, end=top)
        self._draw_grid(canvas, users)
        self._draw_limits(canvas, users)
        self._draw_weeks(canvas, users)
        return canvas

    @property
    def _highest(self) -> float:
        chart = self.chart
        return round_ends([0.0, *chart.values.tolist(), *chart.high.tolist(), self.wanted or 0.0], 4, whole=True)[1]

    def _x(self, day: date) -> float:
        """Return where a day lies; a week's point stands at its Monday."""
        start, end = self.days[0], self.days[-1]
        return _LEFT + 3.0 + (day - start).days / max(1, (end - start).days) * (_RIGHT - _LEFT - 6.0)

    def _draw_signs(self, canvas: Canvas) -> None:
        """Draw how the last week varies, and whether the target is reached in a single week, each with its words."""
        x = 0.0
        for mark, text in zip(self.shapes, self.signs, strict=True):
            _sign(canvas, x + 2.4, 2.6, mark)
            canvas.text(x + 6.2, 2.6, text)
            x += 6.2 + text_width(text, SMALL) + 8.0

    def _draw_marks(self, canvas: Canvas) -> float:
        """Draw a dashed line for every marked day, with its name beside it; return the top of the plot."""
        start, end = self.days[0], self.last
        marks = sorted(((day, name) for name, day in self.marks if start <= day <= end), key=lambda one: one[0])
        rows: list[float] = []  # where each row of names is free from
        placed = []
        for day, written in marks:
            name = shortened(written, _LONGEST_MARK, SMALL, SEMIBOLD)  # the alternative text has it whole
            x, width = self._x(day), text_width(name, SMALL, SEMIBOLD)
            left = x + 1.0 if x + 1.0 + width <= WIDTH else x - 1.0 - width
            # the line runs down through the rows below its name
            row = next((place for place in range(len(rows)) if max(rows[place:]) <= min(left, x)), len(rows))
            rows[row : row + 1] = [max(x + 1.0, left + width + 2.0)]
            placed.append((x, left, row, name))
        top = 10.0 + len(rows) * _ROW
        for x, left, row, name in placed:
            y = 8.4 + row * _ROW
            canvas.text(left, y, name, weight=SEMIBOLD)
            canvas.line([(x, y - 1.4), (x, top + _HEIGHT)], colour=palette.MUTED, width=0.25, dashes=(0.9, 0.7))
        return top

    def _draw_grid(self, canvas: Canvas, users: Axis) -> None:
        for value in ticks(users.low, users.high, 4):
            y = users.at(value)
            canvas.line([(_LEFT, y), (_RIGHT, y)], colour=palette.GRID if value else palette.TRACK, width=0.2)
            canvas.text(_LEFT - 2.0, y, self.say.count(value), colour=palette.MUTED, align="right")
        months = [day for day in self.days if day.day <= 7]
        step = -(-len(months) // _MOST_MONTHS) or 1
        for day in months[::step] or [self.days[0]]:
            x = self._x(day)
            canvas.line([(x, users.start), (x, users.start + 1.2)], colour=palette.TRACK, width=0.2)
            canvas.text(x, users.start + 4.0, self.say.month(day), colour=palette.MUTED, align="center")

    def _draw_limits(self, canvas: Canvas, users: Axis) -> None:
        """Draw centre and limits phase by phase, and name those of the last."""
        chart, size = self.chart, len(self.days)
        starts = [0, *chart.rebased_at]
        for start, end in zip(starts, [*chart.rebased_at, size], strict=True):
            left, right = self._x(self.days[start]) - 1.5, self._x(self.days[end - 1]) + 1.5
            low, centre, high = (float(line[start]) for line in (chart.low, chart.centre, chart.high))
            canvas.line([(left, users.at(centre)), (right, users.at(centre))], colour=palette.INK, width=0.35)
            for limit in (low, high):
                if limit > 0:  # there are no fewer users than none
                    ends = [(left, users.at(limit)), (right, users.at(limit))]
                    canvas.line(ends, colour=palette.BLUE, width=0.3, dashes=(2.2, 1.0))
        if self.wanted is not None:
            y = users.at(self.wanted)
            canvas.line([(_LEFT, y), (_RIGHT, y)], colour=palette.BROWN, width=0.5)
        self._draw_names(canvas, users)

    def _draw_names(self, canvas: Canvas, users: Axis) -> None:
        chart, say = self.chart, self.say
        named = [(float(chart.high[-1]), "chart-limit-high"), (float(chart.centre[-1]), "chart-limit-centre")]
        if chart.low[-1] > 0:
            named.append((float(chart.low[-1]), "chart-limit-low"))
        if self.wanted is not None:
            named.append((self.wanted, "chart-limit-wanted"))
        free = 0.0
        for value, code in sorted(named, reverse=True):
            y = max(users.at(value), free)
            free = y + _ROW
            canvas.text(_RIGHT + 2.0, y, say.say(code, value=say.number(value, 1)))

    def _draw_weeks(self, canvas: Canvas, users: Axis) -> None:
        chart = self.chart
        points = [(self._x(day), users.at(float(value))) for day, value in zip(self.days, chart.values, strict=True)]
        canvas.line(points, colour=palette.TRACK, width=0.4)
        weakest_first = sorted(chart.signals, key=lambda one: -_STRONGEST_FIRST.index(one.rule))
        ways = {place: one.upward for one in weakest_first for place in range(one.start, one.end + 1)}
        for place, (x, y) in enumerate(points):
            if place in ways:
                _triangle(canvas, x, y, upward=ways[place])
            else:
                canvas.circle(x, y, 0.75, fill=palette.MUTED)
            if self.days[place] in self.valued:
                text = self.say.count(int(chart.values[place]))
                canvas.text(x, y - 3.0, text, weight=SEMIBOLD, align="center")


def _triangle(canvas: Canvas, x: float, y: float, *, upward: bool) -> None:
    tip = -1.35 if upward else 1.35
    canvas.shape([(x - 1.25, y - tip * 0.6), (x + 1.25, y - tip * 0.6), (x, y + tip)], fill=palette.BLUE)


def _sign(canvas: Canvas, x: float, y: float, mark: str) -> None:
    """Draw a sign: a circle for how the last week varies, a square for whether the target is reached."""
    if mark in ("passes", "fails", "varies"):
        canvas.box(x - 2.0, y - 2.0, 4.0, 4.0, fill=palette.PAPER, edge=palette.BROWN, width=0.4)
    else:
        canvas.circle(x, y, 2.2, fill=palette.PAPER, edge=palette.BLUE, width=0.4)
    lines = {
        "ordinary": [[(-1.3, 0.0), (-0.65, -0.6), (0.0, 0.0), (0.65, 0.6), (1.3, 0.0)]],
        "up": [[(0.0, 1.3), (0.0, -1.2)], [(-0.9, -0.3), (0.0, -1.2), (0.9, -0.3)]],
        "down": [[(0.0, -1.3), (0.0, 1.2)], [(-0.9, 0.3), (0.0, 1.2), (0.9, 0.3)]],
        "passes": [[(-1.0, 0.1), (-0.3, 0.9), (1.1, -0.9)]],
        "fails": [[(-0.9, -0.9), (0.9, 0.9)], [(-0.9, 0.9), (0.9, -0.9)]],
        "varies": [[(-1.2, 0.6), (-0.4, -0.6), (0.4, 0.6), (1.2, -0.6)]],
    }
    for line in lines[mark]:
        canvas.line([(x + right, y + down) for right, down in line], colour=palette.INK, width=0.45)
