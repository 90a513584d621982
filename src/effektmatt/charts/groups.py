"""A result for each group: before and after, or against the target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.group_rows import Row, capital, column_of, rows_of
from effektmatt.charts.groups_drawing import GroupsDrawing
from effektmatt.charts.wave_names import WaveNames, how_many, wave_names
from effektmatt.core import Outcome, Unit
from effektmatt.goals import Target
from effektmatt.wording import HIDDEN, Words, words
from effektmatt.wording.text_table import TextTable

# Values such as 48 / 60 and targets such as 0.8 meet exactly; quotients of floats need this much room.
_ROOM = 1e-9


def groups_before_after_chart(
    outcome: Outcome,
    target: Target | None = None,
    *,
    title: str | None = None,
    labels: Mapping[str, str] | None = None,
    name: str = "groups-before-after",
    language: str = "sv",
) -> Chart | None:
    """Return before, after and their difference for everybody and each group; None when no group has both.

    Parameters
    ----------
    outcome
        What a measure found, with `change` and `groups`.
    target
        Drawn where it is the difference that is judged.
    title
        What was measured, to begin the chart's title with (default: the measure's name).
    labels
        How the grouping columns are written.
    name
        The chart's name.
    language
        "sv" or "en".
    """
    say = words(language)
    rows = rows_of(outcome, labels or {}, say, waves=True)
    shown = [row.change for row in rows if row.by is not None and row.has_waves and row.change is not None]
    if outcome.change is None or not shown:
        return None
    differences = [change.difference.value or 0.0 for change in shown]
    up, down = sum(value > 0 for value in differences), sum(value < 0 for value in differences)
    names = wave_names(outcome.wave_labels, say)
    heading = say.say(
        f"chart-groups-title-{'up' if up >= down else 'down'}",
        title=title or capital(say.measure(outcome.change.after.measure)),
        how=how_many(max(up, down), len(shown)),
        n=max(up, down),
        total=len(shown),
        **names.given,
    )
    sentences = [_sentence_before_after(row, names, say) for row in rows if not row.heading]
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-groups-alt-before-after", **names.given), *sentences]),
        table=_table_before_after(rows, names, say),
        language=language,
        drawing=GroupsDrawing(
            rows=rows,
            say=say,
            target=target if judges_difference(outcome) else None,
            names=(names.before, names.after),
        ).draw,
    )


def judges_difference(outcome: Outcome) -> bool:
    """Whether the number that is held against the target is the difference between before and after."""
    return outcome.change is not None and outcome.estimate == outcome.change.difference


def groups_chart(
    outcome: Outcome,
    target: Target | None = None,
    *,
    title: str | None = None,
    labels: Mapping[str, str] | None = None,
    name: str = "groups",
    language: str = "sv",
) -> Chart | None:
    """Return the estimate with its interval for everybody and for each group; None when no group has a value.

    `target` is drawn where it can be held against a group as well as against all: not for counts, whose target is
    for all together. The other parameters are as for `groups_before_after_chart`.
    """
    say = words(language)
    rows = rows_of(outcome, labels or {}, say, waves=False)
    values = [row.estimate.value for row in rows if row.by is not None and row.estimate is not None]
    known = [value for value in values if value is not None]
    if not known:
        return None
    if target is not None and (target.amount is None or outcome.estimate.unit is Unit.COUNT):
        target = None
    named = title or capital(say.measure(outcome.estimate.measure))
    if target is None:
        heading = say.say("chart-groups-title", title=named, value=say.value(outcome.estimate))
    else:
        low, high = target.region
        reached = sum(low - _ROOM <= value <= high + _ROOM for value in known)
        how = how_many(reached, len(known))
        heading = say.say("chart-groups-title-target", title=named, how=how, n=reached, total=len(known))
    sentences = [_sentence(row, say) for row in rows if not row.heading]
    return Chart(
        name=name,
        title=heading,
        alt=" ".join([say.say("chart-groups-alt"), *sentences]),
        table=_table(rows, say),
        language=language,
        drawing=GroupsDrawing(rows=rows, say=say, target=target).draw,
    )


def _sentence(row: Row, say: Words) -> str:
    if row.estimate is None or row.estimate.value is None:
        return say.say("chart-groups-alt-hidden", label=row.label)
    value, interval = say.value(row.estimate), say.interval(row.estimate)
    return say.say("chart-groups-alt-row", label=row.label, value=f"{value} ({interval})" if interval else value)


def _sentence_before_after(row: Row, names: WaveNames, say: Words) -> str:
    if row.change is None or not row.has_waves:
        return say.say("chart-groups-alt-hidden", label=row.label)
    before, after, difference = (say.value(one) for one in (row.change.before, row.change.after, row.change.difference))
    interval = say.interval(row.change.difference)
    if interval:
        difference = say.say("chart-groups-alt-difference", difference=difference, interval=interval)
    values = {"label": row.label, "before": before, "after": after, "difference": difference}
    return say.say("chart-groups-alt-change", **values, **names.given)


def _table(rows: Sequence[Row], say: Words) -> TextTable:
    columns = tuple(say.say(f"column-{column}") for column in ("group", "by", "n", "value", "interval"))
    cells = []
    for row in rows:
        if row.heading:
            continue
        found = [HIDDEN] * 3
        if row.estimate is not None:
            found = [row.number(say), say.value(row.estimate), say.interval(row.estimate)]
        cells.append((row.label, column_of(row, rows), *found))
    return _text_table(columns, cells, rows, say)


def _table_before_after(rows: Sequence[Row], names: WaveNames, say: Words) -> TextTable:
    waves = (names.before, names.after)
    numbers = (*(say.say("column-n-wave", wave=wave) for wave in waves), *waves)
    if not names.named:
        numbers = tuple(say.say(f"column-{column}") for column in ("n-before", "n-after", "before", "after"))
    cells = []
    for row in rows:
        if row.heading:
            continue
        found, change = [HIDDEN] * 6, row.change
        if change is not None:
            found = [
                *(say.count(one.n) for one in (change.before, change.after)),
                *(say.value(one) for one in (change.before, change.after, change.difference)),
                say.interval(change.difference),
            ]
        cells.append((row.label, column_of(row, rows), *found))
    first, last = (
        tuple(say.say(f"column-{column}") for column in columns)
        for columns in (("group", "by"), ("difference", "interval"))
    )
    return _text_table((*first, *numbers, *last), cells, rows, say)


def _text_table(columns: Sequence[str], cells: Sequence[tuple[str, ...]], rows: Sequence[Row], say: Words) -> TextTable:
    return TextTable(
        caption=say.say("chart-table"),
        header=tuple(columns),
        rows=tuple(cells),
        numeric=(False, False, *[True] * (len(columns) - 2)),
        note=say.say("chart-hidden") if any(row.is_hidden for row in rows) else None,
    )
