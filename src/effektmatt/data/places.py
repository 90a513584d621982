"""Answers as places on their scale: 0 for the lowest level, k for a missing answer.

Places are small whole numbers, one byte each on any scale of up to 255 levels, and quick to count.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.data.columns import cell_text, coded

#: The answers that can be given, ascending; or for each answer as text its number, None if it is not to be counted.
Scale = Sequence[float] | Mapping[str, float | None]
Places = NDArray[Any]
Numbers = NDArray[Any]

#: Bytes at a time: what is computed on the way stays in the processor's cache.
_BLOCK = 1 << 19


class Levels:
    """The levels of a scale, and the place of any cell among them.

    Attributes
    ----------
    values
        The k levels, ascending.
    missing
        The place of a missing answer: k.

    >>> Levels([1, 2, 3]).place(2), Levels({"nej": 0, "ja": 1, "vet ej": None}).place("vet ej")
    (1, 2)
    """

    __slots__ = ("_dtype", "_first", "_numbers", "_place_of", "missing", "values")

    def __init__(self, scale: Scale) -> None:
        self._numbers = dict(scale) if isinstance(scale, Mapping) else None
        given = (
            sorted({value for value in scale.values() if value is not None}) if isinstance(scale, Mapping) else scale
        )
        self.values = np.array(list(given), dtype=np.float64)
        if self.values.size == 0 or not np.all(np.isfinite(self.values)) or np.any(np.diff(self.values) <= 0):
            raise ValueError(f"levels must be finite numbers in ascending order; got {self.values.tolist()}")
        self.missing = self.values.size
        self._place_of = {value: place for place, value in enumerate(self.values.tolist())}
        self._dtype = np.min_scalar_type(self.missing)
        first = float(self.values[0])
        in_a_row = first.is_integer() and np.array_equal(self.values, first + np.arange(self.missing))
        #: The first level, if the levels are whole numbers in a row and their places fit one byte.
        self._first = int(first) if in_a_row and self.missing <= 255 else None

    def place(self, cell: object) -> int:
        """Return the place of one cell, as any engine may hand it over: a number, a text, None, NaN."""
        if self._numbers is None or is_missing(cell):
            number = as_number(cell)
        else:
            number = self._numbers.get(cell_text(cell), math.inf)
        if number is None:
            return self.missing
        if number not in self._place_of:
            raise self._outside([cell if isinstance(cell, str) else number])
        return self._place_of[number]

    def places(self, cells: nw.Series[Any]) -> Places:
        """Return the place of every cell of a column in memory.

        Raises
        ------
        ValueError
            If a cell is none of the levels.

        >>> import pandas as pd
        >>> Levels([1, 2, 3]).places(nw.from_native(pd.Series([3, None, 1]), series_only=True)).tolist()
        [2, 3, 0]
        """
        if cells.dtype == nw.Boolean:
            cells = cells.cast(nw.Int8)
        if self._numbers is not None or not (cells.dtype.is_integer() or cells.dtype.is_float()):
            codes, different = coded(cells)
            place_of_code = [*(self.place(cell) for cell in different), self.missing]  # the last is that of code -1
            return np.array(place_of_code, dtype=self._dtype)[codes]
        if cells.dtype.is_float() or not cells.null_count():
            return self._in_blocks(cells.to_numpy())
        # whole numbers with nulls, without the detour by floats that NaN would take
        least = cells.min()
        if least is None:
            return np.full(len(cells), self.missing, dtype=self._dtype)
        places = self._in_blocks(cells.fill_null(least).to_numpy())
        np.copyto(places, self.missing, where=cells.is_null().to_numpy(), casting="unsafe")
        return places

    def _in_blocks(self, numbers: Numbers) -> Places:
        places = np.empty(numbers.size, dtype=self._dtype)
        rows = _BLOCK // numbers.itemsize
        for start in range(0, numbers.size, rows):
            block, out = numbers[start : start + rows], places[start : start + rows]
            if self._first is None:
                known = self._look_up(block, out)
            elif block.dtype.kind == "f":
                known = self._from_floats(block, self._first, out)
            else:
                known = self._from_whole(block, self._first, out)
            if not known:
                answered = block[~np.isnan(block)].astype(np.float64)
                raise self._outside(np.setdiff1d(answered, self.values).tolist())
        return places

    def _from_whole(self, block: Numbers, first: int, out: Places) -> bool:
        """Shift whole numbers to places; False if any is outside the levels."""
        # seen as unsigned a negative number is huge, so one maximum tells of both ends
        if first >= 0 and first + self.missing <= 256 and _unsigned(block).max() <= 255:
            out[:] = block
            out -= np.uint8(first)
        elif block.min() >= self.values[0] and block.max() <= self.values[-1]:
            np.subtract(block, first, out=out, dtype=np.int64, casting="unsafe")
        else:
            return False
        return bool(out.max() < self.missing)

    def _from_floats(self, block: Numbers, first: int, out: Places) -> bool:
        shifted = block - first
        if np.fmin.reduce(shifted) < 0 or np.fmax.reduce(shifted) >= self.missing:
            return False
        shifted[np.isnan(shifted)] = self.missing
        out[:] = shifted
        return np.array_equal(out, shifted)

    def _look_up(self, block: Numbers, out: Places) -> bool:
        gone = np.isnan(block)
        found = np.searchsorted(self.values, block)
        found[gone | (found == self.missing)] = 0
        known = bool(np.all((self.values[found] == block) | gone))
        found[gone] = self.missing
        out[:] = found
        return known

    def _outside(self, found: Sequence[object]) -> ValueError:
        known = list(self._numbers if self._numbers is not None else self._place_of)
        return ValueError(f"values outside the levels {known}: {list(found[:5])}")


def as_number(cell: Any) -> float | None:
    """Return a cell as a number, None if it is missing, infinity if it is text that is no number.

    >>> as_number("3"), as_number(True), as_number(float("nan")), as_number("tre")
    (3.0, 1.0, None, inf)
    """
    if is_missing(cell):
        return None
    try:
        return float(cell)
    except ValueError:
        return math.inf


def is_missing(cell: object) -> bool:
    """Say whether a cell is None, NaN or NA, whatever the engine calls it.

    >>> is_missing(None), is_missing(float("nan")), is_missing(0), is_missing("")
    (True, True, False, False)
    """
    return (
        cell is None or (isinstance(cell, float) and math.isnan(cell)) or type(cell).__name__ in {"NAType", "NaTType"}
    )


def _unsigned(whole: Numbers) -> Numbers:
    return whole.view(f"u{whole.dtype.itemsize}")
