"""What a workbook says of cells that readers of workbooks leave out, and how large a workbook may be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from effektmatt.errors import Fault, InputFaults

#: Cells of one sheet: beyond them a reader of workbooks takes more memory than an office computer has to spare.
MOST_CELLS = 20_000_000
#: Bytes of a workbook when it is unpacked.
MOST_BYTES = 1_000_000_000
_MEGA = 1_000_000

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """What is known of the cells of a sheet, by row and column (both from 0).

    Parameters
    ----------
    instead
        What stands in cells whose value a reader does not give as the sheet shows it: the error as text ("#N/A"), or
        the formula ("=B2/C2") where it was never calculated, as in workbooks that a program wrote and nobody has opened
        since.
    percent
        Cells whose number is shown in per cent.
    """

    instead: Mapping[Place, str] = field(default_factory=dict)
    percent: frozenset[Place] = frozenset()


def refuse_unpacked(content: bytes, file: str) -> None:
    """Refuse a packed file that is too large when it is unpacked, by what it says of itself.

    Raises
    ------
    InputFaults
        "workbook-too-large".
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > MOST_BYTES:
        raise InputFaults([_too_large(file, "megabytes", size // _MEGA, MOST_BYTES // _MEGA)])


def refuse_cells(cells: int, file: str, *, of: str = "cells") -> None:
    """Refuse a workbook of which a sheet reaches over too many cells, or (`of`) a "table" that has too many.

    Raises
    ------
    InputFaults
        "workbook-too-large".
    """
    if cells > MOST_CELLS:
        raise InputFaults([_too_large(file, of, cells, MOST_CELLS)])


def _too_large(file: str, of: str, size: int, most: int) -> Fault:
    return Fault(code="workbook-too-large", file=file, details={"of": of, "size": size, "most": most})
