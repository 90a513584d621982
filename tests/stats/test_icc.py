"""Reference case 10: one-way ANOVA and lme4's REML, from R."""

import numpy as np
import pytest

from effektmatt.stats.icc import icc_anova
from stats import mystery_patients
from stats.mystery_patients import ITEMS, REFERENCE, VISITS


def sums(values):
    return [value for _, value in values], [visit["qutub_id"] for visit, _ in values]


def of_item(item):
    return sums(mystery_patients.item(item))


def test_the_visits_are_those_that_r_read():
    clinics = {visit["qutub_id"]: visit["public"] for visit in VISITS}
    assert REFERENCE["shape"] == {
        "visits": len(VISITS),
        "facilities": len(clinics),
        "public_visits": sum(visit["public"] == "1" for visit in VISITS),
        "public_facilities": sum(public == "1" for public in clinics.values()),
        "private_facilities": sum(public == "0" for public in clinics.values()),
    }
    sizes, clinics_of_size = np.unique(np.unique(of_item("correct")[1], return_counts=True)[1], return_counts=True)
    assert dict(zip(map(str, sizes), clinics_of_size, strict=True)) == REFERENCE["visits_per_facility"]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize(("kind", "public"), [("public", "1"), ("private", "0")])
def test_one_kind_of_clinic_agrees_with_r(item, kind, public):
    of_kind = [(visit, value) for visit, value in mystery_patients.item(item) if visit["public"] == public]
    assert icc_anova(*sums(of_kind)).value == pytest.approx(REFERENCE[item][f"icc_anova_within_{kind}"], rel=1e-8)


@pytest.mark.parametrize("item", ITEMS)
def test_anova_agrees_with_r(item):
    expected, found = REFERENCE[item]["icc_anova_all"], icc_anova(*of_item(item))
    assert found.value == pytest.approx(expected["icc"], rel=1e-9)
    assert found.between == pytest.approx(expected["msb"], rel=1e-10)
    assert found.within == pytest.approx(expected["msw"], rel=1e-10)
    assert found.mean_size == pytest.approx(expected["n0"], rel=1e-12)


def test_a_negative_correlation_is_told_as_it_is():
    assert icc_anova(*of_item("correct")).value < 0


@pytest.mark.parametrize("name", ["g11_rating_1_10", "courtesy_index"])
def test_scores_agree_with_r(name):
    expected, found = REFERENCE[name]["icc_anova"], icc_anova(*sums(mystery_patients.score(name)))
    assert found.value == pytest.approx(expected["icc"], rel=1e-9)
    assert found.between == pytest.approx(expected["msb"], rel=1e-9)
    assert found.within == pytest.approx(expected["msw"], rel=1e-9)
    assert found.mean_size == pytest.approx(expected["n0"], rel=1e-12)


def test_units_that_are_all_alike_inside():
    assert icc_anova([1, 1, 0, 0], [1, 1, 2, 2]).value == 1.0


def test_what_says_nothing_is_refused():
    with pytest.raises(ValueError, match="two units, and a unit with two"):
        icc_anova([1, 0], [1, 2])
    with pytest.raises(ValueError, match="that vary"):
        icc_anova([1, 1, 1, 1], [1, 1, 2, 2])
    with pytest.raises(ValueError, match="rows of one length"):
        icc_anova([1, 2], [1])


@pytest.mark.parametrize("far", [2.0**20, 2.0**30])
def test_large_numbers_that_are_alike_lose_no_digits(far):
    # sixty-fourths are exact beside 2**30, so that moving all values there changes nothing
    values = np.array([17, 19, 22, 40, 41, 39, 60, 66, 58]) / 64
    units = np.repeat(["a", "b", "c"], 3)
    near = icc_anova(values, units)
    assert icc_anova(values + far, units).value == pytest.approx(near.value, rel=1e-9)
    # mean squares in sixty-fourths, by hand: 11 908 / 9 between, 74 / 9 within
    assert near.between / near.within == pytest.approx(11908 / 74, rel=1e-12)
