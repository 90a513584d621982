"""Reference cases 09 (permit applications, open ones kept) and 16 (published data), computed by R's survival."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from effektmatt.core import DurationCounts
from effektmatt.stats.share import clopper_pearson
from effektmatt.stats.survival import closed_share, kaplan_meier, quantile

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
    return DurationCounts.from_times([int(row["time"]) for row in kept], [row["status"] == "1" for row in kept])


durations = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=60)


@pytest.mark.parametrize("group", ["all", "H1", "H2"])
def test_quantiles_with_open_cases_agree_with_r(group):
    curve = kaplan_meier(permits(None if group == "all" else group))
    expected = PERMITS[f"{group}.km"]
    assert (curve.n, curve.closed_by(1000)) == (expected["n"], expected["decided"])
    for name, share in {"q25": 0.25, "median": 0.5, "q75": 0.75}.items():
        found = quantile(curve, share)
        assert found.value == expected[name]["est"]
        assert found.interval.low == expected[name]["low"]
        assert found.interval.high == (math.inf if expected[name]["high"] is None else expected[name]["high"])


@pytest.mark.parametrize("group", ["all", "H1", "H2"])
@pytest.mark.parametrize("day", [56, 90])
def test_share_closed_within_a_limit_agrees_with_r(group, day):
    expected = PERMITS[f"{group}.within_{day}"]
    share = closed_share(kaplan_meier(permits(None if group == "all" else group)), day)
    assert share.value == pytest.approx(expected["decided_share"], rel=1e-12)
    assert share.interval.low == pytest.approx(expected["low"], rel=1e-12)
    assert share.interval.high == pytest.approx(expected["high"], rel=1e-12)


def test_closed_cases_alone_would_flip_the_sign():
    trap = PERMITS["trap.closed_only"]
    medians_of_closed = {}
    for half in ("H1", "H2"):
        counts = permits(half)
        closed_only = DurationCounts(days=counts.days, events=counts.events, censored=np.zeros_like(counts.censored))
        medians_of_closed[half] = quantile(kaplan_meier(closed_only)).value
    assert medians_of_closed == {"H1": trap["median_H1"], "H2": trap["median_H2"]}
    assert medians_of_closed["H2"] < medians_of_closed["H1"]
    assert quantile(kaplan_meier(permits("H2"))).value > quantile(kaplan_meier(permits("H1"))).value


def test_follow_up_differs_by_half():
    expected = PERMITS["max_followup"]
    assert kaplan_meier(permits("H1")).follow_up == expected["H1"]
    curve = kaplan_meier(permits("H2"))
    assert (curve.follow_up, curve.days[-1], curve.horizon) == (expected["H2"], expected["max_event_H2"], 181.0)


@pytest.mark.parametrize("arm", ["0", "1"])
def test_pbc_medians_agree_with_r(arm):
    kept = [row for row in rows("16-survival-rank-published", "pbc_rmst.csv") if row["arm"] == arm]
    days = [round(float(row["time_years"]) * 365.25) for row in kept]
    found = quantile(kaplan_meier(DurationCounts.from_times(days, [row["status"] == "1" for row in kept])))
    expected = PUBLISHED[f"pbc.km_median_arm{arm}"]
    assert found.value / 365.25 == pytest.approx(expected["est"], rel=1e-12)
    assert found.interval.low / 365.25 == pytest.approx(expected["low"], rel=1e-12)
    assert found.interval.high / 365.25 == pytest.approx(expected["high"], rel=1e-12)


def test_gehan_medians_agree_with_r():
    for expected in PUBLISHED["gehan.km_median"]:
        kept = [
            row
            for row in rows("16-survival-rank-published", "gehan.csv")
            if f"treat={row['treat']}" == expected["group"]
        ]
        counts = DurationCounts.from_times([int(row["time"]) for row in kept], [row["cens"] == "1" for row in kept])
        found = quantile(kaplan_meier(counts))
        high = math.inf if expected["high"] is None else expected["high"]
        assert (found.value, found.interval.low, found.interval.high) == (expected["est"], expected["low"], high)


def test_a_flat_part_exactly_at_the_quantile_gives_its_middle():
    # R: quantile(survfit(Surv(c(1,2,3,4), c(1,1,1,1)) ~ 1), 0.5) is 2.5; with the last two open at 3 and 8 it is
    # (2 + 8) / 2 = 5, from the last closing to the last time anybody was seen
    assert quantile(kaplan_meier(DurationCounts.from_times([1, 2, 3, 4], [True] * 4))).value == 2.5
    flat_end = DurationCounts.from_times([1, 2, 3, 8], [True, True, False, False])
    assert quantile(kaplan_meier(flat_end)).value == 5.0


def test_a_quantile_that_was_never_reached_is_not_a_number():
    found = quantile(kaplan_meier(DurationCounts.from_times([5, 9, 9, 9], [True, False, False, False])))
    assert found.value is None
    assert found.interval.high == math.inf


def test_one_case():
    closed = kaplan_meier(DurationCounts.from_times([7], [True]))
    assert quantile(closed).value == 7.0
    assert (quantile(closed).interval.low, quantile(closed).interval.high) == (0.0, math.inf)
    assert closed_share(closed, 7).interval == clopper_pearson(1, 1)
    assert closed.horizon == math.inf
    still_open = kaplan_meier(DurationCounts.from_times([7], [False]))
    assert quantile(still_open).value is None
    assert closed_share(still_open, 7).interval == clopper_pearson(0, 1)


def test_none_and_all_closed_keep_an_honest_interval():
    counts = DurationCounts.from_times([10, 12, 20, 20, 4], [True, True, True, True, False])
    none, everyone = closed_share(kaplan_meier(counts), 9), closed_share(kaplan_meier(counts), 25)
    assert none.interval == clopper_pearson(0, 4)  # the case last seen on day 4 says nothing about day 9
    assert everyone.interval == clopper_pearson(4, 4)
    assert everyone.curve.parameters == (4.5, 0.5)


@given(durations)
def test_without_open_cases_the_share_closed_is_a_plain_share(times):
    days = [day for day, _ in times]
    curve = kaplan_meier(DurationCounts.from_times(days, [True] * len(days)))
    for day in (5, 30):
        share = closed_share(curve, day)
        closed = sum(one <= day for one in days)
        assert share.value == pytest.approx(closed / len(days), abs=1e-12)
        assert share.effective_n == pytest.approx(len(days), rel=1e-9)
        assert share.interval.low <= share.value + 1e-12
        assert share.value <= share.interval.high + 1e-12


@given(durations)
def test_the_curve_agrees_with_statsmodels(times):
    days, closed = [day for day, _ in times], [is_closed for _, is_closed in times]
    if not any(closed):
        return
    curve = kaplan_meier(DurationCounts.from_times(days, closed))
    peer = SurvfuncRight(np.array(days, dtype=float), np.array(closed, dtype=int))
    assert curve.days.tolist() == peer.surv_times.astype(int).tolist()
    assert curve.survival == pytest.approx(peer.surv_prob, abs=1e-12)
    still_open = curve.survival > 0
    assert np.sqrt(curve.variance)[still_open] == pytest.approx(peer.surv_prob_se[still_open], abs=1e-12)


@given(durations)
def test_counting_twice_the_cases_keeps_the_curve_and_halves_the_variance(times):
    days, closed = [day for day, _ in times], [is_closed for _, is_closed in times]
    once, twice = (kaplan_meier(DurationCounts.from_times(days * k, closed * k)) for k in (1, 2))
    assert once.survival == pytest.approx(twice.survival, abs=1e-12)
    assert once.horizon == twice.horizon


def test_days_beyond_the_follow_up_are_refused():
    curve = kaplan_meier(DurationCounts.from_times([5, 9], [True, False]))
    with pytest.raises(ValueError, match="later than the last follow-up, day 9"):
        closed_share(curve, 10)
    with pytest.raises(ValueError, match="cannot be negative"):
        closed_share(curve, -1)
    with pytest.raises(ValueError, match=r"for example 0\.5"):
        quantile(curve, 50)
    with pytest.raises(ValueError, match="at least one case"):
        kaplan_meier(DurationCounts(days=[], events=[], censored=[]))
