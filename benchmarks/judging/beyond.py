"""Situations that the table of claims was not made from: other distributions, drop-out, unequal groups, mixed visitors.

What a rule was tuned on it holds in; these are for what it does elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import numpy as np

from effektmatt.core import About, AnswerCounts, Estimate, Linkage, Unit
from effektmatt.measurements.numbers import Numbers
from effektmatt.measurements.numbers import Waves as NumberWaves
from effektmatt.measurements.outcomes import Measured, mean_change_outcome, mean_outcome
from effektmatt.stats.designs import Design
from effektmatt.stats.sampled import sampled_mean, sampled_mean_change, sampled_share, sampled_share_change
from effektmatt.stats.samples import Samples
from effektmatt.surveys.change_outcomes import score_change_outcome, share_change_outcome
from effektmatt.surveys.improved_outcome import share_improved_outcome
from effektmatt.surveys.score_change import mean_estimate
from effektmatt.surveys.waves import Waves
from judging.surveys import LEVELS, coded, linked
from judging.tally import Situation

Generator = np.random.Generator
Draw = Callable[[Generator], Estimate]
Values = Callable[[Generator, int], np.ndarray]

ABOUT = About(self_selected=False)
SCALE = (1.0, 5.0)


def situations() -> Iterator[Situation]:
    """Yield every situation of people: scores, numbers, weights and groups."""
    yield from _scores()
    yield from _followed()
    yield from _drop_out()
    yield from _numbers()
    yield from _weights()
    yield from _groups()


def situation(
    goal: str, tried: str, draw: Draw, *, truth: float, margin: float, better: int = 1, holds: bool = True
) -> Situation:
    """Return a situation, drawn few times at first."""
    return Situation(
        goal=goal, tried=tried, draw=draw, truth=truth, margin=margin, better=better, holds=holds, dear=True
    )


# ---- scores ------------------------------------------------------------------------------------------------------

SHAPES = {
    "half at either end": (0.45, 0.05, 0.0, 0.05, 0.45),
    "most at the bottom": (0.7, 0.2, 0.06, 0.03, 0.01),
    "all in the middle but one in twenty": (0.0, 0.0, 0.95, 0.0, 0.05),
}


def _scores() -> Iterator[Situation]:
    for name, shares in SHAPES.items():
        for n in (12, 40, 150):
            yield situation(
                "mean score, a level",
                f"{name}, n {n}",
                _level(np.array(shares), n),
                truth=float(np.array(shares) @ LEVELS),
                margin=0.6,
            )


def _level(shares: np.ndarray, n: int) -> Draw:
    def draw(rng: Generator) -> Estimate:
        return mean_estimate(AnswerCounts(levels=LEVELS, counts=rng.multinomial(n, shares)), ABOUT, SCALE)

    return draw


# ---- people who are followed ---------------------------------------------------------------------------------------


def _followed() -> Iterator[Situation]:
    for n in (15, 60):
        yield situation(
            "change of a mean, linked",
            f"n {n}, a tenth rise from the lowest to the highest and as many fall one step each four times",
            _changes(n, (0.1, 0.4)),
            truth=0.0,
            margin=0.5,
            holds=n != 15,
        )
        yield situation(
            "relative change of a mean, linked",
            f"n {n}, a tenth rise from the lowest to the highest and as many fall one step each four times",
            _changes(n, (0.1, 0.4), relative=True),
            truth=0.0,
            margin=0.2,
            holds=n != 15,
        )
    for both, before, after in ((10, 60, 20), (40, 10, 80)):
        yield situation(
            "change of a mean, some linked",
            f"{both} both times, {before} only before, {after} only after, most at the top",
            _some_linked(both, before, after),
            truth=0.0,
            margin=0.5,
        )
        yield situation(
            "change of a share, some linked",
            f"{both} both times, {before} only before, {after} only after, nine in ten",
            _some_linked(both, before, after, share=True),
            truth=0.0,
            margin=0.1,
        )
    for n_before, n_after, share in ((1000, 30, 0.03), (30, 1000, 0.97), (60, 60, 0.03)):
        yield situation(
            "change of a share, any rise",
            f"{n_before} before, {n_after} after, {share:.0%} both times",
            _shares(n_before, n_after, share),
            truth=0.0,
            margin=0.15,
        )
    yield situation(
        "share improved, a process", "40 linked people of an unknown number", _improved(40), truth=0.6, margin=0.2
    )


def _changes(n: int, often: tuple[float, float], *, relative: bool = False) -> Draw:
    def draw(rng: Generator) -> Estimate:
        kind = rng.choice(3, size=n, p=[*often, 1 - sum(often)])
        before, after = np.choose(kind, [1, 4, 3]), np.choose(kind, [5, 3, 3])
        waves = linked(before.astype(np.float64), after.astype(np.float64))
        return score_change_outcome(waves, ABOUT, reading="relative" if relative else "points").estimate

    return draw


def _some_linked(both: int, before: int, after: int, *, share: bool = False) -> Draw:
    chances = np.array([0.02, 0.03, 0.05, 0.10, 0.80])

    def draw(rng: Generator) -> Estimate:
        liked = rng.normal(size=both)
        edges = np.quantile(rng.normal(size=20_000), np.cumsum(chances)[:-1])
        first, last = (np.digitize(liked * 0.7 + rng.normal(size=both) * 0.714, edges) + 1 for _ in range(2))
        waves = [
            np.concatenate([one, rng.choice(LEVELS, size=more, p=chances)])
            for one, more in ((first, before), (last, after))
        ]
        pairs = (np.arange(both), np.arange(both))
        found = Waves(before=coded(waves[0], "before"), after=coded(waves[1], "after"), pairs=pairs)
        if share:
            return share_change_outcome(found, ABOUT, top=2, reading="points").estimate
        return score_change_outcome(found, ABOUT).estimate

    return draw


def _shares(n_before: int, n_after: int, share: float) -> Draw:
    def draw(rng: Generator) -> Estimate:
        first, last = (np.where(rng.random(n) < share, 5, 2) for n in (n_before, n_after))
        both = Waves(before=coded(first, "before"), after=coded(last, "after"))
        return share_change_outcome(both, ABOUT, top=2, reading="points").estimate

    return draw


def _improved(n: int) -> Draw:
    def draw(rng: Generator) -> Estimate:
        after = np.where(rng.random(n) < 0.6, 4, 3)
        return share_improved_outcome([linked(np.full(n, 3), after)], about=About()).estimate

    return draw


# ---- those who do not answer ---------------------------------------------------------------------------------------


def _drop_out() -> Iterator[Situation]:
    for population in (120, 600):
        yield situation(
            "share improved, of all people",
            f"{population} people, odds of answering 1.5 times higher for those who improved",
            _leaving(population, 1.5),
            truth=0.7,
            margin=0.15,
            holds=False,
        )
    for low in (0.8, 0.5):
        yield situation(
            "change of a share, any rise",
            f"200 before, of those who said no before {low:.0%} answer after and of the others 80 %, not linked",
            _leaving_wave(low),
            truth=0.0,
            margin=0.2,
            holds=low == 0.8,
        )


def _leaving(population: int, odds: float) -> Draw:
    def draw(rng: Generator) -> Estimate:
        rose = np.arange(population) < round(0.7 * population)
        answered = rng.random(population) < np.where(rose, 0.6 * odds / (0.4 + 0.6 * odds), 0.6)
        after = np.where(rose, 4, 3)[answered]
        waves = linked(np.full(after.size, 3), after)
        return share_improved_outcome([waves], about=About(population=population)).estimate

    return draw


def _leaving_wave(low: float) -> Draw:
    def draw(rng: Generator) -> Estimate:
        said = rng.random(200) < 0.5
        stays = rng.random(200) < np.where(said, 0.8, low)
        waves = [np.where(one, 5, 2) for one in (said, said[stays])]
        both = Waves(before=coded(waves[0], "before"), after=coded(waves[1], "after"))
        return share_change_outcome(both, About(), top=2, reading="points").estimate

    return draw


# ---- numbers -------------------------------------------------------------------------------------------------------

NUMBERS: dict[str, tuple[Values, float]] = {
    "exponential": (lambda rng, n: rng.exponential(10, n), 10.0),
    "counts, negative binomial": (lambda rng, n: rng.negative_binomial(0.5, 0.1, n) * 1.0, 4.5),
    "heavy upper tail (Pareto, 3)": (lambda rng, n: 10 * (1 + rng.pareto(3, n)), 15.0),
    "normal, far from nought": (lambda rng, n: rng.normal(130, 15, n), 130.0),
}


def _numbers() -> Iterator[Situation]:
    for name, (values, mean) in NUMBERS.items():
        for n in (12, 90, 300):
            yield situation(
                "measured numbers, a mean",
                f"{n} people, {name}",
                lambda rng, n=n, values=values: (
                    mean_outcome(Numbers(values=values(rng, n)), ABOUT, Measured(label="Dagar")).estimate
                ),
                truth=mean,
                margin=0.5 * mean,
                better=-1,
            )
        for before, after in ((90, 90), (20, 200)):
            yield situation(
                "measured numbers, change of the mean",
                f"{before} before, {after} after, {name}",
                _two_numbers(values, before, after),
                truth=0.0,
                margin=0.5 * mean,
                better=-1,
            )


def _two_numbers(values: Values, before: int, after: int) -> Draw:
    def draw(rng: Generator) -> Estimate:
        waves = NumberWaves(before=Numbers(values=values(rng, before)), after=Numbers(values=values(rng, after)))
        return mean_change_outcome(waves, ABOUT, Measured(label="Dagar")).estimate

    return draw


# ---- weights -------------------------------------------------------------------------------------------------------


def _weights() -> Iterator[Situation]:
    for n, spread in ((30, 0.5), (30, 1.0), (100, 1.0), (400, 1.0)):
        tried = f"n {n}, weights log-normal with spread {spread}"
        for share in (0.5, 0.95):
            yield situation(
                "a share with weights", f"{tried}, {share:.0%}", _weighed_share(n, spread, share), truth=share,
                margin=0.3 if share < 0.9 else 0.2,
            )  # fmt: skip
        yield situation("a mean with weights", f"{tried}, most at the top", _weighed_mean(n, spread),
                        truth=float(np.array([0.02, 0.03, 0.05, 0.10, 0.80]) @ LEVELS), margin=0.6)  # fmt: skip
        for what in ("share", "mean"):
            yield situation(
                f"change of a {what} with weights",
                f"{tried}, both times",
                _weighed_change(n, spread, share=what == "share"),
                truth=0.0,
                margin=0.2 if what == "share" else 0.5,
            )


def _lots(rng: Generator, n: int, spread: float) -> Design:
    return Design(np.exp(spread * rng.normal(size=n)))


def _weighed_share(n: int, spread: float, share: float) -> Draw:
    def draw(rng: Generator) -> Estimate:
        return sampled_share("share", ((rng.random(n) < share).astype(np.float64), _lots(rng, n, spread)), ABOUT)

    return draw


def _weighed_mean(n: int, spread: float) -> Draw:
    chances = [0.02, 0.03, 0.05, 0.10, 0.80]

    def draw(rng: Generator) -> Estimate:
        sample = rng.choice(LEVELS, size=n, p=chances), _lots(rng, n, spread)
        return sampled_mean("mean-score", Unit.SCORE, sample, ABOUT, SCALE)

    return draw


def _weighed_change(n: int, spread: float, *, share: bool) -> Draw:
    def draw(rng: Generator) -> Estimate:
        before, after = (
            (
                (rng.random(n) < 0.85).astype(np.float64)
                if share
                else rng.choice(LEVELS, size=n, p=[0.02, 0.03, 0.05, 0.10, 0.80]),
                _lots(rng, n, spread),
            )
            for _ in range(2)
        )
        samples = Samples(before=before, after=after, linkage=Linkage.INDEPENDENT)
        changed = sampled_share_change(samples, ABOUT) if share else sampled_mean_change(samples, ABOUT, SCALE)
        return changed.difference

    return draw


# ---- groups --------------------------------------------------------------------------------------------------------


def _groups() -> Iterator[Situation]:
    for groups in (12, 30, 60):
        for kind in ("skewed", "larger groups higher", "of three kinds"):
            yield situation(
                "people in offices, a mean",
                f"{groups} offices of 5 to 40, values {kind}, named in the plan",
                _grouped_mean(groups, kind),
                truth=_true_mean(kind),
                margin=0.8,
                holds=kind != "skewed",
            )
        yield situation(
            "people in offices, a mean",
            f"{groups} offices, sizes log-normal with spread 1.5, values skewed, named in the plan",
            _grouped_mean(groups, "skewed", unequal=True),
            truth=_true_mean("skewed"),
            margin=0.8,
            holds=False,
        )
        yield situation(
            "people in offices, a share",
            f"{groups} offices of 5 to 40, in one of ten nobody and else 95 %, named in the plan",
            _grouped_share(groups),
            truth=0.9 * 0.95,
            margin=0.12,
            holds=False,
        )
    for first, second in ((6, 24), (15, 15)):
        yield situation(
            "people in other offices after, change of a mean",
            f"{first} offices before and {second} others after, of 20, values skewed, named in the plan",
            _other_offices(first, second),
            truth=0.0,
            margin=0.8,
        )


def _answers(rng: Generator, own: np.ndarray, kind: str) -> np.ndarray:
    """Draw answers from 1 to 5 of people in offices whose level is `own`, nought in the mean."""
    if kind == "skewed":  # most at the top, few far down
        return np.clip(np.round(5 - rng.exponential(0.6 - 0.5 * own.clip(None, 1), own.size)), 1, 5)
    return np.clip(np.round(3.5 + 0.5 * own + 0.9 * rng.normal(size=own.size)), 1, 5)


def _levels(rng: Generator, sizes: np.ndarray, kind: str) -> np.ndarray:
    """Draw how high offices lie: alike but one in ten far below, by their size, of three kinds."""
    if kind == "skewed":
        return np.where(rng.random(sizes.size) < 0.1, -3.0, 0.3)
    if kind == "larger groups higher":
        return 0.2 * rng.normal(size=sizes.size) + (sizes - 27) / 15
    return rng.choice([-0.7, -0.7, 1.4], size=sizes.size)


def _sizes(rng: Generator, groups: int, *, unequal: bool) -> np.ndarray:
    if unequal:
        return np.maximum(2, np.exp(2.3 + 1.5 * rng.normal(size=groups)).round()).astype(int)
    return rng.integers(5, 41, groups)


@cache
def _true_mean(kind: str) -> float:
    """Return the mean over people, from so many offices that its own error is a thousandth."""
    rng = np.random.default_rng(1)
    sizes = _sizes(rng, 200_000, unequal=False)
    return float(_answers(rng, np.repeat(_levels(rng, sizes, kind), sizes), kind).mean())


def _grouped_mean(groups: int, kind: str, *, unequal: bool = False) -> Draw:
    def draw(rng: Generator) -> Estimate:
        sizes = _sizes(rng, groups, unequal=unequal)
        each = np.repeat(np.arange(groups), sizes)
        values = _answers(rng, _levels(rng, sizes, kind)[each], kind)
        design = Design(np.ones(each.size), clusters=each.astype(str))
        return sampled_mean("mean-score", Unit.SCORE, (values, design), ABOUT, SCALE)

    return draw


def _grouped_share(groups: int) -> Draw:
    def draw(rng: Generator) -> Estimate:
        each = np.repeat(np.arange(groups), rng.integers(5, 41, groups))
        share = np.where(rng.random(groups) < 0.1, 0.0, 0.95)
        hits = (rng.random(each.size) < share[each]).astype(np.float64)
        return sampled_share("share", (hits, Design(np.ones(each.size), clusters=each.astype(str))), ABOUT)

    return draw


def _other_offices(first: int, second: int) -> Draw:
    def sample(rng: Generator, groups: int, name: str) -> tuple[np.ndarray, Design]:
        each = np.repeat(np.arange(groups), 20)
        values = _answers(rng, _levels(rng, np.full(groups, 20), "skewed")[each], "skewed")
        return values, Design(np.ones(each.size), clusters=np.char.add(name, each.astype(str)))

    def draw(rng: Generator) -> Estimate:
        waves = Samples(before=sample(rng, first, "f"), after=sample(rng, second, "e"), linkage=Linkage.INDEPENDENT)
        return sampled_mean_change(waves, ABOUT, SCALE).difference

    return draw
