"""A share of everybody in a register: counted, not estimated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from effektmatt.core import Detail, Estimate, Evidence, GroupOutcome, Hide, Note, Outcome, Range, Unit
from effektmatt.data.by_group import members_of
from effektmatt.data.disclosure import hidden_groups
from effektmatt.registers.conditions import Booleans, Where, condition_notes, matched
from effektmatt.registers.people import among_notes, labelled
from effektmatt.stats.choices import SHARE
from effektmatt.stats.share import possible_range


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCounts:
    """Of `n` rows `hits` meet the condition and for `unknown` an empty cell hides it; `by` and `group` None: all.

    The counts are None where the group is too small to show.
    """

    by: str | None = None
    group: str | None = None
    hits: int | None
    unknown: int | None
    n: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterShare(Detail):
    """The counts behind a share, for everybody first and then per group."""

    counts: tuple[ShareCounts, ...]


def share_outcome(
    frame: Any,
    where: Where,
    *,
    among: Where | None = None,
    by: Sequence[str] = (),
    hide: Hide | None = None,
    known_total: int | None = None,
    level: float = 0.95,
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
    by
        Columns to give the same share for, per group.
    hide
        Groups with fewer people than `hide.means` are hidden.
    known_total
        How many there are, where the register is known not to hold them all: the rows are then n of a finite
        population (hypergeometric interval at `level`), not a census.
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
    >>> estimate = share_outcome(register, {"validering": "ja"}).estimate
    >>> estimate.hits, estimate.n, round(estimate.value, 4), round(estimate.possible.high, 4)
    (211, 240, 0.8792, 0.8958)
    """
    told = (*condition_notes(frame, where, file), *condition_notes(frame, among, file))
    condition, base = matched(frame, where), matched(frame, among)
    counts = [_counted(condition.hits, condition.unknown, base.hits)]
    groups: list[GroupOutcome] = []
    for column, labels in labelled(frame, by, file=file).items():
        found = {
            group: _counted(condition.hits, condition.unknown, base.hits & members, column, group)
            for group, members in members_of(labels).items()
        }
        hidden = hidden_groups({group: one.n or 0 for group, one in found.items()}, (hide or Hide()).means)
        for group, one in found.items():
            is_hidden = group in hidden
            estimate = None if is_hidden else _estimate(one, None, level)
            groups.append(GroupOutcome(by=column, group=group, estimate=estimate, hidden=is_hidden))
            empty = ShareCounts(by=column, group=group, hits=None, unknown=None, n=None)
            counts.append(empty if is_hidden else one)
    estimate = _estimate(counts[0], known_total, level)
    notes = (*told, *among_notes(base.unknown, among), *_unknown_note(counts[0], where))
    return Outcome(estimate=estimate, groups=tuple(groups), detail=RegisterShare(counts=tuple(counts)), notes=notes)


def _counted(
    hits: Booleans, unknown: Booleans, base: Booleans, by: str | None = None, group: str | None = None
) -> ShareCounts:
    return ShareCounts(
        by=by, group=group, hits=int((hits & base).sum()), unknown=int((unknown & base).sum()), n=int(base.sum())
    )


def _unknown_note(counts: ShareCounts, where: Where) -> tuple[Note, ...]:
    if not counts.unknown:
        return ()
    return (Note(code="unknown-counted-as-no", values={"n": counts.unknown, "columns": ", ".join(where)}),)


def _estimate(counts: ShareCounts, known_total: int | None, level: float) -> Estimate:
    hits, unknown, n = counts.hits or 0, counts.unknown or 0, counts.n or 0
    if n == 0:
        return Estimate(
            measure="share",
            value=None,
            unit=Unit.SHARE,
            n=0,
            evidence=Evidence.CENSUS,
            method="census",
            notes=(Note(code="no-rows"),),
        )
    if known_total is not None and known_total > n:
        return _finite(hits, unknown, n, known_total, level)
    too_many = known_total is not None and known_total < n
    smaller = Note(code="population-smaller-than-rows", values={"population": known_total or 0, "n": n})
    return Estimate(
        measure="share",
        value=hits / n,
        unit=Unit.SHARE,
        n=n,
        population=n,
        hits=hits,
        evidence=Evidence.CENSUS,
        method="census",
        possible=Range(low=hits / n, high=(hits + unknown) / n) if unknown else None,
        curve=SHARE.curve(Evidence.CENSUS)(hits / n),
        notes=(smaller,) if too_many else (),
    )


def _finite(hits: int, unknown: int, n: int, population: int, level: float) -> Estimate:
    bounds = possible_range(hits, n, population)
    interval = SHARE.kernel(Evidence.FINITE)(hits, n, population, level)
    return Estimate(
        measure="share",
        value=hits / n,
        unit=Unit.SHARE,
        n=n,
        population=population,
        hits=hits,
        evidence=Evidence.FINITE,
        method=interval.method,
        interval=interval,
        possible=Range(low=bounds.low, high=bounds.high + unknown / population),
        curve=SHARE.curve(Evidence.FINITE)(hits, n, population),
        assumptions=(Note(code="missing-resemble-answered", values={"missing": population - n}),),
    )
