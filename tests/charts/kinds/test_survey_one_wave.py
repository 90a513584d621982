"""The answers of one wave are bars, and the parts of a goal stand in one chart."""

import pytest

from charts.made import made, several_parts
from charts.read_back import boxes
from effektmatt.charts import palette


def test_the_bars_are_as_long_as_the_shares():
    chart = made("one-wave")
    assert [row[:2] for row in chart.table.rows] == [("nytta", "50"), ("råd", "50")]
    assert [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in chart.table.rows[0][2:]] == [
        "6,0 %",
        "8,0 %",
        "20,0 %",
        "40,0 %",
        "26,0 %",
    ]
    highest, all_alike = (
        max(right - left for left, _, right, _ in boxes(chart, colour)) for colour in (palette.BLUE, palette.PALE)
    )
    assert highest / all_alike == pytest.approx(0.26, rel=0.01)
    assert "66" in chart.alt  # those above the middle: 33 of 50


def test_parts_of_others_stand_together_and_those_of_the_same_people_once():
    chart = made("one-wave-parts")
    assert [row[1] for row in chart.table.rows[:2]] == ["Pass 1", "Pass 2"]
    assert len(chart.table.rows) == 6
    same = several_parts("sv", ("Näst högst", (3, 4, 10, 20, 13)), ("Högst", (3, 4, 10, 20, 13)))
    assert same is not None
    assert len(same.table.rows) == 2
    assert "Högst" not in same.alt


def test_few_answers_are_not_shown():
    chart = several_parts("sv", ("Pass 1", (3, 4, 10, 20, 13)), ("Pass 2", (0, 0, 1, 2, 2)))
    assert chart is not None
    assert chart.table.rows[1][2:] == ("..",) * 6
    assert several_parts("sv", ("Pass 1", (0, 0, 1, 2, 2)), ("Pass 2", (1, 0, 1, 2, 2))) is None
