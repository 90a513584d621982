"""What could turn a verdict is said: by `check`, by `goals` and in the report. The smallest inputs that once passed."""

import html
import re

import pytest

import effektmatt as em
from effektmatt.cli import main

WAVES = """[waves]
before = { label = "Före" }
after = { label = "Efter" }
"""
REGISTER = """[project]
name = "P"
[sources.d]
kind = "register"
file = "d.csv"
[[goals]]
id = "m"
title = "Chefer klara"
measure = { kind = "share", source = "d", where = { klar = "ja" } }
among = { roll = "chef" }
target = { at_least = 0.8 }
"""
SURVEY = f"""[project]
name = "P"
{WAVES}
[sources.e]
kind = "survey"
files = {{ before = "b.csv", after = "a.csv" }}
code = "kod"
[scales.t]
label = "Trygg"
source = "e"
items = ["v1", "v2"]
answers = ["1", "2", "3", "4"]
not_an_answer = ["vet ej"]
[[goals]]
id = "m"
title = "Ökar"
measure = {{ kind = "score-change", scale = "t" }}
target = {{ increase_by = 0.1 }}
"""
INDEX = f"""[project]
name = "P"
{WAVES}
[sources.i]
kind = "index"
file = "i.csv"
wave = "ar"
index = "index"
value = "varde"
[[goals]]
id = "m"
title = "Nöjda"
measure = {{ kind = "index-change", source = "i", index = "Nöjda" }}
target = {{ at_least = 70 }}
"""


@pytest.fixture
def made(tmp_path):
    def make(plan, **files):
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        for name, rows in files.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        return tmp_path

    return make


def said_everywhere(folder, capsys, text):
    """Return whether check, goals and the report all say something."""
    printed = []
    for command in ("check", "goals"):
        assert main([command, str(folder)]) == 0
        printed.append(" ".join(capsys.readouterr().out.split()))
    em.evaluate(folder).report(folder / "ut")
    page = html.unescape(re.sub("<[^>]+>", "", (folder / "ut" / "report.html").read_text(encoding="utf-8")))
    printed.append(" ".join(page.replace("\u00ad", "").split()))
    return [text in one for one in printed] == [True] * 3


def test_a_misspelt_value_of_a_column_that_decides(made, capsys):
    rows = ["kod;klar;roll", *(f"k{place};{'nej' if place == 11 else 'ja'};chef" for place in range(12))]
    rows[12] = "k11;nej;cheef"  # the one who is not done leaves the goal
    folder = made(REGISTER, d=rows)
    assert said_everywhere(folder, capsys, "I kolumnen ”roll” står både ”cheef” och ”chef”.")


def test_a_misspelt_group(made, capsys):
    plan = REGISTER.replace('among = { roll = "chef" }\n', "").replace(
        "[sources.d]", "[analysis]\ngroups = ['ort']\n[sources.d]"
    )
    rows = ["kod;klar;ort", *(f"k{place};ja;{'Tranemo' if place else 'Tranmo'}" for place in range(12))]
    assert said_everywhere(made(plan, d=rows), capsys, "står både ”Tranmo” och ”Tranemo”")


def test_the_name_of_an_index_that_has_lost_its_pair(made, capsys):
    rows = ["ar;index;varde", "2011;Nöjda;80", "2012;Nöjda;75", "2013;Nöjdda;50"]
    assert said_everywhere(made(INDEX, i=rows), capsys, "”Nöjdda” har bara en mätning (2013)")


def test_an_empty_questionnaire_is_no_answer(made, capsys):
    before = ["kod;v1;v2", *(f"k{place};{place % 4 + 1};2" for place in range(20)), "z1;;", "z2; ;", "z3;vet ej;"]
    after = ["kod;v1;v2", *(f"k{place};{place % 3 + 2};3" for place in range(4, 20)), "z1;;", "z2;1;1"]
    folder = made(SURVEY, b=before, a=after)
    findings = em.evaluate(folder).findings
    accounts = {account.wave: account for account in findings.sources[0].accounts}
    assert accounts["before"].left_out["no-answer"] == 2
    assert [(rate.wave, rate.answered) for rate in findings.answer_rates] == [("before", 21), ("after", 17)]
    steps = {step.code: step.n for step in findings.flows[0].steps}
    assert (steps["answered-before"], steps["answered-after"], steps["linked"]) == (21, 17, 16)


def test_what_is_no_answer_among_the_answers_is_questioned_everywhere(made, capsys):
    plan = SURVEY.replace('"4"]', '"4", "Ej aktuellt"]')
    rows = ["kod;v1;v2", *(f"k{place};{place % 4 + 1};Ej aktuellt" for place in range(20))]
    assert said_everywhere(
        made(plan, b=rows, a=[rows[0], *rows[:0:-1]]), capsys, "”Ej aktuellt” står som svar 5 av 5 på skalan"
    )


def test_many_cells_that_are_no_answer_are_told(made, capsys):
    rows = ["kod;v1;v2", *(f"k{place};{place % 4 + 1};{'vet ej' if place < 9 else '2'}" for place in range(20))]
    assert said_everywhere(made(SURVEY, b=rows, a=[rows[0], *rows[:0:-1]]), capsys, "22,5 % av svaren")


def test_a_fault_in_a_file_names_the_goal_that_asks(made):
    plan = REGISTER.replace('roll = "chef"', 'rol = "chef"').replace('klar = "ja"', 'klar = "jaa"')
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(made(plan, d=["kod;klar;roll", "a;ja;chef", "b;nej;chef"]))
    assert [(fault.code, fault.column, fault.goal) for fault in caught.value.faults] == [
        ("column-missing", "rol", "m"),
        ("where-value-unknown", "klar", "m"),
    ]


def test_codes_that_repeat_beside_a_date_column_that_is_missing_are_a_fault_and_no_defect(made):
    plan = SURVEY.replace('code = "kod"', 'code = "kod"\nanswered = "datum"')
    rows = ["kod;v1;v2", "a;1;2", "a;2;2", "b;3;3"]
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(made(plan, b=rows, a=[*rows, "c;1;1"]))
    assert {(fault.code, fault.column) for fault in caught.value.faults} == {("column-missing", "datum")}


def test_a_frequent_slip_of_what_the_plan_asks_for(made, capsys):
    """So many are misspelt that they are no rare value; but the plan says which spelling is meant."""
    rows = ["kod;klar;roll", *(f"k{place};ja;{'cheef' if place % 3 else 'chef'}" for place in range(12))]
    assert said_everywhere(made(REGISTER, d=rows), capsys, "I kolumnen ”roll” står både ”cheef” och ”chef”.")


def test_a_slip_in_the_answers_own_column_of_whom_a_goal_is_about(made, capsys):
    plan = SURVEY.replace(
        "[sources.e]", '[sources.d]\nkind = "register"\nfile = "d.csv"\nkey = "kod"\n[sources.e]\nof = "d"'
    )
    plan += 'among = { roll = "chef" }\n'
    people = ["kod;roll", *(f"k{place};chef" for place in range(20))]
    before = ["kod;roll;v1;v2", *(f"k{place};chef;{place % 3 + 1};2" for place in range(20))]
    after = [
        "kod;roll;v1;v2",
        *(f"k{place};{'cheef' if place % 2 else 'chef'};{place % 3 + 2};2" for place in range(20)),
    ]
    folder = made(plan, d=people, b=before, a=after)
    assert said_everywhere(folder, capsys, "I kolumnen ”roll” står både ”cheef” och ”chef”.")


HELD = """[project]
name = "P"
[sources.m]
kind = "activities"
file = "m.csv"
activity = "vad"
held = "dag"
[[goals]]
id = "m"
title = "Möten"
measure = { kind = "held", source = "m", activity = "Möte" }
target = { at_least = 3 }
"""


@pytest.mark.parametrize("spelt", ["Möte", "MÖTE", " möte ", "möte."])
def test_an_activity_is_the_same_however_it_is_spelt(made, spelt):
    rows = ["vad;dag", "möte;2024-01-01", f"{spelt};2024-02-01", f"{spelt};2024-03-01", "kurs;2024-03-01"]
    assert em.evaluate(made(HELD, m=rows))["m"].finding.outcome.estimate.value == 3


def test_an_activity_that_never_occurs_is_a_fault_and_a_slip_is_said(made, capsys):
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(made(HELD, m=["vad;dag", "träff;2024-01-01", "mmöte;2024-01-01"]))
    assert [(fault.code, fault.got, fault.nearest, fault.goal) for fault in caught.value.faults] == [
        ("where-value-unknown", "Möte", "mmöte", "m")
    ]
    rows = ["vad;dag", "möte;2024-01-01", "mmöte;2024-02-01", "möte;2024-03-01"]
    assert said_everywhere(made(HELD, m=rows), capsys, "I kolumnen ”vad” står både ”mmöte” och ”möte”.")


MEASURED = f"""[project]
name = "P"
{WAVES}
[sources.s]
kind = "measurements"
files = {{ before = "b.csv", after = "a.csv" }}
code = "kod"
number = "dagar"
[[goals]]
id = "m"
title = "Färre dagar"
measure = {{ kind = "mean-change", source = "s" }}
target = {{ direction = "decrease" }}
"""


@pytest.mark.parametrize(
    ("plan", "once"),
    [
        (MEASURED, 2),
        (MEASURED.replace('source = "s"', 'source = "s", answers = "all"'), 0),
        (MEASURED + '[[goals]]\nid = "n"\ntitle = "N"\nmeasure = { kind = "mean", source = "s" }\n', 0),
    ],
)
def test_who_was_measured_once_is_accounted_for_where_people_are_compared_with_themselves(made, plan, once):
    before = ["kod;dagar", *(f"k{place};{5 + place}" for place in range(12)), ";7", "z;"]
    after = ["kod;dagar", *(f"k{place};{4 + place}" for place in range(10)), "k10;", "k11;3", "y;4"]
    accounts = em.evaluate(made(plan, b=before, a=after)).findings.sources[0].accounts
    assert [dict(account.left_out) for account in accounts] == [
        {"without-number": 1, **({"measured-once": once} if once else {})},
        {"without-number": 1, **({"measured-once": once // 2} if once else {})},
    ]
    assert accounts[0].used == (11 if once else 13)


ROLES = SURVEY.replace("target = { increase_by = 0.1 }", 'target = { increase_by = 0.1 }\namong = { roll = "chef" }')


@pytest.mark.parametrize("roll", ["", "#DIV/0!", "vet ej"])
def test_an_answer_that_does_not_say_whom_it_is_of(made, capsys, roll):
    rows = [f"k{place};{place % 4 + 1};2;chef" for place in range(20)]
    after = ["kod;v1;v2;roll", *rows[:-1], f"k19;4;2;{roll}"]
    folder = made(ROLES, b=["kod;v1;v2;roll", *rows], a=after)
    said = "En rad i mätningen ”Efter” saknar uppgift om ”roll”, så det är inte känt om målet gäller den."
    assert said_everywhere(folder, capsys, said)


def test_a_measurement_that_does_not_say_whom_it_is_of(made, capsys):
    rows = [f"k{place};{place % 9 + 3};chef" for place in range(20)]
    folder = made(
        MEASURED + 'among = { roll = "chef" }\n',
        b=["kod;dagar;roll", *rows[:18], "k18;5;", "k19;4;"],
        a=["kod;dagar;roll", *rows],
    )
    assert said_everywhere(folder, capsys, "2 rader i mätningen ”Före” saknar uppgift om ”roll”")


def test_a_published_value_whose_unit_nobody_sees_is_a_fault(made):
    plan = INDEX.replace('index = "index"\n', 'unit = "enhet"\n').replace(', index = "Nöjda" }', " }")
    rows = ["ar;enhet;varde", "2012;Orust;75", "2013;Orust;80", "2012;\u200b;70", "2013;Ale;90"]
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(made(plan, i=rows))
    assert [(fault.code, fault.column, fault.row) for fault in caught.value.faults] == [("cell-empty", "enhet", 4)]


def rows_of_survey(n=20):
    before = ["kod;v1;v2", *(f"k{place};{place % 4 + 1};{place % 3 + 1}" for place in range(n))]
    return before, ["kod;v1;v2", *(f"k{place};{place % 3 + 2};3" for place in range(n))]


def faults_of(folder):
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    return [(fault.code, fault.key or fault.column) for fault in caught.value.faults]


def test_a_repeated_heading_matters_only_where_the_plan_asks_for_it(made):
    before, after = rows_of_survey()
    unasked = [f"{before[0]};anm;anm", *(f"{line};bra;" for line in before[1:])]
    found = em.evaluate(made(SURVEY, b=unasked, a=after))["m"].finding.outcome.change
    assert found == em.evaluate(made(SURVEY, b=before, a=after))["m"].finding.outcome.change
    asked = [unasked[0].replace("anm;anm", "anm;v1"), *unasked[1:]]
    assert faults_of(made(SURVEY, b=asked, a=after)) == [("column-repeated", "v1")]


def test_a_personal_number_under_a_repeated_heading_is_refused(made):
    before, after = rows_of_survey()
    held = [f"{before[0]};anm;anm", *(f"{line};811218-9876;bra" for line in before[1:])]
    assert "personal-number" in {code for code, _ in faults_of(made(SURVEY, b=held, a=after))}


def test_a_change_needs_two_waves(made):
    before, _ = rows_of_survey()
    plan = SURVEY.replace('files = { before = "b.csv", after = "a.csv" }', 'file = "b.csv"')
    assert ("plan-measure-two-waves", "goals[1].measure.kind") in faults_of(made(plan, b=before))


def test_a_remark_on_a_scale_is_told_once(made, capsys):
    before, after = rows_of_survey()
    folder = made(SURVEY, b=before, a=after)
    assert main(["check", str(folder)]) == 0
    remarks = [line.partition(": ")[2] for line in capsys.readouterr().out.splitlines() if line.startswith("- ")]
    assert any("Cronbachs alfa" in remark for remark in remarks)
    assert len(remarks) == len(set(remarks))


def test_a_yes_or_no_has_no_mean(made):
    plan = SURVEY.replace('items = ["v1", "v2"]', 'items = ["v1"]').replace('["1", "2", "3", "4"]', '["nej", "ja"]')
    rows = ["kod;v1", *(f"k{place};{'ja' if place % 3 else 'nej'}" for place in range(20))]
    later = ["kod;v1", *(f"k{place};{'ja' if place % 5 else 'nej'}" for place in range(20))]
    for measure in ('kind = "share-improved", scale = "t"', 'kind = "share", scale = "t", top = 1, wave = "after"'):
        changed = plan.replace('kind = "score-change", scale = "t"', measure).replace(
            "increase_by = 0.1", "at_least = 0.1"
        )
        folder = made(changed, b=rows, a=later)
        em.evaluate(folder).report(folder / "ut")
        page = html.unescape(re.sub("<[^>]+>", "", (folder / "ut" / "report.html").read_text(encoding="utf-8")))
        assert "Medelvärde" not in page, measure


def test_an_index_of_two_years_is_no_single_time_and_a_number_that_is_a_name_is_quoted(made, capsys):
    plan = INDEX.replace('index = "index"', 'unit = "kommun"').replace(', index = "Nöjda"', "")
    plan = plan.replace("target = { at_least = 70 }\n", "")
    rows = ["ar;kommun;varde", "2011;1863;80", "2012;1863;75", "2011;1864;", "2012;1864;50"]
    folder = made(plan, i=rows)
    assert main(["goals", str(folder)]) == 0
    assert "”1864” saknar värden" in capsys.readouterr().out
    em.evaluate(folder).report(folder / "ut")
    assert "ett tillfälle" not in (folder / "ut" / "report.html").read_text(encoding="utf-8").replace("\u00ad", "")
