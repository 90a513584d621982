"""Bars of those who improved are divided as counted."""

from dataclasses import replace

import pytest

from charts.made import (
    IMPROVED,
    improved,
    made,
)
from charts.read_back import boxes
from effektmatt.charts import chart as chart_of
from effektmatt.charts import palette


def test_improved_bars_are_divided_as_counted():
    chart = made("improved")
    blue = [right - left for left, top, right, bottom in boxes(chart, palette.BLUE) if bottom - top > 6]
    assert blue == pytest.approx([one.improved / one.n * 89.0 for one in IMPROVED])


def test_nobody_is_said_to_have_stood_too_high():
    lopsided = chart_of(improved([replace(IMPROVED[0], at_ceiling=0)]))
    assert lopsided is not None
    assert "stod så högt" not in lopsided.alt
    assert "8 stod så högt" in made("improved").alt
