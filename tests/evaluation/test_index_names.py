"""Names of units, indices and waves in published values: however they are spelt they are one."""

import pytest

import effektmatt as em
from effektmatt.wording import words
from effektmatt.wording.sentences import goal_sentence

PLAN = """
[project]
name = "Index"

[waves]
before = { label = "Före start" }
after = { label = "Efter slut" }

[sources.tal]
kind = "index"
file = "tal.csv"
unit = "enhet"
index = "matt"
wave = "nar"
value = "varde"

[[goals]]
id = "a"
title = "Fler är nöjda"
measure = { kind = "index-change", source = "tal", index = "nöjda kunder.", unit = "ORUST" }
target = { increase_by = 5 }

[[goals]]
id = "b"
title = "Alla blir nöjda"
measure = { kind = "index-change", source = "tal", index = "Nöjda kunder" }
target = { increase_by = 5 }
"""


def project(folder, rows):
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    (folder / "tal.csv").write_text("enhet;matt;nar;varde\n" + "\n".join(rows), encoding="utf-8")
    return folder


def test_case_a_full_stop_and_blanks_make_no_other_unit_index_or_wave(tmp_path):
    rows = [
        "Orust;Nöjda kunder;Före start;50",
        "orust.;Nöjda kunder.;efter slut;61",
        "Lerum;nöjda  kunder;FÖRE START.;40",
        "Lerum;Nöjda kunder;Efter slut;48",
        "Lerum;Annat;Före start;1",
        "Lerum;Annat;Efter slut;2",
    ]
    evaluation = em.evaluate(project(tmp_path, rows))
    assert [goal.finding.outcome.estimate.value for goal in evaluation] == [11, 8]
    detail = evaluation["b"].finding.outcome.detail
    assert [(unit.unit, len(unit.values)) for unit in detail.units] == [("Orust", 2), ("Lerum", 2)]


def test_the_same_unit_twice_in_a_wave_is_a_fault_however_it_is_spelt(tmp_path):
    rows = ["Orust;Nöjda kunder;before;50", "ORUST;nöjda kunder.;Before;61", "Orust;Nöjda kunder;after;60"]
    with pytest.raises(em.InputFaults) as error:
        em.evaluate(project(tmp_path, rows))
    assert [(fault.code, fault.row) for fault in error.value.faults] == [("index-repeated", 3)]


def test_a_sentence_says_which_of_several_indices_it_is_about(tmp_path):
    rows = [
        f"{unit};{index};{wave};{50 + place}"
        for place, (unit, index, wave) in enumerate(
            (unit, index, wave)
            for unit in ("Orust", "Lerum")
            for index in ("Nöjda kunder", "Annat")
            for wave in ("Före start", "Efter slut")
        )
    ]
    evaluation = em.evaluate(project(tmp_path, rows))
    said = [goal_sentence(goal.finding, words("sv")) for goal in evaluation]
    assert "Värdet för ”nöjda kunder.” steg" in said[0]
    assert "”Nöjda kunder”: båda har stigit" in said[1]


def test_a_share_of_a_survey_is_asked_for_on_a_scale(tmp_path):
    (tmp_path / "svar.csv").write_text("kanal;v1\n" + "telefon;1\n" * 20, encoding="utf-8")
    plan = """
[project]
name = "A"
[sources.enkat]
kind = "survey"
file = "svar.csv"
[[goals]]
id = "a"
title = "A"
measure = { kind = "share", source = "enkat", where = { kanal = "telefon" } }
target = { at_least = 0.5 }
"""
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    with pytest.raises(em.InputFaults) as error:
        em.evaluate(tmp_path)
    assert [fault.code for fault in error.value.faults] == ["plan-scale-wanted"]
