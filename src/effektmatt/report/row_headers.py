"""Marks the first cell of every table row in a tagged PDF as the row's header.

A screen reader then reads "Orust, 82 %" instead of "82 %". PDF 32000-1:2008, 14.8.4.3.4 (TH) and table 349 (Scope).
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf


def mark_row_headers(made: bytes) -> bytes:
    """Return the file with TD turned to TH, Scope Row, where it stands first in a row of a table's body."""
    with Pdf.open(BytesIO(made)) as document:
        root = document.Root.get("/StructTreeRoot")
        if root is None:
            raise ValueError("the file is not a tagged PDF")
        for element in structure_elements(root):
            if element.get("/S") == Name.TR:
                _mark(element)
        out = BytesIO()
        document.save(
            out,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.preserve,
            preserve_pdfa=True,
            linearize=False,
        )
    return out.getvalue()


def structure_elements(parent: Object) -> Iterator[Object]:
    """Yield every structure element below one, in reading order."""
    kids = parent.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from structure_elements(kid)


def _mark(row: Object) -> None:
    cells = [cell for cell in structure_elements(row) if cell.get("/S") in {Name.TD, Name.TH}]
    if not cells or cells[0].S == Name.TH:
        return
    cells[0].S = Name.TH
    for cell in cells:
        # a list of headers would count instead of Scope, and Typst's has the columns' alone
        for attributes in _attributes(cell):
            if attributes.get("/O") == Name.Table and "/Headers" in attributes:
                del attributes.Headers
    cells[0].A = Array([*_attributes(cells[0]), Dictionary(O=Name.Table, Scope=Name.Row)])


def _attributes(element: Object) -> list[Object]:
    found = element.get("/A")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]
