"""Those who said that they do not know, where people weigh differently, took part in groups, or belong to groups."""

import csv
from itertools import product

import pytest

import effektmatt as em
from effektmatt.goals import Verdict

PLAN = """
[project]
name = "Vet ej"

[waves]
before = {{ label = "Före" }}
after = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
files = {{ before = "fore.csv", after = "efter.csv" }}
sampling = "random"
{survey}

[analysis]
{analysis}

[scales.tryggt]
label = "Tryggt"
source = "enkat"
items = ["q1"]
answers = ["Nej", "Ja"]
not_an_answer = ["Vet ej"]

[[goals]]
id = "mal"
title = "Fler trygga"
measure = {{ kind = "share-change", scale = "tryggt", top = 1 }}
target = {{ direction = "increase" }}
"""
SEXES = ("kvinna", "man")
POPULATION = {"kvinna": 300, "man": 900}
WEIGH = 'weigh = ["kon"]\npopulation = { kon = { kvinna = 300, man = 900 } }'
#: Answers of each sex: of those who answer the share rises from half to four in five, and of all it falls.
FELL = {"before": {"Ja": 80, "Nej": 80}, "after": {"Ja": 70, "Nej": 18, "Vet ej": 72}}
ROSE = {"before": {"Ja": 30, "Nej": 130}, "after": {"Ja": 90, "Nej": 20, "Vet ej": 50}}


def rows(answers):
    """Yield people of both sexes, in forty groups and with weights from one to three."""
    given = [(sex, answer) for sex, (answer, n) in product(SEXES, answers.items()) for _ in range(n)]
    for place, (sex, answer) in enumerate(given):
        yield sex, f"g{place % 40}", 1 + place % 3, answer


@pytest.fixture
def found(tmp_path):
    def evaluate(survey, answers, analysis=""):
        for name, wave in (("fore.csv", "before"), ("efter.csv", "after")):
            with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([("kon", "grupp", "vikt", "q1"), *rows(answers[wave])])
        (tmp_path / "plan.toml").write_text(PLAN.format(survey=survey, analysis=analysis), encoding="utf-8")
        return em.evaluate(tmp_path)["mal"]

    return evaluate


def share(answers, weight):
    """Return the weighted share who say yes, of all."""
    weighed = [(weight(sex, n), answer == "Ja") for sex, _, n, answer in rows(answers)]
    return sum(n for n, yes in weighed if yes) / sum(n for n, _ in weighed)


@pytest.mark.parametrize(
    ("survey", "weight"),
    [
        ('cluster = "grupp"', lambda sex, n: 1),
        ('weight = "vikt"', lambda sex, n: n),
        ('weight = "vikt"\ncluster = "grupp"', lambda sex, n: n),
        (WEIGH, lambda sex, n: POPULATION[sex]),  # there are as many of each sex in each wave
    ],
    ids=["groups", "weights", "both", "margins"],
)
def test_a_rise_must_hold_among_all_whatever_they_weigh(found, survey, weight):
    fell = found(survey, FELL).fulfilment
    (rival,) = fell.estimate.rivals
    of_all = share(FELL["after"], weight) - share(FELL["before"], weight)
    assert (rival.measure, rival.value) == ("share-difference-of-all", pytest.approx(of_all))
    assert fell.estimate.interval.low > 0
    assert (fell.verdict, fell.reasons[0].code) == (Verdict.UNDETERMINED, "rival-explanation")
    rose = found(survey, ROSE).fulfilment
    assert rose.estimate.rivals
    assert rose.verdict in (Verdict.LIKELY_MET, Verdict.MET)


def test_margins_are_those_of_all_where_those_who_do_not_know_are_of_one_sex(found, tmp_path):
    """Forty women and sixty men say yes of 160 each; the women among those who do not know weigh as women."""
    survey = WEIGH
    found(survey, FELL)
    after = [*rows(FELL["after"])]
    kept = [one for one in after if not (one[0] == "man" and one[3] == "Vet ej")]
    with (tmp_path / "efter.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("kon", "grupp", "vikt", "q1"), *kept])
    (rival,) = em.evaluate(tmp_path)["mal"].fulfilment.estimate.rivals
    assert rival.value == pytest.approx((300 * 70 / 160 + 900 * 70 / 88) / 1200 - 0.5)


def test_of_a_group_whose_answerers_changed_nothing_is_claimed_and_no_number_told(found):
    outcome = found("", FELL, 'groups = ["kon"]').finding.outcome
    assert [one.group for one in outcome.groups] == ["kvinna", "man"]
    for one in outcome.groups:
        assert one.estimate.interval.low > 0
        assert one.estimate.rivals == ()
        assert one.estimate.sensitivity[-1].reason.code == "no-answers-changed"
        assert em.judge(one.estimate, em.Target(direction="increase")).verdict is Verdict.UNDETERMINED
    same = {"before": {"Ja": 30, "Nej": 130}, "after": {"Ja": 90, "Nej": 70}}
    for one in found("", same, 'groups = ["kon"]').finding.outcome.groups:
        assert "no-answers-changed" not in [bound.reason.code for bound in one.estimate.sensitivity]
