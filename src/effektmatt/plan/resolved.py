"""A plan whose names all agree: what the evaluation runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from effektmatt.goals import Target
from effektmatt.plan.measures import Measure
from effektmatt.plan.sources import AnySource
from effektmatt.plan.written import WrittenPlan
from effektmatt.surveys.scale import Scale
from effektmatt.visits.checklist import Checklist

#: A condition on columns: every column must hold one of its values.
Condition = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """One measure and its target."""

    key: str  # where it stands in the plan, for faults: "goals[3].all_of[1]"
    title: str
    measure: Measure
    target: Target | None
    among: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedGoal:
    """A goal: one part, or several that must all be met."""

    id: str
    title: str
    quote: str | None
    parts: tuple[PlannedPart, ...]
    text: str | None
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan with every name resolved. `file` is the plan itself, `folder` where its data lie."""

    file: Path
    written: WrittenPlan
    scales: Mapping[str, Scale]
    checklists: Mapping[str, Checklist]
    goals: tuple[PlannedGoal, ...]

    @property
    def folder(self) -> Path:
        """Where the data files lie."""
        return self.file.parent

    @property
    def sources(self) -> Mapping[str, AnySource]:
        """The sources of data by their names."""
        return self.written.sources

    def source_of(self, part: PlannedPart) -> str:
        """Return the name of the source that a part's measure reads."""
        source = getattr(part.measure, "source", None)
        return str(source) if source else self.written.scales[self.scales_of(part)[0]].source

    def scales_of(self, part: PlannedPart) -> tuple[str, ...]:
        """Return the names of the scales that a part's measure reads."""
        return scales_of(part.measure)


def scales_of(measure: Measure) -> tuple[str, ...]:
    """Return the names of the scales that a measure reads, as the plan writes them."""
    several = tuple(getattr(measure, "scales", ()))
    one = getattr(measure, "scale", None)
    return several or ((one,) if one else ())
