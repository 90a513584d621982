"""Two groups compared after, allowing for where each person stood before: where lots were drawn on who took part."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import PairedCounts
from effektmatt.stats.results import Inference, about

Floats = NDArray[np.float64]


def ancova(project: PairedCounts, comparison: PairedCounts, level: float = 0.95) -> Inference:
    """Return how much higher the project's people stand after than others who stood where they did before.

    Least squares of the score after on group and score before, one slope for both. Where lots decided who took part it
    estimates the same as the difference of changes, with less error: who stood low by chance is expected to rise.
    Standard error HC2, unbiased where spreads are alike and safe where they are not; Satterthwaite's degrees of freedom
    as `effektmatt.stats.cluster_regression` has them for units of one.

    Source: Vickers & Altman 2001, BMJ 323:1123-1124; HC2: MacKinnon & White 1985, Journal of Econometrics 29:305-325;
    degrees of freedom: Bell & McCaffrey 2002, Survey Methodology 28:169-181; Imbens & Kolesar 2016, Review of Economics
    and Statistics 98:701-712.

    Raises
    ------
    ValueError
        With fewer than two people in either group, or where nothing but the group tells people apart before and after.

    >>> project = PairedCounts(levels=[1, 2, 3], table=[[1, 4, 3], [0, 2, 4], [0, 0, 2]])
    >>> comparison = PairedCounts(levels=[1, 2, 3], table=[[4, 2, 1], [1, 4, 1], [0, 1, 2]])
    >>> found = ancova(project, comparison)
    >>> round(found.value, 4), round(found.std_error, 4), round(found.degrees, 1)
    (0.6203, 0.2206, 28.1)
    """
    if min(project.n, comparison.n) < 2:
        raise ValueError(f"at least two people are needed in each group; got {project.n} and {comparison.n}")
    rows = np.vstack([_cells(project, 1.0), _cells(comparison, 0.0)])
    n, group, before, after = rows.T
    x = np.column_stack([np.ones(n.size), group, before])
    bread = np.linalg.pinv(x.T @ (n[:, None] * x))
    beta = bread @ (x.T @ (n * after))
    own, leverage = x @ bread[:, 1], np.einsum("ij,jk,ik->i", x, bread, x)
    free = np.maximum(1.0 - leverage, 0.0)
    pull = np.where(free > 1e-10, own / np.sqrt(np.maximum(free, 1e-10)), 0.0)
    std_error = float(np.sqrt(n @ (pull * (after - x @ beta)) ** 2))
    return about(
        float(beta[1]),
        std_error,
        level=level,
        method="ancova-hc2",
        degrees=_degrees(n, x, bread, pull),
        null=0.0,
    )


def _cells(pairs: PairedCounts, group: float) -> Floats:
    """Return every cell that somebody is in: how many, the group, the score before and the score after."""
    first, last = np.nonzero(pairs.table)
    n = pairs.table[first, last].astype(np.float64)
    return np.column_stack([n, np.full(n.size, group), pairs.levels[first], pairs.levels[last]])


def _degrees(n: Floats, x: Floats, bread: Floats, pull: Floats) -> float:
    """Return Satterthwaite's degrees of freedom of the variance, were all spreads alike."""
    leverage = np.einsum("ij,jk,ik->i", x, bread, x)
    hat = x @ bread @ x.T
    trace = float(n @ (pull**2 * (1 - leverage)))
    alike = float(n @ (pull**4 * ((1 - leverage) ** 2 - leverage**2)))
    across = float((n * pull**2) @ hat**2 @ (n * pull**2))
    return trace**2 / (alike + across)
