"""Which other measures a target can be held against."""

import pytest

from effektmatt.core import About, Estimate, Evidence, Role, Unit
from effektmatt.goals import Target, judge
from effektmatt.stats.estimates import share_estimate
from effektmatt.wording import words
from effektmatt.wording.certainty import probability_sentence, same_question


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
