"""Which targets arithmetic rules out: the numbers of the brief."""

import pytest

from effektmatt.core import Estimate, Evidence, Unit
from effektmatt.goals import Target, unreachable


def before(value, unit=Unit.SHARE):
    return Estimate(measure="share", value=value, unit=unit, n=400, evidence=Evidence.PROCESS, method="")


@pytest.mark.parametrize(
    ("share", "reading", "possible"),
    [
        (100 / 170 - 1e-6, "relative", True),
        (100 / 170 + 1e-6, "relative", False),
        (0.30, "points", True),
        (0.31, "points", False),
        (0.69, "level", True),
        (0.99, "level", False),
    ],
)
def test_seventy_per_cent_more(share, reading, possible):
    assert (unreachable(Target(increase_by=0.70, reading=reading), before(share)) is None) is possible


@pytest.mark.parametrize(("mean", "possible"), [(2.94, True), (2.95, False)])
def test_a_mean_on_one_to_five(mean, possible):
    found = unreachable(Target(increase_by=0.70, reading="relative"), before(mean, Unit.SCORE), ceiling=5)
    assert (found is None) is possible


@pytest.mark.parametrize(("days", "possible"), [(13.9, False), (14.0, True), (40.0, True)])
def test_two_weeks_cannot_be_cut_from_less(days, possible):
    assert (unreachable(Target(decrease_by=14), before(days, Unit.DAYS)) is None) is possible


def test_the_reason_carries_the_numbers():
    note = unreachable(Target(increase_by=0.70, reading="points"), before(0.46))
    assert note is not None
    assert note.code == "unreachable-above"
    assert note.values["needed"] == pytest.approx(1.16)
    assert note.values["highest_start"] == pytest.approx(0.30)


def test_a_share_above_one_is_out_of_reach():
    assert unreachable(Target(at_least=1.2), before(0.5)).code == "unreachable-level"


def test_nothing_to_say_without_target_or_before():
    assert unreachable(None, before(0.5)) is None
    assert unreachable(Target(decrease_by=14), None) is None
