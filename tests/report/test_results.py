from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from jsonschema import Draft202012Validator
from results_schema import results_schema

from effektmatt.core import AnswerCounts, Interval, Note, PairedCounts
from effektmatt.evaluation.kinds import KINDS
from effektmatt.report.results import FORMAT, plain, results, results_json
from effektmatt.surveys.change import ItemChange
from findings_example import findings_example

assert KINDS  # every kind of evidence is known, so that the schema has them all


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return dict(json.loads(results_json(findings_example())))


def faults(plain: object) -> list[str]:
    return [error.message for error in Draft202012Validator(results_schema()).iter_errors(plain)]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_follows_the_schema(language: str) -> None:
    Draft202012Validator.check_schema(results_schema())
    assert faults(json.loads(results_json(findings_example(language)))) == []


def test_the_schema_notices_what_is_missing_or_added(found: dict[str, Any]) -> None:
    goal = found["goals"][0]
    assert faults({**found, "goals": [{**goal, "fulfilment": {**goal["fulfilment"], "verdict": "maybe"}}]})
    assert faults({name: value for name, value in found.items() if name != "manifest"})
    assert faults({**found, "rows": []})
    assert faults({**found, "format": FORMAT + 1})


def test_the_schema_knows_every_kind_of_detail_and_says_what_each_thing_is() -> None:
    defined = results_schema()["$defs"]
    outcome = defined["Outcome"]["properties"]["detail"]["anyOf"]
    names = {one["$ref"].rpartition("/")[2] for one in outcome if "$ref" in one}
    assert {"SurveyChange", "HandlingTimes", "RegisterCount", "VisitChange", "MoneyUsed"} <= names <= set(defined)
    assert all(one["description"] for one in defined.values())
    assert "whatever the missing would have answered" in defined["Estimate"]["description"]


def test_a_goal_carries_value_interval_and_what_it_rests_on(found: dict[str, Any]) -> None:
    goal = found["goals"][0]
    judged = goal["fulfilment"]
    estimate = judged["estimate"]
    assert found["format"] == FORMAT
    assert (goal["id"], judged["verdict"]) == ("delmal-1", "likely-met")
    assert [estimate[name] for name in ("value", "unit", "hits", "n", "population")] == [0.88, "share", 132, 150, 205]
    assert estimate["interval"]["low"] == pytest.approx(174 / 205)
    assert estimate["interval"]["high"] == pytest.approx(185 / 205)
    assert estimate["interval"]["level"] == 0.95
    assert estimate["possible"] == {"low": pytest.approx(132 / 205), "high": pytest.approx(187 / 205)}
    assert judged["tipping"] == {"needed": 164 - 132, "missing": 55}
    assert judged["target"]["at_least"] == 0.8
    assert [note["code"] for note in estimate["assumptions"]] == ["missing-resemble-answered"]
    assert goal["outcome"]["change"]["before"]["value"] == 3.12
    beside = {one["measure"] for one in goal["outcome"]["beside"]}
    assert beside == {"share-improved-step", "share-improved-reliable"}


def test_parts_and_readings(found: dict[str, Any]) -> None:
    parts = [part["fulfilment"] for part in found["goals"][2]["parts"]]
    assert [part["verdict"] for part in parts] == ["not-met", "met"]
    assert parts[0]["target"]["in_every"] == "avdelning"
    readings = {reading["reading"]: reading for reading in found["goals"][5]["readings"]}
    assert [name for name, reading in readings.items() if reading["chosen"]] == ["relative"]
    assert readings["points"]["fulfilment"]["verdict"] == "not-assessable"
    assert readings["points"]["fulfilment"]["reasons"][0]["code"] == "unreachable-above"


def test_a_goal_without_target_has_no_verdict(found: dict[str, Any]) -> None:
    goal = found["goals"][4]
    assert goal["fulfilment"]["target"] is None
    assert goal["fulfilment"]["verdict"] == "no-target"
    change = goal["outcome"]["change"]
    assert [change[moment]["value"] for moment in ("before", "after", "difference")] == [4, 9, 5]


def test_what_a_kind_of_evidence_found_beyond_the_number_says_what_it_is(found: dict[str, Any]) -> None:
    assert found["goals"][4]["outcome"]["detail"] == {
        "type": "CountChange", "kept": 3, "left": 1, "new": 6, "people": 11
    }  # fmt: skip


def test_hidden_groups_have_no_numbers(found: dict[str, Any]) -> None:
    hidden = [group for group in found["goals"][3]["outcome"]["groups"] if group["hidden"]]
    assert [group["group"] for group in hidden] == ["annat", "man"]
    for group in hidden:
        assert {value for name, value in group.items() if name not in {"by", "group", "hidden"}} == {None}


def test_every_row_is_accounted_for(found: dict[str, Any]) -> None:
    accounts = {source["id"]: source["accounts"] for source in found["sources"]}
    for account in (one for of_source in accounts.values() for one in of_source):
        assert account["read"] == account["used"] + sum(account["left_out"].values())
    assert [account["left_out"]["repeated"] for account in accounts["enkat"]] == [4, 4]


def test_money_is_exact_and_dates_are_iso(found: dict[str, Any]) -> None:
    assert found["project"]["granted"] == "3250124.00"
    assert found["project"]["start"] == "2011-09-19"
    assert found["manifest"]["made"] == "2013-09-30"


def test_what_is_not_finite_becomes_null() -> None:
    example = findings_example()
    goal = example.goals[6]
    estimate = replace(
        goal.outcome.estimate,
        interval=Interval(low=-20.0, high=math.inf, level=0.95, method="log-log"),
        p_value=math.nan,
        assumptions=(Note(code="missing-resemble-answered", values={"missing": 3}),),
    )
    odd = replace(goal, fulfilment=replace(goal.fulfilment, estimate=estimate))
    text = results_json(replace(example, goals=(odd,)))
    found = json.loads(text)
    assert found["goals"][0]["fulfilment"]["estimate"]["interval"]["high"] is None
    assert found["goals"][0]["fulfilment"]["estimate"]["p_value"] is None
    assert "NaN" not in text
    assert "Infinity" not in text
    assert faults(found) == []


def test_numbers_of_numpy_and_unprinted_fields() -> None:
    counts = AnswerCounts(levels=[1, 2], counts=[4, 9])
    pairs = PairedCounts(levels=[1, 2], table=[[3, 1], [2, 7]])
    item = ItemChange(id="v1", label="Fråga", reversed=False, before=counts, after=None, pairs=pairs)
    assert plain(item) == {
        "id": "v1",
        "label": "Fråga",
        "reversed": False,
        "before": {"levels": [1.0, 2.0], "counts": [4, 9]},
        "after": None,
        "high": None,
    }
    assert plain({np.int64(90): (np.float64(0.5), np.nan, frozenset({"b", "a"}))}) == {"90": [0.5, None, ["a", "b"]]}


def test_the_same_findings_give_the_same_text() -> None:
    assert results_json(findings_example()) == results_json(findings_example())
    assert "å" in results_json(findings_example())
    assert results(findings_example())["language"] == "sv"
