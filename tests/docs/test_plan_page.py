"""docs/plan.md is what the texts, the models and the examples say now, and its examples are plans that can be read."""

import importlib.util
import tomllib
from pathlib import Path

import pytest

from effektmatt.core.kinds import KINDS
from effektmatt.plan.json_schema import plan_schema
from effektmatt.plan.keys import models
from effektmatt.plan.resolve import resolve
from effektmatt.plan.template_parts import plan_template
from effektmatt.plan.written import WrittenPlan

FOLDER = Path(__file__).parents[2] / "docs" / "plan"
EXAMPLES = tomllib.loads((FOLDER / "examples.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def make():
    spec = importlib.util.spec_from_file_location("make_plan", FOLDER / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page(make):
    return make.page()


def faults_of(plan):
    written = WrittenPlan.model_validate(plan)
    return resolve(written, file=Path("plan.toml"), numbers=range(1, len(written.goals) + 1))[1]


def completed(example):
    """Put an example into the plan that `effektmatt new` writes: its names are added, all else of it replaces."""
    plan = tomllib.loads(plan_template(KINDS, also=()))
    for part, written in example.items():
        together = part in {"sources", "scales", "checklists"}
        plan[part] = {**plan[part], **written} if together else written
    return {"project": {"name": "Projektet"}, **plan}


def test_the_page_is_up_to_date(make, page):
    assert make.PAGE.read_text(encoding="utf-8") == page, "run: python docs/plan/make.py"


def test_every_table_has_a_section_and_no_other(make):
    in_schema = {"WrittenPlan", *plan_schema()["$defs"]}
    names = [name for _, _, name in make.SECTIONS]
    assert len(names) == len(set(names))
    assert set(names) - {"labels", "names", "Source", "MeasureTable"} == in_schema


def test_every_key_stands_on_the_page(page):
    schema = plan_schema()
    for name, table in {"WrittenPlan": schema, **schema["$defs"]}.items():
        for key, rule in table["properties"].items():
            assert f"| `{key}` | {rule['description']} |" in page, f"{name}.{key}"


def test_examples_belong_to_sections_and_every_measure_and_source_has_one(make):
    assert set(EXAMPLES) <= {name for _, _, name in make.SECTIONS}
    lacking = {name for _, _, name in make.SECTIONS} - set(EXAMPLES)
    assert lacking == {"Hide", "Logo", "MeasureTable", "Missing"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_without_fault(name):
    assert not faults_of(completed(tomllib.loads(EXAMPLES[name])))


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name in models()])
def test_an_example_shows_its_own_section(make, name):
    heading = next(heading for _, heading, one in make.SECTIONS if one == name)
    kind = plan_schema()["$defs"].get(name, {}).get("properties", {}).get("kind", {}).get("const")
    assert kind is None or f'kind = "{kind}"' in EXAMPLES[name]
    written = heading.partition("`")[2].rpartition("`")[0].strip("[]").split(".")
    assert name == "WrittenPlan" or kind or written[0] in EXAMPLES[name]


def test_the_first_example_is_a_whole_plan():
    assert not faults_of(tomllib.loads(EXAMPLES["WrittenPlan"]))


def test_an_example_with_a_misspelt_name_would_be_found():
    wrong = EXAMPLES["Survey"].replace('of = "deltagare"', 'of = "deltagere"')
    assert [fault.code for fault in faults_of(completed(tomllib.loads(wrong)))] == ["plan-unknown-name"]


def test_every_kind_of_target_that_a_measure_takes_is_listed(page):
    assert page.count("Krav som kan ställas i `target`: ") == 22
    assert "`share-improved`\n" in page
