"""Differences of survival curves: against Newcombe where nobody is open, and by identities."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import DurationCounts
from effektmatt.stats.curve_differences import closed_share_difference, curves_cross, quantile_difference
from effektmatt.stats.survival import kaplan_meier, quantile


def curve(days, closed=None):
    return kaplan_meier(DurationCounts.from_times(days, [True] * len(days) if closed is None else closed))


FAST = curve([*range(1, 41)])
SLOW = curve([*range(1, 41)], [day % 3 != 0 for day in range(1, 41)])
cases = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=3, max_size=40)


def test_the_distances_to_the_limits_are_added_in_squares():
    first, second = quantile(FAST), quantile(SLOW)
    found = quantile_difference(FAST, SLOW)
    assert found.value == first.value - second.value
    down, up = first.value - first.interval.low, second.interval.high - second.value
    assert found.interval.low == pytest.approx(found.value - math.hypot(down, up))
    assert found.interval.method == "square-and-add-log-log"


def test_without_a_median_there_is_no_difference():
    open_ones = curve([10] * 5, [True] + [False] * 4)
    found = quantile_difference(open_ones, FAST)
    assert (found.value, found.interval) == (None, None)


def test_a_median_without_upper_limit_makes_the_difference_open():
    few = curve([5, 9, 9, 9], [True, True, False, False])
    assert quantile(few).interval.high == math.inf
    assert quantile_difference(few, FAST).interval.high == math.inf


@given(cases, cases)
def test_swapping_the_curves_turns_the_difference(one, other):
    first, second = (curve(*map(list, zip(*rows, strict=True))) for rows in (one, other))
    day = min(first.horizon, second.horizon, 15)
    found, turned = closed_share_difference(first, second, day), closed_share_difference(second, first, day)
    assert turned.value == -found.value
    assert turned.interval.low == pytest.approx(-found.interval.high)
    assert -1 <= found.interval.low <= found.interval.high <= 1


def test_a_day_that_a_curve_does_not_reach_is_refused():
    with pytest.raises(ValueError, match="day cannot be later than the last follow-up, day 9; got 12"):
        closed_share_difference(curve([5, 9], [True, False]), FAST, 12)


def crossing_day_by_day(first, second, until):
    ahead = behind = False
    for day in np.union1d(first.days, second.days):
        if day <= min(until, first.horizon, second.horizon):
            difference = closed_share_difference(first, second, day).interval
            ahead |= difference.low > 1e-12
            behind |= difference.high < -1e-12
    return ahead and behind


@given(cases, cases, st.integers(1, 30))
def test_crossing_is_what_the_intervals_of_each_day_say(one, other, until):
    first, second = (curve(*map(list, zip(*[*rows] * 8, strict=True))) for rows in (one, other))
    assert curves_cross(first, second, until) == crossing_day_by_day(first, second, until)


def test_curves_that_never_part_surely_do_not_cross():
    assert not curves_cross(FAST, SLOW, 40)
    even, split = curve([*range(1, 201)]), curve([20] * 120 + [180] * 80)
    assert curves_cross(even, split, 170)
    assert not curves_cross(even, split, 15)  # only ahead so far


def test_a_curve_that_has_closed_nothing_yet_can_be_surely_behind():
    early_then_stuck = curve([1] * 60 + [90] * 40)
    late_but_done = curve([10] * 100)
    assert curves_cross(early_then_stuck, late_but_done, 50)
