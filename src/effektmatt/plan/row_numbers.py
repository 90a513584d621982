"""Rows of a file as a plan names them: by number, as a range, for every file or wave by wave."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from effektmatt.data.where import row_ranges

#: Stands for all waves where a plan gives one value for them all.
EVERY_WAVE = "*"

_RANGE = re.compile(r"\s*(\d{1,7})\s*[-\u2013]\s*(\d{1,7})\s*")
_LAST_ROW = 2**20  # of a workbook; a longer list is a slip of the pen


def _for_every_wave(written: Any) -> Any:
    """Let one number, or one list of them, hold for every wave."""
    return written if isinstance(written, dict) else {EVERY_WAVE: written}


def _as_numbers(written: Any) -> Any:
    """Write ranges out: "45-47" is 45, 46, 47."""
    if not isinstance(written, list):
        return written
    numbers: list[Any] = []
    for one in written:
        found = _RANGE.fullmatch(one) if isinstance(one, str) else None
        if found is None:
            numbers.append(one)
            continue
        first, last = int(found[1]), int(found[2])
        if not first <= last <= _LAST_ROW:
            raise PydanticCustomError("row_range", "no range of rows")
        numbers += range(first, last + 1)
    return numbers


#: The number of a row.
RowNumber = Annotated[int, Field(ge=1)]
#: The number of a row, for all files of a source or wave by wave.
RowOfWave = Annotated[
    dict[str, RowNumber], BeforeValidator(_for_every_wave, json_schema_input_type=int | dict[str, int])
]
_Written = list[int | str]
#: Numbers and ranges of rows.
RowNumbers = Annotated[list[RowNumber], BeforeValidator(_as_numbers, json_schema_input_type=_Written)]
#: Numbers and ranges of rows, for all files of a source or wave by wave.
RowsOfWave = Annotated[
    dict[str, RowNumbers], BeforeValidator(_for_every_wave, json_schema_input_type=_Written | dict[str, _Written])
]


def rows_of(wave: str, written: Mapping[str, list[int]]) -> frozenset[int]:
    """Return the rows that a plan names in the file of a wave."""
    return frozenset((*written.get(EVERY_WAVE, ()), *written.get(wave, ())))


def row_of(wave: str, written: Mapping[str, int]) -> int | None:
    """Return the row that a plan names in the file of a wave."""
    return written.get(wave, written.get(EVERY_WAVE))


def written_rows(rows: Collection[int]) -> list[int | str]:
    """Return rows as a plan names them.

    >>> written_rows([2, 7, 5, 6])
    [2, '5-7']
    """
    ranges = row_ranges(rows, most=len(rows)).split(", ") if rows else []
    return [int(one) if one.isdigit() else one.replace("\u2013", "-") for one in ranges]
