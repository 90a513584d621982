import numpy as np
import pytest
import scipy.optimize
import scipy.stats

from effektmatt.stats.reliability import (
    cronbach_alpha,
    feldt_interval,
    item_covariance,
    item_rest_correlations,
    reliable_change_of_mean,
    reliable_change_threshold,
    reversed_items,
)


def items(n=200, seed=1, loadings=(0.8, 0.7, 0.6, 0.7)):
    rng = np.random.default_rng(seed)
    trait = rng.normal(size=n)
    return np.clip(np.round(3 + np.outer(trait, loadings) + rng.normal(scale=0.8, size=(n, len(loadings)))), 1, 5)


def covariance(answers):
    return np.cov(answers, rowvar=False)


def test_alpha_is_that_of_the_raw_answers():
    answers = items()
    k, total = answers.shape[1], answers.sum(axis=1)
    expected = k / (k - 1) * (1 - answers.var(axis=0, ddof=1).sum() / total.var(ddof=1))
    assert cronbach_alpha(covariance(answers)) == pytest.approx(expected, rel=1e-12)


def test_item_rest_correlations_are_those_of_the_raw_answers():
    answers = items()
    expected = [np.corrcoef(answers[:, i], np.delete(answers, i, 1).sum(axis=1))[0, 1] for i in range(4)]
    assert item_rest_correlations(covariance(answers)) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("backwards", [(0,), (3,), (1, 4)])
def test_reversed_items_are_named(backwards):
    answers = items(loadings=(0.8, 0.7, 0.6, 0.7, 0.8))
    assert reversed_items(covariance(answers)) == ()
    healthy = cronbach_alpha(covariance(answers))
    for item in backwards:
        answers[:, item] = 6 - answers[:, item]
    assert set(reversed_items(covariance(answers))) == set(backwards)
    assert cronbach_alpha(covariance(answers)) < 0.6 * healthy


def test_an_item_that_does_not_vary_has_no_correlation():
    answers = items()
    answers[:, 2] = 4
    correlations = item_rest_correlations(covariance(answers))
    assert np.isnan(correlations[2])
    assert not np.isnan(correlations[[0, 1, 3]]).any()
    assert reversed_items(covariance(answers)) == ()


def test_feldt_interval_uses_quantiles_of_f():
    interval = feldt_interval(0.8, n=100, items=5)
    assert interval.low == pytest.approx(1 - 0.2 * scipy.stats.f.ppf(0.975, 99, 396), rel=1e-10)
    assert interval.high == pytest.approx(1 - 0.2 * scipy.stats.f.ppf(0.025, 99, 396), rel=1e-10)


def test_feldt_interval_covers_as_often_as_it_says():
    # normal parallel items, where Feldt's theory is exact: 95 % of 2000 intervals, two standard errors about 1 %
    rng = np.random.default_rng(2)
    true = 1.6 / 2.2
    trait, noise = rng.normal(size=(2000, 30, 1)), rng.normal(size=(2000, 30, 4))
    answers = np.sqrt(0.4) * trait + np.sqrt(0.6) * noise
    covered = 0
    for sample in answers:
        interval = feldt_interval(cronbach_alpha(covariance(sample)), n=30, items=4)
        covered += interval.low <= true <= interval.high
    assert covered / 2000 == pytest.approx(0.95, abs=0.015)


def test_jacobson_truax_worked_example():
    # Jacobson & Truax 1991, p. 14: s1 = 7.5, rxx = .80, so SE = 3.35 and Sdiff = 4.74; RC of 32.5 to 47.5 is 3.16
    threshold = reliable_change_threshold(7.5, 0.80)
    assert threshold / 1.959963984540054 == pytest.approx(4.74, abs=0.005)
    assert (47.5 - 32.5) / (threshold / 1.959963984540054) == pytest.approx(3.16, abs=0.005)
    assert reliable_change_threshold(7.5, 1.0) == 0.0


def test_wrong_calls_are_refused():
    with pytest.raises(ValueError, match="square, of at least 2 items"):
        cronbach_alpha([[1.0]])
    with pytest.raises(ValueError, match="symmetric"):
        cronbach_alpha([[1.0, 0.5], [0.2, 1.0]])
    with pytest.raises(ValueError, match="no variance"):
        cronbach_alpha(np.zeros((3, 3)))
    with pytest.raises(ValueError, match="reliability must lie"):
        reliable_change_threshold(1.0, 80)
    with pytest.raises(ValueError, match="at least 2 people"):
        feldt_interval(0.8, n=1, items=5)


def test_covariance_needs_people_who_answered_everything():
    with pytest.raises(ValueError, match="at least two people by items, without gaps"):
        item_covariance([[1, 2], [np.nan, 3]])
    with pytest.raises(ValueError, match="at least two people"):
        item_covariance([[1, 2]])


def test_reliable_change_of_a_mean_of_scores():
    assert reliable_change_of_mean([4.0], [0.8]) == pytest.approx(reliable_change_threshold(2.0, 0.8))
    # two scores with equal spread and reliability: their errors average out
    two = reliable_change_of_mean([4.0, 4.0], [0.8, 0.8])
    assert two == pytest.approx(reliable_change_threshold(2.0, 0.8) / np.sqrt(2))
    with pytest.raises(ValueError, match="scores that vary"):
        reliable_change_of_mean([0.0], [0.8])
    with pytest.raises(ValueError, match="rows of one length"):
        reliable_change_of_mean([1.0, 2.0], [0.8])
