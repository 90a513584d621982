import math

import pytest

from effektmatt.core import Curve
from effektmatt.stats.probability import above
from effektmatt.stats.results import about, counted


def test_a_t_interval_and_its_probability_agree():
    found = about(0.4, 0.1, level=0.95, method="t", degrees=7, null=0.0)
    assert found.curve == Curve(kind="t", parameters=(0.4, 0.1, 7))
    assert above(found.curve, found.interval.low) == pytest.approx(0.975, rel=1e-10)
    assert above(found.curve, 0.0) == pytest.approx(1 - found.p_value / 2, rel=1e-10)


def test_a_normal_interval_and_its_probability_agree():
    found = about(0.4, 0.1, level=0.90, method="z", null=0.0)
    assert found.curve == Curve(kind="normal", parameters=(0.4, 0.1))
    assert above(found.curve, found.interval.high) == pytest.approx(0.05, rel=1e-10)


@pytest.mark.parametrize("std_error", [0.0, 1e-16, math.inf])
def test_where_nothing_varied_nothing_is_known_of_the_error(std_error):
    found = about(2.0, std_error, level=0.95, method="t", degrees=4, null=0.0)
    assert (found.value, found.varied) == (2.0, False)
    assert (found.statistic, found.p_value, found.curve) == (None, None, None)
    assert (found.interval.low, found.interval.high) == (-math.inf, math.inf)


def test_what_everybody_was_counted_for_is_known():
    found = counted(2.0, level=0.95, method="stratified")
    assert (found.varied, found.curve) == (True, Curve(kind="step", parameters=(2.0,)))


def test_without_a_null_there_is_no_test():
    assert about(2.0, 1.0, level=0.95, method="t", degrees=4).p_value is None
