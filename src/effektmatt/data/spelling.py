"""The one spelling that all spellings of an answer share."""

from __future__ import annotations

import re
import unicodedata

#: A whole number, however it is stored.
WHOLE = re.compile(r"([+-]?\d+)(?:[.,]0+)?")


def folded(answer: object) -> str:
    """Return the one spelling that all spellings of an answer share.

    White space at the ends, runs of it, case, one trailing full stop and ".0" after a whole number make no
    difference.

    >>> folded("  Stämmer\u00a0 HELT. "), folded("4,0"), folded(4.0), folded("Vet ej")
    ('stämmer helt', '4', '4', 'vet ej')
    """
    text = unicodedata.normalize("NFC", " ".join(str(answer).split()).casefold())
    text = text.removesuffix(".").rstrip()
    whole = WHOLE.fullmatch(text)
    return str(int(whole.group(1))) if whole else text
