"""Files of SPSS and Stata, written here with pyreadstat and pandas."""

import datetime as dt
import struct
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import read_table

AGREEMENT = {1.0: "Stämmer inte alls", 2.0: "Stämmer delvis", 3.0: "Stämmer helt", 9.0: "Vet ej"}


@pytest.fixture
def read(tmp_path: Path):
    def of(frame: pd.DataFrame, name: str = "a.sav", how: HowToRead = HowToRead(), **declared):
        path = tmp_path / name
        write = {".sav": pyreadstat.write_sav, ".zsav": pyreadstat.write_sav, ".por": pyreadstat.write_por}
        write |= {".dta": pyreadstat.write_dta}
        packed = {"compress": True} if path.suffix == ".zsav" else {}
        write[path.suffix](frame, path, **packed, **declared)
        return read_table(path, shown_as=name, how=how)

    return of


def cells(table, name: str) -> list[str | None]:
    return [None if pd.isna(cell) else cell for cell in table.frame[name].tolist()]


@pytest.mark.parametrize(("name", "kind"), [("a.sav", "sav"), ("a.zsav", "sav"), ("A.por", "por"), ("a.dta", "dta")])
def test_codes_are_read_as_they_stand(read, name, kind):
    table = read(pd.DataFrame({"KOD": ["007", "", "a4"], "V1": [1.0, np.nan, 3.0], "X": [1.5, 0.25, 2]}), name)
    assert (cells(table, "KOD"), cells(table, "V1")) == (["007", None, "a4"], ["1", None, "3"])
    assert cells(table, "X") == ["1.5", "0.25", "2"]
    assert (table.reading.format, table.reading.decimal, table.reading.rows) == (kind, ".", 3)


def test_rows_are_numbered_as_the_program_numbers_them(read):
    table = read(pd.DataFrame({"kod": ["a", "", "c"], "v1": [1.0, np.nan, 3.0]}))
    assert table.frame.index.tolist() == [1, 3]
    assert (table.reading.rows, table.reading.empty_rows) == (2, 1)


def test_dates_times_and_lengths_of_time(read):
    frame = pd.DataFrame(
        {
            "dag": [dt.date(2024, 1, 31), None],
            "tid": [dt.datetime(2024, 1, 31, 10, 30), dt.datetime(2024, 2, 1)],
            "langd": [dt.time(9, 5), dt.time(0, 0)],
        }
    )
    for name in ("a.sav", "a.dta"):
        table = read(frame, name)
        assert cells(table, "dag") == ["2024-01-31", None]
        assert cells(table, "tid") == ["2024-01-31 10:30:00", "2024-02-01"]
        assert cells(table, "langd") == ["9:05:00", "0:00:00"]


def test_a_length_of_more_than_a_day_goes_on(read):
    hours = pd.DataFrame({"t": [25 * 3600.0]})
    assert cells(read(hours, variable_format={"t": "TIME8"}), "t") == ["25:00:00"]


@pytest.mark.parametrize(
    ("shown", "number", "written"),
    [
        ("%tm", 770.0, "2024-03"),
        ("%tq", 257.0, "2024-Q2"),
        ("%tw", 3328.0, "2024w1"),
        ("%th", 129.0, "2024h2"),
        ("%ty", 2024.0, "2024"),
        ("%tdDD/NN/CCYY", 23406.0, "2024-01-31"),
        ("%d", 23406.0, "2024-01-31"),
        ("%td", 1e12, "1000000000000"),
    ],
)
def test_parts_of_years_in_stata(read, shown, number, written):
    assert cells(read(pd.DataFrame({"t": [number]}), "a.dta", variable_format={"t": shown}), "t") == [written]


def test_what_the_file_knows_of_a_question(read):
    frame = pd.DataFrame({"v1": [3.0, 1.0, 9.0], "s": ["x", "y", "x"]})
    labels = {"v1": dict(reversed(AGREEMENT.items())), "s": {"x": "Ett kryss"}}
    known = read(frame, column_labels={"v1": "Jag är trygg"}, variable_value_labels=labels).known
    assert known["v1"].label == "Jag är trygg"
    assert list(known["v1"].answers.items()) == [(str(int(code)), label) for code, label in AGREEMENT.items()]
    assert (known["v1"].kind, known["s"].kind, known["s"].answers) == ("number", "text", {"x": "Ett kryss"})


def test_what_is_declared_missing_is_empty_and_counted(read):
    frame = pd.DataFrame(
        {"v1": [1.0, 9, 9, 3], "v2": [2.0, 97, 98, 5], "s": ["EA", "ja", "nej", "ja"], "v3": [9.0] * 4}
    )
    table = read(
        frame,
        variable_value_labels={"v1": AGREEMENT, "v2": {97.0: "Ej aktuellt"}, "v3": AGREEMENT},
        missing_ranges={"v1": [9], "v2": [{"lo": 90, "hi": 99}], "s": ["EA"]},
    )
    assert (cells(table, "v1"), table.known["v1"].missing) == (["1", None, None, "3"], {"Vet ej": 2})
    assert "9" not in table.known["v1"].answers
    assert (cells(table, "v2"), table.known["v2"].missing) == (["2", None, None, "5"], {"Ej aktuellt": 1, "98": 1})
    assert (cells(table, "s"), table.known["s"].missing) == ([None, "ja", "nej", "ja"], {"EA": 1})
    assert (cells(table, "v3"), table.known["v3"].missing) == (["9"] * 4, {})  # labelled is not declared


def test_stata_has_letters_for_what_is_missing(read):
    frame = pd.DataFrame({"v1": [1.0, "a", "b", "a", np.nan]})
    labels = {"v1": {1.0: "Ja", "a": "Vet ej"}}
    table = read(frame, "a.dta", variable_value_labels=labels, missing_user_values={"v1": ["a", "b"]})
    assert cells(table, "v1") == ["1"]
    assert table.reading.empty_rows == 4
    assert table.known["v1"].missing == {"Vet ej": 2, ".b": 1}


def test_an_answer_that_the_plan_names_is_no_missing_value(read):
    how = HowToRead(answers={"v1": frozenset({"vet ej"})})
    frame = pd.DataFrame({"v1": [1.0, 9]})
    table = read(frame, how=how, variable_value_labels={"v1": AGREEMENT}, missing_ranges={"v1": [9]})
    assert (cells(table, "v1"), table.known["v1"].missing) == (["1", "9"], {})
    assert table.known["v1"].answers["9"] == "Vet ej"


def test_a_number_of_single_precision_is_what_was_written(tmp_path):
    path = tmp_path / "a.dta"
    pd.DataFrame({"f": np.array([3.3, 1], dtype="f4"), "i": np.array([1, 2], dtype="i1")}).to_stata(
        path, write_index=False
    )
    table = read_table(path, shown_as="a.dta")
    assert (cells(table, "f"), cells(table, "i")) == (["3.3", "1"], ["1", "2"])


@pytest.mark.parametrize("version", [114, 117, 118, 119])
def test_every_age_of_stata_is_known(tmp_path, version):
    path = tmp_path / "a.csv"
    pd.DataFrame({"v1": [1, 2]}).to_stata(path, write_index=False, version=version)
    assert cells(read_table(path, shown_as="a.csv"), "v1") == ["1", "2"]


def sav(frame: pd.DataFrame, tmp_path: Path, **declared) -> bytes:
    path = tmp_path / "made.sav"
    pyreadstat.write_sav(frame, path, **declared)
    return path.read_bytes()


def test_answers_to_a_question_with_several_belong_together(table, tmp_path):
    content = sav(pd.DataFrame({"v1": [1.0, 0], "v2": [0.0, 1], "x": [1.0, 2]}), tmp_path)
    record = b"$kanal=D1 1 9 Kanaler.. v1 v2\n"
    end = struct.pack("<ii", 999, 0)  # of the dictionary
    content = content.replace(end, struct.pack("<iiii", 7, 7, 1, len(record)) + record + end, 1)
    known = table(content, name="a.sav").known
    assert [known[name].multiple for name in ("v1", "v2", "x")] == ["Kanaler..", "Kanaler..", None]


def test_text_of_older_windows_is_read_where_the_file_says_otherwise(table, tmp_path):
    content = sav(pd.DataFrame({"v1": [1.0]}), tmp_path, column_labels={"v1": "Mojl"})
    assert table(content.replace(b"Mojl", "Måjl".encode("cp1252")), name="a.sav").known["v1"].label == "Måjl"


def test_a_damaged_file_is_a_fault(faults, tmp_path):
    content = sav(pd.DataFrame({"v1": [1.0] * 50}), tmp_path)
    for end in (10, 200, len(content) - 5):
        (fault,) = faults(content[:end], name="a.sav")
        assert fault.code == "file-damaged"


def test_a_file_that_the_reader_falls_over_is_a_fault(faults, tmp_path, monkeypatch):
    monkeypatch.setattr("effektmatt.data.own_process._CHILD", "import os; os.abort()")
    assert faults(sav(pd.DataFrame({"v1": [1.0]}), tmp_path), name="a.sav")[0].code == "file-damaged"


def test_a_damaged_portable_file_is_a_fault(faults, tmp_path):
    pyreadstat.write_por(pd.DataFrame({"S": [f"abc{row}" for row in range(40)]}), tmp_path / "a.por")
    content = (tmp_path / "a.por").read_bytes()
    for length in (500, 600, 700, len(content) - 100):
        assert faults(content[:length], name="a.por")[0].code == "file-damaged"


def test_a_file_without_rows_has_headings_only(faults, tmp_path):
    assert (
        faults(sav(pd.DataFrame({"v1": np.array([], dtype=float)}), tmp_path), name="a.sav")[0].code
        == "file-header-only"
    )


def test_personal_numbers_are_found_in_such_files_too(faults, tmp_path):
    assert faults(sav(pd.DataFrame({"pnr": ["19811218-9876"]}), tmp_path), name="a.sav")[0].code == "personal-number"
