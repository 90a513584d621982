"""The numbers of a wave, or of two that are compared, and the groups that the measured belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import AnswerCounts, Linkage, PairedCounts
from effektmatt.core.counts import Floats
from effektmatt.data.columns import Labels

Rows = NDArray[np.bool_]
Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Numbers:
    """One number for each row, NaN where there is none; `groups` say which group of each column a row belongs to.

    `possible`: the lowest and the highest number that can be had, where that is known.
    """

    values: Floats
    groups: Mapping[str, Labels] = field(default_factory=dict)
    possible: tuple[float, float] | None = None

    @property
    def measured(self) -> Rows:
        """Which rows have a number."""
        return ~np.isnan(self.values)

    def taken(self, rows: Rows | Positions) -> Numbers:
        """Return the numbers of some rows only."""
        groups = {by: labels[rows] for by, labels in self.groups.items()}
        return replace(self, values=self.values[rows], groups=groups)

    def counts(self) -> AnswerCounts:
        """Count the different numbers.

        >>> Numbers(values=np.array([3.0, 0.0, np.nan, 3.0])).counts().counts.tolist()
        [1, 2]
        """
        levels, counts = np.unique(self.values[self.measured], return_counts=True)
        return AnswerCounts(levels=levels, counts=counts)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Waves:
    """The numbers of two waves; `pairs` are the rows of those measured both times, None where nobody can be linked."""

    before: Numbers
    after: Numbers
    pairs: tuple[Positions, Positions] | None = None

    @property
    def linkage(self) -> Linkage:
        """Whether people are compared with themselves."""
        return Linkage.INDEPENDENT if self.pairs is None else Linkage.PAIRED

    @property
    def linked(self) -> tuple[Floats, Floats] | None:
        """The numbers before and after of those who have both; None where nobody can be linked."""
        if self.pairs is None:
            return None
        before, after = self.before.values[self.pairs[0]], self.after.values[self.pairs[1]]
        both = ~(np.isnan(before) | np.isnan(after))
        return before[both], after[both]

    def paired_counts(self) -> PairedCounts | None:
        """Count who went from which number to which."""
        linked = self.linked
        if linked is None:
            return None
        levels, places = np.unique(np.concatenate(linked), return_inverse=True)
        k, n = levels.size, linked[0].size
        table = np.bincount(places[:n] * k + places[n:], minlength=k * k).reshape(k, k)
        return PairedCounts(levels=levels, table=table)

    def restricted(self, before: Rows, after: Rows) -> Waves:
        """Return the same for some rows of each wave; who is left out of one of them is linked no more."""
        pairs = None
        if self.pairs is not None:
            stay = before[self.pairs[0]] & after[self.pairs[1]]
            places = (np.cumsum(before) - 1, np.cumsum(after) - 1)
            pairs = (places[0][self.pairs[0][stay]], places[1][self.pairs[1][stay]])
        return Waves(before=self.before.taken(before), after=self.after.taken(after), pairs=pairs)

    def unlinked(self) -> Waves:
        """Return the same as if nobody could be linked."""
        return replace(self, pairs=None)
