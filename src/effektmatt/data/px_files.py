"""PC-Axis files (.px), as Statistics Sweden and other offices publish their tables."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from effektmatt.data.characters import clean
from effektmatt.data.cubes import VALUE, Dimension, about, as_rows, set_apart
from effektmatt.data.raw_tables import HowToRead, RawTable
from effektmatt.data.signs import ZERO_SIGNS
from effektmatt.errors import Fault, InputFaults

#: A keyword, maybe in a language, maybe about some variable and value, and an equals sign.
_KEYWORD = re.compile(r'\s*([A-Z][A-Z0-9_-]*)\s*(?:\[([\w-]+)\])?\s*(?:\(((?:"[^"]*"|[^")])*)\))?\s*=', re.IGNORECASE)
#: What follows the equals sign, up to the first semicolon outside quotation marks.
_SAID = re.compile(r'[^";]*(?:"[^"]*"[^";]*)*')
#: An entry of a list; texts on several lines, with no comma between them, are one.
_ENTRY = re.compile(r'"[^"]*"(?:\s*"[^"]*")*|[^\s",]+')
_STRING = re.compile(r'"([^"]*)"')
_CELL = re.compile(r'"([^"]*)"|([^\s",;]+)')
_DECLARED = re.compile(rb'(CHARSET|CODEPAGE)\s*=\s*"([^"]*)"', re.IGNORECASE)
_TIMES = re.compile(r'TLIST\(\s*(\w)\d?\s*(?:,\s*"(\w+)"\s*-\s*"(\w+)"\s*)?\)\s*,?', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Px:
    """The keywords of a file in its first language, by the keyword and what it is about, and its data."""

    said: Mapping[tuple[str, str], str]
    data: str

    def texts(self, keyword: str, about: str = "") -> list[str]:
        """Return the texts of a keyword; one that runs over several lines is one text."""
        return [_joined(one) for one in _ENTRY.findall(self.said.get((keyword, about), ""))]

    def text(self, keyword: str, about: str = "") -> str:
        """Return the one text of a keyword."""
        found = self.texts(keyword, about)
        return found[0] if found else ""


def read_px(content: bytes, file: str, _how: HowToRead) -> RawTable:
    """Read a PC-Axis file into one row for each value.

    Rows that a file with KEYS leaves out hold nothing but zeros. The sign "-" is a zero; other signs stand as they are.

    Raises
    ------
    InputFaults
        "px-damaged" where headings and values do not fit together.
    """
    px = _parsed(clean(_decoded(content)), file)
    names = [*px.texts("STUB"), *px.texts("HEADING")]
    dimensions = [_dimension(px, name, file) for name in names]
    if not dimensions:
        raise _damaged(file, "STUB, HEADING")
    cells = [quoted or bare for quoted, bare in _CELL.findall(px.data)]
    keys = [_keys(px, dimension) for dimension in dimensions if ("KEYS", dimension.name) in px.said]
    values = _keyed(cells, keys, dimensions, file) if keys else cells
    size = prod(len(dimension.labels) for dimension in dimensions)
    if len(values) != size:
        raise _damaged(file, f"{len(values)} ≠ {size}")
    rows = as_rows(dimensions, ["0" if value in ZERO_SIGNS else value for value in values])
    known = {dimension.name: dimension.known for dimension in dimensions}
    known[VALUE] = about(px.text("CONTENTS") or px.text("TITLE"), px.text("UNITS"))
    return RawTable(rows=rows, format="px", mark=".", known=known, first_row=0)


def _decoded(content: bytes) -> str:
    """Return the text by the code page that the file states, where it is true of the file; else by what it can be."""
    if content.startswith(codecs.BOM_UTF8):
        return content.decode("utf-8-sig", errors="replace")
    declared = {key.upper(): page.decode("ascii", errors="replace").lower() for key, page in _DECLARED.findall(content)}
    older = "cp1252" if b"CHARSET" in declared else "cp850"  # a file that states no character set is one of DOS
    for page in (declared.get(b"CODEPAGE", ""), "utf-8", older):
        try:
            return content.decode(page or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", errors="replace")


def _parsed(text: str, file: str) -> _Px:
    said: dict[tuple[str, str], str] = {}
    for keyword, language, of, value in _statements(text):
        if keyword == "DATA":
            return _Px(said=said, data=value)
        if not language:  # the first language stands without brackets
            said[keyword, _joined(of)] = value
    raise _damaged(file, "DATA")


def _statements(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield every keyword, its language, what it is about, and what stands after the equals sign up to a semicolon."""
    place = 0
    while found := _KEYWORD.match(text, place):
        value = _SAID.match(text, found.end())
        assert value is not None  # it may be empty
        yield found[1].upper(), found[2] or "", found[3] or "", value[0]
        place = value.end() + 1


def _joined(entry: str) -> str:
    parts = _STRING.findall(entry)
    return "".join(parts) if parts else entry.strip()


def _dimension(px: _Px, name: str, file: str) -> Dimension:
    labels = px.texts("VALUES", name) or _times(px, name)
    codes = px.texts("CODES", name) or labels
    if not labels or len(codes) != len(labels):
        raise _damaged(file, name)
    labels = set_apart(labels, codes)
    total = px.text("ELIMINATION", name)
    total = total if total in labels else dict(zip(codes, labels, strict=True)).get(total, "")
    return Dimension(name=name, codes=codes, labels=labels, total=total or None)


def _times(px: _Px, name: str) -> list[str]:
    """Return the times of a variable that states them alone: each of them, or the first year and the last."""
    written = px.said.get(("TIMEVAL", name), "")
    found = _TIMES.match(written.strip())
    if found is None:
        return []
    if found[2] and found[2].isdigit() and found[3].isdigit():
        return [str(year) for year in range(int(found[2]), int(found[3]) + 1)]
    return [_joined(one) for one in _ENTRY.findall(written.strip()[found.end() :])]


def _keys(px: _Px, dimension: Dimension) -> Sequence[str]:
    """Return what the rows of the data call the values of a dimension by."""
    by_codes = px.text("KEYS", dimension.name).upper() == "CODES"
    return dimension.codes if by_codes else px.texts("VALUES", dimension.name) or dimension.labels


def _keyed(
    cells: Sequence[str], keys: Sequence[Sequence[str]], dimensions: Sequence[Dimension], file: str
) -> list[str]:
    """Return every value in order where rows begin with what they are of: those that are not there are zeros."""
    width = prod(len(dimension.labels) for dimension in dimensions[len(keys) :])
    places = [{key: place for place, key in enumerate(known)} for known in keys]
    values = ["0"] * (prod(map(len, keys)) * width)
    step = len(keys) + width
    if len(cells) % step:
        raise _damaged(file, "KEYS")
    for start in range(0, len(cells), step):
        place = 0
        for known, key in zip(places, cells[start : start + len(keys)], strict=True):
            if key not in known:
                raise _damaged(file, f"KEYS: {key}")
            place = place * len(known) + known[key]
        values[place * width : (place + 1) * width] = cells[start + len(keys) : start + step]
    return values


def _damaged(file: str, got: str) -> InputFaults:
    return InputFaults([Fault(code="px-damaged", file=file, got=got)])
