"""The format of plan.toml: which one this version writes, and what is done with a plan of another.

A plan says `format = 2` at its top; one that says nothing is of format 1. Where keys change their names or meaning, the
format goes up by one and gets a step in `STEPS` that turns a plan of the format before into one of the new, or a fault
where only its author can say what is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from effektmatt.errors import Fault, InputFaults

Plain = dict[str, Any]


def _forms_are_versions(written: Plain) -> Plain:
    """Turn the form that a plan of format 1 named as its template into a version of the report."""
    report = written.get("report")
    if not isinstance(report, dict) or report.get("template") != "redovisning-av-medel":
        return written
    left = {key: value for key, value in report.items() if key != "template"}
    versions = left.get("versions", {})
    if isinstance(versions, dict):
        left["versions"] = {**versions, "redovisning": {"template": "redovisning"}}
    return {**written, "report": left}


#: The first turns a plan of format 1 into one of format 2, and so on.
STEPS: tuple[Callable[[Plain], Plain], ...] = (_forms_are_versions,)
FORMAT = len(STEPS) + 1


def as_current(written: Plain, file: str, steps: Sequence[Callable[[Plain], Plain]] = STEPS) -> Plain:
    """Return a plan as this version writes it.

    Raises
    ------
    InputFaults
        If its format is none that this version knows: then nothing else in it can be trusted to mean what it seems to.

    Examples
    --------
    >>> as_current({"project": {"name": "Rätt bemött"}}, "plan.toml")
    {'project': {'name': 'Rätt bemött'}}
    """
    newest, declared = len(steps) + 1, written.get("format", 1)
    if type(declared) is not int or not 1 <= declared <= newest:
        newer = type(declared) is int and declared > newest
        details = {"newest": newest, "what": "newer" if newer else "unknown"}
        raise InputFaults([Fault(code="plan-format", file=file, key="format", got=str(declared), details=details)])
    for step in steps[declared - 1 :]:
        written = step(written)
    return {**written, "format": newest} if "format" in written else written
