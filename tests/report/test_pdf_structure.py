from __future__ import annotations

import zlib
from io import BytesIO
from itertools import count

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream

from effektmatt.report.pdf_structure import completed


def file_of(document: Pdf) -> bytes:
    out = BytesIO()
    document.save(out, compress_streams=False)
    return out.getvalue()


def test_a_file_without_tags_is_refused() -> None:
    document = Pdf.new()
    document.add_blank_page()
    with pytest.raises(ValueError, match="not a tagged PDF"):
        completed(file_of(document))


def test_a_stream_that_ends_in_a_carriage_return_is_wrapped_and_reads_as_before() -> None:
    content = next(text for place in count() if zlib.compress(text := f"% {place}\nq Q\n".encode()).endswith(b"\r"))
    document = Pdf.new()
    document.add_blank_page()
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    stream = Stream(document, b"")
    stream.write(zlib.compress(content), filter=Name.FlateDecode)
    document.pages[0].Contents = stream
    made = file_of(document)
    assert b"\r\nendstream" in made
    found = completed(made)
    assert b"\r\nendstream" not in found
    with Pdf.open(BytesIO(found)) as again:
        assert again.pages[0].Contents.read_bytes() == content
