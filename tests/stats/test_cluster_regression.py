"""CR2 regression: against the closed form on cells, and against its definition with whole matrices."""

import numpy as np
import pytest

from effektmatt.stats.cluster_regression import cluster_robust_coefficient
from effektmatt.stats.clusters import UnitSums, cluster_robust_contrast


def made(seed=5, units=9):
    rng = np.random.default_rng(seed)
    size = rng.integers(2, 7, units)
    of = np.repeat(np.arange(units), size)
    after = rng.integers(0, 2, of.size)
    y = rng.normal(size=of.size) + 0.4 * after + rng.normal(size=units)[of]
    return of, after, y, rng


def test_on_cells_the_same_as_the_closed_form():
    of, after, y, _ = made()
    n = np.array([[((of == u) & (after == w)).sum() for w in (1, 0)] for u in range(9)])
    total = np.array([[y[(of == u) & (after == w)].sum() for w in (1, 0)] for u in range(9)])
    closed = cluster_robust_contrast(UnitSums(n=n, total=total), (1, -1))
    found = cluster_robust_coefficient(np.column_stack([np.ones(of.size), after]), y, of, 1)
    assert found.value == pytest.approx(closed.value, rel=1e-10)
    assert found.std_error == pytest.approx(closed.std_error, rel=1e-10)
    assert found.degrees == pytest.approx(closed.degrees, rel=1e-10)


def test_with_covariates_the_same_as_its_definition():
    """Pustejovsky & Tipton 2018: every matrix written out, with numpy's general functions."""
    of, after, y, rng = made(8)
    visitor = rng.integers(0, 3, of.size)
    x = np.column_stack([after, *(visitor == one for one in range(3))]).astype(float)
    found = cluster_robust_coefficient(x, y, of, 0)
    hat = x @ np.linalg.solve(x.T @ x, x.T)
    free = np.eye(of.size) - hat
    bread = np.linalg.inv(x.T @ x)
    residuals = free @ y
    meat, vectors = np.zeros((4, 4)), []
    for unit in range(9):
        rows = of == unit
        values, sides = np.linalg.eigh(free[np.ix_(rows, rows)])
        adjust = sides @ np.diag(np.where(values > 1e-10, values, np.inf) ** -0.5) @ sides.T
        score = x[rows].T @ adjust @ residuals[rows]
        meat += np.outer(score, score)
        vectors.append(free[:, rows] @ adjust @ x[rows] @ bread[:, 0])
    variance = bread @ meat @ bread
    gram = np.array([[one @ two for two in vectors] for one in vectors])
    assert found.std_error == pytest.approx(np.sqrt(variance[0, 0]), rel=1e-9)
    assert found.degrees == pytest.approx(np.trace(gram) ** 2 / (gram**2).sum(), rel=1e-9)


def test_what_cannot_be_told_apart_is_refused():
    of, after, y, _ = made()
    with pytest.raises(ValueError, match="make up the asked one"):
        cluster_robust_coefficient(np.column_stack([after, after, np.ones(of.size)]), y, of, 0)
    with pytest.raises(ValueError, match="at least two units"):
        cluster_robust_coefficient(np.column_stack([after, np.ones(of.size)]), y, np.zeros(of.size), 0)
    alike = cluster_robust_coefficient(np.column_stack([after, np.ones(of.size)]), np.ones(of.size), of, 0)
    assert not alike.varied
