"""What the program fills in of a form to hand in: names, goals in short, money, and lines to sign on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from effektmatt.report.blocks import Block, ListBlock, SignatureLine, TableBlock, text
from effektmatt.report.gaps import about_money
from effektmatt.report.goal_section import goal_title
from effektmatt.report.sections import Wanted
from effektmatt.wording.goal_tables import goals_table
from effektmatt.wording.kind import own_tables
from effektmatt.wording.sentences import goal_sentence, summary_sentence


def _owner(wanted: Wanted) -> Iterator[Block]:
    owner = wanted.findings.project.owner
    yield from [text(owner)] if owner else []


def _name(wanted: Wanted) -> Iterator[Block]:
    yield text(wanted.findings.project.name)


def _fulfilment(wanted: Wanted) -> Iterator[Block]:
    """Say how many goals are met, and of each what was found."""
    findings, say = wanted.findings, wanted.say
    yield text(summary_sentence(findings, say))
    yield TableBlock(table=goals_table(findings, say))
    sentences = (
        f"{goal_title(place, findings, say)}. {goal_sentence(goal, say, findings.labels)}"
        for place, goal in enumerate(findings.goals, start=1)
    )
    yield ListBlock(items=tuple((text(sentence),) for sentence in sentences))


def _money(wanted: Wanted) -> Iterator[Block]:
    """Say what was used of the budget, exactly."""
    findings, say = wanted.findings, wanted.say
    for goal in about_money(findings):
        yield text(goal_sentence(goal, say, findings.labels))
        yield from (TableBlock(table=table) for table in own_tables(goal, say))


def _signature(wanted: Wanted) -> Iterator[Block]:
    lines = ("signed", "printed", "place-date")
    yield from (SignatureLine(label=wanted.say.say(f"template-{line}")) for line in lines)


#: What fills in each part of a form.
FORMS: Mapping[str, Callable[[Wanted], Iterator[Block]]] = {
    "owner": _owner,
    "name": _name,
    "fulfilment": _fulfilment,
    "money": _money,
    "signature": _signature,
}
