"""What stands in a workbook: every row of every sheet, numbers as exact as they are and with their unit."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from effektmatt.report.office_files import MARK
from effektmatt.report.reading.archives import local, said, targets, tree_of, unpacked, unreadable
from effektmatt.report.reading.parts import CELL, Kind, Part

_BOOK, _RELATIONS, _TEXTS, _STYLES = (
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
_NAME = re.compile(rf"{MARK}(\d+)(?:_\d+)?")
_PLACE = re.compile(r"\$?([A-Z]+)\$?(\d+)")
_SAID = re.compile(r'"([^"]*)"|\\(.)')
_PERCENT = {"9": "%", "10": "%"}  # formats that every workbook has without saying so
_SIGNS = "−-+ \u00a0"


def parts_of_workbook(content: bytes, file: str) -> list[Part]:
    """Return the parts of a workbook (.xlsx); the first row of a sheet is its heading."""
    parts = unpacked(content, file)
    if _BOOK not in parts:
        raise unreadable(file)
    return list(_Book(parts, file).parts())


class _Book:
    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self._parts, self._file = parts, file
        self._book = tree_of(parts[_BOOK], file)
        texts = tree_of(parts[_TEXTS], file) if _TEXTS in parts else ()
        self._texts = ["".join(_letters(one)) for one in texts]
        self._units = _units(tree_of(parts[_STYLES], file)) if _STYLES in parts else []
        self._values = dict[tuple[str, str], list[int]]()
        for one in self._book.iter():
            if local(one) == "definedName" and (number := _NAME.fullmatch(said(one, "name"))):
                sheet, _, place = (one.text or "").rpartition("!")
                at = (sheet.strip("'").replace("''", "'"), place.replace("$", ""))
                self._values.setdefault(at, []).append(int(number[1]))

    def parts(self) -> Iterator[Part]:
        leads_to = targets(self._parts, _RELATIONS, self._file)
        for sheet in (one for one in self._book.iter() if local(one) == "sheet"):
            path = posixpath.normpath(posixpath.join("xl", leads_to.get(said(sheet, "id"), "")))
            path = path.removeprefix("xl/xl/").removeprefix("/")
            content = self._parts.get(path) or self._parts.get(f"xl/{path}")
            if content is not None:
                yield from self._sheet(said(sheet, "name"), tree_of(content, self._file))

    def _sheet(self, name: str, sheet: ET.Element) -> Iterator[Part]:
        first = True
        for row in (one for one in sheet.iter() if local(one) == "row"):
            cells = [(said(one, "r"), self._shown(one)) for one in row if local(one) == "c"]
            told = [(place, text) for place, text in cells if text]
            if not told:
                continue
            values = tuple(number for place, _ in told for number in self._values.get((name, place), ()))
            text = CELL.join(text for _, text in cells).rstrip(CELL)
            alone = len(told) == 1
            kind: Kind = "heading" if first else "text" if alone else "row"
            yield Part(kind=kind, text=text, values=values, at=f"{name}!{told[0][0]}")
            first = False

    def _shown(self, cell: ET.Element) -> str:
        """Return what a cell says: a text, or a number with its unit; of a formula the formula too."""
        value = next((one.text or "" for one in cell if local(one) == "v"), "")
        formula = next((f"={one.text}" for one in cell if local(one) == "f"), "")
        match said(cell, "t"):
            case "s":
                return formula + (self._texts[int(value)] if value.isdecimal() else "")
            case "inlineStr":
                return formula + "".join(_letters(cell))
            case "" | "n":
                return formula + self._number(value, said(cell, "s"))
            case _:
                return formula + value

    def _number(self, value: str, style: str) -> str:
        if not value:
            return ""
        unit = self._units[int(style)] if style.isdecimal() and int(style) < len(self._units) else ""
        try:
            size = float(value) * (100 if unit.startswith("%") else 1)
        except ValueError:
            return value
        return f"{size:.12g}{unit}".replace("-", "−")


def _letters(parent: ET.Element) -> Iterator[str]:
    for one in parent.iter():
        if local(one) == "t":
            yield one.text or ""


def _units(styles: ET.Element) -> list[str]:
    """Return the unit that each style of cells shows numbers in; "" for none."""
    codes = {said(one, "numFmtId"): said(one, "formatCode") for one in styles.iter() if local(one) == "numFmt"}
    cells = next((one for one in styles if local(one) == "cellXfs"), ET.Element("none"))
    return [_unit(said(one, "numFmtId"), codes) for one in cells]


def _unit(number: str, codes: Mapping[str, str]) -> str:
    """Return the unit in a format: its first section says it for numbers of either sign."""
    code = codes.get(number, "").partition(";")[0]
    named = "".join(first or second for first, second in _SAID.findall(code)).strip(_SIGNS)
    percent = "%" if "%" in _SAID.sub("", code) else _PERCENT.get(number, "")
    return percent + named
