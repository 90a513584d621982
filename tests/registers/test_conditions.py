import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.errors import InputFaults
from effektmatt.registers.conditions import matched

CELLS = {
    "validering": ["ja", " JA ", "nej", None, "", "Ja"],
    "kommun": ["Orust", "Tranemo", "Orust", "Orust", None, None],
}


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.table])
def test_a_condition_is_met_or_not_or_unknown(make):
    found = matched(make(CELLS), {"validering": "ja"})
    assert found.hits.tolist() == [True, True, False, False, False, True]
    assert found.unknown.tolist() == [False, False, False, True, True, False]


def test_several_columns_must_all_hold_and_one_no_settles_it():
    found = matched(pd.DataFrame(CELLS), {"validering": "ja", "kommun": ["orust"]})
    assert found.hits.tolist() == [True, False, False, False, False, False]
    assert found.unknown.tolist() == [False, False, False, True, True, True]


def test_no_condition_holds_for_everybody():
    assert matched(pd.DataFrame(CELLS), None).hits.all()
    assert matched(pd.DataFrame(CELLS), {}).hits.all()


@pytest.mark.parametrize(
    ("cells", "wanted", "hits"),
    [
        (pd.Series([1, 2, None], dtype="Int64"), "1", [True, False, False]),
        (pd.Series([1.0, 2.0, np.nan]), 1, [True, False, False]),
        (pd.Series([True, False, True]), "true", [True, False, True]),
        (pd.Series(["a", "b", None], dtype="category"), ["A", "b"], [True, True, False]),
    ],
    ids=["whole", "float", "boolean", "category"],
)
def test_the_type_of_a_column_makes_no_difference(cells, wanted, hits):
    assert matched(pd.DataFrame({"c": cells}), {"c": wanted}).hits.tolist() == hits


def test_a_value_that_never_occurs_is_a_fault_with_the_nearest():
    with pytest.raises(InputFaults) as error:
        matched(pd.DataFrame({"status": ["Validerad", "Avbruten", "Validerad"]}), {"status": "valderad"}, file="d.csv")
    (fault,) = error.value.faults
    assert (fault.code, fault.file, fault.column, fault.got) == ("where-value-unknown", "d.csv", "status", "valderad")
    assert (fault.expected, fault.nearest) == (("Validerad", "Avbruten"), "Validerad")


def test_in_a_column_of_yes_and_no_nobody_may_be_yes():
    found = matched(pd.DataFrame({"ambassador": ["nej", "Nej", None]}), {"ambassador": "ja"})
    assert not found.hits.any()
    assert [(note.code, dict(note.values)) for note in found.notes] == [
        ("value-never-occurs", {"column": "ambassador", "value": "ja"})
    ]


@pytest.mark.parametrize("cells", [["J", "N"], [True, False], ["1", "0"], ["x", None], ["yes", "no"]])
def test_yes_written_in_another_way_is_a_fault_and_not_nobody(cells):
    with pytest.raises(InputFaults) as error:
        matched(pd.DataFrame({"validering": cells}), {"validering": "ja"})
    assert [fault.code for fault in error.value.faults] == ["where-value-unknown"]


def test_an_empty_column_is_unknown_and_no_fault():
    found = matched(pd.DataFrame({"ambassador": [None, ""]}), {"ambassador": "ja"})
    assert found.unknown.all()
    assert found.notes == ()


def test_a_column_of_no_such_name_and_other_faults_are_told_together():
    with pytest.raises(InputFaults) as error:
        matched(pd.DataFrame(CELLS), {"valideringg": "ja", "kommun": "Orrust"})
    assert [(fault.code, fault.column, fault.nearest) for fault in error.value.faults] == [
        ("column-missing", "valideringg", "validering"),
        ("where-value-unknown", "kommun", "Orust"),
    ]


def test_personal_identity_numbers_are_not_repeated_in_what_was_expected():
    with pytest.raises(InputFaults) as error:
        matched(pd.DataFrame({"c": ["19811228-9874", "x"]}), {"c": "y"})
    assert not any("9874" in text for text in error.value.faults[0].expected)


@given(st.lists(st.sampled_from(["ja", "nej", None, "", " Ja"]), min_size=1))
def test_every_row_is_one_of_three(cells):
    found = matched(pd.DataFrame({"c": cells}, dtype=object), {"c": "ja"})
    assert not (found.hits & found.unknown).any()
    assert found.hits.sum() == sum((cell or "").strip().casefold() == "ja" for cell in cells)
    assert found.unknown.sum() == sum(not cell for cell in cells)
