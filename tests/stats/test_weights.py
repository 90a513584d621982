import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import AnswerCounts
from effektmatt.stats.mean import mean
from effektmatt.stats.share import clopper_pearson
from effektmatt.stats.weighting import post_stratify, rake
from effektmatt.stats.weights import (
    calibrated_mean,
    calibrated_share,
    effective_n,
    stratified_mean,
    stratified_share,
    weighted_mean,
    weighted_share,
)


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


# ---- a real sample -----------------------------------------------------------------------------------------
# `apistrat` of R's package survey: 200 Californian schools drawn in strata (elementary, high, middle school): their
# academic performance index in 2000 (api00), and whether they met their growth target (sch.wide), summed per cell.
SCHOOLS = np.array([[9, 91], [24, 26], [15, 35]])
INDEX = np.array([[5641, 61802], [14294, 16997], [8228, 23602]])
SQUARES = np.array([[3663925, 43374712], [8765624, 11402317], [4676158, 16264238]])
OVER_700 = np.array([[3, 43], [6, 9], [1, 11]])
IN_CALIFORNIA, MET = [4421, 755, 1018], [1072, 5122]


def test_schools_as_published():
    # R's survey, with dstrat as in its manual: svymean(~api00, dstrat) prints mean 662.29, SE 9.4089
    found = stratified_mean(SCHOOLS.sum(axis=1), INDEX.sum(axis=1), SQUARES.sum(axis=1), IN_CALIFORNIA)
    assert (round(found.value, 2), round(found.std_error, 4)) == (662.29, 9.4089)
    assert found.degrees == 197


def test_schools_raked():
    # Python's svy 0.35.0, all weights 6194 / 200, then
    # sample.weighting.rake(controls={"stype": {"E": 4421, "H": 755, "M": 1018}, "wide": {"N": 1072, "Y": 5122}},
    #                       tol=1e-12, max_iter=500); estimation.mean("api"), estimation.prop("top")
    weights = rake(SCHOOLS, [IN_CALIFORNIA, MET])
    assert weights.ravel() == pytest.approx(
        [44.542566, 44.177109, 15.164699, 15.040278, 20.477608, 20.309596], abs=5e-7
    )
    found = calibrated_mean(SCHOOLS, INDEX, SQUARES, [IN_CALIFORNIA, MET])
    assert (found.value, found.std_error) == (pytest.approx(662.21165, abs=1e-5), pytest.approx(9.367432, abs=5e-7))
    share = calibrated_share(SCHOOLS, OVER_700, [IN_CALIFORNIA, MET])
    assert (round(share.value, 4), round(share.std_error, 4)) == (0.4042, 0.0377)
    # svy takes one degree of freedom and not four: 0.3297, 0.4821
    assert (share.interval.low, share.interval.high) == (
        pytest.approx(0.3297, abs=2e-4),
        pytest.approx(0.4821, abs=2e-4),
    )


def test_schools_post_stratified():
    # as above, but weighted to the kind of school alone: sample.weighting.poststratify(cells="stype", ...)
    cells = [one.sum(axis=1) for one in (SCHOOLS, INDEX, SQUARES)]
    found = calibrated_mean(*cells, [IN_CALIFORNIA])
    assert (found.value, found.std_error) == (pytest.approx(662.287364, abs=1e-6), pytest.approx(9.506319, abs=5e-7))
    plain = weighted_mean(*cells, post_stratify(cells[0], IN_CALIFORNIA))
    assert plain.value == pytest.approx(found.value, rel=1e-12)
    assert plain.std_error > found.std_error  # what kind of school it is explains something


def test_schools_with_given_weights():
    # svy.Design(wgt="pw") with weights 44.21, 15.10, 20.36; estimation.mean, and prop(ci_method="korn-graubard")
    schools, index, squares, over = (one.sum(axis=1) for one in (SCHOOLS, INDEX, SQUARES, OVER_700))
    found = weighted_mean(schools, index, squares, [44.21, 15.10, 20.36])
    assert (found.value, found.std_error) == (pytest.approx(662.287364, abs=1e-6), pytest.approx(9.585429, abs=5e-7))
    share = weighted_share(schools, over, [44.21, 15.10, 20.36])
    assert (share.value, share.std_error) == (pytest.approx(0.40434, abs=1e-6), pytest.approx(0.038306, abs=5e-7))
    assert (share.interval.low, share.interval.high) == (
        pytest.approx(0.328568, abs=5e-7),
        pytest.approx(0.483631, abs=5e-7),
    )


# ---- known margins explain -----------------------------------------------------------------------------------


def test_the_error_of_raked_answers_is_that_of_many_samples():
    # women and men of three ages, whose answers are nearly what sex and age say; the weights as given would double it
    rng = np.random.default_rng(5)
    people = np.array([[0.2, 0.2, 0.1], [0.1, 0.15, 0.25]])
    chance = np.array([[0.05, 0.3, 0.6], [0.4, 0.65, 0.95]])
    answers = people * [[1.0, 1.5, 2.0], [0.5, 1.0, 1.5]] / (people * [[1.0, 1.5, 2.0], [0.5, 1.0, 1.5]]).sum()
    margins = [people.sum(axis=1), people.sum(axis=0)]
    values, errors, given, covered = [], [], [], 0
    for _ in range(1500):
        n = rng.multinomial(300, answers.ravel()).reshape(2, 3)
        hits = rng.binomial(n, chance)
        found = calibrated_mean(n, hits, hits, margins)
        values.append(found.value)
        errors.append(found.std_error)
        given.append(weighted_mean(n, hits, hits, rake(n, margins)).std_error)
        covered += found.interval.low <= (people * chance).sum() <= found.interval.high
    # a standard deviation of 1500 values is known to 1.8 per cent
    assert np.mean(errors) == pytest.approx(np.std(values), rel=0.06)
    assert np.mean(given) > 1.2 * np.std(values)
    assert covered / 1500 == pytest.approx(0.95, abs=0.018)


def test_one_margin_of_everybody_is_the_plain_mean():
    levels, counts = np.array([1.0, 2, 3]), np.array([3, 5, 2])
    plain = mean(AnswerCounts(levels=levels, counts=counts))
    found = calibrated_mean([10], [counts @ levels], [counts @ levels**2], [[500]])
    assert found.value == pytest.approx(plain.value, rel=1e-12)
    assert found.std_error == pytest.approx(plain.std_error, rel=1e-12)
    assert found.interval.low == pytest.approx(plain.interval.low, rel=1e-12)


def test_what_the_margins_say_all_of_has_no_error():
    # everybody in the first group says 2, everybody in the second 4: after weighting nothing is left to chance
    found = calibrated_mean([5, 9], [10, 36], [20, 144], [[30, 70]])
    assert found.value == pytest.approx(3.4)
    assert not found.varied


# ---- shares stay within nought and one -----------------------------------------------------------------------

SHARES = {
    "weighted": lambda n, hits: weighted_share(n, hits, [5.0, 1.25]),
    "calibrated": lambda n, hits: calibrated_share(n, hits, [[60, 60]]),
    "stratified": lambda n, hits: stratified_share(n, hits, [60, 60]),
}


@pytest.mark.parametrize("kind", SHARES)
@pytest.mark.parametrize("hits", [(0, 0), (1, 0), (9, 39), (10, 40), (10, 0), (5, 40)], ids=str)
def test_a_weighted_share_has_an_interval_within_nought_and_one(kind, hits):
    found = SHARES[kind]([10, 40], hits)
    assert 0 <= found.interval.low <= found.value <= found.interval.high <= 1
    assert found.interval.high - found.interval.low > 0.05
    opposite = SHARES[kind]([10, 40], np.array([10, 40]) - hits)
    assert opposite.interval.low == pytest.approx(1 - found.interval.high, abs=1e-9)
    assert opposite.effective_n == pytest.approx(found.effective_n, rel=1e-9)


def test_weights_alike_give_the_exact_interval():
    exact = clopper_pearson(7, 50)
    found = weighted_share([20, 30], [3, 4], [2.0, 2.0])
    # worth 49 answers: the linearised variance divides by n - 1
    assert (found.interval.low, found.interval.high) == (
        pytest.approx(exact.low, abs=2e-3),
        pytest.approx(exact.high, abs=2e-3),
    )
    none = weighted_share([20, 30], [0, 0], [2.0, 2.0])
    assert none.interval.high == pytest.approx(clopper_pearson(0, 50).high, rel=1e-12)
    assert calibrated_share([50], [0], [[900]]).interval.high == pytest.approx(none.interval.high, rel=1e-12)


def test_a_census_of_every_group_is_a_known_share():
    found = stratified_share([5, 4], [3, 0], [5, 4])
    assert found.value == found.interval.low == found.interval.high == pytest.approx(1 / 3)
    assert stratified_share([5, 4], [0, 0], [5, 4]).interval.high == 0


# ---- what cannot be ------------------------------------------------------------------------------------------

CALLS = {
    "effective_n": (effective_n, ("n", "weights")),
    "weighted_mean": (weighted_mean, ("n", "total", "squares", "weights")),
    "stratified_mean": (stratified_mean, ("n", "total", "squares", "population")),
}
GOOD = {"n": [10, 40], "total": [2, 24], "squares": [2, 24], "weights": [5.0, 1.25], "population": [50, 50]}
NOTHING: dict[str, list[float]] = {name: [] for name in GOOD}
NOBODY = {"n": [0, 0], "total": [0, 0], "squares": [0, 0]}
BAD = [
    ("effective_n", {"weights": [-5.0, 1.25]}, "weights must be finite numbers, none negative"),
    ("effective_n", {"weights": [np.nan, 1.25]}, "weights must be finite"),
    ("effective_n", {"weights": [0.0, 0.0]}, "no answer has a weight"),
    ("effective_n", {"weights": [5.0]}, "n and weights must have one shape"),
    ("weighted_mean", {"weights": [0.0, 0.0]}, "no answer has a weight"),
    ("weighted_mean", {"n": [-1, 40]}, "n must be finite numbers, none negative"),
    ("weighted_mean", {"n": [10.5, 40]}, "n must be whole numbers"),
    ("weighted_mean", NOTHING, "n must have at least one cell"),
    ("weighted_mean", {"n": 10}, "n must have at least one cell"),
    ("weighted_mean", {"total": [2, np.inf]}, "total must be finite"),
    ("weighted_mean", {"total": [2]}, "total must have the shape of n"),
    ("weighted_mean", {"squares": [2, 3]}, "no answers have these sums"),
    ("weighted_mean", {"n": [0, 40]}, "a cell without answers must have the sums 0"),
    ("weighted_mean", NOBODY, "at least two answers"),
    ("stratified_mean", NOTHING, "n must have at least one cell"),
    ("stratified_mean", {"population": [np.nan, 50]}, "population must be finite"),
    ("stratified_mean", {"population": [50]}, "n and population must have one shape"),
    ("stratified_mean", NOBODY | {"population": [0, 0]}, "must count somebody"),
    ("stratified_mean", {"squares": [2, 3]}, "no answers have these sums"),
]


@pytest.mark.parametrize(("of", "changed", "says"), BAD)
def test_cells_that_cannot_be_are_refused(of, changed, says):
    function, names = CALLS[of]
    given = GOOD | changed
    with pytest.raises(ValueError, match=says):
        function(*(given[name] for name in names))


def test_calibration_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="answered must be finite numbers, none negative"):
        post_stratify([-5, 5], [10, 10])
    with pytest.raises(ValueError, match="one shape"):
        post_stratify([5, 5], [10])
    with pytest.raises(ValueError, match="margin must be finite"):
        rake([[1, 2], [3, 4]], [[5, 5], [-5, 15]])
    with pytest.raises(ValueError, match="must count somebody"):
        rake([[1, 2], [3, 4]], [[0, 0], [0, 0]])
    with pytest.raises(ValueError, match="more answers than the 3"):
        calibrated_share([[1, 0], [1, 1]], [[1, 0], [0, 1]], [[2, 8], [6, 4]])
    with pytest.raises(ValueError, match="no answers have these sums"):
        weighted_share([10, 40], [11, 3], [1, 1])
    with pytest.raises(ValueError, match="level must lie"):
        weighted_share([10, 40], [1, 3], [1, 1], level=95)
