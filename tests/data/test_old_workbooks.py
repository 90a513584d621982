"""Workbooks of other kinds than xlsx: xls made with xlwt, xlsb and ods made by hand."""

import datetime as dt
import io
import struct
import zipfile
from typing import Any

import pandas as pd
import pytest
import xlwt

from effektmatt.data import sectors


def cells(table, name: str) -> list[str | None]:
    return [None if pd.isna(cell) else cell for cell in table.frame[name].tolist()]


def xls(rows: list[list[Any]], *, dates_since_1904: bool = False) -> bytes:
    book = xlwt.Workbook()
    book.dates_1904 = dates_since_1904
    sheet = book.add_sheet("Svar")
    for row, held in enumerate(rows):
        for column, cell in enumerate(held):
            shown = "yyyy-mm-dd" if isinstance(cell, dt.date) else "[h]:mm" if isinstance(cell, dt.timedelta) else None
            style = xlwt.easyxf(num_format_str=shown) if shown else xlwt.Style.default_style
            sheet.write(row, column, cell / dt.timedelta(days=1) if isinstance(cell, dt.timedelta) else cell, style)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def packed(parts: dict[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3">
<office:body><office:spreadsheet><table:table table:name="Svar">{rows}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def ods(*rows: str) -> bytes:
    """Make a workbook of rows in xml."""
    content = ODS.format(rows="".join(rows))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def text(*cells: str) -> str:
    held = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f"<table:table-row>{held}</table:table-row>"


def value(kind: str, written: str, more: str = "", name: str = "value") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{written}" {more}>'
        f"<text:p>{written}</text:p></table:table-cell>"
    )


def row(*held: str) -> str:
    return f"<table:table-row>{''.join(held)}</table:table-row>"


def record(kind: int, content: bytes = b"") -> bytes:
    """Return a record of a binary workbook: its kind and its size in sevens of bits, then what it holds."""
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(content)]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="worksheets/sheet1.bin"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>"""


def xlsb(rows: list[list[str | float]]) -> bytes:
    sheet = record(0x81) + record(0x94, struct.pack("<4I", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)) + record(0x91)
    for number, held in enumerate(rows):
        sheet += record(0, struct.pack("<IIHBB", number, 0, 300, 0, 0) + b"\0" + struct.pack("<I", 0))
        for column, cell in enumerate(held):
            place = struct.pack("<II", column, 0)
            is_text = isinstance(cell, str)
            sheet += record(6 if is_text else 5, place + (wide(cell) if is_text else struct.pack("<d", cell)))
    bundle = struct.pack("<II", 0, 1) + wide("rId1") + wide("Svar")
    book = record(0x83) + record(0x99, b"\0" * 8) + record(0x8F) + record(0x9C, bundle) + record(0x90) + record(0x84)
    sheet += record(0x92) + record(0x82)
    return packed({"xl/workbook.bin": book, "xl/_rels/workbook.bin.rels": RELATIONS, "xl/worksheets/sheet1.bin": sheet})


def test_a_workbook_of_old_excel(table):
    rows = [["kod", "tal", "dag", "tid"], ["007", 5, dt.date(2024, 1, 31), dt.timedelta(hours=30, minutes=5)]]
    read = table(xls([*rows, ["a", 2.5, dt.date(1900, 3, 1), dt.timedelta(0)]]), name="a.csv")
    assert (cells(read, "kod"), cells(read, "tal")) == (["007", "a"], ["5", "2.5"])
    assert (cells(read, "dag"), cells(read, "tid")) == (["2024-01-31", "1900-03-01"], ["30:05:00", "0:00:00"])
    assert (read.reading.format, read.reading.sheet) == ("xls", "Svar")


def test_days_since_1904_in_a_workbook_of_old_excel(table):
    read = table(xls([["dag"], [dt.date(2024, 1, 31)]], dates_since_1904=True), name="a.xls")
    assert cells(read, "dag") == ["2024-01-31"]


def test_a_binary_workbook(table):
    read = table(xlsb([["kod", "tal"], ["007", 5.0], ["å", 2.5]]), name="a.xlsb")
    assert (cells(read, "kod"), cells(read, "tal")) == (["007", "å"], ["5", "2.5"])
    assert (read.reading.format, read.reading.sheet) == ("xlsb", "Svar")


def test_a_workbook_of_libreoffice(table):
    moments = row(
        value("float", "2.5"),
        value("date", "2024-01-31", name="date-value"),
        value("time", "PT30H05M00S", name="time-value"),
        value("boolean", "true", name="boolean-value"),
    )
    read = table(ods(text("tal", "dag", "tid", "sant"), moments), name="a.ods")
    assert read.frame.iloc[0].tolist() == ["2.5", "2024-01-31", "30:05:00", "true"]
    assert (read.reading.format, read.reading.sheet) == ("ods", "Svar")


def test_errors_and_per_cent_are_seen_in_a_workbook_of_libreoffice(table):
    failed = value("string", "", 'calcext:value-type="error"', name="string-value").replace("<text:p>", "<text:p>#N/A")
    twice = value("percentage", "0.615", 'table:number-columns-repeated="2"')
    empty = '<table:table-row table:number-rows-repeated="1000"><table:table-cell/></table:table-row>'
    read = table(ods(text("a", "b", "c"), row(failed, twice), empty, row(value("float", "3"), twice)), name="a.ods")
    assert (cells(read, "a"), cells(read, "b"), cells(read, "c")) == (["#N/A", "3"], ["61.5 %"] * 2, ["61.5 %"] * 2)
    assert read.frame.index.tolist() == [2, 1003]


@pytest.mark.parametrize("made", [xls([["kod"], ["a"]]), xlsb([["kod"], ["a"]]), ods(text("kod"), text("a"))])
def test_a_damaged_workbook_of_any_kind_is_a_fault(faults, made):
    assert faults(made[: len(made) // 2], name="a")[0].code in {"file-damaged", "file-not-table"}


LARGE = xls([["kod", "text"], *([f"k{n}", "x" * 200] for n in range(2000))])


def ring_of_sectors(book: bytes) -> bytes:
    """Let the sector after the first be the first."""
    table = 512 * (struct.unpack_from("<I", book, 76)[0] + 1)
    return book[:table] + struct.pack("<2I", 1, 0) + book[table + 8 :]


def ring_of_tables(book: bytes) -> bytes:
    """Let the list of tables go on in a sector that says it goes on in itself."""
    return book[:68] + struct.pack("<2I", 2, 1) + book[76:1024] + book[1024:2044] + struct.pack("<I", 2) + book[2048:]


def ring_of_small_sectors(book: bytes) -> bytes:
    """Let the table of small sectors be the first one, which says that the first follows on itself."""
    return book[:60] + struct.pack("<2I", 0, 1) + book[68:512] + struct.pack("<I", 0) + book[516:]


@pytest.mark.parametrize("damage", [ring_of_sectors, ring_of_tables, ring_of_small_sectors])
def test_a_workbook_whose_sectors_lead_round_in_a_ring_is_a_fault_before_memory_goes(faults, damage):
    """Its reader would follow them until no memory is left."""
    assert [(fault.code, fault.got) for fault in faults(damage(LARGE), name="a.xls")] == [("file-damaged", "CFB")]


def test_the_sectors_of_a_whole_workbook_come_to_an_end(table):
    assert table(LARGE, name="a.xls").reading.rows == 2000
    assert sectors.ends(b"kod;v1\n")
    assert sectors.ends(LARGE[:300])


def test_a_workbook_that_its_reader_cannot_stand_is_a_fault(faults):
    """The reader panics, which is no error that Python knows, where a sheet has no place in the workbook."""
    book = xlsb([["kod"], ["a"]]).replace(b'Id="rId1"', b'Id="rId9"')
    assert faults(book, name="a.xlsb")[0].code == "file-damaged"


def test_a_workbook_that_the_reader_falls_over_is_a_fault(faults, monkeypatch):
    monkeypatch.setattr("effektmatt.data.own_process._CHILD", "import os; os.abort()")
    (fault,) = faults(xls([["kod"], ["a1"]]), name="a.xls")
    assert (fault.code, fault.got) == ("file-damaged", "calamine")
