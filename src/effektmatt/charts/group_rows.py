"""The rows of a chart of groups: everybody first, then the groups under the heading of their column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from effektmatt.charts.dots import ENDS, MOST_ROWS, ends_named
from effektmatt.core import Change, Estimate, Outcome, Unit
from effektmatt.wording import HIDDEN, Words
from effektmatt.wording.targets import capitalised
from effektmatt.wording.text_table import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the chart. A heading has no values, and the row of everybody no `by`.

    `between`: how many groups it stands for that are not named.
    """

    label: str
    estimate: Estimate | None = None
    change: Change | None = None
    by: str | None = None
    heading: bool = False
    between: int = 0

    @property
    def is_hidden(self) -> bool:
        """Whether the group is too small to show."""
        return not self.heading and not self.between and self.estimate is None and self.change is None

    @property
    def has_waves(self) -> bool:
        """Whether there is a value both before and after."""
        change = self.change
        return change is not None and change.before.value is not None and change.after.value is not None

    @property
    def judged(self) -> Estimate | None:
        """What is drawn with its interval: the estimate, or with before and after their difference."""
        return self.change.difference if self.change is not None else self.estimate

    def number(self, say: Words) -> str:
        """Return how many the row rests on; where the waves differ, before and after."""
        if self.change is not None:
            before, after = self.change.before.n, self.change.after.n
            return say.count(after) if before == after else f"{say.count(before)} / {say.count(after)}"
        return say.count(self.estimate.n) if self.estimate is not None else HIDDEN


def rows_of(outcome: Outcome, labels: Mapping[str, str], say: Words, *, waves: bool) -> list[Row]:
    """Return the rows of an outcome, with before and after (`waves`) or with the estimates alone."""
    rows = [_row(say.say("table-everybody"), outcome.estimate, outcome.change, waves=waves)]
    for by in dict.fromkeys(group.by for group in outcome.groups):
        rows.append(Row(label=labels.get(by, capitalised(by)), by=by, heading=True))
        for group in outcome.groups:
            if group.by == by:
                estimate, change = (None, None) if group.hidden else (group.estimate, group.change)
                rows.append(_row(group.group, estimate, change, by=by, waves=waves))
    return rows


def named_rows(rows: Sequence[Row], say: Words) -> list[Row]:
    """Return the rows that a chart names: of a column with more groups than fit on a page those at both ends.

    These stand in the order of what is drawn with its interval, and a row between them says how many are not named.
    """
    if len(rows) <= MOST_ROWS:
        return list(rows)
    named: list[Row] = []
    for by in dict.fromkeys(row.by for row in rows):
        here = [row for row in rows if row.by == by]
        known = [row for row in here if row.judged is not None and row.judged.value is not None]
        shown, between = ends_named(sorted(known, key=_by_value, reverse=True))
        if between:
            heading = [row for row in here if row.heading]
            words = say.say("chart-groups-between", n=len(between))
            gap = Row(label=words, by=by, between=len(between))
            named += [*heading, *shown[:ENDS], gap, *shown[ENDS:]]
        else:
            named += here
    return named


def _by_value(row: Row) -> float:
    return row.judged.value if row.judged is not None and row.judged.value is not None else 0.0


def _row(label: str, estimate: Estimate | None, change: Change | None, *, by: str | None = None, waves: bool) -> Row:
    if waves:
        return Row(label=capitalised(label), change=change, by=by)
    return Row(label=capitalised(label), estimate=estimate, by=by)


def estimate_columns(say: Words) -> tuple[Column[Row], ...]:
    """Return how many each row's estimate rests on, its value and its interval; two points each where it is hidden."""

    def shown(write: Callable[[Estimate], str]) -> Callable[[Row], str]:
        return lambda row: HIDDEN if row.estimate is None else write(row.estimate)

    return (
        Column("n", shown(lambda estimate: say.count(estimate.n))),
        Column("value", shown(say.value)),
        Column("interval", shown(say.interval)),
    )


def values_of(rows: Sequence[Row]) -> list[Estimate]:
    """Return every estimate that the rows show as a point."""
    shown: list[Estimate] = []
    for row in rows:
        if row.change is not None:
            shown += [row.change.before, row.change.after]
        elif row.estimate is not None:
            shown.append(row.estimate)
    return [one for one in shown if one.value is not None]


def differences_of(rows: Sequence[Row]) -> list[Estimate]:
    """Return the difference of every row that has before and after."""
    shown = [row.change.difference for row in rows if row.change is not None]
    return [one for one in shown if one.value is not None]


def unit_of(estimates: Sequence[Estimate]) -> Unit:
    """Return the unit that the points of a panel are in."""
    return next((one.unit for one in estimates), Unit.COUNT)


def column_of(row: Row, rows: Sequence[Row]) -> str:
    """Return how the column is written that a row's group comes from; nothing for everybody."""
    return next((one.label for one in rows if one.heading and one.by == row.by), "")
