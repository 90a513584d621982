"""What is known of those whom a goal concerns, and what stays possible where cells are empty or cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from effektmatt.core import Note, Range
from effektmatt.registers.conditions import Booleans, Matched, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How many meet a condition, of those for whom it is known, and for whom it is not.

    Parameters
    ----------
    hits, misses, unknown
        Of those whom the goal surely concerns: who meet the condition, who do not, and who may.
    perhaps_hits, perhaps_misses, perhaps_unknown
        The same of those whom it may concern.
    """

    hits: int
    misses: int
    unknown: int
    perhaps_hits: int
    perhaps_misses: int
    perhaps_unknown: int

    @property
    def n(self) -> int:
        """For how many it is known whether they meet the condition."""
        return self.hits + self.misses

    @property
    def people(self) -> int:
        """How many the goal surely concerns."""
        return self.n + self.unknown

    @property
    def unsettled(self) -> int:
        """For how many something is not known that the goal depends on."""
        return self.unknown + self.perhaps_hits + self.perhaps_misses + self.perhaps_unknown

    @property
    def share(self) -> Range | None:
        """The shares that are possible; None where nobody is concerned.

        >>> known = Known(hits=4, misses=50, unknown=46, perhaps_hits=0, perhaps_misses=0, perhaps_unknown=0)
        >>> known.share
        Range(low=0.04, high=0.5)
        """
        fewest = self.people + self.perhaps_misses + self.perhaps_unknown
        most_hits = self.hits + self.unknown + self.perhaps_hits + self.perhaps_unknown
        most = self.people + self.perhaps_hits + self.perhaps_unknown
        if not fewest or not most:
            return None
        return Range(low=self.hits / fewest, high=most_hits / most)

    @property
    def count(self) -> Range:
        """The numbers that are possible."""
        return Range(low=self.hits, high=self.hits + self.unknown + self.perhaps_hits + self.perhaps_unknown)


def known_of(condition: Matched, among: Matched, rows: Booleans | None = None) -> Known:
    """Count what is known of some rows (None: of all)."""
    inside = np.ones(condition.hits.size, dtype=bool) if rows is None else rows
    met, unknown = condition.hits, condition.unknown
    missed = ~met & ~unknown
    sure, perhaps = among.hits & inside, among.unknown & inside
    numbers = (int((state & who).sum()) for who in (sure, perhaps) for state in (met, missed, unknown))
    names = ("hits", "misses", "unknown", "perhaps_hits", "perhaps_misses", "perhaps_unknown")
    return Known(**dict(zip(names, numbers, strict=True)))


def unknown_notes(condition: Matched, among: Matched, where: Where) -> tuple[Note, ...]:
    """Say for how many it is not known whether they meet a condition."""
    n = int((condition.unknown & (among.hits | among.unknown)).sum())
    values: dict[str, str | int | float] = {"n": n, "columns": ", ".join(where)}
    return (Note(code="condition-unknown", values=values),) if n else ()
