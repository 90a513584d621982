"""Goals on fewer people than are shown have neither value nor verdict, in no file of the report."""

import json
import re

import pytest

import effektmatt as em
from effektmatt.evaluation import evaluate
from effektmatt.wording import words
from effektmatt.wording.sentences import limits_sentences
from pdf_text import words_of

PLAN = """
[project]
name = "Trygghet"
language = "sv"

[analysis]
HIDE

[waves]
start = { label = "Start" }
slut = { label = "Slut" }

[sources.folk]
kind = "register"
file = "folk.csv"

[sources.enkat]
kind = "survey"
files = { start = "start.csv", slut = "slut.csv" }
code = "kod"

[scales.trygg]
source = "enkat"
label = "Trygghet"
items = { t1 = "Jag känner mig trygg" }
answers = [1, 2, 3, 4, 5, 6, 7]

[[goals]]
id = "nattpersonal"
title = "Nattpersonalen har kort"
measure = { kind = "share", source = "folk", where = { kort = "ja" } }
among = { skift = "natt" }
target = { at_least = 0.25 }

[[goals]]
id = "nattrygghet"
title = "Nattpersonalen känner sig tryggare"
measure = { kind = "score-change", scale = "trygg" }
among = { skift = "natt" }
target = { increase_by = 0.5, reading = "points" }

[[goals]]
id = "battre"
title = "Nattpersonalen har förbättrats"
measure = { kind = "share-improved", scale = "trygg" }
among = { skift = "natt" }
target = { at_least = 0.5 }
"""


@pytest.fixture
def project(tmp_path):
    """Return a function that writes a project with so many on the night shift, and other words about hiding."""

    def write(night: int, hide: str = ""):
        people = [(f"p{place}", "natt" if place < night else "dag") for place in range(40)]
        register = [f"{shift};{'ja' if place % 3 else 'nej'}" for place, (_, shift) in enumerate(people)]
        files = {"folk": ["skift;kort", *register]}
        for name, by in (("start", 3), ("slut", 5)):
            answers = [f"{code};{shift};{(place * by) % 7 + 1}" for place, (code, shift) in enumerate(people)]
            files[name] = ["kod;skift;t1", *answers]
        (tmp_path / "plan.toml").write_text(PLAN.replace("HIDE", hide), encoding="utf-8")
        for name, lines in files.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path

    return write


def test_neither_value_nor_verdict_of_fewer_than_five(project):
    for goal in evaluate(project(3)).findings.goals:
        estimate = goal.fulfilment.estimate
        assert estimate.hidden
        assert (estimate.value, estimate.n, estimate.hits, goal.outcome.detail, goal.cause) == (
            None,
            0,
            None,
            None,
            None,
        )
        assert goal.fulfilment.verdict == "not-assessable"
        assert goal.fulfilment.probability is None
        assert [note.code for note in goal.fulfilment.reasons] == ["too-few-to-show"]


def test_five_are_shown(project):
    for goal in evaluate(project(5)).findings.goals:
        assert not goal.fulfilment.estimate.hidden
        assert goal.fulfilment.estimate.n == 5


def test_the_plan_can_say_that_small_goals_are_published_and_then_the_report_says_so(project):
    findings = evaluate(project(3, "hide = { publish_small = true }")).findings
    assert [goal.fulfilment.estimate.n for goal in findings.goals] == [3, 3, 3]
    said = " ".join(limits_sentences(findings, words("sv")))
    assert "också för mål som bygger på färre än 5 personer" in said
    assert "Uppgifter som bygger på färre än 5 personer visas inte" not in said


def test_no_file_of_the_report_holds_what_is_hidden(project, tmp_path):
    evaluation = evaluate(project(3))
    written = evaluation.report(tmp_path / "ut")
    told = json.loads(written["json"].read_text(encoding="utf-8"))
    for goal in told["goals"]:
        assert goal["outcome"]["estimate"]["value"] is None
        assert goal["outcome"]["detail"] is None
        assert goal["outcome"]["groups"] == []
    texts = [written["html"].read_text(encoding="utf-8"), words_of(written["pdf"].read_bytes())]
    for text in texts:
        plain = re.sub(r"\s+", " ", text)
        assert "av 3" not in re.sub(r"Sida \d+ av \d+", "", plain)
        assert "Resultatet visas inte" in plain
    assert "för få personer för att visas: färre än 5" in texts[1]


def test_a_goal_in_parts_hides_the_part_that_is_small(project):
    folder = project(3)
    plan = (folder / "plan.toml").read_text(encoding="utf-8").split("[[goals]]")[0]
    part = """
[[goals.all_of]]
title = "{0}"
measure = {{ kind = "share", source = "folk", where = {{ kort = "ja" }} }}
target = {{ at_least = 0.5 }}
among = {1}
"""
    whole = '[[goals]]\nid = "kort"\ntitle = "Kort"\n'
    plan += whole + part.format("Dagen", '{ skift = "dag" }') + part.format("Natten", '{ skift = "natt" }')
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    (goal,) = em.evaluate(folder).findings.goals
    assert [one.fulfilment.estimate.hidden for one in goal.parts] == [False, True]
