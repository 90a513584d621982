"""Which other measures a target can be held against."""

import pytest

from effektmatt.core import About, Estimate, Evidence, Unit
from effektmatt.goals import Target, judge
from effektmatt.stats.estimates import share_estimate
from effektmatt.wording import words
from effektmatt.wording.certainty import probability_sentence, same_question


def estimate(measure: str, unit: Unit) -> Estimate:
    return Estimate(measure=measure, value=1.0, unit=unit, n=10, evidence=Evidence.PROCESS, method="test")


@pytest.mark.parametrize(
    ("judged", "other", "same"),
    [
        (("share-improved", Unit.SHARE), ("share-improved-step", Unit.SHARE), True),
        (("restricted-mean-difference", Unit.DAYS), ("median-difference", Unit.DAYS), True),
        (("visit-score-difference", Unit.POINTS), ("visit-score-difference-adjusted", Unit.POINTS), True),
        # a rise of the mean says nothing of whether the mean after is high enough, nor the other way round
        (("mean-difference", Unit.SCORE), ("mean-score", Unit.SCORE), False),
        (("mean-difference", Unit.SCORE), ("mean-difference-all-answers", Unit.SCORE), True),
        (("mean-difference-all-answers", Unit.SCORE), ("mean-difference-linked", Unit.SCORE), True),
        (("mean-difference-all-answers", Unit.SCORE), ("mean-score", Unit.SCORE), False),
        (("mean-score", Unit.SCORE), ("mean-difference", Unit.SCORE), False),
        (("mean-difference", Unit.SCORE), ("hedges-g-av", Unit.SCORE), False),
        (("share-difference", Unit.POINTS), ("relative-change", Unit.RELATIVE), False),
    ],
)
def test_only_the_same_question_gets_the_same_target(judged, other, same: bool) -> None:
    assert same_question(estimate(*judged), estimate(*other)) is same


@pytest.mark.parametrize(
    ("hits", "n", "target", "is_said"),
    [
        (55, 100, 0.5, True),  # of 120: the interval decides
        (90, 100, 0.5, False),  # met whatever the 20 would have said
        (20, 100, 0.9, False),  # out of reach
        (119, 119, 1.0, False),  # one is missing, and decides alone
    ],
)
def test_a_probability_is_given_only_where_chance_decides(hits: int, n: int, target: float, is_said: bool) -> None:
    fulfilment = judge(share_estimate("share", hits, n, about=About(population=120)), Target(at_least=target))
    assert (probability_sentence(fulfilment, words("sv")) is not None) is is_said
