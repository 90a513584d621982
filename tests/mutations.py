"""Changes of a project, each with what it means: nothing, another answer, or damage that must not pass in silence.

What a change means follows from how it was made. `HARMLESS` must change no figure and be no fault: rows in another
order, another encoding, a remark in the plan. `MEANINGFUL` is another valid answer: figures may follow it.
`DAMAGE` may be a fault, or change nothing; where it changes a figure, something must be said that names it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from written_formats import Rows

HARMLESS, MEANINGFUL, DAMAGE = "harmless", "meaningful", "damage"

Random = np.random.Generator
Roles = Mapping[str, str]
#: What people, programs and disks put in a cell.
CELLS = [
    " ", "NA", "#DIV/0!", "-", "0", "-1", "1e400", "nan", "inf", "9" * 40, "1,5", "1.5", "1 000", "x", "godkänd",
    "2024-02-30", "31/12/2024", "12/31/24", "1899-12-30", "9999-12-31", "2024-01-01T25:00", "Summa", "=1+1",
    '"', "''", "å" * 300, "a\u0301", "\u202e", "\u200b", "\ufeff", "\x00", "\x1a", "{0}", "%s", "<b>", "x@y.se",
    "19811218-9876", "vet inte", "?",
]  # fmt: skip
#: What a column may decide: whom a goal is about or what counts, which group, an answer, who it is, of which kind.
DECIDING = ("condition", "group", "scale", "number", "date", "code", "kind")
VALUES = [
    "0", "-1", "1e400", "nan", "inf", '""', '"å"', "true", "[]", "{}", "2024-02-29", '["a", "a"]', '"goals"', "1.5",
    "99999999", '"../x.csv"', '"\\u0000"', f'"{"x" * 300}"', "{ at_least = 0.5 }",
]  # fmt: skip
#: Keys of a plan whose texts are the evaluator's own words; goals are known by their `id` here, so that one is another.
OWN_WORDS = frozenset(
    {"id", "title", "label", "name", "owner", "funder", "quote", "level", "context", "limits", "measured_in"}
)


@dataclass(frozen=True)
class Change:
    """What was done: how, where, what it means, and names of which one must be said where a figure changed."""

    way: str
    file: str
    meaning: str
    names: tuple[str, ...] = ()


class NotHereError(Exception):
    """A way to change something finds nothing to change."""


def pick(rng: Random, among: list) -> object:
    """Return one of some things."""
    if not among:
        raise NotHereError
    return among[int(rng.integers(len(among)))]


def is_seen(cell: str) -> bool:
    """Say whether there is anything to see in a cell."""
    return any(unicodedata.category(sign)[0] not in "CZ" for sign in cell)


def some_rows(rng: Random, rows: Rows) -> list[int]:
    """Return the places of some rows below the headings: one, or up to a fourth of them."""
    if len(rows) < 3:
        raise NotHereError
    most = 1 if rng.random() < 0.5 else max(2, len(rows) // 4)
    return sorted({int(one) for one in rng.integers(1, len(rows), int(rng.integers(1, most + 1)))})


def column_of(rng: Random, rows: Rows, roles: Roles, *wanted: str) -> tuple[int, str]:
    """Return the place and the name of a column that decides something."""
    there = [place for place, name in enumerate(rows[0]) if roles.get(name) in wanted]
    place = int(pick(rng, there))
    return place, rows[0][place]


def cells_of(rows: Rows, column: int) -> list[str]:
    """Return the cells of a column."""
    return [row[column] if column < len(row) else "" for row in rows[1:]]


def set_cells(rows: Rows, places: list[int], column: int, value: str) -> None:
    """Put a value in some cells of a column."""
    for place in places:
        row = rows[place]
        row += [""] * (column + 1 - len(row))
        row[column] = value


TableWay = Callable[[Random, Rows, Roles], tuple[str, tuple[str, ...]]]

# ---- nothing that matters --------------------------------------------------------------------------------------------


def rows_in_another_order(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    rows[1:] = [rows[1 + int(place)] for place in rng.permutation(len(rows) - 1)]
    return HARMLESS, ()


def columns_in_another_order(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    order = [int(place) for place in rng.permutation(len(rows[0]))]
    rows[:] = [[row[place] if place < len(row) else "" for place in order] for row in rows]
    return HARMLESS, ()


def one_more_column(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    if "anteckning" in rows[0]:
        raise NotHereError
    place = int(rng.integers(1, len(rows[0]) + 1))
    kinds = [["", "bra", "se bilaga"], ["1", "2", "3"], ["2024-05-01", "2024-06-02"], ["a b"], [""]]
    held = kinds[int(rng.integers(len(kinds)))]
    for number, row in enumerate(rows):
        row.insert(place, str(pick(rng, held)) if number else "anteckning")
    return HARMLESS, ()


def another_spelling(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, _ = column_of(rng, rows, roles, "condition", "group", "scale", "code", "kind")
    ways: list[Callable[[str], str]] = [str.upper, lambda text: f" {text} ", str.title, lambda text: f"{text}\u00a0"]
    way = ways[int(rng.integers(len(ways)))]
    for place in some_rows(rng, rows):
        rows[place][column] = way(rows[place][column])
    return HARMLESS, ()


def numbers_with_decimals(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, _ = column_of(rng, rows, roles, "number", "scale")
    ending = str(pick(rng, [".0", ",0"]))
    whole = [place for place in some_rows(rng, rows) if rows[place][column].isdigit()]
    for place in whole:
        rows[place][column] += ending
    return HARMLESS, ()


def empty_rows(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    rows += [[""] * len(rows[0]) for _ in range(int(rng.integers(1, 4)))]
    return HARMLESS, ()


# ---- another answer ------------------------------------------------------------------------------------------------


def another_value(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, _ = column_of(rng, rows, roles, "condition", "group", "scale", "number", "date")
    set_cells(rows, some_rows(rng, rows), column, str(pick(rng, [cell for cell in cells_of(rows, column) if cell])))
    return MEANINGFUL, ()


def rows_gone(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    gone = set(some_rows(rng, rows))
    rows[:] = [row for place, row in enumerate(rows) if place not in gone]
    return MEANINGFUL, ()


def cells_emptied(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    """An answer that is missing is an answer of its own; what decides whom a goal is about, or who it is, is not."""
    column, name = column_of(rng, rows, roles, *DECIDING)
    set_cells(rows, some_rows(rng, rows), column, "")
    return _of_nothing(roles[name]), (name,)


def _of_nothing(role: str) -> str:
    return DAMAGE if role in {"condition", "code", "kind"} else MEANINGFUL


# ---- damage --------------------------------------------------------------------------------------------------------


def _is_number(value: str) -> bool:
    return re.fullmatch(r"-?\d{1,12}([.,]\d+)?", value.strip().replace(" ", "")) is not None


def _is_date(value: str) -> bool:
    return value in {"31/12/2024", "12/31/24", "1899-12-30", "9999-12-31"}


def _garbage(rng: Random, role: str) -> tuple[str, str]:
    """Return what somebody wrote in a cell, and what that means in a column of a role."""
    value = str(pick(rng, CELLS))
    if not is_seen(value):
        return value, _of_nothing(role)
    is_other = {
        "code": True,  # another code is another person
        "group": True,  # and another group another group
        "kind": True,
        "number": _is_number(value),
        "date": _is_date(value),
    }
    return value, MEANINGFUL if is_other.get(role) else DAMAGE


def slips_in_cells(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, name = column_of(rng, rows, roles, *DECIDING)
    value, meaning = _garbage(rng, roles[name])
    set_cells(rows, some_rows(rng, rows), column, value)
    return meaning, (name, value)


def misspelt_values(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, name = column_of(rng, rows, roles, "condition", "scale", "kind")
    places = [place for place in some_rows(rng, rows) if len(rows[place][column]) > 1]
    old = rows[int(pick(rng, places))][column]
    letter = int(rng.integers(len(old)))
    wrong = old[:letter] + (old[letter] * 2 if rng.random() < 0.5 else "") + old[letter + 1 :]
    if wrong in cells_of(rows, column) or not wrong:
        raise NotHereError
    set_cells(rows, [place for place in places if rows[place][column] == old], column, wrong)
    return DAMAGE, (name, wrong)


def a_column_of_one_value(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, name = column_of(rng, rows, roles, "condition", "kind", "scale", "number", "date", "code")
    value, meaning = _garbage(rng, roles[name])
    set_cells(rows, list(range(1, len(rows))), column, value)
    return meaning, (name, value)


def rows_twice(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    places = some_rows(rng, rows)
    rows += [list(rows[place]) for place in places]
    return DAMAGE, (*rows[0], *(rows[place][0] for place in places))


def a_row_of_one_value(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    value = str(pick(rng, [*CELLS, *rows[0]]))
    rows.insert(int(rng.integers(1, len(rows) + 1)), [value] * int(rng.integers(1, len(rows[0]) + 1)))
    return DAMAGE, (*rows[0], value)


def a_sum(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    row = [str(pick(rng, ["Summa", "Totalt", "SUMMA:", "Total"]))]
    for column in range(1, len(rows[0])):
        cells = cells_of(rows, column)
        whole = [int(cell) for cell in cells if cell.isdigit()]
        row.append(str(sum(whole)) if whole and len(whole) == len(cells) else "")
    rows.append(row)
    return DAMAGE, (*rows[0], row[0])


def headings_again(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    rows.insert(int(rng.integers(2, len(rows) + 1)), list(rows[0]))
    return DAMAGE, tuple(rows[0])


def a_title(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    rows.insert(0, [str(pick(rng, ["Utdrag 2025-02-01", "Lista", "Rapport: alla enheter"]))])
    return DAMAGE, tuple(rows[1])


def a_column_gone(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, name = column_of(rng, rows, roles, *set(roles.values()))
    rows[:] = [row[:column] + row[column + 1 :] for row in rows]
    return DAMAGE, (name,)


def a_heading_misspelt(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    column, name = column_of(rng, rows, roles, *set(roles.values()))
    rows[0][column] = str(pick(rng, [f"{name}e", name[:-1] or "q", "", "1", rows[0][0], "Å"]))
    return DAMAGE, (name, rows[0][column] or name)


def two_headings_exchanged(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    (one, first), (other, second) = (column_of(rng, rows, roles, *set(roles.values())) for _ in range(2))
    if set(cells_of(rows, one)) & set(cells_of(rows, other)):
        raise NotHereError
    rows[0][one], rows[0][other] = second, first
    return DAMAGE, (first, second)


def a_row_that_is_moved(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    """A cell is gone, and those after it stand one step to the left: an answer where each may stand there."""
    place = int(pick(rng, some_rows(rng, rows)))
    column = int(rng.integers(len(rows[0])))
    rows[place] = [*rows[place][:column], *rows[place][column + 1 :], ""]
    own = [roles.get(name, "") for name in rows[0][column:]]
    there = zip(own, [*own[1:], ""], rows[place][column:], strict=False)  # a row may be longer
    fits = all(_may_stand(cell, role, came_from) for role, came_from, cell in there)
    return MEANINGFUL if fits else DAMAGE, tuple(rows[0])


def _may_stand(cell: str, role: str, came_from: str) -> bool:
    if not cell:
        return _of_nothing(role) == MEANINGFUL
    return role in {came_from, "", "code", "group", "kind"}


def no_rows(rng: Random, rows: Rows, roles: Roles) -> tuple[str, tuple[str, ...]]:
    del rows[1:]
    return DAMAGE, tuple(rows[0])


TABLE_WAYS: list[TableWay] = [
    rows_in_another_order, columns_in_another_order, one_more_column, another_spelling, numbers_with_decimals,
    empty_rows, another_value, rows_gone, cells_emptied, slips_in_cells, slips_in_cells, slips_in_cells,
    misspelt_values, misspelt_values, a_column_of_one_value, rows_twice, a_row_of_one_value, a_sum, headings_again,
    a_title, a_column_gone, a_heading_misspelt, two_headings_exchanged, a_row_that_is_moved, no_rows,
]  # fmt: skip
#: Ways that a cube of published values can be changed in: its cells have their places.
CUBE_WAYS: list[TableWay] = [another_value, slips_in_cells, a_column_of_one_value]
