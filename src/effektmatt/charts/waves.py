"""One measure in every wave, where there are more than two."""

from __future__ import annotations

from collections.abc import Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.waves_drawing import WavePoint, WavesDrawing
from effektmatt.core import Estimate
from effektmatt.wording import Words, words
from effektmatt.wording.text_table import TextTable


def waves_chart(
    over_time: Sequence[tuple[str, Estimate]],
    *,
    title: str,
    linked: bool = False,
    name: str = "waves",
    language: str = "sv",
) -> Chart | None:
    """Return a measure in each of several waves, side by side; None for fewer than three, or when all are hidden.

    Parameters
    ----------
    over_time
        What the wave is called and the estimate, in the order of the waves.
    title
        What is measured.
    linked
        Whether people are linked from wave to wave elsewhere: it is then told that here also those count who answered
        once.
    name
        The chart's name.
    language
        "sv" or "en".
    """
    known = [estimate for _, estimate in over_time if estimate.value is not None]
    if len(over_time) < 3 or not known:
        return None
    say = words(language)
    points = [WavePoint(label=wave, estimate=estimate) for wave, estimate in over_time]
    first, last = known[0], known[-1]
    heading = say.say("chart-waves-title", title=title, first=say.value(first), last=say.value(last))
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-waves-alt"), *(_sentence(point, say) for point in points)]),
        table=_table(points, say, linked=linked),
        language=language,
        drawing=WavesDrawing(points=points, say=say, everybody=linked).draw,
    )


def _sentence(point: WavePoint, say: Words) -> str:
    if point.estimate.value is None:
        return say.say("chart-groups-alt-hidden", label=point.label)
    interval = say.interval(point.estimate)
    value = say.value(point.estimate)
    return say.say("chart-groups-alt-row", label=point.label, value=f"{value} ({interval})" if interval else value)


def _table(points: Sequence[WavePoint], say: Words, *, linked: bool) -> TextTable:
    return TextTable(
        caption=say.say("chart-table"),
        header=tuple(say.say(f"column-{column}") for column in ("wave", "answered", "value", "interval")),
        rows=tuple(
            (
                point.label,
                say.count(point.estimate.n) if point.estimate.value is not None else say.percent(None),
                say.value(point.estimate),
                say.interval(point.estimate),
            )
            for point in points
        ),
        numeric=(False, True, True, True),
        note=say.say("chart-everybody") if linked else None,
    )
