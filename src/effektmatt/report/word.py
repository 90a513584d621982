"""A document as a Word file (.docx): to be edited, with the styles, header and footer of a template where one is given.

The file says what a screen reader needs: headings by level, tables whose first row is a header on every page,
alternative texts, the language of every run. Every printed value stands in a bookmark of its own (`office_files.MARK`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from effektmatt.report.blocks import (
    Block,
    Callout,
    ChartBlock,
    CodeBlock,
    Contents,
    GoalList,
    Heading,
    ListBlock,
    OwnWords,
    PageBreak,
    Paragraph,
    PictureBlock,
    PointList,
    Quote,
    SignatureLine,
    TableBlock,
    VerdictBlock,
    VerdictKey,
)
from effektmatt.report.office_files import TAGS, same_bytes
from effektmatt.report.word_elements import Element, element, field, field_begins, field_ends, run
from effektmatt.report.word_pictures import picture
from effektmatt.report.word_seal import seal
from effektmatt.report.word_table import table
from effektmatt.report.word_template import Frame, frame
from effektmatt.report.word_text import STRONG, Look, Text, anchor
from effektmatt.wording.marks import plain

if TYPE_CHECKING:
    from effektmatt.report.blocks import Document

_LOGO = (45, 13)  # what a logo has at most, in millimetres
# Styles without room above, and the room that a paragraph in one of them gets below a table, in twentieths of a point.
_CLOSE, _ROOM = ("Normal", "Report lead", "Report label", "List Bullet", "List Number"), 240


def docx(document: Document, pictures: Mapping[str, bytes], template: bytes | None = None) -> bytes:
    """Return the document as a Word file; the same document always gives the same bytes.

    Parameters
    ----------
    document
        The document.
    pictures
        The picture (PNG) of each chart, by its drawing.
    template
        The content of a Word file whose styles, header, footer and page are kept.
    """
    there = frame(template)
    writer = _Writer(there, document, pictures)
    for one in writer.document():
        there.before.addprevious(one)
    _apart(there)
    if there.is_own:
        writer.header_and_footer()
        there.styles.coloured(("Subtitle", "Hyperlink"), document.look.accent)
    _describe(there, document)
    seal(there.file)
    out = BytesIO()
    there.file.save(out)
    return same_bytes(out.getvalue())


def _describe(there: Frame, document: Document) -> None:
    """Say what the file is, and when it was made, instead of what the template was."""
    made = datetime.combine(document.made, time(), UTC)
    properties = there.file.core_properties
    properties.title = f"{document.title} – {document.subtitle}"
    properties.author = document.author or ""
    properties.language = TAGS[document.language]
    properties.last_modified_by, properties.revision = document.author or "effektmatt", 1
    properties.created = properties.modified = made
    properties.comments = ""
    language = there.file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), TAGS[document.language])


def _apart(there: Frame) -> None:
    """Keep every table on a page with what stands above it, and leave room below.

    Two tables without a paragraph between them would be one, and a file ends in a paragraph.
    """
    close = {there.styles.id_of(name) for name in _CLOSE}
    for one in list(there.file.element.body.iterchildren(qn("w:tbl"))):
        above, below = _style_of(one.getprevious()), _style_of(one.getnext())
        if above is not None and above.getparent().find(qn("w:keepNext")) is None:
            above.addnext(element("keepNext"))
        if one.getnext().tag != qn("w:p"):
            one.addnext(element("p", element("pPr", element("spacing", before=0, after=0))))
        elif below is not None and below.get(qn("w:val")) in close:
            below.getparent().append(element("spacing", before=_ROOM))


def _style_of(paragraph: Element | None) -> Element | None:
    """Return where a paragraph names its style; None of what is no paragraph, or has none."""
    named: Element | None = None if paragraph is None else paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return named


class _Writer:
    """Turns blocks into what stands in the file's body."""

    def __init__(self, there: Frame, document: Document, pictures: Mapping[str, bytes]) -> None:
        self._there, self._document, self._pictures = there, document, pictures
        self._text = Text(there, document.language)
        self._captions = dict.fromkeys(("figure", "table"), 0)
        self._depth = 0  # of lists within lists
        self._aside = False  # within a comment
        self._ahead: list[Element] = []  # what the next paragraph is said to be besides

    def document(self) -> Iterator[Element]:
        """Yield the whole report."""
        document = self._document
        yield self._paragraph("Subtitle", *self._text.runs(document.subtitle))
        yield self._paragraph("Title", *self._text.runs(document.title))
        yield self._paragraph("Report byline", *self._text.runs(document.byline))
        if document.contact:
            yield self._paragraph("Report byline", *self._text.runs(document.contact))
        for block in document.blocks:
            yield from self._block(block)

    def header_and_footer(self) -> None:
        """Set title and subtitle above every page but the first, and the page's number below."""
        section, document = self._there.file.sections[-1], self._document
        section.different_first_page_header_footer = True
        tab = element("r", element("tab"))
        above = [*self._text.runs(plain(document.title)), tab, *self._text.runs(plain(document.subtitle))]
        _fill(section.header._element, self._text.paragraph("header", *above))  # noqa: SLF001
        _fill(section.first_page_header._element, self._text.paragraph("header", *self._logo()))  # noqa: SLF001
        for footer in (section.footer, section.first_page_footer):
            right = element("jc", val="right")
            _fill(footer._element, self._text.paragraph("footer", *self._page_number(), more=[right]))  # noqa: SLF001

    def _logo(self) -> Iterator[Element]:
        """Yield the logo, which stands in the header of the first page."""
        logo, there = self._document.logo, self._there
        if logo is not None:
            part = there.file.sections[-1].first_page_header.part
            yield picture(there, logo.picture.content, logo.alt, widest=_LOGO[0], tallest=_LOGO[1], part=part)

    def _page_number(self) -> Iterator[Element]:
        """Yield "Sida 1 av 9", with the numbers as fields."""
        before, _, rest = self._document.phrases["page"].partition("{page}")
        between, _, after = rest.partition("{pages}")
        for words, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            yield from self._text.runs(words)
            if code:
                yield field(code, run("1"))

    def _paragraph(self, style: str, *content: Element, keep: bool = False, more: Iterable[Element] = ()) -> Element:
        """Return a paragraph of the body: on a new page after a page break, set apart within a comment."""
        ahead, self._ahead = self._ahead, []
        aside = _set_apart(self._document.look.line) if self._aside else ()
        return self._text.paragraph(style, *content, keep=keep, more=(*ahead, *aside, *more))

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[Element]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Element]:
        text = self._text
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph("Report lead" if block.lead else "Normal", *text.of(block.runs))
            case CodeBlock():
                yield self._paragraph("Report code", *text.runs(block.text, Look(code=True)))
            case ListBlock():
                yield from self._list(block)
            case TableBlock():
                yield from self._table(block)
            case ChartBlock():
                yield from self._chart(block)
            case Quote():
                yield self._paragraph("Report label", *text.runs(block.label), keep=True)
                yield from (_in_style(one, "Normal", "Quote", self._there) for one in self._blocks(block.blocks))
            case Callout():
                yield from self._comment(block)
            case PictureBlock():
                yield self._own_picture(block)
                if block.caption:
                    yield self._paragraph("Report note", *text.runs(block.caption))
            case OwnWords():
                yield from text.own(list(self._blocks(block.blocks)))
            case VerdictBlock():
                yield self._paragraph("Report verdict", *text.badge(block.verdict, block.word), keep=True)
                yield self._paragraph("Report lead", *text.runs(block.sentence))
            case GoalList():
                yield from self._goals(block)
            case PointList():
                yield from self._points(block)
            case VerdictKey():
                for verdict, word, meaning in block.rows:
                    tab = element("r", element("tab"))
                    yield self._paragraph("Report key", *text.badge(verdict, word), tab, *text.runs(meaning))
            case SignatureLine():
                yield self._paragraph("Report signature", *text.runs(f"\t\n{block.label}"))
            case PageBreak():
                self._ahead.append(element("pageBreakBefore"))
            case Contents():
                yield self._contents()

    def _heading(self, block: Heading) -> Element:
        marked = self._text.marked(anchor(block.id), *self._text.runs(block.text))
        return self._paragraph(f"heading {block.level - 1}", *marked)

    def _list(self, block: ListBlock) -> Iterator[Element]:
        depth, style = self._depth, "List Number" if block.ordered else "List Bullet"
        lists = self._there.lists
        own = None if block.ordered or depth else self._there.styles.list_of(style)
        number = lists.counting(depth) if block.ordered else lists.bullets if own is None else own
        sign = element("numPr", element("ilvl", val=depth), element("numId", val=number))
        self._depth = depth + 1
        for item in block.items:
            first, *others = item or (Paragraph(runs=()),)
            runs = first.runs if isinstance(first, Paragraph) else ()
            yield self._paragraph(style, *self._text.of(runs), more=[deepcopy(sign)])
            yield from self._blocks(tuple(others) if isinstance(first, Paragraph) else (first, *others))
        self._depth = depth

    def _goals(self, block: GoalList) -> Iterator[Element]:
        """Yield a card for each goal: title, verdict with its number, its parts, how sure that is."""
        text = self._text
        for row in block.rows:
            yield self._paragraph("Report goal", *self._link_to(row.target_id, row.title), keep=True)
            said = [*text.badge(row.verdict, row.word), run("  ")]
            if row.outcome:
                said += [*text.runs(f"{row.outcome}.", STRONG), run(" ")]
            yield self._paragraph("Report goal answer", *said, *text.runs(row.sentence or ""))
            for part in row.parts:
                told = (*text.runs(f"{part.title}: "), *text.runs(f"{part.outcome}.", STRONG))
                rest = text.runs(f" {part.word}. {part.sure or ''}".rstrip())
                yield self._paragraph("Report goal answer", *told, *rest, more=[self._bullet()])
            if row.sure:
                sure = (*text.runs(block.sure_label, STRONG), *text.runs(f" {row.sure}"))
                yield self._paragraph("Report goal answer", *sure)

    def _points(self, block: PointList) -> Iterator[Element]:
        for row in block.rows:
            told = (*self._link_to(row.target_id, row.title), *self._text.runs(f": {row.outcome}"))
            yield self._paragraph("Report goal answer", *told, more=[self._bullet()])

    def _link_to(self, place: str | None, words: str) -> Iterator[Element]:
        if place is None:
            yield from self._text.runs(words, STRONG)
        else:
            yield self._text.link_to(place, *self._text.runs(words, Look(strong=True, link=True)))

    def _bullet(self) -> Element:
        return element("numPr", element("ilvl", val=0), element("numId", val=self._there.lists.bullets))

    def _comment(self, block: Callout) -> Iterator[Element]:
        self._aside = True
        yield self._paragraph("Report label", *self._text.runs(block.label), keep=True)
        yield from self._blocks(block.blocks)
        self._aside = False

    def _table(self, block: TableBlock) -> Iterator[Element]:
        shown = block.table.compact()
        if block.captioned:
            yield self._caption("table", shown.caption)
        yield table(shown, self._text, self._there)
        if shown.note:
            yield self._paragraph("Report note", *self._text.runs(shown.note))

    def _chart(self, block: ChartBlock) -> Iterator[Element]:
        yield self._caption("figure", block.chart.title)
        drawn = picture(self._there, self._pictures[block.svg], plain(block.chart.alt))
        yield self._paragraph("Report picture", drawn)

    def _own_picture(self, block: PictureBlock) -> Element:
        drawn = picture(self._there, block.picture.content, block.alt, widest=block.width)
        return self._paragraph("Report picture", drawn, keep=block.caption is not None)

    def _caption(self, kind: str, words: str) -> Element:
        """Return "Tabell 3. Vad tabellen visar", whose number Word counts."""
        self._captions[kind] += 1
        name = self._document.phrases[kind]
        number = field(f"SEQ {name} \\* ARABIC", *self._text.runs(str(self._captions[kind])))
        before, after = self._text.runs(f"{name} "), self._text.runs(f". {words}")
        return self._paragraph("caption", *before, number, *after, keep=True)

    def _contents(self) -> Element:
        """Return the table of contents, filled in: Word renews it, other programs show what stands there."""
        text = self._text
        listed = [heading for heading in self._document.headings if heading.level <= 3]
        title = self._paragraph("TOC Heading", *text.runs(self._document.phrases["contents"]), keep=True)
        lines = []
        for place, heading in enumerate(listed):
            begins = tuple(field_begins('TOC \\o "1-2" \\h \\z \\u')) if place == 0 else ()
            entry = text.link_to(heading.id, *text.runs(plain(heading.text)))
            ends = (field_ends(),) if place == len(listed) - 1 else ()
            lines.append(text.paragraph(f"toc {heading.level - 1}", *begins, entry, *ends))
        gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
        return element("sdt", element("sdtPr", gallery), element("sdtContent", title, *lines))


def _set_apart(colour: str) -> tuple[Element, Element]:
    """Return how a paragraph of a comment looks: a line at its side and a light ground."""
    side = element("left", val="single", sz=18, space=8, color=colour.removeprefix("#").upper())
    return element("pBdr", side), element("shd", val="clear", color="auto", fill="F4F6F8")


def _fill(part: Element, paragraph: Element) -> None:
    for one in list(part):
        part.remove(one)
    part.append(paragraph)


def _in_style(one: Element, instead_of: str, style: str, there: Frame) -> Element:
    """Return a paragraph of one style in another."""
    named = one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if one.tag == qn("w:p") else None
    if named is not None and named.get(qn("w:val")) == there.styles.id_of(instead_of):
        named.set(qn("w:val"), there.styles.id_of(style))
    return one
