from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from effektmatt.core import Interval, Note
from effektmatt.report.results import SCHEMA, results, results_json
from findings_example import findings_example

FORMAT = json.loads((Path(__file__).parents[2] / "docs" / "results.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return dict(json.loads(results_json(findings_example())))


def faults(plain: object) -> list[str]:
    return [error.message for error in Draft202012Validator(FORMAT).iter_errors(plain)]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_follows_the_written_format(language: str) -> None:
    Draft202012Validator.check_schema(FORMAT)
    assert faults(json.loads(results_json(findings_example(language)))) == []


def test_the_format_notices_what_is_missing_or_added(found: dict[str, Any]) -> None:
    assert faults({**found, "goals": [{**found["goals"][0], "verdict": "maybe"}]})
    assert faults({name: value for name, value in found.items() if name != "manifest"})
    assert faults({**found, "rows": []})


def test_a_goal_carries_value_interval_and_what_it_rests_on(found: dict[str, Any]) -> None:
    goal = found["goals"][0]
    assert found["schema"] == SCHEMA
    assert goal["id"] == "delmal-1"
    assert goal["verdict"] == "likely-met"
    assert (goal["value"], goal["unit"], goal["hits"], goal["n"], goal["population"]) == (0.88, "share", 132, 150, 205)
    assert goal["interval"]["low"] == pytest.approx(174 / 205)
    assert goal["interval"]["high"] == pytest.approx(185 / 205)
    assert goal["interval"]["level"] == 0.95
    assert goal["possible"] == {"low": pytest.approx(132 / 205), "high": pytest.approx(187 / 205)}
    assert goal["tipping"] == {"needed": 164 - 132, "missing": 55}
    assert goal["target"]["kind"] == "at-least"
    assert goal["target"]["amount"] == 0.8
    assert [note["code"] for note in goal["assumptions"]] == ["missing-resemble-answered"]
    assert goal["before"]["value"] == 3.12
    assert {beside["estimand"] for beside in goal["beside"]} == {"share-improved-step", "share-improved-reliable"}


def test_parts_and_readings(found: dict[str, Any]) -> None:
    parts = found["goals"][2]["parts"]
    assert [part["verdict"] for part in parts] == ["not-met", "met"]
    assert parts[0]["target"]["in_every"] == "avdelning"
    readings = {reading["reading"]: reading for reading in found["goals"][5]["readings"]}
    assert [name for name, reading in readings.items() if reading["chosen"]] == ["relative"]
    assert readings["points"]["verdict"] == "not-assessable"
    assert readings["points"]["reasons"][0]["code"] == "unreachable-above"


def test_a_goal_without_target_has_no_verdict(found: dict[str, Any]) -> None:
    goal = found["goals"][4]
    assert goal["target"] is None
    assert goal["verdict"] == "no-target"
    assert (goal["before"]["value"], goal["after"]["value"], goal["value"]) == (4, 9, 5)


def test_hidden_groups_have_no_numbers(found: dict[str, Any]) -> None:
    hidden = [group for group in found["goals"][3]["groups"] if group["hidden"]]
    assert [group["group"] for group in hidden] == ["annat", "man"]
    for group in hidden:
        assert {value for name, value in group.items() if name not in {"by", "group", "hidden"}} == {None}


def test_every_row_is_accounted_for(found: dict[str, Any]) -> None:
    assert list(found["flow"]) == sorted(found["flow"])
    for source in found["flow"].values():
        assert source["read"] == source["used"] + sum(source["left_out"].values())
        assert source["read"] == sum(file["read"] for file in source["files"])
    assert found["flow"]["enkat"]["left_out"]["repeated"] == 8


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
    assert found["goals"][0]["interval"]["high"] is None
    assert found["goals"][0]["p_value"] is None
    assert "NaN" not in text
    assert "Infinity" not in text
    assert faults(found) == []


def test_the_same_findings_give_the_same_text() -> None:
    assert results_json(findings_example()) == results_json(findings_example())
    assert "å" in results_json(findings_example())


def test_words_follow_the_language() -> None:
    assert results(findings_example("sv"))["goals"][1]["verdict_text"] == "Ej uppnått"
    assert results(findings_example("en"))["goals"][1]["verdict_text"] == "Not met"
