"""Cells with several answers, and answers in columns of their own."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.several_answers import answers_given, answers_in, from_columns, from_one_cell

WORDS = st.lists(st.text("abcåäö", min_size=1, max_size=6), min_size=1, max_size=5, unique=True)


@given(WORDS, st.sampled_from([";", ",", "|"]), st.booleans(), st.booleans())
def test_joined_answers_come_apart_again(words, separator, last, spaced):
    text = (separator + " " * spaced).join(words) + separator * last
    assert answers_in(text, separator) == words


@given(st.permutations(["Kaffe, te eller vatten", "Frukt, färsk", "Bulle"]))
def test_options_that_hold_the_separator_are_found_whole(options):
    assert answers_in(", ".join(options), ",", options) == options
    assert answers_in(", ".join(options[:2]), ",", options[:2]) == options[:2]


def test_own_words_beside_the_options_are_answers_of_their_own():
    assert answers_in("Bulle, annat: te, utan mjölk", ",", ["Bulle"]) == ["Bulle", "annat: te", "utan mjölk"]


def test_spellings_are_one_answer_and_nobody_is_counted_twice():
    cells = [pd.Series(["Telefon;telefon ;", "TELEFON", None]), pd.Series(["Telefon"])]
    assert answers_given(cells, ";") == {"Telefon": 3}


@given(st.lists(st.sets(st.sampled_from(["A", "B", "C"])), min_size=1, max_size=20))
def test_one_cell_and_columns_tell_the_same(chosen):
    joined = pd.Series([";".join(sorted(one)) or None for one in chosen], dtype=object)
    split = {answer: pd.Series(["1" if answer in one else None for one in chosen], dtype=object) for answer in "ABC"}
    apart, columns = from_one_cell(joined, "ABC", ";"), from_columns(split)
    for answer in "ABC":
        pd.testing.assert_series_equal(apart[answer], columns[answer])
        assert apart[answer].notna().sum() == sum(map(bool, chosen))
