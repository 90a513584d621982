"""What visits found before and after: counts and estimates, never a row and never a visitor's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from effektmatt.core import FROM_DATA, UNPRINTED, Change, Detail, Estimate, GroupChange, Linkage, Note
from effektmatt.speech import Shown
from effektmatt.stats.results import HypothesisTest
from effektmatt.visits.agreement import VisitAgreement


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitWave:
    """One wave: visits, judgements (a visit that two judged has two), units, visitors, and the ICC of units.

    `failed` is how many judgements found that a critical item was not met; `visitors` is None where they are not known.
    """

    wave: str
    visits: int
    judgements: int
    failed: int
    units: int
    visitors: int | None
    icc: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """The score of everything, of one area or of one item; `kind` is "all", "area" or "item".

    `clustered` is the change over all visits (CR2) also where the same units are compared with themselves; `units`
    how many units the change rests on; `adjusted` allows for who judged (None where it cannot be told).
    """

    kind: str
    id: str
    label: str
    change: Change
    clustered: Estimate
    units: int
    adjusted: Estimate | None = field(default=None, metadata=UNPRINTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWave:
    """One unit in one wave: how many visits, its score, and those of its areas in their order.

    `hidden` where there was one visit only, or where its score could be worked out from the others: then no number is
    kept. Also None where it was not visited, and for areas that fewer than two visits could judge.
    """

    visits: int
    score: Estimate | None
    areas: tuple[float | None, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """One unit before and after; units stand in the order of their names, never of their results."""

    unit: str = field(metadata=FROM_DATA)
    before: UnitWave
    after: UnitWave
    difference: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorScores:
    """How one visitor judged, by a number instead of a name; a mean only of at least two visits."""

    number: int
    n_before: int
    n_after: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitChange(Detail, Shown):
    """What changed between two waves of visits (or of texts judged by reviewers).

    Parameters
    ----------
    checklist, label
        The checklist's id and label.
    linkage
        Paired, where units are compared with themselves; else independent.
    before, after
        The two waves.
    overall
        The score of everything.
    parts
        The same for every area, then for every item.
    test
        The exact sign-flip test over the units' differences, where they are paired.
    adjusted
        The change over all visits with an effect for every visitor (CR2); None where it cannot be told.
    units, visitors
        Unit by unit, visitor by visitor.
    agreement
        How far those who judged the same visits agree; None where no column says which rows are of the same visit.
    groups
        The same for every group of every grouping column.
    notes
        Remarks on data and method.
    """

    checklist: str
    label: str
    linkage: Linkage
    before: VisitWave
    after: VisitWave
    overall: PartChange
    parts: tuple[PartChange, ...]
    test: HypothesisTest | None
    adjusted: Estimate | None
    units: tuple[UnitChange, ...]
    visitors: tuple[VisitorScores, ...]
    agreement: VisitAgreement | None
    groups: tuple[GroupChange[VisitChange], ...] = field(default=(), metadata=UNPRINTED)
    notes: tuple[Note, ...] = ()

    @property
    def areas(self) -> tuple[PartChange, ...]:
        """The areas among the parts."""
        return tuple(part for part in self.parts if part.kind == "area")

    @property
    def items(self) -> tuple[PartChange, ...]:
        """The items among the parts."""
        return tuple(part for part in self.parts if part.kind == "item")

    def part(self, *, area: str | None = None, item: str | None = None) -> PartChange:
        """Return one area or one item; neither: everything.

        Raises
        ------
        KeyError
            If the checklist has no such area or item.
        """
        if area is None and item is None:
            return self.overall
        wanted = ("item", item) if item is not None else ("area", area)
        for part in self.parts:
            if (part.kind, part.id) == wanted:
                return part
        raise KeyError(wanted[1])

    def to_frame(self) -> Any:
        """Return every estimate as a row of the shared column vocabulary (pandas)."""
        import pandas as pd

        return pd.DataFrame(list(self.to_rows()))

    def to_rows(self, by: str | None = None, group: str | None = None) -> Iterator[dict[str, object]]:
        """Yield the rows of the frame, as those of a group if one is named, and then those of the groups."""
        for part in (self.overall, *self.parts):
            about = {"by": by, "group": group, "part": part.kind, "name": part.id or None, "unit_visited": None}
            yield from ({**about, **row} for row in part.change.to_rows())
            yield {**about, "moment": "clustered", **part.clustered.to_row()}
        about = {"by": by, "group": group, "part": "all", "name": None}
        if self.adjusted is not None:
            yield {**about, "unit_visited": None, "moment": "adjusted", **self.adjusted.to_row()}
        for unit in self.units:
            scores = (("before", unit.before.score), ("after", unit.after.score), ("difference", unit.difference))
            for moment, estimate in scores:
                if estimate is not None:
                    yield {**about, "unit_visited": unit.unit, "moment": moment, **estimate.to_row()}
        for one in self.groups:
            if one.change is not None:
                yield from one.change.to_rows(one.by, one.group)
