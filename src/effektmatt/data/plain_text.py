"""A large text file that is plainly headings and rows, read column by column; all others are read row by row.

Both ways come to the same table. This one is for files of many rows: it takes the columns as Polars reads them, looks
once at each different cell, and gives up, without a fault, as soon as anything else could stand in the file: titles,
sums, remarks, the marks of a survey tool, cells of several lines, older encodings. `text_files` then tells what it is.
"""

from __future__ import annotations

import codecs
import io
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from effektmatt.data.characters import has_unseen
from effektmatt.data.not_rows import MAYBE_NO_ROW, is_any_suspect, may_be_remark
from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.survey_tools import codes_and_texts, import_row, shape_of
from effektmatt.data.text import TEXT
from effektmatt.data.text_files import GARBLED, find_separator, rows_of
from effektmatt.data.titles import header_place

if TYPE_CHECKING:
    import polars as pl

#: Below so many bytes nothing is gained: to import Polars takes as long as to read them row by row.
LARGE = 3_000_000

_HEAD = 250  # rows that tell whether headings stand first
_QUOTE = '"'
_SEVERAL_LINES = re.compile(r"\r(?!\n)")
#: The csv module takes a longer cell for a quote that is never closed.
_LONGEST = 131_072
#: A column with so few different cells, of its rows, is kept as places in a list of them.
_FEW = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """The cells of a plain text file: `frame` as `reading.Table` has it, by the row numbers of the file."""

    frame: pd.DataFrame
    bom: bool
    separator: str
    empty_rows: int


def read_plain_text(content: bytes, how: HowToRead) -> PlainText | None:
    r"""Read a text file that is headings and rows of data, and nothing else; None for any other.

    >>> read = read_plain_text(b"kod;v1\na1;3\nb2;\n;\nc3;5\n", HowToRead())
    >>> read.frame
      kod   v1
    2  a1    3
    3  b2  NaN
    5  c3    5
    >>> read.empty_rows
    1
    >>> read_plain_text(b"kod;v1\na1;3\nSumma;3\n", HowToRead()) is None
    True
    """
    if how.shape not in (None, "plain") or how.sheet is not None or how.header_row or how.skip_rows or how.keep_rows:
        return None
    text = _text(content)
    separator = None if text is None else find_separator(text)
    if text is None or separator is None or not _is_quoted_plainly(text, separator):
        return None
    head = [[cell.strip() for cell in row] for row in rows_of(text[: _end_of_head(text)], separator)]
    names = [" ".join(name.split()) for name in head[0]]
    if not all(names) or len(set(names)) < len(names) or not _is_plain_head(names, head, how):
        return None
    read = _columns(text, separator, names)
    if read is None or _longest(read) > _LONGEST:
        return None
    rows = _filled(read)
    if not rows.height or _may_hold_others(rows, names):
        return None
    numbers = rows["row"].to_numpy().astype(np.int64) + 2
    frame = pd.DataFrame({name: _as_text(rows[str(place)]) for place, name in enumerate(names)})
    frame.index = pd.Index(numbers, dtype="int64")
    bom = content.startswith(codecs.BOM_UTF8)
    return PlainText(frame=frame, bom=bom, separator=separator, empty_rows=read.height - rows.height)


def _text(content: bytes) -> str | None:
    """Return the text of a file in UTF-8 where every character in it is as it should be."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if not text.isascii() and (GARBLED.search(text) or not unicodedata.is_normalized("NFC", text)):
        return None
    if has_unseen(text) or text[:4].lower() == "sep=" or _SEVERAL_LINES.search(text):
        return None
    return text


def _is_quoted_plainly(text: str, separator: str) -> bool:
    """Say whether quotes stand around whole cells of one line only, so that every reader divides them alike."""
    quotes = text.count(_QUOTE)
    if not quotes:
        return True
    border = rf"(?:^|[\n{re.escape(separator)}])"
    opening = sum(1 for _ in re.finditer(rf'{border}"', text))
    closing = sum(1 for _ in re.finditer(rf'"(?=\r?\n|{re.escape(separator)}|\Z)', text))
    whole = sum(1 for _ in re.finditer(rf'"[^"\n\r]*"(?=\r?\n|{re.escape(separator)}|\Z)', text))
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
    below = [row for _, row in filled[1:]]
    if how.shape is None and (codes_and_texts(names) or import_row(below) is not None):
        return False
    return shape_of(names, below, wanted=how.shape, imported=False) is None


def _columns(text: str, separator: str, names: list[str]) -> pl.DataFrame | None:
    """Return the cells below the headings as they stand, in columns named by their places, and the rows' places."""
    try:
        import polars as pl
    except ModuleNotFoundError:
        return None
    try:
        read = pl.read_csv(
            io.BytesIO(text[text.index("\n") + 1 :].encode()),
            has_header=False,
            new_columns=[str(place) for place in range(len(names))],
            schema={str(place): pl.String for place in range(len(names))},
            separator=separator,
        )
    except pl.exceptions.PolarsError:  # a row that is too long, and whatever else is no plain table
        return None
    return read.with_row_index("row")


def _longest(read: pl.DataFrame) -> int:
    """Return how many bytes the longest cell has."""
    import polars as pl

    longest = read.select(pl.max_horizontal(pl.exclude("row").str.len_bytes().max()))
    return int(longest.item() or 0)


def _filled(read: pl.DataFrame) -> pl.DataFrame:
    """Return the rows that hold anything, cells without the white space around them, empty ones as null."""
    import polars as pl

    cells = pl.exclude("row").str.strip_chars()
    bare = read.with_columns(pl.when(cells.str.len_bytes() > 0).then(cells))
    return bare.filter(pl.any_horizontal(pl.exclude("row").is_not_null()))


def _may_hold_others(rows: pl.DataFrame, names: list[str]) -> bool:
    """Say whether any row may be a sum, a remark, a page's number or headings once more, as `not_rows` finds them."""
    import polars as pl

    last = [cell or "" for cell in rows.drop("row").row(-1)]
    if not last[0] or may_be_remark((0, last)):
        return True
    firsts = rows.select(pl.coalesce(pl.exclude("row")).unique().alias("cell"))
    suspect = pl.col("cell").str.contains(f"(?i)^(?:{MAYBE_NO_ROW.pattern})")
    headings = pl.col("cell").str.to_lowercase().str.replace_all(r"\s+", " ") == names[0].casefold()
    other = pl.col("cell").str.contains(r"[^\x00-\x7f]")  # letters whose forms Polars and Python may see differently
    left = firsts.filter(suspect | headings | other).to_series()
    return is_any_suspect(names, left.to_list())


def _as_text(column: pl.Series) -> pd.Series[str]:
    """Return a column as pandas has it; cells that are alike are one text in memory."""
    different = column.unique(maintain_order=True)
    if len(different) > _FEW * len(column):
        return pd.Series(column.to_numpy(), dtype=TEXT)
    import polars as pl

    texts = np.array([*different.drop_nulls().to_list(), None], dtype=object)
    places = column.cast(pl.Enum(texts[:-1].tolist())).to_physical().cast(pl.Int64).fill_null(-1)
    return pd.Series(texts[places.to_numpy()], dtype=TEXT)
