"""Cautious limits for means: Clopper and Pearson's for noughts and ones; each tail is kept, where t's is not."""

import math

import numpy as np
import pytest

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.bounded_means import (
    _saddlepoint,
    bounded_mean,
    bounded_mean_change,
    bounded_mean_difference,
    bounded_mean_ratio,
    bounded_paired_ratio,
)
from effektmatt.stats.mean import mean, mean_difference, paired_mean_difference
from effektmatt.stats.share import clopper_pearson

ANSWERS = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[3, 6, 20, 40, 31])
BEFORE = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[20, 31, 30, 15, 4])
PAIRS = PairedCounts(levels=[1, 2, 3, 4], table=[[2, 3, 1, 0], [0, 6, 9, 1], [0, 2, 8, 4], [0, 0, 1, 3]])


@pytest.mark.parametrize(("hits", "n"), [(2, 2), (0, 5), (7, 10), (19, 20), (190, 200)])
def test_of_noughts_and_ones_they_are_those_of_clopper_and_pearson(hits, n):
    found, exact = bounded_mean(AnswerCounts(levels=[0, 1], counts=[n - hits, hits]), 0, 1), clopper_pearson(hits, n)
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=0.003)


def test_answers_that_are_all_alike_have_limits_too():
    found = bounded_mean(AnswerCounts(levels=[5.0], counts=[20]), 1, 5)
    assert found.low == pytest.approx(1 + 4 * 0.025 ** (1 / 20), abs=0.01)
    assert found.high == 5


def test_the_scale_turned_round_turns_the_limits():
    turned = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=ANSWERS.counts[::-1])
    found, other = bounded_mean(ANSWERS, 1, 5), bounded_mean(turned, 1, 5)
    assert (6 - other.high, 6 - other.low) == pytest.approx((found.low, found.high), abs=1e-6)


def test_they_are_a_little_wider_than_those_of_t():
    for cautious, usual in (
        (bounded_mean(ANSWERS, 1, 5), mean(ANSWERS).interval),
        (bounded_mean_change(PAIRS, 1, 4), paired_mean_difference(PAIRS).interval),
        (bounded_mean_difference(ANSWERS, BEFORE, 1, 5), mean_difference(ANSWERS, BEFORE).interval),
    ):
        assert usual.high - usual.low < cautious.high - cautious.low < 1.3 * (usual.high - usual.low)


def test_a_ratio_is_nought_where_the_difference_is():
    for ratio, difference in (
        (bounded_paired_ratio(PAIRS, 1, 4), bounded_mean_change(PAIRS, 1, 4)),
        (bounded_mean_ratio(ANSWERS, BEFORE, 1, 5), bounded_mean_difference(ANSWERS, BEFORE, 1, 5)),
    ):
        assert 0 < ratio.low < ratio.high < math.inf
        assert 0 < difference.low < difference.high
    after = float(PAIRS.after.counts @ PAIRS.levels / PAIRS.n)
    before = float(PAIRS.before.counts @ PAIRS.levels / PAIRS.n)
    found = bounded_paired_ratio(PAIRS, 1, 4)
    assert found.low < after / before - 1 < found.high


@pytest.mark.parametrize("n", [10, 40])
def test_each_tail_is_kept_where_four_of_five_answer_at_the_top(n):
    shares, levels, draws = np.array([0.02, 0.03, 0.05, 0.10, 0.80]), np.arange(1.0, 6.0), 600
    samples = np.random.default_rng(20).multinomial(n, shares, size=draws)
    truth, beyond = float(shares @ levels), np.zeros(2)
    for counts in samples:
        found = bounded_mean(AnswerCounts(levels=levels, counts=counts), 1, 5)
        beyond += (found.low > truth, found.high < truth)
    assert (beyond / draws <= 0.025 + 2 * math.sqrt(0.025 * 0.975 / draws)).all()


@pytest.mark.parametrize("scale", [1.0, 3.0, 10.0, 0.7])
def test_a_saddlepoint_is_found_where_newton_meets_it_exactly(scale):
    """The step that hits it has no length; it used to be taken for one out of range, and the middle was returned."""
    weights = np.array([1.0, 8.0, 3.0, 1.0])
    for limit in np.linspace(0.3, 0.9, 61):
        values = (limit - np.array([-1.0, 0.0, 1.0, 1.0])) * scale
        point = _saddlepoint(values, weights)
        assert weights @ (values / (1 - values * point)) == pytest.approx(0.0, abs=1e-8 * scale)
