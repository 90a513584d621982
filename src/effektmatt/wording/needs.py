"""Tables of competence needs and of ratings in retrospect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from effektmatt.surveys.change import ScaleAnswers, ThenTest
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.need import Need, NeedCell, NeedWave
from effektmatt.wording.language import HIDDEN, MISSING
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import TextTable, tables_once

if TYPE_CHECKING:
    from effektmatt.core import Estimate
    from effektmatt.findings import GoalFinding
    from effektmatt.wording.language import Words


def then_tables(goal: GoalFinding, words: Words) -> tuple[TextTable, ...]:
    """Return, for each scale of a goal with a then-test, the ratings before, in retrospect and after."""
    tests = (test for part in goal.parts or (goal,) for test in _tests(part.outcome.detail))
    return tables_once(then_table(test, words) for test in tests)


def _tests(detail: object) -> Iterator[ThenTest]:
    scales = detail.scales if isinstance(detail, ShareImproved) else (detail,)
    for scale in scales:
        if isinstance(scale, ScaleAnswers) and scale.then_test is not None:
            yield scale.then_test


def then_table(test: ThenTest, words: Words) -> TextTable:
    """Return the means of the three ratings, and what differs between them."""
    estimates: list[tuple[str, Estimate | None]] = [
        ("before", test.before),
        ("then", test.then),
        ("after", test.after),
        ("shift", test.shift),
        ("change", test.change),
    ]
    rows = tuple(
        (
            words.say(f"then-{code}"),
            words.count(estimate.n),
            words.value(estimate),
            words.interval(estimate) or MISSING,
        )
        for code, estimate in estimates
        if estimate is not None
    )
    return TextTable(
        caption=words.say("table-then", label=test.label),
        header=tuple(words.say(f"column-{column}") for column in ("rated", "n", "mean", "interval")),
        rows=rows,
        numeric=(False, True, True, True),
    )


def need_tables(goal: GoalFinding, words: Words) -> tuple[TextTable, ...]:
    """Return the levels that roles need. What each unit needs stands in the charts, and in the tables of those."""
    details = (part.outcome.detail for part in goal.parts or (goal,))
    return tables_once(roles_table(detail, words) for detail in details if isinstance(detail, Need))


def roles_table(need: Need, words: Words) -> TextTable:
    """Return the level that each role needs of each skill."""
    rows = tuple(
        (role, *(words.count(dict(levels).get(item)) for item, _ in need.items)) for role, levels in need.roles
    )
    return TextTable(
        caption=words.say("table-need-roles"),
        header=(words.say("column-role"), *(label for _, label in need.items)),
        rows=rows,
        numeric=(False, *(True for _ in need.items)),
    )


def need_table(need: Need, wave: NeedWave, unit_label: str, words: Words) -> TextTable:
    """Return the need of every unit and skill in one wave, everybody first."""
    rows = tuple(
        (
            words.say("need-everybody") if unit is None else unit,
            _number(unit, need, wave, words),
            *need_row(unit, need, wave, words),
        )
        for unit in (None, *need.units)
    )
    hidden = any(cell.hidden for cell in wave.cells)
    note = words.say("table-need-note")
    return TextTable(
        caption=words.say("table-need", wave=decapitalised(wave.wave)),
        header=(unit_label, words.say("column-n"), *(label for _, label in need.items)),
        rows=rows,
        numeric=(False, True, *(True for _ in need.items)),
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
