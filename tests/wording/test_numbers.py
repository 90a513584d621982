"""Numbers as text: the printed form says the number, all of it, and never breaks over a line."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import Estimate, Evidence, Interval, Role, Unit
from effektmatt.wording import words
from effektmatt.wording.numbers import decimals_apart, rounded

LANGUAGES = ("sv", "en")
finite = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)


def parsed(text: str, language: str) -> Decimal:
    """Read a printed number back, as a reader of that language does."""
    group, point = {"sv": ("\u00a0", ","), "en": (",", ".")}[language]
    return Decimal(text.replace(group, "").replace(point, ".").replace("−", "-"))


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=finite, decimals=st.integers(0, 4), signed=st.booleans())
def test_a_printed_number_is_the_rounded_number(language: str, value: float, decimals: int, signed: bool) -> None:
    text = words(language).number(value, decimals, signed=signed)
    assert parsed(text, language) == rounded(value, decimals)
    assert "-" not in text
    assert not {" ", "\u202f", "\u2009"} & set(text)
    assert text.startswith("+") == (signed and rounded(value, decimals) > 0)


@pytest.mark.parametrize("language", LANGUAGES)
@given(share=st.floats(min_value=-10, max_value=10, allow_nan=False))
def test_per_cent_never_breaks_from_its_sign(language: str, share: float) -> None:
    text = words(language).percent(share)
    assert text.endswith("%")
    assert "-" not in text
    assert " " not in text


@given(value=finite)
def test_a_number_without_stated_decimals_has_at_most_two_and_no_zeros_at_the_end(value: float) -> None:
    text = words("sv").number(value)
    assert parsed(text, "sv") == rounded(value, 2)
    if "," in text:
        assert len(text.split(",")[1]) <= 2
        assert not text.endswith("0")


def test_halves_are_rounded_away_from_zero_and_zero_has_no_sign() -> None:
    sv = words("sv")
    assert sv.number(2.5, 0) == "3"
    assert sv.number(-2.5, 0) == "−3"
    assert sv.percent(0.8745) == "87,5\u00a0%"
    assert sv.number(-0.04, 1) == "0,0"
    assert sv.number(0.04, 1, signed=True) == "0,0"


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (words("sv").number(-1234567.5, 1), "−1\u00a0234\u00a0567,5"),
        (words("en").number(-1234567.5, 1), "−1,234,567.5"),
        (words("sv").percent(0.853), "85,3\u00a0%"),
        (words("en").percent(0.853), "85.3%"),
        (words("sv").points(0.162), "+16,2\u00a0procentenheter"),
        (words("sv").points(0.01, 0), "+1\u00a0procentenhet"),
        (words("sv").points(0.01, 1), "+1,0\u00a0procentenheter"),
        (words("en").points(-0.162), "−16.2\u00a0percentage points"),
        (words("sv").days(-18.94, signed=True), "−18,9\u00a0dagar"),
        (words("sv").days(1, 0), "1\u00a0dag"),
        (words("sv").days(-1, 0), "−1\u00a0dag"),
        (words("sv").days(9, 0, working=True), "9\u00a0arbetsdagar"),
        (words("en").days(1, 0), "1\u00a0day"),
        (words("sv").money(Decimal("3250124.00")), "3\u00a0250\u00a0124\u00a0kr"),
        (words("sv").money(Decimal("166954.96")), "166\u00a0954,96\u00a0kr"),
        (words("en").money(Decimal("166954.90")), "SEK\u00a0166,954.90"),
        (words("sv").count(1098), "1\u00a0098"),
        (words("sv").number(None), "–"),
        (words("sv").percent(math.nan), "–"),
        (words("sv").date(date(2011, 9, 19)), "19 september 2011"),
        (words("en").date(date(2011, 9, 19)), "19 September 2011"),
        (words("sv").period(date(2011, 9, 19), date(2012, 1, 19)), "19 september 2011 till 19 januari 2012"),
        (words("sv").period(date(2013, 5, 1), date(2013, 8, 31)), "1 maj till 31 augusti 2013"),
        (words("sv").period(date(2013, 5, 1), None), "från 1 maj 2013"),
        (words("sv").period(None, date(2013, 5, 1)), "till 1 maj 2013"),
        (words("sv").period(None, None), "–"),
        (words("sv").probability(0.9951), "mer än 99\u00a0%"),
        (words("sv").probability(0.974), "omkring 97\u00a0%"),
        (words("sv").probability(0.0004), "mindre än 1\u00a0%"),
        (words("en").probability(1.0), "more than 99%"),
        (words("sv").joined(["a", "b", "c"]), "a, b och c"),
        (words("sv").joined(["a"]), "a"),
        (words("sv").joined([]), ""),
        (words("sv").span(0.821, 0.893, Unit.SHARE), "82,1 till 89,3\u00a0%"),
        (words("sv").span(0.101, 0.223, Unit.POINTS), "+10,1 till +22,3\u00a0procentenheter"),
        (words("sv").span(-0.003, 0.42, Unit.SCORE, signed=True), "\N{MINUS SIGN}0,003 till +0,42"),
        (words("sv").span(0.003, 0.42, Unit.SCORE), "0,00 till 0,42"),
        (words("sv").span(-0.1, 0.0, Unit.POINTS), "\N{MINUS SIGN}10,0 till 0,0\u00a0procentenheter"),
        (words("sv").span(79, math.inf, Unit.DAYS, 0), "79\u00a0dagar eller mer"),
        (words("en").span(-math.inf, 3.5, Unit.SCORE, 1), "3.5 or less"),
        (words("sv").amount(0.348, Unit.RELATIVE), "+34,8\u00a0%"),
        (words("sv").amount(3.5, Unit.SCORE), "3,50"),
    ],
)
def test_printed_forms(got: str, expected: str) -> None:
    assert got == expected


def test_a_number_beside_its_limit_is_not_printed_as_the_limit() -> None:
    assert decimals_apart(79.96, 80.0, fewest=1) == 2
    assert decimals_apart(79.9996, 80.0, fewest=1) == 4
    assert decimals_apart(80.0, 80.0, fewest=1) == 1


def _difference(low: float, high: float) -> Estimate:
    interval = Interval(low=low, high=high, level=0.95, method="t")
    return Estimate(
        measure="mean-difference",
        role=Role.DIFFERENCE,
        value=(low + high) / 2,
        unit=Unit.SCORE,
        n=12,
        evidence=Evidence.PROCESS,
        method="t",
        interval=interval,
    )


def test_a_difference_wears_its_sign() -> None:
    estimate = _difference(0.25, 0.75)
    assert words("sv").value(estimate) == "+0,50"
    assert words("sv").interval(estimate) == "+0,25 till +0,75"


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="sv, en"):
        words("no")


@pytest.mark.parametrize("value", [1e27, -1e28, 9.99e39, 1e300])
def test_a_number_of_any_length_can_be_written(value: float) -> None:
    """Somebody's key stuck: what is printed is seen to be wrong, and is no defect."""
    said = words("sv").amount(value, Unit.NUMBER)
    assert Decimal(said.replace("\u00a0", "").replace("\u2212", "-")) == Decimal(str(value))
