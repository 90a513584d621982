"""A plan that lets all answers be judged, where few answered both times."""

import json

import numpy as np
import pandas as pd
import pytest
from jsonschema import validate
from results_schema import results_schema

import effektmatt as em
from effektmatt.errors import InputFaults
from effektmatt.report.document import document
from effektmatt.report.html import html
from effektmatt.report.results import results_json
from effektmatt.wording import words
from effektmatt.wording.goal_tables import beside_table
from effektmatt.wording.sentences import measured_how

PLAN = """
[project]
name = "Få svarade två gånger"

[analysis]
groups = ["kommun"]

[waves]
before = {{ label = "Före" }}
after = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
files = {{ before = "fore.csv", after = "efter.csv" }}
{code}

[scales.trygghet]
label = "Trygghet"
source = "enkat"
items = ["q1"]
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "medel"
title = "Tryggare"
measure = {{ kind = "score-change", scale = "trygghet"{answers} }}
target = {{ increase_by = 0.3 }}

[[goals]]
id = "andel"
title = "Fler trygga"
measure = {{ kind = "share-change", scale = "trygghet", top = 2{answers} }}
target = {{ increase_by = 0.10, reading = "{reading}" }}
"""
ALL = ', answers = "all"'


@pytest.fixture
def project(tmp_path):
    """200 answers before and 200 after, of which 10 have a code in both; the 190 others rise by one on average."""
    random = np.random.default_rng(3)
    number, kommun = np.arange(200), np.tile(["Orust", "Tranemo"], 100)
    before, after = random.integers(1, 5, 200), random.integers(2, 6, 200)
    before[:10], after[:10] = [1, 2, 3, 4, 1, 2, 3, 4, 2, 3], [3, 3, 2, 5, 1, 4, 5, 2, 4, 3]
    codes = [f"f{one:03d}x" for one in number]
    pd.DataFrame({"kod": codes, "kommun": kommun, "q1": before}).to_csv(tmp_path / "fore.csv", index=False)
    codes[10:] = [f"e{one:03d}y" for one in number[10:]]
    pd.DataFrame({"kod": codes, "kommun": kommun, "q1": after}).to_csv(tmp_path / "efter.csv", index=False)

    def written(*, answers="", reading="points", code='code = "kod"'):
        plan = PLAN.format(answers=answers, reading=reading, code=code)
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        return tmp_path

    return written


def test_the_linked_decide_unless_the_plan_says_otherwise(project):
    evaluation = em.evaluate(project())
    for goal in evaluation.findings.goals:
        assert goal.fulfilment.estimate.n == 10
        assert str(goal.fulfilment.verdict) == "undetermined"
        assert goal.outcome.notes[-1].code == "answered-once-not-used"
        last = beside_table(goal, words("sv")).rows[-1]
        assert last[0].endswith(", alla svar")
        assert last[-1].endswith("Troligen uppnått")
        assert "svarat bara den ena gången" not in measured_how(goal, words("sv"))
    assert [account.used for account in evaluation.findings.sources[0].accounts] == [10, 10]


def test_all_answers_decide_where_the_plan_says_so(project):
    evaluation = em.evaluate(project(answers=ALL))
    for goal in evaluation.findings.goals:
        assert goal.fulfilment.estimate.n == 390
        assert str(goal.fulfilment.verdict) == "likely-met"
        assert {"answered-once-resemble-twice"} < {note.code for note in goal.fulfilment.assumptions}
        assert measured_how(goal, words("sv")).endswith("Också svaren från dem som svarat bara den ena gången räknas.")
        assert measured_how(goal, words("en")).endswith(
            "The answers of those who answered only one of the two times count too."
        )
        assert [group.estimate.n for group in goal.outcome.groups] == [195, 195]
    assert [account.used for account in evaluation.findings.sources[0].accounts] == [200, 200]
    flow = {step.code: step.n for step in evaluation.findings.flows[0].steps}
    assert flow == {"answered-before": 200, "answered-after": 200, "linked": 10}
    assert dict(evaluation.findings.flows[0].steps[-1].left) == {"only-before": 190, "only-after": 190}


def test_the_results_carry_the_method(project):
    found = json.loads(results_json(em.evaluate(project(answers=ALL)).findings))
    validate(found, results_schema())
    mean, share = found["goals"]
    judged = mean["fulfilment"]["estimate"]
    assert (judged["measure"], judged["method"], mean["outcome"]["change"]["linkage"]) == (
        "mean-difference-all-answers",
        "t-partly-linked",
        "partly-linked",
    )
    assert share["fulfilment"]["estimate"]["method"] == "newcombe-partly-linked"
    assert share["measure"]["answers"] == "all"
    assert mean["outcome"]["beside"][-1]["measure"] == "mean-difference-linked"
    remark = next(one for one in mean["outcome"]["notes"] if one["code"] == "answered-once-used")
    assert remark["values"] == {"linked": 10, "only_before": 190, "only_after": 190}
    assert [reading["reading"] for reading in share["readings"]] == ["points", "level"]


def test_the_report_names_the_method_and_what_the_linked_give(project):
    written = html(document(em.evaluate(project(answers=ALL)).findings))
    assert "t-intervall för delvis hopkopplade svar" in written
    assert "10 av 200 svarade båda gångerna" in written
    assert "ingår 10 i analysen" not in written
    assert "Om bara de som svarat båda gångerna räknas" in written
    assert (
        "Resultatet förutsätter att de som svarat bara den ena gången liknar dem som svarat båda gångerna." in written
    )


def test_a_relative_change_is_one_of_the_linked(project):
    with pytest.raises(InputFaults) as error:
        em.evaluate(project(answers=ALL, reading="relative"))
    assert [(fault.code, fault.key) for fault in error.value.faults] == [
        ("plan-relative-of-all", "goals[2].measure.answers")
    ]


def test_without_a_code_all_answers_are_used_as_ever(project):
    plain = em.evaluate(project(code="", reading="relative"))
    asked = em.evaluate(project(code="", reading="relative", answers=ALL))
    for one, other in zip(plain.findings.goals, asked.findings.goals, strict=True):
        assert one.fulfilment == other.fulfilment
        assert one.measure == other.measure
