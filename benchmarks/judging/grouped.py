"""People and cases in groups that the plan names, one period, cells that are empty for a reason, a comparison group."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from effektmatt.cases.clustered import in_time_over_groups
from effektmatt.cases.in_time import Followed, difference_in_time, share_in_time
from effektmatt.cases.outcome import handling_time_outcome
from effektmatt.core import About, Estimate, Linkage, Unit
from effektmatt.data.two_groups import samples_of_two
from effektmatt.registers.drawn import Drawn
from effektmatt.registers.share import share_outcome
from effektmatt.stats.designs import Design
from effektmatt.stats.sampled import sampled_mean, sampled_mean_change, sampled_share
from effektmatt.stats.samples import Samples
from effektmatt.surveys.cause import compared_change
from effektmatt.surveys.waves import Waves
from judging.surveys import coded
from judging.tally import Situation

Generator = np.random.Generator
Draw = Callable[[Generator], Estimate]

ABOUT = About(self_selected=False)
#: So many offices, and how alike people in them are.
OFFICES = ((6, 0.1), (12, 0.1), (30, 0.05))
EACH = 20
#: Offices of which one or a few are much larger than the others.
UNEQUAL = {
    "12 offices, one of 300 and the others of 5": np.array([300] + [5] * 11),
    "12 offices, one of 60 and the others of 5": np.array([60] + [5] * 11),
    "12 offices, one of 60 and the others of 20": np.array([60] + [20] * 11),
    "20 offices, five of 50 and the others of 10": np.array([50] * 5 + [10] * 15),
    "30 offices, one of 100 and the others of 10": np.array([100] + [10] * 29),
}


def situations() -> Iterator[Situation]:
    """Yield every situation of these kinds."""
    for offices, icc in OFFICES:
        tried = f"{offices} offices of {EACH}, likeness {icc}, named in the plan"
        yield from _in_offices(tried, np.full(offices, EACH), icc)
    for tried, sizes in UNEQUAL.items():
        yield from _in_offices(f"{tried}, likeness 0.1, named in the plan", sizes, 0.1)
    for offices in (12, 30, 60):
        yield _situation(
            "people in offices, a mean",
            f"{offices} offices, sizes log-normal with spread 1.5, likeness 0.1, named in the plan",
            _mean(offices),
            truth=0.0,
            margin=0.5,
        )
    for n, handlers in ((30, 0), (200, 0), (240, 12)):
        by = f", {handlers} handlers, likeness 0.1, named in the plan" if handlers else ""
        yield _situation(
            "handling time, one period",
            f"{n} cases{by}, some open",
            _one_period(n, handlers),
            truth=_mean_of_first(60),
            margin=8.0,
            better=-1,
        )
    yield _situation(
        "share of a register, cells empty for a reason",
        "100 rows, half of the noes empty and a tenth of the yeses",
        _hidden_noes(0.5, 0.1),
        truth=0.7,
        margin=0.25,
    )
    for drift, own in ((0.4, 0.4), (0.4, 0.7)):
        both = drift == own
        tried = "everybody drifts alike" if both else "those in the project drift more by themselves"
        yield _situation(
            "comparison group, the effect",
            f"60 and 60 linked people, {tried}",
            _effect(own, drift, groups=0),
            truth=0.0,
            margin=0.8,
            holds=both,
        )
    yield _situation(
        "comparison group, the effect",
        "6 and 6 groups of 10 linked people, likeness 0.1, named in the plan, everybody drifts alike",
        _effect(0.4, 0.4, groups=6),
        truth=0.0,
        margin=0.8,
    )


def _in_offices(tried: str, sizes: np.ndarray, icc: float) -> Iterator[Situation]:
    """Yield each kind of goal of offices of these sizes."""
    yield _situation("share of a sample of rows", tried, _rows(sizes, icc), truth=0.7, margin=0.15)
    yield _situation("two groups, in offices", tried, _two_groups(sizes, icc), truth=0.0, margin=0.25)
    yield _situation("closed in time, by handler", tried, _in_time(sizes, icc), truth=0.0, margin=0.25)
    yield _situation("people in offices, a share", tried, _level(sizes, icc, weighted=False), truth=0.7, margin=0.15)
    yield _situation(
        "people in offices, a share with weights", tried, _level(sizes, icc, weighted=True), truth=0.7, margin=0.15
    )
    yield _situation("people in offices, change of a mean", tried, _mean_change(sizes, icc), truth=0.0, margin=0.8)


def _situation(
    goal: str, tried: str, draw: Draw, *, truth: float, margin: float, better: int = 1, holds: bool = True
) -> Situation:
    return Situation(
        goal=goal, tried=tried, draw=draw, truth=truth, margin=margin, better=better, holds=holds, dear=True
    )


def _alike(rng: Generator, sizes: np.ndarray, icc: float) -> np.ndarray:
    """Draw values, normal with spread 1, that resemble each other within groups of these sizes."""
    own = np.repeat(rng.normal(0, np.sqrt(icc), sizes.size), sizes)
    return own + rng.normal(0, np.sqrt(1 - icc), own.size)


#: Seven in ten lie above it.
_LIMIT = -0.5244005127080407


def _named(sizes: np.ndarray) -> np.ndarray:
    return np.repeat([f"k{one}" for one in range(sizes.size)], sizes)


def _level(sizes: np.ndarray, icc: float, *, weighted: bool) -> Draw:
    """Draw people in offices, who weigh alike or by one to three."""
    names = _named(sizes)

    def draw(rng: Generator) -> Estimate:
        hits = (_alike(rng, sizes, icc) > _LIMIT).astype(np.float64)
        weights = rng.uniform(1, 3, names.size) if weighted else np.ones(names.size)
        return sampled_share("share", (hits, Design(weights, clusters=names)), ABOUT)

    return draw


def _mean(offices: int) -> Draw:
    """Draw people in offices a few of which have most of them."""

    def draw(rng: Generator) -> Estimate:
        sizes = np.maximum(2, np.exp(2.3 + 1.5 * rng.normal(size=offices)).round()).astype(int)
        design = Design(np.ones(int(sizes.sum())), clusters=_named(sizes))
        return sampled_mean("mean-score", Unit.SCORE, (_alike(rng, sizes, 0.1), design), ABOUT, (-5.0, 5.0))

    return draw


def _mean_change(sizes: np.ndarray, icc: float) -> Draw:
    """Draw others in the same offices after as before."""
    design = Design(np.ones(int(sizes.sum())), clusters=_named(sizes))

    def draw(rng: Generator) -> Estimate:
        before, after = (_alike(rng, sizes, icc) for _ in range(2))
        samples = Samples(before=(before, design), after=(after, design), linkage=Linkage.INDEPENDENT)
        return sampled_mean_change(samples, ABOUT, (-5.0, 5.0)).difference

    return draw


def _rows(sizes: np.ndarray, icc: float) -> Draw:
    names = _named(sizes)

    def draw(rng: Generator) -> Estimate:
        right = np.where(_alike(rng, sizes, icc) > _LIMIT, "ja", "nej")
        frame = pd.DataFrame({"kontor": names, "ratt": right})
        return share_outcome(frame, {"ratt": "ja"}, About(), drawn=Drawn.of(frame, "kontor")).estimate

    return draw


def _two_groups(sizes: np.ndarray, icc: float) -> Draw:
    names = _named(sizes)

    def draw(rng: Generator) -> Estimate:
        hits = (_alike(rng, sizes, icc) > 0).astype(np.float64)
        women = rng.random(names.size) < 0.5
        first, second = ((hits[who], Design(np.ones(int(who.sum())), clusters=names[who])) for who in (women, ~women))
        samples = Samples(after=first, before=second, linkage=Linkage.INDEPENDENT)
        return samples_of_two("kon", ("Kvinna", "Man"), samples, [ABOUT, ABOUT], Unit.POINTS).estimate

    return draw


def _in_time(sizes: np.ndarray, icc: float) -> Draw:
    groups = np.repeat(np.arange(sizes.size), sizes)

    def wave(rng: Generator, name: str, own: np.ndarray) -> Followed:
        value = own + rng.normal(0, np.sqrt(1 - icc), groups.size)
        days = np.exp(3.1 + 0.7 * value).round().astype(int) + 1
        seen = rng.integers(30, 90, groups.size)
        ended = np.where(days <= seen, 1, 0)
        limits = np.full(groups.size, 40.0)
        return Followed(wave=name, days=np.minimum(days, seen), ended=ended, limits=limits, groups=groups)

    def draw(rng: Generator) -> Estimate:
        waves = [
            wave(rng, name, np.repeat(rng.normal(0, np.sqrt(icc), sizes.size), sizes)) for name in ("before", "after")
        ]
        shares = [share_in_time(one, 0.95, ()) for one in waves]
        plain = difference_in_time((waves[0], waves[1]), (shares[0], shares[1]), 0.95)
        return in_time_over_groups(plain, waves[::-1], 0.95)

    return draw


def _mean_of_first(tau: int) -> float:
    """Return the mean of at most tau of the days that are drawn in `_one_period`."""
    from scipy.stats import norm

    day = np.arange(tau)  # the mean is the sum of the shares that are still open each day
    return float(norm.sf((np.log(day + 0.5) - 3.3) / 0.7, 0, 1)[1:].sum() + 1)


def _one_period(n: int, handlers: int) -> Draw:
    periods, measured = {"after": (date(2014, 1, 1), date(2014, 4, 30))}, {"after": date(2014, 7, 10)}
    icc = 0.1 if handlers else 0.0

    def draw(rng: Generator) -> Estimate:
        opened = pd.Timestamp(periods["after"][0]) + pd.to_timedelta(rng.integers(0, 120, n), "D")
        who = np.arange(n) % (handlers or 1)
        own = rng.normal(0, np.sqrt(icc), handlers or 1)[who]
        days = np.exp(3.3 + 0.7 * (own + rng.normal(0, np.sqrt(1 - icc), n))).round().astype(int).clip(1)
        closed = opened + pd.to_timedelta(days, "D")
        frame = pd.DataFrame({"in": opened, "ut": closed.where(closed <= pd.Timestamp(measured["after"])), "vem": who})
        frame["vem"] = frame["vem"].astype(str)
        return handling_time_outcome(
            frame,
            ABOUT,
            opened="in",
            closed="ut",
            periods=periods,
            measured=measured,
            within_days=60,
            cluster="vem" if handlers else None,
        ).estimate

    return draw


def _hidden_noes(noes: float, yeses: float) -> Draw:
    def draw(rng: Generator) -> Estimate:
        cells: np.ndarray = np.array(["ja"] * 70 + ["nej"] * 30, dtype=object)
        cells[rng.random(100) < np.where(cells == "ja", yeses, noes)] = None
        return share_outcome(pd.DataFrame({"klar": cells}), {"klar": "ja"}, About()).estimate

    return draw


def _effect(own: float, drift: float, *, groups: int) -> Draw:
    """Draw people who drift by so much in the mean; `groups` of ten on each side, who resemble each other."""
    size = 10 * groups or 60

    def side(rng: Generator, moved: float, name: str) -> Waves:
        before = rng.choice([1, 2, 3], size=size)
        change = np.repeat(rng.normal(0, np.sqrt(0.1), groups), 10) if groups else np.zeros(size)
        noise = change + rng.normal(0, np.sqrt(0.9 if groups else 1.0), size)
        after = before + np.where(noise > 0.8, 1, np.where(noise < -1.2, -1, 0)) + (rng.random(size) < moved)
        everybody = np.arange(size)
        first, last = coded(before, "before"), coded(np.clip(after, 1, 5), "after")
        both = Waves(before=first, after=last, pairs=(everybody, everybody))
        if not groups:
            return both
        design = Design(np.ones(size), clusters=np.repeat([f"={name}{one}" for one in range(groups)], 10))
        return replace(both, linked_design=design)

    def draw(rng: Generator) -> Estimate:
        return compared_change(side(rng, own, "p"), side(rng, drift, "j"), ABOUT).effect

    return draw
