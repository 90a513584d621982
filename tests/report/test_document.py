from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import page
import pytest

from document_example import HOSTILE
from effektmatt.core import Design, Note
from effektmatt.findings import Findings
from effektmatt.goals import Verdict
from effektmatt.plan.project import Project
from effektmatt.plan.report_sections import Text
from effektmatt.report.blocks import (
    Block,
    Callout,
    ChartBlock,
    Document,
    GoalList,
    Heading,
    ListBlock,
    OwnWords,
    Paragraph,
    PointList,
    Quote,
    TableBlock,
    VerdictBlock,
    VerdictKey,
)
from effektmatt.report.document import document
from effektmatt.report.html import html
from effektmatt.report.pdf import pdf
from effektmatt.report.readers import without_parts
from effektmatt.wording import words
from effektmatt.wording.sentences import measured_how, parts_measured_how
from findings_example import findings_example
from html_page import Page
from pdf_text import words_of


@pytest.fixture(scope="module", params=["sv", "en"])
def made(request: pytest.FixtureRequest) -> Document:
    return document(findings_example(request.param))


def all_of(made: Document, kind: type[Any]) -> list[Any]:
    return [block for block in every(made.blocks) if isinstance(block, kind)]


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Quote | Callout | OwnWords):
            yield from every(block.blocks)
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from every(item)


def text_of(made: Document) -> str:
    return " ".join("".join(run.text for run in block.runs) for block in all_of(made, Paragraph))


def test_the_summary_comes_first_and_names_every_goal_with_its_verdict(made: Document) -> None:
    assert isinstance(made.blocks[0], Heading)
    lead, goals = made.blocks[1], made.blocks[2]
    assert isinstance(lead, Paragraph)
    assert lead.lead
    assert isinstance(goals, GoalList)
    assert [row.verdict for row in goals.rows] == [
        Verdict.LIKELY_MET,
        Verdict.NOT_MET,
        Verdict.NOT_MET,
        Verdict.UNDETERMINED,
        Verdict.LIKELY_NOT_MET,
        Verdict.MET,
    ]
    assert all(row.word == words(made.language).verdict(row.verdict) for row in goals.rows)
    assert all(row.parts or (row.outcome and row.sentence and row.sentence.endswith(".")) for row in goals.rows)


def test_every_goal_of_the_summary_says_how_sure_it_is(made: Document) -> None:
    (goals,) = all_of(made, GoalList)
    assert all(row.sure and row.sure.endswith(".") for row in goals.rows)
    answered = goals.rows[0].sure
    for number in ("84,9", "32", "40,7"):  # its interval, how many of those missing, and what a whole step would give
        assert number in answered.replace(".", ",")


def test_what_is_only_followed_comes_after_the_goals(made: Document) -> None:
    (points,) = all_of(made, PointList)
    ids = [row.target_id for goals in all_of(made, GoalList) for row in goals.rows]
    assert [row.target_id for row in points.rows] == ["goal-5"]
    assert "goal-5" not in ids
    assert made.blocks.index(points) > made.blocks.index(all_of(made, GoalList)[0])
    assert "(+5)" in points.rows[0].outcome


def test_only_the_verdicts_that_were_given_are_explained() -> None:
    example = findings_example()
    found = document(replace(example, goals=example.goals[:2]))
    (key,) = all_of(found, VerdictKey)
    assert [verdict for verdict, _, _ in key.rows] == [Verdict.LIKELY_MET, Verdict.NOT_MET]


def test_headings_are_unique_and_no_level_is_left_out(made: Document) -> None:
    headings = all_of(made, Heading)
    assert len({heading.id for heading in headings}) == len(headings)
    levels = [1, *(heading.level for heading in headings)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_goal_has_its_quote_verdict_and_how_it_was_measured(made: Document) -> None:
    quotes = [quote.blocks[0].runs[0].text for quote in all_of(made, Quote)]
    assert quotes == [goal.quote for goal in findings_example().goals]
    assert len(all_of(made, VerdictBlock)) == 7
    measured = [heading for heading in all_of(made, Heading) if heading.id.endswith("-measured")]
    assert len(measured) == 7


def test_every_goal_of_the_summary_leads_to_its_section(made: Document) -> None:
    ids = {heading.id for heading in made.headings}
    rows = [row for block in (*all_of(made, GoalList), *all_of(made, PointList)) for row in block.rows]
    assert len(rows) == len(findings_example().goals)
    assert {row.target_id for row in rows} <= ids


def test_charts_have_names_of_their_own_titles_and_texts(made: Document) -> None:
    charts = [block.chart for block in all_of(made, ChartBlock)]
    assert len({chart.name for chart in charts}) == len(charts) > 5
    assert all(chart.title and chart.alt and chart.table.rows for chart in charts)


def test_the_table_of_departments_names_those_below_the_least(made: Document) -> None:
    tables = [block.table for block in all_of(made, TableBlock)]
    assert any("Individ och familj" in [row[0] for row in table.rows] for table in tables)


def test_hidden_groups_are_two_points(made: Document) -> None:
    rows = [row for block in all_of(made, TableBlock) for row in block.table.rows if "annat" in row[0]]
    assert len(rows) == 1
    assert set(rows[0][1:]) == {".."}


def test_the_evaluators_own_words_stand_in_their_sections(made: Document) -> None:
    said = " ".join(
        run.text for callout in all_of(made, Callout) for block in callout.blocks for run in getattr(block, "runs", ())
    )
    assert "Ambassadörerna utsågs av avdelningarna själva" in said
    assert "Under projektet flyttades enkla ärenden" in said
    assert "Enkätens självskattningar" in text_of(made)


@pytest.mark.parametrize(("language", "change", "effect"), [("sv", "förändr", "effekt"), ("en", "change", "effect")])
def test_before_and_after_alone_is_a_change_and_never_an_effect(language: str, change: str, effect: str) -> None:
    source = html(document(replace(findings_example(language), text=Text()))).split("</style>")[1]
    shown = source.replace("effektmatt", "").lower()
    assert change in shown
    assert effect not in shown
    assert effect in text_of(document(replace(findings_example(language), design=Design.RANDOMISED))).lower()


def test_a_bare_evaluation_has_a_report_too() -> None:
    example = findings_example()
    bare = replace(
        example,
        project=Project(name=example.project.name),
        goals=example.goals[1:2],
        sources=example.sources[:1],
        waves={},
        flows=(),
        answer_rates=(),
        scales=(),
        text=Text(),
    )
    found = document(bare)
    assert found.author is None
    assert page.validate_pdf_bytes(pdf(found), profile=page.ValidationProfile.PDF_UA_1).is_compliant


def hostile_findings(hostile: str) -> Findings:
    example = findings_example()
    goal = replace(example.goals[1], title=hostile, quote=hostile, text=hostile, id=hostile)
    groups = tuple(replace(group, group=hostile) for group in goal.outcome.groups)
    goal = replace(goal, outcome=replace(goal.outcome, groups=groups))
    return replace(
        example,
        project=Project(name=hostile, owner=hostile, partners=[hostile], granted="1", facts={hostile: hostile}),
        labels=dict.fromkeys(example.labels, hostile),
        goals=(goal,),
        text=Text(context=hostile, limits=hostile, summary=hostile, conclusions=hostile),
        sources=tuple(replace(source, label=hostile) for source in example.sources),
        scales=tuple(replace(scale, label=hostile, items=(("v1", hostile),)) for scale in example.scales),
    )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_names_labels_and_texts_stay_text_in_every_format(hostile: str) -> None:
    found = document(hostile_findings(hostile))
    source = html(found)
    assert not Page(source).runs_something
    assert page.validate_pdf_bytes(pdf(found), profile=page.ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_the_whole_report_is_an_accessible_pdf(made: Document, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(pdf(made), profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_the_summary_is_one_page_that_can_be_read_alone(made: Document) -> None:
    shown = words_of(pdf(made), page=1)
    (key,) = all_of(made, VerdictKey)
    assert made.title in shown
    assert " ".join(key.rows[-1][2].split()) in shown
    assert made.phrases["contents"] not in shown


def test_no_numbers_stand_twice_on_a_page_of_html_and_all_stand_on_paper() -> None:
    """What a chart's table holds is not set as a table of its own, but on paper, where charts have no tables."""
    made = document(findings_example())
    tables = all_of(made, TableBlock)
    charts = [block.chart.table.rows for block in all_of(made, ChartBlock)]
    assert any(block.on_paper for block in tables)
    assert all(block.on_paper for block in tables if block.table.rows in charts)
    departments = next(block.table for block in tables if block.on_paper and "Avdelning" in block.table.header)
    assert departments.caption.startswith("Minst två på varje avdelning: antal per avdelning")
    assert departments.caption not in html(made)


def test_what_parts_share_is_said_once_and_the_rest_after_the_parts_title() -> None:
    say, first = words("sv"), findings_example().goals[0]
    one, two = (replace(first, title=title, parts=()) for title in ("På kort sikt", "På lång sikt"))
    assert parts_measured_how(replace(first, parts=(one, two)), say) == (measured_how(one, say),)
    later = replace(two, measure=replace(two.measure, first="Före", last="Uppföljning"))
    assert parts_measured_how(replace(first, parts=(one, later)), say) == (
        measured_how(one, say),
        "På lång sikt. Mätningen ”Uppföljning” jämförs med mätningen ”Före”.",
    )
    courses = (replace(one, measure=replace(one.measure, labels=(label,))) for label in ("Pass 1", "Pass 2"))
    (together,) = parts_measured_how(replace(first, parts=tuple(courses)), say)
    assert "frågorna om ”Pass 1” och ”Pass 2”" in together
    assert together.endswith("Delarna mäts var för sig.")


def test_a_version_without_details_gives_the_answer_one_chart_and_the_comment_of_each_goal() -> None:
    findings = findings_example()
    whole, short = (
        document(findings),
        document(findings, replace(findings.documents["report"], title="K", without=frozenset({"details"}))),
    )
    assert len(all_of(short, VerdictBlock)) == len(all_of(whole, VerdictBlock)) == len(findings.goals)
    assert len(all_of(short, Callout)) == len(all_of(whole, Callout))
    assert not [heading for heading in short.headings if heading.id.endswith("-measured")]
    names = [block.chart.name for block in all_of(short, ChartBlock) if block.chart.name.startswith("goal-")]
    assert len({name.split("-")[1] for name in names}) == len(names)


def test_a_version_without_groups_does_not_explain_them() -> None:
    findings = findings_example()
    lacking = Note(code="source-without-group", values={"source": "Ärenderegistret", "group": "Kön"})
    findings = replace(findings, notes=(*findings.notes, lacking))
    kept = without_parts(findings, frozenset({"groups"}))
    assert lacking not in kept.notes
    assert all(rate.by is None for rate in kept.answer_rates)
    assert not any(part.outcome.groups for goal in kept.goals for part in (goal, *goal.parts))
    assert without_parts(findings, frozenset()) == findings
