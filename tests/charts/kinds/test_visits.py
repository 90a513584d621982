"""Visits: every unit by every area, areas before and after with their interval, and agreement."""

from charts.made import made, text_boxes
from charts.read_back import number
from effektmatt.charts import Shows


def test_both_numbers_of_every_unit_and_area_are_drawn():
    drawn = [text for text, *_ in text_boxes("visit-units")]
    for row in made("visit-units").table.rows:
        assert row[0] in drawn
        for before, after in zip(row[1::2], row[2::2], strict=True):
            assert f"{number(before):.0f} → {number(after):.0f}" in drawn


def test_a_unit_with_few_visits_is_two_points():
    hidden = [row for row in made("visit-units-hidden").table.rows if ".." in row]
    assert hidden
    assert made("visit-units-hidden").table.note
    assert f"{hidden[0][0]}: " in made("visit-units-hidden").alt


def test_the_change_of_an_area_is_told_with_its_interval():
    chart = made("visit-parts")
    for row in chart.table.rows[:2]:
        assert row[3] in chart.alt
        assert row[4] in chart.alt


def test_the_tables_of_areas_and_of_agreement_are_those_of_the_report():
    assert made("visit-parts").shows is made("agreement").shows is Shows.ITS_TABLE
    assert made("visit-units").shows is None
