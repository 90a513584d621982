"""Digitalt kompetenslyft: everybody must rise, needs per role, a moved yardstick, an index, checked numbers."""

import shutil

import pytest

import effektmatt as em
from effektmatt.core import Evidence
from effektmatt.errors import InputFaults
from effektmatt.goals import Verdict
from effektmatt.report.results import results

NAME = "digitalt-kompetenslyft"


def test_every_verdict_follows_from_the_truth(project):
    assert {goal.finding.id: goal.verdict for goal in project} == {
        "mal-c": Verdict.NOT_MET,
        "mal-d": Verdict.LIKELY_MET,
        "pelare-5": Verdict.NO_TARGET,
        "pelare-6": Verdict.MET,
        "pelare-7": Verdict.MET,
        "pelare-8-arbetssatt": Verdict.LIKELY_MET,
        "pelare-8-arv": Verdict.NO_TARGET,
    }


def test_one_who_did_not_rise_settles_a_goal_for_everybody(project, truth):
    goal = project["mal-c"].fulfilment
    planted = truth["mal-c"]
    assert (goal.estimate.hits, goal.estimate.n, goal.estimate.population) == (
        planted["improved"],
        planted["linked_with_scores"],
        truth["deltagare"]["took_part"],
    )
    assert goal.estimate.evidence is Evidence.FINITE
    assert goal.estimate.interval.low <= planted["true_share_in_all"] <= goal.estimate.interval.high
    assert goal.estimate.possible.high < 1
    assert [reason.code for reason in goal.reasons] == ["whatever-the-missing"]


def test_the_then_test_recovers_how_far_the_yardstick_moved(project, truth):
    test = project["mal-c"].finding.outcome.detail.scales[0].then_test
    planted = truth["then_test"]
    assert test.shift.interval.low <= planted["true_shift"] <= test.shift.interval.high
    assert test.change.interval.low <= planted["true_change"] <= test.change.interval.high
    plain = test.after.value - test.before.value
    assert plain < test.change.value - 0.3  # the plain difference hides half of it
    said = project["mal-c"].in_words("sv")
    assert "måttstocken har flyttats" in said
    assert "minnet" in said


def test_the_index_went_up_in_both_organisations_and_the_heritage_in_one(project, truth):
    for goal, index in (("mal-d", "Digital förmåga"), ("pelare-8-arv", "Digitalt arv")):
        found = project[goal].finding.outcome
        assert {unit.unit: [one.value for one in unit.values] for unit in found.detail.units} == truth["dimios"][index]
        assert found.estimate.interval is None
        assert found.estimate.p_value is None


def test_needs_are_those_planted_and_small_units_are_hidden(project, truth):
    planted = truth["pelare-5"]
    outcome = project["pelare-5"].finding.outcome
    assert (outcome.estimate.hits, outcome.estimate.n) == (planted["reach_every_level"], planted["rated"])
    after = outcome.detail.waves[-1]
    hidden = {unit for unit in outcome.detail.units if after.cell(unit, "d4").hidden}
    assert set(planted["small_units"]) <= hidden
    assert len(hidden) > 1  # one alone could be found by subtraction
    for unit, need in planted["need_in_information_security"].items():
        if unit not in hidden:
            assert after.cell(unit, "d4").need == pytest.approx(need)
    small = [cell for wave in outcome.detail.waves for cell in wave.cells if cell.unit in planted["small_units"]]
    assert not any(cell.n for cell in small)
    assert not any(cell.need is not None for cell in small)


def test_the_heat_map_has_a_number_in_every_cell(project):
    chart = project["pelare-5"].chart()
    assert chart.table.header[0] == "Enhet"
    assert len(chart.table.rows) == 15
    assert all(cell for row in chart.table.rows for cell in row)
    assert ".." in chart.table.rows[6][1:]


def test_goals_keep_the_projects_own_numbering(project):
    plain = results(project.findings)
    assert [goal["level"] for goal in plain["goals"]] == [
        "Projektmål C", "Projektmål D", "Pelare 5", "Pelare 6", "Pelare 7", "Pelare 8", "Pelare 8"
    ]  # fmt: skip


def test_the_report_says_the_numbering_and_the_projects_numbers(project):
    from effektmatt.report.document import document
    from effektmatt.report.html import html

    page = html(document(project.findings)).replace("\u00a0", " ")
    assert "Pelare 5. Kompetensbehov per yrkesroll" in page
    assert "Mål 3." not in page
    for text in ("22-043-S01", "212000-0142", "2021SE05SFPR", "SE11", "ESF+", "40 %", "A1A", "141", "1 098"):
        assert text in page


def test_results_hold_the_projects_numbers(project):
    facts = results(project.findings)["project"]
    assert (facts["organisation_number"], facts["nuts"], facts["co_financing"], facts["participants"]) == (
        "212000-0142",
        "SE11",
        0.4,
        1098,
    )


def test_results_hold_the_needs_but_for_the_hidden(project, truth):
    goals = {goal["id"]: goal for goal in results(project.findings)["goals"]}
    waves = goals["pelare-5"]["outcome"]["detail"]["waves"]
    needs = {(wave["wave"], one["unit"], one["item"]): one for wave in waves for one in wave["cells"]}
    assert needs["Efter", "Barn och unga", "d4"]["need"] == pytest.approx(
        truth["pelare-5"]["need_in_information_security"]["Barn och unga"]
    )
    small = needs["Efter", "Digitalt stöd", "d4"]
    assert (small["hidden"], small["n"], small["need"]) == (True, None, None)


def test_no_free_text_and_no_code_gets_into_the_findings(project, folder):
    import csv

    with (folder / "skattning_fore.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    everything = repr(project.findings)
    assert not [row["kod"] for row in rows if f"'{row['kod']}'" in everything]
    assert not [row["kommentar"] for row in rows if row["kommentar"] and row["kommentar"] in everything]


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("212000-0142", "212000-0143", "plan-organisation-number", "project.organisation_number"),
        ('nuts = "SE11"', 'nuts = "SE14"', "plan-nuts", "project.nuts"),
        ('nuts = "SE11"', 'nuts = "Stockholm"', "plan-nuts", "project.nuts"),
        ("end = 2026-03-31", "end = 2023-03-31", "plan-dates", "project.end"),
        ("co_financing = 0.40", "co_financing = 40", "plan-limit", "project.co_financing"),
        ("participants = 1098", "participants = 0", "plan-limit", "project.participants"),
        ('cci = "2021SE05SFPR"', 'cci = "21SE05"', "plan-cci", "project.cci"),
        ("{ d1 = 3, d2 = 3,", "{ d9 = 3, d2 = 3,", "plan-unknown-name", "goals[3].measure.needed.Vårdpersonal.d9"),
        (
            "{ d1 = 3, d2 = 3,",
            "{ d1 = 6, d2 = 3,",
            "need-level-outside-scale",
            "goals[3].measure.needed.Vårdpersonal.d1",
        ),
        ('"d1_da"', '"d1_fore"', "column-missing", None),
    ],
)
def test_faults_of_the_plan_are_told_each_by_its_key(edited, old, new, code, key):
    with pytest.raises(InputFaults) as caught:
        em.evaluate(edited("plan.toml", (old, new)))
    found = {fault.code: fault for fault in caught.value.faults}
    assert code in found, list(found)
    assert found[code].key == key
    for language in ("sv", "en"):
        assert found[code].in_words(language)


def test_a_role_without_needed_levels_is_told_with_file_row_and_column(edited):
    folder = edited("skattning_fore.csv", ("Handläggare", "Handlaggare"), encoding="utf-8-sig")
    with pytest.raises(InputFaults) as caught:
        em.evaluate(folder)
    (fault,) = caught.value.faults
    assert (fault.code, fault.file, fault.column) == ("role-without-needed", "skattning_fore.csv", "yrkesroll")
    assert (fault.got, fault.nearest, fault.rows) == ("Handlaggare", "Handläggare", 1)
    assert fault.row is not None
    assert "Handlaggare" in fault.in_words("sv")


def test_generating_again_gives_the_same_bytes(folder, tmp_path):
    import subprocess
    import sys

    copy = tmp_path / "again"
    shutil.copytree(folder, copy)
    subprocess.run([sys.executable, str(copy / "generate.py")], check=True)
    for file in ("deltagare.csv", "skattning_fore.csv", "skattning_efter.xlsx", "dimios.csv", "truth.json"):
        assert (copy / file).read_bytes() == (folder / file).read_bytes()
