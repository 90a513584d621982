"""What every reader of a format hands over, and how the plan asks for a file to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from effektmatt.data.numbers import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToRead:
    """What the plan says of how a file is to be read; whatever it leaves out is found from the content.

    Parameters
    ----------
    sheet
        Sheet of a workbook; None: the only one that holds anything.
    """

    sheet: str | None = None


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
    kind
        "text", "number" or "date" where the format says which.
    """

    label: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, int] = field(default_factory=dict)
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """Rows of text cells as a format holds them: row 1 of the file is `rows[0]`, headings and titles are rows too.

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
    """

    rows: list[list[str]]
    format: str
    encoding: str | None = None
    bom: bool = False
    separator: str | None = None
    sheet: str | None = None
    mark: Mark | None = None
    known: Mapping[str, KnownColumn] = field(default_factory=dict)
