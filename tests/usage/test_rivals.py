"""What else could explain a step: a line that was there already, and the season."""

from datetime import date, timedelta

import numpy as np
import pytest

from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.interrupted_series import interrupted_series
from effektmatt.usage.rivals import WEEKS, rivals_of
from effektmatt.usage.weekly import WeeklyUse, weekly_users_outcome
from effektmatt.usage.weeks import Week

JUMP, SEASON = WEEKS.jump, WEEKS.season
MONDAY = date(2018, 1, 1)


def weekly(values, place):
    users = [int(value) for value in np.maximum(0, np.round(values))]
    weeks = tuple(Week(monday=MONDAY + timedelta(days=7 * week), users=n, uses=n) for week, n in enumerate(users))
    return WeeklyUse(weeks=weeks, users=0, uses=0, xmr=None, rebased_at=place, rebase=weeks[place].monday)


def judged(values, place, direction="increase"):
    return judge(weekly_users_outcome(weekly(values, place)).estimate, Target(direction=direction))


def noise(n, seed=1):
    return np.random.default_rng(seed).normal(0, 5, n)


def test_a_trend_that_was_there_already_is_no_step():
    rising = 100 + 0.8 * np.arange(52) + noise(52)
    fulfilment = judged(rising, 26)
    assert fulfilment.estimate.interval.low > 0
    assert (fulfilment.verdict, dict(fulfilment.reasons[0].values)) == (Verdict.UNDETERMINED, {"rival": JUMP})
    (jump,) = rivals_of(rising, 26, 0.95)
    reference = interrupted_series(rising, 26).level_change
    assert (jump.value, jump.interval.low) == (reference.value, reference.interval.low)


def test_a_line_without_any_error_explains_all_of_it():
    assert judged(100 + np.arange(40), 20).verdict is Verdict.UNDETERMINED
    (jump,) = rivals_of(100.0 + np.arange(40), 20, 0.95)
    assert (jump.value, jump.interval.low, jump.interval.high) == (0.0, 0.0, 0.0)


def test_where_nothing_varies_there_is_no_step_to_explain_otherwise():
    outcome = weekly_users_outcome(weekly(20 + 10 * (np.arange(40) >= 20), 20))
    assert (outcome.estimate.value, outcome.estimate.interval) == (10.0, None)
    assert (outcome.estimate.rivals, outcome.beside) == ((), ())


def test_a_step_is_a_step_beside_both():
    for weeks, rivals in ((52, [JUMP]), (104, [JUMP, SEASON])):
        series = 100 + 30 * (np.arange(weeks) >= weeks // 2) + noise(weeks)
        estimate = weekly_users_outcome(weekly(series, weeks // 2)).estimate
        assert [rival.measure for rival in estimate.rivals] == rivals
        assert judge(estimate, Target(direction="increase")).verdict is Verdict.LIKELY_MET
        assert judge(estimate, Target(direction="decrease")).verdict is Verdict.LIKELY_NOT_MET


def test_a_summer_as_low_as_the_last_is_no_fall():
    """One summer within the year before, and one in the sixteen weeks after."""
    week = np.arange(88)
    series = 100 - 60 * ((week % 52 >= 22) & (week % 52 < 36)) + noise(88)
    estimate = weekly_users_outcome(weekly(series, 72)).estimate
    season = estimate.rivals[-1]
    assert season.measure == SEASON
    assert season.interval.low < 0 < season.interval.high
    assert season.n == 16
    assert judge(estimate, Target(direction="decrease")).verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("before", "after", "rivals"), [(11, 30, 0), (12, 12, 1), (60, 12, 2), (40, 23, 1), (40, 24, 2)]
)
def test_a_rival_needs_twelve_weeks(before, after, rivals):
    series = 100 + noise(before + after)
    assert len(list(rivals_of(series, before, 0.95))) == rivals


def test_a_rival_stands_beside_what_is_judged():
    outcome = weekly_users_outcome(weekly(100 + noise(40), 20))
    assert outcome.beside == outcome.estimate.rivals
