"""When two written values are the same: the one place that says so, for cells, plans, groups, codes and names."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from effektmatt.data.characters import clean

#: A whole number, however it is stored; "1,000" is none, for to some that is a thousand.
WHOLE = re.compile(r"([+-]?\d+)(?:[.,](?:0{1,2}|0{4,}))?")

_DECIMAL = re.compile(r"([+-]?\d+)[.,](\d+)")

# One full stop ends a sentence, more of them are a sign of their own ("..": hidden).
_STOP = re.compile(r"(?<![.\s])\s*\.$")


def cell_text(cell: object) -> str:
    r"""Return a cell as it is shown: on one line, a whole number without decimals however it is stored, NaN as nothing.

    >>> cell_text(4.0), cell_text(" Västra\u00a0 Go\u0308taland"), cell_text(float("nan"))
    ('4', 'Västra Götaland', '')
    """
    if isinstance(cell, float):
        return "" if math.isnan(cell) else str(int(cell)) if cell.is_integer() else str(cell)
    return " ".join(clean(str(cell)).split())


def folded(value: object) -> str:
    r"""Return the one spelling that all spellings of a value share.

    White space at the ends, runs of it, no-break spaces, case, one trailing full stop, å as one character or two, and
    how a whole number is stored make no difference; neither do its leading zeros, nor a decimal comma.

    >>> folded("  Stämmer\u00a0 HELT. "), folded("4,0"), folded(4.0), folded("04"), folded("Vet ej")
    ('stämmer helt', '4', '4', '4', 'vet ej')
    """
    text = _folded(value)
    whole = WHOLE.fullmatch(text)
    return str(int(whole.group(1))) if whole else _DECIMAL.sub(r"\1.\2", text) if _DECIMAL.fullmatch(text) else text


def key(value: object) -> str:
    """Return the one spelling that all spellings of a code or a user's name share: as `folded`, leading zeros kept.

    >>> key(" An07."), key("007"), key(7.0), key("7.0")
    ('an07', '007', '7', '7')
    """
    text = _folded(value)
    whole = WHOLE.fullmatch(text)
    return whole.group(1) if whole else text


def spellings(labels: Iterable[str] | Mapping[str, int]) -> dict[str, str]:
    """Return for each value, folded, its most frequent spelling (of equals, first in the alphabet).

    Parameters
    ----------
    labels
        The values one by one, or how often each occurs.

    >>> spellings(["kvinna", "Kvinna", "Kvinna.", "Kvinna", "man"])
    {'kvinna': 'Kvinna', 'man': 'man'}
    """
    shown: dict[str, str] = {}
    for label, _ in sorted(Counter(labels).items(), key=lambda one: (-one[1], one[0])):
        shown.setdefault(folded(label), label)
    return shown


def _folded(value: object) -> str:
    if isinstance(value, str) and value.isascii() and value.isalnum():  # nothing but its case can differ
        return value.lower()
    return unicodedata.normalize("NFC", _STOP.sub("", cell_text(value).casefold()))
