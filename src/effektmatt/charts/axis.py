"""From values to places on paper, and the round numbers to write beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from effektmatt.core import Estimate, Unit
from effektmatt.goals import Target
from effektmatt.wording import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Values from `low` to `high` lie from `start` to `end` millimetres.

    >>> Axis(low=0, high=1, start=50, end=150).at(0.25)
    75.0
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value lies; what lies outside is put at the end."""
        within = min(max(value, self.low), self.high)
        return self.start + (within - self.low) / (self.high - self.low) * (self.end - self.start)

    def holds(self, value: float) -> bool:
        """Whether a value lies on the axis."""
        return self.low <= value <= self.high


def round_step(span: float, steps: int) -> float:
    """Return the step among 1, 2 and 5 times a power of ten that divides a span into about so many.

    >>> round_step(90, 4), round_step(0.7, 4)
    (20.0, 0.2)
    """
    if not 1e-12 < span < math.inf:
        return 1.0
    rough = span / steps
    power = 10.0 ** math.floor(math.log10(rough))
    return next((factor * power for factor in (1, 2, 5) if factor * power >= rough * 0.85), 10 * power)


def round_ends(values: Iterable[float], steps: int = 4, *, whole: bool = False) -> tuple[float, float]:
    """Return round numbers that enclose the values; the same number twice gets room on both sides.

    >>> round_ends([-24.1, 0, -14])
    (-30.0, 0.0)
    """
    finite = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(finite), max(finite)
    if low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    step = round_step((high - low) or 1.0, steps)
    if whole:
        step = max(1.0, step)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return (low, high) if high > low else (low, low + step)


def ticks(low: float, high: float, steps: int = 4, *, whole: bool = False) -> list[float]:
    """Return the round numbers from low to high; `whole`: none with decimals.

    >>> ticks(0, 90)
    [0.0, 20.0, 40.0, 60.0, 80.0]
    """
    step = round_step(high - low, steps)
    if whole:
        step = max(1.0, step)
    first = math.ceil(low / step - 1e-9)
    return [float(f"{place * step:.12g}") + 0.0 for place in range(first, math.floor(high / step + 1e-9) + 1)]


def ends_of(estimate: Estimate) -> list[float]:
    """Return a value and the ends of its interval, as far as there are any."""
    ends = [] if estimate.value is None else [estimate.value]
    return ends if estimate.interval is None else [*ends, estimate.interval.low, estimate.interval.high]


def extent(estimates: Iterable[Estimate | None], target: Target | None = None) -> tuple[float, float]:
    """Return the ends of an axis that holds estimates with their intervals, and the target.

    Shares get 0 to 1. Everything else gets round numbers that enclose nought, the values and the target.
    """
    shown = [one for one in estimates if one is not None]
    if shown and all(one.unit in (Unit.SHARE, Unit.PROBABILITY) for one in shown):
        return 0.0, 1.0
    values = [0.0]
    for one in shown:
        values += ends_of(one)
        values += [one.possible.low, one.possible.high] if one.possible else []
        values += [one.n or 0] if one.measure == "held" else []  # of activities that is how many were planned
    values = [value for value in values if math.isfinite(value)]
    low, high = target.region if target is not None else (-math.inf, math.inf)
    values += [end for end in (low, high) if math.isfinite(end) and abs(end) > 1e-9]
    if math.isfinite(low) != math.isfinite(high):
        # room on both sides of the target, more where it is met, so that one sees which side that is
        beyond, end = max(values) - min(values), low if math.isfinite(low) else high
        side = 1 if math.isfinite(low) else -1
        values += [end + side * 0.2 * beyond, end - side * 0.05 * beyond]
    return round_ends(values, 6, whole=all(one.unit is Unit.COUNT for one in shown))


def decimals(value: float, unit: Unit) -> int:
    """Return how many decimals a number of an axis needs."""
    in_hundredths = unit in (Unit.SHARE, Unit.PROBABILITY, Unit.POINTS, Unit.RELATIVE)
    shown = value * 100 if in_hundredths else value
    return next((few for few in (0, 1) if abs(shown - round(shown, few)) < 1e-6), 2)


def part_of_scale(axis: Axis, unit: Unit, say: Words) -> str | None:
    """Say that an axis of shares or scores shows a part of its scale only; None for one that shows all of it."""
    whole = unit is Unit.SHARE and axis.low <= 0.0 and axis.high >= 1.0
    if whole or unit not in (Unit.SHARE, Unit.SCORE):
        return None
    low, high = axis_number(axis.low, unit, say), axis_number(axis.high, unit, say)
    return say.say("chart-part-of-scale", low=low, high=high)


def axis_number(value: float, unit: Unit, say: Words) -> str:
    """Write a number of an axis without its unit, except per cent."""
    few = decimals(value, unit)
    match unit:
        case Unit.SHARE | Unit.PROBABILITY:
            return say.percent(value, few)
        case Unit.RELATIVE:
            return say.percent(value, few, signed=value != 0)
        case Unit.POINTS:
            return say.number(value * 100, few, signed=value != 0)
        case _:
            return say.number(value, few)
