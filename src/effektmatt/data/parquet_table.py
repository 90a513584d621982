"""Parquet files as columns of text cells: what a frame was saved as, by another program or another language."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from effektmatt.data.cell_texts import cell_as_text, shared_mark
from effektmatt.data.characters import clean
from effektmatt.data.coded_columns import Column, PlainTable, are_seen, column_of, plain_table, with_anything
from effektmatt.data.numbers import Mark
from effektmatt.data.raw_tables import HowToRead, KnownColumn, RawTable
from effektmatt.data.sheet_facts import refuse_cells
from effektmatt.data.survey_tools import are_plain_headings
from effektmatt.errors import Fault, InputFaults

if TYPE_CHECKING:
    import polars as pl

#: Between several answers in one cell, where a cell holds a list.
_BETWEEN = ";"
_FEW = 250  # rows that tell whether a survey tool has written the headings


@dataclass(frozen=True, slots=True, kw_only=True)
class ParquetCells:
    """The cells of a Parquet file as text, column by column, and what the file tells of its columns."""

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    mark: Mark | None
    known: Mapping[str, KnownColumn]

    def table(self, how: HowToRead) -> PlainTable | None:
        """Return them as a table, where the headings are names of columns and the plan says nothing of rows."""
        names = [" ".join(name.split()) for name in self.names]
        if how.sheet is not None or how.chooses_rows or not names:
            return None
        rows, filled = with_anything(self.columns)
        first = np.arange(int(filled.sum())) < _FEW
        below = [list(row) for row in zip(*(column.taken(first).rows() for column in rows), strict=True)]
        if not filled.any() or not are_plain_headings(names, below, how.shape):
            return None
        return plain_table(names, rows, filled, first_row=1)


def read_parquet(content: bytes, file: str, _how: HowToRead) -> RawTable:
    """Read a Parquet file as rows; parameters and faults as for `parquet_cells`."""
    read = parquet_cells(content, file)
    rows = [list(row) for row in zip(*(column.rows() for column in read.columns), strict=True)]
    return RawTable(rows=[[*read.names], *rows], format="parquet", mark=read.mark, known=read.known, first_row=0)


def parquet_cells(content: bytes, file: str) -> ParquetCells:
    """Read a Parquet file; a cell that holds a list has its values with a semicolon between them.

    Raises
    ------
    InputFaults
        "library-missing" where Polars is not installed, "file-damaged", "workbook-too-large".
    """
    try:
        import polars as pl
    except ModuleNotFoundError as error:
        raise InputFaults(
            [Fault(code="library-missing", file=file, got="polars", details={"extra": "fast"})]
        ) from error
    try:
        scanned = pl.scan_parquet(io.BytesIO(content))
        columns = len(scanned.collect_schema())
        refuse_cells(scanned.select(pl.len()).collect().item() * columns, file, of="table")
        frame = scanned.collect()
        held = [_different(column) for column in frame]
    except InputFaults:
        raise
    except (pl.exceptions.PolarsError, OSError, ValueError, OverflowError) as error:
        raise InputFaults([Fault(code="file-damaged", file=file, got=str(error).splitlines()[0])]) from error
    except pl.exceptions.PanicException as error:  # no Exception, but what Polars says of a file that it cannot stand
        raise InputFaults([Fault(code="file-damaged", file=file, got="Parquet")]) from error
    mark = shared_mark(held)
    cells = tuple(_column(one, values, mark) for one, values in zip(frame, held, strict=True))
    names = tuple(clean(one.name) for one in frame)
    return ParquetCells(names=names, columns=cells, mark=mark, known=dict(zip(names, map(_known, frame), strict=True)))


def _different(column: pl.Series) -> list[object]:
    """Return the different values of a column; a number of single precision as it was written, not as it is stored."""
    import polars as pl

    values = _unique(column).to_list()
    if column.dtype == pl.Float32:
        return [None if value is None else float(str(np.float32(value))) for value in values]
    return values


def _unique(column: pl.Series) -> pl.Series:
    import polars as pl

    return column if column.dtype.is_nested() or column.dtype == pl.Object else column.unique(maintain_order=True)


def _column(column: pl.Series, values: list[object], mark: Mark | None) -> Column:
    """Return a column as text: each different value is written once."""
    import polars as pl

    if column.dtype.is_integer():
        return column_of(column.cast(pl.String))
    if column.dtype == pl.String and are_seen(column.drop_nulls().unique().to_list()):
        return column_of(column).stripped()
    texts = [_text(value, mark) for value in values]
    if len(values) == len(column):
        return column_of(pl.Series(texts, dtype=pl.String)).stripped()
    written = column.replace_strict(_unique(column), pl.Series(texts, dtype=pl.String), return_dtype=pl.String)
    return column_of(written).stripped()


def _text(cell: object, mark: Mark | None) -> str:
    if isinstance(cell, list):
        return _BETWEEN.join(cell_as_text(one, mark) for one in cell)
    return cell_as_text(cell, mark)


def _known(column: pl.Series) -> KnownColumn:
    """Return what the format tells of a column: dates or numbers, and the order of declared answers."""
    import polars as pl

    kind = (
        "date" if isinstance(column.dtype, pl.Date | pl.Datetime) else "number" if column.dtype.is_numeric() else None
    )
    declared = column.dtype.categories.to_list() if isinstance(column.dtype, pl.Enum) else []
    return KnownColumn(answers={clean(one): clean(one) for one in declared}, kind=kind)
