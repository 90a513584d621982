"""What the xml of an OpenDocument sheet (ods) says of cells that readers do not: errors, numbers in per cent."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from effektmatt.data.sheet_facts import SheetFacts

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
#: A length of time of a day or more, which readers hand over as it is written.
_LENGTH = re.compile(r"PT(2[4-9]|[3-9]\d|\d{3,})H(\d\d)M(\d\d)(?:[.,]\d+)?S")
#: A cell that holds something is repeated at most this often; empty ones fill whole sheets.
_MOST_REPEATED = 100_000


def facts_of_ods(content: bytes, sheet: str) -> SheetFacts:
    """Return what the xml says of the cells of a sheet of an ods workbook."""
    instead, percent = {}, set()
    for name, row, column, cell in _cells(content):
        if name != sheet:
            continue
        if cell.get(f"{_CALC}value-type") == "error":
            instead[row, column] = "".join(text for part in cell.iter(f"{_TEXT}p") for text in part.itertext()) or "#"
        elif cell.get(f"{_OFFICE}value-type") == "percentage":
            percent.add((row, column))
        elif length := _LENGTH.fullmatch(cell.get(f"{_OFFICE}time-value", "")):
            instead[row, column] = "{}:{}:{}".format(*length.groups())
    return SheetFacts(instead=instead, percent=frozenset(percent))


def most_cells(content: bytes) -> int:
    """Return how many cells the widest reach of any sheet holds."""
    reach: dict[str, tuple[int, int]] = {}
    for name, row, column, _ in _cells(content):
        rows, columns = reach.get(name, (0, 0))
        reach[name] = max(rows, row + 1), max(columns, column + 1)
    return max((rows * columns for rows, columns in reach.values()), default=0)


def _cells(content: bytes) -> Iterator[tuple[str, int, int, ET.Element]]:
    """Yield sheet, row and column of every cell that holds anything; repeated ones as often as they stand."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("content.xml") as part:
        name, row = "", 0
        for event, element in ET.iterparse(part, ("start", "end")):  # noqa: S314 -- expat guards itself
            if event == "start" and element.tag == f"{_TABLE}table":
                name, row = element.get(f"{_TABLE}name", ""), 0
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                times = int(element.get(f"{_TABLE}number-rows-repeated", 1))
                held = list(_in_row(element))
                repeated = min(times, _MOST_REPEATED) if held else 0
                yield from ((name, row + below, column, cell) for below in range(repeated) for column, cell in held)
                row += times
                element.clear()


def _in_row(row: ET.Element) -> Iterator[tuple[int, ET.Element]]:
    column = 0
    for cell in row:
        times = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        if len(cell) or cell.get(f"{_OFFICE}value-type"):
            yield from ((column + beside, cell) for beside in range(min(times, _MOST_REPEATED)))
        column += times
