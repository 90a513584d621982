"""Against `holidays`' own de facto days off, a day-by-day count, and an almanac."""

import datetime as dt

import holidays
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.cases.working_days import swedish_working_days

days = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))


def one_by_one(opened, closed):
    off = holidays.country_holidays("SE", years=range(opened.year, closed.year + 1), categories=("public", "de_facto"))
    later = (opened + dt.timedelta(days=step) for step in range(1, (closed - opened).days + 1))
    return sum(day.weekday() < 5 and day not in off for day in later)


@given(opened=days, length=st.integers(0, 800))
def test_agrees_with_counting_day_by_day(opened, length):
    closed = opened + dt.timedelta(days=length)
    assert swedish_working_days([opened], [closed]).tolist() == [one_by_one(opened, closed)]


@given(first=days, second=days, third=days)
def test_adds_up_over_any_day_between(first, second, third):
    first, second, third = sorted([first, second, third])
    parts = swedish_working_days([first, second], [second, third])
    assert parts.sum() == swedish_working_days(first, third)


@pytest.mark.parametrize(
    ("opened", "closed", "expected"),
    [
        ("2013-05-31", "2013-06-03", 1),  # over a week-end
        ("2013-06-03", "2013-06-07", 3),  # National Day is a Thursday
        ("2013-06-20", "2013-06-24", 1),  # Midsummer's Eve is a Friday
        ("2012-12-21", "2013-01-02", 3),  # 27 and 28 December, 2 January
        ("2013-03-27", "2013-04-02", 2),  # Maundy Thursday is a working day, Good Friday and Easter Monday are not
        ("2013-05-08", "2013-05-10", 1),  # Ascension Day, and the day after it
        ("2013-06-08", "2013-06-09", 0),  # a week-end
    ],
)
def test_known_weeks(opened, closed, expected):
    assert swedish_working_days([opened], [closed]).tolist() == [expected]


def test_takes_pandas_columns_and_a_single_day():
    opened = pd.Series(pd.to_datetime(["2013-05-02 14:30", "2013-05-06 08:00"]))
    assert swedish_working_days(opened, "2013-05-07").tolist() == [3, 1]


def test_closed_before_opened_is_negative_and_nothing_is_nothing():
    assert swedish_working_days(["2013-05-07"], ["2013-05-02"]).tolist() == [-3]
    assert swedish_working_days([], []).tolist() == []


def test_refuses_missing_days():
    with pytest.raises(ValueError, match="closed has 1 missing"):
        swedish_working_days(["2013-05-02"], [np.datetime64("NaT")])
