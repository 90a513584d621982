"""A table whose every cell is already text in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """What a report prints as a table.

    Parameters
    ----------
    caption
        What the table shows; every table has one.
    header
        The columns' names.
    rows
        The cells, row by row; the first cell of a row is the row's header.
    numeric
        Which columns hold numbers and are set flush right.
    note
        What a reader must know to read the cells right, for example what ".." means.

    Raises
    ------
    ValueError
        If a row, or `numeric`, is not as long as the header.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    note: str | None = None

    def __post_init__(self) -> None:
        for row in (self.numeric, *self.rows):
            if len(row) != len(self.header):
                raise ValueError(f"{self.caption!r} has {len(self.header)} columns; got a row of {len(row)}")

    def to_frame(self) -> pd.DataFrame:
        """Return the table as a pandas frame of text.

        >>> TextTable(caption="Svar", header=("Fråga", "n"), rows=(("v1", "12"),), numeric=(False, True)).to_frame()
          Fråga   n
        0    v1  12
        """
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.header))
