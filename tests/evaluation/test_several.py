"""Families of goals and goals of several parts: chance has several tries, and a claim must withstand them."""

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.goals import Verdict

HEAD = """
[project]
name = "Flera mål"

[waves]
after = { label = "Efter" }

[sources.enkat]
kind = "survey"
sampling = "random"
invited = 100
files = { after = "efter.csv" }
"""
SCALE = """
[scales.{name}]
label = "Fråga {name}"
source = "enkat"
items = ["{name}"]
answers = ["nej", "ja"]
"""
#: Of 100 answers at most 2.5 per cent of samples from 50 % have 60 yes, and less than a third of that 63.
NAMES = {"a": 61, "b": 70, "c": 50}


def goal(name, target, more=""):
    return f"""
[[goals]]
id = "{name}"
title = "Mål {name}"
measure = {{ kind = "share", scale = "{name}", wave = "after", top = 1 }}
target = {{ at_least = {target} }}
{more}
"""


@pytest.fixture
def write(tmp_path):
    def written(goals, names=NAMES):
        answers = {name: ["ja"] * yes + ["nej"] * (100 - yes) for name, yes in names.items()}
        pd.DataFrame(answers).to_csv(tmp_path / "efter.csv", index=False)
        scales = "".join(SCALE.format(name=name) for name in names)
        (tmp_path / "plan.toml").write_text(HEAD + scales + goals, encoding="utf-8")
        return tmp_path

    return written


def verdicts(folder):
    return {one.finding.id: one.verdict for one in em.evaluate(folder)}


def test_a_family_demands_more_of_each_goal(write):
    alone = verdicts(write("".join(goal(name, 0.5) for name in NAMES)))
    assert alone == {"a": Verdict.LIKELY_MET, "b": Verdict.LIKELY_MET, "c": Verdict.UNDETERMINED}
    together = em.evaluate(write("".join(goal(name, 0.5, 'family = "svar"') for name in NAMES)))
    assert {one.finding.id: one.verdict for one in together} == {
        "a": Verdict.UNDETERMINED,  # 61 holds at 2.5 per cent, not at half of it
        "b": Verdict.LIKELY_MET,  # 70 holds at a third of it
        "c": Verdict.UNDETERMINED,
    }
    assert together["a"].fulfilment.reasons[0].code == "not-in-family"
    assert "bedöms tillsammans" in together["a"].in_words()
    assert "bedöms tillsammans" in together["b"].in_words()


def parts(*targets):
    lines = (
        f"""
[[goals.all_of]]
title = "Del {name}"
measure = {{ kind = "share", scale = "{name}", wave = "after", top = 1 }}
target = {{ at_least = {target} }}
"""
        for name, target in zip(NAMES, targets, strict=True)
    )
    return '\n[[goals]]\nid = "alla"\ntitle = "Alla delar"\n' + "".join(lines)


def test_one_part_just_below_among_three_does_not_lose_the_goal(write):
    (whole,) = em.evaluate(write(parts(0.71, 0.6, 0.4)))
    assert whole.finding.parts[0].fulfilment.verdict is Verdict.LIKELY_NOT_MET
    assert whole.verdict is Verdict.UNDETERMINED
    assert whole.fulfilment.reasons[0].code == "no-part-surely-not-met"
    (lost,) = em.evaluate(write(parts(0.80, 0.6, 0.4)))
    assert lost.verdict is Verdict.LIKELY_NOT_MET


def test_how_often_chance_shows_one_of_so_many_as_met_is_said(write, tmp_path):
    folder = write("".join(goal(name, 0.5) for name in NAMES))
    page = em.evaluate(folder).report(tmp_path / "ut")["html"].read_text(encoding="utf-8")
    assert "minst ett ändå se ut som uppnått i 7 av 100" in page  # 1 - 0.975 ** 3 = 7.3 per cent
    family = write("".join(goal(name, 0.5, 'family = "svar"') for name in NAMES))
    page = em.evaluate(family).report(tmp_path / "ut")["html"].read_text(encoding="utf-8")
    assert "ändå se ut som uppnått" not in page
