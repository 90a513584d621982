"""Files that are no tables, told by their first bytes."""

import io
import zipfile

import pytest

from effektmatt.data.file_kinds import file_kind


def zipped(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), text)
    return content.getvalue()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KINDS = {
    "pdf": b"%PDF-1.7\n%\xe2",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "gif": b"GIF89a\x01\x00",
    "bmp": b"BM\x36\x00\x00",
    "tiff": b"II*\x00\x08",
    "rtf": b"{\\rtf1\\ansi",
    "gzip": b"\x1f\x8b\x08",
    "html": b"\xef\xbb\xbf <!DOCTYPE html><table>",
    "xml": b"<?xml version='1.0'?>",
    "binary": b"kod;v1\x00\x01",
    "zip": zipped(innehall="a"),
    "docx": zipped(word__document_xml="<w/>"),
    "pptx": zipped(ppt__presentation_xml="<p/>"),
    "doc": COMPOUND + b"\x00" * 600 + "WordDocument".encode("utf-16-le"),
    "odt": zipped(mimetype="application/vnd.oasis.opendocument.text"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_table_is_said_to_be_what_it_is(faults, kind):
    (fault,) = faults(KINDS[kind], name="enkät.csv")
    assert (fault.code, fault.got) == ("file-not-table", kind)


def test_databases_are_known_by_their_first_bytes():
    assert file_kind(b"SQLite format 3\x00") == "sqlite"
    assert file_kind(b"\x12" * 8 + b"DUCK\x40") == "duckdb"


def test_protected_workbooks_have_a_fault_of_their_own(faults):
    assert faults(COMPOUND + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"))[0].code == "file-protected"


@pytest.mark.parametrize(
    "content",
    [
        COMPOUND + b"\x00" * 600 + "Workbook".encode("utf-16-le"),
        zipped(xl__workbook_bin="x"),
        zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    ],
)
def test_what_only_looks_like_a_workbook_is_damaged(faults, content):
    assert faults(content)[0].code == "file-damaged"


def test_a_zip_that_was_cut_off_is_what_its_parts_say():
    assert file_kind(zipped(anteckning_txt="x" * 500)[:80]) == "zip"
    assert file_kind(zipped(xl__workbook_xml="x" * 500)[:80]) == "xlsx"


@pytest.mark.parametrize("content", [b"PKT;v1\n1;2\n", b"BMI;n\n25;3\n", b"kod;v1\n", b"\xff\xfek\x00", b"<5;n\n1;2\n"])
def test_text_that_begins_like_something_else_is_text(content):
    assert file_kind(content) == "text"
