"""Reference case 21: closed and withdrawn cases, from R's survival; and limits of each case's own, by hand."""

import csv
from pathlib import Path

import pytest

from effektmatt.core import DurationCounts
from effektmatt.stats.competing import cumulative_incidence, own_limits, own_limits_difference
from effektmatt.stats.curve_differences import closed_share_difference
from effektmatt.stats.survival import closed_share, kaplan_meier

CASE = Path(__file__).parents[1] / "reference" / "21-competing-risks"
CASES = list(csv.DictReader((CASE / "data.csv").read_text().splitlines()))
DAYS, ENDED = ([int(row[name]) for row in CASES] for name in ("days", "ended"))


@pytest.mark.parametrize("expected", list(csv.DictReader((CASE / "reference.csv").read_text().splitlines())))
def test_agrees_with_r(expected):
    found = cumulative_incidence(DAYS, ENDED, float(expected["day"]))
    assert found.value == pytest.approx(float(expected["value"]), rel=1e-12)
    assert found.std_error == pytest.approx(float(expected["se"]), rel=1e-9)
    assert 0 < found.interval.low < found.value < found.interval.high < 1


def test_without_withdrawn_cases_it_is_the_share_closed_in_time():
    ended = [1 if one == 1 else 0 for one in ENDED]
    curve = kaplan_meier(DurationCounts.from_times(DAYS, [one == 1 for one in ended]))
    for day in (3, 20, 45, 80):
        found, plain = cumulative_incidence(DAYS, ended, day), closed_share(curve, day)
        assert found.value == pytest.approx(plain.value, rel=1e-12)
        assert found.std_error == pytest.approx(plain.std_error, rel=1e-9)
        ours, theirs = found.interval, plain.interval
        assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), rel=1e-9)


def test_withdrawn_cases_count_as_never_closed():
    assert cumulative_incidence([1, 2, 3, 4], [1, 2, 1, 2], 10).value == 0.5
    none = cumulative_incidence([5, 6, 7], [0, 0, 0], 4)
    assert (none.value, none.interval.low) == (0.0, 0.0)
    with pytest.raises(ValueError, match="open"):
        cumulative_incidence([1, 2], [1, 3], 1)
    with pytest.raises(ValueError, match="last follow-up, day 7; got 8"):
        cumulative_incidence([5, 7], [1, 0], 8)


def test_one_limit_for_all_is_the_share_closed_in_time():
    closed = [one == 1 for one in ENDED]
    counts, limit = own_limits(DAYS, closed, [20] * len(DAYS))
    plain = closed_share(kaplan_meier(DurationCounts.from_times(DAYS, closed)), 20)
    assert closed_share(kaplan_meier(counts), limit) == plain


def test_each_case_has_a_limit_of_its_own():
    counts, limit = own_limits([20, 21, 5, 6], [True] * 4, [20, 20, 5, 5])  # on the day of the limit is in time
    assert closed_share(kaplan_meier(counts), limit).value == 0.5
    with pytest.raises(ValueError, match="more than no days"):
        own_limits([1], [True], [0])


def test_two_periods_with_one_limit_are_as_their_curves():
    closed = [one == 1 for one in ENDED]
    halves = [(DAYS[place::2], closed[place::2]) for place in (0, 1)]
    found = own_limits_difference(*((days, ended, [20] * len(days)) for days, ended in halves))
    plain = closed_share_difference(*(kaplan_meier(DurationCounts.from_times(*half)) for half in halves), 20).interval
    assert (found.low, found.high) == pytest.approx((plain.low, plain.high))
