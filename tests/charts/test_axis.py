import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.made import change, estimate, plain
from effektmatt.charts.axis import Axis, axis_number, extent, round_ends, round_step, ticks
from effektmatt.core import Range, Unit
from effektmatt.goals import Target
from effektmatt.wording import words


def test_shares_lie_from_nought_to_one_hundred_per_cent():
    assert extent([estimate(0.88, 0.85, 0.9)], Target(at_least=0.8)) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("shown", "target"),
    [
        (estimate(-17.6, -20.7, -14.5, unit=Unit.DAYS), Target(decrease_by=14)),
        (estimate(0.41, 0.23, 0.61, unit=Unit.RELATIVE), Target(increase_by=0.7)),
        (estimate(39.0, unit=Unit.COUNT), Target(about=40, within=0.1)),
        (estimate(79.0, 60.0, math.inf, unit=Unit.DAYS), Target(at_most=80)),
        (estimate(3.0, unit=Unit.SCORE, possible=Range(low=-5, high=5)), None),
    ],
)
def test_other_axes_hold_nought_the_result_and_room_on_both_sides_of_the_target(shown, target):
    low, high = extent([shown], target)
    assert low <= 0 <= high
    assert low <= shown.value <= high
    if shown.possible:
        assert low <= shown.possible.low < shown.possible.high <= high
    for end in target.region if target else ():
        if math.isfinite(end):
            assert low < end < high or end == 0


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=6))
def test_round_ends_enclose_everything(values):
    low, high = round_ends(values)
    step = round_step(high - low, 4)
    assert low < high
    assert low <= min(values) + 1e-6 * step
    assert high >= max(values) - 1e-6 * step
    assert all(low - 1e-6 * step <= tick <= high + 1e-6 * step for tick in ticks(low, high))


def test_values_without_spread_still_have_an_axis():
    assert round_ends([0.0, 5e-324]) == (0.0, 1.0)
    assert round_ends([]) == (0.0, 1.0)
    assert extent([change(4.0, 4.0, unit=Unit.COUNT).after]) == (0.0, 4.0)


def test_what_lies_outside_an_axis_is_put_at_its_end():
    axis = Axis(low=0, high=90, start=20, end=110)
    assert axis.at(1e9) == 110
    assert axis.at(-1) == 20
    assert not axis.holds(91)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.25, Unit.SHARE, "25 %"),
        (0.125, Unit.SHARE, "12,5 %"),
        (0.2, Unit.POINTS, "+20"),
        (-0.5, Unit.RELATIVE, "−50 %"),
        (0.0, Unit.RELATIVE, "0 %"),
        (-14.0, Unit.DAYS, "−14"),
        (1098.0, Unit.COUNT, "1 098"),
        (3.5, Unit.SCORE, "3,5"),
    ],
)
def test_numbers_of_an_axis_are_written_as_swedes_write_them(value, unit, text):
    assert plain(axis_number(value, unit, words("sv"))) == text


def test_the_axis_of_activities_reaches_as_far_as_was_planned():
    held = estimate(3.0, unit=Unit.COUNT, measure="held", n=4)
    assert extent([held]) == (0.0, 4.0)
    assert extent([replace(held, measure="count", n=500)]) == (0.0, 3.0)
