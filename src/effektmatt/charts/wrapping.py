"""Breaks text into lines that fit, dividing long Swedish words where one may."""

from __future__ import annotations

from effektmatt.charts.fonts import REGULAR, text_width

#: The size of most text in charts, in points.
SMALL = 8.0

_VOWELS = "aeiouyåäö"

# An s that joins two words of a compound stands after a consonant and before a letter that it makes no cluster with.
_BEFORE_JOINT, _AFTER_JOINT = _VOWELS + "s", _VOWELS + "tkp"


def wrap(text: str, width: float, size: float = SMALL, weight: int = REGULAR, *, even: bool = False) -> list[str]:
    """Break a text into lines that are no wider than `width` millimetres; a long word is divided.

    `even`: as many lines as are needed, but about equally long.

    >>> wrap("Samhällsbyggnadsförvaltningen", 30)
    ['Samhällsbyggnads-', 'förvaltningen']
    """
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
    ('Uppföljning', 'Uppföljning ett år efter…')
    """
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
    places = range(fits, max(2, fits // 3), -1)
    joints = (place for place in places if _after_joint(word, place))
    syllables = (place for place in places if _in_syllable(word, place))
    return next((place for found in (signs, joints, syllables) for place in found), fits)


def _after_joint(word: str, place: int) -> bool:
    near = word[place - 2 : place + 1].lower()
    joined = near[1] == "s" and near[0] not in _BEFORE_JOINT and near[2] not in _AFTER_JOINT
    return joined and len(word) - place > 3


def _in_syllable(word: str, place: int) -> bool:
    """Whether a syllable begins here: with the last consonant before a vowel ("för-valt", "fö-re")."""
    before, near = word[: place - 1].lower(), word[place - 1 : place + 2].lower()
    if len(near) < 3 or near[1] in _VOWELS or near[2] not in _VOWELS:
        return False
    return near[0] in _VOWELS or any(letter in _VOWELS for letter in before[-2:])
