"""What people write in a plan that TOML reads otherwise: what it is called, and how the line should have been."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from effektmatt.data.databases import without_secrets
from effektmatt.data.personal import mask_personal_numbers
from effektmatt.errors import Fault

_MOST_SLIPS = 100
_ROUNDS = 5

# Texts within quotation marks hold anything; they are set aside while a line is looked at.
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WORD = r"[^\W\d_][^\"'=,\[\]{}#\0]*?"
_KEY = re.compile(r"(?P<before>^|[{,])(?P<blank>\s*)(?P<key>[^\"'=,\[\]{}#\0]+?)(?P<equals>\s*=)")
_HEADER = re.compile(r"^\s*(\[{1,2})([^\[\]=]+)(\]{1,2})\s*(?:#.*)?$")
_VALUE = re.compile(rf"(?P<before>=\s*)(?P<word>{_WORD})(?P<after>\s*(?:#.*)?$|\s*[,}}])")
_ENTRY = re.compile(rf"(?P<before>[\[,]\s*|^\s*)(?P<word>{_WORD})(?=\s*(?:[,\]]|$))")
_PERCENT = re.compile(r"=\s*(\d+(?:[.,]\d+)?)\s*%")
_THOUSANDS = re.compile(r"=\s*\d{1,3}(?:[\s\u00a0]\d{3})+(?!\d)")
_DECIMAL_COMMA = re.compile(r"(=\s*-?\d+),(?=\d)")
_DATE = re.compile(r"=\s*\d{1,4}[-/.]\d{1,2}(?:[-/.\s]|$)")
_COLON = re.compile(r"^(\s*[\w-]+)\s*:\s+")
_OWN_WORDS = frozenset({"true", "false", "inf", "nan"})
#: Where the names of tables begin: there a full stop divides names.
_TABLES = (
    "sources.",
    "scales.",
    "waves.",
    "checklists.",
    "tree.",
    "goals.",
    "text.",
    "report.",
    "analysis.",
    "labels.",
    "names.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlan:
    """A plan's tables where every line of it could be understood, what is wrong with its lines, and the mended text."""

    tables: dict[str, Any] | None
    faults: tuple[Fault, ...]
    text: str


def tables_of(text: str, file: str) -> ReadPlan:
    r"""Read a plan's text as TOML; lines that are none are mended where it is clear what was meant, so that all come.

    Returns
    -------
    ReadPlan
        With no tables where a line could not be understood: the rest would be told of it.

    >>> read = tables_of("kind = survey\nfore = 0,5\n", "plan.toml")
    >>> [(fault.row, fault.details["slip"], fault.details["mended"]) for fault in read.faults]
    [(1, 'unquoted', 'kind = "survey"'), (2, 'decimal-comma', 'fore = 0.5')]
    >>> read.tables
    {'kind': 'survey', 'fore': 0.5}
    """
    lines = text.split("\n")
    faults: list[Fault] = []
    understood = True
    while len(faults) < _MOST_SLIPS:
        try:
            tables = tomllib.loads("\n".join(lines))
            return ReadPlan(tables=tables if understood else None, faults=tuple(faults), text="\n".join(lines))
        except (ValueError, RecursionError) as error:  # TOMLDecodeError, and what Python itself refuses
            row = _row(str(error), lines)
            if row in (one.row for one in faults):
                break
            slip, mended = _mended(lines[row - 1], str(error))
            good = mended if mended is not None and _goes_on(lines, row, mended) else None
            faults.append(_fault(file, row, lines[row - 1].strip(), slip, str(error), good))
            lines[row - 1], understood = good or "", understood and good is not None
    return ReadPlan(tables=None, faults=tuple(faults), text="\n".join(lines))


def _row(message: str, lines: Sequence[str]) -> int:
    """Return the line that a message names; the last one that holds anything where it names the end."""
    found = re.search(r"line (\d+)", message)
    last = max((row for row, line in enumerate(lines, start=1) if line.strip()), default=1)
    return min(int(found.group(1)), last) if found else last


def _goes_on(lines: Sequence[str], row: int, mended: str) -> bool:
    """Say whether a mended line lets the reading go on below it."""
    try:
        tomllib.loads("\n".join([*lines[: row - 1], mended, *lines[row:]]))
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, and what Python itself refuses
        return _row(str(error), lines) > row
    return True


def _mended(line: str, message: str) -> tuple[str, str | None]:
    """Return what is wrong with a line, and how it should have been; None where that is not clear."""
    first: str | None = None
    for _ in range(_ROUNDS):
        slip = next(((name, changed) for name, mend in _MENDS.items() if (changed := mend(line)) != line), None)
        if slip is None:
            break
        first, line = first or slip[0], slip[1]
    if first is not None:
        return first, line
    if re.search("overwrite|twice|duplicate", message, re.IGNORECASE):
        return "repeated", None
    if _DATE.search(line):
        return "date", None
    return ("unclosed" if _QUOTED.sub("", line).count('"') % 2 or "Unclosed" in message else "other"), None


def _fault(file: str, row: int | None, line: str, slip: str, message: str, mended: str | None = None) -> Fault:
    details = {"message": message, "slip": slip, "mended": _masked((mended or "").strip())}
    return Fault(code="plan-not-toml", file=file, row=row, got=_masked(line) or None, details=details)


def _masked(line: str) -> str:
    return mask_personal_numbers(without_secrets(line))


def _between(change: Callable[[str], str]) -> Callable[[str], str]:
    """Change what stands between the quoted texts of a line."""

    def changed(line: str) -> str:
        if "\0" in line:
            return line
        texts = iter(_QUOTED.findall(line))
        return re.sub("\0", lambda _: next(texts), change(_QUOTED.sub("\0", line)))

    return changed


def _quoted_keys(line: str) -> str:
    """Put quotation marks around names of keys and tables that need them."""
    header = _HEADER.match(line)
    if header:
        return line.replace(header.group(2), _quoted_name(header.group(2)), 1)
    return _KEY.sub(lambda one: f"{one['before']}{one['blank']}{_quoted_name(one['key'])}{one['equals']}", line)


def _quoted_name(name: str) -> str:
    parts = [name.strip()] if " " in name.strip() and "." in name and not name.startswith(_TABLES) else name.split(".")
    return ".".join(part if "\0" in part or _BARE.fullmatch(part.strip()) else f'"{part.strip()}"' for part in parts)


def _quoted_words(line: str) -> str:
    """Put quotation marks around words that stand as values."""
    if _HEADER.match(line):
        return line
    found = _VALUE.sub(lambda one: f"{one['before']}{_text(one['word'])}{one['after']}", line)
    return (
        _ENTRY.sub(lambda one: f"{one['before']}{_text(one['word'])}", found)
        if "=" not in found or "[" in found
        else found
    )


def _text(word: str) -> str:
    return word if word.strip() in _OWN_WORDS else f'"{word.strip()}"'


def _full_date(line: str) -> str:
    """Write dates with year, month and day of two digits each, as far as the line has all three."""
    line = re.sub(r"=\s*(\d{1,2})[/.](\d{1,2})[-/.\s]\s*(\d{4})", r"= \3-\2-\1", line)
    return re.sub(
        r"=\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)",
        lambda one: f"= {one[1]}-{int(one[2]):02}-{int(one[3]):02}",
        line,
    )


def _decimal(found: re.Match[str]) -> str:
    return f"= {float(found.group(1).replace(',', '.')) / 100:.10g}"


#: How a line is mended by what is wrong with it, the surest first.
_MENDS: Mapping[str, Callable[[str], str]] = {
    "quotes": lambda line: re.sub("[“”„«»]", '"', line),
    "percent": _between(lambda line: _PERCENT.sub(_decimal, line)),
    "date": _between(_full_date),
    "thousands": _between(
        lambda line: _THOUSANDS.sub(lambda one: re.sub(r"(?<=\d)[\s\u00a0](?=\d)", "", one[0]), line)
    ),
    "decimal-comma": _between(lambda line: _DECIMAL_COMMA.sub(r"\1.", line)),
    "backslash": lambda line: re.sub(r'"[^"]*\\[^"]*"', lambda one: one[0].replace("\\", "/"), line),
    "colon": _between(lambda line: _COLON.sub(r"\1 = ", line)),
    "name": _between(_quoted_keys),
    "unquoted": _between(_quoted_words),
}
