"""What several questions have in common: "Hur nöjd är du med … [lokalerna]", "Hur ofta är du - trött"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

#: Where a question ends and what it is asked of begins.
_BETWEEN = re.compile(r"\s*\[|\s+[-–—]\s+|:\s+|(?<=\?)\s+|\s*(?:\.\.\.|…)\s+")
#: What Qualtrics adds between the question and an answer of it.
_ADDED = re.compile(r"\s+[-–—]\s+(?:Selected Choice|Valt alternativ)$", re.IGNORECASE)


def stem_of(texts: Sequence[str]) -> tuple[str, list[str]] | None:
    """Return what questions have in common, and what differs; None where they have nothing.

    >>> stem_of(["Hur nöjd är du med … [lokalerna]", "Hur nöjd är du med … [maten]"])
    ('Hur nöjd är du med …', ['lokalerna', 'maten'])
    >>> stem_of(["Hur ofta är du - trött", "Hur ofta är du - pigg och glad"])
    ('Hur ofta är du', ['trött', 'pigg och glad'])
    >>> stem_of(["Jag trivs", "Jag får stöd"]) is None
    True
    """
    different = list(texts)
    if len(set(different)) < len(different) or len(different) < 2:
        return None
    same = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*different, strict=False)))
    ends = list(_BETWEEN.finditer(different[0][:same]))
    if not ends:
        return None
    bracket = ends[-1].group().endswith("[")
    parts = [text[ends[-1].end() :].strip() for text in different]
    parts = [part.removesuffix("]").strip() if bracket else part for part in parts]
    stem = different[0][: ends[-1].start()].strip()
    stem = _ADDED.sub("", stem)
    if not stem or not all(parts) or len(set(parts)) < len(parts):
        return None
    return stem, parts
