"""Levels that fit one byte each: the quick way from numbers to places on a scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.core.counts import Floats

Numbers = NDArray[Any]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ByteLevels:
    """How to read numbers as the places of whole levels that lie close enough together.

    Parameters
    ----------
    shift
        What to subtract so that every level fits one byte.
    lowest
        The first level, shifted.
    missing
        The place of a missing answer: the number of levels.
    places
        The place of each of the 256 bytes, 255 for those that are no level; None if the levels are numbers in a row.
    """

    shift: int
    lowest: int
    missing: int
    places: Bytes | None

    @classmethod
    def of(cls, levels: Floats) -> ByteLevels | None:
        """Return how to read ascending levels; None if they do not fit bytes.

        >>> ByteLevels.of(np.array([-2.0, -1, 0, 1, 2])).shift, ByteLevels.of(np.array([0.5, 1]))
        (-2, None)
        """
        first, last = float(levels[0]), float(levels[-1])
        if np.any(levels % 1 != 0) or last - first > 254:
            return None
        shift = 0 if first >= 0 and last <= 255 else int(first)
        places = None
        if last - first >= levels.size:
            places = np.full(256, 255, dtype=np.uint8)
            places[levels.astype(np.int64) - shift] = np.arange(levels.size)
        return cls(shift=shift, lowest=int(first) - shift, missing=levels.size, places=places)

    def write(self, numbers: Numbers, out: Bytes) -> bool:
        """Write the place of each number; False if any is no level. NaN is a missing answer."""
        if self.places is None and not self.shift and self._fit(numbers.dtype):
            # seen as unsigned a number below the lowest level is above the highest once the lowest is taken from it
            np.subtract(numbers.view(np.uint8), np.uint8(self.lowest), out=out)
            return bool(out.max() < self.missing)
        is_float = numbers.dtype.kind == "f"
        if self.shift:
            numbers = np.subtract(numbers, self.shift, dtype=np.float64 if is_float else np.int64, casting="unsafe")
        if not (_from_floats(numbers, self.lowest, out) if is_float else _from_whole(numbers, out)):
            return False
        if self.places is None:
            out -= np.uint8(self.lowest)
        else:
            out[:] = self.places[out]
        if out.max() >= self.missing:
            return False
        if is_float:  # the missing have the place 0 as yet
            out += np.isnan(numbers).view(np.uint8) * np.uint8(self.missing)
        return True

    def _fit(self, dtype: np.dtype[Any]) -> bool:
        """Whether numbers are bytes already, and no negative one among them looks like a level."""
        return dtype == np.uint8 or (dtype == np.int8 and self.lowest + self.missing <= 128)


def _from_whole(numbers: Numbers, out: Bytes) -> bool:
    """Write whole numbers as bytes; False if any does not fit."""
    # seen as unsigned a negative number is huge, so one maximum tells of both ends
    largest = 127 if numbers.dtype == np.int8 else 255
    if numbers.view(f"u{numbers.itemsize}").max() > largest:
        return False
    out[:] = numbers
    return True


def _from_floats(numbers: Numbers, lowest: int, out: Bytes) -> bool:
    """Write floats as bytes, NaN as the lowest level; False if any other number is not the same as a byte."""
    with np.errstate(invalid="ignore"):
        out[:] = np.fmax(numbers, lowest)
    return int(np.count_nonzero(out != numbers)) == int(np.count_nonzero(np.isnan(numbers)))  # NaN equals nothing
