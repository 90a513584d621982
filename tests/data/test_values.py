"""When two written values are the same."""

import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.keys import group_numbers, keys
from effektmatt.data.values import cell_text, folded, key, spellings

PART = st.one_of(st.none(), st.sampled_from(["a1", "A1 ", "a1.", "01", "1", "1.0", "ß", "SS", "", " ", "."]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ja", " JA. "),
        ("Västra Götaland", unicodedata.normalize("NFD", "västra\u00a0 götaland")),
        ("4", "4,0"),
        ("4", 4.0),
        ("4", "4.00"),
        ("4", "04"),
        ("2,5", 2.5),
        ("Övr", "övr ."),
        ("Noll\u200bbredd", "nollbredd"),
    ],
)
def test_spellings_of_one_value(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ja", "nej"), ("a", "å"), ("..", "."), ("1,000", "1"), ("3.1", "3.10"), ("1.5", "15"), ("4 a", "4a"), ("", "0")],
)
def test_different_values(one, other):
    assert folded(one) != folded(other)


def test_nothing_is_nothing_however_it_is_written():
    assert [folded(cell) for cell in ("", " \u00a0", ".", float("nan"))] == [""] * 4


def test_codes_keep_their_leading_zeros_and_nothing_else():
    assert key("007") != key("7")
    assert folded("007") == folded("7")
    assert key(" An07. ") == key("AN07") == folded("an07")
    assert key("7,0") == key(7) == key(7.0)


@given(st.text())
def test_what_is_folded_folds_to_itself(text):
    assert folded(folded(text)) == folded(text)
    assert key(key(text)) == key(text)


@given(st.text())
def test_codes_alike_are_values_alike(text):
    assert folded(key(text)) == folded(text)


@given(st.lists(st.tuples(PART, PART), max_size=12))
def test_numbers_agree_exactly_when_all_parts_do(rows):
    frame = pd.DataFrame(rows, columns=["kommun", "kod"], dtype="str")
    numbers = group_numbers(frame, ["kommun", "kod"]).tolist()
    parts = [tuple(key(part or "") for part in row) for row in rows]
    assert [number < 0 for number in numbers] == ["" in part for part in parts]
    for i, first in enumerate(parts):
        for j, second in enumerate(parts):
            if "" not in first and "" not in second:
                assert (numbers[i] == numbers[j]) == (first == second)


def test_numbers_that_are_not_text_are_compared_as_text():
    assert keys(pd.Series([7, 12])).tolist() == ["7", "12"]
    assert keys(pd.Series([7.0, None, 12.0])).tolist()[::2] == ["7", "12"]


def test_no_rows_and_no_columns():
    assert group_numbers(pd.DataFrame({"kod": []}), ["kod"]).tolist() == []
    assert group_numbers(pd.DataFrame({"kod": ["a", "b"]}), []).tolist() == [0, 0]


def test_of_equally_frequent_spellings_the_first_in_the_alphabet_is_shown():
    assert spellings({"kvinna": 1, "Kvinna": 1}) == {"kvinna": "Kvinna"}
    assert spellings(["Orust.", "Orust", "Orust."]) == {"orust": "Orust."}


@pytest.mark.parametrize(("cell", "text"), [(4.0, "4"), (4.5, "4.5"), (7, "7"), (True, "True"), (" a\u00a0 b", "a b")])
def test_cells_as_text(cell, text):
    assert cell_text(cell) == text
