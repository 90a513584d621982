"""The house keeps its order: a module imports only from rooms above it, lazy imports included."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "effektmatt"

#: From the top of the house to the bottom; rooms on one line do not know each other.
ORDER: list[set[str]] = [
    {"speech"},
    {"errors"},
    {"files"},
    {"core", "console"},
    {"stats", "disclosure"},
    {"data"},
    {"surveys", "cases", "registers", "usage", "visits"},
    {"measurements"},
    {"goals"},
    {"plan"},
    {"findings"},
    {"wording"},
    {"charts"},
    {"report"},
    {"evaluation"},
    {"arguments"},
    {"cli"},
    {"__main__"},
]
FLOOR = {room: floor for floor, rooms in enumerate(ORDER) for room in rooms}
#: `goals` knows no domain: only numbers, and what they rest on. `stats` knows no data frames.
ONLY = {"goals": {"speech", "errors", "core", "stats"}, "stats": {"errors", "core"}, "disclosure": {"errors", "core"}}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms that a module imports anywhere in it: at the top, in functions, under TYPE_CHECKING."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full path, not relatively"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "effektmatt" else [module]
        elif isinstance(node, ast.Call) and "import_module" in ast.unparse(node.func):
            names = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        rooms |= {name.split(".")[1] for name in names if name.startswith("effektmatt.")}
    return rooms


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_rooms_above_it(path: Path):
    room = room_of(path)
    assert room in FLOOR, f"{room} has no place in the house: give it one in ORDER and in ARCHITECTURE.md"
    for other in imported_rooms(path) - {room, "__version__"}:
        assert FLOOR[other] < FLOOR[room], f"{path.relative_to(PACKAGE)} imports {other}, which is not above {room}"
        assert other in ONLY.get(room, {other}), f"{room} may not know {other}"


def test_every_room_is_described_in_the_architecture():
    text = (PACKAGE.parents[1] / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for room in FLOOR:
        if room != "__main__":
            assert f"{room}" in text


def test_the_front_door_is_light():
    """Importing effektmatt loads neither pandas nor anything of its like."""
    heavy = [
        "pandas",
        "numpy",
        "scipy",
        "statsmodels",
        "matplotlib",
        "pandera",
        "pydantic",
        "typst",
        "narwhals",
        "babel",
    ]
    code = f"import effektmatt, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_goals_wait_for_nothing_that_only_reports_need():
    heavy = ["scipy.stats", "statsmodels", "matplotlib", "polars", "typst", "docx"]
    sample = Path(__file__).parents[1] / "data" / "sample" / "den-nya-administratoren"
    run = f"import effektmatt, sys; effektmatt.evaluate({str(sample)!r})"
    code = f"{run}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_front_door_opens_to_every_name():
    code = "import effektmatt as em; print(all(getattr(em, name) is not None for name in em.__all__))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
