"""What visits found: area by area, unit by unit, and how far those who judged the same agree."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.frame import Frame
from effektmatt.charts.group_rows import Row
from effektmatt.charts.groups import changes_chart
from effektmatt.charts.groups_drawing import GroupsDrawing
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.kinds.visits_units import visit_units_chart
from effektmatt.visits.agreement import VisitAgreement
from effektmatt.visits.change import VisitChange
from effektmatt.wording.kinds.visits import agreement_table, parts_table


def visit_parts_chart(change: VisitChange, frame: Frame) -> Chart | None:
    """Return the score of everything and of every area (or item, where there are no areas) before and after.

    None where there is nothing before or nothing after.
    """
    say, names = frame.say, frame.waves
    kinds = change.areas or change.items
    parts = [part for part in kinds if part.change.difference.value is not None]
    if not parts or change.overall.change.difference.value is None:
        return None
    kind = kinds[0].kind
    rows = [Row(label=say.say("chart-visit-all"), change=change.overall.change)]
    rows.append(Row(label=say.say(f"column-visit-{kind}"), by="part", heading=True))
    rows += [Row(label=part.label, change=part.change, by="part") for part in parts]
    return changes_chart(
        "visit-parts",
        rows,
        replace(frame, target=None),
        title=frame.title or change.label,
        noun=kind,
        alt="chart-visit-parts-alt",
        table=parts_table(change, say, (names.before, names.after)),
        shows=Shows.ITS_TABLE,
    )


def agreement_chart(agreement: VisitAgreement, frame: Frame) -> Chart | None:
    """Return how far those who judged the same agree, item by item; None where nothing could be worked out."""
    say, shown = frame.say, [item for item in agreement.items if item.alpha.value is not None]
    if not shown:
        return None
    kind = "all" if any(not item.rated for item in agreement.items) else "ratings"
    wholes = ((kind, agreement.alpha), ("ratings", agreement.ratings))
    rows = [
        Row(label=say.say(f"table-agreement-{of}"), estimate=alpha)
        for of, alpha in wholes
        if alpha is not None and alpha.value is not None
    ]
    rows.append(Row(label=say.say("column-visit-item"), by="item", heading=True))
    rows += [Row(label=item.label, estimate=item.alpha, by="item") for item in shown]
    code = "chart-agreement-title-none" if agreement.alpha.value is None else "chart-agreement-title"
    sentences = (
        say.say("chart-groups-alt-row", label=row.label, value=say.value(row.estimate))
        for row in rows
        if row.estimate is not None
    )
    return frame.chart(
        "agreement",
        title=say.say(code, label=frame.title or agreement.label, value=say.value(agreement.alpha)),
        alt=[say.say("chart-agreement-alt"), *sentences],
        table=agreement_table(agreement, say),
        drawing=GroupsDrawing(rows=rows, say=say),
        shows=Shows.ITS_TABLE,
    )


KIND = ChartKind(
    details=(
        DetailCharts(of=VisitChange, charts={"parts": visit_parts_chart, "units": visit_units_chart}, titled=True),
        DetailCharts(of=VisitAgreement, charts={"agreement": agreement_chart}),
    )
)
