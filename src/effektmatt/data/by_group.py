"""The same result for every group, those with too few people hidden: the one place where hiding is applied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import About, Change, Estimate, GroupChange, GroupOutcome, Note
from effektmatt.data.columns import Labels, known
from effektmatt.data.small_groups import hidden_groups
from effektmatt.data.values import folded

Rows = NDArray[np.bool_]
Group = TypeVar("Group", bound=Hashable)
Held = TypeVar("Held")

#: What is found for a group: the estimate that is judged, and before and after where the measure has both.
Found = tuple[Estimate, Change | None]


def members_of(labels: Labels) -> dict[str, Rows]:
    """Return who belongs to each group, the groups in alphabetical order."""
    import pandas as pd

    codes, names = pd.factorize(labels)
    places = {str(name): place for place, name in enumerate(names)}
    return {group: codes == places[group] for group in sorted(places)}


def about_group(about: About, by: str, group: str) -> About:
    """Return what is known of the people of one group, however its name is spelled.

    >>> about = About(population=30, population_by_group={("kommun", "Orust"): 12})
    >>> about_group(about, "kommun", "ORUST").population, about_group(about, "kommun", "Tranemo").population
    (12, None)
    """
    people = (
        people
        for (column, name), people in about.population_by_group.items()
        if column == by and folded(name) == folded(group)
    )
    return replace(about, population=next(people, None))


def groups_of(labels: Mapping[str, Labels], about: About) -> dict[str, dict[str, tuple[Rows, About]]]:
    """Return who belongs to each group of each grouping column, and what is known of them."""
    return {
        by: {group: (rows, about_group(about, by, group)) for group, rows in members_of(own).items()}
        for by, own in labels.items()
    }


def shown_groups(
    groups: Mapping[Group, Held], sizes: Callable[[Held], Iterable[int]], smallest: int, *, by_itself: bool = True
) -> dict[Group, Held | None]:
    """Return what each group holds, None where its figures must be hidden.

    Parameters
    ----------
    groups
        The groups of one partition, and what is known of each.
    sizes
        How many people are behind a group's figures: one number, or one for each wave. A group is hidden everywhere
        where any of them is too small.
    smallest
        Smallest number of people behind a figure that may be shown.
    by_itself
        Whether nothing else sees to it that the total less the shown groups tells of no few.

    >>> shown_groups({"Orust": 4, "Tranemo": 30, "Borås": 12}, lambda n: [n], smallest=5)
    {'Orust': None, 'Tranemo': 30, 'Borås': None}
    """
    people = {group: tuple(sizes(held)) for group, held in groups.items()}
    waves = zip(*people.values(), strict=True)
    hidden = {
        group for wave in waves for group in hidden_groups(dict(zip(people, wave, strict=True)), smallest, by_itself)
    }
    return {group: None if group in hidden else held for group, held in groups.items()}


def group_outcomes(
    by: str, shown: Mapping[str, Held | None], found: Callable[[str, Held], Found]
) -> tuple[GroupOutcome, ...]:
    """Return the outcome of every group; of those that are hidden nothing is computed.

    Parameters
    ----------
    by
        The grouping column.
    shown
        What each group holds, None where it is hidden: see `shown_groups`.
    found
        From a group and what it holds to its estimate, and its change.
    """
    return tuple(_outcome(by, group, None if held is None else found(group, held)) for group, held in shown.items())


def outcomes_by_group(
    columns: Mapping[str, Mapping[str, Held]],
    sizes: Callable[[Held], Iterable[int]],
    smallest: int,
    found: Callable[[str, Held], Found],
    *,
    by_itself: bool = True,
) -> tuple[GroupOutcome, ...]:
    """Return the outcome of every group of every grouping column, parameters as for `shown_groups`."""
    outcomes: list[GroupOutcome] = []
    for by, groups in columns.items():
        shown = shown_groups(groups, sizes, smallest, by_itself=by_itself)
        outcomes += group_outcomes(by, shown, found)
    return tuple(outcomes)


def changed_outcomes(groups: Iterable[GroupChange[Held]], found: Callable[[Held], Found]) -> tuple[GroupOutcome, ...]:
    """Return the outcome of every group whose change an evidence room has found, or hidden."""
    return tuple(_outcome(one.by, one.group, None if one.change is None else found(one.change)) for one in groups)


def without_groups(
    groups: Iterable[GroupOutcome], hidden: Collection[tuple[str | None, str | None]]
) -> tuple[GroupOutcome, ...]:
    """Return groups of which some, by column and name (`values.folded`), are hidden."""
    return tuple(_outcome(one.by, one.group, None) if (one.by, folded(one.group)) in hidden else one for one in groups)


def _outcome(by: str, group: str, found: Found | None) -> GroupOutcome:
    """Return the outcome of a group; without anything found it is hidden."""
    if found is None:
        return GroupOutcome(by=by, group=group, estimate=None, hidden=True)
    return GroupOutcome(by=by, group=group, estimate=found[0], change=found[1])


def unknown_groups(groups: Mapping[str, Labels]) -> tuple[Note, ...]:
    """Say for how many rows a group is not known, column by column."""
    unknown = {by: int((~known(labels)).sum()) for by, labels in groups.items()}
    return tuple(Note(code="group-unknown", values={"by": by, "n": n}) for by, n in unknown.items() if n)
