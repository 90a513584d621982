"""Means, changes and shares of measured numbers, held against scipy."""

import numpy as np
import pytest
from scipy import stats

from effektmatt.core import About, Limits, Linkage, Reading, Unit
from effektmatt.measurements.numbers import Numbers, Waves
from effektmatt.measurements.outcomes import (
    Measured,
    compared_change,
    mean_change_outcome,
    mean_outcome,
    over_time,
    share_within_outcome,
)

DAYS = Measured(label="Sjukdagar", measured_in="dagar")
RANDOM = np.random.default_rng(3)
BEFORE = np.round(RANDOM.gamma(2.0, 5.0, 60), 1)
AFTER = np.round(BEFORE * 0.8 + RANDOM.gamma(1.0, 2.0, 60), 1)


def numbers(values, kon=None) -> Numbers:
    groups = {} if kon is None else {"kon": np.array(kon, dtype=object)}
    return Numbers(values=np.array(values, dtype=np.float64), groups=groups)


def linked(before, after, **groups) -> Waves:
    both = np.arange(len(before))
    return Waves(before=numbers(before, **groups), after=numbers(after, **groups), pairs=(both, both))


def ends(estimate):
    return estimate.interval.low, estimate.interval.high


def test_a_mean_has_the_t_interval():
    found = mean_outcome(numbers(AFTER), About(), DAYS).estimate
    expected = stats.t.interval(0.95, AFTER.size - 1, AFTER.mean(), stats.sem(AFTER))
    assert ends(found) == pytest.approx(expected)
    assert found.unit is Unit.NUMBER


def test_the_mean_of_everybody_is_counted():
    found = mean_outcome(numbers([1, 2, 6]), About(population=3), DAYS).estimate
    assert (found.value, found.interval, found.evidence) == (3.0, None, "census")


def test_who_has_no_number_is_missing_and_no_nought():
    found = mean_outcome(numbers([1, 2, 6, np.nan]), About(population=4), DAYS).estimate
    assert (found.value, found.n) == (3.0, 3)
    assert found.interval is not None


def test_the_change_of_linked_people_is_the_paired_one():
    found = mean_change_outcome(linked(BEFORE, AFTER), About(), DAYS)
    change = AFTER - BEFORE
    expected = stats.t.interval(0.95, change.size - 1, change.mean(), stats.sem(change))
    assert ends(found.estimate) == pytest.approx(expected)
    assert found.estimate.method == "t-paired"


def test_the_change_where_nobody_is_linked_is_that_of_welch():
    found = mean_change_outcome(Waves(before=numbers(BEFORE), after=numbers(AFTER)), About(), DAYS)
    expected = stats.ttest_ind(AFTER, BEFORE, equal_var=False).confidence_interval(0.95)
    assert ends(found.estimate) == pytest.approx((expected.low, expected.high))


def test_all_who_were_measured_count_where_the_plan_says_so():
    pairs = (np.arange(40), np.arange(40))
    compared = Waves(before=numbers(BEFORE), after=numbers(AFTER), pairs=pairs)
    found = mean_change_outcome(compared, About(), DAYS, all_measured=True)
    assert found.change.linkage is Linkage.PARTLY_LINKED
    assert found.estimate.value == pytest.approx(AFTER.mean() - BEFORE.mean())
    linked_alone = mean_change_outcome(compared, About(), DAYS).estimate
    assert linked_alone.value == pytest.approx((AFTER - BEFORE)[:40].mean())


def test_a_level_is_that_of_everybody_who_was_measured_after():
    pairs = (np.arange(10), np.arange(10))
    compared = Waves(before=numbers(BEFORE), after=numbers(AFTER), pairs=pairs)
    found = mean_change_outcome(compared, About(), DAYS, reading=Reading.LEVEL)
    assert found.estimate.value == pytest.approx(AFTER.mean())
    assert found.estimate.n == 60


def test_the_change_beside_a_level_is_that_of_the_same_people_where_all_are_linked():
    found = mean_change_outcome(linked(BEFORE, AFTER), About(), DAYS, reading=Reading.LEVEL)
    judged = mean_change_outcome(linked(BEFORE, AFTER), About(), DAYS)
    assert found.change.difference == judged.estimate


def test_all_who_were_measured_are_as_sure_as_those_missing_let_them_be():
    """Where only some are linked the missing are reckoned with as where all are, or nobody is."""
    pairs = (np.arange(40), np.arange(40))
    compared = Waves(before=numbers(BEFORE), after=numbers(AFTER), pairs=pairs)
    found = mean_change_outcome(compared, About(population=200, self_selected=True), DAYS, all_measured=True).estimate
    assert "missing-may-overturn" in {one.reason.code for one in found.sensitivity}


def test_a_group_of_which_all_are_judged_is_hidden_by_how_many_were_measured():
    pairs = (np.arange(3), np.arange(3))
    groups = {"kon": np.array(["Kvinna"] * 30 + ["Man"] * 30, dtype=object)}
    before, after = (Numbers(values=np.asarray(one, dtype=float), groups=groups) for one in (BEFORE, AFTER))
    found = mean_change_outcome(Waves(before=before, after=after, pairs=pairs), About(), DAYS, all_measured=True)
    assert [one.hidden for one in found.groups] == [False, False]


def test_waves_changed_places_change_the_sign_alone():
    there = mean_change_outcome(linked(BEFORE, AFTER), About(), DAYS).estimate
    back = mean_change_outcome(linked(AFTER, BEFORE), About(), DAYS).estimate
    assert back.value == pytest.approx(-there.value)
    assert ends(back) == pytest.approx((-there.interval.high, -there.interval.low))


def test_a_share_within_limits_leaves_open_what_those_missing_have():
    found = share_within_outcome(numbers([3, 10, 11, np.nan]), Limits(at_most=10), About(population=4), DAYS).estimate
    assert (found.hits, found.n, found.possible.low, found.possible.high) == (2, 3, 0.5, 0.75)


def test_groups_with_few_people_are_hidden():
    kon = ["Kvinna"] * 56 + ["Man"] * 4
    found = mean_change_outcome(linked(BEFORE, AFTER, kon=kon), About(), DAYS)
    assert {one.group: one.estimate for one in found.groups} == {"Kvinna": None, "Man": None}
    enough = mean_change_outcome(linked(BEFORE, AFTER, kon=["Kvinna"] * 40 + ["Man"] * 20), About(), DAYS)
    women = next(one for one in enough.groups if one.group == "Kvinna")
    assert women.estimate.value == pytest.approx((AFTER - BEFORE)[:40].mean())


def test_who_leaves_one_wave_is_linked_no_more():
    inside = np.arange(60) != 7
    found = linked(BEFORE, AFTER).restricted(inside, np.ones(60, dtype=bool))
    before, after = found.linked
    assert before.tolist() == np.delete(BEFORE, 7).tolist()
    assert after.tolist() == np.delete(AFTER, 7).tolist()


def test_the_comparison_group_is_taken_away():
    found = compared_change(linked(BEFORE, AFTER), linked(BEFORE[:30], BEFORE[:30] + [1.0, -1.0] * 15), About())
    assert found.effect.value == pytest.approx((AFTER - BEFORE).mean())


def test_three_waves_have_a_mean_each():
    course = over_time({"Före": numbers(BEFORE), "Efter": numbers(AFTER), "Senare": numbers(AFTER + 1)}, About())
    assert [(label, round(one.value, 6)) for label, one in course] == [
        ("Före", round(BEFORE.mean(), 6)),
        ("Efter", round(AFTER.mean(), 6)),
        ("Senare", round(AFTER.mean() + 1, 6)),
    ]


def test_few_skewed_numbers_need_a_cautious_interval_too():
    """Most have no day and few have many: those with the most are often not among fifteen people."""
    few = Numbers(values=np.array([0.0] * 9 + [1, 2, 2, 3, 5, 8]))
    estimate = mean_outcome(few, About(), Measured(label="Sjukdagar")).estimate
    assert estimate.cautious.high > estimate.interval.high
    assert estimate.cautious.low >= 0
    after = Numbers(values=np.array([0.0] * 12 + [1, 1, 2, 3, 3]))
    many = Numbers(values=np.array([0.0] * 100 + [3.0] * 60 + [9.0] * 30 + [60.0] * 10))
    change = mean_change_outcome(Waves(before=many, after=after), About(), Measured(label="Sjukdagar")).estimate
    assert change.interval.high < 0 < change.cautious.high
