"""Means and their differences, with t intervals, and standardised differences with their variant in the name."""

from __future__ import annotations

import math

from scipy.special import gammaln, nctdtr

from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats.checks import check_level
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.results import Inference, about, implied_error, satterthwaite
from effektmatt.stats.roots import sign_change


def moments(answers: AnswerCounts) -> tuple[int, float, float]:
    """Return n, the mean and the variance (divided by n - 1), refusing fewer than two answers."""
    n = answers.n
    if n < 2:
        raise ValueError(f"at least two answers are needed; got {n}")
    mean = float(answers.counts @ answers.levels) / n
    return n, mean, float(answers.counts @ (answers.levels - mean) ** 2) / (n - 1)


def mean(answers: AnswerCounts, level: float = 0.95) -> Inference:
    """Return the mean with its t interval.

    Source: Student 1908, Biometrika 6:1-25.

    >>> found = mean(AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 8, 5]))
    >>> round(found.value, 2), round(found.interval.low, 3), round(found.interval.high, 3)
    (3.7, 3.172, 4.228)
    """
    n, value, variance = moments(answers)
    return about(value, math.sqrt(variance / n), level=level, method="t", degrees=n - 1)


def paired_mean_difference(pairs: PairedCounts, level: float = 0.95) -> Inference:
    """Return the mean change of linked people, after minus before, with the paired t interval and test.

    Source: Student 1908, Biometrika 6:1-25.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> found = paired_mean_difference(pairs)
    >>> round(found.value, 4), round(found.interval.low, 4), round(found.interval.high, 4)
    (0.1667, -0.2002, 0.5335)
    """
    changes, counts = changes_with_counts(pairs)
    n, value, variance = moments(AnswerCounts(levels=changes, counts=counts))
    return about(value, math.sqrt(variance / n), level=level, method="t-paired", degrees=n - 1, null=0.0)


def mean_difference(first: AnswerCounts, second: AnswerCounts, level: float = 0.95) -> Inference:
    """Return the difference of two independent means, first minus second, with Welch's t interval and test.

    Source: Welch 1947, Biometrika 34:28-35; degrees of freedom of Satterthwaite 1946, Biometrics Bulletin 2:110-114.

    >>> after = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 8, 5])
    >>> before = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[3, 6, 6, 3, 2])
    >>> found = mean_difference(after, before)
    >>> round(found.value, 2), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.95, 0.201, 1.699)
    """
    (n_1, mean_1, variance_1), (n_2, mean_2, variance_2) = moments(first), moments(second)
    part_1, part_2 = variance_1 / n_1, variance_2 / n_2
    degrees = satterthwaite([(part_1, n_1), (part_2, n_2)])
    std_error = math.sqrt(part_1 + part_2)
    return about(mean_1 - mean_2, std_error, level=level, method="t-welch", degrees=degrees, null=0.0)


def hedges_g_av(pairs: PairedCounts, level: float = 0.95) -> Inference:
    """Return Hedges' g_av: the mean change over the average standard deviation before and after, bias-corrected.

    The average is the root of the mean of the two variances. The correction is the exact one with n - 1 degrees of
    freedom; the interval inverts the noncentral t distribution, allowing for the correlation of before and after.

    Source: Cumming 2012, Understanding the New Statistics, chapter 11; interval: Algina & Keselman
    2003, Educational and Psychological Measurement 63:537-553.

    Raises
    ------
    ValueError
        With fewer than two pairs, or when nobody's answer differs from anybody's.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> found = hedges_g_av(pairs)
    >>> round(found.value, 3), found.interval.method
    (0.207, 'hedges-g-av')
    """
    (_, _, variance_1), (_, _, variance_2) = moments(pairs.after), moments(pairs.before)
    spread = math.sqrt((variance_1 + variance_2) / 2)
    if spread == 0:
        raise ValueError("g_av needs answers that differ; all are the same before, and all are the same after")
    change = paired_mean_difference(pairs, level)
    return _standardised(change, spread, level, "hedges-g-av")


def hedges_g(first: AnswerCounts, second: AnswerCounts, level: float = 0.95) -> Inference:
    """Return Hedges' g of two independent groups, first minus second, over the pooled standard deviation.

    Bias-corrected exactly; the interval inverts the noncentral t distribution, which supposes equal spread.

    Source: Hedges 1981, Journal of Educational Statistics 6:107-128; interval: Steiger & Fouladi 1997, in What If
    There Were No Significance Tests?, chapter 9.

    >>> after = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 8, 5])
    >>> before = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[3, 6, 6, 3, 2])
    >>> found = hedges_g(after, before)
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.796, 0.158, 1.425)
    """
    (n_1, mean_1, variance_1), (n_2, mean_2, variance_2) = moments(first), moments(second)
    degrees = n_1 + n_2 - 2
    spread = math.sqrt(((n_1 - 1) * variance_1 + (n_2 - 1) * variance_2) / degrees)
    if spread == 0:
        raise ValueError("g needs answers that differ; all are the same in each group")
    std_error = spread * math.sqrt(1 / n_1 + 1 / n_2)
    pooled = about(mean_1 - mean_2, std_error, level=level, method="t-pooled", degrees=degrees, null=0.0)
    return _standardised(pooled, spread, level, "hedges-g")


def _standardised(found: Inference, spread: float, level: float, method: str) -> Inference:
    """Divide a difference by a standard deviation, correct its bias, and invert the noncentral t for its limits.

    The difference's own error over the deviation is too small for g, whose deviation is uncertain too: the larger g,
    the more. The standard error is the one that the limits imply.
    """
    degrees, statistic = found.degrees, found.statistic
    if degrees is None or degrees < 2:
        raise ValueError(f"a standardised difference needs at least 2 degrees of freedom; got {degrees}")
    if statistic is None:
        raise ValueError("a standardised difference needs changes that differ; all changed equally")
    tail, reach = (1 - check_level(level)) / 2, 10 * (1 + abs(statistic))

    def limit(probability: float) -> float:
        """Return the noncentrality under which the statistic seen is that quantile; it falls as the shift grows."""

        def is_beyond(shift: float) -> bool:
            # far out the distribution function underflows to NaN: that too is less than any probability
            return not bool(nctdtr(degrees, shift, statistic) >= probability)

        return sign_change(is_beyond, statistic - reach, statistic + reach)

    correction = math.sqrt(2 / degrees) * math.exp(gammaln(degrees / 2) - gammaln((degrees - 1) / 2))
    scale = correction * found.std_error / spread
    interval = Interval(low=limit(1 - tail) * scale, high=limit(tail) * scale, level=level, method=method)
    return Inference(
        value=correction * found.value / spread,
        std_error=implied_error(interval),
        interval=interval,
        degrees=degrees,
        statistic=statistic,
        p_value=found.p_value,
    )
