"""What a small sample of numbers without an end may lack: values so rare and high that they move the mean.

Three people in a hundred who are away for 300 days add nine days to the mean, and of forty people none of them is seen
three times in ten. Nothing in those forty tells of it: no interval can, and only more numbers do, or an end that the
plan knows. So it is reckoned how far the mean, or its change, may be off within stated bounds, and a verdict must hold
for all of that.
"""

from __future__ import annotations

import math

from effektmatt.core import AnswerCounts, Estimate, Note, Sensitivity, Unit

#: So large a part has values that may be unseen, and each so many times the mean: 300 days where others have five.
RARE, TIMES = 0.03, 60
#: Two waves do not differ more in how many have them than by this factor: 3 in 100 in one, 2 in 100 in the other.
UNLIKE = 1.5
#: They may be unseen so often in one wave: one time in ten, less a little for the approximation. In two waves less: one
#: that is seen in each hides that there are more in one of them.
RISK, RISK_OF_TWO = 0.09, 0.07
#: Numbers of which some are less than this part of their mean begin near nought, and have no end that anybody sees.
NEAR_NOUGHT = 0.5


def with_unseen(estimate: Estimate, *waves: AnswerCounts, highest: float | None = None) -> Estimate:
    """Return a mean, or what changed from the first of two waves, that tells what rare high values could make of it.

    Where the lowest is far from nought (blood pressure, height), numbers many times the mean are no part of their kind.
    `highest`: the highest number that can be had, where that is known; what the cautious interval has counted with
    already cannot be unseen.

    The share of which nothing is seen in n: after Hanley & Lippman-Hand 1983, JAMA 249:1743-1745.

    >>> from effektmatt.stats.estimates import inferred_estimate
    >>> from effektmatt.stats.mean import mean
    >>> def told(days):
    ...     found = inferred_estimate("mean-score", Unit.NUMBER, mean(days), days.n)
    ...     return [dict(note.values) for note in with_unseen(found, days).notes]
    >>> told(AnswerCounts(levels=[0, 2, 9], counts=[20, 15, 5]))[0]["enough"]
    80
    >>> told(AnswerCounts(levels=[110, 120, 150], counts=[10, 20, 10]))
    []
    """
    counted = [one for one in waves if one.n]
    if estimate.interval is None or not any(_begins_near_nought(one) for one in counted):
        return estimate
    chance, risk = _unseen_chance([one.n for one in counted]), RISK if len(counted) == 1 else RISK_OF_TWO
    if chance < risk or (highest is not None and len(counted) == 1 and highest <= seen_beyond(counted[0])):
        return estimate
    each = max(TIMES * _mean(one) for one in counted)
    each = each if highest is None else min(each, highest)
    low, high = _moved(estimate, counted, each)
    fewest = min(one.n for one in counted)
    values: dict[str, str | int | float] = {
        "n": fewest,
        "enough": math.ceil(fewest * math.log(risk) / math.log(chance)),
        "waves": len(waves),
        "each": round(each) if each >= 10 else each,  # no more exact than the bound is
        "low": low,
        "high": high,
        "unit": str(estimate.unit),
    }
    reason = Note(code="rare-values-may-overturn", values=values)
    noted = estimate.noted((Note(code="rare-values-unseen", values=values),))
    return noted.withstanding(Sensitivity(low=low, high=high, reason=reason))


def seen_beyond(numbers: AnswerCounts) -> float:
    """Return the highest that one not seen may have: as far beyond the highest as it and the lowest are apart."""
    return 2 * float(numbers.levels[-1]) - float(numbers.levels[0])


def _unseen_chance(sizes: list[int]) -> float:
    """Return how often nobody is seen of those with rare values, where the smallest wave has the most of them."""
    smallest, *others = sorted(sizes)
    return math.pow(1 - RARE, smallest) * math.pow(1 - RARE / UNLIKE, sum(others))


def _moved(estimate: Estimate, waves: list[AnswerCounts], each: float) -> tuple[float, float]:
    """Return from where to where the number may lie, with its intervals, if so few had `each` and were not seen."""
    ends = [one for one in (estimate.interval, estimate.cautious) if one is not None]
    low, high = min(one.low for one in ends), max(one.high for one in ends if math.isfinite(one.high))
    usual = min(_mean(one) for one in waves)
    more, fewer = (share * max(0.0, each - usual) for share in (RARE, RARE / UNLIKE))
    if estimate.unit is Unit.RELATIVE:
        start = _mean(waves[0])
        down, up = (
            ((1 + end) * start + added) / (start + beside) - 1
            for end, added, beside in ((low, fewer, more), (high, more, fewer))
        )
        return min(low, down), max(high, up)
    if estimate.is_change:
        aside = (more - fewer) * (len(waves) // 2)  # an effect is a difference of two changes
        return low - aside, high + aside
    return low, high + more


def _mean(numbers: AnswerCounts) -> float:
    return float(numbers.counts @ numbers.levels) / numbers.n


def _begins_near_nought(numbers: AnswerCounts) -> bool:
    return 0 <= float(numbers.levels[0]) <= NEAR_NOUGHT * _mean(numbers)
