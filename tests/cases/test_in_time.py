"""The share closed in time: what its change rests on, and how surely it is told of few cases."""

import numpy as np
import pytest

from effektmatt.cases.in_time import Followed, difference_in_time, share_in_time
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.cautious_shares import melded_difference

RISE = Target(direction="increase")


def wave(name, in_time, late, *, open_at=(), withdrawn_at=()):
    """Make a wave of cases with a limit of 30 days."""
    days = [*[10] * in_time, *[50] * late, *open_at, *withdrawn_at]
    ended = [1] * (in_time + late) + [0] * len(open_at) + [2] * len(withdrawn_at)
    return Followed(wave=name, days=np.array(days), ended=np.array(ended), limits=np.full(len(days), 30.0))


def change(before, after):
    shares = tuple(share_in_time(one, 0.95, ()) for one in (before, after))
    return difference_in_time((before, after), shares, 0.95)


def codes(notes):
    return [note.code for note in notes]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_change_rests_on_what_either_share_rests_on(swapped):
    known, open_still = wave("a", 30, 30), wave("b", 50, 20, open_at=[*range(12, 22)])
    found = change(open_still, known) if swapped else change(known, open_still)
    assert sorted(codes(found.assumptions)) == ["cases-independent", "open-like-closed"]


def test_few_cases_need_the_cautious_interval_too():
    found = change(wave("a", 1, 6), wave("b", 7, 1))
    expected = melded_difference(7, 8, 1, 7)
    assert (found.cautious.low, found.cautious.high) == pytest.approx((expected.low, expected.high))
    assert judge(found, RISE).verdict is Verdict.LIKELY_MET
    fewer = change(wave("a", 5, 5), wave("b", 18, 2))
    assert fewer.interval.low > 0 > fewer.cautious.low
    assert judge(fewer, RISE).verdict is Verdict.UNDETERMINED


def test_the_wave_that_is_furthest_from_enough_is_told_of():
    large = wave("a", 300, 20, open_at=[*range(12, 22)])
    small = wave("b", 25, 5, open_at=[11, 12])
    (told,) = [note for note in change(large, small).notes if note.code == "interval-approximate"]
    assert told.values["n"] == 32
