from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from effektmatt.core import Direction, Note
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.series import step_change, xmr
from effektmatt.usage.log import uses_of
from effektmatt.usage.weekly import weekly_use, weekly_users, weekly_users_outcome

MONDAY = date(2018, 1, 1)


def log(users_per_week):
    """A log where in week k users 0, 1, ... use something once on the Wednesday, the first of them twice."""
    rows = [
        (f"p{user}", MONDAY + timedelta(days=7 * week + 2))
        for week, users in enumerate(users_per_week)
        for user in [*range(users), *([0] if users else [])]
    ]
    frame = pd.DataFrame(rows, columns=["vem", "dag"])
    return uses_of(frame.assign(dag=pd.to_datetime(frame["dag"])), user="vem", at="dag")


def users(found):
    return [week.users for week in found.weeks]


def test_a_person_counts_once_a_week_and_uses_all():
    found = weekly_use(log([3, 1]))
    assert users(found) == [3, 1]
    assert [week.uses for week in found.weeks] == [4, 2]
    assert (found.users, found.uses) == (3, 6)


def test_a_person_is_one_however_the_name_is_spelled_and_two_where_the_address_differs():
    names = ["anna@kommun.se", "ANNA@Kommun.se", "anna@kommun.se ", "\u00a0Anna@kommun.se", "anna@example.org"]
    found = weekly_users(pd.DataFrame({"vem": names, "dag": pd.to_datetime([MONDAY] * 5)}), user="vem", at="dag")
    assert (users(found), found.users, found.uses) == ([2], 2, 5)


def test_weeks_are_iso_weeks():
    """31 December 2018 was the Monday of week 1 of 2019; 30 December still belonged to week 52."""
    days = pd.to_datetime(["2018-12-30", "2018-12-31"])
    found = weekly_users(pd.DataFrame({"vem": ["a", "a"], "dag": days}), user="vem", at="dag")
    assert [week.monday.isocalendar()[:2] for week in found.weeks] == [(2018, 52), (2019, 1)]
    assert all(week.monday.weekday() == 0 for week in found.weeks)


def test_weeks_without_a_use_are_noughts_to_the_end_of_the_period():
    found = weekly_use(log([2, 0, 1]), first=MONDAY, last=MONDAY + timedelta(days=34))
    assert users(found) == [2, 0, 1, 0, 0]


def test_weeks_that_the_period_cuts_are_left_out_and_told():
    found = weekly_use(log([2, 1, 3]), first=MONDAY + timedelta(days=1), last=MONDAY + timedelta(days=20))
    assert users(found) == [1, 3]
    assert found.notes == (Note(code="uses-outside-weeks", values={"n": 3}),)


def test_limits_are_those_of_the_statistics_room():
    counts = [10, 12, 11, 13, 10, 12, 30]
    found = weekly_use(log(counts))
    reference = xmr(counts)
    assert found.xmr.high == pytest.approx(reference.high)
    # moving ranges 2 1 2 3 2 18: mean 28/6; mean 14; 14 + 2.66 * 28/6
    assert found.xmr.high[0] == pytest.approx(14 + 2.66 * 28 / 6)


def test_a_rise_beyond_chance_meets_a_direction():
    before, after = [10, 12, 11, 13, 10, 12, 11, 12], [20, 22, 21, 23, 20, 22, 21, 24]
    found = weekly_use(log([*before, *after]), rebase=MONDAY + timedelta(days=56), better=Direction.HIGHER)
    outcome = weekly_users_outcome(found)
    assert outcome.estimate.value == pytest.approx(np.mean(after) - np.mean(before))
    reference = step_change([*before, *after], 8).difference.interval
    assert (outcome.estimate.interval.low, outcome.estimate.interval.high) == (reference.low, reference.high)
    assert judge(outcome.estimate, Target(direction="increase")).verdict is Verdict.LIKELY_MET
    assert judge(outcome.estimate, Target(direction="decrease")).verdict is Verdict.LIKELY_NOT_MET


def test_no_change_leaves_a_direction_open():
    found = weekly_use(log([10, 12, 11, 13, 10, 12, 11, 12] * 2), rebase=MONDAY + timedelta(days=56))
    assert judge(weekly_users_outcome(found).estimate, Target(direction="increase")).verdict is Verdict.UNDETERMINED


def test_weeks_that_drift_are_worth_so_few_independent_ones_that_nothing_is_sure():
    """A level that drifts slowly: 40 weeks, but each so like the one before that 1 degree of freedom is left."""
    drift = [60 + round(50 * np.sin(2 * np.pi * week / 80)) for week in range(40)]
    series = [20, 22, 21, 23, 20, 22, 21, 22, *drift]
    outcome = weekly_users_outcome(weekly_use(log(series), rebase=MONDAY + timedelta(days=56)))
    assert step_change(series, 8).difference.degrees < 4
    assert outcome.change.difference.value == pytest.approx(np.mean(drift) - np.mean(series[:8]))
    assert outcome.estimate.interval.low < -100
    assert Note(code="weeks-too-alike", values={"of": "change"}) in outcome.notes
    one_phase = weekly_users_outcome(weekly_use(log(drift)))
    assert Note(code="weeks-too-alike", values={"of": "level"}) in one_phase.notes
    assert judge(outcome.estimate, Target(direction="increase")).verdict is Verdict.UNDETERMINED


def test_five_weeks_are_too_few_and_with_fewer_than_fifty_the_interval_is_approximate():
    assert weekly_users_outcome(weekly_use(log([9, 12, 8, 11, 10]))).estimate.interval is None
    estimate = weekly_users_outcome(weekly_use(log([9, 12, 8, 11, 10, 9]))).estimate
    assert estimate.interval is not None
    assert [note.code for note in estimate.notes] == ["interval-approximate"]
    assert weekly_users_outcome(weekly_use(log([9, 12, 8, 11, 10] * 10))).estimate.notes == ()


def test_a_change_from_fewer_than_twelve_weeks_is_approximate():
    for weeks, codes in ((11, ["interval-approximate"]), (12, [])):
        found = weekly_use(log([*[10, 12, 11] * 4, *[9, 14, 13] * 4][: 12 + weeks]), rebase=MONDAY + timedelta(days=84))
        assert [note.code for note in weekly_users_outcome(found).estimate.notes] == codes


def test_the_interval_of_a_mean_does_not_go_below_nobody():
    outcome = weekly_users_outcome(weekly_use(log([0, 9, 0, 1, 8, 0, 0, 9])))
    assert outcome.estimate.interval.low == 0
    assert outcome.estimate.interval.high > outcome.estimate.value


def test_phases_of_three_weeks_have_no_interval_and_no_verdict():
    found = weekly_use(log([1, 2, 3, 9, 8, 9]), rebase=MONDAY + timedelta(days=21))
    estimate = weekly_users_outcome(found).estimate
    assert estimate.interval is None
    assert judge(estimate, Target(direction="increase")).verdict is Verdict.NOT_ASSESSABLE


def test_a_new_phase_begins_with_the_first_week_that_begins_then_or_later():
    found = weekly_use(log([1, 2, 3, 4]), rebase=MONDAY + timedelta(days=8))
    assert found.rebased_at == 2


def test_a_phase_outside_the_log_is_told():
    found = weekly_use(log([1, 2, 3, 4]), rebase=date(2020, 1, 1))
    assert found.rebased_at is None
    assert found.notes[0].code == "rebase-outside-log"


@pytest.mark.parametrize(
    ("wanted", "better", "assurance"),
    [
        (5, Direction.HIGHER, "passes"),
        (12, Direction.HIGHER, "varies"),
        (40, Direction.HIGHER, "fails"),
        (40, Direction.LOWER, "passes"),
        (5, Direction.LOWER, "fails"),
    ],
)
def test_assurance_is_where_the_target_lies_between_the_limits(wanted, better, assurance):
    found = weekly_use(log([10, 12, 11, 13, 10, 12]), wanted=wanted, better=better)
    assert found.assurance == assurance


def test_the_last_week_decides_the_variation():
    assert weekly_use(log([10, 12, 11, 13, 10, 12, 11, 40])).variation == "up"
    assert weekly_use(log([10, 12, 11, 40, 10, 12, 11, 13, 10, 12])).variation == "ordinary"


def test_no_uses_one_week_and_the_same_every_week():
    nothing = weekly_users_outcome(weekly_use(log([])))
    assert nothing.estimate.value is None
    assert nothing.estimate.notes[0].code == "no-uses"
    one = weekly_use(log([4]))
    assert one.xmr is None
    assert [note.code for note in weekly_users_outcome(one).notes] == ["too-few-weeks"]
    same = weekly_users_outcome(weekly_use(log([5] * 10)))
    assert (same.estimate.value, same.estimate.interval) == (5.0, None)
    assert [note.code for note in same.estimate.notes] == ["weeks-all-alike"]
    few = weekly_users_outcome(weekly_use(log([5, 6, 4])))
    assert few.estimate.notes == (Note(code="too-few-weeks-for-error", values={"n": 3, "needed": 6}),)


def test_what_a_mean_is_made_of_is_said_where_weeks_are_out_of_the_ordinary():
    counts = [40, 38, 36, 34, 12, 11, 10, 12, 20, 21, 20, 22, 21]
    found = weekly_use(log(counts), marks={"lansering": MONDAY + timedelta(days=3), "semester": MONDAY})
    (course,) = [note for note in weekly_users_outcome(found).notes if note.code == "weekly-course"]
    assert dict(course.values) == {
        "since": "none",
        "most": 40,
        "most_day": "2018-01-01",
        "most_mark": "lansering",
        "least": 10,
        "least_day": "2018-02-12",
        "least_mark": "none",
        "last": 21.0,
        "weeks": 4,
    }
    phased = weekly_use(log([*[3, 4, 2, 3, 4, 3], *counts]), rebase=MONDAY + timedelta(days=42))
    (later,) = [note for note in weekly_users_outcome(phased).notes if note.code == "weekly-course"]
    assert (dict(later.values)["since"], dict(later.values)["least"]) == ("2018-02-12", 10)  # fewer came before
    steady = weekly_users_outcome(weekly_use(log([10, 12, 11, 13, 10, 12, 11, 12])))
    assert "weekly-course" not in [note.code for note in steady.notes]
