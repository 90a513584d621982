"""Curves of open cases pass through the numbers of the table."""

import numpy as np
import pytest
from matplotlib.lines import Line2D

from charts.made import (
    cases,
    made,
    plain,
    text_boxes,
)
from charts.read_back import number
from effektmatt.cases.handling_times import handling_times
from effektmatt.charts import chart as chart_of
from effektmatt.charts import palette


def test_curves_pass_through_the_numbers_of_the_table():
    chart = made("open-cases")
    lines = {
        line.get_color(): line
        for line in chart.figure.findobj(Line2D)
        if line.get_color() in (palette.GREY, palette.BLUE) and len(line.get_xdata()) > 4
    }
    before, after = lines[palette.GREY], lines[palette.BLUE]
    start, end = before.get_xdata()[0], before.get_xdata()[-1]
    heights = {
        text: (top + bottom) / 2 for text, _, top, _, bottom in text_boxes("open-cases") if text in ("0 %", "100 %")
    }
    for day, first, _, second, _ in chart.table.rows:
        x = start + number(day) / 90 * (end - start)
        for y, share in ((height_at(before, x), first), (height_at(after, x), second)):
            read = 100 * (heights["0 %"] - y) / (heights["0 %"] - heights["100 %"])
            assert read == pytest.approx(number(share), abs=1.5)


def height_at(line, x):
    """Return the height of a step line just after x."""
    place = np.searchsorted(line.get_xdata(), x + 1e-6, side="right") - 1
    return line.get_ydata()[place]


def test_a_difference_that_may_be_none_is_not_called_faster():
    few = [(day, True, 3) for day in range(2, 60, 4)]
    later = [(day + 2, True, 3) for day, _, _ in few]
    chart = chart_of(handling_times(cases(few, later), within_days=50))
    assert plain(chart.title) == "Ingen säker skillnad i tid: i genomsnitt 2,0 dagar längre"
    some_open = chart_of(handling_times(cases([*few, (70, False, 1)], later), within_days=50))
    said = "Ingen säker skillnad i tid av de första 50 dagarna: i genomsnitt 1,1 dagar längre"
    assert plain(some_open.title) == said
