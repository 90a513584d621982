"""Agreement between reviewers who put the same units into categories or on a scale.

Everything is computed from how many reviewers put each unit (row) on each level
(column); reviewers may be missing. All are 1 at perfect agreement; they differ in what they call chance.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Interval
from effektmatt.stats.bootstrap import bca_limits, resampled_sums, unit_acceleration
from effektmatt.stats.checks import check_level
from effektmatt.stats.results import about

Floats = NDArray[np.float64]

Metric = Literal["nominal", "ordinal", "interval", "ratio"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ratings:
    """How many reviewers put each unit (row) on each level (column); `levels` ascending.

    >>> Ratings.from_table([[1, 1], [2, None], [1, 2]]).counts.tolist()
    [[2, 0], [0, 1], [1, 1]]
    """

    levels: Floats
    counts: NDArray[np.int64]

    def __post_init__(self) -> None:
        levels, counts = np.asarray(self.levels, dtype=np.float64), np.asarray(self.counts)
        if counts.ndim != 2 or levels.shape != (counts.shape[1],) or np.any(np.diff(levels) <= 0):
            raise ValueError("counts must be units by ascending levels")
        if np.any(counts < 0) or np.any(counts != np.round(counts)):
            raise ValueError("counts must be whole numbers, none negative")
        object.__setattr__(self, "levels", levels)
        object.__setattr__(self, "counts", counts.astype(np.int64))

    @classmethod
    def from_table(cls, table: Any) -> Ratings:
        """Count a table of units (rows) by reviewers (columns); None or NaN where a reviewer is missing."""
        values = np.asarray(table, dtype=np.float64)
        if values.ndim != 2:
            raise ValueError(f"ratings must be a table of units by reviewers; got {values.ndim} dimension(s)")
        levels = np.unique(values[~np.isnan(values)])
        if levels.size == 0:
            raise ValueError("ratings must hold at least one judgement; got none")
        return cls(levels=levels, counts=np.stack([(values == level).sum(axis=1) for level in levels], axis=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A coefficient of agreement. `units` were judged by two reviewers or more; `method` names the coefficient.

    `interval` is None where all units agree: then the units seen say nothing of the error.
    """

    value: float
    method: str
    units: int
    std_error: float | None
    interval: Interval | None


def percent_agreement(ratings: Ratings, level: float = 0.95) -> Agreement:
    """Return the share of pairs of reviewers of the same unit who agree, averaged over units; t interval over units.

    Source: Gwet 2014, Handbook of Inter-Rater Reliability, chapters 2 and 5.

    >>> round(percent_agreement(Ratings.from_table([[1, 1], [2, None], [1, 2], [2, 2]])).value, 3)
    0.667
    """
    judged = _judged(ratings)
    by_unit = _agreement_by_unit(judged, np.eye(judged.shape[1]))
    return _agreement(float(by_unit.mean()), by_unit, by_unit.size, level, "percent-agreement", lowest=0.0)


def _agreement(value: float, by_unit: Floats, units: int, level: float, method: str, lowest: float = -1.0) -> Agreement:
    n = by_unit.size
    if n < 2:
        raise ValueError(f"agreement needs at least two units; got {n}")
    std_error = math.sqrt(float(((by_unit - value) ** 2).sum()) / (n * (n - 1)))
    if std_error < 1e-12:
        return Agreement(value=value, method=method, units=units, std_error=None, interval=None)
    limits = about(value, std_error, level=level, method="t-units", degrees=n - 1).interval
    within = Interval(low=max(lowest, limits.low), high=min(1.0, limits.high), level=level, method=limits.method)
    return Agreement(value=value, method=method, units=units, std_error=std_error, interval=within)


def krippendorff_alpha(
    ratings: Ratings,
    metric: Metric = "ordinal",
    level: float = 0.95,
    *,
    together: Any = None,
    resamples: int = 4_999,
    seed: int = 1,
) -> Agreement:
    """Return Krippendorff's alpha, with a BCa bootstrap interval that resamples units.

    Units that belong together (the items of one visit) are resampled together: `together` has one whole number per
    unit, the same for those that do. They are then what must be two or more, and what `units` counts.

    Units with one reviewer are left out, as nobody can agree with them. The ordinal metric depends on how often each
    level was used; it is the interval metric on the levels' mid-ranks.

    Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania; Krippendorff
    2019, Content Analysis, chapter 12. The interval is not Krippendorff's own algorithm, which resamples pairs of
    judgements as if they were independent.

    Raises
    ------
    ValueError
        If only one level was used, or fewer than two units have two reviewers.

    >>> ratings = Ratings.from_table([[1, 1], [2, 2], [3, 3], [3, 3], [2, 2], [1, 2], [3, 3], [1, 1]])
    >>> round(krippendorff_alpha(ratings, "nominal").value, 3)
    0.824
    """
    level = check_level(level)
    if metric not in {"nominal", "ordinal", "interval", "ratio"}:
        raise ValueError(f"metric must be nominal, ordinal, interval or ratio; got {metric!r}")
    coincidences = _coincidences(ratings, together)
    units = coincidences.shape[0]
    if units < 2:
        raise ValueError(f"agreement needs at least two units with two reviewers; got {units}")
    everybody = coincidences.sum(axis=0)
    value = float(_alpha(everybody[None, :], ratings.levels, metric)[0])
    if math.isnan(value):
        raise ValueError("alpha needs that more than one level was used")
    name = f"krippendorff-alpha-{metric}"
    replicates = _alpha(resampled_sums(coincidences, resamples, seed), ratings.levels, metric)
    left_out = _alpha(everybody - coincidences, ratings.levels, metric)
    missing = np.isnan(replicates).mean() > 0.05 or np.isnan(left_out).any()
    if missing or np.ptp(replicates[~np.isnan(replicates)]) == 0:
        return Agreement(value=value, method=name, units=units, std_error=None, interval=None)
    low, high = bca_limits(value, replicates, unit_acceleration(left_out), level)
    interval = Interval(low=low, high=high, level=level, method=name)
    return Agreement(value=value, method=name, units=units, std_error=float(np.nanstd(replicates)), interval=interval)


def _coincidences(ratings: Ratings, together: Any) -> Floats:
    """Return a flattened coincidence matrix for each unit (or for all that belong together)."""
    judged = _judged(ratings)
    units, k = judged.shape
    pairs = judged[:, :, None] * judged[:, None, :] - judged[:, :, None] * np.eye(k)
    coincidences: Floats = (pairs / (judged.sum(axis=1) - 1)[:, None, None]).reshape(units, k * k)
    if together is None:
        return coincidences
    whole = np.asarray(together)
    if whole.shape != (ratings.counts.shape[0],):
        raise ValueError("together must have one number per unit")
    _, place = np.unique(whole[ratings.counts.sum(axis=1) >= 2], return_inverse=True)
    summed: Floats = np.zeros((int(place.max()) + 1, k * k))
    np.add.at(summed, place, coincidences)
    return summed


def _alpha(coincidences: Floats, levels: Floats, metric: Metric) -> Floats:
    """Alpha of each row of flattened coincidence matrices; NaN where only one level occurs."""
    k = levels.size
    matrices = coincidences.reshape(-1, k, k)
    use = matrices.sum(axis=2)
    n = use.sum(axis=1)
    if metric == "nominal":
        distance = np.broadcast_to(1 - np.eye(k), matrices.shape)
    elif metric == "ordinal":
        ranks = np.cumsum(use, axis=1) - use / 2
        distance = (ranks[:, :, None] - ranks[:, None, :]) ** 2
    else:
        gap = levels[:, None] - levels[None, :]
        total = levels[:, None] + levels[None, :]
        scaled = gap if metric == "interval" else np.divide(gap, total, out=np.zeros_like(gap), where=total != 0)
        distance = np.broadcast_to(scaled**2, matrices.shape)
    seen = (matrices * distance).sum(axis=(1, 2))
    expected = (use[:, :, None] * use[:, None, :] * distance).sum(axis=(1, 2))
    ratio = np.divide((n - 1) * seen, expected, out=np.full(n.size, np.nan), where=expected > 1e-12)
    alpha: Floats = 1 - ratio
    return alpha


def _rated(ratings: Ratings) -> Floats:
    """Return the units that anybody judged."""
    counts: Floats = ratings.counts[ratings.counts.sum(axis=1) > 0].astype(np.float64)
    if not np.any(counts.sum(axis=1) >= 2):
        raise ValueError("agreement needs units with at least two reviewers")
    return counts


def _judged(ratings: Ratings) -> Floats:
    """Return the units that two reviewers or more judged."""
    counts = _rated(ratings)
    judged: Floats = counts[counts.sum(axis=1) >= 2]
    return judged


def _agreement_by_unit(judged: Floats, agree: Floats) -> Floats:
    reviewers = judged.sum(axis=1)
    by_unit: Floats = (judged * (judged @ agree - 1)).sum(axis=1) / (reviewers * (reviewers - 1))
    return by_unit
