"""Medians of two waves and shares closed in time, and whether their curves cross."""

from __future__ import annotations

import math

import numpy as np

from effektmatt.cases.wave_curve import Settings, WaveCurve, too_short
from effektmatt.core import Change, Estimate, Evidence, Interval, Linkage, Note, Unit
from effektmatt.stats.survival import closed_share, quantile

_SQUARE_AND_ADD = "square-and-add-log-log"


def median_change(before: WaveCurve, after: WaveCurve, settings: Settings) -> Change:
    """Return the Kaplan-Meier median of each wave and their difference."""
    medians = [_median(wave, settings) for wave in (before, after)]
    return _difference(medians[0], medians[1], "median-difference", settings.unit)


def _median(wave: WaveCurve, settings: Settings) -> Estimate:
    if wave.curve is None:
        reason = Note(code="too-few-cases", values={"wave": wave.wave, "n": 0, "needed": 1})
        return settings.missing("median", 0, "log-log", reason)
    found = quantile(wave.curve, 0.5, settings.level)
    unreached = Note(code="median-not-reached", values={"wave": wave.wave, "days": wave.counts.follow_up})
    return Estimate(
        measure="median",
        value=found.value,
        unit=settings.unit,
        n=wave.counts.n,
        evidence=Evidence.PROCESS,
        method=found.interval.method,
        interval=found.interval,
        notes=() if found.value is not None else (unreached,),
    )


def closed_within_change(before: WaveCurve, after: WaveCurve, limit: int, settings: Settings) -> Change:
    """Return the share of cases closed within a number of days in each wave, and their difference."""
    shares = [_closed_within(wave, limit, settings) for wave in (before, after)]
    return _difference(shares[0], shares[1], "closed-within-difference", Unit.POINTS)


def _closed_within(wave: WaveCurve, limit: int, settings: Settings) -> Estimate:
    n = wave.counts.n
    if wave.curve is None or limit > wave.horizon:
        return settings.missing("closed-within", n, "log-log", too_short(wave, limit), Unit.SHARE)
    found = closed_share(wave.curve, limit, settings.level)
    return Estimate(
        measure="closed-within",
        value=found.value,
        unit=Unit.SHARE,
        n=n,
        evidence=Evidence.PROCESS,
        method=found.interval.method,
        interval=found.interval,
        curve=found.curve,
        std_error=found.std_error,
        notes=(Note(code="closed-within", values={"days": limit}),),
    )


def _difference(before: Estimate, after: Estimate, measure: str, unit: Unit) -> Change:
    """Return after minus before, with an interval put together from those of both.

    Source: Zou & Donner 2008, Stat Med 27:1693-1702, equation 3: the squares of the distances from the values to
    their limits are added (as in Newcombe's method 10).
    """
    n = before.n + after.n
    reasons = [note for estimate in (before, after) if estimate.value is None for note in estimate.notes]
    value: float | None = None
    interval: Interval | None = None
    if before.value is not None and after.value is not None:
        assert before.interval is not None
        assert after.interval is not None
        value = after.value - before.value
        interval = Interval(
            low=value - math.hypot(after.value - after.interval.low, before.interval.high - before.value),
            high=value + math.hypot(after.interval.high - after.value, before.value - before.interval.low),
            level=before.interval.level,
            method=_SQUARE_AND_ADD,
        )
    difference = Estimate(
        measure=measure,
        value=value,
        unit=unit,
        n=n,
        evidence=Evidence.PROCESS,
        method=_SQUARE_AND_ADD,
        interval=interval,
        notes=tuple(reasons[:1]) if reasons else after.notes,
    )
    return Change(before=before, after=after, difference=difference, linkage=Linkage.INDEPENDENT)


def curves_cross(before: WaveCurve, after: WaveCurve, settings: Settings) -> bool:
    """Say whether one wave is surely ahead on some day and surely behind on another, no later than tau.

    Surely: the intervals of the shares closed by that day lie apart. Then no single number tells the whole truth.
    """
    if before.curve is None or after.curve is None:
        return False
    days = np.union1d(before.curve.days, after.curve.days)
    ahead, behind = False, False
    for day in days[days <= settings.tau]:
        first, second = (closed_share(curve, int(day), settings.level) for curve in (before.curve, after.curve))
        ahead |= second.interval.low > first.interval.high
        behind |= second.interval.high < first.interval.low
    return ahead and behind
