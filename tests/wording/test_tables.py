"""Tables: every row as long as its header, nothing where there is nothing, and hidden figures as two dots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from effektmatt.core import Unit
from effektmatt.goals import Target
from effektmatt.registers.count import GroupCount, RegisterCount
from effektmatt.wording import TextTable, words
from effektmatt.wording import tables as t
from effektmatt.wording.sorting import swedish_order
from findings_example import findings_example
from wording.made import goal, number, share

SV = words("sv")


def test_a_table_refuses_a_row_of_another_length() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        TextTable(caption="c", header=("a", "b"), rows=(("1",),), numeric=(False, True))


def test_goals_and_their_parts_stand_in_the_plans_order() -> None:
    findings = findings_example()
    table = t.goals_table(findings, SV)
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
    table = t.groups_table(fourth, findings, SV)
    assert table is not None
    hidden = [row for row in table.rows if row[0] == "Kön: man"]
    assert hidden == [("Kön: man", "..", "..", "..")]
    assert table.note is not None
    assert "färre än 5" in table.note


def test_there_is_no_table_where_there_is_nothing_to_show() -> None:
    findings = findings_example()
    plain = goal("share", share(3, 9), Target(at_least=0.5))
    assert t.groups_table(plain, findings, SV) is None
    assert t.beside_table(plain, SV) is None
    assert t.readings_table(plain, findings, SV) is None
    assert t.parts_table(plain, findings, SV) is None
    assert t.counts_table(plain, findings, SV) is None
    empty = replace(findings, sources=(), scales=(), answer_rates=(), goals=())
    assert t.sources_table(empty, SV) is None
    assert t.accounting_table(empty, SV) is None
    assert t.scales_table(empty, SV) is None
    assert t.answer_rates_table(empty, SV) is None
    assert t.methods_table(empty, SV) is None


def test_units_stand_in_swedish_order_and_say_who_misses() -> None:
    names = ("Örebro", "Åmål", "Ängelholm", "Bollebygd")
    units = tuple(GroupCount(group=name, count=place, before=None, people=9) for place, name in enumerate(names))
    detail = RegisterCount(count=6, before=None, people=36, in_every="avdelning", groups=units)
    estimate = number(0, Unit.COUNT, "smallest-count")
    every = goal("count", estimate, Target(at_least=2, in_every="avdelning"), detail=detail)
    table = t.counts_table(every, findings_example(), SV)
    assert table is not None
    assert table.caption == "Antal per avdelning"
    assert table.header == ("Avdelning", "Personer", "Antal", "Når målet")
    assert [row[0] for row in table.rows] == ["Bollebygd", "Åmål", "Ängelholm", "Örebro"]
    assert [row[-1] for row in table.rows] == ["Ja", "Nej", "Ja", "Nej"]


def test_a_table_becomes_a_frame() -> None:
    frame = t.goals_table(findings_example(), SV).to_frame()
    assert list(frame.columns) == ["Mål", "Målnivå", "Utfall", "Osäkerhetsintervall", "Bedömning"]


def test_swedish_order_puts_its_letters_last_and_counts_numbers() -> None:
    names = ["Zäta", "ärende", "Ålder", "grupp 10", "Grupp 9", "öppen", "Ék"]
    assert sorted(names, key=swedish_order) == ["Ék", "Grupp 9", "grupp 10", "Zäta", "Ålder", "ärende", "öppen"]
