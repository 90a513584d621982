"""scipy.stats.bootstrap on rows is the peer: same distribution, other random numbers."""

import numpy as np
import pytest
import scipy.stats

from effektmatt.stats.bootstrap import bca_limits, resampled_sums, unit_acceleration


def share_of_units(sums):
    return sums[:, 1] / sums[:, 0]


def limits(table, resamples=20_000):
    everybody = table.sum(axis=0)
    left_out = share_of_units(everybody - table)
    replicates = share_of_units(resampled_sums(table, resamples, 1))
    return bca_limits(float(everybody[1] / everybody[0]), replicates, unit_acceleration(left_out), 0.95)


def units(count):
    rng = np.random.default_rng(6)
    n = rng.integers(2, 9, count)
    return np.column_stack([n, rng.binomial(n, np.clip(rng.normal(0.6, 0.25, count), 0, 1))]).astype(float)


def test_units_are_resampled_whole():
    sums = units(40)

    def on_rows(index, axis):
        return share_of_units(sums[index].sum(axis=-2).reshape(-1, 2)).reshape(index.shape[:-1])

    found = limits(sums)
    peer = scipy.stats.bootstrap(
        (np.arange(40),), on_rows, method="BCa", n_resamples=20_000, rng=5, vectorized=True
    ).confidence_interval
    assert found == pytest.approx((peer.low, peer.high), abs=0.005)


def test_the_acceleration_of_a_mean_is_a_sixth_of_its_skewness():
    # Efron 1987: for a mean, a = skewness / (6 sqrt n)
    values = np.repeat([1.0, 2, 3, 4, 5], [2, 1, 3, 20, 40])
    left_out = (values.sum() - values) / (values.size - 1)
    expected = scipy.stats.skew(values) / (6 * np.sqrt(values.size))
    assert unit_acceleration(left_out) == pytest.approx(expected, rel=1e-9)


def test_blocks_draw_every_unit_equally_often():
    table = np.eye(3_000)
    drawn = resampled_sums(table, 2_000, 1)
    assert drawn.shape == (2_000, 3_000)
    assert drawn.sum(axis=1) == pytest.approx(np.full(2_000, 3_000.0))
    # each unit is drawn 2000 times on average; six standard errors
    assert np.abs(drawn.sum(axis=0) - 2_000).max() < 6 * np.sqrt(2_000)


def test_each_resample_has_as_many_units_as_there_are_also_when_they_are_many():
    count = 70_000
    drawn = resampled_sums(np.column_stack([np.ones(count), np.arange(count)]), 20, 1)
    assert drawn[:, 0].tolist() == [count] * 20
    # the mean of a place is uniform: six standard errors of the mean of twenty resamples
    assert abs(drawn[:, 1].mean() / count - (count - 1) / 2) < 6 * count / np.sqrt(12 * count * 20)


def test_units_that_are_alike_say_nothing_of_the_error():
    found = limits(np.array([[4.0, 2.0]] * 5))
    assert found == (-np.inf, np.inf)


def test_what_cannot_be_resampled_is_refused():
    with pytest.raises(ValueError, match="needs resamples; got 0"):
        limits(units(5), resamples=0)
    with pytest.raises(ValueError, match="no value in more than one of twenty"):
        bca_limits(0.5, np.array([0.5, np.nan, 0.4]), 0.0, 0.95)
