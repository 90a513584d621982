"""What the command says, whatever stands at the other end: a terminal, a pipe, a full disk, a console without ≥."""

from __future__ import annotations

import codecs
import errno
import json
import os
import sys
import unicodedata
from contextlib import suppress
from typing import IO, Any

from effektmatt.errors import Fault, InputFaults
from effektmatt.files import why

#: Signs of our sentences and tables that older consoles lack, and what says the same there.
_PLAIN = {"−": "-", "–": "-", "—": "-", "─": "-", "“": '"', "”": '"', "’": "'", "≥": ">=", "≤": "<=", "→": "->"}


def make_ready() -> None:
    """Let output go in the console's own encoding where that knows Swedish, else in UTF-8; no sign can stop it."""
    codecs.register_error("effektmatt-plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = stream.encoding if _knows_swedish(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="effektmatt-plain")


def tell(*lines: object) -> None:
    """Print what was asked for.

    Raises
    ------
    InputFaults
        "output-not-written" where it cannot be written.
    BrokenPipeError
        Where whoever reads has seen enough.
    """
    if sys.stdout is None:
        raise _not_written(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    try:
        print(*lines, sep="\n", flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        hush(sys.stdout)
        raise _not_written(error) from error


def tell_json(text: str) -> None:
    """Print JSON: where a console cannot write every sign, as JSON itself writes them, so that none becomes another."""
    # what is kept in memory (`io.StringIO`) has no encoding, and loses nothing
    encoding = None if sys.stdout is None else sys.stdout.encoding or "utf-8"
    utf_8 = encoding is not None and codecs.lookup(encoding).name == "utf-8"
    tell(text if utf_8 else "".join(sign if sign.isascii() else json.dumps(sign)[1:-1] for sign in text))


def _not_written(error: OSError) -> InputFaults:
    details = {"why": why(error), "reason": error.strerror or str(error)}
    return InputFaults([Fault(code="output-not-written", details=details)])


def complain(*lines: str) -> None:
    """Print what went wrong where errors go; where that cannot be written either the exit code must do."""
    if sys.stderr is None:  # print would take that for standard output
        return
    try:
        print(*lines, sep="\n", file=sys.stderr, flush=True)
    except OSError:
        hush(sys.stderr)


def hush(stream: IO[str] | None) -> None:
    """Let what is left to write go nowhere, so that nothing complains when the command ends."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


class ProgressBar:
    """What is being done and how far it has come, on a terminal that somebody watches; silent anywhere else.

    It is called as `core.Progress` says, and is gone when the work is done.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._bar: Any = None
        if quiet or sys.stderr is None or not sys.stderr.isatty():
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> ProgressBar:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, step: str, done: int = 0, of: int = 0) -> None:
        """Show a step; `of` is 0 where nobody knows how long it is."""
        if self._bar is not None:
            self._bar.update(self._task, description=step, completed=done, total=of or None)


def is_watched() -> bool:
    """Say whether somebody sits at a terminal, to be asked and to see."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _knows_swedish(encoding: str) -> bool:
    try:
        return bool("åäöÅÄÖé".encode(encoding))
    except (UnicodeEncodeError, LookupError):
        return False


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Return signs that an encoding lacks as it can write them."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_PLAIN.get(sign) or _without_marks(sign) or "?" for sign in lacking), error.end


def _without_marks(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
