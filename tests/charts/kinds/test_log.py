"""Weeks are points where the axis says, and those out of the ordinary are triangles."""

import pytest
from matplotlib.patches import PathPatch

from charts.made import made, text_boxes
from charts.read_back import boxes
from charts.usage_made import MARKS, RISING
from effektmatt.charts import palette


def test_every_week_is_a_point_at_its_number():
    chart = made("weekly")
    heights = {text: (top + bottom) / 2 for text, _, top, right, bottom in text_boxes("weekly") if right < 12}
    nought, forty = heights["0"], heights["40"]
    ordinary = [(top + bottom) / 2 for _, top, _, bottom in boxes(chart, palette.MUTED)]
    triangles = [
        patch
        for patch in chart.figure.findobj(PathPatch)
        if len(patch.get_path().vertices) == 4 and patch.get_facecolor()[2] == pytest.approx(0x8C / 255)
    ]
    assert len(ordinary) + len(triangles) == len(RISING)
    read = sorted(40 * (nought - y) / (nought - forty) for y in ordinary)
    assert all(min(abs(one - week) for week in RISING) < 0.6 for one in read)


def test_marked_days_are_told_in_full():
    assert all(name in made("weekly").alt for name in MARKS)
    assert len(made("weekly").table.rows) == len(RISING)
