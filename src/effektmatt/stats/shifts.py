"""Two ways in which a change fools: people who learn to rate themselves otherwise, and extremes that even out."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.core import PairedCounts
from effektmatt.stats.mean import paired_mean_difference
from effektmatt.stats.results import Inference


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseShift:
    """How people rated themselves before, and how they now say they were then.

    `shift` is the then-test less the rating before: negative where people now think less of their old selves.
    `change` is the rating after less the then-test: both with the measure people hold now.
    """

    shift: Inference
    change: Inference


def response_shift(before_then: PairedCounts, then_after: PairedCounts, level: float = 0.95) -> ResponseShift:
    """Return response shift and change by the then-test (a retrospective rating of before), with t intervals.

    Parameters
    ----------
    before_then
        Linked answers: rating before in rows, then-test in columns.
    then_after
        Linked answers: then-test in rows, rating after in columns.
    level
        Confidence level.

    Source: Howard 1980, Evaluation Review 4:93-106.

    >>> before_then = PairedCounts(levels=[1, 2, 3], table=[[3, 0, 0], [4, 2, 0], [1, 3, 2]])
    >>> then_after = PairedCounts(levels=[1, 2, 3], table=[[1, 5, 2], [0, 1, 4], [0, 0, 2]])
    >>> found = response_shift(before_then, then_after)
    >>> found.shift.value, found.change.value
    (-0.6, 0.8666666666666667)
    """
    return ResponseShift(
        shift=paired_mean_difference(before_then, level), change=paired_mean_difference(then_after, level)
    )
