"""Distributions that the probability of meeting a target is read from, for shares; each takes the interval's counts.

The kinds of `Curve` are those that `effektmatt.stats.probability` documents.
"""

from __future__ import annotations

from effektmatt.core import Curve
from effektmatt.stats.checks import check_population, check_share, check_table


def known(value: float) -> Curve:
    """Return the curve of a value that is counted and not inferred."""
    return Curve(kind="step", parameters=(value,))


def share_curve(hits: int, n: int) -> Curve:
    """Return a share's posterior under Jeffreys' prior.

    >>> share_curve(20, 20).parameters
    (20.5, 0.5)
    """
    return Curve(kind="beta", parameters=_jeffreys(hits, n))


def finite_share_curve(hits: int, n: int, population: int) -> Curve:
    """Return the distribution of a share of all N, those not seen predicted under Jeffreys' prior."""
    whole_hits, whole_n = check_share(hits, n) if n else (0, 0)
    return Curve(kind="beta-binomial", parameters=(whole_hits, whole_n, check_population(whole_n, population)))


def share_difference_curve(hits_1: int, n_1: int, hits_2: int, n_2: int) -> Curve:
    """Return the posterior of the difference of two independent shares."""
    return Curve(kind="beta-difference", parameters=(*_jeffreys(hits_1, n_1), *_jeffreys(hits_2, n_2)))


def share_ratio_curve(hits_1: int, n_1: int, hits_2: int, n_2: int) -> Curve:
    """Return the posterior of the ratio, less 1, of two independent shares."""
    return Curve(kind="beta-ratio", parameters=(*_jeffreys(hits_1, n_1), *_jeffreys(hits_2, n_2)))


def paired_difference_curve(both: int, first_only: int, second_only: int, neither: int) -> Curve:
    """Return the confidence distribution of a paired difference: that of Tango's score statistic."""
    return Curve(kind="paired-difference", parameters=check_table(both, first_only, second_only, neither)[:4])


def paired_ratio_curve(both: int, first_only: int, second_only: int, neither: int) -> Curve:
    """Return the confidence distribution of a paired ratio less 1: that of Tang's score statistic."""
    return Curve(kind="paired-ratio", parameters=check_table(both, first_only, second_only, neither)[:4])


def _jeffreys(hits: int, n: int) -> tuple[float, float]:
    hits, n = check_share(hits, n)
    return hits + 0.5, n - hits + 0.5
