"""The goal tree: from a council's goal down to the project's goals, with the verdict at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.goal_tree_drawing import GoalTreeDrawing, TreeRow
from effektmatt.findings import Findings, TreeNode
from effektmatt.wording import Words, words
from effektmatt.wording.text_table import TextTable


def goal_tree_chart(findings: Findings, language: str | None = None, *, name: str = "goal-tree") -> Chart | None:
    """Return the goal tree of an evaluation; None when the plan has none.

    A node has its kind ("Nämndmål") above its title, and stands further in than the node above it. Goals are the
    leaves, with their verdicts; goals that the plan puts under no node are left out.

    Parameters
    ----------
    findings
        What an evaluation found.
    language
        "sv" or "en" (default: that of the findings).
    name
        The chart's name.
    """
    if not findings.tree:
        return None
    say = words(language or findings.language)
    rows = [row for node in findings.tree for row in _rows(node, findings)]
    leaves = [row for row in rows if row.verdict is not None]
    tops = [node.title for node in findings.tree if node.depth == 0]
    title = say.say("chart-tree-title", n=len(leaves), tops=say.joined([say.say("quoted", text=top) for top in tops]))
    return Chart(
        name=name,
        title=title,
        alt=" ".join([say.say("chart-tree-alt"), *(_sentence(row, say) for row in rows)]),
        table=_table(rows, say),
        language=say.language,
        drawing=GoalTreeDrawing(rows=rows, say=say).draw,
    )


def _rows(node: TreeNode, findings: Findings) -> Iterator[TreeRow]:
    above = next((one.title for one in findings.tree if one.id == node.under), None)
    yield TreeRow(title=node.title, level=node.level, depth=node.depth, above=above)
    for goal in findings.goals:
        if goal.id in node.goals:
            verdict = goal.fulfilment.verdict
            yield TreeRow(title=goal.title, level=goal.level, depth=node.depth + 1, above=node.title, verdict=verdict)


def _level(row: TreeRow, say: Words) -> str:
    return row.level or say.say("column-goal")


def _sentence(row: TreeRow, say: Words) -> str:
    if row.verdict is not None:
        verdict = say.verdict(row.verdict)
        return say.say("chart-tree-alt-goal", level=_level(row, say), title=row.title, verdict=verdict)
    if row.above is None:
        return say.say("chart-tree-alt-top", level=_level(row, say), title=row.title)
    return say.say("chart-tree-alt-node", level=_level(row, say), title=row.title, above=row.above)


def _table(rows: Sequence[TreeRow], say: Words) -> TextTable:
    nothing = say.percent(None)
    return TextTable(
        caption=say.say("chart-table"),
        header=tuple(say.say(f"column-{column}") for column in ("tree-title", "tree-level", "tree-above", "verdict")),
        rows=tuple(
            (
                row.title,
                _level(row, say),
                row.above or nothing,
                say.verdict(row.verdict) if row.verdict is not None else nothing,
            )
            for row in rows
        ),
        numeric=(False,) * 4,
    )
