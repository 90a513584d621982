"""Visits to units, pupils in groups: differences of means when answers from one unit resemble each other.

Everything is computed from how many observations each unit has in each cell (a wave, a group) and their sum; a share
is the mean of noughts and ones. Clustering widens some intervals and narrows others: a comparison within the same
units can be surer than it looks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, stdtrit

from effektmatt.core import Interval
from effektmatt.stats.checks import check_level
from effektmatt.stats.results import Inference, ShareInference, about
from effektmatt.stats.share import clopper_pearson

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnitSums:
    """Observations per unit (row) and cell (column): how many, and their sum.

    Cells are disjoint, for example after and before; a unit may have none in a cell.

    >>> sums = UnitSums(n=[[2, 1], [3, 3]], total=[[1, 1], [3, 0]])
    >>> sums.means.round(3).tolist()
    [0.8, 0.25]
    """

    n: Floats
    total: Floats

    def __post_init__(self) -> None:
        n, total = np.asarray(self.n, dtype=np.float64), np.asarray(self.total, dtype=np.float64)
        if n.ndim != 2 or n.shape != total.shape:
            raise ValueError(f"n and total must be tables of units by cells; got {n.shape} and {total.shape}")
        if not np.all(np.isfinite(n)) or np.any(n < 0) or np.any(n != np.round(n)) or not np.all(np.isfinite(total)):
            raise ValueError("n must be whole numbers, and total finite numbers")
        if np.any(total[n == 0] != 0):
            raise ValueError("a unit without observations in a cell must have the total 0 there")
        object.__setattr__(self, "n", n)
        object.__setattr__(self, "total", total)

    @property
    def means(self) -> Floats:
        """The mean of all observations in each cell."""
        means: Floats = self.total.sum(axis=0) / self.n.sum(axis=0)
        return means


def cluster_robust_contrast(sums: UnitSums, contrast: Any, level: float = 0.95) -> Inference:
    """Return a weighted sum of cell means, with CR2 standard error and Satterthwaite degrees of freedom.

    With weights (1, -1) the difference of two waves or groups; (1, -1, -1, 1) the difference of two changes; (1,) a
    single mean. It is what least squares on indicators of the cells gives, made robust to dependence within units.

    Parameters
    ----------
    sums
        Units by cells.
    contrast
        One weight per cell.

    Source: Bell & McCaffrey 2002, Survey Methodology 28:169-181; Pustejovsky & Tipton 2018, JBES 36:672-683
    (identity working model), as R's clubSandwich "CR2". The inverse square roots of I - H have
    a closed form here: H is J / N within each cell, so residual sums are divided by sqrt(1 - n / N).

    Raises
    ------
    ValueError
        If no cell counts, or one that does has observations from fewer than two units.

    >>> sums = UnitSums(n=[[4, 4], [4, 4], [2, 4], [4, 3]], total=[[3, 2], [4, 2], [1, 1], [4, 1]])
    >>> found = cluster_robust_contrast(sums, (1, -1))
    >>> round(found.value, 3), round(found.std_error, 3), round(found.degrees, 2)
    (0.457, 0.094, 2.94)
    """
    return robust_contrast(*_used(sums, contrast), level)


def robust_contrast(n: Floats, total: Floats, weights: Floats, level: float, *, jackknife: bool = False) -> Inference:
    """Return the same of sizes that need not be whole numbers: of sums of weights.

    `jackknife`: residual sums are divided by 1 - n / N (CR3), which is never less and somewhat more than is needed.
    """
    size = n.sum(axis=0)
    means = total.sum(axis=0) / size
    inflation = (1 - n / size) ** (-1.0 if jackknife else -0.5)
    std_error = _spread((inflation * (total - n * means)) @ (weights / size), means)
    degrees = _satterthwaite(n, inflation, weights, size)
    method = "cr3-satterthwaite" if jackknife else "cr2-satterthwaite"
    return about(float(weights @ means), std_error, level=level, method=method, degrees=degrees, null=0.0)


def _used(sums: UnitSums, contrast: Any) -> tuple[Floats, Floats, Floats]:
    """Return the observations, sums and weights of the cells that a contrast counts."""
    weights = np.asarray(contrast, dtype=np.float64)
    if weights.shape != (sums.n.shape[1],):
        raise ValueError(f"contrast must have one weight per cell, {sums.n.shape[1]}; got shape {weights.shape}")
    used = weights != 0
    if not np.all(np.isfinite(weights)) or not used.any():
        raise ValueError(f"contrast must be finite weights, not all nought; got {weights.tolist()}")
    n = sums.n[:, used]
    if np.any((n > 0).sum(axis=0) < 2):
        raise ValueError("each cell needs observations from at least two units")
    return n, sums.total[:, used], weights[used]


def _spread(scores: Floats, means: Floats) -> float:
    """Return the root of the sum of the squared scores of units, nought but for rounding as nought."""
    spread = math.sqrt(float(scores @ scores))
    return spread if spread > 1e-12 * max(1.0, float(np.abs(means).max())) else 0.0


def _satterthwaite(n: Floats, inflation: Floats, weights: Floats, size: Floats) -> float:
    """(tr G)**2 / tr(G G), G the covariance of the units' scores if all observations were independent."""
    own = (n * inflation**2) @ (weights / size) ** 2
    shared = n * inflation * weights / size**1.5
    cross = shared.T @ shared
    trace = own.sum() - np.trace(cross)
    square = own @ own - 2 * (own @ shared**2).sum() + (cross**2).sum()
    return float(trace**2 / square)


def unit_mean_difference(sums: UnitSums, level: float = 0.95) -> Inference:
    """Return the mean over units of (mean in the first cell less mean in the second), with a paired t interval.

    Every unit weighs the same however often it was visited. Units that lack one of the two cells are left out.

    Source: Donner & Klar 2000, Design and Analysis of Cluster Randomization Trials, section 7.2 (cluster-level
    paired t test).

    >>> sums = UnitSums(n=[[4, 4], [4, 4], [2, 4], [4, 0]], total=[[3, 2], [4, 2], [1, 1], [4, 0]])
    >>> round(unit_mean_difference(sums).value, 3)
    0.333
    """
    changes = unit_differences(sums)
    if changes.size < 2:
        raise ValueError(f"at least two units must have both cells; got {changes.size}")
    std_error = float(changes.std(ddof=1)) / math.sqrt(changes.size)
    return about(
        float(changes.mean()), std_error, level=level, method="t-units-paired", degrees=changes.size - 1, null=0.0
    )


def unit_differences(sums: UnitSums) -> Floats:
    """Return, for each unit that has both of two cells, the mean of the first less the mean of the second."""
    if sums.n.shape[1] != 2:
        raise ValueError(f"a difference needs two cells; got {sums.n.shape[1]}")
    both = np.all(sums.n > 0, axis=1)
    means = sums.total[both] / sums.n[both]
    return np.asarray(means[:, 0] - means[:, 1])


def clustered_share(n: Any, hits: Any, level: float = 0.95) -> ShareInference:
    """Return the share of hits among all observations, with a logit interval that allows for units.

    Parameters
    ----------
    n, hits
        Observations and hits per unit. Units without observations count as part of the sample of units, as in R's
        `subset` of a survey design.
    level
        Confidence level.

    Notes
    -----
    When all or none are hits no spread can be seen; then the exact interval of Clopper and Pearson as if each unit
    were one observation, which is safe however alike observations in a unit are. When some are hits, but equally
    many in every unit, nothing is known: the interval runs from 0 to 1, and the share is worth no observation.

    Source: R's survey, `svyciprop(method = "logit")`; Korn & Graubard 1998, Survey Methodology 24:193-201.

    >>> share = clustered_share([4, 4, 2, 4], [3, 4, 1, 4])
    >>> round(share.value, 3), round(share.interval.low, 3), round(share.interval.high, 3)
    (0.857, 0.333, 0.986)
    """
    sizes, sums = np.asarray(n, dtype=np.float64), np.asarray(hits, dtype=np.float64)
    if sizes.ndim != 1 or sizes.shape != sums.shape or not np.all((sums >= 0) & (sums <= sizes) & np.isfinite(sizes)):
        raise ValueError("n and hits must be rows of one length, with hits between 0 and n")
    return share_of_sums(sizes, sums, level)


def share_of_sums(sizes: Floats, sums: Floats, level: float) -> ShareInference:
    """Return the same of sums that may be a little outside what counts can be: of pseudo-values."""
    visited = int((sizes > 0).sum())
    if visited < 2:
        raise ValueError(f"at least two units must have observations; got {visited}")
    size, share = sizes.sum(), float(sums.sum() / sizes.sum())
    scores = sums - sizes * share
    std_error = math.sqrt(sizes.size / (sizes.size - 1) * float(scores @ scores)) / float(size)
    if not 1e-12 < share < 1 - 1e-12:
        interval = clopper_pearson(round(share * visited), visited, level)
        return ShareInference(value=share, std_error=0.0, interval=interval, effective_n=visited)
    if std_error <= 1e-12:
        nowhere = Interval(low=0.0, high=1.0, level=check_level(level), method="cluster-logit")
        return ShareInference(value=share, std_error=math.inf, interval=nowhere, effective_n=0.0)
    half = float(stdtrit(visited - 1, (1 + check_level(level)) / 2)) * std_error / (share * (1 - share))
    low, high = float(expit(logit(share) - half)), float(expit(logit(share) + half))
    return ShareInference(
        value=share,
        std_error=std_error,
        interval=Interval(low=low, high=high, level=level, method="cluster-logit"),
        effective_n=share * (1 - share) / std_error**2,
    )


def cautious_share_of_sums(n: Any, hits: Any, level: float = 0.95) -> Interval | None:
    """Return a logit interval for a share that holds where units are very unequal too: CR3, Satterthwaite's degrees.

    None where no spread can be seen; the interval of `share_of_sums` is then as wide as it can be.

    With CR2, which is right on average, verdicts of shares of nine in ten were still false in 3 of 100.

    Source: Bell & McCaffrey 2002, Survey Methodology 28:169-181.

    >>> found = cautious_share_of_sums(np.full(12, 20.0), np.arange(5.0, 17.0), 0.95)
    >>> plain = share_of_sums(np.full(12, 20.0), np.arange(5.0, 17.0), 0.95).interval
    >>> round(found.low, 3), round(plain.low, 3)
    (0.406, 0.411)
    """
    sizes, sums = np.asarray(n, dtype=np.float64), np.asarray(hits, dtype=np.float64)
    used = sizes > 0
    found = robust_contrast(sizes[used, None], sums[used, None], np.ones(1), level, jackknife=True)
    if not found.varied or not 1e-12 < found.value < 1 - 1e-12:
        return None
    half = (found.interval.high - found.interval.low) / 2 / (found.value * (1 - found.value))
    low, high = float(expit(logit(found.value) - half)), float(expit(logit(found.value) + half))
    return Interval(low=low, high=high, level=level, method="cluster-logit-cr3")
