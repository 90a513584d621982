"""What a template demands and the plan lacks: shown in the document to its readers, and to whoever is to write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from effektmatt.findings import Findings, GoalFinding
from effektmatt.plan.version import TEXT_OF, Planned, Section
from effektmatt.report.blocks import Block, Callout, text
from effektmatt.report.readers import without_parts
from effektmatt.wording import Words, words
from effektmatt.wording.kind import Subject, measure_words
from effektmatt.wording.sentences import measured_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing: what it is, the table and the key of the plan to write it under, and of which goal."""

    code: str
    table: str
    key: str
    goal: str | None = None

    def said(self, say: Words, *, mending: bool) -> str:
        """Say that it is missing; to whoever is to mend it, where to write it."""
        sentence = say.say(self.code, table=self.table, key=self.key) if mending else say.say(f"{self.code}.gap")
        return sentence if self.goal is None else say.say("goal-of-part", title=self.goal, text=sentence)


def written_text(section: Section, findings: Findings) -> str:
    """Return what people wrote for a section; nothing where they did not."""
    return "" if section.own_text is None else _written(section.own_text, findings)


def _written(name: str, findings: Findings) -> str:
    if name in TEXT_OF.values() and name != "goals":
        return (getattr(findings.text, name) or "").strip()
    return findings.template_answers.get(name, "").strip()


def about_money(findings: Findings) -> list[GoalFinding]:
    """Return the goals, and parts of goals, that are about money."""
    return [goal for goal in measured_parts(findings) if measure_words(goal).subject is Subject.MONEY]


def is_left_out(section: Section, without: frozenset[str]) -> bool:
    """Return whether a document without some parts leaves out what the program writes in a section, and its text."""
    parts = _PARTS.get(section.block or "")
    return parts is not None and parts <= without


#: The parts without which nothing is written of a section, nor its text under [text].
_PARTS = {
    "project": frozenset({"project"}),
    "how": frozenset({"project"}),
    "goal-tree": frozenset({"goal-tree"}),
    "goals": frozenset({"goals"}),
    "money": frozenset({"money"}),
    "appendix": frozenset({"methods", "files"}),
}


def gaps(section: Section, findings: Findings, without: frozenset[str] = frozenset()) -> Iterator[Gap]:
    """Yield what a section demands and lacks, in a document without some parts."""
    if not section.required:
        return
    if is_left_out(section, without) and (section.text is None or section.block in ("goals", "money")):
        return  # the text under a name of its own stands there still
    if section.block == "owner" and not findings.project.owner:
        yield Gap(code="template-missing-answer", table="project", key="owner")
    elif section.block == "money":
        yield from _about_budget(section, findings)
    elif section.block == "goals":
        for goal in findings.goals:
            if not goal.text:
                yield Gap(code="template-missing-text", table="text.goals", key=goal.id, goal=goal.title)
    elif section.own_text is not None and not written_text(section, findings):
        is_own = section.own_text in TEXT_OF.values()
        code, table = ("text", "text") if is_own else ("answer", "report.answers")
        yield Gap(code=f"template-missing-{code}", table=table, key=section.own_text)


def _about_budget(section: Section, findings: Findings) -> Iterator[Gap]:
    """Yield that there are no accounts, or that nobody has said why outcome and budget differ."""
    money = about_money(findings)
    if not money:
        yield Gap(code="template-missing-ledger", table="sources", key="sources")
    notes = {note.code for goal in money for note in goal.outcome.notes}
    if not written_text(section, findings) and "reason-missing" in notes:
        yield Gap(code="template-missing-reason", table="report.answers", key=section.own_text or "budget")


def missing_block(gap: Gap, say: Words) -> Block:
    """Show in a document that something is missing."""
    return Callout(label=say.say("template-missing"), blocks=(text(gap.said(say, mending=False)),))


def missing_texts(findings: Findings) -> Iterator[str]:
    """Yield what the templates of all documents demand and lack, each with the heading it would stand under."""
    say = words(findings.language)
    for planned in findings.documents.values():
        for section in planned.sections:
            heading = section.heading or say.say(f"report-{section.block}")
            lacking = gaps(section, without_parts(findings, planned.without), planned.without)
            told = (gap.said(say, mending=True) for gap in lacking)
            sign = "" if heading.endswith("?") else "."
            yield from (f"{heading}{sign} {sentence}" for sentence in told)
        yield from _terms(findings, planned, say)
    yield from _unshown(findings, say)


def _shown(planned: Planned) -> set[str]:
    """Return the names of the texts that a document shows."""
    by_block = (TEXT_OF.get(one.block or "") for one in planned.sections if not is_left_out(one, planned.without))
    return {name for name in (*by_block, *(one.text for one in planned.sections)) if name is not None}


def _unshown(findings: Findings, say: Words) -> Iterator[str]:
    """Yield the texts under [text] that no document has a section for."""
    shown = {name for planned in findings.documents.values() for name in _shown(planned)}
    for name in TEXT_OF.values():
        written = any(goal.text for goal in findings.goals) if name == "goals" else getattr(findings.text, name)
        if written and name not in shown:
            yield say.say("template-text-unshown", key=name)


def _terms(findings: Findings, planned: Planned, say: Words) -> Iterator[str]:
    """Yield the texts of people that have more terms of statistics than the template of a document bears."""
    if planned.terms is None:
        return
    pattern = "|".join(re.escape(term) for term in say.say("template-terms").split(", "))
    texts = [planned.intro or "", *(_written(name, findings) for name in _shown(planned))]
    goals = without_parts(findings, planned.without).goals if "goals" not in planned.without else ()
    texts += [goal.text or "" for goal in goals]
    found = [term for one in texts for term in re.findall(rf"\b\w*(?:{pattern})\w*", one, re.IGNORECASE)]
    if len(found) > planned.terms:
        told = say.joined([say.say("quoted", text=term) for term in dict.fromkeys(found)])
        title = planned.title or say.say("report-kind")
        yield say.say("template-too-many-terms", title=title, n=len(found), most=planned.terms, terms=told)
