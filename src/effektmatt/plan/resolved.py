"""A plan whose names all agree: what the evaluation runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from effektmatt.core import Limits
from effektmatt.data.pictures import Picture
from effektmatt.goals import Target
from effektmatt.plan.facts import MeasureFacts, SharedFacts, condition_facts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.lines import PlanLines
from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.sections import Source
from effektmatt.plan.version import Planned
from effektmatt.plan.written import WrittenPlan

#: A condition on columns: every column must hold one of its values, or a number within limits.
Condition = Mapping[str, tuple[str, ...] | Limits]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """One measure and its target."""

    key: str  # where it stands in the plan, for faults: "goals[3].all_of[1]"
    id: str  # its own, also where one place in the plan gives several parts: "goals[3].all_of[1]/2"
    title: str
    measure: MeasureTable
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
    family: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Instruments):
    """A plan with every name resolved; `file` is the plan itself, `folder` has its data, `lines` its keys.

    `documents` are what it asks to be written, by the names of their files. `pictures` are those of the evaluator's own
    texts, by what the texts call them, `own_files` where both lie. `elsewhere` are texts that the plan has in another
    language only than the one that was asked for.
    """

    file: Path
    written: WrittenPlan
    goals: tuple[PlannedGoal, ...]
    lines: PlanLines | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    own_files: Mapping[str, Path] = field(default_factory=dict)
    documents: Mapping[str, Planned] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()

    @property
    def folder(self) -> Path:
        """Where the data files lie."""
        return self.file.parent

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources of data by their names."""
        return self.written.sources

    @property
    def parts(self) -> tuple[PlannedPart, ...]:
        """Every part of every goal."""
        return tuple(part for goal in self.goals for part in goal.parts)

    def source_of(self, part: PlannedPart) -> str:
        """Return the name of the source that a part's measure reads."""
        return part.measure.source_in(self.written)

    def scales_of(self, part: PlannedPart) -> tuple[str, ...]:
        """Return the names of the scales that a part's measure reads."""
        return part.measure.scale_names

    def facts_of(self, part: PlannedPart) -> MeasureFacts:
        """Return how a part is measured, in the plan's words."""
        asked, labels, source = part.measure, self.written.labels, self.source_of(part)
        shared = SharedFacts(
            kind=asked.kind,
            source=source,
            source_kind=self.sources[source].kind,
            source_label=self.sources[source].label or source,
            labels=tuple(self.scales[name].label for name in asked.scale_names),
            among=condition_facts(part.among, labels),
            where=condition_facts(asked.counted, labels),
        )
        return asked.facts(shared, self)
