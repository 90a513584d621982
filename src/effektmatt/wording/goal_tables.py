"""Tables of goals and their results."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from effektmatt.core import Estimate, Evidence, GroupOutcome, Outcome
from effektmatt.goals import Fulfilment, judge
from effektmatt.wording.certainty import same_question
from effektmatt.wording.goal_sentences import unit_of_level
from effektmatt.wording.kind import measure_words, told_of
from effektmatt.wording.language import HIDDEN, MISSING
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised, decimals_beside, target_text
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from effektmatt.findings import Findings, GoalFinding
    from effektmatt.wording.language import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A row of a table of verdicts; of a `whole` goal in parts what was measured stands at the parts.

    `short` is what was found where the number that is judged is that of one unit and would be taken for all.
    """

    title: str
    fulfilment: Fulfilment
    measured_in: str | None
    whole: bool = False
    short: str | None = None


def _judged(title: str, goal: GoalFinding, findings: Findings, words: Words) -> _Judged:
    counted, whole = goal.measure.measured_in, bool(goal.parts)
    short = None if whole else measure_words(goal).short(told_of(goal, words, findings.labels))
    return _Judged(title=title, fulfilment=goal.fulfilment, measured_in=counted, whole=whole, short=short)


def goals_table(findings: Findings, words: Words) -> TextTable:
    """Return all goals: target, outcome, interval and verdict; the parts of a goal follow it."""
    rows = []
    for goal in findings.goals:
        rows.append(_judged(goal.title, goal, findings, words))
        for part in goal.parts:
            title = words.say("table-part", goal=goal.title, part=part.title)
            rows.append(_judged(title, part, findings, words))
    return _judged_table("goal", rows, findings.labels, words, caption=words.say("table-goals"))


def parts_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return the parts of a goal that is met only when all of them are."""
    if not goal.parts:
        return None
    rows = [_judged(part.title, part, findings, words) for part in goal.parts]
    return _judged_table("part", rows, findings.labels, words, caption=words.say("table-parts"))


def readings_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return what each reading of "increase by 70 %" gives."""
    if not goal.readings:
        return None
    rows = []
    for reading in goal.readings:
        name = words.reading(reading.reading, unit_of_level(goal))
        title = words.say("table-reading-chosen", reading=name) if reading.chosen else name
        rows.append(_Judged(title=title, fulfilment=reading.fulfilment, measured_in=goal.measure.measured_in))
    return _judged_table("reading", rows, findings.labels, words, caption=words.say("table-readings"))


def _judged_table(
    first: str, rows: Sequence[_Judged], labels: Mapping[str, str], words: Words, *, caption: str
) -> TextTable:
    """Return what was found beside the target; `first` is the column that names the rows."""

    def target(row: _Judged) -> str:
        if row.whole:
            return words.say("table-all-parts")
        unit, counted = row.fulfilment.estimate.unit, row.measured_in
        return target_text(row.fulfilment.target, unit, words, labels, measured_in=counted)

    def value(row: _Judged) -> str:
        estimate = row.fulfilment.estimate
        few = decimals_beside(estimate, row.fulfilment.target)
        return MISSING if row.whole else row.short or words.value(estimate, few)

    def interval(row: _Judged) -> str:
        estimate = row.fulfilment.estimate
        return MISSING if row.whole else _interval(estimate, decimals_beside(estimate, row.fulfilment.target), words)

    return table_of(
        rows,
        Column(first, lambda row: row.title),
        Column("target", target, numeric=False),
        Column("value", value),
        Column("interval", interval, silent=_no_interval(words)),
        Column("verdict", lambda row: words.verdict(row.fulfilment.verdict, of=row.fulfilment), numeric=False),
        caption=caption,
        words=words,
    )


def _no_interval(words: Words) -> tuple[str, ...]:
    """Return what stands for intervals where everybody was counted throughout."""
    return (words.say("table-census"), MISSING, HIDDEN)


def table_of_part(part: GoalFinding, table: TextTable, words: Words) -> TextTable:
    """Return the table of one of a goal's parts, with the part's title in its caption."""
    if table.caption.startswith(part.title):
        return table
    caption = words.say("table-of-part", part=part.title, table=decapitalised(table.caption))
    return replace(table, caption=caption)


def beside_table(goal: GoalFinding, words: Words) -> TextTable | None:
    """Return other ways to measure the same thing, with the verdict that each would have given.

    None too where the measure's own tables hold them.
    """
    beside = [estimate for estimate in goal.outcome.beside if estimate.value is not None]
    if not beside or not measure_words(goal).beside:
        return None
    judged, target = goal.fulfilment.estimate, goal.fulfilment.target

    def decimals(estimate: Estimate) -> int | None:
        return decimals_beside(estimate, target) if same_question(judged, estimate) else None

    def verdict(estimate: Estimate) -> str:
        if target is None or not same_question(judged, estimate):
            return MISSING
        return words.verdict(judge(estimate, target).verdict)

    return table_of(
        beside,
        Column("measure", words.measured),
        Column("value", lambda estimate: words.value(estimate, decimals(estimate))),
        Column("interval", lambda estimate: _interval(estimate, decimals(estimate), words)),
        Column("verdict-if", verdict, numeric=False),
        caption=words.say("table-beside"),
        words=words,
    )


def groups_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return the result for everybody and for each group; groups too small to show are ".."."""
    outcome, target = goal.outcome, goal.fulfilment.target
    shown = [group for group in outcome.groups if group.estimate is not None or group.hidden]
    if not shown:
        return None
    columns = list(dict.fromkeys(group.by for group in shown))
    groups = sorted(shown, key=lambda group: (columns.index(group.by), swedish_order(group.group)))
    everybody = GroupOutcome(by="", group="", estimate=outcome.estimate, change=outcome.change)

    def title(group: GroupOutcome) -> str:
        if not group.by:
            return words.say("table-everybody")
        return words.say("table-group", label=findings.labels.get(group.by, group.by), group=group.group)

    with_waves = outcome.change is not None and all(group.change or group.hidden for group in groups)
    return table_of(
        [everybody, *groups],
        Column("group", title),
        _of_groups("n", lambda one: n_of(one, words), words),
        *(_wave_columns(outcome, words) if with_waves else ()),
        _of_groups("value", lambda one: words.value(one, decimals_beside(one, target)), words),
        _of_groups(
            "interval", lambda one: _interval(one, decimals_beside(one, target), words), words, _no_interval(words)
        ),
        caption=words.say("table-groups", title=goal.title),
        words=words,
        note=words.say("table-hidden", means=findings.hide.means) if any(group.hidden for group in groups) else None,
    )


def _of_groups(
    code: str, text: Callable[[Estimate], str], words: Words, silent: tuple[str, ...] | None = None
) -> Column[GroupOutcome]:
    """Return a column of what an estimate says of each group, hidden where the group is too small to show."""

    def cell(one: GroupOutcome) -> str:
        return words.hidden(one, "estimate") if one.hidden or one.estimate is None else text(one.estimate)

    return Column(code, cell, silent=silent)


def _wave_columns(outcome: Outcome, words: Words) -> Iterator[Column[GroupOutcome]]:
    """Yield the columns of the two waves: "Före" and "Efter", or the waves' own labels."""

    def value(group: GroupOutcome, wave: str) -> str:
        if group.hidden or group.change is None:
            return words.hidden(group, "change")
        return words.value(group.change.before if wave == "before" else group.change.after)

    before, after = outcome.wave_labels or (None, None)
    yield Column("before", lambda group: value(group, "before"), name=before)
    yield Column("after", lambda group: value(group, "after"), name=after)


def _interval(estimate: Estimate, decimals: int | None, words: Words) -> str:
    """Return an interval, or why there is none: everybody was counted."""
    if estimate.interval is None and estimate.possible is not None:
        return words.say(
            "table-possible", between=words.span(estimate.possible.low, estimate.possible.high, estimate.unit)
        )
    if estimate.interval is None:
        return words.say("table-census") if estimate.evidence is Evidence.CENSUS else MISSING
    return words.interval(estimate, decimals)


def n_of(estimate: Estimate, words: Words) -> str:
    """Return how many an estimate rests on, of how many: "150 av 205"."""
    if estimate.population is None or estimate.population == estimate.n:
        return words.count(estimate.n)
    return words.say("table-n-of", n=estimate.n, population=estimate.population)


def units_table(goal: GoalFinding, findings: Findings, words: Words) -> TextTable | None:
    """Return the count of every unit that must reach a smallest number, and whether it does."""
    return None if goal.parts else measure_words(goal).units(told_of(goal, words, findings.labels))
