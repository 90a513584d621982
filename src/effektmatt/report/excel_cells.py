"""The cells of a table as a workbook holds them: numbers with a format, everything else as text.

A number is the one that the report prints, rounded as it is there. Two numbers in one cell ("82 till 89 %",
"134 av 151") become two columns, so that each can be reckoned with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from effektmatt.wording import words
from effektmatt.wording.marks import pieces, plain
from effektmatt.wording.text_table import TextTable

#: Cells that say nothing: a value that is missing, and one that is hidden.
SILENT = ("", "–", "..")

# Thousands and decimals as each language writes them (`wording/numbers.py`).
_NUMBER = {
    "sv": re.compile(r"([+−]?)(\d{1,3}(?:\u00a0\d{3})+|\d+)(?:,(\d+))?(?:\u00a0(\D+))?"),
    "en": re.compile(r"([+−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:\u00a0(\D+)|(%))?"),
}
_LARGEST = 2**53  # whole numbers above are not exact in a workbook

# What two numbers in one cell are said with, and what the column of each is then called.
_PAIRS = (
    ("span", ("low", "high"), ("workbook-from", "workbook-to")),
    ("table-n-of", ("n", "population"), (None, "workbook-of")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell: a number or a text, and the ids of the printed values in it."""

    value: float | str
    unit: str = ""
    decimals: int = 0
    signed: bool = False
    grouped: bool = True
    marks: tuple[int, ...] = ()

    @property
    def format(self) -> str | None:
        """The number format, with a true minus; Excel itself writes decimals and thousands as its reader does."""
        if isinstance(self.value, str):
            return None
        digits = ("#,##0" if self.grouped else "0") + ("." + "0" * self.decimals if self.decimals else "")
        unit = self.unit.replace('"', "")
        digits += "" if not unit else f"{unit}" if unit.strip() == "%" else f'"{unit}"'
        return f'{"+" if self.signed else ""}{digits};"−"{digits};{digits}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table to be written: its columns' names, and their cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet_of(table: TextTable, language: str) -> Sheet:
    """Return a table with its numbers as numbers.

    >>> rows = (("Alla", "134 av 151", "85,4 till 90,8\u00a0%"), ("Män", "..", ".."))
    >>> table = TextTable(caption="x", header=("Grupp", "Antal", "Intervall"), rows=rows, numeric=(False, True, True))
    >>> made = sheet_of(table, "sv")
    >>> made.header
    ('Grupp', 'Antal', 'Antal, av', 'Intervall, från', 'Intervall, till')
    >>> [cell.value for cell in made.rows[0]]
    ['Alla', 134.0, 151.0, 0.854, 0.908]
    """
    shown = table.compact()
    columns: list[tuple[str, list[Cell]]] = []
    for place, name in enumerate(shown.header):
        told = [row[place] for row in shown.rows]
        if shown.numeric[place]:
            columns += [_in_header(plain(title), cells) for title, cells in _split(name, told, language)]
        else:
            columns.append((plain(name), [_text(cell) for cell in told]))
    header = _distinct([name for name, _ in columns])
    return Sheet(header=header, rows=tuple(zip(*(cells for _, cells in columns), strict=True)))


def _split(name: str, told: Sequence[str], language: str) -> Iterator[tuple[str, list[Cell]]]:
    """Yield a column of numbers, or the two that it becomes where every cell that says something holds two."""
    say = words(language).say
    for code, (first, second), names in _PAIRS:
        one, _, between = say(code, **{first: "\ue000", second: "\ue001"}).partition("\ue000")
        pattern = re.compile(f"{re.escape(one)}(.+?){re.escape(between.partition(chr(0xE001))[0])}(.+)")
        found = [pattern.fullmatch(cell) for cell in told]
        pairs = [match and _pair(match[1], match[2], language) for match in found]
        if any(pairs) and all(pair or plain(cell) in SILENT for pair, cell in zip(pairs, told, strict=True)):
            for place, named in enumerate(names):
                cells = [pair[place] if pair else _text(cell) for pair, cell in zip(pairs, told, strict=True)]
                yield (name if named is None else say(named, name=plain(name))), cells
            return
    yield name, [_number(cell, language) or _text(cell) for cell in told]


def _pair(first: str, second: str, language: str) -> tuple[Cell, Cell] | None:
    """Return two numbers of which only the second tells the unit."""
    low, high = _number(first, language), _number(second, language)
    if low is None or high is None:
        return None
    if high.unit and not low.unit:
        low = _number(first + second[len(second) - len(_unit_in(second, language)) :], language) or low
    return low, high


def _unit_in(told: str, language: str) -> str:
    """Return the unit at the end of a number, with the space before it."""
    found = _NUMBER[language].fullmatch(plain(told))
    unit = next((part for part in found.groups()[3:] if part), "") if found else ""
    return f"\u00a0{unit}" if unit and f"\u00a0{unit}" in told else unit


def _number(told: str, language: str) -> Cell | None:
    """Return a cell that holds one number and nothing else; None of any other."""
    found = _NUMBER[language].fullmatch(plain(told))
    if found is None:
        return None
    sign, whole, part, *units = found.groups()
    digits = re.sub(r"\D", "", whole)
    if int(digits) > _LARGEST:
        return None
    size = Decimal(f"{digits}.{part or 0}") * (-1 if sign == "−" else 1)
    unit = next((one for one in units if one), "")
    space = "" if units[1:] and units[1] else "\u00a0"
    return Cell(
        value=float(size / 100 if unit == "%" else size),
        unit=f"{space}{unit}" if unit else "",
        decimals=len(part or ""),
        signed=sign == "+",
        grouped=len(digits) < 4 or digits != whole,
        marks=_marks(told),
    )


def _text(told: str) -> Cell:
    return Cell(value=plain(told), marks=_marks(told))


def _marks(told: str) -> tuple[int, ...]:
    return tuple(number for number, _ in pieces(told) if number is not None)


def _in_header(name: str, cells: list[Cell]) -> tuple[str, list[Cell]]:
    """Return a column with its unit in its name, where all its numbers have one: "Belopp (kr)". Per cent stays."""
    units = {cell.unit for cell in cells if not isinstance(cell.value, str)}
    others = [cell for cell in cells if isinstance(cell.value, str) and cell.value not in SILENT]
    unit = units.pop() if len(units) == 1 and not others else ""
    if not unit or unit.strip() == "%":
        return name, cells
    return f"{name} ({unit.strip()})", [replace(cell, unit="") for cell in cells]


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Return names for a table's columns: none empty, none twice, whatever case it is written in."""
    given: dict[str, str] = {}
    for place, name in enumerate(names, start=1):
        wanted = " ".join(name.split()) or str(place)
        again = (wanted, *(f"{wanted} ({number})" for number in range(2, len(names) + 2)))
        chosen = next(one for one in again if one.casefold() not in given)
        given[chosen.casefold()] = chosen
    return tuple(given.values())
