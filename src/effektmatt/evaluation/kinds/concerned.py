"""Whom a goal concerns among the rows of waves: how many they are, and what must hold where rows do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.core import About, Note
from effektmatt.core.about import Unsorted
from effektmatt.evaluation.kinds.common import Data
from effektmatt.plan.resolved import Condition
from effektmatt.registers.people import People, count_people


def people_in(register: str | None, among: Condition, data: Data) -> People | None:
    """Count those whom a goal concerns in the register of who could be there, if there is one."""
    if register is None:
        return None
    loaded = data.sources[register].loaded
    return count_people(loaded.only.frame, among=among, by=loaded.groups, file=loaded.only.reading.file)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tells:
    """What the rows of each wave tell of their people: their columns, and what all of a wave have in common.

    `linked`: people are followed from wave to wave, so that one of them tells of both.
    """

    frames: Mapping[str, pd.DataFrame]
    linked: bool
    common: Mapping[str, Condition] = field(default_factory=dict)

    def held(self, wave: str, among: Condition) -> Condition:
        """Return as much of a condition as the rows of a wave tell of."""
        return {column: values for column, values in among.items() if column in self.frames[wave]}

    def unseen(self, among: Condition, waves: Sequence[str]) -> tuple[str, ...]:
        """Return the columns of a condition that rows do not tell of, and that nothing else settles."""

        def told(wave: str, column: str) -> bool:
            return column in self.frames[wave] or self.common.get(wave, {}).get(column) == among[column]

        enough = any if self.linked and len(waves) > 1 else all
        return tuple(column for column in among if not enough(told(wave, column) for wave in waves))


def hidden_notes(hidden: Mapping[str, NDArray[np.bool_]], among: Condition) -> Iterator[Note]:
    """Yield for each wave how many rows do not say whether a goal concerns them: they are not counted."""
    for wave, rows in hidden.items():
        if n := int(rows.sum()):
            yield Note(code="rows-among-unknown", values={"wave": wave, "n": n, "columns": ", ".join(among)})


def of_concerned(
    told: About, unseen: Sequence[str], people: People | None, everybody: People | None
) -> tuple[About, tuple[Note, ...]]:
    """Return what is known of those whom a goal concerns, and what is to be said of the register that they stand in.

    Parameters
    ----------
    told
        What is known besides.
    unseen
        The columns of the goal's condition that the rows do not tell of: those of others may stand among them.
    people, everybody
        Those whom the goal concerns, and all in the register; None where there is none.
    """
    # who may be concerned is missing too: leaving them out would make a census of what is none
    population = people.n + people.unknown if people else None
    about = replace(told, population=population, population_by_group=people.most if people else {})
    notes = people.notes if people else ()
    if not unseen:
        return about, notes
    values: dict[str, str | int | float] = {"columns": ", ".join(unseen)}
    assumed = (*about.assumptions, Note(code="answers-of-concerned", values=values))
    if people is None or everybody is None:
        return replace(about, assumptions=assumed), notes
    concerned, others = people.n + people.unknown, everybody.n - people.n
    if not others:
        return about, notes
    unsorted = Unsorted(concerned=concerned, others=others)
    about = replace(about, population=None, population_by_group={}, unsorted=unsorted, assumptions=assumed)
    return about, (*notes, Note(code="answers-unsorted", values={**values, "concerned": concerned, "others": others}))
