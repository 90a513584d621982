"""scipy.stats.bootstrap on rows is the peer: same distribution, other random numbers."""

import numpy as np
import pytest
import scipy.stats

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.bootstrap import (
    _acceleration,
    bca,
    bca_mean_change,
    bca_mean_difference,
    cluster_bootstrap,
    resampled_sums,
)

LEVELS = np.array([1.0, 2, 3, 4, 5])


def mean_of(table):
    return table @ LEVELS / table.sum(axis=1)


def rows(counts):
    return np.repeat(LEVELS, counts)


def test_one_mean_agrees_with_scipy_on_rows():
    counts = [2, 1, 3, 20, 40]
    interval = bca([counts], mean_of, resamples=40_000)
    peer = scipy.stats.bootstrap((rows(counts),), np.mean, method="BCa", n_resamples=40_000, rng=3).confidence_interval
    # both are random; means of 66 answers lie a step of 1 / 66 apart
    assert interval.low == pytest.approx(peer.low, abs=1.01 / 66)
    assert interval.high == pytest.approx(peer.high, abs=1.01 / 66)


def test_two_means_agree_with_scipy_on_rows():
    after, before = [1, 2, 4, 8, 5], [9, 6, 6, 3, 2]
    found = bca_mean_difference(
        AnswerCounts(levels=LEVELS, counts=after), AnswerCounts(levels=LEVELS, counts=before), resamples=40_000
    )
    peer = scipy.stats.bootstrap(
        (rows(after), rows(before)),
        lambda x, y, axis: x.mean(axis=axis) - y.mean(axis=axis),
        method="BCa",
        n_resamples=40_000,
        rng=4,
    ).confidence_interval
    assert found.low == pytest.approx(peer.low, abs=0.02)
    assert found.high == pytest.approx(peer.high, abs=0.02)


def test_the_acceleration_of_a_mean_is_a_sixth_of_its_skewness():
    # Efron 1987: for a mean, a = skewness / (6 sqrt n)
    counts = np.array([2.0, 1, 3, 20, 40])
    expected = scipy.stats.skew(rows(counts.astype(int))) / (6 * np.sqrt(counts.sum()))
    assert _acceleration([counts], mean_of) == pytest.approx(expected, rel=1e-9)


def test_mean_change_is_that_of_the_changes():
    pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 4], [0, 3, 5], [0, 1, 4]])
    interval = bca_mean_change(pairs)
    assert interval.low < (2 + 4 * 2 + 5 - 1) / 20 < interval.high


def test_the_same_seed_gives_the_same_interval_and_another_nearly():
    counts = [2, 1, 3, 20, 40]
    assert bca([counts], mean_of) == bca([counts], mean_of)
    assert bca([counts], mean_of, seed=2).low == pytest.approx(bca([counts], mean_of).low, abs=0.03)


def test_coverage_of_a_skewed_mean():
    # 400 samples of 60 answers, four fifths of them 5: 95 % within two standard errors (1.1 %), less a little
    # for the small sample, as is known of BCa
    rng = np.random.default_rng(9)
    chances = np.array([0.05, 0.02, 0.03, 0.1, 0.8])
    true = LEVELS @ chances
    covered = 0
    for sample in rng.multinomial(60, chances, size=400):
        interval = bca([sample], mean_of, resamples=999)
        covered += interval.low <= true <= interval.high
    assert 0.90 <= covered / 400 <= 0.98


def test_units_are_resampled_whole():
    rng = np.random.default_rng(6)
    n = rng.integers(2, 9, (40, 2))
    hits = rng.binomial(n, np.clip(rng.normal(0.6, 0.25, (40, 1)), 0, 1))
    sums = np.column_stack([n[:, 0], hits[:, 0], n[:, 1], hits[:, 1]])

    def difference(table):
        return table[:, 1] / table[:, 0] - table[:, 3] / table[:, 2]

    def on_rows(index, axis):
        return difference(sums[index].sum(axis=-2).reshape(-1, 4)).reshape(index.shape[:-1])

    found = cluster_bootstrap(sums, difference, resamples=20_000)
    peer = scipy.stats.bootstrap(
        (np.arange(40),), on_rows, method="BCa", n_resamples=20_000, rng=5, vectorized=True
    ).confidence_interval
    assert found.low == pytest.approx(peer.low, abs=0.005)
    assert found.high == pytest.approx(peer.high, abs=0.005)


def test_blocks_draw_every_unit_equally_often():
    table = np.eye(3_000)
    drawn = resampled_sums(table, 2_000, 1)
    assert drawn.shape == (2_000, 3_000)
    assert drawn.sum(axis=1) == pytest.approx(np.full(2_000, 3_000.0))
    # each unit is drawn 2000 times on average; six standard errors
    assert np.abs(drawn.sum(axis=0) - 2_000).max() < 6 * np.sqrt(2_000)


def test_each_resample_has_as_many_units_as_there_are_also_when_they_are_many():
    units = 70_000
    drawn = resampled_sums(np.column_stack([np.ones(units), np.arange(units)]), 20, 1)
    assert drawn[:, 0].tolist() == [units] * 20
    # the mean of a place is uniform: six standard errors of the mean of twenty resamples
    assert abs(drawn[:, 1].mean() / units - (units - 1) / 2) < 6 * units / np.sqrt(12 * units * 20)


def test_answers_that_are_alike_say_nothing_of_the_error():
    found = bca([[0, 0, 7, 0, 0]], mean_of)
    assert (found.low, found.high) == (-np.inf, np.inf)


def test_what_cannot_be_resampled_is_refused():
    with pytest.raises(ValueError, match="needs resamples; got 0"):
        bca([[0, 2, 7, 0, 0]], mean_of, resamples=0)
    with pytest.raises(ValueError, match="at least two observations"):
        bca([[1, 0, 0, 0, 0]], mean_of)
    with pytest.raises(ValueError, match="row of counts"):
        bca([[1.5, 2]], mean_of)
    with pytest.raises(ValueError, match="at least two units"):
        cluster_bootstrap([[1, 2]], lambda table: table[:, 0])
    with pytest.raises(ValueError, match="no value in more than one of twenty"):
        cluster_bootstrap([[1, 1], [0, 1]], lambda table: np.where(table[:, 0] > 0, table[:, 1], np.nan))
