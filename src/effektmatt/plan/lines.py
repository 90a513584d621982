"""On which line of a plan each of its keys stands, and what a goal is called: faults point there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from effektmatt.errors import Fault
from effektmatt.plan.faults import key_text

_GOAL = re.compile(r"goals\[(\d+)\]")
_LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[\d+\])$")

_Place = tuple[int | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLines:
    r"""A plan as it is written and as it is read: where its keys stand is looked up when something is wrong.

    Parameters
    ----------
    file
        The plan's name.
    text, tables
        What stands in it.

    >>> text = "[project]\nname = 'P'\n\n[[goals]]\nid = 'a'\n"
    >>> lines = PlanLines(file="plan.toml", text=text, tables=tomllib.loads(text))
    >>> fault, = lines.located([Fault(code="plan-missing-key", file="plan.toml", key="goals[1].measure")])
    >>> fault.goal, fault.row
    ('a', 4)
    """

    file: str
    text: str
    tables: Mapping[str, Any]

    def located(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """Return the faults; those of the plan with the line of their key and the id of their goal."""
        found = tuple(faults)
        if not any(fault.key and fault.file == self.file for fault in found):
            return found
        rows: dict[str, int] = {}
        for place, row in _places(self.text):
            rows.setdefault(key_text(place), row)
        return tuple(self._located(one, rows) if one.key and one.file == self.file else one for one in found)

    def _located(self, fault: Fault, rows: Mapping[str, int]) -> Fault:
        goal = _GOAL.match(fault.key or "")
        key = fault.key or ""
        while key not in rows and key:  # a key that is missing belongs to the table that should hold it
            shorter = _LAST_STEP.sub("", key)
            key = shorter if shorter != key else ""
        named = self._id(int(goal.group(1))) if goal else None
        return replace(fault, row=fault.row or rows.get(key), goal=fault.goal or named)

    def _id(self, number: int) -> str | None:
        goals = self.tables.get("goals")
        goal = goals[number - 1] if isinstance(goals, list) and number <= len(goals) else None
        named = goal.get("id") if isinstance(goal, dict) else None
        return named if isinstance(named, str) else None


def _places(text: str) -> Iterator[tuple[_Place, int]]:
    """Yield every key and table with the line where its statement begins."""
    table: _Place = ()
    counted: dict[_Place, int] = {}
    for row, statement in _statements(text):
        read = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _table(read, counted)
            yield from ((table[:end], row) for end in range(1, len(table) + 1))
        else:
            yield from (((*table, *inner), row) for inner in _within(read))


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the statements of a plan with their first lines: as many lines as it takes until they can be read."""
    statement, first = "", 1
    for row, line in enumerate(text.split("\n"), start=1):
        first = first if statement else row
        statement += line + "\n"
        try:
            tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        if statement.strip() and not statement.lstrip().startswith("#"):
            yield first, statement
        statement = ""


def _table(read: dict[str, Any], counted: dict[_Place, int]) -> _Place:
    """Return the place of a table from its heading, tables of the same name counted."""
    place: _Place = ()
    here: Any = read
    while isinstance(here, dict) and here:
        name, here = next(iter(here.items()))
        place = (*place, name)
        if isinstance(here, list):
            counted[place] = counted.get(place, 0) + 1
            here = here[0]
        if place in counted:
            place = (*place, counted[place] - 1)
    return place


def _within(read: Any, here: _Place = ()) -> Iterator[_Place]:
    entries = read.items() if isinstance(read, dict) else enumerate(read) if isinstance(read, list) else ()
    for step, inner in entries:
        yield (*here, step)
        yield from _within(inner, (*here, step))
