"""A file becomes a table of text cells, and an account of how it was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from effektmatt.core import UNPRINTED
from effektmatt.data.coded_columns import PlainTable
from effektmatt.data.columns import repeated_names, told_apart
from effektmatt.data.databases import FILES, read_database, read_server
from effektmatt.data.file_kinds import file_kind
from effektmatt.data.formats import read_raw
from effektmatt.data.headings import Headed, headed
from effektmatt.data.numbers import Mark, find_mark
from effektmatt.data.opening import content_of, lies_within
from effektmatt.data.parquet_table import parquet_cells
from effektmatt.data.personal import mask_personal_numbers, personal_number_faults
from effektmatt.data.plain_text import LARGE, PlainText, read_plain_text
from effektmatt.data.raw_tables import HowToRead, KnownColumn, RawTable
from effektmatt.data.split_numbers import split_numbers
from effektmatt.data.survey_tools import Shape
from effektmatt.data.text import TEXT, different
from effektmatt.data.value_texts import canonical
from effektmatt.data.where import column_letter, row_ranges, shown
from effektmatt.errors import Fault, InputFaults, WrongCell

_ENOUGH = 64  # bytes that tell a database from other files

#: Where the headings stand is not known: what else is wrong with them cannot be said.
_OF_HEADINGS = frozenset({"title-above-header", "headings-in-two-rows", "header-row-empty"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a file was read; it is stated in the output.

    Parameters
    ----------
    file
        Name as it is shown, relative to the project folder.
    format
        "csv" (any text file of rows and cells), "xlsx", "xls", "xlsb", "ods", "sav" (packed or not), "por", "dta",
        "parquet", "px", "json-stat", "kolada", "sqlite", "duckdb" or "postgresql".
    encoding, bom, separator
        "utf-8", "utf-16", "cp1252", "cp850" or "mac-roman", whether a byte order mark said so, and ";", ",", tab or
        "|"; None and False where the format settles it, and no separator for a single column.
    decimal
        The decimal mark in the cells; None if no cell has decimals.
    sheet
        The sheet's name in a workbook.
    rows, empty_rows
        Rows with data, and totally empty rows below the header, which were skipped.
    left_out
        Rows that are no rows of data (a title, a sum, an answer that was never sent in), by the reason code.
    out_rows
        Which rows those are ("2, 45–47"), by the same codes.
    header_row, shape
        The row of the headings, and the survey tool that the file comes from, as the plan's `shape` names it.
    columns
        Names of the columns.
    sha256, bytes
        Checksum and size of the file, or of what was read of a database: which data a report rests on. No report
        tells the checksum as it stands.
    """

    file: str
    format: str
    encoding: str | None
    bom: bool
    separator: str | None
    decimal: Mark | None
    sheet: str | None
    rows: int
    empty_rows: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    out_rows: Mapping[str, str] = field(default_factory=dict, metadata=UNPRINTED)
    header_row: int = field(default=1, metadata=UNPRINTED)
    shape: str | None = None
    columns: tuple[str, ...]
    sha256: str = field(metadata=UNPRINTED)
    bytes: int


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The cells of a file, how it was read, and what its format and the tool that wrote it tell of its columns.

    `frame` holds text only, stripped of surrounding white space, empty cells as NaN; its index is the row number
    as a spreadsheet shows it: the header is row 1, an empty line counts, a cell of several lines is one row.
    """

    frame: pd.DataFrame
    reading: Reading
    known: Mapping[str, KnownColumn] = field(default_factory=dict)
    shape: Shape | None = None


def read_table(path: Path, *, shown_as: str, how: HowToRead = HowToRead()) -> Table:
    r"""Read a file into a table of text cells.

    Nothing is guessed about what cells mean: "007" stays "007" and "NA" stays "NA". The separator, the encoding
    and the decimal mark are found from the content and stated in the reading.

    Parameters
    ----------
    path
        The file.
    shown_as
        Its name as faults and reports show it.
    how
        What the plan says of how it is to be read.

    Raises
    ------
    InputFaults
        Whatever makes it no clean table, all faults at once as far as it can be read, and always if any cell
        holds a personal identity number.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "svar.csv"
    >>> _ = path.write_text("kod;medel\n007;3,5\n;\n012;\n", encoding="utf-8")
    >>> table = read_table(path, shown_as="svar.csv")
    >>> table.frame
       kod medel
    2  007   3,5
    4  012   NaN
    >>> table.reading.separator, table.reading.decimal, table.reading.rows, table.reading.empty_rows
    (';', ',', 2, 1)
    """
    table, faults = draft_table(path, shown_as=shown_as, how=how)
    if faults:
        raise InputFaults(faults)
    return table


def draft_table(path: Path, *, shown_as: str, how: HowToRead = HowToRead()) -> tuple[Table, tuple[Fault, ...]]:
    """Read as much of a file as can be read, and everything that is wrong with it; parameters as for `read_table`.

    Raises
    ------
    InputFaults
        Where there is no table at all.
    """
    database = _database_kind(path, how.within)
    if database is None:
        content = content_of(path, shown_as=shown_as, within=how.within)
        return _plain(content, shown_as, how) or _drafted(read_raw(content, shown_as, how), shown_as, how, content)
    with FILES[database](path, shown_as) as opened:
        raw = read_database(opened, database, shown_as, how)
    return _drafted(raw, shown_as, how, canonical(raw.rows))


def tables_of_file(path: Path, *, shown_as: str) -> tuple[str, ...] | None:
    """Return the tables and views that a file with a database holds; None for any other file.

    Raises
    ------
    InputFaults
        "database-closed", "driver-missing".
    """
    database = _database_kind(path, None)
    if database is None:
        return None
    with FILES[database](path, shown_as) as opened:
        return tuple(opened.tables())


def read_server_table(address: str, *, shown_as: str, how: HowToRead = HowToRead()) -> Table:
    """Read a table or a query of a database on a server; as `read_table`, which reads those in files."""
    raw = read_server(address, shown_as, how)
    table, faults = _drafted(raw, shown_as, how, canonical(raw.rows))
    if faults:
        raise InputFaults(faults)
    return table


def _database_kind(path: Path, within: Path | None) -> str | None:
    """Return which kind of database a file is: these are read where they lie, for they can be large."""
    try:
        if not lies_within(path, within) or not path.is_file():
            return None
        with path.open("rb") as file:
            kind = file_kind(file.read(_ENOUGH))
    except (OSError, RuntimeError, ValueError):  # told where the content is read
        return None
    return kind if kind in FILES else None


def _drafted(raw: RawTable, shown_as: str, how: HowToRead, content: bytes) -> tuple[Table, tuple[Fault, ...]]:
    """Make a table of what a reader has handed over; `content` is what was read, for its checksum."""
    table = headed(raw, how)
    if table is None:
        raise InputFaults([Fault(code="file-empty", file=shown_as, sheet=raw.sheet)])
    faults = [replace(fault, file=shown_as, sheet=raw.sheet) for fault in table.faults]
    if not any(fault.code in _OF_HEADINGS for fault in faults):
        faults += _header_faults(table, how.named, file=shown_as, sheet=raw.sheet)
    whole = _frame(told_apart(table.names, how.named), sorted([*table.data, *_below(table)], key=itemgetter(0)))
    faults += personal_number_faults(whole, file=shown_as, sheet=raw.sheet)
    frame = whole.loc[[number for number, _ in table.data]] if table.others else whole
    faults += _split_faults(whole, file=shown_as, sheet=raw.sheet)
    if raw.sheet is not None and mask_personal_numbers(raw.sheet) != raw.sheet:
        faults.append(Fault(code="personal-number-in-sheet", file=shown_as, got=mask_personal_numbers(raw.sheet)))
    reading = Reading(
        file=shown_as,
        format=raw.format,
        encoding=raw.encoding,
        bom=raw.bom,
        separator=raw.separator,
        decimal=raw.mark or find_mark(different(frame[name]) for name in frame.columns),
        sheet=raw.sheet,
        rows=len(table.data),
        empty_rows=table.empty_rows,
        left_out={**{reason: len(rows) for reason, rows in table.left_out.items()}, **raw.left_out},
        out_rows={reason: row_ranges(rows) for reason, rows in table.left_out.items()},
        header_row=table.header_row,
        shape=table.shape.tool if table.shape else None,
        columns=tuple(frame.columns),
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
    )
    return Table(frame, reading, {**table.known, **raw.known}, table.shape), tuple(faults)


def _plain(content: bytes, shown_as: str, how: HowToRead) -> tuple[Table, tuple[Fault, ...]] | None:
    """Make a table of a file that is nothing but headings and rows, column by column; None of any other."""
    kind = file_kind(content)
    if kind == "parquet":
        cells = parquet_cells(content, shown_as)
        if (table := cells.table(how)) is not None:
            return _of_columns(table, shown_as, content, kind=kind, mark=cells.mark, known=cells.known)
    elif kind == "text" and len(content) >= LARGE and (text := read_plain_text(content, how)) is not None:
        return _of_columns(text.table, shown_as, content, kind="csv", text=text)
    return None


def _of_columns(
    plain: PlainTable,
    shown_as: str,
    content: bytes,
    *,
    kind: str,
    text: PlainText | None = None,
    mark: Mark | None = None,
    known: Mapping[str, KnownColumn] = MappingProxyType({}),
) -> tuple[Table, tuple[Fault, ...]]:
    """Make a table of columns; `mark` and `known` where the format settles them."""
    frame, distinct = plain.frame, plain.different
    reading = Reading(
        file=shown_as,
        format=kind,
        encoding=None if text is None else "utf-8",
        bom=text is not None and text.bom,
        separator=None if text is None else text.separator,
        header_row=0 if text is None else 1,
        decimal=mark or find_mark(distinct.values()),
        sheet=None,
        rows=len(frame),
        empty_rows=plain.empty_rows,
        columns=tuple(frame.columns),
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
    )
    faults = (
        *personal_number_faults(frame, file=shown_as, distinct=distinct),
        *_split_faults(frame, file=shown_as, sheet=None),
    )
    return Table(frame, reading, known), faults


def _below(table: Headed) -> list[tuple[int, list[str]]]:
    return [one for one in table.others if one[0] > table.header_row]


def _header_faults(table: Headed, named: frozenset[str] | None, *, file: str, sheet: str | None) -> Iterator[Fault]:
    """Find what is wrong with the shape of the table: its header, and rows that do not fit below it."""
    names, header_row, data = table.names, table.header_row, table.data
    if not data:
        yield Fault(code="file-header-only", file=file, sheet=sheet, row=header_row)
    asked_for = names if named is None else [name if name in named else "" for name in names]
    yield from repeated_names(asked_for, file=file, sheet=sheet, row=header_row)
    for place in (place for place, name in enumerate(names) if not name):
        holding = [(number, row[place]) for number, row in data if place < len(row) and row[place]]
        if holding:
            yield _rows_fault("column-unnamed", holding, file, sheet, letter=column_letter(place))
    width = len(names)
    longer = [(number, next(filter(None, row[width:]))) for number, row in data if any(row[width:])]
    if longer:
        yield _rows_fault("row-too-long", longer, file, sheet, columns=width)


def _split_faults(frame: pd.DataFrame, *, file: str, sheet: str | None) -> Iterator[Fault]:
    """Find personal identity numbers that are split over two columns."""
    for split in split_numbers(frame):
        at = WrongCell(file=file, sheet=sheet, column=f"{split.date}, {split.last}", row=0, got="****")
        yield Fault(
            code="personal-number-split",
            file=file,
            sheet=sheet,
            row=split.rows[0],
            column=f"{split.date}, {split.last}",
            got=split.masked,
            rows=len(split.rows),
            cells=tuple(replace(at, row=row) for row in split.rows),
        )


def _rows_fault(code: str, found: list[tuple[int, str]], file: str, sheet: str | None, **details: str | int) -> Fault:
    """Return one fault for all the rows where the same thing is wrong, with the first cell and every row."""
    where = row_ranges(number for number, _ in found)
    return Fault(
        code=code,
        file=file,
        sheet=sheet,
        row=found[0][0],
        got=shown(found[0][1]),
        rows=len(found),
        cells=tuple(WrongCell(file=file, sheet=sheet, row=row, column="", got=shown(text)) for row, text in found),
        details={**details, "where": where},
    )


def _frame(names: list[str], data: list[tuple[int, list[str]]]) -> pd.DataFrame:
    """Return the cells under named columns; a repeated name is kept once (it is a fault anyway)."""
    width = len(names)
    padded = [row[:width] + [""] * (width - len(row)) for _, row in data]
    columns = dict(zip(names, zip(*padded, strict=True), strict=True)) if padded else dict.fromkeys(names, ())
    columns.pop("", None)
    index = pd.Index([number for number, _ in data], dtype="int64")
    texts = {name: [cell or None for cell in cells] for name, cells in columns.items()}
    return pd.DataFrame(texts, index=index, dtype=TEXT)


def by_file(frames: Iterable[tuple[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """Return rows by the name of their file, put together where a file is read for several waves."""
    together: dict[str, list[pd.DataFrame]] = {}
    for file, frame in frames:
        together.setdefault(file, []).append(frame)
    return {file: parts[0] if len(parts) == 1 else pd.concat(parts) for file, parts in together.items()}
