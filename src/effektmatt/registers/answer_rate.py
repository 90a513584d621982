"""How many of those in the register answered, in all and per group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from effektmatt.core import About
from effektmatt.data.by_group import members_of, shown_groups
from effektmatt.data.columns import in_memory
from effektmatt.data.values import folded
from effektmatt.registers.conditions import Where
from effektmatt.registers.people import People, count_people, labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRate:
    """Of `population` in the register `answered` did so in one wave; `by` and `group` are None for everybody.

    `answered` is None where there are too few people.
    """

    wave: str
    by: str | None = None
    group: str | None = None
    population: int
    answered: int | None


def answer_rates(
    register: Any,
    answered: Mapping[str, Any],
    about: About,
    *,
    among: Where | None = None,
    by: Sequence[str] = (),
    file: str | None = None,
) -> tuple[AnswerRate, ...]:
    """Count how many of those who could answer did, per wave and group.

    Self-made codes cannot be looked up in a register, so the two are compared by numbers: the answers of a group
    against the people of the same group. An answer whose group is missing counts in the total only.

    Parameters
    ----------
    register
        Any dataframe that narwhals takes: everybody who could answer.
    answered
        For each wave (or "linked") a dataframe with one row per person who answered.
    about
        Groups with fewer people, or fewer answers, than `hide.means` are hidden.
    among
        Which of the register's rows could answer (None: all).
    by
        Grouping columns of the register; one that an answers' frame lacks is given in total only for that wave.

    Raises
    ------
    InputFaults
        For a column that the register lacks, or a condition that names a value which never occurs.

    Examples
    --------
    >>> import pandas as pd
    >>> register = pd.DataFrame({"kommun": ["Orust"] * 8 + ["Tranemo"] * 12})
    >>> before = pd.DataFrame({"kommun": ["Orust"] * 6 + ["tranemo"] * 9})
    >>> rates = answer_rates(register, {"before": before}, About(), by=["kommun"])
    >>> [(rate.group, rate.answered, rate.population) for rate in rates]
    [(None, 15, 20), ('Orust', 6, 8), ('Tranemo', 9, 12)]
    """
    people = count_people(register, among=among, by=by, file=file)
    rates: list[AnswerRate] = []
    for wave, frame in answered.items():
        cells = in_memory(frame, by)
        rates.append(AnswerRate(wave=wave, population=people.n, answered=len(cells)))
        for column in by:
            if column in cells.columns:
                rates += _group_rates(wave, column, people, cells, about.hide.means)
    return tuple(rates)


def _group_rates(wave: str, by: str, people: People, cells: Any, smallest: int) -> list[AnswerRate]:
    answers = {
        folded(group): int(np.count_nonzero(members))
        for group, members in members_of(labelled(cells, [by])[by]).items()
    }
    sizes = {group: (n, answers.get(folded(group), 0)) for (column, group), n in people.groups.items() if column == by}
    return [
        AnswerRate(wave=wave, by=by, group=group, population=sizes[group][0], answered=both[1] if both else None)
        for group, both in shown_groups(sizes, lambda both: both, smallest).items()
    ]
