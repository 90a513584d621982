"""The mean change of those who took part in less and in more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from effektmatt.charts.base import Chart
from effektmatt.charts.frame import Frame
from effektmatt.charts.group_rows import Row, estimate_columns
from effektmatt.charts.groups_drawing import GroupsDrawing
from effektmatt.charts.phrases import row_sentence
from effektmatt.surveys.change import SurveyChange
from effektmatt.wording.text_table import Column, TextTable


def dose_chart(change: SurveyChange, frame: Frame) -> Chart | None:
    """Return the mean change at each dose with its interval, everybody first; None when fewer than two are shown."""
    if change.dose is None:
        return None
    say, called = frame.say, change.dose.label
    doses = [Row(label=say.number(one.dose), estimate=one.change, by=called) for one in change.dose.levels]
    known = [(row.label, row.estimate) for row in doses if row.estimate is not None and row.estimate.value is not None]
    if len(known) < 2:
        return None
    everybody = Row(label=say.say("table-everybody"), estimate=change.mean.difference)
    (least, low), (most, high) = known[0], known[-1]
    ends = {"least": least, "low": say.value(low), "most": most, "high": say.value(high)}
    labels = [say.say("chart-dose-label", dose=row.label) for row in doses]
    sentences = (row_sentence(label, row.estimate, say) for label, row in zip(labels, doses, strict=True))
    return frame.chart(
        "dose",
        title=say.say("chart-dose-title", title=frame.title or change.label, column=called, **ends),
        alt=[say.say("chart-dose-alt", column=called), *sentences],
        table=_table(called, [everybody, *doses], frame),
        drawing=GroupsDrawing(rows=[everybody, Row(label=called, by=called, heading=True), *doses], say=say),
    )


def _table(called: str, rows: Sequence[Row], frame: Frame) -> TextTable:
    number, value, interval = estimate_columns(frame.say)
    return frame.table(
        rows,
        Column("dose", lambda row: row.label, name=called),
        number,
        replace(value, code="mean-change"),
        interval,
        hidden=any(row.is_hidden for row in rows),
    )
