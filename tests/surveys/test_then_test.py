"""The then-test: the same people before, of before in retrospect, and after."""

import numpy as np
import pytest

from effektmatt.core import About, Hide
from effektmatt.surveys.change_outcomes import score_change_outcome
from effektmatt.surveys.improved_outcome import share_improved_outcome
from effektmatt.surveys.scale import THEN, Item, Scale
from effektmatt.surveys.then_test import of_then_items, then_test, with_then_tests
from effektmatt.surveys.waves import Waves
from surveys.made import coded, codes, independent, paired

SCALE = Scale.of([Item(id="q", columns={THEN: "q_then"})], ["1", "2", "3", "4", "5"], id="s", label="Trygghet")
THEN_SCALE = of_then_items(SCALE)
SHOWN = Hide(means=2, distributions=2)
#: Howard's pattern in small: rated 4 before, 2 in retrospect, 4 after: no change on paper, two steps in truth.
MOVES = [(4, 4, 6), (3, 4, 4)]


def then(values):
    frame_scale = Scale.of(["q"], ["1", "2", "3", "4", "5"], id="s", label="Trygghet")
    answers = coded([str(value) for value in values], THEN, frame_scale)
    return type(answers)(scale=THEN_SCALE, wave=THEN, places=answers.places)


def waves_of(moves=MOVES):
    return paired([(str(before), str(after), count) for before, after, count in moves], SCALE)


def test_only_items_with_a_column_of_their_own_are_asked():
    two = Scale.of([Item(id="q", columns={THEN: "q_then"}), "r"], ["1", "2", "3"], reversed=["q", "r"])
    assert [item.id for item in of_then_items(two).items] == ["q"]
    assert of_then_items(two).reversed == {"q"}
    assert of_then_items(Scale.of(["r"], ["1", "2", "3"])) is None


def test_shift_and_change_add_up_to_the_plain_difference():
    test = then_test(waves_of(), then([2] * 6 + [2] * 4), about=About(hide=SHOWN))
    assert (test.before.value, test.then.value, test.after.value) == (3.6, 2.0, 4.0)
    assert test.shift.value == pytest.approx(-1.6)
    assert test.change.value == pytest.approx(2.0)
    assert test.shift.value + test.change.value == pytest.approx(test.after.value - test.before.value)
    assert (test.improved.hits, test.improved.n) == (10, 10)


def test_those_without_a_retrospective_rating_are_left_out_of_all_three():
    waves = waves_of()
    values = then([2, 3, 2, 3, 2, 3, 2, 3, 2, 2])
    places = values.places.copy()
    places[:4] = -1
    test = then_test(waves, type(values)(scale=THEN_SCALE, wave=THEN, places=places), about=About(hide=SHOWN))
    assert test.n == 6
    assert {test.before.n, test.then.n, test.after.n} == {6}


def test_without_links_there_is_a_change_but_no_shift():
    waves = independent([("3", 5)], [("4", 5), ("5", 2)], SCALE)
    test = then_test(waves, then([2, 2, 3, 2, 3, 3, 2]), about=About(hide=SHOWN))
    assert test.before is None
    assert test.shift is None
    assert test.change.value == pytest.approx((4 * 5 + 5 * 2) / 7 - 17 / 7)
    assert codes(with_then_tests(score_change_outcome(waves), [test]).notes)[-1] == "then-test"


@pytest.mark.parametrize("waves", [Waves(before=None, after=coded(["3"] * 3, "after", SCALE)), waves_of([(3, 4, 3)])])
def test_a_few_people_are_not_shown(waves):
    assert then_test(waves, then([2, 2, 3])) is None


def test_a_wave_that_has_not_been_made_gives_none():
    assert then_test(Waves(before=coded(["3"], "before", SCALE), after=None), then([2])) is None


def test_an_outcome_gets_it_in_its_detail_beside_and_in_words():
    waves = waves_of([(4, 4, 20), (3, 4, 15), (4, 5, 5)])
    test = then_test(waves, then([2, 3] * 20), about=About(hide=SHOWN))
    improved = with_then_tests(share_improved_outcome([waves], about=About(population=60)), [test])
    assert improved.detail.scales[0].then_test is test
    assert [one.measure for one in improved.beside][-2:] == ["share-improved-then-test", "then-test-change"]
    (note,) = [note for note in improved.notes if note.code == "response-shift"]
    assert note.values["way"] == "lower"
    changed = with_then_tests(score_change_outcome(waves), [test])
    assert changed.detail.then_test is test
    assert [one.measure for one in changed.beside][-1] == "then-test-change"


@pytest.mark.parametrize(("seen", "way"), [(5, "higher"), (2, "lower")])
def test_the_note_says_which_way_the_yardstick_moved(seen, way):
    waves = waves_of([(3, 4, 20), (4, 4, 20)])
    values = np.where(np.arange(40) % 7 == 0, 3, seen)
    outcome = with_then_tests(score_change_outcome(waves), [then_test(waves, then(values), about=About(hide=SHOWN))])
    assert outcome.notes[-1].values["way"] == way


def test_no_clear_shift_is_said_to_be_none():
    waves = waves_of([(3, 4, 20), (4, 4, 20)])
    values = [4] * 10 + [2] * 10 + [5] * 10 + [3] * 10
    outcome = with_then_tests(score_change_outcome(waves), [then_test(waves, then(values), about=About(hide=SHOWN))])
    assert outcome.notes[-1].values["way"] == "none"
