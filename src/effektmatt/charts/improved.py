"""Who improved, who stayed and who fell back, by each definition of improved."""

from __future__ import annotations

from collections.abc import Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.improved_drawing import ImprovedDrawing, parts_of
from effektmatt.surveys.who_improved import Improvement
from effektmatt.wording import Words, words
from effektmatt.wording.text_table import TextTable


def improved_chart(
    improvements: Sequence[Improvement],
    *,
    title: str | None = None,
    chosen: str = "any",
    name: str = "improved",
    language: str = "sv",
) -> Chart | None:
    """Return how many improved, are unchanged and fell back, one bar per definition; None when nobody can be shown.

    Parameters
    ----------
    improvements
        The counts by each definition ("any", "step", "reliable").
    title
        What was measured, to begin the chart's title with.
    chosen
        The definition that the plan chose; the title gives its share.
    name
        The chart's name.
    language
        "sv" or "en".
    """
    shown = [one for one in improvements if one.n]
    if not shown:
        return None
    say = words(language)
    first = next((one for one in shown if one.definition == chosen), shown[0])
    heading = say.say(
        "chart-improved-title",
        title=title or "",
        named="yes" if title else "no",
        share=say.percent(first.improved / first.n),
        definition=first.definition,
    )
    sentences = [_sentence(one, say) for one in shown]
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-improved-alt"), *sentences]),
        table=_table(shown, say),
        language=language,
        drawing=ImprovedDrawing(shown=shown, say=say).draw,
    )


def _sentence(one: Improvement, say: Words) -> str:
    shares = {part: say.percent(n / one.n) for part, n in parts_of(one)}
    return say.say(
        "chart-improved-alt-row",
        definition=say.say(f"chart-improved-{one.definition}"),
        ceiling=one.at_ceiling,
        n=one.n,
        **shares,
    )


def _table(shown: Sequence[Improvement], say: Words) -> TextTable:
    rows = []
    for one in shown:
        cells = [
            say.say("chart-share-and-count", share=say.percent(n / one.n), n=say.count(n)) for _, n in parts_of(one)
        ]
        rows.append((say.say(f"chart-improved-{one.definition}"), say.count(one.n), *cells, say.count(one.at_ceiling)))
    columns = ("column-n", "chart-improved", "chart-unchanged", "chart-worse", "chart-at-ceiling")
    return TextTable(
        caption=say.say("chart-table"),
        header=(say.say("column-definition"), *(say.say(column) for column in columns)),
        rows=tuple(rows),
        numeric=(False, *[True] * len(columns)),
    )
