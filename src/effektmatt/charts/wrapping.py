"""Breaks text into lines that fit, dividing long Swedish words where one may."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from effektmatt.charts.fonts import REGULAR, text_width
from effektmatt.wording.marks import plain

if TYPE_CHECKING:
    from pyphen import Pyphen

#: The size of most text in charts, in points.
SMALL = 9.0

_CONSONANTS = "bcdfghjklmnpqrtvwxz"


def wrap(text: str, width: float, size: float = SMALL, weight: int = REGULAR, *, even: bool = False) -> list[str]:
    """Break a text into lines that are no wider than `width` millimetres; a long word is divided.

    `even`: as many lines as are needed, but about equally long.

    >>> wrap("Samhällsbyggnadsförvaltningen", 30)
    ['Samhällsbyggnads-', 'förvaltningen']
    """
    text = plain(text)
    lines = _filled(text, width, size, weight)
    if even and len(lines) > 1:
        for part in (0.5, 0.6, 0.7, 0.8, 0.9):
            shorter = _filled(text, width * part, size, weight)
            if len(shorter) == len(lines):
                return shorter
    return lines


def shortened(text: str, width: float, size: float = SMALL, weight: int = REGULAR) -> str:
    """Return a text, or as much of it as is no wider than `width` millimetres, with three points after.

    >>> shortened("Uppföljning", 30), shortened("Uppföljning ett år efter utbildningen", 30)
    ('Uppföljning', 'Uppföljning ett år…')
    """
    text = plain(text)
    if text_width(text, size, weight) <= width:
        return text
    return wrap(text, width - text_width("…", size, weight), size, weight)[0].rstrip("-") + "…"


def _filled(text: str, width: float, size: float, weight: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, weight) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *parts, line = _divided(word, width, size, weight)
        lines.extend(parts)
    return [*lines, line] if line else lines


def _divided(word: str, width: float, size: float, weight: int) -> list[str]:
    """Divide a word that is wider than a line into parts with hyphens; a word that fits stays whole."""
    parts = []
    while text_width(word, size, weight) > width and len(word) > 2:
        fits = max(
            (cut for cut in range(1, len(word) - 1) if text_width(word[:cut] + "-", size, weight) <= width),
            default=1,
        )
        cut = _best_cut(word, fits)
        parts.append(word[:cut] if word[cut - 1] in "-/" else word[:cut] + "-")
        word = word[cut:]
    return [*parts, word]


def _best_cut(word: str, fits: int) -> int:
    """Return where to divide: after a hyphen or slash, else where Swedish joins words with s, else in a syllable."""
    signs = [place for place in range(fits, 1, -1) if word[place - 1] in "-/"]
    syllables = [place for place in _dictionary().positions(word) if max(2, fits // 3) < place <= fits][::-1]
    joints = [place for place in syllables if word[place - 1] == "s" and word[place - 2] in _CONSONANTS]
    return next(iter((*signs, *joints, *syllables)), fits)


@cache
def _dictionary() -> Pyphen:
    """Return where Swedish words may be divided."""
    from pyphen import Pyphen

    return Pyphen(lang="sv", left=2, right=3)
