"""How much one group's share of a register differs from another's: counted, where every cell is known."""

from __future__ import annotations

from typing import Any

import numpy as np

from effektmatt.core import About, Note, Outcome
from effektmatt.data.two_groups import known_shares_of_two
from effektmatt.registers.conditions import Matched, Where, condition_notes, matched
from effektmatt.registers.known import known_of, unknown_notes
from effektmatt.registers.people import among_notes
from effektmatt.registers.share import share_of_known


def group_difference_outcome(
    frame: Any,
    where: Where,
    about: About,
    *,
    by: str,
    groups: tuple[str, str],
    among: Where | None = None,
    file: str | None = None,
) -> Outcome:
    """Return the share of one group that meets a condition, less that of another, in points.

    Estimand: the difference among all rows of both groups. As with a share (`share_outcome`), nothing is assumed where
    a cell hides whether a row meets the condition, is concerned, or belongs to which group: `possible` says between
    which values the difference lies.

    Parameters
    ----------
    frame, where, about, among, file
        As for `share_outcome`.
    by, groups
        The column, and its two values.

    Examples
    --------
    >>> import pandas as pd
    >>> register = pd.DataFrame({"kon": ["K"] * 10 + ["M"] * 10, "klar": ["ja"] * 8 + ["nej"] * 11 + [None]})
    >>> found = group_difference_outcome(register, {"klar": "ja"}, About(), by="kon", groups=("K", "M")).estimate
    >>> [round(one, 2) for one in (found.value, found.possible.low, found.possible.high)]
    [0.8, 0.7, 0.8]
    """
    condition, base = matched(frame, where), matched(frame, among)
    inside = [_both(base, matched(frame, {by: (group,)})) for group in groups]
    concerned = np.any([one.hits | one.unknown for one in inside], axis=0)
    unsettled = concerned & (condition.unknown | np.any([one.unknown for one in inside], axis=0))
    shares = [share_of_known(known_of(condition, one)) for one in inside]
    found = known_shares_of_two(by, groups, shares, about, unsettled=int(unsettled.sum()))
    ungrouped = int((inside[0].unknown & inside[1].unknown & ~base.unknown).sum())
    notes = (
        *condition_notes(frame, where, file),
        *condition_notes(frame, among, file),
        *among_notes(base.unknown, among),
        *unknown_notes(condition, Matched(hits=concerned, unknown=np.zeros_like(concerned)), where),
        *([Note(code="group-unknown", values={"by": by, "n": ungrouped})] if ungrouped else []),
    )
    return Outcome(estimate=found.estimate, detail=found.detail, notes=notes)


def _both(base: Matched, own: Matched) -> Matched:
    """Return who is concerned and in a group, and of whom it is not known but may be."""
    hits = base.hits & own.hits
    return Matched(hits=hits, unknown=(base.hits | base.unknown) & (own.hits | own.unknown) & ~hits)
