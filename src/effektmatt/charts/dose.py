"""The mean change of those who took part in less and in more."""

from __future__ import annotations

from collections.abc import Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.group_rows import Row
from effektmatt.charts.groups_drawing import GroupsDrawing
from effektmatt.surveys.change import SurveyChange
from effektmatt.wording import HIDDEN, Words, words
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import TextTable


def dose_chart(
    change: SurveyChange,
    *,
    title: str | None = None,
    name: str = "dose",
    language: str = "sv",
) -> Chart | None:
    """Return the mean change at each dose with its interval, everybody first; None when fewer than two are shown.

    Parameters
    ----------
    change
        A change with `dose`.
    title
        What was measured, to begin the chart's title with (default: the scale's label).
    name
        The chart's name.
    language
        "sv" or "en".
    """
    if change.dose is None:
        return None
    say, called = words(language), change.dose.label
    doses = [Row(label=say.number(one.dose), estimate=one.change, by=called) for one in change.dose.levels]
    known = [row for row in doses if row.estimate is not None and row.estimate.value is not None]
    if len(known) < 2:
        return None
    everybody = Row(label=say.say("table-everybody"), estimate=change.mean.difference)
    low, high = (
        say.say("chart-dose-at", value=_value(row, say), column=decapitalised(called), dose=row.label)
        for row in (known[0], known[-1])
    )
    heading = say.say("chart-dose-title", title=title or change.label, low=low, high=high)
    sentences = (_sentence(row, called, say) for row in doses)
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-dose-alt", column=called), *sentences]),
        table=_table(called, [everybody, *doses], say),
        language=language,
        drawing=GroupsDrawing(rows=[everybody, Row(label=called, by=called, heading=True), *doses], say=say).draw,
    )


def _value(row: Row, say: Words) -> str:
    return HIDDEN if row.estimate is None else say.value(row.estimate)


def _sentence(row: Row, called: str, say: Words) -> str:
    label = say.say("chart-dose-label", column=called, dose=row.label)
    if row.estimate is None:
        return say.say("chart-groups-alt-hidden", label=label)
    interval = say.interval(row.estimate)
    value = _value(row, say)
    return say.say("chart-groups-alt-row", label=label, value=f"{value} ({interval})" if interval else value)


def _table(called: str, rows: Sequence[Row], say: Words) -> TextTable:
    return TextTable(
        caption=say.say("chart-table"),
        header=(called, *(say.say(f"column-{column}") for column in ("n", "mean-change", "interval"))),
        rows=tuple(
            (
                row.label,
                row.number(say),
                _value(row, say),
                HIDDEN if row.estimate is None else say.interval(row.estimate),
            )
            for row in rows
        ),
        numeric=(False, True, True, True),
        note=say.say("chart-hidden") if any(row.is_hidden for row in rows) else None,
    )
