"""Columns are told apart by their values, and what is personal is never held."""

import dataclasses
import json

import pandas as pd
import polars as pl
import pytest

import effektmatt as em
from effektmatt.data.descriptions import ColumnKind
from effektmatt.data.folders import tables_in
from effektmatt.errors import InputFaults

ANSWERS = ["Ofta", "Aldrig", "Ibland", "Ofta", "Vet ej", None] * 5
#: What must never be told of anybody: the check digit of the invented number is right.
PERSONAL = {
    "personnr": [f"19811218-{number}" for number in ("9876", "9876", "9876")] * 10,
    "E-post": [f"person{place}@exempel.se" for place in range(30)],
    "Telefon": [f"070-{1234500 + place}" for place in range(30)],
    "Deltagare": ["Anna Berg", "Bo Ek", "Cecilia Dahl"] * 10,
    "Kommentar": [f"Jag heter nummer {place} och tyckte att det var bra den gången" for place in range(30)],
    "kod": [f"ab{place}" for place in range(30)],
}


def frame(**columns):
    return pd.DataFrame(columns)


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame], ids=["pandas", "polars"])
def test_each_column_is_what_it_is(make):
    described = em.describe(
        make(
            {
                "svar": ANSWERS,
                "betyg": ["1", "2", "3", "4", "5", "4"] * 5,
                "datum": [f"2024-03-{day:02d}" for day in range(1, 31)],
                "år": ["2022", "2023", "2024"] * 10,
                "kommun": ["Orust", "Lerum"] * 15,
                "belopp": [f"{place}500,50" for place in range(1, 31)],
                "tom": [None] * 30,
            }
        )
    )
    kinds = {column.name: str(column.kind) for column in described.columns}
    assert kinds == {
        "svar": "answers",
        "betyg": "answers",
        "datum": "date",
        "år": "period",
        "kommun": "group",
        "belopp": "number",
        "tom": "empty",
    }
    assert described["svar"].counts == (("Aldrig", 5), ("Ibland", 5), ("Ofta", 10), ("Vet ej", 5))
    assert (described["svar"].filled, described["svar"].missing, described["svar"].different) == (25, 5, 4)
    assert (described["datum"].low, described["datum"].high) == ("2024-03-01", "2024-03-30")
    assert (described["belopp"].low, described["belopp"].high) == ("1500,50", "30500,50")


def test_numbers_of_typed_frames_are_described_too():
    described = em.describe(frame(dagar=[1.5, 2.0, None, 12.25], svar=pd.Categorical(["Ja", "Nej", "Ja", "Ja"])))
    assert described["dagar"].kind is ColumnKind.NUMBER
    assert described["dagar"].high == "12.25"
    assert described["svar"].counts == (("Nej", 1), ("Ja", 3))


def test_what_is_personal_is_flagged_and_never_held():
    described = em.describe(pd.DataFrame(PERSONAL))
    assert [str(column.kind) for column in described.columns] == [
        "personal-number",
        "mail",
        "telephone",
        "names",
        "text",
        "code",
    ]
    everything = json.dumps(dataclasses.asdict(described), ensure_ascii=False) + described._repr_html_()
    everything += described.in_words() + described.in_words("en") + described.to_frame().to_csv()
    for cells in PERSONAL.values():
        assert not [cell for cell in cells if cell in everything]


def test_few_comments_are_no_groups():
    described = em.describe(frame(synpunkter=[None] * 40 + ["Bra dag", "Mer sådant"], svar=["Ja", "Nej"] * 21))
    assert described["synpunkter"].counts == ()


def test_running_numbers_and_leading_zeros_are_codes():
    described = em.describe(
        frame(nr=[str(place) for place in range(1, 31)], arende=[f"{place:05d}" for place in range(30)])
    )
    assert described["nr"].kind is ColumnKind.CODE
    assert described["arende"].kind is ColumnKind.CODE


def test_codes_that_come_back_are_still_codes():
    described = em.describe(frame(person=[f"A{place % 60:03d}" for place in range(240)], grupp=["O1", "O2", "O3"] * 80))
    assert described["person"].kind is ColumnKind.CODE
    assert described["grupp"].kind is ColumnKind.GROUP


def test_unknown_answers_that_questions_share_are_answers_in_a_guessed_order():
    shared = ["röd", "gul", "grön", "gul"] * 5
    described = em.describe(frame(a=shared, b=shared, c=shared))
    assert described["a"].kind is ColumnKind.ANSWERS
    assert not described["a"].answers.sure
    assert "går inte att se" in described.in_words()


def test_answers_that_not_all_questions_got_are_those_of_the_others():
    described = em.describe(
        frame(
            a=["röd", "gul", "grön", "gul"] * 5,
            b=["röd", "gul", "grön", "blå"] * 5,
            c=["röd", "gul", "grön", "blå"] * 5,
            ort=["Ale", "Lerum", "Orust", "Åre"] * 5,
        )
    )
    assert [described[name].kind for name in "abc"] == [ColumnKind.ANSWERS] * 3
    assert described["ort"].kind is ColumnKind.GROUP


def test_two_codes_without_words_have_no_mean():
    described = em.describe(frame(har_du_handledare=["1", "2", "2"] * 8, antal=["1", "2", "2"] * 8))
    assert [described[name].kind for name in ("har_du_handledare", "antal")] == [ColumnKind.GROUP, ColumnKind.NUMBER]


def test_a_description_shows_itself():
    described = em.describe(frame(svar=ANSWERS))
    assert described.in_words() == "Tabellen: 30 rader, en kolumn"
    assert described.in_words("en") == "The table: 30 rows, one column"
    assert "inget svar: Vet ej: 5" in described._repr_html_()
    assert described.to_frame().loc[0, "kind"] == "answers"


def test_a_folder_is_read_file_by_file(tmp_path):
    (tmp_path / "a.csv").write_text("kod;svar\nx1;Ofta\nx2;Aldrig\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("person;svar\n19811218-9876;Ofta\n", encoding="utf-8")
    (tmp_path / "läs mig.md").write_text("# Hej", encoding="utf-8")
    (tmp_path / "tom.csv").write_text("", encoding="utf-8")
    with pd.ExcelWriter(tmp_path / "c.xlsx") as book:
        frame(svar=["Ja", "Nej"]).to_excel(book, sheet_name="Före", index=False)
        frame(svar=["Ja", "Nej"]).to_excel(book, sheet_name="Efter", index=False)
    found = {(one.file, one.sheet): one for one in tables_in(tmp_path)}
    assert list(found) == [("a.csv", None), ("b.csv", None), ("c.xlsx", "Före"), ("c.xlsx", "Efter"), ("tom.csv", None)]
    assert [fault.code for fault in found["b.csv", None].faults] == ["personal-number"]
    assert found["b.csv", None].description["person"].kind is ColumnKind.PERSONAL_NUMBER
    assert found["tom.csv", None].description is None
    assert found["tom.csv", None].faults[0].code == "file-empty"


def test_a_folder_that_is_not_there_is_a_fault(tmp_path):
    with pytest.raises(InputFaults):
        tables_in(tmp_path / "saknas")


def test_codes_that_a_file_has_words_for_are_described_in_these_words(tmp_path):
    pyreadstat = pytest.importorskip("pyreadstat")
    labels = {1.0: "Instämmer inte alls", 2.0: "Varken eller", 3.0: "Instämmer helt", 9.0: "Vet ej"}
    answers = pd.DataFrame({"q1": [1.0, 2.0, 2.0, 9.0] * 5, "kon": [1.0, 2.0] * 10})
    pyreadstat.write_sav(
        answers,
        str(tmp_path / "svar.sav"),
        column_labels={"q1": "Jag är trygg"},
        variable_value_labels={"q1": labels, "kon": {1.0: "Kvinna", 2.0: "Man"}},
    )
    described = tables_in(tmp_path)[0].description
    assert described["q1"].label == "Jag är trygg"
    assert described["q1"].answers.answers == ("Instämmer inte alls", "Varken eller", "Instämmer helt")
    assert described["q1"].counts == (
        ("Instämmer inte alls", 5),
        ("Varken eller", 10),
        ("Instämmer helt", 0),
        ("Vet ej", 5),
    )
    assert described["kon"].counts == (("Kvinna", 10), ("Man", 10))


def test_two_questions_that_a_file_labels_alike_are_answers_though_no_word_is_known(tmp_path):
    pyreadstat = pytest.importorskip("pyreadstat")
    colours = {1: "Röd", 2: "Gul", 3: "Grön", 4: "Blå"}
    answers = pd.DataFrame({"q1": [1, 2, 3, 4] * 5, "q2": [1, 2, 2, 3] * 5, "ort": [1, 2, 3, 4] * 5})
    pyreadstat.write_dta(
        answers,
        str(tmp_path / "svar.dta"),
        variable_value_labels={"q1": colours, "q2": colours, "ort": {1: "Ale", 2: "Lerum", 3: "Orust", 4: "Åre"}},
    )
    described = tables_in(tmp_path)[0].description
    assert described["q2"].answers.answers == ("Röd", "Gul", "Grön", "Blå")
    assert described["ort"].kind is ColumnKind.GROUP
