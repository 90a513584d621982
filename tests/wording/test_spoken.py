"""Everything that effektmatt can say, read as prose and kept as a snapshot (renewed by `spoken.py`)."""

from __future__ import annotations

import difflib
import re

import pytest

from effektmatt.wording.messages import THEMES, source_of
from wording import spoken


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_said_is_what_was_read_and_approved(language: str) -> None:
    approved = spoken.snapshot(language).read_text(encoding="utf-8")
    said = spoken.spoken(language)
    difference = difflib.unified_diff(approved.splitlines(), said.splitlines(), "approved", "said", n=0, lineterm="")
    assert said == approved, "\n".join(difference)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_sentence_reads_as_prose(language: str) -> None:
    """No gaps where a value was empty, no doubled stops, no braces or codes left."""
    for line in spoken.spoken(language).splitlines():
        assert "  " not in line, line
        assert not re.search(r"(?<!\.)\.\.(?!\.)(?! |\)|$)", line), line
        assert not re.search(r" [.,;:](?! |\.)", line), line
        assert not re.search(r"[{}]|[|:] None\b|\bnan\b", line), line


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_number_stands_with_an_ascii_minus_or_breaks(language: str) -> None:
    text = spoken.spoken(language)
    assert not re.findall(r"(?<![\w.–-])-\d[^\n]{0,8}", text)
    assert not re.search(r"\d %|\d kr\b", text)


def test_swedish_findings_say_change_and_never_effect() -> None:
    said = spoken.spoken("sv").split("# The whole evaluation")[1]
    assert "förändring" in said
    assert "effekt" not in re.sub(r"effektmatt", "", said, flags=re.IGNORECASE).casefold()


@pytest.mark.parametrize("theme", ["notes", "faults"])
def test_every_note_and_fault_has_an_example(theme: str) -> None:
    of_codes = {"notes": spoken.examples.NOTES, "faults": spoken.examples.FAULTS}[theme]
    kind = theme.removesuffix("s")
    helpers = {"sheet", "row", "column", "goal", "expected-more", "nearest", "rows", "rows-where", "further"}
    every = "\n".join(source_of(one, "sv") for one in THEMES)
    codes = set(re.findall(rf"^{kind}-([a-z0-9-]+) =", every, re.MULTILINE))
    assert codes - (helpers if theme == "faults" else set()) == {one.code for one in of_codes}
