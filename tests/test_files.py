"""Files that are written whole: interrupted at every line, killed at every line, and where nothing can be written."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from effektmatt import files
from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.files import ASIDE, mend, not_written, why, write_whole
from effektmatt.wording import words
from effektmatt.wording.faults import fault_text
from made_projects import made_project

OLD = {"a.txt": b"old", "charts/gone.svg": b"old", "mine.txt": b"mine"}
MADE = {"a.txt": b"new", "b.txt": b"new", "charts/c.svg": b"new", "more/d.svg": b"new"}
NEW = {**MADE, "mine.txt": b"mine"}
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed at a line")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def old_folder(folder: Path) -> Path:
    write_whole(folder, OLD)
    return folder


def stopped_at(step, stop):
    """Return a tracer that stops at so many lines of `files.py` (and of what it has called there)."""
    seen = 0

    def trace(frame, event, argument):
        nonlocal seen
        if frame.f_code.co_filename != files.__file__:
            return None
        if event == "line":
            seen += 1
            if seen == step:
                sys.settrace(None)
                stop()
        return trace

    return trace


def write(folder, step, stop):
    sys.settrace(stopped_at(step, stop))
    try:
        write_whole(folder, MADE, without=["charts/gone.svg"])
    finally:
        sys.settrace(None)


def interrupt():
    raise KeyboardInterrupt


def is_interrupted(folder, step):
    try:
        write(folder, step, interrupt)
    except KeyboardInterrupt:
        return True
    return False


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a lock that nobody had time to close
def test_an_interrupt_at_any_line_leaves_the_old_or_the_new(tmp_path):
    outcomes = []
    for step in range(1, 1000):
        folder = old_folder(tmp_path / str(step))
        if not is_interrupted(folder, step):
            break
        mend(folder)  # an interrupt while clearing away leaves the folder aside, and nothing else
        outcomes.append(contents(folder))
        assert outcomes[-1] in (OLD, NEW), step
    assert len(outcomes) > 100
    assert outcomes[0] == OLD
    assert outcomes[-1] == NEW


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_before_anything_is_cleared_away_needs_no_mending(tmp_path):
    left = 0
    for step in range(1, 1000):
        folder = old_folder(tmp_path / str(step))
        if not is_interrupted(folder, step):
            break
        after = {name: held for name, held in contents(folder).items() if not name.startswith(ASIDE)}
        assert after in (OLD, NEW), step
        left += (folder / ASIDE).exists()
    assert left < step / 8


@needs_fork
def test_a_kill_at_any_line_is_mended_by_whoever_writes_or_reads_next(tmp_path):
    outcomes = []
    for step in range(1, 1000):
        folder = old_folder(tmp_path / str(step))
        child = os.fork()
        if not child:
            write(folder, step, lambda: os.kill(os.getpid(), signal.SIGKILL))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not status:
            break
        mend(folder)
        outcomes.append(contents(folder))
        assert outcomes[-1] in (OLD, NEW), step
    assert len(outcomes) > 100
    assert outcomes[0] == OLD
    assert outcomes[-1] == NEW


@needs_fork
@pytest.mark.parametrize("name", ["a.txt", "charts/c.svg"])
def test_whoever_writes_next_needs_nobody_to_mend(tmp_path, name):
    folder = old_folder(tmp_path / "ut")
    child = os.fork()
    if not child:
        replace = Path.replace

        def killed(path, target):
            if target == folder / name:
                os.kill(os.getpid(), signal.SIGKILL)
            return replace(path, target)

        Path.replace = killed
        write_whole(folder, MADE)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    write_whole(folder, {"e.txt": b"new"})
    assert contents(folder) == {**OLD, "e.txt": b"new"}


def test_a_folder_that_was_made_in_vain_is_taken_away(tmp_path, monkeypatch):
    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "ett" / "ut", MADE)
    assert list(tmp_path.iterdir()) == []


def test_without_links_old_files_are_copied(tmp_path, monkeypatch):
    def refuse(*arguments):
        raise PermissionError

    folder, replace = old_folder(tmp_path / "ut"), Path.replace
    monkeypatch.setattr(os, "link", refuse)

    def stuck(path, target):
        if target.name == "d.svg":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stuck)
    with pytest.raises(PermissionError):
        write_whole(folder, MADE)
    assert contents(folder) == OLD
    monkeypatch.undo()
    write_whole(folder, MADE, without=["charts/gone.svg"])
    assert contents(folder) == NEW


def test_nothing_is_written_over_when_that_is_asked(tmp_path):
    folder = old_folder(tmp_path / "ut")
    with pytest.raises(FileExistsError):
        write_whole(folder, MADE, over=False)
    assert contents(folder) == OLD


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_private_file_is_for_its_owner(tmp_path):
    write_whole(tmp_path, {"key": b"1"}, private=True)
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0


def test_two_at_a_time_wait_for_each_other(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_PATIENCE", 0.2)
    with files._alone(tmp_path), pytest.raises(BlockingIOError) as caught:
        write_whole(tmp_path, MADE)
    assert why(caught.value) == "busy"
    assert contents(tmp_path) == {}
    write_whole(tmp_path, MADE)
    assert contents(tmp_path) == MADE


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "disken är full. Gör plats"),
        (errno.EROFS, "skrivskyddad. Välj en annan mapp"),
        (errno.EACCES, "saknar rätt"),
        (errno.ENAMETOOLONG, "för långt"),
        (errno.EAGAIN, "annan körning"),
        (errno.EIO, "in/ut-fel"),
    ],
)
def test_each_hindrance_has_its_sentence(number, sentence):
    with pytest.raises(InputFaults) as caught:
        raise not_written("report-not-written", Path("ut"), OSError(number, "in/ut-fel", "ut/report.pdf"))
    (fault,) = caught.value.faults
    assert sentence in fault_text(fault, words("sv"))
    assert "report.pdf" in fault_text(fault, words("sv"))


@pytest.mark.parametrize(
    ("number", "moved", "reason"),
    [(32, False, "open"), (33, False, "open"), (5, True, "open"), (5, False, "not-allowed")],
)
def test_a_file_that_another_program_holds_in_windows(number, moved, reason):
    error = PermissionError(13, "held", "aside/report.pdf", None, "report.pdf" if moved else None)
    error.winerror = number
    assert why(error) == reason


def test_a_file_that_is_held_stops_the_writing_and_leaves_nothing_behind(tmp_path, monkeypatch):
    """As in Windows, where nothing is moved over a file that another program has open, not even the file itself."""
    folder, replace = old_folder(tmp_path / "ut"), Path.replace

    def held(path, target):
        if target.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path), None, str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError):
        write_whole(folder, {"b.txt": b"new", **MADE}, without=["charts/gone.svg"])
    assert contents(folder) == OLD
    assert not (folder / ASIDE).exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from effektmatt.cli import main

replace = Path.replace

def killed(path, target):
    if target.name == "results.json":
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(path, target)

Path.replace = killed
main(["report", sys.argv[1]])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_report_that_is_killed_while_it_is_moved_is_whole_after_the_next_command(tmp_path):
    made_project(tmp_path, 3)
    report = [sys.executable, "-m", "effektmatt", "report", str(tmp_path)]
    subprocess.run(report, check=True, capture_output=True)
    before = contents(tmp_path / "report")
    shutil.copy(tmp_path / "plan.toml", tmp_path / "old.toml")
    text = (tmp_path / "plan.toml").read_text(encoding="utf-8")
    (tmp_path / "plan.toml").write_text(text.replace('name = "Prov"', 'name = "Annat"'), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "report" / ASIDE).exists()
    shutil.move(tmp_path / "old.toml", tmp_path / "plan.toml")
    audit = [sys.executable, "-m", "effektmatt", "audit", str(tmp_path / "report")]
    assert subprocess.run(audit, check=False, capture_output=True).returncode == 0
    after = contents(tmp_path / "report")
    after.pop("frislappslista.md")
    assert after == before


@pytest.mark.parametrize("name", ["../ute.txt", "a/../../ute.txt", "/tmp/ute.txt"])
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    with pytest.raises(ValueError, match="within its folder"):
        write_whole(tmp_path / "ut", {name: b"x"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../../../kort", "a/b", "a\\\\b", "vad?"])
def test_a_version_of_a_report_is_called_what_a_file_can_be(tmp_path, name):
    made_project(tmp_path, 1)
    with (tmp_path / "plan.toml").open("a", encoding="utf-8") as plan:
        plan.write(f'[report.versions."{name}"]\ntitle = "Kort"\n')
    with pytest.raises(InputFaults) as caught:
        evaluate(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["plan-version-name"]
