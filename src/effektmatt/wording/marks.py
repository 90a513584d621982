"""Printed values as objects: each has an id, and says which leaf of results.json it was written from.

Numbers that know their place (`Whole`, `Real`, `Amount`) are written as they are; where a ledger is kept, `Words` notes
down every one of them and sets marks around its text, in private-use characters that no text has. Sentences and tables
carry the marks on unread; a writer takes the text apart (`pieces`), or leaves the marks out (`plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from html import escape
from typing import Literal, TypeVar

_BEGIN, _TEXT, _END = "\ue010", "\ue011", "\ue012"
_DIGITS = str.maketrans("0123456789", "\ue020\ue021\ue022\ue023\ue024\ue025\ue026\ue027\ue028\ue029")
_BACK = {instead: chr(digit) for digit, instead in _DIGITS.items()}
_OPENING = re.compile(f"{_BEGIN}([\ue020-\ue029]+){_TEXT}")
_MARK = re.compile(f"{_BEGIN}([\ue020-\ue029]+){_TEXT}([^{_BEGIN}{_END}]*){_END}")
#: Signs around what is in another language than the text that it stands in, which must hold no marks of values.
_SPOKEN = {"\ue030": "sv", "\ue031": "en"}
_SPEECH_END = "\ue032"
_SPEECH = re.compile(f"([{''.join(_SPOKEN)}])([^{_SPEECH_END}]*){_SPEECH_END}")
_SIGNS = re.compile(f"{_OPENING.pattern}|[{_END}{''.join(_SPOKEN)}{_SPEECH_END}]")


class Placed:
    """A number that knows where in results.json it stands.

    `minus` and `over` are the places of what was taken from it, or what it was divided by; `turned` is -1 where its
    sign was changed. What has been reckoned with further knows no place.
    """

    pointer: str | None = None
    minus: str | None = None
    over: str | None = None
    turned: int = 1


class Whole(int, Placed):
    """A whole number that knows its place."""

    def __neg__(self) -> Whole:
        """Return it with the other sign."""
        return _turned(self, Whole(int.__neg__(self)))

    def __abs__(self) -> Whole:
        """Return its size."""
        return -self if self < 0 else self

    def __sub__(self, other: int) -> int:
        """Return the difference, which knows both places."""
        return (
            _together(self, other, Whole(int.__sub__(self, other)), "minus")
            if isinstance(other, Whole)
            else (int.__sub__(self, other))
        )

    def __truediv__(self, other: int) -> float:
        """Return the share, which knows both places."""
        return (
            _together(self, other, Real(int.__truediv__(self, other)), "over")
            if isinstance(other, Whole)
            else (int.__truediv__(self, other))
        )


class Real(float, Placed):
    """A decimal number that knows its place."""

    def __neg__(self) -> Real:
        """Return it with the other sign."""
        return _turned(self, Real(float.__neg__(self)))

    def __abs__(self) -> Real:
        """Return its size."""
        return -self if self < 0 else self


class Amount(Decimal, Placed):
    """An exact amount that knows its place."""

    def __neg__(self) -> Amount:
        """Return it with the other sign."""
        return _turned(self, Amount(Decimal.__neg__(self)))

    def __abs__(self) -> Amount:
        """Return its size."""
        return -self if self < 0 else self

    def __sub__(self, other: Decimal | int) -> Decimal:
        """Return the difference, which knows both places."""
        left = Decimal.__sub__(self, other)
        return _together(self, other, Amount(left), "minus") if isinstance(other, Amount) else left


Number = TypeVar("Number", Whole, Real, Amount)


def _turned(value: Number, size: Number) -> Number:
    size.pointer, size.minus, size.over, size.turned = value.pointer, value.minus, value.over, -value.turned
    return size


def _together(one: Placed, other: Placed, made: Number, how: Literal["minus", "over"]) -> Number:
    """Let what was made of two leaves know both places."""
    if all(each.turned == 1 and each.minus is None and each.over is None for each in (one, other)):
        made.pointer = one.pointer if other.pointer else None
        made.minus, made.over = (other.pointer, None) if how == "minus" else (None, other.pointer)
    return made


class Went(str, Placed):
    """Which way something went ("up", "shorter"), that knows the number of which it is said: `turned` is its sign.

    `others` are the places of further numbers of which it is said too, each with that of what was taken from it.
    """

    others: tuple[tuple[str, str | None], ...] = ()


#: What a leaf that is a word calls a way upwards.
UPWARDS = frozenset({"up", "more", "higher"})


def way(value: float | Decimal, above: str = "up", below: str = "down", *, base: float | Decimal | None = None) -> Went:
    """Return which way a number lies from nought, or from a `base`; a message says a word for it with `WAY`.

    >>> way(0.5), way(-2, "longer", "shorter"), way(3.0, base=4.0)
    ('up', 'shorter', 'down')
    """
    rose = value > (0 if base is None else base)
    made = Went(above if rose else below)
    if isinstance(value, Placed) and value.over is None and (value.minus is None or base is None):
        made.pointer, made.minus, made.turned = value.pointer, value.minus, value.turned if rose else -value.turned
        if base is not None:
            made.pointer, made.minus = (value.pointer, base.pointer) if isinstance(base, Placed) else (None, None)
    return made


def went_at(told: str, place: str) -> Went:
    """Return a way that the leaf at a place says itself."""
    made = Went(told)
    made.pointer, made.turned = place, 1 if told in UPWARDS else -1
    return made


def way_of_all(ways: Sequence[Went]) -> Went:
    """Return the way that several numbers went, which one word says of them all."""
    made = Went(ways[0])
    made.pointer, made.minus, made.turned = ways[0].pointer, ways[0].minus, ways[0].turned
    made.others = tuple((one.pointer, one.minus) for one in ways[1:] if one.pointer is not None)
    return made


#: How a word is said of its leaf: what a verdict or a probability is called, which way it went, ".." where there is
#: nothing to show.
Said = Literal["verdict", "probability", "way", "hidden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed value: its text is the leaf at `pointer`, times `scale`, with so many decimals (None: as it needs).

    `minus`, `over`: first the leaf at that place is taken away, or it is divided by that. `signed`: a plus is written
    too. What is `said` is a word and no number: what the verdict or probability at the place is called, or ".." where
    it is hidden; or the way that the number there (and those at `others`) went: times `scale` it is above nought.
    """

    id: int = 0
    text: str
    pointer: str
    minus: str | None = None
    over: str | None = None
    scale: int = 1
    decimals: int | None = None
    signed: bool = False
    said: Said | None = None
    others: tuple[tuple[str, str | None], ...] = ()


@dataclass(slots=True)
class Ledger:
    """Every value that was printed, in order. `places` has where values that are no numbers stand, by identity.

    `closed`: nothing more is noted down.
    """

    places: dict[int, str] = field(default_factory=dict)
    printed: list[Printed] = field(default_factory=list)
    closed: bool = False

    def number(self, text: str, value: object, scale: int, decimals: int | None, *, signed: bool) -> str:
        """Note down a number that was written from a leaf, and return its text with marks; others as they are."""
        if not isinstance(value, Placed) or value.pointer is None:
            return text
        return self._marked(
            Printed(
                text=text,
                pointer=value.pointer,
                minus=value.minus,
                over=value.over,
                scale=scale * value.turned,
                decimals=decimals,
                signed=signed,
            )
        )

    def word(self, text: str, whole: object, leaf: str, said: Said) -> str:
        """Note down what is said of a leaf of a value, and return the word with marks."""
        place = self.places.get(id(whole))
        return text if place is None else self._marked(Printed(text=text, pointer=f"{place}/{leaf}", said=said))

    def of(self, text: str, value: object, said: Said) -> str:
        """Note down what is said of a number, and return the text with marks."""
        pointer = value.pointer if isinstance(value, Placed) else None
        return text if pointer is None else self._marked(Printed(text=text, pointer=pointer, said=said))

    def way(self, text: str, told: object) -> str:
        """Note down a word that says which way a number went, and return it with marks."""
        if not isinstance(told, Went) or told.pointer is None:
            return text
        return self._marked(
            Printed(
                text=text,
                pointer=told.pointer,
                minus=told.minus,
                scale=told.turned,
                said="way",
                others=told.others,
            )
        )

    def way_at(self, told: str, whole: object, leaf: str) -> Went:
        """Return which way something went, knowing the leaf of `whole` that says so."""
        place = self.places.get(id(whole))
        return Went(told) if place is None else went_at(told, f"{place}/{leaf}")

    def keep(self, texts: Iterable[str]) -> None:
        """Forget what stands in none of these texts: another wording was chosen. What is drawn later is no text."""
        self.closed = True
        there = {number for text in texts for number, _ in pieces(text)}
        self.printed = [one for one in self.printed if one.id in there]

    def _marked(self, value: Printed) -> str:
        if self.closed:
            return value.text
        self.printed.append(replace(value, id=len(self.printed) + 1))
        return f"{_BEGIN}{str(len(self.printed)).translate(_DIGITS)}{_TEXT}{value.text}{_END}"


def plain(text: str) -> str:
    """Return a text without marks."""
    return _SIGNS.sub("", text)


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


def spoken(text: str, language: str) -> str:
    """Return a text as one in a language, other than that of what it stands in."""
    (sign,) = (sign for sign, known in _SPOKEN.items() if known == language)
    return f"{sign}{text}{_SPEECH_END}"


def with_spoken(text: str, known: re.Pattern[str], language: str) -> str:
    """Return a text in which all that a pattern finds outside of marks is said to be in a language."""
    parts = re.split(f"({_BEGIN}[^{_END}]*{_END})", text)
    return "".join(
        part if place % 2 else known.sub(lambda found: spoken(found[0], language), part)
        for place, part in enumerate(parts)
    )


def languages(text: str) -> Iterator[tuple[str | None, str]]:
    """Yield the pieces of a text by their language, None for that of the document; each may hold printed values.

    >>> list(languages("Value of " + spoken("Papper", "sv")))
    [(None, 'Value of '), ('sv', 'Papper')]
    """
    start = 0
    for found in _SPEECH.finditer(text):
        if found.start() > start:
            yield None, text[start : found.start()]
        yield _SPOKEN[found[1]], found[2]
        start = found.end()
    if start < len(text):
        yield None, text[start:]


def as_html(text: str) -> str:
    """Return a text escaped, with every printed value in an element that bears its id, and others by their language.

    >>> as_html("a < b"), as_html(spoken("Papper", "sv"))
    ('a &lt; b', '<span lang="sv">Papper</span>')
    """
    return "".join(
        _values_in_html(piece) if language is None else f'<span lang="{language}">{_values_in_html(piece)}</span>'
        for language, piece in languages(text)
    )


def _values_in_html(text: str) -> str:
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
