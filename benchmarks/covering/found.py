"""What was found of one interval in one situation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from effektmatt.core import Interval

LEVEL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How often an interval covered the truth in one situation, and how wide it was on average (None: not finite).

    `noted` is how often the result would say that its interval is approximate, where that was looked at.
    """

    method: str
    estimand: str
    n: int
    situation: str
    covered: float
    width: float | None
    exact: bool
    draws: int = 0
    noted: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much a run may cost: how many draws of each situation (`dear`: of slow ones), and whether small grids do."""

    draws: int
    dear: int
    quick: bool


def generator(*key: object) -> np.random.Generator:
    """Return a generator that is the same in every run, and another for every situation."""
    return np.random.default_rng([len(str(key)), *str(key).encode()])


def simulated(
    intervals: Iterator[tuple[Interval | None, int]],
    truth: float,
    *,
    method: str,
    estimand: str,
    n: int,
    situation: str,
) -> Found:
    """Count how often intervals cover the truth; each comes with how many draws gave it, None where there is none."""
    covered = total = 0
    widths: list[tuple[float, int]] = []
    for interval, times in intervals:
        if interval is None:
            continue
        total += times
        covered += times * (interval.low - 1e-9 <= truth <= interval.high + 1e-9)
        widths.append((interval.high - interval.low, times))
    width = sum(wide * times for wide, times in widths) / max(1, total)
    return Found(
        method=method,
        estimand=estimand,
        n=n,
        situation=situation,
        covered=covered / max(1, total),
        width=width if np.isfinite(width) else None,
        exact=False,
        draws=total,
    )


def drawn_tables(rng: np.random.Generator, n: int, shares: np.ndarray, draws: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the different tables of counts among `draws` multinomial ones, and how many were drawn of each."""
    tables, times = np.unique(rng.multinomial(n, shares.ravel(), size=draws), axis=0, return_counts=True)
    return tables, times


def or_none(make: Callable[[], Interval | None]) -> Interval | None:
    """Return an interval, None where the data are refused (too few) or say nothing of the error (nothing varies)."""
    try:
        interval = make()
    except ValueError:
        return None
    unknown = interval is not None and interval.low == -np.inf and interval.high == np.inf
    return None if unknown else interval
