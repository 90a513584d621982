"""The evaluator's own Markdown as blocks: never a way to put markup of one's own into the report.

Raw HTML stays the text that it is. Links go only to web and mail addresses. Headings are laid under the section
that the text stands in, without leaving out a level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from effektmatt.report.blocks import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Runs,
    TableBlock,
)
from effektmatt.wording.text_table import TextTable

_LINKS = frozenset({"http", "https", "mailto"})
_LOWEST_HEADING = 6


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def markdown_blocks(
    source: str, *, under: int, id_prefix: str, table_caption: str, quote_label: str
) -> tuple[Block, ...]:
    r"""Return Markdown as blocks.

    Parameters
    ----------
    source
        CommonMark with tables.
    under
        The level of the heading that the text stands under; its own highest heading comes one level below.
    id_prefix
        What the ids of its headings begin with.
    table_caption, quote_label
        What a table is called that stands under no heading or paragraph of the text, and what a quotation is called.
        Markdown tables have no caption: the words before one are its caption, for those who listen.

    Examples
    --------
    >>> source = "# Ett\n<b>två</b>"
    >>> found = markdown_blocks(source, under=3, id_prefix="x", table_caption="Tabell", quote_label="Citat")
    >>> found[0].level, found[1].runs[0].text
    (4, '<b>två</b>')
    """
    tree = SyntaxTreeNode(_parser().parse(source))
    return _Reader(under, id_prefix, table_caption, quote_label).blocks(tree.children)


class _Reader:
    """Walks one text; remembers which heading levels it has met so that none is left out."""

    def __init__(self, under: int, id_prefix: str, table_caption: str, quote_label: str) -> None:
        self._under = under
        self._id_prefix = id_prefix
        self._table_caption = table_caption
        self._quote_label = quote_label
        self._open_levels: list[int] = []
        self._headings = 0

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        found: list[Block] = []
        for node in nodes:
            if node.type == "table":
                caption = _caption(found[-1]) if found else ""
                found.append(TableBlock(table=_table(node, caption or self._table_caption), captioned=False))
            else:
                found += self._block(node)
        return tuple(found)

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield self._heading(node)
            case "paragraph":
                if runs := _runs(node):
                    yield Paragraph(runs=runs)
            case "bullet_list" | "ordered_list":
                items = tuple(self.blocks(item.children) for item in node.children)
                yield ListBlock(items=items, ordered=node.type == "ordered_list")
            case "blockquote":
                yield Quote(label=self._quote_label, blocks=self.blocks(node.children))
            case "fence" | "code_block":
                yield CodeBlock(text=node.content.rstrip("\n"))
            case _:  # a thematic break says nothing that the sections do not
                return

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        written = int(node.tag[1:])
        while self._open_levels and self._open_levels[-1] >= written:
            self._open_levels.pop()
        self._open_levels.append(written)
        self._headings += 1
        level = min(_LOWEST_HEADING, self._under + len(self._open_levels))
        return Heading(level=level, text=_plain(_runs(node)), id=f"{self._id_prefix}-{self._headings}")


def _caption(before: Block) -> str:
    """Return what a table shows: the heading or the paragraph that it stands under."""
    match before:
        case Heading():
            return before.text
        case Paragraph():
            return _plain(before.runs).removesuffix(":")
        case _:
            return ""


def _table(node: SyntaxTreeNode, caption: str) -> TextTable:
    rows = [row.children for part in node.children for row in part.children]
    header, *cells = (tuple(_plain(_runs(cell)) for cell in row) for row in rows)
    right = (
        "right" in str(cell.attrs.get("style", "")) or (place > 0 and _are_numbers([row[place] for row in cells]))
        for place, cell in enumerate(rows[0])
    )
    return TextTable(caption=caption, header=header, rows=tuple(cells), numeric=tuple(right))


def _are_numbers(column: Sequence[str]) -> bool:
    """Whether a column holds numbers: cells that begin with a digit, once a sign is taken away."""
    told = [cell.lstrip("+−-–").lstrip() for cell in column if cell.strip("–- ")]
    return bool(told) and all(cell[:1].isdigit() for cell in told)


def _runs(node: SyntaxTreeNode) -> Runs:
    """Return the text of a node, with neighbours of the same look put together."""
    joined: list[Run] = []
    for run in _inline(node, Run(text="")):
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def _inline(node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "text":
                yield replace(look, text=child.content)
            case "code_inline":
                yield replace(look, text=child.content, code=True)
            case "softbreak" | "hardbreak":
                yield replace(look, text=" ")
            case "strong":
                yield from _inline(child, replace(look, strong=True))
            case "em":
                yield from _inline(child, replace(look, emphasis=True))
            case "link":
                yield from _inline(child, replace(look, link=_safe_link(str(child.attrs.get("href", "")))))
            case "image":  # a picture is not fetched; its text stands for it
                yield replace(look, text=child.content)
            case _:
                yield from _inline(child, look)


def _safe_link(address: str) -> str | None:
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return None
    return address if scheme in _LINKS else None


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)
