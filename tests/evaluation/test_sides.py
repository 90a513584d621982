"""Who is in the project and who is compared with it: nobody is counted on a side where they do not belong."""

import numpy as np
import pandas as pd
import pytest

import effektmatt as em
from effektmatt.wording import words
from effektmatt.wording.cause import side_sentences

PLAN = """
[project]
name = "Stödgrupper"

[analysis]
design = "comparison-group"
comparison = {{ column = "plats", group = "väntelista"{project} }}

[waves]
fore = {{ label = "Före" }}
efter = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
files = {{ fore = "fore.csv", efter = "efter.csv" }}
{code}

[scales.ork]
label = "Ork"
source = "enkat"
items = {{ o = "Jag orkar" }}
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "ork"
title = "Mer ork"
measure = {{ kind = "score-change", scale = "ork" }}
target = {{ direction = "increase" }}
"""


def evaluated(folder, before, after, *, project="", code='code = "id"'):
    """Evaluate two waves of (code, place, answer)."""
    for name, rows in (("fore", before), ("efter", after)):
        pd.DataFrame(rows, columns=["id", "plats", "o"]).to_csv(folder / f"{name}.csv", index=False, sep=";")
    (folder / "plan.toml").write_text(PLAN.format(project=project, code=code), encoding="utf-8")
    return em.evaluate(folder)


def people(place, n, before, rise, start=0):
    """Return rows before and after of `n` people; the answers before alternate around `before`."""
    first = [(f"{place or 'tom'}{start + i}", place, before + i % 2) for i in range(n)]
    return first, [(code, place, answer + rise * (i % 3 > 0)) for i, (code, _, answer) in enumerate(first)]


def both(*groups):
    """Put groups of people together, wave by wave."""
    return [row for one, _ in groups for row in one], [row for _, two in groups for row in two]


def notes(evaluation):
    """Return the notes on the only source, by code."""
    return {note.code: dict(note.values) for note in evaluation.findings.sources[0].notes}


@pytest.fixture
def two():
    """30 in the project who rise by 2/3 on average, 24 on the waiting list who do not."""
    return people("kurs", 30, 2, 1), people("väntelista", 24, 2, 0)


def test_an_empty_cell_belongs_to_nobody(tmp_path, two):
    """Twelve people without a place, who fall by much, change nothing on either side."""
    evaluation = evaluated(tmp_path, *both(*two, people("", 12, 4, -3)))
    finding = evaluation["ork"].finding
    assert finding.outcome.change.difference.n == 30
    assert finding.outcome.estimate.value == pytest.approx(2 / 3)
    assert finding.cause.value == pytest.approx(2 / 3)
    assert finding.cause.n == 54
    assert notes(evaluation)["comparison-side-unknown"]["n"] == 12
    assert [account.left_out for account in evaluation.findings.sources[0].accounts] == [{"side-unknown": 12}] * 2
    (sentence,) = side_sentences(evaluation.findings, words("sv"))
    assert sentence.startswith("12 saknar uppgift om ”plats”")


def test_a_cell_empty_in_one_wave_is_known_from_the_other(tmp_path, two):
    before, after = both(*two)
    after = [(code, "" if place == "väntelista" else place, answer) for code, place, answer in after]
    evaluation = evaluated(tmp_path, before, after)
    assert evaluation["ork"].finding.cause.n == 54
    assert not notes(evaluation)


def test_who_changed_group_is_on_neither_side(tmp_path, two):
    moved = people("kurs", 7, 2, 2, start=100)
    moved = moved[0], [(code, "väntelista", answer) for code, _, answer in moved[1]]
    evaluation = evaluated(tmp_path, *both(*two, moved))
    finding = evaluation["ork"].finding
    assert (finding.outcome.change.difference.n, finding.cause.n) == (30, 54)
    assert notes(evaluation)["comparison-side-moved"]["n"] == 7
    assert evaluation.findings.sources[0].accounts[0].left_out == {"side-moved": 7}


def test_a_third_value_is_noted_and_belongs_to_neither(tmp_path, two):
    evaluation = evaluated(tmp_path, *both(*two, people("avbrutit", 8, 4, -2)))
    assert evaluation["ork"].finding.cause.n == 54
    told = notes(evaluation)["comparison-other-values"]
    assert (told["n"], told["project"]) == (8, "kurs")
    assert "avbrutit" in told["values"]


def test_the_plan_can_say_that_it_is_the_project_too(tmp_path, two):
    groups = both(*two, people("webbkurs", 8, 4, -2))
    evaluation = evaluated(tmp_path, *groups, project=', project = ["kurs", "webbkurs"]')
    assert evaluation["ork"].finding.outcome.change.difference.n == 38
    assert not notes(evaluation)


def test_several_values_of_which_none_is_clearly_the_project_are_a_fault(tmp_path, two):
    with pytest.raises(em.InputFaults) as caught:
        evaluated(tmp_path, *both(*two, people("webbkurs", 20, 2, 1)))
    fault = caught.value.faults[0]
    assert fault.code == "comparison-project-unclear"
    assert set(fault.expected) == {"kurs", "webbkurs"}


def test_a_project_that_is_misspelt_is_a_fault(tmp_path, two):
    with pytest.raises(em.InputFaults) as caught:
        evaluated(tmp_path, *both(*two), project=', project = "krus"')
    assert caught.value.faults[0].nearest == "kurs"


def test_without_codes_each_wave_is_told_apart_on_its_own(tmp_path, two):
    groups = both(*two, people("", 9, 4, -3))
    evaluation = evaluated(tmp_path, *groups, code="")
    finding = evaluation["ork"].finding
    assert (finding.outcome.change.before.n, finding.outcome.change.after.n) == (30, 30)
    assert finding.cause.n == 108
    assert notes(evaluation)["comparison-side-unknown"]["n"] == 18


def test_the_side_of_a_unit_is_that_of_all_visits_to_it(tmp_path):
    """One of five units on each side is told only once, another as both: that one is on neither side."""
    random = np.random.default_rng(11)
    rows = {
        wave: [
            {"enhet": f"{side}{unit}", "med": side, "m": random.choice(["ja", "nej"], p=[share, 1 - share])}
            for side, share in (("ja", rises), ("nej", 0.5))
            for unit in range(6)
            for _ in range(4)
        ]
        for wave, rises in (("fore", 0.5), ("efter", 0.8))
    }
    for row in rows["fore"]:
        row["med"] = "" if row["enhet"] == "ja0" else "nej" if row["enhet"] == "ja1" else row["med"]
    for wave, table in rows.items():
        pd.DataFrame(table).to_csv(tmp_path / f"{wave}.csv", index=False)
    plan = PLAN[: PLAN.index("[sources")].format(project="")
    plan = plan.replace('column = "plats", group = "väntelista"', 'column = "med", group = "nej"')
    plan += """
[sources.besok]
kind = "visits"
files = { fore = "fore.csv", efter = "efter.csv" }
checklist = "motet"
unit = "enhet"

[checklists.motet]
label = "Mötet"
items = ["m"]

[[goals]]
id = "motet"
title = "Bättre möten"
measure = { kind = "visit-score", source = "besok" }
target = { direction = "increase" }
"""
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    evaluation = em.evaluate(tmp_path)
    source = evaluation.findings.sources[0]
    assert [account.left_out for account in source.accounts] == [{"side-moved": 4}, {"side-moved": 4}]
    assert evaluation["motet"].finding.cause.n in (2 * (5 + 6), 2 * (5 + 6) * 4)  # units in both waves, or visits
