"""What visits found: area by area, unit by unit, and how far those who judged the same agree."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.group_rows import Row
from effektmatt.charts.groups_drawing import GroupsDrawing
from effektmatt.charts.visits_drawing import Cell, UnitsDrawing
from effektmatt.charts.wave_names import WaveNames, how_many, wave_names
from effektmatt.visits.agreement import VisitAgreement
from effektmatt.visits.change import UnitChange, VisitChange
from effektmatt.wording import HIDDEN, MISSING, Words, words
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import TextTable
from effektmatt.wording.visits import agreement_table, parts_table

#: More units than these fill pages where nobody finds anything; the table has them all.
MOST_UNITS = 60


def visit_parts_chart(
    change: VisitChange,
    *,
    title: str | None = None,
    wave_labels: tuple[str, str] | None = None,
    name: str = "visit-parts",
    language: str = "sv",
) -> Chart | None:
    """Return the score of everything and of every area (or item, where there are no areas) before and after.

    None where there is nothing before or nothing after.

    Parameters
    ----------
    change
        What visits found.
    title
        What was measured, to begin the chart's title with (default: the checklist's label).
    wave_labels
        What the two waves are called (default: before and after).
    name
        The chart's name.
    language
        "sv" or "en".
    """
    say = words(language)
    kinds = change.areas or change.items
    parts = [part for part in kinds if part.change.difference.value is not None]
    if not parts or change.overall.change.difference.value is None:
        return None
    rows = [Row(label=say.say("chart-visit-all"), change=change.overall.change)]
    rows.append(Row(label=say.say(f"column-visit-{kinds[0].kind}"), by="part", heading=True))
    rows += [Row(label=part.label, change=part.change, by="part") for part in parts]
    up = sum((part.change.difference.value or 0.0) > 0 for part in parts)
    down = sum((part.change.difference.value or 0.0) < 0 for part in parts)
    code = "chart-visit-parts-title" if up >= down else "chart-visit-parts-title-down"
    names = wave_names(wave_labels, say)
    heading = say.say(
        code,
        label=title or change.label,
        how=how_many(max(up, down), len(parts)),
        n=max(up, down),
        total=len(parts),
        kind=kinds[0].kind,
        **names.given,
    )
    sentences = [
        say.say(
            "chart-groups-alt-change",
            label=row.label,
            before=say.value(row.change.before),
            after=say.value(row.change.after),
            difference=say.value(row.change.difference),
            **names.given,
        )
        for row in rows
        if row.change is not None
    ]
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-visit-parts-alt", **names.given), *sentences]),
        table=parts_table(change, say, (names.before, names.after)),
        language=language,
        drawing=GroupsDrawing(rows=rows, say=say, names=(names.before, names.after)).draw,
    )


def visit_units_chart(
    change: VisitChange,
    *,
    title: str | None = None,
    wave_labels: tuple[str, str] | None = None,
    name: str = "visit-units",
    language: str = "sv",
) -> Chart | None:
    """Return every unit by every area, before and after, in the order of the alphabet; None without any to compare.

    Also None with more than `MOST_UNITS`.

    Parameters are as for `visit_parts_chart`.
    """
    say = words(language)
    compared = [unit for unit in change.units if unit.difference is not None]
    if not compared or len(change.units) > MOST_UNITS:
        return None
    areas = [say.say("chart-visit-all"), *(area.label for area in change.areas)]
    units = sorted(change.units, key=lambda unit: swedish_order(unit.unit))
    up = sum((unit.difference.value or 0.0) > 0 for unit in compared if unit.difference is not None)
    names = wave_names(wave_labels, say)
    heading = say.say(
        "chart-visit-units-title",
        label=title or change.label,
        how=how_many(up, len(compared)),
        n=up,
        total=len(compared),
        **names.given,
    )
    rows = [(unit.unit, _cells(unit, len(areas))) for unit in units]
    return Chart(
        name=name,
        title=heading,
        alt=" ".join(
            [say.say("chart-visit-units-alt", **names.given), *(_sentence(unit, names, say) for unit in units)]
        ),
        table=_units_table(areas, rows, names, say),
        language=language,
        drawing=UnitsDrawing(areas=areas, rows=rows, key=say.say("chart-visit-units-key", **names.given), say=say).draw,
    )


def _cells(unit: UnitChange, width: int) -> list[Cell]:
    """Return the cells of one unit: everything, then area by area."""
    hidden = unit.before.hidden or unit.after.hidden
    values = []
    for wave in (unit.before, unit.after):
        own = [None if wave.score is None else wave.score.value, *wave.areas]
        values.append([*own, *[None] * (width - len(own))])
    return [Cell(before=one, after=two, hidden=hidden) for one, two in zip(*values, strict=True)]


def _sentence(unit: UnitChange, names: WaveNames, say: Words) -> str:
    before, after = unit.before.score, unit.after.score
    if before is None or after is None:
        return say.say("chart-visit-units-alt-hidden", unit=unit.unit)
    values = {"unit": unit.unit, "before": say.value(before), "after": say.value(after)}
    return say.say("chart-visit-units-alt-row", **values, **names.given)


def _units_table(areas: list[str], rows: list[tuple[str, list[Cell]]], names: WaveNames, say: Words) -> TextTable:
    header = [f"{area}, {decapitalised(wave)}" for area in areas for wave in (names.before, names.after)]
    cells = [
        (unit, *(_cell(value, cell, say) for cell in row for value in (cell.before, cell.after))) for unit, row in rows
    ]
    return TextTable(
        caption=say.say("chart-table"),
        header=(say.say("column-visit-unit"), *header),
        rows=tuple(cells),
        numeric=(False, *[True] * len(header)),
        note=say.say("table-visit-units-hidden") if any(cell.hidden for _, row in rows for cell in row) else None,
    )


def _cell(value: float | None, cell: Cell, say: Words) -> str:
    if value is None:
        return HIDDEN if cell.hidden else MISSING
    return say.percent(value, 0)


def agreement_chart(
    agreement: VisitAgreement, *, title: str | None = None, name: str = "agreement", language: str = "sv"
) -> Chart | None:
    """Return how far those who judged the same agree, item by item; None where nothing could be worked out.

    Parameters are as for `visit_parts_chart`.
    """
    say = words(language)
    shown = [item for item in agreement.items if item.alpha.value is not None]
    if not shown:
        return None
    kind = "all" if any(not item.rated for item in agreement.items) else "ratings"
    rows = []
    if agreement.alpha.value is not None:
        rows.append(Row(label=say.say(f"table-agreement-{kind}"), estimate=agreement.alpha))
    if agreement.ratings is not None and agreement.ratings.value is not None:
        rows.append(Row(label=say.say("table-agreement-ratings"), estimate=agreement.ratings))
    rows.append(Row(label=say.say("column-visit-item"), by="item", heading=True))
    rows += [Row(label=item.label, estimate=item.alpha, by="item") for item in shown]
    label = title or agreement.label
    if agreement.alpha.value is None:
        heading = say.say("chart-agreement-title-none", label=label)
    else:
        heading = say.say("chart-agreement-title", label=label, value=say.value(agreement.alpha))
    sentences = [
        say.say("chart-groups-alt-row", label=row.label, value=say.value(row.estimate))
        for row in rows
        if row.estimate is not None
    ]
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-agreement-alt"), *sentences]),
        table=agreement_table(agreement, say),
        language=language,
        drawing=GroupsDrawing(rows=rows, say=say).draw,
    )
