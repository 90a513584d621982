"""Cases of a few handlers, from a folder: the change of the mean agrees with R (reference case 22)."""

import csv
from pathlib import Path

import pytest
from scipy.special import stdtrit

import effektmatt as em
from effektmatt.goals import Verdict

CASE = Path(__file__).parents[2] / "reference" / "22-groups-in-two-waves"
CASES = list(csv.DictReader((CASE / "cases.csv").read_text().splitlines()))
R = {row["name"]: row for row in csv.DictReader((CASE / "reference.csv").read_text().splitlines())}
PLAN = """
[project]
name = "Ärenden"

[waves]
before = {{ label = "Före", from = 2024-01-01, to = 2024-01-31 }}
after = {{ label = "Efter", from = 2025-01-01, to = 2025-01-31 }}

[sources.arenden]
kind = "cases"
file = "arenden.csv"
opened = "inkom"
closed = "klar"
measured = {{ before = 2024-04-05, after = 2025-04-05 }}
{cluster}

[[goals]]
id = "tid"
title = "Snabbare"
measure = {{ source = "arenden", kind = "handling-time", within_days = 60 }}
target = {{ direction = "decrease" }}
"""


@pytest.fixture
def evaluated(tmp_path):
    def evaluate(handler, cluster='cluster = "handlaggare"'):
        with (tmp_path / "arenden.csv").open("w", encoding="utf-8", newline="") as file:
            rows = [[row["opened"], row["closed"], handler(row["handler"], place)] for place, row in enumerate(CASES)]
            csv.writer(file).writerows([["inkom", "klar", "handlaggare"], *rows])
        (tmp_path / "plan.toml").write_text(PLAN.format(cluster=cluster), encoding="utf-8")
        return em.evaluate(tmp_path)["tid"].finding

    return evaluate


def own(handler, _place):
    return handler


def assumed(goal):
    return {note.code for note in goal.outcome.estimate.assumptions}


def test_the_change_agrees_with_pseudo_values_and_club_sandwich(evaluated):
    estimate, expected = evaluated(own).outcome.estimate, R["handlers"]
    value, se = float(expected["value"]), float(expected["se"])
    half = stdtrit(float(expected["df"]), 0.975) * se
    assert estimate.value == pytest.approx(value, rel=1e-9)
    assert estimate.std_error == pytest.approx(se, rel=1e-9)
    assert (estimate.interval.low, estimate.interval.high) == pytest.approx((value - half, value + half), rel=1e-7)


def test_handlers_settle_that_cases_are_independent_and_leave_the_value_as_it_was(evaluated):
    plain, grouped = evaluated(own, ""), evaluated(own)
    assert grouped.outcome.estimate.value == pytest.approx(plain.outcome.estimate.value, rel=1e-12)
    assert assumed(plain) - assumed(grouped) == {"cases-independent"}
    (note,) = [note for note in grouped.outcome.notes if note.code == "groups-counted"]
    assert note.values["groups"] == 8


def test_an_empty_handler_is_counted_and_independence_assumed(evaluated):
    goal = evaluated(lambda handler, place: "" if place < 2 else handler)
    assert "cases-independent" in assumed(goal)
    counts = {note.code: note.values for note in goal.outcome.notes}
    assert counts["cluster-unknown"]["n"] == 2
    assert counts["groups-counted"]["groups"] == 10


def test_few_handlers_leave_a_verdict_open(evaluated):
    assert evaluated(lambda handler, _: handler if handler in {"h1", "h2"} else "h3").fulfilment.verdict in {
        Verdict.UNDETERMINED,
        Verdict.NOT_ASSESSABLE,
    }
    alone = evaluated(lambda _handler, _place: "h1")
    assert alone.fulfilment.verdict is Verdict.NOT_ASSESSABLE
    assert [note.code for note in alone.fulfilment.reasons] == ["too-few-groups"]


SHARES = {
    row["name"]: row
    for row in csv.DictReader((CASE.parent / "23-groups-beside-and-effects" / "reference.csv").read_text().splitlines())
}
IN_TIME = PLAN.replace('kind = "handling-time", within_days = 60', 'kind = "closed-in-time", within_days = 20')


@pytest.mark.parametrize("target", ['direction = "increase"', "at_least = 0.5"])
def test_shares_closed_in_time_agree_with_pseudo_values_and_club_sandwich(evaluated, monkeypatch, target):
    monkeypatch.setitem(globals(), "PLAN", IN_TIME.replace('direction = "decrease"', target))
    found = evaluated(own)
    estimate = found.outcome.estimate
    limits = estimate.interval.low, estimate.interval.high
    if "at_least" in target:
        expected = SHARES["in time limits 1"]
        assert estimate.value == pytest.approx(float(SHARES["in time 1"]["value"]))
        assert limits == pytest.approx((float(expected["value"]), float(expected["se"])), rel=1e-6)
    else:
        expected = SHARES["in time"]
        value, se = float(expected["value"]), float(expected["se"])
        half = stdtrit(float(expected["df"]), 0.975) * se
        assert limits == pytest.approx((value - half, value + half), rel=1e-6)
    assert "cases-independent" not in assumed(found)
    assert "groups-counted" in {note.code for note in found.outcome.notes}


@pytest.mark.parametrize(
    "measure", ['statistic = "median", within_days = 60', 'standardise = "handlaggare", within_days = 60']
)
def test_what_cannot_be_reckoned_over_handlers_is_a_fault(evaluated, monkeypatch, measure):
    from effektmatt.errors import InputFaults

    monkeypatch.setitem(globals(), "PLAN", PLAN.replace("within_days = 60", measure))
    with pytest.raises(InputFaults) as raised:
        evaluated(own)
    assert [fault.code for fault in raised.value.faults] == ["plan-not-over-groups"]
