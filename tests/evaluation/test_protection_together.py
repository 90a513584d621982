"""Uncertainty over groups tells how these differ: who hides two of them has hidden nothing, for two equations hold."""

import numpy as np
import pytest

from effektmatt.evaluation import evaluate

SIZES = {"A": 3, "B": 4, "C": 9, "D": 11, "E": 12, "F": 14, "G": 15, "H": 16, "I": 18, "J": 20, "K": 22, "L": 23}
REGISTER = """[project]
name = "Granskning"
[analysis]
groups = ["avd"]
[sources.akter]
kind = "register"
file = "akter.csv"
sampling = "random"
CLUSTER
[[goals]]
id = "m"
title = "Akterna är klara"
measure = { kind = "share", source = "akter", where = { klar = "ja" } }
target = { at_least = 0.5 }
"""
SURVEY = """[project]
name = "Granskning"
[analysis]
groups = ["avd"]
[sources.akter]
kind = "survey"
file = "akter.csv"
CLUSTER
[scales.s]
source = "akter"
label = "Trivsel"
items = ["betyg"]
answers = [1, 2, 3, 4, 5]
[[goals]]
id = "m"
title = "Många trivs"
measure = { kind = "share", scale = "s", top = 2 }
target = { at_least = 0.5 }
"""


@pytest.fixture
def hidden(tmp_path):
    """Return a function that evaluates a plan and returns the hidden departments and each one's rows."""

    def run(plan, cluster):
        rng = np.random.default_rng(3)
        units = [unit for unit, n in SIZES.items() for _ in range(n)]
        met = rng.random(len(units)) < np.repeat(rng.uniform(0.2, 0.8, len(SIZES)), list(SIZES.values()))
        rows = [f"{unit};{'ja' if yes else 'nej'};{5 if yes else 2}" for unit, yes in zip(units, met, strict=True)]
        (tmp_path / "akter.csv").write_text("\n".join(["avd;klar;betyg", *rows]) + "\n", encoding="utf-8")
        (tmp_path / "plan.toml").write_text(plan.replace("CLUSTER", cluster), encoding="utf-8")
        outcome = evaluate(tmp_path).findings.goals[0].outcome
        assert outcome.estimate.interval is not None
        return {one.group for one in outcome.groups if one.hidden}, np.array(units), met

    return run


def left_open(names, units, met):
    """Return how far apart a group's sum can be, given all sums together and the squares of how each differs."""
    differ = np.array([(met[units == name] - met.mean()).sum() for name in names])
    k, squares = len(names), (differ**2).sum() - differ.sum() ** 2 / len(names)
    return 0.0 if k < 3 else 2 * np.sqrt((k - 1) / k * squares)


@pytest.mark.parametrize("plan", [REGISTER, SURVEY])
def test_so_many_groups_are_hidden_that_squares_do_not_tell(hidden, plan):
    alone, units, met = hidden(plan, "")
    assert alone == {"A", "B"}
    assert left_open(alone, units, met) == 0
    together, units, met = hidden(plan, 'cluster = "avd"')
    assert together == {"A", "B", "C", "D", "E"}
    assert left_open(together, units, met) > 1


@pytest.mark.parametrize("plan", [REGISTER, SURVEY])
def test_where_no_group_is_small_all_are_shown(hidden, plan, monkeypatch):
    monkeypatch.setitem(SIZES, "A", 13)
    monkeypatch.setitem(SIZES, "B", 14)
    assert hidden(plan, 'cluster = "avd"')[0] == set()
