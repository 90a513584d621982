"""Text in a Word file: runs with their look and language, a bookmark around every printed value, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from effektmatt.goals import Verdict
from effektmatt.report.office_files import MARK, OWN, TAGS, Names, legal
from effektmatt.report.word_elements import Element, element, run
from effektmatt.wording.marks import languages, pieces

if TYPE_CHECKING:
    from effektmatt.report.blocks import Run, Runs
    from effektmatt.report.word_template import Frame

# Ground, letters and edge of each verdict's word: the word says it, the colours help.
_FILLED, _PLAIN = ("005A8C", "FFFFFF", "005A8C"), ("FFFFFF", "2C3742", "6B7783")
_LOOKS = {
    Verdict.MET: _FILLED,
    Verdict.LIKELY_MET: ("E1EEF6", "00446A", "005A8C"),
    Verdict.LIKELY_NOT_MET: ("FCEBE0", "7C2F00", "B34A00"),
    Verdict.NOT_MET: ("9A3A00", "FFFFFF", "9A3A00"),
}
_NO_BREAK, _CODE = "\u00a0", "Consolas"

#: The order in which a paragraph's properties must stand (ECMA-376, CT_PPr), of those that are said here.
_ORDER = [
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "pageBreakBefore", "numPr", "pBdr", "shd", "spacing", "ind", "jc")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks; `code` is what no language is spoken in.

    `size` is in points, where it is not its style's, `language` where it is not that of the document.
    """

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: bool = False
    verdict: Verdict | None = None
    size: float | None = None
    language: str | None = None


PLAIN, STRONG = Look(), Look(strong=True)


class Text:
    """Writes the text of one file; knows the bookmarks that it has set."""

    def __init__(self, frame: Frame, language: str) -> None:
        self._frame, self._language = frame, TAGS[language]
        self._own = 0
        bookmarks = list(frame.file.element.body.iter(qn("w:bookmarkStart")))
        self._numbers = count(1 + max((int(one.get(qn("w:id"))) for one in bookmarks), default=0))
        self._names = Names(str(one.get(qn("w:name"))) for one in bookmarks)

    def runs(self, text: str, look: Look = PLAIN) -> Iterator[Element]:
        """Yield a text in one look, a bookmark around each printed value in it."""
        for language, spoken in languages(text):
            properties = look if language is None else replace(look, language=TAGS[language])
            for number, piece in pieces(spoken):
                written = run(piece, self._properties(properties))
                yield from [written] if number is None else self.marked(f"{MARK}{number}", written)

    def of(self, runs: Runs) -> Iterator[Element]:
        """Yield the runs of a paragraph."""
        for one in runs:
            look = Look(strong=one.strong, emphasis=one.emphasis, code=one.code, link=one.link is not None)
            written = list(self.runs(one.text, look))
            yield from written if one.link is None else [self._link(one, written)]

    def badge(self, verdict: Verdict, word: str) -> Iterator[Element]:
        """Yield a verdict's word on its ground."""
        look = Look(strong=True, verdict=verdict)
        yield run(_NO_BREAK, self._properties(look))
        yield from self.runs(word, look)
        yield run(_NO_BREAK, self._properties(look))

    def marked(self, name: str, *written: Element) -> Iterator[Element]:
        """Yield a bookmark around runs; the same name again gets a number after it, for names occur once in a file."""
        number = next(self._numbers)
        yield element("bookmarkStart", id=number, name=self._names.free(name))
        yield from written
        yield element("bookmarkEnd", id=number)

    def own(self, written: list[Element]) -> list[Element]:
        """Return what the evaluator wrote, a bookmark around it from its first paragraph to its last."""
        number = next(self._numbers)
        self._own += 1
        begins = element("bookmarkStart", id=number, name=self._names.free(f"{OWN}{self._own}"))
        ends = element("bookmarkEnd", id=number)
        first, last = written[0], written[-1]
        if first.tag == qn("w:p"):
            properties = first.find(qn("w:pPr"))
            first.insert(0, begins) if properties is None else properties.addnext(begins)
        else:
            written = [begins, *written]
        if last.tag == qn("w:p"):
            last.append(ends)
        else:
            written = [*written, ends]
        return written

    def link_to(self, place: str, *written: Element) -> Element:
        """Return runs that lead to a heading."""
        return element("hyperlink", *written, anchor=anchor(place), history=1)

    def paragraph(self, style: str, *content: Element, keep: bool = False, more: Iterable[Element] = ()) -> Element:
        """Return a paragraph. `keep`: on one page with the next; `more`: other properties, in any order."""
        named = element("pStyle", val=self._frame.styles.id_of(style))
        properties = [named, *([element("keepNext")] if keep else ()), *more]
        return element("p", element("pPr", *sorted(properties, key=lambda one: _ORDER.index(one.tag))), *content)

    def _link(self, one: Run, written: list[Element]) -> Element:
        address = self._frame.file.part.relate_to(legal(one.link or ""), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made = element("hyperlink", *written, history=1)
        made.set(qn("r:id"), address)
        return made

    def _properties(self, look: Look) -> Element:
        """Return what a run's properties say, in the order of the schema (ECMA-376, EG_RPrBase)."""
        ground, ink, edge = _LOOKS.get(look.verdict, _PLAIN) if look.verdict else ("", "", "")
        size = round(2 * look.size) if look.size else None
        said: list[tuple[str, dict[str, str | int]] | None] = [
            ("rStyle", {"val": self._frame.styles.id_of("Hyperlink")}) if look.link else None,
            ("rFonts", {"ascii": _CODE, "hAnsi": _CODE, "cs": _CODE}) if look.code else None,
            *((("b", {}), ("bCs", {})) if look.strong else ()),
            *((("i", {}), ("iCs", {})) if look.emphasis else ()),
            ("noProof", {}) if look.code else None,
            ("color", {"val": ink}) if ink else None,
            *((("sz", {"val": size}), ("szCs", {"val": size})) if size else ()),
            ("bdr", {"val": "single", "sz": 4, "space": 0, "color": edge}) if edge else None,
            ("shd", {"val": "clear", "color": "auto", "fill": ground}) if ground else None,
            ("lang", {"val": look.language or self._language}),
        ]
        return element("rPr", *(element(one[0], **one[1]) for one in said if one is not None))


def anchor(place: str) -> str:
    """Return the bookmark of a heading, by its id in the document.

    >>> anchor("goal-1")
    '_h_goal_1'
    """
    return f"_h_{re.sub('[^A-Za-z0-9_]', '_', place)}"[:40]
