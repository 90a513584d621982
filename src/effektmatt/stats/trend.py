"""A monotone trend between two ordered things, such as how much training and how much change."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Kendall's tau-b with its test; no standard error or interval where the order is perfect, at 1 or -1."""

    value: float
    std_error: float | None
    interval: Interval | None
    z: float
    p_value: float


def kendall_tau_b(table: Any, level: float = 0.95) -> Trend:
    """Return Kendall's tau-b: the surplus of pairs ordered alike over pairs ordered oppositely, -1 to 1.

    Parameters
    ----------
    table
        Counts with ascending doses in rows and ascending changes in columns.
    level
        Confidence level.

    Notes
    -----
    `std_error` and interval are the usual large-sample ones, and say nothing where every pair is ordered alike; the
    test has the tie-corrected variance that holds when there is no trend.

    Source: Kendall 1945, Biometrika 33:239-251; standard error: Brown & Benedetti 1977, JASA 72:309-315.

    Raises
    ------
    ValueError
        When fewer than two doses or fewer than two changes occur.

    >>> found = kendall_tau_b([[8, 4, 1], [4, 6, 4], [1, 5, 9]])
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.491, 0.284, 0.697)
    """
    counts = np.asarray(table, dtype=np.float64)
    if counts.ndim != 2 or not np.all(np.isfinite(counts)) or np.any(counts < 0):
        raise ValueError("table must be counts of doses by changes")
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    if min(counts.shape) < 2:
        raise ValueError("a trend needs at least two doses and two changes that occur")
    n, rows, columns = counts.sum(), counts.sum(axis=1), counts.sum(axis=0)
    untied_rows, untied_columns = n**2 - rows @ rows, n**2 - columns @ columns
    scale = math.sqrt(untied_rows * untied_columns)
    surplus = _surplus(counts)
    both = float((counts * surplus).sum())
    value = both / scale
    slope = rows[:, None] * untied_columns + columns[None, :] * untied_rows
    square = (counts * (2 * scale * surplus + value * slope) ** 2).sum()
    square -= n**3 * value**2 * (untied_rows + untied_columns) ** 2
    std_error = math.sqrt(max(0.0, float(square))) / scale**2
    half = float(ndtri((1 + check_level(level)) / 2)) * std_error
    z = both / 2 / math.sqrt(_null_variance(n, rows, columns))
    p_value = 2 * float(ndtr(-abs(z)))
    if std_error < 1e-12:
        return Trend(value=value, std_error=None, interval=None, z=z, p_value=p_value)
    return Trend(
        value=value,
        std_error=std_error,
        interval=Interval(
            low=max(-1.0, value - half), high=min(1.0, value + half), level=level, method="kendall-tau-b"
        ),
        z=z,
        p_value=p_value,
    )


def _surplus(counts: Floats) -> Floats:
    """Return, per cell, how many lie in order with it less how many lie against it."""
    padded = np.zeros((counts.shape[0] + 1, counts.shape[1] + 1))
    padded[1:, 1:] = counts.cumsum(axis=0).cumsum(axis=1)
    before_before, to_end = padded[:-1, :-1], padded[1:, 1:]
    total, rows_to, columns_to = padded[-1, -1], padded[1:, -1:], padded[-1:, 1:]
    after_after = total - rows_to - columns_to + to_end
    before_after = padded[:-1, -1:] - padded[:-1, 1:]
    after_before = padded[-1:, :-1] - padded[1:, :-1]
    surplus: Floats = before_before + after_after - before_after - after_before
    return surplus


def _null_variance(n: float, rows: Floats, columns: Floats) -> float:
    """Variance of concordant less discordant pairs when there is no trend, corrected for ties (Kendall 1945)."""

    def spread(sizes: Floats) -> float:
        return float((sizes * (sizes - 1) * (2 * sizes + 5)).sum())

    def pairs(sizes: Floats) -> float:
        return float((sizes * (sizes - 1)).sum())

    def triples(sizes: Floats) -> float:
        return float((sizes * (sizes - 1) * (sizes - 2)).sum())

    variance = (n * (n - 1) * (2 * n + 5) - spread(rows) - spread(columns)) / 18
    variance += pairs(rows) * pairs(columns) / (2 * n * (n - 1))
    if n > 2:
        variance += triples(rows) * triples(columns) / (9 * n * (n - 1) * (n - 2))
    return float(variance)
