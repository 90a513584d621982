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
        ("kommentar", ["bra", "för långt", "tack", "lite kort", None, None, None], "texts"),
        ("kontakt", ["Växjö", "Växjö", "Växjö", "lisa@exempel.se"], "mail"),
        ("telefon", ["070-123 45 67", "+46 8 123 45 67", "0731234567"] * 4, "telephone"),
        ("Förnamn", ["Eva", "Ali", "Bo", "Siv", "Ida"] * 9, "names"),
        ("first_name", ["Eva", "Ali", "Bo", "Siv", "Ida"] * 9, "names"),
        ("ansvarig", ["Eva Lind", "Bo Ek", "Mohamed Ali", "Anna-Karin von Essen"] * 15, "names"),
        ("grupp", ["Karin Svensson", "Per Olsson"] * 15, "names"),
        ("grupp", ["Lind, Eva", "Ek, Johan", "Warsame, Amina"] * 15, "names"),
        ("handledare", ["Aisha Warsame", "Bjarne Ek"] * 15, "names"),
        ("vem", ["Eva", "Ali", "Siv"] * 15, "names"),
        ("enhet", ["Zoltan Szekely", "Ngozi Adeyemi", "Eva Lind", "Tuomas Rautio"] * 15, "names"),
        ("vad tyckte du?", ["Bra kurs för mig.", "Jag lärde mig mycket!", "nej"] * 15, "texts"),
        ("kommentar", ["mycket bra", "tack", "lite kort"] * 15, "texts"),
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
        ("skola", ["Anna Whitlocks gymnasium", "Norra Real", "Kungsholmens gymnasium", "Östra Real"] * 9),
        ("klinik", ["Eva-kliniken", "Sankt Görans sjukhus", "Maria Beroendecentrum", "Vårdcentralen Lunden"] * 9),
        ("kommun", ["Upplands Väsby", "Östra Göinge", "Lilla Edet", "Malung-Sälen"] * 9),
        ("område", ["Norra Djurgården", "Stora Essingen", "Gamla Stan", "Södra Hammarbyhamnen"] * 9),
        ("område", ["Norra Hisingen", "Karl Johan", "Västra Frölunda", "Lundby"] * 9),
        ("department", ["Human Resources", "Public Health", "Social Services"] * 9),
        ("gata", ["Karl Johans gata", "Sven Hultins gata", "Per Dubbsgatan", "Anders Carlssons gata"] * 9),
        ("handledare", ["Grupp A", "Grupp B", "Ingen"] * 9),
        ("avdelning", ["Vård och omsorg", "Barn och utbildning", "Teknik och fritid"] * 9),
        ("ort", ["Ale", "Orust", "Tjörn", "Vara", "Bo"] * 9),
        ("svar", ["Ja, hela tiden", "Nej, inte alls", "Vet inte"] * 9),
        ("arbete", ["Jag arbetar heltid", "Jag arbetar deltid"] * 9),
        ("kommentar", ["ja", "nej"] * 9),
        ("förskola", ["Vargen", "Björnen", "Räven"] * 9),
        ("tom", [None, None, ""]),
    ],
)
def test_columns_of_units_and_properties(column, cells):
    assert of(column, cells) is None


def test_the_same_name_in_other_letters_is_one():
    assert of("enhet", ["Norr", "norr", "NORR ", "Norr."] * 1) is None
