"""A share of everybody in a register: counted, not estimated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from effektmatt.core import About, Estimate, Note, Outcome, Unit
from effektmatt.data.by_group import outcomes_by_group
from effektmatt.registers.conditions import Booleans, Where, condition_notes, matched
from effektmatt.registers.drawn import Bounds, Drawn, drawn_share
from effektmatt.registers.known import Known, known_of, unknown_notes
from effektmatt.registers.people import among_notes, members, rows_of
from effektmatt.stats.estimates import counted_estimate, partly_known_estimate


def share_outcome(
    frame: Any,
    where: Where,
    about: About,
    *,
    among: Where | None = None,
    by: Sequence[str] = (),
    drawn: Drawn | None = None,
    file: str | None = None,
) -> Outcome:
    """Return the share of a register's rows that meet a condition.

    Estimand: hits / N among all N rows. A cell that is empty, or whose value is neither the wanted one nor its
    opposite, tells nothing: the estimate is then the share of those for whom it is known, without an interval,
    `possible` says between which values the share of all lies, and a note how many are not known. So does a cell that
    hides whether a row belongs to the denominator.

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
    drawn
        That the rows are a sample drawn by lot; None: they are everybody.
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
    >>> estimate.hits, estimate.n, round(estimate.possible.low, 4), round(estimate.possible.high, 4)
    (211, 236, 0.8792, 0.8958)
    """
    told = (*condition_notes(frame, where, file), *condition_notes(frame, among, file))
    condition, base = matched(frame, where), matched(frame, among)

    def share(inside: Booleans | None = None) -> Estimate:
        if drawn is None:
            return share_of_known(known_of(condition, base, inside))
        return drawn_share(Bounds.of(condition, base, drawn, inside), drawn, about)

    groups = outcomes_by_group(
        members(frame, by, base.hits | base.unknown, file=file),
        lambda inside: rows_of(inside & base.hits),
        about.hide.means,
        lambda _, inside: (share(inside), None),
        by_itself=about.hide.by_itself,
    )
    notes = (*told, *among_notes(base.unknown, among), *unknown_notes(condition, base, where))
    return Outcome(estimate=share(), groups=groups, notes=notes)


def share_of_known(known: Known) -> Estimate:
    """Return a share: counted, or with the range that stays possible where something is not known."""
    possible = known.share
    if possible is None:
        return counted_estimate("share", Unit.SHARE, None, 0, notes=(Note(code="no-rows"),))
    if not known.unsettled:
        return counted_estimate("share", Unit.SHARE, known.hits / known.n, known.n, population=known.n, hits=known.hits)
    return partly_known_estimate(
        "share",
        Unit.SHARE,
        known.hits / known.n if known.n else None,
        known.n,
        # with rows that may belong or not, nobody knows of how many it is a share
        population=known.people if known.people == known.n + known.unsettled else None,
        hits=known.hits,
        possible=possible,
        unsettled=known.unsettled,
    )
