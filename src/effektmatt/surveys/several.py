"""Cells that hold several of a scale's answers: a question where more than one could be ticked."""

from __future__ import annotations

from collections.abc import Iterable

from effektmatt.data.several_answers import answers_in
from effektmatt.data.values import folded

#: What survey tools write between answers.
_SEPARATORS = (";", ",", "|", " ")


def separator_in(text: str, answers: Iterable[str]) -> str | None:
    """Return what stands between the answers of a text that holds several of them; None where it does not.

    A decimal comma parts no answers.

    >>> separator_in("Telefon;Brev;", ["Telefon", "Brev"]), separator_in("telefon brev", ["Telefon", "Brev"])
    (';', ' ')
    >>> separator_in("1,5", ["1", "5"]) is None
    True
    """
    known = {folded(answer) for answer in answers}
    for separator in _SEPARATORS:
        if separator == "," and text.replace(",", "").isdigit():
            continue
        parts = answers_in(text, separator)
        if separator in text.strip() and len(parts) > 1 and all(folded(part) in known for part in parts):
            return separator
    return None
