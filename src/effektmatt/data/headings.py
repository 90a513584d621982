"""Where the headings stand in the rows of a file, which rows are data, and which are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from effektmatt.data.not_rows import Sorted, told_apart
from effektmatt.data.raw_tables import HowToRead, KnownColumn, RawTable
from effektmatt.data.survey_tools import Shape, codes_and_texts, import_row, no_answers, shape_of
from effektmatt.data.titles import header_place
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault

#: Rows that hold anything, with their numbers as a spreadsheet shows them.
Rows = list[tuple[int, list[str]]]

#: Formats that people fill in as they please: titles, sums and remarks may stand among the rows.
_BY_HAND = frozenset({"csv", "xlsx", "xlsm", "xls", "xlsb", "ods"})


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
        Rows of data below the headings, each with its number.
    others
        The other rows that hold anything, and `left_out` their numbers by the reason code.
    empty_rows
        How many rows below the headings hold nothing.
    shape
        The survey tool that wrote the file.
    known
        What the headings tell of columns beside their names.
    faults
        Rows that may be data or not, and rows of the plan that are not there; without the name of the file.
    """

    header_row: int
    names: list[str]
    data: Rows
    others: Rows = field(default_factory=list)
    left_out: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    empty_rows: int = 0
    shape: Shape | None = None
    known: Mapping[str, KnownColumn] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


class _Rows:
    """Rows on their way to be told apart: those that may still be data, and why others are not."""

    def __init__(self, filled: Rows) -> None:
        self.left = filled
        self.left_out: dict[str, tuple[int, ...]] = {}

    def leave(self, reason: str, numbers: Collection[int]) -> None:
        """Take rows out for a reason."""
        found = tuple(number for number, _ in self.left if number in numbers)
        if found:
            self.left_out[reason] = (*self.left_out.get(reason, ()), *found)
            self.left = [one for one in self.left if one[0] not in numbers]

    def leave_first(self, reason: str, many: int) -> None:
        """Take the first rows out."""
        self.leave(reason, {number for number, _ in self.left[:many]})


def headed(raw: RawTable, how: HowToRead) -> Headed | None:
    """Tell the headings of a table from its data; None where nothing stands in it."""
    rows = [[cell.strip() for cell in row] for row in raw.rows]
    filled = [(number, row) for number, row in enumerate(rows, start=raw.first_row) if any(row)]
    if not filled:
        return None
    by_hand = raw.format in _BY_HAND and raw.first_row > 0
    last = raw.first_row + len(rows) - 1
    sorting = _Rows(filled)
    sorting.leave("skipped", how.skip_rows)
    if not sorting.left:
        return None
    place, fault = header_place(sorting.left, how.header_row) if by_hand else (0, None)
    sorting.leave_first("title", place)
    header_row, header = sorting.left.pop(0)
    above = rows[header_row - raw.first_row - 1] if place and how.header_row else []
    names, known = _names(header, above, how)
    imported = _take_further_headings(sorting, how)
    known = {**known, **_labels(names, imported[:-1])}
    unclear = _sort_out(sorting, names, raw, how) if by_hand else ()
    shape = shape_of(names, [row for _, row in sorting.left], wanted=how.shape, imported=bool(imported))
    _leave_no_answers(sorting, names, shape, how)
    kept = {number for number, _ in sorting.left}
    return Headed(
        header_row=header_row,
        names=names,
        data=sorting.left,
        others=[one for one in filled if one[0] not in kept and one[0] != header_row],
        left_out=sorting.left_out,
        empty_rows=last - header_row - sum(number > header_row for number, _ in filled),
        shape=shape,
        known=known,
        faults=(*([fault] if fault else []), *_no_choice(how, by_hand=by_hand), *unclear, *_absent(how, last)),
    )


def _names(header: list[str], above: list[str], how: HowToRead) -> tuple[list[str], dict[str, KnownColumn]]:
    """Return the names of the columns, and what the headings tell beside them.

    Where the plan names the row, a cell that is merged with the one above it has its name there.
    """
    if sum(map(bool, above)) > 1:
        header = [name or (above[place] if place < len(above) else "") for place, name in enumerate(header)]
    names = [" ".join(name.split()) for name in header]
    split = codes_and_texts(names) if how.shape in (None, "limesurvey") else None
    return split or (names, {})


def _take_further_headings(sorting: _Rows, how: HowToRead) -> list[list[str]]:
    """Take Qualtrics' further headings out and return them: question texts and, last, import ids."""
    rows = [row for _, row in sorting.left[:5]]
    last = import_row(rows) if how.shape in (None, "qualtrics") else None
    if last is None:
        return []
    sorting.leave_first("further-heading", last + 1)
    return rows[: last + 1]


def _labels(names: list[str], texts: list[list[str]]) -> dict[str, KnownColumn]:
    """Return the question texts that stand below the names, where they say anything else."""
    found = {}
    for cells in texts[:1]:
        for name, cell in zip(names, cells, strict=False):
            label = " ".join(cell.split())
            if name and label and label != name:
                found[name] = KnownColumn(label=label)
    return found


def _sort_out(sorting: _Rows, names: list[str], raw: RawTable, how: HowToRead) -> tuple[Fault, ...]:
    """Take out what is surely no row of data, and return the faults of what may be none."""
    found: Sorted = told_apart(names, [one for one in sorting.left if one[0] not in how.keep_rows], raw.mark)
    for reason, numbers in found.left_out.items():
        sorting.leave(reason, set(numbers))
    cells = {number: next(filter(None, row)) for number, row in sorting.left if number in found.unclear}
    return tuple(
        Fault(code=f"row-may-be-{reason}", row=number, got=shown(cells[number]), details={"number": str(number)})
        for number, reason in found.unclear.items()
    )


def _leave_no_answers(sorting: _Rows, names: list[str], shape: Shape | None, how: HowToRead) -> None:
    """Take out the rows that a survey tool itself tells to be no answers."""
    if shape is None:
        return
    found: dict[str, set[int]] = {}
    reasons = no_answers(shape, names, [row for _, row in sorting.left])
    for (number, _), reason in zip(sorting.left, reasons, strict=True):
        if reason and number not in how.keep_rows and not (reason == "incomplete" and how.keep_incomplete):
            found.setdefault(reason, set()).add(number)
    for reason, numbers in found.items():
        sorting.leave(reason, numbers)


def _no_choice(how: HowToRead, *, by_hand: bool) -> Iterator[Fault]:
    """Yield the fault of a row named for the headings of a format that knows its columns' names by itself."""
    if how.header_row is not None and not by_hand:
        yield Fault(code="header-row-not-chosen", got=str(how.header_row))


def _absent(how: HowToRead, last: int) -> Iterator[Fault]:
    """Yield the faults of rows that the plan names and the file does not have."""
    for key, numbers in (("skip_rows", how.skip_rows), ("keep_rows", how.keep_rows)):
        absent = [number for number in numbers if number > last]
        if absent:
            yield Fault(code="rows-not-there", got=row_ranges(absent), details={"named": key, "last": str(last)})
