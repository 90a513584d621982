"""Shares: every possible outcome is enumerated, so coverage is a sum of probabilities and not a simulation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
from scipy.special import gammaln, xlogy
from scipy.stats import binom, hypergeom

from covering.found import LEVEL, Effort, Found
from effektmatt.core import Interval
from effektmatt.stats import held_difference, paired_ratio, paired_shares, share, share_difference

SHARES = np.array([0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95])


def found(effort: Effort) -> Iterator[Found]:
    """Yield the coverage of every interval for shares."""
    yield from one_share(effort)
    yield from _finite(effort)
    yield from _independent(effort)
    yield from _paired(effort)


def _limits(interval: Callable[..., Interval], outcomes: list[tuple[int, ...]]) -> np.ndarray:
    """Return low and high of every outcome, a row each."""
    intervals = [interval(*outcome, LEVEL) for outcome in outcomes]
    return np.array([[one.low for one in intervals], [one.high for one in intervals]])


def _exact(limits: np.ndarray, chances: np.ndarray, truth: float) -> tuple[float, float | None]:
    """Return the probability that the limits hold the truth, and their expected width."""
    low, high = limits
    covers = (low - 1e-9 <= truth) & (truth <= high + 1e-9)
    finite = np.isfinite(high)
    width = float(chances @ np.where(finite, high - low, 0.0)) if chances[~finite].sum() < 1e-12 else None
    return float(chances @ covers), width


def one_share(effort: Effort) -> Iterator[Found]:
    """Yield the coverage of the interval for a share of a process."""
    grid = np.linspace(0.005, 0.995, 199)
    for n in (5, 10, 20) if effort.quick else (5, 10, 20, 50, 100, 200, 500):
        limits = _limits(share.clopper_pearson, [(hits, n) for hits in range(n + 1)])
        for p in grid:
            covered, width = _exact(limits, binom.pmf(np.arange(n + 1), n, p), p)
            yield Found(
                method="clopper-pearson",
                estimand="share",
                n=n,
                situation=f"share {p:.3f}",
                covered=covered,
                width=width,
                exact=True,
            )


def _finite(effort: Effort) -> Iterator[Found]:
    sizes = (
        ((10, 12), (20, 60)) if effort.quick else ((10, 12), (20, 60), (50, 60), (65, 600), (400, 720), (100, 10_000))
    )
    for n, population in sizes:
        limits = _limits(
            lambda hits, n, level, of=population: share.hypergeometric(hits, n, of, level),
            [(hits, n) for hits in range(n + 1)],
        )
        for count in range(0, population + 1, max(1, population // 200)):
            chances = hypergeom.pmf(np.arange(n + 1), population, count, n)
            covered, width = _exact(limits, chances, count / population)
            yield Found(
                method="hypergeometric-exact",
                estimand="share",
                n=n,
                situation=f"{count} of {population}",
                covered=covered,
                width=width,
                exact=True,
            )


def _independent(effort: Effort) -> Iterator[Found]:
    sizes = ((10, 10), (10, 20)) if effort.quick else ((10, 10), (10, 20), (20, 20), (30, 60), (50, 50), (100, 100))
    for (n_1, n_2), (estimand, interval, method) in product(
        sizes,
        (
            ("share-difference", held_difference.held_newcombe, "newcombe-10"),
            ("share-ratio", share_difference.koopman_ratio, "koopman"),
        ),
    ):
        outcomes = [(one, n_1, other, n_2) for one in range(n_1 + 1) for other in range(n_2 + 1)]
        limits = _limits(interval, outcomes)
        for p_1, p_2 in product(SHARES, SHARES):
            chances = np.outer(binom.pmf(np.arange(n_1 + 1), n_1, p_1), binom.pmf(np.arange(n_2 + 1), n_2, p_2)).ravel()
            truth = p_1 - p_2 if estimand == "share-difference" else p_1 / p_2 - 1
            covered, width = _exact(limits, chances, truth)
            yield Found(
                method=method,
                estimand=estimand,
                n=min(n_1, n_2),
                situation=f"{n_1} and {n_2}, shares {p_1:g} and {p_2:g}",
                covered=covered,
                width=width,
                exact=True,
            )


def _paired(effort: Effort) -> Iterator[Found]:
    for n in (10,) if effort.quick else (10, 20, 40):
        tables = np.array(
            [(a, b, c, n - a - b - c) for a in range(n + 1) for b in range(n + 1 - a) for c in range(n + 1 - a - b)]
        )
        coefficients = gammaln(n + 1) - gammaln(tables + 1).sum(axis=1)
        for estimand, interval in (
            ("share-difference", paired_shares.tango),
            ("share-ratio", paired_ratio.paired_ratio),
        ):
            limits = _limits(_remembered(interval, estimand), [tuple(map(int, table)) for table in tables])
            for p_1, p_2, phi in product(SHARES[1:-1], SHARES[1:-1], (0.0, 0.3, 0.7)):
                both = p_1 * p_2 + phi * np.sqrt(p_1 * (1 - p_1) * p_2 * (1 - p_2))
                cells = np.array([both, p_1 - both, p_2 - both, 1 - p_1 - p_2 + both])
                if cells.min() < 0:
                    continue
                chances = np.exp(coefficients + xlogy(tables, cells).sum(axis=1))
                truth = p_1 - p_2 if estimand == "share-difference" else p_1 / p_2 - 1
                covered, width = _exact(limits, chances, truth)
                yield Found(
                    method=interval(1, 1, 1, 1).method,
                    estimand=f"{estimand}, paired",
                    n=n,
                    situation=f"{n} pairs, shares {p_1:g} and {p_2:g}, phi {phi:g}",
                    covered=covered,
                    width=width,
                    exact=True,
                )


def _remembered(interval: Callable[..., Interval], estimand: str) -> Callable[..., Interval]:
    """Compute an interval once for all tables that give the same: a difference of Tango's needs the changed only."""
    seen: dict[tuple[int, ...], Interval] = {}

    def remembered(both: int, first_only: int, second_only: int, neither: int, level: float) -> Interval:
        key = (first_only, second_only) if estimand == "share-difference" else (both, first_only, second_only)
        if key not in seen:
            seen[key] = interval(both, first_only, second_only, neither, level)
        return seen[key]

    return remembered
