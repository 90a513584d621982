"""Two waves of answers to one scale, and who is who in both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import AnswerCounts, Linkage, Note
from effektmatt.core.counts import Floats, Integers
from effektmatt.data.by_group import Rows, members_of, unknown_groups
from effektmatt.data.columns import Labels, numbered_alike
from effektmatt.stats.designs import Design
from effektmatt.stats.samples import Samples, linked_samples, sample_of
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.scores import ScoreCounts, paired_counts


@dataclass(frozen=True, kw_only=True, eq=False)
class Waves:
    """Answers to one scale before and after.

    Parameters
    ----------
    before, after
        The answers of each wave; None where the wave has no data yet.
    pairs
        The rows before and the rows after of the people who are linked (`before[i]` and `after[i]` are the same
        person); None where nobody can be linked.
    linked_design
        What each linked person weighs, and took part with; None where people count alike, each for himself.

    Raises
    ------
    ValueError
        If neither wave has data, or the two are answers to different scales.
    """

    before: CodedAnswers | None
    after: CodedAnswers | None
    pairs: tuple[Integers, Integers] | None = None
    linked_design: Design | None = None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("at least one wave must have data")
        if self.before is not None and self.after is not None and self.before.scale.id != self.after.scale.id:
            raise ValueError(f"both waves must answer one scale; got {self.before.scale.id} and {self.after.scale.id}")
        if self.pairs is not None and self.pairs[0].shape != self.pairs[1].shape:
            raise ValueError("pairs must be as many rows before as after")

    @property
    def scale(self) -> Scale:
        """The scale that was answered."""
        answered = self.before or self.after
        if answered is None:
            raise ValueError("at least one wave must have data")
        return answered.scale

    @property
    def linkage(self) -> Linkage:
        """Whether people can be followed from one wave to the other."""
        return Linkage.INDEPENDENT if self.pairs is None else Linkage.PAIRED

    @property
    def without_answers(self) -> Note | None:
        """Why the waves cannot be compared, where one of them ("before", "after") has no answers yet."""
        for wave, answers in (("before", self.before), ("after", self.after)):
            if answers is None or answers.n == 0:
                return Note(code="wave-without-answers", values={"wave": wave})
        return None

    @property
    def size(self) -> int:
        """How many people the figures rest on: the smallest number that is not nought.

        Those linked; where there are none, the answers to a wave.
        """
        linked = self.linked
        if linked is not None and (both := int((linked[0].scores.valid & linked[1].scores.valid).sum())):
            return both
        return min((answers.n for answers in (self.before, self.after) if answers is not None and answers.n), default=0)

    def scores(self) -> ScoreCounts:
        """Count the scores of everybody who answered each wave, and of the linked."""
        nobody = AnswerCounts(levels=np.array([]), counts=np.array([], dtype=np.int64))
        before, after = (nobody if one is None else one.scores.counts() for one in (self.before, self.after))
        linked = self.linked
        pairs = None if linked is None else paired_counts(linked[0].scores, linked[1].scores)
        samples = samples_of(self, lambda one: one.scores.numbers)
        ends = next(one.scores.ends for one in (self.before, self.after) if one is not None)
        return ScoreCounts(before=before, after=after, pairs=pairs, samples=samples, ends=ends)

    @cached_property
    def linked(self) -> tuple[CodedAnswers, CodedAnswers] | None:
        """The answers of the linked people, row by row the same person, no groups; None where nobody can be linked."""
        if self.pairs is None or self.before is None or self.after is None:
            return None
        linked = self.before.ungrouped().taken(self.pairs[0]), self.after.ungrouped().taken(self.pairs[1])
        if self.linked_design is None:
            return linked
        return replace(linked[0], design=self.linked_design), replace(linked[1], design=self.linked_design)

    @property
    def columns(self) -> tuple[str, ...]:
        """The grouping columns that any wave has."""
        waves = (self.before, self.after)
        return tuple(dict.fromkeys(column for answers in waves if answers is not None for column in answers.groups))

    def settled(self) -> tuple[Waves, tuple[Note, ...]]:
        """Return the waves with one spelling per group and one group per person, and what had to be settled.

        Who is linked belongs to the group given before (after, where none was given before).
        """
        groups_before: dict[str, Labels] = {}
        groups_after: dict[str, Labels] = {}
        notes: list[Note] = []
        for by in self.columns:
            (first, second), names = numbered_alike(_labels(self.before, by), _labels(self.after, by))
            if self.pairs is not None and len(first) and len(second):
                one, other = first[self.pairs[0]], second[self.pairs[1]]
                moved = int(((one != other) & (one >= 0) & (other >= 0)).sum())
                if moved:
                    notes.append(Note(code="group-differs-between-waves", values={"by": by, "n": moved}))
                first[self.pairs[0]] = second[self.pairs[1]] = np.where(one < 0, other, one)
            groups_before[by], groups_after[by] = names[first], names[second]
        waves = replace(
            self,
            before=None if self.before is None else replace(self.before, groups=groups_before),
            after=None if self.after is None else replace(self.after, groups=groups_after),
        )
        return waves, tuple(notes)

    def groups(self, by: str) -> tuple[str, ...]:
        """Return the groups of a column that occur in any wave, in alphabetical order."""
        before, after = self._members.get(by, ({}, {}))
        return tuple(sorted({*before, *after}))

    def labels(self, by: str) -> Labels:
        """Return the group of every linked person, or of every answer in both waves where nobody is linked."""
        if self.pairs is not None:
            return _labels(self.before, by)[self.pairs[0]]
        return np.concatenate([_labels(self.before, by), _labels(self.after, by)])

    def unknown_groups(self) -> tuple[Note, ...]:
        """Say for how many people a group is not known; of those linked, else of all answers in both waves."""
        return unknown_groups({by: self.labels(by) for by in self.columns})

    def of_group(self, by: str, group: str) -> Waves:
        """Return the waves of one group's people, who have no groups any more; call `settled` first."""
        waves = (self.before, self.after)
        inside_before, inside_after = (
            members.get(group, np.zeros(0 if wave is None else len(wave.places), dtype=bool))
            for wave, members in zip(waves, self._members.get(by, ({}, {})), strict=True)
        )
        before, after = (None if one is None else one.ungrouped() for one in waves)
        return replace(self, before=before, after=after).restricted(inside_before, inside_after)

    @cached_property
    def _members(self) -> dict[str, tuple[dict[str, Rows], dict[str, Rows]]]:
        """Who belongs to each group of every column that any wave has, in each wave."""
        waves = (self.before, self.after)
        return {by: (members_of(_labels(waves[0], by)), members_of(_labels(waves[1], by))) for by in self.columns}

    def restricted(self, inside_before: NDArray[np.bool_], inside_after: NDArray[np.bool_]) -> Waves:
        """Return the waves of some rows only; who is linked stays so where both rows are inside."""
        pairs, linked_design = None, None
        if self.pairs is not None:
            kept = inside_before[self.pairs[0]] & inside_after[self.pairs[1]]
            pairs = (
                _renumbered(inside_before, self.pairs[0][kept]),
                _renumbered(inside_after, self.pairs[1][kept]),
            )
            linked_design = None if self.linked_design is None else self.linked_design.taken(kept)
        return Waves(
            before=None if self.before is None else self.before.taken(inside_before),
            after=None if self.after is None else self.after.taken(inside_after),
            pairs=pairs,
            linked_design=linked_design,
        )


def samples_of(waves: Waves, value: Callable[[CodedAnswers], Floats]) -> Samples | None:
    """Return the values of those who are compared, and their designs; None where people count alike.

    `value` gives everybody's, NaN where there is none.
    """
    linked = waves.linked
    before, after = linked or (waves.before, waves.after)
    if before is None or after is None or before.design is None or after.design is None:
        return None
    first, second = value(before), value(after)
    if linked is not None:
        return linked_samples(first, second, before.design)
    return Samples(
        before=sample_of(first, before.design), after=sample_of(second, after.design), linkage=Linkage.INDEPENDENT
    )


def everybodys_samples(waves: Waves, value: Callable[[CodedAnswers], Floats]) -> Samples | None:
    """Return the same of all who answered either wave; who is linked is the same person in both."""
    apart = samples_of(replace(waves, pairs=None), value)
    if apart is None or waves.pairs is None or waves.before is None or waves.after is None:
        return apart
    first, second = np.arange(len(waves.before.places)), -1 - np.arange(len(waves.after.places))
    second[waves.pairs[1]] = first[waves.pairs[0]]
    kept = (~np.isnan(value(one)) for one in (waves.before, waves.after))
    people = tuple(one[rows] for one, rows in zip((first, second), kept, strict=True))
    return replace(apart, linkage=Linkage.PARTLY_LINKED, people=people)


def _labels(answers: CodedAnswers | None, by: str) -> Labels:
    """Return every row's group; None for all where the wave lacks the column."""
    if answers is None:
        return np.array([], dtype=object)
    if by not in answers.groups:
        return np.full(len(answers.places), None, dtype=object)
    return answers.groups[by]


def _renumbered(inside: NDArray[np.bool_], rows: Integers) -> Integers:
    """Return the places that rows have after all rows outside are gone."""
    places: Integers = np.cumsum(inside)[rows] - 1
    return places
