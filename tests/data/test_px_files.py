"""PC-Axis files: what a publisher's table says, as rows."""

import pytest

from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import read_table
from effektmatt.errors import InputFaults

HEAD = """CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="{page}";
LANGUAGE="sv";
LANGUAGES="sv","en";
TITLE="Antal efter region, kön och år; en titel som "
"står på två rader";
STUB="region","kön";
HEADING="år";
STUB[en]="region","sex";
HEADING[en]="year";
VALUES("region")="Orust","Tjörn, med "
"skärgård";
VALUES[en]("region")="Orust","Tjorn";
VALUES("kön")="totalt","kvinnor";
VALUES("år")="2023","2024";
CODES("region")="0180","1419";
TIMEVAL("år")=TLIST(A1,"2023","2024");
ELIMINATION("kön")="totalt";
NOTE("region")="Gränserna ändrades; se www.exempel.se.";
"""


@pytest.fixture
def read(tmp_path):
    """Write a file, with what follows upon the common head, and read it."""

    def reading(ending, *, page="iso-8859-15", head=HEAD, encoding=None):
        path = tmp_path / "tabell.px"
        path.write_bytes((head.format(page=page) + ending).encode(encoding or page))
        return read_table(path, shown_as="tabell.px", how=HowToRead())

    return reading


def values(table):
    return table.frame["value"].tolist()


PLAIN = 'DATA=\n10 11.5\n"-" ".."\n-5 0\n"." 1;\n'


def test_every_value_is_a_row_with_its_labels_and_codes(read):
    table = read(PLAIN)
    assert list(table.frame.columns) == ["region", "region (kod)", "kön", "år", "value"]
    assert table.frame.iloc[0].tolist() == ["Orust", "0180", "totalt", "2023", "10"]
    assert table.frame.iloc[-1].tolist() == ["Tjörn, med skärgård", "1419", "kvinnor", "2024", "1"]
    assert (table.reading.format, table.reading.encoding, table.reading.rows) == ("px", None, 8)


def test_a_dash_is_nought_and_other_signs_stay(read):
    assert values(read(PLAIN)) == ["10", "11.5", "0", "..", "-5", "0", ".", "1"]


def test_the_total_is_known(read):
    known = read(PLAIN).known
    assert (known["kön"].total, known["region"].total) == ("totalt", None)
    assert list(known["region"].answers) == ["Orust", "Tjörn, med skärgård"]


@pytest.mark.parametrize(
    ("page", "encoding"), [("iso-8859-1", None), ("utf-8", None), ("utf-8", "cp1252"), ("okänd", "utf-8")]
)
def test_the_code_page_is_the_one_that_is_stated_where_that_is_true(read, page, encoding):
    assert read(PLAIN, page=page, encoding=encoding).frame["region"].iloc[-1] == "Tjörn, med skärgård"


def test_without_a_character_set_the_file_is_one_of_dos(read):
    head = HEAD.split("\n", 1)[1].replace('CODEPAGE="{page}";\n', "")
    assert read(PLAIN, head=head, encoding="cp850").frame["region"].iloc[-1] == "Tjörn, med skärgård"


@pytest.mark.parametrize("keys", ["CODES", "VALUES"])
def test_rows_that_keys_leave_out_are_nought(read, keys):
    region = {"CODES": "1419", "VALUES": "Tjörn, med skärgård"}[keys]
    ending = f'KEYS("region")={keys};\nKEYS("kön")=VALUES;\nDATA=\n"{region}","kvinnor",7 8;\n'
    table = read(ending)
    assert values(table) == ["0"] * 6 + ["7", "8"]


def test_years_may_be_told_by_the_first_and_the_last(read):
    head = HEAD.replace('VALUES("år")="2023","2024";\n', "").replace(
        'TLIST(A1,"2023","2024")', 'TLIST(A1,"2023"-"2024")'
    )
    assert read(PLAIN, head=head).frame["år"].tolist()[:2] == ["2023", "2024"]


@pytest.mark.parametrize(
    ("ending", "got"),
    [
        ("DATA=\n1 2 3;", "3 ≠ 8"),
        ("", "DATA"),
        ('KEYS("region")=CODES;\nDATA=\n"9999",1 2 3 4;', "KEYS: 9999"),
        ('KEYS("region")=CODES;\nDATA=\n"0180",1 2 3;', "KEYS"),
        ('CODES("kön")="1";\n' + PLAIN, "kön"),
    ],
)
def test_what_does_not_fit_together_is_told(read, ending, got):
    with pytest.raises(InputFaults) as caught:
        read(ending)
    assert [(fault.code, fault.got) for fault in caught.value.faults] == [("px-damaged", got)]
