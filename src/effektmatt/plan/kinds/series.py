"""Series in a plan: the table, what is measured, and what is told of it."""

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
from effektmatt.plan.kinds.found_in_records import found_series
from effektmatt.plan.measures import LEVELS, OfSource
from effektmatt.plan.said import Said
from effektmatt.plan.sections import Sections, Source
from effektmatt.usage.series import period_of


class Series(Source):
    """A row is one month, quarter or year and a number, of one unit or several."""

    naming: ClassVar[tuple[str, ...]] = ("unit",)

    kind: Literal["series"]
    period: str
    value: str = "value"
    signs: Literal["kolada", "scb", "none"] | None = None
    unit: str | None = None
    baseline: Annotated[list[str], Field(min_length=2, max_length=2)]
    measured_in: Said | None = None

    @property
    def long_names(self) -> LongNames:
        """What a table with a column for each period is called by when each period is a row."""
        return LongNames(period=self.period, value=self.value)

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield a baseline whose ends are no periods, or not of one kind in order."""
        first, last = (period_of(written) for written in self.baseline)
        right = first is not None and last is not None and first.per_year == last.per_year and first.order <= last.order
        if not right:
            example = '["2022-01", "2022-12"]'
            got = ", ".join(self.baseline)
            yield Fault(code="plan-value", key=f"{key}.baseline", got=got, expected=(example,))


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodChangeFacts(MeasureFacts):
    """The level after a baseline, and its change; `unit` is the one that is measured, where there are several."""

    unit: str | None = None


class PeriodChange(OfSource):
    """How much the level of a series after its baseline differs from it, or how high it is where the target is one."""

    reads = Series
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = LEVELS | {"direction"}

    kind: Literal["period-change"]
    unit: str | None = None
    last: Annotated[int, Field(ge=1)] | None = None

    def facts(self, shared: SharedFacts, plan: Instruments) -> PeriodChangeFacts:
        """Return how it is measured."""
        source = plan.written.sources[self.source]
        counted = source.measured_in if isinstance(source, Series) else None
        return PeriodChangeFacts(**shared, unit=self.unit, measured_in=counted)


KIND = Kind(source=Series, found=found_series, measures=(PeriodChange,))
