"""How often a change is claimed that is not there, when people came in groups: with and without `cluster` in the plan.

Run: python benchmarks/clusters.py   (two minutes; seeded; prints the table of docs/decisions/0027)
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from effektmatt.core import AnswerCounts, DurationCounts
from effektmatt.stats.choices import (
    DIFFERENCE_OF_SAMPLES,
    MEAN_OF_SAMPLE,
    MEAN_TIME_DIFFERENCE,
    RATIO_OF_SAMPLES,
    SHARE_RATIO,
)
from effektmatt.stats.designs import Design
from effektmatt.stats.grouped import days_within
from effektmatt.stats.mean import mean
from effektmatt.stats.survival import kaplan_meier

DRAWS = 2000


def found() -> Iterator[tuple[str, float, float]]:
    """Yield a situation, and the share of firm or likely claims without and with groups."""
    for likeness in (0.01, 0.02, 0.05, 0.10):
        yield f"share +70 %, 10 offices of 40 in each wave, ICC {likeness:g}", *_offices(likeness)
    for groups in (3, 5, 7, 10):
        for likeness in (0.05, 0.2):
            yield f"score change, {groups} training groups of 20, ICC {likeness:g}", *_training(groups, likeness)
    for handlers in (5, 10):
        for likeness in (0.05, 0.2):
            yield f"handling times, {handlers} handlers of 40 cases, ICC {likeness:g}", *_handlers(handlers, likeness)


def _offices(likeness: float) -> tuple[float, float]:
    rng, offices, n = np.random.default_rng(1), 10, 40
    without = within = 0
    names = np.repeat(np.arange(offices), n)
    design = Design(np.ones(offices * n), clusters=names)
    for _ in range(DRAWS):
        hits = []
        for share in (0.2, 0.34):
            strength = 1 / likeness - 1
            of_office = rng.beta(share * strength, (1 - share) * strength, offices)
            hits.append((rng.random(offices * n) < of_office[names]).astype(float))
        before, after = hits
        counts = (int(after.sum()), after.size, int(before.sum()), before.size)
        without += SHARE_RATIO.kernel("independent")(*counts, 0.95).low > 0.7
        found = RATIO_OF_SAMPLES.kernel("clusters")((after, design), (before, design), 0.95)
        within += found.varied and found.interval.low > 0.7
    return without / DRAWS, within / DRAWS


def _training(groups: int, likeness: float) -> tuple[float, float]:
    rng, n = np.random.default_rng(2), 20
    names = np.repeat(np.arange(groups), n)
    design = Design(np.ones(groups * n), clusters=names)
    without = within = 0
    for _ in range(DRAWS):
        of_group = rng.normal(0, np.sqrt(likeness), groups)
        change = of_group[names] + rng.normal(0, np.sqrt(1 - likeness), groups * n)
        levels, counts = np.unique(change, return_counts=True)
        without += mean(AnswerCounts(levels=levels, counts=counts), 0.95).interval.low > 0
        within += MEAN_OF_SAMPLE.kernel("clusters")(change, design, 0.95).interval.low > 0
    return without / DRAWS, within / DRAWS


def _handlers(handlers: int, likeness: float) -> tuple[float, float]:
    rng, n, tau = np.random.default_rng(3), 40, 60
    names = np.repeat(np.arange(handlers), n)
    design = Design(np.ones(handlers * n), clusters=names)
    without = within = 0
    for _ in range(DRAWS // 4):
        waves = []
        for _wave in range(2):
            slow = rng.normal(0, np.sqrt(likeness), handlers)[names] + rng.normal(
                0, np.sqrt(1 - likeness), handlers * n
            )
            days = np.maximum(1, np.round(np.exp(3 + 0.7 * slow))).astype(int)
            closed = days <= 90
            waves.append((np.minimum(days, 90), closed))
        curves = [kaplan_meier(DurationCounts.from_times(*one)) for one in waves]
        plain = MEAN_TIME_DIFFERENCE.kernel("independent")(curves[1], curves[0], tau, 0.95)
        before, after = ((days_within(*one, tau), design) for one in waves)
        grouped = DIFFERENCE_OF_SAMPLES.kernel("clusters")(after, before, 0.95)
        without += plain.interval.high < 0
        within += grouped.interval.high < 0
    return without / (DRAWS // 4), within / (DRAWS // 4)


if __name__ == "__main__":
    print("| situation | claimed without groups | with them |\n|---|--:|--:|")
    for situation, without, within in found():
        print(f"| {situation} | {without:.1%} | {within:.1%} |")
