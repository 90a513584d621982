import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pytest

from effektmatt.data.columns import group_labels, in_memory, missing_column, row_numbers


def series(cells):
    return nw.from_native(cells, series_only=True)


def test_of_a_lazy_frame_only_the_named_columns_are_fetched():
    lazy = pl.LazyFrame({"a": [1], "b": [2], "c": [3]})
    assert in_memory(lazy, ["b", "a", "b", "missing"]).columns == ["b", "a"]


def test_a_frame_in_memory_is_taken_as_it_is():
    frame = pd.DataFrame({"a": [1], "b": [2]}, index=[7])
    assert in_memory(frame, ["a"]).to_native() is frame


@pytest.mark.parametrize(
    ("frame", "rows"),
    [
        (pd.DataFrame({"a": [1, 2]}, index=[2, 5]), [2, 5]),
        (pd.DataFrame({"a": [1, 2]}, index=["x", "y"]), [0, 1]),
        (pl.DataFrame({"a": [1, 2]}), [0, 1]),
        (pd.DataFrame({"a": []}), []),
    ],
)
def test_rows_have_the_numbers_of_the_index_where_it_has_numbers(frame, rows):
    assert row_numbers(nw.from_native(frame)) == rows


@pytest.mark.parametrize(
    ("cells", "labels"),
    [
        (pd.Series(["Orust", " orust", "ORUST", "Orust", None, " "]), ["Orust"] * 4 + [None, None]),
        (pd.Series([1.0, 2.0, np.nan]), ["1", "2", None]),
        (pd.Series([1, 2, None], dtype="Int64"), ["1", "2", None]),
        (pd.Series(["a", None], dtype="category"), ["a", None]),
        (pl.Series(["man", "Man", None]), ["Man", "Man", None]),
    ],
)
def test_groups_have_one_spelling(cells, labels):
    assert group_labels(series(cells)).tolist() == labels


def test_a_missing_column_is_told_with_what_there_is():
    fault = missing_column("kön", ["kon", "kommun"], "f.csv")
    assert (fault.code, fault.file, fault.column, fault.expected, fault.nearest) == (
        "column-missing",
        "f.csv",
        "kön",
        ("kon", "kommun"),
        "kon",
    )
