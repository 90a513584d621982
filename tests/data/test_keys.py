"""Codes are compared alike, whether they are lowered all at once or one by one."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.keys import keys
from effektmatt.data.text import TEXT
from effektmatt.data.values import key

CODES = st.text(alphabet="0179eAZaz", max_size=6)
ODD = st.text(alphabet="0179eAZaz .,ßÅå\n-", max_size=6)


@given(st.one_of(st.lists(CODES, max_size=8), st.lists(ODD, max_size=8)))
def test_every_code_is_compared_as_it_would_be_alone(codes: list[str]):
    compared = keys(pd.Series(codes, dtype=TEXT))
    assert [None if pd.isna(one) else one for one in compared] == [key(code) or None for code in codes]


@pytest.mark.parametrize("codes", [["AN07\nan08", "B1"], ["A1", "\n", "b2"], ["a\n"]])
def test_a_code_of_several_lines_moves_no_other(codes: list[str]):
    compared = keys(pd.Series(codes, dtype=TEXT))
    assert [None if pd.isna(one) else one for one in compared] == [key(code) or None for code in codes]
