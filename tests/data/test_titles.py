"""Which row holds the headings: titles are passed by where the rows prove it, else it is asked."""

import pandas as pd
import pyreadstat
import pytest

from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import read_table
from effektmatt.errors import InputFaults


def columns(read):
    return list(read.frame.columns), read.frame.index.tolist()


def test_a_title_and_the_day_of_printing_above_a_table(table):
    text = "Deltagarlista 2025;;;\nUtskriven:;2025-05-01;;\n;;;\nkod;enhet;timmar;klar\na1;Nord;7;ja\na2;Syd;8;nej\n"
    read = table(text)
    assert columns(read) == (["kod", "enhet", "timmar", "klar"], [5, 6])
    assert read.reading.left_out == {"title": 2}


def test_a_title_right_above_headings_is_told_by_the_numbers_below_them(table):
    assert columns(table("Sjukfrånvaro\nkod;dagar\na1;7\na2;12\n")) == (["kod", "dagar"], [3, 4])


def test_years_may_be_headings(table):
    text = "Andel som är nöjda, procent\n\nkommun;2023;2024\nOrust;71,5;74\nTjörn;68;70,5\n"
    assert columns(table(text))[0] == ["kommun", "2023", "2024"]


@pytest.mark.parametrize(
    "text",
    [
        "kod\na1;kvinna;Orust\na2;man;Tjörn\n",  # two headings forgotten, or a title?
        "Lista\nkod;kon;kommun\na1;kvinna;Orust\na2;man;Tjörn\n",  # a title, or one heading and a person?
        "Lista\n\nkod;kod;timmar\na1;b;3\na2;c;4\n",  # no two columns are called the same
        "Lista\n\na1;7;8\na2;9;10\n",  # no headings at all
    ],
)
def test_where_it_would_be_a_guess_the_key_is_named(faults, text):
    (fault,) = faults(text)
    assert (fault.code, fault.row) == ("title-above-header", 1)
    assert fault.details["candidate"] in {"2", "3"}


def test_the_plan_names_the_row_of_the_headings(table):
    text = "Lista\nkod;kon;kommun\na1;kvinna;Orust\na2;man;Tjörn\n"
    read = table(text, header_row=2)
    assert columns(read) == (["kod", "kon", "kommun"], [3, 4])
    assert read.reading.left_out == {"title": 1}


def test_a_row_of_headings_that_is_empty(faults):
    assert [(fault.code, fault.row) for fault in faults("kod;v1\n;\na;1\n", header_row=2)] == [("header-row-empty", 2)]
    assert [fault.code for fault in faults("kod;v1\na;1\n", header_row=9)] == ["header-row-empty"]


def test_a_skipped_row_is_no_title(table):
    read = table("Lista;;\nkod;kon;kommun\na1;kvinna;Orust\n", skip_rows=frozenset({1}))
    assert columns(read) == (["kod", "kon", "kommun"], [3])
    assert read.reading.left_out == {"skipped": 1}


TWO_ROWS = "Kommun;Antal;;Andel;\n;2023;2024;kvinnor;män\nOrust;3;4;0,5;0,5\nTjörn;5;6;0,4;0,6\n"


def test_headings_in_two_rows_are_told(faults):
    (fault,) = faults(TWO_ROWS)
    assert (fault.code, fault.row, fault.got) == ("headings-in-two-rows", 1, "2024")
    assert fault.details == {"letter": "C", "second": "2"}


def test_a_merged_heading_stands_above_the_row_that_the_plan_names(table):
    read = table(TWO_ROWS, header_row=2)
    assert columns(read) == (["Kommun", "2023", "2024", "kvinnor", "män"], [3, 4])


def test_a_single_column_has_no_title(table):
    assert columns(table("medel\n1,5\n2,5\n")) == (["medel"], [2, 3])


def test_a_plan_that_passes_over_every_row_is_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("kod;svar\na;1\nb;2\n", encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        read_table(path, shown_as="a.csv", how=HowToRead(skip_rows=(1, 2, 3)))
    assert [fault.code for fault in caught.value.faults] == ["file-empty"]


def test_no_row_of_a_file_that_names_its_columns_can_be_the_headings(tmp_path):
    path = tmp_path / "a.dta"
    pyreadstat.write_dta(pd.DataFrame({"kod": ["a", "b"], "v": [1, 2]}), path)
    with pytest.raises(InputFaults) as caught:
        read_table(path, shown_as="a.dta", how=HowToRead(header_row=1))
    assert [fault.code for fault in caught.value.faults] == ["header-row-not-chosen"]
