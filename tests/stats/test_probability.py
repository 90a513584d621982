import json
import math
from pathlib import Path

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import Curve
from effektmatt.stats.paired_ratio import paired_ratio
from effektmatt.stats.paired_shares import tango
from effektmatt.stats.probability import above

CASE = Path(__file__).parents[1] / "reference" / "13-target-one-proportion"
TARGETS = [
    entry["value"]
    for entry in json.loads((CASE / "reference.json").read_text())["results"]
    if entry["id"].startswith("target")
]


def probability(kind, *parameters, threshold):
    return above(Curve(kind=kind, parameters=parameters), threshold)


@pytest.mark.parametrize("case", TARGETS, ids=lambda case: f"{case['x']}/{case['n']}")
def test_posteriors_agree_with_r(case):
    hits, n, target = case["x"], case["n"], case["target"]
    jeffreys = probability("beta", hits + 0.5, n - hits + 0.5, threshold=target)
    uniform = probability("beta", hits + 1, n - hits + 1, threshold=target)
    assert jeffreys == pytest.approx(case["posterior_ge_target_jeffreys"], rel=1e-10)
    assert uniform == pytest.approx(case["posterior_ge_target_uniform"], rel=1e-10)


@given(st.integers(0, 60), st.data())
def test_beta_binomial_agrees_with_scipy(n, data):
    hits = data.draw(st.integers(0, n))
    missing = data.draw(st.integers(1, 300))
    needed = data.draw(st.integers(0, n + missing))
    found = probability("beta-binomial", hits, n, n + missing, threshold=needed / (n + missing))
    peer = scipy.stats.betabinom.sf(needed - hits - 1, missing, hits + 0.5, n - hits + 0.5)
    assert found == pytest.approx(peer, abs=1e-9)


def test_a_census_is_certain_and_survives_floating_point():
    assert probability("beta-binomial", 48, 60, 60, threshold=0.8) == 1.0
    assert probability("beta-binomial", 47, 60, 60, threshold=0.8) == 0.0
    assert probability("beta-binomial", 7, 100, 100, threshold=0.07) == 1.0
    assert probability("step", 0.1 + 0.2, threshold=0.3) == 1.0
    assert probability("step", 0.3, threshold=0.31) == 0.0


def test_beta_binomial_nears_the_posterior_in_a_huge_population():
    huge = probability("beta-binomial", 800, 1000, 3_000_000, threshold=0.8)
    assert huge == pytest.approx(probability("beta", 800.5, 200.5, threshold=0.8), abs=1e-5)


def test_normal_t_and_log_normal_read_one_minus_p_over_two_at_nought():
    assert probability("normal", 1.959963984540054, 1.0, threshold=0) == pytest.approx(0.975, rel=1e-12)
    assert probability("t", 1.58, 1.58 / 4.06212768338204, 9, threshold=0) == pytest.approx(
        1 - 0.00283289019738427 / 2, rel=1e-10
    )
    assert probability("log-normal", math.log(1.7), 0.1, threshold=0.7) == pytest.approx(0.5)
    assert probability("log-normal", math.log(1.7), 0.1, threshold=-1) == 1.0
    assert probability("log-t", math.log(1.7), 0.1, 4, threshold=0.7) == pytest.approx(0.5)
    assert probability("log-t", math.log(1.7), 0.1, 4, threshold=1.0) == pytest.approx(
        scipy.stats.t.sf(math.log(2 / 1.7) / 0.1, 4)
    )


@pytest.mark.parametrize("kind", ["normal", "t"])
def test_no_spread_is_a_step(kind):
    parameters = (2.0, 0.0) if kind == "normal" else (2.0, 0.0, 5.0)
    assert probability(kind, *parameters, threshold=2.0) == 1.0
    assert probability(kind, *parameters, threshold=2.1) == 0.0


@pytest.mark.parametrize("threshold", [-0.5, -0.1, 0.0, 0.05, 0.3, 0.7])
@pytest.mark.parametrize(
    "parameters",
    [
        (56.5, 14.5, 48.5, 32.5),
        (0.5, 10.5, 0.5, 20.5),  # 0 of 10 and 0 of 20
        (10.5, 0.5, 0.5, 10.5),  # all and none
        (3000.5, 1000.5, 2.5, 1.5),  # one distribution a needle beside the other
        (0.5, 7.5, 26085.5, 0.5),
    ],
)
def test_two_posteriors_agree_with_brute_force(parameters, threshold):
    later, earlier = scipy.stats.beta(*parameters[:2]), scipy.stats.beta(*parameters[2:])
    quantiles = later.ppf((np.arange(100_000) + 0.5) / 100_000)
    difference = earlier.cdf(quantiles - threshold).mean()
    ratio = earlier.cdf(quantiles / (1 + threshold)).mean()
    # the mid-point rule of the brute force is good to about one part in its 100 000 points at a jump
    assert probability("beta-difference", *parameters, threshold=threshold) == pytest.approx(difference, abs=5e-6)
    assert probability("beta-ratio", *parameters, threshold=threshold) == pytest.approx(ratio, abs=5e-6)


def test_two_equal_posteriors_are_even():
    assert probability("beta-difference", 3.5, 8.5, 3.5, 8.5, threshold=0.0) == pytest.approx(0.5, abs=1e-13)
    assert probability("beta-ratio", 3.5, 8.5, 3.5, 8.5, threshold=0.0) == pytest.approx(0.5, abs=1e-13)


def test_uniform_posteriors_have_a_closed_form():
    # P(U1 - U0 >= t) = (1 - t)^2 / 2, P(U1 / U0 >= r) = 1 / (2 r) for r >= 1
    assert probability("beta-difference", 1, 1, 1, 1, threshold=0.3) == pytest.approx(0.7**2 / 2, abs=1e-13)
    assert probability("beta-ratio", 1, 1, 1, 1, threshold=0.7) == pytest.approx(1 / 3.4, abs=1e-13)


@pytest.mark.parametrize("kind", ["beta", "beta-difference", "beta-binomial"])
def test_impossible_and_certain_thresholds(kind):
    parameters = {"beta": (3, 2), "beta-difference": (3, 2, 2, 3), "beta-binomial": (3, 5, 9)}[kind]
    assert probability(kind, *parameters, threshold=1.5) == 0.0
    assert probability(kind, *parameters, threshold=-1.5) == 1.0


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_a_higher_threshold_is_never_more_probable(first, second):
    low, high = sorted((first, second))
    for kind, parameters in {
        "beta": (3.5, 8.5),
        "beta-binomial": (3, 11, 20),
        "normal": (0.1, 0.3),
        "t": (0.1, 0.3, 4),
        "log-normal": (0.1, 0.3),
        "log-t": (0.1, 0.3, 6),
        "beta-difference": (3.5, 8.5, 2.5, 1.5),
        "beta-ratio": (3.5, 8.5, 2.5, 1.5),
    }.items():
        assert probability(kind, *parameters, threshold=low) >= probability(kind, *parameters, threshold=high) - 1e-12


def test_unknown_kinds_and_wrong_parameters_say_what_was_expected():
    with pytest.raises(ValueError, match="one of step, normal"):
        probability("gamma", 1, 2, threshold=0)
    with pytest.raises(ValueError, match="has 3 parameter"):
        probability("t", 1, 2, threshold=0)
    with pytest.raises(ValueError, match="NaN"):
        probability("step", 1, threshold=math.nan)
    with pytest.raises(ValueError, match="whole numbers"):
        probability("beta-binomial", 1.5, 3, 5, threshold=0.5)


@pytest.mark.parametrize("table", [(1, 1, 7, 12), (59, 6, 16, 80), (0, 9, 0, 3), (10, 0, 0, 10)])
def test_the_probability_of_a_paired_share_agrees_with_its_interval(table):
    """The interval ends where the probability of lying above is 97.5 or 2.5 per cent."""
    for kind, interval in (("paired-difference", tango(*table)), ("paired-ratio", paired_ratio(*table))):
        for limit, expected in ((interval.low, 0.975), (interval.high, 0.025)):
            if -1 < limit < (1 if kind == "paired-difference" else math.inf):
                assert probability(kind, *table, threshold=limit) == pytest.approx(expected, abs=1e-6)
        assert probability(kind, *table, threshold=-1.0) == 1.0
    assert probability("paired-difference", *table, threshold=1.0) == 0.0


def test_log_t_is_t_on_the_scale_of_the_logarithm():
    found = probability("log-t", math.log(1.5), 0.2, 7, threshold=0.2)
    assert found == pytest.approx(scipy.stats.t.sf((math.log(1.2) - math.log(1.5)) / 0.2, 7), rel=1e-12)
    assert probability("log-t", 0.1, 0.2, 7, threshold=-1.0) == 1.0
