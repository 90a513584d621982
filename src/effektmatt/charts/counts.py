"""Counts per department against the number that each must have."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.counts_drawing import CountsDrawing, UnitCount
from effektmatt.charts.group_rows import capital
from effektmatt.core import Outcome, Unit
from effektmatt.goals import Target
from effektmatt.registers.count import RegisterCount
from effektmatt.wording import HIDDEN, Words, words
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.text_table import TextTable

#: How many of those that miss the target the alternative text names; the table has all.
NAMED = 10


def counts_chart(
    outcome: Outcome,
    target: Target,
    *,
    labels: Mapping[str, str] | None = None,
    name: str = "counts",
    language: str = "sv",
) -> Chart | None:
    """Return the count in every department against the least that each must have; None when there are none.

    Departments stand in alphabetical order, never ranked. One dot is one; a ring is one that is missing. Where the
    numbers are too large for dots, bars are drawn.

    Parameters
    ----------
    outcome
        What a count found: its detail a `RegisterCount` per unit, or its groups those of `target.in_every`.
    target
        The least that each must have (`at_least`), and which column's units (`in_every`).
    labels
        How the grouping columns are written.
    name
        The chart's name.
    language
        "sv" or "en".
    """
    counts = _counts(outcome, target)
    if not counts or target.at_least is None:
        return None
    say = words(language)
    least = math.ceil(target.at_least - 1e-9)
    known = [one for one in counts if one.count is not None]
    below = [one for one in known if one.is_below(least)]
    demand = capital(say.target(target, Unit.COUNT, labels or {}))
    reached = len(known) - len(below)
    title = say.say("chart-counts-title", target=demand, n=reached, total=len(known), below=len(below))
    return Chart(
        name=name,
        title=title,
        alt=" ".join([say.say("chart-counts-alt"), *_named(below, say)]),
        table=_table(counts, least, _column(target, labels or {}), say),
        language=language,
        drawing=CountsDrawing(counts=counts, least=least, say=say).draw,
    )


def _counts(outcome: Outcome, target: Target) -> list[UnitCount]:
    detail = outcome.detail
    if isinstance(detail, RegisterCount) and detail.in_every is not None:
        found = [UnitCount(name=one.group, count=one.count, before=one.before) for one in detail.groups]
    else:
        found = [
            UnitCount(
                name=group.group,
                count=None if group.hidden or group.estimate is None else _whole(group.estimate.value),
                before=_whole(group.change.before.value) if group.change is not None else None,
            )
            for group in outcome.groups
            if group.by == target.in_every
        ]
    return sorted(found, key=lambda one: swedish_order(one.name))


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _named(below: Sequence[UnitCount], say: Words) -> list[str]:
    """Name those that have too few, the first of them where they are many."""
    if not below:
        return []
    code = "chart-counts-alt-below" if len(below) <= NAMED else "chart-counts-alt-below-some"
    return [say.say(code, list=say.joined([f"{one.name} ({say.count(one.count)})" for one in below[:NAMED]]))]


def _column(target: Target, labels: Mapping[str, str]) -> str:
    column = target.in_every or ""
    return labels.get(column, capital(column))


def _table(counts: Sequence[UnitCount], least: int, column: str, say: Words) -> TextTable:
    waves = any(one.before is not None for one in counts)
    header = [column, *([say.say("column-before"), say.say("column-after")] if waves else [say.say("column-n")])]
    rows = []
    for one in counts:
        before = [say.count(one.before)] if waves else []
        found = [HIDDEN] * 2 if one.count is None else [say.count(one.count), say.count(max(0, least - one.count))]
        rows.append((one.name, *before, *found))
    return TextTable(
        caption=say.say("chart-table"),
        header=(*header, say.say("column-missing", least=least)),
        rows=tuple(rows),
        numeric=(False, *[True] * len(header)),
        note=say.say("chart-hidden") if any(one.count is None for one in counts) else None,
    )
