"""A plan that speaks words reads a file of codes, and one that speaks codes reads it too."""

from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

import effektmatt as em
from effektmatt.errors import InputFaults

#: Codes run backwards: 1 agrees most.
LABELS = {1.0: "Stämmer helt", 2.0: "Stämmer delvis", 3.0: "Stämmer inte alls", 8.0: "Vet ej", 9.0: "Ej aktuellt"}
BEFORE = [3.0, 3, 2, 3, 2, 3, 8, 9] * 6
AFTER = [1.0, 2, 1, 1, 2, 1, 1, 9] * 6
PLAN = """
[project]
name = "Trygg"
[analysis]
groups = ["kon"]
[waves]
before = {{ label = "Före" }}
after = {{ label = "Efter" }}
[sources.enkat]
kind = "survey"
files = {{ before = "fore.sav", after = "efter.sav" }}
code = "kod"
[scales.trygg]
label = "Trygghet"
source = "enkat"
items = ["v1"]
answers = {answers}
{more}
[[goals]]
id = "a"
title = "Fler är trygga"
measure = {{ kind = "score-change", scale = "trygg" }}
target = {{ direction = "increase" }}
"""


@pytest.fixture
def evaluated(tmp_path: Path):
    def of(answers: list, more: str = "", missing=(9,), before: pd.Series | None = None):
        for wave, given in (("fore", BEFORE), ("efter", AFTER)):
            frame = pd.DataFrame(
                {"kod": [f"a{n}" for n in range(len(given))], "kon": [1.0, 2.0] * (len(given) // 2), "v1": given}
            )
            labels = {"v1": LABELS, "kon": {1.0: "Kvinna", 2.0: "Man"}}
            pyreadstat.write_sav(
                frame, tmp_path / f"{wave}.sav", variable_value_labels=labels, missing_ranges={"v1": list(missing)}
            )
        (tmp_path / "plan.toml").write_text(PLAN.format(answers=answers, more=more), encoding="utf-8")
        return em.evaluate(tmp_path)

    return of


WORDS = ["Stämmer inte alls", "stämmer delvis", "Stämmer helt"]


@pytest.mark.parametrize(
    ("answers", "more"),
    [
        (WORDS, 'not_an_answer = ["Vet ej"]'),
        (WORDS, "not_an_answer = ['8']"),
        (["3", "2", "1"], "not_an_answer = ['8']"),
        (["3", "2", "1"], 'not_an_answer = ["vet ej"]'),
        ([["Nej", "3"], ["Delvis", "2"], ["Ja", "1"]], 'not_an_answer = ["8"]'),
    ],
)
def test_answers_are_understood_by_code_or_by_label(evaluated, answers, more):
    goal = evaluated(answers, more).findings.goals[0]
    change = goal.outcome.change
    assert (change.before.value, change.after.value) == (pytest.approx(8 / 6), pytest.approx(19 / 7, abs=0.1))


def test_groups_are_called_what_the_file_calls_them(evaluated):
    groups = evaluated(WORDS, 'not_an_answer = ["Vet ej"]').findings.goals[0].outcome.groups
    assert {group.group for group in groups} == {"Kvinna", "Man"}


def test_what_the_file_declares_missing_is_said(evaluated):
    (source,) = evaluated(WORDS, missing=(8, 9)).findings.sources
    said = [dict(note.values) for note in source.notes if note.code == "declared-missing"]
    assert said[0] == {"file": "fore.sav", "n": 12, "values": "Vet ej (6) · Ej aktuellt (6)"}
    assert said[1] == {"file": "efter.sav", "n": 6, "values": "Ej aktuellt (6)"}


def test_what_is_labelled_and_not_declared_missing_is_an_answer(evaluated):
    with pytest.raises(InputFaults) as raised:
        evaluated(WORDS, missing=())
    assert {fault.got for fault in raised.value.faults} == {"Vet ej", "Ej aktuellt"}


def test_a_don_t_know_that_the_plan_counts_is_counted_though_the_file_declares_it_missing(evaluated):
    more = 'not_an_answer = ["Vet ej"]\nnot_an_answer_counts = "lowest"'
    counted = evaluated(WORDS, more, missing=(8, 9)).findings.goals[0].outcome.change
    assert counted.before.n == 42
