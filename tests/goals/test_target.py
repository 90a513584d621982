import math

import pytest

from effektmatt.core import Direction
from effektmatt.goals import Reading, Target, reading_of


@pytest.mark.parametrize(
    ("demand", "region"),
    [
        ({"at_least": 0.8}, (0.8, float("inf"))),
        ({"at_most": 0.05}, (float("-inf"), 0.05)),
        ({"increase_by": 0.7, "reading": "relative"}, (0.7, float("inf"))),
        ({"decrease_by": 14}, (float("-inf"), -14.0)),
        ({"decrease_by": 0.2, "reading": "level"}, (float("-inf"), 0.2)),
    ],
)
def test_region(demand, region):
    assert Target(**demand).region == region


@pytest.mark.parametrize(
    ("demand", "message"),
    [
        ({}, "exactly one"),
        ({"at_least": 1, "at_most": 2}, "exactly one"),
        ({"about": 40}, "belong together"),
        ({"at_least": 40, "within": 0.1}, "belong together"),
        ({"direction": "up"}, "increase"),
        ({"at_least": 0.8, "reading": "level"}, "reading belongs"),
        ({"at_most": 2, "in_every": "avdelning"}, "in_every needs"),
        ({"increase_by": -0.7}, "greater than 0"),
        ({"at_least": math.nan}, "at_least must be a finite number; got nan"),
        ({"decrease_by": math.inf}, "decrease_by must be a finite number; got inf"),
        ({"about": 40, "within": math.nan}, "within must be a finite number"),
    ],
)
def test_what_cannot_be_meant_is_refused(demand, message):
    with pytest.raises(ValueError, match=message):
        Target(**demand)


def test_reading_is_a_reading_even_when_written_as_text():
    assert Target(increase_by=0.7, reading="points").reading is Reading.POINTS


def test_unknown_reading_is_refused():
    with pytest.raises(ValueError, match="procent"):
        Target(increase_by=0.7, reading="procent")


@pytest.mark.parametrize(
    ("target", "better", "reading"),
    [
        (Target(at_least=0.8), Direction.HIGHER, Reading.LEVEL),
        (Target(at_most=30), Direction.LOWER, Reading.LEVEL),
        (Target(increase_by=0.1, reading="relative"), Direction.HIGHER, Reading.RELATIVE),
        (Target(decrease_by=14), Direction.LOWER, Reading.POINTS),
        (Target(decrease_by=0.2, reading="level"), Direction.LOWER, Reading.LEVEL),
        (Target(direction="decrease"), Direction.LOWER, Reading.POINTS),
    ],
)
def test_a_target_says_which_way_is_better_and_what_is_held_against_it(target, better, reading):
    assert (target.better, reading_of(target)) == (better, reading)


def test_without_a_target_what_is_shown_is_chosen():
    assert (reading_of(None), reading_of(None, Reading.LEVEL)) == (Reading.POINTS, Reading.LEVEL)
