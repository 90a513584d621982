from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from effektmatt.report.earlier import left_over
from effektmatt.report.write import write_report
from findings_example import findings_example


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"charts", "results.json"}


def test_formats_and_versions_that_nobody_asks_for_any_more_are_taken_away(tmp_path: Path) -> None:
    findings = findings_example()
    short = replace(findings.documents["report"], title="Till ledningen", without=frozenset({"details"}))
    documents = {**findings.documents, "report-ledning": short}
    write_report(replace(findings, documents=documents), tmp_path, formats=["html", "xlsx", "json"])
    (tmp_path / "protokoll.xlsx").write_text("mitt")
    assert names(tmp_path) == {
        "report.html", "report.xlsx", "report-ledning.html", "report-ledning.xlsx", "protokoll.xlsx"
    }  # fmt: skip
    written = write_report(findings, tmp_path, formats=["html", "json"])
    assert names(tmp_path) == {"report.html", "protokoll.xlsx"}
    assert {path.name for path in written.removed} == {"report.xlsx", "report-ledning.html", "report-ledning.xlsx"}
    assert not written.changed


def test_what_somebody_has_changed_stays_and_is_told(tmp_path: Path) -> None:
    write_report(findings_example(), tmp_path, formats=["html", "xlsx", "json"])
    with (tmp_path / "report.xlsx").open("ab") as workbook:
        workbook.write(b"mer")
    written = write_report(findings_example(), tmp_path, formats=["html", "json"])
    assert names(tmp_path) == {"report.html", "report.xlsx"}
    assert [path.name for path in written.changed] == ["report.xlsx"]
    assert not written.removed


def test_a_part_of_a_report_takes_nothing_of_it_away(tmp_path: Path) -> None:
    write_report(findings_example(), tmp_path, formats=["xlsx", "json"])
    written = write_report(findings_example(), tmp_path, formats=["html"])
    assert names(tmp_path) == {"report.html", "report.xlsx"}
    assert not written.removed


@pytest.mark.parametrize(
    "name", ["../utanför.html", "/tmp/utanför.html", "..\\utanför.html", "C:x.html", "a/b.html", "plan.toml", ".."]
)
def test_names_that_lead_elsewhere_are_no_files_of_a_report(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "rapport"
    (folder / "a").mkdir(parents=True)
    for path in (tmp_path / "utanför.html", folder / "a" / "b.html", folder / "plan.toml"):
        path.write_text("x")
    told = {"told": {"files": {name: {"sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}}}}
    (folder / "results.json").write_text(json.dumps(told))
    assert left_over(folder, ["results.json"], "results.json").removed == ()
    known = {"told": {"files": {"b.html": {"sha256": told["told"]["files"][name]["sha256"]}}}}
    (folder / "b.html").write_text("x")
    (folder / "results.json").write_text(json.dumps(known))
    assert left_over(folder, ["results.json"], "results.json").removed == ("b.html",)


@pytest.mark.parametrize("content", ["", "[]", '{"told": []}', '{"told": {"files": {"a.html": 3}}}', "\x00"])
def test_results_that_cannot_be_read_tell_of_no_files(content: str, tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text(content)
    (tmp_path / "a.html").write_text("x")
    assert left_over(tmp_path, ["results.json"], "results.json").removed == ()
