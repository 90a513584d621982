"""Cautious limits for how two shares differ: no change is ruled out when Fisher's test, or the sign test, does so."""

import itertools
import math

import numpy as np
import pytest
from scipy.stats import binom, binomtest, fisher_exact

from effektmatt.stats.cautious_shares import (
    bounded_paired_share_difference,
    bounded_paired_share_ratio,
    melded_difference,
    melded_ratio,
)


@pytest.mark.parametrize("sizes", [(2, 2), (4, 4), (9, 6)])
def test_no_change_is_ruled_out_when_fishers_test_does_so(sizes):
    for hits in itertools.product(range(sizes[0] + 1), range(sizes[1] + 1)):
        table = [[hits[0], sizes[0] - hits[0]], [hits[1], sizes[1] - hits[1]]]
        p = fisher_exact(table, alternative="greater")[1]
        if abs(p - 0.025) > 1e-6:
            difference = melded_difference(hits[0], sizes[0], hits[1], sizes[1])
            assert (difference.low > 0) == (p < 0.025), hits
            if hits[1]:
                assert (melded_ratio(hits[0], sizes[0], hits[1], sizes[1]).low > 0) == (p < 0.025), hits


@pytest.mark.parametrize(("n_1", "n_2"), [(6, 6), (5, 15)])
def test_neither_tail_is_wrong_more_often_than_it_says(n_1, n_2):
    limits = [[melded_difference(a, n_1, b, n_2) for b in range(n_2 + 1)] for a in range(n_1 + 1)]
    low, high = (np.array([[getattr(one, end) for one in row] for row in limits]) for end in ("low", "high"))
    for p_1, p_2 in itertools.product((0.02, 0.2, 0.5, 0.8, 0.98), repeat=2):
        weight = np.outer(binom.pmf(range(n_1 + 1), n_1, p_1), binom.pmf(range(n_2 + 1), n_2, p_2))
        assert weight[low > p_1 - p_2 + 1e-9].sum() <= 0.0251
        assert weight[high < p_1 - p_2 - 1e-9].sum() <= 0.0251


@pytest.mark.parametrize(("up", "down"), [(5, 0), (6, 0), (9, 1), (10, 1), (12, 4), (0, 0)])
def test_the_same_people_have_changed_when_the_sign_test_says_so(up, down):
    p = binomtest(up, up + down, alternative="greater").pvalue if up + down else 1.0
    assert (bounded_paired_share_difference(3, up, down, 8).low > 0) == (p < 0.025)
    assert (bounded_paired_share_ratio(3, up, down, 8).low > 0) == (p < 0.025)


def test_a_ratio_to_nought_has_no_upper_limit():
    assert melded_ratio(4, 9, 0, 9).high == math.inf
    assert bounded_paired_share_ratio(2, 5, 1, 9).high > 1
