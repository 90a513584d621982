"""docs/coverage.md says what a rerun says, and the smallest sizes in the table of methods are what it found."""

import re
from pathlib import Path

import pytest

from covering import hard, shares
from covering.found import Effort
from effektmatt.stats.choices import QUESTIONS
from effektmatt.stats.methods import methods_of
from effektmatt.stats.question import Assumption, Layout
from effektmatt.wording import words

PAGE = (Path(__file__).parents[2] / "docs" / "coverage.md").read_text(encoding="utf-8")
SUFFIX = {
    Layout.PAIRED: ", paired",
    Layout.PARTLY_LINKED: ", partly linked",
    Layout.UNITS: ", units",
    Layout.WEIGHTED: ", weighted",
}
#: Two standard errors of a simulated coverage, and the lowest of several.
CHANCE = 0.012


ORDINARY, _, HARD = PAGE.partition("\n## Hard situations\n")


def lines():
    """Yield estimand, method, n and lowest coverage of every line."""
    estimand = ""
    for line in ORDINARY.splitlines():
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
    if choice.default is not None and (question.code, layout) != ("mean", Layout.PROCESS)  # a rule by skewness alone
]


@pytest.mark.parametrize(("question", "layout", "choice"), JUDGED)
def test_a_default_covers_from_the_size_that_the_table_says(question, layout, choice):
    estimand, name = question.code + SUFFIX.get(layout, ""), name_of(choice.default)
    found = [(n, lowest) for of, method, n, lowest in lines() if of == estimand and method == name]
    if Assumption.EQUAL_SPREAD in choice.assumes:
        return  # the grid breaks the assumption on purpose
    assert [(n, lowest) for n, lowest in found if n >= choice.enough and lowest < 0.935 - CHANCE] == []
    if choice.enough and found:
        assert min(n for n, _ in found) <= choice.enough <= max(n for n, _ in found)


def hard_lines():
    """Yield the situation, coverage, and how often the note was given, of every hard situation."""
    for line in HARD.splitlines():
        if re.match(r"\| (\*\*!\*\*)? \|", line):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            covered, noted = (float(cell.strip("%")) / 100 for cell in cells[4:])
            yield f"{cells[1]}, {cells[2]}", covered, noted


@pytest.mark.parametrize(("situation", "covered", "noted"), list(hard_lines()))
def test_where_an_interval_does_not_cover_the_result_says_so(situation, covered, noted):
    assert covered >= 0.935 - CHANCE or noted >= hard.NOTED


def test_large_samples_of_hard_situations_do_not_cry_wolf():
    noted = [noted for situation, covered, noted in hard_lines() if re.search(r"\b(200|1000) ", situation)]
    assert len(noted) > 10
    assert sorted(noted)[len(noted) // 2] < 0.1


@pytest.mark.parametrize("situation", ["10 and 100, ceiling and ceiling", "20 pairs, 80 % stay"])
def test_a_hard_situation_is_found_again(situation):
    written = {name: (covered, noted) for name, covered, noted in hard_lines()}
    n = int(situation.split()[0])
    effort = Effort(draws=400, dear=100, quick=True)
    again = [one for make in (hard._most_stay, hard._unequal) for one in make(n, effort) if situation in one.situation]
    assert again
    for one in again:
        covered, noted = written[f"{words('en').method(one.method)}, {one.situation}"]
        error = 4 * (0.25 / one.draws) ** 0.5  # four standard errors at most
        assert (one.covered, one.noted) == (pytest.approx(covered, abs=error), pytest.approx(noted, abs=error))
