"""Sheets of workbooks (xlsx, xls, xlsb, ods) as rows of text cells."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from xml.etree.ElementTree import ParseError

from effektmatt.data import ods_xml, sectors, sheet_xml
from effektmatt.data.cell_texts import cell_as_text, shared_mark
from effektmatt.data.file_kinds import UNREADABLE_ZIP
from effektmatt.data.numbers import as_percent
from effektmatt.data.own_process import in_own_process
from effektmatt.data.raw_tables import HowToRead, RawTable
from effektmatt.data.sheet_facts import SheetFacts, refuse_cells, refuse_unpacked
from effektmatt.errors import Fault, InputFaults, nearest

Got = TypeVar("Got")
#: What the reader raises where its own assumptions fail; it is no Exception, and has no name that can be imported.
_PANIC = "PanicException"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    """What can be known of a format's cells beside their values, and how large its sheets are; None: nothing.

    One that is not `packed` tells no size before it is read: it is read in a process of its own, which may fall.
    """

    name: str
    packed: bool = True
    cells: Callable[[bytes], int] | None = None
    facts: Callable[[bytes, str], SheetFacts] | None = None


def read_xlsx(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read one sheet of a workbook of today's Excel, as `_read` says."""
    return _read(_XLSX, content, file, how)


def read_xls(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read one sheet of a workbook of Excel before 2007: which cells failed or are shown in per cent is not known."""
    return _read(_XLS, content, file, how)


def read_xlsb(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read one sheet of a binary workbook: which cells failed or are shown in per cent is not known."""
    return _read(_XLSB, content, file, how)


def read_ods(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read one sheet of an OpenDocument workbook (LibreOffice), as `_read` says."""
    return _read(_ODS, content, file, how)


_XLSX = _Format(name="xlsx", cells=sheet_xml.most_cells, facts=sheet_xml.facts_of_sheet)
_XLS = _Format(name="xls", packed=False)
_XLSB = _Format(name="xlsb")
_ODS = _Format(name="ods", cells=ods_xml.most_cells, facts=ods_xml.facts_of_ods)


def _read(kind: _Format, content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read one sheet of a workbook.

    Dates become ISO text ("2013-01-31", with a time of day "2013-01-31 10:30:00"), whole numbers stand without
    decimals, truth values as "true" and "false", what is shown in per cent with its sign. Other numbers are written
    with the decimal mark that the text cells of the sheet use, so that the sheet has one; with a point if no text cell
    tells. A cell whose formula has failed holds the error as text ("#DIV/0!"), and one whose formula was never
    calculated holds the formula: as faults where a value is needed, never in silence as an empty cell.

    Raises
    ------
    InputFaults
        "file-damaged", "file-protected", "sheet-missing", "sheet-unclear", "file-empty", "workbook-too-large".
    """
    if kind.packed:
        _or_damaged(lambda: refuse_unpacked(content, file), file)
    elif not sectors.ends(content):
        raise InputFaults([Fault(code="file-damaged", file=file, got="CFB")])
    if kind.cells is not None:
        refuse_cells(_or_damaged(partial(kind.cells, content), file), file)
    if kind.packed:
        name, cells = cells_of(content, file, how)
    else:
        name, cells = in_own_process(cells_of, content, file, how, file=file, library="calamine")
    facts = _or_damaged(partial(kind.facts, content, name), file) if kind.facts is not None else SheetFacts()
    mark = shared_mark(zip(*cells, strict=True))
    rows = [[cell_as_text(cell, mark) for cell in row] for row in cells]
    for row, place in facts.percent:
        if row < len(cells) and place < len(cells[row]) and isinstance(number := cells[row][place], int | float):
            rows[row][place] = as_percent(number, mark)
    for (row, place), text in facts.instead.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (place + 1 - len(rows[row]))
        rows[row][place] = text
    return RawTable(rows=rows, format=kind.name, sheet=name, mark=mark)


def cells_of(content: bytes, file: str, how: HowToRead) -> tuple[str, list[list[Any]]]:
    """Return the name and the cells of the sheet that is asked for; raises what `_read` does."""
    return _or_damaged(lambda: _cells(content, file, how), file)


def _cells(content: bytes, file: str, how: HowToRead) -> tuple[str, list[list[Any]]]:
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        name = _existing(workbook, how.sheet, file) if how.sheet is not None else _only_sheet(workbook, file)
        return name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _or_damaged(read: Callable[[], Got], file: str) -> Got:
    """Return what is read of a workbook; one that cannot be read is a fault, also where its reader panics over it."""
    from python_calamine import CalamineError, PasswordError

    try:
        return read()
    except InputFaults:
        raise
    except PasswordError as error:
        raise InputFaults([Fault(code="file-protected", file=file)]) from error
    except (CalamineError, ParseError, ValueError, *UNREADABLE_ZIP) as error:
        raise InputFaults([Fault(code="file-damaged", file=file, got=str(error))]) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise InputFaults([Fault(code="file-damaged", file=file, got=str(error))]) from error


def _existing(workbook: Any, sheet: str, file: str) -> str:
    from python_calamine import SheetTypeEnum

    names = tuple(found.name for found in workbook.sheets_metadata if found.typ == SheetTypeEnum.WorkSheet)
    if sheet in names:
        return sheet
    near = nearest(sheet, names)
    raise InputFaults([Fault(code="sheet-missing", file=file, sheet=sheet, got=sheet, expected=names, nearest=near)])


def _only_sheet(workbook: Any, file: str) -> str:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    visible = [
        str(sheet.name)
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    filled = tuple(name for name in visible if workbook.get_sheet_by_name(name).to_python(nrows=1))
    if not filled:
        raise InputFaults([Fault(code="file-empty", file=file)])
    if len(filled) > 1:
        raise InputFaults([Fault(code="sheet-unclear", file=file, expected=filled)])
    return filled[0]
