"""Tang's interval for the ratio of paired shares."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from effektmatt.stats.paired_ratio import paired_ratio, paired_ratio_score

tables = st.tuples(*[st.integers(0, 40)] * 4).filter(any)
Z = 1.959963984540054


def test_printed_limits():
    """Cavo et al. 2012 in Fagerland, Lydersen & Laake 2017, ch. 8; as printed by R's contingencytables 3.0."""
    interval = paired_ratio(59, 6, 16, 80)
    assert (round(interval.low + 1, 4), round(interval.high + 1, 4)) == (0.7476, 0.9876)


def constrained_variance(both, first_only, second_only, n, ratio):
    """n times the variance of first - ratio x second, at the most likely shares with p1 = ratio p2, by search."""
    seen = (both + first_only + second_only) / n

    def unlikeliness(second):
        shares = ((seen - (1 + ratio) * second) / ratio, ((ratio - 1) * seen + second) / ratio, second)
        if min(shares) <= 0:
            return np.inf
        return -sum(k * math.log(p) for k, p in zip((both, first_only, second_only), shares, strict=True))

    ends = max(0.0, (1 - ratio) * seen), seen / (1 + ratio)
    second = minimize_scalar(unlikeliness, bounds=ends, method="bounded", options={"xatol": 1e-14}).x
    return n * ((ratio - 1) * seen + (1 + ratio) * second)


@pytest.mark.parametrize("table", [(59, 6, 16, 80), (1, 1, 7, 12), (5, 9, 2, 4), (30, 3, 1, 6)])
@pytest.mark.parametrize("ratio", [0.2, 0.7, 1.0, 1.3, 4.0])
def test_the_score_uses_the_most_likely_shares_under_the_ratio(table, ratio):
    both, first_only, second_only, _ = table
    deviation = both + first_only - ratio * (both + second_only)
    expected = deviation / math.sqrt(constrained_variance(both, first_only, second_only, sum(table), ratio))
    assert paired_ratio_score(both, first_only, second_only, ratio) == pytest.approx(expected, rel=1e-5)


@given(tables)
def test_limits_are_where_the_score_reaches_its_critical_value(table):
    both, first_only, second_only, _ = table
    interval = paired_ratio(*table)
    for limit, critical in ((interval.low, Z), (interval.high, -Z)):
        if -1 < limit < math.inf:
            assert paired_ratio_score(both, first_only, second_only, limit + 1) == pytest.approx(critical, abs=1e-6)


@given(tables)
def test_swapping_the_two_inverts_the_ratio(table):
    both, first_only, second_only, neither = table
    interval, turned = paired_ratio(*table), paired_ratio(both, second_only, first_only, neither)
    low = math.inf if interval.low == -1 else 1 / (interval.low + 1)
    assert turned.high + 1 == pytest.approx(low, rel=1e-9)


@given(tables)
def test_the_ratio_seen_lies_inside(table):
    both, first_only, second_only, _ = table
    interval = paired_ratio(*table)
    if both + second_only:
        assert interval.low - 1e-9 <= (both + first_only) / (both + second_only) - 1 <= interval.high + 1e-9


def test_it_has_limits_where_the_logarithm_has_none():
    nobody_changed = paired_ratio(10, 0, 0, 10)
    assert nobody_changed.low + 1 == pytest.approx(10 / (10 + Z**2))  # (1 - r) a / sqrt(a r (1 - r)) = z
    assert nobody_changed.high + 1 == pytest.approx((10 + Z**2) / 10)
    nobody_left = paired_ratio(0, 0, 10, 10)
    assert nobody_left.low == -1
    assert -1 < nobody_left.high < 0
    assert paired_ratio(0, 10, 0, 10).high == math.inf
    assert (paired_ratio(0, 0, 0, 9).low, paired_ratio(0, 0, 0, 9).high) == (-1, math.inf)


def test_ten_million_pairs_near_the_interval_of_the_logarithm():
    table = (4_000_000, 1_100_000, 1_000_000, 3_900_000)
    interval = paired_ratio(*table)
    reach = Z * math.sqrt(2_100_000 / (5_100_000 * 5_000_000))
    assert interval.low == pytest.approx(math.exp(math.log(1.02) - reach) - 1, rel=1e-4)


def test_an_empty_table_and_a_level_in_per_cent_are_refused():
    with pytest.raises(ValueError, match="at least one pair; got none"):
        paired_ratio(0, 0, 0, 0)
    with pytest.raises(ValueError, match="level must lie between 0 and 1"):
        paired_ratio(1, 2, 3, 4, 95)
