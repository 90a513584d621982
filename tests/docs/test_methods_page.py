"""docs/methods.md is what the table, the docstrings and the prose say now."""

import importlib.util
from pathlib import Path

import pytest

from effektmatt.stats.choices import QUESTIONS
from effektmatt.stats.methods import METHODS
from effektmatt.stats.question import Assumption, Layout

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
