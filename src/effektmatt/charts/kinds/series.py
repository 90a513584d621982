"""A series with the limits of its baseline, drawn as users week by week are."""

from __future__ import annotations

from datetime import timedelta

from effektmatt.charts.base import Chart
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.kinds.log import XmrDrawing
from effektmatt.core import Role
from effektmatt.usage.series import PeriodSeries
from effektmatt.wording.kinds.series import period_text, series_clause, series_table


def series_chart(detail: PeriodSeries, frame: Frame) -> Chart | None:
    """Return the numbers with centre and limits of the baseline; those beyond a limit are triangles."""
    say, chart = frame.say, detail.chart
    label = frame.title or say.say("series-values")
    table, title = series_table(detail, say, say.say("chart-table")), series_clause(detail, say, label)
    if chart is None or table is None or title is None:
        return None
    wanted = frame.target.amount if frame.target is not None and frame.judges is Role.LEVEL else None
    beyond = (
        say.say(
            "chart-series-beyond",
            period=period_text(detail.periods[signal.start], say),
            way=say.way("up" if signal.upward else "down", signal, "upward"),
        )
        for signal in chart.signals
    )
    return frame.chart(
        "series",
        title=title,
        alt=[say.say("chart-series-alt", n=len(detail.periods)), *beyond],
        table=table,
        drawing=XmrDrawing(
            days=[period.first for period in detail.periods],
            last=detail.periods[-1].first + timedelta(days=6),
            chart=chart,
            wanted=wanted,
            say=say,
        ),
    )


KIND = ChartKind(details=(DetailCharts(of=PeriodSeries, charts={"series": series_chart}, titled=True),))
