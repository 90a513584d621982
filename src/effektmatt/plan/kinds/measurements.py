"""Measured numbers in a plan: the table, what can be measured, what each demands, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from effektmatt.core import Limits
from effektmatt.data.dates import Period
from effektmatt.errors import Fault
from effektmatt.plan.checks import wave_faults
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.in_waves import PeopleInWaves
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_people import found_measurements
from effektmatt.plan.kinds.register import register_faults
from effektmatt.plan.measures import CHANGES, LEVELS, ComparedWaves, InOneWave, OfSource
from effektmatt.plan.said import Said
from effektmatt.plan.sections import Sections, Target


class Measurements(PeopleInWaves):
    """A row is one person, unit or occasion with a number."""

    split_by_groups: ClassVar[bool] = True
    about_people: ClassVar[bool] = True

    kind: Literal["measurements"]
    number: str
    possible: Annotated[list[float], Field(min_length=2, max_length=2)] | None = None
    measured_in: Said | None = None
    at: str | None = None
    repeated: Literal["latest", "earliest", "leave-out", "refuse"] = "refuse"
    of: str | None = None
    everybody: bool = False
    sampling: Literal["self-selected", "random"] = "self-selected"

    @property
    def population(self) -> str | None:
        """The register of those who could have been measured."""
        return self.of

    def days_in(self, wave: str, plan: Sections) -> dict[str, Sequence[Period]]:
        """Return when numbers of a wave were measured."""
        return {self.at: plan.periods_of(wave)} if self.at else {}

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield a missing code, an unknown register, and two answers to who could have been measured."""
        yield from super().own_faults(key, plan)
        yield from register_faults(f"{key}.of", self.of, plan, keyed=False)
        if self.possible is not None and self.possible[0] >= self.possible[1]:
            lowest, highest = self.possible
            details = {"limit": f"< {highest:.15g}"}
            yield Fault(code="plan-limit", key=f"{key}.possible", got=f"{lowest:.15g}", details=details)
        if self.of is not None and self.everybody:
            yield Fault(code="plan-of-or-everybody", key=f"{key}.everybody")


class Told(TypedDict):
    """What is told of every measure of numbers."""

    number: str
    measured_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFacts(MeasureFacts):
    """What was measured: the label of the number."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanFacts(NumberFacts):
    """The mean in one wave, by its label."""

    wave: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanChangeFacts(NumberFacts):
    """The change of the mean; `first` and `last` are the waves, where the plan names them.

    `answers` is "all" where all are judged though some are linked.
    """

    first: str | None = None
    last: str | None = None
    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareWithinFacts(NumberFacts):
    """The share whose number lies within `limits`."""

    limits: Limits
    wave: str | None = None


class OfNumbers(OfSource):
    """A measure of the numbers of a source."""

    reads = Measurements

    def _told(self, plan: Instruments) -> Told:
        source = plan.written.sources[self.source]
        if not isinstance(source, Measurements):
            raise TypeError(f"{self.source} has no numbers")
        return Told(number=plan.written.called(source.number), measured_in=source.measured_in)


class OfNumbersOnce(OfNumbers, InOneWave):
    """What is measured of numbers in one wave."""

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield a wave that the source has no rows of."""
        source = plan.sources.get(self.source)
        there = source.waves_in(plan) if source is not None else plan.waves
        yield from wave_faults(f"{key}.wave", [self.wave] if self.wave else [], there)

    def _wave_label(self, plan: Instruments) -> str | None:
        return plan.written.waves[self.wave].label if self.wave else None


class Mean(OfNumbersOnce):
    """The mean of the numbers of one wave."""

    demands: ClassVar[frozenset[str]] = LEVELS

    kind: Literal["mean"]

    def facts(self, shared: SharedFacts, plan: Instruments) -> MeanFacts:
        """Return how it is measured."""
        return MeanFacts(**shared, **self._told(plan), wave=self._wave_label(plan))


class ShareWithin(OfNumbersOnce):
    """The share whose number lies within limits, both ends included."""

    demands: ClassVar[frozenset[str]] = LEVELS
    is_share: ClassVar[bool] = True

    kind: Literal["share-within"]
    lowest: float | None = None
    highest: float | None = None

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield limits that are not there, or that nothing lies between, too."""
        if self.lowest is None and self.highest is None:
            yield Fault(code="plan-missing-key", key=f"{key}.highest")
        elif self.lowest is not None and self.highest is not None and self.lowest > self.highest:
            yield Fault(
                code="plan-limit", key=f"{key}.lowest", got=f"{self.lowest:g}", details={"limit": f"≤ {self.highest:g}"}
            )
        yield from super().faults(key, target, plan)

    @property
    def limits(self) -> Limits:
        """Between which numbers."""
        return Limits(at_least=self.lowest, at_most=self.highest)

    def facts(self, shared: SharedFacts, plan: Instruments) -> ShareWithinFacts:
        """Return how it is measured."""
        return ShareWithinFacts(**shared, **self._told(plan), limits=self.limits, wave=self._wave_label(plan))


class MeanChange(OfNumbers, ComparedWaves):
    """The change of the mean: of those measured both times (`answers` = "linked"), or of all ("all")."""

    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES
    reading: ClassVar[Literal["none", "may", "must"]] = "may"

    kind: Literal["mean-change"]
    answers: Literal["linked", "all"] = "linked"

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield a relative change of all where some are linked, too."""
        source = plan.sources.get(self.source)
        linked = isinstance(source, Measurements) and source.links
        if linked and self.answers == "all" and target is not None and target.reading == "relative":
            yield Fault(code="plan-relative-of-all", key=f"{key}.answers")
        yield from super().faults(key, target, plan)

    def facts(self, shared: SharedFacts, plan: Instruments) -> MeanChangeFacts:
        """Return how it is measured."""
        source = plan.written.sources[self.source]
        linked = isinstance(source, Measurements) and source.links
        return MeanChangeFacts(
            **shared,
            **self._told(plan),
            **self.compared_labels(plan.written),
            answers=self.answers if self.answers == "all" and linked else None,
        )


KIND = Kind(source=Measurements, found=found_measurements, measures=(Mean, MeanChange, ShareWithin))
