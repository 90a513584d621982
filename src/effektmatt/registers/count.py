"""How many in a register: in all, in every unit, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from effektmatt.core import (
    FROM_DATA,
    About,
    Change,
    Detail,
    Estimate,
    GroupOutcome,
    Linkage,
    Note,
    Outcome,
    Range,
    Role,
    Unit,
)
from effektmatt.data.by_group import members_of, outcomes_by_group
from effektmatt.data.columns import Labels, known
from effektmatt.registers.conditions import Booleans, Matched, Where, condition_notes, matched
from effektmatt.registers.known import Known, known_of, unknown_notes
from effektmatt.registers.people import among_notes, labelled, members, rows_of
from effektmatt.stats.estimates import counted_estimate, partly_known_estimate

#: The count of the unit that has the fewest.
SMALLEST = "smallest-count"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """One unit: how many meet the condition, how many did before, of how many in the register.

    `before` is None where no condition for before was given; `unknown` is how many more there may
    be, where cells hide the answer.
    """

    group: str = field(metadata=FROM_DATA)
    count: int
    before: int | None
    people: int
    unknown: int = 0

    def reaches(self, least: float) -> str:
        """Say whether there are at least so many: "yes", "no", or "unknown" where unknown cells decide."""
        if self.count >= least:
            return "yes"
        return "unknown" if self.count + self.unknown >= least else "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCount(Detail):
    """The counts behind a count: in all, and per unit of `in_every` (those with none included).

    `hidden_groups` are the units whose counts are not shown.
    """

    count: int
    before: int | None
    people: int
    in_every: str | None = None
    groups: tuple[GroupCount, ...] = ()
    hidden_groups: tuple[str, ...] = field(default=(), metadata=FROM_DATA)


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
    everybody = counted("", now, then, base)
    notes = [*told, *unknown_notes(now, base, where), *among_notes(base.unknown, among)]
    if then is not None and before is not None:
        notes += unknown_notes(then, base, before)
    if in_every is not None:
        return _smallest(frame, in_every, now, then, base, everybody, tuple(notes), file)
    concerned = members(frame, by, base.hits | base.unknown, file=file)
    detail = RegisterCount(count=everybody.count, before=everybody.before, people=everybody.people)
    return Outcome(
        estimate=count_estimate("count", known_of(now, base)),
        change=None if then is None else change_of("count", then, now, base),
        groups=counts_by_group(concerned, now=now, then=then, among=base, about=about),
        detail=detail,
        notes=tuple(notes),
    )


def counted(group: str, now: Matched, then: Matched | None, among: Matched, rows: Booleans | None = None) -> GroupCount:
    """Count who meets the condition now, and then, of some rows (None: of all)."""
    found = known_of(now, among, rows)
    return GroupCount(
        group=group,
        count=found.hits,
        before=known_of(then, among, rows).hits if then is not None else None,
        people=found.people,
        unknown=found.unsettled,
    )


def count_change(measure: str, before: Known, after: Known, moves: Range) -> Change:
    """Return the counts before and after, and their difference ("count-difference"), which lies within `moves`."""
    unsettled = max(before.unsettled, after.unsettled)
    return Change(
        before=count_estimate(measure, before),
        after=count_estimate(measure, after),
        difference=_number(
            "count-difference", after.hits - before.hits, after.people, moves, unsettled, role=Role.DIFFERENCE
        ),
        linkage=Linkage.PAIRED,
    )


def possible_moves(then: Matched, now: Matched, among: Matched, rows: Booleans | None = None) -> Range:
    """Return between which numbers after less before lies, whatever the unknown cells should have said."""
    inside = np.ones(now.hits.size, dtype=bool) if rows is None else rows
    fewest = now.hits.astype(int) - (then.hits | then.unknown)
    most = (now.hits | now.unknown).astype(int) - then.hits
    sure, perhaps = among.hits & inside, int((among.unknown & inside).sum())  # what these have done is not told
    return Range(low=float(fewest[sure].sum() - perhaps), high=float(most[sure].sum() + perhaps))


def change_of(measure: str, then: Matched, now: Matched, among: Matched, rows: Booleans | None = None) -> Change:
    """Return how many more of some rows meet a condition now than met one before."""
    before, after = known_of(then, among, rows), known_of(now, among, rows)
    return count_change(measure, before, after, possible_moves(then, now, among, rows))


def counts_by_group(
    columns: Mapping[str, Mapping[str, Booleans]],
    *,
    now: Matched,
    then: Matched | None,
    among: Matched,
    about: About,
) -> tuple[GroupOutcome, ...]:
    """Return the count of every group, those with too few people in the register hidden."""

    def found(_: str, inside: Booleans) -> tuple[Estimate, Change | None]:
        change = None if then is None else change_of("count", then, now, among, inside)
        return count_estimate("count", known_of(now, among, inside)), change

    return outcomes_by_group(
        columns, lambda inside: rows_of(inside & among.hits), about.hide.means, found, by_itself=about.hide.by_itself
    )


def count_estimate(measure: str, known: Known) -> Estimate:
    """Return how many meet a condition: counted, or with the range that unknown cells leave open."""
    return _number(measure, known.hits, known.people, known.count, known.unsettled)


def _number(
    measure: str, value: int, people: int, possible: Range, unsettled: int, role: Role = Role.LEVEL
) -> Estimate:
    if possible.low == possible.high:
        return counted_estimate(measure, Unit.COUNT, float(value), people, population=people, role=role)
    return partly_known_estimate(
        measure, Unit.COUNT, float(value), people, possible=possible, unsettled=unsettled, population=people, role=role
    )


def _smallest(
    frame: Any,
    in_every: str,
    now: Matched,
    then: Matched | None,
    base: Matched,
    everybody: GroupCount,
    notes: tuple[Note, ...],
    file: str | None,
) -> Outcome:
    """Return the outcome for the unit with the fewest."""
    labels = labelled(frame, [in_every], file=file)[in_every]
    units = tuple(counted(unit, now, then, base, rows) for unit, rows in members_of(labels).items())
    detail = RegisterCount(
        count=everybody.count, before=everybody.before, people=everybody.people, in_every=in_every, groups=units
    )
    said = (*notes, *_unit_notes(labels, base.hits, in_every, len(units)))
    if not units:
        why = (Note(code="no-groups", values={"by": in_every}),)
        nothing = counted_estimate(SMALLEST, Unit.COUNT, None, everybody.people, population=everybody.people, notes=why)
        return Outcome(estimate=nothing, detail=detail, notes=said)
    nowhere = ~known(labels)
    after, fewest = _fewest_possible(units, known_of(now, base, nowhere)), min(unit.count for unit in units)
    unsettled = sum(unit.unknown for unit in units) + int((nowhere & (base.hits | base.unknown)).sum())
    estimate = _number(SMALLEST, fewest, everybody.people, after, unsettled)
    return Outcome(estimate=estimate, change=_smallest_change(units, estimate), detail=detail, notes=said)


def _fewest_possible(units: tuple[GroupCount, ...], nowhere: Known) -> Range:
    """Return the possible numbers of the unit with the fewest, `nowhere` being those whose unit is not known."""
    most, spare = [unit.count + unit.unknown for unit in units], int(nowhere.count.high)
    highest = min(most)
    while sum(max(0, highest + 1 - one) for one in most) <= spare:
        highest += 1
    return Range(low=min(unit.count for unit in units), high=highest)


def _smallest_change(units: tuple[GroupCount, ...], after: Estimate) -> Change | None:
    """Return the fewest in any unit before and after; each may be in a unit of its own."""
    before = min((unit.before for unit in units if unit.before is not None), default=None)
    if before is None or after.value is None:
        return None
    people = after.n
    return Change(
        before=counted_estimate(SMALLEST, Unit.COUNT, float(before), people, population=people),
        after=after,
        difference=counted_estimate(
            "count-difference", Unit.COUNT, after.value - before, people, population=people, role=Role.DIFFERENCE
        ),
        linkage=Linkage.PAIRED,
    )


def _unit_notes(labels: Labels, base: Booleans, in_every: str, units: int) -> tuple[Note, ...]:
    """Say that units are those of the register, and how many people belong to none."""
    without = int((~known(labels[base])).sum())
    seen = Note(code="units-from-register", values={"by": in_every, "units": units})
    return (seen, *([Note(code="group-unknown", values={"by": in_every, "n": without})] if without else []))
