"""What stands in a report's marks, and how many numbers have one."""

from __future__ import annotations

import re

SPAN = re.compile(r'<span data-em="(\d+)">(.*?)</span>', re.DOTALL)
_PICTURES = re.compile(r'<svg.*?</svg>|<details class="numbers">.*?</details>|\b[0-9a-f]{64}\b', re.DOTALL)
NUMBER = re.compile(r"\d+(?:[\u00a0,.]\d+)*")


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
