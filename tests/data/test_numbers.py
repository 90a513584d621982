"""Numbers as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.numbers import find_mark, is_ambiguous, plain_number


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("166 954,96", ",", "166954.96"),
        ("166\u00a0954,96", ",", "166954.96"),
        ("166\u202f954", ",", "166954"),
        ("166.954,96", ",", "166954.96"),
        ("3.250.124", ",", "3250124"),
        ("3,250,124.00", ".", "3250124.00"),
        ("1'234.5", ".", "1234.5"),
        ("-12,5", ",", "-12.5"),
        ("\u221212,5", ",", "-12.5"),
        ("+4", ",", "4"),
        ("007", ",", "007"),
        ("1e-07", ".", "1e-07"),
        ("2.5E+3", ".", "2.5E+3"),
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
        ("0.250", None, "0.250"),
        ("12", None, "12"),
        ("1 234", None, "1234"),
        ("2,75", None, "2.75"),
    ],
)
def test_numbers_that_are_understood(text, mark, number):
    assert plain_number(text, mark) == number


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("3,5", "."),
        ("3.5", ","),
        ("12 kr", ","),
        ("80 %", ","),
        ("1 2345", ","),
        ("12 34", ","),
        ("1.234.56", ","),
        ("1 234.567", ","),
        ("0.250", ","),
        ("1,5,", ","),
        (",5", ","),
        ("", ","),
        ("två", ","),
        ("1.234", None),
        ("12,500", None),
        ("--1", ","),
        ("٣", ","),
    ],
)
def test_numbers_that_are_not(text, mark):
    assert plain_number(text, mark) is None


@given(
    number=st.decimals(-(10**12), 10**12, places=2),
    mark=st.sampled_from([",", "."]),
    between=st.sampled_from(["", " ", "\u00a0", "\u202f"]),
)
def test_a_written_amount_is_read_back_exactly(number, mark, between):
    text = f"{number:,.2f}".replace(".", mark).replace("," if mark == "." else "\0", between)
    if mark == ",":
        whole, _, part = f"{number:,.2f}".partition(".")
        text = f"{whole.replace(',', between)},{part}"
    assert Decimal(plain_number(text, mark)) == number


@given(st.text(alphabet="0123456789.,- e", max_size=10), st.sampled_from([",", ".", None]))
def test_whatever_is_understood_is_a_number(text, mark):
    number = plain_number(text, mark)
    if number is not None:
        assert Decimal(number).is_finite()
        assert [digit for digit in number if digit.isdigit()] == [digit for digit in text if digit.isdigit()]


@pytest.mark.parametrize(
    ("columns", "mark"),
    [
        ([["1,5", "2"]], ","),
        ([["1.5", "2"]], "."),
        ([["1 250,00"]], ","),
        ([["1.250.000"]], ","),
        ([["0,333"]], ","),
        ([["1.234", "5"]], None),
        ([["2013.01.31"], ["a", "b"]], None),
        ([["Ja, mycket", "Nej", "3,5"]], None),
        ([["1,5", "2,5"], ["10.30"]], ","),
        ([[]], None),
    ],
)
def test_the_decimal_mark_of_a_file(columns, mark):
    assert find_mark(columns) == mark


def test_what_is_ambiguous():
    assert [text for text in ("1.234", "12,500", "999.999", "1.2345", "0.123", "1.234.567") if is_ambiguous(text)] == [
        "1.234",
        "12,500",
        "999.999",
    ]
