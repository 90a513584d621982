"""Broken copies of the sample: one list of clear faults, exit code 2, no traceback, no half-written report."""

import shutil
from pathlib import Path

import pytest

import effektmatt as em
from effektmatt.cli import main

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


@pytest.fixture
def copy(tmp_path, sample_folder) -> Path:
    folder = tmp_path / "projekt"
    shutil.copytree(sample_folder, folder)
    return folder


def edit(path: Path, old: str, new: str, encoding: str = "utf-8-sig", count: int = 1) -> None:
    text = path.read_bytes().decode(encoding)
    assert old in text, f"{old!r} no longer stands in {path.name}"
    path.write_bytes(text.replace(old, new, count).encode(encoding))


def break_plan(folder: Path) -> None:
    edit(folder / "plan.toml", 'owner = { sv = "Tranemo', 'agare = { sv = "Tranemo', "utf-8")


def break_header(folder: Path) -> None:
    edit(folder / "deltagare.csv", "genomgatt", "genomgått", "cp1252")


def nobody_concerned(folder: Path) -> None:
    path = folder / "deltagare.csv"
    lines = [line.split(";") for line in path.read_bytes().decode("cp1252").splitlines()]
    place = lines[0].index("genomgatt")
    for cells in lines[1:]:
        cells[place] = "nej"
    path.write_bytes("\r\n".join(";".join(cells) for cells in lines).encode("cp1252"))


def same_wave_twice(folder: Path) -> None:
    shutil.copy(folder / "enkat_fore.csv", folder / "enkat_efter.csv")


def swap_waves(folder: Path) -> None:
    edit(
        folder / "plan.toml",
        'before = "enkat_fore.csv", after = "enkat_efter.csv"',
        'before = "enkat_efter.csv", after = "enkat_fore.csv"',
        "utf-8",
    )


def without_key_column(folder: Path) -> None:
    edit(folder / "enkat_fore.csv", "kod,", "Kod,")


def misspelt_group(folder: Path) -> None:
    edit(folder / "plan.toml", 'groups = ["kon", "kommun"]', 'groups = ["kn", "kommun"]', "utf-8")


def break_date(folder: Path) -> None:
    path = folder / "arenden.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[10].split(";")
    cells[lines[0].split(";").index("inkom")] = "2011-13-41"
    lines[10] = ";".join(cells)
    path.write_text("\n".join(lines), encoding="utf-8")


def break_number(folder: Path) -> None:
    path = folder / "deltagare.csv"
    lines = path.read_bytes().decode("cp1252").splitlines()
    place = lines[0].split(";").index("timmar")
    cells = lines[5].split(";")
    cells[place] = "tolv"
    lines[5] = ";".join(cells)
    path.write_bytes("\r\n".join(lines).encode("cp1252"))


def break_answer(folder: Path) -> None:
    edit(folder / "enkat_efter.csv", "Stämmer helt", "Stämer helt")


def add_identity_number(folder: Path) -> None:
    path = folder / "samarbeten.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{lines[0]};kontakt", *(f"{line};" for line in lines[1:])]
    lines[3] += "19850709-9805"
    path.write_text("\n".join(lines), encoding="utf-8")


def empty_file(folder: Path) -> None:
    (folder / "samarbeten.csv").write_bytes(b"")


def picture(folder: Path) -> None:
    (folder / "medborgare_fore.xlsx").write_bytes(PNG)


BREAKS = {
    break_plan: ("plan-unknown-key", "plan.toml"),
    break_header: ("column-missing", "deltagare.csv"),
    nobody_concerned: ("goal-for-nobody", "deltagare.csv"),
    same_wave_twice: ("waves-same-file", "enkat_efter.csv"),
    swap_waves: ("waves-swapped", "enkat_efter.csv"),
    without_key_column: ("column-missing", "enkat_fore.csv"),
    misspelt_group: ("group-in-no-file", "plan.toml"),
    break_date: ("date-wrong", "arenden.csv"),
    break_number: ("number-wrong", "deltagare.csv"),
    break_answer: ("answer-outside-scale", "enkat_efter.csv"),
    add_identity_number: ("personal-number", "samarbeten.csv"),
    empty_file: ("file-empty", "samarbeten.csv"),
    picture: ("file-not-table", "medborgare_fore.xlsx"),
}


@pytest.mark.parametrize("break_it", BREAKS, ids=lambda function: function.__name__)
def test_one_break_gives_one_fault(copy, break_it, capsys):
    break_it(copy)
    code, file = BREAKS[break_it]
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(copy)
    assert [(fault.code, fault.file) for fault in caught.value.faults] == [(code, file)]
    out = copy.parent / "ut"
    assert main(["report", str(copy), "-o", str(out)]) == 2
    assert not out.exists()
    printed = capsys.readouterr().err
    assert file in printed
    assert "Traceback" not in printed


def test_all_breaks_come_at_once(copy, capsys):
    for break_it in (break_plan, break_header, break_date, break_number, break_answer, picture, empty_file):
        break_it(copy)
    assert main(["check", str(copy)]) == 2
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(copy)
    assert {fault.code for fault in caught.value.faults} == {
        "plan-unknown-key",
        "column-missing",
        "date-wrong",
        "number-wrong",
        "answer-outside-scale",
        "file-not-table",
        "file-empty",
    }
    printed = capsys.readouterr().err
    assert "Menade du ”Stämmer helt”" in printed
    assert "Traceback" not in printed


def test_a_fault_says_where_what_and_what_to_do(copy, capsys):
    break_number(copy)
    assert main(["goals", str(copy), "--language", "sv"]) == 2
    printed = capsys.readouterr().err
    for part in ("deltagare.csv", "rad 6", "timmar", "tolv"):
        assert part in printed


def test_an_earlier_report_is_left_whole_when_the_input_breaks(copy):
    out = copy.parent / "ut"
    em.evaluate(copy).report(out)
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    break_date(copy)
    assert main(["report", str(copy), "-o", str(out)]) == 2
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


def test_identity_numbers_are_masked_in_the_fault(copy, capsys):
    add_identity_number(copy)
    assert main(["check", str(copy)]) == 2
    assert "9805" not in capsys.readouterr().err


def test_an_empty_cell_that_hides_whom_a_goal_concerns_is_told(copy):
    edit(copy / "deltagare.csv", ";ja;", ";;", "cp1252")
    notes = {note.code for note in em.evaluate(copy)["delmal-1"].finding.outcome.notes}
    assert "among-unknown" in notes


def test_answers_of_other_days_than_the_waves_are_told_and_counted_all_the_same(copy):
    edit(copy / "plan.toml", "to = 2012-01-19", "to = 2011-12-31", "utf-8")
    findings = em.evaluate(copy).findings
    notes = {note.code: note.values for source in findings.sources for note in source.notes}
    assert notes["answers-outside-wave"]["file"] == "enkat_fore.csv"
    assert notes["answers-outside-wave"]["n"] > 0


def test_a_register_with_fewer_people_than_answers_is_remarked_on_by_check(copy, capsys):
    path = copy / "deltagare.csv"
    path.write_bytes(b"\r\n".join(path.read_bytes().splitlines()[:60]))
    assert main(["check", str(copy)]) == 0
    assert "Registret verkar inte vara fullständigt" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["register", "cases", "log"])
def test_several_files_where_a_kind_has_one_are_a_fault_of_the_plan_and_nothing_more(kind, tmp_path, capsys):
    tables = {
        "register": 'kind = "register"\nkey = "id"',
        "cases": 'kind = "cases"\nopened = "dag"\nclosed = "dag"\nmeasured = 2025-06-30',
        "log": 'kind = "log"\nuser = "id"\nat = "dag"',
    }
    plan = f"""
[project]
name = "Prov"
[waves]
fore = {{ label = "Före", from = 2025-01-01, to = 2025-01-31 }}
[sources.folk]
kind = "register"
file = "b.csv"
key = "id"
[sources.a]
{tables[kind]}
files = {{ fore = "a.csv" }}
[[goals]]
id = "a"
title = "Alla"
measure = {{ kind = "share", source = "folk", where = {{ dag = "ja" }} }}
target = {{ at_least = 0.5 }}
"""
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    (tmp_path / "a.csv").write_text("id;dag\n1;2025-01-02\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id;dag\n1;ja\n2;nej\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "Ett fel hittades" in told
    assert "sources.a.files" in told
