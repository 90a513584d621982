"""Bars of answers are as long as their shares."""

import pytest
from matplotlib.lines import Line2D

from charts.made import (
    made,
    text_boxes,
)
from charts.read_back import boxes, number
from effektmatt.charts import palette


def test_bars_of_answers_are_as_long_as_their_shares():
    chart = made("items-yes-no")
    low, high = (
        [right - left for left, _, right, _ in boxes(chart, colour)] for colour in (palette.BROWN, palette.BLUE)
    )
    bars = [sorted(lengths, reverse=True)[:2] for lengths in (low, high)]
    no = [number(row[3]) for row in chart.table.rows]
    yes = [number(row[4]) for row in chart.table.rows]
    assert bars[0][0] / bars[0][1] == pytest.approx(max(no) / min(no), rel=0.01)
    assert bars[1][0] / bars[1][1] == pytest.approx(max(yes) / min(yes), rel=0.01)
    assert bars[1][0] / bars[0][0] == pytest.approx(max(yes) / max(no), rel=0.01)


def test_the_middle_of_the_scale_is_one_line_for_all_questions():
    chart = made("items")
    # each "neither nor" bar is halved by the line: so much to the left of it as to the right
    line = next(line for line in chart.figure.findobj(Line2D) if line.get_color() == palette.INK)
    middle = line.get_xdata()[0]
    pale = [box for box in boxes(chart, palette.PALE) if box[2] - box[0] > 5 and box[3] - box[1] > 4]
    assert pale
    assert all((left + right) / 2 == pytest.approx(middle, abs=1e-6) for left, _, right, _ in pale)


def test_it_is_told_that_those_who_answered_once_are_counted_only_where_people_are_linked():
    told = "Alla som svarade vid respektive mätning"
    assert made("items-some-once").table.note is not None
    assert told in made("items-some-once").table.note
    assert any(told in text for text, *_ in text_boxes("items-some-once"))
    assert told not in (made("items-yes-no").table.note or "")  # nobody is linked: there is nothing else to count
    assert told not in (made("items").table.note or "")  # everybody is linked: nobody answered only once
    assert not any(told in text for text, *_ in text_boxes("items"))
