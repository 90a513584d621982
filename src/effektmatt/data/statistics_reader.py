"""The library that reads SPSS and Stata, in a process of its own: over a damaged file it may fall, not only fail."""

from __future__ import annotations

import io
from typing import Any

from effektmatt.data.own_process import in_own_process
from effektmatt.errors import Fault, InputFaults

#: What such files are in where they say something else, or nothing.
_OLD_ENCODING = "WINDOWS-1252"
#: A portable file has none to choose.
_WITHOUT_ENCODING = "read_por"


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
    return in_own_process(read_stored, reader, content, file, options, file=file, library="pyreadstat")


def read_stored(reader: str, content: bytes, file: str, options: dict[str, Any]) -> Any:
    """Return the values as they are stored; text in another encoding than the file says is that of older Windows.

    Raises
    ------
    InputFaults
        "file-damaged".
    """
    import pyreadstat

    failures = (pyreadstat.PyreadstatError, pyreadstat.ReadstatError, ValueError, OverflowError)
    read = getattr(pyreadstat, reader)
    options = {**options, "output_format": "dict", "disable_datetime_conversion": True}
    try:
        return read(io.BytesIO(content), **options)
    except failures as error:
        first = error
    if reader != _WITHOUT_ENCODING and ("encoding" in str(first) or isinstance(first, UnicodeError)):
        try:
            return read(io.BytesIO(content), **options, encoding=_OLD_ENCODING)
        except failures as error:
            first = error
    raise InputFaults([Fault(code="file-damaged", file=file, got=str(first))]) from first
