"""Projects made at random for attacks on their reports: departments in municipalities, sex not always known.

Run `python tests/made_projects.py --seed 1 --projects 2000 --seconds 1800` (`make fuzz`): it evaluates each, writes
results.json and audits it. Every other project is a register with one goal or two, of which the cells that are hidden
are compared with what hiding each table by itself hides; the others are of all kinds (`made_pieces`), and are reported
a second time: with other people, answers and groups, or after two people of hidden departments have changed places
(`swapped_people`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from effektmatt.data.small_groups import hidden_groups
from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import Audit, audit
from effektmatt.report.write import write_report
from made_pieces import Project, changed, composed
from swapped_people import groups_of, reported, said_by, swapped

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


@dataclass
class Tally:
    """What all attacks came to."""

    tried: int = 0
    refused: int = 0
    again: int = 0
    recovered: int = 0
    swapped: int = 0
    told_of: int = 0
    hidden: int = 0
    alone: int = 0
    with_unknown: int = 0

    def add(self, seed: int, found: Audit) -> None:
        """Count what an audit found."""
        self.recovered += len(found.recovered)
        if found.recovered:
            sys.stdout.write(f"seed {seed}: {found.recovered}\n")

    def told(self, seconds: float) -> str:
        """Return what is to be said of it."""
        beside = [f"{n} ({self.hidden / max(1, n):.2f})" for n in (self.alone, self.with_unknown)]
        return (
            f"{self.tried} projects in {seconds:.0f} s, {self.refused} refused with faults, {self.again} reported "
            f"twice: {self.recovered} sets recovered; {self.swapped} with two people of hidden departments changed: "
            f"{self.told_of} told of it; {self.hidden} groups of registers hidden, {beside[0]} by each "
            f"table alone, {beside[1]} where those without a group are one of it\n"
        )


def attack_register(folder: Path, seed: int, tally: Tally) -> None:
    """Attack the report of a register, and compare what is hidden with what each table by itself hides."""
    second = seed % 4 == 1
    columns = made_project(folder, seed, second=second)
    found = audit(report_of(folder))
    tally.add(seed, found)
    everybody = np.ones(columns["kon"].size, dtype=bool)
    for among in (everybody, *([columns["kon"] == "k"] if second else [])):
        tally.alone += hidden_by_table(columns, among)
        tally.with_unknown += hidden_by_table(columns, among, with_unknown=True)
    tally.hidden += sum(one.hidden for one in found.released if one.by is not None)


def attack_pieces(folder: Path, seed: int, tally: Tally) -> None:
    """Attack two reports of a project of any kinds, the second of which knows what the first has handed out."""
    rng = np.random.default_rng(seed)
    project = composed(rng)
    for later in (False, True):
        project = changed(rng, project) if later else project
        try:
            found = attacked(folder, project)
        except InputFaults:
            tally.refused += 1
            return
        tally.add(seed, found)
        tally.again += later


def attack_swapped(folder: Path, seed: int, tally: Tally) -> None:
    """Let two people of hidden departments change places: nothing that the report says may change.

    Nothing is asked where other groups are hidden then, for what is hidden hangs on sizes and answers too.
    """
    rng = np.random.default_rng(seed)
    project = composed(rng, *rng.choice(["survey", "register", "numbers", "cases"], 2, replace=False))
    try:
        before = reported(folder, project)
        said, other = said_by(folder, before), swapped(rng, project, before)
        now = None if other is None else reported(folder, other)
    except InputFaults:
        tally.refused += 1
        return
    if now is None or groups_of(before) != groups_of(now):
        return
    tally.swapped += 1
    differ = [name for name, text in said_by(folder, now).items() if said.get(name) != text]
    if differ:
        tally.told_of += 1
        sys.stdout.write(f"seed {seed}: two people changed departments, and {', '.join(differ)} did\n")


def attacked(folder: Path, project: Project) -> Audit:
    """Write a project and its report, and return what an audit of that finds."""
    for name, text in project.contents().items():
        (folder / name).write_text(text, encoding="utf-8")
    return audit(report_of(folder))


def main() -> int:
    """Attack as many projects as there is time for, and say what came back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--projects", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=3600.0)
    asked = parser.parse_args()
    start, tally = time.monotonic(), Tally()
    while tally.tried < asked.projects and time.monotonic() - start < asked.seconds:
        seed = asked.seed * 1_000_000 + tally.tried
        attack = (attack_pieces, attack_register, attack_swapped, attack_register)[tally.tried % 4]
        with tempfile.TemporaryDirectory() as folder:
            attack(Path(folder), seed, tally)
        tally.tried += 1
    sys.stdout.write(tally.told(time.monotonic() - start))
    return 1 if tally.recovered or tally.told_of else 0


if __name__ == "__main__":
    sys.exit(main())
