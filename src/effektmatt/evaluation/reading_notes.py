"""What there is to say of how a file was read: which rows are not counted, and why."""

from __future__ import annotations

from collections.abc import Iterator

from effektmatt.core import Note
from effektmatt.data.reading import Reading

#: Reasons of rows that are named by their numbers; answers are not, for a row is a person.
_NAMED = frozenset({"title", "sum", "footnote", "page", "repeated-heading", "skipped"})


def reading_notes(reading: Reading) -> Iterator[Note]:
    """Yield what somebody should know of the rows of a file that are no rows of data."""
    for reason, n in reading.left_out.items():
        where = reading.out_rows[reason] if reason in _NAMED else ""
        yield Note(code="rows-left-out", values={"file": reading.file, "reason": reason, "n": n, "where": where})
