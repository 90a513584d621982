"""Limits of a difference of shares that no claim exceeds: summed over every sample, and small cases by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from effektmatt.stats.held_difference import FEW, MOST, held_newcombe
from effektmatt.stats.share_difference import newcombe

shares = st.integers(1, FEW - 1).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_two_before_and_two_after_prove_nothing():
    # two of two after and none of two before: with shares of one half it is seen in 1 of 16 cases
    assert newcombe(2, 2, 0, 2).low > 0
    assert held_newcombe(2, 2, 0, 2).low < 0
    assert held_newcombe(0, 2, 2, 2).high > 0
    # three of three: 1 of 64
    assert held_newcombe(3, 3, 0, 3).low > 0


def test_the_limit_of_two_and_two_is_found_by_hand():
    # only this sample has so high a limit: p1 squared times (1 - p2) squared is largest at p1 = 1 - p2 = (1 + d) / 2
    assert held_newcombe(2, 2, 0, 2).low == pytest.approx(2 * 0.025**0.25 - 1, abs=1e-4)


@pytest.mark.parametrize(("n_1", "n_2"), [(2, 2), (5, 5), (10, 4), (12, 25)])
@pytest.mark.parametrize("difference", [-0.3, 0.0, 0.2, 0.7])
def test_no_claim_is_wrong_in_more_than_half_of_what_the_level_leaves(n_1, n_2, difference):
    lows, highs = (
        np.array([[getattr(held_newcombe(x, n_1, y, n_2), end) for y in range(n_2 + 1)] for x in range(n_1 + 1)])
        for end in ("low", "high")
    )
    for p_2 in np.linspace(max(0.0, -difference), min(1.0, 1 - difference), 41):
        p_1 = min(1.0, max(0.0, p_2 + difference))
        chances = np.outer(binom.pmf(np.arange(n_1 + 1), n_1, p_1), binom.pmf(np.arange(n_2 + 1), n_2, p_2))
        assert chances[lows > difference + 1e-9].sum() <= 0.0251  # the grid of shares is a little coarse
        assert chances[highs < difference - 1e-9].sum() <= 0.0251


@given(shares, shares)
def test_it_is_newcombes_interval_or_wider_and_mirrors(first, second):
    held, plain = held_newcombe(*first, *second), newcombe(*first, *second)
    assert -1 <= held.low <= plain.low <= plain.high <= held.high <= 1
    assert (held.method == plain.method) == ((held.low, held.high) == (plain.low, plain.high))
    swapped = held_newcombe(*second, *first)
    assert (swapped.low, swapped.high) == pytest.approx((-held.high, -held.low), abs=1e-9)


def test_large_groups_keep_the_published_limits():
    for counts in ((20, FEW, 10, FEW), (2, 10, 900, MOST + 1)):
        assert held_newcombe(*counts) == newcombe(*counts)
    assert held_newcombe(20, FEW, 10, FEW, few=FEW + 1).low < newcombe(20, FEW, 10, FEW).low
