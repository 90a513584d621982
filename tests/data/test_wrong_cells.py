import narwhals as nw
import pandas as pd

from effektmatt.data.wrong_cells import gathered, named_faults, rows_with
from effektmatt.errors import Fault

CELLS = nw.from_native(pd.DataFrame({"hej": ["ja", "nja", "x", "nja", None, "y", "z", "z"]}, index=range(2, 10)))


def test_rows_are_those_of_the_file():
    assert rows_with(CELLS, "hej", {"nja", "x"}) == {"nja": [3, 5], "x": [4]}
    assert rows_with(CELLS, "hej", set()) == {}


def test_the_most_frequent_are_named_and_the_others_counted():
    rows = rows_with(CELLS, "hej", {"nja", "x", "y", "z"})
    asked = {"file": "fore.csv", "column": "hej", "expected": ("ja", "nej"), "spellings": ("ja", "nej")}
    faults = named_faults("checklist-answer-outside", rows, **asked)
    assert [(fault.got, fault.row, fault.rows) for fault in faults] == [("nja", 3, 2), ("z", 8, 2), ("x", 4, 1)]
    assert [fault.details["further_values"] for fault in faults] == [0, 0, 1]
    assert faults[-1].details["further_rows"] == 1
    assert named_faults("checklist-answer-outside", {}, **asked) == []


def test_each_value_is_told_once_for_all_columns_and_files():
    asked = {"expected": ("ja", "nej"), "spellings": ("ja", "nej")}
    faults = [
        fault
        for file in ("fore.csv", "efter.csv")
        for column in ("hej", "info")
        for fault in named_faults(
            "checklist-answer-outside", {"Jaa": [3], "vet ej ": [4, 6]}, file=file, column=column, **asked
        )
    ]
    other = Fault(code="column-missing", column="tack")
    told = gathered([*faults, other], "checklist-answer-outside")
    assert [(fault.code, fault.got, fault.rows, fault.nearest) for fault in told] == [
        ("checklist-answer-outside", "vet ej", 8, None),
        ("checklist-answer-outside", "Jaa", 4, "ja"),
        ("column-missing", None, 1, None),
    ]
    assert told[1].details["where"] == "fore.csv hej: 3 · fore.csv info: 3 · efter.csv hej: 3 · efter.csv info: 3"
