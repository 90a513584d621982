"""A finished report is held to what it was: every change by hand is found and named, and what is hers passes."""

from __future__ import annotations

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import effektmatt as em
from changed_reports import harmless, trial
from effektmatt.cli import main
from effektmatt.evaluation.keyed_sums import KEY_FILE
from effektmatt.evaluation.verify import Verification
from effektmatt.report.reading.archives import tree_of, unpacked
from made_projects import made_project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with small groups, and its report in all formats."""
    folder = tmp_path_factory.mktemp("projekt")
    made_project(folder, seed=3)
    em.evaluate(folder).report(folder / "report")
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "projekt"))


def whats(found: Verification) -> set[str]:
    return {one.what for one in found.deviations}


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_report_as_it_was_written_is_clean(project: Path, capsys: pytest.CaptureFixture[str]):
    found = em.verify(project / "report")
    assert found.is_clean
    assert found.unknown == ()
    assert {one.state for one in found.files} == {"untouched"}
    assert main(["verify", str(project / "report")]) == 0
    assert "Rapporten stämmer" in capsys.readouterr().out


def test_single_changes_are_found_and_harmless_ones_pass(made: Path):
    tried, wrong = trial(made / "report", seed=1, changes=40, alarms=9)
    assert wrong == []
    assert tried.total() >= 45
    assert any(what.endswith("hidden") for what in tried)


def test_a_change_is_named_with_its_goal_and_where_it_stands(project: Path, capsys: pytest.CaptureFixture[str]):
    page = project / "report" / "report.html"
    rewrite(
        page,
        '<p class="sure"><strong>Så säkert är det:</strong> ',
        '<p class="sure"><strong>Så säkert är det:</strong> inte ',
    )
    assert main(["verify", str(project / "report")]) == 3
    told = capsys.readouterr().out
    assert "report.html, ”" in told
    assert "här står ”" in told
    assert "inte" in told
    assert main(["verify", str(project / "report"), "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["deviations"][0]["what"] == "changed"


def test_a_deleted_reservation_is_missing(project: Path):
    page = project / "report" / "report.html"
    text = page.read_text(encoding="utf-8")
    start = text.index('<section aria-labelledby="limits">')
    first, last = text.index("<li>", start), text.index("</li>", start) + len("</li>")
    page.write_text(text[:first] + text[last:], encoding="utf-8")
    assert whats(em.verify(project / "report")) == {"missing"}


def test_a_stale_chart_is_found(project: Path):
    charts = sorted((project / "report" / "charts").glob("*.svg"))
    charts[0].write_bytes(charts[1].read_bytes())
    assert f"charts/{charts[0].name}" in {one.file for one in em.verify(project / "report").deviations}


def test_plan_and_data_that_have_changed_since_are_found(project: Path):
    for name in ("plan.toml", "folk.csv"):
        (project / name).write_bytes((project / name).read_bytes() + b"\n")
    assert whats(em.verify(project / "report")) == {"plan", "data"}
    (project / "folk.csv").unlink()
    assert "data-gone" in whats(em.verify(project / "report"))


def test_results_that_were_edited_are_found(project: Path):
    path = project / "report" / "results.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(told), encoding="utf-8")  # set out otherwise, it says the same
    assert em.verify(project / "report").is_clean
    told["goals"][0]["fulfilment"]["estimate"]["value"] += 0.1
    path.write_text(json.dumps(told), encoding="utf-8")
    assert whats(em.verify(project / "report")) == {"results-sealed", "results-leaf"}


def test_a_lost_key_and_another_key_are_said(project: Path):
    (project / KEY_FILE).write_text("0" * 64 + "\n", encoding="ascii")
    assert em.verify(project / "report").unknown == ("other-key",)
    (project / KEY_FILE).unlink()
    assert em.verify(project / "report").unknown == ("no-key",)
    assert not (project / KEY_FILE).exists()  # to verify draws no new one


def test_a_report_elsewhere_is_verified_with_its_project_named(project: Path, tmp_path: Path):
    moved = Path(shutil.copytree(project / "report", tmp_path / "annanstans"))
    assert em.verify(moved).unknown == ("no-project",)
    assert em.verify(moved, project).unknown == ()
    with pytest.raises(em.InputFaults) as faults:
        em.verify(moved, tmp_path)
    assert [one.code for one in faults.value.faults] == ["verify-no-project"]


def test_a_finished_file_with_a_name_of_its_own_is_compared(project: Path):
    from random import Random

    content = harmless(project / "report", "report.docx", Random(1))
    assert content is not None
    (project / "report" / "slutlig.docx").write_bytes(content)
    (project / "report" / "protokoll.html").write_text("<p>Vi möttes.</p>", encoding="utf-8")
    states = {one.file: one.state for one in em.verify(project / "report").files}
    assert (states["slutlig.docx"], states["protokoll.html"]) == ("agrees", "other")


def test_what_cannot_be_read_is_a_fault(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "report" / "report.docx").write_bytes(b"PK\x03\x04 no archive")
    (project / "report" / "report.pdf").write_bytes(b"%PDF-1.7 no more")
    assert main(["verify", str(project / "report")]) == 2
    told = capsys.readouterr().err
    assert "report.docx" in told
    assert "report.pdf" in told
    (project / "report" / "results.json").write_text("{}", encoding="utf-8")
    assert main(["verify", str(project / "report")]) == 2


def test_an_archive_that_grows_without_end_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place in range(11):
            archive.writestr(f"{place}.xml", b"\0" * 10_000_000)
    with pytest.raises(em.InputFaults) as faults:
        unpacked(out.getvalue(), "stor.docx")
    assert [one.code for one in faults.value.faults] == ["verify-too-large"]


def test_entities_are_refused():
    with pytest.raises(em.InputFaults) as faults:
        tree_of(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "fil.docx")
    assert [one.code for one in faults.value.faults] == ["verify-unreadable"]
