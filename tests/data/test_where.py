"""How faults point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.where import column_letter, row_ranges, shown


@given(st.sets(st.integers(1, 200), min_size=1, max_size=60))
def test_ranges_name_every_row_once(rows):
    named = []
    for part in row_ranges(rows, most=1000).split(", "):
        first, _, last = part.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(rows)


def test_very_many_ranges_are_cut():
    assert row_ranges(range(2, 100, 2), most=3) == "2, 4, 6, …"


@pytest.mark.parametrize(("place", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (16383, "XFD")])
def test_letters_as_a_spreadsheet_shows_them(place, letter):
    assert column_letter(place) == letter


def test_cells_are_shown_short_on_one_line_and_masked():
    assert shown("två\n rader 811218-9876") == "två rader 811218-****"
    assert len(shown("x" * 500)) == 60
    assert shown("x" * 500).endswith("…")
