"""A share of everybody in a register: counted, not estimated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from effektmatt.core import About, Estimate, Note, Outcome, Range, Unit
from effektmatt.data.by_group import outcomes_by_group
from effektmatt.registers.conditions import Booleans, Matched, Where, condition_notes, matched
from effektmatt.registers.people import among_notes, members, rows_of
from effektmatt.stats.estimates import counted_estimate


def share_outcome(
    frame: Any,
    where: Where,
    about: About,
    *,
    among: Where | None = None,
    by: Sequence[str] = (),
    file: str | None = None,
) -> Outcome:
    """Return the share of a register's rows that meet a condition.

    Estimand: hits / N among all N rows. An empty cell counts as not meeting it (who has no certificate on record is
    not validated), `possible` says what the share would be if all of those did, and a note how many they are.

    Parameters
    ----------
    frame
        Any dataframe that narwhals takes, one row per person or thing.
    where, among
        The condition, and the condition on who is in the denominator (None: every row).
    about
        Groups with fewer people than `hide.means` are hidden.
    by
        Columns to give the same share for, per group.
    file
        The file's name, for the faults.

    Raises
    ------
    InputFaults
        For a column that is missing, or a condition that names a value which never occurs.

    Examples
    --------
    >>> import pandas as pd
    >>> register = pd.DataFrame({"validering": ["ja"] * 211 + ["nej"] * 25 + [None] * 4})
    >>> estimate = share_outcome(register, {"validering": "ja"}, About()).estimate
    >>> estimate.hits, estimate.n, round(estimate.value, 4), round(estimate.possible.high, 4)
    (211, 240, 0.8792, 0.8958)
    """
    told = (*condition_notes(frame, where, file), *condition_notes(frame, among, file))
    condition, base = matched(frame, where), matched(frame, among)
    groups = outcomes_by_group(
        members(frame, by, base.hits, file=file),
        rows_of,
        about.hide.means,
        lambda _, inside: (_share(condition, inside), None),
    )
    notes = (*told, *among_notes(base.unknown, among), *_unknown(condition, base.hits, where))
    return Outcome(estimate=_share(condition, base.hits), groups=groups, notes=notes)


def _share(condition: Matched, base: Booleans) -> Estimate:
    n, hits, unknown = (int(rows.sum()) for rows in (base, condition.hits & base, condition.unknown & base))
    if n == 0:
        return counted_estimate("share", Unit.SHARE, None, 0, notes=(Note(code="no-rows"),))
    possible = Range(low=hits / n, high=(hits + unknown) / n) if unknown else None
    return counted_estimate("share", Unit.SHARE, hits / n, n, population=n, hits=hits, possible=possible)


def _unknown(condition: Matched, base: Booleans, where: Where) -> tuple[Note, ...]:
    n = int((condition.unknown & base).sum())
    return (Note(code="unknown-counted-as-no", values={"n": n, "columns": ", ".join(where)}),) if n else ()
