"""What the command writes for other programs, what it keeps to itself, and what it shows while it works."""

import csv
import io
import json
import math
import os
import pty
import shutil
import subprocess
import sys

import pytest

import effektmatt as em
from effektmatt.arguments import SHELLS, argument_parser
from effektmatt.cli import main

PLAN = """
[project]
name = "=Prov"

[sources.folk]
kind = "register"
file = "folk.csv"
key = "id"

[[goals]]
id = "klara"
title = "=SUMMA(A1)"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
target = { at_least = 0.75 }

[[goals]]
id = "delar"
title = "Delar"

[[goals.all_of]]
title = "Antal"
measure = { kind = "count", source = "folk", where = { klar = "ja" } }
target = { about = 10, within = 0.1 }

[[goals.all_of]]
title = "Andel"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    rows = [f"{place};{'ja' if place < 9 else 'nej'}" for place in range(12)]
    (tmp_path / "folk.csv").write_text("\n".join(["id;klar", *rows]), encoding="utf-8")
    return tmp_path


def test_goals_as_json_are_numbers_and_codes(project, capsys):
    assert main(["goals", str(project), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["project"], told["language"]) == ("=Prov", "sv")
    first, whole, count, share = told["goals"]
    assert (first["estimate"], first["target"], first["target_low"], first["target_high"]) == (
        0.75,
        "at-least",
        0.75,
        None,
    )
    assert (first["verdict"], first["probability"], first["unit"]) == ("met", 1.0, "share")
    assert (whole["id"], whole["estimate"], whole["verdict"]) == ("delar", None, "met")
    assert (count["id"], count["part"], count["target_low"], count["target_high"]) == ("delar/1", "Antal", 9, 11)
    assert (share["target"], share["verdict"], share["probability"]) == (None, "no-target", None)


def test_goals_as_csv_are_the_same_and_never_a_formula(project, capsys):
    assert main(["goals", str(project), "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    frame = em.evaluate(project).to_frame()
    assert list(rows[0]) == list(frame.columns)
    assert rows[0]["goal"] == "'=SUMMA(A1)"
    for name in ("estimate", "target_low", "probability"):
        assert [float(row[name]) if row[name] else None for row in rows] == [
            None if math.isnan(value) else value for value in frame[name].astype(float)
        ]


def test_only_one_form_can_be_asked_for(project, capsys):
    with pytest.raises(SystemExit) as end:
        main(["goals", str(project), "--json", "--csv"])
    assert end.value.code == 2
    assert "Välj antingen --json eller --csv, inte båda." in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["goals"], ["describe"], ["report"]])
def test_quiet_says_nothing_of_what_went_well(command, project, capsys):
    assert main([*command, str(project), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_quiet_says_what_was_asked_for_and_what_is_wrong(project, capsys):
    assert main(["-q", "goals", str(project), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["goals"]
    assert main(["goals", str(project / "inte"), "-q"]) == 2
    assert "finns inte" in capsys.readouterr().err
    assert main(["goals", str(project), "-q", "--require", "met"]) == 0


@pytest.mark.parametrize("is_opened", [True, False])
def test_open_shows_the_page_or_says_where_it_lies(is_opened, project, monkeypatch, capsys):
    shown = []
    monkeypatch.setattr("webbrowser.open", lambda address: shown.append(address) or is_opened)
    assert main(["report", str(project), "--open"]) == 0
    page = project / "report" / "report.html"
    assert shown == [page.resolve().as_uri()]
    assert (f"Öppna filen själv: {page}" in capsys.readouterr().err) is not is_opened


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_its_script(shell, capsys):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(word in script for word in ("describe", "require", "likely-met"))


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_commands_options_values_and_folders(project, tmp_path, capsys):
    main(["completion", "bash"])
    (tmp_path / "script.sh").write_text(capsys.readouterr().out)

    def completed(*words: str) -> list[str]:
        given = " ".join(f'"{word}"' for word in words)
        asked = f"COMP_WORDS=({given}); COMP_CWORD={len(words) - 1}; _shtab_effektmatt; echo ${{COMPREPLY[@]}}"
        source = f'source "{tmp_path}/script.sh"; {asked}'
        return subprocess.run(["bash", "-c", source], capture_output=True, text=True, check=True).stdout.split()

    assert completed("effektmatt", "re") == ["report"]
    assert {"--json", "--csv", "--quiet"} <= set(completed("effektmatt", "goals", "--"))
    assert completed("effektmatt", "goals", "x", "--require", "") == ["met", "likely-met"]
    (tmp_path / "mapp").mkdir()
    assert completed("effektmatt", "goals", f"{tmp_path}/") == [f"{tmp_path}/mapp"]


def test_a_short_form_of_language_is_a_language(project, capsys):
    with pytest.raises(SystemExit):
        main(["goals", str(project), "--lang", "en", "--json", "--csv"])
    assert "Choose either" in capsys.readouterr().err


def test_completion_costs_nothing_when_it_is_not_asked_for():
    code = (
        "import sys; from effektmatt import arguments; arguments.argument_parser('sv'); print('shtab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
    assert argument_parser("sv").prog == "effektmatt"


def test_progress_is_a_bar_on_a_terminal_and_nothing_in_a_pipe(project):
    command = [sys.executable, "-m", "effektmatt", "report", str(project)]
    piped = subprocess.run(command, capture_output=True, check=True)
    assert piped.stderr == b""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # how a terminal that is closed ends on Linux
            break
        seen += part
        if not part:
            break
    out, _ = running.communicate()
    assert running.returncode == 0
    told = seen.decode()
    assert "Ritar diagram" in told
    assert "━" in told
    assert told.rstrip().endswith(("\x1b[?25h", "\x1b[2K"))
    assert b"report.html" in out
    assert b"\x1b" not in out


def test_the_steps_say_how_far_they_have_come(project, tmp_path):
    steps = []
    em.evaluate(project).report(tmp_path / "ut", progress=lambda *step: steps.append(step))
    assert ("Skriver webbsidan", 0, 1) in steps
    charts = [step for step in steps if step[0] == "Ritar diagram" and step[2]]
    assert [done for _, done, _ in charts] == list(range(charts[0][2]))
