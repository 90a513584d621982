"""People who weigh differently, or who took part in groups: what statistics of samples take, one row per person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from effektmatt.core import Linkage
from effektmatt.core.counts import Floats, Integers
from effektmatt.stats.designs import Design
from effektmatt.stats.question import Layout

#: Everybody's value, and how they came to answer.
Sample = tuple[Floats, Design]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Samples:
    """The values of those who are compared, before and after.

    `people` are the numbers of those in each wave, where some are in both; None where all linked stand in the same
    rows, or nobody is linked.
    """

    before: Sample
    after: Sample
    linkage: Linkage
    people: tuple[Integers, ...] | None = None

    @property
    def layout(self) -> Layout:
        """How the data hang together."""
        return layout_of(self.before[1], self.after[1])

    @property
    def compared(self) -> tuple[Sample, Sample]:
        """What a statistic takes, after first: where nobody is in a group, a person is the same in both waves."""
        return self._as_one(1), self._as_one(0)

    def _as_one(self, place: int) -> Sample:
        values, design = (self.before, self.after)[place]
        if not design.clustered and self.linkage is not Linkage.INDEPENDENT:
            people = np.arange(values.size) if self.people is None else self.people[place]
            design = replace(design, clusters=people)
        return values, replace(design, population=None)

    @property
    def changes(self) -> tuple[Sample, ...]:
        """What is held against the change of others: how much each linked person changed, or both waves, after first.

        People are another sample of those in the population, whoever is compared with them.
        """
        (before, design), (after, later) = self.before, self.after
        if self.linkage is Linkage.PAIRED:
            return ((after - before, replace(design, population=None)),)
        return (after, replace(later, population=None)), (before, replace(design, population=None))

    @property
    def both_times(self) -> tuple[Floats, Floats, Design]:
        """The values of linked people after and before, and their groups."""
        return self.after[0], self.before[0], self.before[1]

    @property
    def n(self) -> int:
        """How many people, or else how many answers, a comparison rests on."""
        sizes = self.before[0].size, self.after[0].size
        if self.people is not None:
            return int(np.union1d(*self.people).size)
        return sizes[0] if self.linkage is Linkage.PAIRED else sum(sizes)

    @property
    def fewest(self) -> int:
        """How many are compared in the smaller wave."""
        return min(self.before[0].size, self.after[0].size)

    @property
    def designs(self) -> tuple[Design, Design]:
        """How the people of each wave came to answer."""
        return self.before[1], self.after[1]


def layout_of(*designs: Design) -> Layout:
    """Return how the people of one wave, or of both, hang together."""
    if not designs[0].clustered:
        return Layout.WEIGHTED
    return Layout.DESIGN if any(one.weighted for one in designs) else Layout.CLUSTERS


def layout_of_all(samples: Sequence[Samples]) -> Layout:
    """Return how the people of several comparisons hang together."""
    return layout_of(*(design for one in samples for _, design in (one.before, one.after)))


def units_of(design: Design) -> int:
    """Return how many groups (people, where there are none) as large as each other would be as sure."""
    return design.worth


def sample_of(values: Floats, design: Design) -> Sample:
    """Return the values of those who have one, and their design."""
    known = ~np.isnan(values)
    return values[known], design.taken(known)


def linked_samples(before: Floats, after: Floats, design: Design) -> Samples:
    """Return the values of those who have one both times."""
    both = ~(np.isnan(before) | np.isnan(after))
    taken = design.taken(both)
    return Samples(before=(before[both], taken), after=(after[both], taken), linkage=Linkage.PAIRED)
