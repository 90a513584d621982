"""Formulas in a workbook that have no value: readers of workbooks give them as empty cells, in silence."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile

_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_CELL = re.compile(r"<(?:\w+:)?c\s([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(r"<(?:\w+:)?v>([^<]+)</")
_FORMULA = re.compile(r"<(?:\w+:)?f[^>]*>([^<]*)</")
_PLACE = re.compile(r"([A-Z]+)(\d+)")


def valueless_cells(content: bytes, sheet: str) -> dict[tuple[int, int], str]:
    """Return the cells of a sheet whose formula failed or was never calculated.

    Parameters
    ----------
    content
        The bytes of an xlsx workbook.
    sheet
        The sheet's name.

    Returns
    -------
    dict
        By row and column (both from 0): the error as text ("#N/A"), or the formula ("=B2/C2") where there is
        no value at all, as in workbooks that a program wrote and nobody has opened since.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = _part(archive, sheet)
        xml = archive.read(part).decode("utf-8") if part in archive.namelist() else ""
    found: dict[tuple[int, int], str] = {}
    if 't="e"' not in xml and "<f" not in xml and ":f" not in xml:
        return found
    for cell in _CELL.finditer(xml):
        attributes = dict(_ATTRIBUTE.findall(cell[1]))
        value, formula = _VALUE.search(cell[2]), _FORMULA.search(cell[2])
        failed = attributes.get("t") == "e"
        uncalculated = formula is not None and value is None and attributes.get("t") != "str"
        place = _PLACE.fullmatch(attributes.get("r", ""))
        if place and (failed or uncalculated):
            text = value[1] if value else f"={formula[1]}" if formula else "#"
            found[int(place[2]) - 1, _column(place[1])] = html.unescape(text)
    return found


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
