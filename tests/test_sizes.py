"""Files that can be read at once, and bodies that fit on half a screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import numpy as np

PACKAGE = Path(__file__).parents[1] / "src" / "effektmatt"
#: One table, a line for each question and layout.
TABLE = "stats/choices.py"


def bodies() -> Iterator[int]:
    """Yield the number of lines of every function, its docstring left out."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                if body:
                    yield (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_no_file_but_the_table_of_methods_is_longer_than_four_hundred_lines():
    lines = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in PACKAGE.rglob("*.py")
    }
    assert {name: n for name, n in lines.items() if n > 400 and name != TABLE} == {}


def test_nineteen_bodies_of_twenty_are_at_most_23_lines():
    assert np.percentile(list(bodies()), 95) <= 23
