"""What a few groups cannot tell: that there is no other group that is quite unlike them.

In one office of ten nobody does what all others do, and of twelve offices none is such a one in 28 samples of 100. The
groups that were seen resemble each other then, and no interval by how they differ tells of it. So one more group is
reckoned with, at the end of the scale: a verdict that it would overturn is at most likely.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from effektmatt.core import Estimate, Note, Sensitivity
from effektmatt.stats.bounded_means import limits
from effektmatt.stats.designs import Design
from effektmatt.stats.grouped import weighted_sums

Ends = tuple[float, float]
#: The logarithm of a ratio that is as good as infinite.
_MOST = 50.0


def bounded_over_groups(
    samples: Sequence[tuple[Any, Design]], times: Sequence[float], unseen: Ends, level: float = 0.95
) -> Ends:
    """Return limits for a sum of means over groups, each times a number, with one more group that was not seen.

    What each group adds is taken as one value, whatever its size (linearised); the one not seen is as large as the
    largest.

    Parameters
    ----------
    samples, times
        The values and groups of each mean, and its number: (1,) of a mean, (1, -1) of a difference.
    unseen
        What the group that was not seen has, downwards and upwards.
    level
        Confidence level.

    Source: Gaffke 2005, Statistics & Decisions 23:1-29, of groups in the place of people.

    >>> offices = Design([1.0] * 24, clusters=np.repeat(np.arange(12), 2))
    >>> low, high = bounded_over_groups([([1.0] * 24, offices)], (1.0,), (0.0, 1.0))  # of 12 people: 0.735
    >>> round(low, 3), high
    (0.734, 1.0)
    """
    sizes, sums = weighted_sums(*samples)
    whole, signs = sizes.sum(axis=0), np.asarray(times, dtype=np.float64)
    means = sums.sum(axis=0) / whole
    added = (sums - sizes * means) @ (signs / whole)
    value, each = float(signs @ means), sizes.sum(axis=1)
    large = float(each.max() / each.mean())
    ends = value + large * (unseen[0] - value), value + large * (unseen[1] - value)
    return limits(value + len(added) * added, np.ones(len(added)), ends, level)


def with_unlike_groups(
    estimate: Estimate, samples: Sequence[tuple[Any, Design]], times: Sequence[float], unseen: Ends
) -> Estimate:
    """Return an estimate over groups that tells what one more group, quite unlike those seen, could make of it."""
    if estimate.interval is None or any(not design.clustered for _, design in samples):
        return estimate
    low, high = bounded_over_groups(samples, times, unseen, estimate.interval.level)
    return _weakened(estimate, low, high, samples)


def with_unlike_ratio(estimate: Estimate, samples: Sequence[tuple[Any, Design]], unseen: float) -> Estimate:
    """Return the same of a ratio less 1: in the group that was not seen the mean changed by `unseen` either way.

    But by no more than its own size: where the mean is near nought a part of the scale is many times as much.
    """
    if estimate.interval is None or estimate.value is None or any(not design.clustered for _, design in samples):
        return estimate
    after, before = (float(np.average(values, weights=design.weights)) for values, design in samples)
    middle, far = math.log1p(estimate.value), min(1.0, unseen / before)
    ends = (-far - middle, far - middle)
    low, high = bounded_over_groups(samples, (1 / after, -1 / before), ends, estimate.interval.level)
    low, high = (math.expm1(min(_MOST, middle + end)) for end in (low, high))
    return _weakened(estimate, low, high, samples)


def _weakened(estimate: Estimate, low: float, high: float, samples: Sequence[tuple[Any, Design]]) -> Estimate:
    groups = min(design.units for _, design in samples)
    values: dict[str, str | int | float] = {"n": groups, "low": low, "high": high, "unit": str(estimate.unit)}
    reason = Note(code="unlike-group-may-overturn", values=values)
    return estimate.withstanding(Sensitivity(low=low, high=high, reason=reason, weakens=True))
