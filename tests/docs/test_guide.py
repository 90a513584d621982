"""The pages of docs/guide: their commands run, their goals fit what `new` writes, and what they quote is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.guide_exports import FOLDERS
from effektmatt.cli import main

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: str) -> list[tuple[str, str]]:
    """Return the blocks of a page in order: their languages and their texts."""
    return _BLOCK.findall((GUIDE / f"{page}.md").read_text(encoding="utf-8"))


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_page_has_a_folder_and_is_listed():
    pages = {path.stem for path in GUIDE.glob("*.md")} - {"README"}
    assert pages == FOLDERS.keys()
    listed = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert all(f"({page}.md)" in listed for page in pages)


@pytest.mark.parametrize("page", FOLDERS)
def test_a_page_goes_from_the_files_to_a_report(page, tmp_path, capsys):
    folder, report = tmp_path / "mapp", tmp_path / "rapport"
    folder.mkdir()
    FOLDERS[page](folder)
    said = ""
    for language, text in blocks(page):
        if language == "text":
            assert set(text.split()) == {path.name for path in folder.iterdir()}
        elif language == "toml":
            plan = folder / "plan.toml"
            plan.write_text(plan.read_text(encoding="utf-8") + "\n" + text, encoding="utf-8")
        elif language == "console":
            for command in text.splitlines():
                arguments = [
                    {"MAPP": str(folder), "RAPPORT": str(report)}.get(part, part) for part in command.split()[1:]
                ]
                assert main(arguments) == 0, capsys.readouterr().err
                said += capsys.readouterr().out
        elif language == "written":
            written = (folder / "plan.toml").read_text(encoding="utf-8")
            assert all(in_one_line(line) in in_one_line(written) for line in text.splitlines())
        elif language == "said":
            for line in text.splitlines():
                assert in_one_line(line) in in_one_line(said)
    assert (report / "report.html").is_file()
    assert (report / "report.pdf").is_file()
