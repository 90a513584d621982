"""Some jobs have one owner: no other module of the house does them."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "effektmatt"

#: The rooms where results are made.
ROOMS = ("core", "stats", "data", "surveys", "registers", "cases", "usage", "visits", "measurements", "evaluation")
#: What is called, and the only files that call it.
OWNERS = {
    "Estimate": {"stats/estimates.py"},
    "hidden_groups": {"data/by_group.py"},
    "GroupOutcome": {"data/by_group.py"},
}


def callers(name: str) -> set[str]:
    """Return the files that call a function, or make a value of a class."""
    return {
        str(path.relative_to(PACKAGE))
        for room in ROOMS
        for path in (PACKAGE / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    }


@pytest.mark.parametrize("name", OWNERS)
def test_a_job_is_done_by_its_owner_alone(name: str):
    assert callers(name) == OWNERS[name]
