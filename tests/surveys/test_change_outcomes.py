import numpy as np
import pytest
from scipy.special import stdtrit

from effektmatt.core import About, Evidence, Linkage, Unit
from effektmatt.goals import Reading, Target, Verdict, judge, unreachable
from effektmatt.stats.paired_ratio import paired_ratio
from effektmatt.stats.probability import above
from effektmatt.stats.share_difference import koopman_ratio
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.change_outcomes import score_change_outcome, share_change_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves
from surveys.made import LIKERT, coded, codes, independent, paired

# the sample project's citizens: 178 of 382 and 272 of 433 answer 4 or 5
BEFORE = [(1, 60), (2, 70), (3, 74), (4, 100), (5, 78)]
AFTER = [(1, 30), (2, 51), (3, 80), (4, 150), (5, 122)]


class TestIndependentShares:
    @pytest.mark.parametrize(
        ("reading", "measure", "unit", "value"),
        [
            ("points", "share-difference", Unit.POINTS, 272 / 433 - 178 / 382),
            ("relative", "relative-change", Unit.RELATIVE, 272 * 382 / (433 * 178) - 1),
            ("level", "share", Unit.SHARE, 272 / 433),
        ],
    )
    def test_each_reading_with_the_others_beside_it(self, reading, measure, unit, value):
        outcome = share_change_outcome(independent(BEFORE, AFTER), reading=reading)
        assert (outcome.estimate.measure, outcome.estimate.unit) == (measure, unit)
        assert outcome.estimate.value == pytest.approx(value, rel=1e-14)
        assert codes(outcome.estimate.assumptions) == ["self-selected-resemble-all", "answers-independent"]
        others = {"share-difference", "relative-change", "share"} - {measure}
        assert {one.measure for one in outcome.beside} == {*others, "mean-difference", "probability-higher"}

    def test_the_interval_of_the_ratio_is_koopmans_and_the_target_is_not_reached(self):
        outcome = share_change_outcome(independent(BEFORE, AFTER), top=2, reading="relative")
        interval = koopman_ratio(272, 433, 178, 382)
        assert (outcome.estimate.interval.low, outcome.estimate.interval.high) == (interval.low, interval.high)
        assert outcome.estimate.curve.parameters == (272.5, 161.5, 178.5, 204.5)
        target = Target(increase_by=0.70, reading=Reading.RELATIVE)
        assert judge(outcome.estimate, target).verdict is Verdict.LIKELY_NOT_MET
        assert unreachable(target, outcome.change.before) is None

    def test_swapping_the_waves_turns_the_difference(self):
        there = share_change_outcome(independent(BEFORE, AFTER)).estimate
        back = share_change_outcome(independent(AFTER, BEFORE)).estimate
        assert there.value == -back.value
        assert there.interval.low == pytest.approx(-back.interval.high)

    def test_from_no_hits_at_all_a_relative_change_has_no_value(self):
        waves = independent([(1, 20)], [(5, 10), (1, 10)])
        outcome = share_change_outcome(waves, reading="relative")
        assert (outcome.estimate.value, codes(outcome.estimate.notes)) == (None, ["relative-from-zero"])
        assert outcome.change.difference.value == 0.5

    def test_top_must_be_said_by_somebody(self):
        scale = Scale.of(["q"], LIKERT)
        waves = Waves(before=coded([1, 2], scale=scale), after=coded([1, 2], "after", scale))
        with pytest.raises(ValueError, match="top"):
            share_change_outcome(waves)

    def test_a_known_population_is_finite_wave_by_wave_and_a_census_when_all_answered(self):
        some = share_change_outcome(independent(BEFORE, AFTER), about=About(population=500))
        assert (some.change.before.evidence, some.change.before.population) == (Evidence.FINITE, 500)
        assert some.estimate.assumptions[0].code == "missing-resemble-answered"
        everybody = share_change_outcome(
            independent([(2, 30), (4, 10)], [(2, 20), (4, 20)]), about=About(population=40)
        )
        assert (everybody.estimate.evidence, everybody.estimate.value) == (Evidence.CENSUS, 0.25)
        assert everybody.estimate.interval is None


class TestPairedShares:
    # Bentur 2009 in Fagerland, Lydersen & Laake 2017, chapter 8: both 1, only after 1, only before 7, neither 12
    MOVES = ((4, 4, 1), (2, 5, 1), (4, 2, 7), (1, 3, 12))

    def test_linked_people_are_compared_with_themselves(self):
        outcome = share_change_outcome(paired(self.MOVES))
        assert outcome.change.linkage is Linkage.PAIRED
        assert (outcome.change.before.hits, outcome.change.after.hits, outcome.change.after.n) == (8, 2, 21)
        interval = outcome.estimate.interval
        assert interval.method == "tango"
        assert (round(interval.low, 3), round(interval.high, 3)) == (-0.517, -0.026)
        counts = outcome.detail.top_counts
        assert counts.table == (1, 1, 7, 12)

    def test_the_ratio_of_paired_shares(self):
        estimate = share_change_outcome(paired(self.MOVES), reading="relative").estimate
        assert estimate.value == 2 / 8 - 1
        assert estimate.interval == paired_ratio(1, 1, 7, 12)
        assert estimate.curve.kind == "paired-ratio"
        # an interval and the probability that is printed beside it say the same
        assert above(estimate.curve, estimate.interval.high) == pytest.approx(0.025)

    @pytest.mark.parametrize(
        ("moves", "value", "table"),
        [([(4, 4, 10), (2, 2, 10)], 0.0, (10, 0, 0, 10)), ([(4, 2, 10), (2, 2, 10)], -1.0, (0, 0, 10, 10))],
        ids=["nobody changed", "nobody left"],
    )
    def test_a_ratio_at_the_edge_has_an_interval_too(self, moves, value, table):
        estimate = share_change_outcome(paired(moves), reading="relative").estimate
        assert (estimate.value, estimate.notes) == (value, ())
        assert estimate.interval == paired_ratio(*table)
        assert estimate.interval.low < estimate.interval.high

    def test_a_ratio_from_nought_has_no_value(self):
        estimate = share_change_outcome(paired([(2, 4, 10), (2, 2, 10)]), reading="relative").estimate
        assert (estimate.value, estimate.interval, codes(estimate.notes)) == (None, None, ["relative-from-zero"])

    def test_a_scale_of_several_items_is_cut_where_the_answer_begins(self):
        scale = Scale.of(["a", "b", "c"], LIKERT, score="skr-index")
        waves = paired([([4, 4, 3], [4, 4, 4], 10), ([3, 3, 3], [5, 5, 2], 10)], scale)
        outcome = share_change_outcome(waves, top=2)
        assert (outcome.change.before.hits, outcome.change.after.hits) == (0, 20)


class TestMeans:
    MOVES = ((1, 2, 6), (2, 3, 4), (3, 3, 5), (4, 5, 3), (5, 4, 2))

    def test_a_paired_mean_difference(self):
        waves = paired(self.MOVES)
        rises = (waves.after.numbers - waves.before.numbers)[:, 0]
        outcome = score_change_outcome(waves)
        std_error = rises.std(ddof=1) / np.sqrt(20)
        assert outcome.estimate.measure == "mean-difference"
        assert outcome.estimate.value == pytest.approx(rises.mean())
        assert outcome.estimate.interval.high == pytest.approx(
            rises.mean() + 2.093024054408263 * std_error
        )  # qt(.975, 19)
        assert {one.measure for one in outcome.beside} == {
            "relative-change",
            "mean-score",
            "hedges-g-av",
            "probability-higher",
        }

    @pytest.mark.parametrize("linked", [True, False])
    def test_the_relative_change_of_means_has_the_delta_methods_variance(self, linked):
        waves = paired(self.MOVES)
        if not linked:
            waves = Waves(before=waves.before, after=waves.after)
        first, second = waves.before.numbers[:, 0], waves.after.numbers[:, 0]
        covariance = np.cov(first, second) if linked else np.diag([first.var(ddof=1), second.var(ddof=1)])
        gradient = np.array([-1 / first.mean(), 1 / second.mean()])
        parts = gradient**2 * np.array([first.var(ddof=1), second.var(ddof=1)])
        degrees = 19 if linked else 19 * parts.sum() ** 2 / (parts @ parts)
        reach = stdtrit(degrees, 0.975) * np.sqrt(gradient @ covariance @ gradient / 20)
        ratio = second.mean() / first.mean()
        estimate = score_change_outcome(waves, reading="relative").estimate
        assert estimate.value == pytest.approx(ratio - 1)
        assert estimate.interval.low == pytest.approx(ratio * np.exp(-reach) - 1)
        assert estimate.interval.high == pytest.approx(ratio * np.exp(reach) - 1)

    def test_when_all_change_alike_there_is_no_interval_to_judge_by(self):
        outcome = score_change_outcome(paired([(2, 3, 5), (3, 4, 7)]))
        assert outcome.estimate.value == 1
        assert (outcome.estimate.interval, codes(outcome.estimate.notes)) == (None, ["nothing-varied"])
        assert outcome.change.effects[0].value is None
        assert judge(outcome.estimate, Target(increase_by=0.5)).verdict is Verdict.NOT_ASSESSABLE

    @pytest.mark.parametrize(("n", "code"), [(0, "no-answers"), (1, "too-few-answers")])
    def test_too_few_pairs(self, n, code):
        before, after = coded([2] * 9), coded([3] * 9, "after")
        outcome = score_change_outcome(Waves(before=before, after=after, pairs=(np.arange(n), np.arange(n))))
        assert (outcome.estimate.value, codes(outcome.estimate.notes)) == (None, [code])

    def test_a_wave_without_data_leaves_what_the_other_says(self):
        outcome = score_change_outcome(Waves(before=coded([2, 3, 3, 4]), after=None), reading="level")
        assert outcome.estimate.value is None
        assert outcome.change.before.value == 3
        assert outcome.change.difference.notes[0].values["wave"] == "after"

    def test_everybody_linked_is_a_census(self):
        outcome = score_change_outcome(paired(self.MOVES), about=About(population=20))
        assert (outcome.estimate.evidence, outcome.estimate.interval) == (Evidence.CENSUS, None)
        assert judge(outcome.estimate, Target(increase_by=0.5)).verdict is Verdict.MET


class TestOrder:
    def test_paired(self):
        found = survey_change(paired([(1, 2, 6), (3, 3, 3), (4, 2, 1)]))
        assert (found.ordinal.measure, found.ordinal.unit) == ("probability-higher", Unit.PROBABILITY)
        assert found.ordinal.value == (6 + 3 / 2) / 10
        assert found.test.method == "wilcoxon-pratt-exact"

    def test_independent(self):
        found = survey_change(independent([(1, 10), (2, 10)], [(2, 10), (3, 10)]))
        assert found.ordinal.value == (400 - 100 / 2) / 400
        assert found.ordinal.interval.method == "brunner-munzel"

    def test_hidden_groups_have_nothing(self):
        found = survey_change(paired([(1, 2, 20), (2, 3, 3), (3, 3, 30)], kon=["kvinna", "annat", "man"]))
        hidden = [one for one in found.groups if one.hidden]
        assert [one.group for one in hidden] == ["annat", "kvinna"]
        assert all(one.change is None for one in hidden)
