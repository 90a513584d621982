"""Days that stand for no day are told apart from days."""

import datetime as dt

import pandas as pd
import pytest

from effektmatt.data.cells import as_dates
from effektmatt.data.days_for_none import days_for_none


@pytest.mark.parametrize("text", ["9999-12-31", "9999-12-31 00:00:00", "31/12/9999", "31.12.9999", "99991231"])
def test_a_day_that_no_calendar_reaches_is_none(text):
    assert days_for_none(["2024-05-02", text], {"2024-05-02": dt.date(2024, 5, 2)}) == (text,)


@pytest.mark.parametrize(
    ("text", "others", "none"),
    [
        ("2099-12-31", ["2024-05-02", "2025-01-01"], True),
        ("1900-01-01", ["2024-05-02", "2025-01-01"], True),
        ("1900-01-01", ["1905-05-02", "2025-01-01"], False),
        ("2099-12-31", [], False),
    ],
)
def test_a_day_at_the_limit_is_none_where_all_others_lie_far_away(text, others, none):
    found = as_dates(pd.Series([*others, text]))
    told = [problem.texts for problem in found.problems if problem.code == "date-stands-for-none"]
    assert told == ([(text,)] if none else [])
    assert found.typed.isna().iloc[-1] == none
