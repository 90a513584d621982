"""statsmodels' rank_compare_2indep and scipy are the peers; case 16 and the decided permits of 09 come from R."""

import csv
import itertools
import json
from pathlib import Path

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.nonparametric import rank_compare_2indep

from effektmatt.core import AnswerCounts
from effektmatt.stats.ordinal_independent import mann_whitney, probability_higher

CASES = Path(__file__).parents[1] / "reference"


def reference(case):
    return {
        entry["id"]: entry["value"] for entry in json.loads((CASES / case / "reference.json").read_text())["results"]
    }


def rows(case, file):
    return list(csv.DictReader((CASES / case / file).read_text().splitlines()))


def counted(values):
    levels, counts = np.unique(values, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


answers = st.lists(st.integers(1, 5), min_size=2, max_size=40)


@given(answers, answers)
def test_probability_higher_agrees_with_statsmodels(first, second):
    found = probability_higher(counted(first), counted(second))
    if found.interval.method != "brunner-munzel":
        return
    peer = rank_compare_2indep(np.array(first), np.array(second))
    low, high = peer.conf_int(alpha=0.05)
    assert found.value == pytest.approx(peer.prob1, rel=1e-12)
    assert found.interval.low == pytest.approx(max(0, low), abs=1e-10)
    assert found.interval.high == pytest.approx(min(1, high), abs=1e-10)
    assert found.p_value == pytest.approx(peer.pvalue, rel=1e-8, abs=1e-12)


@given(answers, answers)
def test_swapping_groups_mirrors_round_one_half(first, second):
    forth, back = (
        probability_higher(counted(first), counted(second)),
        probability_higher(counted(second), counted(first)),
    )
    assert forth.value == pytest.approx(1 - back.value, abs=1e-12)
    assert forth.interval.low == pytest.approx(1 - back.interval.high, abs=1e-9)
    assert 0 <= forth.interval.low <= forth.value <= forth.interval.high <= 1
    mean_sign = np.mean(np.sign(np.subtract.outer(first, second)))
    assert 2 * forth.value - 1 == pytest.approx(mean_sign, abs=1e-12)


def test_permeability_and_permits_agree_with_r():
    kept = rows("16-survival-rank-published", "permeability.csv")
    term, early = (
        [float(row["y"]) for row in kept if (row["group"] == "at term") is is_term] for is_term in (True, False)
    )
    expected = reference("16-survival-rank-published")["permeability.rank_sum"]
    test = mann_whitney(counted(term), counted(early))
    assert test.statistic == expected["W"]
    assert test.p_value == pytest.approx(expected["p_two_sided_exact"], rel=1e-12)
    assert test.greater == pytest.approx(expected["p_greater_exact"], rel=1e-12)
    assert test.greater == pytest.approx(0.1272, abs=5e-5)  # as printed
    turned = mann_whitney(counted(early), counted(term))
    assert (turned.less, turned.greater) == (pytest.approx(test.greater), pytest.approx(test.less))
    assert 2 * probability_higher(counted(term), counted(early)).value - 1 == pytest.approx(
        expected["cliffs_delta"], rel=1e-12
    )

    decided = [row for row in rows("09-isleofman-planning", "derived_cases.csv") if row["status"] == "1"]
    later, earlier = (counted([int(row["time"]) for row in decided if row["half"] == half]) for half in ("H2", "H1"))
    trap = reference("09-isleofman-planning")["trap.closed_only"]
    assert mann_whitney(later, earlier).p_value == pytest.approx(trap["p"], rel=1e-9)
    assert 2 * probability_higher(later, earlier).value - 1 == pytest.approx(trap["cliffs_delta"], rel=1e-12)


@given(answers, answers)
def test_mann_whitney_z_agrees_with_scipy(first, second):
    found = mann_whitney(counted(first), counted(second))
    if len(set(first + second)) == 1:
        assert found.p_value == 1.0
        return
    peer = scipy.stats.mannwhitneyu(first, second, method="asymptotic", use_continuity=False)
    assert found.statistic == pytest.approx(peer.statistic)
    assert 2 * scipy.stats.norm.sf(abs(found.z)) == pytest.approx(peer.pvalue, rel=1e-9)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.lists(st.integers(1, 4), min_size=1, max_size=6))
def test_mann_whitney_counts_all_splits(first, second):
    found = mann_whitney(counted(first), counted(second))
    ranks = scipy.stats.rankdata(first + second)
    middle = len(first) * (len(ranks) + 1) / 2
    sums = [sum(ranks[list(picked)]) for picked in itertools.combinations(range(len(ranks)), len(first))]
    far = [abs(one - middle) >= abs(ranks[: len(first)].sum() - middle) - 1e-9 for one in sums]
    assert found.method == "mann-whitney-exact"
    assert found.p_value == pytest.approx(np.mean(far), rel=1e-12)
    seen = ranks[: len(first)].sum()
    assert found.statistic == seen - len(first) * (len(first) + 1) / 2  # exactly
    assert found.greater == pytest.approx(np.mean([one >= seen - 1e-9 for one in sums]), rel=1e-12)
    assert found.less == pytest.approx(np.mean([one <= seen + 1e-9 for one in sums]), rel=1e-12)


def test_large_groups_are_asymptotic_and_say_so():
    rng = np.random.default_rng(8)
    first, second = rng.integers(1, 6, 400), rng.integers(1, 6, 300)
    found = mann_whitney(counted(first), counted(second))
    assert found.method == "mann-whitney-asymptotic"
    peer = scipy.stats.mannwhitneyu(first, second, method="asymptotic", use_continuity=False)
    assert found.p_value == pytest.approx(peer.pvalue, rel=1e-9)
    for side in ("greater", "less"):
        peer = scipy.stats.mannwhitneyu(first, second, use_continuity=False, alternative=side, method="asymptotic")
        assert getattr(found, side) == pytest.approx(peer.pvalue, rel=1e-9)


@given(st.integers(2, 30), st.integers(2, 30))
def test_complete_separation_keeps_an_honest_width(n_1, n_2):
    higher, lower = AnswerCounts(levels=[5], counts=[n_1]), AnswerCounts(levels=[1], counts=[n_2])
    found = probability_higher(higher, lower)
    assert (found.value, found.interval.high, found.interval.method) == (1.0, 1.0, "newcombe-2006-5")
    assert found.interval.low < 1
    assert found.std_error > 0
    # the limit solves (1 - theta)^2 = z^2 V(theta), equation of method 5 with both sizes at their mean
    theta, others = found.interval.low, (n_1 + n_2) / 2 - 1
    variance = theta * (1 - theta) * (1 + others * ((1 - theta) / (2 - theta) + theta / (1 + theta))) / (n_1 * n_2)
    assert (1 - theta) ** 2 == pytest.approx(1.959963984540054**2 * variance, rel=1e-7)


def test_all_answers_alike_say_one_half_with_a_wide_interval():
    alike = AnswerCounts(levels=[3], counts=[10])
    found = probability_higher(alike, alike)
    assert found.value == 0.5
    assert found.interval.low < 0.3
    assert found.interval.high > 0.7


def test_millions_do_not_overflow():
    first = AnswerCounts(levels=[1, 2, 3], counts=[2_000_000, 4_000_000, 4_000_000])
    second = AnswerCounts(levels=[1, 2, 3], counts=[3_000_000, 4_000_000, 3_000_000])
    found = probability_higher(first, second)
    assert found.value == pytest.approx(0.4 * (0.3 + 0.2) + 0.4 * 0.85 + 0.2 * 0.15)
    assert mann_whitney(first, second).z > 100


def test_too_few_are_refused():
    one, two = AnswerCounts(levels=[1], counts=[1]), AnswerCounts(levels=[1, 2], counts=[1, 1])
    with pytest.raises(ValueError, match="at least two answers are needed in each group; got 1 and 2"):
        probability_higher(one, two)
    with pytest.raises(ValueError, match="at least one answer"):
        mann_whitney(AnswerCounts(levels=[1], counts=[0]), two)
