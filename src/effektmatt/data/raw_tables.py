"""What every reader of a format hands over, and how the plan asks for a file to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from effektmatt.data.numbers import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToRead:
    """What the plan says of how a file is to be read; whatever it leaves out is found from the content.

    Parameters
    ----------
    sheet
        Sheet of a workbook; None: the only one that holds anything.
    header_row
        The row of the headings; None: found.
    skip_rows, keep_rows
        Rows that are no rows of data, and rows that are whatever they look like.
    shape
        The survey tool that wrote the file (`survey_tools.TOOLS`), "plain" for none; None: found.
    keep_incomplete
        Whether answers that were never sent in are read as others are.
    answers
        By column, the words (`values.folded`) that the plan has for what can stand in it: a value that is called so is
        read, also where the file declares it to be no answer.
    named
        What a column can be called that anybody asks for: only two of such a name are a fault. None: any name.
    within
        The folder that the file must lie in; None: anywhere.
    table, query
        Table or query of a database; None: its only table.
    """

    sheet: str | None = None
    header_row: int | None = None
    skip_rows: frozenset[int] = frozenset()
    keep_rows: frozenset[int] = frozenset()
    shape: str | None = None
    keep_incomplete: bool = False
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    named: frozenset[str] | None = None
    within: Path | None = None
    table: str | None = None
    query: str | None = None

    @property
    def chooses_rows(self) -> bool:
        """Whether the plan says of rows what they are, or which survey tool wrote them."""
        return bool(self.header_row or self.skip_rows or self.keep_rows) or self.shape not in (None, "plain")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownColumn:
    """What a format itself tells of one of its columns, beside the cells.

    Parameters
    ----------
    label
        The question in words.
    answers
        The labels of the values by value as it stands in the cells, in the order of the values.
    missing
        How many cells were declared to be no answer, by the label (or the value) that said so; those cells are empty.
    total
        The value that stands for all the others together.
    kind
        "text", "number" or "date" where the format says which.
    multiple
        The question of several answers that the column is one answer of.
    unit
        What its numbers are counted in.
    """

    label: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, int] = field(default_factory=dict)
    total: str | None = None
    kind: str | None = None
    multiple: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """Rows of text cells as a format holds them: headings and titles are rows too.

    Parameters
    ----------
    rows
        The cells, "" where there is nothing.
    format
        What `Reading.format` says.
    encoding, bom, separator, sheet
        As in `Reading`.
    mark
        The decimal mark where the format settles it.
    known
        What the format tells of its columns, by their names; nothing in most formats.
    first_row
        The number of `rows[0]`. Where the format keeps the headings apart from the rows it is 0, and no other row can
        be anything but data.
    left_out
        How many rows the reader has left out, by the reason code; they are not among `rows`.
    """

    rows: list[list[str]]
    format: str
    encoding: str | None = None
    bom: bool = False
    separator: str | None = None
    sheet: str | None = None
    mark: Mark | None = None
    known: Mapping[str, KnownColumn] = field(default_factory=dict)
    first_row: int = 1
    left_out: Mapping[str, int] = field(default_factory=dict)
