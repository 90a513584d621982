"""Whole projects: a plan and files written to disk, and evaluated."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

import effektmatt as em
from effektmatt.core import Estimate
from judging.tally import Situation

Generator = np.random.Generator

PLAN = """
[project]
name = "Prov"

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[sources.register]
kind = "register"
file = "register.csv"
key = "kod"

[sources.enkat]
kind = "survey"
files = { before = "fore.csv", after = "efter.csv" }
code = "kod"
of = "register"

[scales.trygg]
label = "Trygghet"
source = "enkat"
items = ["q"]
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "klara"
title = "Klara"
measure = { kind = "share", source = "register", where = { klar = "ja" } }
target = { at_least = 0.5 }

[[goals]]
id = "hojt"
title = "Höjt"
measure = { kind = "share-improved", scale = "trygg" }
target = { at_least = 0.5 }

[[goals]]
id = "medel"
title = "Medel"
measure = { kind = "score-change", scale = "trygg" }
target = { direction = "increase" }
"""


def situations() -> Iterator[Situation]:
    """Yield the goals of one project, 200 people of whom six in ten answer both times, and of one with offices."""
    for goal, title, truth in (
        ("klara", "share of a register", 0.7),
        ("hojt", "share improved, of all people", 0.4),
        ("medel", "change of a mean, linked", 0.2),
    ):
        yield Situation(
            goal=f"{title} (from files)",
            tried="200 people, 60 % answer; every fifth cell of the register is empty",
            draw=_evaluated(goal),
            truth=truth,
            margin=0.3,
            dear=True,
        )
    yield from _in_offices()


OFFICES = """
[project]
name = "Prov"

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { before = "fore.csv", after = "efter.csv" }
cluster = "kontor"
sampling = "random"
invited = PEOPLE

[scales.trygg]
label = "Trygghet"
source = "enkat"
items = ["q"]
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "andel"
title = "Andel"
measure = { kind = "share-change", scale = "trygg", top = 2 }
target = { direction = "increase" }

[[goals]]
id = "medel"
title = "Medel"
measure = { kind = "score-change", scale = "trygg" }
target = { direction = "increase" }
"""


def _in_offices() -> Iterator[Situation]:
    """Yield goals of people in offices that the plan names, all of whom were drawn and answered."""
    for offices, icc in ((6, 0.1), (12, 0.05), (12, 0.1), (30, 0.1)):
        for goal, title in (("andel", "change of a share, any rise"), ("medel", "change of a mean, independent")):
            yield Situation(
                goal=f"{title} (from files)",
                tried=f"{offices} offices of 20, likeness {icc}, named in the plan",
                draw=_offices(goal, offices, icc),
                truth=0.0,
                margin=0.25 if goal == "andel" else 0.8,
                dear=True,
            )


def _offices(goal: str, offices: int, icc: float) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        with tempfile.TemporaryDirectory() as folder:
            for wave in ("fore", "efter"):
                own = np.repeat(rng.normal(0, np.sqrt(icc), offices), 20)
                value = own + rng.normal(0, np.sqrt(1 - icc), own.size)
                answers = np.digitize(value, [-1.2, -0.4, 0.4, 1.2]) + 1
                names = np.repeat([f"k{one}" for one in range(offices)], 20)
                pd.DataFrame({"kontor": names, "q": answers}).to_csv(Path(folder) / f"{wave}.csv", index=False)
            plan = OFFICES.replace("PEOPLE", str(20 * offices))
            (Path(folder) / "plan.toml").write_text(plan, encoding="utf-8")
            return em.evaluate(folder)[goal].fulfilment.estimate

    return draw


def _evaluated(goal: str) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        with tempfile.TemporaryDirectory() as folder:
            _write(Path(folder), rng)
            return em.evaluate(folder)[goal].fulfilment.estimate

    return draw


def _write(folder: Path, rng: Generator) -> None:
    people = [f"k{number:03d}" for number in range(200)]
    before = rng.permutation(np.repeat([2, 3], 100))
    after = before + rng.permutation(np.repeat([1, 0, -1], [80, 80, 40]))
    done: np.ndarray = np.array(["ja"] * 140 + ["nej"] * 60, dtype=object)
    done[rng.choice(200, size=40, replace=False)] = None
    answered = rng.random(200) < 0.6
    pd.DataFrame({"kod": people, "klar": done}).to_csv(folder / "register.csv", index=False)
    for name, answers in (("fore", before), ("efter", after)):
        pd.DataFrame({"kod": people, "q": answers})[answered].to_csv(folder / f"{name}.csv", index=False)
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
