"""How many there are in a register, and in each group: the denominators of an evaluation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from effektmatt.core import Note
from effektmatt.data.by_group import members_of
from effektmatt.data.columns import Labels, group_labels, in_memory, missing_column
from effektmatt.errors import InputFaults
from effektmatt.registers.conditions import Booleans, Where, condition_notes, matched


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many rows of a register meet a condition: `n` in all, and per column and group.

    `unknown` counts the rows where an empty cell hides whether they do; they are not among the `n`. `most` holds per
    column and group how many there are with them.
    """

    n: int
    unknown: int = 0
    groups: Mapping[tuple[str, str], int] = field(default_factory=dict)
    most: Mapping[tuple[str, str], int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def count_people(frame: Any, *, among: Where | None = None, by: Sequence[str] = (), file: str | None = None) -> People:
    """Count a register's rows, in all and per group.

    Raises
    ------
    InputFaults
        For a column that is missing, or a condition that names a value which never occurs.

    >>> import pandas as pd
    >>> register = pd.DataFrame({"kommun": ["Orust", "Tranemo", "Orust"], "genomgatt": ["ja", "ja", "nej"]})
    >>> count_people(register, among={"genomgatt": "ja"}, by=["kommun"]).groups
    {('kommun', 'Orust'): 1, ('kommun', 'Tranemo'): 1}
    """
    notes = condition_notes(frame, among, file)
    found = matched(frame, among)
    of_groups = {
        (column, group): members
        for column, labels in labelled(frame, by, file=file).items()
        for group, members in members_of(labels).items()
    }
    unknown = int(found.unknown.sum())
    return People(
        n=int(found.hits.sum()),
        unknown=unknown,
        groups={group: int(found.hits[members].sum()) for group, members in of_groups.items()},
        most={group: int((found.hits | found.unknown)[members].sum()) for group, members in of_groups.items()},
        notes=(*notes, *among_notes(found.unknown, among)),
    )


def among_notes(unknown: Booleans, among: Where | None) -> tuple[Note, ...]:
    """Say of how many rows an empty cell hides whether they belong."""
    n = int(unknown.sum())
    values: dict[str, str | int | float] = {"n": n, "columns": ", ".join(among or ())}
    return (Note(code="among-unknown", values=values),) if n else ()


def labelled(frame: Any, by: Sequence[str], *, file: str | None = None) -> dict[str, Labels]:
    """Return each row's group for every grouping column.

    Raises
    ------
    InputFaults
        "column-missing" for each that is not there.
    """
    cells = in_memory(frame, by)
    faults = [missing_column(column, cells.columns, file) for column in by if column not in cells.columns]
    if faults:
        raise InputFaults(faults)
    return {column: group_labels(cells[column]) for column in by}


def members(
    frame: Any, by: Sequence[str], base: Booleans, *, file: str | None = None
) -> dict[str, dict[str, Booleans]]:
    """Return for every grouping column which of the rows that are counted belong to each group."""
    return {
        column: {group: base & inside for group, inside in members_of(labels).items()}
        for column, labels in labelled(frame, by, file=file).items()
    }


def rows_of(members: Booleans) -> tuple[int]:
    """Return how many rows belong to a group."""
    return (int(members.sum()),)
