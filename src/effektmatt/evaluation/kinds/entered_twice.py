"""The same thing entered twice: it counts once, and is said; where the two differ both count, and that is said too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from effektmatt.core import Note
from effektmatt.data.repeated import entered_again
from effektmatt.evaluation.kinds.common import LoadedFile, LoadedSource, SourceT


def once(loaded: LoadedSource[SourceT], *, what: str, key: Sequence[str], same: Sequence[str]) -> LoadedSource[SourceT]:
    """Return a source where nothing stands twice.

    Parameters
    ----------
    loaded
        The source.
    what
        What a row is, as the notes call it: "attendance" or "visit".
    key
        Columns that together say which it is.
    same
        Columns of what was found: only rows that are alike in them too are the same entered twice.
    """
    files = {wave: _once(file, what, key, same) for wave, file in loaded.files.items()}
    return replace(loaded, files=files)


def _once(file: LoadedFile, what: str, key: Sequence[str], same: Sequence[str]) -> LoadedFile:
    if any(column not in file.frame for column in (*key, *same)):  # told already
        return file
    again, alike = entered_again(file.frame, key=key, same=same)
    twice, differing = int(alike.sum()), int((again & ~alike).sum())
    counts = {"entered-twice": twice, "entered-twice-differs": differing}
    told = tuple(
        Note(code=code, values={"file": file.reading.file, "what": what, "n": n}) for code, n in counts.items() if n
    )
    account = file.account.leave("entered-twice", twice)
    return replace(file, frame=file.frame[~alike], account=account, notes=(*file.notes, *told))
