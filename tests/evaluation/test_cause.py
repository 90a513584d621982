"""How much more the project changed than those it is compared with: in the goal's unit, and when it is no effect."""

import numpy as np
import pandas as pd
import pytest

import effektmatt as em
from effektmatt.wording import words
from effektmatt.wording.cause import cause_sentences, compared_table
from effektmatt.wording.sentences import design_sentence

PLAN = """
[project]
name = "Samtalsträning"

[analysis]
design = "{design}"
comparison = {{ column = "arm", group = "vanlig" }}

[waves]
fore = {{ label = "Före" }}
efter = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
files = {{ fore = "fore.csv", efter = "efter.csv" }}
code = "id"

[scales.mod]
label = "Mod"
source = "enkat"
items = {{ m = "Jag vågar fråga" }}
answers = ["1", "2", "3", "4", "5", "6", "7"]

[[goals]]
id = "mal"
title = "Större mod"
measure = {{ kind = {measure}, scale = "mod" }}
target = {{ {target} }}
"""
SCORE = {"measure": '"score-change"', "target": 'direction = "increase"'}
IMPROVED = {"measure": '"share-improved"', "target": "at_least = 0.5"}


def evaluated(folder, before, after, arms, *, design="comparison-group", measure=SCORE):
    """Evaluate linked answers of two arms."""
    code = [f"p{place}" for place in range(len(arms))]
    for name, answers in (("fore", before), ("efter", after)):
        pd.DataFrame({"id": code, "arm": arms, "m": answers}).to_csv(folder / f"{name}.csv", index=False)
    (folder / "plan.toml").write_text(PLAN.format(design=design, **measure), encoding="utf-8")
    return em.evaluate(folder)


def said(evaluation, language="sv"):
    """Return what is said of the only goal's cause."""
    (sentence,) = cause_sentences(evaluation.findings, words(language))
    return sentence.replace("\u00a0", " ")


@pytest.fixture
def alike(tmp_path):
    """Both arms of 30 start alike; in one two of three rise by 1, in the other one of three falls by 1."""
    arms = ["träning"] * 30 + ["vanlig"] * 30
    before = [3, 4, 5] * 20
    after = [b + (i % 3 > 0) for i, b in enumerate(before[:30])]
    after += [b - (i % 3 == 0) for i, b in enumerate(before[30:])]
    return tmp_path, before, after, arms


def test_the_difference_is_larger_than_in_the_comparison_group(alike):
    evaluation = evaluated(*alike)
    finding = evaluation["mal"].finding
    assert finding.cause.value == pytest.approx(1.0)
    assert (finding.compared.project.difference.value, finding.compared.comparison.difference.value) == pytest.approx(
        (2 / 3, -1 / 3)
    )
    assert "Större mod: ökningen var 1,00 större än i jämförelsegruppen" in said(evaluation)
    assert "Skillnaden är alltså troligen verklig, men det bygger på antaganden" in said(evaluation)
    assert "the increase was 1.00 larger than in the comparison group" in said(evaluation, "en")


def test_the_table_shows_both_groups_before_and_after(alike):
    table = compared_table(evaluated(*alike).findings, words("sv"))
    assert [row[1:6] for row in table.rows] == [
        ("Projektet", "30", "30", "4,00", "4,67"),
        ("Jämförelsegruppen", "30", "30", "4,00", "3,67"),
    ]


def test_a_share_improved_is_compared_in_points(alike):
    """Twenty of 30 improved in the project, none of 30 in the other group."""
    evaluation = evaluated(*alike, measure=IMPROVED)
    cause = evaluation["mal"].finding.cause
    assert (cause.measure, str(cause.unit)) == ("improved-difference", "points")
    assert cause.value == pytest.approx(2 / 3)
    assert cause.interval.low > 0.4
    assert "andelen som har förbättrat sig var 66,7 procentenheter större än i jämförelsegruppen" in said(evaluation)


def test_a_decrease_that_is_larger_is_said_so(alike):
    folder, before, after, arms = alike
    evaluation = evaluated(folder, before, [8 - answer for answer in after], arms)
    turned = evaluated(folder, [8 - answer for answer in before], [8 - answer for answer in after], arms)
    assert evaluation["mal"].finding.cause is not None
    assert "minskningen var 1,00 större än i jämförelsegruppen" in said(turned)


def selected(seed=5):
    """Nobody changes; the project is the 60 who answered lowest of 240, by chance in part."""
    random = np.random.default_rng(seed)
    skill = random.normal(4, 1, 240)
    before, after = (np.clip(np.round(skill + random.normal(0, 1, 240)), 1, 7).astype(int) for _ in range(2))
    low = np.argsort(before, kind="stable")[:60]
    arms = np.full(240, "vanlig", dtype=object)
    arms[low] = "träning"
    return before, after, arms


def test_a_project_chosen_for_its_low_start_has_no_effect_by_that(tmp_path):
    evaluation = evaluated(tmp_path, *selected())
    finding = evaluation["mal"].finding
    assert finding.cause.interval.low > 0
    assert finding.compared.start.interval.high < 0
    assert [note.code for note in finding.cause.notes] == ["groups-differ-before"]
    sentence = said(evaluation)
    assert "regression mot medelvärdet" in sentence
    assert "kan skillnaden inte tolkas som en effekt" in sentence
    assert "statistiskt säkerställd" not in sentence
    assert "bara där de låg lika från början" in design_sentence(evaluation.findings, words("sv"))


def test_lots_allow_for_where_each_person_stood(alike):
    evaluation = evaluated(*alike, design="randomised")
    cause = evaluation["mal"].finding.cause
    assert (cause.measure, cause.method) == ("difference-after", "ancova-hc2")
    assert [note.code for note in cause.assumptions] == ["answers-independent"]
    assert "från samma läge före låg projektet 1,00 högre efter än jämförelsegruppen" in said(evaluation)


def test_a_group_of_few_is_not_compared(tmp_path):
    arms = ["träning"] * 30 + ["vanlig"] * 4
    evaluation = evaluated(tmp_path, [3, 4] * 17, [4, 5] * 17, arms)
    finding = evaluation["mal"].finding
    assert finding.cause.value is None
    assert finding.compared.comparison is None
    assert "för få svarade" in said(evaluation)
