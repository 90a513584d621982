"""Series: numbers month by month, quarter by quarter or year by year, held against a baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import narwhals as nw
import pandas as pd

from effektmatt.core import Outcome
from effektmatt.data.columns import group_labels
from effektmatt.data.schemas import Column
from effektmatt.data.values import folded
from effektmatt.data.where import shown
from effektmatt.data.wide import years_as_years
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import (
    NO_WAVE,
    Asked,
    Kind,
    LoadedFile,
    LoadedSource,
    Prepared,
    answer,
    asked_of,
    is_level,
    level_after,
)
from effektmatt.evaluation.kinds.published import Twice, empty_cells, published, twice_faults
from effektmatt.plan import Plan
from effektmatt.plan.checks import unknown
from effektmatt.plan.kinds.series import PeriodChange, Series
from effektmatt.usage.series import Period, period_of, period_series, series_outcome

Numbers = tuple[tuple[Period, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SeriesData(Prepared[Series]):
    """The numbers of every unit, period by period."""

    by_unit: dict[str, Numbers]

    def of(self, unit: str | None) -> tuple[str, Numbers]:
        """Return the name and numbers of one unit (None: the only one)."""
        named = [name for name in self.by_unit if unit is None or folded(name) == folded(unit)]
        return (named[0], self.by_unit[named[0]]) if named else ("", ())


def columns(_name: str, source: Series, _wave: str, _present: Sequence[str], _plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a series."""
    units = [Column(name=source.unit, required=True)] if source.unit is not None else []
    return (
        Column(name=source.period, required=True),
        Column(name=source.value),
        *units,
    )


def prepare(loaded: LoadedSource[Series], plan: Plan) -> tuple[SeriesData, list[Fault]]:
    """Read the periods; find what is none, what stands twice, and units that goals ask for in vain."""
    source, file = loaded.source, loaded.only
    needed = [column for column in (source.period, source.value, source.unit) if column is not None]
    if any(column not in file.frame for column in needed):  # told already
        return SeriesData(loaded=loaded, accounts=loaded.accounts, by_unit={}), []
    read = published(file, source.value, source.signs)
    rows, faults = _rows(source, file, read.numbers)
    faults = [*empty_cells(file, source.value), *read.faults, *faults]
    by_unit: dict[str, Numbers] = {}
    for unit, period, value in rows:
        by_unit[unit] = (*by_unit.get(unit, ()), (period, value))
    account = file.account
    for sign, n in Counter(read.signs.dropna()).items():
        account = account.leave(str(sign), n)
    data = SeriesData(loaded=loaded, accounts={NO_WAVE: account}, notes=read.notes, by_unit=by_unit)
    return data, [*faults, *_asked_in_vain(data, plan)]


def _rows(
    source: Series, file: LoadedFile, numbers: pd.Series[float]
) -> tuple[list[tuple[str, Period, float]], list[Fault]]:
    """Return unit, period and number of every row that has them."""
    frame = file.frame
    units = (
        group_labels(nw.from_native(frame[source.unit], series_only=True))
        if source.unit
        else pd.Series("", index=frame.index)
    )
    per_year = period_of(source.baseline[0])
    periods = frame[source.period]
    periods = years_as_years(periods) if per_year is not None and per_year.per_year == 1 else periods
    found, faults, twice = list[tuple[str, Period, float]](), list[Fault](), list[Twice]()
    first: dict[tuple[str, int], int] = {}
    for place, (unit, written, value) in enumerate(zip(units, periods, numbers, strict=True)):
        if not isinstance(written, str) or unit is None or pd.isna(value):
            continue  # an empty one has been told of
        period = period_of(written)
        if period is None or per_year is None or period.per_year != per_year.per_year:
            faults.append(_fault("series-period", int(frame.index[place]), written, source, file))
            continue
        earlier = first.setdefault((str(unit), period.order), place)
        if earlier != place:
            twice.append(Twice(place=place, earlier=earlier, got=", ".join(filter(None, (str(unit), written)))))
            continue
        found.append((str(unit), period, float(value)))
    named = [column for column in (source.value, source.unit, source.period) if column]
    return found, [*faults, *twice_faults(twice, file, named)]


def _fault(code: str, row: int, got: str, source: Series, file: LoadedFile) -> Fault:
    reading = file.reading
    return Fault(
        code=code, file=reading.file, sheet=reading.sheet, row=row, column=source.period, got=shown(got),
        expected=tuple(source.baseline),
    )  # fmt: skip


def _asked_in_vain(data: SeriesData, plan: Plan) -> Iterator[Fault]:
    """Yield the units that are not there, and goals that do not say which of several they mean."""
    units = tuple(data.by_unit)
    for part, asked in asked_of(data.loaded.id, PeriodChange, plan):
        key = f"{part.key}.measure.unit"
        if asked.unit is None and len(units) > 1:
            yield Fault(code="plan-missing-key", file=plan.file.name, key=key)
        elif asked.unit is not None and folded(asked.unit) not in map(folded, units):
            yield replace(unknown(key, asked.unit, "unit", units), file=plan.file.name)


def period_change(asked: Asked[PeriodChange, SeriesData]) -> Outcome:
    """Return the change from the baseline, or the level after it where the target is one."""
    data, measure = asked.source, asked.measure
    first, last = (period_of(written) for written in data.source.baseline)
    assert first is not None
    assert last is not None
    unit, numbers = data.of(measure.unit)
    found = period_series(numbers, (first, last), last=measure.last, unit=unit, measured_in=data.source.measured_in)
    outcome = series_outcome(found, level=asked.data.about.level, of_level=is_level(asked.target))
    return level_after(outcome, asked.target)


KIND = Kind(source=Series, columns=columns, prepare=prepare, answers=(answer(PeriodChange, SeriesData, period_change),))
