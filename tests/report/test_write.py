from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from effektmatt.charts.canvas import Canvas
from effektmatt.errors import InputFaults
from effektmatt.report import write
from effektmatt.report.results import FORMAT
from effektmatt.report.write import write_report
from effektmatt.wording import words
from findings_example import findings_example


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Path], list[str]]:
    steps: list[str] = []
    folder = tmp_path_factory.mktemp("a") / "rapport"
    return write_report(findings_example(), folder, progress=lambda step, *_: steps.append(step)), list(
        dict.fromkeys(steps)
    )


@pytest.fixture
def old(run: tuple[dict[str, Path], list[str]], tmp_path: Path) -> Path:
    """A report from before, of one's own to destroy."""
    return Path(shutil.copytree(run[0]["html"].parent, tmp_path / "rapport"))


def test_it_writes_page_pdf_results_and_charts(run: tuple[dict[str, Path], list[str]]) -> None:
    written, steps = run
    assert {name: path.name for name, path in written.items()} == {
        "html": "report.html",
        "pdf": "report.pdf",
        "docx": "report.docx",
        "xlsx": "report.xlsx",
        "json": "results.json",
        "tables": "tables.pdf",
        "charts": "charts",
    }
    assert all(path.exists() for path in written.values())
    assert written["pdf"].read_bytes().startswith(b"%PDF-1.7")
    assert json.loads(written["json"].read_text(encoding="utf-8"))["format"] == FORMAT
    charts = sorted(path.name for path in written["charts"].iterdir())
    assert "flow-1.svg" in charts
    assert all(name.endswith(".svg") for name in charts)
    assert steps == [
        words("sv").say(f"progress-{step}") for step in ("charts", "html", "pdf", "docx", "xlsx", "json", "files")
    ]


def test_another_run_gives_the_same_bytes(run: tuple[dict[str, Path], list[str]], tmp_path: Path) -> None:
    write_report(findings_example(), tmp_path)
    assert contents(tmp_path) == contents(run[0]["html"].parent)


def test_only_the_formats_asked_for(tmp_path: Path) -> None:
    written = write_report(findings_example(), tmp_path, formats=["json"])
    assert list(contents(tmp_path)) == ["results.json"]
    assert list(written) == ["json"]


def test_without_being_asked_it_writes_what_the_plan_chose(tmp_path: Path) -> None:
    written = write_report(replace(findings_example(), formats=("xlsx",)), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"report.xlsx", "results.json", "charts"}
    assert list(written) == ["xlsx", "json", "charts"]


@pytest.mark.parametrize(("formats", "leads"), [(["docx"], False), (["pdf"], True), (["html", "pdf"], True)])
def test_no_report_leads_to_files_that_nobody_asked_for(tmp_path: Path, formats: list[str], leads: bool) -> None:
    write_report(findings_example(), tmp_path, formats=[*formats, "json"])
    told = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    printed = json.dumps(told, ensure_ascii=False)
    assert (tmp_path / "tables.pdf").exists() is leads
    assert ("tables.pdf" in printed) is leads
    assert ("I html-rapporten" in printed) is ("html" in formats)


def test_a_chart_that_stands_in_several_versions_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    findings, drawn = findings_example(), list[str | None]()
    whole = findings.documents["report"]
    short = replace(whole, title="Till ledningen", without=frozenset({"details"}))
    draws = Canvas.figure
    monkeypatch.setattr(Canvas, "figure", lambda self, title=None: (drawn.append(title), draws(self, title))[1])
    versions = replace(findings, documents={**findings.documents, "report-ledning": short})
    write_report(versions, tmp_path, formats=["html", "pdf", "docx"])
    charts = len(list((tmp_path / "charts").iterdir()))
    assert len(drawn) == 2 * charts  # with its title for a file of its own, and without for every page
    assert (tmp_path / "report-ledning.html").read_text(encoding="utf-8").count("<svg") > 3


def test_a_template_that_cannot_be_used_is_told_before_anything_is_made(old: Path, tmp_path: Path) -> None:
    before = contents(old)
    (tmp_path / "mall.docx").write_text("Hej")
    with pytest.raises(InputFaults) as caught:
        write_report(findings_example(), old, docx_template=tmp_path / "mall.docx")
    assert [fault.code for fault in caught.value.faults] == ["docx-template"]
    assert contents(old) == before


def test_charts_as_png_for_slides(tmp_path: Path) -> None:
    write_report(findings_example(), tmp_path, formats=["html"], charts_png=True)
    picture = (tmp_path / "charts" / "flow-1.png").read_bytes()
    assert picture.startswith(b"\x89PNG")


def test_an_unknown_format_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="did you mean html"):
        write_report(findings_example(), tmp_path / "x", formats=["htm"])
    assert not (tmp_path / "x").exists()


def test_other_files_are_left_alone_and_old_charts_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "charts").mkdir()
    older = '<svg><title id="from-an-older-plan-title"/><desc id="from-an-older-plan-desc"/></svg>'
    (tmp_path / "charts" / "from-an-older-plan.svg").write_text(older)
    (tmp_path / "charts" / "from-an-older-plan.png").write_bytes(b"")
    (tmp_path / "charts" / "my-own.svg").write_text("<svg/>")
    (tmp_path / "charts" / "my-own.png").write_bytes(b"")
    (tmp_path / "charts" / "note.txt").write_text("min")
    (tmp_path / "protokoll.docx").write_text("mitt")
    (tmp_path / "report.html").write_text("gammal")
    write_report(findings_example(), tmp_path, formats=["html"])
    assert (tmp_path / "protokoll.docx").read_text() == "mitt"
    assert (tmp_path / "charts" / "note.txt").read_text() == "min"
    assert not list((tmp_path / "charts").glob("from-an-older-plan.*"))
    assert len(list((tmp_path / "charts").glob("my-own.*"))) == 2
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".report-")]


def test_a_folder_in_the_way_is_a_fault_and_stays(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    (tmp_path / "report.html" / "mitt.txt").write_text("mitt")
    with pytest.raises(InputFaults) as caught:
        write_report(findings_example(), tmp_path, formats=["html"])
    assert [fault.code for fault in caught.value.faults] == ["report-not-written"]
    assert (tmp_path / "report.html" / "mitt.txt").read_text() == "mitt"


def test_a_word_file_that_somebody_has_worked_on_is_not_written_over(old: Path) -> None:
    write_report(findings_example(), old, formats=["docx"])  # its own it writes over
    file = Document(str(old / "report.docx"))
    file.add_paragraph("Nämndens egna ord.")
    file.save(str(old / "report.docx"))
    before = contents(old)
    with pytest.raises(InputFaults) as caught:
        write_report(findings_example(), old)
    assert [(fault.code, fault.file) for fault in caught.value.faults] == [("report-edited", "report.docx")]
    assert contents(old) == before
    write_report(findings_example(), old, formats=["html"])


def test_a_failure_while_making_leaves_the_old_report(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(old)

    def broken(document: object) -> bytes:
        raise RuntimeError("Typst says no")

    monkeypatch.setattr("effektmatt.report.pdf.pdf", broken)
    with pytest.raises(RuntimeError, match="Typst says no"):
        write_report(findings_example("en"), old)
    assert contents(old) == before


@pytest.mark.parametrize("stuck", ["report.pdf", "charts/flow-1.svg"])
def test_a_file_that_cannot_be_replaced_leaves_the_old_report(
    old: Path, monkeypatch: pytest.MonkeyPatch, stuck: str
) -> None:
    """As when the old PDF is open in a program that locks it."""
    before = contents(old)
    replace = Path.replace

    def locked(source: Path, target: Path) -> Any:
        if target == old / stuck and "new" in source.parts:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(source, target)

    monkeypatch.setattr(write, "_made", lambda *_: dict.fromkeys(before, b"new"))
    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(InputFaults) as caught:
        write_report(findings_example(), old)
    (fault,) = caught.value.faults
    assert fault.code == "report-not-written"
    assert fault.file == Path(stuck).name
    assert contents(old) == before


def test_a_folder_that_is_a_file_is_a_fault_of_the_input(tmp_path: Path) -> None:
    (tmp_path / "rapport").write_text("en fil")
    with pytest.raises(InputFaults) as caught:
        write_report(findings_example(), tmp_path / "rapport", formats=["json"])
    assert caught.value.faults[0].code == "report-not-written"
    assert (tmp_path / "rapport").read_text() == "en fil"
