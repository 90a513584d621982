"""The tables of a document as a workbook (.xlsx): one on each sheet, numbers as numbers, the first sheet explains.

No text of the data is ever read as a formula or a link. Every printed value has a name (`office_files.MARK`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from effektmatt.report.blocks import Document, own_texts
from effektmatt.report.excel_cells import Cell, Sheet, sheet_of
from effektmatt.report.office_files import MARK, OWN, TAGS, Names, legal
from effektmatt.report.tables import FoundTable, tables_of
from effektmatt.wording import words
from effektmatt.wording.marks import plain

# Where things stand on a sheet: its title, the way back, and the table with its names; counted from 0.
_TITLE, _BACK, _NAMES = 0, 1, 3
_NARROW, _WIDE, _LINE = 9, 60, 15  # a column in letters, a line in points
_LOGO = 60  # the height of a logo in dots, of which there are 96 on an inch; it is at most four times as wide
_LONGEST_NAME, _LONGEST_TEXT = 31, 32_767  # of a sheet, of a text: Excel's own limits
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def xlsx(document: Document) -> bytes:
    """Return the document's tables as a workbook; the same document always gives the same bytes."""
    out = BytesIO()
    writer = _Writer(Workbook(out, {"in_memory": True, "strings_to_urls": False}), document)
    writer.write()
    writer.book.close()
    return out.getvalue()


class WorkbookError(RuntimeError):
    """Something was not written that should have been: xlsxwriter itself only warns."""


def _written(result: object) -> None:
    if isinstance(result, int) and result < 0:
        raise WorkbookError(str(result))


class _Writer:
    def __init__(self, book: Workbook, document: Document) -> None:
        self.book, self._document, self._say = book, document, words(document.language).say
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._names = Names()
        self._tables = [(found, sheet_of(found.table, document.language)) for found in tables_of(document)]
        self._about = legal(self._say("workbook-about"))[:_LONGEST_NAME]
        self._sheets = [_sheet_name(place, found.title) for place, (found, _) in enumerate(self._tables, start=1)]

        self._link = self._format(font_color=document.look.accent.upper(), underline=1, valign="top")
        self._own = own_texts(document)
        self._own_sheet = legal(self._say("workbook-own"))[:_LONGEST_NAME]

    def write(self) -> None:
        document = self._document
        self.book.set_properties(
            {
                "title": f"{document.title} – {document.subtitle}",
                "author": document.author or "",
                "created": datetime.combine(document.made, time(), UTC).replace(tzinfo=None),
            }
        )
        self.book.set_custom_property("Language", TAGS[document.language])
        self._first(self.book.add_worksheet(self._about))
        for place, (name, (found, sheet)) in enumerate(zip(self._sheets, self._tables, strict=True), start=1):
            self._sheet(self.book.add_worksheet(name), place, found, sheet)
        if self._own:
            self._own_words(self.book.add_worksheet(self._own_sheet))

    def _first(self, there: Worksheet) -> None:
        """Write what the file is, and which sheets there are."""
        document, say = self._document, self._say
        self._page(there)
        first = self._logo(there)
        self._text(there, first, 0, document.title, bold=True, font_size=16)
        told = [document.subtitle, document.byline, *([document.contact] if document.contact else []), ""]
        told += [say(f"workbook-{code}") for code in ("what", "numbers", "hidden", "source", "language")]
        for row, line in enumerate(told, start=first + 1):
            self._text(there, row, 0, line)
        names = [say(f"workbook-{code}") for code in ("sheet", "shows", "section", "kind")]
        row = first + len(told) + 2
        kinds = {True: say("workbook-chart"), False: say("workbook-table")}
        for place, (name, (found, _)) in enumerate(zip(self._sheets, self._tables, strict=True), start=1):
            link = {"string": name, "tip": plain(found.title)[:255]}
            _written(there.write_url(row + place, 0, _place(name, 0, 0, "internal:"), self._link, **link))
            for column, text in enumerate((found.title, found.section, kinds[found.drawn]), start=1):
                self._text(there, row + place, column, text, valign="top")
        called = say("workbook-sheets")
        self._as_table(there, row, len(self._tables), names, called, name=called, numeric=[False] * len(names))
        for column, width in enumerate((34, 100, 60, 12)):
            _written(there.set_column(column, column, width))

    def _logo(self, there: Worksheet) -> int:
        """Put the logo on the first row, and return the row that the title stands on."""
        logo = self._document.logo
        if logo is None:
            return 0
        scale = min(_LOGO / logo.picture.height, 4 * _LOGO / logo.picture.width)
        how = {"image_data": BytesIO(logo.picture.content), "description": logo.alt, "object_position": 3}
        _written(there.set_row(0, 0.75 * _LOGO + 6))  # dots to points, and room below
        _written(there.insert_image(0, 0, f"logo.{logo.picture.kind}", {**how, "x_scale": scale, "y_scale": scale}))
        return 1

    def _sheet(self, there: Worksheet, place: int, found: FoundTable, sheet: Sheet) -> None:
        self._page(there, repeated=_NAMES)
        self._text(there, _TITLE, 0, found.title, bold=True, font_size=13)
        back = self._say("workbook-back")
        _written(there.write_url(_BACK, 0, _place(self._about, 0, 0, "internal:"), self._link, string=back))
        for row, cells in enumerate(sheet.rows, start=_NAMES + 1):
            lines = max(ceil(len(cell.value) / _WIDE) for cell in cells if isinstance(cell.value, str))
            if lines > 1:
                _written(there.set_row(row, lines * _LINE))
            for column, cell in enumerate(cells):
                self._cell(there, row, column, cell)
                self._mark(cell, self._sheets[place - 1], row, column)
        numeric = [any(not isinstance(cell.value, str) for cell in column) for column in zip(*sheet.rows, strict=True)]
        name = f"{self._say('workbook-table')}_{place}"
        numeric = numeric or [False] * len(sheet.header)
        self._as_table(there, _NAMES, len(sheet.rows), sheet.header, found.title, name=name, numeric=numeric)
        if found.table.note:
            self._text(there, _NAMES + max(1, len(sheet.rows)) + 2, 0, found.table.note)
        _written(there.freeze_panes(_NAMES + 1, 1))
        for column, name in enumerate(sheet.header):
            longest = max([len(name) + 3, *(len(_shown(row[column])) for row in sheet.rows)])
            _written(there.set_column(column, column, min(_WIDE, max(_NARROW, longest + 1))))

    def _own_words(self, there: Worksheet) -> None:
        """Write what the evaluator wrote, a paragraph on each row; its names say that it is hers."""
        self._page(there, repeated=_NAMES)
        title = self._say("workbook-own")
        self._text(there, _TITLE, 0, title, bold=True, font_size=13)
        back = self._say("workbook-back")
        _written(there.write_url(_BACK, 0, _place(self._about, 0, 0, "internal:"), self._link, string=back))
        for row, (section, told) in enumerate(self._own, start=_NAMES + 1):
            self._text(there, row, 0, section, text_wrap=True, valign="top")
            self._text(there, row, 1, told, text_wrap=True, valign="top")
            name = self._names.free(f"{OWN}{row - _NAMES}")
            _written(self.book.define_name(name, _place(self._own_sheet, row, 1, "=", fixed="$")))
        names = [self._say("workbook-section"), self._say("workbook-text")]
        self._as_table(
            there, _NAMES, len(self._own), names, title, name=f"{self._say('workbook-table')}_0", numeric=[False, False]
        )
        for column, width in enumerate((40, 100)):
            _written(there.set_column(column, column, width))

    def _page(self, there: Worksheet, repeated: int | None = None) -> None:
        """Set how the sheet is printed."""
        there.set_landscape()
        there.set_paper(9)  # A4
        there.fit_to_pages(1, 0)
        there.set_footer("&R" + self._document.phrases["page"].replace("{page}", "&P").replace("{pages}", "&N"))
        if repeated is not None:
            _written(there.repeat_rows(repeated))

    def _as_table(
        self,
        there: Worksheet,
        row: int,
        rows: int,
        header: Sequence[str],
        described: str,
        *,
        name: str,
        numeric: Sequence[bool],
    ) -> None:
        """Make a table of what stands there, with names for its columns; an empty one has an empty row."""
        look = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
        looks = [self._format(**look, align="right" if right else "left") for right in numeric]
        columns = [{"header": legal(one), "header_format": how} for one, how in zip(header, looks, strict=True)]
        how = {
            "name": name,
            "columns": columns,
            "style": "Table Style Light 1",
            "banded_rows": False,
            "first_column": True,
            "description": legal(plain(described)),
        }
        _written(there.add_table(row, 0, row + max(1, rows), len(columns) - 1, how))

    def _cell(self, there: Worksheet, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell.value, str):
            look = {"text_wrap": True, "valign": "top"} if column == 0 or len(cell.value) > _WIDE else {"valign": "top"}
            right = {"align": "right"} if cell.value in ("–", "..") else {}
            self._text(there, row, column, cell.value, **look, **right)
        else:
            look = self._format(num_format=cell.format, valign="top")
            _written(there.write_number(row, column, cell.value, look))

    def _text(self, there: Worksheet, row: int, column: int, text: str, **look: Any) -> None:
        _written(there.write_string(row, column, legal(plain(text))[:_LONGEST_TEXT], self._format(**look)))

    def _format(self, **look: Any) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(look)
        return self._formats[key]

    def _mark(self, cell: Cell, sheet: str, row: int, column: int) -> None:
        """Give the cell of a printed value its name."""
        for number in cell.marks:
            name = self._names.free(f"{MARK}{number}")
            _written(self.book.define_name(name, _place(sheet, row, column, "=", fixed="$")))


def _place(sheet: str, row: int, column: int, before: str, fixed: str = "") -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    cell = xl_rowcol_to_cell(row, column, row_abs=bool(fixed), col_abs=bool(fixed))
    return f"{before}'{sheet.replace(chr(39), 2 * chr(39))}'!{cell}"


def _shown(cell: Cell) -> str:
    """Return about what is seen of a cell, for its width."""
    if isinstance(cell.value, str):
        return cell.value
    size = cell.value * 100 if cell.unit.strip() == "%" else cell.value
    return f"{size:+,.{cell.decimals}f}{cell.unit}"


def _sheet_name(place: int, title: str) -> str:
    """Return a name that Excel takes: no sign that it forbids, not too long, its number first, so that all differ."""
    name = str(place)
    for word in _FORBIDDEN.sub(" ", legal(plain(title))).replace("'", "’").split():
        longer = f"{name} {word}"
        if len(longer.encode("utf-16-le")) // 2 > _LONGEST_NAME - 1:
            return f"{name}…"
        name = longer
    return name
