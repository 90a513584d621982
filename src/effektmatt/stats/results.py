"""The small values that several kernels return."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import ndtr, ndtri, stdtr, stdtrit

from effektmatt.core import Curve, Interval
from effektmatt.stats.checks import check_level


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """An estimate with its standard error and interval.

    Parameters
    ----------
    value
        The estimate.
    std_error
        Its standard error on the same scale.
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
    def curve(self) -> Curve:
        """The distribution that the probability of meeting a target is read from."""
        if self.std_error == 0:
            return Curve(kind="step", parameters=(self.value,))
        if self.degrees is None:
            return Curve(kind="normal", parameters=(self.value, self.std_error))
        return Curve(kind="t", parameters=(self.value, self.std_error, self.degrees))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareInference:
    """A share from data that are not plain counts (open cases, clusters, weights).

    `effective_n` independent answers would know it as well: value x (1 - value) / std_error squared.
    """

    value: float
    std_error: float
    interval: Interval
    effective_n: float

    @property
    def curve(self) -> Curve:
        """The Jeffreys posterior of as many independent answers as the share is worth."""
        hits = self.value * self.effective_n
        return Curve(kind="beta", parameters=(hits + 0.5, self.effective_n - hits + 0.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisTest:
    """A test statistic with its two-sided p-value.

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
    """

    p_value: float
    method: str
    statistic: float | None = None
    z: float | None = None
    degrees: float | None = None
    n_used: int | None = None


def about(
    value: float,
    std_error: float,
    *,
    level: float,
    method: str,
    degrees: float | None = None,
    null: float | None = None,
) -> Inference:
    """Return value plus and minus the quantile times its standard error, with the test that it equals `null`.

    Normal quantiles unless `degrees` of freedom of a t distribution are given. Without a standard error there is
    no test.

    >>> found = about(1.58, 1.58 / 4.0621277, level=0.95, method="t-paired", degrees=9, null=0.0)
    >>> round(found.interval.low, 4), round(found.p_value, 6)
    (0.7001, 0.002833)
    """
    probability = (1 + check_level(level)) / 2
    quantile = float(ndtri(probability) if degrees is None else stdtrit(degrees, probability))
    half = quantile * std_error
    statistic = p_value = None
    if null is not None and std_error > 0:
        statistic = (value - null) / std_error
        tail = ndtr(-abs(statistic)) if degrees is None else stdtr(degrees, -abs(statistic))
        p_value = 2 * float(tail)
    return Inference(
        value=value,
        std_error=std_error,
        interval=Interval(low=value - half, high=value + half, level=level, method=method),
        degrees=degrees,
        statistic=statistic,
        p_value=p_value,
    )
