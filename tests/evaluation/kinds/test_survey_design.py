"""Groups and weights of a survey, from a folder: every measure agrees with R (reference case 22)."""

import csv
import math
from pathlib import Path

import pytest
from scipy.special import stdtrit

import effektmatt as em
from effektmatt.errors import InputFaults
from effektmatt.goals import Verdict

CASE = Path(__file__).parents[2] / "reference" / "22-groups-in-two-waves"
PEOPLE = list(csv.DictReader((CASE / "data.csv").read_text().splitlines()))
ANSWERS = list(csv.DictReader((CASE / "answers.csv").read_text().splitlines()))
R = {row["name"]: row for row in csv.DictReader((CASE / "reference.csv").read_text().splitlines())}

PLAN = """
[project]
name = "Grupper och vikter"

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
{more}
[[goals]]
id = "mal"
title = "Lugnare"
measure = {{ {measure} }}
target = {{ {target} }}
"""
POPULATION = "population = { kon = { k = 90, m = 110 }, alder = { u = 120, v = 80 } }"
REGISTER = """
[sources.alla]
kind = "register"
file = "alla.csv"
"""
HEADER = ["kod", "grupp", "kon", "alder", "vikt", "q1"]


def written(folder, name, rows, header=HEADER):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def linked(wave):
    return [[row["person"], row["group"], row["sex"], row["age"], row["weight"], row[wave]] for row in PEOPLE]


def once(number):
    rows = [row for row in ANSWERS if row["wave"] == str(number)]
    return [["", row["group"], row["sex"], row["age"], row["weight"], row["y"]] for row in rows]


@pytest.fixture
def evaluated(tmp_path):
    def evaluate(survey, measure, target='direction = "increase"', *, people=True, more="", change=lambda rows: rows):
        waves = {"fore.csv": linked("before"), "efter.csv": linked("after")}
        if not people:
            waves = {"fore.csv": once(0), "efter.csv": once(1)}
        for name, rows in waves.items():
            written(tmp_path, name, change(rows))
        code = 'code = "kod"\n' if people else ""
        plan = PLAN.format(survey=code + survey, measure=measure, target=target, more=more)
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        return em.evaluate(tmp_path)["mal"].finding

    evaluate.folder = tmp_path
    return evaluate


SCORE = 'kind = "score-change", scale = "lugn"'
IMPROVED = 'kind = "share-improved", scale = "lugn"'
SHARE = 'kind = "share-change", scale = "lugn", top = 2'
LEVEL = 'kind = "share", scale = "lugn", top = 2'
GROUPS = 'cluster = "grupp"'
WEIGHED = f'weigh = ["kon", "alder"]\n{POPULATION}'


def agrees(estimate, name, rel=1e-6):
    expected = R[name]
    value, se = float(expected["value"]), float(expected["se"])
    assert estimate.value == pytest.approx(value, rel=1e-9)
    assert estimate.std_error == pytest.approx(se, rel=rel)
    if expected["df"] != "NA":
        half = stdtrit(float(expected["df"]), 0.975) * se
        assert estimate.interval.low == pytest.approx(value - half, rel=1e-5, abs=1e-9)
        assert estimate.interval.high == pytest.approx(value + half, rel=1e-5, abs=1e-9)


def log_agrees(estimate, name, degrees):
    expected = R[name]
    middle, half = float(expected["value"]), stdtrit(degrees, 0.975) * float(expected["se"])
    assert math.log1p(estimate.value) == pytest.approx(middle, rel=1e-9)
    assert math.log1p(estimate.interval.low) == pytest.approx(middle - half, rel=1e-6)
    assert math.log1p(estimate.interval.high) == pytest.approx(middle + half, rel=1e-6)


def limits(estimate):
    return estimate.interval.low, estimate.interval.high


def expected_limits(name):
    return pytest.approx((float(R[name]["value"]), float(R[name]["se"])), rel=1e-6)


def codes(notes):
    return [note.code for note in notes]


def test_a_mean_change_of_linked_people_in_groups(evaluated):
    goal = evaluated(GROUPS, SCORE)
    agrees(goal.outcome.estimate, "change")
    assert "answers-independent" not in codes(goal.outcome.estimate.assumptions)


@pytest.mark.parametrize(("measure", "name"), [(SCORE, "waves y"), (SHARE, "waves hit")])
def test_a_change_between_waves_of_the_same_groups(evaluated, measure, name):
    target = "increase_by = 0.1" + (', reading = "points"' if measure == SHARE else "")
    agrees(evaluated(GROUPS, measure, target, people=False).outcome.estimate, name)


@pytest.mark.parametrize(("measure", "name"), [(SCORE, "cr2 log ratio y"), (SHARE, "cr2 log ratio hit")])
def test_a_relative_change_between_waves_of_the_same_groups(evaluated, measure, name):
    estimate = evaluated(GROUPS, measure, 'increase_by = 0.1, reading = "relative"', people=False).outcome.estimate
    log_agrees(estimate, name, estimate.curve.parameters[2])


def test_a_share_improved_and_a_level_of_people_in_groups(evaluated):
    assert limits(evaluated(GROUPS, IMPROVED, "at_least = 0.2").outcome.estimate) == expected_limits(
        "groups improved limits"
    )
    found = evaluated(GROUPS, LEVEL, "at_least = 0.2", people=False)
    assert limits(found.outcome.estimate) == expected_limits("groups after limits")


@pytest.mark.parametrize(("measure", "value"), [(SCORE, "y"), (SHARE, "hit")])
def test_weighted_changes_between_waves_of_the_same_groups(evaluated, measure, value):
    survey, points = f'{GROUPS}\nweight = "vikt"', "increase_by = 0.1" + (', reading = "points"' * (measure == SHARE))
    agrees(evaluated(survey, measure, points, people=False).outcome.estimate, f"weighted groups difference {value}")
    goal = evaluated(survey, measure, 'increase_by = 0.1, reading = "relative"', people=False)
    log_agrees(goal.outcome.estimate, f"weighted groups log ratio {value}", 8)


def test_a_weighted_level_of_people_in_groups(evaluated):
    goal = evaluated(f'{GROUPS}\nweight = "vikt"', LEVEL, "at_least = 0.2", people=False)
    assert limits(goal.outcome.estimate) == expected_limits("weighted groups after limits")


def test_linked_people_weighed_to_declared_margins(evaluated):
    agrees(evaluated(WEIGHED, SCORE).outcome.estimate, "raked people change")
    goal = evaluated(WEIGHED, IMPROVED, "at_least = 0.2")
    assert goal.outcome.estimate.value == pytest.approx(float(R["raked people improved"]["value"]), rel=1e-9)
    assert limits(goal.outcome.estimate) == expected_limits("raked people limits")


def test_linked_people_in_groups_with_design_weights_weighed_to_margins(evaluated):
    survey = f'{WEIGHED}\n{GROUPS}\nweight = "vikt"'
    agrees(evaluated(survey, SCORE).outcome.estimate, "raked groups change")
    assert limits(evaluated(survey, IMPROVED, "at_least = 0.2").outcome.estimate) == expected_limits(
        "raked groups limits"
    )


@pytest.mark.parametrize(("measure", "value"), [(SCORE, "y"), (SHARE, "hit")])
def test_two_waves_weighed_to_the_same_margins(evaluated, measure, value):
    target = "increase_by = 0.1" + (', reading = "points"' * (measure == SHARE))
    agrees(evaluated(WEIGHED, measure, target, people=False).outcome.estimate, f"raked waves {value}")


def test_linked_people_weighed_to_one_column_of_the_register(evaluated):
    written(evaluated.folder, "alla.csv", [["k"]] * 90 + [["m"]] * 110, ["kon"])
    survey = 'of = "alla"\nweigh = "kon"'
    estimate = evaluated(survey, IMPROVED, "at_least = 0.2", more=REGISTER).outcome.estimate
    assert estimate.value == pytest.approx(float(R["finite strata improved"]["value"]), rel=1e-9)
    assert limits(estimate) == expected_limits("finite strata limits")
    agrees(evaluated(survey, SCORE, more=REGISTER).outcome.estimate, "strata change")


def test_what_stands_beside_and_what_is_assumed(evaluated):
    goal = evaluated(f"{WEIGHED}\n{GROUPS}", IMPROVED, "at_least = 0.2")
    beside = {one.measure: one for one in goal.outcome.beside}
    assert beside["unweighted"].value == pytest.approx(float(R["improved"]["value"]))
    assert limits(beside["unweighted"]) == expected_limits("groups improved limits")
    assert codes(goal.outcome.estimate.assumptions) == ["answered-resemble-within-groups"]
    assert goal.fulfilment.verdict is Verdict.LIKELY_MET
    (note,) = [note for note in goal.outcome.notes if note.code == "groups-considered"]
    assert note.values["groups"] == 9
    assert note.values["effect"] > 1


@pytest.mark.parametrize("measure", [SCORE, IMPROVED])
def test_an_empty_group_is_one_person_and_independence_is_assumed(evaluated, measure):
    def without(rows):
        return [[kod, "" if place < 3 else grupp, *rest] for place, (kod, grupp, *rest) in enumerate(rows)]

    goal = evaluated(
        GROUPS, measure, "at_least = 0.1" if measure == IMPROVED else 'direction = "increase"', change=without
    )
    assert "answers-independent" in codes(goal.outcome.estimate.assumptions)
    (note,) = [note for note in goal.outcome.notes if note.code == "groups-considered"]
    assert note.values["groups"] == 12


def of_groups(*kept):
    return lambda rows: [row for row in rows if row[1] in kept]


def test_few_groups_leave_a_verdict_open(evaluated):
    goal = evaluated(GROUPS, SCORE, change=of_groups("g2", "g3", "g5"))
    assert goal.fulfilment.verdict is Verdict.UNDETERMINED
    goal = evaluated(GROUPS, SCORE, change=of_groups("g3"))
    assert goal.fulfilment.verdict is Verdict.NOT_ASSESSABLE
    assert codes(goal.fulfilment.reasons) == ["too-few-groups"]


def test_everybody_counted_needs_no_groups(evaluated):
    written(evaluated.folder, "alla.csv", [[row["sex"]] for row in PEOPLE], ["kon"])
    goal = evaluated(f'of = "alla"\n{GROUPS}', IMPROVED, "at_least = 0.2", more=REGISTER)
    assert goal.outcome.estimate.evidence == "census"


@pytest.mark.parametrize(
    ("survey", "change", "code", "got"),
    [
        (WEIGHED, lambda rows: [row for row in rows if row[3] == "u"], "weigh-empty-cell", "v"),
        (WEIGHED, lambda rows: [[*rows[0][:2], "annat", *rows[0][3:]], *rows[1:]], "weigh-value-unknown", "annat"),
        ('weight = "vikt"', lambda rows: [[*rows[0][:4], "0", rows[0][5]], *rows[1:]], "weight-not-above-nought", "0"),
        ('weight = "vikt"', lambda rows: [[*rows[0][:4], "", rows[0][5]], *rows[1:]], "cell-empty", None),
        ('cluster = "grup"', lambda rows: rows, "column-missing", None),
        ('weigh = "kon"', lambda rows: rows, "plan-missing-key", None),
        (
            'weigh = "kon"\npopulation = { alder = { u = 1 }, kon = { k = 1 } }',
            lambda rows: rows,
            "plan-unknown-name",
            "alder",
        ),
        (WEIGHED.replace("80", "90"), lambda rows: rows, "plan-margins-differ", "kon: 200, alder: 210"),
        ('strata = "kon"', lambda rows: rows, "plan-missing-key", None),
    ],
)
def test_what_is_wrong_is_told(evaluated, survey, change, code, got):
    with pytest.raises(InputFaults) as raised:
        evaluated(survey, SCORE, change=change)
    fault = next(fault for fault in raised.value.faults if fault.code == code)
    assert fault.got == got
    assert fault.in_words("sv")
    assert fault.in_words("en")


def test_rows_that_cannot_be_weighed_are_left_out_and_counted(evaluated):
    goal = evaluated(WEIGHED, SCORE, change=lambda rows: [[*rows[0][:2], "", *rows[0][3:]], *rows[1:]])
    assert goal.outcome.estimate.n == len(PEOPLE) - 1


def test_heavy_weights_are_remarked_on(evaluated):
    heavy = 'weigh = "kon"\npopulation = { kon = { k = 1000, m = 1 } }'
    goal = evaluated(
        heavy,
        SCORE,
        change=lambda rows: [[*row[:2], "k" if place < 5 else "m", *row[3:]] for place, row in enumerate(rows)],
    )
    assert {"weights-uneven", "weights-heavy"} <= set(codes(goal.outcome.notes))
