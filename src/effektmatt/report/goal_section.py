"""One goal in the report: what was promised, whether it is met, what shows it, and what else there is to know."""

from __future__ import annotations

from collections.abc import Iterator

from effektmatt.charts import goal_charts
from effektmatt.findings import Findings, GoalFinding
from effektmatt.report.blocks import (
    Block,
    Callout,
    ChartBlock,
    Heading,
    Quote,
    TableBlock,
    VerdictBlock,
    text,
)
from effektmatt.report.markdown import markdown_blocks
from effektmatt.wording import Words
from effektmatt.wording.needs import need_tables, then_tables
from effektmatt.wording.sentences import goal_paragraphs, measured_how
from effektmatt.wording.tables import beside_table, counts_table, groups_table, parts_table, readings_table
from effektmatt.wording.usage_tables import usage_tables
from effektmatt.wording.visits import visit_tables


def goal_id(place: int) -> str:
    """Return the id of a goal's heading, by its place among the goals: what a plan calls it may be no id at all."""
    return f"goal-{place}"


def goal_title(place: int, findings: Findings, say: Words) -> str:
    """Return a goal's heading: "Mål 1. Validering", or by what the project calls it "Pelare 5. Validering"."""
    goal = findings.goals[place - 1]
    if goal.level:
        return say.say("report-goal-level", level=goal.level, title=goal.title)
    number = sum(not one.level for one in findings.goals[:place])
    return say.say("report-goal", number=number, title=goal.title)


def goal_blocks(goal: GoalFinding, place: int, findings: Findings, say: Words) -> Iterator[Block]:
    """Yield the blocks of one goal; `place` is its number among the goals, from 1."""
    name = goal_id(place)
    yield Heading(level=3, text=goal_title(place, findings, say), id=name)
    if goal.quote:
        yield Quote(label=say.say("report-quote"), blocks=(text(goal.quote),))
    sentence, *paragraphs = goal_paragraphs(goal, findings, say)
    verdict = goal.fulfilment.verdict
    yield VerdictBlock(verdict=verdict, word=say.verdict(verdict), sentence=sentence)
    yield from (text(paragraph) for paragraph in paragraphs)
    charts = goal_charts(goal, labels=findings.labels, name=name, language=say.language)
    yield from (ChartBlock(chart=chart) for chart in charts)
    yield from _tables(goal, findings, say)
    yield from _measured(goal, name, say)
    if goal.text:
        yield Callout(label=say.say("report-comment"), blocks=_comment(goal.text, name, say))


def _tables(goal: GoalFinding, findings: Findings, say: Words) -> Iterator[Block]:
    shown = (
        parts_table(goal, findings, say),
        counts_table(goal, findings, say),
        readings_table(goal, findings, say),
        groups_table(goal, findings, say),
        beside_table(goal, say),
        *visit_tables(goal, say),
        *then_tables(goal, say),
        *need_tables(goal, say),
        *usage_tables(goal, say),
    )
    yield from (TableBlock(table=table) for table in shown if table is not None)


def _measured(goal: GoalFinding, name: str, say: Words) -> Iterator[Block]:
    """Yield how the goal was measured and what the verdict rests on, for each part that was measured in its own way."""
    yield Heading(level=4, text=say.say("report-how-measured"), id=f"{name}-measured")
    measured = goal.parts or (goal,)
    for sentence in dict.fromkeys(measured_how(one, say) for one in measured):
        yield text(sentence)
    yield from (
        text(sentence)
        for sentence in dict.fromkeys(
            say.note(note, one.fulfilment.estimate.unit) for one in measured for note in one.fulfilment.assumptions
        )
    )


def _comment(source: str, name: str, say: Words) -> tuple[Block, ...]:
    return markdown_blocks(
        source,
        under=3,
        id_prefix=f"{name}-comment",
        table_caption=say.say("report-own-table"),
        quote_label=say.say("report-own-quote"),
    )
