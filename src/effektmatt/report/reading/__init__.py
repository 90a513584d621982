"""What a finished file says, read from the file itself: one reader for each format that a report is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from effektmatt.report.reading.parts import Part

Reader = Callable[[bytes, str], list[Part]]


def _page(content: bytes, file: str) -> list[Part]:
    from effektmatt.report.reading.pages import parts_of_page

    return parts_of_page(content, file)


def _pdf(content: bytes, file: str) -> list[Part]:
    from effektmatt.report.reading.pdf_files import parts_of_pdf

    return parts_of_pdf(content, file)


def _word(content: bytes, file: str) -> list[Part]:
    from effektmatt.report.reading.word_files import parts_of_word

    return parts_of_word(content, file)


def _workbook(content: bytes, file: str) -> list[Part]:
    from effektmatt.report.reading.workbooks import parts_of_workbook

    return parts_of_workbook(content, file)


#: Each format's reader, by how the file's name ends.
READERS: Mapping[str, Reader] = {
    "html": _page,
    "svg": _page,
    "pdf": _pdf,
    "docx": _word,
    "xlsx": _workbook,
}


def parts_of(content: bytes, file: str) -> list[Part]:
    """Return the parts that a file consists of, in reading order.

    Raises
    ------
    InputFaults
        "verify-unreadable" where the file is damaged, locked with a password or grows without end when it is read.
    """
    return READERS[file.rpartition(".")[2].lower()](content, file)
