import pytest

from effektmatt.core import About, Evidence
from effektmatt.goals import Target, Verdict, judge
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.top_share import top_share_outcome
from surveys.made import ONE, coded, codes

ANSWERS = [5] * 30 + [4] * 16 + [3] * 4


def test_a_share_in_one_wave():
    outcome = top_share_outcome(coded(ANSWERS))
    assert (outcome.estimate.hits, outcome.estimate.n, outcome.estimate.evidence) == (46, 50, Evidence.PROCESS)
    assert outcome.detail.items[0].counts.counts.tolist() == [0, 0, 4, 16, 30]
    assert outcome.detail.top == 2
    assert outcome.beside[0].value == pytest.approx((150 + 64 + 12) / 50)
    assert judge(outcome.estimate, Target(at_least=0.80)).verdict is Verdict.UNDETERMINED
    assert judge(outcome.estimate, Target(at_least=0.70)).verdict is Verdict.LIKELY_MET


def test_of_a_known_population():
    outcome = top_share_outcome(coded(ANSWERS), about=About(population=60))
    assert (outcome.estimate.evidence, outcome.estimate.possible.low) == (Evidence.FINITE, 46 / 60)
    assert top_share_outcome(coded(ANSWERS), about=About(population=50)).estimate.evidence is Evidence.CENSUS


def test_groups_and_hiding():
    answers = coded([5] * 20 + [3] * 4 + [4] * 20 + [5] * 3, kon=["kvinna"] * 24 + ["man"] * 20 + [None] * 3)
    outcome = top_share_outcome(answers, about=About(population_by_group={("kon", "Man"): 25}))
    assert [(one.group, one.estimate.hits, one.estimate.population) for one in outcome.groups] == [
        ("kvinna", 20, None),
        ("man", 20, 25),
    ]
    assert codes(outcome.notes) == ["group-unknown"]


def test_a_few_answers_are_not_shown_as_a_distribution():
    detail = top_share_outcome(coded([4] * 7)).detail
    assert (detail.items[0].counts, detail.scores) == (None, None)


def test_a_wave_that_has_no_data_yet():
    outcome = top_share_outcome(None, top=2, about=About(population=80))
    assert (outcome.estimate.value, codes(outcome.estimate.notes)) == (None, ["no-answers"])
    assert top_share_outcome(coded([None, None])).estimate.value is None


def test_top_must_be_said_by_somebody():
    with pytest.raises(ValueError, match="top"):
        top_share_outcome(coded([1, 2], scale=Scale.of(["q"], ["1", "2"])))
    assert ONE.top == 2
