"""The content of a file that a plan names: a plain file of a size that can be held, within the project's folder."""

from __future__ import annotations

import codecs
import errno
import stat
from pathlib import Path

from effektmatt.errors import Fault, InputFaults, nearest

#: Files of more bytes than this are not read: cells take some forty times as much memory as they do in the file,
#: and four gigabytes is what an ordinary computer has to spare. It is a register of three million rows.
LARGEST = 100_000_000

_NOTHING = b' \t\r\n;,|"'  # what a text file may hold without holding anything
_NO_SUCH = (errno.ENOENT, errno.ENOTDIR)


def content_of(path: Path, *, shown_as: str, within: Path | None = None) -> bytes:
    """Return the content of a file.

    Parameters
    ----------
    path
        The file.
    shown_as
        Its name as faults show it.
    within
        The folder that it must lie in, wherever symbolic links lead; None: anywhere.

    Raises
    ------
    InputFaults
        "file-outside", "file-missing", "file-is-folder", "file-no-file" for a device or a pipe (which could be read
        for ever), "file-too-large", "file-unreadable" and "file-empty".
    """
    try:
        if not lies_within(path, within):
            raise InputFaults([Fault(code="file-outside", file=shown_as)])
        told = path.stat()
        if fault := _unfit(told.st_mode, told.st_size, shown_as):
            raise InputFaults([fault])
        content = path.read_bytes()
    except (OSError, RuntimeError, ValueError) as error:  # a name with a null; links that lead round in a ring
        if isinstance(error, InputFaults):
            raise
        raise InputFaults([_not_read(path, shown_as, error)]) from error
    if not content.removeprefix(codecs.BOM_UTF8).strip(_NOTHING):
        raise InputFaults([Fault(code="file-empty", file=shown_as)])
    return content


def lies_within(path: Path, within: Path | None) -> bool:
    """Return whether a file lies in a folder (None: anywhere does), wherever symbolic links lead."""
    return within is None or path.resolve().is_relative_to(within.resolve())


def _unfit(mode: int, size: int, file: str) -> Fault | None:
    if stat.S_ISDIR(mode):
        return Fault(code="file-is-folder", file=file)
    if not stat.S_ISREG(mode):
        return Fault(code="file-no-file", file=file)
    if size > LARGEST:
        million = 1_000_000
        return Fault(
            code="file-too-large", file=file, details={"size": round(size / million), "most": LARGEST // million}
        )
    return None


def _not_read(path: Path, file: str, error: Exception) -> Fault:
    if isinstance(error, ValueError) or (isinstance(error, OSError) and error.errno in _NO_SUCH):
        return Fault(code="file-missing", file=file, nearest=nearest(path.name, _beside(path)))
    return Fault(code="file-unreadable", file=file, got=getattr(error, "strerror", None) or str(error))


def _beside(path: Path) -> list[str]:
    try:
        return [other.name for other in path.parent.iterdir() if other.is_file()]
    except (OSError, ValueError):
        return []
