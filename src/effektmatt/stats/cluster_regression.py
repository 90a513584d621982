"""Least squares made robust to dependence within units, where few units make the usual sandwich too sure."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.stats.results import Inference, about

Floats = NDArray[np.float64]


def cluster_robust_coefficient(design: Any, outcome: Any, units: Any, place: int, level: float = 0.95) -> Inference:
    """Return one least-squares coefficient with CR2 standard error and Satterthwaite degrees of freedom.

    Parameters
    ----------
    design
        Observations by terms; columns that other columns make up are no fault as long as they are not the asked one.
    outcome
        One number per observation.
    units
        One whole number per observation: which unit it belongs to.
    place
        The column of the coefficient.
    level
        Confidence level.

    Source: Bell & McCaffrey 2002, Survey Methodology 28:169-181; Pustejovsky & Tipton 2018, JBES 36:672-683,
    equations 5 to 11 (identity working model), as R's clubSandwich "CR2". On indicators of cells alone the same as
    `effektmatt.stats.clusters.cluster_robust_contrast`.

    Raises
    ------
    ValueError
        If other columns make up the asked one, so that the data cannot tell them apart; if there are fewer than two
        units; for gaps, or a place that is no column.

    >>> after = [1, 1, 0, 0, 1, 0, 1, 1, 0]
    >>> design = [[1, one] for one in after]
    >>> found = cluster_robust_coefficient(design, [3, 4, 2, 2, 5, 1, 4, 3, 3], [0, 0, 0, 1, 1, 2, 2, 3, 3], 1)
    >>> round(found.value, 3), round(found.std_error, 3), round(found.degrees, 2)
    (1.8, 0.653, 2.93)
    """
    x, y, of = np.asarray(design, dtype=np.float64), np.asarray(outcome, dtype=np.float64), np.asarray(units)
    if x.ndim != 2 or y.shape != (x.shape[0],) or of.shape != y.shape:
        raise ValueError("design must be observations by terms, with one outcome and one unit per observation")
    gaps = of.dtype.kind == "f" and not np.all(np.isfinite(of))
    if gaps or not (np.all(np.isfinite(x)) and np.all(np.isfinite(y))):
        raise ValueError("design, outcome and units must be without gaps")
    if not 0 <= place < x.shape[1]:
        raise ValueError(f"place must be a column of the design, 0 to {x.shape[1] - 1}; got {place!r}")
    members = [np.flatnonzero(of == one) for one in np.unique(of)]
    if len(members) < 2:
        raise ValueError(f"at least two units are needed; got {len(members)}")
    others = np.delete(x, place, axis=1)
    bread = np.linalg.pinv(x.T @ x)
    own = x[:, place] - others @ (np.linalg.pinv(others) @ x[:, place])
    if float(own @ own) <= 1e-9 * max(1.0, float(x[:, place] @ x[:, place])):
        raise ValueError("the other terms make up the asked one, so its coefficient cannot be told")
    beta = bread @ (x.T @ y)
    residuals = y - x @ beta
    weights = np.zeros((x.shape[0], len(members)))  # column i: what unit i's outcomes count for, less their fit
    scores = np.zeros(len(members))
    for column, rows in enumerate(members):
        within = x[rows]
        pull = _inverse_root(np.eye(rows.size) - within @ bread @ within.T) @ within @ bread[:, place]
        scores[column] = residuals[rows] @ pull
        weights[rows, column] = pull
    fitted = x @ (bread @ (x.T @ weights))
    spread = (weights - fitted).T @ (weights - fitted)
    std_error = math.sqrt(float(scores @ scores))
    if std_error <= 1e-12 * max(1.0, float(np.abs(y).max())):
        std_error = 0.0  # nothing varies between units
    degrees = float(np.trace(spread) ** 2 / (spread**2).sum())
    value = float(beta[place])
    return about(value, std_error, level=level, method="cr2-satterthwaite", degrees=degrees, null=0.0)


def _inverse_root(matrix: Floats) -> Floats:
    """Return the symmetric inverse square root; directions that the fit leaves nothing of count for nothing."""
    values, vectors = np.linalg.eigh(matrix)
    kept = values > 1e-10
    root: Floats = (vectors[:, kept] / np.sqrt(values[kept])) @ vectors[:, kept].T
    return root
