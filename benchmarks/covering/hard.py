"""Where intervals are hard pressed: answers at one end, one group much smaller, rare types, one usual level.

Here each situation stands by itself, with how often the result would bear the note that its interval is approximate:
that is what keeps the promise of `docs/methods.md` where the interval does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from covering.answers import LEVELS, SHAPES
from covering.found import LEVEL, Effort, Found, generator, simulated
from covering.times import QUICK, SLOW, TAU, USUAL
from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats import agreement, enough
from effektmatt.stats.choices import (
    AGREEMENT,
    EFFECT,
    MEAN,
    MEAN_DIFFERENCE,
    MEAN_RATIO,
    MEAN_TIME_DIFFERENCE,
    PROBABILITY_HIGHER,
    SHARE_DIFFERENCE_PARTLY_LINKED,
    STANDARDISED_DIFFERENCE,
)
from effektmatt.stats.clusters import UnitSums, cluster_robust_contrast
from effektmatt.stats.mean import hedges_g
from effektmatt.stats.question import Layout, Question, approximate

#: In at least so many samples of a situation that an interval does not cover must the result say so.
NOTED = 0.7
#: From what a statistic takes to its interval, and whether the result bears the note.
Judged = Callable[..., tuple[Interval, bool]]


def found(effort: Effort) -> Iterator[Found]:
    """Yield the coverage in every hard situation."""
    for n in (20, 200) if effort.quick else (20, 50, 200, 1000):
        yield from _one_end(n, effort)
    for n in (10, 50) if effort.quick else (10, 20, 50, 200):
        yield from _most_stay(n, effort)
        yield from _unequal(n, effort)
    for n in (10,) if effort.quick else (5, 10, 50):
        yield from _few_linked(n, effort)
    for units in (20,) if effort.quick else (10, 20, 60, 200):
        yield from _nearly_all(units, effort)
        yield from _one_level(units, effort)
    for rare in (6,) if effort.quick else (6, 10, 25, 60):
        yield from _rare_type(rare, effort)


def by(question: Question[Any], layout: Layout, n: int) -> Judged:
    """Return what judges data as the program does: the default's interval and its note."""
    return lambda *counts: (
        question.kernel(layout)(*counts, LEVEL).interval,
        bool(question.approximate(layout, n, *counts)),
    )


def judged(samples: Iterator[tuple[Any, ...]], judge: Judged, truth: float, **about: Any) -> Found:
    """Count how often the interval holds the truth, and how often the result bears the note."""
    noted = total = 0

    def made() -> Iterator[tuple[Interval | None, int]]:
        nonlocal noted, total
        for counts in samples:
            try:
                interval, is_noted = judge(*counts)
            except ValueError:
                continue
            if interval is None or interval.low == interval.high:  # the program gives none then
                continue
            total, noted = total + 1, noted + is_noted
            yield interval, 1

    return replace(simulated(made(), truth, **about), noted=noted / max(1, total))


def _answers(rng: np.random.Generator, n: int, shape: str) -> AnswerCounts:
    return AnswerCounts(levels=LEVELS, counts=rng.multinomial(n, SHAPES[shape]))


def _one_end(n: int, effort: Effort) -> Iterator[Found]:
    rng = generator("one end", n)
    samples = ((_answers(rng, n, "ceiling"),) for _ in range(effort.draws))
    yield judged(
        samples,
        by(MEAN, Layout.PROCESS, n),
        float(SHAPES["ceiling"] @ LEVELS),
        method="t",
        estimand="mean",
        n=n,
        situation=f"{n} answers, ceiling",
    )


def _most_stay(n: int, effort: Effort) -> Iterator[Found]:
    """80 per cent give the same answer again, the others rise to the ceiling."""
    shares = 0.8 * np.diag(SHAPES["bell"]) + 0.2 * np.outer(SHAPES["bell"], SHAPES["ceiling"])
    before, after = shares.sum(axis=1) @ LEVELS, shares.sum(axis=0) @ LEVELS
    other = 0.8 * np.diag(SHAPES["bell"]) + 0.2 * np.outer(SHAPES["bell"], SHAPES["bell"])

    def pairs(rng: np.random.Generator, of: np.ndarray, size: int) -> PairedCounts:
        return PairedCounts(levels=LEVELS, table=rng.multinomial(size, of.ravel()).reshape(5, 5))

    spreads = [wave @ LEVELS**2 - (wave @ LEVELS) ** 2 for wave in (shares.sum(axis=0), shares.sum(axis=1))]
    for estimand, method, question, truth in (
        ("mean-difference, paired", "t-paired", MEAN_DIFFERENCE, after - before),
        ("mean-ratio, paired", "log-ratio-of-means", MEAN_RATIO, after / before - 1),
        (
            "standardised-difference, paired",
            "hedges-g-av",
            STANDARDISED_DIFFERENCE,
            (after - before) / np.sqrt(sum(spreads) / 2),
        ),
    ):
        rng = generator("most stay", estimand, n)
        yield judged(
            ((pairs(rng, shares, n),) for _ in range(effort.draws if method != "hedges-g-av" else effort.dear)),
            by(question, Layout.PAIRED, n),
            float(truth),
            method=method,
            estimand=estimand,
            n=n,
            situation=f"{n} pairs, 80 % stay, the others from bell to ceiling",
        )
    rng = generator("most stay, two groups", n)
    yield judged(
        ((pairs(rng, shares, n), pairs(rng, other, 10 * n)) for _ in range(effort.draws)),
        by(EFFECT, Layout.PAIRED, n),
        float(after - before),
        method="difference-in-differences-paired",
        estimand="effect",
        n=n,
        situation=f"{n} pairs of whom 80 % stay, {10 * n} in the comparison group",
    )


def _unequal(n: int, effort: Effort) -> Iterator[Found]:
    """One group ten times as large as the other; both at the ceiling, or spread unlike each other."""
    ceiling = float(SHAPES["ceiling"] @ LEVELS)
    for estimand, method, question, truth in (
        ("mean-difference", "t-welch", MEAN_DIFFERENCE, 0.0),
        ("mean-ratio", "log-ratio-of-means", MEAN_RATIO, 0.0),
        ("probability-higher", "brunner-munzel", PROBABILITY_HIGHER, 0.5),
    ):
        rng = generator("unequal", estimand, n)
        yield judged(
            ((_answers(rng, n, "ceiling"), _answers(rng, 10 * n, "ceiling")) for _ in range(effort.draws)),
            by(question, Layout.INDEPENDENT, n),
            truth,
            method=method,
            estimand=estimand,
            n=n,
            situation=f"{n} and {10 * n}, ceiling and ceiling",
        )
    yield _spreads_differ(n, effort)
    rng = generator("unequal", "effect", n)
    yield judged(
        (
            (
                (_answers(rng, n, "ceiling"), _answers(rng, n, "bell")),
                tuple(_answers(rng, 10 * n, "bell") for _ in "ab"),
            )
            for _ in range(effort.draws)
        ),
        by(EFFECT, Layout.INDEPENDENT, n),
        ceiling - 3.0,
        method="difference-in-differences",
        estimand="effect",
        n=n,
        situation=f"{n} in the project, bell then ceiling, {10 * n} in the comparison group",
    )


def _spreads_differ(n: int, effort: Effort) -> Found:
    ours, theirs = SHAPES["even"], SHAPES["ceiling"]
    centres = ours @ LEVELS, theirs @ LEVELS
    spread = sum(shares @ (LEVELS - centre) ** 2 for shares, centre in zip((ours, theirs), centres, strict=True)) / 2

    def judge(first: AnswerCounts, second: AnswerCounts) -> tuple[Interval, bool]:
        return hedges_g(first, second, LEVEL).interval, enough.spreads_differ(first, second)

    rng = generator("spreads differ", n)
    return judged(
        ((_answers(rng, n, "even"), _answers(rng, n, "ceiling")) for _ in range(effort.dear)),
        judge,
        float((centres[0] - centres[1]) / np.sqrt(spread)),
        method="hedges-g",
        estimand="standardised-difference",
        n=n,
        situation=f"{n} and {n}, even and ceiling",
    )


def _few_linked(n: int, effort: Effort) -> Iterator[Found]:
    """n linked, ten times as many who answered only after, three only before; all at the ceiling."""
    shares = 0.5 * np.diag(SHAPES["ceiling"]) + 0.5 * np.outer(SHAPES["ceiling"], SHAPES["ceiling"])
    situation = f"{n} linked, {10 * n} only after, 3 only before, ceiling"

    def samples(rng: np.random.Generator) -> Iterator[tuple[Any, ...]]:
        for _ in range(effort.draws):
            linked = PairedCounts(levels=LEVELS, table=rng.multinomial(n, shares.ravel()).reshape(5, 5))
            yield linked, _answers(rng, 10 * n, "ceiling"), _answers(rng, 3, "ceiling")

    for estimand, method, question, truth in (
        ("mean-difference, partly linked", "t-partly-linked", MEAN_DIFFERENCE, 0.0),
        ("probability-higher, partly linked", "brunner-munzel-partly-linked", PROBABILITY_HIGHER, 0.5),
    ):
        yield judged(
            samples(generator("few linked", estimand, n)),
            by(question, Layout.PARTLY_LINKED, n + 3),
            truth,
            method=method,
            estimand=estimand,
            n=n + 3,
            situation=situation,
        )

    def cells(linked: PairedCounts, after: AnswerCounts, before: AnswerCounts) -> tuple[Any, ...]:
        table = linked.table
        four = table[4:, 4:].sum(), table[:4, 4:].sum(), table[4:, :4].sum(), table[:4, :4].sum()
        return tuple(map(int, four)), *((int(one.counts[4:].sum()), one.n) for one in (after, before))

    yield judged(
        (cells(*sample) for sample in samples(generator("few linked", "share", n))),
        by(SHARE_DIFFERENCE_PARTLY_LINKED, Layout.PARTLY_LINKED, n + 3),
        0.0,
        method="newcombe-partly-linked",
        estimand="share-difference, partly linked",
        n=n + 3,
        situation=situation,
    )


def _nearly_all(units: int, effort: Effort) -> Iterator[Found]:
    """Two waves of 1 to 5 visits to the same units: 90, then 98 per cent yes."""

    def samples(rng: np.random.Generator) -> Iterator[tuple[Any, ...]]:
        for _ in range(effort.draws):
            n = rng.integers(1, 6, size=(units, 2))
            yield (UnitSums(n=n, total=rng.binomial(n, [0.98, 0.9])),)

    def robust(sums: UnitSums) -> tuple[Interval, bool]:
        interval = cluster_robust_contrast(sums, (1, -1), LEVEL).interval
        return interval, bool(EFFECT.approximate(Layout.UNITS, units, sums, (1, -1)))

    situation = f"{units} units, 1 to 5 visits in each wave, 90 then 98 % yes"
    for estimand, method, judge, truth in (
        ("mean-difference, units", "t-units-paired", by(MEAN_DIFFERENCE, Layout.UNITS, units), 0.08),
        ("mean-difference, units", "cr2-satterthwaite", robust, 0.08),
        ("mean-ratio, units", "log-ratio-of-units", by(MEAN_RATIO, Layout.UNITS, units), 0.98 / 0.9 - 1),
    ):
        yield judged(
            samples(generator("nearly all", method, units)),
            judge,
            truth,
            method=method,
            estimand=estimand,
            n=units,
            situation=situation,
        )


def _one_level(units: int, effort: Effort) -> Iterator[Found]:
    """Two reviewers; 95 per cent of units on one of two levels, one judgement in ten a guess."""

    def drawn(rng: np.random.Generator, count: int) -> agreement.Ratings:
        level = (rng.random((count, 1)) < 0.05).astype(int)
        given = np.where(rng.random((count, 2)) < 0.1, rng.integers(0, 2, size=(count, 2)), level)
        ones = given.sum(axis=1)
        return agreement.Ratings(levels=[0.0, 1.0], counts=np.stack([2 - ones, ones], axis=1))

    everybody = drawn(generator("one level, all"), 200_000)
    for method, kernel, given, draws in (
        ("percent-agreement", agreement.percent_agreement, {}, effort.draws),
        (
            "krippendorff-alpha-nominal",
            agreement.krippendorff_alpha,
            {"metric": "nominal", "resamples": 499},
            effort.dear,
        ),
    ):
        rng = generator("one level", method, units)

        def judge(ratings: agreement.Ratings, kernel: Any = kernel, given: Any = given) -> tuple[Interval, bool]:
            interval = kernel(ratings, level=LEVEL, **given).interval
            least = max(AGREEMENT.choice(Layout.REVIEWERS).enough, enough.enough_for_agreement(ratings))
            return interval, bool(approximate(units, least))

        yield judged(
            ((drawn(rng, units),) for _ in range(draws)),
            judge,
            kernel(everybody, **(given | {"resamples": 2} if given else {})).value,
            method=method,
            estimand="agreement",
            n=units,
            situation=f"{units} units, 2 reviewers, 95 % on one level",
        )


def _rare_type(rare: int, effort: Effort) -> Iterator[Found]:
    """A type with few cases in each wave and one with 100, weighted 40 to 60."""
    rng = generator("rare type", rare)
    mix = {"a": 0.4, "b": 0.6}
    types, sizes = {"a": (QUICK, USUAL), "b": (USUAL, SLOW)}, {"a": rare, "b": 100}
    truth = sum(
        mix[kind] * (one.mean_of_at_most(TAU) - other.mean_of_at_most(TAU)) for kind, (one, other) in types.items()
    )

    def samples() -> Iterator[tuple[Any, ...]]:
        for _ in range(effort.draws):
            yield tuple({kind: types[kind][wave].drawn(rng, sizes[kind]) for kind in types} for wave in (0, 1))

    def judge(first: Any, second: Any) -> tuple[Interval, bool]:
        interval = MEAN_TIME_DIFFERENCE.kernel(Layout.SAME_MIX)(first, second, mix, TAU, LEVEL).interval
        n = int(enough.cases_that_count(first, second, weights=mix, tau=TAU))
        return interval, bool(MEAN_TIME_DIFFERENCE.approximate(Layout.SAME_MIX, n))

    yield judged(
        samples(),
        judge,
        truth,
        method="restricted-mean-greenwood-standardised",
        estimand="mean-time-difference",
        n=rare,
        situation=f"two case types, {rare} and 100 in each wave, weighted 40 to 60",
    )
