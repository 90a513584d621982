"""A large text file that is plainly headings and rows, read column by column; all others are read row by row.

Both ways come to the same table. This one is for files of many rows: it takes the columns as Polars reads them, looks
once at each different cell, and gives up, without a fault, as soon as anything else could stand in the file: titles,
sums, remarks, the marks of a survey tool, cells of several lines, older encodings. `text_files` then tells what it is.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from effektmatt.data.coded_columns import Column, PlainTable, are_seen, column_of, plain_table, with_anything
from effektmatt.data.not_rows import MAYBE_NO_ROW, is_any_suspect, may_be_remark
from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.survey_tools import are_plain_headings
from effektmatt.data.text_files import find_separator, rows_of
from effektmatt.data.titles import header_place

#: Below so many bytes nothing is gained: to import Polars takes as long as to read them row by row.
LARGE = 3_000_000

_BEGINNING = 1_000_000  # bytes that tell what divides cells
_HEAD = 250  # rows that tell whether headings stand first, and which columns hold the same cells again and again
_QUOTE = b'"'
#: The csv module takes a longer cell for a quote that is never closed.
_LONGEST = 131_072


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """The cells of a plain text file, and how it is written."""

    table: PlainTable
    bom: bool
    separator: str


def read_plain_text(content: bytes, how: HowToRead) -> PlainText | None:
    r"""Read a text file that is headings and rows of data, and nothing else; None for any other.

    >>> read = read_plain_text(b"kod;v1\na1;3\nb2;\n;\nc3;5\n", HowToRead())
    >>> read.table.frame
      kod   v1
    2  a1    3
    3  b2  NaN
    5  c3    5
    >>> read.table.empty_rows
    1
    >>> read_plain_text(b"kod;v1\na1;3\nSumma;3\n", HowToRead()) is None
    True
    """
    if how.sheet is not None or how.chooses_rows:
        return None
    bare = content.removeprefix(codecs.BOM_UTF8)
    text = _beginning(bare)
    separator = None if text is None else find_separator(text)
    if text is None or separator is None or not _is_quoted_plainly(bare, separator.encode()):
        return None
    if bare.count(b"\r") > bare.count(b"\r\n"):  # a cell of several lines; Polars may drop the sign
        return None
    head = [[cell.strip() for cell in row] for row in rows_of(text[: _end_of_head(text)], separator)]
    names = [" ".join(name.split()) for name in head[0]]
    if not _is_plain_head(names, head, how):
        return None
    columns = _columns(bare, separator, head)
    if not columns or not len(columns[0].filled):
        return None
    rows, filled = with_anything(columns)
    if not filled.any() or _may_hold_others(rows, names):
        return None
    table = plain_table(names, rows, filled, first_row=2)
    return PlainText(table=table, bom=bare is not content, separator=separator)


def _beginning(content: bytes) -> str | None:
    """Return the first rows as text, where every character in them is as it should be."""
    end = content.rfind(b"\n", 0, _BEGINNING) + 1 if len(content) > _BEGINNING else len(content)
    try:
        text = content[:end].decode("utf-8")
    except UnicodeDecodeError:
        return None
    if text[:4].lower() == "sep=":
        return None
    return text if are_seen(text.replace("\r\n", "\n").split("\n")) else None


def _is_quoted_plainly(content: bytes, separator: bytes) -> bool:
    """Say whether quotes stand around whole cells of one line only, so that every reader divides them alike."""
    quotes = content.count(_QUOTE)
    if not quotes:
        return True
    between = re.escape(separator)
    opening = sum(1 for _ in re.finditer(rb'(?:^|[\n%s])"' % between, content))
    closing = sum(1 for _ in re.finditer(rb'"(?=\r?\n|%s|\Z)' % between, content))
    whole = sum(1 for _ in re.finditer(rb'"[^"\n\r]*"(?=\r?\n|%s|\Z)' % between, content))
    return opening == closing == whole and quotes == 2 * whole


def _end_of_head(text: str) -> int:
    """Return where the first rows end."""
    place = -1
    for _ in range(_HEAD):
        place = text.find("\n", place + 1)
        if place < 0:
            return len(text)
    return place


def _is_plain_head(names: list[str], head: list[list[str]], how: HowToRead) -> bool:
    """Say whether the headings stand in the first row, and no survey tool has written them."""
    filled = [(number, row) for number, row in enumerate(head, start=1) if any(row)]
    if len(filled) < 2 or filled[0][0] != 1 or header_place(filled, None) != (0, None):
        return False
    return are_plain_headings(names, [row for _, row in filled[1:]], how.shape)


def _columns(content: bytes, separator: str, head: list[list[str]]) -> list[Column] | None:
    """Return the cells below the headings, column by column, without the white space around them."""
    try:
        import polars as pl
    except ModuleNotFoundError:
        return None
    again = _come_again(head)
    try:
        read = pl.read_csv(
            io.BytesIO(content),
            has_header=False,
            skip_lines=1,
            new_columns=[str(place) for place in range(len(again))],
            schema={str(place): pl.Categorical if one else pl.String for place, one in enumerate(again)},
            separator=separator,
        )
    except pl.exceptions.PolarsError:  # a row that is too long, and whatever else is no plain table
        return None
    columns = [column_of(read[name]) for name in read.columns]
    for column in columns:
        cells = column.different.drop_nulls()
        if int(cells.str.len_bytes().max() or 0) > _LONGEST or not are_seen(cells.to_list()):  # type: ignore[arg-type]
            return None
    return [column.stripped() for column in columns]


def _come_again(head: list[list[str]]) -> list[bool]:
    """Say which columns hold the same cells again and again, as far as the first rows tell."""
    below = [row for row in head[1:] if any(row)]
    held = [{row[place] for row in below if place < len(row)} for place in range(len(head[0]))]
    return [2 * len(different) <= len(below) for different in held]


def _may_hold_others(columns: Sequence[Column], names: list[str]) -> bool:
    """Say whether any row may be a sum, a remark, a page's number or headings once more, as `not_rows` finds them."""
    import polars as pl

    left = np.ones(len(columns[0].filled), dtype=bool)
    end = np.arange(left.size) == left.size - 1
    last = [next(iter(column.of(end)), "") for column in columns]
    if not last[0] or may_be_remark((0, last)):
        return True
    suspect = pl.col("").str.contains(f"(?i)^(?:{MAYBE_NO_ROW.pattern})")
    headings = pl.col("").str.to_lowercase().str.replace_all(r"\s+", " ") == names[0].casefold()
    other = pl.col("").str.contains(r"[^\x00-\x7f]")  # letters whose forms Polars and Python may see differently
    for column in columns:
        firsts = column.of(left).alias("").to_frame().filter(suspect | headings | other).to_series()
        if is_any_suspect(names, firsts.to_list()):
            return True
        left &= ~column.filled
        if not left.any():
            break
    return False
