"""Sheets of Excel workbooks (xlsx) as rows of text cells."""

from __future__ import annotations

import io
from typing import Any

from effektmatt.data.cell_texts import cell_as_text, shared_mark
from effektmatt.data.file_kinds import UNREADABLE_ZIP
from effektmatt.data.formulas import valueless_cells
from effektmatt.data.raw_tables import HowToRead, RawTable
from effektmatt.errors import Fault, InputFaults, nearest


def read_sheet(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read one sheet of an xlsx workbook.

    Dates become ISO text ("2013-01-31", with a time of day "2013-01-31 10:30:00"), whole numbers stand without
    decimals, truth values as "true" and "false". Other numbers are written with the decimal mark that the text
    cells of the sheet use, so that the sheet has one; with a point if no text cell tells. A cell whose formula has
    failed holds the error as text ("#DIV/0!"), and one whose formula was never calculated holds the formula: as
    faults where a value is needed, never in silence as an empty cell.

    Raises
    ------
    InputFaults
        "file-damaged", "file-protected", "sheet-missing", "sheet-unclear", "file-empty".
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            name = _existing(workbook, how.sheet, file) if how.sheet is not None else _only_sheet(workbook, file)
            cells = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        valueless = valueless_cells(content, name)
    except PasswordError as error:
        raise InputFaults([Fault(code="file-protected", file=file)]) from error
    except (CalamineError, *UNREADABLE_ZIP) as error:
        raise InputFaults([Fault(code="file-damaged", file=file, got=str(error))]) from error
    mark = shared_mark(zip(*cells, strict=True))
    rows = [[cell_as_text(cell, mark) for cell in row] for row in cells]
    for (row, place), text in valueless.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (place + 1 - len(rows[row]))
        rows[row][place] = text
    return RawTable(rows=rows, format="xlsx", sheet=name, mark=mark)


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
