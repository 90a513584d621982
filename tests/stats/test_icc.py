"""Reference case 10: one-way ANOVA and lme4's REML, from R."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from effektmatt.stats.icc import design_effect, icc_anova, icc_reml

CASE = Path(__file__).parents[1] / "reference" / "10-mumbai-standardised-patients"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}
VISITS = list(csv.DictReader((CASE / "data.csv").read_text().splitlines()))
ITEMS = [name for name, value in REFERENCE.items() if isinstance(value, dict) and "icc_anova_all" in value]


def sums(values):
    units = {unit: place for place, unit in enumerate(sorted({unit for unit, _ in values}))}
    n, total, squares = np.zeros(len(units)), np.zeros(len(units)), np.zeros(len(units))
    for unit, value in values:
        n[units[unit]] += 1
        total[units[unit]] += value
        squares[units[unit]] += value**2
    return n, total, squares


def of_item(item):
    return sums([(row["qutub_id"], int(row[item])) for row in VISITS if row[item] in {"0", "1"}])


@pytest.mark.parametrize("item", ITEMS)
def test_anova_agrees_with_r(item):
    expected, found = REFERENCE[item]["icc_anova_all"], icc_anova(*of_item(item))
    assert found.value == pytest.approx(expected["icc"], rel=1e-9)
    assert found.between == pytest.approx(expected["msb"], rel=1e-10)
    assert found.within == pytest.approx(expected["msw"], rel=1e-10)
    assert found.mean_size == pytest.approx(expected["n0"], rel=1e-12)


@pytest.mark.parametrize("item", ITEMS)
def test_reml_agrees_with_lme4(item):
    # lme4 stops its search at about four digits of the standard deviations
    assert icc_reml(*of_item(item)).value == pytest.approx(REFERENCE[item]["icc_reml_all"], rel=2e-4, abs=1e-6)


def test_a_negative_correlation_is_told_as_it_is():
    assert icc_anova(*of_item("correct")).value < 0
    assert icc_reml(*of_item("correct")).value == 0.0


def test_ratings_from_one_to_ten():
    expected = REFERENCE["g11_rating_1_10"]["icc_anova"]
    found = icc_anova(*sums([(row["qutub_id"], float(row["g11"])) for row in VISITS if row["g11"]]))
    assert found.value == pytest.approx(expected["icc"], rel=1e-9)


def test_equal_sizes_make_reml_the_analysis_of_variance():
    rng = np.random.default_rng(5)
    y = rng.normal(size=(30, 1)) + rng.normal(size=(30, 6))
    sums_of = np.full(30, 6.0), y.sum(axis=1), (y**2).sum(axis=1)
    assert icc_reml(*sums_of).value == pytest.approx(icc_anova(*sums_of).value, rel=1e-6)


def test_units_that_are_all_alike_inside():
    assert icc_anova([2, 2], [2, 0], [2, 0]).value == 1.0
    assert icc_reml([2, 2], [2, 0], [2, 0]).value == 1.0
    assert design_effect(1.0, [4, 4]) == 4.0


def test_too_little_is_refused():
    with pytest.raises(ValueError, match="two units, and a unit with two"):
        icc_anova([1, 1], [1, 0], [1, 0])
    with pytest.raises(ValueError, match="that vary"):
        icc_anova([2, 2], [2, 2], [2, 2])
    with pytest.raises(ValueError, match="one length"):
        icc_anova([2, 2], [2], [2, 2])
