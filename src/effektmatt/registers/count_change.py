"""How many more in a register after than before: who stayed, who left, who is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from effektmatt.core import Detail, Hide, Outcome
from effektmatt.registers.conditions import Where, condition_notes, matched
from effektmatt.registers.count import count_change, group_outcomes, uncounted_notes
from effektmatt.registers.people import among_notes, labelled


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
    *,
    among: Where | None = None,
    by: Sequence[str] = (),
    hide: Hide | None = None,
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
    >>> found = count_change_outcome(partners, {"innan": "ja"}, {"efter": "ja"})
    >>> found.estimate.value, found.detail.kept, found.detail.new
    (2.0, 1, 2)
    """
    told = [note for condition in (before, after, among) for note in condition_notes(frame, condition, file)]
    then, now, base = (matched(frame, condition) for condition in (before, after, among))
    kept = int((then.hits & now.hits & base.hits).sum())
    had, has, people = (int((rows & base.hits).sum()) for rows in (then.hits, now.hits, base.hits))
    change = count_change("count", had, has, people)
    groups = (
        replace(group, estimate=group.change.difference if group.change else None)
        for column, labels in labelled(frame, by, file=file).items()
        for group in group_outcomes(column, labels, now=now, then=then, base=base.hits, hide=hide or Hide())
    )
    notes = (
        *told,
        *uncounted_notes(then, base.hits, before),
        *uncounted_notes(now, base.hits, after),
        *among_notes(base.unknown, among),
    )
    return Outcome(
        estimate=change.difference,
        change=change,
        groups=tuple(groups),
        detail=CountChange(kept=kept, left=had - kept, new=has - kept, people=people),
        notes=notes,
    )
