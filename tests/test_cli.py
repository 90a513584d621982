"""The command, as a new user runs it in an empty folder."""

import json
import shutil
import subprocess
import sys

import pytest

from effektmatt.cli import main
from effektmatt.plan.keys import written


def test_new_from_a_sample_then_check_goals_and_report(tmp_path, capsys):
    folder = tmp_path / "projekt"
    assert main(["new", str(folder), "--from", "den-nya-administratoren"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [
            "README.md",
            "arenden.csv",
            "deltagare.csv",
            "enkat_efter.csv",
            "enkat_fore.csv",
            "medborgare_efter.xlsx",
            "medborgare_fore.xlsx",
            "plan.schema.json",
            "plan.toml",
            "samarbeten.csv",
            "tillganglighet_efter.xlsx",
            "tillganglighet_fore.csv",
        ]
    )
    assert (folder / "plan.toml").read_text(encoding="utf-8").startswith("#:schema ./plan.schema.json\n")
    assert main(["check", str(folder)]) == 0
    assert main(["goals", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "Troligen uppnått" in printed
    assert "cp1252" in printed or "Windows" in printed
    assert main(["report", str(folder), "-o", str(tmp_path / "ut")]) == 0
    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert last == str(tmp_path / "ut" / "report.html")
    results = json.loads((tmp_path / "ut" / "results.json").read_text(encoding="utf-8"))
    assert [goal["fulfilment"]["verdict"] for goal in results["goals"]][:2] == ["likely-met", "not-met"]
    assert (tmp_path / "ut" / "report.pdf").read_bytes().startswith(b"%PDF")


def test_a_template_that_is_no_word_file_is_told_with_what_is_wrong_with_the_plan(sample_folder, tmp_path, capsys):
    folder = shutil.copytree(sample_folder, tmp_path / "projekt")
    with (folder / "plan.toml").open("a", encoding="utf-8") as plan:
        plan.write('\n[report]\nformats = ["docx", "word"]\n')
    (tmp_path / "mall.docx").write_text("Hej", encoding="utf-8")
    assert main(["report", str(folder), "--docx-template", str(tmp_path / "mall.docx")]) == 2
    told = capsys.readouterr().err
    assert "mall.docx" in told
    assert "report.formats[2]" in told
    assert not (folder / "report").exists()


def test_check_says_which_reading_cannot_be_reached(sample_folder, capsys):
    assert main(["check", str(sample_folder)]) == 0
    printed = capsys.readouterr().out
    remarks = " ".join(printed.split())
    assert "procentenheter" in remarks
    assert "116" in remarks  # 46,6 % + 70 percentage points


def test_require_gives_three_when_a_goal_is_not_met(sample_folder, capsys):
    assert main(["goals", str(sample_folder), "--require", "met"]) == 3


def test_new_writes_a_plan_that_is_well_formed_in_both_languages(tmp_path, capsys):
    from effektmatt.plan import read_plan

    for language in ("sv", "en"):
        folder = tmp_path / language
        assert main(["new", str(folder), "--language", language]) == 0
        assert read_plan(folder).written.project.language == language
        schema = json.loads((folder / "plan.schema.json").read_text(encoding="utf-8"))
        assert schema["description"] == written(language)["WrittenPlan"].means


def test_new_writes_over_nothing(tmp_path, capsys):
    assert main(["new", str(tmp_path)]) == 0
    (tmp_path / "plan.toml").write_text("mitt eget", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert main(["new", str(tmp_path), "--from", "den-nya-administratoren"]) == 2
    assert (tmp_path / "plan.toml").read_text(encoding="utf-8") == "mitt eget"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.schema.json", "plan.toml"]


def test_new_suggests_the_nearest_sample(tmp_path, capsys):
    assert main(["new", str(tmp_path / "x"), "--from", "den-nya-administratorn"]) == 2
    assert "den-nya-administratoren" in capsys.readouterr().err


def test_a_folder_without_a_plan(tmp_path, capsys):
    assert main(["goals", str(tmp_path)]) == 2
    assert "plan.toml" in capsys.readouterr().err


def test_faults_are_told_in_english_when_asked(tmp_path, capsys):
    assert main(["goals", str(tmp_path), "--language", "en"]) == 2
    assert "plan.toml" in capsys.readouterr().err


def test_a_defect_of_ours_is_exit_code_one_and_no_traceback(sample_folder, monkeypatch, capsys):
    import effektmatt.evaluation

    def broken(*arguments, **options):
        raise RuntimeError("something that should never happen")

    monkeypatch.setattr(effektmatt.evaluation, "evaluate", broken)
    assert main(["goals", str(sample_folder)]) == 1
    printed = capsys.readouterr().err
    assert "Traceback" not in printed
    assert "something that should never happen" in printed
    with pytest.raises(RuntimeError):
        main(["goals", str(sample_folder), "--debug"])


def test_it_runs_as_a_module_and_in_a_console_that_knows_no_swedish(sample_folder):
    done = subprocess.run(
        [sys.executable, "-m", "effektmatt", "goals", str(sample_folder)],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Ej uppnått" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, EOFError])
def test_an_interruption_is_no_defect(interruption, sample_folder, monkeypatch, capsys):
    import effektmatt.evaluation

    def interrupted(*arguments, **options):
        raise interruption

    monkeypatch.setattr(effektmatt.evaluation, "evaluate", interrupted)
    assert main(["goals", str(sample_folder)]) == 130
    assert "fel i programmet" not in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell that tells what each side of a pipe ended with")
def test_a_reader_that_has_seen_enough_is_no_defect(sample_folder):
    command = f'"{sys.executable}" -m effektmatt goals "{sample_folder}" | true'
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_language_may_stand_before_the_command(tmp_path, capsys):
    assert main(["--language", "en", "goals", str(tmp_path)]) == 2
    assert "There is no plan" in capsys.readouterr().err


def test_new_where_nothing_can_be_written(tmp_path, capsys):
    (tmp_path / "fil").write_text("")
    assert main(["new", str(tmp_path / "fil" / "projekt")]) == 2
    assert "går inte att skriva" in capsys.readouterr().err


def test_new_says_a_command_that_can_be_run_as_it_stands(tmp_path, capsys):
    folder = tmp_path / "Mitt projekt"
    assert main(["new", str(folder), "--from", "den-nya-administratoren"]) == 0
    assert f'effektmatt report "{folder}"' in capsys.readouterr().out


@pytest.mark.parametrize("language", ["sv", "en"])
def test_help_is_in_the_language_asked_for(language, capsys):
    with pytest.raises(SystemExit):
        main(["--language", language, "--help"])
    assert "effektmatt" in capsys.readouterr().out


def answers_of(monkeypatch, *lines: str) -> None:
    """Make as if somebody sat at the terminal and wrote these lines."""
    waiting = iter(lines)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: next(waiting))


def test_new_asks_on_a_terminal_which_kinds_of_evidence_there_are(tmp_path, monkeypatch, capsys):
    from effektmatt.plan import read_plan

    answers_of(monkeypatch, "9, 88", "9,10")  # the first answer cannot be meant, and the question comes again
    assert main(["new", str(tmp_path)]) == 0
    assert [source.kind for source in read_plan(tmp_path).sources.values()] == ["ledger", "index"]
    printed = capsys.readouterr().out
    assert "Ekonomi" in printed
    assert "1 till 10" in printed


def test_an_empty_answer_and_yes_give_the_usual_plan(tmp_path, monkeypatch, capsys):
    from effektmatt.plan import read_plan

    answers_of(monkeypatch, "")
    assert main(["new", str(tmp_path / "a")]) == 0
    assert main(["new", str(tmp_path / "b"), "--yes"]) == 0
    for folder in ("a", "b"):
        kinds = [source.kind for source in read_plan(tmp_path / folder).sources.values()]
        assert kinds == ["register", "survey"]


def test_the_plan_of_new_points_to_the_schema_beside_it(tmp_path, capsys):
    assert main(["new", str(tmp_path)]) == 0
    first = (tmp_path / "plan.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "#:schema ./plan.schema.json"
    assert json.loads((tmp_path / "plan.schema.json").read_text(encoding="utf-8"))["properties"]["goals"]


def test_describe_shows_the_columns_of_a_folder_as_text_and_json(tmp_path, capsys):
    (tmp_path / "enkat.csv").write_text("kod;svar\nx1;Ofta\nx2;Aldrig\n", encoding="utf-8")
    assert main(["describe", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "enkat.csv: 2 rader, 2 kolumner" in shown
    assert "Aldrig: 1; Ofta: 1" in shown
    assert main(["describe", str(tmp_path / "enkat.csv"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["columns"][1]["counts"] == [["Aldrig", 1], ["Ofta", 1]]


def test_describe_flags_what_no_plan_may_read(tmp_path, capsys):
    (tmp_path / "lista.csv").write_text("pnr;svar\n19811218-9876;Ofta\n", encoding="utf-8")
    assert main(["describe", str(tmp_path)]) == 2
    shown = capsys.readouterr().out
    assert "9876" not in shown
    assert "pnr: personnummer" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], ["Här fattas DIR", "användning: effektmatt check"]),
        (["raport", "x"], ["”raport”", "Menade du ”report”?"]),
        (["goals", "x", "--require", "mett"], ["”mett”", "Menade du ”met”?"]),
        (["goals", "x", "--reqire=met"], ["tar inte emot ”--reqire=met”", "Menade du ”--require”?"]),
        (["report", "x", "-o"], ["-o/--output ska det stå ett värde"]),
        (["report", "x", "--ou=ut", "--y"], ["tar inte emot ”--y”"]),
        (["check", "x", "--debug=3"], ["Efter --debug ska det inte stå något"]),
    ],
)
def test_a_command_that_cannot_be_understood_is_told_in_swedish(arguments, said, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    printed = capsys.readouterr().err
    assert all(text in printed for text in said), printed
    assert not any(word in printed for word in ("error:", "argument ", "usage:", "choose"))


def test_a_command_that_cannot_be_understood_is_told_in_english_when_asked(capsys):
    with pytest.raises(SystemExit):
        main(["--language", "en", "raport", "x"])
    assert "There is no “raport” here." in capsys.readouterr().err


def test_the_command_alone_shows_what_it_can_do(capsys):
    assert main([]) == 2
    assert "Kommandon" in capsys.readouterr().err


def test_what_stands_in_a_cell_is_no_markup_on_the_terminal(tmp_path, capsys):
    rows = "".join(f"p{place},collect:abc,[bold]ja\n" for place in range(40))
    (tmp_path / "enkat.csv").write_text(f"kod,enhet,svar\n{rows}", encoding="utf-8")
    assert main(["describe", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "collect:abc" in told
    assert "[bold]ja" in told


def test_formats_are_chosen_by_the_command(sample_folder, tmp_path, capsys):
    assert main(["report", str(sample_folder), "-o", str(tmp_path), "--formats", "htm,docx,exe"]) == 2
    said = capsys.readouterr().err
    assert "”htm”" in said
    assert "”exe”" in said
    assert not list(tmp_path.iterdir())
    assert main(["report", str(sample_folder), "-o", str(tmp_path), "--formats", "xlsx,html", "-q"]) == 0
    assert {path.name for path in tmp_path.iterdir()} >= {"report.html", "report.xlsx", "results.json"}
    assert not list(tmp_path.glob("*.pdf"))
    assert main(["report", str(sample_folder), "-o", str(tmp_path), "--formats=html"]) == 0
    assert "report.xlsx" in capsys.readouterr().out
    assert not (tmp_path / "report.xlsx").exists()
