from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.usage.amounts import amount, mark_of


@pytest.mark.parametrize(
    ("text", "mark", "kronor"),
    [
        ("166 954,96", ",", "166954.96"),
        ("166\u00a0954,96 kr", ",", "166954.96"),
        ("166\u202f954,96\u00a0kr.", ",", "166954.96"),
        ("kr 400 000", None, "400000"),
        ("400000 SEK", None, "400000"),
        ("25:-", None, "25"),
        ("\u22121 250,50", ",", "-1250.50"),
        ("166954.96000000002", ".", "166954.96"),
        ("0", None, "0"),
        ("1.234,50", ",", "1234.50"),
    ],
)
def test_amounts_as_offices_write_them(text, mark, kronor):
    assert amount(text, mark) == Decimal(kronor)


@pytest.mark.parametrize("text", ["", "kr", "fyrahundra", "12,345", "1 2,3", "12;50", "1e400000", "1000000000000001"])
def test_what_is_no_amount(text):
    assert amount(text, ",") is None


def test_the_mark_is_found_with_and_without_currency():
    assert mark_of([["166 954,96 kr", "400 000 kr"]]) == ","
    assert mark_of([["166954.96", "400000"]]) == "."
    assert mark_of([["400 000"]]) is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_written_in_swedish_is_read_again_to_the_ore(kronor):
    written = f"{kronor:,.2f}".replace(",", "\u00a0").replace(".", ",")
    assert amount(f"{written} kr", ",") == kronor
