"""Published values per unit and wave or year: what they were first and last. Described, never tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.core import Change, Detail, Direction, Estimate, Linkage, Note, Outcome, Reading, Role, Unit
from effektmatt.stats.estimates import counted_estimate

#: Kolada's signs for a value that is not there, and what each means.
KOLADA = {"-": "dropped-out", ".": "not-applicable", "..": "secret"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexValue:
    """One published value; where there is none, `sign` says why ("dropped-out", "not-applicable", "secret")."""

    unit: str
    wave: str
    value: float | None
    sign: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSeries:
    """One unit's values wave by wave, and its change from the first known to the last."""

    unit: str
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
    deciding: str | None
    index: str | None = None
    measured_in: str | None = None


def index_outcome(
    values: Sequence[IndexValue],
    *,
    waves: Sequence[str],
    judged: Reading = Reading.POINTS,
    better: Direction = Direction.HIGHER,
    index: str | None = None,
    measured_in: str | None = None,
) -> Outcome:
    """Return the change of a published index from the first wave to the last.

    Nothing is estimated, so there is no interval and no test: a published value is what it is. With several units the
    one that moved least the wanted way is the estimate, so that a goal is met only when every unit meets it. Where a
    unit lacks one of the waves its own first and last values are used, and told; one that has fewer than two leaves
    the goal open, unless another unit has already missed it.

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
        What the index is called and counted in, for the words.

    Examples
    --------
    >>> values = [IndexValue(unit="A", wave="2012", value=60.0), IndexValue(unit="A", wave="2013", value=72.0),
    ...           IndexValue(unit="B", wave="2012", value=55.0), IndexValue(unit="B", wave="2013", value=54.0)]
    >>> found = index_outcome(values, waves=["2012", "2013"])
    >>> found.estimate.value, found.detail.deciding
    (-1.0, 'B')
    """
    place = {wave: order for order, wave in enumerate(waves)}
    names = list(dict.fromkeys(one.unit for one in values))
    every = [
        UnitSeries(
            unit=name,
            values=tuple(sorted((one for one in values if one.unit == name), key=lambda one: place[one.wave])),
        )
        for name in names
    ]
    units = [unit for unit in every if unit.is_applicable]
    needed = 1 if judged is Reading.LEVEL else 2
    compared = [unit for unit in units if len(unit.known) >= needed]
    numbers = {unit.unit: number for unit in compared if (number := _number(unit, judged)) is not None}
    choose = min if better is Direction.HIGHER else max
    deciding = choose(numbers, key=lambda name: numbers[name]) if numbers else None
    chosen = next((unit for unit in compared if unit.unit == deciding), None)
    estimate = _estimate(judged, numbers[deciding] if deciding is not None else None, len(numbers))
    return Outcome(
        estimate=estimate,
        # before and after are those of one unit: of several, none speaks for the others
        change=_change(chosen) if chosen is not None and len(units) == 1 and len(chosen.known) > 1 else None,
        detail=IndexChange(
            waves=tuple(waves), units=tuple(units), deciding=deciding, index=index, measured_in=measured_in
        ),
        notes=(*_notes(every, units, compared, waves),),
    )


def _number(unit: UnitSeries, judged: Reading) -> float | None:
    first, last = unit.known[0].value, unit.known[-1].value
    assert first is not None
    assert last is not None
    if judged is Reading.LEVEL:
        return last
    if judged is Reading.RELATIVE:
        return last / first - 1 if first else None
    return _less(last, first)


def _less(last: float, first: float) -> float:
    """Return a difference without the noise of floats: 71.3 - 62.1 is 9.2, and what did not change is 0."""
    return round(last - first, 9)


_MEASURES = {
    Reading.POINTS: ("index-change", Unit.NUMBER, Role.DIFFERENCE),
    Reading.RELATIVE: ("relative-change", Unit.RELATIVE, Role.RELATIVE),
    Reading.LEVEL: ("index-value", Unit.NUMBER, Role.LEVEL),
}


def _estimate(judged: Reading, value: float | None, units: int) -> Estimate:
    measure, unit, role = _MEASURES[judged]
    notes = () if value is not None else (Note(code="no-index-values"),)
    return counted_estimate(measure, unit, value, units, method="published", role=role, notes=notes)


def _change(unit: UnitSeries) -> Change:
    first, last = _number_of(unit.known[0]), _number_of(unit.known[-1])
    relative = (_estimate(Reading.RELATIVE, last / first - 1, 1),) if first else ()
    return Change(
        before=_estimate(Reading.LEVEL, first, 1),
        after=_estimate(Reading.LEVEL, last, 1),
        difference=_estimate(Reading.POINTS, _less(last, first), 1),
        linkage=Linkage.PAIRED,
        effects=relative,
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
            values={"unit_name": one.unit, "first": one.known[0].wave, "last": one.known[-1].wave},
        )
        for one in compared
        if (one.known[0].wave, one.known[-1].wave) != (waves[0], waves[-1])
    ]
    return notes


def _why(unit: UnitSeries) -> str:
    """Return the sign of the value that is missing, or "no-value" where it simply is not there."""
    return next((one.sign for one in reversed(unit.values) if one.sign is not None), "no-value")
