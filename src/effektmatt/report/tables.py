"""All tables of a document: those that it prints, and those behind its charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from effektmatt.report.blocks import (
    Block,
    Callout,
    ChartBlock,
    Document,
    Heading,
    ListBlock,
    OwnWords,
    Quote,
    TableBlock,
)
from effektmatt.wording.marks import plain
from effektmatt.wording.text_table import TextTable


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table, what it is called, and the heading that it stands under; `drawn`: it is what a chart shows."""

    title: str
    section: str
    table: TextTable
    drawn: bool


def tables_of(document: Document) -> tuple[FoundTable, ...]:
    """Return every table of a document in order; of a chart and a table that hold the same, the first."""
    twice = TwiceTold()
    return tuple(
        FoundTable(title=title, section=heading.text if heading else "", table=table, drawn=drawn)
        for heading, title, table, drawn in _tables(document.blocks, None)
        if not twice.is_again(heading, title, table, drawn=drawn)
    )


class TwiceTold:
    """What a chart draws may be told in a table beside it too: under the same heading, of the two the first is taken.

    Two tables, or two charts, are one only where they are called the same too: equal numbers of two goals, or of two
    groups, are findings of their own.
    """

    def __init__(self) -> None:
        self._told, self._alone = set[object](), set[object]()

    def is_again(self, heading: Heading | None, title: str, table: TextTable, *, drawn: bool) -> bool:
        """Whether a table says what one that was asked about before says."""
        read = table.unmarked()
        same = (heading.id if heading else None, read.header, read.rows)
        if (*same, plain(title)) in self._told:
            return True
        self._told.add((*same, plain(title)))
        if (*same, not drawn) in self._alone:
            self._alone.remove((*same, not drawn))
            return True
        self._alone.add((*same, drawn))
        return False


def _tables(blocks: Iterable[Block], section: Heading | None) -> Iterator[tuple[Heading | None, str, TextTable, bool]]:
    """Yield each table with the heading above it, its title, and whether it is a chart's."""
    for block in blocks:
        match block:
            case Heading():
                section = block
            case TableBlock():
                yield section, block.table.caption, block.table, False
            case ChartBlock():
                yield section, block.chart.title, block.chart.table, True
            case Quote() | Callout() | OwnWords():
                yield from _tables(block.blocks, section)
            case ListBlock():
                for item in block.items:
                    yield from _tables(item, section)
