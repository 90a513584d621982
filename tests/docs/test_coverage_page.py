"""docs/coverage.md says what a rerun says, and the smallest sizes in the table of methods are what it found."""

import re
from pathlib import Path

import pytest

from covering import shares
from covering.found import Effort
from effektmatt.stats.choices import QUESTIONS
from effektmatt.stats.methods import methods_of
from effektmatt.stats.question import Assumption, Layout
from effektmatt.wording import words

PAGE = (Path(__file__).parents[2] / "docs" / "coverage.md").read_text(encoding="utf-8")
SUFFIX = {Layout.PAIRED: ", paired", Layout.PARTLY_LINKED: ", partly linked", Layout.UNITS: ", units"}
#: Two standard errors of a simulated coverage, and the lowest of several.
CHANCE = 0.012


def lines():
    """Yield estimand, method, n and lowest coverage of every line."""
    estimand = ""
    for line in PAGE.splitlines():
        if line.startswith("## "):
            estimand = line[3:].lower()
        elif re.match(r"\| (\*\*!\*\*)? \|", line):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            yield estimand, cells[1].strip("*"), int(cells[2]), float(cells[4].strip("%")) / 100


def name_of(kernel):
    return words("en").method(methods_of(kernel)[0].codes[0])


@pytest.mark.parametrize("n", [5, 10, 20])
def test_exact_coverage_is_found_again(n):
    written = {(method, size): lowest for estimand, method, size, lowest in lines() if estimand == "share"}
    again = [found for found in shares.one_share(Effort(draws=0, dear=0, quick=True)) if found.n == n]
    for method in {found.method for found in again}:
        lowest = min(found.covered for found in again if found.method == method)
        assert written[words("en").method(method), n] == pytest.approx(lowest, abs=0.0006)


JUDGED = [
    pytest.param(question, layout, choice, id=f"{question.code}, {layout}")
    for question in QUESTIONS
    for layout, choice in question.choices.items()
    if choice.default is not None and question.code != "mean"  # a rule by skewness: `enough_for_mean`
]


@pytest.mark.parametrize(("question", "layout", "choice"), JUDGED)
def test_a_default_covers_from_the_size_that_the_table_says(question, layout, choice):
    estimand, name = question.code + SUFFIX.get(layout, ""), name_of(choice.default)
    found = [(n, lowest) for of, method, n, lowest in lines() if of == estimand and method == name]
    if Assumption.EQUAL_SPREAD in choice.assumes:
        return  # the grid breaks the assumption on purpose
    assert [(n, lowest) for n, lowest in found if n >= choice.enough and lowest < 0.935 - CHANCE] == []
    if choice.enough and found:
        assert min(n for n, _ in found) < choice.enough <= max(n for n, _ in found)
