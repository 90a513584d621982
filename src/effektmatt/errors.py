"""Every fault a user can meet: where it is, what stood there, what was expected, what to do.

A `Fault` is data; the sentences for it stand in `wording/faults.*.ftl`, under the fault's code. Faults are
gathered and raised together as one `InputFaults`, so that a user mends everything in one go.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from effektmatt.speech import say


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongCell:
    """One cell that somebody must mend: where it is, and what stood there (masked where it is personal).

    `key` is what the row is known by, where the plan says which column tells it.
    """

    file: str | None
    sheet: str | None = None
    row: int
    column: str
    got: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a plan or in a data file.

    Parameters
    ----------
    code
        What kind of fault, for example "answer-outside-scale"; the key of its sentences in the wording room.
    file, sheet, row, column, key
        Where: file name relative to the project folder, spreadsheet sheet, row as a spreadsheet shows it
        (the header is row 1), column name, key in the plan ("goals[2].target.at_least").
    goal
        The id of the goal that the key stands in.
    got
        What stood there, as the user wrote it (masked where it is personal).
    expected
        What was expected, where it is data (allowed values); sentences stand in the wording room.
    nearest
        The nearest valid name, when a name was misspelt.
    rows
        In how many rows the same fault stands (this one is the first).
    cells
        All the cells where it stands, if it stands in cells.
    details
        Further values that the sentence needs.
    """

    code: str
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    key: str | None = None
    goal: str | None = None
    got: str | None = None
    expected: tuple[str, ...] = ()
    nearest: str | None = None
    rows: int = 1
    cells: tuple[WrongCell, ...] = ()
    details: Mapping[str, str | int | float] = field(default_factory=dict)

    def in_words(self, language: str | None = None) -> str:
        """Return the fault as one or two sentences: where, got, expected, what to do."""
        return say(self, "text", language)

    def __str__(self) -> str:
        return self.in_words()


class InputFaults(ValueError):
    """All faults found in a plan and its data, raised together; `language` is the one that they are told in.

    >>> InputFaults([Fault(code="file-missing", file="deltagare.csv", key="sources.deltagare.file")]).faults[0].file
    'deltagare.csv'
    """

    def __init__(self, faults: Iterable[Fault], *, language: str | None = None) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.language = language
        super().__init__(f"{len(self.faults)} faults")

    def __str__(self) -> str:
        return "\n".join(fault.in_words(self.language) for fault in self.faults)

    def __reduce__(self) -> tuple[Any, ...]:
        return InputFaults, (self.faults,), {"language": self.language}


def nearest(name: str, valid: Iterable[str]) -> str | None:
    """Return the valid name nearest to a misspelt one, or None if none is near.

    An abbreviation is near what it abbreviates; otherwise about two letters in three must agree.

    >>> nearest("avdelnig", ["kon", "avdelning", "kommun"])
    'avdelning'
    >>> nearest("avdelning", ["validering", "avd"])
    'avd'
    """
    by_folded = {candidate.casefold(): candidate for candidate in valid}
    folded = name.casefold()
    found = difflib.get_close_matches(folded, by_folded, n=1, cutoff=0.65)
    short = [other for other in by_folded if min(len(other), len(folded)) >= 3 and _abbreviates(other, folded)]
    return by_folded[(found or short)[0]] if found or short else None


def _abbreviates(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
