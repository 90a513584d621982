"""How many in a register: in all, in every unit, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from effektmatt.core import About, Change, Detail, Estimate, GroupOutcome, Linkage, Note, Outcome, Range, Role, Unit
from effektmatt.data.by_group import members_of, outcomes_by_group
from effektmatt.data.columns import Labels
from effektmatt.registers.conditions import Booleans, Matched, Where, condition_notes, matched
from effektmatt.registers.people import among_notes, labelled, members, rows_of
from effektmatt.stats.estimates import counted_estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """One unit: how many meet the condition, how many did before, of how many in the register.

    `before` is None where no condition for before was given; `unknown` counts empty cells that hide the answer.
    """

    group: str
    count: int
    before: int | None
    people: int
    unknown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCount(Detail):
    """The counts behind a count: in all, and per unit of `in_every` (those with none included)."""

    count: int
    before: int | None
    people: int
    in_every: str | None = None
    groups: tuple[GroupCount, ...] = ()


def count_outcome(
    frame: Any,
    where: Where,
    about: About,
    *,
    before: Where | None = None,
    among: Where | None = None,
    in_every: str | None = None,
    by: Sequence[str] = (),
    file: str | None = None,
) -> Outcome:
    """Return how many rows of a register meet a condition, or the smallest number in any unit.

    Parameters
    ----------
    frame
        Any dataframe that narwhals takes, one row per person or thing.
    where, before
        The condition now, and the condition that says who counted before.
    about
        Groups with fewer people in the register than `hide.means` are hidden.
    among
        Only rows that meet this are counted (None: every row).
    in_every
        Column of units: the estimate is then the count of the unit with the fewest ("smallest-count"), and the detail
        lists every unit that the register holds. A unit with nobody in the register cannot be seen (a note says so).
    by
        Columns to give the count for, per group; not together with `in_every`, which says it per unit.

    Raises
    ------
    InputFaults
        For a column that is missing, or a condition that names a value which never occurs.

    Examples
    --------
    >>> import pandas as pd
    >>> register = pd.DataFrame({"avdelning": ["Bygg", "Bygg", "Skola"], "ambassador": ["ja", "ja", "nej"]})
    >>> found = count_outcome(register, {"ambassador": "ja"}, About(), in_every="avdelning")
    >>> found.estimate.value, [(unit.group, unit.count) for unit in found.detail.groups]
    (0.0, [('Bygg', 2), ('Skola', 0)])
    """
    told = [note for condition in (where, among, before) for note in condition_notes(frame, condition, file)]
    now, base = matched(frame, where), matched(frame, among)
    then = matched(frame, before) if before is not None else None
    everybody = counted("", now, then, base.hits)
    notes = [*told, *uncounted_notes(now, base.hits, where), *among_notes(base.unknown, among)]
    if then is not None and before is not None:
        notes += uncounted_notes(then, base.hits, before)
    if in_every is not None:
        labels = labelled(frame, [in_every], file=file)[in_every]
        units = tuple(counted(unit, now, then, base.hits & members) for unit, members in members_of(labels).items())
        return _smallest(units, everybody, in_every, (*notes, *_unit_notes(labels, base.hits, in_every, len(units))))
    groups = counts_by_group(members(frame, by, base.hits, file=file), now=now, then=then, about=about)
    detail = RegisterCount(count=everybody.count, before=everybody.before, people=everybody.people)
    return Outcome(
        estimate=_estimate("count", everybody.count, everybody.people, everybody.unknown),
        change=_change_of(everybody),
        groups=groups,
        detail=detail,
        notes=tuple(notes),
    )


def counted(group: str, now: Matched, then: Matched | None, base: Booleans) -> GroupCount:
    """Count those of `base` who meet the condition now, and then."""
    return GroupCount(
        group=group,
        count=int((now.hits & base).sum()),
        before=int((then.hits & base).sum()) if then is not None else None,
        people=int(base.sum()),
        unknown=int((now.unknown & base).sum()),
    )


def count_change(measure: str, before: int, after: int, people: int) -> Change:
    """Return the counts before and after, and their difference ("count-difference")."""
    return Change(
        before=_estimate(measure, before, people),
        after=_estimate(measure, after, people),
        difference=_estimate("count-difference", after - before, people, role=Role.DIFFERENCE),
        linkage=Linkage.PAIRED,
    )


def counts_by_group(
    columns: Mapping[str, Mapping[str, Booleans]], *, now: Matched, then: Matched | None, about: About
) -> tuple[GroupOutcome, ...]:
    """Return the count of every group, those with too few people in the register hidden."""

    def found(group: str, inside: Booleans) -> tuple[Estimate, Change | None]:
        one = counted(group, now, then, inside)
        return _estimate("count", one.count, one.people, one.unknown), _change_of(one)

    return outcomes_by_group(columns, rows_of, about.hide.means, found)


def _change_of(one: GroupCount) -> Change | None:
    return None if one.before is None else count_change("count", one.before, one.count, one.people)


def uncounted_notes(condition: Matched, base: Booleans, where: Where) -> tuple[Note, ...]:
    """Say how many an empty cell kept from being counted."""
    n = int((condition.unknown & base).sum())
    return (Note(code="unknown-not-counted", values={"n": n, "columns": ", ".join(where)}),) if n else ()


def _estimate(measure: str, value: int, people: int, unknown: int = 0, role: Role = Role.LEVEL) -> Estimate:
    possible = Range(low=value, high=value + unknown) if unknown else None
    return counted_estimate(measure, Unit.COUNT, float(value), people, population=people, possible=possible, role=role)


def _smallest(units: tuple[GroupCount, ...], everybody: GroupCount, in_every: str, notes: tuple[Note, ...]) -> Outcome:
    """Return the outcome for the unit with the fewest."""
    detail = RegisterCount(
        count=everybody.count, before=everybody.before, people=everybody.people, in_every=in_every, groups=units
    )
    if not units:
        estimate = counted_estimate(
            "smallest-count",
            Unit.COUNT,
            None,
            everybody.people,
            population=everybody.people,
            notes=(Note(code="no-groups", values={"by": in_every}),),
        )
        return Outcome(estimate=estimate, detail=detail, notes=notes)
    fewest = min(unit.count for unit in units)
    at_most = min(unit.count + unit.unknown for unit in units)
    before = min((unit.before for unit in units if unit.before is not None), default=None)
    return Outcome(
        estimate=_estimate("smallest-count", fewest, everybody.people, at_most - fewest),
        change=None if before is None else count_change("smallest-count", before, fewest, everybody.people),
        detail=detail,
        notes=notes,
    )


def _unit_notes(labels: Labels, base: Booleans, in_every: str, units: int) -> tuple[Note, ...]:
    """Say that units are those of the register, and how many people belong to none."""
    without = sum(label is None for label in labels[base])
    seen = Note(code="units-from-register", values={"by": in_every, "units": units})
    return (seen, *([Note(code="group-unknown", values={"by": in_every, "n": without})] if without else []))
