"""What a reader's program takes out of a PDF."""

from __future__ import annotations

from pypdfium2 import PdfDocument


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
