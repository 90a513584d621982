"""The small values that several kernels return."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.core import Curve, Interval


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
    """

    value: float
    std_error: float
    interval: Interval
    degrees: float | None = None

    @property
    def curve(self) -> Curve:
        """The distribution that the probability of meeting a target is read from."""
        if self.std_error == 0:
            return Curve(kind="step", parameters=(self.value,))
        if self.degrees is None:
            return Curve(kind="normal", parameters=(self.value, self.std_error))
        return Curve(kind="t", parameters=(self.value, self.std_error, self.degrees))


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisTest:
    """A test statistic with its two-sided p-value.

    Parameters
    ----------
    statistic
        The test statistic; None for an exact test that has none besides the counts.
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
    degrees: float | None = None
    n_used: int | None = None
