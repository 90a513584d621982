"""Reference case 13: R's binom.test, qbeta, phyper and uniroot (reference.R beside the numbers)."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.share import (
    clopper_pearson,
    hypergeometric,
    possible_range,
    smallest_count,
    tipping_point,
    wilson_limits,
)

CASE = Path(__file__).parents[1] / "reference" / "13-target-one-proportion"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}
INSTRUCTORS = {
    entry["id"]: entry["value"]
    for entry in json.loads((CASE.parent / "17-carpentries-text-labels" / "reference.json").read_text())["results"]
    if "wilson" in entry["value"]
}
TARGETS = [value for name, value in REFERENCE.items() if name.startswith("target")]


def wilson(hits, n, level=0.95):
    return wilson_limits(hits, n, level)


METHODS = {"wilson95": wilson, "clopper_pearson95": clopper_pearson}

shares = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("case", TARGETS, ids=lambda case: f"{case['x']}/{case['n']}")
@pytest.mark.parametrize("name", METHODS)
def test_two_sided_intervals_agree_with_r(case, name):
    interval = METHODS[name](case["x"], case["n"])
    # uniroot stops at 1e-12 in p; beta quantiles agree to the last digits
    tolerance = 1e-9 if name == "midp95" else 1e-12
    assert interval.low == pytest.approx(case[name]["low"], rel=1e-11, abs=tolerance)
    assert interval.high == pytest.approx(case[name]["high"], rel=1e-11, abs=tolerance)


@pytest.mark.parametrize("case", INSTRUCTORS.values(), ids=INSTRUCTORS)
def test_instructors_who_agree(case):
    interval = wilson_limits(case["agree"], case["n"], 0.95)
    assert interval.low == pytest.approx(case["wilson"]["low"], rel=1e-12)
    assert interval.high == pytest.approx(case["wilson"]["high"], rel=1e-12)


@pytest.mark.parametrize(
    "row", list(csv.DictReader((CASE / "newcombe1998a.csv").read_text().splitlines())), ids=lambda row: row["n"]
)
def test_newcombe_1998_table_one(row):
    hits, n = int(row["x"]), int(row["n"])
    computed = REFERENCE[f"newcombe1998a {hits}/{n}"]
    for name, method in {"wilson": wilson, "clopper_pearson": clopper_pearson}.items():
        interval = method(hits, n)
        assert interval.low == pytest.approx(computed[name]["low"], rel=1e-11, abs=1e-15)
        assert interval.high == pytest.approx(computed[name]["high"], rel=1e-11)
    for column, method in {"wilson": wilson, "cp": clopper_pearson}.items():
        interval = method(hits, n)
        assert interval.low == pytest.approx(float(row[f"{column}_low"]), abs=0.51e-4)
        assert interval.high == pytest.approx(float(row[f"{column}_high"]), abs=0.51e-4)


@pytest.mark.parametrize(
    "case", [case for case in TARGETS if "finite_population" in case], ids=lambda case: f"{case['x']}/{case['n']}"
)
def test_hypergeometric_limits_agree_with_r(case):
    finite = case["finite_population"]
    interval = hypergeometric(case["x"], case["n"], finite["N"])
    assert round(interval.low * finite["N"]) == finite["low_count"]
    assert round(interval.high * finite["N"]) == finite["high_count"]
    assert interval.low == pytest.approx(finite["low_share"], rel=1e-14)
    assert interval.high == pytest.approx(finite["high_share"], rel=1e-14)
    one_sided = hypergeometric(case["x"], case["n"], finite["N"], level=0.90)
    assert round(one_sided.low * finite["N"]) == finite["lower_one_sided_95_count"]
    assert smallest_count(case["target"], finite["N"]) == finite["smallest_number_that_meets_target"]


def test_eighty_per_cent_is_first_assured_where_the_design_says():
    for hits, n in ((20, 20), (46, 50), (89, 100), (172, 200), (336, 400)):
        assert clopper_pearson(hits, n).low > 0.80
        assert clopper_pearson(hits - 1, n).low < 0.80


def test_ten_of_ten_among_twelve_proves_eighty_per_cent():
    assert hypergeometric(10, 10, 12).low >= 0.80
    assert clopper_pearson(10, 10).low < 0.80


def test_the_projects_worked_example():
    assert possible_range(340, 400, 720).low == pytest.approx(0.4722, abs=5e-5)
    assert possible_range(340, 400, 720).high == pytest.approx(0.9167, abs=5e-5)
    assert tipping_point(340, 400, 720, 0.80) == (236, 320)
    manski = REFERENCE["manski 45 improved of 65 answering, 120 trained"]
    bounds = possible_range(45, 65, 120)
    assert bounds.low == pytest.approx(manski["low"], rel=1e-14)
    assert bounds.high == pytest.approx(manski["high"], rel=1e-14)


def test_one_missing_leaves_a_hundred_per_cent_open_and_one_failure_refutes_it():
    assert possible_range(19, 19, 20).high == 1.0
    assert tipping_point(19, 19, 20, 1.0) == (1, 1)
    assert possible_range(18, 19, 20).high < 1.0
    assert tipping_point(18, 19, 20, 1.0) == (2, 1)


def test_nobody_answered_leaves_everything_possible():
    assert (possible_range(0, 0, 12).low, possible_range(0, 0, 12).high) == (0.0, 1.0)
    assert tipping_point(0, 0, 12, 0.75) == (9, 12)


def test_nobody_in_the_population_is_refused():
    with pytest.raises(ValueError, match="population must be at least 1"):
        possible_range(0, 0, 0)


@given(st.integers(1, 10_000), st.integers(1, 999))
def test_smallest_count_is_exact_for_decimal_targets(population, thousandths):
    assert smallest_count(thousandths / 1000, population) == -(-thousandths * population // 1000)


@given(shares, st.sampled_from([0.8, 0.95, 0.99]))
def test_every_interval_holds_the_share_and_mirrors(share, level):
    hits, n = share
    for method in METHODS.values():
        interval, mirrored = method(hits, n, level), method(n - hits, n, level)
        assert 0 <= interval.low <= hits / n <= interval.high <= 1
        assert interval.low == pytest.approx(1 - mirrored.high, abs=1e-11)
        assert interval.high == pytest.approx(1 - mirrored.low, abs=1e-11)


@given(shares, st.integers(0, 200))
def test_hypergeometric_holds_the_possible_and_mirrors(share, missing):
    hits, n = share
    interval, mirrored = hypergeometric(hits, n, n + missing), hypergeometric(n - hits, n, n + missing)
    bounds = possible_range(hits, n, n + missing)
    assert bounds.low <= interval.low <= interval.high <= bounds.high
    assert interval.low == pytest.approx(1 - mirrored.high, abs=1e-12)


def test_a_census_has_no_width_and_a_huge_population_nears_the_binomial():
    assert hypergeometric(48, 60, 60).low == hypergeometric(48, 60, 60).high == 0.8
    huge, process = hypergeometric(340, 400, 10_000_000), clopper_pearson(340, 400)
    assert huge.low == pytest.approx(process.low, abs=1e-5)
    assert huge.high == pytest.approx(process.high, abs=1e-5)


def test_a_level_of_95_is_refused():
    with pytest.raises(ValueError, match=r"for example 0\.95"):
        clopper_pearson(1, 2, 95)
