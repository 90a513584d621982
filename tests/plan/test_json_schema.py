"""The schema in docs is what the models say, and every sample's plan obeys it."""

import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from effektmatt.plan.json_schema import plan_schema, plan_schema_json
from effektmatt.plan.template_parts import plan_template

ROOT = Path(__file__).parents[2]
PLANS = sorted((ROOT / "data" / "sample").glob("*/plan.toml"))


def as_json(value):
    """Write dates as the text that an editor compares with the schema."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def faults_of(text: str) -> list[str]:
    checker = jsonschema.Draft202012Validator(plan_schema())
    return [error.message for error in checker.iter_errors(as_json(tomllib.loads(text)))]


def test_docs_hold_the_schema_that_the_models_give():
    written = (ROOT / "docs" / "plan.schema.json").read_text(encoding="utf-8")
    assert written == plan_schema_json(), "run: python -m effektmatt.plan.json_schema > docs/plan.schema.json"


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_every_sample_obeys_it(plan):
    assert not faults_of(plan.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_plan_of_new_obeys_it(language):
    assert not faults_of(plan_template(language=language))


def test_it_finds_what_is_misspelt_and_asks_for_what_is_missing():
    text = plan_template()
    assert faults_of(text.replace('owner = "', 'ownr = "', 1))
    assert faults_of(text.replace('answers = ["', 'not_an_answer_either = ["', 1))
    preset = '[scales.kunskap]\npreset = "hme"\nsource = "enkat"\nitems = ["h1", "h2"]\n'
    assert not faults_of(text[: text.index("[scales")] + preset + text[text.index("# ---- Målen") :])


def test_a_schema_is_valid_json_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(plan_schema_json()))
