"""Tables of goals and their results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from effektmatt.core import Estimate, Evidence, GroupOutcome, Outcome
from effektmatt.goals import Fulfilment, Verdict, judge
from effektmatt.registers.count import RegisterCount
from effektmatt.wording.certainty import same_question
from effektmatt.wording.goal_sentences import unit_of_level
from effektmatt.wording.language import HIDDEN, MISSING
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised, decimals_beside
from effektmatt.wording.text_table import TextTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from effektmatt.findings import Findings, GoalFinding
    from effektmatt.wording.language import Words

Row = tuple[str, ...]


def goals_table(findings: Findings, words: Words) -> TextTable:
    """Return all goals: target, outcome, interval and verdict; the parts of a goal follow it."""
    rows = [
        row
        for goal in findings.goals
        for row in (
            _goal_row(goal.title, goal.fulfilment, findings.labels, words, whole=bool(goal.parts)),
            *(_part_row(goal, part, findings.labels, words) for part in goal.parts),
        )
    ]
    table = TextTable(
        caption=words.say("table-goals"),
        header=_header(words, "goal", "target", "value", "interval", "verdict"),
        rows=tuple(rows),
        numeric=(False, False, True, True, False),
    )
    return _without_intervals(table, words)


def _without_intervals(table: TextTable, words: Words) -> TextTable:
    """Leave out the column of intervals where everybody was counted throughout."""
    place = table.header.index(words.say("column-interval"))
    if any(row[place] not in (words.say("table-census"), MISSING, HIDDEN) for row in table.rows):
        return table
    rows = tuple((*row[:place], *row[place + 1 :]) for row in table.rows)
    header = (*table.header[:place], *table.header[place + 1 :])
    return replace(table, header=header, rows=rows, numeric=(*table.numeric[:place], *table.numeric[place + 1 :]))


def _part_row(goal: GoalFinding, part: GoalFinding, labels: Mapping[str, str], words: Words) -> Row:
    title = words.say("table-part", goal=goal.title, part=part.title)
    return _goal_row(title, part.fulfilment, labels, words)


def _goal_row(
    title: str, fulfilment: Fulfilment, labels: Mapping[str, str], words: Words, *, whole: bool = False
) -> Row:
    estimate = fulfilment.estimate
    if whole:  # what was measured stands at the parts
        return (title, words.say("table-all-parts"), MISSING, MISSING, _verdict(fulfilment.verdict, words))
    decimals = decimals_beside(estimate, fulfilment.target)
    return (
        title,
        words.target(fulfilment.target, estimate.unit, labels),
        words.value(estimate, decimals),
        _interval(estimate, decimals, words),
        _verdict(fulfilment.verdict, words),
    )


def parts_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return the parts of a goal that is met only when all of them are."""
    if not goal.parts:
        return None
    table = TextTable(
        caption=words.say("table-parts"),
        header=_header(words, "part", "target", "value", "interval", "verdict"),
        rows=tuple(_goal_row(part.title, part.fulfilment, findings.labels, words) for part in goal.parts),
        numeric=(False, False, True, True, False),
    )
    return _without_intervals(table, words)


def table_of_part(part: GoalFinding, table: TextTable, words: Words) -> TextTable:
    """Return the table of one of a goal's parts, with the part's title in its caption."""
    if table.caption.startswith(part.title):
        return table
    caption = words.say("table-of-part", part=part.title, table=decapitalised(table.caption))
    return replace(table, caption=caption)


def readings_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return what each reading of "increase by 70 %" gives."""
    if not goal.readings:
        return None
    rows = []
    for reading in goal.readings:
        name = words.reading(reading.reading, unit_of_level(goal))
        title = words.say("table-reading-chosen", reading=name) if reading.chosen else name
        rows.append(_goal_row(title, reading.fulfilment, findings.labels, words))
    table = TextTable(
        caption=words.say("table-readings"),
        header=_header(words, "reading", "target", "value", "interval", "verdict"),
        rows=tuple(rows),
        numeric=(False, False, True, True, False),
    )
    return _without_intervals(table, words)


def beside_table(goal: GoalFinding, words: Words) -> TextTable | None:
    """Return other ways to measure the same thing, with the verdict that each would have given.

    Of agreement there is none: its own table holds every number.
    """
    beside = [estimate for estimate in goal.outcome.beside if estimate.value is not None]
    if not beside or goal.measure.kind == "agreement":
        return None
    target = goal.fulfilment.target
    rows = []
    for estimate in beside:
        same = target is not None and same_question(goal.fulfilment.estimate, estimate)
        decimals = decimals_beside(estimate, target) if same else None
        verdict = judge(estimate, target).verdict if same else None
        rows.append(
            (
                words.measured(estimate),
                words.value(estimate, decimals),
                _interval(estimate, decimals, words),
                _verdict(verdict, words) if verdict else MISSING,
            )
        )
    return TextTable(
        caption=words.say("table-beside"),
        header=_header(words, "measure", "value", "interval", "verdict-if"),
        rows=tuple(rows),
        numeric=(False, True, True, False),
    )


def groups_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return the result for everybody and for each group; groups too small to show are ".."."""
    shown = [group for group in goal.outcome.groups if group.estimate is not None or group.hidden]
    columns = list(dict.fromkeys(group.by for group in shown))
    groups = sorted(shown, key=lambda group: (columns.index(group.by), swedish_order(group.group)))
    if not groups:
        return None
    with_waves = goal.outcome.change is not None and all(group.change or group.hidden for group in groups)
    everybody = GroupOutcome(by="", group="", estimate=goal.outcome.estimate, change=goal.outcome.change)
    rows = []
    for group in (everybody, *groups):
        label = findings.labels.get(group.by, group.by)
        title = words.say("table-group", label=label, group=group.group) if group.by else words.say("table-everybody")
        rows.append((title, *_group_cells(group, goal, words, with_waves=with_waves)))
    waves = wave_columns(goal.outcome, words) if with_waves else ()
    hidden = any(group.hidden for group in groups)
    table = TextTable(
        caption=words.say("table-groups", title=goal.title),
        header=(*_header(words, "group", "n"), *waves, *_header(words, "value", "interval")),
        rows=tuple(rows),
        numeric=(False, *(True for _ in range(3 + len(waves)))),
        note=words.say("table-hidden", means=findings.hide.means) if hidden else None,
    )
    return _without_intervals(table, words)


def wave_columns(outcome: Outcome, words: Words) -> tuple[str, str]:
    """Return what the columns of the two waves are called: "Före" and "Efter", or the waves' own labels."""
    return outcome.wave_labels or (words.say("column-before"), words.say("column-after"))


def _group_cells(group: GroupOutcome, goal: GoalFinding, words: Words, *, with_waves: bool) -> Row:
    if group.hidden or group.estimate is None:
        return (HIDDEN,) * (5 if with_waves else 3)
    decimals = decimals_beside(group.estimate, goal.fulfilment.target)
    waves: Row = ()
    if with_waves and group.change is not None:
        waves = (words.value(group.change.before), words.value(group.change.after))
    cells = (words.value(group.estimate, decimals), _interval(group.estimate, decimals, words))
    return (n_of(group.estimate, words), *waves, *cells)


def _interval(estimate: Estimate, decimals: int | None, words: Words) -> str:
    """Return an interval, or why there is none: everybody was counted."""
    if estimate.interval is None:
        return words.say("table-census") if estimate.evidence is Evidence.CENSUS else MISSING
    return words.interval(estimate, decimals)


def n_of(estimate: Estimate, words: Words) -> str:
    """Return how many an estimate rests on, of how many: "150 av 205"."""
    if estimate.population is None or estimate.population == estimate.n:
        return words.count(estimate.n)
    return words.say("table-n-of", n=estimate.n, population=estimate.population)


def counts_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return the count of every unit that must reach a smallest number, and whether it does."""
    detail, target = goal.outcome.detail, goal.fulfilment.target
    if goal.parts or target is None or not isinstance(detail, RegisterCount) or detail.in_every is None:
        return None
    with_before = any(unit.before is not None for unit in detail.groups)
    rows = []
    for unit in sorted(detail.groups, key=lambda one: swedish_order(one.group)):
        reaches = "yes" if target.at_least is None or unit.count >= target.at_least else "no"
        before = (words.count(unit.before),) if with_before else ()
        rows.append(
            (unit.group, words.count(unit.people), *before, words.count(unit.count), words.say(f"table-{reaches}"))
        )
    column = findings.labels.get(str(detail.in_every), str(detail.in_every))
    waves = ("before", "after") if with_before else ("count",)
    return TextTable(
        caption=words.say("table-counts", group=decapitalised(column)),
        header=(column, *_header(words, "people", *waves, "reaches")),
        rows=tuple(rows),
        numeric=(False, True, *(True for _ in waves), False),
    )


def _header(words: Words, *columns: str) -> Row:
    return tuple(words.say(f"column-{column}") for column in columns)


def _verdict(verdict: Verdict, words: Words) -> str:
    return words.verdict(verdict)
