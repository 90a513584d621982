"""Departments are drawn as counted, in order."""

from charts.made import (
    EVERY,
    departments,
    made,
)
from charts.read_back import boxes
from effektmatt.charts import chart as chart_of
from effektmatt.charts import palette


def test_a_department_has_a_dot_for_everyone_and_a_ring_for_everyone_missing():
    chart = chart_of(departments({"Bygg": 3, "Skola": 1, "Ån": 0}), target=EVERY)
    enough, below = (
        [box for box in boxes(chart, colour) if box[3] - box[1] < 2.4] for colour in (palette.BLUE, palette.BROWN)
    )
    assert len(enough) == 3 + 1  # and one in the key
    assert len(below) == 1 + 3  # and the marks of both departments and of the key
    assert chart.table.rows == (("Bygg", "0", "3", "0"), ("Skola", "0", "1", "1"), ("Ån", "0", "0", "2"))


def test_departments_stand_in_swedish_order_and_those_below_are_named():
    chart = made("counts")
    assert [row[0][:5] for row in chart.table.rows] == ["Bygg", "Kommu", "Samhä", "Ån", "Äldre", "Öppna"]
    for named in ("Äldre (1)", "Öppna (0)"):
        assert named in chart.alt
    assert chart.title == "Minst 2 för varje avdelning: 3 av 6 når dit, 3 har färre"
