"""Which reader reads which kind of file: the one table of formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from effektmatt.data.file_kinds import file_kind
from effektmatt.data.json_files import read_json
from effektmatt.data.parquet_table import read_parquet
from effektmatt.data.px_files import read_px
from effektmatt.data.raw_tables import HowToRead, RawTable
from effektmatt.data.spreadsheets import read_ods, read_xls, read_xlsb, read_xlsx
from effektmatt.data.statistics_files import read_dta, read_por, read_sav
from effektmatt.data.text_files import read_text_table
from effektmatt.errors import Fault, InputFaults

#: From the content of a file, its name as faults show it, and how it is to be read: its rows of text cells.
Reader = Callable[[bytes, str, HowToRead], RawTable]

READERS: Mapping[str, Reader] = {
    "text": read_text_table,
    "xlsx": read_xlsx,
    "xls": read_xls,
    "xlsb": read_xlsb,
    "ods": read_ods,
    "sav": read_sav,
    "por": read_por,
    "dta": read_dta,
    "parquet": read_parquet,
    "px": read_px,
    "json": read_json,
}

#: Kinds that get a fault of their own, with the repair that fits them.
_ALONE = {"protected": "file-protected"}


def read_raw(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read the content of a file by the reader of its format.

    Raises
    ------
    InputFaults
        "file-not-table" and its like where there is no reader, and what the reader itself finds.
    """
    kind = file_kind(content)
    if kind not in READERS:
        raise InputFaults([Fault(code=_ALONE.get(kind, "file-not-table"), file=file, got=kind)])
    return READERS[kind](content, file, how)
