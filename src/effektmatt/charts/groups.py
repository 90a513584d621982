"""A result for each group: before and after, or against the target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.claims import moves, overturned, reached
from effektmatt.charts.frame import Frame
from effektmatt.charts.group_rows import Row, column_of, estimate_columns, named_rows, rows_of
from effektmatt.charts.groups_drawing import GroupsDrawing
from effektmatt.charts.phrases import WaveNames, row_sentence
from effektmatt.core import Change, Outcome, Unit
from effektmatt.wording import HIDDEN, Words
from effektmatt.wording.targets import capitalised
from effektmatt.wording.text_table import Column, TextTable


def before_after_chart(outcome: Outcome, frame: Frame) -> Chart | None:
    """Return before, after and their difference for everybody and each group; None when no group has both.

    The target is drawn where it is the difference that is judged.
    """
    say, change = frame.say, outcome.change
    rows = rows_of(outcome, frame.labels, say, waves=True)
    if change is None or not any(row.has_waves for row in rows if row.by is not None):
        return None
    return changes_chart(
        "before-after",
        rows,
        replace(frame, target=frame.target if judges_difference(outcome) else None),
        alt="chart-groups-alt-before-after",
        noun="group",
        table=_table_before_after(rows, frame),
        shows=Shows.GROUPS,
        title=frame.title or capitalised(say.measure(change.after.measure)),
    )


def changes_chart(
    name: str,
    rows: Sequence[Row],
    frame: Frame,
    *,
    title: str,
    noun: str,
    alt: str,
    table: TextTable,
    shows: Shows,
) -> Chart:
    """Return rows with before, after and their difference.

    The title begins with what it is about and says in which rows (a `noun`, see `claims.moves`) something changed;
    `alt` is the code of what the chart is.
    """
    say, names = frame.say, frame.waves
    changes = [(row.label, row.change) for row in rows if row.by is not None and row.has_waves]
    claimed = moves(
        [(label, change.difference) for label, change in changes if change is not None],
        noun,
        say,
        hidden=_hidden(rows, len(changes)),
    )
    named = named_rows(rows, say)
    sentences = (_change_sentence(row, names, say) for row in named if not row.heading)
    return frame.chart(
        name,
        title=say.say("chart-claims-title", title=title, claims=claimed, **names.given),
        alt=[say.say(alt, **names.given), *sentences],
        table=table,
        drawing=GroupsDrawing(
            rows=named, every=_every(rows, named), say=say, target=frame.target, names=(names.before, names.after)
        ),
        shows=shows,
    )


def _hidden(rows: Sequence[Row], shown: int) -> int:
    """Return how many of the groups (or areas) are not shown."""
    return sum(row.by is not None and not row.heading for row in rows) - shown


def judges_difference(outcome: Outcome) -> bool:
    """Whether the number that is held against the target is the difference between before and after."""
    return outcome.change is not None and outcome.estimate == outcome.change.difference


def groups_chart(outcome: Outcome, frame: Frame) -> Chart | None:
    """Return the estimate with its interval for everybody and for each group; None when no group has a value.

    The target is drawn where it can be held against a group as well as against all: not for counts, whose target is
    for all together.
    """
    say, target = frame.say, frame.target
    rows = rows_of(outcome, frame.labels, say, waves=False)
    known = [(row.label, row.estimate) for row in rows if row.by is not None and row.estimate is not None]
    known = [(label, estimate) for label, estimate in known if estimate.value is not None]
    if not known:
        return None
    if target is not None and (target.amount is None or outcome.estimate.unit is Unit.COUNT):
        target = None
    named = frame.title or capitalised(say.measure(outcome.estimate.measure))
    remark = None if target is None else overturned(known, target, say)
    if target is None:
        heading = say.say("chart-groups-title", title=named, value=say.value(outcome.estimate))
    else:
        heading = say.say(
            "chart-groups-title-target",
            title=named,
            reached=reached(known, target, say, hidden=_hidden(rows, len(known))),
        )
    drawn = named_rows(rows, say)
    sentences = (_sentence(row, say) for row in drawn if not row.heading)
    return frame.chart(
        "groups",
        title=heading,
        alt=[say.say("chart-groups-alt"), *sentences, *([remark] if remark else [])],
        table=_table(rows, frame),
        drawing=GroupsDrawing(rows=drawn, every=_every(rows, drawn), say=say, target=target, remark=remark),
        shows=Shows.GROUPS,
    )


def _every(rows: Sequence[Row], named: Sequence[Row]) -> Sequence[Row]:
    """Return all rows where some are not named, else none."""
    return rows if any(row.between for row in named) else ()


def _sentence(row: Row, say: Words) -> str:
    return f"{row.label}." if row.between else row_sentence(row.label, row.estimate, say)


def _change_sentence(row: Row, names: WaveNames, say: Words) -> str:
    """Say what a row was before and after and the difference with its interval, or that it is not shown."""
    if row.between:
        return f"{row.label}."
    label, change = row.label, row.change
    if change is None or not row.has_waves:
        return say.say("chart-groups-alt-hidden", label=label)
    before, after, difference = (say.value(one) for one in (change.before, change.after, change.difference))
    interval = say.interval(change.difference)
    if interval:
        difference = say.say("chart-groups-alt-difference", difference=difference, interval=interval)
    values = {"label": label, "before": before, "after": after, "difference": difference}
    return say.say("chart-groups-alt-change", **values, **names.given)


def _table(rows: Sequence[Row], frame: Frame) -> TextTable:
    return _with_names(rows, estimate_columns(frame.say), frame)


def _table_before_after(rows: Sequence[Row], frame: Frame) -> TextTable:
    say, names = frame.say, frame.waves

    def shown(write: Callable[[Change], str]) -> Callable[[Row], str]:
        return lambda row: HIDDEN if row.change is None else write(row.change)

    number_before, number_after, before, after = (
        (
            say.say("column-n-wave", wave=names.before),
            say.say("column-n-wave", wave=names.after),
            names.before,
            names.after,
        )
        if names.named
        else (None,) * 4
    )
    columns = (
        Column("n-before", shown(lambda change: say.count(change.before.n)), name=number_before),
        Column("n-after", shown(lambda change: say.count(change.after.n)), name=number_after),
        Column("before", shown(lambda change: say.value(change.before)), name=before),
        Column("after", shown(lambda change: say.value(change.after)), name=after),
        Column("difference", shown(lambda change: say.value(change.difference))),
        Column("interval", shown(lambda change: say.interval(change.difference))),
    )
    return _with_names(rows, columns, frame)


def _with_names(rows: Sequence[Row], columns: Sequence[Column[Row]], frame: Frame) -> TextTable:
    """Return the columns of all rows but the headings, after each row's name and the column that it comes from."""
    return frame.table(
        [row for row in rows if not row.heading],
        Column("group", lambda row: row.label),
        Column("by", lambda row: column_of(row, rows), numeric=False),
        *columns,
        hidden=any(row.is_hidden for row in rows),
    )
