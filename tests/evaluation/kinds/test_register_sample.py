"""A register whose rows are a random sample: shares with intervals, over groups as R has them, and bounds on gaps."""

import csv
from pathlib import Path

import pytest
from scipy.special import stdtrit

import effektmatt as em
from effektmatt.errors import InputFaults
from effektmatt.goals import Verdict

REFERENCE = Path(__file__).parents[2] / "reference"
CASE = REFERENCE / "22-groups-in-two-waves"
ROWS = [row for row in csv.DictReader((CASE / "answers.csv").read_text().splitlines()) if row["wave"] == "1"]
R = {
    row["name"]: row
    for case in ("22-groups-in-two-waves", "23-groups-beside-and-effects")
    for row in csv.DictReader((REFERENCE / case / "reference.csv").read_text().splitlines())
}

PLAN = """
[project]
name = "Granskade akter"

[sources.akter]
kind = "register"
file = "akter.csv"
{source}

[[goals]]
id = "mal"
title = "Målet"
measure = {{ {measure} }}
target = {{ {target} }}
"""
SAMPLE, GROUPS = 'sampling = "random"\n', 'sampling = "random"\ncluster = "grupp"\n'
SHARE = 'kind = "share", source = "akter", where = { ratt = "ja" }'
BETWEEN = 'kind = "group-difference", source = "akter", where = { ratt = "ja" }, by = "kon", groups = ["k", "m"]'


def as_row(row):
    return [row["group"], row["sex"], "ja" if row["hit"] == "1" else "nej"]


ALL = tuple(as_row(row) for row in ROWS)


@pytest.fixture
def evaluated(tmp_path):
    def evaluate(source, measure=SHARE, target="at_least = 0.2", rows=ALL):
        with (tmp_path / "akter.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["grupp", "kon", "ratt"], *rows])
        plan = PLAN.format(source=source, measure=measure, target=target)
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        return em.evaluate(tmp_path)["mal"].finding

    return evaluate


def limits(estimate):
    return estimate.interval.low, estimate.interval.high


def test_a_share_and_a_difference_over_groups_agree_with_survey_and_clubsandwich(evaluated):
    estimate = evaluated(GROUPS).outcome.estimate
    expected = R["groups after limits"]
    assert limits(estimate) == pytest.approx((float(expected["value"]), float(expected["se"])), rel=1e-6)
    assert estimate.assumptions == ()
    between, expected = evaluated(GROUPS, BETWEEN, "at_most = 0.9").outcome.estimate, R["beside hit"]
    value, half = float(expected["value"]), stdtrit(float(expected["df"]), 0.975) * float(expected["se"])
    assert limits(between) == pytest.approx((value - half, value + half), rel=1e-6)


def test_without_groups_the_share_is_that_of_independent_rows(evaluated):
    from effektmatt.stats.share import clopper_pearson

    estimate = evaluated(SAMPLE).outcome.estimate
    hits = sum(row["hit"] == "1" for row in ROWS)
    expected = clopper_pearson(hits, len(ROWS), 0.95)
    assert limits(estimate) == pytest.approx((expected.low, expected.high))
    assert [note.code for note in estimate.assumptions] == ["answers-independent"]
    assert evaluated("").outcome.estimate.evidence == "census"


@pytest.mark.parametrize("source", [SAMPLE, GROUPS])
@pytest.mark.parametrize("measure", [SHARE, BETWEEN])
def test_empty_cells_widen_the_interval_to_what_they_may_hide(evaluated, source, measure):
    rows = [as_row(row) for row in ROWS]
    target = "at_least = 0.2" if measure == SHARE else "at_most = 0.9"
    hidden = [[*row[:2], "" if place in (0, 5, 9) else row[2]] for place, row in enumerate(rows)]
    found = evaluated(source, measure, target, hidden)
    estimate = found.outcome.estimate
    filled = []
    for women, men in (("nej", "ja"), ("ja", "nej")) if measure == BETWEEN else (("nej", "nej"), ("ja", "ja")):
        guessed = [[*row[:2], row[2] or (women if row[1] == "k" else men)] for row in hidden]
        filled.append(evaluated(source, measure, target, guessed).outcome.estimate)
    assert estimate.interval.low == pytest.approx(filled[0].interval.low)
    assert estimate.interval.high == pytest.approx(filled[1].interval.high)
    assert "hidden-in-sample" in {note.code for note in estimate.notes}
    assert found.fulfilment.probability is None


def test_a_row_of_no_known_group_leaves_independence_assumed(evaluated):
    rows = [as_row(row) for row in ROWS]
    rows[3][0] = ""
    found = evaluated(GROUPS, rows=rows)
    assert [note.code for note in found.outcome.estimate.assumptions] == ["answers-independent"]
    assert "cluster-unknown" in {note.code for note in found.outcome.notes}


def test_few_groups_are_not_judged_firmly(evaluated):
    few = [as_row(row) for row in ROWS if row["group"] in {"g2", "g3", "g5"}]
    assert evaluated(GROUPS, rows=few).fulfilment.verdict is Verdict.UNDETERMINED
    one = [as_row(row) for row in ROWS if row["group"] == "g5"]
    assert evaluated(GROUPS, rows=one).fulfilment.verdict is Verdict.NOT_ASSESSABLE


@pytest.mark.parametrize(
    ("source", "measure", "code"),
    [
        ('cluster = "grupp"', SHARE, "plan-cluster-of-everybody"),
        (GROUPS, 'kind = "count", source = "akter", where = { ratt = "ja" }', "plan-sample-counts-nobody"),
        (
            GROUPS,
            'kind = "count-change", source = "akter", before = { ratt = "nej" }, after = { ratt = "ja" }',
            "plan-sample-counts-nobody",
        ),
    ],
)
def test_what_a_sample_cannot_tell_is_a_fault(evaluated, source, measure, code):
    with pytest.raises(InputFaults) as raised:
        evaluated(source, measure, "increase_by = 3" if "change" in measure else "at_least = 0.2")
    assert code in [fault.code for fault in raised.value.faults]
