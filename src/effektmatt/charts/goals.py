"""Goals against their targets: one row each, on a scale of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.goals_drawing import GoalRow, GoalsDrawing
from effektmatt.charts.group_rows import capital
from effektmatt.findings import Findings, GoalFinding
from effektmatt.goals import Fulfilment, Verdict
from effektmatt.wording import Words, words
from effektmatt.wording.text_table import TextTable

#: How many millimetres of rows a page holds, with the heading, the chart's title and its key.
_PAGE = 205.0


def goals_chart(findings: Findings, language: str | None = None, *, name: str = "goals") -> Chart | None:
    """Return all goals against their targets; None when there is no goal.

    Each row has its own scale, since goals have different units: shares lie on 0 to 100 %, everything else on round
    numbers that enclose nought, the result with its uncertainty, and the target. The shaded ground is where the
    target is met.

    Parameters
    ----------
    findings
        What an evaluation found.
    language
        "sv" or "en" (default: that of the findings).
    name
        The chart's name.
    """
    if not findings.goals:
        return None
    say = words(language or findings.language)
    rows = [row for goal in findings.goals for row in _rows(goal, findings.labels, say)]
    wholes = [row for row in rows if not row.is_part]
    return _chart(name, _title(wholes, say), rows, say)


def goals_charts(findings: Findings, language: str | None = None, *, name: str = "goals") -> tuple[Chart, ...]:
    """Return all goals against their targets as charts that each fit on a page; parts stay with their goal.

    Parameters as for `goals_chart`.
    """
    whole = goals_chart(findings, language, name=name)
    if whole is None:
        return ()
    say = words(language or findings.language)
    pages: list[list[GoalRow]] = [[]]
    used = 0.0
    for goal in findings.goals:
        rows = _rows(goal, findings.labels, say)
        needed = sum(map(GoalsDrawing(rows=rows, say=say).height, rows))
        if pages[-1] and used + needed > _PAGE:
            pages.append([])
            used = 0.0
        pages[-1] += rows
        used += needed
    if len(pages) == 1:
        return (whole,)
    titles = [whole.title, *(say.say("chart-goals-more", title=whole.title) for _ in pages[1:])]
    return tuple(
        _chart(f"{name}-{place}", title, rows, say)
        for place, (title, rows) in enumerate(zip(titles, pages, strict=True), start=1)
    )


def goal_chart(
    goal: GoalFinding, *, labels: Mapping[str, str] | None = None, name: str | None = None, language: str = "sv"
) -> Chart:
    """Return one goal (and its parts) against its target; `labels` are how the grouping columns are written."""
    say = words(language)
    rows = _rows(goal, labels or {}, say)
    return _chart(name or f"{goal.id}-goal", _title(rows[:1], say), rows, say)


def fulfilment_chart(
    fulfilment: Fulfilment,
    *,
    title: str | None = None,
    labels: Mapping[str, str] | None = None,
    name: str = "verdict",
    language: str = "sv",
) -> Chart:
    """Return one verdict as a chart; `title` names the goal (default: what was measured)."""
    say = words(language)
    named = title or capital(say.measure(fulfilment.estimate.measure))
    target = say.target(fulfilment.target, fulfilment.estimate.unit, labels or {})
    row = GoalRow(title=named, fulfilment=fulfilment, target=target)
    return _chart(name, _title([row], say), [row], say)


def _rows(goal: GoalFinding, labels: Mapping[str, str], say: Words) -> list[GoalRow]:
    def row(one: GoalFinding, *, is_part: bool = False, is_whole: bool = False) -> GoalRow:
        target = say.target(one.fulfilment.target, one.fulfilment.estimate.unit, labels)
        return GoalRow(title=one.title, fulfilment=one.fulfilment, target=target, is_part=is_part, is_whole=is_whole)

    if not goal.parts:
        return [row(goal)]
    return [row(goal, is_whole=True), *(row(part, is_part=True) for part in goal.parts)]


# ---- words ------------------------------------------------------------------------------------------------------


def _chart(name: str, title: str, rows: Sequence[GoalRow], say: Words) -> Chart:
    sentences = [_sentence(row, say) for row in rows]
    return Chart(
        name=name,
        title=title,
        alt=" ".join([say.say("chart-goals-alt"), title + ".", *sentences]),
        table=_table(title, rows, say),
        language=say.language,
        drawing=GoalsDrawing(rows=rows, say=say).draw,
    )


def _title(rows: Sequence[GoalRow], say: Words) -> str:
    if len(rows) == 1:
        verdict = say.verdict(rows[0].fulfilment.verdict)
        return say.say("chart-goal-title", title=rows[0].title, verdict=verdict[:1].lower() + verdict[1:])
    verdicts = [row.fulfilment.verdict for row in rows]
    parts = [
        say.say(f"chart-goals-{verdict}", n=n, number=say.say("number-word", n=n))
        for verdict in Verdict
        if (n := verdicts.count(verdict))
    ]
    return say.say("chart-goals-title", total=say.say("number-word", n=len(rows)), parts=say.joined(parts))


def _sentence(row: GoalRow, say: Words) -> str:
    verdict = say.verdict(row.fulfilment.verdict)
    if row.is_whole:
        return say.say("chart-goals-alt-whole", title=row.title, verdict=verdict)
    if row.fulfilment.target is None:
        return say.say("chart-goals-alt-none", title=row.title, value=row.value(say), verdict=verdict)
    return say.say("chart-goals-alt-row", title=row.title, value=row.value(say), target=row.target, verdict=verdict)


def _table(caption: str, rows: Sequence[GoalRow], say: Words) -> TextTable:
    header = ("goal", "target", "value", "interval", "possible", "verdict")
    return TextTable(
        caption=caption,
        header=tuple(say.say(f"column-{column}") for column in header),
        rows=tuple(_cells(row, say) for row in rows),
        numeric=(False, False, True, True, True, False),
    )


def _cells(row: GoalRow, say: Words) -> tuple[str, ...]:
    verdict = say.verdict(row.fulfilment.verdict)
    if row.is_whole:
        return row.title, "", "", "", "", verdict
    shown = row.estimate
    possible = "" if shown.possible is None else say.span(shown.possible.low, shown.possible.high, shown.unit)
    return row.title, row.target, *row.numbers(say), possible, verdict
