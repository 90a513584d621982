"""How many more in a register after than before: who stayed, who left, who is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from effektmatt.core import About, Detail, Outcome
from effektmatt.registers.conditions import Where, condition_notes, matched
from effektmatt.registers.count import change_of, counts_by_group
from effektmatt.registers.known import known_of, unknown_notes
from effektmatt.registers.people import among_notes, members


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChange(Detail):
    """Of `people` in the register `kept` counted both times, `left` only before and `new` only after."""

    kept: int
    left: int
    new: int
    people: int


def count_change_outcome(
    frame: Any,
    before: Where,
    after: Where,
    about: About,
    *,
    among: Where | None = None,
    by: Sequence[str] = (),
    file: str | None = None,
) -> Outcome:
    """Return how many more rows of a register meet a condition after than met one before.

    The estimate ("count-difference") is after minus before; `change` holds the two counts. Parameters as for
    `effektmatt.registers.count.count_outcome`.

    Raises
    ------
    InputFaults
        For a column that is missing, or a condition that names a value which never occurs.

    Examples
    --------
    >>> import pandas as pd
    >>> partners = pd.DataFrame({"innan": ["ja", "nej", "nej"], "efter": ["ja", "ja", "ja"]})
    >>> found = count_change_outcome(partners, {"innan": "ja"}, {"efter": "ja"}, About())
    >>> found.estimate.value, found.detail.kept, found.detail.new
    (2.0, 1, 2)
    """
    told = [note for condition in (before, after, among) for note in condition_notes(frame, condition, file)]
    then, now, base = (matched(frame, condition) for condition in (before, after, among))
    kept = int((then.hits & now.hits & base.hits).sum())
    had, has = known_of(then, base), known_of(now, base)
    change = change_of("count", then, now, base)
    concerned = members(frame, by, base.hits | base.unknown, file=file)
    groups = counts_by_group(concerned, now=now, then=then, among=base, about=about)
    notes = (
        *told,
        *unknown_notes(then, base, before),
        *unknown_notes(now, base, after),
        *among_notes(base.unknown, among),
    )
    return Outcome(
        estimate=change.difference,
        change=change,
        groups=tuple(replace(one, estimate=one.change.difference if one.change else None) for one in groups),
        detail=CountChange(kept=kept, left=had.hits - kept, new=has.hits - kept, people=has.people),
        notes=notes,
    )
