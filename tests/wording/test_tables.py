"""Tables: every row as long as its header, nothing where there is nothing, and hidden figures as two dots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from effektmatt.core import GroupOutcome, Note, Unit
from effektmatt.goals import Target
from effektmatt.registers.count import GroupCount, RegisterCount
from effektmatt.wording import TextTable, goal_tables, source_tables, words
from effektmatt.wording.sorting import swedish_order
from findings_example import findings_example
from wording.made import goal, moved, number, share

SV = words("sv")
MOVED = moved(3.1, 3.6, Unit.SCORE, half=0.1)


def test_a_table_refuses_a_row_of_another_length() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        TextTable(caption="c", header=("a", "b"), rows=(("1",),), numeric=(False, True))


def test_goals_and_their_parts_stand_in_the_plans_order() -> None:
    findings = findings_example()
    table = goal_tables.goals_table(findings, SV)
    assert [row[0] for row in table.rows][:4] == [
        "Trygga med verktyg och förvaltning",
        "Validering",
        "Ambassadörer",
        "Ambassadörer: Minst två på varje avdelning",
    ]
    assert table.rows[1] == ("Validering", "minst 95\u00a0%", "87,9\u00a0%", "alla räknade", "Ej uppnått")


def test_hidden_groups_have_no_number_anywhere_and_a_note() -> None:
    findings = findings_example()
    fourth = findings.goals[3]
    table = goal_tables.groups_table(fourth, findings, SV)
    assert table is not None
    hidden = [row for row in table.rows if row[0] == "Kön: man"]
    assert hidden == [("Kön: man", "..", "..", "..")]
    assert table.note is not None
    assert "färre än 5" in table.note


def test_there_is_no_table_where_there_is_nothing_to_show() -> None:
    findings = findings_example()
    plain = goal("share", share(3, 9), Target(at_least=0.5))
    assert goal_tables.groups_table(plain, findings, SV) is None
    assert goal_tables.beside_table(plain, SV) is None
    assert goal_tables.readings_table(plain, findings, SV) is None
    assert goal_tables.parts_table(plain, findings, SV) is None
    assert goal_tables.units_table(plain, findings, SV) is None
    empty = replace(findings, sources=(), scales=(), answer_rates=(), goals=())
    assert source_tables.sources_table(empty, SV) is None
    assert source_tables.accounting_table(empty, SV) is None
    assert source_tables.scales_table(empty, SV) is None
    assert source_tables.answer_rates_table(empty, SV) is None
    assert source_tables.methods_table(empty, SV) is None


def test_a_remark_on_a_file_calls_a_wave_by_its_label() -> None:
    findings = findings_example()
    note = Note(code="not-an-answer", values={"wave": "t2", "n": 3, "of": 40})
    scale = replace(findings.scales[0], notes=(note,))
    waves = {**findings.waves, "t2": next(iter(findings.waves.values())).model_copy(update={"label": "Ett år efteråt"})}
    (said,) = source_tables.account_notes(replace(findings, waves=waves, scales=(scale,), sources=()), SV)
    assert "Ett år efteråt" in said
    assert "t2" not in said


def test_units_stand_in_swedish_order_and_say_who_misses() -> None:
    names = ("Örebro", "Åmål", "Ängelholm", "Bollebygd")
    units = tuple(GroupCount(group=name, count=place, before=None, people=9) for place, name in enumerate(names))
    detail = RegisterCount(count=6, before=None, people=36, in_every="avdelning", groups=units)
    estimate = number(0, Unit.COUNT, "smallest-count")
    every = goal("count", estimate, Target(at_least=2, in_every="avdelning"), detail=detail)
    table = goal_tables.units_table(every, findings_example(), SV)
    assert table is not None
    assert table.caption == "Antal per avdelning"
    assert table.header == ("Avdelning", "Personer", "Antal", "Når målet")
    assert [row[0] for row in table.rows] == ["Bollebygd", "Åmål", "Ängelholm", "Örebro"]
    assert [row[-1] for row in table.rows] == ["Ja", "Nej", "Ja", "Nej"]


def test_a_table_becomes_a_frame() -> None:
    frame = goal_tables.goals_table(findings_example(), SV).to_frame()
    assert list(frame.columns) == ["Mål", "Målnivå", "Utfall", "Osäkerhetsintervall", "Bedömning"]


def test_swedish_order_puts_its_letters_last_and_counts_numbers() -> None:
    names = ["Zäta", "ärende", "Ålder", "grupp 10", "Grupp 9", "öppen", "Ék"]
    assert sorted(names, key=swedish_order) == ["Ék", "Grupp 9", "grupp 10", "Zäta", "Ålder", "ärende", "öppen"]


def test_the_waves_of_a_goal_stand_by_their_own_names() -> None:
    groups = (GroupOutcome(by="kon", group="kvinna", estimate=MOVED.difference, change=MOVED),)
    change = goal("score-change", MOVED.difference, None, change=MOVED, groups=groups)
    before_and_after = goal_tables.groups_table(change, findings_example(), SV)
    named = replace(change, outcome=replace(change.outcome, wave_labels=("2011", "2013")))
    by_year = goal_tables.groups_table(named, findings_example(), SV)
    assert before_and_after is not None
    assert by_year is not None
    assert before_and_after.header[2:4] == ("Före", "Efter")
    assert by_year.header[2:4] == ("2011", "2013")
    assert by_year.rows == before_and_after.rows


def test_what_else_was_measured_does_not_repeat_what_is_judged() -> None:
    judged = goal("share-improved", share(8, 10), Target(at_least=0.5), beside=(share(4, 10),))
    table = goal_tables.beside_table(judged, SV)
    assert table is not None
    assert [row[1] for row in table.rows] == ["40,0\u00a0%"]
    assert goal_tables.beside_table(goal("agreement", share(8, 10), None, beside=(share(4, 10),)), SV) is None


def test_money_has_its_decimals_in_every_table() -> None:
    used = number(0.4173874, Unit.SHARE, "money-used")
    findings = replace(findings_example(), goals=(goal("money-used", used, None),))
    table = goal_tables.goals_table(findings, SV)
    assert table.rows[0][2] == "41,74\u00a0%"
    assert "Osäkerhetsintervall" not in table.header  # everything was counted
    above = goal("money-used", used, Target(at_most=1.0))
    assert goal_tables.goals_table(replace(findings, goals=(above,)), SV).rows[0][2] == "41,74\u00a0%"


def test_a_printed_table_has_no_empty_column_and_says_a_long_unit_once() -> None:
    space = "\u00a0"
    table = TextTable(
        caption="c",
        header=("Grupp", "Andel", "Förändring", "Tid", "Intervall"),
        rows=(
            ("A", f"12{space}%", f"+1,0{space}procentenheter", f"3{space}dagar", "–"),
            ("B", "..", "..", f"1{space}vecka", ""),
        ),
        numeric=(False, True, True, True, True),
        note="n",
    )
    printed = table.compact()
    assert printed.header == ("Grupp", "Andel", "Förändring (procentenheter)", "Tid")
    assert printed.rows == (("A", f"12{space}%", "+1,0", f"3{space}dagar"), ("B", "..", "..", f"1{space}vecka"))
    assert printed.numeric == (False, True, True, True)
    assert printed.note == "n"
    assert printed.compact() == printed
    assert replace(table, rows=()).compact() == replace(table, rows=())
