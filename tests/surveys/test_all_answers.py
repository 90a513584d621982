"""Answers of those who answered once, used beside those of the linked, or judged."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import ndtr

from effektmatt.core import About, AnswerCounts, Evidence, Hide, Linkage, PairedCounts
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.partly_linked import (
    partly_linked_mean_difference,
    partly_linked_probability_higher,
    partly_linked_share_difference,
)
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.change_outcomes import score_change_outcome, share_change_outcome
from effektmatt.surveys.compare import compare_surveys
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves
from surveys.made import LIKERT, coded, codes, paired, partly_linked

# 20 linked; 26 only before, 24 only after
MOVES = ((1, 2, 6), (2, 3, 4), (3, 3, 5), (4, 5, 3), (5, 4, 2))
ONLY_BEFORE = ((1, 6), (2, 8), (3, 7), (5, 5))
ONLY_AFTER = ((2, 3), (3, 9), (4, 8), (5, 4))
WAVES = partly_linked(MOVES, ONLY_BEFORE, ONLY_AFTER)
NOBODY_LINKED = Waves(before=WAVES.before, after=WAVES.after, pairs=(np.array([], dtype=int), np.array([], dtype=int)))


def counted(answers):
    counts = dict(answers)
    return AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[counts.get(level, 0) for level in range(1, 6)])


def same(one, other):
    """Whether two estimates say the same, whatever they are called."""
    shown = ("value", "interval", "p_value", "std_error", "n", "assumptions", "curve", "notes", "method")
    return [getattr(one, name) for name in shown] == [getattr(other, name) for name in shown]


class TestEstimates:
    def test_they_are_those_of_the_kernels(self):
        table = np.zeros((5, 5), dtype=int)
        for before, after, count in MOVES:
            table[before - 1, after - 1] = count
        pairs = PairedCounts(levels=[1, 2, 3, 4, 5], table=table)
        answers = (pairs, counted(ONLY_AFTER), counted(ONLY_BEFORE))
        found = survey_change(WAVES).all_answers
        assert (found.n_linked, found.n_only_before, found.n_only_after) == (20, 26, 24)
        # 4 or 5: both times 5, only after nobody, only before nobody, neither 15; of those once 12 of 24, 5 of 26
        shares = partly_linked_share_difference((5, 0, 0, 15), (12, 24), (5, 26))
        kernels = [partly_linked_mean_difference(*answers), shares, partly_linked_probability_higher(*answers)]
        for estimate, kernel in zip(found.estimates, kernels, strict=True):
            assert estimate.value == pytest.approx(kernel.value, rel=1e-14)
            assert estimate.interval.low == pytest.approx(kernel.interval.low, rel=1e-12)
            assert estimate.interval.high == pytest.approx(kernel.interval.high, rel=1e-12)
            assert estimate.interval.method == kernel.interval.method
            assert (estimate.n, estimate.evidence) == (70, Evidence.PROCESS)
        assert [one.measure for one in found.estimates] == [
            "mean-difference-all-answers",
            "share-difference-all-answers",
            "probability-higher-all-answers",
        ]
        assert (found.mean.before.n, found.mean.after.n, found.mean.linkage) == (46, 44, Linkage.PARTLY_LINKED)
        assert (found.top_share.before.hits, found.top_share.after.hits) == (10, 17)

    def test_a_score_missing_in_one_wave_leaves_the_other_to_those_who_answered_once(self):
        waves = Waves(
            before=coded([None, 2, 3, 2, 3, 4]),
            after=coded([2, 4, None, 3, 4, 5], "after"),
            pairs=(np.arange(5), np.arange(5)),
        )
        found = survey_change(waves, about=About(hide=Hide(means=1, distributions=1))).all_answers
        assert (found.n_linked, found.n_only_before, found.n_only_after) == (3, 2, 2)

    def test_with_nobody_linked_they_are_those_of_independent_waves(self):
        found = survey_change(NOBODY_LINKED)
        independent = survey_change(Waves(before=WAVES.before, after=WAVES.after))
        assert (found.mean.difference.value, independent.all_answers) == (None, None)
        expected = (independent.mean.difference, independent.top_share.difference, independent.ordinal)
        assert all(same(*both) for both in zip(found.all_answers.estimates, expected, strict=True))

    def test_one_pair_says_nothing_of_how_alike_two_answers_are(self):
        one = Waves(before=WAVES.before, after=WAVES.after, pairs=(np.array([0]), np.array([0])))
        none, found = (survey_change(waves).all_answers.mean.difference for waves in (NOBODY_LINKED, one))
        assert (found.value, found.interval, found.n) == (none.value, none.interval, none.n - 1)

    def test_swapped_waves_turn_them(self):
        there = survey_change(WAVES).all_answers.estimates
        swapped = Waves(before=WAVES.after, after=WAVES.before, pairs=WAVES.pairs[::-1])
        back = survey_change(swapped).all_answers.estimates
        for one, other, whole in zip(there, back, (0, 0, 1), strict=True):
            assert one.value == pytest.approx(whole - other.value)
            assert one.interval.low == pytest.approx(whole - other.interval.high)

    def test_a_scale_turned_round_turns_them(self):
        def turned(answers):
            return [(*(6 - answer for answer in one[:-1]), one[-1]) for one in answers]

        there = survey_change(WAVES).all_answers
        back = survey_change(partly_linked(turned(MOVES), turned(ONLY_BEFORE), turned(ONLY_AFTER))).all_answers
        for one, other, whole in ((there.mean.difference, back.mean.difference, 0), (there.ordinal, back.ordinal, 1)):
            assert one.value == pytest.approx(whole - other.value)
            assert one.interval.high == pytest.approx(whole - other.interval.low)

    def test_where_all_answers_after_are_higher_the_probability_still_has_an_interval(self):
        waves = partly_linked([(1, 4, 9), (2, 5, 8)], [(1, 9), (2, 9)], [(4, 9), (5, 9)])
        ordinal = survey_change(waves).all_answers.ordinal
        assert ordinal.value == 1
        assert 0.5 < ordinal.interval.low < 1

    def test_everybody_answered_both_times_though_not_all_are_linked(self):
        found = survey_change(
            partly_linked(MOVES, [(2, 10)], [(4, 10)]), about=About(population=30)
        ).all_answers.mean.difference
        assert (found.evidence, found.interval, found.assumptions) == (Evidence.CENSUS, None, ())

    def test_a_wave_without_answers(self):
        assert survey_change(partly_linked([], [(2, 10)])).all_answers is None


def test_simulated_waves_hold_the_truth_and_say_more_than_the_linked():
    """40 linked of 90 before and 80 after, 200 times; 95 % of them, give or take three standard errors (1.5 points)."""
    random = np.random.default_rng(14)
    cuts, linked = np.array([-1.2, -0.4, 0.4, 1.2]), np.arange(40)
    truth = (ndtr(0.5 - cuts) - ndtr(-cuts)).sum()  # a mean of answers is the sum of the shares above each cut
    held, widths = 0, []
    for _ in range(200):
        person = random.normal(size=130)
        before, after = (0.775 * person + 0.632 * random.normal(size=130) + rise for rise in (0, 0.5))
        first, second = (1 + np.searchsorted(cuts, latent) for latent in (before[:90], after[50:]))
        waves = Waves(before=coded(first), after=coded(second, "after"), pairs=(linked + 50, linked))
        change = survey_change(waves)
        everybody, twice = change.all_answers.mean.difference.interval, change.mean.difference.interval
        held += everybody.low <= truth <= everybody.high
        widths.append((everybody.high - everybody.low, twice.high - twice.low))
    assert 0.904 < held / 200 < 0.996
    assert np.mean(widths, axis=0)[0] < np.mean(widths, axis=0)[1]


class TestOutcomes:
    def test_the_linked_are_judged_and_all_answers_stand_beside(self):
        for outcome, measure in (
            (score_change_outcome(WAVES), "mean-difference"),
            (share_change_outcome(WAVES), "share-difference"),
        ):
            assert (outcome.estimate.measure, outcome.estimate.n) == (measure, 20)
            assert outcome.beside[-1].measure == f"{measure}-all-answers"
            assert outcome.change.linkage is Linkage.PAIRED

    def test_all_answers_are_judged_and_the_linked_stand_beside(self):
        for of, measure in ((score_change_outcome, "mean-difference"), (share_change_outcome, "share-difference")):
            linked, found = of(WAVES), of(WAVES, answers="all")
            assert same(found.estimate, linked.beside[-1])
            assert same(found.beside[-1], linked.estimate)
            assert found.beside[-1].measure == f"{measure}-linked"
            assert (found.change.linkage, found.change.difference) == (Linkage.PARTLY_LINKED, found.estimate)
            assert codes(found.estimate.assumptions) == [
                "self-selected-resemble-all",
                "answers-independent",
                "answered-once-resemble-twice",
            ]
            assert found.notes[-1].code == "answered-once-used"
            assert dict(found.notes[-1].values) == {"linked": 20, "only_before": 26, "only_after": 24}
            assert "relative-change" not in {one.measure for one in found.beside}

    def test_a_verdict_on_all_answers_is_likely(self):
        estimate = score_change_outcome(WAVES, answers="all", about=About(self_selected=False)).estimate
        assert codes(estimate.assumptions) == ["answers-independent", "answered-once-resemble-twice"]
        assert judge(estimate, Target(increase_by=0.1)).verdict is Verdict.LIKELY_MET
        assert judge(estimate, Target(increase_by=1.5)).verdict is Verdict.LIKELY_NOT_MET

    def test_the_level_is_that_of_all_who_answered_after(self):
        outcome = share_change_outcome(WAVES, answers="all", reading="level", about=About(population=60))
        assert (outcome.estimate.measure, outcome.estimate.hits, outcome.estimate.n) == ("share", 17, 44)
        assert (outcome.estimate.population, outcome.estimate.evidence) == (60, Evidence.FINITE)

    def test_where_all_are_linked_both_ways_are_the_paired_one(self):
        waves = paired(MOVES)
        assert survey_change(waves).all_answers is None
        for reading in ("points", "relative", "level"):
            assert score_change_outcome(waves, answers="all", reading=reading).estimate == (
                score_change_outcome(waves, reading=reading).estimate
            )

    def test_where_nobody_is_linked_all_answers_are_judged_as_independent_ones(self):
        assert judge(score_change_outcome(NOBODY_LINKED).estimate, Target(increase_by=0.1)).verdict is (
            Verdict.NOT_ASSESSABLE
        )
        independent = Waves(before=WAVES.before, after=WAVES.after)
        found = score_change_outcome(NOBODY_LINKED, answers="all").estimate
        assert same(found, score_change_outcome(independent).estimate)
        plain = [score_change_outcome(independent, answers=answers) for answers in ("all", "linked")]
        assert plain[0].estimate == plain[1].estimate
        assert (plain[0].beside, plain[0].notes) == (plain[1].beside, plain[1].notes)

    def test_what_cannot_be_asked_for(self):
        with pytest.raises(ValueError, match="relative"):
            score_change_outcome(WAVES, answers="all", reading="relative")
        with pytest.raises(ValueError, match="answers"):
            share_change_outcome(WAVES, answers="paired")

    @pytest.mark.parametrize(
        ("linked", "only_before", "only_after", "said"),
        [
            (0, 20, 20, True),
            (10, 190, 300, True),
            (20, 180, 180, False),  # a tenth
            (29, 300, 300, True),
            (30, 400, 400, False),  # thirty
            (29, 400, 100, False),  # a tenth of the smaller wave
        ],
    )
    def test_few_linked_of_many_answers_are_remarked_on(self, linked, only_before, only_after, said):
        waves = partly_linked([(2, 3, linked)], [(1, only_before)], [(4, only_after)])
        about = [note for note in score_change_outcome(waves).notes if note.code == "answered-once-not-used"]
        assert [dict(note.values) for note in about] == [{"n": only_before + only_after, "linked": linked}] * said
        assert "answered-once-not-used" not in codes(score_change_outcome(waves, answers="all").notes)


class TestFew:
    def test_answers_of_a_few_who_answered_once_cannot_be_worked_out(self):
        waves = partly_linked(MOVES, [(5, 1)], [(1, 3)])
        assert survey_change(waves).all_answers is None
        assert not any("all-answers" in one.measure for one in score_change_outcome(waves).beside)
        judged = score_change_outcome(waves, answers="all")
        assert judged.estimate.n == 24
        assert not any("linked" in one.measure for one in judged.beside)

    def test_nor_those_of_a_few_linked(self):
        judged = score_change_outcome(partly_linked([(2, 3, 4)], [(2, 30)], [(3, 30)]), answers="all")
        assert judged.estimate.n == 64
        assert not any("linked" in one.measure for one in judged.beside)


def grouped(linked, once):
    """Return waves of two groups: how many are linked, and how many answered each wave only once, in each."""
    labels = [name for name, count in zip("AB", linked, strict=True) for _ in range(count)]
    alone = [name for name, count in zip("AB", once, strict=True) for _ in range(count)]
    n, m = len(labels), len(alone)
    first, second = ([1 + (place * step) % 5 for place in range(n + m)] for step in (2, 3))
    rows = np.arange(n)
    kommun = [*labels, *alone]
    return Waves(before=coded(first, kommun=kommun), after=coded(second, "after", kommun=kommun), pairs=(rows, rows))


class TestGroups:
    def test_every_group_has_both(self):
        waves = grouped((20, 30), (12, 15))
        groups = survey_change(waves).groups
        assert [(one.change.n_analysed, one.change.all_answers.n_once) for one in groups] == [(20, 24), (30, 30)]
        judged = score_change_outcome(waves, answers="all").groups
        assert [one.estimate for one in judged] == [one.change.all_answers.mean.difference for one in groups]

    def test_a_group_of_few_linked_is_shown_by_all_answers_as_if_nobody_were_linked(self):
        waves = grouped((3, 30), (20, 25))
        assert all(one.hidden for one in score_change_outcome(waves).groups)
        few, many = score_change_outcome(waves, answers="all").groups
        assert (few.hidden, few.change.linkage, few.estimate.n) == (False, Linkage.INDEPENDENT, 46)
        assert (many.change.linkage, many.estimate.n) == (Linkage.PARTLY_LINKED, 80)

    @pytest.mark.parametrize("answers", ["linked", "all"])
    def test_a_group_where_nobody_is_linked_and_few_answered_is_hidden(self, answers):
        hidden = [one.hidden for one in score_change_outcome(grouped((0, 30), (3, 25)), answers=answers).groups]
        assert hidden == [True, True]


def test_two_data_frames_give_all_answers_in_the_table_of_results():
    scale = Scale.of(["q"], LIKERT, top=2)
    before = pd.DataFrame({"kod": [f"b{n}" for n in range(40)], "q": [1 + n % 4 for n in range(40)]})
    after = pd.DataFrame({"kod": [f"b{n}" for n in range(30, 80)], "q": [2 + n % 4 for n in range(50)]})
    change = compare_surveys(before, after, key="kod", scale=scale, top=2)
    rows = change.to_frame().set_index("measure")
    assert rows.loc["mean-difference-all-answers", ["n", "method"]].tolist() == [80, "t-partly-linked"]
    assert rows.loc["share-difference-all-answers", "method"] == "newcombe-partly-linked"
    assert rows.loc["probability-higher-all-answers", "method"] == "brunner-munzel-partly-linked"
    assert (rows.loc["mean-difference", "n"], change.share_improved.n) == (10, 10)
    assert (change.all_answers.n_linked, change.all_answers.n_once) == (10, 70)
    assert "alla svar" in change._repr_html_()


def test_few_answers_that_pile_up_at_the_top_are_said_to_be_few():
    """30 are enough for most answers, and too few where nearly everybody chose the highest afterwards."""
    even = [3, 4] * 15
    before = pd.DataFrame({"kod": [f"k{place}" for place in range(30)], "q1": even})
    for answers, is_noted in ((even, False), ([5] * 29 + [1], True)):
        after = pd.DataFrame({"kod": [f"k{place}" for place in range(15, 45)], "q1": answers})
        found = compare_surveys(before, after, key="kod", scale=Scale.of(["q1"], [1, 2, 3, 4, 5])).all_answers
        codes = {note.code for note in found.mean.difference.notes}
        assert ("interval-approximate" in codes) is is_noted
