"""Agreement between reviewers who put the same units into categories or on a scale.

Everything but the two-reviewer kappas is computed from how many reviewers put each unit (row) on each level
(column); reviewers may be missing. All are 1 at perfect agreement; they differ in what they call chance.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from effektmatt.core import Interval
from effektmatt.stats.bootstrap import bca_limits, resampled_sums, unit_acceleration
from effektmatt.stats.checks import check_level
from effektmatt.stats.results import about

Floats = NDArray[np.float64]

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Weights = Literal["identity", "linear", "quadratic"]


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


def gwet_ac(ratings: Ratings, weights: Weights = "identity", level: float = 0.95) -> Agreement:
    """Return Gwet's AC1 (identity weights) or AC2; chance agreement stays small when one level dominates.

    Units with one reviewer count towards how often levels are used. All of `ratings.levels` count as possible,
    also those that nobody used.

    Source: Gwet 2008, British J Math Stat Psychology 61:29-48; Gwet 2014, chapter 5; t interval over
    units.

    >>> ratings = Ratings(levels=[0, 1], counts=[[2, 0]] * 118 + [[1, 1]] * 7)
    >>> round(gwet_ac(ratings).value, 3)
    0.941
    """
    counts, table = _rated(ratings), _weight_table(ratings.levels, weights)
    q = table.shape[0]
    if q < 2:
        raise ValueError("AC1 needs at least two possible levels")
    use = counts / counts.sum(axis=1, keepdims=True)
    overall = use.mean(axis=0)
    scale = table.sum() / (q * (q - 1))
    chance = scale * float(overall @ (1 - overall))
    chance_by_unit = scale * (use @ (1 - overall))
    name = "gwet-ac1" if weights == "identity" else f"gwet-ac2-{weights}"
    return _chance_corrected(counts, table, (chance, chance_by_unit), level, name)


def fleiss_kappa(ratings: Ratings, weights: Weights = "identity", level: float = 0.95) -> Agreement:
    """Return Fleiss' kappa, weighted on demand, also with missing reviewers.

    Source: Fleiss 1971, Psychological Bulletin 76:378-382; with missing reviewers and the t interval over units:
    Gwet 2014, chapter 5.

    >>> ratings = Ratings(levels=[0, 1], counts=[[2, 0]] * 118 + [[1, 1]] * 7)
    >>> round(fleiss_kappa(ratings).value, 3)
    -0.029
    """
    counts, table = _rated(ratings), _weight_table(ratings.levels, weights)
    use = counts / counts.sum(axis=1, keepdims=True)
    overall = use.mean(axis=0)
    if float((overall > 0).sum()) < 2:
        raise ValueError("kappa needs that more than one level was used")
    chance, chance_by_unit = float(overall @ table @ overall), use @ (table @ overall)
    name = "fleiss-kappa" if weights == "identity" else f"fleiss-kappa-{weights}"
    return _chance_corrected(counts, table, (chance, chance_by_unit), level, name)


def _chance_corrected(
    counts: Floats, table: Floats, chance: tuple[float, Floats], level: float, method: str
) -> Agreement:
    """(observed - chance) / (1 - chance), linearised over units for its standard error (Gwet 2014, chapter 5)."""
    by_chance, chance_by_unit = chance
    paired = counts.sum(axis=1) >= 2
    observed = np.zeros(counts.shape[0])
    observed[paired] = _agreement_by_unit(counts[paired], table)
    share_paired = paired.mean()
    value = (float(observed[paired].mean()) - by_chance) / (1 - by_chance)
    own = np.where(paired, (observed - by_chance) / (1 - by_chance) / share_paired, 0.0)
    linear = own - 2 * (1 - value) * (chance_by_unit - by_chance) / (1 - by_chance)
    return _agreement(float(value), linear, int(paired.sum()), level, method)


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
    limits = bca_limits(value, replicates, unit_acceleration(left_out), level)
    interval = Interval(low=limits.low, high=limits.high, level=level, method="bca-units")
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


def cohen_kappa(table: Any, weights: Weights = "identity", level: float = 0.95) -> Agreement:
    """Return Cohen's kappa of two reviewers, weighted on demand, from their table of levels (k x k).

    Low however much they agree when nearly all units are on one level; show the percent agreement and AC1 beside it.

    Source: Cohen 1960, Educational and Psychological Measurement 20:37-46; Cohen 1968, Psychological Bulletin
    70:213-220; standard error: Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323-327.

    >>> kappa = cohen_kappa([[13, 0, 0], [0, 20, 7], [0, 4, 56]])
    >>> round(kappa.value, 3), round(kappa.interval.low, 3), round(kappa.interval.high, 3)
    (0.796, 0.681, 0.912)
    """
    counts = np.asarray(table, dtype=np.float64)
    whole = np.all(np.isfinite(counts)) and not np.any(counts < 0) and not np.any(counts != np.round(counts))
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or not whole or counts.sum() < 2:
        raise ValueError("table must be square counts of at least two units, one reviewer in rows, one in columns")
    level = check_level(level)
    n, share = counts.sum(), counts / counts.sum()
    agree = _weight_table(np.arange(counts.shape[0], dtype=np.float64), weights)
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    observed, chance = float((share * agree).sum()), float(rows @ agree @ columns)
    if chance >= 1 - 1e-12:
        raise ValueError("kappa needs that more than one level was used")
    value = (observed - chance) / (1 - chance)
    mean_weight = (agree @ columns)[:, None] + (rows @ agree)[None, :]
    spread = (share * (agree - mean_weight * (1 - value)) ** 2).sum() - (value - chance * (1 - value)) ** 2
    name = "cohen-kappa" if weights == "identity" else f"cohen-kappa-{weights}"
    std_error = math.sqrt(max(0.0, float(spread)) / n) / (1 - chance)
    if std_error < 1e-12:
        return Agreement(value=value, method=name, units=int(n), std_error=None, interval=None)
    half = float(ndtri((1 + check_level(level)) / 2)) * std_error
    interval = Interval(low=max(-1.0, value - half), high=min(1.0, value + half), level=level, method="normal")
    return Agreement(value=value, method=name, units=int(n), std_error=std_error, interval=interval)


def _weight_table(levels: Floats, weights: Weights) -> Floats:
    """Return how much two levels agree: 1 for the same, less the further apart; 0 for the ends of the scale."""
    if weights == "identity":
        return np.eye(levels.size)
    if weights not in {"linear", "quadratic"}:
        raise ValueError(f"weights must be identity, linear or quadratic; got {weights!r}")
    if levels.size < 2:
        return np.ones((levels.size, levels.size))
    gap = np.abs(levels[:, None] - levels[None, :]) / (levels[-1] - levels[0])
    agree: Floats = 1 - gap if weights == "linear" else 1 - gap**2
    return agree


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
