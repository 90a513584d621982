"""Visits in words: what of a checklist was measured, tables without names or rankings, what a result says of itself."""

from __future__ import annotations

import pytest

from charts.visits_made import compared, judged
from effektmatt.core import Change
from effektmatt.findings import GoalFinding
from effektmatt.goals import Target
from effektmatt.visits.change import VisitChange
from effektmatt.wording import words
from effektmatt.wording.goal_sentences import found
from effektmatt.wording.kind import own_tables
from effektmatt.wording.kinds.visits import change_tables, units_table, visitors_table
from effektmatt.wording.sentences import measured_how
from visits.made import UNITS
from wording.made import goal

SV, EN = words("sv"), words("en")


@pytest.fixture(scope="module")
def change() -> VisitChange:
    return compared(UNITS[:8], once=1)


def scored(change: VisitChange, inner: Change, **options: str) -> GoalFinding:
    return goal(
        "visit-score",
        inner.difference,
        Target(direction="increase"),
        change=inner,
        detail=change,
        labels=(change.label,),
        **options,
    )


def test_what_of_the_checklist_rose_or_fell(change: VisitChange) -> None:
    said = found(scored(change, change.overall.change), SV)
    assert said.startswith("Resultatet enligt checklistan ”Bemötande” var ")
    assert said.endswith("men underlaget är för litet för att säga vad den beror på")  # eight units
    inner = change.part(area="Möte").change
    assert found(scored(change, inner, area="Möte"), SV).startswith("Resultatet i området ”Möte” ")
    item = scored(change, inner, item="Hälsar")
    assert found(item, EN).startswith("The result on the item “Hälsar” ")
    assert "resultatet på punkten ”Hälsar”" in measured_how(item, SV)


def test_units_stand_by_name_and_those_visited_once_are_hidden(change: VisitChange) -> None:
    table = units_table(change, SV, unit="enhet")
    assert [row[0] for row in table.rows] == sorted(UNITS[:8])
    first = table.rows[0]
    assert (first[1], first[2], first[-2:]) == ("1", "..", ("..", ".."))
    assert sum(row[2] == ".." for row in table.rows) == 2
    assert table.note is not None
    assert table.caption == "Resultat per enhet, i bokstavsordning"


def test_those_who_judged_are_numbers(change: VisitChange) -> None:
    table = visitors_table(change, SV, judge="reviewer")
    assert table.header[0] == "Granskare"
    assert [row[0] for row in table.rows] == ["Granskare 1", "Granskare 2", "Granskare 3"]
    assert "hänsyn" in (table.note or "")
    every = " ".join(cell for one in change_tables(change, SV, unit="") for row in one.rows for cell in row)
    assert "B1" not in every


def test_the_whole_comparison_has_its_test_and_its_intraclass_correlation(change: VisitChange) -> None:
    first = next(change_tables(change, SV, unit=""))
    assert "teckenbytestest" in (first.note or "")
    assert "intraklasskorrelationen" in (first.note or "")
    assert len(first.rows) == 1 + 2 + 8


def test_parts_of_a_goal_show_a_table_once(change: VisitChange) -> None:
    part = scored(change, change.overall.change, unit="enhet")
    assert len(own_tables(part, SV)) == 3


def test_agreement_in_a_table() -> None:
    agreement = judged({"a": "Tilltal", "b": "Bilder"})
    (table,) = own_tables(goal("agreement", agreement.alpha, None, detail=agreement), SV)
    assert [row[0] for row in table.rows] == ["Alla ja- och nejpunkter", "Alla betyg", "Tilltal", "Bilder", "betyg"]
    assert table.rows[0][1] == "12"
    said = found(goal("agreement", agreement.alpha, None, detail=agreement), SV)
    assert "där 1 är full överensstämmelse" in said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_results_speak(change: VisitChange, language: str) -> None:
    assert change.in_words(language).startswith("Bemötande: ")
    assert "<table>" in change._repr_html_()
    assert judged({"a": "Tilltal"}).in_words(language).startswith("Normkritiska kriterier: 12 ")
