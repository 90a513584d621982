"""The probability that a target is met, read from the distribution of an estimate.

`Curve` kinds and their parameters, in order:

- "step" (value): the value is known, so the answer is 1 or 0;
- "normal" (mean, std_error) and "t" (mean, std_error, degrees): the confidence distribution of an estimate;
- "log-normal" (log of the ratio, its std_error) and "log-t" (the same and its degrees): the value is the ratio
  minus 1;
- "beta" (a, b): the posterior of a share; Jeffreys' prior means a = hits + 1/2 and b = n - hits + 1/2;
- "beta-binomial" (hits, n, population): the share among all N, the N - n not seen predicted under Jeffreys' prior;
- "beta-difference" and "beta-ratio" (a1, b1, a0, b0): p1 - p0, and p1 / p0 - 1, of two independent posteriors;
- "paired-difference" and "paired-ratio" (both, first only, second only, neither): p1 - p2, and p1 / p2 - 1, of the
  same people: the normal probability of the score statistic, so that a 95 per cent interval ends where the
  probability is 97.5 per cent.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincinv, betaln, gammaln, ndtr, stdtr

from effektmatt.core import Curve
from effektmatt.stats.checks import check_population, check_share
from effektmatt.stats.paired_ratio import paired_ratio_score
from effektmatt.stats.paired_shares import tango_score
from effektmatt.stats.share import smallest_count

Floats = NDArray[np.float64]

_BLOCK = 1_000_000


def above(curve: Curve, threshold: float) -> float:
    """Return the probability that the value is at least `threshold`.

    Parameters
    ----------
    curve
        One of the kinds that this module documents.
    threshold
        The target, in the unit of the value: a share 0.80, a difference -14.0, a ratio minus one 0.70.

    Raises
    ------
    ValueError
        For an unknown kind, the wrong number of parameters, or a threshold that is no number.

    Notes
    -----
    Ten of ten seen among twelve: whatever the two others say, at least 80 per cent of twelve are hits.

    >>> above(Curve(kind="beta-binomial", parameters=(10, 10, 12)), 0.80)
    1.0
    >>> round(above(Curve(kind="beta", parameters=(20.5, 0.5)), 0.80), 4)
    0.9974
    """
    if math.isnan(threshold):
        raise ValueError("threshold must be a number; got NaN")
    kind = _KINDS.get(curve.kind)
    if kind is None:
        raise ValueError(f"curve kind must be one of {', '.join(_KINDS)}; got {curve.kind!r}")
    count, probability = kind
    if len(curve.parameters) != count:
        raise ValueError(f"a {curve.kind} curve has {count} parameter(s); got {len(curve.parameters)}")
    return min(1.0, max(0.0, probability(threshold, *curve.parameters)))


def _step(threshold: float, value: float) -> float:
    reached = value >= threshold or math.isclose(value, threshold, rel_tol=1e-12, abs_tol=1e-12)
    return 1.0 if reached else 0.0


def _normal(threshold: float, mean: float, std_error: float) -> float:
    if std_error == 0:
        return _step(threshold, mean)
    return float(ndtr((mean - threshold) / std_error))


def _t(threshold: float, mean: float, std_error: float, degrees: float) -> float:
    if std_error == 0:
        return _step(threshold, mean)
    return float(stdtr(degrees, (mean - threshold) / std_error))


def _log_normal(threshold: float, log_ratio: float, std_error: float) -> float:
    return 1.0 if threshold <= -1 else _normal(math.log1p(threshold), log_ratio, std_error)


def _log_t(threshold: float, log_ratio: float, std_error: float, degrees: float) -> float:
    return 1.0 if threshold <= -1 else _t(math.log1p(threshold), log_ratio, std_error, degrees)


def _beta(threshold: float, a: float, b: float) -> float:
    if threshold <= 0 or threshold >= 1:
        return 1.0 if threshold <= 0 else 0.0
    return float(betainc(b, a, 1 - threshold))


def _beta_binomial(threshold: float, hits: float, n: float, population: float) -> float:
    """P(total / N >= threshold): the beta-binomial of the N - n not seen, its terms summed."""
    whole_hits, whole_n = check_share(_whole(hits), _whole(n)) if n else (0, 0)
    missing = check_population(whole_n, _whole(population)) - whole_n
    needed = smallest_count(threshold, missing + whole_n) - whole_hits
    if needed <= 0 or needed > missing:
        return 1.0 if needed <= 0 else 0.0
    a, b = whole_hits + 0.5, whole_n - whole_hits + 0.5
    short, enough = (_mass(low, high, missing, a, b) for low, high in ((0, needed), (needed, missing + 1)))
    return enough / (short + enough)


def _mass(start: int, stop: int, missing: int, a: float, b: float) -> float:
    """Sum the beta-binomial probabilities of start..stop-1, in blocks so that ten millions fit in memory."""
    constant = float(gammaln(missing + 1) - betaln(a, b) - gammaln(missing + a + b))
    total = 0.0
    for first in range(start, stop, _BLOCK):
        hits = np.arange(first, min(stop, first + _BLOCK), dtype=np.float64)
        rest = missing - hits
        terms = gammaln(hits + a) - gammaln(hits + 1) + gammaln(rest + b) - gammaln(rest + 1) + constant
        total += float(np.exp(terms).sum())
    return total


def _whole(value: float) -> int:
    if value != int(value):
        raise ValueError(f"a beta-binomial curve has whole numbers as parameters; got {value!r}")
    return int(value)


def _beta_difference(threshold: float, a1: float, b1: float, a0: float, b0: float) -> float:
    if abs(threshold) >= 1:
        return 1.0 if threshold < 0 else 0.0
    return _over_baseline(lambda p0: p0 + threshold, lambda p1: p1 - threshold, (a1, b1), (a0, b0))


def _beta_ratio(threshold: float, a1: float, b1: float, a0: float, b0: float) -> float:
    if threshold <= -1:
        return 1.0
    factor = 1 + threshold
    return _over_baseline(lambda p0: p0 * factor, lambda p1: p1 / factor, (a1, b1), (a0, b0))


#: Quantile levels between which both distributions are smooth enough for one Gauss-Legendre rule.
_LEVELS = np.array([1e-15, 1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5])
_BREAKS = np.concatenate([[0.0], _LEVELS, 1 - _LEVELS[-2::-1], [1.0]])
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(24)


def _over_baseline(
    needed: Callable[[Floats], Floats],
    baseline: Callable[[Floats], Floats],
    later: tuple[float, float],
    earlier: tuple[float, float],
) -> float:
    """P(p1 >= needed(p0)) as an integral over the quantiles of p0, cut where either distribution bends.

    `baseline` is the inverse of `needed`; it carries the quantiles of p1 over to p0.
    """
    (a1, b1), (a0, b0) = later, earlier
    carried = np.clip(baseline(betaincinv(a1, b1, _BREAKS)), 0.0, 1.0)
    edges = np.unique(np.concatenate([_BREAKS, betainc(a0, b0, carried)]))
    widths = np.diff(edges)[:, None] / 2
    places = edges[:-1, None] + widths * (1 + _NODES)
    floor = np.clip(needed(betaincinv(a0, b0, places)), 0.0, 1.0)
    return float((widths * _WEIGHTS * betainc(b1, a1, 1 - floor)).sum())


def _paired_difference(threshold: float, both: float, first_only: float, second_only: float, neither: float) -> float:
    if abs(threshold) >= 1:
        return 1.0 if threshold <= -1 else 0.0
    n = both + first_only + second_only + neither
    return float(ndtr(tango_score(first_only, second_only, n, threshold)))


def _paired_ratio(threshold: float, both: float, first_only: float, second_only: float, neither: float) -> float:
    del neither  # who had neither says nothing of the ratio
    return 1.0 if threshold <= -1 else float(ndtr(paired_ratio_score(both, first_only, second_only, 1 + threshold)))


_KINDS: dict[str, tuple[int, Callable[..., float]]] = {
    "step": (1, _step),
    "normal": (2, _normal),
    "t": (3, _t),
    "log-normal": (2, _log_normal),
    "log-t": (3, _log_t),
    "beta": (2, _beta),
    "beta-binomial": (3, _beta_binomial),
    "beta-difference": (4, _beta_difference),
    "beta-ratio": (4, _beta_ratio),
    "paired-difference": (4, _paired_difference),
    "paired-ratio": (4, _paired_ratio),
}
