"""docs/methods.md is what the table, the docstrings and the prose say now."""

import importlib.util
import tomllib
from pathlib import Path

import pytest

from effektmatt.plan.written import KINDS, WrittenPlan
from effektmatt.stats.choices import QUESTIONS
from effektmatt.stats.methods import METHODS
from effektmatt.stats.question import UNTESTABLE, Assumption, Layout

FOLDER = Path(__file__).parents[2] / "docs" / "methods"


@pytest.fixture(scope="module")
def make():
    spec = importlib.util.spec_from_file_location("make_methods", FOLDER / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(make):
    assert make.PAGE.read_text(encoding="utf-8") == make.page(), "run: python docs/methods/make.py"


def test_the_prose_says_all_of_the_table_and_nothing_else(make):
    assert set(make.prose("questions")) == {question.code for question in QUESTIONS}
    assert set(make.prose("assumptions")) == {str(one) for one in Assumption}
    assert set(make.prose("formulas")) == {method.kernel.__name__ for method in METHODS}
    assert set(make.LAYOUTS) == set(Layout)
    used = {
        assumption for question in QUESTIONS for choice in question.choices.values() for assumption in choice.assumes
    }
    assert used == set(Assumption)


def test_every_goal_of_the_samples_rests_on_what_the_page_says_of_its_measure(make, sample_folder, evaluated):
    said: dict[str, set[str]] = {}
    for measure, _, assumed in make.resting():
        said.setdefault(measure, set()).update(assumed)
    assert set(said) <= measures()
    seen = set()
    for folder in sorted(sample_folder.parent.iterdir()):
        written = WrittenPlan.model_validate(tomllib.loads((folder / "plan.toml").read_text(encoding="utf-8")))
        for goal, found in zip(written.goals, evaluated(folder.name), strict=True):
            asked = [goal.measure] if goal.measure is not None else [part.measure for part in goal.all_of]
            for part in found.finding.parts or (found.finding,):
                codes = {note.code for note in part.fulfilment.assumptions} & UNTESTABLE
                assert codes <= set().union(*(said.get(one.kind, set()) for one in asked)), goal.id
                seen |= codes
    assert len(seen) > 2


def measures():
    return {measure.model_fields["kind"].annotation.__args__[0] for kind in KINDS.values() for measure in kind.measures}
