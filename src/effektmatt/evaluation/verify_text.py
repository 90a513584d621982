"""What `verify` prints: every file and how it is, and everything that is not as it was, in words or as JSON."""

from __future__ import annotations

import dataclasses
import difflib
import json
import re
from collections.abc import Iterator

from effektmatt.evaluation.verify import Deviation, Verification
from effektmatt.report.reading.parts import CELL, key_of
from effektmatt.wording import Words

# How many words are said around what differs, and how long a text is said whole.
_AROUND, _SHORT = 4, 90


def verify_lines(found: Verification, words: Words) -> Iterator[str]:
    """Yield what was found, the answer first."""
    yield words.say("verify-clean") if found.is_clean else words.say("verify-differs", n=len(found.deviations))
    for one in found.deviations:
        yield f"- {_line(one, words)}"
    for code in found.unknown:
        yield words.say(f"verify-{code}")
    drawings = [one for one in found.files if one.file.endswith((".svg", ".png")) and one.state == "untouched"]
    for file in found.files:
        if file not in drawings:
            yield words.say("verify-file", file=file.file, state=file.state, added=file.added)
    if drawings:
        yield words.say("verify-drawings", n=len(drawings))


def verify_json(found: Verification) -> str:
    """Return what was found as JSON."""
    told = {"clean": found.is_clean, **dataclasses.asdict(found)}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _line(one: Deviation, words: Words) -> str:
    where = _where(one, words)
    stands, expected = _apart(one.stands, one.expected) if one.what == "changed" else (one.stands, one.expected)
    said = words.say(f"verify-what-{one.what}", stands=_shown(stands), expected=_shown(expected), at=one.at)
    return f"{where}: {said}"


def _where(one: Deviation, words: Words) -> str:
    """Return where something stands: file, page or paragraph or cell, goal, heading."""
    kind = one.file.rpartition(".")[2].lower()
    at = words.say("verify-at", kind=kind, at=one.at) if one.at and kind in ("pdf", "docx", "xlsx") else ""
    about = one.goal or one.section
    named = words.say("verify-about", what=about) if about else ""
    return ", ".join(filter(None, [one.file, at, named]))


def _apart(stands: str, expected: str) -> tuple[str, str]:
    """Return the piece of two texts that differs, with a few words around; of a row the cell, with the row's name."""
    if CELL in expected:
        one, other = stands.split(CELL), expected.split(CELL)
        if len(one) == len(other):
            differ = [
                place for place, pair in enumerate(zip(one, other, strict=True)) if key_of(pair[0]) != key_of(pair[1])
            ]
            if differ and differ[0] > 0:
                return tuple(f"{row[0]}: {'; '.join(row[place] for place in differ)}" for row in (one, other))  # type: ignore[return-value]
    if max(len(stands), len(expected)) <= _SHORT:
        return stands, expected
    one, other = re.findall(r"\S+\s*", stands), re.findall(r"\S+\s*", expected)
    codes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    differing = [code for code in codes if code[0] != "equal"]
    if not differing:
        return stands, expected
    (_, a, _, c, _), (_, _, b, _, d) = differing[0], differing[-1]
    return _piece(one, a, b), _piece(other, c, d)


def _piece(told: list[str], start: int, stop: int) -> str:
    first, last = max(0, start - _AROUND), min(len(told), stop + _AROUND)
    piece = "".join(told[first:last]).strip()
    return f"{'… ' if first else ''}{piece}{' …' if last < len(told) else ''}"


def _shown(text: str) -> str:
    told = " ".join(text.replace(CELL, " | ").split())
    return told if len(told) <= 2 * _SHORT else f"{told[: 2 * _SHORT - 1]}…"
