"""Who of a register took part, and used something, where the goal is about some of them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.findings import GoalFinding

PLAN = """
[project]
name = "Prov"
[analysis]
groups = ["ort"]
[sources.folk]
kind = "register"
file = "folk.csv"
key = "id"
[sources.pass]
kind = "activities"
file = "pass.csv"
activity = "pass"
held = "dag"
person = "id"
hours = "timmar"
of = "folk"
[sources.logg]
kind = "log"
file = "logg.csv"
user = "id"
at = "dag"
of = "folk"
[[goals]]
id = "hela"
title = "Alla pass"
measure = { kind = "full-dose", source = "pass", hours = 8 }
among = { roll = "chef" }
target = { at_least = 0.7 }
[[goals]]
id = "anvander"
title = "Använder"
measure = { kind = "active-share", source = "logg" }
among = { roll = "chef" }
target = { at_least = 0.7 }
"""


def made(folder: Path, roles: list[str], took_part: list[str]) -> list[GoalFinding]:
    """Evaluate a register p0, p1, ... with these roles, of whom some took part and used."""
    people = [f"p{place}" for place in range(len(roles))]
    towns = ["Orust" if place % 2 else "Lerum" for place in range(len(roles))]
    pd.DataFrame({"id": people, "roll": roles, "ort": towns}).to_csv(folder / "folk.csv", index=False)
    rows = pd.DataFrame({"id": took_part, "dag": "2024-02-05", "pass": "A", "timmar": 8})
    rows.to_csv(folder / "pass.csv", index=False)
    weeks = [rows[["id"]].assign(dag=f"2024-{month:02d}-{day:02d}") for month in (2, 3) for day in (5, 12, 19, 26)]
    pd.concat(weeks).to_csv(folder / "logg.csv", index=False)
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    return list(em.evaluate(folder).findings.goals)


def told(goal: GoalFinding, code: str) -> list[object]:
    """Return of how many a goal's notes of a code tell."""
    return [dict(note.values)["n"] for note in goal.outcome.notes if note.code.endswith(code)]


def test_who_is_not_concerned_stands_in_the_register_all_the_same(tmp_path: Path) -> None:
    roles = ["chef"] * 20 + ["handläggare"] * 20
    for goal in made(tmp_path, roles, [f"p{place}" for place in (*range(15), *range(20, 40))]):
        assert (goal.outcome.estimate.hits, goal.outcome.estimate.n, told(goal, "not-in-register")) == (15, 20, [])


def test_who_stands_in_no_register_is_told(tmp_path: Path) -> None:
    for goal in made(tmp_path, ["chef"] * 20 + ["handläggare"] * 20, ["p1", "p2", "p25", "x1", "x2"]):
        assert told(goal, "not-in-register") == [2]


def test_users_that_stand_in_no_register_count_in_a_week_and_are_told(tmp_path: Path) -> None:
    made(tmp_path, ["chef"] * 20, ["p1", "p2", "p3", "p4", "p5", "p6", "x1", "x2"])
    weekly = """
    [[goals]]
    id = "vecka"
    title = "Per vecka"
    measure = { kind = "weekly-users", source = "logg" }
    """
    plan = PLAN + "\n".join(line.strip() for line in weekly.splitlines())
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    goal = em.evaluate(tmp_path).findings.goals[-1]
    assert goal.outcome.estimate.value == 8
    assert told(goal, "not-in-register-counted") == [2]


@pytest.mark.parametrize(("active", "verdict"), [(15, "undetermined"), (19, "met"), (9, "not-met")])
def test_who_may_be_concerned_keeps_the_verdict_open(tmp_path: Path, active: int, verdict: str) -> None:
    roles = ["chef"] * 20 + ["handläggare"] * 15 + [""] * 5
    for goal in made(tmp_path, roles, [f"p{place}" for place in range(active)]):
        estimate = goal.outcome.estimate
        assert estimate.possible is not None
        assert (estimate.possible.low, estimate.possible.high) == (active / 25, (active + 5) / 25)
        assert goal.fulfilment.verdict == verdict
        assert told(goal, "among-unknown") == [5]
        assert all(group.estimate is None or group.estimate.possible for group in goal.outcome.groups)
