"""Change in the project less change in a comparison group: the one design here that may speak of an effect.

For visits or pupils in units, `clusters.cluster_robust_contrast` with weights (1, -1, -1, 1).
"""

from __future__ import annotations

import math

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.mean import mean_difference, moments
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.results import Inference, about, satterthwaite


def paired_difference_in_differences(project: PairedCounts, comparison: PairedCounts, level: float = 0.95) -> Inference:
    """Return the mean change of linked people in the project less that in the comparison group; Welch's t interval.

    It is the effect if both groups would have changed alike without the project.

    Source: Angrist & Pischke 2009, Mostly Harmless Econometrics, section 5.2; Welch 1947, Biometrika 34:28-35.

    >>> project = PairedCounts(levels=[1, 2, 3], table=[[1, 4, 3], [0, 2, 4], [0, 0, 2]])
    >>> comparison = PairedCounts(levels=[1, 2, 3], table=[[4, 2, 1], [1, 4, 1], [0, 1, 2]])
    >>> round(paired_difference_in_differences(project, comparison).value, 3)
    0.688
    """
    changes = [
        AnswerCounts(levels=values, counts=counts) for values, counts in map(changes_with_counts, (project, comparison))
    ]
    found = mean_difference(changes[0], changes[1], level)
    return about(
        found.value,
        found.std_error,
        level=level,
        method="difference-in-differences-paired",
        degrees=found.degrees,
        null=0.0,
    )


def difference_in_differences(
    project: tuple[AnswerCounts, AnswerCounts], comparison: tuple[AnswerCounts, AnswerCounts], level: float = 0.95
) -> Inference:
    """Return the change in the project less that in the comparison group, when nobody is linked.

    Parameters
    ----------
    project, comparison
        (after, before) in each group: four independent samples. A share is the mean of noughts and ones.
    level
        Confidence level.

    Source: Angrist & Pischke 2009, section 5.2; degrees of freedom: Satterthwaite 1946, Biometrics Bulletin
    2:110-114.

    Raises
    ------
    ValueError
        With fewer than two answers in any of the four samples.

    >>> share = lambda hits, n: AnswerCounts(levels=[0, 1], counts=[n - hits, hits])
    >>> found = difference_in_differences((share(60, 80), share(40, 80)), (share(45, 80), share(40, 80)))
    >>> round(found.value, 4), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.1875, -0.026, 0.401)
    """
    value, parts = 0.0, []
    for sign, answers in zip((1, -1, -1, 1), (*project, *comparison), strict=True):
        n, mean, variance = moments(answers)
        value += sign * mean
        parts.append((variance / n, n))
    std_error, degrees = math.sqrt(sum(part for part, _ in parts)), satterthwaite(parts)
    return about(value, std_error, level=level, method="difference-in-differences", degrees=degrees, null=0.0)
