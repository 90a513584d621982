"""The share of cases closed within a limit, one for all or one for each, in one wave or two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.cases.phases import Booleans, Integers, PhasedCases
from effektmatt.core import Estimate, Evidence, Interval, Linkage, Note, Role, Unit
from effektmatt.data.values import folded
from effektmatt.stats.choices import (
    CLOSED_SHARE,
    CLOSED_SHARE_COMPETING,
    CLOSED_SHARE_OWN_LIMITS,
    SHARE,
    SHARE_DIFFERENCE,
)
from effektmatt.stats.competing import closed_in_time, own_limits
from effektmatt.stats.designs import Design
from effektmatt.stats.estimates import compared_shares_estimate, no_estimate, process_estimate
from effektmatt.stats.question import APPROXIMATE, Assumption, Layout
from effektmatt.stats.square_and_add import Limits, square_and_add
from effektmatt.stats.survival import kaplan_meier

Floats = NDArray[np.float64]
CLOSED, CLOSED_DIFFERENCE = "closed-within", "closed-within-difference"

#: How a case ended: it has not, it was closed, or it was withdrawn.
_OPEN, _CLOSED, _WITHDRAWN = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLimit:
    """How many days a case may take: `days`, or what stands in `column`, or what `of_type` says of that."""

    days: int | None = None
    column: str | None = None
    of_type: Mapping[str, int] | None = None

    def of(self, cases: PhasedCases) -> Floats:
        """Return the limit of each case; NaN where nothing says."""
        if self.days is not None or self.column is None:
            return np.full(cases.rows.size, float(self.days or 0))
        grouping = cases.groups[self.column]
        days = {folded(kind): float(limit) for kind, limit in (self.of_type or {}).items()}
        known = [days.get(folded(name), np.nan) if self.of_type else _number(name) for name in grouping.names]
        return np.array([*known, np.nan])[grouping.codes]  # -1, nothing stands there, is the last


def _number(text: str) -> float:
    try:
        days = float(text.replace(",", "."))
    except ValueError:
        return np.nan
    return days if days > 0 else np.nan


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Followed:
    """The cases of one wave, one entry each: how many days they were followed, how they ended, and their limits.

    `groups`: the number of the group of each; of a case of no known group one of its own, below nought.
    """

    wave: str
    days: Integers
    ended: Integers
    limits: Floats
    groups: Integers | None = None

    @property
    def n(self) -> int:
        """How many cases."""
        return int(self.days.size)

    @property
    def sample(self) -> tuple[Floats, Design]:
        """What each case adds to the share closed in time, and its group."""
        return closed_in_time(self.days / self.limits, self.ended, 1.0), Design(np.ones(self.n), clusters=self.groups)

    @property
    def closed(self) -> Booleans:
        """Which were closed."""
        return np.equal(self.ended, _CLOSED)

    @property
    def hits(self) -> int:
        """How many were closed within their limit."""
        return int((self.closed & (self.days <= self.limits)).sum())

    @property
    def known(self) -> bool:
        """Whether no case was last seen open before its limit, so that nothing has to be inferred of any."""
        return not bool(((self.ended == _OPEN) & (self.days < self.limits)).any())

    @property
    def long_enough(self) -> bool:
        """Whether the cases that were followed the longest, by their limits, were followed to them or have ended."""
        parts = self.days / self.limits
        return bool(parts.max() >= 1 or (self.ended[parts == parts.max()] != _OPEN).all())


def followed(
    cases: PhasedCases, wave: int, limits: Floats, among: Booleans | None = None, cluster: str | None = None
) -> Followed:
    """Return the cases of a wave that have a limit, all of them or those `among`; `cluster`: the column of groups."""
    taken = (cases.wave == wave) & ~np.isnan(limits)
    taken = taken if among is None else taken & among
    ended = np.where(cases.is_withdrawn, _WITHDRAWN, np.where(cases.is_closed, _CLOSED, _OPEN))
    days, how, allowed = (np.repeat(one[taken], cases.rows[taken]) for one in (cases.days, ended, limits))
    groups = None
    if cluster is not None:
        codes = np.repeat(cases.groups[cluster].codes[taken], cases.rows[taken])
        groups = np.where(codes >= 0, codes, -1 - (2 * np.arange(codes.size) + wave))
    return Followed(wave=cases.waves[wave], days=days, ended=how, limits=allowed, groups=groups)


def share_in_time(wave: Followed, level: float, naming: tuple[Note, ...]) -> Estimate:
    """Return the share of a wave's cases closed within their limits: exact where the fate of every case is known."""
    if not wave.n:
        reason = Note(code="too-few-cases", values={"wave": wave.wave, "n": 0, "needed": 1})
        return no_estimate(CLOSED, Unit.SHARE, reason)
    if wave.known:
        counts = (wave.hits, wave.n)
        return process_estimate(
            CLOSED,
            Unit.SHARE,
            wave.hits / wave.n,
            wave.n,
            interval=SHARE.kernel(Evidence.PROCESS)(*counts, level),
            curve=SHARE.curve(Evidence.PROCESS)(*counts),
            assumptions=(Note(code=str(Assumption.CASES_INDEPENDENT)),),
            notes=naming,
        )
    if not wave.long_enough:
        longest, seen = int(wave.limits.max()), int(wave.days.max())
        short = Note(code="follow-up-too-short", values={"wave": wave.wave, "days": longest, "follow_up": seen})
        return no_estimate(CLOSED, Unit.SHARE, short, n=wave.n)
    return _inferred(wave, level, naming)


def _inferred(wave: Followed, level: float, naming: tuple[Note, ...]) -> Estimate:
    if (wave.ended == _WITHDRAWN).any():
        question, layout = CLOSED_SHARE_COMPETING, Layout.COMPETING
        found = question.kernel(layout)(wave.days / wave.limits, wave.ended, 1.0, level)
    else:
        question, layout = CLOSED_SHARE, Layout.PROCESS
        counts, limit = own_limits(wave.days, wave.closed, wave.limits)
        found = question.kernel(layout)(kaplan_meier(counts), limit, level)
    return process_estimate(
        CLOSED,
        Unit.SHARE,
        found.value,
        wave.n,
        interval=found.interval,
        curve=found.curve,
        std_error=found.std_error,
        assumptions=question.assumed(layout),
        notes=(*naming, *question.approximate(layout, wave.n)),
    )


def difference_in_time(waves: tuple[Followed, Followed], shares: tuple[Estimate, Estimate], level: float) -> Estimate:
    """Return how much larger the share is in the later wave."""
    before, after = shares
    n = before.n + after.n
    if before.value is None or after.value is None:
        reason = next(note for share in shares if share.value is None for note in share.notes)
        return no_estimate(CLOSED_DIFFERENCE, Unit.POINTS, reason, n=n, role=Role.DIFFERENCE)
    value, assumptions = after.value - before.value, _by_code((*before.assumptions, *after.assumptions))
    notes = _by_code((*min(before, after, key=_part_of_enough).notes, *before.notes, *after.notes))
    first, second = waves
    if first.known and second.known:
        return compared_shares_estimate(
            CLOSED_DIFFERENCE,
            Unit.POINTS,
            value,
            n,
            SHARE_DIFFERENCE,
            Linkage.INDEPENDENT,
            (second.hits, second.n, first.hits, first.n),
            fewest=min(first.n, second.n),
            level=level,
            assumptions=assumptions,
            notes=notes,
        )
    interval = _interval(waves, shares, level)
    return process_estimate(
        CLOSED_DIFFERENCE,
        Unit.POINTS,
        value,
        n,
        interval=interval,
        role=Role.DIFFERENCE,
        assumptions=assumptions,
        notes=notes,
    )


def _by_code(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return one note of each code, the first: what either share rests on their difference rests on."""
    return tuple({note.code: note for note in reversed(notes)}.values())[::-1]


def _part_of_enough(share: Estimate) -> float:
    """Return how large a part of what its method needs a share is of; the smaller is the one to tell of."""
    told = (note.values for note in share.notes if note.code == APPROXIMATE)
    return min((float(values["n"]) / float(values["enough"]) for values in told), default=1.0)


def _interval(waves: tuple[Followed, Followed], shares: tuple[Estimate, Estimate], level: float) -> Interval:
    if not any((wave.ended == _WITHDRAWN).any() for wave in waves):
        first, second = waves
        ours, theirs = ((wave.days, wave.closed, wave.limits) for wave in (second, first))
        return CLOSED_SHARE_OWN_LIMITS.kernel(Layout.OWN_LIMITS)(ours, theirs, level)
    before, after = (_limits(share) for share in shares)
    low, high = square_and_add(after, before)
    return Interval(low=low, high=high, level=level, method="square-and-add-log-log")


def _limits(share: Estimate) -> Limits:
    value = share.value or 0.0
    return Limits(value, share.interval.low, share.interval.high) if share.interval else Limits(value, 0.0, 1.0)
