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
    assert account.left_out["repeated"] == known["duplicates"]["extra_rows"]
    assert account.used == known["cohort"]["n"]
    times = planning["two-weeks"].finding.outcome.detail
    assert times.before.open + times.after.open == known["cohort"]["open_at_cutoff"]


def test_planning_applications_became_slower_not_faster(planning):
    known = reference("09-isleofman-planning")["rmst_diff_H2_minus_H1_90"]
    estimate = planning["two-weeks"].fulfilment.estimate
    assert estimate.value == pytest.approx(known["diff"], rel=1e-9)
    assert estimate.interval.low == pytest.approx(known["low"], rel=1e-9)
    assert estimate.interval.high == pytest.approx(known["high"], rel=1e-9)
    assert planning["two-weeks"].verdict is em.Verdict.NOT_MET


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


@pytest.mark.parametrize("folder", ["isle-of-man-planning", "carpentries"])
def test_the_report_of_real_data_is_whole(folder, tmp_path):
    written = em.evaluate(HERE / folder).report(tmp_path / "report")
    assert {"html", "pdf", "json"} <= set(written)
    assert all(path.stat().st_size > 1000 for path in written.values())
