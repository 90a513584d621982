"""Weeks are points where the axis says, and those out of the ordinary are triangles."""

import re
from datetime import timedelta

import pytest
from matplotlib.patches import PathPatch

from charts.made import made, text_boxes
from charts.read_back import boxes
from charts.usage_made import MARKS, MONDAY, RISING, use
from effektmatt.charts import chart, palette


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


def test_where_a_mean_hides_a_launch_and_a_holiday_the_most_and_the_least_are_numbered():
    start = MONDAY + timedelta(days=56)
    before = [20, 24, 22, 26, 23, 25, 21, 24]
    launched = use([*before, 150, 148, 149, 147, 146, 11, 12, 13, 80, 81, 79, 80, 82, 78], rebase=start)
    even = use([*before, 60, 63, 61, 59, 62, 58, 60, 61, 59, 62, 60, 58], rebase=start)
    numbers = [re.findall(r">(\d+)</text>", chart(one, "sv").svg()) for one in (launched, even)]
    assert "11" in numbers[0]
    assert launched.most_and_least is not None
    assert [week.users for week in launched.most_and_least] == [150, 11]
    assert even.most_and_least is None
    assert not {"63", "58"} & set(numbers[1])
