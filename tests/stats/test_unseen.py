"""When rare high values may be missing from a sample, and what may then not be said."""

import numpy as np
import pytest

from effektmatt.core import About, Reading
from effektmatt.goals import Target, Verdict, judge
from effektmatt.measurements.numbers import Numbers, Waves
from effektmatt.measurements.outcomes import Measured, mean_change_outcome, mean_outcome
from effektmatt.stats.unseen import RARE, RISK, RISK_OF_TWO, TIMES, UNLIKE

DAYS = Measured(label="Sjukdagar")


def mean(n, lowest=0):
    values = np.arange(n) % 9 + float(lowest)
    return mean_outcome(Numbers(values=values), About(self_selected=False), DAYS).estimate


def test_from_eighty_on_what_three_in_a_hundred_have_is_seen_nine_times_in_ten_and_in_two_waves_from_fifty_three_each():
    assert (1 - RARE) ** 80 < RISK < (1 - RARE) ** 79
    of_both = (1 - RARE) * (1 - RARE / UNLIKE)
    assert of_both**53 < RISK_OF_TWO < of_both**52


@pytest.mark.parametrize(("n", "lowest", "told"), [(40, 0, True), (79, 0, True), (80, 0, False), (40, 100, False)])
def test_few_numbers_that_begin_near_nought_are_told_of(n, lowest, told):
    assert bool([note for note in mean(n, lowest).notes if note.code == "rare-values-unseen"]) is told


def test_a_level_holds_for_what_three_in_a_hundred_could_add_and_not_for_less():
    few = mean(40)
    added = RARE * (TIMES - 1) * few.value
    highest = max(few.interval.high, few.cautious.high) + added
    assert judge(few, Target(at_most=highest + 0.01)).verdict is Verdict.LIKELY_MET
    assert judge(few, Target(at_most=highest - 0.01)).verdict is Verdict.UNDETERMINED
    assert judge(few, Target(at_most=highest - 0.01)).reasons[0].code == "rare-values-may-overturn"
    assert judge(few, Target(at_least=highest - 0.01)).verdict is Verdict.UNDETERMINED
    assert judge(few, Target(at_least=highest + 0.01)).verdict is Verdict.LIKELY_NOT_MET
    assert judge(few, Target(at_least=1)).verdict is Verdict.LIKELY_MET
    assert judge(few, Target(at_most=1)).verdict is Verdict.LIKELY_NOT_MET
    assert judge(mean(80), Target(at_most=10)).verdict is Verdict.LIKELY_MET


def change(n, reading=Reading.POINTS):
    levels = np.arange(n) % 9 + 0.0
    before, after = Numbers(values=levels + 6 + np.arange(n) % 2), Numbers(values=levels)
    waves = Waves(before=before, after=after, pairs=(np.arange(n), np.arange(n)))
    return mean_change_outcome(waves, About(self_selected=False), DAYS, reading=reading).estimate


@pytest.mark.parametrize(("n", "told"), [(40, True), (52, True), (53, False)])
def test_two_waves_tell_more_than_one_for_they_do_not_differ_much_in_how_many_have_rare_values(n, told):
    notes = [note.values for note in change(n).notes if note.code == "rare-values-unseen"]
    assert bool(notes) is told
    assert all((values["enough"], values["waves"]) == (53, 2) for values in notes)


def test_a_change_holds_for_one_in_a_hundred_more_in_either_wave():
    few = change(40)
    added = (RARE - RARE / UNLIKE) * (TIMES * 10.25 - 3.75)  # the means before and after are 10.25 and 3.75
    assert judge(few, Target(decrease_by=1)).reasons[0].code == "rare-values-may-overturn"
    highest = max(few.interval.high, few.cautious.high) + added
    assert highest > 0
    assert judge(few, Target(increase_by=highest - 0.01)).verdict is Verdict.UNDETERMINED
    assert judge(few, Target(increase_by=highest + 0.01)).verdict is Verdict.LIKELY_NOT_MET
    assert judge(change(53), Target(decrease_by=1)).verdict is Verdict.LIKELY_MET


def test_a_relative_change_is_thinned_by_what_both_waves_have():
    few = change(40, Reading.RELATIVE)
    (note,) = (note for note in few.notes if note.code == "rare-values-unseen")
    start, each = 10.25, note.values["each"]
    assert each == pytest.approx(TIMES * start)
    ratio = 1 + max(few.interval.high, few.cautious.high)
    thinned = (ratio * start + RARE * (each - 3.75)) / (start + RARE / UNLIKE * (each - 3.75)) - 1
    assert note.values["high"] == pytest.approx(thinned)
    assert judge(few, Target(decrease_by=0.2, reading="relative")).verdict is Verdict.UNDETERMINED


def test_everybody_measured_is_counted_and_nothing_is_unseen():
    values = Numbers(values=np.arange(40) % 9 + 0.0)
    counted = mean_outcome(values, About(population=40), DAYS).estimate
    assert judge(counted, Target(at_most=10)).verdict is Verdict.MET
