"""What a reader's program takes out of a PDF."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from pypdfium2 import PdfDocument
from pypdfium2.raw import FS_MATRIX, FPDFText_GetFontSize, FPDFText_GetMatrix


def words_of(made: bytes, *, page: int | None = None) -> str:
    """Return the text of a page (from 1), or of all, with line breaks as spaces."""
    document = PdfDocument(made)
    places = range(len(document)) if page is None else [page - 1]
    text = " ".join(document[place].get_textpage().get_text_bounded() for place in places)
    document.close()
    # U+FFFE is how this reader says that a word was divided
    return " ".join(text.replace("\ufffe", "").split())


def rightmost(made: bytes) -> float:
    """Return how far to the right any text reaches, in points."""
    document = PdfDocument(made)
    right = 0.0
    for sheet in document:
        text = sheet.get_textpage()
        right = max([right, *(text.get_rect(place)[2] for place in range(text.count_rects()))])
    document.close()
    return right


def lowest(made: bytes) -> float:
    """Return how far down any text above the pages' footers reaches, in points from the bottom."""
    document = PdfDocument(made)
    low = 842.0
    for sheet in document:
        text = sheet.get_textpage()
        rows = (text.get_rect(place) for place in range(text.count_rects()))
        low = min([low, *(bottom for left, bottom, _, _ in rows if left < 300)])  # the footer stands to the right
    document.close()
    return low


def pages_of(made: bytes) -> int:
    """Return how many pages there are."""
    document = PdfDocument(made)
    pages = len(document)
    document.close()
    return pages


def lines_of(made: bytes) -> str:
    """Return the text of all pages with its line breaks."""
    document = PdfDocument(made)
    text = "\n".join(sheet.get_textpage().get_text_range().replace("\r", "") for sheet in document)
    document.close()
    return text


def sizes_of(made: bytes) -> Counter[float]:
    """Return how many letters there are of every size, in points as they are seen."""
    document, sizes = PdfDocument(made), Counter[float]()
    for sheet in document:
        text = sheet.get_textpage()
        for place, letter in enumerate(text.get_text_range()):
            if not letter.strip() or place >= text.count_chars():
                continue
            matrix = FS_MATRIX()
            FPDFText_GetMatrix(text, place, matrix)
            size = round(FPDFText_GetFontSize(text, place) * math.hypot(matrix.b, matrix.d), 1)
            if size > 1.5:  # this reader's own signs have no size
                sizes[size] += 1
    document.close()
    return sizes


def stranded(made: bytes, room: float = 30.0) -> Iterator[str]:
    """Yield the headings that nothing stands below on their page."""
    document = PdfDocument(made)
    low = {}
    for place, sheet in enumerate(document):
        text = sheet.get_textpage()
        rects = (text.get_rect(rect) for rect in range(text.count_rects()))
        low[place] = min((bottom for left, bottom, _, _ in rects if bottom > 44), default=842.0)
    for entry in document.get_toc():
        target = entry.get_dest()
        if target is None:
            continue
        _, (_, top, *_) = target.get_view()
        if top is not None and top - low[target.get_index()] < room:
            yield entry.get_title()
    document.close()
