"""Parquet files as rows of text cells: what a frame was saved as, by another program or another language."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

from effektmatt.data.cell_texts import cell_as_text, shared_mark
from effektmatt.data.characters import clean
from effektmatt.data.numbers import Mark
from effektmatt.data.raw_tables import HowToRead, KnownColumn, RawTable
from effektmatt.data.sheet_facts import refuse_cells
from effektmatt.errors import Fault, InputFaults

if TYPE_CHECKING:
    import polars as pl

#: Between several answers in one cell, where a cell holds a list.
_BETWEEN = ";"


def read_parquet(content: bytes, file: str, _how: HowToRead) -> RawTable:
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
        held = [_values(column) for column in frame]
    except InputFaults:
        raise
    except (pl.exceptions.PolarsError, OSError, ValueError, OverflowError) as error:
        raise InputFaults([Fault(code="file-damaged", file=file, got=str(error).splitlines()[0])]) from error
    except pl.exceptions.PanicException as error:  # no Exception, but what Polars says of a file that it cannot stand
        raise InputFaults([Fault(code="file-damaged", file=file, got="Parquet")]) from error
    mark = shared_mark(held)
    rows = [[_text(cell, mark) for cell in row] for row in zip(*held, strict=True)]
    known = {clean(column.name): _known(column) for column in frame}
    return RawTable(rows=[[*known], *rows], format="parquet", mark=mark, known=known, first_row=0)


def _values(column: pl.Series) -> list[object]:
    """Return the values of a column; a number of single precision as it was written, not as it is stored."""
    import polars as pl

    if column.dtype == pl.Float32:
        return [None if value is None else float(str(np.float32(value))) for value in column]
    return column.to_list()


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
