"""Cases in a plan: the table, the handling time, what it demands, and what is told of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from effektmatt.data.dates import Period as DatePeriod
from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, period_faults, wave_faults
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_records import cases_in_waves, found_cases
from effektmatt.plan.measures import CHANGES, LEVELS, OfSource
from effektmatt.plan.row_numbers import EVERY_WAVE, RowNumber, RowNumbers
from effektmatt.plan.sections import Sections, Source, Target
from effektmatt.plan.tables import Table

#: No case is followed longer than a hundred years, in days.
LONGEST = 36_500


def _as_dates(written: Any) -> Any:
    """Let one measuring date hold for every wave."""
    return {EVERY_WAVE: written} if isinstance(written, date) else written


class Period(Table):
    """sources.<name>.periods.<wave>: when cases of a wave were opened, if not between the wave's own dates."""

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


class ClosedIn(Table):
    """sources.<name>.closed_in: another file that holds the closing dates, joined on a key."""

    file: str
    key: str
    sheet: str | None = None
    header_row: RowNumber | None = None
    skip_rows: RowNumbers = []
    keep_rows: RowNumbers = []


class Cases(Source):
    """A row is one case with an opened and maybe a closed date."""

    split_by_groups: ClassVar[bool] = True
    about_people: ClassVar[bool] = True

    kind: Literal["cases"]
    key: str | None = None
    opened: str
    closed: str
    closed_in: ClosedIn | None = None
    registered: str | None = None
    measured: Annotated[dict[str, date], BeforeValidator(_as_dates, json_schema_input_type=date | dict[str, date])]
    periods: dict[str, Period] = {}
    repeated: Literal["latest", "earliest", "leave-out", "refuse"] = "refuse"
    cluster: str | None = None
    unit: Literal["calendar-days", "working-days"] = "calendar-days"
    outcome: str | None = None
    withdrawn: list[str] = []

    @property
    def together(self) -> str | None:
        """The column of the groups that cases came in."""
        return self.cluster

    @property
    def who(self) -> tuple[str, ...]:
        """The column that says which case it is."""
        return (self.key,) if self.key else ()

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield waves without a period or a measuring date, periods that end before they begin, and a missing key."""
        yield from wave_faults(f"{key}.measured", (wave for wave in self.measured if wave != EVERY_WAVE), plan.waves)
        yield from wave_faults(f"{key}.periods", self.periods, plan.waves)
        waves = self.compared_waves(plan)
        if len(waves) not in (1, 2):
            yield Fault(code="plan-two-waves", key="waves" if len(plan.waves) < 2 else f"{key}.measured")
        if bool(self.withdrawn) != (self.outcome is not None):
            yield from lacking(key, {"outcome": self.outcome, "withdrawn": self.withdrawn or None})
        for wave in waves:
            yield from self._wave_faults(key, wave, plan)
        for wave, period in self.periods.items():
            yield from period_faults(f"{key}.periods.{wave}.to", period.first, period.last)
        if self.closed_in:
            yield from lacking(key, {"key": self.key or None})

    def _wave_faults(self, key: str, wave: str, plan: Sections) -> Iterator[Fault]:
        periods, measured = self.opened_in(plan), self.measured_on(wave)
        yield from lacking(f"{key}.periods", {wave: periods.get(wave)})
        if wave in periods:
            yield from lacking(f"{key}.measured", {wave: measured})
            yield from period_faults(f"{key}.measured.{wave}", periods[wave][0], measured)

    def days_in(self, wave: str, plan: Sections) -> dict[str, Sequence[DatePeriod]]:
        """Return when cases were opened, and that none was closed after the last day that any were looked at."""
        looked_at = ((None, max(self.measured.values(), default=None)),)
        return {self.opened: tuple(self.opened_in(plan).values()), self.closed: looked_at}

    def compared_waves(self, plan: Sections) -> tuple[str, ...]:
        """Return the waves whose cases are compared: of more than two, those that `measured` names."""
        waves = tuple(plan.waves)
        return waves if len(waves) <= 2 else tuple(wave for wave in waves if wave in self.measured)

    def opened_in(self, plan: Sections) -> dict[str, tuple[date, date]]:
        """Return, for each wave whose cases are compared, the first and last day on which they were opened."""
        opened = {}
        for name in self.compared_waves(plan):
            wave, period = plan.waves[name], self.periods.get(name)
            if period is not None:
                opened[name] = (period.first, period.last)
            elif wave.first and wave.last:
                opened[name] = (wave.first, wave.last)
        return opened

    def measured_on(self, wave: str) -> date | None:
        """Return the day on which a wave's cases were looked at: those not closed by then are open."""
        return self.measured.get(wave, self.measured.get(EVERY_WAVE))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingTimeFacts(MeasureFacts):
    """The change of handling times; `unit` is what days are counted, `standardise` the label of a column."""

    within_days: int
    statistic: str = "restricted-mean"
    unit: str = "calendar-days"
    standardise: str | None = None


class HandlingTime(OfSource):
    """The change of the time from opened to closed, cases still open included."""

    reads = Cases
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = CHANGES | {"at-most"}

    kind: Literal["handling-time"]
    statistic: Literal["restricted-mean", "median"] = "restricted-mean"
    within_days: Annotated[int, Field(ge=1, le=LONGEST)]
    standardise: str | None = None
    limits: list[Annotated[int, Field(ge=1, le=LONGEST)]] = []

    @property
    def columns(self) -> tuple[str, ...]:
        """The column whose mix of cases is held the same."""
        return (self.standardise,) if self.standardise else ()

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield a change, or a mix of two periods, asked of one, and a target that means of so few days cannot tell."""
        cases = plan.sources.get(self.source)
        of_two = self.standardise is not None or (target is not None and target.at_most is None)
        if of_two and isinstance(cases, Cases) and len(cases.compared_waves(plan)) == 1:
            yield Fault(code="plan-two-waves", key=f"{key}.kind")
        alone = "statistic" if self.statistic == "median" else "standardise" if self.standardise else None
        if isinstance(cases, Cases) and cases.cluster and alone:
            yield Fault(code="plan-not-over-groups", key=f"{key}.{alone}", got=cases.cluster)
        amounts = (target.at_most, target.increase_by, target.decrease_by) if target else ()
        amount = next((one for one in amounts if one is not None), 0)
        if self.statistic == "restricted-mean" and amount >= self.within_days:
            yield Fault(
                code="plan-beyond-horizon",
                key=f"{key}.within_days",
                got=f"{amount:g}",
                details={"days": self.within_days, "unit": self._unit(plan), "longer": 2 * math.ceil(amount)},
            )

    def _unit(self, plan: Sections) -> str:
        cases = plan.sources.get(self.source)
        return cases.unit if isinstance(cases, Cases) else "calendar-days"

    def facts(self, shared: SharedFacts, plan: Instruments) -> HandlingTimeFacts:
        """Return how it is measured."""
        return HandlingTimeFacts(
            **shared,
            statistic=self.statistic,
            within_days=self.within_days,
            standardise=plan.written.called(self.standardise) if self.standardise else None,
            unit=self._unit(plan.written),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedWithinFacts(MeasureFacts):
    """The share closed in time: `days` for all, else by a column called `limit`; whether some can be withdrawn."""

    days: int | None
    limit: str | None
    unit: str = "calendar-days"
    withdrawn: tuple[str, ...] = ()


Days = Annotated[int, Field(ge=1, le=LONGEST)]


class ClosedWithin(OfSource):
    """The share of cases closed within a limit, cases still open included."""

    reads = Cases
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES
    is_share: ClassVar[bool] = True

    kind: Literal["closed-in-time"]
    within_days: Days | None = None
    limit_column: str | None = None
    limits_by: Annotated[dict[str, dict[str, Days]], Field(max_length=1)] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the types that have limits of their own."""
        return tuple(self.limits_by)

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield no limit, or several, and a change that is asked of one period."""
        given = [self.within_days is not None, self.limit_column is not None, bool(self.limits_by)]
        if sum(given) != 1:
            yield Fault(code="plan-one-limit", key=key, got="none" if not any(given) else "several")
        cases = plan.sources.get(self.source)
        one = isinstance(cases, Cases) and len(cases.compared_waves(plan)) == 1
        changed = target is not None and any((target.increase_by, target.decrease_by, target.direction))
        if one and changed:
            yield Fault(code="plan-two-waves", key=f"{key}.kind")

    def facts(self, shared: SharedFacts, plan: Instruments) -> ClosedWithinFacts:
        """Return how it is measured."""
        written = plan.written
        column, cases = self.limit_column or next(iter(self.limits_by), None), written.sources[self.source]
        return ClosedWithinFacts(
            **shared,
            days=self.within_days,
            limit=written.called(column) if column else None,
            unit=cases.unit if isinstance(cases, Cases) else "calendar-days",
            withdrawn=tuple(cases.withdrawn) if isinstance(cases, Cases) else (),
        )


KIND = Kind(
    source=Cases, found=found_cases, in_waves=cases_in_waves, measures=(HandlingTime, ClosedWithin), template="also"
)
