import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.scale import Item, Scale

LIKERT = ["1", "2", "3", "4", "5"]
SCALE = Scale.of(["q1", "q2"], LIKERT, reversed=["q2"], not_an_answer=["9", "Vet ej"])
CELLS = {"q1": ["5", "4 ", "vet ej", None, "3.0"], "q2": ["1", "2", "9", "", "5"]}


def polars_frame(cells):
    return pl.DataFrame(cells)


def arrow_frame(cells):
    return pa.table(cells)


def lazy_frame(cells):
    return pl.LazyFrame(cells)


@pytest.mark.parametrize("make", [pd.DataFrame, polars_frame, arrow_frame, lazy_frame])
def test_answers_are_coded_alike_in_every_engine(make):
    answers, faults = code_answers(make(CELLS), SCALE, "before")
    assert faults == ()
    expected = [[5, 5], [4, 4], [np.nan, np.nan], [np.nan, np.nan], [3, 1]]
    np.testing.assert_array_equal(answers.numbers, expected)
    assert answers.not_an_answer == {"q1": 1, "q2": 1}
    assert answers.empty == {"q1": 1, "q2": 1}


@pytest.mark.parametrize(
    "cells",
    [
        pd.Series([5, 3, None], dtype="Int64"),
        pd.Series([5.0, 3.0, np.nan]),
        pd.Series(["5", "3", None], dtype="category"),
        pd.Series([5, "3", None], dtype=object),
        pd.Series(["5", "3", pd.NA], dtype="string"),
    ],
    ids=["whole", "float", "category", "mixed", "text"],
)
def test_the_type_of_a_column_makes_no_difference(cells):
    answers, faults = code_answers(pd.DataFrame({"q": cells}), Scale.of(["q"], LIKERT), "before")
    assert faults == ()
    np.testing.assert_array_equal(answers.numbers[:, 0], [5, 3, np.nan])


def test_a_frame_that_narwhals_has_already_is_taken():
    answers, _ = code_answers(nw.from_native(pd.DataFrame(CELLS)), SCALE, "before")
    assert answers.n == 3


def test_a_column_without_any_answer_is_empty():
    answers, faults = code_answers(pd.DataFrame({"q1": [None, None], "q2": ["", " "]}), SCALE, "before")
    assert (answers.n, faults, answers.empty) == (0, (), {"q1": 2, "q2": 2})


def test_each_wrong_answer_is_one_fault_with_its_first_row_and_how_many():
    written = ["Ja", "Jaa", "Nej", "Jaa", "Kanske", "Neej", "vet ej", "x", "Jaa", "Kanske", *["Ja"] * 10]
    frame = pd.DataFrame({"svar": written}, index=range(2, 22))
    scale = Scale.of([Item(id="q", columns={"after": "svar"})], ["Nej", "Ja"], not_an_answer=["Vet ej"])
    answers, faults = code_answers(frame, scale, "after", file="enkat.csv")
    assert [(fault.row, fault.got, fault.rows, fault.nearest) for fault in faults] == [
        (3, "Jaa", 3, "Ja"),
        (6, "Kanske", 2, None),
        (7, "Neej", 1, "Nej"),
        (9, "x", 1, None),
    ]
    assert {(fault.code, fault.file, fault.column, fault.expected) for fault in faults} == {
        ("answer-outside-scale", "enkat.csv", "svar", ("Nej", "Ja"))
    }
    assert [tuple(fault.details.values()) for fault in faults] == [
        ("3, 5, 10", 0, 0),
        ("6, 11", 0, 0),
        ("7", 0, 0),
        ("9", 0, 0),
    ]
    assert answers.n == 12


def test_a_personal_identity_number_in_a_cell_is_not_repeated_in_the_fault():
    _, faults = code_answers(pd.DataFrame({"q": ["19811228-9874"]}), Scale.of(["q"], ["Nej", "Ja"]), "before")
    assert "9874" not in str(faults[0].got)


def test_a_missing_column_is_a_fault_with_the_nearest_name():
    frame = pd.DataFrame({"trygg_1": ["1"], "kommun": ["Orust"]})
    _, faults = code_answers(frame, Scale.of(["trygg1"], LIKERT), "before", by=["komun"], file="f.csv")
    assert [(fault.code, fault.column, fault.nearest) for fault in faults] == [
        ("column-missing", "trygg1", "trygg_1"),
        ("column-missing", "komun", "kommun"),
    ]


@pytest.mark.parametrize(
    ("score", "expected"),
    [("mean", [4.5, 5.0, np.nan]), ("sum", [18.0, 20.0, np.nan]), ("skr-index", [87.5, 100.0, np.nan])],
)
def test_scores_of_those_who_answered_enough(score, expected):
    scale = Scale.of(["a", "b", "c", "d"], LIKERT, score=score, minimum_answered=0.5)
    cells = {"a": ["4", "5", "1"], "b": ["5", "5", None], "c": ["4", None, None], "d": ["5", None, None]}
    answers, _ = code_answers(pd.DataFrame(cells), scale, "before")
    np.testing.assert_array_equal(answers.scores.numbers, expected)
    assert answers.answered_items.tolist() == [4, 2, 1]


def test_the_skr_index_is_the_mean_of_0_25_50_75_100():
    scale = Scale.of(["a"], LIKERT, score="skr-index")
    answers, _ = code_answers(pd.DataFrame({"a": LIKERT}), scale, "before")
    assert answers.scores.numbers.tolist() == [0, 25, 50, 75, 100]


def test_counts_and_groups_follow_the_people_taken():
    frame = pd.DataFrame({"q1": ["1", "2", "2"], "q2": ["5", "5", "4"], "kommun": ["Orust", "Tranemo", None]})
    answers, _ = code_answers(frame, SCALE, "before", by=["kommun"])
    some = answers.taken(np.array([True, False, True]))
    assert some.item_counts(0).counts.tolist() == [1, 1, 0, 0, 0]
    assert some.groups["kommun"].tolist() == ["Orust", None]
    assert some.to_frame()["q2"].tolist() == [1, 2]


@given(st.lists(st.lists(st.sampled_from([None, *LIKERT]), min_size=3, max_size=3), min_size=1, max_size=20))
def test_turning_every_item_turns_the_score(rows):
    frame = pd.DataFrame(rows, columns=["a", "b", "c"], dtype=object)
    plain, _ = code_answers(frame, Scale.of(["a", "b", "c"], LIKERT), "before")
    turned, _ = code_answers(frame, Scale.of(["a", "b", "c"], LIKERT, reversed=["a", "b", "c"]), "before")
    np.testing.assert_allclose(turned.scores.numbers, 6 - plain.scores.numbers)
