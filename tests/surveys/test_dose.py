"""The change at each dose, and whether a higher dose goes with a larger change."""

import numpy as np
import pytest
import scipy.stats

from effektmatt.core import About, Hide
from effektmatt.surveys.change_outcomes import score_change_outcome
from effektmatt.surveys.dose import change_by_dose, with_dose
from effektmatt.surveys.waves import Waves
from surveys.made import coded, independent, paired

SHOWN = Hide(means=2, distributions=2)
#: Dose, score before, score after, how many: a mean rise of 0 at dose 1, of 0.5 at dose 2, of 1.5 at dose 4.
KNOWN = [(1, 2, 2, 4), (1, 3, 2, 2), (1, 3, 4, 2), (2, 2, 3, 4), (2, 3, 3, 4), (4, 2, 3, 4), (4, 2, 4, 4)]


def linked(rows=KNOWN):
    """Return linked waves and the doses of the wave after."""
    waves = paired([(str(before), str(after), count) for _, before, after, count in rows])
    return waves, np.repeat([float(dose) for dose, *_ in rows], [count for *_, count in rows])


def by_dose(rows=KNOWN, hide=SHOWN):
    waves, doses = linked(rows)
    return change_by_dose(waves, doses, label="Antal pass", about=About(hide=hide))


def test_the_mean_change_of_each_dose_with_its_t_interval():
    found = by_dose()
    assert [(level.dose, level.change.n) for level in found.levels] == [(1, 8), (2, 8), (4, 8)]
    assert [level.change.value for level in found.levels] == pytest.approx([0, 0.5, 1.5])
    rises = [1.0] * 4 + [2.0] * 4
    low, high = scipy.stats.t.interval(0.95, 7, loc=1.5, scale=scipy.stats.sem(rises))
    interval = found.levels[-1].change.interval
    assert (interval.low, interval.high, interval.method) == (pytest.approx(low), pytest.approx(high), "t-paired")


def test_the_trend_is_that_of_doses_and_changes_one_by_one():
    waves, doses = linked()
    changes = waves.after.scores.numbers - waves.before.scores.numbers
    peer = scipy.stats.kendalltau(doses, changes, method="asymptotic")
    trend = by_dose().trend
    assert (trend.measure, trend.n) == ("change-by-dose-trend", 24)
    assert (trend.value, trend.p_value) == (pytest.approx(peer.statistic), pytest.approx(peer.pvalue))
    assert trend.interval.low < trend.value < trend.interval.high


def test_links_say_who_had_which_dose():
    """Rows lie in another order after than before."""
    waves, doses = linked()
    order = np.random.default_rng(4).permutation(doses.size)
    shuffled = Waves(before=waves.before, after=waves.after.taken(order), pairs=(order, np.arange(doses.size)))
    assert change_by_dose(shuffled, doses[order], label="Antal pass", about=About(hide=SHOWN)) == by_dose()


def test_those_without_a_dose_or_a_score_are_left_out():
    waves, doses = linked()
    doses[:2] = np.nan
    found = change_by_dose(waves, doses, label="Antal pass", about=About(hide=SHOWN))
    assert (found.n, found.linked, found.trend.n) == (22, 24, 22)
    silent = paired([("2", "", 3), ("2", "3", 5), ("2", "4", 5)])
    found = change_by_dose(silent, np.repeat([1.0, 1.0, 2.0], [3, 5, 5]), label="Antal pass", about=About(hide=SHOWN))
    assert (found.n, found.linked) == (10, 10)


def test_a_small_dose_is_hidden_and_cannot_be_subtracted():
    found = by_dose([(0, 2, 1, 3), (1, 2, 2, 6), (1, 2, 3, 4), (2, 2, 3, 20)], Hide(means=5))
    assert [level.change is None for level in found.levels] == [True, True, False]


def test_a_few_of_unknown_dose_cannot_be_subtracted_either():
    waves, doses = linked([(9, 2, 3, 3), (1, 2, 2, 6), (2, 2, 3, 20), (2, 2, 4, 5)])
    doses[:3] = np.nan
    found = change_by_dose(waves, doses, label="Antal pass", about=About(hide=Hide(means=5)))
    assert [level.change is None for level in found.levels] == [True, False]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([(4, 2, 3, 10), (4, 2, 4, 10)], "dose"),
        ([(3, 2, 3, 10), (4, 3, 4, 10)], "change"),
        ([(3, 2, 3, 2), (4, 3, 3, 2)], "few"),
        ([], "few"),
    ],
)
def test_no_trend_without_different_doses_different_changes_or_people(rows, why):
    waves, doses = linked([*rows, (1, "", 3, 5)])
    found = change_by_dose(waves, doses, label="Antal pass")
    assert found.trend.value is None
    outcome = with_dose(score_change_outcome(waves), found)
    assert (outcome.notes[-1].code, outcome.notes[-1].values["why"]) == ("dose-no-trend", why)


def test_nothing_without_two_waves_whose_people_are_linked():
    unlinked = independent([("2", 8)], [("3", 8)])
    assert change_by_dose(unlinked, np.ones(8), label="Antal pass") is None
    once = Waves(before=coded(["2"] * 8), after=None)
    assert change_by_dose(once, np.ones(0), label="Antal pass") is None
    outcome = score_change_outcome(unlinked)
    assert with_dose(outcome, None) is outcome


@pytest.mark.parametrize(
    ("rows", "way"),
    [
        (KNOWN, "up"),
        ([(5 - dose, before, after, count) for dose, before, after, count in KNOWN], "down"),
        ([(1, 2, 2, 5), (1, 2, 3, 5), (2, 2, 2, 5), (2, 2, 3, 5)], "none"),
    ],
)
def test_the_outcome_holds_it_in_its_detail_beside_and_in_words(rows, way):
    waves, _ = linked(rows)
    found = by_dose(rows)
    outcome = with_dose(score_change_outcome(waves), found)
    assert outcome.detail.dose is found
    assert outcome.beside[-1] is found.trend
    note = outcome.notes[-1]
    assert (note.code, note.values["way"], note.values["n"]) == ("dose-trend", way, found.n)
