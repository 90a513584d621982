"""Published values per unit and wave or year: first and last, as surely as the publisher knew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean

import numpy as np

from effektmatt.core import (
    FROM_DATA,
    OF_UNIT,
    AnswerCounts,
    Change,
    Detail,
    Direction,
    Estimate,
    Linkage,
    Note,
    Outcome,
    Reading,
    Role,
    Unit,
)
from effektmatt.data.values import folded
from effektmatt.stats.choices import MEAN_OVER_UNITS, PUBLISHED_DIFFERENCE, PUBLISHED_RATIO, PUBLISHED_VALUE
from effektmatt.stats.estimates import NOTHING_VARIED, counted_estimate, inferred_estimate
from effektmatt.stats.question import Layout
from effektmatt.stats.ratio_of_means import RatioInference
from effektmatt.stats.results import Inference


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexValue:
    """One published value, and its standard error where one is stated; of none, `sign` says why there is none.

    Signs are "dropped-out", "not-applicable", "not-available" and "secret".
    """

    unit: str = field(metadata=FROM_DATA)
    wave: str
    value: float | None
    sign: str | None = None
    std_error: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSeries:
    """One unit's values wave by wave, and its change from the first known to the last."""

    unit: str = field(metadata=FROM_DATA)
    values: tuple[IndexValue, ...]

    @property
    def known(self) -> tuple[IndexValue, ...]:
        """The values that there are."""
        return tuple(one for one in self.values if one.value is not None)

    @property
    def change(self) -> float | None:
        """Last minus first; None with fewer than two values."""
        known = [one.value for one in self.known if one.value is not None]
        return _less(known[-1], known[0]) if len(known) > 1 else None

    @property
    def is_applicable(self) -> bool:
        """Whether the index concerns the unit at all."""
        return any(one.sign != "not-applicable" for one in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexChange(Detail):
    """Published values of one index, unit by unit, and the unit that the goal is decided by."""

    waves: tuple[str, ...]
    units: tuple[UnitSeries, ...]
    deciding: str | None = field(metadata=FROM_DATA)
    index: str | None = field(default=None, metadata=FROM_DATA)
    measured_in: str | None = None

    @property
    def moments(self) -> int:
        """How many waves at most have a value of the same unit."""
        return max((len(unit.known) for unit in self.units), default=1)

    @property
    def in_percent(self) -> bool:
        """Whether values are per cent, so that a change is in percentage points."""
        return self.measured_in is not None and folded(self.measured_in) in _PERCENT

    @property
    def change_unit(self) -> Unit:
        """What a change is counted in."""
        return Unit.PERCENT_POINTS if self.in_percent else Unit.NUMBER


#: How plans write that an index is a percentage.
_PERCENT = ("procent", "%", "percent", "per cent")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What is judged, and how surely values are known: whether they count everybody, and at which level."""

    judged: Reading
    counted: bool
    in_percent: bool
    level: float

    @property
    def measure(self) -> tuple[str, Unit, Role]:
        """What the judged number is called, and what it is."""
        measure, unit, role = _MEASURES[self.judged]
        points = unit is Unit.NUMBER and role is Role.DIFFERENCE and self.in_percent
        return measure, Unit.PERCENT_POINTS if points else unit, role

    def reading(self, judged: Reading) -> _Terms:
        """Return the same for another number."""
        return replace(self, judged=judged)


def index_outcome(
    values: Sequence[IndexValue],
    *,
    waves: Sequence[str],
    judged: Reading = Reading.POINTS,
    better: Direction = Direction.HIGHER,
    index: str | None = None,
    measured_in: str | None = None,
    counted: bool = True,
    over: str = "every",
    level: float = 0.95,
) -> Outcome:
    """Return the change of a published index from the first wave to the last.

    Where values have stated errors the number has an interval; where they count everybody it has none and is what it
    is; else it must be assumed that they do. With several units the one that moved least the wanted way is the
    estimate, so that a goal is met only when every unit meets it, and the mean over units stands beside; or the mean is
    the estimate. Where a unit lacks one of the waves its own first and last values are used, and told; one that has
    fewer than two leaves the goal open, unless another unit has already missed it.

    Parameters
    ----------
    values
        One for each unit and wave, in any order.
    waves
        The waves in order.
    judged
        Last minus first (points), last / first minus 1 (relative), or the last value itself (level).
    better
        Higher: the unit with the smallest number decides; lower: that with the largest.
    index, measured_in
        What the index is called and counted in, for the words; changes of what is in per cent are in points.
    counted
        Whether values without stated errors count everybody.
    over
        "every" unit must meet a target, or their "mean".
    level
        Confidence level.

    Examples
    --------
    >>> values = [IndexValue(unit="A", wave="2012", value=60.0), IndexValue(unit="A", wave="2013", value=72.0),
    ...           IndexValue(unit="B", wave="2012", value=55.0), IndexValue(unit="B", wave="2013", value=54.0)]
    >>> found = index_outcome(values, waves=["2012", "2013"])
    >>> found.estimate.value, found.detail.deciding
    (-1.0, 'B')
    """
    in_percent = measured_in is not None and folded(measured_in) in _PERCENT
    terms = _Terms(judged=judged, counted=counted, in_percent=in_percent, level=level)
    every = _series(values, waves)
    units = [unit for unit in every if unit.is_applicable]
    needed = 1 if judged is Reading.LEVEL else 2
    compared = [unit for unit in units if len(unit.known) >= needed]
    found = {unit.unit: one for unit in compared if (one := _estimate(unit, terms, waves)).value is not None}
    mean = _mean([one for one in found.values() if one.value is not None], terms)
    deciding = _deciding(found, better) if over == "every" else None
    estimate = _judged(found, deciding, mean, terms, better)
    only = compared[0] if len(units) == len(compared) == 1 else None
    return Outcome(
        estimate=estimate,
        # before and after are those of one unit: of several, none speaks for the others
        change=_change(only, terms, waves) if only is not None and len(only.known) > 1 else None,
        beside=(mean,) if mean is not None and over == "every" else (),
        detail=IndexChange(
            waves=tuple(waves), units=tuple(units), deciding=deciding, index=index, measured_in=measured_in
        ),
        notes=(*_notes(every, units, compared, waves),),
    )


def _series(values: Sequence[IndexValue], waves: Sequence[str]) -> list[UnitSeries]:
    """Return the values unit by unit, in the order of the waves."""
    place = {wave: order for order, wave in enumerate(waves)}
    names = dict.fromkeys(one.unit for one in values)
    return [
        UnitSeries(
            unit=name,
            values=tuple(sorted((one for one in values if one.unit == name), key=lambda one: place[one.wave])),
        )
        for name in names
    ]


def _less(last: float, first: float) -> float:
    """Return a difference without the noise of floats: 71.3 - 62.1 is 9.2, and what did not change is 0."""
    return round(last - first, 9)


_MEASURES = {
    Reading.POINTS: ("index-change", Unit.NUMBER, Role.DIFFERENCE),
    Reading.RELATIVE: ("relative-change", Unit.RELATIVE, Role.RELATIVE),
    Reading.LEVEL: ("index-value", Unit.NUMBER, Role.LEVEL),
}


def _estimate(unit: UnitSeries, terms: _Terms, waves: Sequence[str]) -> Estimate:
    """Return what is judged of one unit: with an interval where errors are stated, else as it is published."""
    first, last = unit.known[0], unit.known[-1]
    missing = last.wave != waves[-1]
    gone = Note(code="last-wave-missing", values={"missing_wave": waves[-1], "last_wave": last.wave})
    assumptions = (gone,) if missing else ()
    measure, in_unit, role = terms.measure
    value = _value(_number_of(first), _number_of(last), terms.judged)
    if value is None:
        reason = Note(code="relative-not-above-zero")
        return counted_estimate(measure, in_unit, None, 1, method="published", role=role, notes=(reason,))
    inferred = _inferred(first, last, terms)
    if inferred is not None:
        found = inferred_estimate(
            measure, in_unit, inferred, 1, role=role, assumptions=assumptions, alike=NOTHING_VARIED
        )
        return replace(found, value=value)
    if not terms.counted:
        assumptions = (Note(code="published-counts-all"), *assumptions)
    estimate = counted_estimate(measure, in_unit, value, 1, method="published", role=role)
    return replace(estimate, assumptions=assumptions)


def _value(first: float, last: float, judged: Reading) -> float | None:
    if judged is Reading.LEVEL:
        return last
    if judged is Reading.RELATIVE:
        return last / first - 1 if first > 0 else None
    return _less(last, first)


def _inferred(first: IndexValue, last: IndexValue, terms: _Terms) -> Inference | RatioInference | None:
    """Return what stated errors say; None where one is not stated."""
    if last.std_error is None or (first.std_error is None and terms.judged is not Reading.LEVEL):
        return None
    ends = (_number_of(last), last.std_error, _number_of(first), first.std_error or 0.0)
    if terms.judged is Reading.LEVEL:
        return PUBLISHED_VALUE.kernel(Layout.PROCESS)(ends[0], ends[1], terms.level)
    if terms.judged is Reading.POINTS:
        return PUBLISHED_DIFFERENCE.kernel(Layout.INDEPENDENT)(*ends, terms.level)
    return PUBLISHED_RATIO.kernel(Layout.INDEPENDENT)(*ends, terms.level) if ends[0] > 0 else None


def _deciding(found: Mapping[str, Estimate], better: Direction) -> str | None:
    """Return the unit that is last to meet a target, by the end of its interval where it has one."""

    def least(name: str) -> float:
        one = found[name]
        end = None if one.interval is None else one.interval.low if better is Direction.HIGHER else one.interval.high
        number = end if end is not None else one.value or 0.0
        return number if better is Direction.HIGHER else -number

    return min(found, key=least) if found else None


def _judged(
    found: Mapping[str, Estimate], deciding: str | None, mean: Estimate | None, terms: _Terms, better: Direction
) -> Estimate:
    """Return the estimate of the deciding unit, which it names, or the mean over units."""
    if deciding is None and mean is not None:
        return mean
    if deciding is None and len(found) == 1:
        return next(iter(found.values()))
    if deciding is None:
        measure, unit, role = terms.measure
        reason = Note(code="no-index-values")
        return counted_estimate(measure, unit, None, 0, method="published", role=role, notes=(reason,))
    estimate = replace(found[deciding], n=len(found))
    if len(found) == 1 or not deciding:
        return estimate
    which = "lowest" if better is Direction.HIGHER else "highest"
    named = Note(code=OF_UNIT, values={"unit_name": deciding, "which": which, "units": len(found)})
    return replace(estimate, notes=(*estimate.notes, named))


def _mean(found: Sequence[Estimate], terms: _Terms) -> Estimate | None:
    """Return the mean over units, with an interval over units; None of one unit."""
    numbers = [one.value for one in found if one.value is not None]
    if len(numbers) < 2:
        return None
    measure, unit, role = terms.measure
    missing = (note for one in found for note in one.assumptions if note.code == "last-wave-missing")
    rest = tuple({repr(note): note for note in missing}.values())
    if terms.counted and all(one.interval is None for one in found):
        mean = counted_estimate(f"mean-{measure}", unit, fmean(numbers), len(numbers), method="published", role=role)
        return replace(mean, assumptions=rest)
    levels, counts = np.unique(np.round(numbers, 9), return_counts=True)
    changes = AnswerCounts(levels=levels, counts=counts)
    return inferred_estimate(
        f"mean-{measure}",
        unit,
        MEAN_OVER_UNITS.kernel(Layout.UNITS)(changes, terms.level),
        len(numbers),
        role=role,
        assumptions=(*MEAN_OVER_UNITS.assumed(Layout.UNITS), *rest),
        notes=MEAN_OVER_UNITS.approximate(Layout.UNITS, len(numbers), changes),
    )


def _change(unit: UnitSeries, terms: _Terms, waves: Sequence[str]) -> Change:
    first = UnitSeries(unit=unit.unit, values=unit.known[:1])
    relative = _estimate(unit, terms.reading(Reading.RELATIVE), waves)
    return Change(
        before=_estimate(first, terms.reading(Reading.LEVEL), [unit.known[0].wave]),
        after=_estimate(unit, terms.reading(Reading.LEVEL), waves),
        difference=_estimate(unit, terms.reading(Reading.POINTS), waves),
        linkage=Linkage.PAIRED,
        effects=() if relative.value is None else (relative,),
    )


def _number_of(value: IndexValue) -> float:
    assert value.value is not None
    return value.value


def _notes(
    every: Sequence[UnitSeries], units: Sequence[UnitSeries], compared: Sequence[UnitSeries], waves: Sequence[str]
) -> list[Note]:
    """Say which units the index does not concern, which are not compared, and which by other waves."""
    notes = [Note(code="index-not-applicable", values={"unit_name": one.unit}) for one in every if one not in units]
    notes += [
        Note(code="index-unit-missing", values={"unit_name": one.unit, "why": _why(one)})
        for one in units
        if one not in compared
    ]
    notes += [
        Note(
            code="index-other-waves",
            values={
                "unit_name": one.unit,
                "named": "yes" if one.unit else "no",
                "gone": " · ".join(
                    wave for wave, end in ((waves[0], one.known[0]), (waves[-1], one.known[-1])) if end.wave != wave
                ),
                "first": one.known[0].wave,
                "last": one.known[-1].wave,
            },
        )
        for one in compared
        if (one.known[0].wave, one.known[-1].wave) != (waves[0], waves[-1])
    ]
    return notes


def _why(unit: UnitSeries) -> str:
    """Return the sign of the value that is missing, or "no-value" where it simply is not there."""
    return next((one.sign for one in reversed(unit.values) if one.sign is not None), "no-value")
