"""Where a finished file says something else than it did when it was written.

Sections may be moved, and rows of a table sorted; anything may be added. What is left of a section must stand as it
was, in its order: a number under another goal's heading is another claim.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from effektmatt.report.reading.parts import CELL, ROWS, Part

#: What can have become of a part.
What = Literal["changed", "missing", "moved", "added-row", "drawn", "section-missing"]

# Two texts that have so much in common are the same one, changed.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A part that is not what it was: what `stands` there, and what was `expected`; `section` is its heading.

    `values` are the ids of the printed values that were expected in it.
    """

    what: What
    section: str
    stands: str = ""
    expected: str = ""
    at: str = ""
    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a file differs from what it was; `added` is how many parts of it were not in it."""

    differences: tuple[Difference, ...]
    added: int
    kept: int


@dataclass(slots=True)
class _Section:
    heading: str
    expected: list[Part] = field(default_factory=list)
    found: list[Part] = field(default_factory=list)


def compared(expected: Sequence[Part], found: Sequence[Part], *, drawings: bool = True) -> Comparison:
    """Hold what a file says to what it said; `drawings`: pictures are compared too, not only what is said of them."""
    differences, added, gone = list[Difference](), list[Part](), list[tuple[_Section, Part]]()
    kept = 0
    for section in _sections(expected, found):
        left, over, same = _unlike(section)
        kept += len(same)
        if drawings:
            differences += [
                _difference("drawn", section, one, other)
                for one, other in same
                if one.drawn and other.drawn and one.drawn != other.drawn
            ]
        for one, other in _paired(left, over):
            if one is not None and other is not None:
                differences.append(_difference("changed", section, one, other))
            elif one is not None:
                gone.append((section, one))
            elif other is not None:
                added.append(other)
        differences += [
            Difference(what="added-row", section=section.heading, stands=one.text, at=one.at)
            for one in _among_ours(over, added, section, same)
        ]
    return Comparison(differences=(*differences, *_gone(gone, added)), added=len(added), kept=kept)


def _difference(what: What, section: _Section, one: Part, other: Part) -> Difference:
    return Difference(
        what=what,
        section=section.heading,
        stands=other.text,
        expected=one.text,
        at=other.at,
        values=one.values,
    )


# ---- sections ----------------------------------------------------------------------------------------------------


def _sections(expected: Sequence[Part], found: Sequence[Part]) -> list[_Section]:
    """Return the sections that were expected, each with what is found under its heading.

    A heading that is not there any more leaves what stood under it to the section before.
    """
    headings = Counter(part.key for part in expected if part.kind == "heading")
    others = {part.key for part in expected if part.kind != "heading"}

    def is_heading(part: Part) -> bool:
        return part.key in headings and (part.kind == "heading" or part.key not in others)

    there = dict(_divided(found, headings, is_heading))
    made, of = list[_Section](), dict[tuple[str, str], _Section]()
    for name, parts in _divided(expected, headings, lambda part: part.kind == "heading"):
        if name in there or not made:
            of[name] = _Section(heading=parts[0].text if parts else "", found=there.get(name, []))
            made.append(of[name])
        made[-1].expected += parts
    for name, parts in there.items():
        if name not in of:
            made[0].found += parts
    return made


def _divided(
    parts: Sequence[Part], headings: Counter[str], is_heading: Callable[[Part], bool]
) -> Iterator[tuple[tuple[str, str], list[Part]]]:
    """Yield the parts under each heading, itself first; one that recurs is told by the one before that does not."""
    divided: dict[tuple[str, str], list[Part]] = {("", ""): []}
    own, name = "", ("", "")
    for part in parts:
        if is_heading(part):
            own = part.key if headings[part.key] == 1 else own
            name = (own, part.key)
        divided.setdefault(name, []).append(part)
    yield from divided.items()


# ---- within a section --------------------------------------------------------------------------------------------


def _unlike(section: _Section) -> tuple[list[tuple[int, Part]], list[tuple[int, Part]], list[tuple[Part, Part]]]:
    """Return what differs of what was expected and of what is found, by the gap it is in; and what is the same."""
    expected, found = section.expected, section.found
    keys = [part.key for part in expected], [part.key for part in found]
    left, over, same = list[tuple[int, Part]](), list[tuple[int, Part]](), list[tuple[Part, Part]]()
    for gap, (how, a, b, c, d) in enumerate(difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes()):
        if how == "equal":
            same += zip(expected[a:b], found[c:d], strict=True)
        elif "".join(keys[0][a:b]) == "".join(keys[1][c:d]):  # a paragraph that was divided, or two made one
            same += zip(expected[a:b], expected[a:b], strict=True)
        else:
            left += [(gap, part) for part in expected[a:b]]
            over += [(gap, part) for part in found[c:d]]
    return (*_without_sorted(left, over, same), same)


def _without_sorted(
    left: list[tuple[int, Part]], over: list[tuple[int, Part]], same: list[tuple[Part, Part]]
) -> tuple[list[tuple[int, Part]], list[tuple[int, Part]]]:
    """Return what differs without rows that stand elsewhere in the same section: somebody sorted the table."""
    rows = Counter(part.key for _, part in left if part.kind == "row" and CELL in part.text)
    kept, taken = list[tuple[int, Part]](), Counter[str]()
    for gap, part in over:
        if part.kind == "row" and taken[part.key] < rows[part.key]:
            taken[part.key] += 1
            same.append((part, part))
        else:
            kept.append((gap, part))
    still = list[tuple[int, Part]]()
    for gap, part in left:
        if part.kind == "row" and taken[part.key] > 0:
            taken[part.key] -= 1
        else:
            still.append((gap, part))
    return still, kept


def _paired(
    left: Iterable[tuple[int, Part]], over: Iterable[tuple[int, Part]]
) -> Iterator[tuple[Part | None, Part | None]]:
    """Yield what was expected with what it has become, gap by gap; None where there is no other."""
    gaps: dict[int, tuple[list[Part], list[Part]]] = {}
    for gap, part in left:
        gaps.setdefault(gap, ([], []))[0].append(part)
    for gap, part in over:
        gaps.setdefault(gap, ([], []))[1].append(part)
    for expected, found in gaps.values():
        if len(expected) == len(found):
            yield from zip(expected, found, strict=True)
            continue
        free = list(found)
        for one in expected:
            other = max(free, key=lambda part: _likeness(one, part), default=None)
            if other is not None and _likeness(one, other) >= _ALIKE:
                free.remove(other)
                yield one, other
            else:
                yield one, None
        yield from ((None, part) for part in free)


def _likeness(one: Part, other: Part) -> float:
    return difflib.SequenceMatcher(None, one.key, other.key, autojunk=False).ratio()


def _among_ours(
    over: Sequence[tuple[int, Part]], added: Sequence[Part], section: _Section, same: Sequence[tuple[Part, Part]]
) -> Iterator[Part]:
    """Yield rows that somebody has added to a table of the report, where they pass for the report's own."""
    ours = {id(part) for _, part in same}
    new = {id(part) for part in added} & {id(part) for _, part in over}
    for place, part in enumerate(section.found):
        beside = section.found[place - 1 : place] if place else []
        if id(part) in new and part.kind in ROWS and any(one.kind in ROWS and id(one) in ours for one in beside):
            ours.add(id(part))
            yield part


# ---- what is not there -------------------------------------------------------------------------------------------


def _gone(gone: Sequence[tuple[_Section, Part]], added: list[Part]) -> Iterator[Difference]:
    """Yield what is missing, or stands where it did not; a section that is missing whole as one."""
    by_key = {part.key: part for part in added}
    missing = list[tuple[_Section, Part]]()
    for section, part in gone:
        other = by_key.pop(part.key, None)
        if other is None:
            missing.append((section, part))
            continue
        added.remove(other)
        yield _difference("moved", section, part, other)
    whole: _Section | None = None
    for section, part in missing:
        if part.kind == "heading":
            whole = section
            yield Difference(what="section-missing", section=part.text, expected=part.text, values=part.values)
        elif section is not whole:
            yield Difference(what="missing", section=section.heading, expected=part.text, values=part.values)
