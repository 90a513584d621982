"""Which other measures a target can be held against."""

import pytest

from effektmatt.core import Estimate, Evidence, Unit
from effektmatt.wording.certainty import same_question


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
