"""What a result would be if those who are missing differed from those who answered, by as much as is called modest."""

from __future__ import annotations

import math

from scipy.special import ndtri

from effektmatt.core import About, Differ, Estimate, Linkage, Note, Sensitivity, Unit
from effektmatt.core.about import OF_THOSE_MISSING

#: At an edge of what is modest a verdict may be false so often, one time in ten, less a little for the approximation.
_RISK = 0.09


def missing_share(share: float, differ: Differ, *, higher: bool) -> float:
    """Return the share among those missing that is furthest from that of those who answered, and still modest.

    >>> round(missing_share(0.80, Differ(), higher=False), 3)  # a quarter of its own size lower
    0.6
    >>> round(missing_share(0.20, Differ(), higher=False), 3)  # odds 1.5 times lower
    0.143
    """
    sign = 1 if higher else -1
    by_part = share * (1 + sign * differ.part)
    odds = share * differ.odds_ratio**sign
    by_odds = odds / (odds + 1 - share)
    return min(1.0, max(by_part, by_odds)) if higher else max(0.0, min(by_part, by_odds))


def edges(estimate: Estimate, missing: float, differ: Differ, *, spread: float) -> Sensitivity | None:
    """Return from where to where a number may lie if those missing differ modestly (each limit by itself).

    Parameters
    ----------
    estimate
        The number, with its interval.
    missing
        How large a part of all is missing, 0 to 1.
    differ
        What is modest. A share among those missing differs by a part of its own size, or by an odds ratio, whichever
        is more; any other number by a part of its own size, or as far as that odds ratio of having answered for each
        standard deviation moves a mean (its logarithm, in standard deviations), whichever is more. A mean that is no
        change has no size of its own, and differs by the latter.
    spread
        The standard deviation behind the number.
    """
    if estimate.value is None or estimate.interval is None:
        return None
    value, interval = estimate.value, estimate.interval
    narrower = float(ndtri(1 - _RISK) / ndtri((1 + interval.level) / 2))
    if estimate.unit is Unit.SHARE:
        below = value - missing_share(value, differ, higher=False)
        above = missing_share(value, differ, higher=True) - value
    else:
        of_its_own = differ.part * abs(value) if estimate.is_change else 0.0
        below = above = max(of_its_own, math.log(differ.odds_ratio) * spread)
    down, up = (narrower * abs(value - end) for end in (interval.low, interval.high))
    if estimate.unit is Unit.SHARE and estimate.population is not None:
        down, up = (
            max(reach, _drawn_unlike(estimate, missing_share(value, differ, higher=higher)))
            for reach, higher in ((down, False), (up, True))
        )
    of_those = [note.values.get("missing", 0) for note in estimate.assumptions if note.code in OF_THOSE_MISSING]
    return Sensitivity(
        low=value - down - missing * below,
        high=value + up + missing * above,
        reason=Note(code="missing-may-overturn", values={"missing": next(iter(of_those), 0)}),
    )


def _drawn_unlike(estimate: Estimate, other: float) -> float:
    """Return how far a share may be off by chance where those who answered were drawn from all with unlike odds.

    `other` is the share among those missing. The hits vary more then than in a draw with equal odds (Fisher's
    noncentral hypergeometric distribution, its variance by Cornfield's approximation), the more the fewer are missing.
    """
    n, missing = estimate.n, (estimate.population or 0) - estimate.n
    share = ((estimate.hits or 0) + 0.5) / (n + 1)
    other = min(max(other, 0.5 / (missing + 1)), 1 - 0.5 / (missing + 1))
    cells = (n * share, n * (1 - share), missing * other, missing * (1 - other))
    error = 1 / math.sqrt(sum(1 / cell for cell in cells))
    whole = (n + missing * other / share) / (n + missing)  # how much of a change among those seen is one of all
    return float(ndtri(1 - _RISK) * whole * (error + 0.5) / n)


def with_edges(estimate: Estimate, about: About, answered: int, linkage: Linkage = Linkage.PAIRED) -> Estimate:
    """Return an estimate that says what it would be if those missing differed modestly, where any are.

    `answered` is how many of those whom `about` tells of answered.

    >>> from effektmatt.stats.estimates import share_estimate
    >>> bool(share_estimate("share", 90, 100, About(population=150)).sensitivity[0].low < 0.80)
    True
    """
    if estimate.interval is None or not OF_THOSE_MISSING & {note.code for note in estimate.assumptions}:
        return estimate
    width = estimate.interval.high - estimate.interval.low
    error = width / (2 * ndtri((1 + estimate.interval.level) / 2))
    # who is followed may stay away because of their own change; two waves of others miss the same kind of people
    spread = error * math.sqrt(estimate.n) if linkage is Linkage.PAIRED else 0.0
    found = edges(estimate, about.missing_part(answered), about.differ, spread=spread)
    return estimate if found is None else estimate.withstanding(found)
