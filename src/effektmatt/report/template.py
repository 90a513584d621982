"""A fixed report-back template, filled in: numbers by the program, the rest by people, what is missing shown.

The headings are the template's own, word for word; nothing is put between them that the template does not ask for.
"""

from __future__ import annotations

from collections.abc import Iterator

from effektmatt.findings import Findings
from effektmatt.report.blocks import (
    Block,
    Callout,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    SignatureLine,
    TableBlock,
    text,
)
from effektmatt.report.document import PAGE, PAGES
from effektmatt.report.goal_section import goal_title, own_words
from effektmatt.wording import Words, words
from effektmatt.wording.goal_tables import goals_table
from effektmatt.wording.kind import Subject, measure_words, own_tables
from effektmatt.wording.marks import Ledger
from effektmatt.wording.sentences import goal_sentence, measured_parts, summary_sentence

#: The template's questions in order, by the names that a plan answers them by.
_QUESTIONS = (
    "board", "name", "fulfilment", "anchoring", "earlier_experience", "future_use", "budget", "signature"
)  # fmt: skip


def template_document(findings: Findings, *, ledger: Ledger | None = None) -> Document:
    """Return the template that the plan chose, filled in, in the language of the findings.

    Raises
    ------
    ValueError
        If the plan chose none.
    """
    if findings.template is None:
        raise ValueError("the plan chooses no template")
    say = words(findings.language, ledger)
    made = findings.manifest.made
    return Document(
        title=say.say(f"template-{findings.template}"),
        subtitle=findings.project.name,
        byline=say.say("report-made", made=made.isoformat()),
        language=findings.language,
        made=made,
        author=findings.project.owner,
        phrases={
            "skip": say.say("report-skip"),
            "contents": say.say("report-contents"),
            "chart_data": say.say("report-chart-data"),
            "drag": say.say("report-drag"),
            "tables": say.say("report-tables"),
            "page": say.say("report-page", page=PAGE, pages=PAGES),
            "figure": say.say("report-figure"),
            "table": say.say("report-table"),
        },
        blocks=tuple(_blocks(findings, say, mending=False)),
    )


def missing_answers(findings: Findings) -> tuple[tuple[str, str], ...]:
    """Return each question of the template that has no answer yet, and the sentence that says where to write it."""
    missing: list[tuple[str, str]] = []
    question = ""
    asked = _blocks(findings, words(findings.language), mending=True) if findings.template is not None else ()
    for block in asked:
        if isinstance(block, Heading):
            question = block.text
        elif isinstance(block, Callout):
            missing += [(question, block.blocks[0].runs[0].text)] if isinstance(block.blocks[0], Paragraph) else []
    return tuple(missing)


def _blocks(findings: Findings, say: Words, *, mending: bool) -> Iterator[Block]:
    """Yield question by question with its answer; `mending`: a gap says where in the plan the answer is written."""
    for question in _QUESTIONS:
        heading = say.say(f"template-{findings.template}-{question.replace('_', '-')}")
        yield Heading(level=2, text=heading, id=question.replace("_", "-"))
        yield from _answer(question, findings, say, mending=mending)


def _answer(question: str, findings: Findings, say: Words, *, mending: bool) -> Iterator[Block]:
    written = findings.template_answers.get(question, "").strip()
    match question:
        case "board":
            owner = findings.project.owner
            yield text(owner) if owner else _missing("project.owner", say, mending=mending)
        case "name":
            yield text(findings.project.name)
        case "fulfilment":
            yield from _fulfilment(findings, say)
            yield from own_words(written, f"own-{question.replace('_', '-')}", findings, say)
        case "budget":
            yield from _budget(findings, written, say, mending=mending)
        case "signature":
            yield from (
                SignatureLine(label=say.say(f"template-{line}")) for line in ("signed", "printed", "place-date")
            )
        case _:
            yield from (
                own_words(written, f"own-{question.replace('_', '-')}", findings, say)
                if written
                else [_missing(f"report.answers.{question}", say, mending=mending)]
            )


def _fulfilment(findings: Findings, say: Words) -> Iterator[Block]:
    """Say how many goals are met, and of each what was found."""
    yield text(summary_sentence(findings, say))
    yield TableBlock(table=goals_table(findings, say))
    sentences = (
        f"{goal_title(place, findings, say)}. {goal_sentence(goal, say, findings.labels)}"
        for place, goal in enumerate(findings.goals, start=1)
    )
    yield ListBlock(items=tuple((text(sentence),) for sentence in sentences))


def _budget(findings: Findings, reason: str, say: Words, *, mending: bool) -> Iterator[Block]:
    """Say what was used of the budget, exactly; and why the two differ, or that nobody has said why."""
    about_money = [goal for goal in measured_parts(findings) if measure_words(goal).subject is Subject.MONEY]
    if not about_money:
        yield _missing("sources", say, "template-missing-ledger", mending=mending)
    for goal in about_money:
        yield text(goal_sentence(goal, say, findings.labels))
        yield from (TableBlock(table=table) for table in own_tables(goal, say))
    yield from own_words(reason, "own-budget", findings, say)
    notes = {note.code for goal in about_money for note in goal.outcome.notes}
    if not reason and "reason-missing" in notes:
        yield _missing("report.answers.budget", say, "template-missing-reason", mending=mending)


def _missing(key: str, say: Words, code: str = "template-missing-answer", *, mending: bool) -> Block:
    """Show that an answer is missing; to whoever is to mend it, where to write it."""
    table, _, name = key.rpartition(".")
    said = say.say(code, table=table or name, key=name) if mending else say.say(f"{code}.gap")
    return Callout(label=say.say("template-missing"), blocks=(text(said),))
