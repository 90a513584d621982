"""Dates as people write them, and the one format of a column."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from effektmatt.data.dates import HowDates, read_dates

REFERENCE = Path(__file__).parents[1] / "reference" / "09-isleofman-planning"
DATE = dt.date(2013, 5, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2013-05-31",
        "2013-5-31",
        "2013-05-31 00:00:00",
        "2013-05-31T14:30:00Z",
        "2013-05-31T14:30:00.123+02:00",
        "2013-05-31 9.15",
        "20130531",
        "2013/05/31",
        "2013.05.31",
        "31 May 2013",
        "31 maj 2013",
        "den 31 maj 2013",
        "31-May-13",
        "31 MAJ 13",
        "31. maj, 2013",
        "31maj2013",
        "31/5/2013",
        "31-05-2013",
        "31.5.2013",
        "5/31/2013 14:05:33",
        "5/31/2013 2:05 PM",
        "31/5/13",
    ],
)
def test_one_date_in_many_forms(text):
    assert read_dates([text]).dates == {text: DATE}


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, "jan januari january JANUARI"),
        (2, "feb februari february"),
        (3, "mar mars march"),
        (4, "apr april"),
        (5, "maj may"),
        (6, "jun juni june"),
        (7, "jul juli july"),
        (8, "aug augusti august"),
        (9, "sep sept september"),
        (10, "okt oct oktober october"),
        (11, "nov november"),
        (12, "dec december"),
    ],
)
def test_months_have_their_swedish_and_english_names(month, names):
    for name in names.split():
        assert set(read_dates([f"3 {name} 2013"]).dates.values()) == {dt.date(2013, month, 3)}


@pytest.mark.parametrize(
    "text",
    [
        "2013-02-30",
        "2013-13-01",
        "31 sep 2013",
        "3 vår 2013",
        "0213-01-31",
        "41305",
        "igår",
        "2013-05",
        "2013",
        "32/1/2013",
    ],
)
def test_what_is_no_date(text):
    assert read_dates([text, "2013-05-31"]).dates == {"2013-05-31": DATE}


def test_two_digit_years_turn_at_69():
    assert read_dates(["1-Jan-69", "1-Jan-68"]).dates == {
        "1-Jan-69": dt.date(1969, 1, 1),
        "1-Jan-68": dt.date(2068, 1, 1),
    }


def test_a_column_has_one_format_and_the_rest_is_wrong():
    found = read_dates(["2013-05-31", "2013-06-01", "31/5/2013"])
    assert found.example == "2013-01-31"
    assert "31/5/2013" not in found.dates


def test_day_and_month_are_told_apart_by_the_whole_column():
    assert read_dates(["01/02/2013", "13/02/2013"]).dates["01/02/2013"] == dt.date(2013, 2, 1)
    assert read_dates(["01/02/2013", "02/13/2013"]).dates["01/02/2013"] == dt.date(2013, 1, 2)


def test_a_column_that_does_not_tell_day_from_month_has_no_dates():
    found = read_dates(["05/05/2013", "01/02/2013", "03/04/2013"])
    assert not found.dates
    assert found.example is None
    assert found.unclear == {
        "01/02/2013": (dt.date(2013, 2, 1), dt.date(2013, 1, 2)),
        "03/04/2013": (dt.date(2013, 4, 3), dt.date(2013, 3, 4)),
    }


def test_dates_that_are_the_same_either_way_need_not_be_told_apart():
    assert read_dates(["05/05/2013"]).dates == {"05/05/2013": dt.date(2013, 5, 5)}


def test_nonsense_does_not_hide_the_order():
    assert read_dates(["99/99/2013", "31/05/2013", "01/02/2013"]).dates["01/02/2013"] == dt.date(2013, 2, 1)


def test_a_column_that_contradicts_itself():
    found = read_dates(["01/02/2013", "31/05/2013", "05/31/2013"])
    assert (found.dates, found.clashing) == ({}, ("31/05/2013", "05/31/2013"))


def test_two_digit_years_without_names_are_seldom_clear():
    """130531 may be 31 May 2013, or 13 May 2031: it is asked about, not guessed."""
    assert read_dates(["130531"]).unclear["130531"] == (DATE, dt.date(2031, 5, 13))
    assert read_dates(["970531"]).dates == {"970531": dt.date(1997, 5, 31)}


NAMES = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec")
WRITERS = {
    "2013-01-31": lambda day: day.isoformat(),
    "20130131": lambda day: f"{day:%Y%m%d}",
    "31 jan 2013": lambda day: f"{day.day} {NAMES[day.month - 1]} {day.year}",
    "31/1/2013": lambda day: f"{day.day}/{day.month}/{day.year}",
    "1/31/2013": lambda day: f"{day.month:02d}/{day.day:02d}/{day.year}",
}


@given(
    days=st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=30),
    form=st.sampled_from(sorted(WRITERS)),
)
def test_written_dates_are_read_back(days, form):
    clear = any(day.day > 12 for day in days) or all(day.day == day.month for day in days)
    assume(clear or "/" not in form)
    texts = [WRITERS[form](day) for day in days]
    found = read_dates(texts)
    assert [found.dates[text] for text in texts] == days


@given(st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=10))
def test_an_order_is_never_guessed(days):
    """Whatever the column, dates are read rightly or not at all."""
    texts = [WRITERS["31/1/2013"](day) for day in days]
    found = read_dates(texts)
    if found.dates:
        read = [found.dates[text] for text in texts]
        swapped = [day.replace(month=day.day, day=day.month) if day.day <= 12 else None for day in days]
        assert read == days or read == swapped == days


@pytest.mark.parametrize(
    ("file", "column", "example"),
    [
        ("applications_weekly.csv", "Date", "31 jan 2013"),
        ("applications_weekly.csv", "Pub Date", "2013-01-31"),
        ("decisions_2023.csv", "Decision issued", "31 jan 2013"),
    ],
)
def test_three_formats_in_real_files(file, column, example):
    texts = pd.read_csv(REFERENCE / file, dtype=str)[column].dropna().unique()
    found = read_dates(texts)
    assert found.example == example
    assert len(found.dates) == len(texts)
    years = {date.year for date in found.dates.values()}
    assert max(years) <= 2024


def test_a_declared_order_is_taken_and_what_it_cannot_read_is_left():
    found = read_dates(["01/02/2013", "03/04/2013", "05/31/2013"], HowDates(order="dmy"))
    assert found.dates == {"01/02/2013": dt.date(2013, 2, 1), "03/04/2013": dt.date(2013, 4, 3)}
    assert found.settled == "plan"
    assert read_dates(["2013-05-31"], HowDates(order="dmy")).dates == {"2013-05-31": DATE}


def test_periods_settle_an_order_only_where_exactly_one_fits():
    texts = ["01/02/2013", "02/03/2013"]
    january = ((dt.date(2013, 1, 1), dt.date(2013, 2, 28)),)
    assert read_dates(texts, HowDates(within=january)).dates["01/02/2013"] == dt.date(2013, 1, 2)
    assert read_dates(texts, HowDates(within=january)).settled == "periods"
    assert read_dates(texts, HowDates(within=((None, dt.date(2013, 12, 31)),))).unclear
    assert read_dates(texts, HowDates(within=((dt.date(2014, 1, 1), None),))).unclear


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-06-01T22:30:00Z", dt.date(2025, 6, 2)),
        ("2025-06-01T21:59:59Z", dt.date(2025, 6, 1)),
        ("2025-01-31 23:30+00", dt.date(2025, 2, 1)),
        ("2025-01-01T00:30:00.000+0200", dt.date(2024, 12, 31)),
        ("2022/11/30 10:39:41 PM GMT+1", dt.date(2022, 11, 30)),
        ("2022/11/30 10:39:41 PM GMT-5", dt.date(2022, 12, 1)),
        ("2022/11/30 12:10:00 AM GMT+2", dt.date(2022, 11, 29)),
        ("2022/11/30 11:10:41 em CET", dt.date(2022, 11, 30)),
        ("6/30/25 23:30:00 UTC", dt.date(2025, 7, 1)),
        ("31/12/2025, 23:30:00", dt.date(2025, 12, 31)),
    ],
)
def test_times_with_a_zone_are_days_in_sweden(text, day):
    assert read_dates([text]).dates == {text: day}


def test_texts_whose_day_moved_are_told_and_another_zone_can_be_asked_for():
    texts = ["2025-06-01T22:30:00Z", "2025-06-01T12:00:00Z", "2025-06-01T22:30:00"]
    assert read_dates(texts).moved == {texts[0]}
    assert not read_dates(texts, HowDates(zone="UTC")).moved


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2060, 1, 1)), st.integers(-12, 14))
def test_a_moment_is_the_same_day_however_far_from_greenwich_it_was_written(moment, hours):
    there = moment.replace(tzinfo=dt.UTC).astimezone(dt.timezone(dt.timedelta(hours=hours)))
    assume(1970 <= there.year < 2069)
    text = f"{there:%Y-%m-%dT%H:%M:%S}{hours:+03d}:00"
    expected = moment.replace(tzinfo=dt.UTC).astimezone(ZoneInfo("Europe/Stockholm")).date()
    assert read_dates([text]).dates == {text: expected}


def test_many_zoned_times_are_the_days_that_astimezone_gives():
    start = dt.datetime(2025, 3, 29, 20, tzinfo=dt.UTC)
    moments = [start + dt.timedelta(minutes=7 * place) for place in range(2000)]
    texts = {one.strftime("%Y-%m-%dT%H:%M:%S+0300"): one - dt.timedelta(hours=3) for one in moments}
    for zone in ("Europe/Stockholm", "Australia/Lord_Howe", "Asia/Kathmandu"):
        read = read_dates(texts, HowDates(zone=zone, times=True)).moments
        assert read == {text: one.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for text, one in texts.items()}
