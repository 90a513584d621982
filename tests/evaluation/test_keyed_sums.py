"""Checksums that nobody can guess contents by, and that the project can still show its files by."""

import hashlib
import hmac
import json
import shutil

import pytest

from effektmatt.evaluation import evaluate, keyed_sums
from effektmatt.report.write import write_report
from made_projects import made_project


@pytest.fixture
def folder(tmp_path):
    made_project(tmp_path, 5)
    return tmp_path


def sums(folder):
    return {file.file: file.keyed_sum for file in evaluate(folder).findings.manifest.files}


def test_sums_are_those_of_the_projects_own_key_and_stay_the_same(folder):
    first = sums(folder)
    key = bytes.fromhex((folder / ".effektmatt-key").read_text(encoding="ascii").strip())
    plain = hashlib.sha256((folder / "folk.csv").read_bytes()).digest()
    assert len(key) == 32
    assert first["folk.csv"] == hmac.new(key, plain, "sha256").hexdigest()
    assert sums(folder) == first
    (folder / "folk.csv").write_bytes((folder / "folk.csv").read_bytes() + b"kommun 1;avd 1;k;ja\n")
    assert sums(folder)["folk.csv"] != first["folk.csv"]
    assert sums(folder)["plan.toml"] == first["plan.toml"]


def test_another_project_with_the_same_files_has_other_sums(folder, tmp_path_factory):
    first, other = sums(folder), tmp_path_factory.mktemp("annat")
    for name in ("plan.toml", "folk.csv"):
        shutil.copy(folder / name, other / name)
    assert not set(sums(other).values()) & set(first.values())


def test_neither_key_nor_plain_sum_is_in_the_report(folder):
    write_report(evaluate(folder).findings, folder / "report", formats=("html", "json"))
    key = (folder / ".effektmatt-key").read_text(encoding="ascii").strip()
    plain = hashlib.sha256((folder / "folk.csv").read_bytes()).hexdigest()
    for name in ("report.html", "results.json"):
        text = (folder / "report" / name).read_text(encoding="utf-8")
        assert key not in text
        assert plain not in text
    told = json.loads((folder / "report" / "results.json").read_text(encoding="utf-8"))
    assert told["manifest"]["files"][1]["keyed_sum"] in (folder / "report" / "report.html").read_text(encoding="utf-8")


def test_where_no_key_can_be_written_there_are_no_sums_and_the_report_says_so(folder, monkeypatch):
    def refuse(_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(keyed_sums, "_draw", refuse)
    findings = evaluate(folder).findings
    assert [file.keyed_sum for file in findings.manifest.files] == [None, None]
    assert not (folder / ".effektmatt-key").exists()
    write_report(findings, folder / "report", formats=("html",))
    text = (folder / "report" / "report.html").read_text(encoding="utf-8")
    assert "har ingen egen nyckel" in text


def test_half_a_key_is_not_left_behind(tmp_path, monkeypatch):
    def interrupted(_: int) -> str:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(keyed_sums.secrets, "token_hex", interrupted)
        assert keyed_sums.project_key(tmp_path) is None
    assert not (tmp_path / ".effektmatt-key").exists()
    assert keyed_sums.project_key(tmp_path) is not None
