"""Columns of any dataframe."""

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from effektmatt.data.columns import cell_text, group_labels, in_memory, row_numbers, spellings

COLUMNS = {"kod": ["a", "b", None], "kon": ["Kvinna", "kvinna ", None], "v1": [1, 2, 3]}


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.table])
def test_any_frame_is_fetched_into_memory(make):
    frame = in_memory(make(COLUMNS), ["kod", "kod", "finns inte"])
    assert isinstance(frame, nw.DataFrame)
    assert [None if value is None or value != value else value for value in frame["kod"].to_list()] == ["a", "b", None]  # noqa: PLR0124


def test_of_a_lazy_frame_only_the_named_columns_are_fetched():
    assert in_memory(pl.LazyFrame(COLUMNS), ["v1"]).columns == ["v1"]


def test_row_numbers_are_the_frames_own_where_it_has_any():
    assert row_numbers(in_memory(pd.DataFrame(COLUMNS, index=[2, 4, 5]), [])) == [2, 4, 5]
    assert row_numbers(in_memory(pd.DataFrame(COLUMNS, index=["x", "y", "z"]), [])) == [0, 1, 2]
    assert row_numbers(in_memory(pl.DataFrame(COLUMNS), [])) == [0, 1, 2]


@pytest.mark.parametrize("make", [pd.Series, pl.Series])
def test_groups_are_one_whatever_their_case_and_white_space(make):
    labels = group_labels(nw.from_native(make(["Orust", "orust ", None, " ", "Västra  Götaland"]), series_only=True))
    assert labels.tolist() == ["Orust", "Orust", None, None, "Västra Götaland"]


def test_cells_are_text_however_they_are_stored():
    assert [cell_text(cell) for cell in (4.0, 4.5, 4, "4", np.nan, np.float64(7))] == ["4", "4.5", "4", "4", "", "7"]


def test_the_most_frequent_spelling_is_shown():
    assert spellings(["ja", "Ja", "Ja", "NEJ", "nej"]) == {"ja": "Ja", "nej": "NEJ"}
