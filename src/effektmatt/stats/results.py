"""The small values that several kernels return, and how they are made.

Where nothing varied (all answers alike, all units changed equally) the spread that was seen, none, says nothing of the
error. Then the value stands, but `std_error` and both limits are infinite, `varied` is False, and there is no curve and
no p-value: an interval without width would be a certainty that nobody has.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from scipy.special import ndtr, ndtri, stdtr, stdtrit

from effektmatt.core import Curve, Interval
from effektmatt.stats.checks import check_level

#: A standard error that is smaller than this part of the value, or of one, is what rounding leaves of nought.
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """An estimate with its standard error and interval.

    Parameters
    ----------
    value
        The estimate.
    std_error
        Its standard error on the same scale; infinite where nothing varied, nought where everybody was counted.
    interval
        Its confidence interval; `interval.method` names the variant.
    degrees
        Degrees of freedom of the t distribution that the interval uses; None for the normal distribution.
    statistic, p_value
        The test statistic and two-sided p-value of no difference, where the question has one.
    """

    value: float
    std_error: float
    interval: Interval
    degrees: float | None = None
    statistic: float | None = None
    p_value: float | None = None

    @property
    def varied(self) -> bool:
        """Whether anything varied; else nothing is known of the error."""
        return math.isfinite(self.std_error)

    @property
    def curve(self) -> Curve | None:
        """The distribution that the probability of meeting a target is read from; None where nothing varied."""
        if not self.varied:
            return None
        if self.std_error == 0:
            return Curve(kind="step", parameters=(self.value,))
        if self.degrees is None:
            return Curve(kind="normal", parameters=(self.value, self.std_error))
        return Curve(kind="t", parameters=(self.value, self.std_error, self.degrees))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareInference:
    """A share from data that are not plain counts (open cases, clusters, weights).

    `effective_n` independent answers would know it as well: value x (1 - value) / std_error squared; none would where
    nothing varied.
    """

    value: float
    std_error: float
    interval: Interval
    effective_n: float

    @property
    def varied(self) -> bool:
        """Whether anything varied; else nothing is known of the error."""
        return self.effective_n > 0

    @property
    def curve(self) -> Curve | None:
        """The Jeffreys posterior of as many independent answers as the share is worth; None where nothing varied."""
        if not self.varied:
            return None
        hits = self.value * self.effective_n
        return Curve(kind="beta", parameters=(hits + 0.5, self.effective_n - hits + 0.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisTest:
    """A test statistic with its p-values.

    Parameters
    ----------
    statistic
        The test statistic in its usual form: chi-square, the sum of positive ranks V, the count U.
    z
        The statistic less its mean in standard deviations, where it has such a form.
    p_value
        Two-sided.
    method
        The test with its variant, for example "sign-test-exact".
    degrees
        Degrees of freedom, where the statistic has them.
    n_used
        How many observations the test rests on, where some say nothing (ties in a sign test).
    greater, less
        One-sided: of so large a statistic or larger, and of so small a one or smaller, where the test has them.
    """

    p_value: float
    method: str
    statistic: float | None = None
    z: float | None = None
    degrees: float | None = None
    n_used: int | None = None
    greater: float | None = None
    less: float | None = None


def about(
    value: float,
    std_error: float,
    *,
    level: float,
    method: str,
    degrees: float | None = None,
    null: float | None = None,
    within: tuple[float, float] = (-math.inf, math.inf),
) -> Inference:
    """Return value plus and minus the quantile times its standard error, with the test that it equals `null`.

    Normal quantiles unless `degrees` of freedom of a t distribution are given. A standard error of nought, or one that
    is nought but for rounding, gives infinite limits and no test: nothing varied. Limits go no further than `within`,
    the values that are possible.

    >>> found = about(1.58, 1.58 / 4.0621277, level=0.95, method="t-paired", degrees=9, null=0.0)
    >>> round(found.interval.low, 4), round(found.p_value, 6)
    (0.7001, 0.002833)
    >>> alike = about(3.0, 0.0, level=0.95, method="t", degrees=19)
    >>> alike.value, alike.interval.low, alike.varied
    (3.0, -inf, False)
    """
    probability = (1 + check_level(level)) / 2
    if not _ROUNDING * max(1.0, abs(value)) < std_error < math.inf:
        nowhere = Interval(low=-math.inf, high=math.inf, level=level, method=method)
        return Inference(value=value, std_error=math.inf, interval=nowhere, degrees=degrees)
    quantile = float(ndtri(probability) if degrees is None else stdtrit(degrees, probability))
    half = quantile * std_error
    statistic = p_value = None
    if null is not None:
        statistic = (value - null) / std_error
        tail = ndtr(-abs(statistic)) if degrees is None else stdtr(degrees, -abs(statistic))
        p_value = 2 * float(tail)
    return Inference(
        value=value,
        std_error=std_error,
        interval=Interval(
            low=max(within[0], value - half), high=min(within[1], value + half), level=level, method=method
        ),
        degrees=degrees,
        statistic=statistic,
        p_value=p_value,
    )


def counted(value: float, *, level: float, method: str) -> Inference:
    """Return a value that everybody was counted for: it has no error.

    >>> counted(0.4, level=0.95, method="stratified").std_error
    0.0
    """
    interval = Interval(low=value, high=value, level=check_level(level), method=method)
    return Inference(value=value, std_error=0.0, interval=interval)


def implied_error(interval: Interval) -> float:
    """Return the standard error that an interval made without one implies: half its width in normal quantiles.

    >>> round(implied_error(Interval(low=-1.96, high=1.96, level=0.95, method="")), 3)
    1.0
    """
    return (interval.high - interval.low) / (2 * float(ndtri((1 + interval.level) / 2)))


def satterthwaite(parts: Iterable[tuple[float, int]]) -> float:
    """Return the degrees of freedom of a sum of independent variances, each with the n it was estimated from.

    Source: Satterthwaite 1946, Biometrics Bulletin 2:110-114. Where all are nought, as many as all together have.

    >>> satterthwaite([(1.0, 10), (1.0, 10)])
    18.0
    """
    known = list(parts)
    shrinking = sum(part**2 / (n - 1) for part, n in known)
    if shrinking == 0:
        return float(sum(n - 1 for _, n in known))
    return float(sum(part for part, _ in known) ** 2 / shrinking)
