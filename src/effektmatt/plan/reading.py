"""Reading plan.toml."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from effektmatt.data.characters import clean, clean_all
from effektmatt.errors import Fault, InputFaults
from effektmatt.plan.format import as_current
from effektmatt.plan.lines import PlanLines
from effektmatt.plan.resolved import Plan
from effektmatt.plan.said import languages_of
from effektmatt.plan.slips import tables_of

PLAN_FILE = "plan.toml"


def read_plan(folder: Path | str) -> Plan:
    """Read the plan of a project folder.

    Parameters
    ----------
    folder
        The folder that holds plan.toml and the data files, or the plan file itself.

    Returns
    -------
    Plan

    Raises
    ------
    InputFaults
        With every fault of the plan: missing, not TOML, unknown keys, names that nothing has, targets that
        cannot be meant.
    """
    plan, faults = draft_plan(folder)
    if faults or plan is None:
        raise InputFaults(faults)
    return plan


def draft_plan(folder: Path | str, language: str | None = None) -> tuple[Plan | None, tuple[Fault, ...]]:
    """Read as much of a plan as can be read, and everything that is wrong with it.

    What is at fault is mended where it is clear what was meant, else taken out of the plan, and the rest is kept, so
    that the data files can be checked in the same go. The plan is None when there is nothing to go on with.
    """
    file = Path(folder)
    if file.suffix != ".toml":
        file = file / PLAN_FILE
    try:
        text = _text(file)
        read = tables_of(text, file.name)
        lines = PlanLines(file=file.name, text=read.text, tables=read.tables or {})
        told = (*read.faults, *_personal_numbers(text, file.name))
        if read.tables is None:
            return None, told
        tables = {clean(key): clean_all(value) for key, value in read.tables.items()}
        plan, faults = _drafted(as_current(tables, file.name), file, language)
    except InputFaults as error:
        return None, error.faults
    in_order = sorted((*told, *lines.located(faults)), key=lambda fault: fault.row or 0)
    return replace(plan, lines=lines) if plan else None, tuple(in_order)


def _drafted(written: dict[str, Any], file: Path, language: str | None) -> tuple[Plan | None, tuple[Fault, ...]]:
    """Return a plan without what is at fault in it, and everything that is."""
    from effektmatt.plan.resolve import resolve
    from effektmatt.plan.well_formed import well_formed

    languages = languages_of(written, language)
    drafted = well_formed(written, file.name, languages)
    if drafted.draft is None:
        return None, drafted.faults
    taken_out = drafted.taken_out
    goals = drafted.tables["goals"] if isinstance(drafted.tables.get("goals"), list) else []
    numbers = [place + 1 for place in range(len(goals)) if ("goals", place) not in taken_out]
    plan, more = resolve(drafted.draft, file=file, numbers=numbers, languages=languages)
    names = {str(step) for place in taken_out for step in place[1:]} | {
        str(goals[place[1]].get("id"))
        for place in taken_out
        if place[0] == "goals" and len(place) == 2 and isinstance(place[1], int) and isinstance(goals[place[1]], dict)
    }
    echoes = (fault for fault in more if not (fault.code == "plan-unknown-name" and fault.got in names))
    return plan, (*drafted.faults, *drafted.as_written(echoes))


def _personal_numbers(text: str, file: str) -> Iterator[Fault]:
    """Yield the lines of a plan that hold a personal identity number: titles and texts stand in the report."""
    from effektmatt.data.personal import personal_numbers_in_text

    for row, masked in personal_numbers_in_text(text):
        yield Fault(code="personal-number-in-plan", file=file, row=row, got=masked)


def _text(file: Path) -> str:
    if not os.path.isdir(file.parent):  # noqa: PTH112 - a name that is too long is no folder either, and no error
        raise InputFaults([Fault(code="folder-missing", got=str(file.parent))])
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):  # a device or a pipe could be read for ever
            raise InputFaults([Fault(code="file-no-file", file=file.name)])
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise InputFaults([Fault(code="plan-missing", file=file.name, got=str(file.parent.resolve()))]) from None
    except OSError as error:
        code = "file-is-folder" if file.is_dir() else "file-unreadable"
        raise InputFaults([Fault(code=code, file=file.name, got=error.strerror)]) from None
    except UnicodeDecodeError as error:
        row_at_fault = file.read_bytes()[: error.start].count(b"\n") + 1
        raise InputFaults([Fault(code="plan-not-utf8", file=file.name, row=row_at_fault)]) from None
