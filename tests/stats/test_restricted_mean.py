"""Reference cases 09 and 16: R (reference.R); the survRM2 vignette prints the same numbers for pbc."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtr, stdtrit

from effektmatt.core import DurationCounts
from effektmatt.stats.restricted_mean import (
    carried_on,
    restricted_mean,
    restricted_mean_difference,
    standardised_restricted_mean,
    standardised_restricted_mean_difference,
    unseen_days,
)
from effektmatt.stats.survival import kaplan_meier

CASES = Path(__file__).parents[1] / "reference"


def reference(case):
    return {
        entry["id"]: entry["value"] for entry in json.loads((CASES / case / "reference.json").read_text())["results"]
    }


def rows(case, file):
    return list(csv.DictReader((CASES / case / file).read_text().splitlines()))


PERMITS = reference("09-isleofman-planning")
PUBLISHED = reference("16-survival-rank-published")


def permits(half=None):
    kept = [row for row in rows("09-isleofman-planning", "derived_cases.csv") if half in (None, row["half"])]
    times = [int(row["time"]) for row in kept]
    return kaplan_meier(DurationCounts.from_times(times, [row["status"] == "1" for row in kept]))


def pbc(arm):
    kept = [row for row in rows("16-survival-rank-published", "pbc_rmst.csv") if row["arm"] == arm]
    days = [round(float(row["time_years"]) * 365.25) for row in kept]
    return kaplan_meier(DurationCounts.from_times(days, [row["status"] == "1" for row in kept]))


@pytest.mark.parametrize("tau", [56, 90])
def test_restricted_means_of_permits_agree_with_r(tau):
    for group in ("all", "H1", "H2"):
        expected = PERMITS[f"{group}.within_{tau}"]
        found = restricted_mean(permits(None if group == "all" else group), tau)
        assert found.value == pytest.approx(expected["rmst"], rel=1e-12)
        assert found.std_error == pytest.approx(expected["rmst_se"], rel=1e-11)
    expected = PERMITS[f"rmst_diff_H2_minus_H1_{tau}"]
    found = restricted_mean_difference(permits("H2"), permits("H1"), tau)
    assert found.value == pytest.approx(expected["diff"], rel=1e-11)
    assert found.std_error == pytest.approx(expected["se"], rel=1e-11)
    assert normal(found) == pytest.approx((expected["low"], expected["high"]), rel=1e-10)


def normal(found):
    """Return the limits with normal quantiles, as R's packages give them; ours are Student's."""
    half = 1.959963984540054 * found.std_error
    return found.value - half, found.value + half


def test_two_waves_of_closed_cases_have_welchs_degrees_of_freedom():
    first, second = [4, 9, 12, 20, 31, 18, 7], [30, 41, 12, 55, 60]
    curves = [kaplan_meier(DurationCounts.from_times(days, [True] * len(days))) for days in (first, second)]
    found = restricted_mean_difference(*curves, 100)
    # both variances have n where Welch's have n - 1
    parts = [np.var(days) / len(days) for days in (first, second)]
    degrees = sum(parts) ** 2 / (parts[0] ** 2 / 6 + parts[1] ** 2 / 4)
    half = stdtrit(degrees, 0.975) * np.sqrt(sum(parts))
    assert found.degrees == pytest.approx(degrees, rel=1e-12)
    assert found.interval.high - found.value == pytest.approx(half, rel=1e-12)


def test_no_limit_leaves_what_is_possible():
    few = kaplan_meier(DurationCounts.from_times([0, 0, 1, 3], [True] * 4))
    assert restricted_mean(few, 3).interval.low == 0
    assert restricted_mean(kaplan_meier(DurationCounts.from_times([1, 9, 9, 9], [True] * 4)), 9).interval.high == 9


def test_pbc_at_ten_years_agrees_with_r_and_the_survrm2_vignette():
    expected = PUBLISHED["pbc.rmst_tau10"]
    for arm, printed in (("1", (7.146, 0.283)), ("0", (7.283, 0.295))):
        found = restricted_mean(pbc(arm), 3652.5)
        assert found.value / 365.25 == pytest.approx(expected[f"arm{arm}"]["est"], rel=1e-11)
        assert found.std_error / 365.25 == pytest.approx(expected[f"arm{arm}"]["se"], rel=1e-11)
        assert (round(found.value / 365.25, 3), round(found.std_error / 365.25, 3)) == printed
    difference = restricted_mean_difference(pbc("1"), pbc("0"), 3652.5)
    assert difference.value / 365.25 == pytest.approx(expected["diff"], rel=1e-10)
    assert difference.std_error / 365.25 == pytest.approx(expected["se"], rel=1e-10)
    assert normal(difference) == pytest.approx((expected["low"] * 365.25, expected["high"] * 365.25), rel=1e-10)
    assert 2 * ndtr(-abs(difference.statistic)) == pytest.approx(expected["p"], rel=1e-10)


times = st.lists(st.integers(1, 60), min_size=2, max_size=60)


@given(times, st.integers(60, 90))
def test_when_all_are_closed_it_is_the_mean_and_its_plain_standard_error(days, tau):
    found = restricted_mean(kaplan_meier(DurationCounts.from_times(days, [True] * len(days))), tau)
    assert found.value == pytest.approx(np.mean(days), rel=1e-12)
    plain = np.std(days) / np.sqrt(len(days))
    assert found.std_error == pytest.approx(plain, rel=1e-7, abs=1e-7) if plain else not found.varied


@given(times, times)
def test_swapping_groups_flips_the_sign(first, second):
    curves = [kaplan_meier(DurationCounts.from_times(days, [True] * len(days))) for days in (first, second)]
    forth, back = restricted_mean_difference(*curves, 61), restricted_mean_difference(*curves[::-1], 61)
    assert forth.value == -back.value
    assert forth.interval.low == pytest.approx(-back.interval.high, abs=1e-12)


def test_one_type_of_case_is_the_plain_difference():
    plain = restricted_mean_difference(permits("H2"), permits("H1"), 90)
    standardised = standardised_restricted_mean_difference({"a": permits("H2")}, {"a": permits("H1")}, {"a": 1.0}, 90)
    assert standardised.value == pytest.approx(plain.value, rel=1e-14)
    assert standardised.std_error == pytest.approx(plain.std_error, rel=1e-14)
    assert standardised.interval.method == "restricted-mean-greenwood-standardised"


def test_the_standardised_means_differ_by_the_standardised_difference():
    after, before = {"a": permits("H2"), "b": permits()}, {"a": permits("H1"), "b": permits("H1")}
    mix = {"a": 0.3, "b": 0.7}
    first, second = (standardised_restricted_mean(group, mix, 90) for group in (after, before))
    difference = standardised_restricted_mean_difference(after, before, mix, 90)
    assert first.value - second.value == pytest.approx(difference.value, abs=1e-12)
    assert np.hypot(first.std_error, second.std_error) == pytest.approx(difference.std_error, rel=1e-14)
    by_hand = 0.3 * restricted_mean(permits("H2"), 90).value + 0.7 * restricted_mean(permits(), 90).value
    assert first.value == pytest.approx(by_hand, rel=1e-14)
    with pytest.raises(ValueError, match=r"the first group lacks \['b'\]"):
        standardised_restricted_mean({"a": permits()}, mix, 90)


def test_a_changed_mix_alone_is_no_change_after_standardisation():
    def curve(*days):
        return kaplan_meier(DurationCounts.from_times(days, [True] * len(days)))

    quick, slow = (4, 6), (40, 60)
    before, after = {"quick": curve(*quick), "slow": curve(*slow)}, {"quick": curve(*quick * 9), "slow": curve(*slow)}
    crude = restricted_mean_difference(curve(*quick * 9, *slow), curve(*quick, *slow), 60)
    standardised = standardised_restricted_mean_difference(after, before, {"quick": 0.5, "slow": 0.5}, 60)
    assert crude.value == pytest.approx(9.5 - 27.5)
    assert standardised.value == pytest.approx(0.0, abs=1e-12)


def test_weights_and_types_are_checked():
    one, two = {"a": permits("H2")}, {"a": permits("H1"), "b": permits("H1")}
    with pytest.raises(ValueError, match=r"the first group lacks \['b'\]"):
        standardised_restricted_mean_difference(one, two, {"a": 0.5, "b": 0.5}, 90)
    with pytest.raises(ValueError, match=r"the second group lacks \[\], adds \['b'\]"):
        standardised_restricted_mean_difference(one, two, {"a": 1.0}, 90)
    with pytest.raises(ValueError, match="sum to one"):
        standardised_restricted_mean_difference(one, one, {"a": 0.9}, 90)
    with pytest.raises(ValueError, match="type 'a': tau cannot be later"):
        standardised_restricted_mean_difference(one, one, {"a": 1.0}, 200)


def test_tau_beyond_the_shorter_follow_up_is_refused():
    with pytest.raises(ValueError, match="tau cannot be later than the last follow-up, day 181; got 182"):
        restricted_mean_difference(permits("H2"), permits("H1"), 182)
    with pytest.raises(ValueError, match="tau must be positive"):
        restricted_mean(permits(), 0)


def test_a_standard_error_of_nought_for_want_of_knowledge_is_refused():
    nothing_closed_yet = kaplan_meier(DurationCounts.from_times([30, 40, 50], [True, True, False]))
    with pytest.raises(ValueError, match="at least two cases must be closed by tau, day 20; got 0"):
        restricted_mean(nothing_closed_yet, 20)


def test_a_curve_carried_on_stays_at_its_last_height():
    short = kaplan_meier(DurationCounts.from_times([10, 20, 30, 30, 30], [True, True, True, True, False]))
    longer = carried_on(short, 34)
    assert unseen_days(short, 34) == pytest.approx(0.2 * 4)
    assert restricted_mean(longer, 34).value == pytest.approx(restricted_mean(short, 30).value + 0.2 * 4)
    assert carried_on(short, 25) is short
    assert unseen_days(short, 25) == 0.0
