"""What there is to say of how a file was read: which rows are not counted, and why; what its format hides."""

from __future__ import annotations

from collections.abc import Iterator

from effektmatt.core import Note
from effektmatt.data.reading import Reading, Table

#: Reasons of rows that are named by their numbers; answers are not, for a row is a person.
_NAMED = frozenset({"title", "sum", "footnote", "page", "repeated-heading", "skipped"})

#: Workbooks of which no reader tells which cells failed or are shown in per cent.
_BLIND = frozenset({"xls", "xlsb"})


def period_notes(table: Table) -> Iterator[Note]:
    """Yield that columns became rows, where they did: the same row of the file then stands for several."""
    if table.frame.index.has_duplicates:
        yield Note(code="periods-as-rows", values={"file": table.reading.file})


def reading_notes(reading: Reading) -> Iterator[Note]:
    """Yield what somebody should know of rows that are no rows of data, and of cells that nobody can see."""
    for reason, n in reading.left_out.items():
        where = reading.out_rows[reason] if reason in _NAMED else ""
        yield Note(code="rows-left-out", values={"file": reading.file, "reason": reason, "n": n, "where": where})
    if reading.format in _BLIND:
        yield Note(code="workbook-hides", values={"file": reading.file, "format": reading.format})
