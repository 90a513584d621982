"""How far the mean of all days may lie from that of the first: by hand, and where nothing is hidden."""

import pytest

from effektmatt.core import DurationCounts
from effektmatt.stats.beyond_horizon import mean_difference_range, mean_range
from effektmatt.stats.restricted_mean import restricted_mean, restricted_mean_difference
from effektmatt.stats.survival import closed_share, kaplan_meier


def curve(days, open_at=None, still_open=0):
    """Return the curve of closed cases, and of some that were last seen open."""
    times = [*days, *[open_at] * still_open]
    return kaplan_meier(DurationCounts.from_times(times, [True] * len(days) + [False] * still_open))


SOME_OPEN, MORE_OPEN = curve(range(1, 41), 60, 5), curve(range(1, 41), 60, 40)
ALL_CLOSED = curve(range(1, 41))


def test_open_cases_may_take_as_long_again():
    low, high = mean_range({"": SOME_OPEN}, {"": 1.0}, 60)
    found, share = restricted_mean(SOME_OPEN, 60), closed_share(SOME_OPEN, 60)
    assert low == found.interval.low
    assert high == pytest.approx(found.interval.high + (1 - share.interval.low) * 60)


def test_nothing_is_added_once_every_case_is_closed():
    found = restricted_mean(ALL_CLOSED, 40).interval
    assert mean_range({"": ALL_CLOSED}, {"": 1.0}, 40) == (found.low, found.high)


def test_a_difference_moves_towards_the_wave_with_more_open():
    found = restricted_mean_difference(MORE_OPEN, SOME_OPEN, 60).interval
    low, high = mean_difference_range({"": MORE_OPEN}, {"": SOME_OPEN}, {"": 1.0}, 60)
    assert low == found.low  # surely more are open: the difference can only be larger
    assert high > found.high + 60 * (40 / 80 - 5 / 45)
    turned = mean_difference_range({"": SOME_OPEN}, {"": MORE_OPEN}, {"": 1.0}, 60)
    assert turned == (pytest.approx(-high), pytest.approx(-low))


def test_types_are_weighed():
    weights = {"a": 0.25, "b": 0.75}
    low, high = mean_range({"a": SOME_OPEN, "b": ALL_CLOSED}, weights, 60)
    alone = mean_range({"a": SOME_OPEN}, {"a": 1.0}, 60)[1] - restricted_mean(SOME_OPEN, 60).interval.high
    assert high - low > 0.25 * alone
    assert high < mean_range({"": SOME_OPEN}, {"": 1.0}, 60)[1]
