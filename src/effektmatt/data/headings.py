"""Where the headings stand in the rows of a file, which rows are data, and which are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from effektmatt.data.raw_tables import HowToRead, RawTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A table whose headings and rows of data are told apart.

    Parameters
    ----------
    header_row
        The row of the headings, as a spreadsheet shows it.
    names
        The headings, "" where there is none.
    data
        Rows that hold anything below the headings, each with its number.
    left_out
        How many rows are no rows of data, by the reason code.
    """

    header_row: int
    names: list[str]
    data: list[tuple[int, list[str]]]
    left_out: Mapping[str, int] = field(default_factory=dict)


def headed(raw: RawTable, _how: HowToRead) -> Headed | None:
    """Tell the headings of a table from its data; None where nothing stands in it."""
    rows = [[cell.strip() for cell in row] for row in raw.rows]
    filled = [(number, row) for number, row in enumerate(rows, start=raw.first_row) if any(row)]
    if not filled:
        return None
    (header_row, header), data = filled[0], filled[1:]
    return Headed(header_row=header_row, names=[" ".join(name.split()) for name in header], data=data)
