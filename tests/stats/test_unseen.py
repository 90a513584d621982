"""When rare high values may be missing from a sample, and what may then not be said."""

import math

import numpy as np
import pytest

from effektmatt.core import About
from effektmatt.goals import Target, Verdict, judge
from effektmatt.measurements.numbers import Numbers, Waves
from effektmatt.measurements.outcomes import Measured, mean_change_outcome, mean_outcome
from effektmatt.stats.unseen import ENOUGH_TO_SEE

DAYS = Measured(label="Sjukdagar")


def mean(n, lowest=0):
    values = np.arange(n) % 9 + float(lowest)
    return mean_outcome(Numbers(values=values), About(self_selected=False), DAYS).estimate


def test_what_three_in_a_hundred_have_is_unseen_in_fewer_than_one_sample_in_ten_from_there_on():
    assert 0.97**ENOUGH_TO_SEE < 0.1
    assert math.log(0.1) / math.log(0.97) > ENOUGH_TO_SEE - 5


@pytest.mark.parametrize(("n", "lowest", "told"), [(40, 0, True), (79, 0, True), (80, 0, False), (40, 100, False)])
def test_few_numbers_that_begin_near_nought_are_told_of(n, lowest, told):
    assert bool([note for note in mean(n, lowest).notes if note.code == "rare-values-unseen"]) is told


def test_what_a_higher_mean_would_overturn_is_left_open_and_what_it_would_strengthen_is_told():
    few = mean(40)
    assert judge(few, Target(at_most=10)).verdict is Verdict.UNDETERMINED
    assert judge(few, Target(at_most=10)).reasons[0].code == "rare-values-may-overturn"
    assert judge(few, Target(at_least=10)).verdict is Verdict.UNDETERMINED
    assert judge(few, Target(at_least=1)).verdict is Verdict.LIKELY_MET
    assert judge(few, Target(at_most=1)).verdict is Verdict.LIKELY_NOT_MET
    assert judge(mean(80), Target(at_most=10)).verdict is Verdict.LIKELY_MET


@pytest.mark.parametrize(("n", "verdict"), [(40, Verdict.UNDETERMINED), (120, Verdict.LIKELY_MET)])
def test_a_change_is_left_open_either_way(n, verdict):
    levels = np.arange(n) % 9 + 0.0
    before, after = Numbers(values=levels + 6 + np.arange(n) % 2), Numbers(values=levels)
    waves = Waves(before=before, after=after, pairs=(np.arange(n), np.arange(n)))
    change = mean_change_outcome(waves, About(self_selected=False), DAYS).estimate
    found = judge(change, Target(decrease_by=1))
    assert found.verdict is verdict
    assert (found.reasons[0].code == "rare-values-may-overturn") is (n == 40)
    assert judge(change, Target(increase_by=1)).verdict is (Verdict.UNDETERMINED if n == 40 else Verdict.LIKELY_NOT_MET)


def test_everybody_measured_is_counted_and_nothing_is_unseen():
    values = Numbers(values=np.arange(40) % 9 + 0.0)
    counted = mean_outcome(values, About(population=40), DAYS).estimate
    assert judge(counted, Target(at_most=10)).verdict is Verdict.MET
