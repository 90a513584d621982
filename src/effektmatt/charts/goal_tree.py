"""The goal tree: from a council's goal down to the project's goals, with the verdict at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from effektmatt.charts import marks, palette
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import NORMAL, WIDTH, Canvas, line_height
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.findings import Findings
from effektmatt.goals import Verdict
from effektmatt.plan.tree import PlacedNode
from effektmatt.wording import MISSING, Words, words
from effektmatt.wording.targets import capitalised
from effektmatt.wording.text_table import Column, TextTable

# Millimetres: one step in, the verdict's sign and words, the room above a row's first line.
_STEP, _SIGN, _VERDICT, _ABOVE = 7.0, 128.5, 133.0, 1.0


def goal_tree_chart(findings: Findings, language: str | Words | None = None) -> Chart | None:
    """Return the goal tree of an evaluation, in its own language if no other is given; None when the plan has none.

    A node has its kind ("Nämndmål") above its title, and stands further in than the node above it. Goals are the
    leaves, with their verdicts; goals that the plan puts under no node are left out.
    """
    if not findings.tree:
        return None
    say = words(language or findings.language)
    rows = [row for node in findings.tree for row in _rows(node, findings)]
    tops = [say.say("quoted", text=node.title) for node in findings.tree if node.depth == 0]
    verdicts = [row.verdict for row in rows if row.verdict is not None]
    described = verdicts.count(Verdict.NO_TARGET)
    judged = len(verdicts) - described
    numbers = {
        name: say.say("number-word", n=n) for name, n in (("goals_number", judged), ("described_number", described))
    }
    frame = Frame(say=say)
    return frame.chart(
        "goal-tree",
        title=capitalised(
            say.say("chart-tree-title", judged=judged, described=described, tops=say.joined(tops), **numbers)
        ),
        alt=[say.say("chart-tree-alt"), *(_sentence(row, say) for row in rows)],
        table=_table(rows, frame),
        drawing=GoalTreeDrawing(rows=rows, say=say),
    )


def _rows(node: PlacedNode, findings: Findings) -> Iterator[TreeRow]:
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


def _table(rows: Sequence[TreeRow], frame: Frame) -> TextTable:
    say = frame.say
    return frame.table(
        rows,
        Column("tree-title", lambda row: row.title),
        Column("tree-level", lambda row: _level(row, say), numeric=False),
        Column("tree-above", lambda row: row.above or MISSING, numeric=False),
        Column("verdict", lambda row: MISSING if row.verdict is None else say.verdict(row.verdict), numeric=False),
    )


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRow:
    """A node, or a goal with its verdict; `level` says what kind of node it is, `above` the title of the one above."""

    title: str
    level: str | None
    depth: int
    above: str | None
    verdict: Verdict | None = None

    @property
    def start(self) -> float:
        """Where its text begins."""
        return self.depth * _STEP

    @property
    def weight(self) -> int:
        """How bold its title is: what was measured stands out."""
        return REGULAR if self.verdict is None else SEMIBOLD

    @property
    def lines(self) -> list[str]:
        """Its title in lines."""
        room = (_SIGN if self.verdict is not None else WIDTH) - self.start - 6.0
        return wrap(self.title, room, NORMAL, self.weight)

    @property
    def height(self) -> float:
        """How much room it needs."""
        small = line_height(SMALL) if self.level else 0.0
        return small + len(self.lines) * line_height(NORMAL) + 2 * _ABOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalTreeDrawing:
    """The rows of a tree, each node before those under it."""

    rows: Sequence[TreeRow]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        tops, y = [], 0.0
        for row in self.rows:
            tops.append(y)
            y += row.height
        for place in range(len(self.rows)):
            self._draw_way(canvas, tops, place)
        for row, top in zip(self.rows, tops, strict=True):
            self._draw_row(canvas, top, row)
        return canvas

    def _draw_way(self, canvas: Canvas, tops: Sequence[float], place: int) -> None:
        """Draw the line from the row above in the tree down to a row and in to its text."""
        row = self.rows[place]
        above = next((one for one in range(place - 1, -1, -1) if self.rows[one].depth < row.depth), None)
        if above is None:
            return
        x, start = row.start - _STEP + 1.6, tops[above] + self.rows[above].height - 0.8
        y = tops[place] + self._middle(row)
        canvas.line([(x, start), (x, y), (row.start - 1.4, y)], colour=palette.TRACK, width=0.3)

    @staticmethod
    def _middle(row: TreeRow) -> float:
        """Return how far below its top the first line of a row's title has its middle."""
        return _ABOVE + (line_height(SMALL) if row.level else 0.0) + line_height(NORMAL) / 2

    def _draw_row(self, canvas: Canvas, top: float, row: TreeRow) -> None:
        middle = top + self._middle(row)
        if row.level:
            canvas.text(row.start, top + _ABOVE + line_height(SMALL) / 2, row.level, colour=palette.MUTED)
        canvas.lines(row.start, middle, row.lines, size=NORMAL, weight=row.weight)
        if row.verdict is not None:
            end = row.start + max(text_width(line, NORMAL, row.weight) for line in row.lines)
            canvas.line([(end + 2.0, middle), (_SIGN - 4.0, middle)], colour=palette.RULE, width=0.2)
            marks.badge(canvas, _SIGN, middle, row.verdict)
            canvas.lines(_VERDICT, middle, wrap(self.say.verdict(row.verdict), WIDTH - _VERDICT, NORMAL), size=NORMAL)
        canvas.room(top + row.height)
