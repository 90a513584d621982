"""Everything that effektmatt can say, as readable prose: what the snapshots hold.

Renew them after a change of words, and read the difference before committing it::

    PYTHONPATH=tests python -m wording.spoken
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from effektmatt.core import Unit
from effektmatt.goals import Reading, Target, Verdict
from effektmatt.wording import TextTable, Words, goal_tables, source_tables, words
from effektmatt.wording.faults import fault_text
from effektmatt.wording.goal_cards import GoalCard, goal_card, point_outcome
from effektmatt.wording.goal_sentences import shown_labels
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import (
    design_sentence,
    goal_paragraphs,
    limits_sentences,
    measured_how,
    summary_sentence,
)
from effektmatt.wording.targets import target_text
from findings_example import findings_example
from wording import examples

HERE = Path(__file__).parent

TARGETS: tuple[tuple[Target | None, Unit], ...] = (
    (None, Unit.SHARE),
    (Target(at_least=0.8), Unit.SHARE),
    (Target(at_least=0.955), Unit.SHARE),
    (Target(at_least=1.0), Unit.SHARE),
    (Target(at_most=0.1), Unit.SHARE),
    (Target(at_most=1), Unit.DAYS),
    (Target(at_most=30), Unit.WORKING_DAYS),
    (Target(at_least=2, in_every="avdelning"), Unit.COUNT),
    (Target(about=40, within=0.10), Unit.COUNT),
    (Target(increase_by=0.70, reading=Reading.RELATIVE), Unit.RELATIVE),
    (Target(decrease_by=0.70, reading=Reading.RELATIVE), Unit.RELATIVE),
    (Target(increase_by=0.70, reading=Reading.POINTS), Unit.POINTS),
    (Target(increase_by=0.70, reading=Reading.LEVEL), Unit.SHARE),
    (Target(decrease_by=0.20, reading=Reading.LEVEL), Unit.SHARE),
    (Target(increase_by=0.5, reading=Reading.POINTS), Unit.SCORE),
    (Target(decrease_by=0.5, reading=Reading.POINTS), Unit.SCORE),
    (Target(increase_by=5), Unit.COUNT),
    (Target(decrease_by=5), Unit.COUNT),
    (Target(increase_by=14), Unit.DAYS),
    (Target(decrease_by=14), Unit.DAYS),
    (Target(decrease_by=1), Unit.WORKING_DAYS),
    (Target(direction="increase"), Unit.COUNT),
    (Target(direction="decrease"), Unit.DAYS),
)


def spoken(language: str) -> str:
    """Return the snapshot of one language."""
    say = words(language)
    return "\n".join(_lines(say)) + "\n"


def snapshot(language: str) -> Path:
    """Return where the snapshot of a language lies."""
    return HERE / f"spoken.{language}.txt"


def _lines(say: Words) -> Iterator[str]:
    yield "# Verdicts"
    for verdict in Verdict:
        yield f"{say.verdict(verdict)}: {say.say(f'verdict-{verdict}.meaning')}"
        target = target_text(Target(at_least=0.8), Unit.SHARE, say)
        part = say.say(f"verdict-{verdict}.part", title="Validering")
        yield f"{say.judged(verdict)} | {say.judged(verdict, target)} | {part}"
    yield "\n# Targets, by themselves and inside a sentence"
    for target, unit in TARGETS:
        inside = target_text(target, unit, say, examples.LABELS, inside=True)
        yield f"{target_text(target, unit, say, examples.LABELS)} | {inside}"
    yield "\n# Notes"
    yield from (note_text(note, say, Unit.SCORE, examples.LABELS) for note in examples.NOTES)
    yield "\n# Faults"
    yield from (fault_text(fault, say) for fault in examples.FAULTS)
    yield from _findings(say)


def _findings(say: Words) -> Iterator[str]:
    findings = findings_example(say.language)
    yield "\n# The whole evaluation"
    yield summary_sentence(findings, say)
    yield design_sentence(findings, say)
    yield from limits_sentences(findings, say)
    for goal in findings.goals:
        yield f"\n# {goal.title}"
        yield from _card(goal_card(goal, say, shown_labels(findings)))
        yield point_outcome(goal, say, shown_labels(findings))
        yield measured_how(goal, say)
        yield from goal_paragraphs(goal, findings, say)
        shown = [goal_tables.parts_table(goal, findings, say)]
        for part in goal.parts or (goal,):
            shown += [
                goal_tables.units_table(part, findings, say),
                goal_tables.readings_table(part, findings, say),
                goal_tables.groups_table(part, findings, say),
                goal_tables.beside_table(part, say),
            ]
        yield from (line for table in shown if table for line in _table(table))
    whole = (
        goal_tables.goals_table(findings, say),
        source_tables.project_table(findings, say),
        source_tables.sources_table(findings, say),
        source_tables.accounting_table(findings, say),
        source_tables.answer_rates_table(findings, say),
        source_tables.scales_table(findings, say),
        source_tables.files_table(findings, say),
        source_tables.methods_table(findings, say),
        *(source_tables.flow_table(flow, say) for flow in findings.flows),
    )
    yield "\n# Tables"
    yield from (line for table in whole if table for line in _table(table))


def _card(card: GoalCard) -> Iterator[str]:
    """Yield a goal as the summary has it."""
    yield from filter(None, (card.outcome, card.sentence))
    yield from (f"{part.title}: {part.outcome}. {part.sure or ''}" for part in card.parts)
    yield card.sure or "–"


def _table(table: TextTable) -> Iterator[str]:
    yield f"\n{table.caption}"
    yield from (" | ".join(row) for row in (table.header, *table.rows))
    if table.note:
        yield table.note


if __name__ == "__main__":
    for spoken_language in ("sv", "en"):
        snapshot(spoken_language).write_text(spoken(spoken_language), encoding="utf-8")
        sys.stdout.write(f"{snapshot(spoken_language)}\n")
