"""What is in a file of Word or Excel, and what LibreOffice makes of it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.oxml.ns import qn

OFFICE = shutil.which("soffice")

#: For tests that need LibreOffice.
OFFICE_MARKS = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (soffice is missing)"),
]


def parts(made: bytes) -> dict[str, str]:
    """Return the XML of every part of a file, by its name."""
    with zipfile.ZipFile(BytesIO(made)) as there:
        return {name: there.read(name).decode() for name in there.namelist() if name.endswith((".xml", ".rels"))}


def word_file(made: bytes) -> WordFile:
    return Document(BytesIO(made))


def headings(file: WordFile) -> list[tuple[str, str]]:
    """Return the headings in order, each with the name of its style."""
    return [(str(one.style.name), one.text) for one in file.paragraphs if str(one.style.name).startswith("Heading")]  # type: ignore[union-attr]


def bookmarks(file: WordFile) -> dict[str, str]:
    """Return the text within every bookmark, by its name."""
    found: dict[str, str] = {}
    for start in file.element.body.iter(qn("w:bookmarkStart")):
        name = start.get(qn("w:name"))
        assert name not in found, f"{name} stands twice"
        found[name] = "".join(_until(start, start.get(qn("w:id"))))
    return found


def _until(start: object, number: str) -> Iterator[str]:
    one = start.getnext()  # type: ignore[attr-defined]
    while one is not None and one.get(qn("w:id")) != number:
        yield from (part.text or "" for part in one.iter(qn("w:t")))
        one = one.getnext()


def converted(made: bytes, name: str, to: str, folder: Path) -> bytes:
    """Return what LibreOffice makes of a file, in another format."""
    assert OFFICE is not None
    source = folder / name
    source.write_bytes(made)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(folder / "out"), str(source)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    target = (folder / "out" / name).with_suffix(f".{to}")
    assert target.exists(), done.stdout + done.stderr
    return target.read_bytes()
