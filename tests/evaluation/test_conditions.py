"""A plan's conditions held against all files of a source at once; what some wave lacks is said of the goal alone."""

import pytest

import effektmatt as em
from effektmatt import InputFaults
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
    folder.mkdir(exist_ok=True)
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
    told = "andra värden än ”ja/nej” i kolumnen ”validering” och räknas som okänt: "
    told += "utbildad (5) · klar 2 maj (3) · x (2)"
    assert main(["check", str(folder)]) == 0
    assert f"10 rader har {told}." in capsys.readouterr().out
    assert main(["report", str(folder), "-o", str(folder / "rapport")]) == 0
    assert f" rader har {told}." in (folder / "rapport" / "report.html").read_text(encoding="utf-8")


def test_a_column_of_yes_and_no_has_nothing_to_tell(tmp_path):
    evaluation = em.evaluate(register(tmp_path, ["ja"] * 13 + ["Nej"] * 3 + [""]))
    assert [note.code for source in evaluation.findings.sources for note in source.notes] == []


SICK = REGISTER.replace('where = { validering = "ja" }', "where = { dagar = { at_most = 10 } }")


def sick(folder, days, plan=SICK):
    rows = [f"{place};{day};ja" for place, day in enumerate(days)]
    return project(folder, plan, deltagare=["id;dagar;validering", *rows])


def test_a_share_within_a_limit(tmp_path):
    evaluation = em.evaluate(sick(tmp_path, ["0", "10", "10,5", "3,5", "40", "", "7", "1", "2", "5"]))
    (goal,) = evaluation
    assert (goal.fulfilment.estimate.hits, goal.fulfilment.estimate.n) == (7, 9)
    assert goal.fulfilment.estimate.possible.high == 0.8  # the empty one may be within
    assert "”dagar: högst 10”" in evaluation.in_words("sv")
    assert "“dagar: at most 10”" in evaluation.in_words("en")


def test_whom_a_goal_concerns_by_numbers(tmp_path):
    plan = REGISTER + "among = { dagar = { at_least = 2.5, at_most = 7 } }\n"
    (goal,) = em.evaluate(sick(tmp_path, ["2", "2,5", "3", "4", "5", "7", "8"], plan))
    assert (goal.fulfilment.estimate.hits, goal.fulfilment.estimate.n) == (5, 5)
    assert "”dagar: 2,5–7”" in goal.in_words("sv")


@pytest.mark.parametrize("code", ["", 'code = "kod"'])
def test_whom_a_survey_concerns_by_numbers(tmp_path, code):
    folder = surveys(tmp_path, code)
    for name in ("fore", "efter"):
        lines = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        rows = [f"{line};{20 + int(line.split(';')[0])},5" for line in lines[1:]]
        (folder / f"{name}.csv").write_text("\n".join([lines[0] + ";alder", *rows]), encoding="utf-8")
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    plan = text.replace('among = { kommun = "orust." }', "among = { alder = { at_least = 45 } }")
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    some, everybody = em.evaluate(folder)
    assert some.fulfilment.estimate.n == (15 if code else 30)  # 25 to 39, before and after
    assert everybody.fulfilment.estimate.n == (30 if code else 70)


def test_what_is_no_number_is_a_fault_with_its_file_and_rows(tmp_path):
    with pytest.raises(em.InputFaults) as error:
        em.evaluate(sick(tmp_path, ["0", "många", "3", "många"]))
    (fault,) = error.value.faults
    assert (fault.code, fault.file, fault.row, fault.rows) == ("number-wrong", "deltagare.csv", 3, 2)
    assert (fault.column, fault.got, fault.details["where"]) == ("dagar", "många", "3, 5")


def test_nobody_within_the_limits_is_a_fault(tmp_path):
    with pytest.raises(em.InputFaults) as error:
        em.evaluate(sick(tmp_path, ["2", "3"], REGISTER + "among = { dagar = { at_least = 5.5 } }\n"))
    assert [(fault.code, fault.got) for fault in error.value.faults] == [("goal-for-nobody", "dagar: ≥ 5.5")]


@pytest.mark.parametrize(
    ("written", "code", "key"),
    [
        ("{ at_mst = 10 }", "plan-unknown-key", "dagar.at_mst"),
        ('{ at_most = "10" }', "plan-wrong-type", "dagar.at_most"),
        ("{}", "plan-empty", "dagar"),
        ("10", "plan-wrong-type", "dagar"),
    ],
)
def test_limits_that_are_none_are_faults_of_the_plan(tmp_path, written, code, key):
    with pytest.raises(em.InputFaults) as error:
        em.evaluate(sick(tmp_path, ["2"], SICK.replace("{ at_most = 10 }", written)))
    (fault,) = error.value.faults
    assert (fault.code, fault.key) == (code, f"goals[1].measure.where.{key}")
    if code == "plan-unknown-key":
        assert (fault.expected, fault.nearest) == (("at_least", "at_most"), "at_most")


def test_an_empty_cell_is_no_no_unless_the_plan_says_so(tmp_path):
    (goal,) = em.evaluate(register(tmp_path / "okänt", ["ja"] * 2 + ["nej"] * 30 + [""] * 28))
    assert (str(goal.verdict), goal.fulfilment.estimate.possible.high) == ("not-met", 0.5)
    (goal,) = em.evaluate(register(tmp_path / "öppet", ["ja"] * 22 + ["nej"] * 3 + [""] * 5))
    assert (str(goal.verdict), goal.fulfilment.estimate.n, goal.fulfilment.probability) == ("undetermined", 25, None)
    said = goal.in_words("sv")
    assert "finns uppgift om 25" in said
    assert "från 73,3 % till 90 %" in said.replace("\u00a0", " ")
    plan = REGISTER.replace('kind = "register"', 'kind = "register"\nempty_is_no = ["validering"]')
    ticked = project(
        tmp_path / "kryss", plan, deltagare=["id;validering", *(f"{i};ja" for i in range(22)), "90;", "91;"]
    )
    (goal,) = em.evaluate(ticked)
    assert (str(goal.verdict), goal.fulfilment.estimate.hits, goal.fulfilment.estimate.n) == ("met", 22, 24)


def test_check_asks_whether_empty_means_no(tmp_path, capsys):
    assert main(["check", str(register(tmp_path, ["ja"] * 22 + ["nej"] * 3 + [""] * 5))]) == 0
    assert "Betyder en tom cell i ”validering” nej?" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("cells", "where", "asked"),
    [
        (["vet ej"], '{ validering = "ja" }', False),  # not empty: it says that it is not known
        ([""], '{ validering = "ja" }', True),
        (["", "4", "12"], "{ validering = { at_most = 10 } }", False),  # no number is no answer
    ],
)
def test_check_asks_of_empty_cells_alone_and_not_of_numbers(tmp_path, capsys, cells, where, asked):
    of_words = "ja" in where
    folder = register(tmp_path, [*cells, *(["ja"] * 9 + ["nej"] * 3 if of_words else ["5"] * 9)])
    plan = folder / "plan.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('{ validering = "ja" }', where), encoding="utf-8")
    assert main(["check", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "saknar uppgift om ”validering”" in told
    assert ("Betyder en tom cell" in told) is asked


def test_an_empty_cell_cannot_mean_no_where_numbers_have_limits(tmp_path):
    plan = REGISTER.replace('kind = "register"', 'kind = "register"\nempty_is_no = ["validering"]')
    plan = plan.replace('{ validering = "ja" }', "{ validering = { at_most = 10 } }")
    folder = project(tmp_path, plan, deltagare=["id;validering", *(f"{i};{i}" for i in range(20)), "90;"])
    with pytest.raises(InputFaults) as caught:
        em.evaluate(folder)
    assert [fault.code for fault in caught.value.faults] == ["plan-empty-is-no-number"]


def test_a_column_that_empty_is_no_names_must_be_there(tmp_path):
    plan = REGISTER.replace('kind = "register"', 'kind = "register"\nempty_is_no = ["validerat"]')
    with pytest.raises(InputFaults) as error:
        em.evaluate(project(tmp_path, plan, deltagare=["id;validering", "1;ja"]))
    assert [(fault.code, fault.column, fault.nearest) for fault in error.value.faults] == [
        ("column-missing", "validerat", "validering")
    ]
