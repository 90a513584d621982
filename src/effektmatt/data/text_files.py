"""Text files of rows and cells: which encoding, which separator, which rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter

from effektmatt.data.characters import clean
from effektmatt.data.raw_tables import HowToRead, RawTable
from effektmatt.data.where import shown
from effektmatt.errors import Fault, InputFaults

_SEPARATORS = (";", ",", "\t", "|")
_NEVER = "\x1f"  # the separator of a single column: a sign that nobody types
_END = "end of file"  # put below the last row: swallowed if a quote is never closed
_SAMPLE = 200_000
_MOST_TITLES = 12  # rows above a table, or remarks below it
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: å ä ö Å Ä Ö é written as UTF-8 but read as Windows-1252, at some earlier saving of the file.
GARBLED = re.compile("Ã[¥¤¶…„–©]")
#: å ä ö Å Ä Ö é in Windows-1252; and å ä ö as older systems wrote them, and how many of the three tell the system.
_WINDOWS_LETTER = re.compile(rb"[\xe5\xe4\xf6\xc5\xc4\xd6\xe9]")
_OLDER = (
    ("cp850", re.compile(rb"(?<=[A-Za-z])[\x84\x86\x94](?=[A-Za-z])"), 1),  # quotation marks and a dagger in Windows
    ("mac-roman", re.compile(rb"[\x8a\x8c\x9a]"), 2),  # letters of other languages in Windows
)
_END_OF_FILE = "\x1a"  # what old DOS programs write after the last row


def read_text_table(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read the bytes of a text file into rows of cells.

    The encoding is UTF-8 or UTF-16 where a byte order mark says so, else UTF-8 if the bytes can be that, else
    Windows-1252; or, where å, ä and ö stand as they did there and never as in Windows, that of DOS or the old
    Macintosh.

    Raises
    ------
    InputFaults
        "sheet-in-text-file", "encoding-unknown", "encoding-garbled", "quote-not-closed".
    """
    if how.sheet is not None:
        raise InputFaults([Fault(code="sheet-in-text-file", file=file, got=how.sheet)])
    text, encoding, bom = _decoded(content, file)
    declared = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)  # a line that Excel understands, and never shows
    if declared:
        text = text[declared.end() :]
    below_titles = text.split("\n", how.header_row - 1)[-1] if how.header_row else text
    separator = declared[1] if declared else find_separator(below_titles or text)
    rows = _split(text, separator, file)
    return RawTable(rows=rows, format="csv", encoding=encoding, bom=bom, separator=separator)


def find_separator(text: str) -> str | None:
    r"""Return the separator that divides most rows into as many cells as the header, or None for a single column.

    Quoted cells are respected. A comma or the like that is mostly followed by a space is taken for punctuation, if
    another separator does as well. What is left of a tie is settled by the number of columns.

    >>> find_separator("kod;v1;v2\n007;1,5;2,5\n")
    ';'
    >>> find_separator("medel\n1,5\n2,5\n") is None
    True
    """
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1]
    scores = {}
    for separator in _SEPARATORS:
        widths = _widths(sample, separator)
        if widths and widths[0] > 1:
            same = sum(width == widths[0] for width in widths) / len(widths)
            spaced = sample.count(f"{separator} ") > sample.count(separator) / 2
            scores[separator] = (same, _is_clean(sample, separator), not spaced, widths[0])
    if not scores:
        return _separator_below_title(sample)
    best = max(scores, key=scores.__getitem__)
    first = sample.lstrip().partition("\n")[0]
    if best == "," and first.rstrip().count(", ") == first.count(","):  # the commas of a sentence: a title?
        return _separator_below_title(sample) or best
    return best


def _separator_below_title(sample: str) -> str | None:
    """Return the separator of rows that stand below titles (and above remarks), so that those can be told of."""
    for separator in _SEPARATORS:
        every = _widths(sample, separator)
        wide = Counter(width for width in every if width > 1)
        width, rows = wide.most_common(1)[0] if wide else (1, 0)
        # "1,5" in a single column is two cells to a comma: three are needed before a comma is believed.
        if width <= (2 if separator == "," else 1) or rows < 2:
            continue
        first, last = every.index(width), len(every) - every[::-1].index(width)
        if first <= _MOST_TITLES and len(every) - last <= _MOST_TITLES and rows >= 0.9 * (last - first):
            return None if sample.count(f"{separator} ") > sample.count(separator) / 2 else separator
    return None


def _widths(sample: str, separator: str) -> list[int]:
    """Return how many cells each row that is not empty has."""
    return [len(row) for row in rows_of(sample, separator) if any(cell.strip() for cell in row)]


def _is_clean(sample: str, separator: str) -> bool:
    """Return whether quotes stand around whole cells only: they seldom do with the wrong separator."""
    try:
        list(csv.reader(io.StringIO(sample, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        return "expected after" not in str(error)
    return True


def rows_of(text: str, separator: str) -> list[list[str]]:
    """Return the rows as far as they can be read, with an empty row where a cell is too long to be one."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(row)  # noqa: PERF402 - extend would lose the rows read before an error
    except csv.Error:  # a cell of more than 131 072 characters: a quote that swallows the rest of the file
        rows.append([])
    return rows


def _split(text: str, separator: str | None, file: str) -> list[list[str]]:
    ending = "" if text.endswith(("\n", "\r")) else "\n"
    rows = rows_of(f"{text}{ending}{_END}", separator or _NEVER)
    if rows.pop() == [_END]:
        return rows
    raise InputFaults([Fault(code="quote-not-closed", file=file, row=len(rows) + 1)])


def _decoded(content: bytes, file: str) -> tuple[str, str, bool]:
    """Return the text, its encoding and whether a byte order mark said so."""
    encoding, bom = next(((name, True) for mark, name in _BOMS if content.startswith(mark)), ("utf-8", False))
    try:
        text = content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        if bom:
            raise InputFaults([_unknown(error, encoding, file)]) from error
        encoding = _older_encoding(content)
        text = _from_older(content, encoding, file)
    text = clean(text.rstrip(_END_OF_FILE))
    garbled = GARBLED.search(text)
    if garbled:
        row = text.count("\n", 0, garbled.start()) + 1
        word = re.search(r"\S*$", text[: garbled.start()])
        start = word.start() if word else garbled.start()
        got = shown(text[start : garbled.end() + 20].splitlines()[0])
        raise InputFaults([Fault(code="encoding-garbled", file=file, row=row, got=got, details={"encoding": encoding})])
    return text, encoding, bom


def _older_encoding(content: bytes) -> str:
    """Return the encoding of bytes that are no UTF-8."""
    if not _WINDOWS_LETTER.search(content):
        for encoding, letter, enough in _OLDER:
            if len(set(letter.findall(content))) >= enough:
                return encoding
    return "cp1252"


def _from_older(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputFaults([_unknown(error, encoding, file)]) from error


def _unknown(error: UnicodeDecodeError, encoding: str, file: str) -> Fault:
    row = error.object.count(b"\n", 0, error.start) + 1
    got = f"0x{error.object[error.start]:02X}"
    return Fault(code="encoding-unknown", file=file, row=row, got=got, details={"encoding": encoding})
