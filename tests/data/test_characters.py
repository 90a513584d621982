"""Text from any program comes to the same characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.characters import clean, clean_all


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (unicodedata.normalize("NFD", "Åmål"), "Åmål"),
        ("noll\u200bbredd\ufeff", "nollbredd"),
        ("mjukt\xadstreck", "mjuktstreck"),
        ("rad\u2028bruten\vhär", "rad bruten här"),
        ("\x07ESC\x1b\ufffe\x00", "ESC"),
        ("a\tb\r\nc", "a\tb\r\nc"),
        ("80\u00a0% – CO₂", "80\u00a0% – CO₂"),
    ],
)
def test_what_cannot_be_seen_is_gone_and_letters_are_whole(text, cleaned):
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


def test_tables_and_lists_are_cleaned_throughout():
    assert clean_all({"na\u0308r": ["\x00ja", 3, {"b": True}]}) == {"när": ["ja", 3, {"b": True}]}
