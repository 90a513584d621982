"""What a report is made of: blocks that say what something is, never how it looks.

A writer per format (`html`, `pdf`) turns them into a page; text in them is plain text in the report's language,
and every writer escapes it in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING

from effektmatt.goals import Verdict
from effektmatt.plan.colours import Look
from effektmatt.wording.marks import plain
from effektmatt.wording.text_table import TextTable

if TYPE_CHECKING:
    from effektmatt.charts import Chart
    from effektmatt.data.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text with one look. `link` is a web or mail address that has been checked."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: `level` 2 to 6 (1 is the document's title), `id` unique in the document."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; a `lead` one carries the answer of its section and is set larger."""

    runs: Runs
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """Text that keeps its line breaks."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A list; each item is itself blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table with caption, column headers, and row headers in its first column.

    `captioned` is False where the heading right above says the same; the caption is then for screen readers only.
    `on_paper`: the table of a chart above holds the same numbers, so this one stands only where charts have none.
    `aside`: few look it up, so it is folded, or stands in the table appendix, as those on paper do.
    """

    table: TextTable
    captioned: bool = True
    on_paper: bool = False
    aside: bool = False

    @property
    def in_appendix(self) -> bool:
        """Whether it stands in the table appendix where there are pages."""
        return self.on_paper or self.aside


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBlock:
    """A chart with its title, its alternative text and its data as a table.

    `aside`: where there are pages, the table appendix has its numbers and it is not drawn.
    """

    chart: Chart
    aside: bool = False

    @property
    def svg(self) -> str:
        """The drawing; its title is set as text beside it."""
        return self.chart.svg()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's own words, and above them what they are."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """Something set apart from the running text, such as the evaluator's own comment."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock:
    """A picture of the evaluator's with its alternative text, and a caption if it has one."""

    picture: Picture
    alt: str
    caption: str | None = None

    @property
    def width(self) -> float:
        """How wide it is in millimetres where there is room: 150 dots an inch are sharp enough to be read."""
        return self.picture.width / 150 * 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What the evaluator wrote: every writer marks it as hers, so that nobody takes it for a finding.

    `elsewhere`: it is in another language than the document.
    """

    name: str
    blocks: tuple[Block, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictBlock:
    """The answer to one goal: verdict (symbol and word) and the sentence that says why."""

    verdict: Verdict
    word: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """A part of a goal in the summary: its number against its target, its verdict, and how sure that is."""

    title: str
    verdict: Verdict
    word: str
    outcome: str
    sure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal in the summary, a card; `target_id` is the id of its heading further on (None: it has none).

    `outcome` is the number against its target and stands out, `sentence` says what it is, `sure` how sure it is. What a
    goal in parts has to say of its numbers stands at its parts.
    """

    target_id: str | None
    title: str
    verdict: Verdict
    word: str
    outcome: str | None = None
    sentence: str | None = None
    sure: str | None = None
    parts: tuple[PartRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalList:
    """All goals that have a target; `sure_label` is said before how sure each of them is."""

    rows: tuple[GoalRow, ...]
    sure_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """One point that is followed without a target; `target_id` is the id of its heading further on (None: none)."""

    target_id: str | None
    title: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointList:
    """What is followed without a target, a line each."""

    rows: tuple[PointRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictKey:
    """What the verdict words mean: verdict, word and meaning."""

    rows: tuple[tuple[Verdict, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLine:
    """An empty line to write on by hand, and what is to be written there."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page, where there are pages and what stands before it fits on the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Where the table of contents stands."""


Block = (
    Heading
    | Paragraph
    | CodeBlock
    | ListBlock
    | TableBlock
    | ChartBlock
    | Quote
    | Callout
    | PictureBlock
    | OwnWords
    | VerdictBlock
    | GoalList
    | PointList
    | VerdictKey
    | SignatureLine
    | PageBreak
    | Contents
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. `phrases` are the few words that a writer itself needs, by name.

    `logo` stands at its head, `contact` below the byline; `look` is its colours.
    """

    title: str
    subtitle: str
    byline: str
    language: str
    made: date
    author: str | None
    phrases: dict[str, str]
    blocks: tuple[Block, ...]
    logo: PictureBlock | None = None
    contact: str | None = None
    look: Look = field(default_factory=Look)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the document itself, in order; those inside quotes and comments are not counted."""
        opened = (block.blocks if isinstance(block, OwnWords) else (block,) for block in self.blocks)
        return tuple(block for blocks in opened for block in blocks if isinstance(block, Heading))


def text(words: str, *, lead: bool = False) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(runs=(Run(text=words),), lead=lead)


def texts_in(part: object) -> Iterator[str]:
    """Yield every text in a document or a part of one; of a chart its title and the table of its numbers."""
    match part:
        case str():
            yield part
        case tuple():
            for one in part:
                yield from texts_in(one)
        case ChartBlock():
            yield from texts_in((part.chart.title, part.chart.table))
        case _ if is_dataclass(part):
            for one in fields(part):
                yield from texts_in(getattr(part, one.name))


def own_texts(document: Document) -> tuple[tuple[str, str], ...]:
    """Return what the evaluator wrote as plain text, a paragraph at a time, each with the heading it stands under."""
    found: list[tuple[str, str]] = []
    section = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            section = block.text
        elif isinstance(block, OwnWords):
            found += ((section, told) for told in _told(block.blocks))
    return tuple((plain(section), plain(told)) for section, told in found)


def _told(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of blocks; tables stand on sheets of their own."""
    for block in blocks:
        match block:
            case Heading() | CodeBlock():
                yield block.text
            case Paragraph():
                yield "".join(run.text for run in block.runs)
            case PictureBlock():
                yield " ".join(filter(None, (block.caption, f"[{block.alt}]")))
            case ListBlock():
                yield from (f"– {told}" for item in block.items for told in _told(item))
            case Quote() | Callout() | OwnWords():
                yield from _told(block.blocks)
