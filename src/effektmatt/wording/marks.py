"""Printed values as objects: each has an id, and says which leaf of results.json it was written from.

Numbers that know their place (`Whole`, `Real`, `Amount`) are written as they are; where a ledger is kept, `Words` notes
down every one of them and sets marks around its text, in private-use characters that no text has. Sentences and tables
carry the marks on unread; a writer takes the text apart (`pieces`), or leaves the marks out (`plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from typing import TypeVar

_BEGIN, _TEXT, _END = "\ue010", "\ue011", "\ue012"
_DIGITS = str.maketrans("0123456789", "\ue020\ue021\ue022\ue023\ue024\ue025\ue026\ue027\ue028\ue029")
_BACK = {instead: chr(digit) for digit, instead in _DIGITS.items()}
_OPENING = re.compile(f"{_BEGIN}([\ue020-\ue029]+){_TEXT}")
_MARK = re.compile(f"{_BEGIN}([\ue020-\ue029]+){_TEXT}([^{_BEGIN}{_END}]*){_END}")


class Placed:
    """A number that knows where in results.json it stands; `turned` is -1 where its sign was taken away."""

    pointer: str | None = None
    turned: int = 1


class Whole(int, Placed):
    """A whole number that knows its place."""

    def __abs__(self) -> Whole:
        """Return its size, which has the same place."""
        return _turned(self, Whole(int.__abs__(self)))


class Real(float, Placed):
    """A decimal number that knows its place."""

    def __abs__(self) -> Real:
        """Return its size, which has the same place."""
        return _turned(self, Real(float.__abs__(self)))


class Amount(Decimal, Placed):
    """An exact amount that knows its place."""


Number = TypeVar("Number", Whole, Real)


def _turned(value: Number, size: Number) -> Number:
    size.pointer, size.turned = value.pointer, -value.turned if value < 0 else value.turned
    return size


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed value: its text is the leaf at `pointer`, times `scale`, with so many decimals (None: as it needs).

    `signed`: a plus is written too. A `word` is no number: it is what the leaf, a verdict, is called.
    """

    id: int
    text: str
    pointer: str
    scale: int = 1
    decimals: int | None = None
    signed: bool = False
    word: bool = False


@dataclass(slots=True)
class Ledger:
    """Every value that was printed, in order. `places` has where values that are no numbers stand, by identity."""

    places: dict[int, str] = field(default_factory=dict)
    printed: list[Printed] = field(default_factory=list)

    def number(self, text: str, value: object, scale: int, decimals: int | None, *, signed: bool) -> str:
        """Note down a number that was written from a leaf, and return its text with marks; others as they are."""
        if not isinstance(value, Placed) or value.pointer is None:
            return text
        scale *= value.turned
        return self._marked(text, value.pointer, scale=scale, decimals=decimals, signed=signed)

    def word(self, text: str, whole: object, leaf: str) -> str:
        """Note down what a leaf of a value is called, and return the word with marks."""
        place = self.places.get(id(whole))
        return text if place is None else self._marked(text, f"{place}/{leaf}", word=True)

    def keep(self, texts: Iterable[str]) -> None:
        """Forget what stands in none of these texts: it was written, but another wording was chosen."""
        there = {number for text in texts for number, _ in pieces(text)}
        self.printed = [one for one in self.printed if one.id in there]

    def _marked(
        self,
        text: str,
        pointer: str,
        *,
        scale: int = 1,
        decimals: int | None = None,
        signed: bool = False,
        word: bool = False,
    ) -> str:
        number = len(self.printed) + 1
        self.printed.append(
            Printed(id=number, text=text, pointer=pointer, scale=scale, decimals=decimals, signed=signed, word=word)
        )
        return f"{_BEGIN}{str(number).translate(_DIGITS)}{_TEXT}{text}{_END}"


def plain(text: str) -> str:
    """Return a text without marks."""
    return _OPENING.sub("", text).replace(_END, "") if _BEGIN in text else text


def pieces(text: str) -> Iterator[tuple[int | None, str]]:
    """Yield the pieces of a text, each with the id of its mark, or None.

    >>> value = Real(0.5)
    >>> value.pointer = "/goals/0/outcome/estimate/value"
    >>> list(pieces("andelen " + Ledger().number("50", value, 100, 0, signed=False) + " %"))
    [(None, 'andelen '), (1, '50'), (None, ' %')]
    """
    start = 0
    for mark in _MARK.finditer(text):
        if mark.start() > start:
            yield None, text[start : mark.start()]
        yield int("".join(_BACK[ord(digit)] for digit in mark[1])), mark[2]
        start = mark.end()
    if start < len(text):
        yield None, text[start:]


def as_html(text: str) -> str:
    """Return a text escaped, with every printed value in an element that bears its id.

    >>> as_html("a < b")
    'a &lt; b'
    """
    return "".join(
        escape(piece) if number is None else f'<span data-em="{number}">{escape(piece)}</span>'
        for number, piece in pieces(text)
    )


def once(texts: Iterable[str]) -> list[str]:
    """Return texts without those that read like one before."""
    return list({plain(text): text for text in reversed(list(texts))}.values())[::-1]


def is_among(text: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts reads like this one."""
    return plain(text) in map(plain, texts)
