"""Questions that may have several answers are found in every form that survey tools write them in."""

import random

import pandas as pd
import pytest

from effektmatt.data.folders import tables_in
from effektmatt.plan.found_options import found_options
from effektmatt.plan.found_waves import found_sources

CHOICES = ["Telefon", "E-post", "Chatt"]


def chosen(rows=60, choices=CHOICES, seed=4):
    draw = random.Random(seed)
    return [[one for one in choices if draw.random() < 0.45] for _ in range(rows)]


def options(folder, columns, name="svar.csv"):
    pd.DataFrame(columns).to_csv(folder / name, index=False, sep="\t")
    sources, _, _ = found_sources(tables_in(folder))
    return list(found_options(sources[0]))


@pytest.mark.parametrize(
    ("written", "how"),
    [
        (lambda one: "".join(f"{option};" for option in one), ";"),
        (";".join, ";"),
        (", ".join, ","),
        ("|".join, "|"),
    ],
)
def test_answers_in_one_cell(tmp_path, written, how):
    (found,) = options(tmp_path, {"Hur når du oss?": map(written, chosen()), "nr": range(60)})
    assert (found.question, found.how) == ("Hur når du oss?", how)
    assert found.items == {f"Hur når du oss?/{one}": one for one in CHOICES}


def test_an_option_that_holds_the_separator_is_kept_whole_and_own_words_are_none(tmp_path):
    cells = [", ".join(one) for one in chosen(choices=["Kurs", "Möten, på plats", "Stöd"])]
    cells[7] = "Kurs, Min granne Berit sa det"
    (found,) = options(tmp_path, {"Stöd": cells, "nr": range(60)})
    assert found.how == {"separator": ",", "options": ["Kurs", "Möten, på plats", "Stöd"]}
    assert list(found.items.values()) == ["Kurs", "Möten, på plats", "Stöd"]


@pytest.mark.parametrize(
    "cells",
    [
        ["Vård, skola och omsorg", "Bygg och miljö"] * 30,
        ["1,5", "2,25", "3,5"] * 20,
        ["Jag tycker, på det hela taget, att det var bra", "Nej, inget"] + [f"Bra, {one}" for one in range(58)],
        ["Andersson, Anna", "Berg, Anna", "Berg, Bo"] * 20,
        ["Telefon", "E-post"] * 30,
    ],
    ids=["groups", "decimals", "own words", "names", "one answer"],
)
def test_what_only_holds_a_comma_is_no_question_of_several_answers(tmp_path, cells):
    assert options(tmp_path, {"Svar": cells, "nr": range(60)}) == []


@pytest.mark.parametrize(
    ("names", "yes", "no"),
    [
        ("kanal[SQ00{}]", "Y", None),
        ("kanal/{}", "1", "0"),
        ("kanal_{}", None, None),
        ("Vilka kanaler? [{}]", "Checked", None),
    ],
)
def test_a_column_for_each_answer(tmp_path, names, yes, no):
    people = chosen()
    people[3] = people[9] = []
    columns = {
        names.format(place): [(yes or option) if option in one else no if one else None for one in people]
        for place, option in enumerate(CHOICES)
    }
    (found,) = options(tmp_path, {"nr": range(60), **columns})
    assert found.how == list(columns)
    assert list(found.items) == list(columns)


def test_yes_and_no_to_everything_is_a_matrix_and_not_several_answers(tmp_path):
    columns = {f"Har du … [{one}]": ["Ja", "Nej", "Nej"] * 20 for one in CHOICES}
    assert options(tmp_path, {"nr": range(60), **columns}) == []


def test_the_joined_form_is_taken_where_both_stand_in_a_file(tmp_path):
    people = chosen(choices=["vatten", "mat"])
    columns = {
        "Behov": [" ".join(one) or None for one in people],
        "Behov/vatten": [("1" if "vatten" in one else "0") if one else None for one in people],
        "Behov/mat": [("1" if "mat" in one else "0") if one else None for one in people],
    }
    (found,) = options(tmp_path, {"nr": range(60), **columns})
    assert found.how == " "
    assert set(columns) <= set(found.columns)
