from datetime import date

import pandas as pd

from effektmatt.data.periods import days_outside
from effektmatt.data.reading import read_table

FIRST, LAST = date(2018, 1, 1), date(2018, 12, 31)


def outside(tmp_path, *days, first=FIRST, last=LAST):
    path = tmp_path / "logg.csv"
    path.write_text("dag\n2018-01-01\n", encoding="utf-8")
    column = pd.Series(pd.to_datetime(list(days), format="ISO8601"), index=range(2, 2 + len(days)), name="dag")
    return days_outside(column, first, last, read_table(path, shown_as="logg.csv").reading)


def test_the_first_and_the_last_day_lie_inside(tmp_path):
    assert outside(tmp_path, "2018-01-01", "2018-12-31", "2018-12-31 23:59", None) == []


def test_days_on_both_sides_are_one_fault(tmp_path):
    (fault,) = outside(tmp_path, "2018-05-01", "2017-12-31", "2019-01-01")
    assert (fault.code, fault.row, fault.rows, fault.got) == ("date-outside-project", 3, 2, "2017-12-31")
    assert fault.details["where"] == "3–4"


def test_a_project_without_an_end_has_no_last_day(tmp_path):
    assert outside(tmp_path, "2081-01-01", last=None) == []
