"""One goal in the report: what was promised, whether it is met, what shows it, and what else there is to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from effektmatt.charts import Chart, Shows, goal_charts
from effektmatt.core import Linkage, Note
from effektmatt.findings import Findings, GoalFinding
from effektmatt.goals import Verdict
from effektmatt.report.blocks import (
    Block,
    Callout,
    ChartBlock,
    Heading,
    OwnWords,
    Quote,
    TableBlock,
    VerdictBlock,
    text,
)
from effektmatt.report.markdown import markdown_blocks
from effektmatt.wording import Words
from effektmatt.wording.goal_tables import (
    beside_table,
    groups_table,
    parts_table,
    readings_table,
    table_of_part,
    units_table,
)
from effektmatt.wording.kind import own_tables
from effektmatt.wording.marks import is_among
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import goal_paragraphs, measured_how, parts_measured_how
from effektmatt.wording.text_table import TextTable


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


def goal_blocks(
    goal: GoalFinding, place: int, findings: Findings, say: Words, without: frozenset[str] = frozenset()
) -> Iterator[Block]:
    """Yield the blocks of one goal; `place` is its number among the goals, from 1.

    Without "details": the goal, the answer, the most telling chart and the comment; without "statistics" only a chart
    of a goal that has a target, if there is a short one that can be read without intervals.
    """
    details = "details" not in without
    name = goal_id(place)
    yield Heading(level=3, text=goal_title(place, findings, say), id=name)
    if goal.quote:
        yield Quote(label=say.say("report-quote"), blocks=(text(goal.quote),))
    sentence, *paragraphs = goal_paragraphs(goal, findings, say)
    verdict = goal.fulfilment.verdict
    yield VerdictBlock(verdict=verdict, word=say.verdict(verdict, of=goal.fulfilment), sentence=sentence)
    charts = goal_charts(goal, labels=findings.labels, name=name, language=say)
    if details:
        yield from (text(paragraph) for paragraph in paragraphs)
    if "statistics" in without:
        plain = goal.fulfilment.verdict is not Verdict.NO_TARGET
        charts = tuple(chart for chart in charts if plain and chart.shows is None and not is_long(chart.table))
    yield from (ChartBlock(chart=chart, aside=_is_told(chart, goal)) for chart in (charts if details else charts[:1]))
    if details:
        yield from _tables(goal, findings, charts, say)
        yield from _measured(goal, name, say)
    if goal.text:
        label = say.say("report-comment")
        yield from own_words(goal.text, f"{name}-comment", findings, say, under=3, label=label)


def _is_told(chart: Chart, goal: GoalFinding) -> bool:
    """Whether a chart is of the same questions as one before it: of a later part, and not of what is judged there."""
    if not goal.parts or chart.part == 1 or chart.shows is not None:
        return False
    first, asked = goal.parts[0].measure.labels, goal.parts[chart.part - 1].measure.labels
    return bool(asked) and asked == first


def _tables(goal: GoalFinding, findings: Findings, charts: Sequence[Chart], say: Words) -> Iterator[Block]:
    """Yield the goal's tables, those of a part under its title.

    What the text or a chart above says as well, what is long, and groups that are all hidden stand aside.
    """
    if (parts := parts_table(goal, findings, say)) is not None:
        yield TableBlock(table=parts, aside=True)
    shown = {(chart.shows, chart.part) for chart in charts if chart.shows is not None}
    for place, part in enumerate(goal.parts or (goal,), start=1):
        for table, same, aside in (
            (units_table(part, findings, say), Shows.UNITS, False),
            (readings_table(part, findings, say), None, True),
            (groups_table(part, findings, say), Shows.GROUPS, all(group.hidden for group in part.outcome.groups)),
            (beside_table(part, say), None, True),
        ):
            if table is not None:
                said = table_of_part(part, table, say) if goal.parts else table
                yield TableBlock(table=said, on_paper=(same, place) in shown, aside=aside or is_long(table))
    in_charts = [chart.table.unmarked().rows for chart in charts if chart.shows is Shows.ITS_TABLE]
    for table in own_tables(goal, say):
        yield TableBlock(table=table, on_paper=table.unmarked().rows in in_charts, aside=is_long(table))


#: A table of more rows than these is looked up rather than read.
_MOST_ROWS = 6


def is_long(table: TextTable) -> bool:
    """Whether a table is looked up rather than read."""
    return len(table.rows) > _MOST_ROWS


def _measured(goal: GoalFinding, name: str, say: Words) -> Iterator[Block]:
    """Yield how the goal was measured and what the verdict rests on, for each part that was measured in its own way."""
    yield Heading(level=4, text=say.say("report-how-measured"), id=f"{name}-measured")
    said = parts_measured_how(goal, say) if goal.parts else (measured_how(goal, say),)
    yield text(" ".join((*said, *_assumed(goal, say))))


def _assumed(goal: GoalFinding, say: Words) -> Iterator[str]:
    """Yield what the verdict rests on; what not all parts rest on, after the part's title."""
    assumed = [[_assumption(note, one, say) for note in one.fulfilment.assumptions] for one in goal.parts or (goal,)]
    shared = [sentence for sentence in assumed[0] if all(is_among(sentence, others) for others in assumed)]
    yield from shared
    for part, sentences in zip(goal.parts, assumed if goal.parts else [], strict=True):
        if own := [sentence for sentence in sentences if not is_among(sentence, shared)]:
            yield say.say("goal-of-part", title=part.title, text=" ".join(own))


def _assumption(note: Note, goal: GoalFinding, say: Words) -> str:
    """Write an assumption; where people are compared with themselves, those are missing who did not answer twice."""
    change = goal.outcome.change
    times = "both" if change is not None and change.linkage is Linkage.PAIRED else "once"
    return note_text(replace(note, values={"times": times, **note.values}), say, goal.fulfilment.estimate.unit)


def own_words(
    source: str | None, name: str, findings: Findings, say: Words, *, under: int = 2, label: str | None = None
) -> tuple[OwnWords, ...]:
    """Return what the evaluator wrote under a heading of level `under`, if anything; with a label it is set apart.

    Ids of headings in it begin with `name`.
    """
    blocks = markdown_blocks(
        source or "",
        under=under,
        id_prefix=name,
        table_caption=say.say("report-own-table"),
        quote_label=say.say("report-own-quote"),
        pictures=findings.pictures,
    )
    if not blocks:
        return ()
    set_apart = blocks if label is None else (Callout(label=label, blocks=blocks),)
    return (OwnWords(name=name, blocks=set_apart, elsewhere=source in findings.elsewhere),)
