"""The ratio of two means."""

import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import assume, given
from hypothesis import strategies as st

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.clusters import UnitSums
from effektmatt.stats.probability import above
from effektmatt.stats.ratio_of_means import mean_ratio, paired_mean_ratio, unit_mean_ratio

LEVELS = [1, 2, 3, 4, 5]
answers = st.lists(st.integers(0, 9), min_size=5, max_size=5).filter(lambda counts: sum(counts) > 1)


def counted(counts):
    return AnswerCounts(levels=LEVELS, counts=counts)


@given(answers, answers)
def test_the_variance_is_that_of_the_logarithm(first, second):
    one, other = (np.repeat(LEVELS, counts) for counts in (first, second))
    found = mean_ratio(counted(first), counted(second))
    variance = sum(x.var(ddof=1) / x.size / x.mean() ** 2 for x in (one, other))
    assert found.value == pytest.approx(one.mean() / other.mean() - 1)
    assert found.std_error == pytest.approx(math.sqrt(variance) if variance else math.inf, abs=1e-12)


@given(answers, answers)
def test_swapping_the_groups_inverts_the_ratio(first, second):
    found, turned = mean_ratio(counted(first), counted(second)), mean_ratio(counted(second), counted(first))
    assume(found.varied)
    assert (1 + turned.interval.high) * (1 + found.interval.low) == pytest.approx(1)


def test_linked_people_have_the_covariance_of_their_answers():
    pairs = PairedCounts(levels=[1, 2, 3], table=[[2, 3, 1], [0, 4, 5], [1, 0, 4]])
    before = np.repeat([1, 1, 1, 2, 2, 2, 3, 3, 3], pairs.table.ravel())
    after = np.repeat([1, 2, 3] * 3, pairs.table.ravel())
    (v1, c), (_, v2) = np.cov(after, before)
    m1, m2, n = after.mean(), before.mean(), after.size
    error = math.sqrt((v1 / m1**2 + v2 / m2**2 - 2 * c / m1 / m2) / n)
    found = paired_mean_ratio(pairs)
    assert found.std_error == pytest.approx(error)
    reach = scipy.stats.t.ppf(0.975, n - 1) * error
    assert found.interval.high == pytest.approx(math.exp(math.log(m1 / m2) + reach) - 1)


def test_everybody_alike_says_nothing_of_the_error():
    found = paired_mean_ratio(PairedCounts(levels=[2, 4], table=[[0, 5], [0, 0]]))
    assert (found.value, found.varied, found.curve) == (1.0, False, None)
    assert (found.interval.low, found.interval.high) == (-1.0, math.inf)


def test_changes_alike_of_levels_that_vary_do_say_something():
    found = paired_mean_ratio(PairedCounts(levels=[1, 2, 3], table=[[0, 5, 0], [0, 0, 5], [0, 0, 0]]))
    assert found.varied
    # log(m + 1) - log(m): its error is that of the mean before times 1 / (m + 1) - 1 / m
    assert found.std_error == pytest.approx(math.sqrt(2.5 / 9 / 10) * (1 / 1.5 - 1 / 2.5))


def test_the_probability_is_half_of_what_the_interval_leaves_out():
    found = mean_ratio(counted([1, 2, 4, 8, 5]), counted([3, 6, 6, 3, 2]))
    assert above(found.curve, found.interval.low) == pytest.approx(0.975)
    assert above(found.curve, found.interval.high) == pytest.approx(0.025)


def test_a_scale_with_negative_values_has_no_ratio():
    below = AnswerCounts(levels=[-2, 1], counts=[5, 2])
    with pytest.raises(ValueError, match=r"means above nought; got -1\.14286"):
        mean_ratio(counted([1, 1, 1, 1, 1]), below)


def test_units_of_one_observation_in_one_wave_each_are_independent_answers():
    """Then CR2 is the variance of independent groups, and the ratio that of `mean_ratio`."""
    first, second = [1, 2, 2, 4, 5], [1, 1, 2, 3]
    n = [[1, 0]] * 5 + [[0, 1]] * 4
    total = [[one, 0] for one in first] + [[0, one] for one in second]
    over_units = unit_mean_ratio(UnitSums(n=n, total=total))
    ours, theirs = (AnswerCounts(levels=LEVELS, counts=np.bincount(x, minlength=6)[1:]) for x in (first, second))
    independent = mean_ratio(ours, theirs)
    assert over_units.value == pytest.approx(independent.value)
    assert over_units.std_error == pytest.approx(independent.std_error)


def test_a_ratio_over_units_needs_two_cells_above_nought():
    with pytest.raises(ValueError, match="a ratio needs two cells; got 1"):
        unit_mean_ratio(UnitSums(n=[[1], [2]], total=[[1], [1]]))
    with pytest.raises(ValueError, match=r"means above nought; got 0\.5 and 0"):
        unit_mean_ratio(UnitSums(n=[[1, 1], [1, 1]], total=[[1, 0], [0, 0]]))


def test_limits_too_large_for_a_number_are_infinite():
    near_nought = AnswerCounts(levels=[-1, 1.001], counts=[1, 1])
    assert mean_ratio(counted([1, 2, 4, 8, 5]), near_nought).interval.high == math.inf
