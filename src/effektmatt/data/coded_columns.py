"""Columns of many rows as the different cells that they hold, and where each stands: what is asked is asked once.

A column in which hardly two cells are alike (a key) is kept as it is. Polars holds the cells until pandas takes them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.characters import has_unseen
from effektmatt.data.text import TEXT
from effektmatt.data.text_files import GARBLED

if TYPE_CHECKING:
    import polars as pl

Rows = NDArray[np.bool_]
#: A column with so few different cells, of its rows, is kept as places in a list of them.
_FEW = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CodedColumn:
    """Places in the different cells; -1 where a cell is empty."""

    places: NDArray[np.int64]
    different: pl.Series

    @property
    def filled(self) -> Rows:
        """Which rows hold anything."""
        return self.places >= 0

    @property
    def texts(self) -> list[str]:
        """The different cells that stand in some row."""
        found = np.bincount(self.places[self.places >= 0], minlength=len(self.different))
        return self.different.filter(found > 0).to_list()

    @property
    def cells(self) -> pd.Series[str]:
        """The cells as pandas has them: categories."""
        return pd.Series(
            pd.Categorical.from_codes(self.places, categories=pd.Index(self.different.to_list(), dtype=TEXT))
        )

    def rows(self) -> list[str]:
        """Return every cell, "" where there is nothing."""
        texts = np.array([*self.different.to_list(), ""], dtype=object)
        return list(texts[self.places])

    def taken(self, rows: Rows) -> CodedColumn:
        """Return the cells of some rows."""
        return CodedColumn(places=self.places[rows], different=self.different)

    def of(self, rows: Rows) -> pl.Series:
        """Return the different cells of some rows."""
        places = np.unique(self.places[rows])
        return self.different[places[places >= 0]]

    def stripped(self) -> CodedColumn:
        """Return the cells without the white space around them; of what is nothing else they are empty."""
        numbers = {"": -1}
        for cell in self.different.to_list():
            numbers.setdefault(cell.strip(), len(numbers) - 1)
        if list(numbers)[1:] == self.different.to_list():
            return self
        import polars as pl

        table = np.array([*(numbers[cell.strip()] for cell in self.different.to_list()), -1], dtype=np.int64)
        return CodedColumn(places=table[self.places], different=pl.Series(list(numbers)[1:], dtype=pl.String))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TextColumn:
    """The cells of a column that are nearly all different; null where one is empty."""

    different: pl.Series

    @property
    def filled(self) -> Rows:
        """Which rows hold anything."""
        return self.different.is_not_null().to_numpy()

    @property
    def texts(self) -> list[str]:
        """The different cells."""
        return self.different.drop_nulls().unique(maintain_order=True).to_list()

    @property
    def cells(self) -> pd.Series[str]:
        """The cells as pandas has them."""
        return pd.Series(self.different.to_numpy(), dtype=TEXT)

    def rows(self) -> list[str]:
        """Return every cell, "" where there is nothing."""
        return self.different.fill_null("").to_list()

    def taken(self, rows: Rows) -> TextColumn:
        """Return the cells of some rows."""
        return TextColumn(different=self.different.filter(rows))

    def of(self, rows: Rows) -> pl.Series:
        """Return the cells of some rows."""
        return self.taken(rows).different.drop_nulls()

    def stripped(self) -> TextColumn:
        """Return the cells without the white space around them; of what is nothing else they are empty."""
        bare = self.different.str.strip_chars()
        return TextColumn(different=bare.set(bare == "", None))


#: A column of either kind.
Column = CodedColumn | TextColumn


def column_of(cells: pl.Series) -> Column:
    """Return a column of text, or of categories.

    >>> import polars as pl
    >>> column = column_of(pl.Series(["ja", "nej", None, "ja"], dtype=pl.Categorical))
    >>> column.places.tolist(), column.different.to_list()
    ([0, 1, -1, 0], ['ja', 'nej'])
    """
    import polars as pl

    if cells.dtype != pl.Categorical and cells.to_frame().select(pl.all().approx_n_unique()).item() > _FEW * len(cells):
        return TextColumn(different=cells)
    kept = cells.cast(pl.Categorical)
    different = kept.drop_nulls().unique(maintain_order=True)
    if len(different) > _FEW * len(cells):
        return TextColumn(different=cells.cast(pl.String))
    return CodedColumn(places=_places(kept, different), different=different.cast(pl.String))


def _places(cells: pl.Series, different: pl.Series) -> NDArray[np.int64]:
    """Return where each cell stands among the different ones; -1 for none."""
    numbers = different.to_physical().to_numpy()
    none = int(numbers.max(initial=0)) + 1
    table = np.full(none + 1, -1, dtype=np.int64)
    table[numbers] = np.arange(numbers.size)
    places: NDArray[np.int64] = table[cells.to_physical().fill_null(none).to_numpy()]
    return places


def are_seen(cells: Sequence[str]) -> bool:
    r"""Say whether every character of some cells is as it should be: to be seen, whole, and on one line.

    >>> are_seen(["Malmö", "ja"]), are_seen(["Malmo\u0308"]), are_seen(["MalmÃ¶"]), are_seen(["två\rrader"])
    (True, False, False, False)
    """
    text = " ".join(cells)  # to look once is quicker than in each cell
    if text.isascii() and text.isprintable():
        return True
    if has_unseen(text) or "\r" in text:
        return False
    return text.isascii() or (GARBLED.search(text) is None and unicodedata.is_normalized("NFC", text))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTable:
    """The cells of a file that is headings and rows of data and nothing else, column by column.

    Parameters
    ----------
    frame
        As `reading.Table` has it, by the row numbers of the file.
    different
        The different cells of each column.
    empty_rows
        How many rows below the headings hold nothing.
    """

    frame: pd.DataFrame
    different: Mapping[str, list[str]]
    empty_rows: int


def with_anything(columns: Sequence[Column]) -> tuple[Sequence[Column], Rows]:
    """Return the rows of columns that hold anything in any of them, and which rows these are."""
    filled: Rows = np.logical_or.reduce([column.filled for column in columns])
    return columns if filled.all() else [column.taken(filled) for column in columns], filled


def plain_table(names: Sequence[str], columns: Sequence[Column], filled: Rows, *, first_row: int) -> PlainTable:
    """Return rows that hold anything as a table; `filled` are their places below the headings, from `first_row` on."""
    named = dict(zip(names, columns, strict=True))
    frame = pd.DataFrame({name: column.cells for name, column in named.items()})
    frame.index = pd.Index(np.flatnonzero(filled) + first_row, dtype="int64")
    different = {name: column.texts for name, column in named.items()}
    return PlainTable(frame=frame, different=different, empty_rows=int((~filled).sum()))
