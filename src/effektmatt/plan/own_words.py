"""The evaluator's own words, read from where they stand: in the plan, or in a Markdown file that it names.

A text that is nothing but the name of an .md file stands in that file. Pictures in the texts are read here too, so that
everything that is wrong with them is told with the other faults of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from effektmatt.data.characters import clean
from effektmatt.data.opening import content_of, lies_within
from effektmatt.data.personal import personal_numbers_in_text
from effektmatt.data.pictures import Picture, read_picture
from effektmatt.errors import Fault, InputFaults
from effektmatt.plan.project import Logo
from effektmatt.plan.report_sections import Text
from effektmatt.plan.said import Said
from effektmatt.plan.written import WrittenPlan

_FILE = re.compile(r"[^\n]{1,250}\.md", re.IGNORECASE)
_TEXTS = tuple(name for name in Text.model_fields if name != "goals")


@dataclass(slots=True, kw_only=True)
class OwnWords:
    """The plan with every text in its place, the pictures by what the texts call them, and the files read."""

    written: WrittenPlan
    elsewhere: set[str]
    pictures: dict[str, Picture] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def with_own_words(written: WrittenPlan, folder: Path, elsewhere: set[str]) -> OwnWords:
    """Return a plan whose texts hold what stands in their files, and the pictures that they show.

    What stands in a file whose name is among those texts that are `elsewhere` (in another language) joins them.
    """
    own = OwnWords(written=written, elsewhere=elsewhere)
    texts = written.text.model_dump(include=set(_TEXTS), exclude_none=True)
    read = {name: _read(text, f"text.{name}", folder, own) for name, text in texts.items()}
    goals = {name: _read(text, f"text.goals.{name}", folder, own) for name, text in written.text.goals.items()}
    if written.project.logo is not None:
        _look_at_logo(written.project.logo, folder, own)
    report = written.report
    answers = {name: _read(text, f"report.answers.{name}", folder, own) for name, text in report.answers.items()}
    versions = {
        name: version.model_copy(update={"intro": _read(version.intro, f"report.versions.{name}.intro", folder, own)})
        if version.intro
        else version
        for name, version in report.versions.items()
    }
    own.written = written.model_copy(
        update={
            "text": written.text.model_copy(update={**read, "goals": goals}),
            "report": report.model_copy(update={"answers": answers, "versions": versions}),
        }
    )
    return own


def _read(text: Said, key: str, folder: Path, own: OwnWords) -> str:
    """Return a text, from its file where it stands in one; note its pictures and what is wrong with them."""
    name = text.strip()
    if _FILE.fullmatch(name):
        is_elsewhere = text in own.elsewhere
        text = _from_file(name, key, folder, own)
        own.elsewhere.update([text] if is_elsewhere else [])
    for address, alt, fits in _pictures(text):
        _look_at(address, alt, fits, key, folder, own)
    return text


def _from_file(name: str, key: str, folder: Path, own: OwnWords) -> str:
    try:
        content = content_of(_inside(folder, name), shown_as=name)
        text = clean(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except InputFaults as found:
        own.faults += [_of_key(fault, key) for fault in found.faults]
        return ""
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        own.faults.append(Fault(code="plan-not-utf8", file=name, row=row))
        return ""
    own.files[name] = folder / name
    own.faults += [
        Fault(code="personal-number-in-plan", file=name, row=row, got=masked)
        for row, masked in personal_numbers_in_text(text)
    ]
    return text


def _inside(folder: Path, name: str) -> Path:
    """Return the path of a file in the project's folder.

    Raises
    ------
    InputFaults
        "own-file-outside" where it lies elsewhere.
    """
    try:
        within = lies_within(folder / name, folder)
    except (OSError, RuntimeError, ValueError):
        within = True  # what cannot be followed cannot be opened either, and that is told by whoever tries
    if not within:
        raise InputFaults([Fault(code="own-file-outside", file=name)])
    return folder / name


def _of_key(fault: Fault, key: str) -> Fault:
    return Fault(
        code=fault.code,
        file=fault.file,
        key=key,
        got=fault.got,
        nearest=fault.nearest,
        details=fault.details,
    )


def _pictures(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield every picture of a text: its address, its alternative text, and whether it stands where one fits."""
    from markdown_it import MarkdownIt

    from_heading = ("heading_open", "th_open", "td_open")
    before = ""
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(text):
        if token.type == "inline":
            for inner in token.children or ():
                if inner.type == "image":
                    yield str(inner.attrs["src"]), inner.content, before not in from_heading
        before = token.type


def _look_at(address: str, alt: str, fits: bool, key: str, folder: Path, own: OwnWords) -> None:
    """Read a picture, or note what is wrong with it."""
    name = unquote(address)
    code = _wrong_with(name, alt, fits)
    if code is not None:
        own.faults.append(Fault(code=code, key=key, got=name))
    if code in ("picture-address", "picture-place") or address in own.pictures:
        return
    try:
        own.pictures[address] = read_picture(_inside(folder, name), shown_as=name)
        own.files[name] = folder / name
    except InputFaults as found:
        own.faults += [_of_key(fault, key) for fault in found.faults]


def _look_at_logo(logo: Logo, folder: Path, own: OwnWords) -> None:
    """Read the logo, or note what is wrong with it."""
    if not (logo.alt or "").strip():
        own.faults.append(Fault(code="logo-without-alt", key="project.logo.alt", got=logo.file))
    try:
        own.pictures[logo.file] = read_picture(_inside(folder, logo.file), shown_as=logo.file)
        own.files[logo.file] = folder / logo.file
    except InputFaults as found:
        own.faults += [_of_key(fault, "project.logo.file") for fault in found.faults]


def _wrong_with(name: str, alt: str, fits: bool) -> str | None:
    try:
        elsewhere = len(urlsplit(name).scheme) > 1
    except ValueError:
        elsewhere = True
    if elsewhere or not name:
        return "picture-address"
    if not fits:
        return "picture-place"
    return None if alt.strip() else "picture-without-alt"
