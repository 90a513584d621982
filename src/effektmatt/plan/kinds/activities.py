"""Activities in a plan: the table, what can be measured, what each demands, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from effektmatt.data.dates import Period
from effektmatt.data.values import folded
from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, unknown
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_records import found_activities
from effektmatt.plan.kinds.register import register_faults
from effektmatt.plan.measures import LEVELS, OfSource
from effektmatt.plan.sections import Sections, Source, Target


class Activities(Source):
    """A row is one activity, planned and perhaps held; or one person's attendance at one (`person`)."""

    naming: ClassVar[tuple[str, ...]] = ("activity",)

    kind: Literal["activities"]
    activity: str | None = None
    planned: str | None = None
    held: str | None = None
    person: str | None = None
    hours: str | None = None
    of: str | None = None
    expected: dict[str, int] = {}

    @property
    def who(self) -> tuple[str, ...]:
        """The column that says who somebody is."""
        return (self.person,) if self.person else ()

    @property
    def population(self) -> str | None:
        """The register of those who could have taken part."""
        return self.of

    def days_in(self, wave: str, plan: Sections) -> dict[str, Sequence[Period]]:
        """Return when the project was: days outside it are faults."""
        return {day: plan.project.period for day in (self.planned, self.held) if day}

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield a register that is not there or has no key."""
        yield from register_faults(f"{key}.of", self.of, plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFacts(MeasureFacts):
    """How many activities were held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FullDoseFacts(MeasureFacts):
    """The share who got at least so many `hours`; `register` is the label of who could have."""

    hours: float
    register: str | None = None


class Held(OfSource):
    """How many activities of a kind were held, of those planned."""

    told = HeldFacts
    reads = Activities
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = LEVELS | {"about"}

    kind: Literal["held"]
    activity: str | None = None

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield the columns that it needs, and an activity that none is expected of."""
        source = plan.sources.get(self.source)
        if isinstance(source, Activities):
            yield from lacking(f"sources.{self.source}", {"activity": source.activity, "held": source.held})
            foreseen = {folded(one) for one in source.expected}
            if self.activity is not None and foreseen and folded(self.activity) not in foreseen:
                yield unknown(f"{key}.activity", self.activity, "activity", source.expected)


class FullDose(OfSource):
    """The share of those in the register who got at least so many hours."""

    reads = Activities
    demands: ClassVar[frozenset[str]] = frozenset({"at-least"})
    is_share: ClassVar[bool] = True

    kind: Literal["full-dose"]
    hours: Annotated[float, Field(gt=0)]

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield the columns and the register that it needs."""
        source = plan.sources.get(self.source)
        if isinstance(source, Activities):
            needed = {"person": source.person, "hours": source.hours, "of": source.of}
            yield from lacking(f"sources.{self.source}", needed)

    def facts(self, shared: SharedFacts, plan: Instruments) -> FullDoseFacts:
        """Return how it is measured."""
        return FullDoseFacts(**shared, hours=self.hours, register=plan.written.population_label(self.source))


KIND = Kind(source=Activities, found=found_activities, measures=(Held, FullDose))
