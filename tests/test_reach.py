"""Nothing that nobody can reach: no module that is never imported, no line of the table of methods that nobody asks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from vulture import Vulture

import effektmatt as em
from effektmatt.stats.choices import QUESTIONS
from effektmatt.stats.methods import METHODS
from effektmatt.stats.question import Choice, Layout, Question

PACKAGE = Path(__file__).parents[1] / "src" / "effektmatt"
SAMPLES = PACKAGE.parents[1] / "data" / "sample"
DOORS = ("effektmatt", "effektmatt.cli", "effektmatt.__main__")
#: What writes the documents that others read (`make docs`): schemas and pages.
MAKERS = sorted((PACKAGE.parents[1] / "docs").glob("*/make.py"))

#: Questions whose measures are asked in tests of their own, and not in the projects here.
ASKED_ELSEWHERE = {
    "several-results": "tests/evaluation/test_several.py",
    "published-value": "tests/evaluation/test_index_and_money.py",
    "published-difference": "tests/evaluation/test_index_and_money.py",
    "published-ratio": "tests/evaluation/test_index_and_money.py",
    "effect-by-lot": "tests/evaluation/test_cause.py",
    "effect-on-share": "tests/evaluation/test_cause.py",
}


def modules() -> dict[str, Path]:
    named = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        named[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return named


MODULES = modules()


def named_in(path: Path) -> Iterator[str]:
    """Yield what a module imports, lazily too, and every text in it that could be the name of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (node.value, f"effektmatt.{node.value.removeprefix('.')}")


def reached() -> set[str]:
    seen: set[str] = set()
    to_do = [*DOORS, *(name for maker in MAKERS for name in named_in(maker))]
    while to_do:
        name = to_do.pop()
        while name and name not in MODULES:
            name = name.rpartition(".")[0]
        parents = [name.rsplit(".", steps)[0] for steps in range(name.count(".") + 1)]
        for module in parents:
            if module in MODULES and module not in seen:
                seen.add(module)
                to_do += [one for one in named_in(MODULES[module]) if one.startswith("effektmatt")]
    return seen


REACHED = reached()


def test_every_module_is_reached_from_the_command_or_the_front_door():
    assert sorted(set(MODULES) - REACHED) == []


@pytest.mark.parametrize("door", DOORS)
def test_the_walk_goes_through_every_door(door: str):
    assert door in REACHED


#: What others call by its name: Python, argparse, pydantic, the standard library's reader of html.
HOOKS = {"__getattr__", "__dir__", "_print_message", "_from_preset", "handle_startendtag", "handle_data"}
#: What tests, benchmarks and runnable examples make the input of kernels with.
MAKES_INPUT = {"code_answers", "from_table"}


def test_every_function_and_class_is_named_somewhere():
    vulture = Vulture()
    vulture.scavenge([str(PACKAGE), *map(str, MAKERS)])
    unused = {one.name for one in vulture.get_unused_code() if one.typ in {"class", "function", "method", "property"}}
    assert unused == HOOKS | MAKES_INPUT


def lines() -> dict[str, tuple[Question, Layout, Choice]]:
    return {
        f"{question.code}, {layout}": (question, layout, choice)
        for question in QUESTIONS
        for layout, choice in question.choices.items()
    }


LOG = """
[project]
name = "Logg"

[sources.logg]
kind = "log"
file = "logg.csv"
user = "vem"
at = "dag"

[[goals]]
id = "anvands"
title = "Används varje vecka"
measure = { kind = "weekly-users", source = "logg" }
"""


def weekly_use(folder: Path) -> em.Evaluation:
    """Evaluate a log of which no new phase is known."""
    days = pd.date_range("2024-01-01", periods=40, freq="2D")
    pd.DataFrame({"vem": ["a", "b", "c", "b"] * 10, "dag": days}).to_csv(folder / "logg.csv", index=False)
    (folder / "plan.toml").write_text(LOG, encoding="utf-8")
    return em.evaluate(folder)


def compare_groups(code: str | None) -> None:
    """Ask the documented verb what the samples do not ask: answers linked, partly linked and not at all."""
    before = pd.DataFrame({"kod": list("abcdefgh"), "q1": [1, 2, 3, 3, 2, 4, 3, 5]})
    after = pd.DataFrame({"kod": list("cdefghij"), "q1": [3, 4, 3, 5, 4, 5, 2, 4]})
    em.compare_surveys(before, after, key=code, scale=em.Scale.of(["q1"], range(1, 6)), top=2)


PLAN = """
[project]
name = "Med jämförelse"

[analysis]
design = "comparison-group"
comparison = {{ column = "grupp", group = "andra" }}

[waves]
before = {{ label = "Före" }}
after = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
files = {{ before = "fore.csv", after = "efter.csv" }}
{code}

[scales.lugn]
label = "Lugn"
source = "enkat"
items = ["q1"]
answers = ["1", "2", "3"]

[[goals]]
id = "lugn"
title = "Lugnare möten"
measure = {{ kind = "score-change", scale = "lugn" }}
target = {{ direction = "increase" }}
"""


def with_comparison_group(folder: Path, code: str, design: str = "comparison-group") -> em.Evaluation:
    """Evaluate a project with a comparison group, whose answers are linked by a code or not."""
    people = pd.DataFrame({"kod": range(24), "grupp": ["egna", "andra"] * 12})
    people = people.assign(lag=list("abcdef") * 4, vikt=[1, 2, 3, 1] * 6)
    people.assign(q1=[1, 2, 2, 1, 3, 2] * 4).to_csv(folder / "fore.csv", index=False)
    people.assign(q1=[2, 2, 3, 1, 3, 3] * 4).to_csv(folder / "efter.csv", index=False)
    (folder / "plan.toml").write_text(PLAN.format(code=code).replace("comparison-group", design), encoding="utf-8")
    return em.evaluate(folder)


VISITS = """
[project]
name = "Besök"

[analysis]
design = "comparison-group"
comparison = { column = "grupp", group = "andra" }

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[sources.besok]
kind = "visits"
files = { before = "fore.csv", after = "efter.csv" }
checklist = "hallplats"
unit = "enhet"

[checklists.hallplats]
label = "Hållplatsen"
items = ["p1", "p2"]

[[goals]]
id = "hallplats"
title = "Bättre hållplatser"
measure = { kind = "visit-score", source = "besok" }
target = { direction = "increase" }
"""


def visits_with_comparison_group(folder: Path) -> em.Evaluation:
    """Evaluate visits to six units, of which three are a comparison group."""
    yes = {"fore": ["ja", "nej", "nej"], "efter": ["ja", "ja", "nej"]}
    for wave, answers in yes.items():
        rows = [
            {
                "enhet": f"e{unit}",
                "grupp": "egna" if unit < 3 else "andra",
                "p1": answers[(unit + visit) % 3],
                "p2": "ja",
            }
            for unit in range(6)
            for visit in range(2 + unit % 2)
        ]
        pd.DataFrame(rows).to_csv(folder / f"{wave}.csv", index=False)
    (folder / "plan.toml").write_text(VISITS, encoding="utf-8")
    return em.evaluate(folder)


CASES = """
[project]
name = "Ärenden"

[waves]
before = {{ label = "Före", from = 2024-01-01, to = 2024-01-31 }}
after = {{ label = "Efter", from = 2025-01-01, to = 2025-01-31 }}

[sources.arenden]
kind = "cases"
file = "arenden.csv"
opened = "inkom"
closed = "klar"
measured = {{ before = 2024-01-{seen}, after = 2025-01-{seen} }}
{source}

[[goals]]
id = "tid"
title = "Ärendena"
measure = {{ source = "arenden", {measure} }}
"""


def cases(folder: Path, measure: str, source: str = "", seen: int = 10) -> em.Evaluation:
    """Evaluate cases of two waves; some are still open when they are `seen`, on that day of January."""
    opened = pd.to_datetime([f"{2024 + place % 2}-01-0{2 + place // 2 % 4}" for place in range(60)])
    closed = opened + pd.to_timedelta([4 + place % 7 for place in range(60)], "D")
    limits = {"granser": [7, 7, 9] * 20, "status": ["klar", "klar", "återkallad", "klar"] * 15}
    pd.DataFrame({"inkom": opened, "klar": closed, **limits}).to_csv(folder / "arenden.csv", index=False)
    (folder / "plan.toml").write_text(CASES.format(measure=measure, source=source, seen=seen), encoding="utf-8")
    return em.evaluate(folder)


GROUPED = """
[project]
name = "Grupper och vikter"

[waves]
before = {{ label = "Före" }}
after = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
files = {{ before = "fore.csv", after = "efter.csv" }}
code = "kod"
{survey}

[scales.lugn]
label = "Lugn"
source = "enkat"
items = ["q1"]
answers = ["1", "2", "3"]

[[goals]]
id = "lugn"
title = "Lugnare möten"
measure = {{ kind = "score-change", scale = "lugn" }}
target = {{ direction = "increase" }}

[[goals]]
id = "manga"
title = "Många lugna"
measure = {{ kind = "share-improved", scale = "lugn" }}
target = {{ at_least = 0.5 }}
"""


def with_groups_and_weights(folder: Path, survey: str) -> em.Evaluation:
    """Evaluate a survey whose people took part in groups, or weigh differently."""
    people = pd.DataFrame({"kod": range(24), "grupp": list("abcdefgh") * 3, "vikt": [1, 2, 3] * 8})
    people.assign(q1=[1, 2, 2, 1, 3, 2] * 4).to_csv(folder / "fore.csv", index=False)
    people.assign(q1=[2, 2, 3, 1, 3] * 4 + [1, 3, 2, 2]).to_csv(folder / "efter.csv", index=False)
    (folder / "plan.toml").write_text(GROUPED.format(survey=survey), encoding="utf-8")
    return em.evaluate(folder)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Which lines of the table were asked for by the samples' plans and by what the samples do not show."""
    seen: set[str] = set()
    choice = Question.choice

    def noted(question: Question, layout: str) -> Choice:
        seen.add(f"{question.code}, {layout}")
        return choice(question, layout)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Question, "choice", noted)
        for sample in sorted(SAMPLES.iterdir()):
            em.evaluate(sample)
        visits_with_comparison_group(tmp_path_factory.mktemp("plan"))
        weekly_use(tmp_path_factory.mktemp("plan"))
        cases(tmp_path_factory.mktemp("plan"), 'kind = "handling-time", within_days = 30', seen=31)
        withdrawn = 'outcome = "status"\nwithdrawn = ["återkallad"]'
        cases(tmp_path_factory.mktemp("plan"), 'kind = "closed-in-time", within_days = 7', withdrawn)
        cases(tmp_path_factory.mktemp("plan"), 'kind = "closed-in-time", limit_column = "granser"')
        for survey in ('cluster = "grupp"', 'weight = "vikt"', 'cluster = "grupp"\nweight = "vikt"'):
            with_groups_and_weights(tmp_path_factory.mktemp("plan"), survey)
            people = 'code = "kod"\n' + survey.replace("grupp", "lag")
            for design in ("comparison-group", "randomised"):
                with_comparison_group(tmp_path_factory.mktemp("plan"), people, design)
        for code in ("kod", None):
            compare_groups(code)
            with_comparison_group(tmp_path_factory.mktemp("plan"), 'code = "kod"' if code else "")
    return seen


def test_every_line_of_the_table_of_methods_is_asked_for(asked: set[str]):
    unasked = [line for line in lines() if line not in asked]
    assert [line for line in unasked if line.partition(", ")[0] not in ASKED_ELSEWHERE] == []


def used_by_the_rooms() -> set[str]:
    """Return every name that a reached module outside the room of statistics takes from it."""
    names: set[str] = set()
    for module in REACHED:
        if module.startswith("effektmatt.stats"):
            continue
        for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("effektmatt.stats"):
                names |= {alias.name for alias in node.names}
    return names


def test_every_alternative_of_the_table_is_used_by_a_room():
    used = used_by_the_rooms()
    alternatives = {kernel.__name__ for *_, choice in lines().values() for kernel in choice.also}
    defaults = {choice.default.__name__ for _, _, choice in lines().values() if choice.default}
    assert sorted(alternatives - used - defaults) == []


def test_every_method_stands_in_the_table():
    kernels = {
        kernel
        for _, _, choice in lines().values()
        for kernel in (choice.default, choice.test, choice.cautious, *choice.also)
        if kernel
    }
    assert [method.kernel.__name__ for method in METHODS if method.kernel not in kernels] == []
