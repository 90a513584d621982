"""Tables of texts written as every format that is read; a format that knows numbers gets those written as one."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path

Rows = list[list[str]]


def _number(cell: str) -> float | int | None:
    """Return a cell as a number, if it is one as programs write them."""
    plain = cell.removeprefix("-")
    whole = plain.isascii() and plain.isdigit() and (plain == "0" or plain[0] != "0") and len(plain) < 15
    if whole:
        return int(cell)
    left, dot, right = plain.partition(".")
    is_decimal = dot and left.isascii() and left.isdigit() and right.isascii() and right.isdigit() and len(plain) < 12
    return float(cell) if is_decimal else None


def as_csv(rows: Rows) -> bytes:
    """Write a text file."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def as_xlsx(rows: Rows) -> bytes:
    """Write a workbook."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook()
    sheet = book.active
    for place, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            number = _number(cell)
            held = sheet.cell(place, column)
            if number is not None and place > 1:
                held.value = number
            elif cell:
                held.value = ILLEGAL_CHARACTERS_RE.sub("", cell)
                held.data_type = "s"  # "=1+1" is a text here, and no formula
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def as_xls(rows: Rows) -> bytes:
    """Write a workbook of old Excel."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Svar")
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                number = _number(cell) if place else None
                sheet.write(place, column, cell if number is None else number)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3">
<office:body><office:spreadsheet><table:table table:name="Svar">{rows}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def as_ods(rows: Rows) -> bytes:
    """Write a workbook of LibreOffice."""

    def cell(text: str, *, heading: bool) -> str:
        number = None if heading else _number(text)
        if not text:
            return "<table:table-cell/>"
        held = "".join(one for one in text if one.isprintable())
        kind = '"string"' if number is None else f'"float" office:value="{number}"'
        return f"<table:table-cell office:value-type={kind}><text:p>{escape(held)}</text:p></table:table-cell>"

    written = (
        f"<table:table-row>{''.join(cell(one, heading=not place) for one in row)}</table:table-row>"
        for place, row in enumerate(rows)
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(rows="".join(written)))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return content.getvalue()


def columns_of(rows: Rows) -> Iterator[tuple[str, list[str | None] | list[float | None]]]:
    """Yield every column with its name, of numbers where every cell that holds anything is one."""
    names: list[str] = []
    for column, heading in enumerate(rows[0]):
        cells = [(row[column] if column < len(row) else "") for row in rows[1:]]
        numbers = [_number(cell) for cell in cells]
        all_numbers = all(cell == "" or number is not None for cell, number in zip(cells, numbers, strict=True))
        name = heading or "_"
        while name in names:
            name += "_"
        names.append(name)
        yield (
            name,
            (
                [None if number is None else float(number) for number in numbers]
                if all_numbers and any(cells)
                else [cell or None for cell in cells]
            ),
        )


def as_parquet(rows: Rows) -> bytes:
    """Write a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    content = io.BytesIO()
    pq.write_table(pa.table({name: pa.array(cells) for name, cells in columns_of(rows)}), content)
    return content.getvalue()


def as_sqlite(tables: Mapping[str, Rows]) -> bytes:
    """Write a database."""
    connection = sqlite3.connect(":memory:")
    for table, rows in tables.items():
        columns = dict(columns_of(rows))
        named = ", ".join('"' + name.replace('"', '""') + '"' for name in columns)
        connection.execute(f'CREATE TABLE "{table}" ({named})')
        places = ", ".join("?" * len(columns))
        connection.executemany(f'INSERT INTO "{table}" VALUES ({places})', list(zip(*columns.values(), strict=True)))
    connection.commit()
    content = connection.serialize()
    connection.close()
    return bytes(content)


def _by_pyreadstat(rows: Rows, ending: str) -> bytes:
    import pandas as pd
    import pyreadstat

    frame = pd.DataFrame(dict(columns_of(rows)))
    named = [re.sub(r"\W", "_", f"x{name}" if not name[:1].isalpha() else name)[:30] for name in frame.columns]
    frame.columns = [name if name not in named[:place] else f"{name}_{place}" for place, name in enumerate(named)]
    for name in frame.columns:
        if frame[name].dtype == object:
            frame[name] = [None if cell is None else cell[:200] for cell in frame[name].tolist()]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"f.{ending}"
        {"sav": pyreadstat.write_sav, "dta": pyreadstat.write_dta}[ending](frame, path)
        return path.read_bytes()


def as_sav(rows: Rows) -> bytes:
    """Write an SPSS file; its names are letters, figures and _."""
    return _by_pyreadstat(rows, "sav")


def as_dta(rows: Rows) -> bytes:
    """Write a Stata file."""
    return _by_pyreadstat(rows, "dta")


def as_px(rows: Rows) -> bytes:
    """Write a PC-Axis file of units by years; the rows stand in that order."""
    units, years = (list(dict.fromkeys(row[place] for row in rows[1:])) for place in (0, 1))
    values = {(row[0], row[1]): row[2] for row in rows[1:]}

    def texts(cells: list[str]) -> str:
        return ",".join('"' + cell.replace('"', "'") + '"' for cell in cells)

    lines = [
        'CHARSET="ANSI";\nAXIS-VERSION="2013";\nCODEPAGE="utf-8";\nTITLE="Tal";',
        f'STUB="{rows[0][0]}";\nHEADING="{rows[0][1]}";',
        f'VALUES("{rows[0][0]}")={texts(units)};\nVALUES("{rows[0][1]}")={texts(years)};\nDATA=',
        *(" ".join(_px_value(values.get((unit, year), "")) for year in years) for unit in units),
    ]
    return ("\n".join(lines) + ";\n").encode("utf-8")


def _px_value(cell: str) -> str:
    return cell if _number(cell) is not None else '"' + (cell or "..").replace('"', "'") + '"'


def as_json(rows: Rows) -> bytes:
    """Write JSON-stat 2 of units by years."""
    names = [list(dict.fromkeys(row[place] for row in rows[1:])) for place in (0, 1)]
    values = {(row[0], row[1]): row[2] for row in rows[1:]}
    cells = [values.get((unit, year), "") for unit in names[0] for year in names[1]]
    numbers = [_number(cell) for cell in cells]
    signs = {str(place): cell for place, cell in enumerate(cells) if numbers[place] is None}
    dimension = {rows[0][place]: {"label": rows[0][place], "category": {"index": names[place]}} for place in (0, 1)}
    told = {"version": "2.0", "class": "dataset", "id": rows[0][:2], "size": [len(names[0]), len(names[1])]}
    return json.dumps({**told, "dimension": dimension, "value": numbers, "status": signs}).encode("utf-8")


#: How one table is written, by the ending of the file; a database holds them all (`as_sqlite`).
WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "csv": as_csv, "xlsx": as_xlsx, "xls": as_xls, "ods": as_ods, "parquet": as_parquet, "sav": as_sav, "dta": as_dta,
    "px": as_px, "json": as_json,
}  # fmt: skip
