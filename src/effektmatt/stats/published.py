"""Values that others have published with their errors: how surely one differs from another."""

from __future__ import annotations

import math

from effektmatt.core import Interval
from effektmatt.stats.ratio_of_means import RatioInference
from effektmatt.stats.results import Inference, about

#: So many degrees of freedom that Student's distribution is the normal one.
_NORMAL = 1e7


def published_value(value: float, std_error: float, level: float = 0.95) -> Inference:
    """Return a published value with the interval that its own standard error gives; normal.

    Source: JCGM 100:2008 (GUM), section 6.

    >>> found = published_value(61.3, 1.2)
    >>> round(found.interval.low, 2), round(found.interval.high, 2)
    (58.95, 63.65)
    """
    return about(value, std_error, level=level, method="published-error")


def published_difference(
    last: float, error_last: float, first: float, error_first: float, level: float = 0.95
) -> Inference:
    """Return last less first, of two samples that are independent of each other; normal.

    Source: JCGM 100:2008 (GUM), section 5.1.

    >>> found = published_difference(61.3, 1.2, 61.2, 1.1)
    >>> round(found.value, 2), round(found.interval.low, 2), round(found.interval.high, 2)
    (0.1, -3.09, 3.29)
    """
    std_error = math.hypot(error_last, error_first)
    return about(last - first, std_error, level=level, method="published-error", null=0.0)


def published_ratio(
    last: float, error_last: float, first: float, error_first: float, level: float = 0.95
) -> RatioInference:
    """Return last / first - 1, normal on the logarithm.

    Source: JCGM 100:2008 (GUM), section 5.1.

    Raises
    ------
    ValueError
        If a value is not above nought.

    >>> found = published_ratio(66.0, 1.2, 60.0, 1.1)
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.1, 0.046, 0.157)
    """
    if min(last, first) <= 0:
        raise ValueError(f"a ratio needs values above nought; got {last:g} and {first:g}")
    log = about(
        math.log(last / first),
        math.hypot(error_last / last, error_first / first),
        level=level,
        method="published-error",
        null=0.0,
    )
    low, high = math.expm1(log.interval.low), math.expm1(log.interval.high)
    return RatioInference(
        value=last / first - 1,
        std_error=log.std_error,
        degrees=_NORMAL,
        interval=Interval(low=low, high=high, level=level, method="published-error"),
    )
