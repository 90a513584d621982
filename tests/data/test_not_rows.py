"""Rows that are none are left out where the file proves it, and counted; what looks like one is asked about."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.headings import headed
from effektmatt.data.not_rows import told_apart
from effektmatt.data.raw_tables import HowToRead, RawTable
from effektmatt.data.reading import read_table
from effektmatt.errors import InputFaults

HEAD = "enhet;antal;timmar\n"
ROWS = "Nord;3;7,5\nSyd;4;2,5\nÖst;5;5\n"


def left_out(read):
    return dict(read.reading.out_rows)


@pytest.mark.parametrize(
    "last",
    [
        "Summa;12;15",
        "Totalt:;12;15,0",
        "TOTAL;12;",
        "Summa enheter;12;15",
        "Medelvärde;4;5",
        "Genomsnitt;4,0;5",
        "Summa;;",
    ],
)
def test_a_row_called_a_sum_that_is_one(table, last):
    read = table(f"{HEAD}{ROWS}{last}\n")
    assert left_out(read) == {"sum": "5"}
    assert (read.reading.rows, read.reading.left_out) == (3, {"sum": 1})


def test_sums_of_parts_and_of_all(table):
    text = f"{HEAD}{ROWS}Delsumma;12;15\nVäst;1;1\nCentrum;2;2\nDelsumma;3;3\nTotalt;15;18\n"
    assert left_out(table(text)) == {"sum": "5, 8–9"}


def test_a_total_may_stand_first(table):
    assert left_out(table(f"{HEAD}Totalt;12;15\n{ROWS}")) == {"sum": "2"}


def test_a_share_beside_a_sum_need_not_add_up(table):
    text = "enhet;antal;klara\nNord;30;90 %\nSyd;10;50 %\nSumma;40;80 %\n"
    assert left_out(table(text)) == {"sum": "4"}


def test_how_many_codes_there_are_may_stand_in_a_row_of_sums(table):
    assert left_out(table("nr;kod;timmar\n1;a;3\n2;b;4\n3;c;5\nSumma;3;12\n")) == {"sum": "5"}


def test_numbers_that_are_no_sum_are_asked_about(faults):
    (fault,) = faults(f"{HEAD}{ROWS}Totalt;13;15\n")
    assert (fault.code, fault.row, fault.got) == ("row-may-be-sum", 5, "Totalt")


def test_numbers_called_sums_twice_are_asked_about_both_times(faults):
    found = faults(f"{HEAD}{ROWS}Summa;13;15\nVäst;1;1\nSumma;2;2\n")
    assert [(fault.code, fault.row) for fault in found] == [("row-may-be-sum", 5), ("row-may-be-sum", 7)]


def test_the_plan_settles_what_is_asked(table):
    text = f"{HEAD}{ROWS}Totalt;13;15\n"
    assert table(text, keep_rows=frozenset({5})).reading.rows == 4
    skipped = table(text, skip_rows=frozenset({5}))
    assert left_out(skipped) == {"skipped": "5"}
    assert table(f"{HEAD}{ROWS}Summa;12;15\n", keep_rows=frozenset({5})).reading.rows == 4


def test_rows_of_the_plan_that_are_not_there(faults):
    (fault,) = faults(f"{HEAD}{ROWS}", skip_rows=frozenset({45, 46}))
    assert (fault.code, fault.got, fault.details["last"]) == ("rows-not-there", "45–46", "4")


@pytest.mark.parametrize(
    "text",
    [
        "svar;antal;timmar\nLåg;3;7\nMedel;4;2\nHög;5;5\n",  # an answer in the middle
        "svar;antal;timmar\nLåg;1;2\nMedel;2;3\nHög;3;4\n",  # and its numbers are the mean of the others
        "kon;ar;antal\nTotalt;2023;10\nkvinnor;2023;6\nTotalt;2024;13\nkvinnor;2024;7\n",  # a value of a table
        "betyg;v1;v2\nTotal;ja;nej\nja;ja;nej\n",  # words, no numbers
        "kod;v1;v2\na;1;2\nb;2;2\n;1;2\n",  # an answer without a code
        "kod;v1;v2\na;0;1\nb;1;0\nc;0;0\n;1;1\n",  # ones and noughts that add up
        "Total\n3\n4\n7\n",  # one column
    ],
)
def test_genuine_rows_are_kept(table, text):
    assert left_out(table(text)) == {}


def test_sums_without_a_name_are_asked_about(faults):
    (fault,) = faults(f"{HEAD}{ROWS};12;15\n")
    assert (fault.code, fault.row, fault.got) == ("row-may-be-sum", 5, "12")


@pytest.mark.parametrize(
    "note", ["Källa: egen räkning", "* preliminära tal", "Not. Öst saknar juli", "Source: own count", "1) utom juli"]
)
def test_a_source_or_a_remark_below_the_table(table, note):
    assert left_out(table(f"{HEAD}{ROWS}{note};;\n")) == {"footnote": "5"}


def test_a_sentence_below_an_empty_row(table):
    read = table(f"{HEAD}{ROWS};;\nTabellen visar läget i maj;;\nUttag ur systemet Heroma;;\n")
    assert left_out(read) == {"footnote": "6–7"}
    assert (read.reading.rows, read.reading.empty_rows) == (3, 1)


def test_a_word_below_an_empty_row_is_asked_about(faults):
    (fault,) = faults("kod;antal\n1;3\n2;4\n;\npreliminära uppgifter;\n")
    assert (fault.code, fault.row, fault.got) == ("row-may-be-footnote", 5, "preliminära uppgifter")


def test_a_separator_in_a_source_does_not_make_it_a_row(table):
    assert left_out(table("kod;v1\na;1\nb;2\nKälla: egen räkning; uttag 2025\n")) == {"footnote": "4"}


def test_how_many_rows_there_are_below_a_column_of_times_is_asked_about(faults):
    (fault,) = faults("tid;vem\n2025-01-01 10:00;u1\n2025-01-02 10:00;u2\n\n2 rader\n")
    assert (fault.code, fault.row) == ("row-may-be-footnote", 5)


def test_somebody_who_only_wrote_a_comment_is_not_dropped_in_silence(faults):
    (fault,) = faults("kod;v1;kommentar\na;1;\nb;2;\n;;\n;;Detta var en bra kurs tycker jag\n")
    assert (fault.code, fault.row) == ("row-may-be-footnote", 5)


def test_a_code_alone_below_an_empty_row_is_somebody(table):
    assert left_out(table("kod;v1;v2\na1;1;2\na2;2;3\n;;\na3;;\n")) == {}


def test_pages_put_together(table):
    text = f"{HEAD}{ROWS}Sida 1 av 2;;\nEnhet ;Antal;Timmar\nVäst;1;1\nSida 2 av 2;;\n"
    assert left_out(table(text)) == {"repeated-heading": "6", "page": "5, 8"}


def test_a_format_that_people_do_not_write_by_hand_has_data_alone():
    rows = [["enhet", "antal"], ["Nord", "3"], ["Syd", "4"], ["Summa", "7"]]
    found = headed(RawTable(rows=rows, format="sqlite"), HowToRead())
    assert found is not None
    assert len(found.data) == 3


def test_an_identity_number_in_a_row_that_is_left_out_is_refused_all_the_same(faults):
    text = f"{HEAD}{ROWS}Källa: 811218-9876;;\n"
    assert "personal-number" in [fault.code for fault in faults(text)]


WORDS = st.text(alphabet="abcdefåäö", min_size=1, max_size=6)


@st.composite
def sheets(draw):
    """Return the rows of a sheet as people fill them in, and how many of them are rows of data."""
    n = draw(st.integers(2, 12))
    data = [[f"enhet {i}", str(draw(st.integers(1, 90))), str(draw(st.integers(1, 90)))] for i in range(n)]
    rows: list[list[str]] = [[title] for title in draw(st.lists(WORDS, max_size=2))]
    rows += [[]] if rows else []
    rows.append(["enhet", "antal", "dagar"])
    for row in data:
        rows += [[]] * draw(st.integers(0, 1)) + [row]
    if draw(st.booleans()):
        rows.append(["Summa", *(str(sum(int(row[place]) for row in data)) for place in (1, 2))])
    if draw(st.booleans()):
        rows += [[], ["Källa: " + draw(WORDS)]]
    return rows, n


@given(sheets())
def test_rows_read_are_those_used_and_those_left_out(sheet):
    rows, n = sheet
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows([[*row, *[""] * (3 - len(row))] for row in rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_text(stream.getvalue(), encoding="utf-8")
        reading = read_table(path, shown_as="t.csv").reading
    assert reading.rows == n
    below = len(rows) - reading.header_row
    named = sum(reading.left_out.values()) - reading.left_out.get("title", 0)
    assert below == reading.rows + reading.empty_rows + named


@given(st.lists(st.lists(st.sampled_from(["", "1", "2", "Summa", "a b", "2025-01-01"]), min_size=1, max_size=4)))
def test_whatever_stands_in_a_file_no_row_is_lost(rows):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows([["kod", "v1", "v2", "v3"], ["a", "1", "2", "1"], *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_text(stream.getvalue(), encoding="utf-8")
        try:
            reading = read_table(path, shown_as="t.csv").reading
        except InputFaults:
            return
    assert len(rows) + 1 == reading.rows + reading.empty_rows + sum(reading.left_out.values())


@pytest.mark.parametrize(
    "rows",
    [
        [["Kommunal medfinansiering", "500"], ["Medel från ESF", "500"]],
        [["Hyra", "500"], ["Total entreprenad", "500"], ["Lön", "300"]],
        [["Total fitness", "2"], ["Yoga", "2"], ["Total fitness", "2"]],
    ],
)
def test_a_name_that_begins_as_a_sum_does_is_a_row(rows):
    assert told_apart(["post", "belopp"], list(enumerate(rows, start=2)), None).left_out == {}


def test_a_sum_whose_formula_nobody_has_calculated_is_a_sum():
    rows = [(2, ["A1", "3"]), (3, ["A2", "4"]), (4, ["Summa", "=SUM(B2:B3)"])]
    assert told_apart(["nr", "dagar"], rows, None).left_out == {"sum": (4,)}


@pytest.mark.parametrize(
    ("label", "numbers", "unclear"),
    [
        ("Genomsnitt", ["61,0", "64,2"], True),
        ("Genomsnitt alla kommuner", ["61,0", "64,2"], True),
        ("Genomsnitt", ["90,0", "64,2"], False),
        ("Genomsnitt alla kommuner", ["90,0", "64,2"], True),
        ("Medel", ["", ""], False),
    ],
)
def test_a_last_row_that_may_be_the_mean_of_unequal_parts_is_asked_about(label, numbers, unclear):
    rows = [(2, ["Orust", "54,4", "62,0"]), (3, ["Ale", "70,1", "61,0"]), (4, ["Lerum", "61,5", "70,9"])]
    found = told_apart(["Kommun", "2023", "2024"], [*rows, (5, [label, *numbers])], ",")
    assert dict(found.unclear) == ({5: "sum"} if unclear else {})


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize(
    ("label", "asked"),
    [("Riket (ovägt medel)", True), ("Riksgenomsnitt", True), ("Alla kommuner (medel)", True), ("Riket", False)],
)
def test_a_published_mean_of_units_is_asked_about_above_or_below_them(label, asked, first):
    units = [["Orust", "54,4"], ["Ale", "70,1"], ["Lerum", "61,5"]]
    mean = [label, "63,0"]
    rows = list(enumerate([mean, *units] if first else [*units, mean], start=2))
    assert dict(told_apart(["Kommun", "2024"], rows, ",").unclear) == ({2 if first else 5: "sum"} if asked else {})


@pytest.mark.parametrize(("label", "asked"), [("Genomsnitt", True), ("Medel", True), ("Livsmedel", False)])
def test_the_mean_of_two_rows_is_asked_about(label, asked):
    rows = [(2, ["Orust", "54"]), (3, ["Ale", "70"]), (4, [label, "62"])]
    assert dict(told_apart(["Kommun", "2024"], rows, ",").unclear) == ({4: "sum"} if asked else {})
