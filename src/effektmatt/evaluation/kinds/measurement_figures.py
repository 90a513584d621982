"""What results of measured numbers publish of whom: of those measured in a wave, or linked between two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Limits, Outcome
from effektmatt.data.columns import Labels, known
from effektmatt.disclosure.figures import Cell, Figure, Members, Who
from effektmatt.evaluation.figures import Property, whole_and_groups
from effektmatt.measurements.distribution import Distribution, NumberClass
from effektmatt.measurements.numbers import Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MeasuredPeople:
    """The people behind the rows of all waves (`people`: the number of each row's), and what was measured of them."""

    source: str
    people: Mapping[str, NDArray[np.int64]]
    numbers: Mapping[str, Numbers]
    who: Who

    def of_rows(self, wave: str, rows: Members) -> Members:
        """Return whose rows they are."""
        found = np.zeros(self._size, dtype=bool)
        found[self.people[wave][rows]] = True
        return found

    def measured(self, wave: str, rows: Members) -> Members:
        """Return whose rows of some have a number."""
        return self.of_rows(wave, rows & self.numbers[wave].measured)

    def labels(self, waves: Sequence[str]) -> dict[str, Labels]:
        """Return the group of each person: the one given in the last of the waves that tells."""
        labels: dict[str, Labels] = {}
        for wave in waves:
            for by, own in self.numbers[wave].groups.items():
                of_people = labels.setdefault(by, np.full(self._size, None, dtype=object))
                told = known(own)
                of_people[self.people[wave][told]] = own[told]
        return labels

    def number(self, wave: str) -> Property:
        """Return what was measured in a wave; nobody has less or more than those who have least and most."""
        values = self.numbers[wave].values
        ends = (float(np.nanmin(values)), float(np.nanmax(values))) if self.numbers[wave].measured.any() else (0.0, 1.0)
        return self._property(wave, "", values, ends)

    def holds(self, wave: str, what: str, rows: Members) -> Property:
        """Return of whom something is so in a wave."""
        return self._property(wave, f" {what}", rows.astype(np.float64), (0.0, 1.0))

    def _property(self, wave: str, what: str, of_rows: NDArray[np.float64], ends: tuple[float, float]) -> Property:
        values = np.full(self._size, np.nan)
        values[self.people[wave]] = np.where(self.numbers[wave].measured, of_rows, np.nan)
        return Property(
            name=f"{self.source}: {wave}{what}", values=values, lowest=ends[0], highest=ends[1], who=self.who
        )

    def change(self, first: str, last: str) -> Property:
        """Return how much more was measured in one wave than in another."""
        before, after = self.number(first), self.number(last)
        return Property(
            name=f"{self.source}: {first} {last} change",
            values=after.values - before.values,
            lowest=after.lowest - before.highest,
            highest=after.highest - before.lowest,
            who=self.who,
        )

    def up_to(self, wave: str, classes: Sequence[NumberClass]) -> Iterator[Property]:
        """Yield who had no more than where each class ends: what classes tell, and shares within limits tell too."""
        for one in classes:
            if one.to is not None:
                limits = Limits(at_most=one.to)
                yield self.holds(wave, str(limits), limits.hold(self.numbers[wave].values))

    @property
    def _size(self) -> int:
        return size_of(self.people)


def size_of(people: Mapping[str, NDArray[np.int64]]) -> int:
    """Return how many people there are in all waves."""
    return 1 + max((int(own.max(initial=-1)) for own in people.values()), default=-1)


def compared_figures(
    part: str, measured: MeasuredPeople, concerned: Mapping[str, Members], outcome: Outcome, *, linked: bool
) -> Iterator[Figure]:
    """Yield what a change of a mean publishes: both means, of those measured both times or of all in each wave."""
    people = {wave: measured.measured(wave, rows) for wave, rows in concerned.items()}
    both = np.logical_and.reduce(list(people.values()))
    labels = measured.labels(list(concerned))
    for wave, own in people.items():
        judged = both if linked else own
        yield from whole_and_groups(part, judged, labels, outcome, measured.number(wave))
        yield from class_figures(part, measured, wave, judged, outcome)
    if linked and len(people) > 1:
        change = measured.change(*people)
        yield from whole_and_groups(part, both, labels, outcome, change)


def class_figures(
    part: str, measured: MeasuredPeople, wave: str, people: Members, outcome: Outcome
) -> Iterator[Figure]:
    """Yield what numbers in classes publish of whom."""
    if isinstance(outcome.detail, Distribution) and not outcome.estimate.hidden:
        yield from (one.of(Cell(part=part), people) for one in measured.up_to(wave, outcome.detail.classes))
