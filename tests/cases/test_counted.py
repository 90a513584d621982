import datetime as dt
from collections import Counter

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from effektmatt.cases.counted import count_cases
from effektmatt.errors import InputFaults

OPENED = [dt.date(2013, 5, 2), dt.date(2013, 5, 2), dt.date(2013, 5, 2), dt.date(2013, 5, 3)]
CLOSED = [dt.date(2013, 5, 31), None, dt.date(2013, 5, 31), None]
KINDS = ["Bygglov", "bygglov ", "Bygglov", None]
TEXT = {
    "inkom": [day.isoformat() for day in OPENED],
    "avslutad": [day.isoformat() if day else None for day in CLOSED],
    "typ": KINDS,
}
DATES = {"inkom": OPENED, "avslutad": CLOSED, "typ": KINDS}
TIMES = {
    "inkom": [dt.datetime.combine(day, dt.time(0, 30)) for day in OPENED],
    "avslutad": [dt.datetime.combine(day, dt.time(16)) if day else None for day in CLOSED],
    "typ": KINDS,
}


def as_counts(counted):
    kinds = [None if code < 0 else counted.groups["typ"].names[code] for code in counted.groups["typ"].codes]
    counts = Counter()
    for opened, closed, kind, rows in zip(counted.opened, counted.closed, kinds, counted.rows, strict=True):
        counts[str(opened), str(closed), kind] += int(rows)
    return counts


EXPECTED = {
    ("2013-05-02", "2013-05-31", "Bygglov"): 2,
    ("2013-05-02", "NaT", "Bygglov"): 1,
    ("2013-05-03", "NaT", None): 1,
}


@pytest.mark.parametrize("values", [TEXT, DATES], ids=["text", "dates"])
@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.table])
def test_same_counts_in_every_engine(make, values):
    assert as_counts(count_cases(make(values), opened="inkom", closed="avslutad", by=["typ"])) == EXPECTED


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table])
def test_the_time_of_day_is_left_out(make):
    assert as_counts(count_cases(make(TIMES), opened="inkom", closed="avslutad", by=["typ"])) == EXPECTED


def test_time_zones_and_categories():
    frame = pd.DataFrame(TIMES).astype({"typ": "category"})
    for column in ("inkom", "avslutad"):
        frame[column] = pd.to_datetime(frame[column]).dt.tz_localize("Europe/Stockholm")
    assert as_counts(count_cases(frame, opened="inkom", closed="avslutad", by=["typ"])) == EXPECTED


def test_a_frame_out_of_memory_is_counted_where_it_is():
    counted = count_cases(pl.LazyFrame(DATES), opened="inkom", closed="avslutad")
    assert sorted(counted.rows.tolist()) == [1, 1, 2]


def test_groups_that_are_numbers():
    frame = pd.DataFrame({"inkom": ["2013-05-02"] * 3, "avslutad": [None] * 3, "typ": [2.0, 1.0, None]})
    assert count_cases(frame, opened="inkom", closed="avslutad", by=["typ"]).groups["typ"].names == ("1", "2")


def test_empty_text_is_missing():
    frame = pd.DataFrame({"inkom": ["2013-05-02"], "avslutad": [" "]})
    assert np.isnat(count_cases(frame, opened="inkom", closed="avslutad").closed).tolist() == [True]


def test_every_missing_column_is_named():
    with pytest.raises(InputFaults) as caught:
        count_cases(pd.DataFrame({"inkom": []}), opened="inkommen", closed="avslutad", by=["typ"], file="arenden.csv")
    faults = caught.value.faults
    assert [(fault.code, fault.column, fault.nearest, fault.file) for fault in faults] == [
        ("column-missing", "inkommen", "inkom", "arenden.csv"),
        ("column-missing", "avslutad", None, "arenden.csv"),
        ("column-missing", "typ", None, "arenden.csv"),
    ]


def test_every_text_that_is_no_date_is_named():
    frame = pd.DataFrame({"inkom": ["2013-05-02", "i maj", "2013-02-30"], "avslutad": [None, None, None]})
    with pytest.raises(InputFaults) as caught:
        count_cases(frame, opened="inkom", closed="avslutad")
    assert [(fault.code, fault.column, fault.got) for fault in caught.value.faults] == [
        ("date-wrong", "inkom", "2013-02-30"),
        ("date-wrong", "inkom", "i maj"),
    ]
