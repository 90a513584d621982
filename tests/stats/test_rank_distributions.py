import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.rank_distributions import rank_sum_distribution, signed_rank_distribution


def test_small_distributions_counted_by_hand():
    # subsets of 1..9 with a sum of at most 5: the empty one, 1, 2, 3, 12, 4, 13, 5, 14, 23, so 10 of 512
    signed = signed_rank_distribution(2 * np.arange(1, 10), np.ones(9, dtype=int))
    assert signed[: 2 * 5 + 1].sum() == pytest.approx(10 / 512, rel=1e-14)
    # two of 1..5: 12, 13, 14 and 23 have sums of at most 5, so 4 of 10
    sums = rank_sum_distribution(2 * np.arange(1, 6), np.ones(5, dtype=int), 2)
    assert sums[: 2 * 5 + 1].sum() == pytest.approx(4 / 10, rel=1e-14)


ties = st.lists(st.integers(1, 3), min_size=1, max_size=4)


@given(ties, st.integers(0, 12))
def test_rank_sums_by_enumeration(counts, chosen):
    total = sum(counts)
    chosen = min(chosen, total)
    doubled = np.array([2 * sum(counts[:i]) + counts[i] + 1 for i in range(len(counts))])
    ranks = np.repeat(doubled, counts)
    sums = [sum(ranks[list(picked)]) for picked in itertools.combinations(range(total), chosen)]
    found = rank_sum_distribution(doubled, np.array(counts), chosen)
    assert found == pytest.approx(np.bincount(sums, minlength=found.size) / len(sums), abs=1e-14)
    assert found.sum() == pytest.approx(1.0, rel=1e-14)


def test_what_would_take_too_long_is_not_computed():
    ranks, ones = 2 * np.arange(1, 2001), np.ones(2000, dtype=int)
    assert signed_rank_distribution(ranks, ones) is None
    assert rank_sum_distribution(ranks, ones, 1000) is None
