"""Cases closed in time, numbers that were measured, series month by month, and two groups at one time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from effektmatt.cases.in_time import Followed, difference_in_time, share_in_time
from effektmatt.core import About, AnswerCounts, Estimate
from effektmatt.data.two_groups import means_of_two, shares_of_two
from effektmatt.measurements.numbers import Numbers, Waves
from effektmatt.measurements.outcomes import Measured, mean_change_outcome, mean_outcome
from effektmatt.usage.series import Period, period_series, series_outcome
from judging.tally import Situation

Generator = np.random.Generator
Draw = Callable[[Generator], Estimate]

#: Everybody could be asked, and answered: what is tried is the interval.
ABOUT = About(self_selected=False)
HOURS = Measured(label="Timmar")


def situations() -> Iterator[Situation]:
    """Yield every situation of these kinds."""
    yield from _in_time()
    yield from _measured()
    yield from _series()
    yield from _groups()


# ---- cases closed in time ----------------------------------------------------------------------------------------


def _in_time() -> Iterator[Situation]:
    for before, after, some_open in ((10, 10, False), (60, 60, False), (300, 30, False), (80, 80, True)):
        fate = "some still open before their limit" if some_open else "every fate known"
        yield Situation(
            goal="closed in time, change",
            tried=f"{before} cases before, {after} after, {fate}",
            draw=_closing(before, after, some_open=some_open),
            truth=0.0,
            margin=0.25,
            dear=True,
        )


def _closing(before: int, after: int, *, some_open: bool) -> Draw:
    def wave(rng: Generator, name: str, n: int) -> Followed:
        days = np.exp(3.1 + 0.7 * rng.normal(size=n)).round().astype(int) + 1
        followed = rng.integers(10, 90, n) if some_open else np.full(n, 10_000)
        ended = np.where(days <= followed, 1, 0)
        return Followed(wave=name, days=np.minimum(days, followed), ended=ended, limits=np.full(n, 40.0))

    def draw(rng: Generator) -> Estimate:
        waves = wave(rng, "before", before), wave(rng, "after", after)
        shares = share_in_time(waves[0], 0.95, ()), share_in_time(waves[1], 0.95, ())
        return difference_in_time(waves, shares, 0.95)

    return draw


# ---- measured numbers --------------------------------------------------------------------------------------------


def _measured() -> Iterator[Situation]:
    for n in (15, 50, 200):
        yield _days(f"{n} people followed, most with no day and few with many", n, n, linked=True)
    for n in (15, 50, 200):
        yield _mean_days(n)
    for n in (40, 80, 200):
        yield _mean_with_rare(n)
    for margin in (10.0, 15.0):
        yield _mean_hours(margin)
    for n, before, after in ((40, 0.02, 0.03), (60, 0.02, 0.03), (60, 0.03, 0.02), (60, 0.03, 0.03)):
        yield _days_with_rare(n, before, after)
    for before, after in ((40, 40), (200, 20)):
        yield _days(f"{before} before, {after} after, most with no day and few with many", before, after, linked=False)


def _some_days(rng: Generator, n: int) -> np.ndarray:
    return np.where(rng.random(n) < 0.5, 0.0, np.exp(1.2 + 0.9 * rng.normal(size=n)))


def _mean_days(n: int) -> Situation:
    return Situation(
        goal="measured numbers, a mean",
        tried=f"{n} people, most with no day and few with many",
        draw=lambda rng: mean_outcome(Numbers(values=_some_days(rng, n)), ABOUT, Measured(label="Sjukdagar")).estimate,
        truth=0.5 * float(np.exp(1.2 + 0.9**2 / 2)),
        margin=1.5,
        better=-1,
        dear=True,
    )


def _mean_hours(margin: float) -> Situation:
    return Situation(
        goal="measured numbers, a mean",
        tried=f"40 people, 0 to 10 alike, told with {margin:g} to spare",
        draw=lambda rng: mean_outcome(Numbers(values=rng.integers(0, 11, 40) * 1.0), ABOUT, HOURS).estimate,
        truth=5.0,
        margin=margin,
        better=-1,
        dear=True,
    )


def _mean_with_rare(n: int) -> Situation:
    """Three in a hundred have 300 days: fewer than 80 do not see them, and at the edge one sample in ten does not."""

    def draw(rng: Generator) -> Estimate:
        return mean_outcome(_with_rare(rng, n, 0.03), ABOUT, Measured(label="Sjukdagar")).estimate

    return Situation(
        goal="measured numbers, a mean",
        tried=f"{n} people, 3 in 100 with 300 days",
        draw=draw,
        truth=0.97 * 5 + 0.03 * 300,
        margin=15.0,
        better=-1,
        holds=False,
        dear=True,
    )


def _with_rare(rng: Generator, n: int, share: float) -> Numbers:
    return Numbers(values=np.where(rng.random(n) < share, 300.0, rng.integers(0, 11, n)))


def _days_with_rare(n: int, before: float, after: float) -> Situation:
    """Somewhat more have 300 days in one wave than in the other: the edge of what a change is held to."""

    def draw(rng: Generator) -> Estimate:
        waves = Waves(
            before=_with_rare(rng, n, before), after=_with_rare(rng, n, after), pairs=(np.arange(n), np.arange(n))
        )
        return mean_change_outcome(waves, ABOUT, Measured(label="Sjukdagar")).estimate

    return Situation(
        goal="measured numbers, change of the mean",
        tried=f"{n} people followed, {100 * before:.0f} and then {100 * after:.0f} in 100 with 300 days",
        draw=draw,
        truth=(after - before) * (300 - 5),
        margin=3.0,
        better=-1,
        holds=before == after,
        dear=True,
    )


def _days(tried: str, before: int, after: int, *, linked: bool) -> Situation:
    def draw(rng: Generator) -> Estimate:
        pairs = (np.arange(before), np.arange(after)) if linked else None
        first, second = (Numbers(values=_some_days(rng, n)) for n in (before, after))
        waves = Waves(before=first, after=second, pairs=pairs)
        return mean_change_outcome(waves, ABOUT, Measured(label="Sjukdagar")).estimate

    return Situation(
        goal="measured numbers, change of the mean", tried=tried, draw=draw, truth=0.0, margin=3.0, better=-1, dear=True
    )


# ---- series ------------------------------------------------------------------------------------------------------


def _series() -> Iterator[Situation]:
    for baseline, after in ((8, 8), (24, 12), (36, 24)):
        for memory in (0.0, 0.6):
            yield _monthly(f"{baseline} + {after} months, likeness of neighbours {memory}", baseline, after, memory)
    yield _monthly("24 + 12 months, a season", 24, 12, 0.3, season=8.0)
    yield _monthly("30 + 18 months, a season, half a year more of one part", 30, 18, 0.3, season=8.0, holds=False)
    yield _monthly("24 + 12 months, a trend that was already there", 24, 12, 0.3, trend=0.5, holds=False)
    yield _monthly("24 months, the last 12 of 36 after, a trend", 24, 36, 0.3, trend=0.4, last=12, holds=False)


def _monthly(
    tried: str,
    baseline: int,
    after: int,
    memory: float,
    *,
    season: float = 0.0,
    trend: float = 0.0,
    last: int | None = None,
    holds: bool = True,
) -> Situation:
    def draw(rng: Generator) -> Estimate:
        month, value, noise = np.arange(baseline + after), rng.normal(0, 5), []
        for _ in month:
            value = memory * value + rng.normal(0, 5 * np.sqrt(1 - memory**2))
            noise.append(value)
        values = 60 + np.array(noise) + trend * month + season * np.cos(2 * np.pi * month / 12)
        periods = [Period(year=2019 + one // 12, part=one % 12 + 1, per_year=12) for one in month.tolist()]
        numbers = list(zip(periods, values.tolist(), strict=True))
        return series_outcome(period_series(numbers, (periods[0], periods[baseline - 1]), last=last)).estimate

    return Situation(
        goal="series month by month, any rise",
        tried=tried,
        draw=draw,
        truth=0.0,
        margin=8.0,
        holds=holds,
        dear=True,
    )


# ---- two groups --------------------------------------------------------------------------------------------------

NAMES = ("Kvinna", "Man")


def _groups() -> Iterator[Situation]:
    for first, second in ((6, 6), (30, 30), (300, 20)):
        yield Situation(
            goal="two groups, difference of shares",
            tried=f"{first} and {second}, 80 % in both",
            draw=_shares(first, second),
            truth=0.0,
            margin=0.3,
            dear=True,
        )
        yield Situation(
            goal="two groups, difference of means",
            tried=f"{first} and {second}, 80 % at the top",
            draw=_means(first, second),
            truth=0.0,
            margin=0.6,
            dear=True,
        )


def _shares(first: int, second: int) -> Draw:
    def draw(rng: Generator) -> Estimate:
        hits = [int(rng.binomial(n, 0.8)) for n in (first, second)]
        return shares_of_two("kon", NAMES, hits, [first, second], [ABOUT, ABOUT]).estimate

    return draw


def _means(first: int, second: int) -> Draw:
    levels, chances = np.arange(1.0, 6.0), np.array([0.02, 0.03, 0.05, 0.10, 0.80])

    def draw(rng: Generator) -> Estimate:
        scores = [AnswerCounts(levels=levels, counts=rng.multinomial(n, chances)) for n in (first, second)]
        return means_of_two("kon", NAMES, scores, [ABOUT, ABOUT], (1.0, 5.0)).estimate

    return draw
