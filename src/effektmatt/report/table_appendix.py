"""What stands in the table appendix where there are pages: the numbers of every chart, and tables that few look up.

A page of html has them folded beside the charts; a file for print has the text and the charts, and the tables in a file
of their own, under the same headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from effektmatt.report.blocks import Block, ChartBlock, Contents, Document, Heading, TableBlock
from effektmatt.report.tables import TwiceTold

#: The level of the headings of sections.
_HIGHEST = 2

#: Headings down to this level lead to the tables in the appendix.
_DEEPEST = 3


def of_pages(document: Document) -> Document:
    """Return the document without what stands in the table appendix, and without headings that then lead nowhere."""
    kept = (block for block in document.blocks if not _is_aside(block))
    return replace(document, blocks=tuple(_with_content(kept)))


def _is_aside(block: Block) -> bool:
    return (isinstance(block, TableBlock) and block.in_appendix) or (isinstance(block, ChartBlock) and block.aside)


def table_appendix(document: Document, versions: Iterable[Document] = ()) -> Document | None:
    """Return the tables that `of_pages` leaves out, and those of the charts; None where there are none.

    The tables of the document come first, and then what its versions have besides: their pages lack tables too.
    """
    twice = TwiceTold()
    tables = _with_content(_tables(document.blocks, twice))
    for place, version in enumerate(versions, start=1):
        if any(map(_is_aside, version.blocks)):
            more = _with_content(_tables(version.blocks, twice))
            tables += (_of_version(block, place, version) if isinstance(block, Heading) else block for block in more)
    if not tables:
        return None
    return replace(document, subtitle=document.phrases["tables"], blocks=(Contents(), *tables))


def _of_version(heading: Heading, place: int, version: Document) -> Heading:
    """Return a heading of a version, told apart from that of the report."""
    told = f"{heading.text} ({version.subtitle})" if heading.level == _HIGHEST else heading.text
    return replace(heading, text=told, id=f"version-{place}-{heading.id}")


def _tables(blocks: Iterable[Block], twice: TwiceTold) -> Iterator[Block]:
    """Yield the headings and the tables, every table once: that of a chart may be told beside it too."""
    heading = None
    for block in blocks:
        match block:
            case Heading():
                heading = block
                if block.level <= _DEEPEST:
                    yield block
                continue
            case TableBlock() if block.in_appendix:
                made = TableBlock(table=block.table)
            case ChartBlock():
                made = TableBlock(table=replace(block.chart.table, caption=block.chart.title))
            case _:
                continue
        if not twice.is_again(heading, made.table.caption, made.table, drawn=isinstance(block, ChartBlock)):
            yield made


def _with_content(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks without headings that nothing stands under."""
    kept = list[Block]()
    for block in reversed(list(blocks)):
        following = kept[-1] if kept else None
        if isinstance(block, Heading) and (following is None or _is_as_high(following, block)):
            continue
        kept.append(block)
    return kept[::-1]


def _is_as_high(following: Block, heading: Heading) -> bool:
    return isinstance(following, Heading) and following.level <= heading.level
