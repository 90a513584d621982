"""Logs in a plan: the table, what can be measured, what each demands, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from effektmatt.data.dates import Period
from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, period_faults
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_records import found_log
from effektmatt.plan.kinds.register import register_faults
from effektmatt.plan.measures import LEVELS, OfSource
from effektmatt.plan.sections import Sections, Source, Target


class Log(Source):
    """A row is one use of something by somebody."""

    about_people: ClassVar[bool] = True

    kind: Literal["log"]
    user: str
    at: str
    of: str | None = None
    marks: dict[str, date] = {}

    @property
    def who(self) -> tuple[str, ...]:
        """The column that says who somebody is."""
        return (self.user,)

    @property
    def population(self) -> str | None:
        """The register of those who could have used it."""
        return self.of

    def days_in(self, wave: str, plan: Sections) -> dict[str, Sequence[Period]]:
        """Return when the project was: days outside it are faults."""
        return {self.at: plan.project.period}

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield a register that is not there or has no key."""
        yield from register_faults(f"{key}.of", self.of, plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveShareFacts(MeasureFacts):
    """The share who used something at least `times` times; `register` is the label of who could have."""

    times: int
    register: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyUsersFacts(MeasureFacts):
    """How many used something each week."""


class InPeriod(OfSource):
    """What is measured in a log, in all of it or in a period."""

    reads = Log
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield a period that ends before it begins."""
        yield from period_faults(f"{key}.to", self.first, self.last)


class ActiveShare(InPeriod):
    """The share of those who could use something who did, at least so many times in a period."""

    demands: ClassVar[frozenset[str]] = LEVELS
    is_share: ClassVar[bool] = True

    kind: Literal["active-share"]
    times: Annotated[int, Field(ge=1)] = 1

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield the register that it needs, too."""
        log = plan.sources.get(self.source)
        if isinstance(log, Log):
            yield from lacking(f"sources.{self.source}", {"of": log.of})
        yield from super().faults(key, target, plan)

    def facts(self, shared: SharedFacts, plan: Instruments) -> ActiveShareFacts:
        """Return how it is measured."""
        return ActiveShareFacts(**shared, times=self.times, register=plan.written.population_label(self.source))


class WeeklyUsers(InPeriod):
    """How many different people used something each week, as an XmR chart, and the change at a day."""

    told = WeeklyUsersFacts
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = LEVELS | {"direction"}

    kind: Literal["weekly-users"]
    rebase: date | None = None

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield the day that a change needs, too."""
        yield from super().faults(key, target, plan)
        if target is not None and target.direction is not None:
            yield from lacking(key, {"rebase": self.rebase})


KIND = Kind(source=Log, found=found_log, measures=(ActiveShare, WeeklyUsers))
