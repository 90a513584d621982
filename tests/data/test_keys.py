"""When two keys are the same."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.keys import comparable, group_numbers

PART = st.one_of(st.none(), st.sampled_from(["a1", "A1 ", "01", "1", "ß", "SS", "", " "]))


def same(part):
    return part.strip().casefold() if part and part.strip() else None


@given(st.lists(st.tuples(PART, PART), max_size=12))
def test_numbers_agree_exactly_when_all_parts_do(rows):
    frame = pd.DataFrame(rows, columns=["kommun", "kod"], dtype="str")
    numbers = group_numbers(frame, ["kommun", "kod"]).tolist()
    keys = [tuple(same(part) for part in row) for row in rows]
    assert [number < 0 for number in numbers] == [None in key for key in keys]
    for i, first in enumerate(keys):
        for j, second in enumerate(keys):
            if None not in first and None not in second:
                assert (numbers[i] == numbers[j]) == (first == second)


def test_numbers_that_are_not_text_are_compared_as_text():
    assert comparable(pd.Series([7, 12])).tolist() == ["7", "12"]


def test_no_rows_and_no_columns():
    assert group_numbers(pd.DataFrame({"kod": []}), ["kod"]).tolist() == []
    assert group_numbers(pd.DataFrame({"kod": ["a", "b"]}), []).tolist() == [0, 0]
