"""All tables of a document: those that it prints, and those behind its charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from effektmatt.report.blocks import Block, Callout, ChartBlock, Document, Heading, ListBlock, Quote, TableBlock
from effektmatt.wording.text_table import TextTable


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table, what it is called, and the heading that it stands under; `drawn`: it is what a chart shows."""

    title: str
    section: str
    table: TextTable
    drawn: bool


def tables_of(document: Document) -> tuple[FoundTable, ...]:
    """Return every table of a document in order; of two that hold the same, the first."""
    found: dict[object, FoundTable] = {}
    for one in _tables(document.blocks, ""):
        read = one.table.unmarked()
        found.setdefault((read.header, read.rows), one)
    return tuple(found.values())


def _tables(blocks: Iterable[Block], section: str) -> Iterator[FoundTable]:
    for block in blocks:
        match block:
            case Heading():
                section = block.text
            case TableBlock():
                title = block.table.caption
                yield FoundTable(title=title, section=section, table=block.table, drawn=False)
            case ChartBlock():
                yield FoundTable(title=block.chart.title, section=section, table=block.chart.table, drawn=True)
            case Quote() | Callout():
                yield from _tables(block.blocks, section)
            case ListBlock():
                for item in block.items:
                    yield from _tables(item, section)
