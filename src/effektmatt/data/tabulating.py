"""How often each combination of small whole numbers occurs: the counting itself, in numpy.

Nothing is sorted: every row adds one to a cell of the table.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[Any]
Table = NDArray[np.int64]

#: From so many rows on, two rows are counted in one step.
_MANY = 1 << 13

#: Rows at a time, in cells of one byte and of more: what is computed on the way stays in the processor's cache.
_BLOCK, _WIDE_BLOCK = 1 << 19, 1 << 16


def tabulate(parts: Sequence[tuple[Codes, int]]) -> Table:
    """Count the rows in each cell of a table with one dimension per part.

    Parameters
    ----------
    parts
        For each dimension the code of every row, 0 to size - 1, and the size. One part at least, all of one length.

    >>> answers, groups = np.array([0, 1, 1, 2], dtype=np.uint8), np.array([0, 0, 1, 1])
    >>> tabulate([(groups, 2), (answers, 3)]).tolist()
    [[1, 1, 0], [0, 1, 1]]
    """
    shape = tuple(size for _, size in parts)
    cells, rows = math.prod(shape), parts[0][0].size
    table = np.zeros(cells, dtype=np.int64)
    step = max(_BLOCK if cells <= 255 else _WIDE_BLOCK, 4 * cells)
    for start in range(0, rows, step):
        table += _occurrences(_combined(parts, slice(start, start + step)), cells)
    return table.reshape(shape)


def _combined(parts: Sequence[tuple[Codes, int]], rows: slice) -> Codes:
    """Return one number per row: the place of its cell in the table, in as few bytes as its parts allow."""
    combined, cells = parts[0][0][rows], parts[0][1]
    for codes, size in parts[1:]:
        cells *= size
        small = np.min_scalar_type(cells)
        scaled = np.multiply(combined, size, dtype=np.result_type(combined, small))
        wide = np.result_type(scaled, codes)
        combined = np.add(scaled, codes[rows], dtype=wide, out=scaled if scaled.dtype == wide else None)
    return combined


def _occurrences(codes: Codes, size: int) -> Table:
    if codes.dtype != np.uint8 or codes.size < _MANY:
        return np.bincount(codes, minlength=size)
    # two neighbouring bytes, read as one number of two bytes, are two rows counted at once; which of them is the
    # high byte does not matter, since both are counted
    whole_pairs = codes.size // 2 * 2
    both = np.bincount(codes[:whole_pairs].view(np.uint16), minlength=256 * size).reshape(size, 256)
    once: Table = both.sum(axis=1) + both.sum(axis=0)[:size]
    return once + np.bincount(codes[whole_pairs:], minlength=size)
