from dataclasses import replace

import numpy as np
import pytest

from effektmatt.core import About, Direction, Evidence, Hide
from effektmatt.errors import InputFaults
from effektmatt.goals import Target, Verdict, judge
from effektmatt.surveys.improved_outcome import share_improved_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves
from surveys.made import LIKERT, ONE, coded, codes, independent, paired

ALMOST = [(3, 4, 340), (3, 3, 50), (3, 2, 10)]


def measures(outcome):
    return {one.measure: one for one in (outcome.estimate, *outcome.beside)}


def test_of_a_known_population_the_interval_is_exact_and_the_possible_range_is_said():
    """The design's own numbers: 720 trained, 400 linked, 340 improved."""
    outcome = share_improved_outcome([paired(ALMOST)], about=About(population=720))
    estimate = outcome.estimate
    assert (estimate.measure, estimate.hits, estimate.n, estimate.population) == ("share-improved", 340, 400, 720)
    assert estimate.evidence is Evidence.FINITE
    assert estimate.interval.method == "hypergeometric-exact"
    assert (estimate.possible.low, estimate.possible.high) == (340 / 720, 660 / 720)
    assert estimate.curve.parameters == (340, 400, 720)
    assert [(note.code, dict(note.values)) for note in estimate.assumptions] == [
        ("missing-resemble-answered", {"missing": 320})
    ]
    fulfilment = judge(estimate, Target(at_least=0.80))
    # 320 missing of 720, of whom only 64 per cent improved, would be just too few
    assert fulfilment.verdict is Verdict.UNDETERMINED
    assert [note.code for note in fulfilment.reasons] == ["missing-may-overturn"]
    assert judge(estimate, Target(at_least=0.70)).verdict is Verdict.LIKELY_MET
    assert (fulfilment.tipping.needed, fulfilment.tipping.missing) == (236, 320)


def test_ten_of_ten_among_twelve_prove_eighty_per_cent():
    estimate = share_improved_outcome([paired([(3, 4, 10)])], about=About(population=12)).estimate
    assert estimate.interval.low == pytest.approx(11 / 12)
    assert judge(estimate, Target(at_least=0.80)).verdict is Verdict.MET


def test_when_everybody_is_linked_it_is_a_census():
    outcome = share_improved_outcome([paired([(3, 4, 12), (3, 3, 3)])], about=About(population=15))
    assert outcome.estimate.evidence is Evidence.CENSUS
    assert (outcome.estimate.interval, outcome.estimate.possible, outcome.estimate.assumptions) == (None, None, ())
    assert all(one.evidence is Evidence.CENSUS for one in outcome.beside)
    assert judge(outcome.estimate, Target(at_least=0.80)).verdict is Verdict.MET


def test_without_a_known_population_it_is_a_process():
    estimate = share_improved_outcome([paired([(3, 4, 46), (3, 3, 4)])]).estimate
    assert (round(estimate.interval.low, 4), round(estimate.interval.high, 4)) == (0.8077, 0.9778)  # binom.test(46, 50)
    assert estimate.curve.parameters == (46.5, 4.5)
    assert codes(estimate.assumptions) == ["self-selected-resemble-all", "answers-independent"]
    drawn = share_improved_outcome([paired(ALMOST)], about=About(self_selected=False)).estimate
    assert codes(drawn.assumptions) == ["answers-independent"]


def test_a_population_smaller_than_the_answers_is_said_and_not_used():
    estimate = share_improved_outcome([paired([(3, 4, 12), (3, 3, 3)])], about=About(population=14)).estimate
    assert (estimate.population, estimate.evidence) == (None, Evidence.PROCESS)
    assert dict(estimate.notes[0].values) == {"population": 14, "n": 15}


def test_people_at_the_ceiling_count_as_not_improved_and_are_counted():
    outcome = share_improved_outcome([paired([(5, 5, 8), (4, 5, 12), (5, 4, 2)])])
    assert (outcome.estimate.hits, outcome.estimate.n) == (12, 22)
    (note,) = (note for note in outcome.notes if note.code == "at-ceiling")
    assert dict(note.values) == {"n": 10, "of": 22, "better": "higher"}


def test_where_lower_is_better_who_answers_lower_has_improved():
    """Stress: the mirror image of the same answers on a scale of joy, in everything but the mean."""
    joy = Scale.of(["a", "b"], LIKERT, id="joy")
    stress = Scale.of(["a", "b"], LIKERT, id="stress", better=Direction.LOWER)
    moves = [([1, 2], [3, 3], 20), ([3, 3], [3, 4], 15), ([2, 4], [2, 4], 9), ([4, 4], [3, 4], 6)]
    moves += [([5, 5], [5, 5], 4)]
    turned = [([6 - one for one in before], [6 - one for one in after], n) for before, after, n in moves]
    up, down = (share_improved_outcome([paired(moved, scale=scale)], About(population=70))
                for moved, scale in ((moves, joy), (turned, stress)))  # fmt: skip
    assert (up.estimate.hits, down.estimate.hits) == (35, 35)
    for one, other in zip(up.detail.improvements, down.detail.improvements, strict=True):
        assert replace(one, better=Direction.LOWER, threshold=pytest.approx(one.threshold)) == other
    assert up.change.difference.value == pytest.approx(-down.change.difference.value)
    (note,) = (note for note in down.notes if note.code == "at-ceiling")
    assert dict(note.values) == {"n": 4, "of": 54, "better": "lower"}


def test_one_share_cannot_be_of_scales_that_are_better_both_ways():
    scales = (Scale.of(["q"], LIKERT, id="joy"), Scale.of(["q"], LIKERT, id="stress", better=Direction.LOWER))
    with pytest.raises(InputFaults) as caught:
        share_improved_outcome([paired([(3, 4, 12)], scale=scale) for scale in scales], combine="every")
    assert [fault.code for fault in caught.value.faults] == ["scales-better-both-ways"]


THREE = Scale.of(["a", "b", "c"], LIKERT, id="three")
MOVES = [
    ([1, 1, 2], [2, 2, 3], 20),  # up a whole step
    ([3, 3, 4], [3, 4, 4], 20),  # up a third
    ([5, 5, 5], [5, 5, 5], 10),
    ([4, 4, 5], [4, 4, 4], 10),  # down a third
]


@pytest.mark.parametrize(("definition", "hits"), [("any", 40), ("step", 20), ("reliable", 20)])
def test_each_definition_and_the_others_beside_it(definition, hits):
    outcome = share_improved_outcome([paired(MOVES, THREE)], definition=definition)
    found = measures(outcome)
    assert (outcome.estimate.measure, outcome.estimate.hits, outcome.estimate.n) == ("share-improved", hits, 60)
    others = {f"share-improved-{one}" for one in ("any", "step", "reliable")} - {f"share-improved-{definition}"}
    assert set(found) == {
        "share-improved",
        *others,
        "net-share-improved",
        "probability-higher",
        "mean-difference",
    }
    assert found["net-share-improved"].value == 30 / 60
    assert found["probability-higher"].value == (40 + 10 / 2) / 60
    assert found["mean-difference"].value == pytest.approx((20 + 20 / 3 - 10 / 3) / 60)
    assert {one.definition: one.improved for one in outcome.detail.improvements} == {
        "any": 40,
        "step": 20,
        "reliable": 20,
    }


def test_the_reliable_threshold_is_jacobson_and_truax_of_the_wave_before():
    waves = paired(MOVES, THREE)
    numbers = waves.before.numbers
    k, total = 3, numbers.sum(axis=1).var(ddof=1)
    alpha = k / (k - 1) * (1 - numbers.var(axis=0, ddof=1).sum() / total)
    expected = 1.959963984540054 * numbers.mean(axis=1).std(ddof=1) * np.sqrt(2 * (1 - alpha))
    improvement = share_improved_outcome([waves]).detail.improvements[2]
    assert improvement.definition == "reliable"
    assert improvement.threshold == pytest.approx(expected, rel=1e-12)


def test_reliable_change_cannot_be_told_from_a_single_item():
    outcome = share_improved_outcome([paired(ALMOST)], definition="reliable", about=About(population=720))
    assert outcome.estimate.value is None
    assert codes(outcome.estimate.notes) == ["reliable-change-unknown"]
    assert judge(outcome.estimate, Target(at_least=0.80)).verdict is Verdict.NOT_ASSESSABLE
    assert "reliable-change-unknown" in codes(outcome.notes)


def test_data_without_a_key_never_give_a_share_improved():
    waves = independent([(2, 30), (3, 30)], [(4, 30), (5, 30)])
    outcome = share_improved_outcome([waves], about=About(population=100))
    assert outcome.estimate.value is None
    assert codes(outcome.estimate.notes) == ["no-key-no-share-improved"]
    assert (outcome.beside, outcome.detail.improvements) == ((), ())


def test_before_the_second_wave_is_there_the_goal_cannot_be_assessed():
    waves = Waves(before=coded([3] * 20), after=None)
    outcome = share_improved_outcome([waves], about=About(population=100))
    assert [(note.code, dict(note.values)) for note in outcome.estimate.notes] == [
        ("wave-without-answers", {"wave": "after"})
    ]
    assert judge(outcome.estimate, Target(at_least=0.80)).verdict is Verdict.NOT_ASSESSABLE


def test_when_nobody_is_linked_there_is_no_share():
    waves = Waves(before=coded([3] * 20), after=coded([4] * 20, "after"), pairs=(np.array([], int), np.array([], int)))
    outcome = share_improved_outcome([waves], about=About(population=100))
    assert outcome.estimate.value is None
    assert codes(outcome.estimate.notes) == ["no-answers"]


class TestSeveralScales:
    def waves(self, *, first=("1", "5"), second=("1", "5")):
        scales = [Scale.of([f"{name}1", f"{name}2", f"{name}3"], LIKERT, id=name) for name in "ab"]
        moves_a = [([3, 3, 2], [3, 3, 3], 20), ([3, 3, 3], [3, 3, 2], 10), ([3, 3, 3], [None, None, 3], 5)]
        moves_b = [([4, 4, 4], [4, 4, 5], 20), ([2, 2, 2], [2, 2, 4], 10), ([3, 3, 3], [4, 4, 4], 5)]
        return [paired(moves_a, scales[0]), paired(moves_b, scales[1])]

    def test_an_index_is_the_mean_of_the_scales_for_those_who_have_them_all(self):
        outcome = share_improved_outcome(self.waves(), combine="index")
        # the ten fall by a third on one scale and rise by two thirds on the other
        assert (outcome.estimate.hits, outcome.estimate.n) == (30, 30)
        assert outcome.change.difference.value == pytest.approx((20 * (1 / 3) + 10 * (1 / 6)) / 30)

    def test_every_means_improved_on_each(self):
        outcome = share_improved_outcome(self.waves(), combine="every")
        assert (outcome.estimate.hits, outcome.estimate.n) == (20, 30)
        assert outcome.change is None
        assert "mean-difference" not in measures(outcome)
        assert [one.scale for one in outcome.detail.scales] == ["a", "b"]

    def test_equal_indexes_are_equal_however_they_came_about(self):
        """Two thirds here and one third there is one step; three such sums in floats are not."""
        scales = [Scale.of([f"{name}{i}" for i in range(3)], LIKERT, id=name) for name in "abc"]
        before, after = [[2, 2, 3], [3, 3, 2], [1, 1, 2]], [[3, 2, 2], [2, 3, 3], [2, 1, 1]]
        waves = [paired([(one, two, 9)], scale) for one, two, scale in zip(before, after, scales, strict=True)]
        assert share_improved_outcome(waves, combine="index").detail.improvements[0].unchanged == 9

    def test_an_index_of_unlike_scales_is_refused(self):
        other = Scale.of(["x1", "x2", "x3"], LIKERT, id="x", score="skr-index")
        waves = [self.waves()[0], paired([([3, 3, 3], [4, 4, 4], 35)], other)]
        with pytest.raises(InputFaults) as error:
            share_improved_outcome(waves, combine="index")
        assert [(fault.code, fault.got) for fault in error.value.faults] == [
            ("index-of-unlike-scales", "a: 1-5, x: 0-100")
        ]
        assert share_improved_outcome(waves, combine="every").estimate.n == 30


class TestGroups:
    MOVES = ((3, 4, 40), (3, 3, 10), (3, 4, 20), (3, 2, 5), (3, 4, 3))
    GROUPS = ("Orust", "Orust", "Tranemo", "Tranemo", "Borås")

    def outcome(self, **options):
        return share_improved_outcome([paired(self.MOVES, kommun=self.GROUPS)], About(**options))

    def test_each_group_has_its_own_population_however_it_is_spelled(self):
        outcome = self.outcome(population=120, population_by_group={("kon", "orust"): 60, ("kommun", "ORUST "): 70})
        orust = next(one for one in outcome.groups if one.group == "Orust")
        assert (orust.estimate.hits, orust.estimate.n, orust.estimate.population) == (40, 50, 70)
        assert orust.change.before.n == 50

    def test_a_small_group_is_hidden_and_one_more_so_that_it_cannot_be_computed(self):
        shown = {one.group: one for one in self.outcome().groups}
        assert [group for group, one in shown.items() if one.hidden] == ["Borås", "Tranemo"]
        assert all(one.estimate is None and one.change is None for one in shown.values() if one.hidden)

    def test_limits_can_be_set(self):
        assert not any(one.hidden for one in self.outcome(hide=Hide(means=1, distributions=1)).groups)

    def test_a_group_that_nobody_answered_for_is_shown_as_such(self):
        outcome = self.outcome(population_by_group={("kommun", "Ale"): 30})
        ale = next(one for one in outcome.groups if one.group == "Ale")
        assert (ale.hidden, ale.estimate.value, codes(ale.estimate.notes)) == (False, None, ["no-answers"])

    def test_the_threshold_of_reliable_change_is_that_of_everybody(self):
        # of those who answered all items alike before any rise would be reliable, were they asked by themselves
        alike = [([3, 3, 3], [3, 3, 4], 9), ([4, 4, 4], [4, 4, 4], 9)]
        assert share_improved_outcome([paired(alike, THREE)], definition="reliable").estimate.hits == 9
        waves = paired([*MOVES, *alike], THREE, kon=["k", "k", "m", "m", "x", "x"])
        groups = share_improved_outcome([waves], definition="reliable").groups
        assert {one.group: one.estimate.hits for one in groups} == {"k": 20, "m": 0, "x": 0}

    def test_who_has_no_group_is_counted_in_a_note(self):
        waves = paired([(3, 4, 10), (3, 3, 7)], kon=["kvinna", None])
        (note,) = (note for note in share_improved_outcome([waves]).notes if note.code == "group-unknown")
        assert dict(note.values) == {"by": "kon", "n": 7}


def test_distributions_of_a_few_people_are_hidden_though_the_share_is_given():
    outcome = share_improved_outcome([paired([(3, 4, 5), (3, 3, 1)])], about=About(population=6))
    assert outcome.estimate.value == 5 / 6
    assert outcome.detail.improvements == ()
    assert outcome.detail.scales[0].items[0].before is None
    assert ONE.items[0].id == outcome.detail.scales[0].items[0].id
