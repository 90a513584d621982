"""The tables that lie in a folder: every file that can be read as one, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path

import narwhals as nw
import pandas as pd

from effektmatt.data.databases import database_table
from effektmatt.data.describing import described
from effektmatt.data.descriptions import Description
from effektmatt.data.long_names import LongNames
from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import Table, draft_table, tables_of_file
from effektmatt.data.text import TEXT
from effektmatt.data.values import folded
from effektmatt.data.wide import as_rows
from effektmatt.errors import Fault, InputFaults

#: How files with tables end; whatever else lies in a folder is not looked at.
TABLE_FILES = frozenset(
    f".{ending}"
    for ending in (
        *("csv", "tsv", "txt", "tab", "xlsx", "xlsm", "xls", "xlsb", "ods"),
        *("sav", "zsav", "por", "dta", "parquet", "px", "json"),
        *("db", "db3", "sqlite", "sqlite3", "duckdb", "ddb"),
    )
)
#: What a plan settles by leaving the row out: it may be none of the data.
_SETTLED = frozenset({"row-may-be-sum", "row-may-be-footnote"})
#: A table with years as columns has at most so many others that tell rows apart: a unit, and what is told of it.
_MOST_BESIDE = 2
#: Statistics cross more than that, and hold nearly all of what is crossed; a list of people does not.
_CROSSED = 0.9
#: What effektmatt itself, the making of a sample, or Windows leaves in a folder.
_OWN = frozenset({"plan.schema.json", "results.json", "truth.json", "Thumbs.db"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FoundTable:
    """A table that lies in a folder: what it holds, and what is wrong with it.

    Parameters
    ----------
    file, sheet, stored_as
        Its name in the folder; the sheet where the workbook has several; its name within a database.
    table, description
        None where it cannot be read at all.
    faults
        What keeps a plan from reading it.
    settled
        What would, if the plan did not leave these rows out.
    """

    file: str
    sheet: str | None = None
    stored_as: str | None = None
    table: Table | None = None
    description: Description | None = None
    faults: tuple[Fault, ...] = ()
    settled: tuple[Fault, ...] = ()

    @property
    def skip_rows(self) -> tuple[int, ...]:
        """The rows that a plan must leave out for the others to be read."""
        return tuple(fault.row for fault in self.settled if fault.row is not None)

    @property
    def place(self) -> tuple[str, str | None]:
        """Which of all tables of the folder it is."""
        return self.file, self.sheet or self.stored_as

    @property
    def called(self) -> str:
        """What it is called in words."""
        return database_table(self.file, self.stored_as) if self.stored_as else self.file


def tables_in(path: Path) -> list[FoundTable]:
    """Return the tables of a folder, in the order of their names, or those of one file.

    Raises
    ------
    InputFaults
        "folder-missing" where there is neither.
    """
    if is_folder(path) is None:
        raise InputFaults([Fault(code="folder-missing", got=str(path))])
    if not is_folder(path):
        return list(_tables(path))
    return [found for file in sorted(path.iterdir()) if _may_be_table(file) for found in _tables(file)]


def is_folder(path: Path) -> bool | None:
    """Say whether there is a folder of a name, or a file (False); None where there is nothing, or nothing can be."""
    try:
        return path.is_dir() or (False if path.is_file() else None)
    except OSError:  # a name that is too long for any system
        return None


def _may_be_table(file: Path) -> bool:
    hidden = file.name.startswith((".", "~$"))
    return file.is_file() and not hidden and file.suffix.lower() in TABLE_FILES and file.name not in _OWN


def _tables(path: Path) -> Iterator[FoundTable]:
    """Yield the one table of a file, those of the sheets of a workbook, or those of a database."""
    try:
        stored = tables_of_file(path, shown_as=path.name)
        if stored is None:
            yield _table(path, FoundTable(file=path.name))
            return
    except InputFaults as error:
        sheets = next((fault.expected for fault in error.faults if fault.code == "sheet-unclear"), ())
        if not sheets:
            yield FoundTable(file=path.name, faults=error.faults)
        parts = [FoundTable(file=path.name, sheet=sheet) for sheet in sheets]
    else:
        parts = [FoundTable(file=path.name, stored_as=name) for name in stored]
    for part in parts:
        try:
            yield _table(path, part)
        except InputFaults as wrong:
            yield replace(part, faults=wrong.faults)


def _table(path: Path, part: FoundTable) -> FoundTable:
    """Read and describe one table of a file."""
    how = HowToRead(sheet=part.sheet, table=part.stored_as)
    table, faults = draft_table(path, shown_as=part.called, how=how)
    settled: tuple[Fault, ...] = ()
    if faults and all(fault.code in _SETTLED for fault in faults):
        settled = faults
        rows = frozenset(fault.row for fault in faults if fault.row is not None)
        table, faults = draft_table(path, shown_as=part.called, how=replace(how, skip_rows=rows))
    table = replace(table, frame=_in_words(table).astype(TEXT))
    description = _described(table, part.called, part.sheet)
    return replace(part, table=table, description=description, faults=faults, settled=settled)


def with_years_as_rows(found: FoundTable, names: LongNames) -> FoundTable:
    """Return a table that has a column for each year as a plan reads it: with a row for each."""
    if found.table is None:
        return found
    try:
        long = as_rows(found.table, names)
    except InputFaults as error:
        return replace(found, faults=error.faults)
    if long is found.table or not _is_published(long.frame, names):  # nothing tells which of them the values are of
        return found
    return replace(found, table=long, description=_described(long, long.reading.file, found.sheet))


def _is_published(frame: pd.DataFrame, names: LongNames) -> bool:
    """Whether few columns tell values apart beside the year, or there is a value for each of what they cross.

    Columns of one value, or of a name's code, tell nothing apart.
    """
    columns = [frame[name].fillna("") for name in frame.columns if name not in (names.period, names.value)]
    numbers = {tuple(pd.factorize(column)[0].tolist()) for column in columns if len(set(column)) > 1}
    crossed = frame[names.period].nunique() * prod(len(set(column)) for column in numbers)
    return len(numbers) <= _MOST_BESIDE or len(frame) >= _CROSSED * crossed


def _described(table: Table, file: str, sheet: str | None) -> Description:
    cells = nw.from_native(table.frame, eager_only=True)
    return described(cells, table.known, file=file, sheet=sheet)


def _in_words(table: Table) -> pd.DataFrame:
    """Return the cells of a table, codes that the file itself has words for as these words."""
    frame = table.frame.copy(deep=False)
    for name, known in table.known.items():
        if name in frame and len({folded(label) for label in known.answers.values()}) == len(known.answers):
            frame[name] = frame[name].replace(dict(known.answers))
    return frame
