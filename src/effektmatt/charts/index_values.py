"""Published values wave by wave, one line per unit with its name at the end."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.index_drawing import IndexDrawing
from effektmatt.goals import Target
from effektmatt.usage.index import IndexChange, UnitSeries
from effektmatt.wording import MISSING, Words, words
from effektmatt.wording.usage_found import index_moves, with_unit
from effektmatt.wording.usage_tables import index_table


def index_chart(
    index: IndexChange,
    target: Target | None = None,
    *,
    title: str | None = None,
    name: str = "index",
    language: str = "sv",
) -> Chart | None:
    """Return the published values of every unit; None when no unit has two values.

    Parameters
    ----------
    index
        The values.
    target
        Drawn across the chart; the target of the value itself, not of its change.
    title
        What was measured (default: the index's name).
    name
        The chart's name.
    language
        "sv" or "en".
    """
    units = [unit for unit in index.units if len(unit.known) > 1]
    if not units:
        return None
    say = words(language)
    sentences = [say.say("chart-index-alt", n=len(units)), *(_sentence(unit, index, say) for unit in units)]
    if target is not None and target.amount is not None:
        sentences.append(say.say("chart-index-alt-target", target=with_unit(target.amount, index, say)))
    return Chart(
        name=name,
        title=_title(title or index.index or say.say("table-index"), index, units, say),
        alt=" ".join(sentences),
        table=index_table(index, say),
        language=language,
        drawing=IndexDrawing(index=index, units=units, target=target, say=say).draw,
    )


def _title(label: str, index: IndexChange, units: list[UnitSeries], say: Words) -> str:
    """Say what one unit came from and to, or how many of several rose and fell."""
    if len(units) == 1:
        first, last = units[0].known[0].value, units[0].known[-1].value
        way, first_written = "same" if first == last else "moved", say.number(first)
        last_written = with_unit(last, index, say)
        return say.say("chart-index-title-one", title=label, way=way, first=first_written, last=last_written)
    return say.say("chart-index-title", title=label, moves=index_moves(units, say))


def _sentence(unit: UnitSeries, index: IndexChange, say: Words) -> str:
    by_wave = {one.wave: one for one in unit.values}
    parts = []
    for wave in index.waves:
        value = by_wave.get(wave)
        if value is None or (value.value is None and value.sign is None):
            number = MISSING
        else:
            number = say.say(f"sign-{value.sign}") if value.value is None else say.number(value.value)
        parts.append(f"{number} ({wave})")
    return say.say(
        "chart-groups-alt-row", label=unit.unit or index.index or say.say("table-index"), value=say.joined(parts)
    )
