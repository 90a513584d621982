"""How far beyond its target the truth must lie for data like these to tell that the target is met."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import betaincinv, expit, logit, ndtri

from effektmatt.core import Estimate, Evidence, Unit
from effektmatt.goals.target import Target
from effektmatt.stats.share import clopper_pearson, hypergeometric
from effektmatt.stats.without_replacement import tails

#: How often a target that is met should be told as such: what samples are planned for.
POWER = 0.8

_EXACT = {"clopper-pearson", "hypergeometric-exact"}
#: Values below nought that are none.
_NEVER_BELOW = (Unit.SHARE, Unit.PROBABILITY, Unit.DAYS, Unit.WORKING_DAYS, Unit.COUNT, Unit.PER_WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The value from which on a target that is met is told as such four times in five (`POWER`).

    `value` is None where no value is large (or small) enough.
    """

    value: float | None


def reach(estimate: Estimate, target: Target) -> Reach | None:
    """Return from which value on data like these would tell that the target is met.

    One share: summed exactly. Else as far beyond the target as the limits that decide lie from the value, and the
    quantile of `POWER` times the standard error more; of shares on the logit scale.

    Parameters
    ----------
    estimate, target
        What was judged, and found open.

    Returns
    -------
    Reach or None
        None where the target has two ends, or nothing is known of the error.

    Source: Cohen 1988, Statistical Power Analysis, section 1.5; the smallest effect that can be told: Bloom 1995,
    Evaluation Review 19:547-556.

    Examples
    --------
    >>> from effektmatt.core import About
    >>> from effektmatt.stats.estimates import share_estimate
    >>> found = reach(share_estimate("share", 100, 120, About(self_selected=False)), Target(at_least=0.8))
    >>> round(found.value, 3)
    0.894
    >>> reach(share_estimate("share", 8, 8, About()), Target(at_least=0.8))
    Reach(value=None)
    """
    smallest, largest = target.region
    upwards = math.isfinite(smallest)
    if upwards == math.isfinite(largest) or estimate.value is None or estimate.interval is None:
        return None
    end = smallest if upwards else largest
    if estimate.method in _EXACT and estimate.hits is not None:
        exact = Reach(value=_of_share(estimate, end, upwards=upwards))
        if not estimate.sensitivity or exact.value is None:
            return exact
        return _by_error(estimate, end, upwards=upwards) or exact
    return _by_error(estimate, end, upwards=upwards)


def _of_share(estimate: Estimate, end: float, *, upwards: bool) -> float | None:
    """Return the share from which on so many hits are counted four times in five that the interval tells."""
    n, population = estimate.n, estimate.population if estimate.evidence is Evidence.FINITE else None
    share = end if upwards else 1 - end  # of those who are no hits, downwards
    level = estimate.interval.level if estimate.interval else 0.95
    low, high = 0, n + 1
    while low < high:  # the fewest hits whose interval lies beyond the target
        middle = (low + high) // 2
        found = middle <= n and _limit(middle, n, population, level) < share
        low, high = (middle + 1, high) if found else (low, middle)
    if low > n:
        return None
    value = _least_share(low, n, population)
    return value if upwards or value is None else 1 - value


def _limit(hits: int, n: int, population: int | None, level: float) -> float:
    if population is None:
        return clopper_pearson(hits, n, level).low
    return hypergeometric(hits, n, population, level).low


def _least_share(hits: int, n: int, population: int | None) -> float | None:
    """Return the smallest share of which so many hits or more come four times in five."""
    if population is None:
        return float(betaincinv(hits, n - hits + 1, POWER)) if hits else 0.0
    low, high = hits, population
    while low < high:
        middle = (low + high) // 2
        often = tails(hits, n, middle, population)[1] >= POWER
        low, high = (low, middle) if often else (middle + 1, high)
    return low / population


def _by_error(estimate: Estimate, end: float, *, upwards: bool) -> Reach | None:
    value, interval = estimate.value or 0.0, estimate.interval
    if interval is None:
        return None
    # the limits that must be clear of the target are the lower ones upwards, and the upper ones downwards
    overturning = (one for one in estimate.sensitivity if not one.weakens)
    ends = [one for one in (interval, estimate.cautious, *overturning) if one]
    deciding = [one.low if upwards else one.high for one in ends]
    limit, own = (min(deciding) if upwards else max(deciding)), interval.low if upwards else interval.high
    normal, needed = float(ndtri((1 + interval.level) / 2)), float(ndtri(POWER))
    if estimate.unit is Unit.SHARE:
        if not (0 < value < 1 and 0 < limit < 1 and 0 < own < 1):
            return None
        middle = float(logit(value))
        moved = middle - float(logit(limit)) + needed * (middle - float(logit(own))) / normal
        return Reach(value=float(expit(logit(end) + moved)))
    beyond = end + value - limit + needed * (value - own) / normal
    beyond = 0.0 if math.isclose(beyond, 0.0, abs_tol=1e-12) else beyond
    whole = estimate.unit in (Unit.POINTS, Unit.PROBABILITY) and abs(beyond) > 1
    lost = whole or (not upwards and beyond < 0 and _is_never_below(estimate))
    return Reach(value=None if lost else beyond)


def _is_never_below(estimate: Estimate) -> bool:
    """Say whether a value cannot lie below nought: by its unit, or as a cautious mean says."""
    if estimate.is_change:
        return False
    cautious = estimate.cautious is not None and estimate.cautious.low >= 0
    return estimate.unit in _NEVER_BELOW or cautious
