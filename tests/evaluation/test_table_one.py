"""A plan without goals: a description of what the sources hold, with what is about few people hidden."""

import json

import numpy as np
import pytest

import effektmatt as em
from effektmatt.cli import main
from effektmatt.report.document import document

PLAN = """
[project]
name = "Utan mål"

[analysis]
groups = ["kon", "enhet"]

[labels]
kon = "Kön"

[waves]
fore = { label = "Före" }
efter = { label = "Efter" }

[sources.enkat]
kind = "survey"
label = "Enkäten"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "kod"
types = { timmar = "number" }

[sources.texter]
kind = "visits"
label = "Texterna"
file = "texter.csv"
checklist = "sprak"
unit = "text"
visitor = "granskare"
wave = "nar"

[scales.trygg]
label = "Trygghet"
source = "enkat"
items = { q1 = "Jag är trygg", q2 = "Jag vet vart jag vänder mig" }
answers = ["Nej", "Delvis", "Ja"]
not_an_answer = ["Vet ej"]

[checklists.sprak]
label = "Klarspråk"
items = { tilltal = "Du-tilltal", ord = "Vanliga ord" }
"""

WAVES = {"fore": (30, 7), "efter": (24, 3)}


def rows(wave):
    n, no = WAVES[wave]
    units = ["Norr"] * (n - 12) + ["Söder"] * 10 + ["Väst"] * 2
    for place in range(n):
        first = "Nej" if place < no else "Delvis" if place < 15 else "Ja"
        second = "Vet ej" if place >= 6 else "Ja"
        yield f"hemlig{place:02d}x;{'kvinna' if place % 3 else 'man'};{units[place]};{first};{second};{place + 0.5}"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    for wave in WAVES:
        text = "kod;kon;enhet;q1;q2;timmar\n" + "\n".join(rows(wave)) + "\n"
        (tmp_path / f"{wave}.csv").write_text(text, encoding="utf-8")
    judged = [f"t{place};G1;{'fore' if place < 20 else 'efter'};ja;nej" for place in range(40)]
    (tmp_path / "texter.csv").write_text(
        "text;granskare;nar;tilltal;ord\n" + "\n".join(judged) + "\n", encoding="utf-8"
    )
    return tmp_path


def described(folder, source="enkat"):
    return next(one for one in em.evaluate(folder).findings.described if one.source == source)


def test_who_is_in_a_source_is_counted_wave_by_wave(folder):
    found = described(folder)
    assert found.waves == ("fore", "efter")
    assert found.rows == (30, 24)
    counts = {(one.by, one.group): one.counts for one in found.groups}
    assert counts["Kön", "kvinna"] == (20, 16)
    assert counts["Kön", "man"] == (10, 8)


def test_a_group_of_few_is_hidden_with_one_more(folder):
    counts = {one.group: one.counts for one in described(folder).groups if one.by == "enhet"}
    assert counts == {"Norr": (18, 12), "Söder": (None, None), "Väst": (None, None)}


def test_answers_of_few_are_hidden_and_those_of_a_question_that_few_answered(folder):
    first, second = described(folder).questions[0].items[:2], described(folder).questions[0].items[2:]
    assert [(one.wave, one.n, one.counts) for one in first] == [
        ("fore", 30, (7, 8, 15)),
        ("efter", 24, (None, 12, None)),
    ]
    assert [(one.n, one.counts) for one in second] == [(6, (None,) * 3), (6, (None,) * 3)]


def test_numbers_have_a_mean_and_a_spread_and_of_people_no_ends(folder):
    before = described(folder).numbers[0]
    values = np.arange(30) + 0.5
    assert before.mean == pytest.approx(values.mean())
    assert before.deviation == pytest.approx(np.sqrt(((values - values.mean()) ** 2).sum() / 29))
    assert (before.low, before.high) == (None, None)


def test_a_checklist_is_described_by_its_items(folder):
    items = described(folder, "texter").questions[0].items
    assert [(one.label, one.wave, one.counts) for one in items] == [
        ("Du-tilltal", "fore", (0, 20)),
        ("Du-tilltal", "efter", (0, 20)),
        ("Vanliga ord", "fore", (20, 0)),
        ("Vanliga ord", "efter", (20, 0)),
    ]


def test_a_plan_with_goals_describes_nothing():
    assert em.evaluate("data/sample/jamstalldhet-servicenamnden").findings.described == ()


def test_check_goals_and_report_work_without_goals(folder, capsys):
    assert main(["check", str(folder)]) == 0
    assert "Planen har inga mål" in capsys.readouterr().out
    assert main(["goals", str(folder)]) == 0
    assert "Enkäten: 30 rader (Före) och 24 rader (Efter)." in capsys.readouterr().out
    assert main(["report", str(folder)]) == 0
    capsys.readouterr()
    page = (folder / "report" / "report.html").read_text(encoding="utf-8")
    assert "Beskrivning av underlagen" in page
    assert "Jag är trygg" in page
    assert "Berodde det på" not in page
    results = (folder / "report" / "results.json").read_text(encoding="utf-8")
    assert "hemlig" not in page + results
    assert json.loads(results)["described"][0]["groups"][0]["counts"] == [20, 16]


def test_it_is_said_in_english_too(folder):
    evaluation = em.evaluate(folder, language="en")
    assert evaluation.in_words("en").startswith("The plan has no goals yet.")
    page = "".join(str(block) for block in document(evaluation.findings).blocks)
    assert "Standard deviation" in page
    assert "What the sources hold" in page
    assert len(evaluation) == 0


def test_a_project_that_publishes_small_numbers_publishes_these(folder):
    plan = PLAN.replace("[labels]", "hide = { publish_small = true }\n\n[labels]")
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    counts = {one.group: one.counts for one in described(folder).groups if one.by == "enhet"}
    assert counts["Väst"] == (2, 2)


def test_a_text_that_few_wrote_is_no_name_of_a_group(tmp_path):
    said = ["ok"] * 12 + ["bra"] * 12 + ["gravid och sjukskriven"] * 2
    lines = ["nr;kon;kommentar", *(f"P{one:03};{'km'[one % 2]};{text}" for one, text in enumerate(said))]
    (tmp_path / "folk.csv").write_text("\n".join(lines), encoding="utf-8")
    types = 'types = { kon = "text", kommentar = "text" }'
    source = f'[sources.folk]\nkind = "register"\nfile = "folk.csv"\nkey = "nr"\n{types}\n'
    (tmp_path / "plan.toml").write_text(f'format = 1\n[project]\nname = "P"\n{source}', encoding="utf-8")
    (found,) = em.evaluate(tmp_path).findings.described
    assert {group.by for group in found.groups} == {"kon"}
