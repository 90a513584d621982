"""Competence needs as a heat map with numbers: a row per unit, a column per skill."""

from __future__ import annotations

from collections.abc import Mapping

from effektmatt.charts.base import Chart
from effektmatt.charts.group_rows import capital
from effektmatt.charts.need_drawing import HeatCell, HeatDrawing
from effektmatt.surveys.need import Need, NeedCell, NeedWave
from effektmatt.wording import Words, words
from effektmatt.wording.needs import is_hidden, need_row, need_table, need_text


def need_charts(
    need: Need, *, name: str | None = None, labels: Mapping[str, str] | None = None, language: str = "sv"
) -> list[Chart]:
    """Return one heat map for each wave, the latest first; all in the same colours, so that they can be compared.

    Parameters
    ----------
    need
        What people rate themselves at against what their roles need.
    name
        What the charts' names begin with (default: "need-" and the scale's id).
    labels
        How the column of the units is written.
    language
        "sv" or "en".
    """
    say = words(language)
    unit_label = (labels or {}).get(need.by or "", need.by or say.say("column-group"))
    start = name or f"need-{need.scale}"
    return [
        _chart(need, wave, f"{start}-{place}", unit_label, say)
        for place, wave in reversed(list(enumerate(need.waves, start=1)))
    ]


def need_chart(need: Need, *, name: str | None = None, language: str = "sv") -> Chart:
    """Return the heat map of the latest wave."""
    return need_charts(need, name=name, language=language)[0]


def _chart(need: Need, wave: NeedWave, name: str, unit_label: str, say: Words) -> Chart:
    rows = [
        (
            say.say("need-everybody") if unit is None else unit,
            [
                HeatCell(text=text, value=wave.cell(unit, item).need)
                for (item, _), text in zip(need.items, need_row(unit, need, wave, say), strict=True)
            ],
        )
        for unit in (None, *need.units)
    ]
    title = _title(need, wave, say)
    alt = [say.say("chart-need-alt"), *(_unit_sentence(unit, need, wave, say) for unit in need.units)]
    return Chart(
        name=name,
        title=title,
        alt=" ".join(alt),
        table=need_table(need, wave, unit_label, say),
        language=say.language,
        drawing=HeatDrawing(columns=[label for _, label in need.items], rows=rows, corner=unit_label, say=say).draw,
    )


def _largest(cells: list[NeedCell]) -> NeedCell | None:
    """Return the cell with the largest need above 0 as it is printed, with one decimal."""
    known = [cell for cell in cells if cell.need is not None and round(cell.need, 1) > 0]
    return max(known, key=lambda cell: cell.need or 0.0, default=None)


def _title(need: Need, wave: NeedWave, say: Words) -> str:
    known = [cell for cell in wave.cells if cell.need is not None]
    if not known:
        return say.say("chart-need-title-hidden", wave=capital(wave.wave))
    # where every unit is hidden, or there are none, it is about everybody
    largest = _largest([cell for cell in known if cell.unit is not None] or known)
    if largest is None:
        return say.say("chart-need-title-none", wave=capital(wave.wave))
    return say.say(
        "chart-need-title",
        wave=capital(wave.wave),
        skill=dict(need.items)[largest.item],
        unit=largest.unit or say.say("need-everybody"),
        need=need_text(largest, say),
    )


def _unit_sentence(unit: str, need: Need, wave: NeedWave, say: Words) -> str:
    cells = [wave.cell(unit, item) for item, _ in need.items]
    largest = _largest(cells)
    if largest is not None:
        skill = dict(need.items)[largest.item]
        return say.say("chart-need-alt-row", unit=unit, skill=skill, need=need_text(largest, say))
    if is_hidden(cells):
        return say.say("chart-need-alt-hidden", unit=unit)
    return say.say("chart-need-alt-none", unit=unit)
