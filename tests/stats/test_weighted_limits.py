"""Cautious limits where people weigh differently."""

import numpy as np
import pytest

from effektmatt.core import About, Linkage, PairedCounts, Unit
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.bounded_means import bounded_mean_change
from effektmatt.stats.designs import Design
from effektmatt.stats.sampled import sampled_mean, sampled_mean_change, sampled_share
from effektmatt.stats.samples import Samples
from effektmatt.stats.share import clopper_pearson
from effektmatt.stats.weighted_limits import (
    bounded_weighted_difference,
    bounded_weighted_mean,
    cautious_weighted_share,
)

ALL = About(self_selected=False)


@pytest.mark.parametrize(("hits", "n"), [(20, 20), (17, 20), (0, 6)])
def test_with_equal_weights_the_limits_are_exact(hits, n):
    answers, design = np.repeat([1.0, 0.0], [hits, n - hits]), Design(np.full(n, 3.0))
    exact = clopper_pearson(hits, n)
    share, mean = cautious_weighted_share(answers, design), bounded_weighted_mean(answers, design, 0, 1)
    assert (mean.low, mean.high) == pytest.approx((exact.low, exact.high), abs=0.005)
    # as svyciprop: exact, but for the degrees of freedom that the variance costs
    assert share.low == pytest.approx(exact.low, abs=0.01)


def test_a_few_heavy_answers_count_for_as_few_as_they_are_worth():
    """Four of twenty have nine tenths of the weight: no more than about five are heard."""
    answers, design = np.ones(20), Design([36.0] * 4 + [1.0] * 16)
    assert cautious_weighted_share(answers, design).low == pytest.approx(clopper_pearson(5, 5).low, abs=0.02)
    assert bounded_weighted_mean(answers, design, 0, 1).low == pytest.approx(clopper_pearson(5, 5).low, abs=0.02)
    assert judge(sampled_share("share", (answers, design), ALL), Target(at_least=0.8)).verdict is Verdict.UNDETERMINED


def test_the_limits_of_the_change_of_linked_people_are_those_without_weights_where_all_weigh_alike():
    table = [[1, 4, 0], [0, 3, 5], [0, 1, 4]]
    before, after = (np.repeat(place, np.ravel(table)) + 1.0 for place in np.indices((3, 3)).reshape(2, -1))
    design = Design(np.ones(before.size), clusters=np.arange(before.size))
    found = bounded_weighted_difference((after, design), (before, design), 1, 3)
    other = bounded_mean_change(PairedCounts(levels=[1, 2, 3], table=table), 1, 3)
    assert (found.low, found.high) == pytest.approx((other.low, other.high))


def test_who_is_in_one_wave_only_leaves_no_cautious_interval():
    first, second = (Design(np.ones(4), clusters=people) for people in ([0, 1, 2, 3], [0, 1, -1, -2]))
    assert bounded_weighted_difference(([1, 2, 3, 4], first), ([1, 1, 2, 2], second), 1, 5) is None


def test_intervals_of_weighted_scores_stay_on_the_scale():
    answers, design = np.array([5.0] * 7 + [1.0]), Design([1.0] * 7 + [2.0])
    mean = sampled_mean("mean-score", Unit.SCORE, (answers, design), ALL, (1.0, 5.0))
    assert 1 <= mean.interval.low < mean.interval.high == 5
    waves = Samples(before=(6 - answers, design), after=(answers, design), linkage=Linkage.INDEPENDENT)
    change = sampled_mean_change(waves, ALL, (1.0, 5.0)).difference
    assert -4 <= change.interval.low < change.interval.high <= 4
    assert -4 <= change.cautious.low < change.cautious.high <= 4
