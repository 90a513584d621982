"""Shares of people who weigh differently, of a population whose size is known."""

import numpy as np
import pytest
from scipy.special import stdtrit

from effektmatt.core import About, Range
from effektmatt.stats.designs import Design, design_share
from effektmatt.stats.grouped import cautious_mean, cautious_share, grouped_share
from effektmatt.stats.sampled import sampled_share

HITS = np.repeat([1.0, 0.0], 20)


def share(heavy, population=44):
    weights = Design(np.repeat([heavy, 1.0], 20))
    return sampled_share("share", (HITS, weights), About(population=population)), weights


@pytest.mark.parametrize("heavy", [9.0, 1.6])
def test_weights_that_contradict_the_known_answers_leave_the_interval_and_are_told(heavy):
    """Of 44 people 20 said yes and 20 no: no weights make more than 24 of 44 of it."""
    found, weights = share(heavy)
    reference = design_share(HITS, weights).interval
    assert (found.interval.low, found.interval.high) == (reference.low, reference.high)
    assert found.interval.low < found.value < found.interval.high
    assert found.possible == Range(low=20 / 44, high=24 / 44)
    assert [(note.code, note.values["high"]) for note in found.notes] == [("weights-contradict-known", 24 / 44)]


def test_weights_that_agree_with_what_is_known_are_not_spoken_of():
    assert share(1.1)[0].notes == ()
    assert share(9.0, population=400)[0].notes == ()


@pytest.mark.parametrize(("largest", "worth"), [(300, 1), (60, 3), (5, 12)])
def test_groups_of_very_unequal_size_count_as_few(largest, worth):
    sizes = np.array([largest] + [5] * 11)
    design = Design(np.ones(int(sizes.sum())), clusters=np.repeat(np.arange(12), sizes))
    hits = (np.arange(design.n) % 10 < 8).astype(float)
    estimate = sampled_share("share", (hits, design), About(self_selected=False))
    told = {note.code: note.values for note in estimate.notes}
    assert design.worth == worth
    if worth == 12:
        assert told == {}
    else:
        assert told["interval-approximate"] == {"n": worth, "enough": 10}
        assert told["groups-unequal"] == {"groups": 12, "n": worth}
    assert estimate.cautious is not None


def test_the_cautious_interval_of_a_share_is_the_jackknife_on_the_logit_scale():
    """CR3 of a mean is the sum of squares of the means without each group, less the mean of all."""
    rng = np.random.default_rng(3)
    sizes = np.array([60] + [5] * 11)
    design = Design(np.ones(int(sizes.sum())), clusters=np.repeat(np.arange(12), sizes))
    hits = (rng.random(design.n) < 0.8).astype(float)
    share, cautious = grouped_share(hits, design), cautious_share(hits, design)
    without = [hits[design.clusters != one].mean() for one in range(12)]
    error = np.sqrt(((np.array(without) - hits.mean()) ** 2).sum())
    part = sizes / sizes.sum()
    scores = np.diag(np.sqrt(sizes)) / (1 - part) - np.outer(np.sqrt(sizes), part) / (1 - part)
    covariance = scores.T @ scores
    degrees = np.trace(covariance) ** 2 / (covariance**2).sum()
    half = stdtrit(degrees, 0.975) * error / (share.value * (1 - share.value))
    middle = np.log(share.value / (1 - share.value))
    assert cautious is not None
    assert cautious.low == pytest.approx(1 / (1 + np.exp(half - middle)))
    assert cautious.low < share.interval.low  # twelve that are worth three


def test_weights_count_as_so_many_people_in_the_cautious_interval():
    clusters = np.repeat(np.arange(12), 10)
    hits = (np.arange(120) % 7 < 5).astype(float)
    twice = np.concatenate([np.arange(120), np.flatnonzero(clusters % 3 == 0)])
    weighed = Design(np.where(clusters % 3 == 0, 2.0, 1.0), clusters=clusters)
    repeated = Design(np.ones(twice.size), clusters=clusters[twice])
    for found, same in (
        (cautious_share(hits, weighed), cautious_share(hits[twice], repeated)),
        (cautious_mean(hits, weighed), cautious_mean(hits[twice], repeated)),
    ):
        assert found is not None
        assert same is not None
        assert (found.low, found.high) == pytest.approx((same.low, same.high))
