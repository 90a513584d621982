"""Visits in a plan: the table, what can be measured, what each demands, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from effektmatt.data.dates import Period
from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, unknown
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.in_waves import InWaves
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_people import found_visits
from effektmatt.plan.measures import CHANGES, LEVELS, ComparedWaves, InOneWave, OfSource
from effektmatt.plan.sections import Sections, Target


class Visits(InWaves):
    """A row is one visit by one Mystery Visitor, or one text judged by one reviewer, against a checklist."""

    split_by_groups: ClassVar[bool] = True
    about_people: ClassVar[bool] = True
    naming: ClassVar[tuple[str, ...]] = ("unit",)

    kind: Literal["visits"]
    checklist: str
    unit: str
    visitor: str | None = None
    visit: str | None = None
    date: str | None = None
    units: list[str] = []

    @property
    def who(self) -> tuple[str, ...]:
        """The columns that say who visited, and which visit it was."""
        return tuple(one for one in (self.visitor, self.visit) if one)

    def divided_by(self, plan: Sections) -> str | None:
        """Return the column that divides the rows of one file into waves: by default that of the days."""
        by_days = self.date if len(plan.waves) > 1 and not self.by_wave else None
        return super().divided_by(plan) or by_days

    def days_in(self, wave: str, plan: Sections) -> dict[str, Sequence[Period]]:
        """Return when visits of a wave were made."""
        return {self.date: plan.periods_of(wave)} if self.date else {}

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield an unknown checklist, and what is missing to divide one file into waves."""
        if self.checklist not in plan.checklists:
            yield unknown(f"{key}.checklist", self.checklist, "checklist", plan.checklists)
        if not self.by_wave and len(plan.waves) > 1 and self.wave is None:
            if self.date is None:
                yield Fault(code="plan-visits-without-wave", key=key)
                return
            for name, wave in plan.waves.items():
                yield from lacking(f"waves.{name}", {"from": wave.first, "to": wave.last})


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts(MeasureFacts):
    """What is visited is called `unit`; `judge` is "visitor", "reviewer", or the plan's own word."""

    unit: str = ""
    judge: str = "visitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitScoreFacts(VisitFacts):
    """What of the checklist is measured, if not all of it; the labels of the waves that the plan compares."""

    area: str | None = None
    item: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts(VisitFacts):
    """How far those who judged the same agree, in one wave."""

    wave: str | None = None


class _OfVisits(SharedFacts):
    unit: str
    judge: str


class VisitMeasure(OfSource):
    """What is measured in visits."""

    reads = Visits
    is_share: ClassVar[bool] = True

    def visits(self, plan: Sections) -> Visits | None:
        """Return the visits that are measured, where they are there."""
        source = plan.sources.get(self.source)
        return source if isinstance(source, Visits) else None

    def shared_facts(self, shared: SharedFacts, plan: Instruments) -> _OfVisits:
        """Return what is told of all visits: the checklist, and what those visited and those who judge are called."""
        source = self.visits(plan.written)
        assert source is not None
        by_reviewers = source.visit == source.unit
        shared["labels"] = (plan.checklists[source.checklist].label,)
        return _OfVisits(
            **shared,
            unit=plan.written.called(source.unit),
            judge=plan.written.labels.get(source.visitor or "", "reviewer" if by_reviewers else "visitor"),
        )


class VisitScore(ComparedWaves, VisitMeasure):
    """The share of what a checklist asks for that visits found: in all, in one area, or one item; per unit."""

    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES
    reading: ClassVar[Literal["none", "may", "must"]] = "must"
    only_compares: ClassVar[bool] = False

    kind: Literal["visit-score"]
    area: str | None = None
    item: str | None = None

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield an area or an item that the checklist does not have."""
        source = self.visits(plan)
        checklist = plan.checklists.get(source.checklist) if source else None
        if checklist is not None and self.area is not None and self.item is not None:
            yield Fault(code="plan-area-or-item", key=key)
        elif checklist is not None and self.area is not None and self.area not in checklist.areas:
            yield unknown(f"{key}.area", self.area, "area", checklist.areas)
        elif checklist is not None and self.item is not None and self.item not in checklist.items:
            yield unknown(f"{key}.item", self.item, "item", checklist.items)
        yield from super().faults(key, target, plan)

    def facts(self, shared: SharedFacts, plan: Instruments) -> VisitScoreFacts:
        """Return how it is measured."""
        source = self.visits(plan.written)
        items = plan.checklists[source.checklist].items if source else ()
        item = next((one.name for one in items if one.id == self.item), None)
        waves = self.compared_labels(plan.written)
        return VisitScoreFacts(**self.shared_facts(shared, plan), area=self.area, item=item, **waves)


class Agreement(VisitMeasure, InOneWave):
    """How far two visitors or reviewers who judged the same agree (Krippendorff's alpha)."""

    demands: ClassVar[frozenset[str]] = frozenset({"at-least"})

    kind: Literal["agreement"]

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield the keys by which those who judged the same are found, and a wave that is none."""
        source = self.visits(plan)
        if source is not None:
            yield from lacking(f"sources.{self.source}", {"visit": source.visit, "visitor": source.visitor})
            if self.wave is not None and self.wave not in plan.waves:
                yield unknown(f"{key}.wave", self.wave, "wave", plan.waves)

    def facts(self, shared: SharedFacts, plan: Instruments) -> AgreementFacts:
        """Return how it is measured."""
        return AgreementFacts(**self.shared_facts(shared, plan), wave=self.wave)


KIND = Kind(source=Visits, found=found_visits, measures=(VisitScore, Agreement))
