"""Handling times in whole days with cases still open, from a distribution whose curve is known exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from covering.found import LEVEL, Effort, Found, generator, or_none, simulated
from effektmatt.core import DurationCounts, Interval
from effektmatt.stats import curve_differences, restricted_mean, survival
from effektmatt.stats.survival import SurvivalCurve, kaplan_meier

TAU = 90
DAYS = np.arange(0, 2001)


@dataclass(frozen=True, slots=True)
class Times:
    """Log-normal handling times, rounded up to whole days; cases come in evenly and are followed 20 to 141 days."""

    name: str
    median: float
    spread: float

    @property
    def still_open(self) -> np.ndarray:
        """The share still open after each day."""
        return 1 - ndtr(np.log(np.maximum(DAYS, 1e-9) / self.median) / self.spread)

    def drawn(self, rng: np.random.Generator, n: int) -> SurvivalCurve:
        times = np.maximum(1, np.ceil(np.exp(np.log(self.median) + self.spread * rng.standard_normal(n))))
        followed = rng.integers(20, 142, size=n)
        return kaplan_meier(DurationCounts.from_times(np.minimum(times, followed).astype(np.int64), times <= followed))

    def closed_by(self, day: int) -> float:
        return float(1 - self.still_open[day])

    def median_day(self) -> float:
        return float(np.argmax(self.still_open <= 0.5))

    def mean_of_at_most(self, tau: int) -> float:
        return float(self.still_open[:tau].sum())


#: About 5, 25 and 45 per cent open in the end.
QUICK, USUAL, SLOW = Times("quick", 20.0, 0.8), Times("usual", 50.0, 0.8), Times("slow", 80.0, 0.6)


def found(effort: Effort) -> Iterator[Found]:
    """Yield the coverage of every interval for handling times."""
    for n in (20,) if effort.quick else (10, 20, 50, 200):
        for times in (QUICK, USUAL, SLOW):
            yield from _one(times, n, effort)
        for after, before in ((USUAL, USUAL), (QUICK, USUAL), (USUAL, SLOW)):
            yield from _two(after, before, n, effort)
    for n in (10,) if effort.quick else (5, 10, 25, 50):
        yield from _same_mix(n, effort)


def _one(times: Times, n: int, effort: Effort) -> Iterator[Found]:
    rng = generator("one", times, n)
    curves = [times.drawn(rng, n) for _ in range(effort.draws)]
    kernels: dict[str, tuple[str, Callable[[SurvivalCurve], Interval], float]] = {
        "median-time": ("log-log", lambda c: survival.quantile(c, 0.5, LEVEL).interval, times.median_day()),
        "closed-share": ("log-log", lambda c: survival.closed_share(c, 28, LEVEL).interval, times.closed_by(28)),
        "mean-time": (
            "restricted-mean-greenwood",
            lambda c: restricted_mean.restricted_mean(c, TAU, LEVEL).interval,
            times.mean_of_at_most(TAU),
        ),
    }
    for estimand, (method, interval, truth) in kernels.items():
        made = ((or_none(lambda c=c, i=interval: i(c)), 1) for c in curves)
        yield simulated(made, truth, method=method, estimand=estimand, n=n, situation=f"{n} cases, {times.name}")


def _two(after: Times, before: Times, n: int, effort: Effort) -> Iterator[Found]:
    rng = generator("two", after, before, n)
    curves = [(after.drawn(rng, n), before.drawn(rng, n)) for _ in range(effort.draws)]

    def medians(first: SurvivalCurve, second: SurvivalCurve) -> Interval | None:
        return curve_differences.quantile_difference(first, second, 0.5, LEVEL).interval

    kernels: dict[str, tuple[str, Callable[[SurvivalCurve, SurvivalCurve], Interval | None], float]] = {
        "median-time-difference": ("square-and-add-log-log", medians, after.median_day() - before.median_day()),
        "closed-share-difference": (
            "square-and-add-log-log",
            lambda a, b: curve_differences.closed_share_difference(a, b, 28, LEVEL).interval,
            after.closed_by(28) - before.closed_by(28),
        ),
        "mean-time-difference": (
            "restricted-mean-greenwood",
            lambda a, b: restricted_mean.restricted_mean_difference(a, b, TAU, LEVEL).interval,
            after.mean_of_at_most(TAU) - before.mean_of_at_most(TAU),
        ),
    }
    situation = f"{n} cases in each wave, {before.name} then {after.name}"
    for estimand, (method, interval, truth) in kernels.items():
        made = ((or_none(lambda p=p, i=interval: i(*p)), 1) for p in curves)
        yield simulated(made, truth, method=method, estimand=estimand, n=n, situation=situation)


def _same_mix(n: int, effort: Effort) -> Iterator[Found]:
    """Two case types with n cases of each in each wave, weighted alike."""
    rng = generator("mix", n)
    mix = {"a": 0.4, "b": 0.6}
    types = {"a": (QUICK, USUAL), "b": (USUAL, SLOW)}
    truth = sum(
        mix[kind] * (after.mean_of_at_most(TAU) - before.mean_of_at_most(TAU))
        for kind, (after, before) in types.items()
    )

    def made() -> Iterator[tuple[Interval | None, int]]:
        for _ in range(effort.draws):
            first, second = ({kind: types[kind][wave].drawn(rng, n) for kind in types} for wave in (0, 1))
            yield (
                or_none(
                    lambda f=first, s=second: (
                        restricted_mean.standardised_restricted_mean_difference(f, s, mix, TAU, LEVEL).interval
                    )
                ),
                1,
            )

    yield simulated(
        made(),
        truth,
        method="restricted-mean-greenwood-standardised",
        estimand="mean-time-difference",
        n=2 * n,
        situation=f"two case types, {n} of each in each wave",
    )
