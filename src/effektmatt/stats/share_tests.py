"""Tests of one share against a target, and of two independent shares against each other."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import betainc, chdtrc, gammaln, ndtr, xlog1py, xlogy

from effektmatt.stats.checks import check_population, check_share
from effektmatt.stats.roots import first_true
from effektmatt.stats.share import smallest_count
from effektmatt.stats.without_replacement import hit_probabilities, tails

#: Counts whose probabilities differ by less than rounding are as likely as each other (R's `binom.test` too).
_AS_LIKELY = 1e-7


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTest:
    """P-values of a share being the target: `greater` is small when it is surely above, `less` when surely below.

    `greater`, `less` and `two_sided` are exact; `mid_p` and `score` are variants of `greater`.
    """

    greater: float
    less: float
    two_sided: float
    mid_p: float
    score: float


def target_test(hits: int, n: int, target: float) -> TargetTest:
    """Test whether the share of a process is the target, by the binomial distribution.

    The two-sided p-value adds up all counts that are no more likely than the one seen, as R's `binom.test`.

    Source: Conover 1999, Practical Nonparametric Statistics, section 3.1; mid-P: Lancaster 1961, JASA 56:223-234.

    >>> test = target_test(53, 65, 0.80)
    >>> round(test.greater, 3), round(test.two_sided, 3)
    (0.451, 0.877)
    """
    hits, n = check_share(hits, n)
    if not 0 < target < 1:
        raise ValueError(f"target must be a share between 0 and 1, for example 0.8; got {target!r}")
    target = float(target)
    greater = 1.0 if hits == 0 else float(betainc(hits, n - hits + 1, target))
    less = 1.0 if hits == n else float(betainc(n - hits, hits + 1, 1 - target))
    more = 0.0 if hits == n else float(betainc(hits + 1, n - hits, target))
    return TargetTest(
        greater=greater,
        less=less,
        two_sided=_no_more_likely(hits, n, target, greater, less),
        mid_p=(greater + more) / 2,
        score=float(ndtr(-(hits / n - target) / math.sqrt(target * (1 - target) / n))),
    )


def _no_more_likely(hits: int, n: int, target: float, greater: float, less: float) -> float:
    """Add the counts on the other side of the mean that are no more likely to the tail of the count seen."""

    def log_chance(count: int) -> float:
        arrangements = gammaln(n + 1) - gammaln(count + 1) - gammaln(n - count + 1)
        return float(arrangements + xlogy(count, target) + xlog1py(n - count, -target))

    limit = log_chance(hits) + _AS_LIKELY
    mean = n * target
    if hits == mean:
        return 1.0
    if hits < mean:
        above = first_true(lambda count: log_chance(count) <= limit, math.ceil(mean), n + 1)
        other = float(betainc(above, n - above + 1, target)) if above <= n else 0.0
        return min(1.0, less + other)
    above = first_true(lambda count: log_chance(count) > limit, 0, math.floor(mean) + 1)
    below = above - 1
    other = float(betainc(n - below, below + 1, 1 - target)) if below >= 0 else 0.0
    return min(1.0, greater + other)


def finite_target_test(hits: int, n: int, population: int, target: float) -> float:
    """Return the p-value of the target not being met among all N, when n of them were seen at random.

    The probability of so many hits or more, if one hit too few stood in the population. Nought and one where what was
    seen already proves or rules out that the target is met.

    Source: Buonaccorsi 1987, The American Statistician 41:215-218.

    >>> round(finite_target_test(45, 50, 60, target=0.80), 7)
    1.89e-05
    >>> finite_target_test(10, 10, 12, target=0.80) < 0.05 < target_test(10, 10, 0.80).greater
    True
    """
    hits, n = check_share(hits, n)
    population = check_population(n, population)
    one_too_few = smallest_count(target, population) - 1
    if one_too_few < hits:
        return 0.0
    if one_too_few > population - n + hits:
        return 1.0
    # never nought: that would say that the target is met whatever the others are
    return max(tails(hits, n, one_too_few, population)[1], math.ulp(0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoShareTest:
    """Tests that two independent shares are equal; two-sided p-values.

    `statistic` is chi-square without correction (the square of the pooled z), and None where all or none are hits, as
    is `asymptotic`; `exact` is Fisher's.
    """

    statistic: float | None
    asymptotic: float | None
    exact: float


def two_share_test(hits_1: int, n_1: int, hits_2: int, n_2: int) -> TwoShareTest:
    """Test that two independent shares are equal.

    Fisher's exact p-value adds up all tables with these margins that are no more likely than the one seen. It is
    cautious; the intervals of the difference say more.

    Source: Fagerland, Lydersen & Laake 2017, Statistical Analysis of Contingency Tables, chapter 4.

    >>> test = two_share_test(9, 10, 3, 10)
    >>> round(test.statistic, 2), round(test.asymptotic, 4), round(test.exact, 4)
    (7.5, 0.0062, 0.0198)
    """
    (hits_1, n_1), (hits_2, n_2) = check_share(hits_1, n_1), check_share(hits_2, n_2)
    hits, n = hits_1 + hits_2, n_1 + n_2
    first, chances = hit_probabilities(n_1, hits, n)
    place = hits_1 - first
    seen = float(chances[place]) if 0 <= place < chances.size else 0.0
    exact = min(1.0, float(chances[chances <= seen * (1 + _AS_LIKELY)].sum()))
    if hits in {0, n}:
        return TwoShareTest(statistic=None, asymptotic=None, exact=1.0)
    statistic = (hits_1 * n_2 - hits_2 * n_1) ** 2 * n / (n_1 * n_2 * hits * (n - hits))
    return TwoShareTest(statistic=statistic, asymptotic=float(chdtrc(1, statistic)), exact=exact)
