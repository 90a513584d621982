"""The sectors of a workbook of old Excel: whether each chain of them comes to an end.

Such a file is a small file system, where a table says which sector follows on which. A damaged one may lead round in a
ring, and its reader would then fill all memory there is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Sectors = npt.NDArray[np.int64]

_SIGN = bytes.fromhex("d0cf11e0a1b11ae1")
_FIRST_OF_TABLE, _IN_HEADER, _RESERVED = 76, 109, 0xFFFFFFFA


def ends(content: bytes) -> bool:
    """Return whether every chain of sectors ends; also of what is no such file at all, which has none.

    Source: [MS-CFB], Compound File Binary File Format, sections 2.2 to 2.5.
    """
    if not content.startswith(_SIGN) or len(content) < _FIRST_OF_TABLE + 4 * _IN_HEADER:
        return True
    size = 1 << min(int.from_bytes(content[30:32], "little"), 20)
    tables = _tables(content, size)
    if tables is None:
        return False
    follows = np.concatenate([_sector(content, size, one) for one in tables] or [np.array([], dtype=np.int64)])
    if not _ends(follows):
        return False
    small, one = [], int.from_bytes(content[60:64], "little")
    while one < follows.size:
        small.append(_sector(content, size, one))
        one = int(follows[one])
    return not small or _ends(np.concatenate(small))


def _tables(content: bytes, size: int) -> list[int] | None:
    """Return the sectors that hold the table; None where the list of them leads round in a ring."""
    held = np.frombuffer(content, "<u4", _IN_HEADER, _FIRST_OF_TABLE).astype(np.int64)
    one, seen = int.from_bytes(content[68:72], "little"), set[int]()
    while one < _RESERVED and (more := _sector(content, size, one)).size:
        if one in seen:
            return None
        seen.add(one)
        held, one = np.concatenate([held, more[:-1]]), int(more[-1])
    return [int(one) for one in held if one < _RESERVED]


def _sector(content: bytes, size: int, place: int) -> Sectors:
    """Return the numbers in a sector; the first follows on the header, which takes the room of one."""
    held = content[(place + 1) * size : (place + 2) * size]
    return np.frombuffer(held[: len(held) // 4 * 4], "<u4").astype(np.int64)


def _ends(follows: Sectors) -> bool:
    """Return whether all who follow from sector to sector have come to an end after as many steps as there are sectors.

    Each round takes twice as many steps as the one before.
    """
    end = follows.size
    step = np.append(np.where(follows < end, follows, end), end)
    for _ in range(end.bit_length()):
        step = step[step]
    return bool((step == end).all())
