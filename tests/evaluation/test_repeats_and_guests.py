"""What stands twice, what nothing puts in order, who is in no register, and what the register alone knows."""

import pytest

import effektmatt as em
from effektmatt.cli import main

SURVEY = """
[project]
name = "Kursen"

[analysis]
groups = ["enhet"]

[waves]
fore = { label = "Före" }
efter = { label = "Efter" }

[sources.deltagare]
kind = "register"
file = "deltagare.csv"
key = "id"

[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "id"
answered = "svarade"
of = "deltagare"

[scales.s]
label = "Kunskap"
source = "enkat"
items = { q1 = "Jag kan" }
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "alla"
title = "80 % har förbättrats"
measure = { kind = "share-improved", scale = "s" }
target = { at_least = 0.80 }

[[goals]]
id = "norr"
title = "I norr"
measure = { kind = "share-improved", scale = "s" }
among = { enhet = "Norr" }
target = { at_least = 0.80 }
"""
ATTENDANCE = """
[project]
name = "Närvaro"

[sources.deltagare]
kind = "register"
file = "deltagare.csv"
key = "id"

[sources.narvaro]
kind = "activities"
file = "narvaro.csv"
activity = "pass"
held = "dag"
person = "vem"
hours = "timmar"
of = "deltagare"

[[goals]]
id = "a"
title = "Tolv timmar"
measure = { kind = "full-dose", source = "narvaro", hours = 12 }
target = { at_least = 0.80 }
"""
VISITS = """
[project]
name = "Besök"

[sources.besok]
kind = "visits"
file = "besok.csv"
checklist = "c"
unit = "enhet"
visitor = "vem"
date = "dag"

[checklists.c]
label = "Bemötande"
items = { halsad = "Hälsad" }

[[goals]]
id = "a"
title = "Hälsade"
measure = { kind = "visit-score", source = "besok" }
target = { at_least = 0.50 }
"""
LOG = """
[project]
name = "Logg"

[sources.logg]
kind = "log"
file = "logg.csv"
user = "vem"
at = "tid"

[[goals]]
id = "a"
title = "Per vecka"
measure = { kind = "weekly-users", source = "logg" }
target = { at_least = 1 }
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


def people(n=30):
    return ["id;enhet", *(f"D{i:02d};{'Norr' if i % 2 else 'Söder'}" for i in range(n))]


def answers(answer, day, n=30, time=""):
    return ["id;svarade;q1", *(f"D{i:02d};{day}{time};{answer}" for i in range(n))]


def source(folder, name):
    return next(one for one in em.evaluate(folder).findings.sources if one.id == name)


def notes(folder, name):
    return {note.code: note.values for note in source(folder, name).notes}


def goal(folder, name):
    return next(one for one in em.evaluate(folder).findings.goals if one.id == name).outcome


def test_the_later_answer_of_a_day_is_told_by_its_time(project):
    later, earlier = answers(4, "2025-06-20", time=" 14:30"), answers(1, "2025-06-20", time=" 08:15")
    folder = project(SURVEY, deltagare=people(), fore=answers(2, "2025-02-01"), efter=later + earlier[1:])
    assert goal(folder, "alla").estimate.hits == 30


def test_without_dates_nothing_says_which_answer_is_the_latest(project, capsys):
    plan = SURVEY.replace('answered = "svarade"\n', "")
    twice = answers(4, "2025-06-20") + answers(1, "2025-06-20")[1:3]
    folder = project(plan, deltagare=people(), fore=answers(2, "2025-02-01"), efter=twice)
    assert main(["check", str(folder)]) == 2
    told = capsys.readouterr().err
    assert "inget datum säger i vilken ordning" in told
    assert "answered" in told
    left_out = plan.replace('of = "deltagare"', 'of = "deltagare"\nrepeated = "leave-out"')
    folder = project(left_out, deltagare=people(), fore=answers(2, "2025-02-01"), efter=twice)
    assert goal(folder, "alla").estimate.hits == 28


def test_guests_are_counted_and_said_and_never_in_the_share(project, capsys):
    guests = ["G1;2025-06-20;1", "G2;2025-06-20;1", ";2025-06-20;1"]
    folder = project(SURVEY, deltagare=people(), fore=answers(2, "2025-02-01"), efter=answers(4, "2025-06-20") + guests)
    found = goal(folder, "alla").estimate
    assert (found.hits, found.n, found.population) == (30, 30, 30)
    account = source(folder, "enkat").accounts[1]
    assert account.read == 33 == account.used + sum(account.left_out.values())
    assert account.left_out["not-in-register"] == 2
    assert notes(folder, "enkat")["not-linked-to-register"]["n"] == 1
    main(["check", str(folder)])
    assert "2 svar har koder som inte finns i registret" in " ".join(capsys.readouterr().out.split())


def test_the_register_splits_the_answers_and_says_whom_a_goal_is_about(project):
    after = [row[:-1] + ("4" if row[2:3] in "13579" else "2") for row in answers(4, "2025-06-20")[1:]]
    after = ["id;svarade;q1", *after]
    folder = project(SURVEY, deltagare=people(), fore=answers(2, "2025-02-01"), efter=after)
    everybody, north = goal(folder, "alla"), goal(folder, "norr")
    assert {one.group for one in everybody.groups} == {"Norr", "Söder"}
    assert (north.estimate.n, north.estimate.population) == (15, 15)
    assert not north.estimate.assumptions


def test_codes_of_their_own_and_running_numbers_are_no_keys(project):
    own = [row.replace("D", "X") for row in answers(4, "2025-06-20")]
    folder = project(
        SURVEY, deltagare=people(), fore=[r.replace("D", "X") for r in answers(2, "2025-02-01")], efter=own
    )
    assert goal(folder, "alla").estimate.n == 30
    assert "not-in-register" not in notes(folder, "enkat")
    numbered = SURVEY.replace('code = "id"', 'code = "svar"')
    running = {
        "fore": [row.replace("id;", "svar;").replace("D", "") for row in answers(2, "2025-02-01", n=40)],
        "efter": [row.replace("id;", "svar;").replace("D", "") for row in answers(4, "2025-06-20", n=40)],
    }
    folder = project(numbered, deltagare=[row.replace("D", "") for row in people()], **running)
    assert "not-in-register" not in notes(folder, "enkat")


def attended():
    rows = ["pass;dag;vem;timmar"]
    for i in range(20):
        rows += [f"Pass {p};2025-02-0{p};D{i:02d};6" for p in (1, 2) if i > 4 or p == 1]
    return rows


def test_an_attendance_entered_twice_counts_once_and_is_said(project, capsys):
    rows = [*attended(), *(f"pass 1;2025-02-01;d{i:02d};6" for i in range(3))]
    folder = project(ATTENDANCE, deltagare=people(20), narvaro=rows)
    assert goal(folder, "a").estimate.hits == 15
    assert source(folder, "narvaro").accounts[0].left_out == {"entered-twice": 3}
    main(["check", str(folder)])
    assert "3 rader är närvaro som redan står i filen" in " ".join(capsys.readouterr().out.split())


def test_attendance_with_other_hours_is_kept_and_remarked_on(project):
    folder = project(ATTENDANCE, deltagare=people(20), narvaro=[*attended(), "Pass 1;2025-02-01;D00;7"])
    assert goal(folder, "a").estimate.hits == 16
    assert notes(folder, "narvaro")["entered-twice-differs"]["n"] == 1


def test_a_visit_entered_twice_counts_once(project):
    rows = ["enhet;vem;dag;halsad", *(f"E{i};B1;2025-02-01;{'ja' if i % 2 else 'nej'}" for i in range(12))]
    once = goal(project(VISITS, besok=rows), "a").estimate
    folder = project(VISITS, besok=[*rows, rows[1], rows[1], rows[2].replace("ja", "nej")])
    assert source(folder, "besok").accounts[0].left_out == {"entered-twice": 2}
    assert notes(folder, "besok")["entered-twice-differs"]["n"] == 1
    assert goal(project(VISITS, besok=[*rows, rows[1], rows[1]]), "a").estimate == once


def test_rows_of_a_log_that_are_alike_all_count_and_are_remarked_on(project):
    folder = project(LOG, logg=["vem;tid", "a;2025-02-03 08:00", "a;2025-02-03 08:00", "a;2025-02-03 09:00"])
    assert source(folder, "logg").accounts[0].used == 3
    assert notes(folder, "logg")["rows-alike"]["n"] == 1
