"""The same of what is no survey: cases, visits, weeks and months, two groups at one time, a comparison group."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from effektmatt.cases.in_time import Followed, difference_in_time, share_in_time
from effektmatt.cases.outcome import handling_time_outcome
from effektmatt.core import About, AnswerCounts, Estimate, Linkage, Unit
from effektmatt.data.two_groups import means_of_two, samples_of_two, shares_of_two
from effektmatt.stats.designs import Design
from effektmatt.stats.samples import Samples
from effektmatt.surveys.cause import compared_change
from effektmatt.surveys.waves import Waves
from effektmatt.usage.log import uses_of
from effektmatt.usage.series import Period, period_series, series_outcome
from effektmatt.usage.weekly import weekly_use, weekly_users_outcome
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import CodedVisits, code_visits
from effektmatt.visits.comparison import VisitWaves
from effektmatt.visits.outcome import visit_score_outcome
from judging.beyond import ABOUT, situation
from judging.surveys import coded
from judging.tally import Situation

Generator = np.random.Generator
Draw = Callable[[Generator], Estimate]
Days = Callable[[Generator, int], np.ndarray]

MONDAY = date(2018, 1, 1)
CHECKLIST = Checklist.of([f"p{number}" for number in range(6)])


def situations() -> Iterator[Situation]:
    """Yield every situation of records."""
    yield from _cases()
    yield from _visits()
    yield from _weeks()
    yield from _series()
    yield from _two()
    yield from _effects()


# ---- cases -------------------------------------------------------------------------------------------------------

DAYS: dict[str, Days] = {
    "exponential": lambda rng, n: rng.exponential(40, n),
    "most in a week and the others in half a year": lambda rng, n: np.where(
        rng.random(n) < 0.8, rng.uniform(1, 7, n), rng.uniform(120, 180, n)
    ),
    "half on the same day": lambda rng, n: np.where(rng.random(n) < 0.5, 30.0, rng.uniform(1, 90, n)),
}


def _cases() -> Iterator[Situation]:
    for name, days in DAYS.items():
        for before, after in ((40, 40), (300, 25)):
            for all_closed in (True, False):
                fate = "all closed" if all_closed else "some open"
                yield situation(
                    "handling time, mean",
                    f"{before} cases before, {after} after, {name}, {fate}",
                    _handled(days, before, after, all_closed=all_closed),
                    truth=0.0,
                    margin=20.0,
                    better=-1,
                )
            yield situation(
                "closed in time, change",
                f"{before} cases before, {after} after, {name}, one in ten withdrawn",
                _in_time(days, before, after),
                truth=0.0,
                margin=0.3,
            )
    yield situation(
        "handling time, mean",
        "100 cases before, 100 after, the slow ones are entered late, some open",
        _handled(DAYS["exponential"], 100, 100, all_closed=False, late=True),
        truth=0.0,
        margin=20.0,
        better=-1,
        holds=False,
    )


def _handled(drawn: Days, before: int, after: int, *, all_closed: bool, late: bool = False) -> Draw:
    periods = {"before": (date(2013, 1, 1), date(2013, 4, 30)), "after": (date(2014, 1, 1), date(2014, 4, 30))}
    far = 5 if all_closed else 0
    measured = {"before": date(2013 + far, 7, 10), "after": date(2014 + far, 7, 10)}

    def draw(rng: Generator) -> Estimate:
        frames = []
        for wave, n in (("before", before), ("after", after)):
            took = drawn(rng, n).round().astype(int).clip(1)
            place = rng.integers(0, 120, n)
            if late and wave == "after":
                place = np.sort(place)[np.argsort(np.argsort(took + rng.normal(0, 40, n)))]
            opened = pd.Timestamp(periods[wave][0]) + pd.to_timedelta(place, "D")
            closed = opened + pd.to_timedelta(took, "D")
            frames.append(pd.DataFrame({"in": opened, "ut": closed.where(closed <= pd.Timestamp(measured[wave]))}))
        return handling_time_outcome(
            pd.concat(frames), About(), opened="in", closed="ut", periods=periods, measured=measured, within_days=70
        ).estimate

    return draw


def _in_time(drawn: Days, before: int, after: int) -> Draw:
    def wave(rng: Generator, name: str, n: int) -> Followed:
        days, seen = drawn(rng, n).round().astype(int).clip(1), rng.integers(20, 200, n)
        gone = np.where(rng.random(n) < 0.1, rng.integers(5, 60, n), 10_000)
        ended = np.where(days <= np.minimum(seen, gone), 1, np.where(gone <= seen, 2, 0))
        last = np.minimum(np.minimum(days, seen), gone)
        return Followed(wave=name, days=last, ended=ended, limits=np.full(n, 30.0))

    def draw(rng: Generator) -> Estimate:
        waves = wave(rng, "before", before), wave(rng, "after", after)
        return difference_in_time(waves, (share_in_time(waves[0], 0.95, ()), share_in_time(waves[1], 0.95, ())), 0.95)

    return draw


# ---- visits ------------------------------------------------------------------------------------------------------


def _visits() -> Iterator[Situation]:
    for units in (8, 24):
        yield _visited(f"{units} units, one to six visits each, nine points of ten met", units, level=0.9)
        yield _visited(f"{units} units of which a third are much better", units, better=0.5)
        for differ in (0.08, 0.15):
            yield _visited(
                f"{units} units, all visitors in both, who differ by {differ} and share units unevenly",
                units,
                differ=differ,
            )
            yield _visited(
                f"{units} units, three visitors of eight in both, who differ by {differ}",
                units,
                differ=differ,
                shared=3,
            )


def _visited(
    tried: str, units: int, *, level: float = 0.6, better: float = 0.0, differ: float = 0.0, shared: int = 8
) -> Situation:
    def wave(rng: Generator, name: str, met: np.ndarray, strict: np.ndarray, first: int) -> CodedVisits:
        unit = np.repeat(np.arange(units), rng.integers(1, 7, units))
        likely = np.array([8, 4, 2, 2, 1, 1, 1, 1], dtype=np.float64)
        who = first + rng.choice(8, size=unit.size, p=likely[:: rng.choice([1, -1])] / likely.sum())
        share = np.clip(met[unit] + strict[who], 0.02, 0.98)
        cells = np.where(rng.random((unit.size, 6)) < share[:, None], "ja", "nej")
        frame = pd.DataFrame(cells, columns=[f"p{number}" for number in range(6)])
        frame["enhet"], frame["vem"] = [f"e{one}" for one in unit], [f"v{one}" for one in who]
        return code_visits(frame, CHECKLIST, name, unit="enhet", visitor="vem")[0]

    def draw(rng: Generator) -> Estimate:
        met = np.clip(rng.normal(level - better / 2, 0.05, units) + better * (rng.random(units) < 1 / 3), 0.02, 0.98)
        strict = rng.normal(0, differ, 16)
        waves = VisitWaves(
            before=wave(rng, "before", met, strict, 0), after=wave(rng, "after", met, strict, 8 - shared)
        )
        return visit_score_outcome(waves, About()).estimate

    return situation("visits, any rise", tried, draw, truth=0.0, margin=0.2, holds=not differ)


# ---- weeks and months --------------------------------------------------------------------------------------------


def _weeks() -> Iterator[Situation]:
    for half in (8, 14, 30):
        yield _used(f"{half} + {half} weeks, a week in six with three times as many", half, lambda rng, week: np.where(
            rng.random(week.size) < 1 / 6, 90.0, 30.0), holds=True)  # fmt: skip
        yield _used(f"{half} + {half} weeks, more by a random step each week", half, lambda rng, week: 60 + np.cumsum(
            rng.normal(0, 3, week.size)), holds=False)  # fmt: skip
        yield _used(f"{half} + {half} weeks, a slow start that levelled out before", half, lambda _, week: 60 * (
            1 - np.exp(-week / 5)), holds=False)  # fmt: skip


def _used(tried: str, half: int, level: Callable[[Generator, np.ndarray], np.ndarray], *, holds: bool) -> Situation:
    def draw(rng: Generator) -> Estimate:
        week = np.arange(2 * half)
        users = rng.poisson(np.clip(level(rng, week), 1, None))
        days = pd.to_datetime([MONDAY + timedelta(days=int(7 * one) + 2) for one in week])
        names = np.concatenate([np.arange(one) for one in users]).astype(str)
        log = uses_of(pd.DataFrame({"vem": names, "dag": days[np.repeat(week, users)]}), user="vem", at="dag")
        last = MONDAY + timedelta(days=14 * half - 1)
        found = weekly_use(log, first=MONDAY, last=last, rebase=MONDAY + timedelta(days=7 * half))
        return weekly_users_outcome(found).estimate

    return situation("weekly users, any rise", tried, draw, truth=0.0, margin=20.0, holds=holds)


def _series() -> Iterator[Situation]:
    for per_year, baseline, after in ((1, 6, 4), (4, 12, 8), (12, 24, 12), (12, 60, 24)):
        sizes = f"{baseline} + {after} periods, {per_year} a year"
        yield _periods(f"{sizes}, noise with heavy tails", per_year, baseline, after, "heavy")
        yield _periods(f"{sizes}, three times as uneven after", per_year, baseline, after, "uneven")
        yield _periods(f"{sizes}, each a random step from the last", per_year, baseline, after, "walk", holds=False)
        yield _periods(f"{sizes}, a curve that rises ever faster", per_year, baseline, after, "curve", holds=False)


def _periods(tried: str, per_year: int, baseline: int, after: int, kind: str, *, holds: bool = True) -> Situation:
    def draw(rng: Generator) -> Estimate:
        size, place = baseline + after, np.arange(baseline + after)
        noise = 3 * rng.standard_t(3, size) if kind == "heavy" else rng.normal(0, 5, size)
        if kind == "uneven":
            noise = np.where(place < baseline, noise / 3, noise)
        if kind == "walk":
            noise = np.cumsum(noise)
        if kind == "curve":
            noise = noise + 60 * (place / size) ** 3
        periods = [Period(year=1990 + one // per_year, part=one % per_year + 1, per_year=per_year) for one in place]
        numbers = list(zip(periods, (100 + noise).tolist(), strict=True))
        return series_outcome(period_series(numbers, (periods[0], periods[baseline - 1]))).estimate

    return situation("series, any rise", tried, draw, truth=0.0, margin=15.0, holds=holds)


# ---- two groups, and a comparison group --------------------------------------------------------------------------

NAMES = ("Kvinna", "Man")


def _two() -> Iterator[Situation]:
    for first, second, share in ((500, 40, 0.02), (40, 40, 0.97)):
        yield situation(
            "two groups, difference of shares",
            f"{first} and {second}, {share:.0%} in both",
            _two_shares(first, second, share),
            truth=0.0,
            margin=0.2,
        )
    for first, second in ((15, 150), (60, 60)):
        yield situation(
            "two groups, difference of means",
            f"{first} who are at either end and {second} in the middle",
            _two_means(first, second),
            truth=0.0,
            margin=0.8,
        )
    for offices in (12, 30):
        yield situation(
            "two groups, in offices",
            f"{offices} offices of 20, a third of them of one group and the others of the other, likeness 0.1",
            _apart(offices),
            truth=0.0,
            margin=0.3,
        )


def _two_shares(first: int, second: int, share: float) -> Draw:
    def draw(rng: Generator) -> Estimate:
        hits = [int(rng.binomial(n, share)) for n in (first, second)]
        return shares_of_two("kon", NAMES, hits, [first, second], [ABOUT, ABOUT]).estimate

    return draw


def _two_means(first: int, second: int) -> Draw:
    levels, chances = np.arange(1.0, 6.0), ([0.45, 0.05, 0.0, 0.05, 0.45], [0.0, 0.1, 0.8, 0.1, 0.0])

    def draw(rng: Generator) -> Estimate:
        scores = [
            AnswerCounts(levels=levels, counts=rng.multinomial(n, one))
            for n, one in zip((first, second), chances, strict=True)
        ]
        return means_of_two("kon", NAMES, scores, [ABOUT, ABOUT], (1.0, 5.0)).estimate

    return draw


def _apart(offices: int) -> Draw:
    def sample(rng: Generator, groups: int, name: str) -> tuple[np.ndarray, Design]:
        each = np.repeat(np.arange(groups), 20)
        value = rng.normal(0, np.sqrt(0.1), groups)[each] + rng.normal(0, np.sqrt(0.9), each.size)
        return (value > 0).astype(np.float64), Design(np.ones(each.size), clusters=np.char.add(name, each.astype(str)))

    def draw(rng: Generator) -> Estimate:
        first, second = sample(rng, offices // 3, "k"), sample(rng, offices - offices // 3, "m")
        samples = Samples(after=first, before=second, linkage=Linkage.INDEPENDENT)
        return samples_of_two("kon", NAMES, samples, [ABOUT, ABOUT], Unit.POINTS).estimate

    return draw


def _effects() -> Iterator[Situation]:
    for project, others in ((12, 120), (40, 40)):
        yield situation(
            "comparison group, the effect",
            f"{project} in the project and {others} others, linked, most at the top",
            _effect(project, others, low=False),
            truth=0.0,
            margin=0.8,
        )
        yield situation(
            "comparison group, the effect",
            f"{project} in the project, chosen for their low start, and {others} others, linked",
            _effect(project, others, low=True),
            truth=0.0,
            margin=1.5,
            holds=False,
        )


def _effect(project: int, others: int, *, low: bool) -> Draw:
    edges = np.array([-2.0, -1.6, -1.2, -0.8])

    def side(rng: Generator, n: int, *, chosen: bool) -> Waves:
        own = rng.normal(0, 0.7, 4 * n if chosen else n)
        first, last = (own + rng.normal(0, 0.7, own.size) for _ in range(2))
        taken = np.argsort(first)[:n]
        everybody = np.arange(n)
        before, after = (np.digitize(one[taken], edges) + 1 for one in (first, last))
        return Waves(before=coded(before, "before"), after=coded(after, "after"), pairs=(everybody, everybody))

    def draw(rng: Generator) -> Estimate:
        found = compared_change(side(rng, project, chosen=low), side(rng, others, chosen=False), ABOUT)
        # of groups that stood apart from the beginning the report says that the difference is no effect
        return replace(found.effect, interval=None) if found.starts_differ else found.effect

    return draw
