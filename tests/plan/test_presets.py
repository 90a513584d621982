"""HME is known by name: the plan only says which columns hold its nine statements."""

import pandas as pd
import pytest

from effektmatt.plan.presets import PRESETS
from effektmatt.plan.reading import draft_plan
from effektmatt.surveys.answers import code_answers

COLUMNS = [f"h{number}" for number in range(1, 10)]
PLAN = """
[project]
name = "Engagemang"
[waves]
before = {{ label = "Före" }}
after = {{ label = "Efter" }}
[sources.enkat]
kind = "survey"
files = {{ before = "fore.csv", after = "efter.csv" }}
[scales.hme]
preset = "hme"
source = "enkat"
items = {items}
{more}
[[goals]]
id = "hme"
title = "HME"
measure = {{ kind = "score-change", scale = "hme" }}
target = {{ direction = "increase" }}
"""


def plan_of(folder, items=COLUMNS, more=""):
    (folder / "plan.toml").write_text(PLAN.format(items=items, more=more), encoding="utf-8")
    return draft_plan(folder)


def test_the_three_areas_are_the_whole():
    areas = [PRESETS[f"hme-{area}"].questions for area in ("motivation", "leadership", "governance")]
    assert PRESETS["hme"].questions == sum(areas, ())
    assert [len(area) for area in areas] == [3, 3, 3]


def test_the_index_goes_from_nought_to_a_hundred(tmp_path):
    plan, faults = plan_of(tmp_path)
    assert not faults
    scale = plan.scales["hme"]
    assert (scale.lowest, scale.highest) == (0, 100)
    assert scale.items[0].label == "Mitt arbete känns meningsfullt"
    rows = pd.DataFrame([["5"] * 9, ["1"] * 9, ["4"] * 3 + ["3"] * 3 + ["2"] * 3], columns=COLUMNS)
    answers, wrong = code_answers(rows, scale, "before")
    assert not wrong
    assert answers.scores.numbers.tolist() == [100.0, 0.0, 50.0]


def test_what_the_plan_says_itself_is_kept(tmp_path):
    plan, faults = plan_of(tmp_path, more='label = "Vårt engagemang"')
    assert not faults
    assert plan.scales["hme"].label == "Vårt engagemang"


@pytest.mark.parametrize("items", [COLUMNS[:8], [*COLUMNS, "h10"]])
def test_other_than_nine_columns_is_a_fault(tmp_path, items):
    faults = plan_of(tmp_path, items)[1]
    assert [(fault.code, fault.key, fault.got) for fault in faults] == [
        ("plan-preset-items", "scales.hme.items", str(len(items)))
    ]
