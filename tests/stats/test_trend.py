import numpy as np
import pytest
import scipy.stats
from hypothesis import assume, given
from hypothesis import strategies as st

from effektmatt.stats.trend import kendall_tau_b

tables = st.lists(st.lists(st.integers(0, 8), min_size=3, max_size=3), min_size=2, max_size=4).filter(
    lambda table: min((np.array(table).sum(axis=0) > 0).sum(), (np.array(table).sum(axis=1) > 0).sum()) > 1
)


def rows(table):
    table = np.array(table)
    dose, change = np.indices(table.shape)
    return np.repeat(dose.ravel(), table.ravel()), np.repeat(change.ravel(), table.ravel())


@given(tables)
def test_value_and_test_agree_with_scipy(table):
    assume(np.sum(table) > 2)  # scipy divides by n - 2
    found, peer = kendall_tau_b(table), scipy.stats.kendalltau(*rows(table), method="asymptotic")
    assert found.value == pytest.approx(peer.statistic, abs=1e-12)
    assert found.p_value == pytest.approx(peer.pvalue, rel=1e-8, abs=1e-14)


@given(tables)
def test_turning_either_scale_flips_the_sign(table):
    found, turned = kendall_tau_b(table), kendall_tau_b(np.array(table)[:, ::-1])
    assert found.value == pytest.approx(-turned.value, abs=1e-12)
    transposed = kendall_tau_b(np.array(table).T)
    for other in (turned, transposed):
        assert (found.std_error or 0.0) == pytest.approx(other.std_error or 0.0, abs=1e-7)


def test_the_standard_error_is_the_delta_method_by_numerical_derivatives():
    table = np.array([[8.0, 4, 1], [4, 6, 4], [1, 5, 9]])
    n, step = table.sum(), 1e-5
    influence = np.empty_like(table)
    for cell in np.ndindex(table.shape):
        up, down = table.copy(), table.copy()
        up[cell] += step
        down[cell] -= step
        influence[cell] = (kendall_tau_b(up).value - kendall_tau_b(down).value) / (2 * step) * n
    centre = (table * influence).sum() / n
    expected = np.sqrt((table * (influence - centre) ** 2).sum()) / n
    assert kendall_tau_b(table).std_error == pytest.approx(expected, rel=1e-6)


def test_a_perfect_order_has_no_interval():
    for table, value in (([[1, 0], [0, 1]], 1.0), ([[0, 5], [5, 0]], -1.0), ([[4, 0, 0], [0, 3, 0], [0, 0, 2]], 1.0)):
        found = kendall_tau_b(table)
        assert found.value == pytest.approx(value)
        assert (found.std_error, found.interval) == (None, None)
        assert found.p_value > 0.0001


def test_no_trend_to_speak_of_is_refused():
    with pytest.raises(ValueError, match="at least two doses"):
        kendall_tau_b([[3, 4, 5]])
    with pytest.raises(ValueError, match="at least two doses and two changes"):
        kendall_tau_b([[3, 0], [4, 0]])
