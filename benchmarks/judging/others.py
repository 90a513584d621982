"""Handling times, visits, weekly use and agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np
import pandas as pd

from effektmatt.cases.outcome import handling_time_outcome
from effektmatt.core import About, Estimate
from effektmatt.usage.log import uses_of
from effektmatt.usage.weekly import weekly_use, weekly_users_outcome
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import CodedVisits, code_visits
from effektmatt.visits.comparison import VisitWaves
from effektmatt.visits.outcome import visit_score_outcome
from judging.tally import Situation

Generator = np.random.Generator
MONDAY = date(2018, 1, 1)
CHECKLIST = Checklist.of([f"p{number}" for number in range(10)])


def situations() -> Iterator[Situation]:
    """Yield every situation of cases, visits and logs."""
    yield from _cases()
    yield from _visits()
    yield from _weeks()


# ---- cases -------------------------------------------------------------------------------------------------------


def _cases() -> Iterator[Situation]:
    for before, after, handlers, icc in ((200, 200, 0, 0.0), (30, 30, 0, 0.0), (200, 20, 0, 0.0), (100, 100, 5, 0.1)):
        tried = f"{before} cases before, {after} after, some open"
        yield Situation(
            goal="handling time, mean of the first 60 days",
            tried=tried + (f", {handlers} handlers, likeness {icc}" if handlers else ""),
            draw=_handling(before, after, handlers, icc),
            truth=0.0,
            margin=10.0,
            better=-1,
            holds=not handlers,
            dear=True,
        )


def _handling(before: int, after: int, handlers: int, icc: float) -> Callable[[Generator], Estimate]:
    periods = {"before": (date(2013, 1, 1), date(2013, 4, 30)), "after": (date(2014, 1, 1), date(2014, 4, 30))}
    measured = {"before": date(2013, 7, 10), "after": date(2014, 7, 10)}

    def draw(rng: Generator) -> Estimate:
        frames = []
        for wave, n in (("before", before), ("after", after)):
            opened = pd.Timestamp(periods[wave][0]) + pd.to_timedelta(rng.integers(0, 120, n), "D")
            own = rng.normal(0, np.sqrt(icc), handlers)[rng.integers(0, handlers, n)] if handlers else 0.0
            days = np.exp(3.3 + 0.7 * (own + rng.normal(0, np.sqrt(1 - icc), n))).round().astype(int)
            closed = opened + pd.to_timedelta(days, "D")
            frames.append(pd.DataFrame({"in": opened, "ut": closed.where(closed <= pd.Timestamp(measured[wave]))}))
        return handling_time_outcome(
            pd.concat(frames), About(), opened="in", closed="ut", periods=periods, measured=measured, within_days=60
        ).estimate

    return draw


# ---- visits ------------------------------------------------------------------------------------------------------


def _visits() -> Iterator[Situation]:
    for units in (6, 12, 30):
        yield _visited(units, 0.0, 4)
    for units, differ in ((12, 0.1), (30, 0.1), (30, 0.15)):
        yield _visited(units, differ, 1)


def _visited(units: int, differ: float, shared: int) -> Situation:
    unlike = f", visitors differ by {differ}, {shared} of 4 in both" if differ else ""
    return Situation(
        goal="visits, any rise",
        tried=f"{units} units, two visits each{unlike}",
        draw=_visiting(units, differ, shared),
        truth=0.0,
        margin=0.15,
        holds=not differ,
        dear=True,
    )


def _visiting(units: int, differ: float, shared: int) -> Callable[[Generator], Estimate]:
    def wave(rng: Generator, name: str, level: np.ndarray, visitors: np.ndarray, strict: np.ndarray) -> CodedVisits:
        unit = np.repeat(np.arange(units), 2)
        who = rng.integers(0, 4, unit.size)
        share = np.clip(level[unit] + strict[who] + rng.normal(0, 0.05, unit.size), 0.02, 0.98)
        cells = np.where(rng.random((unit.size, 10)) < share[:, None], "ja", "nej")
        frame = pd.DataFrame(cells, columns=[f"p{number}" for number in range(10)])
        frame["enhet"], frame["vem"] = [f"e{one}" for one in unit], [f"v{one}" for one in visitors[who]]
        return code_visits(frame, CHECKLIST, name, unit="enhet", visitor="vem")[0]

    def draw(rng: Generator) -> Estimate:
        level, strict = rng.normal(0.6, 0.1, units), rng.normal(0, differ, 8)
        first, second = np.arange(4), np.arange(4 - shared, 8 - shared)
        return visit_score_outcome(
            VisitWaves(
                before=wave(rng, "before", level, first, strict[first]),
                after=wave(rng, "after", level, second, strict[second]),
            ),
            About(),
        ).estimate

    return draw


# ---- weeks -------------------------------------------------------------------------------------------------------


def _weeks() -> Iterator[Situation]:
    for half in (4, 8, 12, 26):
        for memory in (0.0, 0.6):
            yield _used(f"{half} + {half} weeks, likeness of neighbours {memory}", half, memory)
    yield _used("26 + 26 weeks, a trend that was already there", 26, 0.3, trend=0.5, holds=False)
    yield _used("26 + 26 weeks, a summer dip before", 26, 0.3, dip=10.0, holds=False)


def _used(
    tried: str, half: int, memory: float, *, trend: float = 0.0, dip: float = 0.0, holds: bool = True
) -> Situation:
    return Situation(
        goal="weekly users, any rise",
        tried=tried,
        draw=_using(half, memory, trend, dip),
        truth=0.0,
        margin=8.0,
        holds=holds,
        dear=True,
    )


def _using(half: int, memory: float, trend: float, dip: float) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        size, value, noise = 2 * half, 0.0, []
        value = rng.normal(0, 5)
        for _ in range(size):
            value = memory * value + rng.normal(0, 5 * np.sqrt(1 - memory**2))
            noise.append(value)
        week = np.arange(size)
        low = dip * ((week >= half - 14) & (week < half - 4))
        users = np.clip((40 + trend * (week - half) + np.array(noise) - low).round(), 0, None).astype(int)
        rows = np.repeat(week, users)
        days = pd.to_datetime([MONDAY + timedelta(days=int(7 * one) + 2) for one in week])
        names = np.concatenate([np.arange(one) for one in users])
        log = uses_of(pd.DataFrame({"vem": names.astype(str), "dag": days[rows]}), user="vem", at="dag")
        last = MONDAY + timedelta(days=7 * size - 1)
        found = weekly_use(log, first=MONDAY, last=last, rebase=MONDAY + timedelta(days=7 * half))
        return weekly_users_outcome(found).estimate

    return draw
