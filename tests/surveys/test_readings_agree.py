"""A relative change and one in points are of the same people: both reckon with what those missing could make of it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from effektmatt.core import About, Reading
from effektmatt.goals import Target, Verdict, judge
from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.change_outcomes import score_change_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves

SCALE = Scale.of(["q"], [1, 2, 3, 4, 5], id="q", label="q")


def coded(answers, wave):
    return code_answers(pd.DataFrame({"q": answers}), SCALE, wave)[0]


@pytest.mark.parametrize("linked", [True, False])
def test_who_is_missing_is_reckoned_with_in_both_readings(linked):
    """Of 60 of 600 the mean rises from 3 to 3.6, by a fifth."""
    before, after = np.full(60, 3), np.array([4] * 36 + [3] * 24)
    before[::3], before[1::3] = 2, 4
    after = np.clip(before + after - 3, 1, 5)
    everybody = np.arange(60)
    waves = Waves(
        before=coded(before, "before"), after=coded(after, "after"), pairs=(everybody, everybody) if linked else None
    )
    about = About(population=600)
    points = score_change_outcome(waves, about).estimate
    relative = score_change_outcome(waves, about, reading=Reading.RELATIVE).estimate
    for estimate in (points, relative):
        (edge,) = estimate.sensitivity
        assert edge.reason.code == "missing-may-overturn"
        beyond = Target(increase_by=(edge.low + estimate.interval.low) / 2)
        verdict = judge(estimate, replace(beyond, reading="relative") if estimate is relative else beyond).verdict
        assert edge.low < estimate.interval.low
        assert verdict is Verdict.UNDETERMINED
    assert relative.sensitivity[0].low == pytest.approx(points.sensitivity[0].low / 3, abs=0.02)
