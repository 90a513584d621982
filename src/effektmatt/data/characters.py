"""Characters that nobody sees, or that can be written in two ways: text from any program comes to the same."""

from __future__ import annotations

import re
import unicodedata

# Breaks that some programs put inside a line; and what has no shape at all: control and format characters, soft
# hyphens, halves of characters. Tabs and ends of lines stay: they divide cells and rows.
_BREAKS = re.compile("[\v\f\x85\u2028\u2029]")
_SHAPELESS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    r"""Return text without characters that cannot be seen or written, each letter as one character where it can be.

    >>> clean("Malmo\u0308\u200b"), clean("rad\u2028bruten\x00")
    ('Malmö', 'rad bruten')
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _SHAPELESS.sub("", _BREAKS.sub(" ", text)))


def has_unseen(text: str) -> bool:
    """Return whether `clean` would change anything but how a letter is composed."""
    return _SHAPELESS.search(text) is not None or _BREAKS.search(text) is not None


def clean_all(value: object) -> object:
    """Return tables and lists with every text in them clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): clean_all(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [clean_all(inner) for inner in value]
    return value
