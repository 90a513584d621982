"""What one more group, quite unlike those that were seen, could make of a result over groups."""

import numpy as np
import pytest

from effektmatt.core import About, Linkage, Unit
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.designs import Design
from effektmatt.stats.sampled import sampled_mean, sampled_mean_change, sampled_share
from effektmatt.stats.samples import Samples
from effektmatt.stats.share import clopper_pearson
from effektmatt.stats.unlike_groups import bounded_over_groups

ALL = About(self_selected=False)


def offices(groups, each=10):
    return Design(np.ones(groups * each), clusters=np.repeat(np.arange(groups), each))


def over(estimate):
    return next(one for one in estimate.sensitivity if one.weakens)


@pytest.mark.parametrize("none", [0, 3])
def test_groups_that_are_each_all_or_nothing_are_as_so_many_people(none):
    hits = np.repeat([1.0] * (20 - none) + [0.0] * none, 10)
    exact = clopper_pearson(20 - none, 20)
    low, high = bounded_over_groups([(hits, offices(20))], (1.0,), (0.0, 1.0))
    assert (low, high) == pytest.approx((exact.low, exact.high), abs=0.005)


@pytest.mark.parametrize(("groups", "verdict"), [(12, Verdict.LIKELY_MET), (80, Verdict.MET)])
def test_twelve_offices_that_are_alike_do_not_show_what_all_offices_are(groups, verdict):
    """Nine in ten do what they shall in each office that was seen; of every ten offices one might do nothing."""
    hits = np.tile([1.0] * 9 + [0.0], groups)
    hits[::70] = 0.0
    share = sampled_share("share", (hits, offices(groups)), ALL)
    fulfilment = judge(share, Target(at_least=0.82))
    assert fulfilment.verdict is verdict
    assert (fulfilment.reasons[0].code == "unlike-group-may-overturn") is (groups == 12)
    assert fulfilment.decided_by is None
    assert over(share).low < share.interval.low


def test_what_many_groups_lack_is_little_and_stays_on_the_scale():
    rng = np.random.default_rng(2)
    found = []
    for groups in (12, 120):
        answers = np.clip(rng.integers(3, 6, groups * 10) * 1.0, 1, 5)
        found.append(over(sampled_mean("mean-score", Unit.SCORE, (answers, offices(groups)), ALL, (1.0, 5.0))))
    few, many = found
    assert 1 <= few.low < many.low < 4 < many.high < few.high <= 5


@pytest.mark.parametrize("linkage", list(Linkage)[:2])
def test_a_change_withstands_a_group_that_changed_a_quarter_of_the_scale_the_wrong_way(linkage):
    rng = np.random.default_rng(4)
    before = rng.integers(1, 4, 200) * 1.0
    waves = Samples(
        before=(before, offices(20)), after=(before + rng.integers(0, 3, 200), offices(20)), linkage=linkage
    )
    change = sampled_mean_change(waves, ALL, (1.0, 5.0))
    interval = change.difference.interval
    ends = over(change.difference)
    assert -1 < ends.low < interval.low < interval.high <= ends.high
    relative = change.effects[1]
    assert over(relative).low < relative.interval.low
    assert over(relative).low == pytest.approx(ends.low / before.mean(), rel=0.5)


def test_people_who_took_part_each_for_himself_have_no_groups_to_lack():
    hits, design = np.tile([1.0, 0.0], 50), Design(np.repeat([1.0, 2.0], 50))
    assert not any(one.weakens for one in sampled_share("share", (hits, design), ALL).sensitivity)
