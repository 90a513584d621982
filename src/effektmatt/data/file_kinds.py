"""What a file is, by its first bytes: a name can lie."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_MAGIC = (
    (b"%PDF", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"{\\rtf", "rtf"),
    (b"$FL2", "sav"),
    (b"$FL3", "sav"),
    (b"<stata_dta>", "dta"),
    (b"PAR1", "parquet"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
)
_TEXT_STARTS = (("<!doctype html", "html"), ("<html", "html"), ("<table", "html"), ("<?xml", "xml"))
#: What Python raises over a damaged or encrypted zip file.
UNREADABLE_ZIP = (zipfile.BadZipFile, zlib.error, UnicodeError, KeyError, EOFError, OSError, RuntimeError, ValueError)
#: Stata up to version 12: the number of the format, the order of bytes, and the one kind of file that there is.
_OLD_STATA = re.compile(rb"[\x69\x6c\x6e\x6f\x71-\x73][\x01\x02]\x01[\x00-\x01]")
_PORTABLE = b"SPSSPORT"  # after 456 characters of introduction, in lines
_PORTABLE_WITHIN = 600
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Microsoft's compound file: old Excel, or anything encrypted
_PX = re.compile(  # what a PC-Axis file can begin with
    rb"\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|MATRIX|SUBJECT-AREA|SUBJECT-CODE|DECIMALS|TITLE)\s*=\s*[\"\d]",
    re.IGNORECASE,
)
_JSON = re.compile(rb"\s*(\{\s*[\"}]|\[\s*[{\]])")
_WORKBOOK_PART = b"xl/"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


def file_kind(content: bytes) -> str:
    r"""Return what the bytes are.

    Returns
    -------
    str
        "text", "xlsx", "xls", "xlsb", "ods", "sav" (SPSS, packed or not), "por" (SPSS, portable), "dta" (Stata),
        "parquet", "px" or "json", which can be read, as databases can, "sqlite" and "duckdb"; "protected"; or the kind
        of file that is no table here: "pdf", "png", "jpeg", "gif", "bmp", "tiff", "rtf", "gzip", "7z", "rar", "zip",
        "doc", "docx", "ppt", "pptx", "msg", "odt", "html", "xml" or "binary".

    >>> file_kind(b"kod;v1\n007;3\n"), file_kind(b"%PDF-1.7 ..."), file_kind(b"a\x00b")
    ('text', 'pdf', 'binary')
    """
    if content.startswith(b"PK"):
        return _zip_kind(content)
    if content.startswith(_COMPOUND):
        parts = {"EncryptedPackage": "protected", "WordDocument": "doc", "PowerPoint Document": "ppt", "Book": "xls"}
        parts |= {"Workbook": "xls", "__properties": "msg"}
        return next((kind for part, kind in parts.items() if part.encode("utf-16-le") in content), "binary")
    for start, kind in _MAGIC:
        if content.startswith(start) and not (kind == "bmp" and b"\x00" not in content):
            return kind
    if _OLD_STATA.match(content):
        return "dta"
    if _PORTABLE in content[:_PORTABLE_WITHIN].replace(b"\r", b"").replace(b"\n", b""):
        return "por"
    if content[8:12] == b"DUCK":
        return "duckdb"
    if content.startswith(_WIDE_BOMS):
        return "text"
    if b"\x00" in content:
        return "binary"
    if _PX.match(content.removeprefix(_BOM)):
        return "px"
    if _JSON.match(content.removeprefix(_BOM)):
        return "json"
    opening = content[:200].removeprefix(_BOM).lstrip().lower().decode("ascii", errors="replace")
    return next((kind for start, kind in _TEXT_STARTS if opening.startswith(start)), "text")


def _zip_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype").decode("ascii", errors="replace") if "mimetype" in names else ""
    except UNREADABLE_ZIP:
        # the list of contents stands at the end of the file: one that was cut off still names its parts as they come
        return "xlsx" if _WORKBOOK_PART in content else "zip" if content.startswith(b"PK\x03\x04") else "text"
    if "opendocument" in mimetype:
        return "ods" if "spreadsheet" in mimetype else "odt"
    parts = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "word/document.xml": "docx"}
    parts["ppt/presentation.xml"] = "pptx"
    return next((kind for part, kind in parts.items() if part in names), "zip")
