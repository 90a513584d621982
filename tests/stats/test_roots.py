import math

from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.roots import first_true, sign_change


@given(st.floats(-1e6, 1e6))
def test_a_step_is_found_to_the_last_bits(place):
    found = sign_change(lambda x: x > place, -1e7, 1e7)
    assert math.isclose(found, place, rel_tol=1e-15, abs_tol=1e-9)


@given(st.floats(-1e6, 1e6))
def test_the_interval_may_be_walked_downwards(place):
    found = sign_change(lambda x: x < place, 1e7, -1e7)
    assert math.isclose(found, place, rel_tol=1e-15, abs_tol=1e-9)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_the_first_true_whole_number_is_found(place, end):
    assert first_true(lambda k: k >= place, 0, end) == min(place, end)
