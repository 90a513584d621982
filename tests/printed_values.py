"""What stands in a report's marks, and how many numbers have one."""

from __future__ import annotations

import re

SPAN = re.compile(r'<span data-em="(\d+)">(.*?)</span>', re.DOTALL)
_PICTURES = re.compile(r"<svg.*?</svg>|\b[0-9a-f]{64}\b", re.DOTALL)
NUMBER = re.compile(r"\d+(?:[\u00a0,.]\d+)*")


def share_marked(page: str) -> float:
    """Return how many of the numbers in the running text, tables and captions of a page are marked.

    Drawings are pictures; the figures in a checksum are no numbers, and others in every project folder.
    """
    main = page[page.index("<main") : page.index("</main>")]
    main = _PICTURES.sub("", main)
    inside = sum(len(NUMBER.findall(text)) for _, text in SPAN.findall(main))
    outside = len(NUMBER.findall(re.sub(r"<[^>]+>", "", SPAN.sub(" ", main))))
    return inside / (inside + outside)
