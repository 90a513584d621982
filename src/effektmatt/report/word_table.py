"""A table in a Word file: its header row again on every page, its first column its rows' headers."""

from __future__ import annotations

from collections.abc import Iterator

from effektmatt.report.column_widths import column_widths
from effektmatt.report.office_files import legal
from effektmatt.report.word_elements import Element, element, twips
from effektmatt.report.word_template import Frame
from effektmatt.report.word_text import Look, Text
from effektmatt.wording.marks import plain
from effektmatt.wording.text_table import TextTable

# The room between columns in millimetres; the font size in points, smaller where there are many columns; how many rows
# are kept together on one page.
_GUTTER, _SIZES, _MANY, _TOGETHER = 3.0, (9.5, 8.5), 6, 12

# Widths are measured in another font than the file's. Calibri is hardly wider, what stands in for it or a template has
# may be so much wider; where there is room it gets that.
_WIDER, _WIDEST = 1.08, 1.25


def table(shown: TextTable, text: Text, there: Frame) -> Element:
    """Return a table as wide as its texts need, at most as the page's text."""
    size = _SIZES[len(shown.header) > _MANY]
    gutters = _GUTTER * len(shown.header)
    room = there.width - gutters
    wide = column_widths(shown, available=room, size=size * _WIDEST).widths
    if there.is_own and sum(wide) > 0.99 * room:
        wide = column_widths(shown, available=room, size=size * _WIDER).widths
    widths = [twips(width + _GUTTER) for width in wide]
    properties = element(
        "tblPr",
        element("tblStyle", val=there.styles.id_of("Report table")),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=legal(plain(shown.caption))),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *_rows(shown, widths, size, text))


def _rows(shown: TextTable, widths: list[int], size: float, text: Text) -> Iterator[Element]:
    together = len(shown.rows) <= _TOGETHER
    for place, row in enumerate((shown.header, *shown.rows)):
        is_header = place == 0
        keep = is_header or (together and place < len(shown.rows))
        cells = (
            element(
                "tc",
                element("tcPr", element("tcW", w=width, type="dxa")),
                _cell(cell, text, strong=is_header, right=right, keep=keep, size=size),
            )
            for cell, width, right in zip(row, widths, shown.numeric, strict=True)
        )
        kept_whole = element("trPr", element("cantSplit"), element("tblHeader") if is_header else None)
        yield element("tr", kept_whole, *cells)


def _cell(words: str, text: Text, *, strong: bool, right: bool, keep: bool, size: float) -> Element:
    more = (element("jc", val="right"),) if right else ()
    look = Look(strong=strong, size=None if size == _SIZES[0] else size)
    return text.paragraph("Report table text", *text.runs(words, look), keep=keep, more=more)
