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

from effektmatt.data.byte_levels import ByteLevels, Numbers
from effektmatt.data.columns import coded
from effektmatt.data.values import cell_text

#: The answers that can be given, ascending; or for each answer as text its number, None if it is not to be counted.
Scale = Sequence[float] | Mapping[str, float | None]
Places = NDArray[Any]

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

    __slots__ = ("_bytes", "_numbers", "_place_of", "missing", "values")

    def __init__(self, scale: Scale) -> None:
        self._numbers = dict(scale) if isinstance(scale, Mapping) else None
        given = [*scale.values()] if isinstance(scale, Mapping) else [*scale]
        values = [value for value in given if value is not None]
        self.values = np.array(values if self._numbers is None else sorted(set(values)), dtype=np.float64)
        if self.values.size == 0 or not np.all(np.isfinite(self.values)) or np.any(np.diff(self.values) <= 0):
            raise ValueError(f"levels must be finite numbers in ascending order; got {self.values.tolist()}")
        self.missing = self.values.size
        self._place_of = {value: place for place, value in enumerate(self.values.tolist())}
        self._bytes = ByteLevels.of(self.values)

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
        in_numpy = _numpy_numbers(cells)
        if in_numpy is not None and self._numbers is None:
            return self._in_blocks(in_numpy)
        if cells.dtype == nw.Boolean:
            cells = cells.cast(nw.Int8)
        dtype = cells.dtype
        if self._numbers is not None or not (dtype.is_integer() or dtype.is_float()):
            codes, different = coded(cells)
            place_of_code = [*(self.place(cell) for cell in different), self.missing]  # the last is that of code -1
            return np.array(place_of_code, dtype=np.min_scalar_type(self.missing))[codes]
        if dtype.is_float() or not cells.null_count():
            return self._in_blocks(cells.to_numpy())
        # whole numbers with nulls, without the detour by floats that NaN would take
        least = cells.min()
        if least is None:
            return np.full(len(cells), self.missing, dtype=np.min_scalar_type(self.missing))
        places = self._in_blocks(cells.fill_null(least).to_numpy())
        np.copyto(places, self.missing, where=cells.is_null().to_numpy(), casting="unsafe")
        return places

    def _in_blocks(self, numbers: Numbers) -> Places:
        places = np.empty(numbers.size, dtype=np.min_scalar_type(self.missing))
        write = self._look_up if self._bytes is None else self._bytes.write
        rows = _BLOCK // numbers.itemsize
        for start in range(0, numbers.size, rows):
            block = numbers[start : start + rows]
            if not write(block, places[start : start + rows]):
                answered = block[~np.isnan(block)].astype(np.float64)
                raise self._outside(np.setdiff1d(answered, self.values).tolist())
        return places

    def _look_up(self, block: Numbers, out: Places) -> bool:
        """Write the place of each number; False if any is no level."""
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


def _numpy_numbers(cells: nw.Series[Any]) -> Numbers | None:
    """Return the cells if pandas holds them as numbers or booleans of numpy, which knows no null."""
    native = cells.to_native()
    if not cells.implementation.is_pandas() or not isinstance(native.dtype, np.dtype):
        return None
    numbers: Numbers = native.to_numpy()
    if numbers.dtype.kind == "b":
        return numbers.view(np.uint8)
    return numbers if numbers.dtype.kind in "iuf" else None
