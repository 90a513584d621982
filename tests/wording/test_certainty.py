"""Which other measures a target can be held against."""

from dataclasses import replace

import pytest

from effektmatt.core import About, Estimate, Evidence, Linkage, Note, Role, Unit
from effektmatt.findings import GoalFinding
from effektmatt.goals import Target, judge
from effektmatt.stats.estimates import share_estimate
from effektmatt.wording import words
from effektmatt.wording.certainty import (
    holds_sentence,
    interval_sentence,
    means_missing_sentence,
    probability_sentence,
    reach_sentence,
    same_question,
)
from wording.made import goal, moved


def estimate(role: Role, unit: Unit) -> Estimate:
    return Estimate(measure="m", role=role, value=1.0, unit=unit, n=10, evidence=Evidence.PROCESS, method="test")


@pytest.mark.parametrize(
    ("judged", "other", "same"),
    [
        ((Role.LEVEL, Unit.SHARE), (Role.LEVEL, Unit.SHARE), True),
        ((Role.DIFFERENCE, Unit.DAYS), (Role.DIFFERENCE, Unit.DAYS), True),
        ((Role.DIFFERENCE, Unit.POINTS), (Role.DIFFERENCE, Unit.POINTS), True),
        # a rise of the mean says nothing of whether the mean after is high enough, nor the other way round
        ((Role.DIFFERENCE, Unit.SCORE), (Role.LEVEL, Unit.SCORE), False),
        ((Role.DIFFERENCE, Unit.SCORE), (Role.DIFFERENCE, Unit.SCORE), True),
        ((Role.LEVEL, Unit.SCORE), (Role.DIFFERENCE, Unit.SCORE), False),
        ((Role.DIFFERENCE, Unit.SCORE), (Role.STANDARDISED, Unit.SCORE), False),
        ((Role.DIFFERENCE, Unit.POINTS), (Role.RELATIVE, Unit.RELATIVE), False),
    ],
)
def test_only_the_same_question_gets_the_same_target(judged, other, same: bool) -> None:
    assert same_question(estimate(*judged), estimate(*other)) is same


@pytest.mark.parametrize(
    ("hits", "n", "target", "is_said"),
    [
        (55, 100, 0.5, False),  # of 120: a modest difference of the 20 may overturn it
        (58, 100, 0.5, True),  # the interval decides
        (90, 100, 0.5, False),  # met whatever the 20 would have said
        (20, 100, 0.9, False),  # out of reach
        (119, 119, 1.0, False),  # one is missing, and decides alone
    ],
)
def test_a_probability_is_given_only_where_chance_decides(hits: int, n: int, target: float, is_said: bool) -> None:
    fulfilment = judge(share_estimate("share", hits, n, about=About(population=120)), Target(at_least=target))
    assert (probability_sentence(fulfilment, words("sv")) is not None) is is_said


@pytest.mark.parametrize(
    ("hits", "n", "population", "said"),
    [
        (540, 600, 720, "Det håller om minst 36 av de 120 som saknas (30,0 %) har förbättrat sig."),
        (500, 600, 720, "Målet är uppnått om minst 76 av de 120 som saknas (63,3 %) har förbättrat sig."),
        (440, 600, 720, None),  # out of reach
        (456, 600, 720, "Målet är uppnått om alla 120 som saknas har förbättrat sig."),
        (590, 600, 720, None),  # met whatever
        (75, 95, 100, None),  # five are told of by their number
    ],
)
def test_those_missing_are_told_of_by_their_number_and_their_share(hits, n, population, said) -> None:
    about = About(population=population)
    fulfilment = judge(share_estimate("share", hits, n, about=about), Target(at_least=0.8))
    sentence = holds_sentence(fulfilment, words("sv"), "tipping-needed-improved")
    assert (sentence and sentence.replace("\u00a0", " ")) == said


@pytest.mark.parametrize(("language", "joined"), [("sv", "svarat och om svaren är"), ("en", "did and if answers are")])
def test_each_assumption_has_an_if_of_its_own(language: str, joined: str) -> None:
    both = tuple(
        Note(code=code, values={"missing": 5}) for code in ("missing-resemble-answered", "answers-independent")
    )
    estimate = replace(share_estimate("share", 80, 95, About(population=100)), assumptions=both)
    assert joined in (interval_sentence(judge(estimate, Target(at_least=0.8)), words(language)) or "")


def paired_goal(value: float, missing: int, linkage: Linkage = Linkage.PAIRED, **target: float) -> GoalFinding:
    """Return a goal about a mean change of 60 people."""
    assumed = (Note(code="missing-resemble-answered", values={"missing": missing}),) if missing else ()
    change = moved(3.0, 3.0 + value, Unit.SCORE, half=0.1)
    difference = replace(change.difference, value=value, n=60, assumptions=assumed)
    whole = replace(change, difference=difference, linkage=linkage)
    return goal("score-change", difference, Target(**target), change=whole)


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        # (90 x 0.2 - 60 x 0.4) / 30
        (
            paired_goal(0.4, 30, increase_by=0.2),
            "om den genomsnittliga förändringen bland de 30 som saknas är minst −0,20.",
        ),
        (
            paired_goal(-0.4, 30, decrease_by=0.2),
            "om den genomsnittliga förändringen bland de 30 som saknas är högst +0,20.",
        ),
        (paired_goal(0.4, 0, increase_by=0.2), None),
        (paired_goal(0.4, 30, Linkage.INDEPENDENT, increase_by=0.2), None),
    ],
)
def test_what_those_missing_must_have_in_the_mean_is_told(finding: GoalFinding, said: str | None) -> None:
    sentence = means_missing_sentence(finding, words("sv"))
    assert (sentence and sentence.replace("\u00a0", " ").split(" för alla ")[1]) == said


SCALE = {"lowest": 1.0, "highest": 5.0}


@pytest.mark.parametrize(
    ("value", "missing", "target", "said"),
    [
        (4.6, 10, {"at_least": 3.0}, "även om de 10 som saknas hade svarat lägst"),
        (1.4, 10, {"at_most": 3.0}, "även om de 10 som saknas hade svarat högst"),
        (2.0, 10, {"at_least": 4.5}, "kan målet inte vara uppnått, vad de 10 som saknas än hade svarat"),
        (4.6, 10, {"at_least": 4.5}, "är minst 4,10."),
    ],
)
def test_a_mean_beyond_the_ends_of_the_scale_is_never_asked_for(value, missing, target, said):
    told = estimate(Role.LEVEL, Unit.SCORE)
    told = replace(
        told, value=value, n=40, assumptions=(Note(code="missing-resemble-answered", values={"missing": missing}),)
    )
    finding = goal("score-change", told, Target(**target), **SCALE)
    assert said in (means_missing_sentence(finding, words("sv")) or "")
    assert means_missing_sentence(finding, words("en"))


def open_goal(value, half, target, **facts):
    change = moved(3.0, 3.0 + value, Unit.SCORE, half=half)
    return goal("score-change", change.difference, Target(**target), change=change, **facts)


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (goal("share", share_estimate("share", 26, 30, About(self_selected=False)), Target(at_least=0.8)), "minst 97"),
        (goal("share", share_estimate("share", 8, 8, About()), Target(at_least=0.8)), "Med ett så litet underlag"),
        (open_goal(0.3, 0.4, {"increase_by": 0.2}, **SCALE), "måste förändringen i själva verket vara minst +0,77."),
        (open_goal(0.3, 1.4, {"increase_by": 0.4}, **SCALE), "Med ett så litet underlag"),  # from 3.0 only 2.0 is left
        (open_goal(0.8, 0.4, {"increase_by": 0.2}, **SCALE), None),  # told as met
    ],
)
def test_how_good_it_must_be_for_the_data_to_tell_is_said_where_they_are_too_few(finding, said):
    sentence = reach_sentence(finding, words("sv"))
    assert sentence is None if said is None else said in sentence
    assert (reach_sentence(finding, words("en")) is None) is (said is None)


def test_of_a_part_it_is_the_part_that_could_hardly_have_been_shown():
    finding = goal("share", share_estimate("share", 8, 8, About()), Target(at_least=0.8))
    assert reach_sentence(finding, words("sv"), part=True) == (
        "Med ett så litet underlag kunde delen knappast ha visats uppnådd, även om den är det."
    )
