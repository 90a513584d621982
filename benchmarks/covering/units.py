"""Visits in units, judgements by reviewers, items of a scale, weights and series."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import numpy as np

from covering.found import LEVEL, Effort, Found, generator, or_none, simulated
from effektmatt.core import Interval
from effektmatt.stats import (
    agreement,
    cluster_regression,
    clusters,
    designs,
    interrupted_series,
    raking,
    reliability,
    series,
)
from effektmatt.stats.results import Inference, ShareInference


def found(effort: Effort) -> Iterator[Found]:
    """Yield the coverage of every interval where observations belong together."""
    sizes = (10,) if effort.quick else (5, 10, 20, 60)
    for units, likeness in product(sizes, (0.0, 0.1, 0.4)):
        yield from _visits(units, likeness, effort)
    for units, differ in product((10,) if effort.quick else (5, 10, 20, 60), (0.0, 0.05, 0.15)):
        yield from _visitors(units, differ, effort)
    for units, reviewers in product((20,) if effort.quick else (20, 60), (2, 4)):
        yield from _reviewers(units, reviewers, effort)
    for n, items in product((20,) if effort.quick else (20, 50, 200), (3, 8)):
        yield from _items(n, items, effort)
    for n in (60,) if effort.quick else (60, 240):
        yield from _weighted(n, effort)
        for often in (0.3, 0.03):
            yield from _raked(n, often, effort)
    for length, memory in product((24,) if effort.quick else (16, 24, 48, 104), (0.0, 0.3, 0.6)):
        yield from _series(length, memory, effort)
    for half, memory in product((12,) if effort.quick else (6, 8, 12, 26, 52), (0.0, 0.3, 0.6, 0.8)):
        yield from _levels(half, memory, effort)


def _visits(units: int, likeness: float, effort: Effort) -> Iterator[Found]:
    """Two waves of 1 to 5 visits to the same units, a yes or no from each; 55 then 75 per cent yes."""
    rng = generator("visits", units, likeness)
    centres, draws = np.array([0.75, 0.55]), effort.draws
    n = rng.integers(1, 6, size=(draws, units, 2))
    if likeness:
        precision = 1 / likeness - 1
        own = rng.beta(centres[1] * precision, (1 - centres[1]) * precision, size=(draws, units, 1))
        chances = np.concatenate([own + (1 - own) * (0.2 / 0.45), own], axis=2)  # the same units, raised alike
    else:
        chances = np.broadcast_to(centres, n.shape)
    hits = rng.binomial(n, chances)
    truth = 0.2
    sums = [clusters.UnitSums(n=visits, total=yes) for visits, yes in zip(n, hits, strict=True)]
    situation = f"{units} units, 1 to 5 visits in each wave, likeness {likeness:g}"
    kernels: dict[str, tuple[str, Callable[[clusters.UnitSums], Interval], float, int]] = {
        "mean-difference, units": (
            "t-units-paired",
            lambda s: clusters.unit_mean_difference(s, LEVEL).interval,
            truth,
            draws,
        ),
        "mean-difference, units ": (
            "cr2-satterthwaite",
            lambda s: clusters.cluster_robust_contrast(s, (1, -1), LEVEL).interval,
            truth,
            draws,
        ),
        "share, units": (
            "cluster-logit",
            lambda s: clusters.clustered_share(s.n[:, 1], s.total[:, 1], LEVEL).interval,
            0.55,
            draws,
        ),
    }
    for estimand, (method, interval, value, used) in kernels.items():
        made = ((or_none(lambda s=s, i=interval: i(s)), 1) for s in sums[:used])
        yield simulated(made, value, method=method, estimand=estimand.strip(), n=units, situation=situation)


def _visitors(units: int, differ: float, effort: Effort) -> Iterator[Found]:
    """Two visits in each wave by four visitors, two of them in both waves; the change is 0.1, whoever judged."""
    rng, draws = generator("visitors", units, differ), effort.dear
    waves, visited = np.repeat([1.0, 0.0], 2 * units), np.tile(np.repeat(np.arange(units), 2), 2)

    def interval() -> Interval | None:
        judge = np.where(waves == 1, rng.integers(0, 4, waves.size), rng.integers(2, 6, waves.size))
        own, strict = rng.normal(0, 0.1, units), rng.normal(0, differ, 6)
        scores = 0.6 + 0.1 * waves + own[visited] + strict[judge] + rng.normal(0, 0.15, waves.size)
        design = np.column_stack([waves, np.eye(6)[judge]])
        return or_none(
            lambda: cluster_regression.cluster_robust_coefficient(design, scores, visited, 0, LEVEL).interval
        )

    made = ((interval(), 1) for _ in range(draws))
    yield simulated(
        made,
        0.1,
        method="visitor-effects-cr2",
        estimand="mean-difference, units",
        n=units,
        situation=f"{units} units, 6 visitors who differ by {differ:g}",
    )


def _reviewers(units: int, reviewers: int, effort: Effort) -> Iterator[Found]:
    """Reviewers put units on three levels; the truth is what a very large number of units gives."""
    rng = generator("reviewers", units, reviewers)

    def judged(count: int) -> np.ndarray:
        level = rng.choice(3, size=(count, 1), p=[0.5, 0.3, 0.2])
        slips = rng.random((count, reviewers)) < 0.25
        return np.where(slips, rng.choice(3, size=(count, reviewers)), level).astype(float)

    def interval_of(kernel: Callable[..., agreement.Agreement], **given: object) -> Callable[..., Interval | None]:
        return lambda table: kernel(_ratings(table), level=LEVEL, **given).interval

    everybody = judged(200_000)
    dear = effort.dear // 2
    tables = [judged(units) for _ in range(effort.draws)]
    kernels = (
        ("percent-agreement", agreement.percent_agreement, {}, effort.draws),
        ("krippendorff-alpha-ordinal", agreement.krippendorff_alpha, {"resamples": 499}, dear),
    )
    situation = f"{units} units, {reviewers} reviewers"
    for method, kernel, given, used in kernels:
        truth = kernel(_ratings(everybody[:20_000]), **({"resamples": 2} if given else {})).value
        interval = interval_of(kernel, **given)
        made = ((or_none(lambda t=t, i=interval: i(t)), 1) for t in tables[:used])
        yield simulated(made, truth, method=method, estimand="agreement", n=units, situation=situation)


def _ratings(table: np.ndarray) -> agreement.Ratings:
    return agreement.Ratings(
        levels=np.arange(3.0), counts=np.stack([(table == level).sum(axis=1) for level in range(3)], axis=1)
    )


def _items(n: int, items: int, effort: Effort) -> Iterator[Found]:
    """Answers 1 to 5 that share one factor; the truth is what a very large number of people gives."""
    rng = generator("items", n, items)

    def answers(people: int) -> np.ndarray:
        latent = 0.7 * rng.standard_normal((people, 1)) + 0.7 * rng.standard_normal((people, items))
        return np.clip(np.round(3.5 + latent), 1, 5)

    truth = reliability.cronbach_alpha(np.cov(answers(400_000), rowvar=False))

    def made() -> Iterator[tuple[Interval | None, int]]:
        for _ in range(effort.draws):
            alpha = reliability.cronbach_alpha(np.cov(answers(n), rowvar=False))
            yield reliability.feldt_interval(alpha, n, items, LEVEL), 1

    situation = f"{n} people, {items} items"
    yield simulated(made(), truth, method="feldt", estimand="consistency", n=n, situation=situation)


def _weighted(n: int, effort: Effort) -> Iterator[Found]:
    """Two groups of 600 and 400, of whom 30 and 70 per cent say yes; the smaller answers twice as often."""
    rng = generator("weighted", n)
    sizes, chances = np.array([600, 400]), np.array([0.3, 0.7])
    hits_in_all = (sizes * chances).astype(int)
    truth = float(hits_in_all.sum() / sizes.sum())
    answered = np.array([n * 3 // 7, n - n * 3 // 7])

    def drawn() -> np.ndarray:
        return rng.hypergeometric(hits_in_all, sizes - hits_in_all, answered)

    group = np.repeat([0, 1], answered)
    finite = designs.Design((sizes / answered)[group], strata=group, population=sizes[group])
    kernels: tuple[tuple[str, str, Callable[..., Inference | ShareInference]], ...] = (
        ("mean", "design-linearised", designs.design_mean),
        ("share", "design-korn-graubard", designs.design_share),
    )
    samples = [_answers(drawn(), answered) for _ in range(effort.draws)]
    for of, method, kernel in kernels:
        made = ((or_none(lambda s=s, k=kernel: k(s, finite, LEVEL).interval), 1) for s in samples)
        situation = f"{n} of 1000 in two groups"
        yield simulated(made, truth, method=method, estimand=f"{of}, weighted", n=n, situation=situation)


def _answers(hits: np.ndarray, answered: np.ndarray) -> np.ndarray:
    """Return noughts and ones, group by group."""
    each = zip(hits.ravel(), answered.ravel(), strict=True)
    return np.concatenate([np.repeat([1.0, 0.0], [yes, n - yes]) for yes, n in each])


def _raked(n: int, often: float, effort: Effort) -> Iterator[Found]:
    """Women and men of three ages, who answer unequally and of whom some `often` say yes; both margins known."""
    rng = generator("raked", n, often)
    people = np.array([[0.2, 0.2, 0.1], [0.1, 0.15, 0.25]])
    answers = people * np.array([[1.0, 1.5, 2.0], [0.5, 1.0, 1.5]])
    yes = often * np.array([[0.4, 0.9, 1.6], [0.6, 1.2, 1.9]])
    kinds = answers[..., None] / answers.sum() * np.stack([yes, 1 - yes], axis=-1)
    # what weights to the margins lead to when very many answer
    many = np.round(1e5 * kinds).astype(int)
    truth = designs.design_mean(*_to_margins(many, people)).value
    drawn = rng.multinomial(n, kinds.ravel(), size=effort.draws).reshape(-1, 2, 3, 2)
    situation = f"{n} of many by sex and age, {truth:.0%} yes"
    kernels: tuple[tuple[str, str, Callable[..., Inference | ShareInference]], ...] = (
        ("share", "design-korn-graubard", designs.design_share),
        ("mean", "design-linearised", designs.design_mean),
    )
    for of, method, kernel in kernels:
        if of == "mean" and often < 0.1:
            continue  # a rare yes is a share
        made = ((or_none(lambda s=s, k=kernel: k(*_to_margins(s, people), LEVEL).interval), 1) for s in drawn)
        yield simulated(made, truth, method=method, estimand=f"{of}, weighted", n=n, situation=situation)


def _to_margins(sample: np.ndarray, people: np.ndarray) -> tuple[np.ndarray, designs.Design]:
    """Return the answers of a table of sex, age and answer, and their weights to the margins of the people."""
    cells = sample.sum(axis=-1)
    columns = [np.repeat(place.ravel(), cells.ravel()) for place in np.indices(cells.shape)]
    margins = [dict(enumerate(people.sum(axis=axis))) for axis in (1, 0)]
    raked, known = raking.raked_weights(columns, margins)
    return _answers(sample[..., 0], cells), designs.Design(raked, known=known)


def _series(length: int, memory: float, effort: Effort) -> Iterator[Found]:
    """A level that jumps by 2 half-way; each value keeps a part (`memory`) of what the last was off by."""
    rng = generator("series", length, memory)
    half = length // 2

    drawn = []
    for _ in range(effort.dear):
        noise = rng.standard_normal(length)
        noise[0] /= np.sqrt(1 - memory**2)
        for step in range(1, length):
            noise[step] += memory * noise[step - 1]
        drawn.append(10 + 2.0 * (np.arange(length) >= half) + noise)
    situation = f"{length} values, memory {memory:g}"
    breaks = interrupted_series.interrupted_series
    made = ((breaks(values, half, LEVEL).level_change.interval, 1) for values in drawn)
    yield simulated(made, 2.0, method="ar1-reml", estimand="break-in-series", n=length, situation=situation)


def _levels(half: int, memory: float, effort: Effort) -> Iterator[Found]:
    """A level that stands still, jumps by 2 half-way and stands still again; every interval is shown, so all count."""
    rng = generator("levels", half, memory)
    noise = rng.standard_normal((effort.draws, 2 * half))
    noise[:, 0] /= np.sqrt(1 - memory**2)
    for step in range(1, 2 * half):
        noise[:, step] += memory * noise[:, step - 1]
    drawn = 10 + 2.0 * (np.arange(2 * half) >= half) + noise
    situation = f"memory {memory:g}"
    made = ((series.step_change(values, half, LEVEL).difference.interval, 1) for values in drawn)
    yield simulated(
        made, 2.0, method="ar1", estimand="step-in-series", n=half, situation=f"{half} and {half} values, {situation}"
    )
    made = ((series.series_mean(values[:half], LEVEL).interval, 1) for values in drawn)
    yield simulated(made, 10.0, method="ar1", estimand="mean", n=half, situation=f"{half} values, {situation}")
