"""How many times larger one mean is than another, for values above nought."""

from __future__ import annotations

import math
from dataclasses import dataclass

from effektmatt.core import AnswerCounts, Curve, Interval, PairedCounts
from effektmatt.stats.clusters import UnitSums, cluster_robust_contrast
from effektmatt.stats.mean import moments
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.results import about, satterthwaite

METHOD = "log-ratio-of-means"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioInference:
    """A ratio minus 1 with its interval; `std_error` is that of the ratio's logarithm, `degrees` those of its t."""

    value: float
    std_error: float
    degrees: float
    interval: Interval

    @property
    def varied(self) -> bool:
        """Whether anything varied; else nothing is known of the error."""
        return math.isfinite(self.std_error)

    @property
    def curve(self) -> Curve | None:
        """The distribution that the probability of meeting a target is read from; None where nothing varied."""
        if not self.varied:
            return None
        return Curve(kind="log-t", parameters=(math.log1p(self.value), self.std_error, self.degrees))


def mean_ratio(first: AnswerCounts, second: AnswerCounts, level: float = 0.95) -> RatioInference:
    """Return mean of the first group / mean of the second - 1, the groups independent.

    The interval is one of t on the scale of the logarithm (delta method).

    Source: Hedges, Gurevitch & Curtis 1999, Ecology 80:1150-1156, equation 1; degrees of freedom as Welch's, of
    the two relative variances (normal quantiles would be too narrow in small groups).

    Raises
    ------
    ValueError
        With fewer than two answers in a group, or a mean that is not above nought: a scale that may be negative, or
        whose zero is arbitrary, has no ratios.

    >>> after = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[1, 2, 4, 8, 5])
    >>> before = AnswerCounts(levels=[1, 2, 3, 4, 5], counts=[3, 6, 6, 3, 2])
    >>> found = mean_ratio(after, before)
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.345, 0.055, 0.716)
    """
    (n_1, mean_1, spread_1), (n_2, mean_2, spread_2) = _positive(first), _positive(second)
    part_1, part_2 = spread_1 / n_1 / mean_1**2, spread_2 / n_2 / mean_2**2
    return log_ratio(mean_1 / mean_2, part_1 + part_2, satterthwaite([(part_1, n_1), (part_2, n_2)]), level)


def paired_mean_ratio(pairs: PairedCounts, level: float = 0.95) -> RatioInference:
    """Return mean after / mean before - 1 of linked people; otherwise as `mean_ratio`.

    The covariance of both means follows from the variances of each and of their difference.

    Source: Lajeunesse 2011, Ecology 92:2049-2055, equation 3.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> found = paired_mean_ratio(pairs)
    >>> round(found.value, 4), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.0769, -0.09, 0.275)
    """
    (n, after, spread_after), (_, before, spread_before) = _positive(pairs.after), _positive(pairs.before)
    changes, counts = changes_with_counts(pairs)
    _, _, spread_change = moments(AnswerCounts(levels=changes, counts=counts))
    covariance = (spread_after + spread_before - spread_change) / (2 * n)
    variance = spread_after / n / after**2 + spread_before / n / before**2 - 2 * covariance / (after * before)
    return log_ratio(after / before, max(0.0, variance), float(n - 1), level)


def unit_mean_ratio(sums: UnitSums, level: float = 0.95) -> RatioInference:
    """Return mean in the first cell / mean in the second - 1 over all observations, allowing for units.

    The logarithm of the ratio is linearised over units (CR2 standard error, t with Satterthwaite's degrees of freedom).

    Source: delta method: Hedges, Gurevitch & Curtis 1999, Ecology 80:1150-1156, equation 1; for units: Pustejovsky &
    Tipton 2018, JBES 36:672-683.

    Raises
    ------
    ValueError
        For other than two cells, a mean that is not above nought, or as `clusters.cluster_robust_contrast`.

    >>> sums = UnitSums(n=[[4, 4], [4, 4], [2, 4], [4, 3]], total=[[3, 2], [4, 2], [1, 1], [4, 1]])
    >>> found = unit_mean_ratio(sums)
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (1.143, 0.274, 2.604)
    """
    if sums.n.shape[1] != 2:
        raise ValueError(f"a ratio needs two cells; got {sums.n.shape[1]}")
    first, second = (float(mean) for mean in sums.means)
    if not (first > 0 and second > 0):
        raise ValueError(f"a ratio needs means above nought; got {first:g} and {second:g}")
    found = cluster_robust_contrast(sums, (1 / first, -1 / second), level)
    return log_ratio(first / second, found.std_error**2, found.degrees or math.inf, level, "log-ratio-of-units")


def _positive(answers: AnswerCounts) -> tuple[int, float, float]:
    n, value, variance = moments(answers)
    if value <= 0:
        raise ValueError(f"a ratio needs means above nought; got {value:g}")
    return n, value, variance


def log_ratio(ratio: float, variance: float, degrees: float, level: float, method: str = METHOD) -> RatioInference:
    """Return a ratio less 1 from its value, the variance of its logarithm and that variance's degrees of freedom."""
    found = about(math.log(ratio), math.sqrt(variance), level=level, method=method, degrees=degrees)
    # the exponential of more than 700 is no number; where nothing varied the limits are -1 and infinity
    low, high = (math.expm1(limit) if limit < 700 else math.inf for limit in (found.interval.low, found.interval.high))
    return RatioInference(
        value=ratio - 1,
        std_error=found.std_error,
        degrees=degrees,
        interval=Interval(low=low, high=high, level=level, method=method),
    )
