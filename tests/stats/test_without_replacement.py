import math
from fractions import Fraction

import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.without_replacement import hit_probabilities, tails


@given(st.integers(1, 400), st.data())
def test_tails_agree_with_scipy(population, data):
    n = data.draw(st.integers(1, population))
    count = data.draw(st.integers(0, population))
    hits = data.draw(st.integers(0, n))
    below, above = tails(hits, n, count, population)
    peer = scipy.stats.hypergeom(population, count, n)
    assert below == pytest.approx(peer.cdf(hits), abs=1e-13)
    assert above == pytest.approx(peer.sf(hits - 1), abs=1e-13)


def exact_at_least(hits, n, count, population):
    ways = sum(math.comb(count, k) * math.comb(population - count, n - k) for k in range(hits, min(n, count) + 1))
    return float(Fraction(ways, math.comb(population, n)))


@given(st.integers(2, 300), st.data())
def test_every_tail_is_as_exact_as_large_ones(population, data):
    n = data.draw(st.integers(1, population))
    count = data.draw(st.integers(0, population))
    hits = data.draw(st.integers(max(0, n + count - population), min(n, count)))
    assert tails(hits, n, count, population)[1] == pytest.approx(exact_at_least(hits, n, count, population), rel=1e-11)


@pytest.mark.parametrize("hits", [4_000, 4_050, 4_200, 4_500])
def test_far_out_in_whole_numbers(hits):
    assert tails(hits, 5_000, 7_999, 10_000)[1] == pytest.approx(exact_at_least(hits, 5_000, 7_999, 10_000), rel=1e-11)


def test_half_of_ten_millions_is_exact_to_nine_digits():
    below, above = tails(2_500_000, 5_000_000, 5_000_000, 10_000_000)
    # symmetric: P(X <= m) = P(X >= m) = (1 + P(X = m)) / 2, and P(X = m) = sqrt(2 / (pi N)) * 2 for N large
    assert below == pytest.approx(above, rel=1e-12)
    assert 2 * below - 1 == pytest.approx(2 * (2 / (math.pi * 10_000_000)) ** 0.5, rel=1e-6)


def test_probabilities_of_all_that_can_be_drawn():
    first, chances = hit_probabilities(6, 7, 10)
    expected = [math.comb(7, k) * math.comb(3, 6 - k) / math.comb(10, 6) for k in range(3, 7)]
    assert first == 3
    assert chances.tolist() == pytest.approx(expected, rel=1e-14)
    assert hit_probabilities(4, 4, 4)[0] == 4
