"""The command at the ends of the world: interrupted from the first moment, no output, a full disk, an old console."""

import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from effektmatt import console
from effektmatt.errors import InputFaults
from made_projects import made_project

COMMAND = [sys.executable, "-m", "effektmatt"]
posix = pytest.mark.skipif(os.name == "nt", reason="has other signals, devices and shells")
NO_PLACE = "går inte att skriva: disken är full"


def run(*arguments, **options):
    return subprocess.run([*COMMAND, *arguments], check=False, **{"capture_output": True, "text": True, **options})


def in_shell(command):
    line = f"{sys.executable} -m effektmatt {command}"
    return subprocess.run(["sh", "-c", line], check=False, capture_output=True, text=True)


@pytest.fixture
def project(tmp_path):
    made_project(tmp_path, 3)
    return tmp_path


#: Stops for an interrupt while a module is being loaded, at a line that would make another error of it.
LOADING = """
import os, signal, sys, time
from effektmatt import __main__

class Finder:
    def find_spec(self, name, *rest):
        if name == sys.argv[1]:
            try:
                os.kill(os.getpid(), signal.SIGINT)
                time.sleep(1)
            except BaseException as error:
                raise RuntimeError("swallowed") from error

module = sys.argv[1]
sys.meta_path.insert(0, Finder())
sys.argv[1:] = [module, *sys.argv[2:]]
__main__.run()
"""


@posix
@pytest.mark.parametrize("module", ["argparse", "numpy", "fluent.runtime", "effektmatt.wording"])
@pytest.mark.parametrize(("language", "said"), [("sv", "Avbrutet.\n"), ("en", "Interrupted.\n")])
def test_an_interrupt_while_libraries_load(module, language, said):
    done = subprocess.run(
        [sys.executable, "-c", LOADING, module, "--language", language], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", said)


@posix
@pytest.mark.parametrize("after", [0.3, 1.0])
def test_an_interrupt_from_outside(project, after):
    running = subprocess.Popen([*COMMAND, "report", str(project)], stdout=-1, stderr=-1, text=True)
    time.sleep(after)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate()
    assert (running.returncode, out, err) == (130, "", "Avbrutet.\n")


#: An interrupt while the third of the report's files is moved.
MOVING = """
import os, signal, sys
from pathlib import Path
from effektmatt import __main__

replace, seen = Path.replace, []

def interrupted(path, target):
    seen.append(target)
    if len(seen) == 4:
        os.kill(os.getpid(), signal.SIGINT)
    return replace(path, target)

Path.replace = interrupted
__main__.run()
"""


@posix
def test_an_interrupt_while_files_are_moved_puts_the_old_ones_back(project):
    (project / "report").mkdir()
    (project / "report" / "report.html").write_text("den gamla", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", MOVING, "report", str(project)], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Avbrutet.\n")
    assert {path.name: path.read_text(encoding="utf-8") for path in (project / "report").iterdir()} == {
        "report.html": "den gamla"
    }


@posix
@pytest.mark.parametrize("command", ["goals {}", "--help", "--version", "new {}/nytt"])
def test_a_full_disk_is_told(project, command):
    done = in_shell(f"{command.format(project)} >/dev/full")
    assert done.returncode == 2
    assert NO_PLACE in done.stderr


@posix
@pytest.mark.parametrize("command", ["goals {}", "--help"])
def test_a_closed_output_is_told(project, command):
    done = in_shell(f"{command.format(project)} >&-")
    assert done.returncode == 2
    assert "ingen som tar emot" in done.stderr


@posix
@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-"])
def test_where_not_even_faults_can_be_told_the_code_does(tmp_path, closed):
    assert in_shell(f"goals {tmp_path} {closed}").returncode == 2


@posix
def test_nobody_is_asked_where_nobody_can_answer(tmp_path):
    done = in_shell(f"new {tmp_path}/nytt <&-")
    assert (done.returncode, done.stderr) == (0, "")


@posix
@pytest.mark.parametrize("command", ["goals .", "new ett", "audit .", "--language en goals ."])
def test_a_working_folder_that_is_gone(tmp_path, command):
    gone = tmp_path / "gone"
    gone.mkdir()
    line = f"cd {gone}; rmdir {gone}; {sys.executable} -m effektmatt {command}"
    done = subprocess.run(["sh", "-c", line], check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert ("no longer there" if "en" in command.split() else "finns inte längre") in done.stderr


@posix
@pytest.mark.parametrize("command", ["goals {}", "new {}", "audit {}", "check {}", "report . -o {}"])
def test_a_name_that_is_too_long(project, command):
    done = run(*command.format("x" * 300).split(), cwd=project)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@posix
def test_a_report_where_a_file_is(project):
    done = run("report", str(project), "-o", "/dev/null")
    assert done.returncode == 2
    assert "det finns en fil med samma namn" in done.stderr


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(project):
    project.chmod(0o500)
    done = run("report", str(project))
    project.chmod(0o700)
    assert done.returncode == 2
    assert "saknar rätt" in done.stderr


@pytest.mark.parametrize(("encoding", "kept"), [("cp1252", "”"), ("cp850", '"'), ("latin-1", '"')])
def test_an_old_console_is_spoken_to_in_its_own_letters(tmp_path, encoding, kept):
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = run("goals", str(tmp_path / "nix"), env=environment, text=False)
    assert "Kontrollera namnet" in done.stderr.decode(encoding)
    done = run("new", str(tmp_path / "x"), "--from", "nej då", env=environment, text=False)
    assert f"heter {kept}nej då{kept}" in done.stderr.decode(encoding)


@pytest.mark.parametrize(("command", "encoding"), [("describe", "cp850"), ("goals", "ascii")])
def test_json_is_json_on_every_console(tmp_path, encoding, command):
    """An older console has no sign for ”, and " in its place would end the text."""
    made_project(tmp_path, 3)
    plan, rows = (tmp_path / name for name in ("plan.toml", "folk.csv"))
    plan.write_text(
        plan.read_text(encoding="utf-8").replace('title = "Alla"', 'title = "Alla ”här” \N{MINUS SIGN} 😀"'), "utf-8"
    )
    rows.write_text(rows.read_text(encoding="utf-8").replace("kommun 0", "”kommun” 0 – 😀"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = run(command, str(tmp_path), "--json", env=environment, text=False)
    assert done.returncode == 0, done.stderr
    told = json.dumps(
        json.loads(done.stdout.decode("utf-8" if encoding in {"ascii", "utf-8"} else encoding)), ensure_ascii=False
    )
    assert ("”kommun” 0 – 😀" if command == "describe" else "Alla ”här” \N{MINUS SIGN} 😀") in told


@pytest.mark.parametrize(("encoding", "plain"), [("cp1252", True), ("utf-8", False)])
def test_json_is_written_plainly_where_signs_may_be_lost(monkeypatch, encoding, plain):
    written = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", written)
    console.tell_json('{"a": "”å😀"}')
    text = written.buffer.getvalue().decode(encoding)
    assert json.loads(text) == {"a": "”å😀"}
    assert text.isascii() is plain


def test_json_is_kept_in_memory_as_it_is(monkeypatch):
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stdout", kept)
    console.tell_json('{"a": "”å😀"}')
    assert kept.getvalue() == '{"a": "”å😀"}\n'


def test_signs_that_an_encoding_lacks_are_written_as_it_can():
    console.make_ready()
    assert "−5 ≥ 3 → é ☃".encode("ascii", "effektmatt-plain") == b"-5 >= 3 -> e ?"
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "effektmatt-plain")


def test_an_output_that_fails_is_a_fault(monkeypatch):
    class Full:
        def write(self, text):
            raise OSError(28, "No space left on device")

        def fileno(self):
            raise OSError

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(InputFaults) as caught:
        console.tell("hej")
    assert [fault.code for fault in caught.value.faults] == ["output-not-written"]


def test_what_went_wrong_is_no_output_where_errors_go_nowhere(monkeypatch, capsys):
    monkeypatch.setattr(console.sys, "stderr", None)
    console.complain("fel")
    assert capsys.readouterr().out == ""
