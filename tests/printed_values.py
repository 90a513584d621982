"""What stands in a report's marks, and what it should be: written anew from results.json."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from babel import Locale

from effektmatt.wording import HIDDEN, numbers, words
from effektmatt.wording.language import LOCALES
from effektmatt.wording.marks import Printed

SPAN = re.compile(r'<span data-em="(\d+)">(.*?)</span>', re.DOTALL)
_PICTURES = re.compile(r'<svg.*?</svg>|<details class="numbers">.*?</details>|\b[0-9a-f]{64}\b', re.DOTALL)
NUMBER = re.compile(r"\d+(?:[\u00a0,.]\d+)*")


def leaf(plain: Any, pointer: str) -> Any:
    for key in pointer.split("/")[1:]:
        plain = plain[int(key) if isinstance(plain, list) else key.replace("~1", "/").replace("~0", "~")]
    return plain


def written_anew(entry: dict[str, Any] | Printed, plain: Any, language: str) -> str:
    """Write a printed value from its leaf, as whoever verifies a report does."""
    one = entry if isinstance(entry, Printed) else Printed(**entry)
    found = leaf(plain, one.pointer)
    if one.said == "verdict":
        return words(language).verdict(found)
    if one.said == "probability":
        return words(language).probability(found)
    if one.said == "hidden":
        return HIDDEN if found in (None, True) else "shown"
    exact = Decimal if isinstance(found, str) else float if isinstance(found, float) else int
    if one.minus:
        found = exact(found) - exact(leaf(plain, one.minus))
    elif one.over:
        found = found / leaf(plain, one.over)
    locale = Locale.parse(LOCALES[language])
    return numbers.number(Decimal(str(found)) * one.scale, one.decimals, locale, signed=one.signed)


def share_marked(page: str) -> float:
    """Return how many of the numbers in the running text and tables of a page are marked.

    Charts are pictures, and so are the tables of what they draw; the figures in a checksum are no numbers, and others
    in every project folder.
    """
    main = page[page.index("<main") : page.index("</main>")]
    main = _PICTURES.sub("", main)
    inside = sum(len(NUMBER.findall(text)) for _, text in SPAN.findall(main))
    outside = len(NUMBER.findall(re.sub(r"<[^>]+>", "", SPAN.sub(" ", main))))
    return inside / (inside + outside)
