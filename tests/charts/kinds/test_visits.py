"""Visits: every unit by every area, areas before and after with their interval, and agreement."""

import re

import pytest

from charts.framed import framed
from charts.made import made, text_boxes
from charts.read_back import number
from charts.visits_made import compared
from effektmatt.charts import Shows
from effektmatt.charts.kinds.visits import visit_units_chart


def test_both_numbers_and_the_change_of_every_unit_are_drawn_from_the_largest_rise_to_the_largest_fall():
    drawn = text_boxes("visit-units")
    texts = [text for text, *_ in drawn]
    for row in made("visit-units").table.rows:
        assert row[0] in texts
        assert f"{number(row[1]):.0f} → {number(row[2]):.0f}" in texts
    changes = [number(text) for text in texts if re.fullmatch(r"[+−]\d+,\d", text)]
    assert len(changes) == len(made("visit-units").table.rows)
    assert changes == sorted(changes, reverse=True)
    tables = [row[0] for row in made("visit-units").table.rows]
    assert tables == sorted(tables), "the table keeps the alphabet"


def test_the_numbers_of_a_unit_stand_in_its_row_of_the_drawing():
    drawn = text_boxes("visit-units")
    for unit in compared().units:
        ((_, _, upper, _, lower),) = [box for box in drawn if box[0] == unit.unit]
        row = [text for text, _, top, _, bottom in drawn if top < (upper + lower) / 2 < bottom]
        before, after = (100 * wave.score.value for wave in (unit.before, unit.after))
        ((first, last),) = [text.split(" → ") for text in row if "→" in text]
        assert [number(first), number(last)] == pytest.approx([before, after], abs=0.501)
        (change,) = [number(text) for text in row if re.fullmatch(r"[+−]?\d+,\d", text)]
        assert change == pytest.approx(100 * unit.difference.value, abs=0.051)


def test_every_area_of_every_unit_stands_in_the_table():
    rows = {row[0]: row[1:] for row in made("visit-units").table.rows}
    for unit in compared().units:
        for wave, own in ((0, unit.before), (1, unit.after)):
            shares = [100 * share for share in (own.score.value, *own.areas)]
            assert [number(text) for text in rows[unit.unit][wave::2]] == pytest.approx(shares, abs=0.51)


def test_the_alternative_text_does_not_say_that_units_fell_where_none_did():
    for language, order in (
        ("sv", "i ordning efter förändring, den mest positiva först"),
        ("en", "by change, the most positive first"),
    ):
        alt = made("visit-units", language).alt
        assert order in alt
        assert not re.search("största minskning|largest fall", alt)


def test_hundreds_of_units_are_dots_with_the_ends_named_on_one_page():
    units = [f"Enhet {place:03}" for place in range(290)]
    chart = visit_units_chart(compared(units, each=2), framed("sv"))
    assert chart is not None
    sheet = chart.drawing()
    assert sheet.height < 200
    assert "… 270 enheter däremellan" in chart.alt
    assert chart.alt.count("Enhet ") == 20
    assert len(chart.table.rows) == 290


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
