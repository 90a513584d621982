"""The sections of a report that the program writes: the answer first, how it was found next, the details last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from effektmatt.charts import Chart, flow_chart, goal_tree_chart, goals_charts
from effektmatt.findings import Findings, GoalFinding
from effektmatt.goals import Verdict
from effektmatt.report.blocks import (
    Block,
    ChartBlock,
    Contents,
    GoalList,
    GoalRow,
    Heading,
    ListBlock,
    PageBreak,
    PartRow,
    PointList,
    PointRow,
    TableBlock,
    VerdictKey,
    text,
)
from effektmatt.report.earlier import TABLES
from effektmatt.report.goal_section import goal_blocks, goal_id, goal_title, is_long, own_words
from effektmatt.wording import Words
from effektmatt.wording.cause import cause_sentences, compared_table, side_sentences
from effektmatt.wording.goal_cards import goal_card, point_outcome
from effektmatt.wording.goal_sentences import shown_labels
from effektmatt.wording.sentences import (
    design_sentence,
    limits_sentences,
    several_goals_sentence,
    summary_sentence,
)
from effektmatt.wording.source_tables import (
    account_notes,
    accounting_table,
    answer_rates_table,
    files_table,
    methods_table,
    project_table,
    scales_table,
    sources_table,
    tree_table,
)
from effektmatt.wording.table_one import described_sentence, described_summary, described_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a section is written from: the findings, their language, and what the document leaves out.

    `intro` is what a summary begins with that comes first.
    """

    findings: Findings
    say: Words
    without: frozenset[str] = frozenset()
    intro: str | None = None


def _summary(wanted: Wanted) -> Iterator[Block]:
    """One page that can be read alone."""
    findings, say, without = wanted.findings, wanted.say, wanted.without
    yield _heading(2, "report-summary", say)
    yield from own_words(wanted.intro, "own-intro", findings, say)
    if not findings.goals:
        first, *sources = described_summary(findings, say)
        yield text(first, lead=True)
        yield ListBlock(items=tuple((text(sentence),) for sentence in sources))
        yield from _own_summary(findings, say)
        yield PageBreak()
        yield Contents()
        return
    yield text(summary_sentence(findings, say), lead=True)
    yield from _cards(findings, say, without)
    yield text(design_sentence(findings, say))
    yield from _own_summary(findings, say)
    given = {part.fulfilment.verdict for goal in findings.goals for part in (goal, *goal.parts)}
    given.discard(Verdict.NO_TARGET)  # what is only followed stands under a heading that says so
    if given:
        yield _heading(3, "report-verdict-key", say)
        yield VerdictKey(
            rows=tuple(
                (verdict, say.verdict(verdict), say.say(f"verdict-{verdict}.meaning"))
                for verdict in Verdict
                if verdict in given
            )
        )
    yield PageBreak()
    if not without & {"goals", "details"}:  # so few pages need none
        yield Contents()


def _own_summary(findings: Findings, say: Words) -> Iterator[Block]:
    label = say.say("report-own-summary")
    yield from own_words(findings.text.summary, "own-summary", findings, say, label=label)


def _cards(findings: Findings, say: Words, without: frozenset[str]) -> Iterator[Block]:
    """Yield the goals as cards, and after them what is only followed."""
    labels, goals, points = shown_labels(findings), list[GoalRow](), list[PointRow]()
    for place, goal in enumerate(findings.goals, start=1):
        title, target_id = goal_title(place, findings, say), None if "goals" in without else goal_id(place)
        if goal.fulfilment.verdict is Verdict.NO_TARGET:
            points.append(PointRow(target_id=target_id, title=title, outcome=point_outcome(goal, say, labels)))
        else:
            card = _card(goal, target_id, title, say, labels)
            goals.append(_unsure(card) if "statistics" in without else card)
    if goals:
        yield GoalList(rows=tuple(goals), sure_label=say.say("card-sure"))
    if points:
        yield _heading(3, "report-points", say)
        yield PointList(rows=tuple(points))


def _unsure(card: GoalRow) -> GoalRow:
    """Return a card without how sure it is, for readers who get no statistics: the verdict's word still says it."""
    return replace(card, sure=None, parts=tuple(replace(part, sure=None) for part in card.parts))


def _card(goal: GoalFinding, target_id: str | None, title: str, say: Words, labels: Mapping[str, str]) -> GoalRow:
    def word(one: GoalFinding) -> str:
        return say.verdict(one.fulfilment.verdict, of=one.fulfilment)

    card = goal_card(goal, say, labels)
    parts = (
        PartRow(title=of.title, verdict=part.fulfilment.verdict, word=word(part), outcome=of.outcome, sure=of.sure)
        for part, of in zip(goal.parts, card.parts, strict=True)
    )
    return GoalRow(
        target_id=target_id,
        title=title,
        verdict=goal.fulfilment.verdict,
        word=word(goal),
        outcome=card.outcome,
        sentence=card.sentence,
        sure=card.sure,
        parts=tuple(parts),
    )


def _project(wanted: Wanted) -> Iterator[Block]:
    findings, say = wanted.findings, wanted.say
    if "project" in wanted.without:
        return
    yield _heading(2, "report-project", say)
    yield TableBlock(table=project_table(findings, say), captioned=False)
    yield from own_words(findings.text.context, "own-context", findings, say)


def _goal_tree(wanted: Wanted) -> Iterator[Block]:
    """Show where the project's goals come from, and what is done for them."""
    findings, say = wanted.findings, wanted.say
    if not findings.tree:
        return
    yield _heading(2, "report-goal-tree", say)
    yield from _charts([goal_tree_chart(findings, say)])
    if (table := tree_table(findings, say)) is not None:
        yield TableBlock(table=table, aside=True)
    yield from own_words(findings.text.goal_tree, "own-goal-tree", findings, say)


def _how(wanted: Wanted) -> Iterator[Block]:
    findings, say = wanted.findings, wanted.say
    waves = (
        ()
        if "project" in wanted.without
        else (*_waves(findings, say), *own_words(findings.text.how, "own-how", findings, say))
    )
    blocks = (*waves, *_participants(findings, say))
    if blocks:
        yield _heading(2, "report-how", say)
        yield from blocks


def _waves(findings: Findings, say: Words) -> Iterator[Block]:
    """Yield when there were measurements."""
    dated = [wave for wave in findings.waves.values() if wave.first or wave.last]
    undated = [wave.label for wave in findings.waves.values() if wave not in dated]
    if dated:
        waves = [say.say("report-wave", label=wave.label, period=say.period(wave.first, wave.last)) for wave in dated]
        waves += [say.say("report-waves-undated", labels=say.joined(undated))] if undated else []
        yield ListBlock(items=tuple((text(wave),) for wave in waves))


def _participants(findings: Findings, say: Words) -> Iterator[Block]:
    """Yield what became of the participants, and how many answered."""
    flows = enumerate(findings.flows, start=1)
    charts = tuple(_charts(flow_chart(flow, name=f"flow-{place}", language=say) for place, flow in flows))
    if charts:  # where all answered every time there is no way to show
        yield _heading(3, "report-participants", say)
        yield from charts
    if (rates := answer_rates_table(findings, say, groups=False)) is not None:
        yield _heading(3, "report-answer-rates", say)
        yield TableBlock(table=rates, captioned=False)
        if any(rate.by is not None for rate in findings.answer_rates):
            whole = answer_rates_table(findings, say)
            yield from [TableBlock(table=whole, aside=True)] if whole is not None else []


def _described(findings: Findings, say: Words) -> Iterator[Block]:
    """Describe what the sources hold, where the plan has no goals."""
    yield _heading(2, "report-described", say)
    for place, source in enumerate(findings.described, start=1):
        yield Heading(level=3, text=source.label, id=f"described-{place}")
        yield text(described_sentence(source, findings, say))
        yield from (TableBlock(table=table) for table in described_tables(source, findings, say))


def _goals(wanted: Wanted) -> Iterator[Block]:
    """Show the goals against their targets, and then one by one; to readers without statistics not the first."""
    findings, say, without = wanted.findings, wanted.say, wanted.without
    if not findings.goals:
        yield from _described(findings, say)
        return
    if {"goals", "statistics"} <= without:
        return
    yield _heading(2, "report-goals-together" if "goals" in without else "report-goals", say)
    if "statistics" not in without:
        yield from _charts(goals_charts(findings, say))
    for place, goal in enumerate(findings.goals if "goals" not in without else (), start=1):
        yield from goal_blocks(goal, place, findings, say, without)


def _cause(wanted: Wanted) -> Iterator[Block]:
    """Answer the second question, which is never mixed with the first."""
    findings, say = wanted.findings, wanted.say
    if not findings.goals:
        return
    yield _heading(2, "report-cause", say)
    yield text(design_sentence(findings, say))
    yield from (text(sentence) for sentence in cause_sentences(findings, say))
    yield from (text(sentence) for sentence in side_sentences(findings, say))
    if (table := compared_table(findings, say)) is not None:
        yield TableBlock(table=table)
    yield from own_words(findings.text.cause, "own-cause", findings, say)


def _limits(wanted: Wanted) -> Iterator[Block]:
    findings, say, statistics = wanted.findings, wanted.say, "statistics" not in wanted.without
    yield _heading(2, "report-limits", say)
    by_chance = several_goals_sentence(findings, say) if statistics else None
    limits = limits_sentences(findings, say, statistics=statistics)
    sentences = (*limits, *([by_chance] if by_chance is not None else []))
    yield ListBlock(items=tuple((text(sentence),) for sentence in sentences))
    yield from own_words(findings.text.limits, "own-limits", findings, say)


def _conclusions(wanted: Wanted) -> Iterator[Block]:
    """Yield what the evaluator concludes: a section that nobody but her can write."""
    yield from own_words(wanted.findings.text.conclusions, "own-conclusions", wanted.findings, wanted.say)


def _lessons(wanted: Wanted) -> Iterator[Block]:
    yield from own_words(wanted.findings.text.lessons, "own-lessons", wanted.findings, wanted.say)


def _appendix(wanted: Wanted) -> Iterator[Block]:
    findings, say, without = wanted.findings, wanted.say, wanted.without
    if {"methods", "files"} <= without:
        return
    yield _heading(2, "report-appendix", say)
    yield from own_words(findings.text.appendix, "own-appendix", findings, say)
    if not without and "pdf" in findings.formats:
        said = [say.say("report-tables-where", file=TABLES)]
        said += [say.say("report-tables-html")] if "html" in findings.formats else []
        yield text(" ".join(said))
    versions = say.joined([f"{name} {version}" for name, version in findings.manifest.versions])
    if versions and "files" not in without:
        yield text(say.say("report-versions", versions=versions))
    for part, title, table in (
        ("files", "report-data", accounting_table(findings, say)),
        ("methods", "report-methods", methods_table(findings, say)),
        ("methods", "report-scales", scales_table(findings, say)),
        ("files", "report-sources", sources_table(findings, say)),
        ("files", "report-files", files_table(findings, say)),
    ):
        if table is not None and part not in without:
            yield _heading(3, title, say)
            yield TableBlock(table=table, captioned=False, aside=title != "report-data" or is_long(table))
        if title == "report-data" and part not in without:
            yield from map(text, account_notes(findings, say))


def _heading(level: int, code: str, say: Words) -> Heading:
    return Heading(level=level, text=say.say(code), id=code.removeprefix("report-"))


def _charts(charts: Iterable[Chart | None]) -> Iterator[Block]:
    return (ChartBlock(chart=chart) for chart in charts if chart is not None)


#: What writes each section.
SECTIONS: Mapping[str, Callable[[Wanted], Iterator[Block]]] = {
    "summary": _summary,
    "project": _project,
    "how": _how,
    "goal-tree": _goal_tree,
    "goals": _goals,
    "cause": _cause,
    "limits": _limits,
    "conclusions": _conclusions,
    "lessons": _lessons,
    "appendix": _appendix,
}
