"""Reference cases 07, 13 and 17: binom.test, phyper, fisher.test and prop.test of R."""

import json
from pathlib import Path

import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.share import clopper_pearson, hypergeometric
from effektmatt.stats.share_tests import finite_target_test, target_test, two_share_test

CASES = Path(__file__).parents[1] / "reference"


def reference(case):
    entries = json.loads((CASES / case / "reference.json").read_text())["results"]
    return {entry["id"]: entry["value"] for entry in entries}


TARGETS = {name: value for name, value in reference("13-target-one-proportion").items() if name.startswith("target")}
FINITE = {name: value for name, value in TARGETS.items() if "finite_population" in value}
TABLES = {
    name: value for name, value in reference("07-proportions-published").items() if name.startswith("independent")
}
WAVES = {name: value for name, value in reference("17-carpentries-text-labels").items() if "p_chi2_2x2" in value}

shares = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("case", TARGETS.values(), ids=TARGETS)
def test_a_target_agrees_with_r(case):
    found = target_test(case["x"], case["n"], case["target"])
    assert found.greater == pytest.approx(case["p_exact_greater"], rel=1e-10)
    assert found.less == pytest.approx(case["p_exact_less"], rel=1e-10)
    assert found.two_sided == pytest.approx(case["p_exact_two_sided"], rel=1e-10)
    assert found.mid_p == pytest.approx(case["p_midp_greater"], rel=1e-10)
    assert found.score == pytest.approx(case["p_score_greater"], rel=1e-10)


@pytest.mark.parametrize("case", FINITE.values(), ids=FINITE)
def test_a_target_for_n_of_a_known_number_agrees_with_r(case):
    finite = case["finite_population"]
    found = finite_target_test(case["x"], case["n"], finite["N"], case["target"])
    assert found == pytest.approx(finite["p_hypergeometric_greater"], rel=1e-9)


@given(shares, st.floats(0.01, 0.99))
def test_two_sided_agrees_with_scipy(share, target):
    peer = scipy.stats.binomtest(*share, target).pvalue
    # where two counts are as likely to within rounding, scipy and this test may count them differently
    assert target_test(*share, target).two_sided == pytest.approx(peer, rel=1e-6)


@given(shares)
def test_the_test_and_the_interval_say_the_same(share):
    hits, n = share
    low = clopper_pearson(hits, n, 0.95).low
    if low > 1e-9:
        assert target_test(hits, n, low).greater == pytest.approx(0.025, rel=1e-8)


@given(shares, st.integers(0, 40), st.floats(0.01, 1))
def test_the_finite_test_and_interval_say_the_same(share, missing, target):
    hits, n = share
    population = n + missing
    surely_met = hypergeometric(hits, n, population, 0.95).low * population >= target * population - 1e-9
    assert (finite_target_test(hits, n, population, target) <= 0.025) == surely_met


@pytest.mark.parametrize("case", TABLES.values(), ids=TABLES)
def test_fisher_agrees_with_r(case):
    found = two_share_test(case["x1"], case["n1"], case["x2"], case["n2"])
    assert found.exact == pytest.approx(case["fisher_p"], rel=1e-10)


@pytest.mark.parametrize("case", WAVES.values(), ids=WAVES)
def test_two_waves_agree_with_prop_test(case):
    hits_1, hits_2 = sum(case["counts1"][3:]), sum(case["counts2"][3:])
    found = two_share_test(hits_2, case["n2"], hits_1, case["n1"])
    assert found.asymptotic == pytest.approx(case["p_chi2_2x2"], rel=1e-10)


@given(shares, shares)
def test_two_shares_agree_with_scipy_and_swap(first, second):
    (hits_1, n_1), (hits_2, n_2) = first, second
    table = [[hits_1, n_1 - hits_1], [hits_2, n_2 - hits_2]]
    found, swapped = two_share_test(*first, *second), two_share_test(*second, *first)
    assert found.exact == pytest.approx(scipy.stats.fisher_exact(table).pvalue, rel=1e-8)
    assert swapped.exact == pytest.approx(found.exact, rel=1e-8)
    assert swapped.statistic == found.statistic
    if found.statistic is None:
        assert hits_1 + hits_2 in {0, n_1 + n_2}
    else:
        peer = scipy.stats.chi2_contingency(table, correction=False)
        assert (found.statistic, found.asymptotic) == pytest.approx((peer.statistic, peer.pvalue), rel=1e-9)


@pytest.mark.parametrize("counts", [(5000, 10_000, 4000, 10_000), (780, 1000, 500, 1000), (2, 50_000, 900, 60_000)])
def test_tiny_p_values_are_not_rounded_to_nought(counts):
    hits_1, n_1, hits_2, n_2 = counts
    peer = scipy.stats.fisher_exact([[hits_1, n_1 - hits_1], [hits_2, n_2 - hits_2]]).pvalue
    assert two_share_test(*counts).exact == pytest.approx(peer, rel=1e-9, abs=0)


def test_a_tiny_p_value_does_not_say_that_the_target_is_met_already():
    # phyper(4499, 7999, 2001, 5000, lower.tail = FALSE)
    assert finite_target_test(4500, 5000, 10_000, 0.8) == pytest.approx(2.6606762016974e-143, rel=1e-9, abs=0)
    assert 0 < finite_target_test(2_000_000, 2_100_000, 5_000_000, 0.8) < 1e-300


def test_a_target_of_everybody_or_in_per_cent_is_refused():
    for target in (80, 1.0, 0.0):
        with pytest.raises(ValueError, match="between 0 and 1"):
            target_test(8, 10, target)
    with pytest.raises(ValueError, match="smaller than n"):
        finite_target_test(8, 10, 9, 0.8)
    assert finite_target_test(10, 10, 10, 1.0) == 0.0
    assert finite_target_test(9, 10, 12, 1.0) == 1.0
