"""A list of the cells that somebody must mend, for whoever has the data: a file that Excel opens as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from effektmatt.data.values import cell_text
from effektmatt.data.where import shown
from effektmatt.errors import Fault, InputFaults, WrongCell
from effektmatt.files import not_written, write_whole
from effektmatt.wording import words
from effektmatt.wording.faults import reason_text

_COLUMNS = ("file", "sheet", "row", "key", "column", "got", "reason", "expected")
_LANGUAGES = ("sv", "en")
#: What a spreadsheet takes for the beginning of a formula, and so must not begin a cell.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def with_keys(faults: Iterable[Fault], frames: dict[str, pd.DataFrame], who: Iterable[str]) -> list[Fault]:
    """Return faults whose cells say what their row is known by, masked as everything that a fault says.

    Parameters
    ----------
    faults
        Those of one source.
    frames
        Its rows, by the name of their file.
    who
        The columns that say whose row it is.
    """
    names = tuple(who)

    def known(cell: WrongCell) -> WrongCell:
        frame = frames.get(cell.file or "")
        if frame is None or cell.row not in frame.index:
            return cell
        parts = (cell_text(frame[one].get(cell.row, "")) for one in names if one in frame)
        return replace(cell, key=", ".join(shown(part) for part in parts if part))

    return [replace(one, cells=tuple(map(known, one.cells))) if names and one.cells else one for one in faults]


def write_rows(faults: Iterable[Fault], path: Path, language: str) -> tuple[int, bool]:
    """Write the cells that faults stand in, one to a line, and return how many, and whether an earlier list gave way.

    Raises
    ------
    InputFaults
        If another file than an earlier list stands there ("rows-file-exists"), or nothing can be written.
    """
    lines = [line for fault in faults for line in _lines(fault, language)]
    earlier = _is_earlier_list(path)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_heading(language))
    writer.writerows([harmless(cell) for cell in line] for line in dict.fromkeys(lines))
    try:
        write_whole(path.parent, {path.name: text.getvalue().encode("utf-8-sig")})
    except OSError as error:
        raise not_written("report-not-written", path, error) from error
    return len(dict.fromkeys(lines)), earlier


def _is_earlier_list(path: Path) -> bool:
    """Say whether an earlier list stands there; anything else is never written over."""
    if not path.exists():
        return False
    try:
        first = path.read_bytes()[:1000].decode("utf-8-sig", errors="replace").split("\r\n")[0]
    except OSError as error:
        raise not_written("report-not-written", path, error) from error
    if first not in {";".join(_heading(language)) for language in _LANGUAGES}:
        raise InputFaults([Fault(code="rows-file-exists", file=str(path))])
    return True


def _heading(language: str) -> list[str]:
    return [words(language).say(f"rows-{column}") for column in _COLUMNS]


def _lines(fault: Fault, language: str) -> Iterator[tuple[str, ...]]:
    """Yield one line for each cell of a fault, or one for its row where it stands in no cell."""
    say = words(language)
    cells = fault.cells
    if not cells and fault.row is not None and fault.file is not None and fault.key is None:
        at = WrongCell(
            file=fault.file, sheet=fault.sheet, row=fault.row, column=fault.column or "", got=fault.got or ""
        )
        cells = (at,)
    expected = fault.nearest or " | ".join(fault.expected)
    for cell in cells:
        reason = reason_text(replace(fault, got=cell.got or None), say)
        place = (cell.file or "", cell.sheet or "", str(cell.row))
        yield (*place, cell.key, cell.column, cell.got, reason, expected)


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
