"""A plan's conditions held against all files of a source at once; what some wave lacks is said of the goal alone."""

import pytest

import effektmatt as em
from effektmatt.cli import main

SURVEY = """
[project]
name = "Trivsel"

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { before = "fore.csv", after = "efter.csv" }
CODE

[scales.trivsel]
source = "enkat"
label = "Trivsel"
items = ["q1"]
answers = [1, 2, 3, 4, 5]

[[goals]]
id = "ort"
title = "Orust trivs bättre"
measure = { kind = "score-change", scale = "trivsel" }
target = { increase_by = 0.5, reading = "points" }
among = { kommun = "orust." }

[[goals]]
id = "alla"
title = "Alla trivs bättre"
measure = { kind = "score-change", scale = "trivsel" }
target = { increase_by = 0.5, reading = "points" }
"""

VISITS = """
[project]
name = "Besök"

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[sources.besok]
kind = "visits"
files = { before = "fore.csv", after = "efter.csv" }
checklist = "bemotande"
unit = "enhet"

[checklists.bemotande]
label = "Bemötande"
items = ["p0", "p1"]

[[goals]]
id = "ort"
title = "Orust blir bättre"
measure = { kind = "visit-score", source = "besok" }
target = { increase_by = 0.1, reading = "points" }
among = { kommun = "Orust" }

[[goals]]
id = "alla"
title = "Alla blir bättre"
measure = { kind = "visit-score", source = "besok" }
target = { increase_by = 0.1, reading = "points" }
"""

REGISTER = """
[project]
name = "Register"

[sources.deltagare]
kind = "register"
file = "deltagare.csv"
key = "id"

[[goals]]
id = "validering"
title = "Validering"
measure = { kind = "share", source = "deltagare", where = { validering = "ja" } }
target = { at_least = 0.80 }
"""


def project(folder, plan, **files):
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    for name, rows in files.items():
        (folder / f"{name}.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


def surveys(folder, code=""):
    before = [f"{place};{'Orust' if place < 10 else 'Lerum'};{1 + place % 3}" for place in range(40)]
    after = [f"{place};Lerum;{2 + place % 3 + place % 2}" for place in range(10, 40)]
    plan = SURVEY.replace("CODE", code)
    return project(folder, plan, fore=["kod;kommun;q1", *before], efter=["kod;kommun;q1", *after])


def visits(folder):
    orust, lerum = (
        [f"{kommun} {place};{kommun};{'ja' if place % 2 else 'nej'};nej" for place in range(6)]
        for kommun in ("Orust", "Lerum")
    )
    after = [f"Lerum {place};Lerum;ja;{'ja' if place % 2 else 'nej'}" for place in range(6)]
    return project(folder, VISITS, fore=["enhet;kommun;p0;p1", *orust, *lerum], efter=["enhet;kommun;p0;p1", *after])


MAKERS = [surveys, lambda folder: surveys(folder, 'code = "kod"'), visits]


@pytest.mark.parametrize("make", MAKERS, ids=["survey", "linked-survey", "visits"])
def test_a_goal_about_those_who_are_in_one_wave_only_says_what_is_missing_and_the_others_are_judged(make, tmp_path):
    place, everybody = em.evaluate(make(tmp_path))
    assert place.fulfilment.estimate.value is None
    (reason,) = (note for note in place.fulfilment.estimate.notes if note.code == "wave-without-concerned")
    assert dict(reason.values) == {"wave": "after"}
    assert everybody.fulfilment.estimate.value > 0
    assert "wave-without-concerned" not in {note.code for note in everybody.fulfilment.estimate.notes}


@pytest.mark.parametrize("make", MAKERS, ids=["survey", "linked-survey", "visits"])
def test_check_says_it_too(make, tmp_path, capsys):
    assert main(["check", str(make(tmp_path))]) == 0
    assert "I mätningen ”Efter” finns inga som målet gäller." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("make", MAKERS, ids=["survey", "linked-survey", "visits"])
def test_a_value_that_stands_in_no_wave_is_a_fault_that_names_the_files_and_the_nearest(make, tmp_path):
    plan = make(tmp_path) / "plan.toml"
    text = plan.read_text(encoding="utf-8").replace("orust.", "Orst").replace('"Orust"', '"Orst"')
    plan.write_text(text, encoding="utf-8")
    with pytest.raises(em.InputFaults) as error:
        em.evaluate(tmp_path)
    (fault,) = error.value.faults
    assert (fault.code, fault.file, fault.column) == ("where-value-unknown", "fore.csv, efter.csv", "kommun")
    assert (fault.got, set(fault.expected), fault.nearest) == ("Orst", {"Lerum", "Orust"}, "Orust")


def register(folder, cells):
    rows = [f"{place};{cell}" for place, cell in enumerate(cells)]
    return project(folder, REGISTER, deltagare=["id;validering", *rows])


def test_yes_with_a_full_stop_is_yes(tmp_path):
    (goal,) = em.evaluate(register(tmp_path, ["Ja."] * 4 + ["ja"] * 13 + ["nej"] * 3))
    assert (goal.fulfilment.estimate.hits, goal.fulfilment.estimate.n, str(goal.verdict)) == (17, 20, "met")


def test_other_values_in_the_column_that_decides_are_told_at_check_and_with_the_rows(tmp_path, capsys):
    cells = ["ja"] * 13 + ["nej"] * 3 + ["klar 2 maj"] * 3 + ["x"] * 2 + ["utbildad"] * 5
    folder = register(tmp_path, cells)
    told = "andra värden än ”ja/nej” i kolumnen ”validering” och räknas inte som ”ja”: "
    told += "utbildad (5) · klar 2 maj (3) · x (2)"
    assert main(["check", str(folder)]) == 0
    assert f"10 rader har {told}." in capsys.readouterr().out
    assert main(["report", str(folder), "-o", str(folder / "rapport")]) == 0
    assert f"deltagare: 10 rader har {told}." in (folder / "rapport" / "report.html").read_text(encoding="utf-8")


def test_a_column_of_yes_and_no_has_nothing_to_tell(tmp_path):
    evaluation = em.evaluate(register(tmp_path, ["ja"] * 13 + ["Nej"] * 3 + [""]))
    assert [note.code for source in evaluation.findings.sources for note in source.notes] == []
