"""What stands in a Word file, as its reader sees it: with tracked changes accepted, without the table of contents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from effektmatt.report.office_files import MARK
from effektmatt.report.reading.archives import local, said, targets, tree_of, unpacked, unreadable
from effektmatt.report.reading.parts import Collector, Kind, Part

_MAIN, _STYLES, _RELATIONS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"
_VALUE = re.compile(rf"{MARK}(\d+)(?:_\d+)?")
_LISTED = re.compile(r"toc |contents heading|table of contents", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|rubrik) ?\d", re.IGNORECASE)
_UNHEARD = ("del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "rPr", "pPr", "tblPr", "tcPr", "trPr")


def parts_of_word(content: bytes, file: str) -> list[Part]:
    """Return the parts of a Word file (.docx)."""
    parts = unpacked(content, file)
    if _MAIN not in parts:
        raise unreadable(file)
    return _Reader(parts, file).read()


class _Reader:
    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self._parts, self._file = parts, file
        self._styles = _style_names(tree_of(parts[_STYLES], file)) if _STYLES in parts else {}
        self._targets = targets(parts, _RELATIONS, file)
        self._found, self._paragraph = Collector(), 0

    def read(self) -> list[Part]:
        for body in tree_of(self._parts[_MAIN], self._file):
            self._blocks(body)
        return self._found.done()

    def _blocks(self, parent: ET.Element) -> None:
        for one in parent:
            match local(one):
                case "p":
                    self._of_paragraph(one)
                case "tbl":
                    self._table(one)
                case "sdt" if _is_contents(one):
                    continue
                case name if name not in _UNHEARD:
                    self._blocks(one)

    def _table(self, table: ET.Element) -> None:
        for row in (one for one in table.iter() if local(one) == "tr"):
            self._found.begin_row()
            for cell in (one for one in row if local(one) in ("tc", "sdt")):
                self._blocks(cell)
                self._found.end_cell()
            self._found.end_row(is_header=any(local(one) == "tblHeader" for one in row.iter()))

    def _of_paragraph(self, paragraph: ET.Element) -> None:
        self._paragraph += 1
        style = next((said(one, "val") for one in paragraph.iter() if local(one) == "pStyle"), "")
        name = self._styles.get(style, style)
        if _LISTED.match(name):
            return
        kind: Kind = "heading" if _HEADING.match(name) or name.lower() == "title" else "text"
        self._found.at = str(self._paragraph)
        self._found.new_block(kind)
        self._inside(paragraph)
        self._found.new_block()

    def _inside(self, parent: ET.Element) -> None:
        for one in parent:
            match local(one):
                case "t":
                    self._found.write(one.text or "")
                case "tab" | "br" | "cr":
                    self._found.write(" ")
                case "noBreakHyphen":
                    self._found.write("-")
                case "bookmarkStart":
                    if value := _VALUE.fullmatch(said(one, "name")):
                        self._found.value(int(value[1]))
                case "drawing":
                    self._picture(one)
                case name if name not in _UNHEARD:
                    self._inside(one)

    def _picture(self, drawing: ET.Element) -> None:
        described = [said(one, "descr") for one in drawing.iter() if local(one) == "docPr"]
        shown = [said(one, "embed") for one in drawing.iter() if local(one) == "blip"]
        content = b"".join(self._parts.get(f"word/{self._targets.get(one, '')}", b"") for one in shown)
        drawn = hashlib.sha256(content).hexdigest()[:32] if content else None
        self._found.add(Part(kind="picture", text=" ".join(described).strip(), drawn=drawn))


def _style_names(styles: ET.Element) -> dict[str, str]:
    """Return what the styles are called, by their ids, which follow the language of the program that wrote them."""
    return {said(style, "styleId"): _name(style) for style in styles if local(style) == "style"}


def _name(style: ET.Element) -> str:
    return next((said(one, "val") for one in style if local(one) == "name"), "")


def _is_contents(control: ET.Element) -> bool:
    return any("contents" in said(one, "val").lower() for one in _below(control, "docPartGallery"))


def _below(parent: ET.Element, name: str) -> Iterator[ET.Element]:
    return (one for one in parent.iter() if local(one) == name)
