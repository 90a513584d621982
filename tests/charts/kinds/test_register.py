"""Counts in every unit are those of the register, or else of its groups."""

from charts.made import EVERY, departments, estimate, outcome
from effektmatt.charts import Shows, chart
from effektmatt.core import Unit


def test_units_of_the_register_stand_with_what_they_had_before():
    shown = chart(departments({"Bygg": 3, "Skola": 1}, before=2), target=EVERY)
    assert [row[:3] for row in shown.table.rows] == [("Bygg", "2", "3"), ("Skola", "2", "1")]
    assert shown.shows is Shows.UNITS


def test_without_units_of_its_own_a_result_is_counted_by_its_groups():
    some = {"Bygg": estimate(3.0, unit=Unit.COUNT), "Liten": None}
    shown = chart(outcome(some, estimate(3.0, unit=Unit.COUNT)), target=EVERY)
    assert [row[:2] for row in shown.table.rows] == [("Bygg", "3"), ("Liten", "..")]
