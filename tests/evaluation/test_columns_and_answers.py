"""Columns that have another name in a wave, and questions with several answers."""

import pytest

import effektmatt as em
from effektmatt.cli import main

PLAN = """
[project]
name = "Kanaler"

[waves]
fore = { label = "Före" }
efter = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
MULTIPLE

[scales.k]
label = "Kanal"
source = "enkat"
answers = ["nej", "ja"]
items = ["COLUMN"]

[[goals]]
id = "a"
title = "Fler använder e-tjänsten"
measure = { kind = "share-change", scale = "k", top = 1 }
target = { increase_by = 0.10, reading = "points" }
"""
NAMED = """
[project]
name = "Kursen"

[analysis]
groups = ["enhet"]

[waves]
fore = { label = "Före" }
efter = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "kod"
answered = "svarade"
link_within = ["ort"]
groups = { enhet = "Enhet" }
columns = { kod = { efter = "Kod2" }, svarade = { efter = "Completion time" }, ort = { fore = "Ort" }, q1 = "Jag kan" }

[scales.s]
label = "Kunskap"
source = "enkat"
items = ["q1"]
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "a"
title = "80 % har förbättrats"
measure = { kind = "share-improved", scale = "s" }
target = { at_least = 0.80 }
"""


@pytest.fixture
def project(tmp_path):
    """Write a project of a plan and files of rows."""

    def write(plan, **files):
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        for name, rows in files.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        return tmp_path

    return write


def multiple(how, column):
    return PLAN.replace("MULTIPLE", f"multiple = {how}").replace("COLUMN", column)


def change(folder):
    return em.evaluate(folder).findings.goals[0].outcome.change


def answered(*cells):
    """Forty who ticked the first, twenty the second, ten nothing."""
    first, second, nothing = cells
    return [first] * 40 + [second] * 20 + [nothing] * 10


@pytest.mark.parametrize(
    ("how", "column", "heading", "rows"),
    [
        ('{ Kanal = ";" }', "Kanal/E-tjänst", "nr;Kanal", ("1;E-tjänst;Telefon;", "1;Telefon;", "1;")),
        ('{ "b/kanal" = " " }', "b/kanal/etjanst", "nr\tb/kanal", ("1\tetjanst telefon", "1\ttelefon", "1\t")),
        (
            '{ "b/kanal" = " " }',
            "b/kanal/etjanst",
            "b/kanal\tb/kanal/etjanst\tb/kanal/telefon",
            ("etjanst telefon\t1\t1", "telefon\t0\t1", "\t0\t0"),
        ),
        ('{ kanal = ["k1", "k2"] }', "k1", "nr\tk1\tk2", ("1\t1\t1", "1\t0\t1", "1\t\t")),
        ('{ kanal = ["k1", "k2"] }', "k1", "nr\tk1\tk2", ("1\tE-tjänst\t", "1\t\tTelefon", "1\t\t")),
        (
            '{ Kanal = { separator = ",", options = ["E-tjänst, app", "Telefon"] } }',
            "Kanal/E-tjänst, app",
            "nr\tKanal",
            ("1\tTelefon, E-tjänst, app", "1\tTelefon, Annat: brev, fax", "1\t"),
        ),
    ],
)
def test_several_answers_are_yes_and_no_of_those_who_answered(project, how, column, heading, rows):
    if ";" in heading:
        rows = [f'1;"{row[2:]}"' for row in rows]
    before = [heading, *answered(rows[1], rows[1], rows[2])]
    after = [heading, *answered(*rows)]
    found = change(project(multiple(how, column), fore=before, efter=after))
    assert (found.before.hits, found.before.n) == (0, 60)
    assert (found.after.hits, found.after.n) == (40, 60)


def test_an_answer_that_nobody_gave_is_a_fault_unless_a_list_has_it(project, capsys):
    rows = ["Kanal\tnr", *(["Telefon,E-post\t1"] * 30)]
    assert main(["check", str(project(multiple('{ Kanal = "," }', "Kanal/Telefn"), fore=rows, efter=rows[:21]))]) == 2
    told = capsys.readouterr().err
    assert "Ingen har svarat ”Telefn”" in told
    assert "Menade du ”Telefon”" in told
    listed = multiple('{ Kanal = { separator = ",", options = ["Telefon", "E-post", "Brev"] } }', "Kanal/Brev")
    found = change(project(listed, fore=rows, efter=rows[:21]))
    assert (found.after.hits, found.after.n) == (0, 20)


def test_words_that_few_wrote_are_not_named_in_a_fault(project, capsys):
    rows = ["Kanal\tnr", *(["Telefon\t1"] * 30), "Min son Kalle ringer\t1"]
    assert main(["check", str(project(multiple('{ Kanal = ";" }', "Kanal/Brev"), fore=rows, efter=rows[:21]))]) == 2
    assert "Kalle" not in capsys.readouterr().err


def test_a_question_that_is_not_there_and_a_table_that_says_nothing_are_faults(project, capsys):
    rows = ["Kanal\tnr", *(["Telefon\t1"] * 30)]
    assert (
        main(["check", str(project(multiple('{ Kanaler = ";" }', "Kanaler/Telefon"), fore=rows, efter=rows[:21]))]) == 2
    )
    assert "Menade du ”Kanal”" in capsys.readouterr().err
    assert main(["check", str(project(multiple("{ Kanal = {} }", "Kanal"), fore=rows, efter=rows[:21]))]) == 2
    assert "separator" in capsys.readouterr().err


def named_rows():
    before = ["kod;svarade;Ort;Enhet;Jag kan", *(f"k{i:02d};2025-02-01;Orust;{'ab'[i % 2]};2" for i in range(30))]
    after = ["rad;Kod2;Completion time;ort;Enhet;Jag kan"]
    after += [f"rad {i};k{i:02d};2025-06-01;Orust;{'ab'[i % 2]};4" for i in range(30)]
    return {"fore": before, "efter": after}


def test_every_column_may_have_another_name_in_a_wave(project):
    outcome = em.evaluate(project(NAMED, **named_rows())).findings.goals[0].outcome
    assert (outcome.estimate.hits, outcome.estimate.n) == (30, 30)
    assert {one.group for one in outcome.groups} == {"a", "b"}
    rows = named_rows()
    rows["efter"][0] = rows["efter"][0].replace("rad;", "kod;")  # something else is called so there, and gives way
    assert em.evaluate(project(NAMED, **rows)).findings.goals[0].outcome.estimate == outcome.estimate


def test_a_name_that_no_file_or_no_wave_has_is_a_fault(project, capsys):
    assert main(["check", str(project(NAMED.replace('"Kod2"', '"Kod3"'), **named_rows()))]) == 2
    told = capsys.readouterr().err
    assert "kolumn Kod3: Kolumnen finns inte i filen" in told
    assert "Ett fel hittades" in told
    assert main(["check", str(project(NAMED.replace("{ efter = ", "{ eftr = "), **named_rows()))]) == 2
    assert "Menade du ”efter”" in capsys.readouterr().err
