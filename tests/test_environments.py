"""The command says the same wherever it runs: without locale, home, cache or UTF-8 mode, in other time zones."""

import os
import subprocess
import sys

import pytest

from made_projects import made_project

NONE = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ENVIRONMENTS = {
    "no-locale": NONE,
    "no-locale-utf8": {**NONE, "PYTHONUTF8": "1"},
    "turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "east": {"TZ": "Pacific/Kiritimati"},
    "west": {"TZ": "Pacific/Pago_Pago"},
    "no-such-zone": {"TZ": "Nowhere/Land"},
    "no-home": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"},
    "no-cache": {"MPLCONFIGDIR": "/proc/nowhere"},
    "no-search-path": {"PATH": ""},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "other-hashes": {"PYTHONHASHSEED": "7"},
}
FIXED = {"SOURCE_DATE_EPOCH": "1795219200"}


def run(project, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "effektmatt", *arguments],
        check=False,
        capture_output=True,
        env={**os.environ, **FIXED, **environment},
        cwd=project,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("projekt på en ö")
    made_project(folder, 4)
    return folder


@pytest.fixture(scope="module")
def usual(project):
    done = run(project, "goals", ".")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(os.name == "nt", reason="environments of POSIX")
@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_goals_are_the_same_everywhere(project, usual, name):
    done = run(project, "goals", ".", **ENVIRONMENTS[name])
    assert done.returncode == 0, done.stderr
    assert done.stdout == usual


@pytest.mark.skipif(os.name == "nt", reason="environments of POSIX")
@pytest.mark.parametrize("name", ["no-locale", "no-home", "no-cache"])
def test_a_report_is_written_everywhere(project, name, tmp_path):
    done = run(project, "report", ".", "-o", str(tmp_path / "ut"), **ENVIRONMENTS[name])
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "ut" / "report.pdf").read_bytes().startswith(b"%PDF")
