"""Reference case 09 (Isle of Man planning applications, R's survival package)."""

# ruff: noqa: PD011  (the values of a Note are no pandas attribute)

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from effektmatt.cases.compare import compare_handling_times
from effektmatt.cases.handling_times import handling_times
from effektmatt.core import Evidence, Unit
from effektmatt.goals import Target, Verdict, judge

CASE = Path(__file__).parents[1] / "reference" / "09-isleofman-planning"
R = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}
PERMITS = pd.DataFrame(list(csv.DictReader((CASE / "derived_cases.csv").read_text().splitlines()))).replace("NA", None)
HALVES = {"H1": ("2023-01-01", "2023-06-30"), "H2": ("2023-07-01", "2023-12-31")}


@pytest.fixture(scope="module")
def times():
    return compare_handling_times(
        PERMITS, opened="start", closed="end", periods=HALVES, as_of="2023-12-31", within_days=90, limits=[90, 56]
    )


def test_cases_and_follow_up(times):
    assert (times.before.wave, times.after.wave) == ("H1", "H2")
    for half, wave in (("H1", times.before), ("H2", times.after)):
        assert wave.n == R[f"{half}.km"]["n"]
        assert wave.n - wave.open == R[f"{half}.km"]["decided"]
        assert wave.follow_up == R["max_followup"][half]


def test_medians_agree_with_r(times):
    for half, wave in (("H1", times.before), ("H2", times.after)):
        expected = R[f"{half}.km"]["median"]
        found = wave.median
        assert (found.value, found.interval.low, found.interval.high) == tuple(
            expected[k] for k in ("est", "low", "high")
        )


@pytest.mark.parametrize("limit", [56, 90])
def test_shares_closed_in_time_agree_with_r(times, limit):
    for half, wave in (("H1", times.before), ("H2", times.after)):
        expected, found = R[f"{half}.within_{limit}"], wave.closed_within[limit]
        assert found.value == pytest.approx(expected["decided_share"], abs=1e-12)
        assert found.interval.low == pytest.approx(expected["low"], abs=1e-9)
        assert found.interval.high == pytest.approx(expected["high"], abs=1e-9)
        assert {note.code: note.values["days"] for note in found.notes} == {"closed-within": limit}


@pytest.mark.parametrize("tau", [56, 90])
def test_restricted_means_agree_with_r(tau):
    times = compare_handling_times(
        PERMITS, opened="start", closed="end", periods=HALVES, as_of="2023-12-31", within_days=tau
    )
    for half, wave in (("H1", times.before), ("H2", times.after)):
        expected = R[f"{half}.within_{tau}"]
        assert wave.mean.value == pytest.approx(expected["rmst"], abs=1e-9)
        assert wave.mean.std_error == pytest.approx(expected["rmst_se"], abs=1e-9)
    expected, found = R[f"rmst_diff_H2_minus_H1_{tau}"], times.change.difference
    assert found.value == pytest.approx(expected["diff"], abs=1e-9)
    assert found.std_error == pytest.approx(expected["se"], abs=1e-9)
    # R's limits are the normal ones; Student's are a little wider
    normal = (found.value - 1.959963984540054 * found.std_error, found.value + 1.959963984540054 * found.std_error)
    assert normal == pytest.approx((expected["low"], expected["high"]), abs=1e-8)
    assert found.interval.low == pytest.approx(expected["low"], abs=0.02)
    assert found.interval.high == pytest.approx(expected["high"], abs=0.02)
    assert found.curve.kind == "t"


def test_log_rank_agrees_with_r(times):
    assert times.log_rank.statistic == pytest.approx(R["logrank"]["chi2"], abs=1e-9)
    assert times.log_rank.p_value == pytest.approx(R["logrank"]["p"], abs=1e-12)


def test_closed_cases_only_would_flip_the_sign(times):
    trap = R["trap.closed_only"]
    decided = PERMITS[PERMITS["status"] == "1"].astype({"time": int})
    medians = decided.groupby("half")["time"].median()
    assert (medians["H1"], medians["H2"]) == (trap["median_H1"], trap["median_H2"])
    assert medians["H2"] < medians["H1"]
    assert times.median_change.difference.value == 11  # 79 against 68 days
    assert times.change.difference.interval.low > 0
    assert times.closed_within[56].difference.interval.high < 0


def test_differences_are_after_minus_before(times):
    for change in (times.change, times.median_change, *times.closed_within.values()):
        assert change.difference.value == pytest.approx(change.after.value - change.before.value, abs=1e-12)


def test_intervals_of_medians_and_shares_add_squared_distances(times):
    before, after, found = times.before.median, times.after.median, times.median_change.difference
    # H1 68 (62 to 74), H2 79 (77 to 84), as R gives them
    assert found.interval.low == pytest.approx(11 - np.hypot(79 - 77, 74 - 68))
    assert found.interval.high == pytest.approx(11 + np.hypot(84 - 79, 68 - 62))
    assert found.n == before.n + after.n == R["cohort"]["n"]


def test_what_the_estimates_rest_on(times):
    assert times.change.difference.evidence is Evidence.PROCESS
    assumed = [note.code for note in times.change.difference.assumptions]
    assert assumed == ["cases-independent", "open-like-closed", "open-at-end-alike"]
    assert times.change.difference.unit is Unit.DAYS
    assert times.closed_within[56].difference.unit is Unit.POINTS
    assert list(times.closed_within) == [56, 90]
    assert times.standardised is None
    assert times.judged is times.change


def test_to_frame_has_the_shared_vocabulary(times):
    frame = times.to_frame()
    assert list(frame.columns) == [
        "moment", "measure", "estimate", "unit", "std_error", "statistic", "p_value", "conf_low", "conf_high",
        "conf_level", "n", "population", "method", "days",
    ]  # fmt: skip
    assert len(frame) == 3 * 4
    row = frame[(frame["measure"] == "closed-within") & (frame["moment"] == "after") & (frame["days"] == 56)]
    assert row["estimate"].item() == pytest.approx(R["H2.within_56"]["decided_share"])


# ---- what cannot be estimated ------------------------------------------------------------------------------


def test_a_longer_tau_is_shortened_with_a_note(phased):
    cases = phased({("before", "A"): [10, 20, 30, 40, 300] * 8, ("after", "A"): [10, 20, 30, 40, 300] * 8})
    longest = max(cases.days[cases.wave == 1])
    assert longest < 100
    times = handling_times(cases, within_days=200)
    assert times.tau <= longest
    assert [(note.code, note.values["wanted"]) for note in times.notes] == [("tau-shortened", 200)]
    assert times.change.difference.value is not None


@pytest.mark.parametrize("within_days", [6, 200])
def test_once_every_case_is_closed_the_mean_is_of_all_days(phased, within_days):
    closed = phased({("before", "A"): [10, 20] * 10, ("after", "A"): [5, 15] * 10})
    times = handling_times(closed, within_days=within_days)
    assert (times.tau, times.whole, [note.code for note in times.notes]) == (20, True, ["all-closed"])
    difference = times.change.difference
    assert (difference.measure, difference.value) == ("whole-mean-difference", pytest.approx(-5))
    assert difference.std_error == pytest.approx(np.sqrt(2 * np.var([10, 20] * 10, ddof=1) / 20))
    assert [note.code for note in difference.assumptions] == ["cases-independent"]
    assert [one.reason.code for one in difference.sensitivity] == ["rare-values-may-overturn"]


def test_a_wave_that_is_all_closed_has_a_mean_of_all_days_though_the_other_has_not(phased):
    times = handling_times(
        phased({("before", "A"): [*[10, 20] * 10, 300], ("after", "A"): [5, 15] * 10}), within_days=8
    )
    assert not times.whole
    assert (times.change.after.measure, times.change.after.value) == ("restricted-mean", pytest.approx(6.5))
    assert (times.after.mean.measure, times.after.mean.value) == ("whole-mean", pytest.approx(10))
    assert times.before.mean.measure == "restricted-mean"


def test_too_few_cases_give_no_value_and_say_why(phased):
    times = handling_times(phased({("before", "A"): [10, 20] * 10, ("after", "A"): [5] * 19}), within_days=30)
    assert times.change.before.value == 15
    for estimate in (times.change.after, times.change.difference):
        assert estimate.value is None
        assert estimate.interval is None
        assert estimate.notes[0].code == "too-few-cases"
        assert estimate.notes[0].values == {"wave": "after", "n": 19, "needed": 20}


def test_cases_that_all_took_equally_long_say_nothing_of_the_error(phased):
    times = handling_times(phased({("before", "A"): [10] * 112, ("after", "A"): [8] * 28}), within_days=30)
    found = times.change.difference
    assert (found.value, found.interval, found.curve, found.std_error, found.p_value) == (-2, None, None, None, None)
    assert [note.code for note in found.notes] == ["cases-alike"]
    assert judge(found, Target(decrease_by=1)).verdict is Verdict.NOT_ASSESSABLE


def test_a_wave_without_cases(phased):
    times = handling_times(phased({("before", "A"): [10, 20] * 10}), within_days=30, limits=[14])
    assert times.after.n == 0
    assert times.log_rank is None
    for change in (times.change, times.median_change, times.closed_within[14]):
        assert change.before.value is not None
        assert change.difference.value is None


def test_no_case_closed(phased):
    times = handling_times(phased({(w, "A"): [300] * 20 for w in ("before", "after")}), within_days=20, limits=[14])
    assert times.log_rank is None
    assert times.change.difference.notes[0].code == "too-few-closed"
    assert times.median_change.difference.notes[0].code == "median-not-reached"
    assert times.closed_within[14].difference.value == 0


def test_a_limit_beyond_the_follow_up(phased):
    cases = phased({(w, "A"): [10, 300] * 10 for w in ("before", "after")})
    found = handling_times(cases, within_days=20, limits=[14, 250]).closed_within
    assert found[14].after.value == pytest.approx(0.5)
    assert found[250].after.notes[0].code == "follow-up-too-short"
    assert found[250].difference.value is None


def test_crossing_curves_are_noted(phased):
    cases = phased({("before", "A"): [20] * 50, ("after", "A"): [5] * 25 + [35] * 25})
    assert [note.code for note in handling_times(cases, within_days=40).notes] == ["all-closed", "curves-cross"]
    apart = phased({("before", "A"): [20, 30] * 25, ("after", "A"): [5, 10] * 25})
    assert [note.code for note in handling_times(apart, within_days=40).notes] == ["all-closed"]


def test_a_tau_of_nothing_is_refused(phased):
    with pytest.raises(ValueError, match="within_days must be at least 1; got 0"):
        handling_times(phased({("before", "A"): [10]}), within_days=0)


def test_the_level_is_a_share(phased):
    with pytest.raises(ValueError, match=r"for example 0\.95; got 95"):
        handling_times(phased({("before", "A"): [10]}), within_days=10, level=95)
