"""Texts of a plan in both languages: the report takes its own, and says a condition in a phrase of its own."""

import pytest

import effektmatt as em
from effektmatt.plan.reading import draft_plan, read_plan

PLAN = """
[project]
name = { sv = "Prov", en = "Trial" }
language = "sv"

[labels]
kon = { sv = "Kön", en = "Gender" }
"klar=ja" = { sv = "har gått klart", en = "have finished" }
"ny=ja" = "är nya"

[sources.folk]
kind = "survey"
label = "Folket"
file = "folk.csv"

[scales.trygg]
label.sv = "Trygghet"
label.en = "Confidence"
source = "folk"
items.q1 = { sv = "Är du trygg?", en = "Are you confident?" }
answers = [{ sv = "Nej", en = "No" }, ["Delvis", "Ibland"], { sv = "Ja", en = "Yes" }]

[[goals]]
id = "trygga"
title = { sv = "Trygga", en = "Confident" }
quote = "ska vara trygga"
measure = { kind = "share", scale = "trygg", top = 1 }
target = { at_least = 0.5 }
among = { klar = "ja" }

[text]
context.sv = "Det var en gång."
context.en = "Once upon a time."

[text.goals]
trygga = { sv = "Bra.", en = "Good." }
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    rows = ["q1;klar", *["Ja;ja"] * 9, *["Yes;ja"] * 3, *["Nej;ja"] * 4, *["Ibland;nej"] * 2]
    (tmp_path / "folk.csv").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (None, ("Prov", "Trygga", "Trygghet", "Är du trygg?", "Nej", "Det var en gång.", "Bra.")),
        ("sv", ("Prov", "Trygga", "Trygghet", "Är du trygg?", "Nej", "Det var en gång.", "Bra.")),
        ("en", ("Trial", "Confident", "Confidence", "Are you confident?", "No", "Once upon a time.", "Good.")),
    ],
)
def test_each_language_has_its_texts(language, said, project):
    plan, faults = draft_plan(project, language)
    assert not faults
    scale = plan.scales["trygg"]
    written = plan.written
    found = (written.project.name, plan.goals[0].title, scale.label, scale.items[0].label, scale.labels[0])
    assert (*found, written.text.context, plan.goals[0].text) == said
    assert plan.goals[0].quote == "ska vara trygga"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_answer_may_stand_in_either_language_in_the_file(language, project):
    estimate = em.evaluate(project, language=language)["trygga"].fulfilment.estimate
    assert (estimate.hits, estimate.n) == (12, 16)


def test_a_phrase_is_said_in_its_own_language_only(project):
    assert read_plan(project).written.labels["ny=ja"] == "är nya"
    english, _ = draft_plan(project, "en")
    assert english.written.labels == {"kon": "Gender", "klar=ja": "have finished"}
    assert "have finished" in em.evaluate(project, language="en")["trygga"].in_words()
    assert "har gått klart" in em.evaluate(project)["trygga"].in_words()


@pytest.mark.parametrize("wrong", ['{ sv = "Prov", se = "Trial" }', "{ sv = 3 }", "{}", '{ sv = "Prov", en = 3 }'])
def test_what_is_no_text_in_both_languages_is_a_fault(wrong, project):
    (project / "plan.toml").write_text(PLAN.replace('{ sv = "Prov", en = "Trial" }', wrong), encoding="utf-8")
    _, faults = draft_plan(project)
    assert [fault.key for fault in faults] == ["project.name"]


def test_a_text_in_one_of_the_languages_stands_in_reports_of_both(project):
    (project / "plan.toml").write_text(PLAN.replace('context.sv = "Det var en gång."\n', ""), encoding="utf-8")
    for language in ("sv", "en"):
        plan, faults = draft_plan(project, language)
        assert (plan.written.text.context, faults) == ("Once upon a time.", ())


@pytest.mark.parametrize("sample", ["den-nya-administratoren", "jamstalldhet-servicenamnden", "digitalt-kompetenslyft"])
def test_the_english_of_a_sample_holds_no_swedish(sample, sample_folder):
    said = em.evaluate(sample_folder.parent / sample, language="en").in_words()
    swedish = {"och", "att", "har", "inte", "eller", "för", "med", "av", "som", "det"}
    assert not swedish & set(said.replace("Barn och utbildning", "").replace("Individ och familj", "").split())
