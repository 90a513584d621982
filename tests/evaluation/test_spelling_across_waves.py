"""A group, unit or visitor that one wave spells in another way is one and the same, in every kind that has waves."""

import csv

import pytest

import effektmatt as em

WAVES = """
[project]
name = "Stavning"

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[analysis]
groups = ["ort"]
"""
NUMBERS = """
[sources.tal]
kind = "measurements"
files = { before = "before.csv", after = "after.csv" }
code = "kod"
number = "tal"

[[goals]]
id = "mål"
title = "Lägre"
measure = { kind = "mean-change", source = "tal" }
target = { direction = "decrease" }
"""
ANSWERS = """
[sources.enkat]
kind = "survey"
files = { before = "before.csv", after = "after.csv" }
code = "kod"

[scales.tal]
label = "Tal"
source = "enkat"
items = ["tal"]
answers = ["1", "2", "3", "4"]

[[goals]]
id = "mål"
title = "Lägre"
measure = { kind = "score-change", scale = "tal" }
target = { direction = "decrease" }
"""
VISITS = """
[sources.besok]
kind = "visits"
files = { before = "before.csv", after = "after.csv" }
unit = "enhet"
visitor = "besökare"
checklist = "bemotande"

[checklists.bemotande]
label = "Bemötande"
items = ["hälsad"]

[[goals]]
id = "mål"
title = "Bättre bemötta"
measure = { kind = "visit-score", source = "besok" }
target = { direction = "increase" }
"""


def rows(town, wave):
    """Yield forty people, half of them in a town whose name is spelled as it is given."""
    for place in range(40):
        yield {
            "kod": f"k{place:02}",
            "ort": town if place % 2 else "Tranemo",
            "tal": 1 + place % 3 + (wave == "before"),
            "enhet": town if place % 2 else f"Enhet {place % 5}",
            "besökare": town if place % 2 else "Bo",
            "hälsad": "nej" if wave == "before" or place % 7 == 0 else "ja",
        }


@pytest.fixture
def found(tmp_path):
    def evaluate(plan, before="ORUST", after="Orust."):
        for wave, town in (("before", before), ("after", after)):
            made = list(rows(town, wave))
            with (tmp_path / f"{wave}.csv").open("w", encoding="utf-8", newline="") as file:
                table = csv.DictWriter(file, made[0])
                table.writeheader()
                table.writerows(made)
        (tmp_path / "plan.toml").write_text(WAVES + plan, encoding="utf-8")
        return em.evaluate(tmp_path).findings.goals[0].outcome

    return evaluate


def sizes(outcome):
    return {one.group: one.estimate.n for one in outcome.groups}


@pytest.mark.parametrize("plan", [NUMBERS, ANSWERS, VISITS], ids=["measurements", "survey", "visits"])
def test_a_group_is_one_however_each_wave_spells_it(found, plan):
    spelled_apart = sizes(found(plan))
    alike = sizes(found(plan, after="ORUST"))
    assert list(spelled_apart.values()) == list(alike.values())
    assert len(alike) == 2
    assert all(alike.values())


def test_a_unit_and_a_visitor_are_one_however_each_wave_spells_them(found):
    change = found(VISITS).detail
    assert len(change.units) == 6
    assert len(change.visitors) == 2
