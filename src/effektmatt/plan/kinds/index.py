"""Indices in a plan: the table, the change, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from effektmatt.data.long_names import LongNames
from effektmatt.errors import Fault
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_records import found_index
from effektmatt.plan.measures import CHANGES, LEVELS, OfSource
from effektmatt.plan.said import Said
from effektmatt.plan.sections import Sections, Source

#: A margin of error is published at 95 per cent: 1.96 standard errors.
_MARGIN = 1.959964


class Index(Source):
    """A row is one published value of an index, for one unit and one wave or year."""

    naming: ClassVar[tuple[str, ...]] = ("unit", "index")

    kind: Literal["index"]
    unit: str | None = None
    wave: str
    index: str | None = None
    value: str = "value"
    signs: Literal["kolada", "scb", "none"] | None = None
    std_error: str | Annotated[float, Field(ge=0)] | None = None
    margin: str | Annotated[float, Field(ge=0)] | None = None
    counted: bool = False

    @property
    def error(self) -> tuple[str | float, float] | None:
        """Where standard errors stand, or what they are, and what to divide them by; None where none is stated."""
        if self.std_error is not None:
            return self.std_error, 1.0
        return None if self.margin is None else (self.margin, _MARGIN)

    @property
    def long_names(self) -> LongNames:
        """What a table with a column for each year is called by when each year is a row."""
        return LongNames(period=self.wave, value=self.value, what=self.index)

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield two ways to state one error, and an error of what is counted."""
        given = [name for name, one in (("std_error", self.std_error), ("margin", self.margin)) if one is not None]
        if len(given) > 1 or (given and self.counted):
            yield Fault(code="plan-error-twice", key=f"{key}.{given[0]}")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexChangeFacts(MeasureFacts):
    """The change of a published index: of "every" unit, or of their "mean"."""

    over: str = "every"


class IndexChange(OfSource):
    """The change of a published index from the first wave to the last: described, never tested."""

    told = IndexChangeFacts
    reads = Index
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES
    reading: ClassVar[Literal["none", "may", "must"]] = "may"

    kind: Literal["index-change"]
    index: str | None = None
    unit: str | None = None
    measured_in: Said | None = None
    over: Literal["every", "mean"] = "every"

    def facts(self, shared: SharedFacts, plan: Instruments) -> IndexChangeFacts:
        """Return how it is measured."""
        return IndexChangeFacts(**shared, over=self.over, measured_in=self.measured_in)


KIND = Kind(source=Index, found=found_index, measures=(IndexChange,))
