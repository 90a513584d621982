"""Findings for readers who do not want all of them: the parts that a version of the report leaves out."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.core import Note
from effektmatt.findings import Findings, GoalFinding
from effektmatt.wording.kind import Subject, measure_words


def without_parts(findings: Findings, without: frozenset[str]) -> Findings:
    """Return findings without some of their parts.

    "money" leaves out the goals about money, "statistics" points on how alike reviewers judge, "groups" every result by
    group and what is said of groups, "participants" the participants' way and the answer rates, "goal-tree" the goal
    tree. Everything else is blocks that the document itself leaves out.
    """
    goals = findings.goals
    for part, subject in (("money", Subject.MONEY), ("statistics", Subject.RELIABILITY)):
        if part in without:
            goals = tuple(goal for goal in goals if measure_words(goal).subject is not subject)
    if "groups" in without:
        goals = tuple(_without_groups(goal) for goal in goals)
    kept = replace(findings, goals=goals)
    if "groups" in without:
        rates = tuple(rate for rate in kept.answer_rates if rate.by is None)
        described = tuple(replace(source, groups=()) for source in kept.described)
        kept = replace(kept, answer_rates=rates, notes=_not_of_groups(kept.notes), described=described)
    if "participants" in without:
        kept = replace(kept, flows=(), answer_rates=())
    if "goal-tree" in without:
        kept = replace(kept, tree=())
    return kept


#: Notes that only explain results by group.
_OF_GROUPS = ("group-differs-between-waves", "group-unknown", "source-without-group", "visits-without-group")


def _not_of_groups(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.code not in _OF_GROUPS)


def _without_groups(goal: GoalFinding) -> GoalFinding:
    parts = tuple(_without_groups(part) for part in goal.parts)
    outcome = replace(goal.outcome, groups=(), notes=_not_of_groups(goal.outcome.notes))
    return replace(goal, outcome=outcome, parts=parts, remarks=_not_of_groups(goal.remarks))
