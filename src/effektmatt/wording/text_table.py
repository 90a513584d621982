"""A table whose every cell is already text in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from effektmatt.wording.marks import as_html, plain

if TYPE_CHECKING:
    import pandas as pd

    from effektmatt.wording.language import Words

Row = TypeVar("Row")

_NO_BREAK = "\u00a0"

#: Cells that say nothing; and how long a unit must be for a header to be the better place for it.
_NOTHING, _LONG = ("", "–"), 5


def _unit_of(column: Sequence[str]) -> str | None:
    """Return the unit that every number of a column is followed by, where it is a long word; else None."""
    told = [cell for cell in column if plain(cell) not in (*_NOTHING, "..")]
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

    def unmarked(self) -> TextTable:
        """Return the table as it reads, without the marks of printed values."""
        rows = tuple(tuple(map(plain, row)) for row in self.rows)
        return replace(self, caption=plain(self.caption), rows=rows, note=self.note and plain(self.note))

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

    def to_html(self, *, captioned: bool = True, number: str = 'class="number"', text: str = "") -> str:
        """Return the table as HTML with header cells for columns and rows; its note is not in it.

        With `captioned` False the caption is for screen readers only. `number` and `text` are the attributes of the
        cells of either kind.

        >>> TextTable(caption="Svar", header=("Fråga", "n"), rows=(("v1", "12"),), numeric=(False, True)).to_html()[:36]
        '<table><caption>Svar</caption><thead'
        """
        looks = [f" {look}" if (look := number if flush else text) else "" for flush in self.numeric]
        caption = as_html(self.caption) if captioned else f'<span class="unseen">{as_html(self.caption)}</span>'
        header = "".join(
            f'<th scope="col"{look}>{as_html(name)}</th>' for name, look in zip(self.header, looks, strict=True)
        )
        body = "\n".join(_row_html(row, looks) for row in self.rows)
        return f"<table><caption>{caption}</caption><thead><tr>{header}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"

    def _repr_html_(self) -> str:
        """Return the table as a notebook shows it, which would set text flush right too."""
        note = f"<p>{as_html(self.note)}</p>" if self.note else ""
        return self.to_html(number='style="text-align:right"', text='style="text-align:left"') + note


def _row_html(row: tuple[str, ...], looks: Sequence[str]) -> str:
    cells = "".join(f"<td{look}>{as_html(cell)}</td>" for cell, look in zip(row[1:], looks[1:], strict=True))
    return f'<tr><th scope="row">{as_html(row[0])}</th>{cells}</tr>'


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column of a table to be made.

    Parameters
    ----------
    code
        What its name is called in the wording files: "value" for "column-value".
    cell
        What stands in it for a row, as text.
    numeric
        Whether it holds numbers; the first column of a table never does.
    name
        Its name, where that is none of the wording files'.
    silent
        Cells that say nothing: a column with no other is left out of the table.
    """

    code: str
    cell: Callable[[Row], str]
    numeric: bool = True
    name: str | None = None
    silent: tuple[str, ...] | None = None


def table_of(
    rows: Iterable[Row], *columns: Column[Row], caption: str, words: Words, note: str | None = None
) -> TextTable:
    """Return the table of these rows in these columns."""
    rows = tuple(rows)
    made = [(column, [column.cell(row) for row in rows]) for column in columns]
    kept = [
        (column, cells)
        for column, cells in made
        if column.silent is None or set(map(plain, cells)) - set(column.silent)
    ]
    return TextTable(
        caption=caption,
        header=tuple(words.say(f"column-{one.code}") if one.name is None else one.name for one, _ in kept),
        rows=tuple(zip(*(cells for _, cells in kept), strict=True)),
        numeric=tuple(place > 0 and column.numeric for place, (column, _) in enumerate(kept)),
        note=note,
    )


def tables_once(tables: Iterable[TextTable]) -> tuple[TextTable, ...]:
    """Return tables without those that read like one before."""
    first: dict[TextTable, TextTable] = {}
    for table in tables:
        first.setdefault(table.unmarked(), table)
    return tuple(first.values())
