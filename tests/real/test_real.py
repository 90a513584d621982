"""Data that nobody here wrote, through the same command; the numbers equal those that R computed."""

import json
from pathlib import Path

import pytest

import effektmatt as em

HERE = Path(__file__).parent
REFERENCE = HERE.parent / "reference"


def reference(case: str) -> dict:
    entries = json.loads((REFERENCE / case / "reference.json").read_text(encoding="utf-8"))["results"]
    return {entry["id"]: entry["value"] for entry in entries}


@pytest.fixture(scope="module")
def planning():
    return em.evaluate(HERE / "isle-of-man-planning")


@pytest.fixture(scope="module")
def carpentries():
    return em.evaluate(HERE / "carpentries")


def test_planning_applications_keep_the_open_ones(planning):
    known = reference("09-isleofman-planning")
    account = planning.findings.sources[0].accounts[0]
    assert account.read == known["rows"]["applications"]
    assert account.left_out["repeated-cases"] == known["duplicates"]["extra_rows"]
    assert account.used == known["cohort"]["n"]
    times = planning["two-weeks"].finding.outcome.detail
    assert times.before.open + times.after.open == known["cohort"]["open_at_cutoff"]


def test_planning_applications_became_slower_not_faster(planning):
    known = reference("09-isleofman-planning")["rmst_diff_H2_minus_H1_90"]
    estimate = planning["two-weeks"].fulfilment.estimate
    assert estimate.value == pytest.approx(known["diff"], rel=1e-9)
    # R's limits are those of the normal distribution; ours of Student's t, a little wider
    assert estimate.value - 1.959963984540054 * estimate.std_error == pytest.approx(known["low"], rel=1e-6)
    assert estimate.value + 1.959963984540054 * estimate.std_error == pytest.approx(known["high"], rel=1e-6)
    assert planning["two-weeks"].verdict in (em.Verdict.NOT_MET, em.Verdict.LIKELY_NOT_MET)


def test_planning_medians_and_shares(planning):
    known = reference("09-isleofman-planning")
    times = planning["two-weeks"].finding.outcome.detail
    for wave, half in ((times.before, "H1"), (times.after, "H2")):
        median = known[f"{half}.km"]["median"]
        assert wave.median.value == median["est"]
        assert (wave.median.interval.low, wave.median.interval.high) == (median["low"], median["high"])
        for day in (56, 90):
            share = wave.closed_within[day]
            expected = known[f"{half}.within_{day}"]
            assert share.value == pytest.approx(expected["decided_share"], rel=1e-9)
            assert share.interval.low == pytest.approx(expected["low"], rel=1e-6)


@pytest.mark.parametrize(("goal", "name"), [("career", "career"), ("confidence", "confidence_data")])
def test_carpentries_labels_and_waves(carpentries, goal, name):
    known = reference("17-carpentries-text-labels")[name]
    outcome = carpentries[goal].finding.outcome
    change = outcome.change
    assert (change.before.n, change.after.n) == (known["n1"], known["n2"])
    assert change.before.value == pytest.approx(known["agree1"], rel=1e-12)
    assert change.after.value == pytest.approx(known["agree2"], rel=1e-12)
    difference = change.difference
    assert difference.value == pytest.approx(known["diff"], rel=1e-9)
    assert difference.interval.low == pytest.approx(known["newcombe10"]["low"], rel=1e-9)
    assert difference.interval.high == pytest.approx(known["newcombe10"]["high"], rel=1e-9)


def test_carpentries_ninety_per_cent(carpentries):
    known = reference("17-carpentries-text-labels")["instructor.Material"]
    estimate = carpentries["material"].fulfilment.estimate
    assert (estimate.hits, estimate.n) == (known["agree"], known["n"])
    assert estimate.value == pytest.approx(known["agree_share"], rel=1e-12)
    read = {source.id: [account.read for account in source.accounts] for source in carpentries.findings.sources}
    rows = reference("17-carpentries-text-labels")["n"]
    assert read == {"learners": [rows["wave2017"], rows["wave2020"]], "instructors": [rows["instructor2018"]]}


@pytest.fixture(scope="module")
def patients():
    return em.evaluate(HERE / "mumbai-standardised-patients")


def test_standardised_patients_are_all_accounted_for(patients):
    known = reference("10-mumbai-standardised-patients")
    detail = patients["everything"].finding.outcome.detail
    assert patients.findings.sources[0].accounts[0].read == known["shape"]["visits"]
    assert detail.before.visits + detail.after.visits == known["shape"]["visits"]
    assert len(detail.units) == known["shape"]["facilities"]
    once = [unit.before.visits + unit.after.visits == 1 for unit in detail.units]
    assert sum(once) == known["visits_per_facility"]["1"]
    assert len(detail.visitors) == 11


@pytest.mark.parametrize("item", ["g7", "g8", "g10", "re_1", "dr_1", "correct"])
def test_the_same_clinics_in_two_rounds(patients, item):
    known = reference("10-mumbai-standardised-patients")[f"within_facility.case2_minus_case1.{item}"]
    part = patients["everything"].finding.outcome.detail.part(item=item)
    within, expected = part.change.difference, known["paired_facility_means"]
    assert part.units == expected["n_facilities_both"]
    assert within.value == pytest.approx(expected["diff"], rel=1e-9)
    assert within.interval.low == pytest.approx(expected["low"], rel=1e-9)
    assert within.interval.high == pytest.approx(expected["high"], rel=1e-9)
    assert within.p_value == pytest.approx(expected["p"], rel=1e-6)
    assert part.clustered.value == pytest.approx(known["diff"], rel=1e-9)
    assert part.clustered.std_error == pytest.approx(known["CR2"]["se"], rel=1e-9)
    assert part.clustered.p_value == pytest.approx(known["CR2"]["p"], rel=1e-6)


def test_what_the_patients_tell_of_the_goals(patients):
    # 22.5 percentage points in all, but the patients who played both cases saw −33 to +14: who judged may be the reason
    assert patients["g7"].verdict is em.Verdict.UNDETERMINED
    assert [note.code for note in patients["g7"].fulfilment.reasons] == ["rival-explanation"]
    assert patients["g8"].verdict is em.Verdict.UNDETERMINED
    assert patients["correct"].verdict is em.Verdict.LIKELY_NOT_MET
    public = [group for group in patients["g7"].finding.outcome.groups if group.group == "Public"]
    assert public[0].estimate.interval is not None


def test_observers_of_krippendorff():
    evaluation = em.evaluate(HERE / "krippendorff-texts")
    known = reference("11-interrater-published")["krippendorff2011.interval"]
    fulfilment = evaluation["agreement"].fulfilment
    assert fulfilment.estimate.value == pytest.approx(known["alpha"], rel=1e-12)
    assert round(fulfilment.estimate.value, 3) == known["printed"]
    assert fulfilment.estimate.n == 11  # one unit was judged by one observer only
    assert fulfilment.verdict is em.Verdict.UNDETERMINED


@pytest.mark.parametrize(
    "folder", ["isle-of-man-planning", "carpentries", "mumbai-standardised-patients", "krippendorff-texts"]
)
def test_the_report_of_real_data_is_whole(folder, tmp_path):
    written = em.evaluate(HERE / folder).report(tmp_path / "report")
    assert {"html", "pdf", "json"} <= set(written)
    assert all(path.stat().st_size > 1000 for path in written.values())
