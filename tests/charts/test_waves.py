"""The course over waves says what each wave found."""

from dataclasses import replace

from charts.framed import framed
from charts.tree_made import THREE, found
from effektmatt.charts.waves import waves_chart


def test_two_waves_need_no_course():
    assert waves_chart(THREE[:2], "Stolthet", framed()) is None
    assert waves_chart([(wave, found(None)) for wave, _ in THREE], "Stolthet", framed()) is None


def test_the_course_is_told_wave_by_wave():
    chart = waves_chart(THREE, "Stolthet", framed())
    assert chart is not None
    assert chart.title == "Stolthet: 3,03 (Före) och 3,49 (Uppföljning)"
    assert [row[0] for row in chart.table.rows] == ["Före", "Efter", "Uppföljning"]
    assert "Efter: 3,59 (3,50 till 3,68)." in chart.alt


def test_a_wave_too_small_to_show_has_no_number():
    chart = waves_chart([*THREE, ("Sist", found(None))], "Stolthet", framed())
    assert chart is not None
    assert chart.table.rows[-1][1:3] == ("–", "–")
    assert "Sist: visas inte." in chart.alt


def test_the_first_and_last_that_are_shown_are_named():
    hidden = replace(THREE[2][1], value=None, interval=None, hidden=True)
    chart = waves_chart([*THREE[:2], (THREE[2][0], hidden)], "Stolthet", framed())
    assert chart is not None
    assert f"({THREE[1][0]})" in chart.title
    assert THREE[2][0] not in chart.title
    alone = waves_chart([THREE[0], *((wave, hidden) for wave, _ in THREE[1:])], "Stolthet", framed())
    assert alone is not None
    assert alone.title == "Stolthet: 3,03 (Före)"
