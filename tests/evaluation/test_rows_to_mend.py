"""The list of cells to mend: for whoever has the data, safe to open in a spreadsheet."""

import csv

import pandas as pd
import pytest

from effektmatt.cli import main
from effektmatt.errors import Fault, InputFaults, WrongCell
from effektmatt.evaluation.rows_to_mend import with_keys, write_rows

PLAN = """[project]
name = "Kurs"
[sources.deltagare]
kind = "register"
file = "deltagare.csv"
key = "kod"
types = { timmar = "number", start = "date" }
[[goals]]
id = "alla"
title = "Alla har gått"
measure = { kind = "share", source = "deltagare", where = { klar = "ja" } }
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    cells = ["kod;klar;timmar;start"] + [f"k{place};ja;{place},5;2024-05-01" for place in range(9)]
    cells[3] = "=k2;ja;tolv;2024-05-01"
    cells[5] = "k4;nej;+4 timmar;2024-13-01"
    (tmp_path / "deltagare.csv").write_text("\n".join(cells), encoding="utf-8")
    return tmp_path


def read(path):
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel knows by it that å is å
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_cells_to_mend_are_listed_with_key_content_reason_and_what_was_expected(project, capsys):
    path = project / "fel.csv"
    assert main(["check", str(project), "--rows", str(path)]) == 2
    told = read(path)
    assert [(one["rad"], one["nyckel"], one["kolumn"], one["innehåll"]) for one in told] == [
        ("4", "'=k2", "timmar", "tolv"),
        ("6", "k4", "timmar", "'+4 timmar"),
        ("6", "k4", "start", "2024-13-01"),
    ]
    assert {one["fil"] for one in told} == {"deltagare.csv"}
    assert told[0]["skäl"] == "”tolv” är inte ett tal."
    assert "2013-01-31" in told[2]["väntat"]
    assert "3 celler att rätta står i listan" in capsys.readouterr().out


def test_an_earlier_list_gives_way_and_is_said_to_but_no_other_file_does(project, capsys):
    path = project / "fel.csv"
    main(["check", str(project), "--rows", str(path)])
    main(["check", str(project), "--rows", str(path)])
    assert "Den ersätter den förra listan" in capsys.readouterr().out
    before = (project / "deltagare.csv").read_bytes()
    assert main(["check", str(project), "--rows", str(project / "deltagare.csv")]) == 2
    assert (project / "deltagare.csv").read_bytes() == before
    printed = capsys.readouterr().err
    assert "har inte skrivits över" in printed
    assert "”tolv”" in printed  # the other faults are told all the same


def test_without_faults_no_list_is_written(project, capsys):
    (project / "deltagare.csv").write_text("kod;klar;timmar;start\na;ja;1,5;2024-05-01\n", encoding="utf-8")
    assert main(["check", str(project), "--rows", str(project / "fel.csv")]) == 0
    assert not (project / "fel.csv").exists()
    assert "ingen lista har skrivits" in capsys.readouterr().out


def test_a_list_that_cannot_be_written_is_a_fault(project, capsys):
    assert main(["check", str(project), "--rows", str(project / "deltagare.csv" / "fel.csv")]) == 2
    assert "kan inte skrivas" in capsys.readouterr().err


def test_personal_identity_numbers_stay_masked_in_the_list(project):
    with (project / "deltagare.csv").open("a", encoding="utf-8") as file:
        file.write("\n19811218-9876;ja;3,5;2024-05-01\n")
    main(["check", str(project), "--rows", str(project / "fel.csv")])
    assert "19811218-****" in (project / "fel.csv").read_text("utf-8")
    assert "9876" not in (project / "fel.csv").read_text("utf-8")


def test_cells_of_another_file_or_row_get_no_key():
    cells = (WrongCell(file="a.csv", row=3, column="x", got="?"), WrongCell(file="b.csv", row=3, column="x", got="?"))
    frame = pd.DataFrame({"kod": ["k1"]}, index=[3])
    (fault,) = with_keys([Fault(code="number-wrong", cells=cells)], {"a.csv": frame}, ["kod", "saknas"])
    assert [cell.key for cell in fault.cells] == ["k1", ""]


def test_a_folder_is_never_written_over(tmp_path):
    with pytest.raises(InputFaults):
        write_rows([], tmp_path, "sv")
