"""One share: intervals for a process, for n of a known N, and what remains possible.

Estimand: the probability of a hit in the process (Clopper-Pearson, Wilson, Jeffreys, mid-P), or the share of hits
among all N of a finite population of which n were seen (hypergeometric).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from scipy.special import betaincinv, ndtri

from effektmatt.core import Interval, Range
from effektmatt.stats.checks import check_finite, check_level, check_population, check_share
from effektmatt.stats.roots import first_true
from effektmatt.stats.square_and_add import Limits
from effektmatt.stats.without_replacement import tails


def clopper_pearson(hits: int, n: int, level: float = 0.95) -> Interval:
    """Return the exact interval of Clopper and Pearson: it covers at least as often as it says.

    Source: Clopper & Pearson 1934, Biometrika 26:404-413; limits as beta quantiles.

    >>> interval = clopper_pearson(46, 50)
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.8077, 0.9778)
    """
    hits, n = check_share(hits, n)
    tail = (1 - check_level(level)) / 2
    low = 0.0 if hits == 0 else float(betaincinv(hits, n - hits + 1, tail))
    high = 1.0 if hits == n else 1 - float(betaincinv(n - hits, hits + 1, tail))
    return Interval(low=low, high=high, level=level, method="clopper-pearson")


def wilson_limits(hits: float, n: float, level: float) -> Limits:
    """Return a share with Wilson's score limits (Wilson 1927, JASA 22:209-212), exactly 0 and 1 at the ends."""
    z = float(ndtri((1 + level) / 2))
    share, z_square = hits / n, z * z
    centre = (share + z_square / (2 * n)) / (1 + z_square / n)
    half = z * math.sqrt(share * (1 - share) / n + z_square / (4 * n * n)) / (1 + z_square / n)
    return Limits(share, 0.0 if hits == 0 else centre - half, 1.0 if hits == n else centre + half)


def hypergeometric(hits: int, n: int, population: int, level: float = 0.95) -> Interval:
    """Return the exact interval for the share of hits among all N, when n of them were seen at random.

    Test inversion: a number K of hits in the population is kept when neither P(X >= hits) nor P(X <= hits) is at
    most (1 - level) / 2, for X hypergeometric(N, K, n). Limits are K / N. When all were seen, both are the share.

    Source: Buonaccorsi 1987, The American Statistician 41:215-218; Cochran 1977, Sampling Techniques, section 3.6.

    >>> interval = hypergeometric(10, 10, population=12)
    >>> round(interval.low * 12), round(interval.high * 12)
    (11, 12)
    """
    hits, n = check_share(hits, n)
    population = check_population(n, population)
    tail = (1 - check_level(level)) / 2
    fewest, most = hits, population - n + hits
    low = first_true(lambda count: tails(hits, n, count, population)[1] > tail, fewest, most)
    too_many = first_true(lambda count: tails(hits, n, count, population)[0] <= tail, low, most + 1)
    return Interval(low=low / population, high=(too_many - 1) / population, level=level, method="hypergeometric-exact")


def possible_range(hits: int, n: int, population: int) -> Range:
    """Return the shares of N that remain possible, from no hit to only hits among those not seen.

    Source: Manski 1995, Identification Problems in the Social Sciences, chapter 2 (worst-case bounds).

    >>> bounds = possible_range(340, 400, population=720)
    >>> round(bounds.low, 4), round(bounds.high, 4)
    (0.4722, 0.9167)
    """
    hits, n = check_share(hits, n) if n else (0, 0)
    population = check_population(n, population)
    if population == 0:
        raise ValueError("population must be at least 1; got 0")
    return Range(low=hits / population, high=(hits + population - n) / population)


def smallest_count(target: float, population: int) -> int:
    """Return the smallest whole number that is at least `target` of the population.

    The product is rounded up unless it is a whole number but for floating-point noise: 0.07 x 100 is 7, not 8.

    >>> smallest_count(0.8, 60), smallest_count(0.07, 100), smallest_count(2 / 3, 3_000_000)
    (48, 7, 2000000)
    """
    product = check_finite(target, "target") * check_population(0, population)
    nearest = round(product)
    return nearest if math.isclose(product, nearest, rel_tol=1e-12, abs_tol=1e-9) else math.ceil(product)


class TippingPoint(NamedTuple):
    """How many of the missing must be hits for the target to be met; more than `missing` is out of reach."""

    needed: int
    missing: int


def tipping_point(hits: int, n: int, population: int, target: float) -> TippingPoint:
    """Return how many of the N - n not seen must be hits for hits among all N to reach the target.

    >>> tipping_point(340, 400, population=720, target=0.80)
    TippingPoint(needed=236, missing=320)
    """
    hits, n = check_share(hits, n) if n else (0, 0)
    population = check_population(n, population)
    return TippingPoint(max(0, smallest_count(target, population) - hits), population - n)
