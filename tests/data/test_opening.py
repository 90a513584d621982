"""Only plain files are read, of a size that can be held, in the project's folder unless the plan says otherwise."""

import os
import socket

import pytest

from effektmatt.data import opening
from effektmatt.data.opening import content_of
from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from made_projects import made_project

posix = pytest.mark.skipif(os.name == "nt", reason="has no such files")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "projekt"
    folder.mkdir()
    (folder / "inne.csv").write_text("a;b\n1;2\n")
    (tmp_path / "ute.csv").write_text("a;b\n1;2\n")
    return folder


def code(path, within=None):
    with pytest.raises(InputFaults) as caught:
        content_of(path, shown_as=path.name, within=within)
    (fault,) = caught.value.faults
    return fault.code


def test_a_file_in_the_folder_is_read_however_it_is_named(folder):
    for name in ("inne.csv", "./inne.csv", "../projekt/inne.csv", str(folder / "inne.csv")):
        assert content_of(folder / name, shown_as="inne.csv", within=folder) == b"a;b\n1;2\n"


def test_a_file_outside_is_read_only_where_that_is_allowed(folder):
    for name in ("../ute.csv", str(folder.parent / "ute.csv")):
        assert code(folder / name, within=folder) == "file-outside"
        assert content_of(folder / name, shown_as="ute.csv") == b"a;b\n1;2\n"


def test_outside_is_told_before_it_is_told_what_is_there(folder):
    assert code(folder / "../finns-inte.csv", within=folder) == "file-outside"


@posix
def test_links_are_judged_by_where_they_lead(folder):
    (folder / "ut.csv").symlink_to(folder.parent / "ute.csv")
    (folder / "in.csv").symlink_to(folder / "inne.csv")
    (folder / "mapp").symlink_to(folder.parent)
    linked = folder.parent / "genvag"
    linked.symlink_to(folder)
    assert code(folder / "ut.csv", within=folder) == "file-outside"
    assert code(folder / "mapp" / "ute.csv", within=folder) == "file-outside"
    assert content_of(folder / "in.csv", shown_as="in.csv", within=folder)
    assert content_of(linked / "inne.csv", shown_as="inne.csv", within=linked)


@posix
def test_links_in_a_ring_are_a_fault(folder):
    (folder / "a.csv").symlink_to(folder / "b.csv")
    (folder / "b.csv").symlink_to(folder / "a.csv")
    assert code(folder / "a.csv", within=folder) == "file-unreadable"
    assert code(folder / "a.csv") == "file-unreadable"


@posix
def test_what_never_ends_is_not_read(folder):
    os.mkfifo(folder / "ror.csv")
    held = socket.socket(socket.AF_UNIX)
    held.bind(str(folder / "s"))
    (folder / "noll.csv").symlink_to("/dev/zero")
    for name in ("ror.csv", "s", "noll.csv"):
        assert code(folder / name) == "file-no-file"
    held.close()


@pytest.mark.parametrize("name", ["nej\0då.csv", "inne.csv/under.csv", "inte.csv"])
def test_names_that_nothing_can_have_are_missing_files(folder, name):
    assert code(folder / name) == "file-missing"


def test_a_folder_is_no_file(folder):
    assert code(folder) == "file-is-folder"


def test_a_file_too_large_is_a_fault_before_it_is_read(folder):
    with (folder / "stor.csv").open("wb") as file:
        file.truncate(opening.LARGEST + 1)  # takes no place on the disk
    with pytest.raises(InputFaults) as caught:
        content_of(folder / "stor.csv", shown_as="stor.csv")
    (fault,) = caught.value.faults
    assert (fault.code, fault.details) == ("file-too-large", {"size": 100, "most": 100})


def codes(project):
    with pytest.raises(InputFaults) as caught:
        evaluate(project)
    return [fault.code for fault in caught.value.faults]


def test_a_plan_says_that_a_file_lies_outside(tmp_path):
    project = tmp_path / "projekt"
    project.mkdir()
    made_project(project, 1)
    (project / "folk.csv").rename(tmp_path / "folk.csv")
    plan = (project / "plan.toml").read_text(encoding="utf-8")
    outside = plan.replace('file = "folk.csv"', 'file = "../folk.csv"')
    (project / "plan.toml").write_text(outside, encoding="utf-8")
    assert codes(project) == ["file-outside"]
    (project / "plan.toml").write_text(outside.replace("file =", "outside = true\nfile ="), encoding="utf-8")
    assert len(evaluate(project).findings.goals) == 2


CASES = """
[project]
name = "Tider"
[waves]
fore = { label = "Före", from = 2024-01-01, to = 2024-12-31 }
efter = { label = "Efter", from = 2025-01-01, to = 2025-12-31 }
[sources.arenden]
kind = "cases"
file = "arenden.csv"
key = "nr"
opened = "in"
closed = "ut"
closed_in = { file = "../klara.csv", key = "nr" }
measured = { fore = 2024-12-31, efter = 2025-12-31 }
[[goals]]
id = "tid"
title = "Tid"
measure = { kind = "handling-time", source = "arenden", within_days = 90 }
"""


def test_the_other_file_of_a_source_lies_in_the_folder_too(tmp_path):
    project = tmp_path / "projekt"
    project.mkdir()
    (project / "plan.toml").write_text(CASES, encoding="utf-8")
    days = [f"{year}-0{month}-1{place}" for year in (2024, 2025) for month in (2, 3) for place in range(4)]
    rows = [f"{place};{day}" for place, day in enumerate(days)]
    (project / "arenden.csv").write_text("\n".join(["nr;in", *rows]), encoding="utf-8")
    later = [f"{place};{day[:6]}9{day[7:]}" for place, day in enumerate(days)]
    (tmp_path / "klara.csv").write_text("\n".join(["nr;ut", *later]), encoding="utf-8")
    assert codes(project) == ["file-outside"]
    allowed = CASES.replace("key = ", "outside = true\nkey = ", 1)
    (project / "plan.toml").write_text(allowed, encoding="utf-8")
    assert len(evaluate(project).findings.goals) == 1


@posix
def test_a_plan_that_is_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "plan.toml")
    assert codes(tmp_path) == ["file-no-file"]
