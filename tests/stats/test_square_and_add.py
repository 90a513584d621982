"""Putting a difference's interval together."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.square_and_add import Limits, square_and_add

shares = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(sorted).map(lambda v: Limits(v[1], v[0], v[2]))


@given(shares, shares)
def test_swapping_the_two_turns_the_interval(first, second):
    low, high = square_and_add(first, second)
    turned = square_and_add(second, first)
    assert turned == pytest.approx((-high, -low), abs=1e-12)


@given(shares, shares)
def test_a_difference_of_shares_stays_between_minus_one_and_one(first, second):
    low, high = square_and_add(first, second)
    assert -1 - 1e-12 <= low <= first.value - second.value <= high <= 1 + 1e-12


def test_symmetric_intervals_give_the_usual_standard_error():
    low, high = square_and_add(Limits(10.0, 7.0, 13.0), Limits(4.0, 0.0, 8.0))
    assert (low, high) == (1.0, 11.0)


def test_perfectly_correlated_equal_errors_cancel():
    assert square_and_add(Limits(0.5, 0.4, 0.6), Limits(0.3, 0.2, 0.4), 1.0) == pytest.approx((0.2, 0.2))


def test_a_limit_that_is_not_known_makes_the_difference_open():
    assert square_and_add(Limits(70.0, 60.0, math.inf), Limits(50.0, 45.0, 58.0)) == (20 - math.hypot(10, 8), math.inf)
