"""Reading plan.toml."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from effektmatt.data.characters import clean, clean_all
from effektmatt.errors import Fault, InputFaults
from effektmatt.plan.format import as_current
from effektmatt.plan.resolved import Plan

if TYPE_CHECKING:
    from effektmatt.plan.written import WrittenPlan

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


def draft_plan(folder: Path | str) -> tuple[Plan | None, tuple[Fault, ...]]:
    """Read as much of a plan as can be read, and everything that is wrong with it.

    What is at fault is taken out of the plan and the rest is kept, so that the data files can be checked in the
    same go. The plan is None when there is nothing to go on with.
    """
    from effektmatt.plan.resolve import resolve

    file = Path(folder)
    if file.suffix != ".toml":
        file = file / PLAN_FILE
    try:
        written = _toml(file)
    except InputFaults as error:
        return None, error.faults
    draft, faults, taken_out = _well_formed(written, file.name)
    faults = (*_personal_numbers(file), *faults)
    if draft is None:
        return None, faults
    goals = written["goals"] if isinstance(written.get("goals"), list) else []
    numbers = [place + 1 for place in range(len(goals)) if ("goals", place) not in taken_out]
    plan, more = resolve(draft, file=file, numbers=numbers)
    names = {str(step) for place in taken_out for step in place[1:]} | {
        str(goals[place[1]].get("id"))
        for place in taken_out
        if place[0] == "goals" and len(place) == 2 and isinstance(place[1], int) and isinstance(goals[place[1]], dict)
    }
    echoes = (fault for fault in more if not (fault.code == "plan-unknown-name" and fault.got in names))
    return plan, (*faults, *echoes)


def _personal_numbers(file: Path) -> Iterator[Fault]:
    """Yield the lines of a plan that hold a personal identity number: titles and texts stand in the report."""
    from effektmatt.data.personal import personal_numbers_in_text

    lines = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    for row, masked in personal_numbers_in_text(lines):
        yield Fault(code="personal-number-in-plan", file=file.name, row=row, got=masked)


_Place = tuple[int | str, ...]


def _well_formed(written: dict[str, Any], file: str) -> tuple[WrittenPlan | None, tuple[Fault, ...], set[_Place]]:
    """Validate a plan; where parts of it are malformed, take them out until the rest is well formed."""
    from pydantic import ValidationError

    from effektmatt.plan.faults import plan_faults, walk
    from effektmatt.plan.written import WrittenPlan

    faults: tuple[Fault, ...] = ()
    taken_out: set[_Place] = set()
    while True:
        rest = _without(written, taken_out)
        try:
            return WrittenPlan.model_validate(rest), faults, taken_out
        except ValidationError as error:
            faults = faults or plan_faults(error, rest, file=file)
            found = error.errors(include_url=False)
            # goals are counted as they were written: a goal taken out leaves its number
            cuts = {
                _cut(detail["type"], _renumbered(tuple(walk(detail["loc"], rest)[0]), taken_out)) for detail in found
            }
            if () in cuts or cuts <= taken_out:
                return None, faults, taken_out
            taken_out |= cuts


def _cut(kind: str, place: _Place) -> _Place:
    """Return the smallest part of the plan that can be taken out to be rid of a fault; empty if there is none."""
    if kind == "extra_forbidden":
        return place
    if place[0] in {"goals", "sources", "scales", "waves"} and len(place) > 1:
        return place[:2]
    return () if kind == "missing" else place


def _renumbered(place: _Place, taken_out: set[_Place]) -> _Place:
    if place[0] != "goals" or len(place) == 1 or not isinstance(place[1], int):
        return place
    number = place[1]
    for gone in sorted(cut[1] for cut in taken_out if cut[0] == "goals" and len(cut) == 2 and isinstance(cut[1], int)):
        number += gone <= number
    return ("goals", number, *place[2:])


def _without(written: Any, cuts: set[_Place], here: _Place = ()) -> Any:
    """Return a copy of a plan without the places in `cuts`."""
    if isinstance(written, dict):
        kept = ((key, inner) for key, inner in written.items() if (*here, key) not in cuts)
        return {key: _without(inner, cuts, (*here, key)) for key, inner in kept}
    if isinstance(written, list):
        places = (place for place in range(len(written)) if (*here, place) not in cuts)
        return [_without(written[place], cuts, (*here, place)) for place in places]
    return written


#: What people write that TOML reads otherwise, by what the line looks like.
_SLIPS = {
    "quotes": re.compile("[“”„«»]"),
    "percent": re.compile(r"=\s*\d[\d.,\s]*%"),
    "date": re.compile(r"=\s*\d{1,2}[/.]\d{1,2}[/.\s]"),
    "thousands": re.compile(r"=\s*\d{1,3}(?:[\s\u00a0]\d{3})+"),
    "decimal-comma": re.compile(r"=\s*-?\d+,\d"),
    "backslash": re.compile(r'=.*"[^"]*\\'),
}


def _toml(file: Path) -> dict[str, Any]:
    if not os.path.isdir(file.parent):  # noqa: PTH112 - a name that is too long is no folder either, and no error
        raise InputFaults([Fault(code="folder-missing", got=str(file.parent))])
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputFaults([Fault(code="plan-missing", file=file.name, got=str(file.parent.resolve()))]) from None
    except OSError as error:
        code = "file-is-folder" if file.is_dir() else "file-unreadable"
        raise InputFaults([Fault(code=code, file=file.name, got=error.strerror)]) from None
    except UnicodeDecodeError as error:
        row_at_fault = file.read_bytes()[: error.start].count(b"\n") + 1
        raise InputFaults([Fault(code="plan-not-utf8", file=file.name, row=row_at_fault)]) from None
    try:
        written = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        row = int(found.group(1)) if found else None
        line = text.splitlines()[row - 1].strip() if row and row <= len(text.splitlines()) else None
        slip = next((name for name, pattern in _SLIPS.items() if line and pattern.search(line)), "other")
        if slip == "other" and re.search("overwrite|twice|duplicate", str(error), re.IGNORECASE):
            slip = "repeated"
        details = {"message": str(error), "slip": slip}
        raise InputFaults([Fault(code="plan-not-toml", file=file.name, row=row, got=line, details=details)]) from None
    return as_current({clean(key): clean_all(value) for key, value in written.items()}, file.name)
