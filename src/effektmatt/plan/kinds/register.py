"""Registers in a plan: the table, what can be measured, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, unknown
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_people import found_register
from effektmatt.plan.kinds.scaled import OfRegisterOrScale, top_share_facts
from effektmatt.plan.kinds.two_groups import GroupDifference
from effektmatt.plan.measures import CHANGES, LEVELS, OfSource
from effektmatt.plan.sections import Sections, Source, Target
from effektmatt.plan.tables import Where


class Register(Source):
    """A row is a person or thing in the project."""

    split_by_groups: ClassVar[bool] = True
    about_people: ClassVar[bool] = True

    kind: Literal["register"]
    key: str | None = None
    empty_is_no: list[str] = []
    sampling: Literal["everybody", "random"] = "everybody"
    cluster: str | None = None

    @property
    def together(self) -> str | None:
        """The column of the groups that people came in."""
        return self.cluster

    @property
    def who(self) -> tuple[str, ...]:
        """The column that says who somebody is."""
        return (self.key,) if self.key else ()

    @property
    def is_sample(self) -> bool:
        """Whether the rows were drawn by lot from all that there are."""
        return self.sampling == "random"

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield groups of rows that are everybody: then nothing is inferred from them."""
        if self.cluster is not None and not self.is_sample:
            yield Fault(code="plan-cluster-of-everybody", key=f"{key}.cluster", got=self.cluster)


def register_faults(key: str, name: str | None, plan: Sections, *, keyed: bool = True) -> Iterator[Fault]:
    """Yield the fault of a register that is not there, or that has no key to look people up by."""
    if name is None:
        return
    registers = {one: source for one, source in plan.sources.items() if isinstance(source, Register)}
    if name not in registers:
        yield unknown(key, name, "register", registers)
        return
    if registers[name].is_sample:
        yield Fault(code="plan-sample-counts-nobody", key=key, got=name)
    if keyed:
        yield from lacking(f"sources.{name}", {"key": registers[name].key})


def _sample_faults(key: str, source: str, plan: Sections) -> Iterator[Fault]:
    """Yield that a sample does not tell how many there are."""
    register = plan.sources.get(source)
    if isinstance(register, Register) and register.is_sample:
        yield Fault(code="plan-sample-counts-nobody", key=f"{key}.source", got=source)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterShareFacts(MeasureFacts):
    """The share of a register that meets a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFacts(MeasureFacts):
    """How many of a register meet a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChangeFacts(MeasureFacts):
    """How many more of a register meet a condition after than before."""


class Share(OfRegisterOrScale):
    """A share in a register (`source` and `where`), or of the answers in one wave (`scale` and `top`)."""

    reads = Register
    demands: ClassVar[frozenset[str]] = LEVELS
    is_share: ClassVar[bool] = True

    kind: Literal["share"]

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield what is missing for a share in a register, or for one of answers."""
        yield from super().faults(key, target, plan)
        if self.source is None and self.scale is not None and self.top is None:
            yield Fault(code="plan-missing-key", key=f"{key}.top")

    def facts(self, shared: SharedFacts, plan: Instruments) -> MeasureFacts:
        """Return how it is measured: in a register or on a scale."""
        if self.scale is None:
            return RegisterShareFacts(**shared)
        return top_share_facts(self.scale, self.top or 1, self.wave, shared, plan)


class Count(OfSource):
    """How many in a register, and how many before."""

    told = CountFacts
    reads = Register
    demands: ClassVar[frozenset[str]] = LEVELS | {"about"}
    in_every: ClassVar[bool] = True

    kind: Literal["count"]
    where: Where
    before: Where | None = None

    @property
    def counted(self) -> Where:
        """The condition of those who are counted."""
        return self.where

    @property
    def conditions(self) -> tuple[Where, ...]:
        """What is counted now, and before."""
        return tuple(one for one in (self.where, self.before) if one)

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield a number that a sample does not tell."""
        yield from _sample_faults(key, self.source, plan)


class CountChange(OfSource):
    """How many more in a register after than before."""

    told = CountChangeFacts
    reads = Register
    demands: ClassVar[frozenset[str]] = CHANGES

    kind: Literal["count-change"]
    before: Where
    after: Where

    @property
    def counted(self) -> Where:
        """The condition of those who are counted after."""
        return self.after

    @property
    def conditions(self) -> tuple[Where, ...]:
        """What is counted before, and after."""
        return tuple(one for one in (self.before, self.after) if one)

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield a number that a sample does not tell."""
        yield from _sample_faults(key, self.source, plan)


GroupDifference.reads = Register  # what its `source` names; the measure itself stands above both of its kinds

KIND = Kind(
    source=Register, found=found_register, measures=(Share, Count, CountChange, GroupDifference), template="usual"
)
