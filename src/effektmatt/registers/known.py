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
    perhaps
        How many more it may concern. Whether they meet the condition is not looked at: a range that moved with it would
        tell what a single one of them has done.
    """

    hits: int
    misses: int
    unknown: int
    perhaps: int

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
        return self.unknown + self.perhaps

    @property
    def share(self) -> Range | None:
        """The shares that are possible; None where nobody is concerned.

        >>> known = Known(hits=4, misses=50, unknown=46, perhaps=0)
        >>> known.share
        Range(low=0.04, high=0.5)
        """
        people = self.people + self.perhaps
        return Range(low=self.hits / people, high=self.count.high / people) if people else None

    @property
    def count(self) -> Range:
        """The numbers that are possible."""
        return Range(low=self.hits, high=self.hits + self.unknown + self.perhaps)


def known_of(condition: Matched, among: Matched, rows: Booleans | None = None) -> Known:
    """Count what is known of some rows (None: of all)."""
    inside = np.ones(condition.hits.size, dtype=bool) if rows is None else rows
    met, unknown = condition.hits, condition.unknown
    missed = ~met & ~unknown
    sure = among.hits & inside
    hits, misses, unsure = (int((state & sure).sum()) for state in (met, missed, unknown))
    return Known(hits=hits, misses=misses, unknown=unsure, perhaps=int((among.unknown & inside).sum()))


def unknown_notes(condition: Matched, among: Matched, where: Where) -> tuple[Note, ...]:
    """Say for how many it is not known whether they meet a condition."""
    n = int((condition.unknown & (among.hits | among.unknown)).sum())
    empty = ", ".join(condition.empty)
    values: dict[str, str | int | float] = {"n": n, "columns": ", ".join(where), "empty": empty}
    return (Note(code="condition-unknown", values=values),) if n else ()
