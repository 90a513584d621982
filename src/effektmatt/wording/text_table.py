"""A table whose every cell is already text in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


_NO_BREAK = "\u00a0"

#: Cells that say nothing; and how long a unit must be for a header to be the better place for it.
_NOTHING, _LONG = ("", "–"), 5


def _unit_of(column: Sequence[str]) -> str | None:
    """Return the unit that every number of a column is followed by, where it is a long word; else None."""
    told = [cell for cell in column if cell not in (*_NOTHING, "..")]
    units = {cell.rpartition(_NO_BREAK)[2] for cell in told}
    if len(units) != 1 or not all(_NO_BREAK in cell for cell in told):
        return None
    (unit,) = units
    return unit if len(unit) >= _LONG and unit.replace(" ", "").isalpha() else None


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

    def compact(self) -> TextTable:
        r"""Return the table as it is printed: no column without a value, and a long unit in the header once.

        >>> rows = (("A", "+1,0\u00a0procentenheter", "–"), ("B", "−2,0\u00a0procentenheter", ""))
        >>> header = ("Grupp", "Förändring", "Intervall")
        >>> table = TextTable(caption="Svar", header=header, rows=rows, numeric=(False, True, True))
        >>> table.compact().to_frame()
          Grupp Förändring (procentenheter)
        0     A                        +1,0
        1     B                        −2,0
        """
        columns = list(zip(*self.rows, strict=True)) if self.rows else [()] * len(self.header)
        header, cells, numeric = [], [], []
        for place, (name, column) in enumerate(zip(self.header, columns, strict=True)):
            if place and self.rows and all(cell in _NOTHING for cell in column):
                continue
            unit = _unit_of(column) if place and self.numeric[place] else None
            header.append(f"{name} ({unit})" if unit else name)
            cells.append([cell.removesuffix(f"{_NO_BREAK}{unit}") for cell in column] if unit else column)
            numeric.append(self.numeric[place])
        rows = tuple(zip(*cells, strict=True)) if self.rows else ()
        return replace(self, header=tuple(header), rows=rows, numeric=tuple(numeric))

    def to_frame(self) -> pd.DataFrame:
        """Return the table as a pandas frame of text.

        >>> TextTable(caption="Svar", header=("Fråga", "n"), rows=(("v1", "12"),), numeric=(False, True)).to_frame()
          Fråga   n
        0    v1  12
        """
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.header))
