"""goals.measure: what all measures have in common; each stands with its kind of evidence in `plan/kinds/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal, Self, TypedDict

from pydantic import Field

from effektmatt.errors import Fault
from effektmatt.plan.checks import unknown, wave_faults
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.sections import Sections, Source, Target
from effektmatt.plan.tables import KindTable, Where

#: Targets of a level, of a change, and of both.
LEVELS = frozenset({"at-least", "at-most"})
CHANGES = frozenset({"increase-by", "decrease-by", "direction"})


class MeasureTable(KindTable):
    """What every measure says of itself.

    `told`: the facts that tell of it, where they are those of every measure; `reads`: the kind of source that it names,
    if it names one; `of_some`: whether a goal can say whom it concerns; `demands`: the targets that make sense;
    `is_share`: whether they are shares (written as 0.80); `reading`: whether a change has several readings, of which a
    plan may or must choose; `in_every`: whether a target may hold for every unit.
    """

    told: ClassVar[type[MeasureFacts]] = MeasureFacts
    reads: ClassVar[type[Source] | None] = None
    of_some: ClassVar[bool] = True
    demands: ClassVar[frozenset[str]]
    is_share: ClassVar[bool] = False
    reading: ClassVar[Literal["none", "may", "must"]] = "none"
    in_every: ClassVar[bool] = False

    @property
    def named_source(self) -> str | None:
        """The source that it names itself."""
        return None

    @property
    def scale_names(self) -> tuple[str, ...]:
        """The scales that it reads, as the plan names them."""
        return ()

    @property
    def named_waves(self) -> tuple[str, ...]:
        """The waves that it names."""
        return ()

    @property
    def counted(self) -> Where:
        """The condition of what is counted."""
        return {}

    @property
    def conditions(self) -> tuple[Where, ...]:
        """Every condition on the rows of its source."""
        return (self.counted,) if self.counted else ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its source that it names otherwise."""
        return ()

    def between_groups(self) -> tuple[str, str] | None:
        """Return the two groups that are compared, if it compares two."""
        return None

    def source_in(self, plan: Sections) -> str:
        """Return the name of the source that it reads."""
        return plan.scales[self.scale_names[0]].source

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield what is wrong with the measure, other than names of scales and sources that are not there."""
        yield from ()

    def facts(self, shared: SharedFacts, plan: Instruments) -> MeasureFacts:
        """Return how it is measured, in the plan's words."""
        return self.told(**shared)

    def compared(self, made: Sequence[str]) -> tuple[str, str] | None:
        """Return which two of the waves that have been made are compared, if any."""
        return None

    def apart(self, title: str, plan: Sections) -> list[tuple[str, Self]]:
        """Return the measures that it stands for, with their titles: itself, if it is not several at once."""
        return [(title, self)]


class OfSource(MeasureTable):
    """A measure that names its source, which is of the kind that it `reads`."""

    source: str

    @property
    def named_source(self) -> str:
        """The source that it names."""
        return self.source

    def source_in(self, plan: Sections) -> str:
        """Return the name of the source that it reads."""
        return self.source


class InOneWave(MeasureTable):
    """What is measured in one wave: the last, or the one that it names."""

    wave: str | None = None

    @property
    def named_waves(self) -> tuple[str, ...]:
        """The wave, if it names one."""
        return () if self.wave is None else (self.wave,)


class ComparedLabels(TypedDict):
    """The labels of the waves that the plan compares, where it names them."""

    first: str | None
    last: str | None


class ComparedWaves(MeasureTable):
    """What compares two waves: the first with the last, or the two that `waves` names."""

    only_compares: ClassVar[bool] = True

    waves: Annotated[list[str], Field(min_length=2, max_length=2)] | None = None

    @property
    def named_waves(self) -> tuple[str, ...]:
        """The two waves, if it names them."""
        return tuple(self.waves or ())

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield what hinders the comparison: each wave needs rows of the source, and they are not the same."""
        if self.waves and (faults := list(wave_faults(f"{key}.waves", self.waves, plan.waves))):
            yield from faults
            return
        known = all(name in plan.scales for name in self.scale_names)
        source = plan.sources.get(self.source_in(plan)) if known else None
        if source is None:
            return
        there = source.waves_in(plan)
        if self.only_compares and not there:  # what has one wave of its own may get another later
            yield Fault(code="plan-measure-two-waves", key=f"{key}.kind", got=self.source_in(plan))
        if self.waves is None:
            return
        first, last = self.waves
        valid = [name for name in there if name != first]
        wrong = [name for name in self.waves if name not in there] or ([last] if first == last else [])
        yield from (unknown(f"{key}.waves.{name}", name, "wave", valid) for name in wrong)

    def compared(self, made: Sequence[str]) -> tuple[str, str] | None:
        """Return which two of the waves that have been made are compared, if any."""
        if len(made) < 2:
            return None
        first, last = self.waves or (made[0], made[-1])
        return first, last

    def compared_labels(self, plan: Sections) -> ComparedLabels:
        """Return the labels of the waves that the plan names."""
        if self.waves is None:
            return ComparedLabels(first=None, last=None)
        first, last = (plan.waves[wave].label for wave in self.waves)
        return ComparedLabels(first=first, last=last)
