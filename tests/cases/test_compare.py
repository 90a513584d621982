import csv
import datetime as dt
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from effektmatt.cases.compare import compare_handling_times
from effektmatt.core import Unit
from effektmatt.errors import InputFaults

CASE = Path(__file__).parents[1] / "reference" / "09-isleofman-planning"
HALVES = {"H1": ("2023-01-01", "2023-06-30"), "H2": ("2023-07-01", "2023-12-31")}
SETTINGS = {"opened": "start", "closed": "end", "periods": HALVES, "as_of": "2023-12-31", "within_days": 90}


def permits(make=pd.DataFrame):
    rows = list(csv.DictReader((CASE / "derived_cases.csv").read_text().splitlines()))
    return make([{name: None if value == "NA" else value for name, value in row.items()} for row in rows])


def test_refuses_a_tau_beyond_the_shorter_follow_up():
    for tau in (181, 90):
        compare_handling_times(permits(), **{**SETTINGS, "within_days": tau})
    with pytest.raises(ValueError, match="shorter follow-up of the two periods, 181 days; got 182"):
        compare_handling_times(permits(), **{**SETTINGS, "within_days": 182})


def test_one_day_of_measuring_or_one_for_each_period():
    one = compare_handling_times(permits(), **SETTINGS)
    each = compare_handling_times(permits(), **{**SETTINGS, "as_of": dict.fromkeys(HALVES, dt.date(2023, 12, 31))})
    assert one.change.difference.value == each.change.difference.value
    earlier = compare_handling_times(permits(), **{**SETTINGS, "as_of": {"H1": "2023-09-30", "H2": "2023-12-31"}})
    assert earlier.before.open > one.before.open  # decided in October to December: open on 30 September
    assert earlier.before.follow_up < one.before.follow_up


def test_lazy_polars_gives_the_same():
    pandas, lazy = (compare_handling_times(permits(make), **SETTINGS) for make in (pd.DataFrame, pl.LazyFrame))
    assert lazy.change.difference.value == pandas.change.difference.value
    assert lazy.change.difference.std_error == pandas.change.difference.std_error


def test_working_days():
    times = compare_handling_times(permits(), **{**SETTINGS, "within_days": 60, "unit": "working-days"})
    assert times.change.difference.unit is Unit.WORKING_DAYS
    # the median of 68 calendar days, at about 250 working days a year
    assert times.before.median.value == pytest.approx(68 * 250 / 365, abs=2)
    with pytest.raises(ValueError, match='must be "calendar-days" or "working-days"'):
        compare_handling_times(permits(), **{**SETTINGS, "unit": "arbetsdagar"})


def test_from_the_raw_files():
    """The cohort of reference.R: the first publication of each application, published by the day of measuring."""
    applications = pd.read_csv(CASE / "applications_weekly.csv", dtype=str)
    applications["start"] = pd.to_datetime(applications["Date"], format="%d %b %Y")
    first = applications.sort_values(["start", "Pub Date"]).drop_duplicates("PA Ref")
    decisions = pd.read_csv(CASE / "decisions_2023.csv", dtype=str).dropna(subset="PA Ref")
    decisions["end"] = pd.to_datetime(decisions["Decision issued"], format="%d-%b-%y")
    cases = first.merge(decisions[["PA Ref", "end"]], on="PA Ref", how="left")
    raw = compare_handling_times(cases, registered="Pub Date", **SETTINGS)
    derived = compare_handling_times(permits(), **SETTINGS)
    assert raw.change.difference.value == derived.change.difference.value
    assert (raw.before.n, raw.after.n) == (619, 579)
    assert set(raw.left_out) == {"opened-outside-periods", "registered-after-measured"}
    assert raw.before.n + raw.after.n + sum(raw.left_out.values()) == len(cases)


def test_a_missing_column_is_a_fault():
    with pytest.raises(InputFaults) as caught:
        compare_handling_times(permits(), **{**SETTINGS, "case_type": "authorty"})
    assert caught.value.faults[0].nearest == "authority"
