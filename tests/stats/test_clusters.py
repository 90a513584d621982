"""Reference case 10 (808 visits to 366 clinics): clubSandwich's CR2 and t tests on unit means, from R."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.clusters import (
    UnitSums,
    cluster_robust_contrast,
    clustered_share,
    unit_differences,
    unit_mean_difference,
)
from effektmatt.stats.share import clopper_pearson
from effektmatt.stats.share_difference import newcombe
from stats import mystery_patients
from stats.mystery_patients import ITEMS, REFERENCE

WITHIN = [name.rsplit(".", 1)[1] for name in REFERENCE if name.startswith("within_facility")]


def unit_sums(values, column, first):
    """Units by (first value of the column, any other)."""
    units = {unit: place for place, unit in enumerate(sorted({visit["qutub_id"] for visit, _ in values}))}
    n, total = np.zeros((len(units), 2)), np.zeros((len(units), 2))
    for visit, value in values:
        place = units[visit["qutub_id"]], int(visit[column] != first)
        n[place] += 1
        total[place] += value
    return UnitSums(n=n, total=total)


def sums(item, column, first):
    return unit_sums(mystery_patients.item(item), column, first)


def plain_counts(visits):
    """Hits and visits in the first cell, hits and visits in the second."""
    (n_1, n_2), (hits_1, hits_2) = (table.sum(axis=0).astype(int).tolist() for table in (visits.n, visits.total))
    return hits_1, n_1, hits_2, n_2


@pytest.mark.parametrize("item", ITEMS)
def test_public_minus_private_agrees_with_clubsandwich(item):
    expected = REFERENCE[item]["CR2_satterthwaite"]
    found = cluster_robust_contrast(sums(item, "public", "1"), (1, -1))
    assert found.value == pytest.approx(REFERENCE[item]["diff_public_minus_private"], rel=1e-10)
    assert found.std_error == pytest.approx(expected["se"], rel=1e-9)
    assert found.degrees == pytest.approx(expected["df"], rel=1e-9)
    assert found.p_value == pytest.approx(expected["p"], rel=1e-7)
    assert found.interval.low == pytest.approx(expected["low"], rel=1e-8)
    assert found.interval.high == pytest.approx(expected["high"], rel=1e-8)


@pytest.mark.parametrize("item", ITEMS)
def test_without_regard_to_clinics_agrees_with_r(item):
    expected = REFERENCE[item]
    counts = plain_counts(sums(item, "public", "1"))
    naive = newcombe(*counts)
    assert (naive.low, naive.high) == pytest.approx(tuple(expected["naive_newcombe10"].values()), abs=1e-13)


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize(("group", "column"), [("public", 0), ("private", 1)])
def test_the_share_of_one_group_agrees_with_svyciprop(item, group, column):
    visits, expected = sums(item, "public", "1"), REFERENCE[item][group]
    found = clustered_share(visits.n[:, column], visits.total[:, column])
    assert found.value == pytest.approx(expected["x"] / expected["n"], rel=1e-12)
    # svymean's deff compares with the variance of n independent answers, divided by n - 1
    deff = expected["svyciprop_logit"]["deff"]
    assert (expected["n"] - 1) / found.effective_n == pytest.approx(deff, rel=1e-6)
    assert found.std_error == pytest.approx(expected["svyciprop_logit"]["se"], rel=1e-6)
    # svyciprop's iterations stop at about 1e-8
    assert found.interval.low == pytest.approx(expected["svyciprop_logit"]["low"], abs=1e-6)
    assert found.interval.high == pytest.approx(expected["svyciprop_logit"]["high"], abs=1e-6)


def test_all_hits_are_as_sure_as_that_many_units():
    assert clustered_share([5, 5, 5], [5, 5, 5]).interval == clopper_pearson(3, 3)
    assert clustered_share([5, 5, 0], [0, 0, 0]).interval == clopper_pearson(0, 2)


@pytest.mark.parametrize("item", WITHIN)
def test_two_rounds_in_the_same_clinics_agree_with_r(item):
    expected = REFERENCE[f"within_facility.case2_minus_case1.{item}"]
    visits = sums(item, "case", "2")
    found = cluster_robust_contrast(visits, (1, -1))
    assert found.value == pytest.approx(expected["diff"], rel=1e-10)
    assert found.std_error == pytest.approx(expected["CR2"]["se"], rel=1e-9)
    assert found.degrees == pytest.approx(expected["CR2"]["df"], rel=1e-9)
    assert found.p_value == pytest.approx(expected["CR2"]["p"], rel=1e-7)
    counts = plain_counts(visits)
    assert counts == (expected["x2"], expected["n2"], expected["x1"], expected["n1"])
    naive = newcombe(*counts)
    assert (naive.low, naive.high) == pytest.approx(tuple(expected["naive_newcombe10"].values()), abs=1e-13)
    paired, by_unit = unit_mean_difference(visits), expected["paired_facility_means"]
    assert unit_differences(visits).size == by_unit["n_facilities_both"]
    assert paired.value == pytest.approx(by_unit["diff"], rel=1e-10)
    assert paired.interval.low == pytest.approx(by_unit["low"], rel=1e-9)
    assert paired.interval.high == pytest.approx(by_unit["high"], rel=1e-9)
    assert paired.p_value == pytest.approx(by_unit["p"], rel=1e-8)


def test_clustering_can_narrow_enough_to_change_the_verdict():
    expected = REFERENCE["within_facility.case2_minus_case1.re_1"]
    assert expected["naive_newcombe10"]["low"] < 0
    assert cluster_robust_contrast(sums("re_1", "case", "2"), (1, -1)).interval.low > 0


def dense_cr2(n, total, weights, observations):
    """CR2 by its definition on rows: adjustment matrices by eigendecomposition, trace formula for the freedom."""
    rows = [(u, c, y) for (u, c), values in observations.items() for y in values]
    unit, y = np.array([r[0] for r in rows]), np.array([r[2] for r in rows], dtype=float)
    design = np.array([[float(r[1] == c) for c in range(n.shape[1])] for r in rows])
    bread = np.linalg.inv(design.T @ design)
    hat = design @ bread @ design.T
    residual = y - hat @ y
    parts = []
    for u in np.unique(unit):
        own = np.flatnonzero(unit == u)
        values, vectors = np.linalg.eigh(np.eye(own.size) - hat[np.ix_(own, own)])
        root = vectors @ np.diag(values**-0.5) @ vectors.T
        part = np.zeros(y.size)
        part[own] = root @ design[own] @ bread @ weights
        parts.append(part)
    parts = np.array(parts)
    variance = ((parts @ residual) ** 2).sum()
    covariance = parts @ (np.eye(y.size) - hat) @ parts.T
    return np.sqrt(variance), np.trace(covariance) ** 2 / (covariance**2).sum()


@pytest.mark.parametrize(("cells", "weights"), [(1, [1]), (2, [1, -1]), (4, [1, -1, -1, 1])])
def test_any_contrast_is_cr2_by_its_definition(cells, weights):
    rng = np.random.default_rng(cells)
    n = rng.integers(0, 5, (9, cells))
    n[:2] = 3
    observations = {(u, c): rng.normal(u / 3, 1, n[u, c]) for u in range(9) for c in range(cells)}
    total = np.array([[observations[u, c].sum() for c in range(cells)] for u in range(9)])
    found = cluster_robust_contrast(UnitSums(n=n, total=total), weights)
    std_error, degrees = dense_cr2(n, total, np.array(weights, dtype=float), observations)
    assert found.std_error == pytest.approx(std_error, rel=1e-9)
    assert found.degrees == pytest.approx(degrees, rel=1e-9)


tables = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 6), st.floats(0, 1), st.floats(0, 1)), min_size=3, max_size=12
)


@given(tables)
def test_swapping_waves_flips_the_sign(rows):
    n = np.array([row[:2] for row in rows])
    total = np.array([[round(row[0] * row[2]), round(row[1] * row[3])] for row in rows])
    deviations = (total - n * total.sum(axis=0) / n.sum(axis=0)) / n.sum(axis=0)
    scores = deviations / np.sqrt(1 - n / n.sum(axis=0))
    if np.abs(scores @ [1, -1]).max() < 1e-9:  # the waves differ alike in every unit
        assert not cluster_robust_contrast(UnitSums(n=n, total=total), (1, -1)).varied
        return
    forth = cluster_robust_contrast(UnitSums(n=n, total=total), (1, -1))
    back = cluster_robust_contrast(UnitSums(n=n[:, ::-1], total=total[:, ::-1]), (1, -1))
    assert forth.value == pytest.approx(-back.value, abs=1e-12)
    assert forth.std_error == pytest.approx(back.std_error, rel=1e-9)
    assert forth.degrees == pytest.approx(back.degrees, rel=1e-9)


def test_one_visit_per_unit_is_the_ordinary_standard_error_of_a_mean():
    y = np.array([0.0, 1.0, 1.0, 0.0, 1.0, 1.0])
    found = cluster_robust_contrast(UnitSums(n=np.ones((6, 1)), total=y[:, None]), (1,))
    assert found.std_error == pytest.approx(y.std(ddof=1) / np.sqrt(6), rel=1e-12)
    assert found.degrees == pytest.approx(5, rel=1e-12)


def test_units_that_are_alike_say_nothing_of_the_error():
    alike = UnitSums(n=[[2, 2], [2, 2], [2, 2]], total=[[2, 0], [2, 0], [2, 0]])
    found = cluster_robust_contrast(alike, (1, -1))
    assert (found.value, found.varied, found.curve, found.p_value) == (1.0, False, None, None)
    assert (found.interval.low, found.interval.high) == (-math.inf, math.inf)
    assert not unit_mean_difference(alike).varied
    share = clustered_share([2, 2], [1, 1])
    assert (share.value, share.interval.low, share.interval.high, share.curve) == (0.5, 0.0, 1.0, None)


def test_too_little_is_refused():
    with pytest.raises(ValueError, match="at least two units"):
        cluster_robust_contrast(UnitSums(n=[[2, 2], [2, 0]], total=[[1, 1], [0, 0]]), (1, -1))
    with pytest.raises(ValueError, match="at least two units must have both"):
        unit_mean_difference(UnitSums(n=[[2, 2], [2, 0]], total=[[1, 1], [0, 0]]))
    with pytest.raises(ValueError, match="one weight per cell"):
        cluster_robust_contrast(UnitSums(n=[[2, 2], [2, 2]], total=[[2, 0], [2, 0]]), (1,))
    with pytest.raises(ValueError, match="hits between 0 and n"):
        clustered_share([2, 2], [3, 0])
    with pytest.raises(ValueError, match="at least two units must have observations"):
        clustered_share([2, 0], [1, 0])
    with pytest.raises(ValueError, match="the total 0"):
        UnitSums(n=[[0]], total=[[1]])
