"""What the xml of a workbook (xlsx) tells of cells beside values: formulas without a value, numbers in per cent."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree as ET

from effektmatt.data.sheet_facts import SheetFacts

_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_CELL = re.compile(r"<(?:\w+:)?c\s([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(r"<(?:\w+:)?v>([^<]+)</")
_FORMULA = re.compile(r"<(?:\w+:)?f[^>]*>([^<]*)</")
_PLACE = re.compile(r"([A-Z]+)(\d+)")
_LETTERS = re.compile(r'<(?:\w+:)?c\s[^>]*?r="([A-Z]+)')
_ROW = re.compile(r'<(?:\w+:)?row\s[^>]*?r="(\d+)"')
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_SHEETS = "xl/worksheets/"
_STYLES = "xl/styles.xml"
#: Formats of numbers that every workbook has without saying so: 0 % and 0.00 %.
_PERCENT = {"9", "10"}


def facts_of_sheet(content: bytes, sheet: str) -> SheetFacts:
    """Return what the xml says of the cells of a sheet of an xlsx workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = _part(archive, sheet)
        xml = archive.read(part).decode("utf-8") if part in archive.namelist() else ""
        styles = _percent_styles(archive.read(_STYLES)) if _STYLES in archive.namelist() else frozenset()
    instead: dict[tuple[int, int], str] = {}
    percent: set[tuple[int, int]] = set()
    if styles or 't="e"' in xml or "<f" in xml or ":f" in xml:
        for cell in _CELL.finditer(xml):
            attributes = dict(_ATTRIBUTE.findall(cell[1]))
            place = _PLACE.fullmatch(attributes.get("r", ""))
            if place is None:
                continue
            where = int(place[2]) - 1, _column(place[1])
            if attributes.get("s") in styles and attributes.get("t", "n") == "n":
                percent.add(where)
            if text := _instead(attributes.get("t"), cell[2]):
                instead[where] = text
    return SheetFacts(instead=instead, percent=frozenset(percent))


def _instead(kind: str | None, inside: str) -> str | None:
    """Return what stands for the value of a cell whose formula failed or was never calculated; None for all others."""
    value, formula = _VALUE.search(inside), _FORMULA.search(inside)
    uncalculated = formula is not None and value is None and kind != "str"
    if kind != "e" and not uncalculated:
        return None
    return html.unescape(value[1] if value else f"={formula[1]}" if formula else "#")


def most_cells(content: bytes) -> int:
    """Return how many cells the widest reach of any sheet holds: a reader makes room for them all, empty or not."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = (name for name in archive.namelist() if name.startswith(_SHEETS) and name.endswith(".xml"))
        return max((_reach(archive.read(name).decode("utf-8")) for name in sheets), default=0)


def _reach(xml: str) -> int:
    last = xml.rfind("<row")
    row = _ROW.match(xml, last) if last >= 0 else None
    width = 1 + max(map(_column, set(_LETTERS.findall(xml))), default=0)
    return width * (int(row[1]) if row else xml.count("<row"))


def _percent_styles(xml: bytes) -> frozenset[str]:
    """Return the styles of cells (their places in the list, as cells name them) that show numbers in per cent."""
    root = ET.fromstring(xml)  # noqa: S314 -- expat itself guards against entities that grow
    own = (one for one in root.iter() if _named(one, "numFmt"))
    shown = {one.get("numFmtId", "") for one in own if _in_percent(one.get("formatCode", ""))}
    formats = [xf for styles in root if _named(styles, "cellXfs") for xf in styles]
    return frozenset(str(place) for place, xf in enumerate(formats) if xf.get("numFmtId") in shown | _PERCENT)


def _named(element: ET.Element, name: str) -> bool:
    return element.tag.rpartition("}")[2] == name


def _in_percent(code: str) -> bool:
    return "%" in _LITERAL.sub("", code)


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the part of the workbook that holds a sheet, or "" if it does not say."""
    relation = ""
    for tag in _SHEET.findall(archive.read("xl/workbook.xml").decode("utf-8")):
        attributes = dict(_ATTRIBUTE.findall(tag))
        if html.unescape(attributes.get("name", "")) == sheet:
            relation = next((value for name, value in attributes.items() if name.endswith(":id")), "")
    for tag in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode("utf-8")):
        attributes = dict(_ATTRIBUTE.findall(tag))
        if attributes.get("Id") == relation:
            return posixpath.join("/xl", attributes.get("Target", "")).lstrip("/")
    return ""


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1
