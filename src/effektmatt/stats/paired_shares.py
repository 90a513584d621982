"""Two shares of the same people, from the four cells of a paired table.

Cells: `both` (yes, yes), `first_only` (yes, no), `second_only` (no, yes), `neither` (no, no). The estimand is
p1 - p2 = (first_only - second_only) / n; after minus before means that the first answer is the one after.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import bdtr, chdtrc, ndtri

from effektmatt.core import Interval
from effektmatt.stats.checks import check_count, check_level, check_table
from effektmatt.stats.roots import sign_change
from effektmatt.stats.share import wilson_limits
from effektmatt.stats.square_and_add import square_and_add


def tango(both: int, first_only: int, second_only: int, neither: int, level: float = 0.95) -> Interval:
    """Return Tango's score interval for the difference of two paired shares.

    Source: Tango 1998, Stat Med 17:891-908.

    >>> interval = tango(1, 1, 7, 12)
    >>> round(interval.low, 3), round(interval.high, 3)
    (-0.517, -0.026)
    """
    _, first_only, second_only, _, n = check_table(both, first_only, second_only, neither)
    z = float(ndtri((1 + check_level(level)) / 2))
    observed = (first_only - second_only) / n

    def score(difference: float) -> float:
        return tango_score(first_only, second_only, n, difference)

    low = -1.0 if observed <= -1 else sign_change(lambda d: score(d) < z, -1.0, observed)
    high = 1.0 if observed >= 1 else sign_change(lambda d: score(d) < -z, observed, 1.0)
    return Interval(low=low, high=high, level=level, method="tango")


def tango_score(first_only: float, second_only: float, n: float, difference: float) -> float:
    """Return Tango's statistic of p1 - p2 = `difference`: standard normal if it is, falling as `difference` grows."""
    linear = (2 * n - first_only + second_only) * difference - first_only - second_only
    constant = -second_only * difference * (1 - difference)
    root = math.sqrt(max(0.0, linear * linear - 8 * n * constant))
    # the positive root of 2 n q**2 + linear q + constant, written so that nothing cancels
    second = (root - linear) / (4 * n) if linear <= 0 else -2 * constant / (linear + root)
    variance = n * (2 * second + difference * (1 - difference))
    deviation = first_only - second_only - n * difference
    if variance <= 0:
        return math.copysign(math.inf, deviation) if deviation else 0.0
    return deviation / math.sqrt(variance)


def newcombe_paired(
    both: int, first_only: int, second_only: int, neither: int, level: float = 0.95, *, corrected: bool = True
) -> Interval:
    """Return Newcombe's square-and-add interval for paired shares.

    Parameters
    ----------
    both, first_only, second_only, neither
        The four cells.
    level
        Confidence level.
    corrected
        Whether phi, the correlation of the two answers, is corrected for continuity (method 10) or not (method 8).

    Source: Newcombe 1998, Stat Med 17:2635-2650, methods 8 and 10.

    >>> interval = newcombe_paired(1, 1, 7, 12)
    >>> round(interval.low, 3), round(interval.high, 3)
    (-0.507, -0.026)
    """
    both, first_only, second_only, neither, n = check_table(both, first_only, second_only, neither)
    hits_1, hits_2 = both + first_only, both + second_only
    first, second = (wilson_limits(hits, n, check_level(level)) for hits in (hits_1, hits_2))
    low, high = square_and_add(first, second, phi(both, first_only, second_only, neither, corrected=corrected))
    method = "newcombe-paired-10" if corrected else "newcombe-paired-8"
    return Interval(low=max(-1.0, low), high=min(1.0, high), level=level, method=method)


def phi(both: int, first_only: int, second_only: int, neither: int, *, corrected: bool) -> float:
    """Return the phi coefficient, nought where either answer is everybody's or nobody's.

    Corrected for continuity, its numerator is moved n / 2 towards nought when positive.

    >>> phi(3, 1, 1, 3, corrected=False)
    0.5
    """
    n = both + first_only + second_only + neither
    product = (both + first_only) * (second_only + neither) * (both + second_only) * (first_only + neither)
    if product == 0:
        return 0.0
    numerator = both * neither - first_only * second_only
    if corrected and numerator > 0:
        return max(0.0, numerator - n / 2) / math.sqrt(product)
    return numerator / math.sqrt(product)


def agresti_min(both: int, first_only: int, second_only: int, neither: int, level: float = 0.95) -> Interval:
    """Return Wald's interval after half an observation was added to each cell.

    Source: Agresti & Min 2005, Stat Med 24:729-740.

    >>> interval = agresti_min(1, 1, 7, 12)
    >>> round(interval.low, 3), round(interval.high, 3)
    (-0.493, -0.029)
    """
    _, first_only, second_only, _, n = check_table(both, first_only, second_only, neither)
    half = float(ndtri((1 + check_level(level)) / 2)) * agresti_min_error(first_only, second_only, n)
    difference = (first_only - second_only) / (n + 2)
    return Interval(
        low=max(-1.0, difference - half), high=min(1.0, difference + half), level=level, method="agresti-min"
    )


def agresti_min_error(first_only: int, second_only: int, n: int) -> float:
    """Return the standard error behind `agresti_min`; unlike Wald's it is never nought."""
    n += 2
    return math.sqrt(first_only + second_only + 1 - (first_only - second_only) ** 2 / n) / n


@dataclass(frozen=True, slots=True, kw_only=True)
class McNemar:
    """McNemar's test in its four variants; two-sided p-values.

    `statistic` is chi-square without correction and None when nobody changed, as is `asymptotic`.
    """

    statistic: float | None
    asymptotic: float | None
    corrected: float | None
    exact: float
    mid_p: float


def mcnemar(first_only: int, second_only: int) -> McNemar:
    """Test that two paired shares are equal, from those who changed.

    Source: McNemar 1947, Psychometrika 12:153-157; Edwards 1948 (corrected); Fagerland, Lydersen & Laake 2013,
    BMC Medical Research Methodology 13:91 (exact conditional and mid-P).

    >>> test = mcnemar(1, 7)
    >>> test.statistic, test.exact, test.mid_p
    (4.5, 0.0703125, 0.0390625)
    """
    first_only, second_only = check_count(first_only, "first_only"), check_count(second_only, "second_only")
    changed, fewer = first_only + second_only, min(first_only, second_only)
    if changed == 0:
        return McNemar(statistic=None, asymptotic=None, corrected=None, exact=1.0, mid_p=1.0)
    at_most = float(bdtr(fewer, changed, 0.5))
    below = float(bdtr(fewer - 1, changed, 0.5)) if fewer else 0.0
    exact = min(1.0, 2 * at_most)
    gap = abs(first_only - second_only)
    statistic = gap**2 / changed
    return McNemar(
        statistic=statistic,
        asymptotic=float(chdtrc(1, statistic)),
        corrected=float(chdtrc(1, max(0, gap - 1) ** 2 / changed)),
        exact=exact,
        # equally many both ways: the doubled tail holds the middle term twice
        mid_p=at_most + below if gap else 1 - (at_most - below),
    )
