"""What a Word file is made of: elements with attributes and children, runs of text, fields, lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from effektmatt.report.office_files import legal

Element = BaseOxmlElement

_BREAKS = re.compile("([\n\t])")

_TWIPS_PER_MM, _EMU_PER_MM = 1440 / 25.4, 36_000


def element(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element of WordprocessingML with its attributes and children; a child that is None is left out.

    >>> element("jc", None, val="right").xml.partition(" xmlns")[0], len(element("p", element("r")))
    ('<w:jc', 1)
    """
    made = OxmlElement(f"w:{name}", {qn(f"w:{key}"): str(value) for key, value in attributes.items()})
    made.extend(child for child in children if child is not None)
    return made


def twips(millimetres: float) -> int:
    """Return a length in the unit of Word's text, a twentieth of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def emu(millimetres: float) -> int:
    """Return a length in the unit of Word's pictures."""
    return round(millimetres * _EMU_PER_MM)


def run(text: str, properties: Element | None = None) -> Element:
    """Return a run of text; line breaks and tabs in it are kept."""
    return element("r", properties, *_written(legal(text)))


def _written(text: str) -> Iterator[Element]:
    for piece in _BREAKS.split(text):
        if piece == "\n":
            yield element("br")
        elif piece == "\t":
            yield element("tab")
        elif piece:
            told = element("t")
            told.text = piece
            told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield told


def field(instruction: str, *shown: Element) -> Element:
    """Return a field that Word renews, with what it shows until then."""
    return element("fldSimple", *shown, instr=f" {instruction} ")


def field_begins(instruction: str) -> Iterator[Element]:
    """Yield what stands before the shown part of a field that spans paragraphs."""
    said = element("instrText")
    said.text = f" {instruction} "
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", said)
    yield element("r", element("fldChar", fldCharType="separate"))


def field_ends() -> Element:
    """Return what stands after the shown part of a field that spans paragraphs."""
    return element("r", element("fldChar", fldCharType="end"))
