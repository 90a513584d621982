"""A document as a tagged PDF (PDF/UA-1 and PDF/A-2a), set by Typst.

Typst gets the document as JSON and `report.typ`, which sets it. It fails on any warning, and refuses by itself
charts without alternative text and documents without title. What it cannot say yet, that the first cell of a
table row is the row's header, is added to the finished file.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime, time
from importlib import resources
from typing import Any

from effektmatt.goals import Verdict
from effektmatt.report.blocks import (
    Block,
    Callout,
    ChartBlock,
    CodeBlock,
    Contents,
    Document,
    GoalList,
    Heading,
    ListBlock,
    OwnWords,
    PageBreak,
    Paragraph,
    PictureBlock,
    PointList,
    Quote,
    Runs,
    SignatureLine,
    TableBlock,
    VerdictBlock,
    VerdictKey,
)
from effektmatt.report.column_widths import column_widths
from effektmatt.report.letters import FAMILIES, printable, unbroken
from effektmatt.report.pdf_structure import completed
from effektmatt.report.symbols import verdict_svg
from effektmatt.report.typesetting import set_pages
from effektmatt.wording.marks import languages, spoken
from effektmatt.wording.marks import plain as unmarked

_FILLED = {Verdict.MET: "#005a8c", Verdict.NOT_MET: "#9a3a00"}
_INK = {Verdict.LIKELY_MET: "#00446a", Verdict.LIKELY_NOT_MET: "#7c2f00"}
_OTHER_INK = "#2c3742"

# Tables: the page's width and the room between columns in millimetres; the font size in points, smaller where there
# are many columns; and how many rows are kept together on one page.
_PAGE, _GUTTER = 170.0, 4.0
_SIZES, _MANY = (9.5, 9.0), 6
_TOGETHER = 12

# The height of a page's text, less a heading of three lines, as a part of its width: what a chart can have at most.
_TALLEST = 225 / 170
_VIEW_BOX = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')


_FORMATS = {"png": "png", "jpeg": "jpg"}  # what Typst calls kinds of pictures


def pdf(document: Document) -> bytes:
    """Return the document as a PDF file; the same document always gives the same bytes.

    Raises
    ------
    PdfError
        If Typst refuses or warns of anything: a report with a fault in it is not handed out.
    """
    source = resources.files(__package__).joinpath("report.typ").read_bytes()
    (made,) = set_pages(
        source,
        {"document": json.dumps(_printable(_document(document), document.language), ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime.combine(document.made, time(), UTC),
    )
    return completed(made)


def _printable(plain: Any, language: str) -> Any:
    match plain:
        case str():
            return "".join(_spoken(unmarked(piece), of, language) for of, piece in languages(plain))
        case dict():
            return {key: _printable(value, language) for key, value in plain.items()}
        case list() | tuple():
            return [_printable(value, language) for value in plain]
        case _:
            return plain


def _spoken(text: str, of: str | None, language: str) -> str:
    """Return a text as it can be printed; one in another language stays between its signs, which report.typ reads."""
    printed = unbroken(printable(text), of or language)
    return printed if of is None else spoken(printed, of)


def _document(document: Document) -> dict[str, Any]:
    made = document.made
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "byline": document.byline,
        "contact": document.contact,
        "logo": None if document.logo is None else _logo(document.logo),
        "look": {"accent": document.look.accent, "line": document.look.line},
        "language": document.language,
        "fonts": list(FAMILIES),
        "author": document.author,
        "made": [made.year, made.month, made.day],
        "phrases": dict(document.phrases),
        "signs": {str(verdict): _sign(verdict) for verdict in Verdict},
        "blocks": [_block(block) for block in document.blocks],
    }


def _sign(verdict: Verdict) -> str:
    paper = _FILLED.get(verdict, "#ffffff")
    ink = "#ffffff" if verdict in _FILLED else _INK.get(verdict, _OTHER_INK)
    drawn = verdict_svg(verdict, ink=ink, paper=paper)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20">{drawn}</svg>'


def _block(block: Block, *, outlined: bool = True) -> dict[str, Any]:
    """Return a block as plain data; headings inside other blocks stay out of the table of contents."""
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text, "id": block.id, "outlined": outlined}
        case Paragraph():
            return {"kind": "paragraph", "runs": _runs(block.runs), "lead": block.lead}
        case CodeBlock():
            return {"kind": "code", "text": block.text}
        case ListBlock():
            return {"kind": "list", "ordered": block.ordered, "items": [_inside(item) for item in block.items]}
        case TableBlock():
            return {"kind": "table", **_table(block)}
        case ChartBlock():
            return {"kind": "chart", **_chart(block)}
        case Quote():
            return {"kind": "quote", "label": block.label, "blocks": _inside(block.blocks)}
        case Callout():
            return {"kind": "callout", "label": block.label, "blocks": _inside(block.blocks)}
        case PictureBlock():
            return {"kind": "picture", "alt": block.alt, "caption": block.caption, **_picture(block)}
        case OwnWords():
            return {"kind": "own", "blocks": [_block(one, outlined=outlined) for one in block.blocks]}
        case VerdictBlock():
            return {"kind": "verdict", "verdict": block.verdict, "word": block.word, "sentence": block.sentence}
        case GoalList():
            return {"kind": "goals", "rows": [asdict(row) for row in block.rows], "sure": block.sure_label}
        case PointList():
            return {"kind": "points", "rows": [asdict(row) for row in block.rows]}
        case VerdictKey():
            names = ("verdict", "word", "meaning")
            return {"kind": "key", "rows": [dict(zip(names, row, strict=True)) for row in block.rows]}
        case SignatureLine():
            return {"kind": "signature", "label": block.label}
        case PageBreak():
            return {"kind": "page-break"}
        case Contents():
            return {"kind": "contents"}


def _inside(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [_block(block, outlined=False) for block in blocks]


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [
        {"text": run.text, "strong": run.strong, "emphasis": run.emphasis, "code": run.code, "link": run.link}
        for run in runs
    ]


def _chart(block: ChartBlock) -> dict[str, Any]:
    """Return a chart, which takes the width of the page unless it would then be taller than the page."""
    box = _VIEW_BOX.search(block.svg)
    tall = box is not None and float(box["height"]) > _TALLEST * float(box["width"])
    return {"title": block.chart.title, "alt": block.chart.alt, "svg": block.svg, "tall": tall}


def _picture(block: PictureBlock) -> dict[str, Any]:
    """Return a picture as bytes, no wider and no taller than the page's text."""
    wide = min(_PAGE, block.width, _PAGE * _TALLEST * block.picture.width / block.picture.height)
    return {"content": list(block.picture.content), "format": _FORMATS[block.picture.kind], "width": round(wide, 2)}


#: What a logo has at most, in millimetres.
_LOGO = (45.0, 16.0)


def _logo(logo: PictureBlock) -> dict[str, Any]:
    wide, high = _LOGO
    width = min(wide, high * logo.picture.width / logo.picture.height)
    return {**_picture(logo), "alt": logo.alt, "width": round(width, 2)}


def _table(block: TableBlock) -> dict[str, Any]:
    table = block.table.compact()
    gutters = _GUTTER * (len(table.header) - 1)
    size = _SIZES[len(table.header) > _MANY]
    columns = column_widths(table, available=_PAGE - gutters, size=size)
    return {
        "caption": table.caption if block.captioned else None,
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
        "numeric": list(table.numeric),
        "note": table.note,
        "size": size,
        "gutter": _GUTTER,
        "widths": [round(width, 2) for width in columns.widths],
        "divided": columns.divided,
        "together": len(table.rows) <= _TOGETHER,
    }
