"""Answers that a scale does not hold: what is forgotten in the plan, misspelt in a file, or another scale's."""

import pytest

from effektmatt.surveys.outside import Outside, outside_faults
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.several import separator_in

AGREE = ["Instämmer inte alls", "Instämmer inte", "Instämmer", "Instämmer helt"]
SCALE = Scale.of(["v1", "v2"], AGREE, id="trygg", label="Trygghet")


def column(name, rows, *, file="fore.csv", filled=100):
    return Outside(file=file, column=name, filled=filled, rows=rows)


def test_a_frequent_value_is_a_forgotten_answer_told_once_for_all_columns_and_files():
    found = [
        column(name, {"Instämmer delvis": list(range(2, 32))}, file=file)
        for file in ("fore.csv", "efter.csv")
        for name in ("v1", "v2")
    ]
    (fault,) = outside_faults(found, SCALE, "plan.toml")
    assert (fault.code, fault.file, fault.key) == ("answer-forgotten", "plan.toml", "scales.trygg.answers")
    assert (fault.got, fault.rows, fault.nearest) == ("Instämmer delvis", 120, None)
    told = fault.in_words("sv")
    assert "Lägg till det i answers" in told
    assert "v1 (fore.csv) · v2 (fore.csv) · v1 (efter.csv) · v2 (efter.csv)" in told
    assert "Menade du" not in told


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("Instämer helt", "Instämmer helt"),
        ("instämmerhelt", "Instämmer helt"),
        ("Instämmer inge", "Instämmer inte"),
        ("Instämmer delvis", None),
        ("Instämmer alls", None),
        ("5", None),
    ],
)
def test_only_a_slip_of_the_pen_is_taken_for_the_answer_that_it_is_near(given, meant):
    (fault,) = outside_faults([column("v1", {given: [7]})], SCALE, "plan.toml")
    assert (fault.code, fault.file, fault.row, fault.column) == ("answer-outside-scale", "fore.csv", 7, "v1")
    assert fault.nearest == meant


def test_a_rare_value_is_told_once_with_every_place():
    found = [
        column("v1", {"Kanske": [4]}),
        column("v2", {"kanske ": [4, 9]}),
        column("v1", {"Kanske": [3]}, file="b.csv"),
    ]
    (fault,) = outside_faults(found, SCALE)
    assert (fault.rows, fault.details["where"]) == (4, "fore.csv v1: 4 · fore.csv v2: 4, 9 · b.csv v1: 3")
    assert [(cell.file, cell.column, cell.row) for cell in fault.cells] == [
        ("fore.csv", "v1", 4),
        ("fore.csv", "v2", 4),
        ("fore.csv", "v2", 9),
        ("b.csv", "v1", 3),
    ]


def test_a_column_that_is_mostly_outside_is_said_as_such():
    numbers = {str(place): list(range(place, 100, 10)) for place in range(10)}
    faults = outside_faults([column("v1", numbers), column("v2", {"Kanske": [3]})], SCALE, "plan.toml")
    assert [fault.code for fault in faults] == ["column-outside-scale", "answer-outside-scale"]
    assert faults[0].details["where"] == "v1 (fore.csv)"
    assert "och 7 värden till" in faults[0].in_words("sv")


def test_one_forgotten_answer_that_most_gave_is_no_wrong_column():
    (fault,) = outside_faults([column("v1", {"Instämmer delvis": list(range(2, 72))})], SCALE)
    assert fault.code == "answer-forgotten"


def test_many_rare_values_are_named_and_the_others_counted_but_every_cell_is_kept():
    faults = outside_faults(
        [column("v1", {f"svar {letter}": [place] for place, letter in enumerate("abcdefghijk")})], SCALE
    )
    assert len(faults) == 8
    assert [fault.details["further_values"] for fault in faults][-2:] == [0, 3]
    assert sum(len(fault.cells) for fault in faults) == 11


def test_cells_with_several_answers_are_told_as_such_and_not_as_forgotten_answers():
    scale = Scale.of(["kanal"], ["telefon", "brev"], id="kanal")
    rows = {"telefon brev": list(range(2, 42)), "Brev  telefon": [50], "fax": [51]}
    several, rare = outside_faults([column("kanal", rows)], scale, "plan.toml")
    assert (several.code, several.got, several.rows) == ("several-answers", "telefon brev", 41)
    assert 'multiple."kanal" = " "' in several.in_words("sv")
    assert (rare.code, rare.got) == ("answer-outside-scale", "fax")


@pytest.mark.parametrize("text", ["1,5", "1", "3;9", ";1", "1;"])
def test_what_is_not_several_answers(text):
    assert separator_in(text, ["1", "2", "3", "5"]) is None
