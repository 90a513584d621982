"""The numbers in the files of a report, and whether results.json tells each: what no figure covers no audit can try."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
from openpyxl import load_workbook

import effektmatt.wording
from effektmatt.stats.methods import SOURCES
from office_files import parts
from pdf_text import words_of

#: What is a copy of what was written: a number that stands there alone is told by nothing.
_COPIES = {"printed", "told"}
#: Between thousands: a space that does not break, wide or narrow, or the comma of English.
_BETWEEN = {"sv": "\u00a0\u202f", "en": ","}
_MARK = {"sv": ",", "en": "."}
#: Checksums, pictures, fonts and elements but the descriptions of pictures are letters and digits without meaning.
_NO_TEXT = re.compile(
    r"base64,[\w+/=]+|\b[0-9a-f]{64}\b|<(?:style|script).*?</(?:style|script)>|<(?!img\b)[^>]*>", re.DOTALL
)
_READ_IN_WORD = re.compile(r"(document|header\d*|footer\d*|core)\.xml$")


def texts_of(report: Path, language: str) -> dict[str, str]:
    """Return what a reader, or a program that reads aloud, gets out of each file of a report but results.json."""
    readers = {".pdf": _of_pdf, ".docx": _of_word, ".xlsx": _of_workbook, ".html": _of_page, ".svg": _of_page}
    found = sorted(path for path in report.rglob("*") if path.suffix in readers)
    return {str(path.relative_to(report)): readers[path.suffix](path, language) for path in found}


def _of_pdf(path: Path, language: str) -> str:
    """Return the text, with the spaces within numbers as in other formats: a pdf has one kind of space."""
    told = re.sub(r"\b[0-9a-f]{64}\b", "", words_of(path.read_bytes()))
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "\u00a0", told) if language == "sv" else told


def _of_page(path: Path, _: str) -> str:
    return unescape(_NO_TEXT.sub(" ", path.read_text(encoding="utf-8").replace("\u00ad", "")))


def _of_word(path: Path, _: str) -> str:
    read = [text for name, text in parts(path.read_bytes()).items() if _READ_IN_WORD.search(name)]
    described = [one for text in read for one in re.findall(r'descr="([^"]*)"', text)]
    return unescape(_NO_TEXT.sub(" ", " ".join((*read, *described))))


def _of_workbook(path: Path, language: str) -> str:
    sheets = load_workbook(path).worksheets
    cells = (cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None)
    told = (f"{one:.6f}".rstrip("0").rstrip(".") if isinstance(one, float) else str(one) for one in cells)
    return "  ".join(re.sub(r"^(-?\d+)\.(\d+)$", rf"\1{_MARK[language]}\2", one) for one in told)


def numbers_in(text: str, language: str) -> list[str]:
    """Return the numbers of a text as they are written, without signs.

    >>> numbers_in("9\u00a0876 personer, −3,50 och 12 %", "sv")
    ['9\\xa0876', '3,50', '12']
    """
    between, mark = _BETWEEN[language], re.escape(_MARK[language])
    return re.findall(rf"(?<!\d)\d{{1,3}}(?:[{between}]\d{{3}}(?!\d))+(?:{mark}\d+)?|\d+(?:{mark}\d+)?", text)


class Told:
    """What results.json tells: its numbers, and those that its texts and every report's own sentences hold."""

    def __init__(self, report: Path) -> None:
        results = json.loads((report / "results.json").read_text(encoding="utf-8"))
        self.language = results["language"]
        sentences = Path(effektmatt.wording.__file__).parent.rglob("*.ftl")
        texts = [*SOURCES.values(), *(path.read_text(encoding="utf-8") for path in sentences)]
        values, parts_of = list[float](), list[float]()
        for beside, above in _beside_each_other({name: one for name, one in results.items() if name not in _COPIES}):
            numbers = [abs(one) for one in beside if isinstance(one, (int, float)) and np.isfinite(one)]
            texts += [one for one in beside if isinstance(one, str)]
            counts = [one for one in numbers if isinstance(one, int)]
            counts += [sum(counts[place:]) for place in range(1, len(counts))]  # those left, as of a curve
            wholes = {*counts, *above, sum(one for one in numbers if isinstance(one, int))} - {0}
            values += numbers
            parts_of += [one / whole for one in counts for whole in wholes if one < whole]
        self.values = np.unique(values)
        self.shares = np.unique([*(one for one in values if isinstance(one, float)), *parts_of])
        self.written = {one for language in _BETWEEN for one in numbers_in("  ".join(texts), language)}

    def tells(self, number: str) -> bool:
        """Whether it is such a number, its percentage, a part of what stands beside or above it, or an axis' tick.

        Two numbers of a pdf beside each other may look like thousands.
        """
        if number in self.written:
            return True
        plain = re.sub(f"[{_BETWEEN[self.language]}]", "", number).replace(",", ".")
        value, decimals = float(plain), len(plain.partition(".")[2])
        room = 0.5 * 10.0**-decimals + 1e-9
        exactly = np.abs(self.values - value) <= (room if decimals else 1e-9)
        a_share = np.minimum(np.abs(self.shares * 100 - value), np.abs(self.shares - value)) <= room
        if exactly.any() or a_share.any() or (not decimals and not value % 10):
            return True
        apart = number.split("\u00a0")
        return len(apart) > 1 and all(self.tells(one) for one in apart)

    def untold(self, report: Path) -> dict[str, list[str]]:
        """Return the numbers of each file of a report that it does not tell."""
        texts = texts_of(report, self.language)
        found = {name: dict.fromkeys(numbers_in(text, self.language)) for name, text in texts.items()}
        return {name: [one for one in numbers if not self.tells(one)] for name, numbers in found.items()}


def _beside_each_other(thing: Any, above: tuple[float, ...] = ()) -> Iterator[tuple[list[Any], tuple[float, ...]]]:
    """Yield the numbers and texts that stand beside each other in each table, list and column, and the sizes above."""
    inner = list(thing.values()) if isinstance(thing, dict) else thing
    here = [one for one in (*inner, *(thing if isinstance(thing, dict) else ())) if isinstance(one, (int, float, str))]
    yield here, above
    rows = [one for one in inner if isinstance(one, dict)]
    for name in rows[0] if rows and isinstance(thing, list) else ():
        yield [row[name] for row in rows if isinstance(row.get(name), (int, float))], above
    sizes = tuple(one for one in here if isinstance(one, int) and one > 0)
    for one in inner:
        if isinstance(one, (dict, list)):
            yield from _beside_each_other(one, above + sizes)
