"""What is drawn of groups is what was found."""

import pytest

from charts.framed import framed
from charts.made import (
    estimate,
    made,
    outcome,
)
from charts.read_back import boxes, middle_of, number
from effektmatt.charts import palette
from effektmatt.charts.groups import groups_chart
from effektmatt.core import Unit
from effektmatt.goals import Target


def test_points_of_groups_lie_where_the_axis_says():
    chart = made("groups-census")
    nought, all_of_them = middle_of("groups-census", "0 %"), middle_of("groups-census", "100 %")
    points = [(left + right) / 2 for left, _, right, _ in boxes(chart, palette.AFTER)]
    read = [100 * (x - nought) / (all_of_them - nought) for x in points]
    assert read == pytest.approx([number(row[3]) for row in chart.table.rows], abs=0.4)


def test_a_hidden_group_shows_dots_and_no_number():
    chart = groups_chart(
        outcome({"kvinna": estimate(0.9), "annat": None}, estimate(0.88)), framed(target=Target(at_least=0.8))
    )
    assert chart is not None
    assert chart.table.rows[2] == ("Annat", "Avdelning", "..", "..", "..")
    assert chart.table.note
    assert "Annat: visas inte." in chart.alt


def test_a_target_for_all_together_is_not_held_against_groups():
    counted = outcome({"Orust": estimate(22.0, unit=Unit.COUNT)}, estimate(41.0, unit=Unit.COUNT, measure="count"))
    chart = groups_chart(counted, framed(target=Target(about=40, within=0.1)))
    assert chart is not None
    assert boxes(chart, palette.ZONE) == []
    assert "målnivån" not in chart.title
