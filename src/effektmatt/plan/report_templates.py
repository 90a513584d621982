"""Which documents a plan asks for, from templates: the program's own, or one of the project's.

A template is a TOML file, and those of the program are such files too, read in the same way. One of the project's own
is the only .toml file of a folder in the project, which the plan names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from effektmatt.data.characters import clean, clean_all
from effektmatt.data.opening import content_of, lies_within
from effektmatt.data.personal import personal_numbers_in_text
from effektmatt.errors import Fault, InputFaults
from effektmatt.plan.checks import unknown
from effektmatt.plan.faults import plan_faults
from effektmatt.plan.said import Languages
from effektmatt.plan.slips import tables_of
from effektmatt.plan.version import REPORT, TEXT_OF, Planned, Section, Template, Version, planned
from effektmatt.plan.written import WrittenPlan

#: The program's own templates.
BUILT_IN = ("slutrapport", "ledning", "medarbetare", "redovisning", "esf")

#: What the report itself follows where the plan does not say.
USUAL = BUILT_IN[0]


@dataclass(slots=True, kw_only=True)
class Templates:
    """The documents by the names of their files, the files that were read, and what is wrong."""

    documents: dict[str, Planned] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def templates_of(written: WrittenPlan, folder: Path, languages: Languages) -> Templates:
    """Return what a plan asks for; `languages` are those that texts are chosen in (`said.languages_of`)."""
    found, report = Templates(), written.report
    whole = _template(report.template, "report.template", folder, languages, found)
    if whole is not None:
        found.documents[REPORT] = planned(whole)
    for name, version in report.versions.items():
        key = f"report.versions.{name}"
        own = whole if version.template is None else _template(version.template, key, folder, languages, found)
        if own is not None:
            found.documents[f"{REPORT}-{name}"] = planned(own, version)
            found.faults += _untitled(version, key)
    found.faults += _answer_faults(written, found)
    return found


@cache
def built_in(name: str = USUAL) -> Planned:
    """Return the document of one of the program's own templates, in Swedish.

    >>> [section.block for section in built_in("redovisning").sections][:3]
    ['owner', 'name', 'fulfilment']
    """
    return planned(Template.model_validate(tables_of(_built_in(name), name).tables))


def usual_documents() -> Mapping[str, Planned]:
    """Return what there is where no plan says: the report."""
    return {REPORT: built_in()}


def _untitled(version: Version, key: str) -> Iterator[Fault]:
    """Yield the fault of a version that is called nothing: without a template of its own it needs a title."""
    if version.title is None and version.template is None:
        yield Fault(code="plan-missing-key", key=f"{key}.title")


def _built_in(name: str) -> str:
    return files("effektmatt.plan").joinpath(f"templates/report/{name}.toml").read_text(encoding="utf-8")


def _template(name: str, key: str, folder: Path, languages: Languages, found: Templates) -> Template | None:
    """Return a template, or note why it cannot be used."""
    key = key if key.endswith(".template") else f"{key}.template"
    try:
        file, text = (f"{name}.toml", _built_in(name)) if name in BUILT_IN else _own(name, key, folder, found)
    except InputFaults as wrong:
        found.faults += wrong.faults
        return None
    read = tables_of(text, file)
    found.faults += read.faults
    if read.tables is None:
        return None
    tables = {clean(name): clean_all(value) for name, value in read.tables.items()}
    try:
        template = Template.model_validate(tables, context=languages)
    except ValidationError as error:
        found.faults += plan_faults(error, tables, file=file, model=Template)
        return None
    found.faults += (replace(fault, file=file) for fault in _section_faults(template))
    return template


def _own(name: str, key: str, folder: Path, found: Templates) -> tuple[str, str]:
    """Return the file and the text of a template of the project's own.

    Raises
    ------
    InputFaults
        Where there is no such folder in the project, or not just one file of TOML in it.
    """
    there = folder / name
    try:
        if not there.is_dir() or there.resolve() == folder.resolve():
            raise InputFaults([unknown(key, name, "template", BUILT_IN)])
        _hold_within(there, folder, key, name)
        own = sorted(path for path in there.iterdir() if path.suffix.lower() == ".toml")
    except (OSError, RuntimeError, ValueError):
        raise InputFaults([unknown(key, name, "template", BUILT_IN)]) from None
    if len(own) != 1:
        raise InputFaults([Fault(code="template-folder", key=key, got=name, details={"n": len(own)})])
    file = own[0].relative_to(folder).as_posix()
    _hold_within(own[0], folder, key, file)
    found.files[file] = own[0]
    content = content_of(own[0], shown_as=file)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise InputFaults([Fault(code="plan-not-utf8", file=file, row=row)]) from None
    found.faults += (
        Fault(code="personal-number-in-plan", file=file, row=row, got=masked)
        for row, masked in personal_numbers_in_text(text)
    )
    return file, text


def _hold_within(path: Path, folder: Path, key: str, shown_as: str) -> None:
    """Refuse a path that leads out of the project's folder."""
    try:
        within = lies_within(path, folder)
    except (OSError, RuntimeError, ValueError):
        within = True  # what cannot be followed cannot be opened either, and that is told by whoever tries
    if not within:
        raise InputFaults([Fault(code="own-file-outside", key=key, file=shown_as)])


def _section_faults(template: Template) -> Iterator[Fault]:
    """Yield sections that hold nothing, have no heading, stand twice, or want the texts of goals without the goals."""
    seen: set[tuple[str, str]] = set()
    for number, section in enumerate(template.sections, start=1):
        key = f"sections[{number}]"
        if section.block is None and section.text is None:
            yield Fault(code="plan-missing-key", key=f"{key}.block")
        elif section.heading is None and section.block not in TEXT_OF:
            yield Fault(code="plan-missing-key", key=f"{key}.heading")
        if section.text == "goals" and section.block != "goals":
            yield Fault(code="template-text-of-goals", key=f"{key}.text")
        for name, value in (("block", section.block), ("text", section.own_text)):
            if value is not None and (name, value) in seen:
                yield Fault(code="template-twice", key=f"{key}.{name}", got=value)
            seen.add((name, value or ""))


def asked(documents: Mapping[str, Planned]) -> tuple[str, ...]:
    """Return the names of the texts that templates ask for, besides those under [text]."""
    sections = (section for document in documents.values() for section in document.sections)
    return tuple(dict.fromkeys(filter(None, map(_question, sections))))


def _question(section: Section) -> str | None:
    return None if section.text is None or section.text in TEXT_OF.values() else section.text


def _answer_faults(written: WrittenPlan, found: Templates) -> Iterator[Fault]:
    """Yield answers to questions that no template asks."""
    questions = asked(found.documents)
    if written.report.answers and not questions and not found.faults:
        yield Fault(code="plan-missing-key", key="report.versions")
        return
    for name in written.report.answers if not found.faults else ():
        if name not in questions:
            yield unknown(f"report.answers.{name}", name, "question", questions)
