"""Ordered answers and scores: five-point answers of several shapes, drawn as tables of counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import numpy as np

from covering.found import LEVEL, Effort, Found, drawn_tables, generator, or_none, simulated
from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats import (
    comparison_group,
    mean,
    ordinal_independent,
    ordinal_paired,
    partly_linked,
    ratio_of_means,
    trend,
)

LEVELS = np.arange(1.0, 6.0)
#: Even, bell-shaped, skewed, nearly all at the top, at both ends.
SHAPES = {
    "even": np.array([0.2, 0.2, 0.2, 0.2, 0.2]),
    "bell": np.array([0.08, 0.22, 0.4, 0.22, 0.08]),
    "skewed": np.array([0.02, 0.08, 0.2, 0.3, 0.4]),
    "ceiling": np.array([0.01, 0.02, 0.04, 0.13, 0.8]),
    "two ends": np.array([0.4, 0.1, 0.0, 0.1, 0.4]),
}
#: Methods that cost a millisecond or more.
DEAR = {"hedges-g", "hedges-g-av"}
PAIRS = (("bell", "bell"), ("bell", "skewed"), ("skewed", "ceiling"), ("even", "ceiling"), ("two ends", "skewed"))


def found(effort: Effort) -> Iterator[Found]:
    """Yield the coverage of every interval for answers and scores."""
    sizes = (10,) if effort.quick else (5, 10, 20, 50, 200)
    for n in sizes:
        for name in SHAPES:
            yield from _one_wave(name, n, effort)
        for first, second in PAIRS:
            yield from _independent(first, second, n, effort)
            for likeness in (0.0, 0.6):
                yield from _paired(first, second, likeness, n, effort)
        if n >= 10:
            yield from _partly_linked(n, effort)
            yield from _comparison(n, effort)
            yield from _trend(n, effort)


def joint(first: str, second: str, likeness: float) -> np.ndarray:
    """Return a table of before by after: independent, or a part of the people at the same place in both."""
    together = np.zeros((5, 5))
    one, other = SHAPES[second], SHAPES[first]
    # the most alike that the two distributions allow: equal quantiles
    left, right = one.copy(), other.copy()
    i = j = 0
    while i < 5 and j < 5:
        moved = min(left[i], right[j])
        together[i, j] += moved
        left[i] -= moved
        right[j] -= moved
        i, j = (i + 1, j) if left[i] <= 1e-12 else (i, j + 1)
    return likeness * together + (1 - likeness) * np.outer(one, other)


def _one_wave(name: str, n: int, effort: Effort) -> Iterator[Found]:
    shares = SHAPES[name]
    tables, times = drawn_tables(generator("wave", name, n), n, shares, effort.draws)
    answers = [AnswerCounts(levels=LEVELS, counts=table) for table in tables]
    yield simulated(
        ((or_none(lambda a=a: mean.mean(a, LEVEL).interval), k) for a, k in zip(answers, times, strict=True)),
        float(shares @ LEVELS),
        method="t",
        estimand="mean",
        n=n,
        situation=f"{n} answers, {name}",
    )


def _higher(first: np.ndarray, second: np.ndarray) -> float:
    return float(first @ (np.cumsum(second) - second / 2))


def _independent(first: str, second: str, n: int, effort: Effort) -> Iterator[Found]:
    ours, theirs = SHAPES[first], SHAPES[second]
    rng = generator("independent", first, second, n)
    tables = np.hstack([rng.multinomial(n, shares, size=effort.draws) for shares in (ours, theirs)])
    times = np.ones(effort.draws, dtype=np.int64)
    samples = [tuple(AnswerCounts(levels=LEVELS, counts=half) for half in (row[:5], row[5:])) for row in tables]
    means = ours @ LEVELS, theirs @ LEVELS
    kernels: dict[str, tuple[Callable[[AnswerCounts, AnswerCounts], Interval], float]] = {
        "probability-higher": (
            lambda a, b: ordinal_independent.probability_higher(a, b, LEVEL).interval,
            _higher(ours, theirs),
        ),
        "mean-difference": (lambda a, b: mean.mean_difference(a, b, LEVEL).interval, means[0] - means[1]),
        "mean-ratio": (lambda a, b: ratio_of_means.mean_ratio(a, b, LEVEL).interval, means[0] / means[1] - 1),
        "standardised-difference": (lambda a, b: mean.hedges_g(a, b, LEVEL).interval, _standardised(ours, theirs)),
    }
    methods = {
        "probability-higher": "brunner-munzel",
        "mean-difference": "t-welch",
        "mean-ratio": "log-ratio-of-means",
        "standardised-difference": "hedges-g",
    }
    for estimand, (interval, truth) in kernels.items():
        if methods[estimand] in DEAR and n not in (10, 50):
            continue
        used = slice(0, effort.dear if methods[estimand] in DEAR else None)
        made = ((or_none(lambda s=s, i=interval: i(*s)), k) for s, k in zip(samples[used], times[used], strict=True))
        situation = f"{n} and {n}, {first} and {second}"
        yield simulated(made, truth, method=methods[estimand], estimand=estimand.strip(), n=n, situation=situation)


def _standardised(ours: np.ndarray, theirs: np.ndarray) -> float:
    (mean_1, spread_1), (mean_2, spread_2) = (_moments(LEVELS, shares) for shares in (ours, theirs))
    return (mean_1 - mean_2) / np.sqrt((spread_1 + spread_2) / 2)


def _moments(values: np.ndarray, chances: np.ndarray) -> tuple[float, float]:
    centre = float(values @ chances)
    return centre, float((values - centre) ** 2 @ chances)


def _paired(first: str, second: str, likeness: float, n: int, effort: Effort) -> Iterator[Found]:
    """Linked answers, `second` before and `first` after."""
    shares = joint(first, second, likeness)
    tables = generator("paired", first, second, likeness, n).multinomial(n, shares.ravel(), size=effort.draws)
    times = np.ones(effort.draws, dtype=np.int64)
    pairs = [PairedCounts(levels=LEVELS, table=table.reshape(5, 5)) for table in tables]
    change = np.subtract.outer(LEVELS, LEVELS).T
    before, after = shares.sum(axis=1), shares.sum(axis=0)
    up, down = shares[change > 0].sum(), shares[change < 0].sum()
    kernels: dict[str, tuple[str, Callable[[PairedCounts], Interval], float]] = {
        "probability-higher, paired": (
            "tango",
            _remembered_tango(),
            (1 + up - down) / 2,
        ),
        "mean-difference, paired": (
            "t-paired",
            lambda p: mean.paired_mean_difference(p, LEVEL).interval,
            float((after - before) @ LEVELS),
        ),
        "mean-ratio, paired": (
            "log-ratio-of-means",
            lambda p: ratio_of_means.paired_mean_ratio(p, LEVEL).interval,
            float(after @ LEVELS / (before @ LEVELS)) - 1,
        ),
        "standardised-difference, paired": (
            "hedges-g-av",
            lambda p: mean.hedges_g_av(p, LEVEL).interval,
            _standardised(after, before),
        ),
    }
    situation = f"{n} pairs, {second} then {first}, likeness {likeness:g}"
    for estimand, (method, interval, truth) in kernels.items():
        if method in DEAR and (n not in (10, 50) or likeness):
            continue
        used = slice(0, effort.dear if method in DEAR else None)
        made = ((or_none(lambda p=p, i=interval: i(p)), k) for p, k in zip(pairs[used], times[used], strict=True))
        yield simulated(made, truth, method=method, estimand=estimand.strip(), n=n, situation=situation)


def _remembered_tango() -> Callable[[PairedCounts], Interval]:
    """Compute the interval once for all tables with as many higher and lower answers."""
    seen: dict[tuple[int, int], Interval] = {}

    def interval(pairs: PairedCounts) -> Interval:
        moves = ordinal_paired.improvement(pairs)
        key = (moves.improved, moves.worse)
        if key not in seen:
            seen[key] = ordinal_paired.probability_higher_paired(pairs, LEVEL).interval
        return seen[key]

    return interval


def _partly_linked(n: int, effort: Effort) -> Iterator[Found]:
    """n linked, half as many who answered only once in each wave."""
    for (first, second), likeness in product((("bell", "bell"), ("skewed", "ceiling"), ("even", "skewed")), (0.0, 0.6)):
        shares, alone = joint(first, second, likeness), n // 2
        rng = generator("partly", first, second, likeness, n)
        linked = rng.multinomial(n, shares.ravel(), size=effort.draws).reshape(-1, 5, 5)
        after, before = (rng.multinomial(alone, SHAPES[name], size=effort.draws) for name in (first, second))
        situation = f"{n} linked and {alone} more in each wave, {second} then {first}, likeness {likeness:g}"

        def on_means(draw: int, linked=linked, after=after, before=before) -> Interval:
            return partly_linked.partly_linked_mean_difference(
                PairedCounts(levels=LEVELS, table=linked[draw]),
                AnswerCounts(levels=LEVELS, counts=after[draw]),
                AnswerCounts(levels=LEVELS, counts=before[draw]),
                LEVEL,
            ).interval

        def on_shares(draw: int, linked=linked, after=after, before=before, alone=alone) -> Interval:
            table = linked[draw]
            cells = table[3:, 3:].sum(), table[:3, 3:].sum(), table[3:, :3].sum(), table[:3, :3].sum()
            return partly_linked.partly_linked_share_difference(
                tuple(map(int, cells)), (int(after[draw][3:].sum()), alone), (int(before[draw][3:].sum()), alone), LEVEL
            ).interval

        def on_ranks(draw: int, linked=linked, after=after, before=before) -> Interval:
            return partly_linked.partly_linked_probability_higher(
                PairedCounts(levels=LEVELS, table=linked[draw]),
                AnswerCounts(levels=LEVELS, counts=after[draw]),
                AnswerCounts(levels=LEVELS, counts=before[draw]),
                LEVEL,
            ).interval

        gap = SHAPES[first] - SHAPES[second]
        for estimand, method, interval, truth in (
            ("mean-difference, partly linked", "t-partly-linked", on_means, float(gap @ LEVELS)),
            (
                "probability-higher, partly linked",
                "brunner-munzel-partly-linked",
                on_ranks,
                _higher(SHAPES[first], SHAPES[second]),
            ),
            ("share-difference, partly linked", "newcombe-partly-linked", on_shares, float(gap[3:].sum())),
        ):
            made = ((or_none(lambda d=d, i=interval: i(d)), 1) for d in range(effort.draws))
            yield simulated(made, truth, method=method, estimand=estimand, n=n, situation=situation)


def _comparison(n: int, effort: Effort) -> Iterator[Found]:
    """A project whose answers rise and a comparison group whose answers do not."""
    rng = generator("comparison", n)
    names = ("skewed", "bell", "bell", "bell")  # project after and before, comparison after and before
    draws = [rng.multinomial(n, SHAPES[name], size=effort.draws) for name in names]
    truth = float((SHAPES["skewed"] - SHAPES["bell"]) @ LEVELS)

    def independent(draw: int) -> Interval:
        four = [AnswerCounts(levels=LEVELS, counts=wave[draw]) for wave in draws]
        return comparison_group.difference_in_differences((four[0], four[1]), (four[2], four[3]), LEVEL).interval

    yield simulated(
        ((or_none(lambda d=d: independent(d)), 1) for d in range(effort.draws)),
        truth,
        method="difference-in-differences",
        estimand="effect",
        n=n,
        situation=f"{n} in each of four samples",
    )
    project, comparison = (
        rng.multinomial(n, joint(first, "bell", 0.6).ravel(), size=effort.draws).reshape(-1, 5, 5)
        for first in ("skewed", "bell")
    )

    def paired(draw: int) -> Interval:
        groups = (PairedCounts(levels=LEVELS, table=group[draw]) for group in (project, comparison))
        return comparison_group.paired_difference_in_differences(*groups, LEVEL).interval

    yield simulated(
        ((or_none(lambda d=d: paired(d)), 1) for d in range(effort.draws)),
        truth,
        method="difference-in-differences-paired",
        estimand="effect",
        n=n,
        situation=f"{n} pairs in each group",
    )


def _trend(n: int, effort: Effort) -> Iterator[Found]:
    """Three doses and five sizes of change, the larger the dose the larger the change, or not."""
    for strength in (0.0, 0.5):
        rows = [0.3 * ((1 - strength) * SHAPES["bell"] + strength * SHAPES[s]) for s in ("even", "bell", "skewed")]
        shares = np.array(rows) / np.sum(rows)
        tables, times = drawn_tables(generator("trend", strength, n), n, shares, effort.draws)
        truth = trend.kendall_tau_b(np.round(shares * 1e9), LEVEL).value
        made = (
            (or_none(lambda t=t: trend.kendall_tau_b(t.reshape(3, 5), LEVEL).interval), k)
            for t, k in zip(tables, times, strict=True)
        )
        situation = f"{n} people, three doses, strength {strength:g}"
        yield simulated(made, truth, method="kendall-tau-b", estimand="dose-and-change", n=n, situation=situation)
