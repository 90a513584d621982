"""Excel workbooks, made here with openpyxl."""

import datetime as dt
import io
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.reading import read_table
from effektmatt.errors import InputFaults


def workbook(rows: list[list[Any]], *, title: str = "Svar", others: dict[str, list[list[Any]]] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, cells in (others or {}).items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read_cells(table, *cells: Any) -> list[Any]:
    """Read cells that stand below each other, with a text beside them so that no row is empty."""
    frame = table(workbook([["a", "b"], *([cell, "x"] for cell in cells)]), name="a.xlsx").frame
    return [None if pd.isna(cell) else cell for cell in frame["a"].tolist()]


def test_cells_become_the_text_that_a_person_would_write(table):
    dates = read_cells(table, dt.date(2013, 1, 31), dt.datetime(2013, 1, 31, 10, 30), dt.time(9, 5))
    assert dates == ["2013-01-31", "2013-01-31 10:30:00", "09:05:00"]
    assert read_cells(table, 3, 3.0, 12345678901, "007", " å ", None) == ["3", "3", "12345678901", "007", "å", None]
    assert read_cells(table, True, False) == ["true", "false"]
    assert read_cells(table, dt.timedelta(hours=30, minutes=5)) == ["30:05:00"]


def test_dates_since_1904_are_read_as_excel_shows_them(table):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in (["dag"], [dt.date(2024, 1, 31)], [dt.datetime(2024, 1, 31, 10, 30)]):
        book.active.append(row)
    assert table(saved(book), name="a.xlsx").frame["dag"].tolist() == ["2024-01-31", "2024-01-31 10:30:00"]


def shown(cells: list[tuple[Any, str]]) -> bytes:
    """Make a sheet of one column of cells with the format that each is shown in."""
    book = openpyxl.Workbook()
    book.active.append(["andel"])
    for row, (cell, number_format) in enumerate(cells, start=2):
        book.active.cell(row, 1, cell).number_format = number_format
    return saved(book)


def test_what_is_shown_in_per_cent_is_read_as_it_is_shown(table):
    content = shown([(0.72, "0%"), (0.07, "0.0 %"), (0.615, "[Red]0.0%;-0.0%"), (1, "0.00%"), (75, "General")])
    assert table(content, name="a.xlsx").frame["andel"].tolist() == ["72 %", "7 %", "61.5 %", "100 %", "75"]


def test_a_sign_of_per_cent_that_is_only_written_out_changes_no_number(table):
    content = shown([(61.5, '0.0" %"'), (62, r"0\%"), (dt.date(2024, 1, 31), 'yyyy-mm-dd" 100%"')])
    assert table(content, name="a.xlsx").frame["andel"].tolist() == ["61.5", "62", "2024-01-31"]


def test_text_in_per_cent_decides_the_decimal_mark_of_a_sheet(table):
    content = shown([("61,5 %", "General"), (0.605, "0.0%"), (60.25, "General")])
    read = table(content, name="a.xlsx")
    assert read.frame["andel"].tolist() == ["61,5 %", "60,5 %", "60,25"]
    assert read.reading.decimal == ","


def test_a_sheet_that_reaches_too_far_is_refused_before_it_is_read(faults, monkeypatch):
    book = openpyxl.Workbook()
    book.active["A1"] = "kod"
    book.active["B1000"] = 1
    monkeypatch.setattr("effektmatt.data.sheet_facts.MOST_CELLS", 1999)
    (fault,) = faults(saved(book), name="a.xlsx")
    assert (fault.code, dict(fault.details)) == ("workbook-too-large", {"of": "cells", "size": 2000, "most": 1999})


def test_a_workbook_that_is_too_large_when_it_is_unpacked_is_refused(faults, monkeypatch):
    monkeypatch.setattr("effektmatt.data.sheet_facts.MOST_BYTES", 1000)
    (fault,) = faults(workbook([["kod"], ["a"]]), name="a.xlsx")
    assert (fault.code, fault.details["of"]) == ("workbook-too-large", "megabytes")


def test_a_sheet_has_one_decimal_mark(table):
    assert read_cells(table, 1.5, 0.25) == ["1.5", "0.25"]
    assert read_cells(table, 1.5, "2,75", 1000.125) == ["1,5", "2,75", "1000,125"]


def test_a_number_with_three_decimals_is_not_thousands(table):
    read = table(workbook([["a"], [1.234]]), name="a.xlsx")
    assert (read.frame["a"].tolist(), read.reading.decimal) == (["1.234"], ".")


def test_the_reading_of_a_workbook(table):
    reading = table(workbook([["kod", "år"], ["a", 2013], [], [None, None], ["b", 2014]]), name="a.xlsx").reading
    assert (reading.format, reading.sheet, reading.encoding, reading.separator) == ("xlsx", "Svar", None, None)
    assert (reading.rows, reading.empty_rows, reading.columns) == (2, 2, ("kod", "år"))


def test_rows_are_numbered_from_the_top_of_the_sheet(table):
    assert table(workbook([[], [None, "kod", "n"], [], [None, "a", 1]]), name="a.xlsx").frame.index.tolist() == [4]


def test_empty_sheets_are_not_in_the_way(table):
    content = workbook([["kod"], ["a"]], others={"Blad2": [], "Blad3": []})
    assert table(content, name="a.xlsx").reading.sheet == "Svar"


def test_a_hidden_sheet_is_read_only_by_name(table):
    book = openpyxl.Workbook()
    book.active.append(["kod"])
    book.active.append(["a"])
    hidden = book.create_sheet("Nyckel")
    hidden.append(["kod"])
    hidden.append(["b"])
    hidden.sheet_state = "hidden"
    assert table(saved(book), name="a.xlsx").frame["kod"].tolist() == ["a"]
    assert table(saved(book), name="a.xlsx", sheet="Nyckel").frame["kod"].tolist() == ["b"]


def test_several_filled_sheets_must_be_chosen_from(faults, table):
    content = workbook([["kod"], ["a"]], others={"Efter": [["kod"], ["b"]]})
    (fault,) = faults(content, name="a.xlsx")
    assert (fault.code, fault.expected) == ("sheet-unclear", ("Svar", "Efter"))
    assert table(content, name="a.xlsx", sheet="Efter").frame["kod"].tolist() == ["b"]


def test_a_misspelt_sheet(faults):
    (fault,) = faults(workbook([["kod"], ["a"]], others={"Efter": []}), name="a.xlsx", sheet="Eftr")
    assert (fault.code, fault.got, fault.nearest, fault.expected) == (
        "sheet-missing",
        "Eftr",
        "Efter",
        ("Svar", "Efter"),
    )


def test_a_chart_is_no_sheet_of_cells(faults):
    book = openpyxl.Workbook()
    book.active.append(["kod"])
    book.active.append(["a"])
    book.create_chartsheet("Diagram")
    (fault,) = faults(saved(book), name="a.xlsx", sheet="Diagram")
    assert (fault.code, fault.expected) == ("sheet-missing", ("Sheet",))


def rows_or_faults(path):
    try:
        return read_table(path, shown_as=path.name).reading.rows
    except InputFaults as found:
        return len(found.faults)


WHOLE = workbook([["kod", "tal"], ["a", 1.5], ["b", "=B2"]])


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=20), st.integers(0, len(WHOLE))
)
def test_whatever_befalls_a_workbook_it_is_read_or_told_of(changes, length):
    content = bytearray(WHOLE)
    for place, byte in changes:
        content[place] = byte
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        path.write_bytes(content[:length] if length % 2 else content)
        assert rows_or_faults(path) > 0


def test_a_workbook_with_nothing_in_it(faults):
    assert [fault.code for fault in faults(workbook([]), name="a.xlsx")] == ["file-empty"]


def test_a_damaged_workbook(faults):
    content = workbook([["kod"], ["a"]])
    place = content.index(b"xl/worksheets/sheet1.xml") + 60
    (fault,) = faults(content[:place] + b"\xff" * 40 + content[place + 40 :], name="a.xlsx")
    assert fault.code == "file-damaged"


def test_a_workbook_that_was_cut_off(faults):
    assert [fault.code for fault in faults(workbook([["kod"], ["a"]])[:2000], name="a.xlsx")] == ["file-damaged"]


def test_headers_of_a_workbook_are_checked_as_others_are(faults):
    codes = [fault.code for fault in faults(workbook([["v1", "v1", None], [1, 2, 3]]), name="a.xlsx")]
    assert codes == ["column-repeated", "column-unnamed"]


def test_a_failed_formula_is_text_and_never_an_empty_cell(table):
    book = openpyxl.Workbook()
    book.active.title = 'A & "B"'
    for row in (["kod", "tal"], ["a", "#DIV/0!"], ["b", "=B2/C2"], ["c", 1], [None, "#N/A"]):
        book.active.append(row)
    for place in ("B2", "B5"):
        book.active[place].data_type = "e"
    assert table(saved(book), name="a.xlsx").frame["tal"].tolist() == ["#DIV/0!", "=B2/C2", "1", "#N/A"]


@pytest.mark.parametrize("name", ["svar.csv", "svar"])
def test_a_workbook_is_known_whatever_its_name(table, name):
    assert table(workbook([["kod"], ["a"]]), name=name).reading.format == "xlsx"
