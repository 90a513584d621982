import pytest

from effektmatt.core import Curve
from effektmatt.stats.probability import above
from effektmatt.stats.results import about


def test_a_t_interval_and_its_probability_agree():
    found = about(0.4, 0.1, level=0.95, method="t", degrees=7, null=0.0)
    assert found.curve == Curve(kind="t", parameters=(0.4, 0.1, 7))
    assert above(found.curve, found.interval.low) == pytest.approx(0.975, rel=1e-10)
    assert above(found.curve, 0.0) == pytest.approx(1 - found.p_value / 2, rel=1e-10)


def test_a_normal_interval_and_its_probability_agree():
    found = about(0.4, 0.1, level=0.90, method="z", null=0.0)
    assert found.curve == Curve(kind="normal", parameters=(0.4, 0.1))
    assert above(found.curve, found.interval.high) == pytest.approx(0.05, rel=1e-10)


def test_without_a_standard_error_there_is_no_test_and_the_curve_is_a_step():
    found = about(2.0, 0.0, level=0.95, method="t", degrees=4, null=0.0)
    assert (found.statistic, found.p_value) == (None, None)
    assert found.curve == Curve(kind="step", parameters=(2.0,))


def test_without_a_null_there_is_no_test():
    assert about(2.0, 1.0, level=0.95, method="t", degrees=4).p_value is None
