"""Findings for readers who do not want all of them: the parts that a version of the report leaves out."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.findings import Findings, GoalFinding


def without_parts(findings: Findings, without: frozenset[str]) -> Findings:
    """Return findings without some of their parts.

    "money" leaves out the goals about money, "groups" every result by group, "participants" the participants' way
    and the answer rates, "goal-tree" the goal tree. "methods" and "files" are sections of the appendix, which the
    document itself leaves out.
    """
    goals = findings.goals
    if "money" in without:
        goals = tuple(goal for goal in goals if goal.measure.kind != "money-used")
    if "groups" in without:
        goals = tuple(_without_groups(goal) for goal in goals)
    kept = replace(findings, goals=goals)
    if "participants" in without:
        kept = replace(kept, flows=(), answer_rates=())
    if "goal-tree" in without:
        kept = replace(kept, tree=())
    return kept


def _without_groups(goal: GoalFinding) -> GoalFinding:
    parts = tuple(_without_groups(part) for part in goal.parts)
    return replace(goal, outcome=replace(goal.outcome, groups=()), parts=parts)
