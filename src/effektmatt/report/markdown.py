"""The evaluator's own Markdown as blocks: never a way to put markup of one's own into the report.

Raw HTML stays the text that it is. Links go only to web and mail addresses. Headings are laid under the section
that the text stands in, without leaving out a level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from effektmatt.data.pictures import Picture
from effektmatt.report.blocks import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    Paragraph,
    PictureBlock,
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
    source: str,
    *,
    under: int,
    id_prefix: str,
    table_caption: str,
    quote_label: str,
    pictures: Mapping[str, Picture] | None = None,
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
    pictures
        The pictures that it may show, by what it calls them; of another the alternative text stands for it.

    Examples
    --------
    >>> source = "# Ett\n<b>två</b>"
    >>> found = markdown_blocks(source, under=3, id_prefix="x", table_caption="Tabell", quote_label="Citat")
    >>> found[0].level, found[1].runs[0].text
    (4, '<b>två</b>')
    """
    tree = SyntaxTreeNode(_parser().parse(source))
    return _Reader(under, id_prefix, table_caption, quote_label, pictures or {}).blocks(tree.children)


class _Reader:
    """Walks one text; remembers which heading levels it has met so that none is left out."""

    def __init__(
        self, under: int, id_prefix: str, table_caption: str, quote_label: str, pictures: Mapping[str, Picture]
    ) -> None:
        self._under = under
        self._id_prefix = id_prefix
        self._table_caption = table_caption
        self._quote_label = quote_label
        self._pictures = pictures
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
                yield from self._paragraph(node)
            case "bullet_list" | "ordered_list":
                items = tuple(self.blocks(item.children) for item in node.children)
                yield ListBlock(items=items, ordered=node.type == "ordered_list")
            case "blockquote":
                yield Quote(label=self._quote_label, blocks=self.blocks(node.children))
            case "fence" | "code_block":
                yield CodeBlock(text=node.content.rstrip("\n"))
            case _:  # a thematic break says nothing that the sections do not
                return

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Yield a paragraph; a picture within it stands by itself, between the words before and after."""
        words: list[SyntaxTreeNode] = []
        for child in (*_unwrapped(node), None):
            picture = None if child is None or child.type != "image" else self._picture(child)
            if child is not None and picture is None:
                words.append(child)
                continue
            if runs := _joined(run for one in words for run in _of_node(one, Run(text=""))):
                yield Paragraph(runs=runs)
            words = []
            if picture is not None:
                yield picture

    def _picture(self, node: SyntaxTreeNode) -> PictureBlock | None:
        found = self._pictures.get(str(node.attrs.get("src", "")))
        caption = str(node.attrs.get("title", "")).strip() or None
        return None if found is None else PictureBlock(picture=found, alt=node.content.strip(), caption=caption)

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
    return _joined(_inline(node, Run(text="")))


def _unwrapped(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """Yield what a paragraph holds; a picture that is a link, or emphasised, comes out of it."""
    for child in node.children:
        inner = child.children if child.type in ("inline", "link", "strong", "em") else ()
        if child.type == "inline" or any(one.type == "image" for one in inner):
            yield from _unwrapped(child)
        else:
            yield child


def _joined(runs: Iterable[Run]) -> Runs:
    """Return runs with neighbours of the same look put together; nothing of space alone."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    if not any(run.text.strip() for run in joined):
        return ()
    joined[0] = replace(joined[0], text=joined[0].text.lstrip())
    joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)


def _inline(node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
    for child in node.children:
        yield from _of_node(child, look)


def _of_node(child: SyntaxTreeNode, look: Run) -> Iterator[Run]:
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
        case "image":  # of a picture that is not at hand, its text stands for it
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
