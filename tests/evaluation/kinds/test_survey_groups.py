"""Groups and weights where two groups are compared, or the project with others: as R has it (reference case 23)."""

import csv
import random
from pathlib import Path

import pytest
from scipy.special import stdtrit

import effektmatt as em

REFERENCE = Path(__file__).parents[2] / "reference"
PEOPLE = list(csv.DictReader((REFERENCE / "22-groups-in-two-waves" / "data.csv").read_text().splitlines()))
ANSWERS = list(csv.DictReader((REFERENCE / "22-groups-in-two-waves" / "answers.csv").read_text().splitlines()))
MADE = (REFERENCE / "23-groups-beside-and-effects" / "reference.csv").read_text().splitlines()
R = {row["name"]: row for row in csv.DictReader(MADE)}
IN_PROJECT = {f"g{number}" for number in range(1, 6)}

PLAN = """
[project]
name = "Grupper"

[waves]
before = {{ label = "Före" }}
after = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
files = {{ before = "fore.csv", after = "efter.csv" }}
sampling = "random"
{survey}

[scales.lugn]
label = "Lugn"
source = "enkat"
items = ["q1"]
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "mal"
title = "Lugnare"
measure = {{ {measure} }}
target = {{ {target} }}
{more}
"""
GROUPS, WEIGHT = 'cluster = "grupp"\n', 'weight = "vikt"\n'
HEADER = ["kod", "grupp", "kon", "vikt", "sida", "q1"]


def row_of(one, answer):
    return [
        one["person"],
        one["group"],
        one["sex"],
        one["weight"],
        "projekt" if one["group"] in IN_PROJECT else "andra",
        answer,
    ]


def linked(wave):
    return [row_of(one, one[wave]) for one in PEOPLE]


def once(number):
    return [row_of(one, one["y"]) for one in ANSWERS if one["wave"] == str(number)]


@pytest.fixture
def evaluated(tmp_path):
    def evaluate(survey, measure, target, *, people, more=""):
        waves = (linked("before"), linked("after")) if people else (once(0), once(1))
        for name, rows in zip(("fore.csv", "efter.csv"), waves, strict=True):
            with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([HEADER, *rows])
        code = 'code = "kod"\n' if people else ""
        plan = PLAN.format(survey=code + survey, measure=measure, target=target, more=more)
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        return em.evaluate(tmp_path)["mal"].finding

    return evaluate


def agrees(estimate, name):
    expected = {key: float(R[name][key]) for key in ("value", "se", "df")}
    half = stdtrit(expected["df"], 0.975) * expected["se"]
    assert estimate.value == pytest.approx(expected["value"], rel=1e-9)
    assert estimate.std_error == pytest.approx(expected["se"], rel=1e-6)
    low, high = estimate.interval.low, estimate.interval.high
    assert (low, high) == pytest.approx((expected["value"] - half, expected["value"] + half), rel=1e-6)


def codes(notes):
    return {note.code for note in notes}


BESIDE = 'kind = "group-difference", scale = "lugn", by = "kon", groups = ["k", "m"]'


@pytest.mark.parametrize(
    ("survey", "name"), [(GROUPS, ""), (GROUPS + WEIGHT, "weighted groups "), (WEIGHT, "weighted ")]
)
@pytest.mark.parametrize(("measure", "value"), [(BESIDE, "y"), (f"{BESIDE}, top = 2", "hit")])
def test_two_groups_beside_each_other(evaluated, survey, name, measure, value):
    goal = evaluated(survey, measure, "at_most = 0.5", people=False)
    agrees(goal.outcome.estimate, f"{name}beside {value}")
    assert ("answers-independent" in codes(goal.outcome.estimate.assumptions)) is (GROUPS not in survey)
    assert [one.measure for one in goal.outcome.beside] == (["unweighted"] if WEIGHT in survey else [])


COMPARED = '[analysis]\ndesign = "DESIGN"\ncomparison = { column = "sida", group = "andra" }\n'
WITH_OTHERS = COMPARED.replace("DESIGN", "comparison-group")
BY_LOT = COMPARED.replace("DESIGN", "randomised")
SCORE = ('kind = "score-change", scale = "lugn"', 'direction = "increase"')
SHARE = ('kind = "share-change", scale = "lugn", top = 2', 'increase_by = 0.1, reading = "points"')
IMPROVED = ('kind = "share-improved", scale = "lugn"', "at_least = 0.2")


@pytest.mark.parametrize(
    ("survey", "name"), [(GROUPS, ""), (GROUPS + WEIGHT, "weighted groups "), (WEIGHT, "weighted ")]
)
@pytest.mark.parametrize(("asked", "value"), [(SCORE, "change"), (SHARE, "hits"), (IMPROVED, "improved")])
def test_linked_people_and_those_who_are_compared_with_them(evaluated, survey, name, asked, value):
    cause = evaluated(survey, *asked, people=True, more=WITH_OTHERS).cause
    agrees(cause, f"{name}effect {value}")
    assumed = codes(cause.assumptions)
    assert "groups-change-alike" in assumed
    assert ("answers-independent" in assumed) is (GROUPS not in survey)


@pytest.mark.parametrize(("survey", "name"), [(GROUPS, ""), (GROUPS + WEIGHT, "weighted groups ")])
@pytest.mark.parametrize(("asked", "value"), [(SCORE, "y"), (SHARE, "hit")])
def test_others_in_each_wave_and_those_who_are_compared_with_them(evaluated, survey, name, asked, value):
    cause = evaluated(survey, *asked, people=False, more=WITH_OTHERS).cause
    agrees(cause, f"{name}effect of others {value}")


def test_where_lots_were_drawn_people_in_groups_are_compared_from_the_same_start(evaluated):
    effect = evaluated(GROUPS, *SCORE, people=True, more=BY_LOT).cause
    agrees(effect, "effect by lot")
    assert effect.measure == "difference-after"
    assert not codes(effect.assumptions)


def test_margins_are_those_of_the_project_alone(evaluated):
    margins = 'weigh = "kon"\npopulation = { kon = { k = 90, m = 110 } }\n'
    weighed = evaluated(margins, *SCORE, people=True, more=WITH_OTHERS).cause
    plain = evaluated("", *SCORE, people=True, more=WITH_OTHERS).cause
    assert (weighed.value, weighed.interval) == (plain.value, plain.interval)
    assert "effect-without-margins" in codes(weighed.notes)


NEEDED = 'kind = "need-met", scale = "lugn", role = "kon", needed = { k = { q1 = 3 }, m = { q1 = 2 } }'


@pytest.mark.parametrize("survey", [GROUPS, WEIGHT, GROUPS + WEIGHT])
def test_needs_of_people_in_groups_are_the_share_of_as_many_answers(evaluated, survey):
    """Whoever rates 3 (women) or 2 (men) reaches the need: the same share as of one question that says so."""
    from effektmatt.core import About
    from effektmatt.stats.designs import Design
    from effektmatt.stats.sampled import sampled_share

    rows = once(1)
    hits = [float(int(row[5]) >= (3 if row[2] == "k" else 2)) for row in rows]
    weights = [float(row[3]) if WEIGHT in survey else 1.0 for row in rows]
    design = Design(weights, clusters=[row[1] for row in rows] if GROUPS in survey else None)
    expected = sampled_share("share", (hits_as_array(hits), design), About(self_selected=False))
    found = evaluated(survey, NEEDED, "at_least = 0.5", people=False).outcome.estimate
    assert found.value == pytest.approx(expected.value)
    assert (found.interval.low, found.interval.high) == pytest.approx((expected.interval.low, expected.interval.high))


def hits_as_array(hits):
    import numpy as np

    return np.array(hits)


def test_who_belongs_to_no_known_group_leaves_independence_assumed(evaluated, monkeypatch):
    rows = [
        {**one, "group": "" if random.Random(int(one["person"])).random() < 0.1 else one["group"]} for one in PEOPLE
    ]
    monkeypatch.setitem(globals(), "PEOPLE", [{**one, "group": one["group"] or ""} for one in rows])
    cause = evaluated(GROUPS, *SCORE, people=True, more=WITH_OTHERS).cause
    assert "answers-independent" in codes(cause.assumptions)


def test_needs_are_weighed_to_no_margins(evaluated):
    from effektmatt.errors import InputFaults

    margins = 'weigh = "kon"\npopulation = { kon = { k = 90, m = 110 } }\n'
    with pytest.raises(InputFaults) as raised:
        evaluated(margins, NEEDED, "at_least = 0.5", people=False)
    assert [(fault.code, fault.got) for fault in raised.value.faults] == [("plan-not-weighed", "need-met")]
