"""The parts of a finished file, whatever its format: headings, texts, rows of tables, pictures, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from effektmatt.wording import words
from effektmatt.wording.language import LOCALES

#: A row's cells stand in one text with this between them.
CELL = "\t"

#: What a part can be. A header is the row of a table that names its columns; the letters are those of a drawing.
Kind = Literal["heading", "text", "header", "row", "picture", "letters"]
ROWS: tuple[Kind, ...] = ("header", "row", "letters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a file: `values` are the ids of the printed values that are marked in it, in order.

    `drawn` is a sum of what a picture shows, where the format tells. `at` is where it stands: the page of a pdf (from
    1), the paragraph of a Word file, the cell of a workbook.
    """

    kind: Kind
    text: str
    values: tuple[int, ...] = ()
    drawn: str | None = None
    at: str = ""

    @property
    def key(self) -> str:
        """The text without what programs that save a file change in it."""
        return key_of(self.text)


#: What is no letter: all white space, and signs that only say where a line can be broken.
_NOTHING = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff\ufffe]+")
_SIGN = re.compile("^[–•][ \u00a0]+")  # before an item of a list; a row whose first cell is "–" keeps it
_WITHIN_WORD = re.compile(r"(?<=\w)[-\u2010\u2011]\s*(?=[^\W\d_])")


def key_of(text: str) -> str:
    r"""Return a text as two programs agree on it: without white space, divided words, list signs and captions' numbers.

    >>> key_of("Tabell 3. Före\u00a0och ef\u00adter"), key_of("– −5 till e-tjänst"), key_of("-5")
    ('Föreochefter', '−5tilletjänst', '-5')
    """
    told = _CAPTION.sub("", _SIGN.sub("", text.replace("\x02", "-").strip()))
    return _NOTHING.sub("", _WITHIN_WORD.sub("", told))


def _caption() -> re.Pattern[str]:
    """Return how captions begin: their numbers follow from what stands before them, and are nobody's claim."""
    names = {words(language).say(f"report-{kind}") for language in LOCALES for kind in ("figure", "table")}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(names)))})\s*\d+\.\s*")


_CAPTION = _caption()


class Collector:
    """Gathers parts while a file is read from its beginning: blocks that begin and end, and text within them."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.at = ""
        self._text: list[str] = []
        self._values: list[int] = []
        self._cells: list[str] | None = None
        self._kind: Kind = "text"

    def write(self, text: str) -> None:
        """Add to the text of the block that is open."""
        self._text.append(text)

    def value(self, number: int) -> None:
        """Say that a printed value is marked here."""
        self._values.append(number)

    def new_block(self, kind: Kind = "text") -> None:
        """End the block that is open, and begin another; within a cell only the words are kept apart."""
        if self._cells is not None:
            self._text.append(" ")
            return
        self._end(self._kind)
        self._kind = kind

    def begin_row(self) -> None:
        """Begin a row of a table; a table within a cell is text of that cell."""
        self.new_block()
        self._cells = []

    def end_cell(self) -> None:
        """End a cell."""
        if self._cells is not None:
            self._cells.append(_tidy(self._text))
            self._text = []

    def end_row(self, *, is_header: bool) -> None:
        """End a row; one without a word in it is none."""
        cells, self._cells = self._cells or [], None
        if any(cells):
            kind: Kind = "header" if is_header else "row"
            self.parts.append(Part(kind=kind, text=CELL.join(cells), values=tuple(self._values), at=self.at))
        self._text, self._values = [], []

    def add(self, part: Part) -> None:
        """Add a part that was put together elsewhere, where it stands."""
        if self._cells is None:
            self._end(self._kind)
        self.parts.append(part if part.at else replace(part, at=self.at))

    def done(self) -> list[Part]:
        """Return all parts."""
        self.new_block()
        return self.parts

    def _end(self, kind: Kind) -> None:
        if text := _tidy(self._text):
            self.parts.append(Part(kind=kind, text=text, values=tuple(self._values), at=self.at))
        self._text, self._values = [], []


def _tidy(pieces: Iterable[str]) -> str:
    """Return a text with single spaces, those that do not break kept."""
    return re.sub(r"[ \t\r\n]+", " ", "".join(pieces)).strip(" ")
