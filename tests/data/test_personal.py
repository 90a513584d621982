"""Personal identity numbers are refused on sight, and innocent numbers are not.

The valid numbers are published as examples: 640823-3234 and the coordination number 701063-2391 in the Tax Agency's
brochure SKV 704, 811218-9876 in its description of the check digit, 121212-1212 is the invented Tolvan Tolvansson.
"""

import datetime as dt
import random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.personal import mask_personal_numbers, personal_number_faults


def check_digit(nine: str) -> int:
    """Return the Luhn digit, written another way than in the package: from the right, by a table of doubles."""
    total = sum(
        int("0246813579"[int(digit)]) if place % 2 == 0 else int(digit) for place, digit in enumerate(nine[::-1])
    )
    return -total % 10


def is_personal_number(text: str) -> bool:
    """Whether the whole text is masked as a number."""
    masked = mask_personal_numbers(text)
    return masked != text and masked.endswith("****") and masked[:2] == text[:2]


def refused(values, name="kolumn"):
    frame = pd.DataFrame({name: values}, dtype="str", index=range(2, len(values) + 2))
    return personal_number_faults(frame, file="svar.csv")


@st.composite
def numbers(draw, mark=None, century=None):
    day = draw(st.dates(dt.date(1900, 1, 1), dt.date(2024, 12, 31)))
    added = draw(st.sampled_from([0, 60]))
    nine = f"{day:%y%m}{day.day + added:02d}{draw(st.integers(0, 999)):03d}"
    years = str(day.year // 100) if draw(st.booleans() if century is None else st.just(century)) else ""
    between = draw(st.sampled_from(["-", "+", " ", "\u00a0", ""])) if mark is None else mark
    return f"{years}{nine[:6]}{between}{nine[6:]}{check_digit(nine)}"


@given(numbers())
def test_every_valid_number_is_known(number):
    assert is_personal_number(number)


@given(numbers(), st.integers(1, 9))
def test_a_wrong_check_digit_is_not(number, other):
    assert not is_personal_number(f"{number[:-1]}{(int(number[-1]) + other) % 10}")


@pytest.mark.parametrize(
    "number",
    [
        "640823-3234",
        "6408233234",
        "19640823-3234",
        "196408233234",
        "640823 3234",
        "701063-2391",
        "121212+1212",
    ],
)
def test_published_examples(number):
    assert is_personal_number(number)
    (fault,) = refused([number, number.replace("-", ""), "x"])[:1]
    assert fault.code == "personal-number"


@pytest.mark.parametrize(
    "number",
    [
        "212000-0142",
        "640823-3235",
        "641323-3234",
        "640832-3236",
        "010229-0008",
        "640823--3234",
        "1640823-3234",
        "a",
        "",
    ],
)
def test_what_is_none(number):
    assert not is_personal_number(number)


def test_the_fault_masks_the_number_and_says_where():
    (fault,) = refused(["a", "811218-9876", "b", "640823-3234"])
    assert (fault.code, fault.file, fault.column, fault.row, fault.got, fault.rows) == (
        "personal-number",
        "svar.csv",
        "kolumn",
        3,
        "811218-****",
        2,
    )


@pytest.mark.parametrize(
    ("cell", "got"),
    [
        ("Ring Eva, 811218-9876, på måndag", "811218-****"),
        ("pnr:198112189876.", "19811218-****"),
        ("Eva 811218-98 76 kom", "811218-****"),
        ("Eva, \uff18\uff11\uff11\uff12\uff11\uff18-\uff19\uff18\uff17\uff16", "811218-****"),
        ("först 640823-3235 sedan 640823 3234", "640823 ****"),
    ],
)
def test_one_number_within_a_text_is_enough(cell, got):
    (fault,) = refused(["inget", "att se", cell])
    assert (fault.row, fault.got) == (4, got)


def test_a_column_named_by_a_person_is_a_table_without_a_header():
    (fault,) = refused(["a", "b"], name="811218-9876")
    assert (fault.row, fault.column) == (1, "811218-****")


@given(st.lists(numbers(mark="", century=False), min_size=2, max_size=20), st.integers(0, 19))
def test_ten_plain_digits_are_refused_when_they_are_half_of_the_column(found, others):
    others = min(others, len(found))
    (fault,) = refused([*found, *(f"id{place}" for place in range(others)), None])
    assert fault.rows == len(found)
    assert fault.got.endswith("-****")


def test_ten_plain_digits_are_let_through_when_they_are_few():
    assert refused(["6408233234", "1234", "5678"]) == ()
    assert refused(["6408233234"]) == ()


def with_check_digit(nine):
    return f"{nine}{check_digit(nine)}"


def test_a_leading_zero_that_a_spreadsheet_has_eaten():
    (fault,) = refused(
        [with_check_digit("010101000").removeprefix("0"), with_check_digit("020202111").removeprefix("0")]
    )
    assert (fault.got, fault.rows) == ("010101-****", 2)


def test_the_29th_of_february_exists_when_the_century_allows():
    assert is_personal_number(with_check_digit("000229000"))  # 2000, though not 1900
    assert is_personal_number("20" + with_check_digit("000229000"))
    assert not is_personal_number("19" + with_check_digit("000229000"))
    assert not is_personal_number(with_check_digit("010229000"))


@given(st.text(max_size=40))
def test_text_without_digits_is_left_alone(text):
    if not any(sign.isdigit() for sign in text):
        assert mask_personal_numbers(text) == text


@given(numbers(), st.sampled_from(["", "x", " ", "("]), st.sampled_from(["", ",", " a"]))
def test_a_masked_text_holds_no_number(number, before, after):
    masked = mask_personal_numbers(f"{before}{number}{after}")
    assert masked.endswith(f"****{after}")
    assert number not in masked
    assert mask_personal_numbers(masked) == masked


def random_columns(make, columns=60, rows=200, seed=20130919):
    """Return how many of many columns of innocent numbers are refused."""
    source = random.Random(seed)
    return sum(bool(refused([make(source) for _ in range(rows)])) for _ in range(columns))


def digits(source, n):
    return "".join(source.choices("0123456789", k=n))


def day(source):
    return dt.date(2011, 1, 1) + dt.timedelta(days=source.randrange(3 * 365))


INNOCENT = {
    "ten random digits": lambda source: digits(source, 10),
    "twelve random digits without a century": lambda source: f"7{digits(source, 11)}",
    "mobile phones": lambda source: f"07{digits(source, 8)}",
    "organisation numbers": lambda source: (
        f"{digits(source, 2)}{source.randrange(20, 100)}{digits(source, 2)}-{digits(source, 4)}"
    ),
    "dated case numbers": lambda source: f"{day(source):%y%m%d}-{digits(source, 4)}",
    "clock times": lambda source: f"{day(source):%Y%m%d}{source.randrange(24):02d}{source.randrange(60):02d}",
    "clock times after a space": lambda source: (
        f"{day(source):%Y%m%d} {source.randrange(24):02d}{source.randrange(60):02d}"
    ),
    "case numbers": lambda source: f"KS {source.randrange(2011, 2014)}/{source.randrange(1, 1500)}",
    "dates": lambda source: day(source).isoformat(),
    "long numbers": lambda source: digits(source, 16),
}


@pytest.mark.parametrize("kind", INNOCENT)
def test_columns_of_innocent_numbers_are_not_refused(kind):
    assert random_columns(INNOCENT[kind]) == 0


def test_a_column_of_people_is_refused_whatever_the_form():
    source = random.Random(7)
    for form in ("{}{}-{}", "{}{}{}", "{}{} {}"):
        for rows in (1, 3, 30, 300):
            people = []
            for _ in range(rows):
                nine = f"{day(source):%y%m%d}{digits(source, 3)}"
                people.append(form.format("20", nine[:6], nine[6:] + str(check_digit(nine))))
            assert refused(people)[0].rows == rows


def test_a_few_mistyped_numbers_do_not_hide_the_rest():
    people = ["640823-3234", "811218-9876", "640823-3235", "811218-9877", "701063-2391"] * 10
    assert refused(people)[0].rows == 30


def test_dated_case_numbers_and_one_person_in_a_short_column():
    """With fewer than twenty different numbers chance is no excuse: better refuse than lay bare."""
    assert refused(["130131-0001", "130131-0002", "811218-9876"])[0].got == "811218-****"


def test_every_column_is_told():
    frame = pd.DataFrame({"a": ["811218-9876"], "b": ["x"], "c": ["640823-3234"]}, dtype="str", index=[2])
    assert [fault.column for fault in personal_number_faults(frame, file="a.csv")] == ["a", "c"]


@pytest.mark.parametrize(
    "cell",
    [
        "811218 - 9876",
        "811218\u20119876",
        "811218\u22129876",
        "811218_9876",
        "811218/9876",
        "1981-12-18-9876",
        "81.12.18-9876",
        "Ring Eva, 1981-12-18 - 9876, på måndag",
        "pnr: 8112189876",
        "Personnummer 8112189875",
        "samordningsnr 7010632391",
    ],
)
def test_whatever_stands_between_date_and_digits_one_is_enough(cell):
    assert refused([cell, "annat", "mer"])
    assert "9876" not in refused([cell, "annat"])[0].got


@pytest.mark.parametrize("mark", ["", "."])
def test_plain_digits_among_other_cells_are_refused_when_most_of_them_are_valid(mark):
    numbers = [f"811218{mark}9876", f"640823{mark}3234"]
    assert refused([*numbers, *(f"K{place}" for place in range(50))])
    assert refused([f"{numbers[0]},{numbers[1]}", f"svar om {numbers[1]}", "nej"])
    assert not refused([numbers[0], *(f"{place}999{mark}4321" for place in range(100, 150))])


@pytest.mark.parametrize("name", ["personnummer", "Person nr", "deltagare_pnr", "Samordningsnummer"])
def test_a_column_of_that_name_is_refused_whatever_the_check_digit(name):
    (fault,) = refused(["8112189875", "saknas"], name=name)
    assert (fault.column, fault.row, fault.got) == (name, 2, "811218-****")
    assert not refused(["K12", "2013-01-31"], name=name)


@pytest.mark.parametrize(
    "cells",
    [
        ["2013-01-31 1311", "2013-02-01 0845"],
        ["2013-01-31-2014-01-31"],
        ["Telefon 0701234567", "Telefon 0739876543", "0705551213"],
        ["121212.3456", "99.1", "100.25"],
        ["personal", "pnrm", "1 234 567 890"],
    ],
)
def test_moments_periods_telephones_and_amounts_are_let_through(cells):
    assert not refused(cells)


@pytest.mark.parametrize("mark", ["  ", ":", "~", "\uff0d", "\u00ad", " ~ ", "\ufe63"])
def test_odd_separators_are_separators(mark):
    assert is_personal_number(f"811218{mark}9876")
    assert refused(["a", f"811218{mark}9876"])
    assert not refused(["a", f"811218{mark}9875"])


@pytest.mark.parametrize("mark", ["|", "*", "#", "'", " | ", "·", ";", "=="])
def test_any_sign_may_stand_in_a_cell_that_is_nothing_but_a_number(mark):
    assert refused(["a", f"811218{mark}9876"])[0].got == f"811218{mark}****"
    assert not refused(["a", f"811218{mark}9875"])
    assert not refused(["a", f"nr 811218{mark}9876 x"] if mark in "|*#'·;" else ["a"])


def test_digits_that_stand_apart_are_a_number_where_most_such_cells_are():
    assert refused(["81 12 18 98 76", "640823 - 32 34", "annat"])
    assert not refused(["070 123 45 67", "08-12 34 56 78", "073 987 65 43", "81 12 18 98 76"])


def test_a_refused_cell_is_masked_whatever_its_check_digit():
    (fault,) = refused(["8112189875", "8112189876"], name="personnummer")
    assert all("98" not in cell.got for cell in fault.cells)


def test_sums_and_amounts_with_four_decimals_are_no_numbers():
    assert not refused(["811218,9876", "12,5", "13,25"])


#: Enough digits to be looked at, too few to be a number: with it no column is passed over.
LOOKED_AT = "1 2 3 4 5 6 7 8 9"


def cells_like_numbers():
    signs = st.text(alphabet=" \n-/.+:x", max_size=2)
    digits = st.tuples(numbers(), signs, signs).map(lambda one: f"{one[0][:-4]}{one[1]}{one[0][-4:]}{one[2]}")
    return st.one_of(digits, st.text(alphabet="0123456789 -\n.", max_size=16), st.sampled_from(["ja", "811218 - 9876"]))


@given(st.lists(cells_like_numbers(), min_size=1, max_size=4))
def test_no_number_is_missed_where_a_whole_column_is_passed_over_at_once(cells):
    def found(values):
        return [(fault.row, fault.rows, fault.got) for fault in refused(values)]

    assert found(cells) == found([*cells, LOOKED_AT])
