"""What statistics see: counts, never rows of data.

After one counting pass the cost of a statistic does not depend on how many rows there were.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


#: What is nearer nought, or further from it, cannot be squared and cubed: floats give nought or infinity then.
SMALLEST, LARGEST = 1e-50, 1e50


def _ascending(levels: Any) -> Floats:
    """Return levels as numbers, refusing gaps, text and any other order than ascending."""
    try:
        array = np.asarray(levels, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"levels must be numbers; got {levels!r}") from error
    if not np.all(np.isfinite(array)) or np.any(np.diff(array) <= 0):
        raise ValueError("levels must be finite numbers, ascending")
    sizes = np.abs(array[array != 0])
    if sizes.size and (sizes.min() < SMALLEST or sizes.max() > LARGEST):
        got = sizes.min() if sizes.min() < SMALLEST else sizes.max()
        raise ValueError(f"levels must be nought, or of a size between {SMALLEST:g} and {LARGEST:g}; got {got:g}")
    return array


def _whole(counts: Any, what: str, dimensions: int) -> Integers:
    array = np.asarray(counts)
    if array.ndim != dimensions:
        raise ValueError(f"{what} must have {dimensions} dimension(s); got {array.ndim}")
    if array.dtype.kind not in "iubf" and array.size:
        raise ValueError(f"{what} must be whole numbers; got {counts!r}")
    if array.dtype.kind == "f" and not (np.all(np.isfinite(array)) and np.all(array == np.round(array))):
        raise ValueError(f"{what} must be whole numbers")
    array = array.astype(np.int64)
    if array.size and array.min() < 0:
        raise ValueError(f"{what} cannot be negative; got {array.min()}")
    array.setflags(write=False)
    return array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnswerCounts:
    """How many gave each answer: `levels` (k ascending values) and `counts` (k whole numbers)."""

    levels: Floats
    counts: Integers

    def __post_init__(self) -> None:
        object.__setattr__(self, "levels", _ascending(self.levels))
        object.__setattr__(self, "counts", _whole(self.counts, "counts", 1))
        if self.levels.shape != self.counts.shape:
            raise ValueError(f"levels must be as many as counts; got {self.levels.size} and {self.counts.size}")

    @property
    def n(self) -> int:
        """How many answered."""
        return int(self.counts.sum())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairedCounts:
    """Linked answers: `table[i, j]` people went from `levels[i]` before to `levels[j]` after.

    For a single item the levels are its answers; for a score they are the distinct scores that occur.

    >>> import numpy as np
    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> pairs.n, pairs.before.counts.tolist(), pairs.after.counts.tolist()
    (12, [3, 4, 5], [1, 6, 5])
    """

    levels: Floats
    table: Integers

    def __post_init__(self) -> None:
        object.__setattr__(self, "levels", _ascending(self.levels))
        object.__setattr__(self, "table", _whole(self.table, "table", 2))
        k = self.levels.size
        if self.table.shape != (k, k):
            raise ValueError(f"table must be {k} x {k}, one row and column per ascending level; got {self.table.shape}")

    @property
    def n(self) -> int:
        """How many pairs."""
        return int(self.table.sum())

    @property
    def before(self) -> AnswerCounts:
        """The answers before, of those who are linked."""
        return AnswerCounts(levels=self.levels, counts=self.table.sum(axis=1))

    @property
    def after(self) -> AnswerCounts:
        """The answers after, of those who are linked."""
        return AnswerCounts(levels=self.levels, counts=self.table.sum(axis=0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DurationCounts:
    """Times in whole days: at `days[i]` (ascending) `events[i]` were closed and `censored[i]` last seen open."""

    days: Integers
    events: Integers
    censored: Integers

    def __post_init__(self) -> None:
        for name in ("days", "events", "censored"):
            object.__setattr__(self, name, _whole(getattr(self, name), name, 1))
        if not self.days.shape == self.events.shape == self.censored.shape or np.any(np.diff(self.days) <= 0):
            raise ValueError("days must be ascending, and days, events and censored equally many")

    @property
    def n(self) -> int:
        """How many cases, open and closed."""
        return int(self.events.sum() + self.censored.sum())

    @property
    def follow_up(self) -> int:
        """The longest time that any case was followed, in days."""
        return int(self.days[-1]) if self.days.size else 0

    @classmethod
    def from_times(cls, days: Any, closed: Any) -> DurationCounts:
        """Count cases from one array of whole days and one of booleans, or noughts and ones (True, 1: closed).

        >>> counts = DurationCounts.from_times([3, 5, 3, 9], [True, False, True, True])
        >>> counts.days.tolist(), counts.events.tolist(), counts.censored.tolist()
        ([3, 5, 9], [2, 0, 1], [0, 1, 0])
        """
        times = _whole(days, "days", 1)
        said = np.asarray(closed)
        if said.dtype.kind not in "biuf" or not np.all((said == 0) | (said == 1)):
            raise ValueError("closed must be True or False (or 1 or 0) for every case, without gaps")
        is_closed = said.astype(bool)
        if times.shape != is_closed.shape:
            raise ValueError("days and closed must be equally many")
        possible = int(times.max(initial=-1)) + 1
        if possible <= max(100_000, times.size):
            distinct, place = np.arange(possible), times
        else:  # a table of all days would be mostly empty
            distinct, place = np.unique(times, return_inverse=True)
        table = np.bincount(2 * place + is_closed, minlength=2 * distinct.size).reshape(-1, 2)
        occurring = np.flatnonzero(table.any(axis=1))
        return cls(days=distinct[occurring], events=table[occurring, 1], censored=table[occurring, 0])
