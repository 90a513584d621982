"""Before, after and the difference between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from effektmatt.core.estimate import Estimate, Role
from effektmatt.core.settings import UNPRINTED, Reading


class Linkage(StrEnum):
    """How two waves hang together; it decides which statistics are allowed."""

    PAIRED = "paired"  # the same people, linked by a code
    INDEPENDENT = "independent"  # nobody can be linked: no "share improved"
    PARTLY_LINKED = "partly-linked"  # all answers: of those linked, and of those who answered only once


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What changed in a project, among those who are compared with it, and how much more it changed in the project.

    Parameters
    ----------
    effect
        How much more it changed in the project, in the unit of the goal.
    project, comparison
        Before and after in either group; None where too few are behind them to be shown.
    start
        Where the project stood before, less where the others did; None where that is not known.
    """

    effect: Estimate = field(metadata=UNPRINTED)
    project: Change | None = None
    comparison: Change | None = None
    start: Estimate | None = None

    @property
    def starts_differ(self) -> bool:
        """Whether the groups stood apart already before, by more than chance."""
        interval = None if self.start is None else self.start.interval
        return interval is not None and (interval.low > 0 or interval.high < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A measure before and after. `difference` is always after minus before, whatever is better."""

    before: Estimate
    after: Estimate
    difference: Estimate
    linkage: Linkage
    effects: tuple[Estimate, ...] = ()

    @property
    def readings(self) -> dict[Reading, Estimate]:
        """The number that each reading of the change is about; no relative one where the change has none."""
        relative = [(Reading.RELATIVE, effect) for effect in self.effects if effect.role is Role.RELATIVE]
        return dict([*relative, (Reading.POINTS, self.difference), (Reading.LEVEL, self.after)])

    def to_rows(self) -> list[dict[str, object]]:
        """Return before, after, difference and effects as rows of the shared column vocabulary."""
        rows = []
        for moment, estimate in (("before", self.before), ("after", self.after), ("difference", self.difference)):
            rows.append({"moment": moment, **estimate.to_row()})
        rows.extend({"moment": "effect", **estimate.to_row()} for estimate in self.effects)
        return rows
