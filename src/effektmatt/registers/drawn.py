"""Shares of a register whose rows are a sample drawn by lot, and the groups (handler, class, office) they come in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from effektmatt.core import About, Estimate, Interval, Note
from effektmatt.core.counts import Floats
from effektmatt.data.columns import Labels
from effektmatt.data.values import folded
from effektmatt.registers.conditions import Booleans, Matched
from effektmatt.registers.known import Known, known_of
from effektmatt.registers.people import labelled
from effektmatt.stats.designs import Design
from effektmatt.stats.estimates import share_estimate
from effektmatt.stats.question import Assumption
from effektmatt.stats.sampled import sampled_share
from effektmatt.stats.samples import Sample


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """That the rows of a register are a sample, and the group of each (None: one by one).

    A row whose group is not known is a group of its own; `unknown` counts them.
    """

    clusters: Labels | None
    unknown: int = 0

    @classmethod
    def of(cls, frame: Any, column: str | None, file: str | None = None) -> Drawn:
        """Read the groups of a register's rows."""
        if column is None:
            return cls(clusters=None)
        found = labelled(frame, [column], file=file)[column]
        names = [f"={folded(one)}" if one else str(row) for row, one in enumerate(found)]
        return cls(clusters=np.array(names, dtype=object), unknown=sum(one is None for one in found))

    def notes(self, column: str | None) -> tuple[Note, ...]:
        """Say how many rows have no known group."""
        return (Note(code="cluster-unknown", values={"column": column or "", "n": self.unknown}),) * bool(self.unknown)

    def sample(self, values: Floats, rows: Booleans) -> Sample:
        """Return the values of some rows, and with whom they were drawn."""
        clusters = None if self.clusters is None else self.clusters[rows]
        return values[rows], Design(np.ones(int(rows.sum())), clusters=clusters)

    def assumed(self) -> tuple[Note, ...]:
        """Return what is assumed where it is not known which rows come together."""
        alone = self.clusters is not None and Design(np.ones(self.clusters.size), clusters=self.clusters).mostly_alone
        return (Note(code=str(Assumption.INDEPENDENT)),) if self.unknown or alone else ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bounds:
    """What is counted where every row that hides something speaks against the condition (`low`), and for it (`high`).

    `known` tells of the rows that hide nothing.
    """

    known: Known
    low: Sample
    high: Sample

    @classmethod
    def of(cls, condition: Matched, base: Matched, drawn: Drawn, inside: Booleans | None = None) -> Bounds:
        """Return both of some rows (None: of all)."""
        rows = np.ones(condition.hits.size, dtype=bool) if inside is None else inside
        sure, perhaps = base.hits & rows, base.unknown & rows
        may = condition.hits | condition.unknown
        return cls(
            known=known_of(condition, base, inside),
            low=drawn.sample((condition.hits & sure).astype(np.float64), sure | perhaps),
            high=drawn.sample((may | perhaps).astype(np.float64), sure | perhaps),
        )


def drawn_share(bounds: Bounds, drawn: Drawn, about: About) -> Estimate:
    """Return a share of all that a sample was drawn from.

    Nothing is assumed of cells that hide something: the interval then reaches from where it would begin if all of them
    spoke against to where it would end if all spoke for.
    """
    told, known = replace(about, self_selected=False, population=None), bounds.known
    low, high = (_share(sample, told) for sample in (bounds.low, bounds.high))
    if not known.unsettled:
        return replace(low, assumptions=(*low.assumptions, *drawn.assumed())) if low.interval else low
    return reaching(low, high, known.hits / known.n if known.n else None, known.n, known.hits, known.unsettled, drawn)


def reaching(
    low: Estimate, high: Estimate, value: float | None, n: int, hits: int | None, unsettled: int, drawn: Drawn
) -> Estimate:
    """Return an estimate whose interval reaches from the one to the other, so that it holds whatever is hidden."""
    if low.interval is None or high.interval is None:
        return low if low.interval is None else high
    if value is None:
        return replace(low, value=None, interval=None, curve=None, std_error=None, notes=(Note(code="nothing-known"),))
    assumed = {note.code: note for note in (*low.assumptions, *high.assumptions, *drawn.assumed())}
    return replace(
        low,
        value=value,
        n=n,
        hits=hits,
        interval=_hull(low.interval, high.interval),
        cautious=_hull(low.cautious, high.cautious),
        sensitivity=(*low.sensitivity, *high.sensitivity),
        curve=None,
        std_error=None,
        assumptions=tuple(assumed.values()),
        notes=(*low.notes, Note(code="hidden-in-sample", values={"n": unsettled})),
    )


def _hull(low: Interval | None, high: Interval | None) -> Interval | None:
    return None if low is None or high is None else replace(low, high=high.high)


def _share(sample: Sample, about: About) -> Estimate:
    values, design = sample
    if design.clustered:
        return sampled_share("share", sample, about)
    return share_estimate("share", int(values.sum()), values.size, about)
