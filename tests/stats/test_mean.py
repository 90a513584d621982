"""Reference case 16 (sleep): R's t.test; scipy for Welch."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaln

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.mean import hedges_g, hedges_g_av, mean, mean_difference, paired_mean_difference

CASE = Path(__file__).parents[1] / "reference" / "16-survival-rank-published"
SLEEP = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}[
    "sleep.paired"
]


def counted(values):
    levels, counts = np.unique(values, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def paired(before, after):
    levels = np.unique([*before, *after])
    table = np.zeros((levels.size, levels.size), dtype=int)
    np.add.at(table, (np.searchsorted(levels, before), np.searchsorted(levels, after)), 1)
    return PairedCounts(levels=levels, table=table)


def sleep():
    rows = list(csv.DictReader((CASE / "sleep.csv").read_text().splitlines()))
    return [[float(row[name]) for row in rows] for name in ("drug1", "drug2")]


def test_sleep_agrees_with_r():
    found = paired_mean_difference(paired(*sleep()))
    assert found.value == pytest.approx(SLEEP["mean_diff"], rel=1e-12)
    assert found.interval.low == pytest.approx(SLEEP["low"], rel=1e-10)
    assert found.interval.high == pytest.approx(SLEEP["high"], rel=1e-10)
    assert found.statistic == pytest.approx(-SLEEP["t"], rel=1e-12)
    assert found.p_value == pytest.approx(SLEEP["p"], rel=1e-10)
    assert found.degrees == SLEEP["df"]


def test_g_av_of_sleep_by_its_definition():
    # g_z of the reference is corrected by the same J(9); g_av divides by the root mean of the two variances instead
    before, after = sleep()
    correction = SLEEP["g_z"] / SLEEP["d_z"]
    average = np.sqrt((np.var(before, ddof=1) + np.var(after, ddof=1)) / 2)
    found = hedges_g_av(paired(before, after))
    assert found.value == pytest.approx(correction * SLEEP["mean_diff"] / average, rel=1e-10)
    # at its limits the statistic seen is the 97.5th and the 2.5th percentile of the noncentral t
    scale = found.value / found.statistic
    for limit, probability in ((found.interval.low, 0.975), (found.interval.high, 0.025)):
        shift = limit / scale
        assert scipy.stats.nct.cdf(-SLEEP["t"], 9, shift) == pytest.approx(probability, abs=1e-9)


answers = st.lists(st.integers(1, 5), min_size=3, max_size=40).filter(lambda values: len(set(values)) > 1)


@given(answers, answers)
def test_welch_agrees_with_scipy_and_swaps(first, second):
    found, back = mean_difference(counted(first), counted(second)), mean_difference(counted(second), counted(first))
    peer = scipy.stats.ttest_ind(first, second, equal_var=False)
    interval = peer.confidence_interval()
    assert found.interval.low == pytest.approx(interval.low, abs=1e-10)
    assert found.interval.high == pytest.approx(interval.high, abs=1e-10)
    assert found.p_value == pytest.approx(peer.pvalue, rel=1e-8, abs=1e-14)
    assert found.degrees == pytest.approx(peer.df, rel=1e-9)
    assert back.interval.high == pytest.approx(-found.interval.low, abs=1e-12)


@given(answers)
def test_one_mean_agrees_with_scipy(values):
    found, peer = mean(counted(values)), scipy.stats.ttest_1samp(values, 0).confidence_interval()
    assert found.interval.low == pytest.approx(peer.low, abs=1e-10)
    assert found.interval.high == pytest.approx(peer.high, abs=1e-10)


@given(answers, answers)
def test_g_inverts_the_noncentral_t(first, second):
    found = hedges_g(counted(first), counted(second))
    n_1, n_2 = len(first), len(second)
    degrees = n_1 + n_2 - 2
    pooled = np.sqrt(((n_1 - 1) * np.var(first, ddof=1) + (n_2 - 1) * np.var(second, ddof=1)) / degrees)
    d = (np.mean(first) - np.mean(second)) / pooled
    # Hedges' approximate correction 1 - 3 / (4 df - 1) is good to a few parts in a thousand
    assert found.value == pytest.approx(d * (1 - 3 / (4 * degrees - 1)), rel=0.01, abs=1e-12)
    assert found.interval.low <= found.interval.high
    correction = np.sqrt(2 / degrees) * np.exp(gammaln(degrees / 2) - gammaln((degrees - 1) / 2))
    for limit, probability in ((found.interval.low, 0.975), (found.interval.high, 0.025)):
        statistic = d * np.sqrt(n_1 * n_2 / (n_1 + n_2))
        shift = limit / (correction * np.sqrt(1 / n_1 + 1 / n_2))
        assert scipy.stats.nct.cdf(statistic, degrees, shift) == pytest.approx(probability, abs=1e-8)


def test_many_pairs_and_a_huge_effect_stay_finite():
    pairs = PairedCounts(levels=[1, 2, 3], table=[[10, 400_000, 500_000], [0, 10, 100_000], [0, 0, 10]])
    found = hedges_g_av(pairs)
    assert found.interval.low < found.value < found.interval.high
    assert found.interval.high - found.interval.low < 0.05


def test_answers_that_do_not_vary():
    same, other = AnswerCounts(levels=[2], counts=[5]), AnswerCounts(levels=[3], counts=[4])
    difference = mean_difference(other, same)
    assert (difference.value, difference.interval.low, difference.interval.high) == (1.0, -math.inf, math.inf)
    assert (difference.p_value, difference.curve, difference.varied) == (None, None, False)
    # seven times 1.1 is not 7.7 in floating point, and its mean not 1.1: rounding is no variation
    assert not mean(AnswerCounts(levels=[1.1], counts=[7])).varied
    with pytest.raises(ValueError, match="answers that differ"):
        hedges_g(other, same)
    with pytest.raises(ValueError, match="answers that differ"):
        hedges_g_av(PairedCounts(levels=[1, 2], table=[[5, 0], [0, 0]]))
    with pytest.raises(ValueError, match="changes that differ"):
        hedges_g_av(PairedCounts(levels=[1, 2, 3], table=[[0, 5, 0], [0, 0, 5], [0, 0, 0]]))


def test_too_few_are_refused():
    with pytest.raises(ValueError, match="at least two answers are needed; got 1"):
        mean(AnswerCounts(levels=[1, 2], counts=[1, 0]))
    with pytest.raises(ValueError, match="at least 2 degrees of freedom"):
        hedges_g_av(PairedCounts(levels=[1, 2], table=[[1, 1], [0, 0]]))


def test_the_error_of_g_is_that_of_its_interval():
    # a g of 6 from 20 and 20: Hedges & Olkin 1985, page 86: its variance is 2 / 20 + g**2 / (2 * 38)
    first = AnswerCounts(levels=[9, 10, 11], counts=[5, 10, 5])
    second = AnswerCounts(levels=[5, 6, 7], counts=[5, 10, 5])
    found = hedges_g(first, second)
    assert found.std_error == pytest.approx((found.interval.high - found.interval.low) / (2 * 1.959964), rel=1e-6)
    assert found.std_error == pytest.approx(math.sqrt(0.1 + found.value**2 / 76), rel=0.05)
