"""The sample's planted truth is recovered, and every verdict is the one that truth and definitions imply."""

import json

import pytest

import effektmatt as em
from effektmatt.goals import Reading, Verdict


@pytest.fixture(scope="module")
def truth(sample_folder):
    return json.loads((sample_folder / "truth.json").read_text(encoding="utf-8"))


def test_every_verdict_follows_from_the_truth(sample):
    assert {goal.finding.id: goal.verdict for goal in sample} == {
        "delmal-1": Verdict.LIKELY_MET,
        "delmal-2": Verdict.NOT_MET,
        "delmal-3": Verdict.NOT_MET,
        "delmal-4": Verdict.UNDETERMINED,
        "delmal-5": Verdict.NO_TARGET,
        "delmal-6": Verdict.LIKELY_NOT_MET,
        "delmal-7": Verdict.LIKELY_MET,
        "tillganglighet": Verdict.NO_TARGET,
    }


def test_improved_knowledge_recovers_the_share_among_all_who_completed(sample, truth):
    planted = truth["enkat"]["delmal-1"]
    estimate = sample["delmal-1"].fulfilment.estimate
    assert (estimate.hits, estimate.n, estimate.population) == (
        planted["improved_among_linked"],
        planted["linked_with_scores"],
        planted["population"],
    )
    assert estimate.interval.low <= planted["share_in_population"] <= estimate.interval.high
    assert estimate.possible.low <= planted["share_in_population"] <= estimate.possible.high
    tipping = sample["delmal-1"].fulfilment.tipping
    missing = planted["population"] - planted["linked_with_scores"]
    assert tipping.missing == missing
    improved = planted["improved_among_linked"]
    assert (improved + tipping.needed) / planted["population"] >= 0.80 > (improved + tipping.needed - 1) / 206


def test_the_three_definitions_of_improved_stand_beside_each_other(sample, truth):
    beside = {one.measure: one for one in sample["delmal-1"].finding.outcome.beside}
    assert beside["share-improved-step"].hits == truth["enkat"]["delmal-1"]["one_step_among_linked"]
    assert beside["share-improved-reliable"].n == truth["enkat"]["delmal-1"]["linked_with_scores"]


def test_drop_outs_count_as_not_validated(sample, truth):
    estimate = sample["delmal-2"].fulfilment.estimate
    assert (estimate.hits, estimate.n) == (truth["deltagare"]["validated"], truth["deltagare"]["started"])
    assert estimate.interval is None
    women = [g for g in sample["delmal-2"].finding.outcome.groups if (g.by, g.group) == ("kon", "kvinna")]
    assert women[0].estimate.n > 100


def test_departments_with_too_few_ambassadors_are_named(sample, truth):
    every, total = sample["delmal-3"].finding.parts
    assert every.fulfilment.verdict is Verdict.NOT_MET
    missed = {unit.group: unit.count for unit in every.outcome.detail.groups if unit.count < 2}
    assert missed == truth["ambassadors"]["fewer_than_two"]
    assert total.fulfilment.verdict is Verdict.MET
    assert total.fulfilment.estimate.value == truth["ambassadors"]["after"]
    assert total.outcome.change.before.value == truth["ambassadors"]["before"]
    words = sample["delmal-3"].in_words("sv")
    assert all(name in words for name in missed)


def test_the_index_of_three_areas_is_undetermined(sample, truth):
    planted = truth["enkat"]["delmal-4"]
    estimate = sample["delmal-4"].fulfilment.estimate
    assert (estimate.hits, estimate.n) == (planted["improved_among_linked"], planted["linked_with_scores"])
    assert estimate.interval.low <= planted["share_in_population"] <= estimate.interval.high


def test_a_count_without_a_target_is_described(sample, truth):
    change = sample["delmal-5"].finding.outcome.change
    assert (change.before.value, change.after.value) == (truth["samarbeten"]["before"], truth["samarbeten"]["after"])
    assert sample["delmal-5"].fulfilment.probability is None


def test_seventy_per_cent_has_three_readings(sample, truth):
    finding = sample["delmal-6"].finding
    assert finding.outcome.estimate.value == pytest.approx(truth["medborgare"]["relative_change"])
    verdicts = {one.reading: one.fulfilment.verdict for one in finding.readings}
    assert verdicts == {
        Reading.RELATIVE: Verdict.LIKELY_NOT_MET,
        Reading.POINTS: Verdict.NOT_ASSESSABLE,
        Reading.LEVEL: Verdict.UNDETERMINED,
    }
    assert [one.reading for one in finding.readings if one.chosen] == [Reading.RELATIVE]


def test_handling_time_is_standardised_and_recovers_the_truth(sample, truth):
    planted = truth["arenden"]
    outcome = sample["delmal-7"].finding.outcome
    assert outcome.estimate.interval.low <= planted["true_standardised_difference"] <= outcome.estimate.interval.high
    plain = next(one for one in outcome.beside if one.measure == "restricted-mean-difference")
    assert plain.interval.low <= planted["true_plain_difference"] <= plain.interval.high
    assert plain.value < outcome.estimate.value < -14
    account = next(source for source in sample.findings.sources if source.id == "arenden").accounts[0]
    assert account.left_out["closed-before-opened"] == planted["closed_before_opened"]
    assert account.used == sum(planted["opened_in_wave"].values())


def test_rows_are_accounted_for(sample, truth):
    for source in sample.findings.sources:
        for account in source.accounts:
            assert account.read == account.used + sum(account.left_out.values())
    steps = sample.findings.flows[0].steps
    codes = [step.code for step in steps]
    assert codes.index("completed") > codes.index("answered-before")  # all who started were asked before
    assert steps[codes.index("completed")].among == (("har genomgått utbildningen", ""),)
    flow = {step.code: step.n for step in steps}
    assert flow["in-register"] == truth["deltagare"]["started"]
    assert flow["completed"] == truth["deltagare"]["completed"]
    assert flow["answered-before"] == truth["enkat"]["people"]["before"]
    assert flow["answered-after"] == truth["enkat"]["people"]["after"]
    assert flow["linked"] == truth["enkat"]["linked"]


def test_no_free_text_and_no_code_gets_into_the_findings(sample, sample_folder):
    import csv

    with (sample_folder / "enkat_efter.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    everything = repr(sample.findings)
    comments = {row["kommentar"] for row in rows if row["kommentar"]}
    assert comments
    assert not [comment for comment in comments if comment in everything]
    assert not [row["kod"] for row in rows if f"'{row['kod']}'" in everything]


def test_no_clause_of_the_plans_language_stands_in_a_sentence_of_another(sample_folder):
    """Phrases of the plan, "har genomgått utbildningen", are parts of Swedish sentences."""
    from effektmatt.wording import words
    from effektmatt.wording.sentences import goal_sentence, measured_how

    findings = em.evaluate(sample_folder, language="en").findings
    parts = [part for goal in findings.goals for part in (goal, *goal.parts)]
    said = " ".join(goal_sentence(one, words("en")) + measured_how(one, words("en")) for one in parts)
    assert "have completed the training" in said
    assert "genomgått" not in said


def test_a_goal_in_parts_has_a_row_for_each_and_no_number_of_its_own(sample):
    table = sample.goals
    assert [name for name in table.index if name.startswith("delmal-3")] == ["delmal-3", "delmal-3/1", "delmal-3/2"]
    whole = table.loc["delmal-3"]
    assert (whole["target"], whole["outcome"], whole["interval"]) == ("", "", "")
    assert whole["verdict"] == "Ej uppnått"
    assert table.loc["delmal-3/2", "outcome"] == "41"
    frame = sample["delmal-3"].to_frame()
    assert list(dict.fromkeys(frame["part"])) == ["Minst två på varje avdelning", "Omkring 40 sammanlagt"]
    assert "part" not in sample["delmal-1"].to_frame()


def test_the_checklist_for_accessibility_is_the_mean_of_the_departments(sample, truth):
    planted, outcome = truth["tillganglighet"], sample["tillganglighet"].finding.outcome
    levels = {wave: planted[wave]["share"] for wave in ("before", "after")}
    assert outcome.change.before.value == pytest.approx(levels["before"])
    assert outcome.change.after.value == pytest.approx(levels["after"])
    assert outcome.change.difference.value == pytest.approx(levels["after"] - levels["before"])
    assert {group.group for group in outcome.groups if group.by == "kommun"} == {"Tranemo", "Orust"}
