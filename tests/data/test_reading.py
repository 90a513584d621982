"""From bytes to a table of text cells: round trips, and every way in which a file is no table."""

import csv
import hashlib
import io
import tempfile
from dataclasses import FrozenInstanceError
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.reading import read_table
from effektmatt.errors import InputFaults

REFERENCE = Path(__file__).parents[1] / "reference" / "09-isleofman-planning"

SEPARATORS = st.sampled_from([";", ",", "\t", "|"])
#: Letters that every encoding here holds, and everything that makes a separator hard to see.
CELLS = st.text(alphabet="abcåäöÅÄÖé019 ;,|\t\"'.-\n", max_size=12)
NAMES = st.text(alphabet="abcdefgåäö_", min_size=1, max_size=8)


def stripped(cell: str) -> str | None:
    return cell.strip() or None


@st.composite
def written_tables(draw):
    """Return names, rows and the bytes of a table as some program may write it."""
    names = draw(st.lists(NAMES, min_size=2, max_size=5, unique=True))
    rows = draw(st.lists(st.lists(CELLS, min_size=len(names), max_size=len(names)), min_size=1, max_size=8))
    separator = draw(SEPARATORS)
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    stream = io.StringIO(newline="")
    writer = csv.writer(
        stream, delimiter=separator, quoting=quoting, lineterminator=draw(st.sampled_from(["\n", "\r\n"]))
    )
    writer.writerows([names, *rows])
    return names, rows, separator, stream.getvalue().encode(encoding)


@given(written_tables())
def test_a_written_table_is_read_back_cell_by_cell(written):
    names, rows, separator, content = written
    kept = {number: row for number, row in enumerate(rows, start=2) if any(stripped(cell) for cell in row)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(content)
        if not kept:
            with pytest.raises(InputFaults):
                read_table(path, shown_as="t.csv")
            return
        table = read_table(path, shown_as="t.csv")
    assert table.reading.separator == separator
    assert list(table.frame.columns) == names
    assert table.frame.index.tolist() == list(kept)
    assert table.reading.empty_rows == len(rows) - len(kept)
    cells = [[None if pd.isna(cell) else cell for cell in row] for row in table.frame.to_numpy().tolist()]
    assert cells == [[stripped(cell) for cell in row] for row in kept.values()]


def rows_or_faults(path):
    try:
        table = read_table(path, shown_as=path.name)
    except InputFaults as found:
        return len(found.faults)
    assert table.reading.rows == len(table.frame)
    return table.reading.rows


@given(st.binary(max_size=80) | st.text(alphabet=';,\t|"\n\r åa1.9-', max_size=80).map(str.encode))
def test_whatever_a_file_holds_it_is_read_or_told_of(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(content)
        assert rows_or_faults(path) > 0


@given(
    numbers=st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 99)), min_size=1, max_size=20),
    mark=st.sampled_from([",", "."]),
    separator=st.sampled_from([";", "\t", "|"]),
)
def test_the_decimal_mark_is_found_beside_any_separator(numbers, mark, separator):
    lines = [f"kod{separator}medel"] + [
        f"{number:03d}{separator}{whole}{mark}{part:02d}" for number, (whole, part) in enumerate(numbers)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        reading = read_table(path, shown_as="t.csv").reading
    assert (reading.separator, reading.decimal) == (separator, mark)


def test_decimal_commas_do_not_pass_for_separators(table):
    read = table("kod;a;b;c\n007;1,5;2,5;3,5\n012;1,0;2,25;3,75\n")
    assert read.reading.separator == ";"
    assert read.frame["kod"].tolist() == ["007", "012"]
    assert read.frame["a"].tolist() == ["1,5", "1,0"]


def test_a_single_column_of_decimal_commas_has_no_separator(table):
    read = table("medel\n1,5\n2,5\n3,0\n")
    assert read.reading.separator is None
    assert read.reading.decimal == ","
    assert read.frame["medel"].tolist() == ["1,5", "2,5", "3,0"]


def test_a_reading_states_all_that_a_report_must_say(table):
    content = "\ufeffkod;år\r\n007;2013\r\n;\r\n\r\n".encode()
    reading = table(content).reading
    assert (reading.file, reading.format, reading.encoding, reading.bom) == ("svar.csv", "csv", "utf-8", True)
    assert (reading.separator, reading.decimal, reading.sheet) == (";", None, None)
    assert (reading.rows, reading.empty_rows, reading.columns) == (1, 2, ("kod", "år"))
    assert (reading.sha256, reading.bytes) == (hashlib.sha256(content).hexdigest(), len(content))
    with pytest.raises(FrozenInstanceError):
        reading.rows = 2


def test_rows_are_numbered_as_a_spreadsheet_shows_them(table):
    """An empty line is a row of its own; a cell of several lines is not several rows."""
    read = table('kod;fritext\na;"två\nrader"\n\nb;en\n')
    assert read.frame.index.tolist() == [2, 4]
    assert read.frame.loc[2, "fritext"] == "två\nrader"


def test_empty_lines_above_the_header_are_counted_too(table):
    read = table("\n\nkod;v1\na;1\n")
    assert read.frame.index.tolist() == [4]
    assert read.reading.empty_rows == 0


def test_the_line_that_tells_excel_the_separator_is_no_row(table):
    read = table("sep=,\r\nkod,v1\r\na,1\r\n")
    assert read.reading.separator == ","
    assert read.frame.index.tolist() == [2]


def test_short_rows_are_filled_with_missing_cells_and_trailing_separators_do_no_harm(table):
    read = table("kod;v1;v2;\na;1\nb;;3;;\n")
    assert list(read.frame.columns) == ["kod", "v1", "v2"]
    assert read.frame.isna().to_numpy().tolist() == [[False, False, True], [False, True, False]]


def test_a_name_of_several_lines_becomes_one(table):
    assert list(table('"Fråga 1:\n Trygg\u00a0i rollen";b\n1;2\n').frame.columns) == ["Fråga 1: Trygg i rollen", "b"]


def test_nothing_is_guessed_about_cells(table):
    frame = table("a;b;c;d\n007;NA;TRUE;1e5\n").frame
    assert frame.loc[2].tolist() == ["007", "NA", "TRUE", "1e5"]


def test_windows_text_with_swedish_letters(table):
    read = table("kön;ort\nman;Åmål\nkvinna;Ödeshög – östra\n".encode("cp1252"))
    assert read.reading.encoding == "cp1252"
    assert read.frame["ort"].tolist() == ["Åmål", "Ödeshög – östra"]


def test_a_real_file_with_57_empty_rows_at_its_end(table):
    read = table((REFERENCE / "decisions_2023.csv").read_bytes())
    assert (read.reading.rows, read.reading.empty_rows) == (1387, 57)
    assert read.frame.index.max() == 1388


def test_a_missing_file_is_told_with_its_nearest_neighbour(tmp_path):
    (tmp_path / "deltagare.csv").write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(InputFaults) as raised:
        read_table(tmp_path / "deltagara.csv", shown_as="data/deltagara.csv")
    (fault,) = raised.value.faults
    assert (fault.code, fault.file, fault.nearest) == ("file-missing", "data/deltagara.csv", "deltagare.csv")


def test_a_missing_folder_has_no_neighbours(tmp_path):
    with pytest.raises(InputFaults) as raised:
        read_table(tmp_path / "ingen" / "a.csv", shown_as="ingen/a.csv")
    assert raised.value.faults[0].nearest is None


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(InputFaults) as raised:
        read_table(tmp_path, shown_as="data")
    assert raised.value.faults[0].code == "file-is-folder"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b";;\n;;\n"])
def test_an_empty_file(faults, content):
    assert [fault.code for fault in faults(content)] == ["file-empty"]


def test_a_header_without_data(faults):
    (fault,) = faults("kod;v1\n;\n")
    assert (fault.code, fault.row) == ("file-header-only", 1)


def test_a_title_above_the_header_is_passed_by_and_counted(table):
    read = table("Enkät våren 2013\n\nkod;v1;v2\na;1;2\nb;2;3\n")
    assert list(read.frame.columns) == ["kod", "v1", "v2"]
    assert (read.reading.header_row, read.reading.left_out, read.reading.out_rows) == (3, {"title": 1}, {"title": "1"})
    assert (read.reading.rows, read.reading.empty_rows) == (2, 0)


def test_repeated_names_are_told_by_their_letters(faults):
    (fault,) = faults("kod;v1;v2;v1\na;1;2;3\n")
    assert (fault.code, fault.column, fault.details["letters"], fault.details["times"]) == (
        "column-repeated",
        "v1",
        "B, D",
        2,
    )


def test_unnamed_columns_that_hold_data(faults):
    (fault,) = faults("kod;;v2\na;;2\nb;x;2\nc;y;3\n")
    assert (fault.code, fault.row, fault.got, fault.rows) == ("column-unnamed", 3, "x", 2)
    assert fault.details == {"letter": "B", "where": "3–4"}


def test_an_unnamed_column_without_data_is_no_column(table):
    assert list(table("kod;;v2\na;;2\n").frame.columns) == ["kod", "v2"]


def test_all_rows_with_more_cells_than_the_header_are_listed(faults):
    (fault,) = faults("kod;v1\na;1\nb;1;extra\nc;1\nd;1;x;y\ne;1;z\n")
    assert (fault.code, fault.row, fault.got, fault.rows) == ("row-too-long", 3, "extra", 3)
    assert fault.details == {"columns": 2, "where": "3, 5–6"}


def test_several_faults_are_told_at_once(faults):
    found = faults("kod;v1;v1;\na;1;2;3\nb;811218-9876;;;x\n")
    assert [fault.code for fault in found] == ["column-repeated", "column-unnamed", "row-too-long"]


def test_a_sheet_is_asked_of_a_text_file(faults):
    (fault,) = faults("a;b\n1;2\n", sheet="Blad1")
    assert (fault.code, fault.got) == ("sheet-in-text-file", "Blad1")


def test_no_fault_quotes_a_personal_identity_number(faults):
    for fault in faults("kod;namn;namn\na;Eva;811218-9876\nb;Per;x;19811218-9876\n"):
        assert "9876" not in repr(fault)


def test_a_file_that_may_not_be_opened(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.csv").write_text("a\n1\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputFaults) as raised:
        read_table(tmp_path / "a.csv", shown_as="a.csv")
    (fault,) = raised.value.faults
    assert (fault.code, fault.got) == ("file-unreadable", "Permission denied")


def test_a_file_name_that_no_system_takes_is_a_fault(tmp_path):
    with pytest.raises(InputFaults) as error:
        read_table(tmp_path / ("å" * 300), shown_as="lång")
    assert [fault.code for fault in error.value.faults] == ["file-unreadable"]
