"""How much one group's share of a register differs from another's: counted, where every cell is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from effektmatt.core import About, Linkage, Note, Outcome, Unit
from effektmatt.data.two_groups import TwoGroups, known_shares_of_two, samples_of_two, shares_of_two
from effektmatt.registers.conditions import Matched, Where, belonging, condition_notes, matched
from effektmatt.registers.drawn import Bounds, Drawn, drawn_share, reaching
from effektmatt.registers.known import known_of, unknown_notes
from effektmatt.registers.people import among_notes
from effektmatt.registers.share import share_of_known
from effektmatt.stats.samples import Sample, Samples


def group_difference_outcome(
    frame: Any,
    where: Where,
    about: About,
    *,
    by: str,
    groups: tuple[str, str],
    among: Where | None = None,
    drawn: Drawn | None = None,
    file: str | None = None,
) -> Outcome:
    """Return the share of one group that meets a condition, less that of another, in points.

    Estimand: the difference among all rows of both groups. As with a share (`share_outcome`), nothing is assumed where
    a cell hides whether a row meets the condition, is concerned, or belongs to which group: `possible` says between
    which values the difference lies.

    Parameters
    ----------
    frame, where, about, among, drawn, file
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
    inside = [_both(base, belonging(frame, by, (group,))) for group in groups]
    concerned = np.any([one.hits | one.unknown for one in inside], axis=0)
    unsettled = concerned & (condition.unknown | np.any([one.unknown for one in inside], axis=0))
    notes = (
        *condition_notes(frame, where, file),
        *condition_notes(frame, among, file),
        *among_notes(base.unknown, among),
        *unknown_notes(condition, Matched(hits=concerned, unknown=np.zeros_like(concerned)), where),
        *_ungrouped(by, inside, base),
    )
    if drawn is not None:
        found = _of_sample([Bounds.of(condition, one, drawn) for one in inside], drawn, about, by, groups)
        return replace(found, notes=notes)
    shares = [share_of_known(known_of(condition, one)) for one in inside]
    found = known_shares_of_two(by, groups, shares, about, unsettled=int(unsettled.sum()))
    return replace(found, notes=notes)


def _ungrouped(by: str, inside: Sequence[Matched], base: Matched) -> Iterator[Note]:
    """Yield how many of those who are concerned may belong to either group."""
    n = int((inside[0].unknown & inside[1].unknown & ~base.unknown).sum())
    if n:
        yield Note(code="group-unknown", values={"by": by, "n": n})


def _of_sample(bounds: Sequence[Bounds], drawn: Drawn, about: About, by: str, groups: tuple[str, str]) -> Outcome:
    """Return the same of two samples; the interval holds whatever the cells say that hide something."""
    first, second = bounds
    low, high = (_between(by, groups, two, about) for two in ((first.low, second.high), (first.high, second.low)))
    shares = [drawn_share(one, drawn, about) for one in bounds]
    if low.estimate.interval is None or high.estimate.interval is None or not isinstance(low.detail, TwoGroups):
        return low if low.estimate.interval is None else high
    value = (shares[0].value or 0.0) - (shares[1].value or 0.0)
    n, unsettled = sum(one.known.n for one in bounds), sum(one.known.unsettled for one in bounds)
    estimate = low.estimate
    if unsettled:
        estimate = reaching(low.estimate, high.estimate, value, n, None, unsettled, drawn)
    elif drawn.unknown:
        estimate = replace(estimate, assumptions=(*estimate.assumptions, *drawn.assumed()))
    detail = replace(low.detail, first=shares[0], second=shares[1])
    return Outcome(estimate=estimate, detail=detail)


def _between(by: str, groups: tuple[str, str], two: tuple[Sample, Sample], about: About) -> Outcome:
    told = [replace(about, self_selected=False, population=None)] * 2
    if two[0][1].clustered:
        samples = Samples(after=two[0], before=two[1], linkage=Linkage.INDEPENDENT)
        return samples_of_two(by, groups, samples, told, Unit.POINTS)
    return shares_of_two(by, groups, [int(values.sum()) for values, _ in two], [values.size for values, _ in two], told)


def _both(base: Matched, own: Matched) -> Matched:
    """Return who is concerned and in a group, and of whom it is not known but may be."""
    hits = base.hits & own.hits
    return Matched(hits=hits, unknown=(base.hits | base.unknown) & (own.hits | own.unknown) & ~hits)
