"""Two people change departments that are hidden wherever a report has departments: nothing that it says may change.

That needs no list of figures: whatever a file of the report tells of a hidden department by itself would be another
now, be it a number, a word, the length of a bar or how something is rounded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from effektmatt.evaluation import evaluate
from effektmatt.report.write import write_report
from made_pieces import Columns, Project
from mutations import Random
from published_numbers import texts_of

BY, ALIKE_IN = "avd", ("kommun", "kon")
#: What tells who somebody is: a person, or a case and its period.
_KEYS = {"kod": lambda _: "", "nr": lambda key: key[:5]}
#: Sums of data files, which are others, and what results.json keeps of the written files.
_APART = {"manifest", "told"}


def reported(folder: Path, project: Project, formats: tuple[str, ...] = ("json",)) -> dict[str, Any]:
    """Write a project and its report, and return its results."""
    for name, text in project.contents().items():
        (folder / name).write_text(text, encoding="utf-8")
    write_report(evaluate(folder).findings, folder / "report", formats=formats)
    found: dict[str, Any] = json.loads((folder / "report" / "results.json").read_text(encoding="utf-8"))
    return found


def said_by(folder: Path, results: dict[str, Any]) -> dict[str, str]:
    """Return all that a written report says, file by file; a chart's file as it is drawn."""
    report = folder / "report"
    told = {name: re.sub(r"\b[0-9a-f]{64}\b", "", text) for name, text in texts_of(report, results["language"]).items()}
    drawn = {f"{path.name} drawn": path.read_text(encoding="utf-8") for path in report.rglob("*.svg")}
    leaves = {name: json.dumps(rounded(one)) for name, one in results.items() if name not in _APART}
    return told | drawn | leaves


def rounded(thing: Any) -> Any:
    """Return a value of results.json without the last digits of its numbers, which depend on the order of rows."""
    if isinstance(thing, dict):
        return {name: rounded(one) for name, one in thing.items()}
    if isinstance(thing, list):
        return [rounded(one) for one in thing]
    return float(f"{thing:.9g}") if isinstance(thing, float) and np.isfinite(thing) else thing


def groups_of(results: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    """Return every group of every part, and whether it is hidden."""
    parts = (part for goal in results["goals"] for part in goal["parts"] or [goal])
    return [(one["title"], own["by"], own["group"], own["hidden"]) for one in parts for own in one["outcome"]["groups"]]


def swapped(rng: Random, project: Project, results: dict[str, Any]) -> Project | None:
    """Return the project after two people have changed departments; None where no two can be found."""
    told = [(name, hidden) for _, by, name, hidden in groups_of(results) if by == BY]
    hidden = {name for name, is_hidden in told if is_hidden} - {name for name, is_hidden in told if not is_hidden}
    pairs = list(_pairs(project, hidden))
    if not pairs:
        return None
    first, second = pairs[int(rng.integers(len(pairs)))]
    department = {first[0]: second[1], second[0]: first[1]}
    pieces = (
        replace(piece, files={name: _moved(file, department) for name, file in piece.files.items()})
        for piece in project.pieces
    )
    return replace(project, pieces=tuple(pieces))


def _pairs(project: Project, hidden: set[str]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield two people of one municipality and sex in different hidden departments."""
    file = next((one for piece in project.pieces for one in piece.files.values() if BY in one and _key(one)), None)
    if file is None:
        return
    key = str(_key(file))
    alike = [
        f"{_KEYS[key](cells[0])} {cells[1:]}" for cells in zip(file[key], *(file[by] for by in ALIKE_IN), strict=True)
    ]
    rows = [row for row in zip(file[key], file[BY], alike, strict=True) if row[1] in hidden]
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            if one[1] != other[1] and one[2] == other[2]:
                yield one[:2], other[:2]


def _key(file: Columns) -> str | None:
    return next((name for name in _KEYS if name in file), None)


def _moved(file: Columns, department: dict[str, str]) -> Columns:
    key = _key(file)
    if key is None or BY not in file:
        return file
    moved = [department.get(who, own) for who, own in zip(file[key], file[BY], strict=True)]
    return file | {BY: moved}
