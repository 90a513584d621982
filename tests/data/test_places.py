"""Answers as places on their scale, whatever type of column holds them."""

import math

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.places import Levels

SCALES = [range(1, 6), range(-2, 3), [0, 25, 50, 75, 100], [1, 2, 3, 5], [0.5, 1.0, 1.5], range(254, 260), range(300)]


def places(levels, cells):
    return Levels(levels).places(nw.from_native(cells, series_only=True)).tolist()


@pytest.mark.parametrize("levels", SCALES)
@given(data=st.data())
def test_every_type_of_column_gives_the_same_places(levels, data):
    k = len(levels)
    expected = data.draw(st.lists(st.integers(0, k), min_size=1, max_size=30))
    cells = [levels[place] if place < k else None for place in expected]
    assert places(levels, pl.Series(cells, dtype=pl.Float64)) == expected
    assert places(levels, pd.Series(cells, dtype=float)) == expected
    assert (
        places(levels, pl.Series([None if cell is None else str(cell) for cell in cells], dtype=pl.String)) == expected
    )
    if all(float(level).is_integer() for level in levels):
        for dtype in (pl.Int16, pl.Int32, pl.Int64):
            assert places(levels, pl.Series(cells, dtype=dtype)) == expected
        assert places(levels, pd.Series(cells, dtype="Int64")) == expected


@pytest.mark.parametrize("levels", SCALES)
@pytest.mark.parametrize("outside", [0.75, -3, 6, 7, 1000, -1000, 256 + 1, 254 + 256, math.inf])
@pytest.mark.parametrize("kind", ["floats", "whole", "whole and null", "text"])
def test_what_is_no_level_is_never_counted_as_one(levels, outside, kind):
    if outside in levels:
        return
    cells = [levels[0], outside, levels[-1]]
    if kind == "text":
        column = pl.Series([str(cell) for cell in cells])
    elif kind == "floats":
        column = pl.Series(cells, dtype=pl.Float64)
    elif all(float(cell).is_integer() for cell in cells):
        column = pl.Series([*cells, None] if "null" in kind else cells, dtype=pl.Int64)
    else:
        return
    with pytest.raises(ValueError, match="values outside the levels"):
        places(levels, column)


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"])
def test_every_whole_type_is_read(dtype):
    assert places(range(1, 6), pd.Series(np.array([1, 5, 3], dtype=dtype))) == [0, 4, 2]
    assert places(range(-2, 3), pd.Series(np.array([0, 2, 1], dtype=dtype))) == [2, 4, 3]
    with pytest.raises(ValueError, match=r"\[9\.0\]"):
        places(range(1, 6), pd.Series(np.array([1, 9], dtype=dtype)))
    with pytest.raises(ValueError, match=r"\[9\.0\]"):
        places(range(1000, 1006), pd.Series(np.array([9], dtype=dtype)))


def test_a_value_just_above_the_scale_is_not_taken_for_a_missing_one():
    """6 on a scale of 1 to 5 would have the place of a missing answer."""
    for cells in (pl.Series([5, 6]), pl.Series([5, 6, None]), pl.Series([5.0, 6.0, math.nan])):
        with pytest.raises(ValueError, match=r"\[6\.0\]"):
            places(range(1, 6), cells)


def test_nothing_but_missing_answers():
    assert places([1, 2], pl.Series([None, None], dtype=pl.Int8)) == [2, 2]
    assert places([1, 2], pl.Series([None, None], dtype=pl.Float64)) == [2, 2]
    assert places([1, 2], pl.Series([None, None], dtype=pl.String)) == [2, 2]
    assert places([1, 2], pl.Series([], dtype=pl.Int8)) == []


def test_long_columns_are_read_to_their_end():
    long = np.tile(np.array([1, 2, 3], dtype=np.int8), 400_000)
    found = Levels([1, 2, 3]).places(nw.from_native(pd.Series(long), series_only=True))
    assert np.array_equal(found, long - 1)
    long[-1] = 4
    with pytest.raises(ValueError, match=r"\[4\.0\]"):
        places([1, 2, 3], pd.Series(long))


def test_words_that_mean_the_same_share_a_place_and_some_are_not_counted():
    words = {"Nej": 0, "Ja": 1, "JA": 1, "Vet ej": None}
    assert places(words, pd.Series(["JA", "Nej", None, "Vet ej", "Ja"])) == [1, 0, 2, 2, 1]
    with pytest.raises(ValueError, match=r"outside the levels \['Nej', 'Ja', 'JA', 'Vet ej'\]: \['Kanske'\]"):
        places(words, pd.Series(["Kanske"]))


@pytest.mark.parametrize("levels", [[], [2, 1], [1, 1], [1, math.nan], {"Vet ej": None}])
def test_a_scale_must_ascend(levels):
    with pytest.raises(ValueError, match="ascending order"):
        Levels(levels)


@pytest.mark.parametrize("dtype", [np.int8, np.uint8])
@pytest.mark.parametrize("levels", [range(1, 6), range(6), range(100), range(120, 140), range(201), range(1, 255)])
def test_every_byte_is_its_level_or_refused(dtype, levels):
    scale = Levels(list(levels))
    for number in range(np.iinfo(dtype).min, np.iinfo(dtype).max + 1):
        cells = nw.from_native(pd.Series(np.array([number], dtype=dtype)), series_only=True)
        if number in levels:
            assert scale.places(cells).tolist() == [number - levels[0]]
        else:
            with pytest.raises(ValueError, match=str(number)):
                scale.places(cells)
