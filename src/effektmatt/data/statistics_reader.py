"""The library that reads SPSS and Stata, in a process of its own: over a damaged file it may fall, not only fail.

What falls takes its process with it, without a word. In a process of its own that becomes a fault like others.
"""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from typing import Any

from effektmatt.errors import Fault, InputFaults

#: What such files are in where they say something else, or nothing.
_OLD_ENCODING = "WINDOWS-1252"
#: A portable file has none to choose.
_WITHOUT_ENCODING = "read_por"
_CHILD = "from effektmatt.data.statistics_reader import answer; answer()"
_LONGEST_SECONDS = 600


def stored(reader: str, content: bytes, file: str, **options: Any) -> Any:
    """Return the values of a file as they are stored, by the name of the column, and what it says of them.

    Parameters
    ----------
    reader
        The name of pyreadstat's function.
    content, file
        The file, and its name as faults show it.
    options
        What the function is called with besides.

    Raises
    ------
    InputFaults
        "file-damaged".
    """
    request = pickle.dumps((reader, content, options))
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _CHILD]
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter
            command, input=request, capture_output=True, env=paths, check=True, timeout=_LONGEST_SECONDS
        )
    except subprocess.SubprocessError as error:
        raise InputFaults([Fault(code="file-damaged", file=file, got="pyreadstat")]) from error
    read = pickle.loads(done.stdout)  # noqa: S301 -- written by our own process
    if isinstance(read, str):
        raise InputFaults([Fault(code="file-damaged", file=file, got=read)])
    return read


def answer() -> None:
    """Read the file that stands in the input, and write what was read, or what hindered it."""
    reader, content, options = pickle.load(sys.stdin.buffer)  # noqa: S301 -- written by our own process
    pickle.dump(_read(reader, content, options), sys.stdout.buffer)


def _read(reader: str, content: bytes, options: dict[str, Any]) -> Any:
    """Return the values as they are stored; text in another encoding than the file says is that of older Windows."""
    import pyreadstat

    failures = (pyreadstat.PyreadstatError, pyreadstat.ReadstatError, ValueError, OverflowError)
    read, options = (
        getattr(pyreadstat, reader),
        {**options, "output_format": "dict", "disable_datetime_conversion": True},
    )
    try:
        return read(io.BytesIO(content), **options)
    except failures as error:
        if reader == _WITHOUT_ENCODING or ("encoding" not in str(error) and not isinstance(error, UnicodeError)):
            return str(error)
    try:
        return read(io.BytesIO(content), **options, encoding=_OLD_ENCODING)
    except failures as error:
        return str(error)
