"""Scores as exact fractions, so that equal scores are equal and a rise of one step is one step.

A mean of three answers has no exact float: 11/3 - 8/3 is not 1 to the last bit. Comparisons are therefore made on
whole numbers, and a float is only made by one division at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import AnswerCounts, Linkage, PairedCounts
from effektmatt.core.counts import Floats, Integers
from effektmatt.stats.samples import Samples

Booleans = NDArray[np.bool_]
#: Numbers up to so many times as many as there are people are counted; those further apart are sorted.
_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """One score per person: `numerators / denominators`, where a denominator of 0 means no score.

    `lowest` and `highest` are the scores that can be had; `step` is a rise of one answer on every item.
    """

    numerators: Integers
    denominators: Integers
    lowest: int
    highest: int
    step: int

    @property
    def valid(self) -> Booleans:
        """Who has a score."""
        return self.denominators > 0

    @property
    def numbers(self) -> Floats:
        """The scores as floats, NaN where there is none."""
        return _divided(self.numerators, self.denominators)

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest score that can be had."""
        return float(self.lowest), float(self.highest)

    def mirrored(self) -> Scores:
        """Return the scores turned round, so that the lowest is the highest.

        >>> two = np.array([2])
        >>> Scores(numerators=np.array([3]), denominators=two, lowest=1, highest=5, step=1).mirrored().numbers.tolist()
        [4.5]
        """
        return replace(self, numerators=(self.lowest + self.highest) * self.denominators - self.numerators)

    def taken(self, rows: NDArray[np.int64] | Booleans) -> Scores:
        """Return the scores of some people only."""
        return Scores(
            numerators=self.numerators[rows],
            denominators=self.denominators[rows],
            lowest=self.lowest,
            highest=self.highest,
            step=self.step,
        )

    def at_least(self, limit: float) -> Booleans:
        """Say who has a score of at least `limit`; False where there is none."""
        return self.valid & (self.numerators >= limit * self.denominators)

    def counts(self) -> AnswerCounts:
        """Count the distinct scores."""
        levels, places = self.places()
        return AnswerCounts(levels=levels, counts=np.bincount(places[places >= 0], minlength=levels.size))

    def places(self) -> tuple[Floats, Integers]:
        """Return the distinct scores in ascending order, and which of them each person has; -1 for none."""
        low, most = int(self.numerators.min(initial=0)), int(self.denominators.max(initial=0)) + 1
        pairs = (self.numerators - low) * most + self.denominators
        if int(pairs.max(initial=0)) > _NEAR * pairs.size:
            return places_of(self.numbers)
        there = np.flatnonzero(np.bincount(pairs))  # few scores of many people: each is divided once
        numbers = _divided(there // most + low, there % most)
        levels, of_pairs = places_of(numbers)
        table = np.full(int(there.max(initial=0)) + 1, -1, dtype=np.int64)
        table[there] = of_pairs
        return levels, table[pairs]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScoreCounts:
    """How many have each score, before and after: of everybody who answered a wave, and of the linked (`pairs`).

    Where people are linked what is compared is their scores alone; `pairs` is None where nobody can be. `samples` are
    the scores of those who are compared where people weigh differently or took part in groups, `ends` the lowest and
    the highest score that can be had (None where nobody says). `possible` are those of numbers that have no scale: the
    one not seen is not beyond them.
    """

    before: AnswerCounts
    after: AnswerCounts
    pairs: PairedCounts | None
    samples: Samples | None = None
    ends: tuple[float, float] | None = None
    possible: tuple[float, float] | None = None

    @property
    def linkage(self) -> Linkage:
        """Whether people are compared with themselves."""
        return Linkage.INDEPENDENT if self.pairs is None else Linkage.PAIRED

    @property
    def waves(self) -> tuple[AnswerCounts, AnswerCounts]:
        """The scores before and after of those who are compared."""
        return (self.before, self.after) if self.pairs is None else (self.pairs.before, self.pairs.after)

    @property
    def compared(self) -> tuple[PairedCounts] | tuple[AnswerCounts, AnswerCounts]:
        """What a statistic takes: the linked scores, or those after and those before."""
        return (self.after, self.before) if self.pairs is None else (self.pairs,)

    @property
    def n(self) -> int:
        """How many people, or else how many answers, a comparison rests on."""
        return self.before.n + self.after.n if self.pairs is None else self.pairs.n

    @property
    def fewest(self) -> int:
        """How many are compared in the smaller wave."""
        return min(one.n for one in self.waves)

    @property
    def seen(self) -> tuple[float, float]:
        """The lowest and the highest score that somebody who is compared has."""
        levels = np.concatenate([one.levels for one in self.waves])
        return float(levels.min()), float(levels.max())

    def is_census(self, population: int | None) -> bool:
        """Whether everybody is compared, both times."""
        return population is not None and all(one.n == population for one in self.waves)

    def unlinked(self) -> ScoreCounts:
        """Return the same as if nobody could be linked."""
        return replace(self, pairs=None)


def index_of(scores: Sequence[Scores]) -> Scores:
    """Return the mean of several scores per person, for those who have every one of them.

    Raises
    ------
    ValueError
        If the scores do not share one range and step: a mean of unlike units means nothing.

    >>> third = np.array([3])
    >>> first = Scores(numerators=np.array([7]), denominators=third, lowest=1, highest=5, step=1)
    >>> second = Scores(numerators=np.array([8]), denominators=third, lowest=1, highest=5, step=1)
    >>> index_of([first, second]).numbers.tolist()
    [2.5]
    """
    first, *rest = scores
    if any((one.lowest, one.highest, one.step) != (first.lowest, first.highest, first.step) for one in rest):
        raise ValueError("an index needs scores that share one range and one step")
    numerators, denominators = first.numerators, first.denominators
    for one in rest:
        numerators = numerators * one.denominators + one.numerators * denominators
        denominators = denominators * one.denominators
    return Scores(
        numerators=numerators,
        denominators=denominators * len(scores),
        lowest=first.lowest,
        highest=first.highest,
        step=first.step,
    )


def rises(before: Scores, after: Scores) -> Floats:
    """Return after minus before per person, NaN where either is missing; equal rises are equal floats."""
    numerators = after.numerators * before.denominators - before.numerators * after.denominators
    return _divided(numerators, after.denominators * before.denominators)


def paired_counts(before: Scores, after: Scores) -> PairedCounts:
    """Count who went from which score to which, among those who have both."""
    return _paired(before.places(), after.places())


def paired_values(before: Floats, after: Floats) -> PairedCounts:
    """Count who went from which value to which, among those who have both; NaN is none."""
    return _paired(places_of(before), places_of(after))


def places_of(values: Floats) -> tuple[Floats, Integers]:
    """Return the distinct values in ascending order, and which of them each is; -1 for NaN.

    >>> levels, places = places_of(np.array([2.0, np.nan, 1.0]))
    >>> levels.tolist(), places.tolist()
    ([1.0, 2.0], [1, -1, 0])
    """
    places, there = np.full(values.size, -1, dtype=np.int64), ~np.isnan(values)
    levels, places[there] = np.unique(values[there], return_inverse=True)
    return levels, places


def _paired(before: tuple[Floats, Integers], after: tuple[Floats, Integers]) -> PairedCounts:
    """Count who went from which level to which; only levels that somebody with both has."""
    (first, was), (last, then) = before, after
    both, size = (was >= 0) & (then >= 0), last.size
    counts = np.bincount(was[both] * size + then[both], minlength=first.size * size).reshape(first.size, size)
    rows, columns = np.flatnonzero(counts.any(axis=1)), np.flatnonzero(counts.any(axis=0))
    levels = np.union1d(first[rows], last[columns])
    table = np.zeros((levels.size, levels.size), dtype=np.int64)
    table[np.ix_(np.searchsorted(levels, first[rows]), np.searchsorted(levels, last[columns]))] = counts[
        np.ix_(rows, columns)
    ]
    return PairedCounts(levels=levels, table=table)


def _divided(numerators: Integers, denominators: Integers) -> Floats:
    missing = denominators == 0
    return np.where(missing, np.nan, numerators / np.where(missing, 1, denominators))
