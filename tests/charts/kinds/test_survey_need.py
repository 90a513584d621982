"""The heat map: the colours go one way, every number can be read on its ground, the words name the largest."""

from itertools import pairwise

import pytest

from charts.framed import framed
from charts.made import made, text_boxes
from charts.need_made import needs
from effektmatt.charts.kinds.survey_need import COLOURS, LIMITS, colour_of, need_chart
from effektmatt.charts.palette import contrast, luminance, text_on


def test_a_larger_need_is_never_lighter():
    assert len(COLOURS) == len(LIMITS) + 1
    assert all(luminance(one) > luminance(other) for one, other in pairwise(COLOURS))


@pytest.mark.parametrize("colour", COLOURS)
def test_numbers_are_readable_on_every_ground(colour):
    assert contrast(text_on(colour), colour) >= 4.5


def test_what_is_printed_as_nought_is_no_need():
    assert colour_of(0.04) == colour_of(-1.0) == COLOURS[0]
    assert colour_of(0.06) == COLOURS[1]


def test_every_number_of_the_table_is_drawn():
    drawn = [text for text, *_ in text_boxes("need")]
    for row in made("need").table.rows:
        for cell in row[2:]:
            assert cell in drawn


def test_the_title_names_the_largest_need_and_the_alternative_text_every_unit():
    need = needs({"Norr": 12, "Söder": 20, "Öster": 9})
    cells = [cell for cell in need.waves[0].cells if cell.unit is not None]
    largest = max(cells, key=lambda cell: cell.need)
    chart = need_chart(need, framed(labels={"enhet": "Enhet"}))
    assert largest.unit in chart.title
    assert all(unit in chart.alt for unit in need.units)
    assert chart.table.header[0] == "Enhet"


def test_hidden_units_are_two_points_with_a_note():
    rows = {row[0]: row[1:] for row in made("need-hidden").table.rows}
    assert set(rows["Liten"]) == {".."}
    assert "Två punkter" in made("need-hidden").table.note
    assert " som visas" in made("need-hidden").title  # a hidden unit may have a larger need


def test_a_hidden_unit_shows_neither_a_need_nor_which_roles_its_few_have():
    # nobody needs the ninth skill: a dash there would say that the three have the role that does not
    chart = made("need-hidden-beside-not-needed")
    rows = {row[0]: row[1:] for row in chart.table.rows}
    assert rows["Alla"][-1] == "–"
    assert set(rows["Liten"]) == {".."}
    assert "Liten: dolt, för få har skattat." in chart.alt
    assert "inget behov" not in chart.alt
    assert "alla enheter" not in chart.title  # everybody has needs: no unit may be shown


def test_no_need_is_said():
    assert "alla enheter" in made("need-none").title
