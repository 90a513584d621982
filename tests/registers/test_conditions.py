import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import Limits
from effektmatt.errors import InputFaults
from effektmatt.registers.conditions import belonging, checked, condition_notes, matched, other_values

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


@pytest.mark.parametrize("failed", ["#DIV/0!", "#N/A", "#NAMN?", "#VÄRDEFEL!", "Err:502"])
def test_a_formula_that_failed_hides_whether_a_row_meets_a_condition(failed):
    found = matched(pd.DataFrame({"kon": ["kvinna", failed, "man"]}), {"kon": "kvinna"})
    assert found.unknown.tolist() == [False, True, False]


@pytest.mark.parametrize("other", ["#1", "#tva", "nej!"])
def test_other_signs_are_values_like_any(other):
    assert not matched(pd.DataFrame({"kon": ["kvinna", other]}), {"kon": "kvinna"}).unknown.any()


def faults_of(frame, where, file="d.csv"):
    return checked({file: frame}, where)[0]


def test_a_value_that_never_occurs_is_a_fault_with_the_nearest():
    frame = pd.DataFrame({"status": ["Validerad", "Avbruten", "Validerad"]})
    (fault,) = faults_of(frame, {"status": "valderad"})
    assert (fault.code, fault.file, fault.column, fault.got) == ("where-value-unknown", "d.csv", "status", "valderad")
    assert (fault.expected, fault.nearest) == (("Validerad", "Avbruten"), "Validerad")
    assert not matched(frame, {"status": "valderad"}).hits.any()  # to filter is another matter
    with pytest.raises(InputFaults):
        condition_notes(frame, {"status": "valderad"}, "d.csv")


def test_a_value_that_stands_in_one_file_of_a_source_is_no_fault():
    before, after = pd.DataFrame({"kommun": ["Orust", "Lerum"]}), pd.DataFrame({"kommun": ["Lerum", None]})
    assert checked({"fore.csv": before, "efter.csv": after}, {"kommun": "ORUST."}) == ((), ())
    (fault,) = checked({"fore.csv": before, "efter.csv": after}, {"kommun": ["Lerum", "Orrust"]})[0]
    assert (fault.file, fault.got, fault.expected) == ("fore.csv, efter.csv", "Orrust", ("Lerum", "Orust"))


def test_a_column_that_one_file_lacks_is_looked_for_in_the_others():
    frames = {"fore.csv": pd.DataFrame({"q": ["1"]}), "efter.csv": pd.DataFrame({"kommun": ["Lerum"]})}
    assert checked(frames, {"kommun": "Lerum"}) == ((), ())
    (fault,) = checked(frames, {"kommuner": "Lerum"})[0]
    assert (fault.code, fault.file, fault.nearest) == ("column-missing", "fore.csv, efter.csv", "kommun")


def test_in_a_column_of_yes_and_no_nobody_may_be_yes():
    frame = pd.DataFrame({"ambassador": ["nej", "Nej", None]})
    assert not matched(frame, {"ambassador": "ja"}).hits.any()
    assert [(note.code, dict(note.values)) for note in condition_notes(frame, {"ambassador": "ja"}, None)] == [
        ("value-never-occurs", {"column": "ambassador", "value": "ja"})
    ]


@pytest.mark.parametrize("cells", [["J", "N"], [True, False], ["1", "0"], ["x", None], ["yes", "no"]])
def test_yes_written_in_another_way_is_a_fault_and_not_nobody(cells):
    assert [fault.code for fault in faults_of(pd.DataFrame({"c": cells}), {"c": "ja"})] == ["where-value-unknown"]


def test_an_empty_column_is_unknown_and_no_fault():
    frame = pd.DataFrame({"ambassador": [None, "", "."]})
    assert matched(frame, {"ambassador": "ja"}).unknown.all()
    assert checked({"d.csv": frame}, {"ambassador": "ja"}) == ((), ())


def test_a_column_of_no_such_name_and_other_faults_are_told_together():
    faults = faults_of(pd.DataFrame(CELLS), {"valideringg": "ja", "kommun": "Orrust"})
    assert [(fault.code, fault.column, fault.nearest) for fault in faults] == [
        ("column-missing", "valideringg", "validering"),
        ("where-value-unknown", "kommun", "Orust"),
    ]


def test_personal_identity_numbers_are_not_repeated_in_what_was_expected():
    (fault,) = faults_of(pd.DataFrame({"c": ["19811228-9874", "x"]}), {"c": "y"})
    assert not any("9874" in text for text in fault.expected)


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.table])
@pytest.mark.parametrize(
    ("limits", "hits"),
    [
        (Limits(at_most=10), [True, True, False, False, False]),
        (Limits(at_least=10), [False, True, True, False, False]),
        (Limits(at_least=3, at_most=10), [True, True, False, False, False]),
        (Limits(at_least=3.5, at_most=9.5), [False] * 5),
    ],
)
def test_a_number_within_limits(make, limits, hits):
    for cells in ([3.0, 10.0, 10.5, None, 99], ["3", "10,0", "10.5", None, "99"]):
        found = matched(make({"dagar": [*cells[:4], None]}), {"dagar": limits})
        assert found.hits.tolist() == hits
        assert found.unknown.tolist() == [False, False, False, True, True]


def test_a_cell_that_is_no_number_is_a_fault_with_its_rows():
    frame = pd.DataFrame({"dagar": ["3", "många", None, "Många", "1.234"]}, index=[2, 3, 4, 5, 6])
    faults = faults_of(frame, {"dagar": Limits(at_most=10)})
    assert [(fault.code, fault.row, fault.column, fault.got) for fault in faults] == [
        ("number-wrong", 3, "dagar", "många"),
        ("number-wrong", 5, "dagar", "Många"),
        ("number-wrong", 6, "dagar", "1.234"),
    ]
    assert matched(frame, {"dagar": Limits(at_most=10)}).unknown.tolist() == [False, True, True, True, True]


def noted(cells, wanted="ja", *, whoever=False):
    frames = {"d.csv": pd.DataFrame({"c": cells})}
    return [(note.code, dict(note.values)) for note in other_values(frames, {"c": wanted}, whoever=whoever)]


def test_other_values_are_named_with_how_often_they_stand():
    cells = ["ja"] * 9 + ["Ja."] * 2 + ["nej"] * 6 + ["klar 2 maj"] * 3 + ["Klar 2 maj."] + ["x"] * 2 + [None]
    ((code, values),) = noted(cells)
    assert code == "other-values"
    assert (values["n"], values["values"]) == (6, "klar 2 maj (4) · x (2)")
    assert (values["value"], values["expected"]) == ("ja", "ja/nej")


def test_only_the_most_frequent_other_values_are_named():
    cells = ["godkänd"] * 9 + [letter for letter in "abcdefg" for _ in range(3)]
    ((_, values),) = noted(cells, "godkänd")
    assert (values["n"], values["further"], values["expected"]) == (21, 2, "godkänd")


@pytest.mark.parametrize(
    "others", [[f"namn {place}" for place in range(6)], ["jag var tyvärr sjuk den dagen och kom inte"] * 2]
)
def test_what_may_tell_of_one_person_is_counted_and_not_named(others):
    ((code, values),) = noted(["ja"] * 20 + others)
    assert code == "other-values-unnamed"
    assert (values["n"], values["values"]) == (len(others), "")


def test_yes_and_no_and_nothing_are_no_surprise():
    assert noted(["ja", "nej", "Nej.", None, ""]) == []


def test_who_is_not_concerned_is_no_surprise_but_a_strange_yes_is():
    assert noted(["Orust", "Orust", "Lerum", "Lerum"], "Orust", whoever=True) == []
    assert [code for code, _ in noted(["ja", "ja", "nej", "x"] * 3, whoever=True)] == ["other-values"]


@given(st.lists(st.sampled_from(["ja", "nej", None, "", " Ja"]), min_size=1))
def test_every_row_is_one_of_three(cells):
    found = matched(pd.DataFrame({"c": cells}, dtype=object), {"c": "ja"})
    assert not (found.hits & found.unknown).any()
    assert found.hits.sum() == sum((cell or "").strip().casefold() == "ja" for cell in cells)
    assert found.unknown.sum() == sum(not cell for cell in cells)


def test_a_name_that_looks_like_a_no_is_no_answer():
    cells = ["N"] * 3 + ["Orust"] * 4 + ["J"] * 2 + ["Lerum", None]
    found = matched(pd.DataFrame({"kommun": cells}), {"kommun": "N"})
    assert found.hits.tolist() == [True] * 3 + [False] * 8
    assert found.unknown.tolist() == [False] * 10 + [True]
    assert noted(cells, "N", whoever=True) == []


def test_a_letter_is_an_answer_where_letters_answer():
    found = matched(pd.DataFrame({"klar": ["J"] * 5 + ["N"] * 4 + ["?", "kanske"]}), {"klar": "J"})
    assert found.unknown.tolist() == [False] * 9 + [True, True]


def test_what_stands_beside_a_no_that_nobody_answers_yes_to_is_known():
    beside = matched(pd.DataFrame({"insats": ["nej", "kurs", "samtal", ""]}), {"insats": "nej"})
    assert beside.unknown.tolist() == [False, False, False, True]
    answered = matched(pd.DataFrame({"avbrott": ["nej", "ja", "kanske", ""]}), {"avbrott": "nej"})
    assert answered.unknown.tolist() == [False, False, True, True]


@pytest.mark.parametrize("name", ["nej", "N", "no", "ja"])
def test_a_group_is_called_what_it_is_called(name):
    found = belonging(
        pd.DataFrame({"grupp": [name, "kurs", "ja" if name != "ja" else "nej", "vet ej", None]}), "grupp", [name]
    )
    assert found.hits.tolist() == [True, False, False, False, False]
    assert found.unknown.tolist() == [False, False, False, True, True]
