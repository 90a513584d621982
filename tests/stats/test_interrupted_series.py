"""Interrupted series: against the restricted likelihood written out with full matrices, and a planted jump."""

import csv
import math
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from effektmatt.stats.interrupted_series import interrupted_series, season_p_value


def series(n, memory, jump, seed):
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal(n)
    noise[0] /= math.sqrt(1 - memory**2)
    for step in range(1, n):
        noise[step] += memory * noise[step - 1]
    return 10 + 0.1 * np.arange(n) + jump * (np.arange(n) >= n // 2) + noise


def dense(values, intervention):
    """Maximise the restricted likelihood of N(X beta, sigma^2 V), V dense, and return coefficients and errors."""
    n = values.size
    time = np.arange(n)
    after = (time >= intervention).astype(float)
    x = np.column_stack([np.ones(n), time, after, after * (time - intervention)])

    def parts(memory):
        v = memory ** np.abs(np.subtract.outer(time, time)) / (1 - memory**2)
        inverse = np.linalg.inv(v)
        products = x.T @ inverse @ x
        beta = np.linalg.solve(products, x.T @ inverse @ values)
        left = values - x @ beta
        squares = left @ inverse @ left
        deviance = (n - 4) * math.log(squares) + np.linalg.slogdet(v)[1] + np.linalg.slogdet(products)[1]
        return deviance, beta, np.sqrt(np.diag(np.linalg.inv(products)) * squares / (n - 4))

    best = minimize_scalar(lambda m: parts(m)[0], bounds=(-0.9, 0.98), method="bounded", options={"xatol": 1e-10}).x
    return best, *parts(best)[1:]


@pytest.mark.parametrize("memory", [-0.3, 0.0, 0.5])
@pytest.mark.parametrize("n", [16, 40])
def test_it_is_the_most_likely_by_full_matrices(n, memory):
    values = series(n, memory, 2.0, seed=n)
    best, beta, errors = dense(values, n // 2)
    found = interrupted_series(values, n // 2)
    assert found.memory == pytest.approx(best, abs=1e-5)
    for k, one in ((1, found.slope_before), (2, found.level_change), (3, found.slope_change)):
        assert one.value == pytest.approx(beta[k], abs=1e-5)
        assert one.std_error == pytest.approx(errors[k], rel=1e-4)


def test_a_planted_jump_is_found_again():
    found = interrupted_series(series(400, 0.4, 5.0, seed=3), 200)
    assert found.memory == pytest.approx(0.4, abs=0.15)
    assert found.level_change.interval.low < 5.0 < found.level_change.interval.high
    assert found.slope_before.value == pytest.approx(0.1, abs=0.02)


def test_intervals_of_a_short_series_hold_the_truth():
    """Where Newey and West's hold it in some 76 per cent of samples; two standard errors of 300 are 2.5 per cent."""
    held = 0
    for seed in range(300):
        interval = interrupted_series(series(48, 0.6, 1.0, seed), 24).level_change.interval
        held += interval.low <= 1.0 <= interval.high
    assert held / 300 > 0.90


def test_the_scale_of_the_values_does_not_matter():
    values = series(30, 0.3, 1.0, seed=5)
    small, large = interrupted_series(values, 15), interrupted_series(1000 * values, 15)
    assert large.memory == pytest.approx(small.memory, abs=1e-6)
    assert large.level_change.interval.high == pytest.approx(1000 * small.level_change.interval.high, rel=1e-6)


def test_too_short_and_exact_series_are_refused():
    with pytest.raises(ValueError, match="at least four values are needed on each side; got 3 and 7"):
        interrupted_series(range(10), 3)
    with pytest.raises(ValueError, match="lie on the lines exactly"):
        interrupted_series(range(10), 5)
    with pytest.raises(ValueError, match="in order of time"):
        interrupted_series([1, 2, math.nan, 3, 4, 5, 6, 7, 8], 4)


CASE = Path(__file__).parents[1] / "reference" / "24-series-with-a-season"


def test_with_a_level_for_each_month_it_agrees_with_nlme():
    rows = list(csv.DictReader((CASE / "data.csv").read_text().splitlines()))
    expected = {row["name"]: row for row in csv.DictReader((CASE / "reference.csv").read_text().splitlines())}
    values, parts = [float(row["value"]) for row in rows], [int(row["part"]) for row in rows]
    found = interrupted_series(values, 24, season=parts)
    for name in ("slope before", "level change", "slope change"):
        inference = getattr(found, name.replace(" ", "_"))
        assert inference.value == pytest.approx(float(expected[name]["value"]), rel=1e-5)
        assert inference.std_error == pytest.approx(float(expected[name]["se"]), rel=1e-5)
    assert found.memory == pytest.approx(float(expected["memory"]["value"]), abs=1e-5)
    assert season_p_value(values, 24, parts) == pytest.approx(float(expected["season p"]["value"]), rel=1e-9)
    assert season_p_value(values[:16], 8, parts[:16]) == 1.0  # nothing is left to tell months by
