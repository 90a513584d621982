"""A kind of evidence lives in one file on each storey, and no other module names one."""

import ast
from pathlib import Path

import pytest

from effektmatt.core import Unit
from effektmatt.core.kinds import KINDS, of_every_kind
from effektmatt.evaluation.kinds.common import Kind
from effektmatt.plan.written import KINDS as IN_PLANS

PACKAGE = Path(__file__).parents[1] / "src" / "effektmatt"
STOREYS = ["plan", "evaluation", "wording", "charts"]
#: The evidence rooms know their own kind; `usage` holds four.
EVIDENCE = {"surveys", "registers", "measurements", "cases", "visits", "usage"}
#: What every kind can be asked with: scales and checklists are sections of the plan, conditions are about any source.
FOR_ALL = {"surveys.scale", "visits.checklist", "registers.conditions"}
#: The front door and the registry name things so that they can be found.
DOORS = {"__init__.py", "core/kinds.py"}
#: Words that are first of all units of numbers.
UNITS = {str(unit) for unit in Unit}
WORDS = {*KINDS, *(measure.word() for kind in IN_PLANS.values() for measure in kind.measures)} - UNITS
#: Where a word means something else than the kind or the measure.
OTHERWISE = {
    "stats/question.py": {"agreement", "series"},  # a question of the table of methods
    "stats/choices.py": {"agreement", "mean"},
    "data/json_files.py": {"index"},  # a word of JSON-stat: the order of values
    "plan/sections.py": {"mean"},  # how answers become a score
    "wording/table_one.py": {"mean"},  # a column of a table
    "wording/source_tables.py": {"activities"},  # what is done under a node of the goal tree
    # not said of a kind but of an estimate: how many decimals it has, how far its axis goes
    "wording/language.py": {"money-used"},
    "wording/targets.py": {"money-used"},
    "charts/axis.py": {"held"},
}


def home(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def is_home_of_kinds(path: Path) -> bool:
    room, *inner = home(path).split("/")
    return room in EVIDENCE or inner[:1] == ["kinds"] or home(path) in DOORS


OTHERS = sorted(path for path in PACKAGE.rglob("*.py") if not is_home_of_kinds(path))


def modules_of(node: ast.AST) -> list[str]:
    """Return what an import statement names, without the package's own name."""
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("effektmatt."):
        return [node.module.removeprefix("effektmatt.")]
    if isinstance(node, ast.Import):
        return [one.name.removeprefix("effektmatt.") for one in node.names if one.name.startswith("effektmatt.")]
    return []


def names_a_kind(module: str) -> bool:
    room, *inner = module.split(".")
    if room in EVIDENCE:
        return module not in FOR_ALL
    return inner[:1] == ["kinds"] and len(inner) > 1 and inner[1] != "common"


def kinds_named(source: str) -> list[str]:
    """Return the words and the modules of kinds that a module's source names."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and node.value in WORDS:
            found.append(str(node.value))
        found += [module for module in modules_of(node) if names_a_kind(module)]
    return sorted(found)


@pytest.mark.parametrize("path", OTHERS, ids=home)
def test_no_other_module_names_a_kind(path):
    named = set(kinds_named(path.read_text(encoding="utf-8")))
    assert named == OTHERWISE.get(home(path), set())


@pytest.mark.parametrize("storey", STOREYS)
def test_every_storey_has_every_kind(storey):
    there = {path.stem for path in (PACKAGE / storey / "kinds").glob("*.py")}
    assert set(KINDS) <= there


def test_plan_and_composer_agree_on_what_can_be_measured():
    """What a plan can ask of a kind is answered, and nothing else is."""
    for name, kind in of_every_kind("evaluation", Kind).items():
        assert kind.source is IN_PLANS[name].source
        assert {one.measure for one in kind.answers} == set(IN_PLANS[name].measures)


def test_what_the_test_looks_for_is_found():
    """The test itself sees words, imports at the top, lazy ones, and those under TYPE_CHECKING."""
    assert kinds_named('if kind == "visit-score": pass') == ["visit-score"]
    assert kinds_named("def f():\n    from effektmatt.plan.kinds.cases import Cases") == ["plan.kinds.cases"]
    assert kinds_named("import effektmatt.usage.ledger") == ["usage.ledger"]
    assert kinds_named("from effektmatt.plan.kinds.common import Kind") == []
    assert kinds_named("from effektmatt.surveys.scale import Scale") == []
