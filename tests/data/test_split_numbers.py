"""Personal identity numbers split over two columns, and what only looks like them."""

import datetime as dt
import random

import pandas as pd
import pytest

from effektmatt.data.reading import read_table
from effektmatt.data.split_numbers import split_numbers
from effektmatt.errors import InputFaults


def people(n, seed=5):
    """Return dates of birth and last digits of so many made people."""
    source = random.Random(seed)
    for _ in range(n):
        born = dt.date(1940, 1, 1) + dt.timedelta(days=source.randrange(60 * 365))
        three = f"{source.randrange(1000):03}"
        nine = [int(digit) for digit in f"{born:%y%m%d}{three}"]
        total = sum(sum(divmod(digit * (2 - place % 2), 10)) for place, digit in enumerate(nine))
        yield born, f"{three}{-total % 10}"


def found(**columns):
    return [(one.date, one.last, len(one.rows)) for one in split_numbers(pd.DataFrame(columns, dtype="str"))]


@pytest.mark.parametrize("form", ["%Y%m%d", "%y%m%d", "%Y-%m-%d", "%y-%m-%d", "%Y-%m-%d 00:00:00"])
@pytest.mark.parametrize("n", [2, 20, 300])
def test_date_and_last_digits_near_each_other_are_a_number(form, n):
    made = list(people(n))
    born, last = [f"{one:{form}}" for one, _ in made], [four for _, four in made]
    assert found(born=born, sista=last) == [("born", "sista", n)]
    assert found(x=last, born=born) == [("born", "x", n)]
    assert found(born=born, mellan=["k"] * n, x=last) == [("born", "x", n)]
    assert found(born=born, a=["k"] * n, b=["k"] * n, x=last) == []


def test_leading_zeros_that_a_spreadsheet_has_eaten():
    made = [one for one in people(400) if one[1].startswith("0")]
    assert found(born=[f"{one:%Y%m%d}" for one, _ in made], x=[four.lstrip("0") for _, four in made])


def test_one_person_is_enough_where_the_column_says_what_it_is():
    ((born, last),) = people(1)
    assert found(datum=[f"{born:%Y%m%d}"], sista_fyra=[last])
    assert not found(datum=[f"{born:%Y%m%d}"], antal=[last])
    assert not found(datum=[f"{born:%Y%m%d}"], löpnr=[last])  # "pnr" is no word there


@pytest.mark.parametrize(
    "four",
    [
        lambda source: f"{source.randrange(10_000):04}",
        lambda source: f"{source.randrange(24):02}{source.randrange(60):02}",
        lambda source: str(source.randrange(2010, 2025)),
        lambda source: str(source.randrange(1, 6)),
        lambda _: "2013",
    ],
)
@pytest.mark.parametrize("n", [5, 50, 500])
def test_other_digits_beside_a_date_are_let_through(four, n):
    source = random.Random(11)
    for _ in range(40):
        days = [f"{dt.date(2011, 1, 1) + dt.timedelta(days=source.randrange(1000)):%Y-%m-%d}" for _ in range(n)]
        assert found(datum=days, antal=[four(source) for _ in days]) == []


def test_a_file_with_split_numbers_is_not_read_and_the_fault_masks_them(tmp_path):
    made = list(people(9))
    lines = ["kod;född;sista", *(f"k{place};{born:%Y-%m-%d};{last}" for place, (born, last) in enumerate(made))]
    (tmp_path / "deltagare.csv").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        read_table(tmp_path / "deltagare.csv", shown_as="deltagare.csv")
    (fault,) = caught.value.faults
    assert (fault.code, fault.column, fault.rows) == ("personal-number-split", "född, sista", 9)
    assert not any(last in f"{fault.in_words('sv')} {fault.cells}" for _, last in made)
