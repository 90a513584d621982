"""Projects made at random for attacks on their reports: departments in municipalities, sex not always known, two goals.

Run `python tests/made_projects.py --seed 1 --projects 2000 --seconds 1800` (`make fuzz`): it evaluates each, writes
results.json, audits it, and compares how many cells are hidden with what hiding each table by itself hides.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from effektmatt.data.disclosure import hidden_groups
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import audit
from effektmatt.report.write import write_report

PLAN = """
[project]
name = "Prov"

[analysis]
groups = ["kommun", "avd", "kon"]
HIDE

[sources.folk]
kind = "register"
file = "folk.csv"

[[goals]]
id = "alla"
title = "Alla"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
target = { at_least = 0.5 }

[[goals]]
id = "kvinnor"
title = "Kvinnor"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
among = { kon = "k" }
target = { at_least = 0.5 }

[report]
reasons = { kvinnor = "De har sagt ja." }
"""
SECOND = PLAN[PLAN.index('[[goals]]\nid = "kvinnor"') : PLAN.index("[report]")]


def made_project(
    folder: Path, seed: int, hide: str = "", women: float = 0.6, *, second: bool = True
) -> dict[str, np.ndarray]:
    """Write a project's plan and data, and return its columns."""
    rng = np.random.default_rng(seed)
    n, units = int(rng.integers(25, 150)), int(rng.integers(3, 10))
    unit = rng.choice(units, n, p=rng.dirichlet(np.full(units, 2.0)))
    town = rng.integers(0, 3, units)[unit]
    sex = rng.choice(["k", "m", ""], n, p=[women, 0.95 - women, 0.05])
    done = rng.choice(["ja", "nej"], n, p=(share := rng.uniform(0.3, 0.7), 1 - share))
    sex[:2], done[:2] = ["k", "m"], ["ja", "nej"]
    columns = {
        "kommun": np.array([f"kommun {one}" for one in town]),
        "avd": np.array([f"avd {one}" for one in unit]),
        "kon": sex,
        "klar": done,
    }
    rows = [";".join(row) for row in zip(*columns.values(), strict=True)]
    plan = PLAN.replace("HIDE", hide) if second else PLAN.replace("HIDE", hide).replace(SECOND, "")
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    (folder / "folk.csv").write_text("\n".join([";".join(columns), *rows]) + "\n", encoding="utf-8")
    return columns


def report_of(folder: Path) -> Path:
    """Write results.json of a project, and return its folder."""
    write_report(evaluate(folder).findings, folder / "report", formats=("json",))
    return folder / "report"


def hidden_by_table(columns: dict[str, np.ndarray], among: np.ndarray, *, with_unknown: bool = False) -> int:
    """Return how many named groups each table by itself hides; `with_unknown`: those without a group are one too."""
    hidden = 0
    for by in ("kommun", "avd", "kon"):
        groups, sizes = np.unique(columns[by][among], return_counts=True)
        held = {str(group): int(size) for group, size in zip(groups, sizes, strict=True) if group or with_unknown}
        hidden += len(hidden_groups(held, 5) - {""})
    return hidden


def main() -> int:
    """Attack as many projects as there is time for, and say what came back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--projects", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=3600.0)
    asked = parser.parse_args()
    start, tried, recovered, hidden, alone, whole = time.monotonic(), 0, 0, 0, 0, 0
    while tried < asked.projects and time.monotonic() - start < asked.seconds:
        seed = asked.seed * 1_000_000 + tried
        with tempfile.TemporaryDirectory() as folder:
            second = tried % 2 == 1
            columns = made_project(Path(folder), seed, second=second)
            found = audit(report_of(Path(folder)))
        everybody = np.ones(columns["kon"].size, dtype=bool)
        tables = [everybody, *([columns["kon"] == "k"] if second else [])]
        alone += sum(hidden_by_table(columns, among) for among in tables)
        whole += sum(hidden_by_table(columns, among, with_unknown=True) for among in tables)
        hidden += sum(one.hidden for one in found.released if one.by is not None)
        recovered += len(found.recovered)
        if found.recovered:
            sys.stdout.write(f"seed {seed}: {found.recovered}\n")
        tried += 1
    took = time.monotonic() - start
    sys.stdout.write(
        f"{tried} projects in {took:.0f} s: {recovered} sets recovered; {hidden} groups hidden, "
        f"{alone} by each table alone ({hidden / max(1, alone):.2f}), "
        f"{whole} where those without a group are one of it ({hidden / max(1, whole):.2f})\n"
    )
    return 1 if recovered else 0


if __name__ == "__main__":
    sys.exit(main())
