"""What every file of a report says as it is written: kept in results.json, so that a finished file can be held to it.

It is read from the files by those who read them again when they are finished. What the evaluator has written herself is
left out: it is hers, and may be changed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from effektmatt.report.blocks import (
    Block,
    Callout,
    CodeBlock,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    TableBlock,
)
from effektmatt.report.reading import READERS, parts_of
from effektmatt.report.reading.parts import CELL, Kind, Part, key_of
from effektmatt.wording.marks import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A part of one file or several: `values` are the ids of the printed values in it, `drawn` a sum of a picture."""

    kind: Kind
    text: str
    values: tuple[int, ...]
    drawn: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFile:
    """A file as it was written: its checksum, and its parts in order, as places in the list of all parts."""

    sha256: str
    told: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the files of a report say."""

    parts: tuple[Told, ...] = ()
    files: Mapping[str, ToldFile] = field(default_factory=dict)

    def of(self, file: str) -> list[Part]:
        """Return the parts of a file."""
        told = (self.parts[place] for place in self.files[file].told)
        return [Part(kind=one.kind, text=one.text, values=one.values, drawn=one.drawn) for one in told]


def record(made: Mapping[str, bytes], documents: Iterable[Document]) -> Record:
    """Return what files say, by their names, without what the documents quote of the evaluator."""
    hers = Counter(key for document in documents for key in _own(document.blocks))
    places: dict[tuple[str, str, str | None], int] = {}
    parts, files = list[Told](), dict[str, ToldFile]()
    for name, content in made.items():
        told = parts_of(content, name) if name.rpartition(".")[2] in READERS else []
        numbers = []
        for part in without_own(told, hers):
            at = (part.kind, part.key, part.drawn)
            if at not in places:
                places[at] = len(parts)
                parts.append(Told(kind=part.kind, text=part.text, values=part.values, drawn=part.drawn))
            numbers.append(places[at])
        files[name] = ToldFile(sha256=hashlib.sha256(content).hexdigest(), told=tuple(numbers))
    return Record(parts=tuple(parts), files=files)


def without_own(parts: Sequence[Part], hers: Counter[str]) -> Iterator[Part]:
    """Yield parts without those that the evaluator has written."""
    left = Counter(hers)
    for part in parts:
        if left[part.key] > 0:
            left[part.key] -= 1
        else:
            yield part


def _own(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Quote | Callout):
            yield from map(key_of, _texts(block.blocks))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of blocks as they stand in a file, a row of a table as one."""
    for block in blocks:
        match block:
            case Heading() | CodeBlock():
                yield plain(block.text)
            case Paragraph():
                yield plain("".join(run.text for run in block.runs))
            case ListBlock():
                for item in block.items:
                    yield from _texts(item)
            case Quote() | Callout():
                yield from _texts(block.blocks)
            case TableBlock():
                shown = block.table.compact().unmarked()
                yield from (shown.caption, shown.note or "")
                yield from (CELL.join(row) for row in (shown.header, *shown.rows))
