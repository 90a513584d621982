"""Who came back: cohorts as rows, periods after the first use as columns, the share in every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from effektmatt.charts import palette
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import WIDTH, Canvas
from effektmatt.charts.claims import rows_shown
from effektmatt.charts.fonts import text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.wrapping import SMALL
from effektmatt.usage.cohorts import Cohort
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording import HIDDEN, Words
from effektmatt.wording.text_table import Column, TextTable

#: So many periods fit on the width of a page; the table has them all.
MOST_PERIODS = 13

# Millimetres: where the number of people stands (flush right), where cells begin, the height of a cell.
_N, _START, _CELL = 44.0, 48.0, 4.8


def retention_chart(use: WeeklyUse, frame: Frame) -> Chart | None:
    """Return how large a share of each cohort was active later; None when no cohort can be shown.

    A cohort are those who began in the same period; the earliest is the first.
    """
    cohorts = use.cohorts
    shown = [cohort for cohort in cohorts if len(cohort.active) > 1]
    if not shown:
        return None
    say, weeks = frame.say, cohorts[0].weeks
    people = sum(cohort.size or 0 for cohort in shown)
    next_period = sum(cohort.active[1] for cohort in shown)
    return frame.chart(
        "retention",
        title=say.say(
            "chart-retention-title",
            share=say.percent(next_period / people, 0),
            weeks=weeks,
            shown=rows_shown(sum(cohort.is_hidden for cohort in cohorts), say),
        ),
        alt=[say.say("chart-retention-alt"), *(_sentence(cohort, say) for cohort in shown)],
        table=_table(cohorts, frame),
        drawing=RetentionDrawing(cohorts=cohorts, say=say),
    )


def _sentence(cohort: Cohort, say: Words) -> str:
    return say.say(
        "chart-retention-alt-row",
        first=say.date(cohort.first),
        n=cohort.size or 0,
        share=say.percent(cohort.shares[1], 0),
        last=say.percent(cohort.shares[-1], 0),
        weeks=(len(cohort.active) - 1) * cohort.weeks,
        span=cohort.weeks,
    )


def _periods(n: int, weeks: int, say: Words) -> list[str]:
    """Return the heads of so many periods: "4 veckor", "8 veckor"."""
    return [say.say("chart-retention-weeks", n=k * weeks) for k in range(1, n + 1)]


def _number(cohort: Cohort, say: Words) -> str:
    return HIDDEN if cohort.size is None else say.count(cohort.size)


def _table(cohorts: Sequence[Cohort], frame: Frame) -> TextTable:
    say, weeks = frame.say, cohorts[0].weeks
    periods = _periods(max(len(cohort.active) for cohort in cohorts) - 1, weeks, say)
    return frame.table(
        cohorts,
        Column("began", lambda cohort: say.date(cohort.first)),
        Column("people", lambda cohort: _number(cohort, say)),
        *(Column(head, partial(_share, say, k), name=head) for k, head in enumerate(periods, start=1)),
        notes=[say.say("chart-retention-note", weeks=weeks)],
    )


def _share(say: Words, k: int, cohort: Cohort) -> str:
    if k >= len(cohort.shares):
        return HIDDEN if cohort.is_hidden else ""
    return say.percent(cohort.shares[k], 0)


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionDrawing:
    """The cohorts in the order of time."""

    cohorts: Sequence[Cohort]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas, say = Canvas(), self.say
        weeks, columns = self.cohorts[0].weeks, self._columns
        canvas.text(0, 6.0, say.say("column-began"), colour=palette.MUTED)
        canvas.text(_N, 6.0, say.say("column-people"), colour=palette.MUTED, align="right")
        canvas.text(_START, 2.0, say.say("chart-retention-columns"), colour=palette.MUTED)
        heads = _periods(columns, weeks, say)
        if max(text_width(head, SMALL) for head in heads) > self._width - 0.6:
            heads = [say.count(k * weeks) for k in range(1, columns + 1)]  # the line above says what is counted
        for k, head in enumerate(heads):
            canvas.text(_START + (k + 0.5) * self._width, 6.0, head, colour=palette.MUTED, align="center")
        y = 9.0
        for cohort in self.cohorts:
            self._draw_row(canvas, y, cohort)
            y += _CELL
        canvas.note(y + 3.0, say.say("chart-retention-note", weeks=weeks))
        return canvas

    @property
    def _columns(self) -> int:
        return min(MOST_PERIODS, max(len(cohort.active) for cohort in self.cohorts) - 1)

    @property
    def _width(self) -> float:
        return min(14.0, (WIDTH - _START) / max(1, self._columns))

    def _draw_row(self, canvas: Canvas, top: float, cohort: Cohort) -> None:
        middle, say = top + _CELL / 2, self.say
        canvas.text(0, middle, say.date(cohort.first))
        canvas.text(_N, middle, _number(cohort, say), align="right")
        if cohort.is_hidden:
            canvas.text(_START + self._width / 2, middle, HIDDEN, colour=palette.MUTED, align="center")
        for k, share in enumerate(cohort.shares[1 : self._columns + 1]):
            x, fill = _START + k * self._width, palette.shade(share)
            canvas.box(x, top, self._width, _CELL, fill=fill, edge=palette.PAPER, width=0.4)
            text = say.percent(share, 0)
            canvas.text(x + self._width / 2, middle, text, colour=palette.text_on(fill), align="center")
