"""Activities planned and held, one row per kind."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.part_bars_drawing import PartBar, PartBarsDrawing
from effektmatt.charts.wave_names import how_many
from effektmatt.usage.activities import ActivityCount, HeldActivities
from effektmatt.wording import Words, words
from effektmatt.wording.usage_tables import held_table


def planned_held_chart(held: HeldActivities, *, name: str = "planned-held", language: str = "sv") -> Chart | None:
    """Return how many activities of each kind were planned and held; None when there are none.

    Parameters
    ----------
    held
        What was held.
    name
        The chart's name.
    language
        "sv" or "en".
    """
    if not any(one.expected or one.held for one in held.shown):
        return None
    say = words(language)
    reached = sum(one.held >= one.expected for one in held.shown)
    first = held.shown[0]
    title = say.say(
        "chart-held-title",
        n=reached,
        total=len(held.shown),
        how=how_many(reached, len(held.shown)),
        kind=first.kind,
        held=first.held,
        expected=first.expected,
    )
    rows = [
        PartBar(label=one.kind, whole=float(one.expected), part=float(one.held), text=_text(one, say))
        for one in held.shown
    ]
    sentences = [say.say("chart-groups-alt-row", label=row.label, value=row.text) for row in rows]
    return Chart(
        name=name,
        title=title,
        alt=" ".join([say.say("chart-held-alt"), *sentences]),
        table=held_table(held, say),
        language=language,
        drawing=PartBarsDrawing(rows=rows, whole=say.say("column-expected"), part=say.say("column-held")).draw,
    )


def _text(one: ActivityCount, say: Words) -> str:
    return say.say("chart-held-of", held=one.held, expected=one.expected, late=one.late)
