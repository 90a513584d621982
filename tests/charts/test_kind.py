"""What a kind shows is said in its own file, and found by the type of a result."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

from effektmatt import charts
from effektmatt.charts import NoChartError, chart
from effektmatt.charts.kind import charts_of, kinds
from effektmatt.core import Detail
from effektmatt.core.kinds import KINDS

ROOMS = {"surveys", "registers", "cases", "usage", "visits"}


@dataclass(frozen=True, slots=True)
class Unheard(Detail):
    """A result that no kind has charts of."""


def test_every_kind_says_what_its_results_show():
    assert tuple(kinds()) == KINDS
    shown = [one.of for kind in kinds().values() for one in kind.details]
    assert all(issubclass(one, Detail) for one in shown)
    assert len(shown) == len(set(shown))
    assert len(shown) >= 10


def test_a_result_that_no_kind_knows_has_no_chart():
    assert charts_of(Unheard()) is None
    assert charts_of(None) is None
    with pytest.raises(NoChartError, match="Unheard"):
        chart(Unheard())


def test_only_the_files_of_kinds_know_rooms_of_evidence():
    files = list(Path(charts.__file__).parent.glob("*.py"))
    assert len(files) > 15
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                room = (node.module or "").split(".")[1:2]
                assert not ROOMS & set(room), f"{path.name} imports {node.module}"
