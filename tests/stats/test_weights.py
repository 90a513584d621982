import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import AnswerCounts
from effektmatt.stats.mean import mean
from effektmatt.stats.weights import effective_n, post_stratify, rake, stratified_mean, weighted_mean


def test_post_stratified_answers_have_the_populations_groups():
    answered, population = np.array([[10, 5], [40, 20]]), np.array([[50, 30], [50, 70]])
    assert (post_stratify(answered, population) * answered).tolist() == population.tolist()


tables = st.lists(st.lists(st.integers(1, 30), min_size=3, max_size=3), min_size=2, max_size=4)


@given(tables, st.lists(st.integers(20, 200), min_size=7, max_size=7))
def test_raked_weights_have_the_margins_and_factor(table, sizes):
    seen = np.array(table, dtype=float)
    rows = np.array(sizes[: seen.shape[0]], dtype=float)
    columns = np.array(sizes[4:7], dtype=float)
    columns *= rows.sum() / columns.sum()
    weights = rake(seen, [rows, columns])
    assert (weights * seen).sum(axis=1) == pytest.approx(rows, rel=1e-8)
    assert (weights * seen).sum(axis=0) == pytest.approx(columns, rel=1e-8)
    # the solution is unique: weights that are a product of a row and a column factor
    assert weights / weights[:, :1] == pytest.approx(np.tile(weights[0] / weights[0, 0], (seen.shape[0], 1)), rel=1e-6)


def test_three_margins():
    seen = np.arange(1.0, 13).reshape(2, 3, 2)
    margins = [np.array([60.0, 40]), np.array([20.0, 30, 50]), np.array([55.0, 45])]
    weighted = rake(seen, margins) * seen
    for axis, margin in enumerate(margins):
        assert weighted.sum(axis=tuple(k for k in range(3) if k != axis)) == pytest.approx(margin, rel=1e-8)


def test_weights_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="without answers"):
        post_stratify([0, 3], [5, 5])
    with pytest.raises(ValueError, match="more answered"):
        post_stratify([6], [5])
    with pytest.raises(ValueError, match="category on axis 0"):
        rake([[0, 0], [3, 4]], [[5, 5], [5, 5]])
    with pytest.raises(ValueError, match="same sum"):
        rake([[1, 1], [3, 4]], [[5, 5], [5, 6]])
    with pytest.raises(ValueError, match="contradict"):
        rake([[1, 0], [0, 1]], [[9, 1], [5, 5]])
    with pytest.raises(ValueError, match="one row per axis"):
        rake([[1, 1], [3, 4]], [[5, 5]])


def test_equal_weights_change_nothing():
    counts, levels = np.array([3, 5, 2]), np.array([1.0, 2, 3])
    plain = mean(AnswerCounts(levels=levels, counts=counts))
    weighted = weighted_mean(counts, counts * levels, counts * levels**2, np.full(3, 7.5))
    assert weighted.value == pytest.approx(plain.value, rel=1e-12)
    assert weighted.std_error == pytest.approx(plain.std_error, rel=1e-12)
    assert weighted.interval.low == pytest.approx(plain.interval.low, rel=1e-12)
    assert effective_n(counts, np.full(3, 7.5)) == pytest.approx(10)


def test_unequal_weights_by_rows():
    # the linearised variance of a ratio, row by row: n / (n - 1) * sum (w (y - mean))^2 / (sum w)^2
    rng = np.random.default_rng(1)
    y, cell = rng.integers(0, 2, 80), rng.integers(0, 4, 80)
    weights = np.array([0.5, 1.0, 2.0, 3.5])
    w = weights[cell]
    centre = (w * y).sum() / w.sum()
    expected = np.sqrt(80 / 79 * ((w * (y - centre)) ** 2).sum()) / w.sum()
    n = np.bincount(cell, minlength=4)
    hits = np.bincount(cell, weights=y, minlength=4)
    found = weighted_mean(n, hits, hits, weights)
    assert found.value == pytest.approx(centre, rel=1e-12)
    assert found.std_error == pytest.approx(expected, rel=1e-12)
    assert effective_n(n, weights) == pytest.approx(w.sum() ** 2 / (w**2).sum())


def test_a_census_of_every_group_has_no_error():
    found = stratified_mean([5, 4], [3, 1], [3, 1], [5, 4])
    assert (found.value, found.std_error) == (pytest.approx(4 / 9), 0.0)


def test_stratified_mean_is_unbiased_and_its_interval_covers():
    # 1000 samples of 20 of 60 and 30 of 240 whose shares are 0.8 and 0.3; two standard errors about 1.4 %
    rng = np.random.default_rng(2)
    groups = [np.repeat([1, 0], [48, 12]), np.repeat([1, 0], [72, 168])]
    true, found, covered = 120 / 300, [], 0
    for _ in range(1000):
        hits = [rng.permutation(group)[:size].sum() for group, size in zip(groups, (20, 30), strict=True)]
        estimate = stratified_mean([20, 30], hits, hits, [60, 240])
        found.append(estimate.value)
        covered += estimate.interval.low <= true <= estimate.interval.high
    assert np.mean(found) == pytest.approx(true, abs=0.006)
    assert covered / 1000 == pytest.approx(0.95, abs=0.02)


def test_too_few_in_a_group_are_refused():
    with pytest.raises(ValueError, match="two answers, or all"):
        stratified_mean([1, 4], [1, 1], [1, 1], [5, 8])
    with pytest.raises(ValueError, match="at least two answers"):
        weighted_mean([1], [1], [1], [2.0])
