"""What cases that outlast the horizon can do to a mean: a verdict on all days must withstand it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from effektmatt.cases.wave_curve import Settings
from effektmatt.core import Estimate, Note, Sensitivity
from effektmatt.stats.beyond_horizon import mean_difference_range, mean_range
from effektmatt.stats.survival import SurvivalCurve

Curves = Mapping[str, SurvivalCurve]

#: A curve is looked at beyond tau as far as so many of its cases were followed.
FEWEST_FOLLOWED = 10


def bounded_level(estimate: Estimate, curves: Curves, weights: Mapping[str, float], settings: Settings) -> Estimate:
    """Return a restricted mean with what the mean of all days may be."""
    if settings.whole:
        return estimate
    day = _last_day(curves.values(), settings.tau)
    low, high = mean_range(curves, weights, day, settings.level)
    return _bounded(estimate, low, high, day, "open-at-end-soon" if _some_open(curves.values(), day) else None)


def bounded_change(
    estimate: Estimate, before: Curves, after: Curves, weights: Mapping[str, float], settings: Settings
) -> Estimate:
    """Return a difference of restricted means with what that of the means of all days may be."""
    if settings.whole:
        return estimate
    curves = [*before.values(), *after.values()]
    day = _last_day(curves, settings.tau)
    low, high = mean_difference_range(after, before, weights, day, settings.level)
    return _bounded(estimate, low, high, day, "open-at-end-alike" if _some_open(curves, day) else None)


def _bounded(estimate: Estimate, low: float, high: float, day: int, assumption: str | None) -> Estimate:
    reason = Note(code="beyond-horizon", values={"days": day})
    assumed = (Note(code=assumption),) if assumption else ()
    bounded = estimate.withstanding(Sensitivity(low=low, high=high, reason=reason))
    return replace(bounded, assumptions=(*estimate.assumptions, *assumed))


def _some_open(curves: Iterable[SurvivalCurve], day: int) -> bool:
    return any(curve.at(day) > 0 for curve in curves)


def _last_day(curves: Iterable[SurvivalCurve], tau: int) -> int:
    """Return the last day that all curves say something about: tau, or later where enough cases were followed."""
    known = list(curves)
    last = min((_followed(curve) for curve in known if math.isfinite(curve.horizon)), default=math.inf)
    longest = max(curve.follow_up for curve in known)
    return max(tau, int(min(last, longest)))


def _followed(curve: SurvivalCurve) -> int:
    """Return the last day to which enough cases were followed."""
    followed = curve.counts.events + curve.counts.censored
    later = followed[::-1].cumsum()[::-1]
    enough = curve.counts.days[later >= FEWEST_FOLLOWED]
    return int(enough[-1]) if enough.size else 0
