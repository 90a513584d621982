"""What tells who somebody is must never name a group; what names units must still."""

import narwhals as nw
import pandas as pd
import pytest

from effektmatt.data.identifying import identified


def of(column, cells):
    return identified(column, nw.from_native(pd.Series(cells), series_only=True))


@pytest.mark.parametrize(
    ("column", "cells", "why"),
    [
        ("svarskod", [f"ab{place:03}" for place in range(40)], "nearly-unique"),
        ("kommentar", ["bra", "för långt", "tack", "lite kort", None, None, None], "nearly-unique"),
        ("kontakt", ["Växjö", "Växjö", "Växjö", "lisa@exempel.se"], "mail"),
        ("telefon", ["070-123 45 67", "+46 8 123 45 67", "0731234567"] * 4, "telephone"),
        ("Förnamn", ["Eva", "Ali", "Bo", "Siv", "Ida"] * 9, "names"),
        ("first_name", ["Eva", "Ali", "Bo", "Siv", "Ida"] * 9, "names"),
        ("övrigt", ["Jag tyckte att kursen var bra men att lokalen var för liten"] * 9 + ["nej"] * 9, "texts"),
    ],
)
def test_columns_that_tell_who_somebody_is(column, cells, why):
    found = of(column, cells)
    assert found is not None
    assert found.why == why
    assert found.can_be_units == (why != "mail")


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("kommun", ["Växjö", "Alvesta", "Tingsryd", "Markaryd"] * 3),
        ("kön", ["kvinna", "man", None, "kvinna"]),
        ("avdelningsnamn", [f"Avdelning {place % 9}" for place in range(45)]),
        ("ålder", ["18-24", "25-34", "35-44", "45-54", "55-64", "65-"] * 2),
        ("enhetsnummer", ["01234567", "11234567", "21234567"] * 9),
        ("tom", [None, None, ""]),
    ],
)
def test_columns_of_units_and_properties(column, cells):
    assert of(column, cells) is None


def test_the_same_name_in_other_letters_is_one():
    assert of("enhet", ["Norr", "norr", "NORR ", "Norr."] * 1) is None
