"""Frames are as long as what was planned, and filled as far as it came."""

import pytest
from matplotlib.patches import PathPatch

from charts.made import made
from charts.read_back import boxes, rgb
from effektmatt.charts import palette


def frames(chart):
    """Return the length in millimetres of each frame below the key."""
    found = []
    for patch in chart.figure.findobj(PathPatch):
        corners = patch.get_path().vertices
        if patch.get_edgecolor()[:3] == pytest.approx(rgb(palette.INK)) and corners[:, 1].min() > 5:
            found.append(corners[:, 0].max() - corners[:, 0].min())
    return found


def filled(chart, colour):
    return [right - left for left, top, right, _ in boxes(chart, colour) if top > 5]


def test_bars_of_activities_are_as_long_as_counted():
    chart = made("held")
    one = frames(chart)[0] / 6  # six meetings were planned
    assert frames(chart) == pytest.approx([6 * one, 2 * one, 26 * one, 4 * one])
    assert filled(chart, palette.BLUE) == pytest.approx([6 * one, 23 * one, 4 * one])
    assert filled(chart, palette.SKY) == pytest.approx([one])  # five held, four planned


def test_bars_of_money_are_as_long_as_the_amounts():
    chart = made("budget")
    one = frames(chart)[0] / 666800
    assert filled(chart, palette.BLUE)[0] == pytest.approx(659412.5 * one)
    assert filled(chart, palette.SKY) == pytest.approx([10000 * one, 10000 * one])
    assert "659\N{NO-BREAK SPACE}412,50" in chart.alt
