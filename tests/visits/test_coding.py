import numpy as np
import pandas as pd
import polars as pl
import pytest

from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import code_visits

CHECKLIST = Checklist.of({"halsar": "Hälsar", "skylt": "Skyltar"}, ratings={"betyg": [1, 2, 3]})


def frame(**more):
    cells = {
        "enhet": ["Syrenen", "syrenen ", "Asken", "Asken"],
        "vem": ["B1", "B2", None, "B1"],
        "halsar": ["Ja", "nej", "ja.", ""],
        "skylt": ["ej tillämpligt", "JA", "nej", None],
        "betyg": ["3", "1", "2", "Ej tillämpligt"],
    }
    return pd.DataFrame({**cells, **more}, index=[2, 3, 4, 5], dtype=object)


@pytest.mark.parametrize("engine", [lambda cells: cells, lambda cells: pl.from_pandas(cells.astype("string"))])
def test_cells_become_values(engine):
    visits, faults = code_visits(engine(frame()), CHECKLIST, "before", unit="enhet", visitor="vem")
    assert not faults
    nan = np.nan
    expected = [[1, nan, 1], [0, 1, 0], [1, 0, 0.5], [nan, nan, nan]]
    np.testing.assert_array_equal(visits.judged, expected)
    np.testing.assert_array_equal(visits.empty[3], [True, True, False])
    assert len(set(visits.units)) == 2
    assert visits.visitors.tolist() == ["B1", "B2", None, "B1"]
    assert visits.occasions is None


def test_every_fault_at_once_with_its_place():
    cells = frame(enhet=["Syrenen", "Syrenan", None, "Ekan"], halsar=["jo", "jo", "nja", "ja"])
    _, faults = code_visits(
        cells.drop(columns="betyg"),
        CHECKLIST,
        "before",
        unit="enhet",
        visitor="besokare",
        units=["Syrenen", "Asken"],
        file="besok.csv",
    )
    told = [(fault.code, fault.row, fault.column, fault.got, fault.nearest, fault.rows) for fault in faults]
    assert told == [
        ("column-missing", None, "besokare", None, None, 1),
        ("column-missing", None, "betyg", None, None, 1),
        ("visit-without-unit", 4, "enhet", None, None, 1),
        ("unit-unknown", 3, "enhet", "Syrenan", "Syrenen", 1),
        ("unit-unknown", 5, "enhet", "Ekan", None, 1),
        ("checklist-answer-outside", 2, "halsar", "jo", None, 2),
        ("checklist-answer-outside", 4, "halsar", "nja", "ja", 1),
    ]
    assert all(fault.file == "besok.csv" for fault in faults)
    assert faults[5].expected == ("ja", "nej", "ej tillämpligt")
    assert faults[5].details["where"] == "2–3"


def test_units_are_spelt_as_the_plan_lists_them():
    visits, faults = code_visits(
        frame(enhet=["SYRENEN", "syrenen", "asken", "Asken"]),
        CHECKLIST,
        "before",
        unit="enhet",
        units=["Syrenen", "Asken"],
    )
    assert not faults
    assert visits.units.tolist() == ["Syrenen", "Syrenen", "Asken", "Asken"]


def test_a_column_that_is_wrong_throughout_tells_eight_values_and_how_many_more():
    cells = pd.DataFrame(
        {"enhet": ["A"] * 11, **dict.fromkeys(frame().columns.drop("enhet"), "ja"), "halsar": list("abcdefghijk")}
    )
    _, faults = code_visits(cells, CHECKLIST, "before", unit="enhet")
    assert [fault.got for fault in faults if fault.column == "halsar"] == list("abcdefgh")
    last = [fault for fault in faults if fault.column == "halsar"][-1]
    assert (last.details["further_values"], last.details["further_rows"]) == (3, 3)
