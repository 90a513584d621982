"""What is added to the finished PDF, because Typst cannot say it yet.

The first cell of every table row becomes the row's header, so that a screen reader says "Orust, 82 %" instead of
"82 %" (PDF 32000-1:2008, 14.8.4.3.4, TH, and table 349, Scope). And no stream ends in a way that makes its length a
matter of opinion (ISO 19005-2, 6.1.7.1).
"""

from __future__ import annotations

from base64 import a85encode
from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream


def completed(made: bytes) -> bytes:
    """Return the file with row headers, and with streams whose length nobody can doubt.

    Raises
    ------
    ValueError
        If the file is not a tagged PDF.
    """
    with Pdf.open(BytesIO(made)) as document:
        root = document.Root.get("/StructTreeRoot")
        if root is None:
            raise ValueError("the file is not a tagged PDF")
        for element in structure_elements(root):
            if element.get("/S") == Name.TR:
                _mark_row_header(element)
        for stream in document.objects:
            if isinstance(stream, Stream):
                _end_clearly(stream)
        out = BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.preserve, compress_streams=False)
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


def _mark_row_header(row: Object) -> None:
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


def _end_clearly(stream: Stream) -> None:
    r"""Wrap a compressed stream that ends in a carriage return, which with the line feed after it looks like one end.

    The last byte of deflated data is a check sum, so that compressing it anew would end alike; ASCII 85 ends in "~>".
    """
    data = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if not data.endswith(b"\r") or filters is None:
        return
    inner = list(filters) if isinstance(filters, Array) else [filters]
    parameters = stream.get("/DecodeParms")
    outer = None
    if parameters is not None:
        outer = Array([Dictionary(), *(parameters if isinstance(parameters, Array) else [parameters])])
    stream.write(a85encode(data) + b"~>", filter=Array([Name.ASCII85Decode, *inner]), decode_parms=outer)
