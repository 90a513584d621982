"""Competence needs in tables, as charts show them too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from effektmatt.wording.language import HIDDEN
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.surveys.need import Need, NeedCell, NeedWave
    from effektmatt.wording.language import Words

#: A role, and the level that it needs of every skill.
Role = tuple[str, Sequence[tuple[str, int]]]
#: A unit (None: everybody), and its need of every skill.
NeedRow = tuple[str | None, list[str]]


def roles_table(need: Need, words: Words) -> TextTable:
    """Return the level that each role needs of each skill."""

    def level(item: str, label: str) -> Column[Role]:
        return Column("level", lambda role: words.count(dict(role[1]).get(item)), name=label)

    return table_of(
        need.roles,
        Column("role", lambda role: role[0]),
        *(level(item, label) for item, label in need.items),
        caption=words.say("table-need-roles"),
        words=words,
    )


def need_table(need: Need, wave: NeedWave, unit_label: str, words: Words) -> TextTable:
    """Return the need of every unit and skill in one wave, everybody first."""

    def cell(place: int, label: str) -> Column[NeedRow]:
        return Column("need", lambda row: row[1][place], name=label)

    hidden = any(one.hidden for one in wave.cells)
    note = words.say("table-need-note")
    return table_of(
        [(unit, need_row(unit, need, wave, words)) for unit in (None, *need.units)],
        Column("unit", lambda row: words.say("need-everybody") if row[0] is None else row[0], name=unit_label),
        Column("n", lambda row: _number(row[0], need, wave, words)),
        *(cell(place, label) for place, (_, label) in enumerate(need.items)),
        caption=words.say("table-need", wave=decapitalised(wave.wave)),
        words=words,
        note=f"{note} {words.say('chart-hidden')}" if hidden else note,
    )


def _number(unit: str | None, need: Need, wave: NeedWave, words: Words) -> str:
    """Return how many of a unit rated the skill that most of them rated."""
    rated = [cell.n for item, _ in need.items if (cell := wave.cell(unit, item)).n]
    return words.count(max(n for n in rated if n is not None)) if rated else HIDDEN


def is_hidden(cells: Sequence[NeedCell]) -> bool:
    """Whether a unit's needs are all hidden: what no role in it needs would else tell which roles its few have."""
    return any(cell.hidden for cell in cells) and all(cell.need is None for cell in cells)


def need_row(unit: str | None, need: Need, wave: NeedWave, words: Words) -> list[str]:
    """Write the needs of a unit skill by skill, each hidden where all that there are are."""
    cells = [wave.cell(unit, item) for item, _ in need.items]
    return [HIDDEN] * len(cells) if is_hidden(cells) else [need_text(cell, words) for cell in cells]


def need_text(cell: NeedCell, words: Words) -> str:
    """Write one need with its sign: "+0,4", "−0,2", ".." where hidden, "–" where nobody needs the skill."""
    if cell.hidden:
        return words.hidden(cell)
    return words.number(cell.need, 1, signed=True)
