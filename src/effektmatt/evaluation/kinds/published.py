"""What index and series have in common: published values, some of them signs; parts that stand beside their total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from effektmatt.core import Note
from effektmatt.data.cells import Problem, as_numbers
from effektmatt.data.cubes import CODE
from effektmatt.data.signs import OF_FORMAT, ZERO, signs_of
from effektmatt.data.totals import total_of
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import LoadedFile

_MOST_VALUES = 12


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """A number for every row that has one, why others have none, the cells that are neither, and what to say of it."""

    numbers: pd.Series[float]
    signs: pd.Series[Any]
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...]


def published(file: LoadedFile, column: str, signs: str | None) -> Published:
    """Read a column of published values; `signs` is what the plan says of whose signs stand in it."""
    cells = file.frame[column]
    meant = cells.map(dict(signs_of(signs, file.reading.format)))
    read = as_numbers(cells.mask(meant.notna()), file.reading.decimal, whole=False)
    numbers = read.typed.mask(meant == ZERO, 0.0)
    faults = tuple(_no_numbers(read.problems, cells, column, file))
    return Published(numbers, meant.mask(meant == ZERO), faults, tuple(read.percent_notes(file.reading.file)))


def empty_cells(file: LoadedFile, column: str) -> Iterator[Fault]:
    """Yield the fault of empty cells in a column that must be filled in; published formats have them on purpose."""
    rows = [int(row) for row in file.frame.index[file.frame[column].isna()]]
    if rows and file.reading.format not in OF_FORMAT:
        empty = replace(_fault("cell-empty", rows[0], column, "", file), got=None)
        yield replace(empty, rows=len(rows), details={"where": row_ranges(rows)})


def _no_numbers(problems: Sequence[Problem], cells: pd.Series[str], column: str, file: LoadedFile) -> Iterator[Fault]:
    for problem in problems:
        for text in problem.texts[:1] if problem.one else problem.texts:
            rows = cells.index[cells == text]
            wrong = _fault(problem.code, int(rows[0]), column, text, file)
            yield replace(wrong, expected=problem.expected, rows=len(rows), details=problem.details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """A row for what an earlier row stands for already: `place` and `earlier` count the file's rows from 0."""

    place: int
    earlier: int
    got: str


def twice_faults(found: Sequence[Twice], file: LoadedFile, named: Sequence[str]) -> Iterator[Fault]:
    """Yield why values stand twice: parts and their total side by side, where a column tells them apart; else each row.

    `named` are the columns that the plan reads, by which the rows are the same; the last is that of the times.
    """
    if not found:
        return
    column = _apart(found, file.frame, named)
    if column is not None:
        yield _parts(column, file, found)
        return
    for one in found:
        rows = file.frame.index[[one.place, one.earlier]]
        repeated = _fault("index-repeated", int(rows[0]), named[-1], one.got, file)
        yield replace(repeated, details={"earlier": str(rows[1])})


def _apart(found: Sequence[Twice], frame: pd.DataFrame, named: Sequence[str]) -> str | None:
    """Return the column by which all rows that stand for the same differ, if there is one with few values."""
    others = [str(name) for name in frame.columns if name not in named and not _is_code(str(name), frame)]
    places, earlier = [one.place for one in found], [one.earlier for one in found]
    for name in others:
        cells = frame[name]
        differ = cells.iloc[places].to_numpy() != cells.iloc[earlier].to_numpy()
        if differ.all() and cells.nunique() <= _MOST_VALUES:
            return name
    return None


def _is_code(name: str, frame: pd.DataFrame) -> bool:
    return name.endswith(CODE) and name.removesuffix(CODE) in frame


def _parts(column: str, file: LoadedFile, found: Sequence[Twice]) -> Fault:
    values = tuple(str(value) for value in file.frame[column].dropna().unique())
    total = total_of(values, file.known.get(column))
    parts = _fault("index-parts", int(file.frame.index[found[0].place]), column, total or values[0], file)
    details = {"total": "yes" if total else "no", "column": column}
    return replace(parts, expected=tuple(map(shown, values)), details=details)


def _fault(code: str, row: int, column: str, got: str, file: LoadedFile) -> Fault:
    reading = file.reading
    return Fault(code=code, file=reading.file, sheet=reading.sheet, row=row, column=column, got=shown(got))
